"""What the stories have in common: a person before a real window, and a look at the archive afterwards by commands."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from _screen import Screen


class Story:
    """The person, the screen, the archive that they make, and what was checked."""

    def __init__(self, home: Path, name: str, pictures: Path | None) -> None:
        self.home = home
        self.screen = Screen(home)
        self.archive = home / name
        self._pictures = pictures
        self._failed = 0

    # What is looked at

    def picture(self, name: str) -> None:
        """Keep what is seen, where pictures are wanted."""
        if self._pictures is not None:
            self.screen.picture(self._pictures / f"{name}.png")

    def ask(self, command: str, *words: str) -> Any:
        """What a command says of the closed archive."""
        done = subprocess.run(
            [sys.executable, "-m", "archive_app", command, str(self.archive), *words, "--json"],
            env={**os.environ, "HOME": str(self.home)},
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(done.stderr.decode())
        return json.loads(done.stdout)

    def check(self, what: str, is_so: bool, found: object = "") -> None:
        """Say whether something is as it should be."""
        self._failed += not is_so
        print(f"{'right' if is_so else 'WRONG':6} {what}{f': {found}' if found != '' else ''}")

    def check_program(self) -> None:
        """The archive is in order, and the program said nothing that nobody expected."""
        faults = self.ask("check").get("faults")
        self.check("the archive is in order", not faults, faults or "")
        said = [line for line in self.screen.output().splitlines() if "rror" in line or "Traceback" in line]
        self.check("the program said nothing unexpected", not said, "; ".join(said[:3]))

    def has_failed(self) -> bool:
        """Whether anything was not as it should be."""
        return self._failed > 0

    # What is done

    def make_archive(self) -> None:
        """Start the program and make an archive."""
        keys = self.screen.keys
        self.screen.start_program()
        keys("ctrl+n", pause=1)
        self.screen.type(self.archive.name)
        keys("Return", pause=3)
        keys("Escape", "Escape", "Escape")  # the first hints

    def bring_in(self, path: Path, pause: float) -> None:
        """Import a file; `pause` is how long the person waits for it, in seconds."""
        keys = self.screen.keys
        keys("ctrl+i", pause=1)
        keys("Return", pause=1.5)
        self.screen.type(str(path))
        keys("Return", pause=1)
        keys("Return", pause=pause)
        keys("Return", pause=1)

    def quit(self) -> None:
        """End the program as a person does."""
        self.screen.keys("ctrl+q", pause=0.5)
        self.screen.end_program()


S = TypeVar("S", bound=Story)


def live(parser: argparse.ArgumentParser, begin: Callable[..., S], tell: Callable[[S], None]) -> None:
    """Read the command line, live through a story in an empty home, and end with 1 where anything went otherwise.

    `begin` makes the story of a home, the options and a folder for pictures or None.
    """
    parser.add_argument("--pictures", type=Path, help="folder for pictures of the window")
    options = parser.parse_args()
    if options.pictures is not None:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        story = begin(Path(name), options)
        try:
            tell(story)
        finally:
            story.screen.close()
    sys.exit(story.has_failed())
