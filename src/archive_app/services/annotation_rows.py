"""The rows of the table of all annotations, read in portions, and written to a file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.errors import UserError
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Annotation, Event, Photo, Region, Source
from archive_app.core.translation import _
from archive_app.exporters.saving import check_target
from archive_app.exporters.to_csv import write_csv
from archive_app.services.annotating import Annotated, annotated_with
from archive_app.services.annotation_table import COLUMN_TITLES, On, known
from archive_app.services.archives import Archive
from archive_app.services.record_labels import colour_label
from archive_app.store import annotations

_PORTION = 500


@dataclass(frozen=True, slots=True)
class TableRow:
    """An annotation as the table shows it; `title` is that of the source, photo or event it stands on, `passage`
    counts from 1, `tags` are written out from the top."""

    annotation: Annotation
    tags: tuple[str, ...]
    events: tuple[Event, ...]
    on: On
    source_id: str | None
    title: str
    passage: int | None


def rows(archive: Archive, numbers: Sequence[int]) -> dict[int, TableRow]:
    """What the table shows of some annotations, by their numbers; those that are gone are left out."""
    there = known(archive, numbers)
    found = annotated_with(
        archive, annotations.many(archive.store, [id_ for id_, _passage in there.values()])
    )
    by_id = {one.annotation.id: one for one in found}
    around = _Around(archive, found)
    return {
        number: around.row(by_id[id_], passage) for number, (id_, passage) in there.items() if id_ in by_id
    }


class _Around:
    """What some annotations stand on and are tied to, each table read once."""

    def __init__(self, archive: Archive, found: Sequence[Annotated]) -> None:
        store, records = archive.store, [one.annotation for one in found]
        self._regions = store.get_many(Region, _some(record.region_id for record in records))
        photo_ids = [*_some(record.photo_id for record in records)]
        photo_ids += [region.photo_id for region in self._regions.values()]
        self._photos = store.get_many(Photo, photo_ids)
        self._sources = store.get_many(Source, _some(one.source_id for one in found))
        event_ids = [*_some(record.event_id for record in records)]
        event_ids += [link.event_id for one in found for link in one.links]
        self._events = store.get_many(Event, event_ids)

    def row(self, one: Annotated, passage: int | None) -> TableRow:
        annotation = one.annotation
        return TableRow(
            annotation=annotation,
            tags=tuple(sorted(one.tag_paths)),
            events=tuple(self._events[link.event_id] for link in one.links if link.event_id in self._events),
            on=_on(annotation),
            source_id=one.source_id,
            title=self._title(one),
            passage=None if passage is None else passage + 1,
        )

    def _title(self, one: Annotated) -> str:
        annotation = one.annotation
        if one.source_id in self._sources:
            return self._sources[one.source_id].title
        region = self._regions.get(annotation.region_id or "")
        photo = self._photos.get(annotation.photo_id or (region.photo_id if region else ""))
        event = self._events.get(annotation.event_id or "")
        return photo.caption if photo else event.title if event else ""


def _on(annotation: Annotation) -> On:
    if annotation.text_id:
        return On.TEXT
    if annotation.photo_id or annotation.region_id:
        return On.PHOTO
    return On.EVENT if annotation.event_id else On.SOURCE


def _some(ids: Iterable[str | None]) -> list[str]:
    return [id_ for id_ in ids if id_]


def export_csv(archive: Archive, target: Path, numbers: Sequence[int], progress: Progress = SILENT) -> int:
    """Write annotations to a CSV file, in the order given; return how many.

    Raises UserError where there are none or `target` cannot be written, and Cancelled; `target` is then as it was.
    """
    if not numbers:
        raise UserError(_("There are no annotations to write."))
    check_target(target)

    def lines() -> Iterator[list[str | int | None]]:
        for first in range(0, len(numbers), _PORTION):
            progress.step(first, len(numbers))
            some = numbers[first : first + _PORTION]
            read = rows(archive, some)
            yield from (_cells(read[number]) for number in some if number in read)

    return write_csv([*(_(title) for title in COLUMN_TITLES.values()), _("Id")], lines(), target)


def _cells(row: TableRow) -> list[str | int | None]:
    annotation = row.annotation
    return [
        annotation.quote,
        annotation.note,
        "; ".join(row.tags),
        colour_label(annotation.colour) if annotation.colour else "",
        "; ".join(event.title for event in row.events),
        row.title,
        row.passage,
        annotation.author,
        annotation.made_at,
        annotation.id,
    ]
