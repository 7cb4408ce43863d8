#!/usr/bin/env python3
"""A day at the reading desk by keyboard and mouse, in a real window, checked afterwards by the command line.

    python benchmarks/desk_story.py NOVEL.txt [--pictures DIR]

On a screen of its own (see _screen.py) and with an empty home the person makes an archive, imports the novel,
annotates 30 passages by keyboard alone with colours, notes, tags and events, corrects a typo, replaces the whole text
by a better transcription with a paragraph elsewhere, reviews the annotations, quits, starts again, takes ten steps
back and does them again. Nothing is called inside the program. What should be in the archive is then read
from it by commands; each line says what was expected, and the exit code is 1 where anything is not so.
"""

import argparse
import time
from pathlib import Path
from typing import Any

from _story import Story, live

_ANNOTATIONS = 30
_STEPS = 10
_COLOURS = 6


class Day(Story):
    """A day with one novel."""

    def __init__(self, home: Path, novel: Path, pictures: Path | None) -> None:
        super().__init__(home, "Dnevnik", pictures)
        self._novel = novel

    # What is done

    def begin(self) -> None:
        """Make an archive and import the novel."""
        self.make_archive()
        self.bring_in(self._novel, pause=6)
        self.picture("1 imported")

    def annotate(self) -> float:
        """Annotate passages by keyboard; return the seconds of one."""
        keys = self.screen.keys
        keys("F6", "ctrl+Home")
        start = time.monotonic()
        for number in range(_ANNOTATIONS):
            keys("ctrl+shift+Down", "Right", "ctrl+space", "ctrl+space", pause=0.1)
            if number % 3 == 0:
                keys("ctrl+m", pause=0.4)
                self.screen.type(f"Note number {number}.")
                keys("Escape", pause=0.3)
            else:
                keys(f"ctrl+{1 + number % _COLOURS}", pause=0.3)
            if number % 3 == 1:
                self._tag(number)
            if number % 5 == 4:
                self._link(number)
        took = time.monotonic() - start
        self.picture("2 annotated")
        return took / _ANNOTATIONS

    def _tag(self, number: int) -> None:
        if number < 4:
            self.screen.keys("ctrl+t", pause=0.4)
            self.screen.type("Village/School")
            self.screen.keys("Return", "Escape", pause=0.3)
        else:
            self.screen.keys("alt+1", pause=0.3)

    def _link(self, number: int) -> None:
        self.screen.keys("ctrl+e", pause=0.5)
        if number < 5:
            self.screen.type("The teacher comes")
            self.screen.keys("Return", pause=0.8)
        self.screen.keys("Return", pause=0.8)
        self.screen.keys("Escape", "Escape", pause=0.3)

    def correct(self) -> None:
        """Correct a word, replace the text, and review what became of the annotations."""
        keys = self.screen.keys
        keys("ctrl+Home", "ctrl+shift+Down", "Right", "F4", pause=1)
        keys("ctrl+Home")
        self.screen.type("Ja sam ")
        self.picture("3 correcting")
        keys("ctrl+Return", pause=2)
        keys("ctrl+shift+k", pause=0.8)
        self.screen.type("replace the text")
        keys("Return", pause=1.5)
        self.screen.type(str(self._better()))
        keys("Return", pause=3)
        self.picture("4 replacing")
        keys("Return", pause=3)
        keys("ctrl+shift+r", pause=1.5)
        self.picture("5 reviewing")
        keys("a", "a", pause=0.5)
        keys("Escape", pause=0.5)
        self.picture("6 reviewed")

    def _better(self) -> Path:
        """A better transcription: words put right, one paragraph elsewhere."""
        lines = self._novel.read_text(encoding="utf-8").split("\n")
        full = [number for number, line in enumerate(lines) if len(line) > 40]
        first, second = full[2], full[12]
        lines[first], lines[second] = lines[second], lines[first]
        lines[full[5]] = lines[full[5]].replace(" је ", " јесте ", 1)
        path = self.home / "better.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def again(self, key: str, name: str) -> None:
        """Start anew and press a key ten times."""
        self.screen.start_program()
        self.screen.pause(1.5)
        for _step in range(_STEPS):
            self.screen.keys(key, pause=0.5)
        self.picture(name)
        self.quit()

    # What is then in the archive

    def check_annotations(self) -> list[dict[str, Any]]:
        """All annotations stand on the words that they quote."""
        found: list[dict[str, Any]] = self.ask("annotations")["annotations"]
        self.check(f"{_ANNOTATIONS} annotations", len(found) == _ANNOTATIONS, len(found))
        self.check("10 have notes", sum(bool(one["note"]) for one in found) == 10)
        self.check("10 have the tag", sum("School" in str(one["tags"]) for one in found) == 10)
        self.check("6 are linked to the event", sum(bool(one["events"]) for one in found) == 6)
        (source,) = self.ask("sources")["sources"]
        shown = self.ask("show", source["id"])
        placed = [one for one in found if one["text_id"] == shown["text_id"]]
        good = [one for one in placed if shown["text"][one["start"] : one["end"]] == one["quote"]]
        self.check("each quotes the words it stands on", len(good) == len(placed), len(placed))
        return found

    def check_readings(self) -> None:
        """Three readings, and nothing was moved without a word."""
        (source,) = self.ask("sources")["sources"]
        readings = self.ask("readings", source["id"])["readings"]
        self.check("3 readings are kept", len(readings) == 3, len(readings))
        waiting = self.ask("review")["reviews"]
        print(f"       {len(waiting)} annotations wait for a look or were moved and not accepted yet")

    def check_going_back(self, before: list[dict[str, Any]], history: list[dict[str, Any]]) -> None:
        """Ten steps are taken back, and can be done again."""
        now = self.ask("history")["history"]
        undone = [one["number"] for one in now if one["undone"] and not one["undoes"]]
        wanted = [one["number"] for one in history[:_STEPS]]
        self.check("the ten newest actions were taken back", sorted(undone) == sorted(wanted), undone)
        self.again("ctrl+shift+z", "8 done again")
        self.check("all is as before", self.ask("annotations")["annotations"] == before)


def tell(story: Day) -> None:
    """Live through the day and check it."""
    story.begin()
    print(f"       one annotation took {story.annotate():.1f} s with the pauses of the person")
    story.correct()
    story.quit()
    before = story.check_annotations()
    story.check_readings()
    history = story.ask("history")["history"]
    story.again("ctrl+z", "7 ten steps back")
    story.check_going_back(before, history)
    story.check_program()


def begin(home: Path, options: argparse.Namespace) -> Day:
    """The story as the command line wants it."""
    return Day(home, options.novel.resolve(), options.pictures)


def main() -> None:
    """Tell the story; exit code 1 where it went otherwise."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("novel", type=Path, help="a plain text")
    live(parser, begin, tell)


if __name__ == "__main__":
    main()
