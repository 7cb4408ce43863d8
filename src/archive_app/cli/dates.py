"""The command that lists the date expressions of a text, or of all texts between two dates."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, marked, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.dates import format_date
from archive_app.core.days import iso_year
from archive_app.core.translation import _
from archive_app.services import dating, mentions, sources
from archive_app.services.archives import Archive
from archive_app.services.dated_passages import DatedPassage, days_between, tell

_PERIODS: dict[str, Callable[[Archive], dict[Any, int]]] = {
    "source": mentions.counts_by_source,
    "month": mentions.counts_by_month,
    "year": mentions.counts_by_year,
}


@click.command()
@folder_argument
@click.argument("source", required=False)
@click.option("--from", "begins", default="", metavar="DATE", help="List those from this date on.")
@click.option("--to", "ends", default="", metavar="DATE", help="List those until this date.")
@click.option("--longest", type=click.IntRange(min=1), metavar="DAYS", help="Leave out those of more days.")
@click.option("--by", type=click.Choice(list(_PERIODS)), help="Count those of all sources.")
@json_option
def dates(
    folder: Path,
    source: str | None,
    begins: str,
    ends: str,
    longest: int | None,
    by: str | None,
    as_json: bool,
) -> None:
    """List the date expressions in a SOURCE (its id or title), what they mean and what that rests on.

    With --from and --to those of all sources between two dates, as EDTF or as you write them; with --by how many
    there are.
    """
    wants_time = bool(begins.strip() or ends.strip() or longest)
    if by and (source or wants_time):
        raise click.UsageError(
            _("--by counts the dates of all sources; leave SOURCE, --from, --to and --longest out.")
        )
    if not (source or wants_time or by):
        raise click.UsageError(_("Name a SOURCE, or say with --from and --to which time you mean."))
    with opened(folder) as (archive, progress):
        if by:
            mentions.catch_up(archive, progress)
            _give_counts(archive, by, as_json)
        elif wants_time:
            mentions.catch_up(archive, progress)
            _give_passages(archive, source, days_between(begins, ends), longest, as_json)
        else:
            found = dating.dates_in(archive, sources.find_source(archive, source or "").id, progress)
            document = {"dates": [_document(mention) for mention in found]}
            give(as_json, document, lambda: _lines(found) or [_("No date expressions were found.")])


def _give_passages(
    archive: Archive,
    source: str | None,
    days: tuple[str | None, str | None],
    longest: int | None,
    as_json: bool,
) -> None:
    source_id = sources.find_source(archive, source).id if source else None
    found = mentions.mentions_between(archive, *days, longest=longest, source_id=source_id)
    told = tell(archive, found)
    document = {
        "dates": [
            {
                **_document(one.mention),
                "source": {"id": one.source.id, "title": one.source.title, "script": one.source.script.value},
                "passage": one.ordinal + 1,
                "quote": one.quote,
            }
            for one in told
        ]
    }
    give(
        as_json,
        document,
        lambda: list(_passage_lines(told)) or [_("No text speaks of this time with a date.")],
    )


def _passage_lines(told: list[DatedPassage]) -> Iterator[str]:
    """Date, source and paragraph on one line, and below it the sentence with the words of the date marked."""
    for one in told:
        place = _("{date}  {source}, paragraph {number}")
        when = format_date(one.mention.edtf)
        yield place.format(date=when, source=one.source.title, number=one.ordinal + 1)
        yield f"    {marked(one.quote, ((one.words.start, one.words.end),))}"


def _give_counts(archive: Archive, by: str, as_json: bool) -> None:
    counts = _PERIODS[by](archive)
    if by == "source":
        known = [one for one in sources.sources_alone(archive) if one.id in counts]
        rows = [{"source": {"id": one.id, "title": one.title}, "count": counts[one.id]} for one in known]
        names = [one.title for one in known]
    else:
        rows = [{by: _period(key), "count": count} for key, count in counts.items()]
        names = [format_date(_period(key)) for key in counts]
    lines = [f"{row['count']:>7}  {name}" for row, name in zip(rows, names, strict=True)]
    give(as_json, {"counts": rows}, lambda: lines or [_("No date expressions were found.")])


def _period(key: Any) -> str:
    """A year or a month as EDTF."""
    return f"{iso_year(key[0])}-{key[1]:02d}" if isinstance(key, tuple) else iso_year(key)


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
