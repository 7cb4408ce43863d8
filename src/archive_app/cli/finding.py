"""The commands for searching: hits, concordances, tables of them, annotating them, and saved searches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from archive_app.cli import found
from archive_app.cli.asking import Asked, asking_options, take_asked
from archive_app.cli.output import TerminalProgress, give, say
from archive_app.cli.shared import explaining, folder_argument, json_option, opened
from archive_app.core.hits import LineOrder, SearchRequest
from archive_app.core.records import Colour
from archive_app.core.translation import _
from archive_app.services import events, indexing, searches, searching
from archive_app.services.archives import Archive
from archive_app.services.concordances import MOST

_PRINTED = 50


@click.command()
@folder_argument
@click.argument("query")
@click.option(
    "--saved", is_flag=True, help="QUERY is the name of a saved search, which brings its own options."
)
@asking_options
@click.option("--facets", is_flag=True, help="Also count by source, kind, script, tag, event and year.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=None,
    help=f"How many hits; {_PRINTED} if not given, {MOST} for --concordance, all for --csv and --annotate.",
)
@click.option(
    "--concordance",
    type=click.Choice([order.value for order in LineOrder]),
    is_flag=False,
    flag_value=LineOrder.RIGHT.value,
    help="Show each keyword in its context, sorted by what is named here, else by what is right of it.",
)
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the hits, or the concordance, to this CSV file.",
)
@click.option("--annotate", is_flag=True, help="Annotate what is found, with the following six.")
@click.option("--note", default="", help="A note on each.")
@click.option("--add-tag", multiple=True, help="A tag for each; may be given several times.")
@click.option("--add-event", default=None, help="An event to link each to: its id or title.")
@click.option(
    "--colour", type=click.Choice([c.value for c in Colour]), default=Colour.YELLOW.value, show_default=True
)
@click.option("--whole", is_flag=True, help="Mark whole passages, not the words that were found.")
@click.option("--dry-run", is_flag=True, help="Only show what --annotate would do.")
@json_option
def search(folder: Path, query: str, as_json: bool, **options: Any) -> None:
    """Find QUERY in the archive: words in both scripts and all forms.

    "phrases", prefix*, AND, OR, NOT, brackets, =exact and fields such as author: or date: are understood.
    """
    asked, table, order = take_asked(options), options.pop("table"), options.pop("concordance")
    limit, with_facets = options.pop("limit"), options.pop("facets")
    is_saved = options.pop("saved")
    marking = _Marking(**options)
    if marking.annotate and (table or order):
        raise click.UsageError(_("--annotate goes neither with --csv nor with --concordance."))
    if not marking.annotate and marking.is_given:
        raise click.UsageError(
            _("--note, --add-tag, --add-event, --whole and --dry-run say how to --annotate; give it, too.")
        )
    with opened(folder) as (archive, progress), explaining(query):
        indexing.catch_up(archive, progress)
        request_with = _requests(archive, query, None if is_saved else asked)
        if table:
            _write_table(archive, request_with(limit=limit), table, order, as_json, progress)
        elif order:
            request = request_with()
            bounds = _most(limit) if as_json else {"width": found.WIDTH, **_most(limit)}
            lines = searching.concordance(archive, request, order=LineOrder(order), **bounds)
            give(as_json, found.concordance_document(lines), lambda: found.concordance_lines(lines))
        elif marking.annotate:
            marking.run(archive, request_with(limit=limit), as_json, progress)
        else:
            request = request_with(limit=limit or _PRINTED, with_facets=with_facets)
            result = searching.search(archive, request)
            give(as_json, found.result_document(result), lambda: found.result_lines(result))
            for notice in () if as_json else result.notices:
                say(notice)


def _requests(archive: Archive, query: str, asked: Asked | None) -> Callable[..., SearchRequest]:
    """How requests for a query are made with values of their own: as asked, or as the search saved under that name
    asks. Raises NotFound."""
    if asked is None:
        return partial(searches.request_of, searches.find_search(archive, query))
    return partial(asked.request, archive, query)


def _most(limit: int | None) -> dict[str, int]:
    return {} if limit is None else {"most": limit}


def _write_table(
    archive: Archive,
    request: SearchRequest,
    table: Path,
    order: str | None,
    as_json: bool,
    progress: TerminalProgress,
) -> None:
    if order:
        rows = searching.export_concordance(
            archive, table, request, order=LineOrder(order), **_most(request.limit), progress=progress
        )
    else:
        rows = searching.export_hits(archive, table, request, progress)
    progress.close()
    document = {"query": request.query, "file": str(table.resolve()), "rows": rows}
    give(as_json, document, lambda: [found.rows_written(table, rows)])


@dataclass(frozen=True, kw_only=True)
class _Marking:
    """How hits are to be annotated."""

    annotate: bool
    note: str
    add_tag: Sequence[str]
    add_event: str | None
    colour: str
    whole: bool
    dry_run: bool

    @property
    def is_given(self) -> bool:
        """Whether anything was said of annotating beside the colour, which has a default."""
        return bool(self.note or self.add_tag or self.add_event or self.whole or self.dry_run)

    def run(
        self,
        archive: Archive,
        request: SearchRequest,
        as_json: bool,
        progress: TerminalProgress,
    ) -> None:
        """Annotate what the request finds, or show what would be done."""
        event = events.find_event(archive, self.add_event) if self.add_event else None
        values: dict[str, Any] = {
            "colour": Colour(self.colour),
            "note": self.note,
            "tags": self.add_tag,
            "event_id": event.id if event else None,
            "whole": self.whole,
        }
        hits = searching.search(archive, request).hits
        plan = searching.plan_annotations(archive, hits, **values)
        made: list[str] | None = None
        if not self.dry_run:
            made = searching.annotate_hits(archive, hits, **values, progress=progress)
            indexing.catch_up(archive, progress)
        progress.close()
        document = found.plan_document(request.query, plan, made)
        give(as_json, document, lambda: found.plan_lines(plan, made))


@click.command("searches")
@folder_argument
@json_option
def list_(folder: Path, as_json: bool) -> None:
    """List the saved searches of the archive in DIR."""
    with opened(folder) as (archive, _progress):
        saved = searches.list_searches(archive)
    document = {"searches": [found.saved_document(one) for one in saved]}
    lines = [f"{one.name}: {one.query}" for one in saved]
    give(as_json, document, lambda: lines or [_("There are no saved searches yet.")])


@click.command("save-search")
@folder_argument
@click.argument("name")
@click.argument("query")
@asking_options
@json_option
def save(folder: Path, name: str, query: str, as_json: bool, **options: Any) -> None:
    """Keep QUERY with its options under NAME."""
    asked: Asked = take_asked(options)
    with opened(folder) as (archive, progress):
        saved = searches.save_search(archive, name, asked.request(archive, query))
        indexing.catch_up(archive, progress)
    words = _("Saved the search “{name}”.").format(name=saved.name)
    give(as_json, found.saved_document(saved), lambda: [words])


COMMANDS = (search, list_, save)
