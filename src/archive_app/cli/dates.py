"""The command that lists the date expressions of a text."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.dates import format_date
from archive_app.core.translation import _
from archive_app.services import dating, sources


@click.command()
@folder_argument
@click.argument("source")
@json_option
def dates(folder: Path, source: str, as_json: bool) -> None:
    """List the date expressions in a SOURCE (its id or title), what they mean and what that rests on."""
    with opened(folder) as (archive, progress):
        found = dating.dates_in(archive, sources.find_source(archive, source).id, progress)
    give(
        as_json,
        {"dates": [_document(mention) for mention in found]},
        lambda: _lines(found) or [_("No date expressions were found.")],
    )


def _document(mention: dating.DateMention) -> dict[str, Any]:
    """A mention for scripts: `from` is the place of the date that it takes its year from or counts from."""
    document = {**plain(mention), "basis": mention.basis}
    document["from"] = document.pop("origin")
    return document


def _lines(found: list[dating.DateMention]) -> list[str]:
    """Place, meaning and words of each mention, and how it was understood where its words do not say all."""
    by_place = {(mention.start, mention.end): mention for mention in found}
    lines = []
    for mention in found:
        line = f"{mention.start:>7}  {format_date(mention.edtf):<28} {_words(mention)}"
        origin = by_place.get(mention.origin) if mention.origin else None
        why = dating.explanation(mention, None if origin is None else _words(origin))
        lines.append(f"{line}  ({why})" if why else line)
    return lines


def _words(mention: dating.DateMention) -> str:
    return " ".join(mention.text.split())


COMMANDS = (dates,)
