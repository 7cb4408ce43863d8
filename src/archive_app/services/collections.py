"""Collections: named groups of records in an order of the person's choosing."""

from collections.abc import Sequence

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Collection, Event, Photo, Source
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_key
from archive_app.services.archives import Archive
from archive_app.services.sources import called
from archive_app.store import collections
from archive_app.store.collections import Item
from archive_app.store.rows import TABLES
from archive_app.store.store import now

Member = Source | Photo | Event
_MEMBERS: tuple[type[Source] | type[Photo] | type[Event], ...] = (Source, Photo, Event)


def list_collections(archive: Archive) -> list[Collection]:
    """All collections, by name."""
    return sorted(archive.store.list(Collection), key=lambda collection: azbuka_key(collection.name))


def get_collection(archive: Archive, collection_id: str) -> Collection:
    """One collection. Raises NotFound."""
    return archive.store.get(Collection, collection_id)


def find_collection(archive: Archive, words: str) -> Collection:
    """The one collection whose id is or begins with `words`, or whose name is, begins with or contains them.

    Raises NotFound where there is none, UserError where there are several.
    """
    found = called(archive.store.list(Collection), words, lambda collection: collection.name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(_("There is no collection called “{words}” in this archive.").format(words=words))
    raise UserError(
        _("Several collections are called “{words}”: {names}. Give more of the name, or the id.").format(
            words=words, names="; ".join(collection.name for collection in found[:5])
        )
    )


def find_member(archive: Archive, words: str) -> Member:
    """The one source, photo or event that `words` name best, by id, title or caption.

    Raises NotFound where there is none, UserError where there are several.
    """
    every = [record for cls in _MEMBERS for record in archive.store.list(cls)]
    found = called(every, words, title_of)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(
            _("There is no source, photo or event called “{words}” in this archive.").format(words=words)
        )
    raise UserError(
        _("Several records are called “{words}”: {titles}. Give more of the title, or the id.").format(
            words=words, titles="; ".join(title_of(record) for record in found[:5])
        )
    )


def title_of(record: Member) -> str:
    """What a record is called: its title, or the caption of a photo."""
    return record.caption if isinstance(record, Photo) else record.title


def add_collection(archive: Archive, name: str, note: str = "", records: Sequence[Member] = ()) -> Collection:
    """Make a collection with these records in it. Raises UserError where the name is empty."""
    collection = Collection(id=new_id(), name=_checked(name), note=note.strip(), made_at=now())
    with archive.operation(N_("Add collection “{subject}”"), subject=collection.name):
        archive.store.insert(collection)
        put_in_collection(archive, collection.id, records)
    return collection


def rename_collection(archive: Archive, collection_id: str, name: str) -> Collection:
    """Give a collection another name. Raises NotFound, UserError where the name is empty."""
    collection = archive.store.get(Collection, collection_id)
    with archive.operation(N_("Rename collection “{subject}”"), subject=collection.name):
        archive.store.update(Collection, collection_id, name=_checked(name))
    return archive.store.get(Collection, collection_id)


def _checked(name: str) -> str:
    if not name.strip():
        raise UserError(_("The name is empty; write at least one word."))
    return name.strip()


def remove_collection(archive: Archive, collection_id: str) -> None:
    """Delete a collection; its records stay. Raises NotFound."""
    collection = archive.store.get(Collection, collection_id)
    with archive.operation(N_("Delete collection “{subject}”"), subject=collection.name):
        archive.store.delete(Collection, collection_id)


def add_to_collection(archive: Archive, collection_id: str, record: Member) -> None:
    """Put a record at the end of a collection; one that is in it already stays where it is. Raises NotFound."""
    if _key(record) not in collections.items_of(archive.store, collection_id):
        put_in_collection(archive, collection_id, [record])


def put_in_collection(
    archive: Archive, collection_id: str, records: Sequence[Member], at: int | None = None
) -> None:
    """Put records into a collection, in their order, before the member that is number `at` (from 0) now, or at the end.

    Records that are in it already are moved there. Raises NotFound.
    """
    collection = archive.store.get(Collection, collection_id)
    wanted = list(dict.fromkeys(_key(record) for record in records))
    places = _present(archive, collection_id)
    behind = places[at:] if at is not None else []
    put = set(wanted)
    before = next((item for item in behind if item.record not in put), None)
    if not wanted or _stand_there(places, wanted, before):
        return
    known = {item.record for item in places}
    name = (
        N_("Reorder collection “{subject}”")
        if known.issuperset(wanted)
        else N_("Add to collection “{subject}”")
    )
    with archive.operation(name, subject=collection.name):
        collections.put_items(archive.store, collection_id, wanted, before)


def _stand_there(places: list[Item], wanted: list[tuple[str, str]], before: Item | None) -> bool:
    """Whether the wanted records stand there in this order already."""
    order = [item.record for item in places]
    end = places.index(before) if before is not None else len(places)
    return order[max(end - len(wanted), 0) : end] == wanted


def take_out_of_collection(archive: Archive, collection_id: str, record_ids: Sequence[str]) -> None:
    """Take records out of a collection; they stay in the archive. Raises NotFound."""
    collection = archive.store.get(Collection, collection_id)
    gone = set(record_ids)
    items = [item for item in collections.places_of(archive.store, collection_id) if item.record_id in gone]
    with archive.operation(N_("Take out of collection “{subject}”"), subject=collection.name):
        collections.remove_items(archive.store, items)


def members(archive: Archive, collection_id: str) -> list[Member]:
    """The records of a collection in its order; records that were deleted since are left out. Raises NotFound."""
    archive.store.get(Collection, collection_id)
    items = collections.places_of(archive.store, collection_id)
    known = _records(archive, items)
    return [known[item.record_id] for item in items if item.record_id in known]


def _present(archive: Archive, collection_id: str) -> list[Item]:
    """The places of a collection whose record is there."""
    items = collections.places_of(archive.store, collection_id)
    known = _records(archive, items)
    return [item for item in items if item.record_id in known]


def _records(archive: Archive, items: Sequence[Item]) -> dict[str, Member]:
    found: dict[str, Member] = {}
    for cls in _MEMBERS:
        ids = (item.record_id for item in items if item.table == TABLES[cls])
        found.update(archive.store.get_many(cls, ids))
    return found


def _key(record: Member) -> tuple[str, str]:
    return TABLES[type(record)], record.id
