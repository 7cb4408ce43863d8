"""What the library lists: one plain row for each record, made from the services."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from archive_app.core.dates import format_date
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.kinds import AuthorityKind
from archive_app.core.months import plain_copy
from archive_app.core.records import Authority, Collection, Colour, Event, Photo, Source, Tag
from archive_app.core.translation import N_, _, ngettext
from archive_app.services import authorities, collections, phases, photos, sources, tagging
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named
from archive_app.services.authority_uses import use_counts
from archive_app.ui.labels import kind_label, short


class Section(StrEnum):
    """The parts of the library."""

    SOURCES = "sources"
    PHOTOS = "photos"
    EVENTS = "events"
    AUTHORITIES = "authorities"
    TAGS = "tags"
    COLLECTIONS = "collections"


SECTION_TITLES = {
    Section.SOURCES: N_("Sources"),
    Section.PHOTOS: N_("Photos"),
    Section.EVENTS: N_("Events"),
    Section.AUTHORITIES: N_("People, units and places"),
    Section.TAGS: N_("Tags"),
    Section.COLLECTIONS: N_("Collections"),
}
SECTION_ICONS = {
    Section.SOURCES: "source",
    Section.PHOTOS: "photo",
    Section.EVENTS: "event",
    Section.AUTHORITIES: "authority",
    Section.TAGS: "tag",
    Section.COLLECTIONS: "collection",
}
AUTHORITY_ICONS = {AuthorityKind.PERSON: "person", AuthorityKind.UNIT: "unit", AuthorityKind.PLACE: "place"}
TOUCHED_BY = {
    Section.SOURCES: ("sources", "texts", "annotations"),
    Section.PHOTOS: ("photos", "sources"),
    Section.EVENTS: ("events", "links"),
    Section.AUTHORITIES: ("authorities", "variant_names", "access_points"),
    Section.TAGS: ("tags", "annotation_tags", "annotations"),
    Section.COLLECTIONS: ("collections", "collection_items"),
}
"""The record types whose changes make a section look different."""


class RowKind(StrEnum):
    """What a row stands for."""

    SOURCE = "source"
    PHOTO = "photo"
    EVENT = "event"
    AUTHORITY = "authority"
    TAG = "tag"
    COLLECTION = "collection"
    ANNOTATION = "annotation"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a list. `count` stands at its right end, `source_id` says where an annotation stands, `path` and
    `depth` where a tag stands, `above` and `depth` where an event does; `parts` is how many rows it folds away, `icon`
    what kind of record it is among others."""

    kind: RowKind
    id: str
    title: str
    detail: str = ""
    count: int | None = None
    count_tip: str = ""
    colour: Colour | None = None
    photo: Photo | None = None
    source_id: str | None = None
    record: Source | Photo | Event | Authority | Tag | Collection | None = None
    key: str = ""
    path: str = ""
    depth: int = 0
    above: tuple[str, ...] = ()
    parts: int = 0
    icon: str = ""


def rows_of(archive: Archive, section: Section) -> list[Row]:
    """The rows of a section, in the order in which a person expects them."""
    return _LISTS[section](archive)


def rows_inside(archive: Archive, row: Row) -> list[Row]:
    """What a tag or a collection holds. Raises NotFound where it was deleted."""
    if row.kind is RowKind.TAG:
        return _annotations(archive, row.id)
    return [_member(record) for record in collections.members(archive, row.id)]


def source_rows_alone(archive: Archive) -> list[Row]:
    """The rows of sources, without how many annotations each has."""
    return [_source(source) for source in sources.sources_alone(archive)]


def _sources(archive: Archive) -> list[Row]:
    return [_source(found.source, found.annotations) for found in sources.list_sources(archive)]


def _source(source: Source, annotations: int | None = None) -> Row:
    known = [source.creator, format_date(source.date)]
    tip = "" if annotations is None else _count_of_annotations(annotations)
    return Row(
        kind=RowKind.SOURCE,
        id=source.id,
        title=source.title,
        detail=_joined(known) or kind_label(source.kind),
        count=annotations,
        count_tip=tip,
        record=source,
        key=_key(source.title, source.creator, source.call_number),
    )


def _count_of_annotations(count: int) -> str:
    return ngettext("{count} annotation", "{count} annotations", count).format(count=count)


