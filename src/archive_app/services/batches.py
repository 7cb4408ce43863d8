"""One action for several records at once: it stands in the history as one, and is undone in one step."""

from collections.abc import Callable, Mapping, Sequence

from archive_app.core.records import Annotation, Authority, Collection, Event, Photo, Source, Tag
from archive_app.core.translation import N_
from archive_app.services import annotating, authorities, collections, events, photos, sources, tagging
from archive_app.services.archives import Archive

_REMOVERS: Mapping[str, tuple[type, Callable[[Archive, str], object]]] = {
    "source": (Source, sources.remove_source),
    "photo": (Photo, photos.remove_photo),
    "authority": (Authority, authorities.remove_authority),
    "event": (Event, events.remove_event),
    "tag": (Tag, tagging.remove_tag),
    "collection": (Collection, collections.remove_collection),
    "annotation": (Annotation, annotating.remove_annotation),
}
REMOVABLE = tuple(_REMOVERS)
"""The kinds of records that can be deleted together."""


def describe_sources(archive: Archive, source_ids: Sequence[str], **values: str) -> list[Source]:
    """Set the same fields of several sources (see `sources.edit_source`); all of it or nothing is kept.

    Returns the sources as they are now. Raises NotFound, UserError.
    """
    with archive.operation(N_("Describe several sources ({subject})"), subject=str(len(source_ids))):
        return [sources.edit_source(archive, source_id, **values) for source_id in source_ids]


def describe_photos(archive: Archive, photo_ids: Sequence[str], **values: str) -> list[Photo]:
    """Set the same fields of several photos (see `photos.edit_photo`); all of it or nothing is kept.

    Returns the photos as they are now. Raises NotFound, UserError.
    """
    with archive.operation(N_("Describe several photos ({subject})"), subject=str(len(photo_ids))):
        return [photos.edit_photo(archive, photo_id, **values) for photo_id in photo_ids]


def remove_records(archive: Archive, records: Sequence[tuple[str, str]]) -> None:
    """Delete several records, each given by one of `REMOVABLE` and its id; undo brings all of them back.

    A record that goes with another one, as a photo does with its source, may be named too. Raises NotFound, KeyError.
    """
    for kind, record_id in records:
        archive.store.get(_REMOVERS[kind][0], record_id)
    with archive.operation(N_("Delete several records ({subject})"), subject=str(len(records))):
        for kind, record_id in records:
            cls, remove = _REMOVERS[kind]
            if archive.store.find(cls, record_id) is not None:
                remove(archive, record_id)
