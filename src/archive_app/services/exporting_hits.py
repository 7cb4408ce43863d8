"""What a search found as a table for spreadsheet programs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from archive_app.core.citations import citation_text, photo_citation
from archive_app.core.errors import UserError
from archive_app.core.hits import Hit, LineOrder, RecordKind, SearchRequest
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Authority, Event, Photo, Source
from archive_app.core.translation import N_, _
from archive_app.exporters.saving import check_target
from archive_app.exporters.to_csv import write_csv
from archive_app.services.archives import Archive
from archive_app.services.concordances import MOST, concordance
from archive_app.services.fetching import Fetched, ask
from archive_app.services.labels import kind_name, script_label, tier_label

_PORTION = 500
_HIT_COLUMNS = (
    N_("Kind"),
    N_("Source"),
    N_("Call number"),
    N_("Date"),
    N_("Script"),
    N_("Passage"),
    N_("Text"),
    N_("Matched words"),
    N_("Why"),
    N_("Citation"),
    N_("Id"),
)
_LINE_COLUMNS = (
    N_("Left"),
    N_("Keyword"),
    N_("Right"),
    N_("Source"),
    N_("Call number"),
    N_("Date"),
    N_("Passage"),
    N_("Citation"),
    N_("Id"),
)


def export_hits(archive: Archive, target: Path, request: SearchRequest, progress: Progress = SILENT) -> int:
    """Write all hits of a request (of its `limit`, if it has one) to a CSV file; return how many.

    Raises what `searching.search` raises, UserError where nothing was found or `target` cannot be written, and
    Cancelled; `target` is then as it was.
    """
    _check(target)
    progress.step(0, 0, _("Searching"))
    found = ask(archive, replace(request, with_facets=False))
    if not found.matches:
        raise _nothing(request)

    def rows() -> Iterator[list[str | int | None]]:
        for first in range(0, len(found.matches), _PORTION):
            progress.step(first, len(found.matches), _("Reading what was found"))
            fetched = Fetched(archive, found.matches[first : first + _PORTION])
            about = _About(archive, fetched.hits(found))
            yield from (_row(hit, about) for hit in about.hits)

    return write_csv([_(name) for name in _HIT_COLUMNS], rows(), target)


def export_concordance(
    archive: Archive,
    target: Path,
    request: SearchRequest,
    *,
    order: LineOrder = LineOrder.RIGHT,
    most: int = MOST,
    progress: Progress = SILENT,
) -> int:
    """Write the lines of a concordance to a CSV file, in their order; return how many. Raises as `export_hits`."""
    _check(target)
    progress.step(0, 0, _("Searching"))
    lines = concordance(archive, request, order=order, most=most).lines
    if not lines:
        raise _nothing(request)
    about = _About(archive, [line.hit for line in lines])
    rows = (
        [line.left, line.keyword, line.right, *about.origin(line.hit), *about.place(line.hit)]
        for line in lines
    )
    progress.step(0, 0, _("Writing {name}").format(name=target.name))
    return write_csv([_(name) for name in _LINE_COLUMNS], rows, target)


def _check(target: Path) -> None:
    if target.suffix.lower() != ".csv":
        raise UserError(
            _("The name {name} does not end in .csv; give it that ending.").format(name=target.name)
        )
    check_target(target)


def _nothing(request: SearchRequest) -> UserError:
    return UserError(
        _("There is nothing to write: nothing was found for “{query}”.").format(query=request.query)
    )


def _row(hit: Hit, about: "_About") -> list[str | int | None]:
    why = dict.fromkeys(tier_label(form.tier) for form in hit.matched)
    source, call_number, date = about.origin(hit)
    passage, citation, id_ = about.place(hit)
    return [
        kind_name(hit.kind),
        source,
        call_number,
        date,
        script_label(hit.source_script),
        passage,
        hit.text,
        ", ".join(form.form for form in hit.matched),
        ", ".join(why),
        citation,
        id_,
    ]


class _About:
    """What is said of hits beside their texts, read in few queries."""

    def __init__(self, archive: Archive, hits: Sequence[Hit]) -> None:
        self.hits = hits
        store = archive.store
        self._sources = store.get_many(Source, (hit.source_id for hit in hits if hit.source_id))
        self._photos = store.get_many(Photo, self._ids(lambda hit: hit.kind is RecordKind.PHOTO))
        self._events = store.get_many(Event, self._ids(lambda hit: hit.kind is RecordKind.EVENT))
        self._authorities = store.get_many(Authority, self._ids(lambda hit: hit.kind is RecordKind.AUTHORITY))

    def _ids(self, wanted: Callable[[Hit], bool]) -> list[str]:
        return [hit.record_id for hit in self.hits if wanted(hit)]

    def origin(self, hit: Hit) -> tuple[str, str, str]:
        """Title of the source, call number and date (EDTF), the record's own where it has one."""
        source = self._sources.get(hit.source_id or "")
        photo = self._photos.get(hit.record_id)
        other = self._events.get(hit.record_id) or self._authorities.get(hit.record_id)
        call_number = (photo.call_number if photo else "") or (source.call_number if source else "")
        own = photo.date if photo else other.when if other else ""
        return hit.source_title, call_number, own or (source.date if source else "")

    def place(self, hit: Hit) -> tuple[int | None, str, str]:
        """Number of the passage (from 1), citation and id."""
        source = self._sources.get(hit.source_id or "")
        number = hit.ordinal + 1 if hit.kind is RecordKind.PASSAGE else None
        photo = self._photos.get(hit.record_id)
        if photo is not None:
            return number, "".join(run.text for run in photo_citation(photo, source)), hit.id
        return number, citation_text(source, number) if source else "", hit.id
