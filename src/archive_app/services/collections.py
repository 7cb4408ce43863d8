"""Collections: named groups of records in an order of the person's choosing."""

from archive_app.core.errors import UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Collection, Event, Photo, Source
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_key
from archive_app.services.archives import Archive
from archive_app.store import collections
from archive_app.store.rows import TABLES
from archive_app.store.store import now

Member = Source | Photo | Event
_MEMBERS: tuple[type[Source] | type[Photo] | type[Event], ...] = (Source, Photo, Event)


def list_collections(archive: Archive) -> list[Collection]:
    """All collections, by name."""
    return sorted(archive.store.list(Collection), key=lambda collection: azbuka_key(collection.name))


def add_collection(archive: Archive, name: str, note: str = "") -> Collection:
    """Make an empty collection. Raises UserError where the name is empty."""
    if not name.strip():
        raise UserError(_("The name is empty; write at least one word."))
    collection = Collection(id=new_id(), name=name.strip(), note=note.strip(), made_at=now())
    with archive.operation(N_("Add collection “{subject}”"), subject=collection.name):
        archive.store.insert(collection)
    return collection


def remove_collection(archive: Archive, collection_id: str) -> None:
    """Delete a collection; its records stay. Raises NotFound."""
    collection = archive.store.get(Collection, collection_id)
    with archive.operation(N_("Delete collection “{subject}”"), subject=collection.name):
        archive.store.delete(Collection, collection_id)


def add_to_collection(archive: Archive, collection_id: str, record: Member) -> None:
    """Put a record at the end of a collection; one that is in it already stays where it is. Raises NotFound."""
    collection = archive.store.get(Collection, collection_id)
    if (TABLES[type(record)], record.id) in collections.items_of(archive.store, collection_id):
        return
    with archive.operation(N_("Add to collection “{subject}”"), subject=collection.name):
        collections.append_item(archive.store, collection_id, TABLES[type(record)], record.id)


def members(archive: Archive, collection_id: str) -> list[Member]:
    """The records of a collection in its order; records that were deleted since are left out. Raises NotFound."""
    archive.store.get(Collection, collection_id)
    by_table = {TABLES[cls]: cls for cls in _MEMBERS}
    items = collections.items_of(archive.store, collection_id)
    found = (archive.store.find(by_table[table], record_id) for table, record_id in items)
    return [record for record in found if record is not None]
