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
