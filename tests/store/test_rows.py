"""Records come back from the database as they were put in."""

from dataclasses import replace

import pytest

from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Colour, Event, Tag
from archive_app.store.rows import to_value
from archive_app.store.store import Store
from helpers.records import fill


def test_every_record_comes_back_equal(store: Store) -> None:
    filled = fill(store)
    for record in (
        filled.source,
        filled.file,
        filled.text,
        filled.photo,
        filled.region,
        filled.annotation,
        filled.region_note,
        filled.event,
        filled.link,
        filled.collection,
    ):
        assert store.get(type(record), record.id) == record


def test_an_enumeration_comes_back_as_one_and_nothing_as_none(store: Store) -> None:
    filled = fill(store)
    assert store.get(Annotation, filled.annotation.id).colour is Colour.GREEN
    assert store.get(Annotation, filled.region_note.id).colour is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Čačak".replace("Č", "C\u030c").replace("č", "c\u030c"), "Čačak"),
        ("Ђ" + "\u0433\u0301", "Ђѓ"),
        ("pre\0posle", "preposle"),
        ("stari disk \udc8a", "stari disk ?"),
        ("\U0001f54a golub", "\U0001f54a golub"),
        ("meki\u00adprelom i\u00a0razmak", "meki\u00adprelom i\u00a0razmak"),
        ("", ""),
    ],
)
def test_text_is_kept_whole_and_composed(store: Store, typed: str, kept: str) -> None:
    event = Event(id=new_id(), title="Događaj", note=typed)
    with store.operation("Add"):
        store.insert(event)
    assert store.get(Event, event.id).note == kept
    with store.operation("Edit"):
        store.update(Event, event.id, note="x", title=typed or "Događaj")
    assert store.get(Event, event.id) == replace(event, note="x", title=kept or "Događaj")


def test_a_decomposed_name_finds_the_composed_one(store: Store) -> None:
    tag = Tag(id=new_id(), name="č")
    with store.operation("Add"):
        store.insert(tag)
    assert store.list(Tag, name="c\u030c") == [tag]


def test_numbers_stay_numbers() -> None:
    assert (to_value(3), to_value(0.25), to_value(None)) == (3, 0.25, None)
