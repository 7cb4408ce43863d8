"""Collections keep sources, photos and events together in an order."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.services import collections, events, history, photos, sources
from helpers.desk import Desk


def test_records_of_every_kind_stand_in_the_order_in_which_they_were_put(desk: Desk) -> None:
    collection = collections.add_collection(desk.archive, " Izložba ", note="za jesen")
    event = events.add_event(desk.archive, "Povratak")
    (photo,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    for record in (event, desk.latin.source, photo, event):
        collections.add_to_collection(desk.archive, collection.id, record)
    assert collections.members(desk.archive, collection.id) == [event, desk.latin.source, photo]
    sources.remove_source(desk.archive, desk.latin.source.id)
    assert collections.members(desk.archive, collection.id) == [event]
    history.undo(desk.archive)
    assert collections.members(desk.archive, collection.id) == [event, desk.latin.source, photo]


def test_a_removed_collection_leaves_its_records_and_comes_back(desk: Desk) -> None:
    collection = collections.add_collection(desk.archive, "Izložba")
    collections.add_to_collection(desk.archive, collection.id, desk.latin.source)
    collections.remove_collection(desk.archive, collection.id)
    assert collections.list_collections(desk.archive) == []
    assert sources.get_source(desk.archive, desk.latin.source.id) == desk.latin.source
    history.undo(desk.archive)
    assert collections.list_collections(desk.archive) == [collection]
    assert collections.members(desk.archive, collection.id) == [desk.latin.source]


def test_a_collection_has_a_name(desk: Desk) -> None:
    with pytest.raises(UserError, match="name is empty"):
        collections.add_collection(desk.archive, " ")
    with pytest.raises(NotFound):
        collections.members(desk.archive, "nothing")


def collected(desk: Desk, count: int) -> tuple[str, list[str]]:
    """A collection of so many events; its id and their ids."""
    made = [events.add_event(desk.archive, f"Dan {number}") for number in range(count)]
    collection = collections.add_collection(desk.archive, "Dani", records=made)
    return collection.id, [event.id for event in made]


def order(desk: Desk, collection_id: str) -> list[str]:
    return [collections.title_of(record) for record in collections.members(desk.archive, collection_id)]


def test_a_collection_is_made_with_its_records_in_one_step(desk: Desk) -> None:
    collection_id, _ids = collected(desk, 3)
    assert order(desk, collection_id) == ["Dan 0", "Dan 1", "Dan 2"]
    history.undo(desk.archive)
    assert collections.list_collections(desk.archive) == []


@pytest.mark.parametrize(
    ("moved", "at", "expected"),
    [
        ([0], 2, [1, 0, 2, 3]),
        ([3], 0, [3, 0, 1, 2]),
        ([0, 2], 4, [1, 3, 0, 2]),
        ([0, 2], None, [1, 3, 0, 2]),
        ([2, 3], 1, [0, 2, 3, 1]),
        ([1], 99, [0, 2, 3, 1]),
    ],
)
def test_records_are_moved_before_a_member(
    desk: Desk, moved: list[int], at: int | None, expected: list[int]
) -> None:
    collection_id, ids = collected(desk, 4)
    records = [events.get_event(desk.archive, ids[number]) for number in moved]
    collections.put_in_collection(desk.archive, collection_id, records, at)
    assert order(desk, collection_id) == [f"Dan {number}" for number in expected]
    assert history.history(desk.archive)[0].name == "Reorder collection “Dani”"
    history.undo(desk.archive)
    assert order(desk, collection_id) == [f"Dan {number}" for number in range(4)]


@pytest.mark.parametrize("at", [1, 2])
def test_a_record_that_stands_there_already_leaves_no_trace(desk: Desk, at: int) -> None:
    collection_id, ids = collected(desk, 3)
    before = history.history(desk.archive)
    event = events.get_event(desk.archive, ids[1])
    collections.put_in_collection(desk.archive, collection_id, [event], at)
    assert history.history(desk.archive) == before


def test_records_deleted_since_do_not_count_as_places(desk: Desk) -> None:
    collection_id, ids = collected(desk, 3)
    events.remove_event(desk.archive, ids[0])
    last = events.get_event(desk.archive, ids[2])
    collections.put_in_collection(desk.archive, collection_id, [last], 0)
    assert order(desk, collection_id) == ["Dan 2", "Dan 1"]


def test_records_are_taken_out_and_stay_in_the_archive(desk: Desk) -> None:
    collection_id, ids = collected(desk, 3)
    collections.take_out_of_collection(desk.archive, collection_id, [ids[0], ids[2]])
    assert order(desk, collection_id) == ["Dan 1"]
    assert len(events.list_events(desk.archive)) == 3
    history.undo(desk.archive)
    assert order(desk, collection_id) == ["Dan 0", "Dan 1", "Dan 2"]


def test_a_collection_is_found_and_renamed(desk: Desk) -> None:
    collection_id, ids = collected(desk, 2)
    assert collections.find_collection(desk.archive, "dan").id == collection_id
    assert collections.rename_collection(desk.archive, collection_id, " Oktobar ").name == "Oktobar"
    with pytest.raises(NotFound, match="no collection called “dani”"):
        collections.find_collection(desk.archive, "dani")
    collections.add_collection(desk.archive, "Oktobarske noći")
    with pytest.raises(UserError, match="Several collections"):
        collections.find_collection(desk.archive, "okt")
    assert collections.find_member(desk.archive, "dan 1").id == ids[1]
    with pytest.raises(UserError, match="Several records are called “dan”: Dan 0; Dan 1"):
        collections.find_member(desk.archive, "dan")
    with pytest.raises(NotFound):
        collections.find_member(desk.archive, "noć")
