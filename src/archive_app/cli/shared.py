"""What the commands share: the folder argument, the JSON option, an opened archive, and how an error is said."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import TerminalProgress, say
from archive_app.core.errors import QueryError
from archive_app.core.translation import _
from archive_app.services.archives import Archive, open_archive

FOLDER = click.Path(path_type=Path, file_okay=False)
folder_argument = click.argument("folder", metavar="DIR", type=FOLDER)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


class Refusal(click.ClickException):
    """An error of the archive, said in one line; the exit code is 1."""

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - click's signature
        """Print the sentence to stderr."""
        say(_("Error: {message}").format(message=self.message))


class WrongQuery(Refusal):
    """A query that cannot be understood: the sentence, the query, and a mark under the wrong place."""

    def __init__(self, error: QueryError, query: str) -> None:
        super().__init__(str(error))
        self._lines = pointing(query, error.start, error.end)

    def show(self, file: Any = None) -> None:
        """Print the sentence, the query and the mark to stderr."""
        super().show(file)
        for line in self._lines:
            say(line)


def pointing(query: str, start: int, end: int) -> list[str]:
    """The query on one line and, on the next, a mark under `[start, end)`, in code points of the query."""
    line = "".join(" " if letter.isspace() else letter for letter in query)
    if not line.strip():
        return []
    before, marked = _columns(line[:start]), max(1, _columns(line[start:end]))
    return [f"    {line}", f"    {' ' * before}{'^' * marked}"]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: accents that are letters of their own take none."""
    return sum(not unicodedata.combining(letter) for letter in text)


@contextmanager
def explaining(query: str) -> Iterator[None]:
    """Show the wrong place of a query that cannot be understood. Raises WrongQuery."""
    try:
        yield
    except QueryError as error:
        raise WrongQuery(error, query) from error


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Archive, TerminalProgress]]:
    """The archive in `folder`, closed at the end, and a progress line."""
    progress = TerminalProgress()
    with open_archive(folder) as archive:
        try:
            yield archive, progress
        finally:
            progress.close()
