#!/usr/bin/env python3
"""From two articles to events with claims of both, by the proposals, in a real window; checked by the command line.

    python benchmarks/evidence_story.py LATIN.txt CYRILLIC.txt ALIGNMENTS.json [--pictures DIR]

On a screen of its own (see _screen.py) and with an empty home the person makes an archive, imports both articles, goes
through the proposals of one and of the other, and once more through the first, where events of the second are proposed
now. What no date leads to they find by its words and link by hand. ALIGNMENTS.json says which passages tell of the
same event: it is what the person knows from reading, its items have a `label`, and for `seed0` (the Latin article) and
`seed1` passages with `start` and `end`.

Nothing is called inside the program. What the person sees in the panel is worked out in a second archive, where each
decision is made, too; where two events could have changed places on the screen meanwhile, the person types the title
instead of pressing the figure. The time counts from the first key of the import to the last decision.
"""

import argparse
import json
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _story import Story, live
from archive_app.services import events, importing, proposals, proposing, sources
from archive_app.services.archives import Archive, create_archive
from archive_app.services.proposals import Proposal
from archive_app.services.proposing import NewEvent
from archive_app.ui.proposal_walk import Walk

_WANTED = 15
_SECONDS = 300
_LOOK = 0.9
"""Seconds that the person looks at a proposal before they decide."""
_FEW = 40
"""So many letters of a passage are enough to find it."""
_MOST = 100
"""Proposals after which a walk through one article has gone wrong."""


def _first_words(letters: str, start: int) -> str:
    """The words at a place by which a person finds it."""
    return letters[start : start + _FEW].split("\n")[0].rsplit(" ", 1)[0]


@dataclass
class Reader:
    """What the person knows: the alignments, what is told already, and what the panel shows."""

    archive: Archive
    alignments: list[dict[str, Any]]
    events: dict[str, str] = field(default_factory=dict)
    """Label → the id of its event in the second archive."""
    told: dict[str, set[str]] = field(default_factory=lambda: {"seed0": set(), "seed1": set()})

    def open(self, name: str) -> None:
        """Begin to go through an article."""
        self.name = name
        is_latin = name == "seed0"
        source = next(
            row.source
            for row in sources.list_sources(self.archive)
            if (row.source.script.value == "Latn") == is_latin
        )
        reading = sources.read_source(self.archive, source.id)
        assert reading is not None
        self.walk = Walk(reading.text.id)
        self._take_up()

    def _take_up(self) -> None:
        found = proposals.find_proposals(self.archive, self.walk.text_id)
        self.walk.take_up(found, is_newest=True)

    def tells(self, proposal: Proposal) -> list[str]:
        """The events that a passage tells of and that this article did not tell of before."""
        part = proposal.part
        return [
            item["label"]
            for item in self.alignments
            if item["label"] not in self.told[self.name]
            and any(
                one["start"] < part.end and part.start < one["end"] for one in item[self.name]["passages"]
            )
        ]

    def figure_of(self, label: str, before: Proposal | None) -> str:
        """The figure of an event on the panel, "" where it is not shown or may have changed its place."""
        event_id, current = self.events.get(label), self.walk.current
        shown = [[one.event_id for one in each.candidates] for each in (current, before) if each]
        places = {ids.index(event_id) for ids in shown if event_id in ids}
        return str(places.pop() + 1) if len(places) == 1 and all(event_id in ids for ids in shown) else ""

    def link(self, label: str) -> None:
        """The passage tells of this event."""
        current, text_id = self.walk.current, self.walk.text_id
        assert current is not None
        if label in self.events:
            proposing.link(self.archive, text_id, current, self.events[label])
        else:
            new = NewEvent(title=label, when=current.says_when)
            self.events[label] = proposing.link_to_new(self.archive, text_id, current, new).event_id
        self.told[self.name].add(label)
        self.walk.link(self.events[label])

    def untold(self, name: str) -> list[dict[str, Any]]:
        """The alignments that an article was not said to tell of."""
        return [item for item in self.alignments if item["label"] not in self.told[name]]

    def link_by_hand(self, name: str, label: str) -> None:
        """A passage that the person found tells of this event."""
        if label not in self.events:
            self.events[label] = events.add_event(self.archive, label).id
        self.told[name].add(label)

    def set_aside(self) -> None:
        """The passage is nothing to link."""
        assert self.walk.current is not None
        proposing.refuse(self.archive, self.walk.text_id, self.walk.current.span)
        self.walk.set_aside()

    def go_on(self) -> Proposal | None:
        """Look at the next proposal; return what was shown of it before the archive answered."""
        before = self.walk.current
        self._take_up()
        return before


