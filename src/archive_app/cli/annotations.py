"""The command that lists all annotations of an archive."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.found import rows_written
from archive_app.cli.output import give, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.records import Colour
from archive_app.core.translation import _, ngettext
from archive_app.services import annotation_rows, annotation_table, events, sources, tagging
from archive_app.services.annotation_rows import TableRow
from archive_app.services.annotation_table import Column, On, Wanted
from archive_app.services.archives import Archive

_PORTION = 500
_NO_COLOUR = "none"
_COLOURS = [colour.value for colour in Colour]


@click.command()
@folder_argument
@click.option(
    "--tag", multiple=True, help="Only what carries this tag. This and the next five may be repeated."
)
@click.option(
    "--colour", multiple=True, type=click.Choice([*_COLOURS, _NO_COLOUR]), help="Only what has this colour."
)
@click.option("--event", multiple=True, help="Only what is tied to this event: its id or title.")
@click.option("--source", multiple=True, help="Only what stands in this source: its id or title.")
@click.option("--author", multiple=True, help="Only what this person made.")
@click.option(
    "--on",
    multiple=True,
    type=click.Choice([on.value for on in On]),
    help="Only what stands on such a thing.",
)
@click.option(
    "--contains",
    "words",
    default="",
    help="Only where all these words or parts of words stand in quotation, note, tags, events or source.",
)
@click.option(
    "--sort",
    type=click.Choice([column.value for column in Column]),
    default=Column.PLACE.value,
    show_default=True,
)
@click.option("--descending", is_flag=True, help="The other way round.")
@click.option("--limit", type=click.IntRange(1), default=None, help="How many to print or write.")
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Write them to this file.",
)
@json_option
def annotations(
    folder: Path,
    sort: str,
    descending: bool,
    limit: int | None,
    table: Path | None,
    as_json: bool,
    **chosen: Any,
) -> None:
    """List the annotations of the archive in DIR, as the table of the window does."""
    with opened(folder) as (archive, progress):
        wanted = _wanted(archive, Column(sort), descending, **chosen)
        numbers = annotation_table.find(archive, wanted, progress)
        total, numbers = len(numbers), numbers[:limit]
        if table is not None:
            count = annotation_rows.export_csv(archive, table, numbers, progress)
            document = {"file": str(table.resolve()), "rows": count}
            give(as_json, document, lambda: [rows_written(table, count)])
            return
        found = [
            row
            for first in range(0, len(numbers), _PORTION)
            for row in annotation_rows.rows(archive, numbers[first : first + _PORTION]).values()
        ]
    give(as_json, {"total": total, "annotations": [_document(row) for row in found]}, lambda: _lines(found))


def _wanted(
    archive: Archive,
    column: Column,
    descending: bool,
    *,
    words: str,
    tag: tuple[str, ...],
    colour: tuple[str, ...],
    event: tuple[str, ...],
    source: tuple[str, ...],
    author: tuple[str, ...],
    on: tuple[str, ...],
) -> Wanted:
    return Wanted(
        words=words,
        tag_ids=frozenset(tagging.find_tag(archive, path).id for path in tag),
        event_ids=frozenset(events.find_event(archive, title).id for title in event),
        source_ids=frozenset(sources.find_source(archive, title).id for title in source),
        authors=frozenset(author),
        colours=frozenset(None if name == _NO_COLOUR else Colour(name) for name in colour),
        on=frozenset(map(On, on)),
        column=column,
        descending=descending,
    )


def _document(row: TableRow) -> dict[str, Any]:
    return {
        **plain(row.annotation),
        "on": row.on.value,
        "title": row.title,
        "source_id": row.source_id,
        "passage": row.passage,
        "tags": list(row.tags),
        "events": [{"id": event.id, "title": event.title} for event in row.events],
    }


def _lines(found: list[TableRow]) -> list[str]:
    lines = []
    for row in found:
        place = _("{title}, passage {number}").format(title=row.title, number=row.passage)
        words = row.annotation.quote or row.annotation.note
        about = [
            ", ".join(f"#{tag}" for tag in row.tags),
            row.annotation.note if row.annotation.quote else "",
        ]
        lines.append(f"{row.annotation.id}  {place if row.passage else row.title}: {' '.join(words.split())}")
        lines += [f"      {' '.join(part.split())}" for part in about if part]
    count = ngettext("{count} annotation", "{count} annotations", len(found)).format(count=len(found))
    return [*lines, count]


COMMANDS = (annotations,)
