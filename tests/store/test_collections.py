"""Collections keep their records in order."""

from archive_app.core.records import Collection
from archive_app.store import collections, operations
from archive_app.store.store import Store
from helpers.records import fill

Records = list[tuple[str, str]]


def put(store: Store, collection_id: str, records: Records, before: int | None = None) -> None:
    """Put records before the place with this number, at the end by default."""
    places = collections.places_of(store, collection_id)
    with store.operation("Collect"):
        collections.put_items(store, collection_id, records, None if before is None else places[before])


def test_records_stand_in_the_order_in_which_they_were_put(store: Store) -> None:
    filled = fill(store)
    with store.operation("Collect"):
        collections.put_items(store, filled.collection.id, [("events", filled.event.id)], None)
        collections.put_items(store, filled.collection.id, [("photos", filled.photo.id)], None)
    every = [("sources", filled.source.id), ("events", filled.event.id), ("photos", filled.photo.id)]
    assert collections.items_of(store, filled.collection.id) == every
    with store.operation("Delete"):
        store.delete(Collection, filled.collection.id)
    assert collections.items_of(store, filled.collection.id) == []
    operations.undo(store)
    assert collections.items_of(store, filled.collection.id) == every


def test_records_are_put_between_others_and_moved(store: Store) -> None:
    own = fill(store).collection.id
    first, *_others = collections.items_of(store, own)
    a, b, c, d = (("events", letter) for letter in "abcd")
    put(store, own, [a, b, c])
    put(store, own, [d], before=1)
    assert collections.items_of(store, own) == [first, d, a, b, c]
    put(store, own, [c, a], before=0)
    assert collections.items_of(store, own) == [c, a, first, d, b]
    put(store, own, [c])
    assert collections.items_of(store, own) == [a, first, d, b, c]
    operations.undo(store)
    assert collections.items_of(store, own) == [c, a, first, d, b]


def test_moving_one_record_writes_one_row_while_there_is_room(store: Store) -> None:
    own = fill(store).collection.id
    put(store, own, [("events", str(number)) for number in range(100)])
    put(store, own, [("events", "99")], before=1)
    assert operations.history(store)[0].records == 1


def test_a_place_between_two_others_never_gets_too_narrow(store: Store) -> None:
    own = fill(store).collection.id
    (first,) = collections.items_of(store, own)
    names = [("events", str(number)) for number in range(40)]
    for name in names:
        put(store, own, [name], before=0)
    assert collections.items_of(store, own) == [*reversed(names), first]


def test_records_are_taken_out(store: Store) -> None:
    own = fill(store).collection.id
    before = collections.items_of(store, own)
    with store.operation("Take out"):
        collections.remove_items(store, collections.places_of(store, own))
    assert collections.items_of(store, own) == []
    operations.undo(store)
    assert collections.items_of(store, own) == before