class Evidence(Story):
    """Two articles that tell of the same days."""

    def __init__(self, home: Path, articles: list[Path], alignments: Path, pictures: Path | None) -> None:
        super().__init__(home, "Oktobar", pictures)
        self._articles = articles
        second = create_archive(home / "second")
        importing.import_files(second, articles)
        self.reader = Reader(second, json.loads(alignments.read_text("utf-8"))["items"])
        self.figures = self.titles = self.made = self.aside = self.hand = 0
        self.letters = {
            name: path.read_text("utf-8") for name, path in zip(("seed0", "seed1"), articles, strict=True)
        }

    def import_both(self) -> None:
        """Bring both articles in."""
        for path in self._articles:
            self.bring_in(path, pause=2)
        self.picture("1 imported")

    def go_through(self, name: str, row: int) -> None:
        """Go through the proposals of an article, which stands in a row of the library."""
        self.screen.click(135, 405 + 50 * row)
        self.screen.pause(1)
        self.screen.keys("ctrl+shift+j", pause=2)
        self.reader.open(name)
        before = self.reader.walk.current
        for number in range(_MOST):
            current = self.reader.walk.current
            if current is None:
                break
            if number == 8:
                self.picture(f"2 proposals of {name}")
            before = self._decide(current, before)
        self.picture(f"3 done with {name}")

    def _decide(self, current: Proposal, before: Proposal | None) -> Proposal | None:
        self.screen.pause(_LOOK)
        labels = self.reader.tells(current)
        if not labels:
            self.screen.keys("x")
            self.reader.set_aside()
            self.aside += 1
            return self.reader.go_on()
        for number, label in enumerate(labels):
            if number:
                self.screen.keys("a", pause=_LOOK)
                self.reader.walk.go_to_linked()
                before = None
            self._link(label, before)
            shown = self.reader.go_on()
        return shown

    def _link(self, label: str, before: Proposal | None) -> None:
        figure = self.reader.figure_of(label, before)
        if figure:
            self.screen.keys(figure)
            self.figures += 1
        elif label in self.reader.events:
            self.screen.keys("f", pause=0.5)
            self.screen.type(label[:40])
            self.screen.keys("Return", pause=0.6)
            self.titles += 1
        else:
            self.screen.keys("n", pause=0.4)
            self.screen.type(label)
            self.screen.keys("Return", pause=0.6)
            self.made += 1
        self.reader.link(label)

    def link_by_hand(self, name: str, row: int) -> None:
        """Find what no proposal led to by its first words, and link them: events of both articles that need no date."""
        self.screen.click(135, 405 + 50 * row)
        self.screen.pause(1)
        for item in self.reader.untold(name):
            self.screen.keys("ctrl+g", pause=0.3)
            self.screen.type(_first_words(self.letters[name], item[name]["passages"][0]["start"]), pause=0.5)
            self.screen.keys("Return", "Escape", "ctrl+e", pause=0.6)
            self.screen.type(item["label"], pause=0.3)
            self.screen.keys("Return", pause=0.8)
            if item["label"] not in self.reader.events:
                self.screen.keys("Return", pause=0.8)
            self.screen.keys("Escape", "Escape", pause=0.4)
            self.reader.link_by_hand(name, item["label"])
            self.hand += 1
        self.picture(f"3 linked by hand in {name}")

    def look(self) -> None:
        """Look at the conflicts, the page of the one that there is, and the timeline, in both looks of the window."""
        keys = self.screen.keys
        keys("ctrl+shift+x", pause=2)
        self.picture("4 conflicts")
        keys("Return", pause=2)
        keys("ctrl+shift+x", "Escape", pause=1)
        self.picture("5 event")
        keys("ctrl+shift+t", pause=2)
        self.picture("6 timeline")
        self.screen.click(1254, 75)
        self.screen.pause(1.5)
        self.picture("7 timeline in the dark")
        keys("alt+Left", pause=2)
        self.picture("8 event in the dark")

    # What is then in the archive

    def check_events(self) -> None:
        """At least fifteen events have claims of both articles, and one of them is in conflict."""
        pages = [self.ask("claims", event["id"]) for event in self.ask("events")["events"]]
        both = [page for page in pages if len({claim["source"]["id"] for claim in page["claims"]}) == 2]
        self.check(f"at least {_WANTED} events have claims of both", len(both) >= _WANTED, len(both))
        wanted = [
            sorted(name for name in self.reader.told if label in self.reader.told[name])
            for label in self.reader.events
        ]
        told = sum(len(page["claims"]) for page in pages)
        self.check("every decision is in the archive", told == sum(map(len, wanted)), told)
        titles = {page["event"]["title"] for page in pages}
        self.check("the events have the titles that were typed", titles == set(self.reader.events))
        conflicts = [one["event"]["title"] for one in self.ask("conflicts")["conflicts"]]
        known = [
            item["label"]
            for item in self.reader.alignments
            if item["aspects"].get("date", "").startswith("conflict")
        ]
        self.check("the dates conflict where the articles do", conflicts == known, "; ".join(conflicts))


def tell(story: Evidence) -> None:
    """Live through it and check it."""
    story.make_archive()
    start = time.monotonic()
    story.import_both()
    for name, row in (("seed1", 0), ("seed0", 1), ("seed1", 0)):
        story.go_through(name, row)
    for name, row in (("seed1", 0), ("seed0", 1)):
        story.link_by_hand(name, row)
    took = time.monotonic() - start
    print(
        f"       {story.figures} links by a figure, {story.titles} by a title, {story.made} new events, "
        f"{story.hand} links by hand, {story.aside} set aside"
    )
    story.check(f"in less than {_SECONDS} seconds", took < _SECONDS, f"{took:.0f}")
    story.look()
    story.quit()
    story.check_events()
    story.check_program()
    story.reader.archive.close()


def begin(home: Path, options: argparse.Namespace) -> Evidence:
    """The story as the command line wants it; the articles are copied, since their names stand in the window."""
    articles = [Path(shutil.copy(path, home)) for path in (options.latin, options.cyrillic)]
    return Evidence(home, articles, options.alignments, options.pictures)


def main() -> None:
    """Tell the story; exit code 1 where it went otherwise."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("latin", "cyrillic", "alignments"):
        parser.add_argument(name, type=Path)
    live(parser, begin, tell)


if __name__ == "__main__":
    main()
