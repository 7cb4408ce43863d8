"""What commands print: lines for people, or one JSON document for scripts. Messages always go to stderr."""

import dataclasses
import json
import os
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import click

from archive_app.core.dates import format_date, read_date
from archive_app.core.progress import Progress
from archive_app.core.translation import _

_MARK = ("\x1b[1m", "\x1b[0m")


def plain(value: Any) -> Any:
    """Dataclasses, enums and paths as what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.name.lower() if isinstance(value.value, int) else value.value
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def give(as_json: bool, document: Any, lines: Callable[[], list[str]]) -> None:
    """Print `document` as JSON, or the lines for a person."""
    if as_json:
        click.echo(json.dumps(plain(document), ensure_ascii=False, indent=2))
    else:
        for line in lines():
            click.echo(line)


def say(message: str) -> None:
    """A message for the person, beside the output."""
    click.echo(message, err=True)


def say_date(typed: str) -> None:
    """Say how a typed date was understood where that may surprise. Raises UserError for what is no date."""
    read = read_date(typed)
    if read.remarks:
        understood = _("Understood as {date}.").format(date=format_date(read.date.text))
        say(" ".join((understood, *read.remarks)))


def marked(text: str, highlights: tuple[tuple[int, int], ...]) -> str:
    """`text` on one line with its highlights in bold where the terminal shows it, else between « and »."""
    before, after = _MARK if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else ("«", "»")
    pieces, last = [], 0
    for start, end in highlights:
        pieces += [text[last:start], before, text[start:end], after]
        last = end
    pieces.append(text[last:])
    return " ".join("".join(pieces).split())


class TerminalProgress(Progress):
    """Rewrites one line on stderr while it is a terminal; Ctrl+C cancels at the next step."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._width = 0

    def report(self, done: int, total: int, text: str) -> None:
        """Show the step on one line."""
        if not self._shows:
            return
        line = _("{done} of {total}  {text}").format(done=done, total=total, text=text) if total else text
        line = line[: max(20, _columns() - 1)]
        click.echo("\r" + line.ljust(self._width), nl=False, err=True)
        self._width = len(line)

    def close(self) -> None:
        """Clear the line."""
        if self._shows and self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0


def _columns() -> int:
    """How many columns the terminal has."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        return 80