def _photos(archive: Archive) -> list[Row]:
    return [_photo(found.photo) for found in photos.list_photos(archive)]


def _photo(photo: Photo) -> Row:
    missing = _("scan missing") if photo.file_id is None else ""
    return Row(
        kind=RowKind.PHOTO,
        id=photo.id,
        title=" ".join(photo.caption.split()),
        detail=_joined([format_date(photo.date), photo.place, missing]),
        photo=photo,
        source_id=photo.source_id,
        record=photo,
        key=_key(photo.caption, photo.place, photo.credit),
    )


def _events(archive: Archive) -> list[Row]:
    return [
        replace(_event(found.event, found.links, found.parts), above=found.above, depth=len(found.above))
        for found in phases.event_tree(archive)
    ]


def _event(event: Event, links: int | None = None, parts: int = 0) -> Row:
    tip = ""
    if links is not None:
        tip = ngettext("{count} linked passage", "{count} linked passages", links).format(count=links)
    if parts:
        said = ngettext("{passages}; {count} part", "{passages}; {count} parts", parts)
        tip = said.format(passages=tip, count=parts)
    return Row(
        kind=RowKind.EVENT,
        id=event.id,
        title=event.title,
        detail=_joined([format_date(event.when) or _("no date"), event.place]),
        count=links,
        count_tip=tip,
        record=event,
        key=_key(event.title, event.place),
        parts=parts,
    )


def _authorities(archive: Archive) -> list[Row]:
    uses = use_counts(archive)
    return [
        _authority(named, uses.get(named.authority.id, 0)) for named in authorities.list_authorities(archive)
    ]


def _authority(named: Named, events: int) -> Row:
    authority = named.authority
    kind = authority_kind_label(authority.kind)
    return Row(
        kind=RowKind.AUTHORITY,
        id=authority.id,
        title=authority.name,
        detail=_joined([kind, format_date(authority.when), ", ".join(named.names[1:])]),
        count=events,
        count_tip=ngettext("{count} event", "{count} events", events).format(count=events),
        record=authority,
        key=_key(*named.names, kind),
        icon=AUTHORITY_ICONS[authority.kind],
    )


def _tags(archive: Archive) -> list[Row]:
    return [
        Row(
            kind=RowKind.TAG,
            id=found.tag.id,
            title=found.tag.name,
            count=found.annotations,
            count_tip=_count_of_annotations(found.annotations),
            colour=found.tag.colour,
            record=found.tag,
            key=_key(found.path),
            path=found.path,
            depth=found.depth,
        )
        for found in tagging.list_tags(archive)
    ]


def _collections(archive: Archive) -> list[Row]:
    return [
        Row(
            kind=RowKind.COLLECTION,
            id=collection.id,
            title=collection.name,
            detail=short(collection.note),
            record=collection,
            key=_key(collection.name),
        )
        for collection in collections.list_collections(archive)
    ]


def _annotations(archive: Archive, tag_id: str) -> list[Row]:
    titles = {found.source.id: found.source.title for found in sources.list_sources(archive)}
    rows = []
    for found in tagging.annotations_with_tag(archive, tag_id):
        annotation = found.annotation
        title = short(annotation.quote or annotation.note, 200)
        rows.append(
            Row(
                kind=RowKind.ANNOTATION,
                id=annotation.id,
                title=title,
                detail=titles.get(found.source_id or "", ""),
                colour=annotation.colour,
                source_id=found.source_id,
                key=_key(title, annotation.note),
            )
        )
    return rows


def _member(record: Source | Photo | Event) -> Row:
    if isinstance(record, Source):
        return _source(record)
    return _photo(record) if isinstance(record, Photo) else _event(record)


_LISTS: dict[Section, Callable[[Archive], list[Row]]] = {
    Section.SOURCES: _sources,
    Section.PHOTOS: _photos,
    Section.EVENTS: _events,
    Section.AUTHORITIES: _authorities,
    Section.TAGS: _tags,
    Section.COLLECTIONS: _collections,
}


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _key(*texts: str) -> str:
    return "\n".join(plain(text) for text in texts if text)


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """A text as the filter compares it: lower case, without diacritics, the same for both scripts."""
    return (
        plain_copy(text)
        .casefold()
        .replace("ļ", "lj")
        .replace("ń", "nj")
        .replace("đ", "dj")
        .replace("ǆ", "dz")
    )
