"""The command for searching."""

from pathlib import Path
from typing import Any

import click

from archive_app.cli.output import give, marked, plain
from archive_app.cli.shared import folder_argument, json_option, opened
from archive_app.core.hits import Hit, RecordKind, SearchResult
from archive_app.core.translation import N_, _, ngettext
from archive_app.services import indexing, sources
from archive_app.services.searching import search as find

_KINDS = {
    RecordKind.PASSAGE: N_("passage"),
    RecordKind.ANNOTATION: N_("annotation"),
    RecordKind.PHOTO: N_("photo"),
    RecordKind.EVENT: N_("event"),
    RecordKind.SOURCE: N_("source"),
}


@click.command()
@folder_argument
@click.argument("query")
@click.option("--exact", is_flag=True, help="Only the letters as typed, in either script.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in RecordKind]))
@click.option("--source", default=None, help="Only in this source: its id or title.")
@click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, help="How many hits to print."
)
@json_option
def search(
    folder: Path,
    query: str,
    exact: bool,
    kinds: tuple[str, ...],
    source: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Find QUERY in the archive: words in both scripts and all forms, "phrases", prefix*, AND, OR, NOT."""
    with opened(folder) as (archive, progress):
        indexing.catch_up(archive, progress)
        source_id = sources.find_source(archive, source).id if source else None
        wanted = [RecordKind(kind) for kind in kinds] or None
        result = find(archive, query, exact=exact, kinds=wanted, source_id=source_id, limit=limit)
    give(as_json, result_document(result), lambda: _lines(result))


def result_document(result: SearchResult) -> dict[str, Any]:
    """A search result in JSON, as scripts know it."""
    return {"query": result.query, "total": result.total, "hits": [_hit_document(hit) for hit in result.hits]}


def _hit_document(hit: Hit) -> dict[str, Any]:
    source = {"id": hit.source_id, "title": hit.source_title, "script": hit.source_script.value}
    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "source": source if hit.source_id else None,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "highlights": plain(hit.highlights),
        "matched": plain(hit.matched),
        "score": hit.score,
    }


def _lines(result: SearchResult) -> list[str]:
    if not result.total:
        return [_("Nothing was found for “{query}”.").format(query=result.query)]
    lines = []
    for hit in result.hits:
        heading = f"{hit.source_title} · {_(_KINDS[hit.kind])}" if hit.source_title else _(_KINDS[hit.kind])
        lines += [heading, f"    {marked(hit.text, hit.highlights)}"]
    lines.append(ngettext("{count} hit", "{count} hits", result.total).format(count=result.total))
    return lines


COMMANDS = (search,)
