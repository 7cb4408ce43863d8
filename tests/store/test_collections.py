"""Collections keep their records in order."""

from archive_app.core.records import Collection
from archive_app.store import collections, operations
from archive_app.store.store import Store
from helpers.records import fill


def test_records_stand_in_the_order_in_which_they_were_put(store: Store) -> None:
    filled = fill(store)
    with store.operation("Collect"):
        collections.append_item(store, filled.collection.id, "events", filled.event.id)
        collections.append_item(store, filled.collection.id, "photos", filled.photo.id)
    every = [("sources", filled.source.id), ("events", filled.event.id), ("photos", filled.photo.id)]
    assert collections.items_of(store, filled.collection.id) == every
    with store.operation("Delete"):
        store.delete(Collection, filled.collection.id)
    assert collections.items_of(store, filled.collection.id) == []
    operations.undo(store)
    assert collections.items_of(store, filled.collection.id) == every
