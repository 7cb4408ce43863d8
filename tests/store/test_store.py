"""Reading records, and writing them in operations that are kept whole or not at all."""

import threading

import pytest

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound
from archive_app.core.ids import new_id
from archive_app.core.records import Event, Source, Tag
from archive_app.store import operations
from archive_app.store.store import MANY, Store
from helpers.records import LETTERS, add_tag, contents, fill


class Interrupted(Exception):
    pass


def test_an_operation_says_what_it_changed(store: Store) -> None:
    with store.operation("Two tags") as opened:
        store.insert(Tag(id="1", name="most"))
        store.insert(Tag(id="2", name="reka"))
        store.update(Tag, "2", colour="blue")
    assert opened.changes == Changes(opened.number, "Two tags", {"tags": frozenset({"1", "2"})})
    assert opened.changes.touches("tags")
    assert not opened.changes.touches("events")


def test_an_exception_inside_takes_everything_back(store: Store) -> None:
    fill(store)
    before, number = contents(store), operations.last_number(store)

    def write_half() -> None:
        with store.operation("Half"):
            store.insert(Tag(id="1", name="most"))
            store.update(Source, store.list(Source)[0].id, title="half")
            raise Interrupted

    with pytest.raises(Interrupted):
        write_half()
    assert contents(store) == before
    assert operations.last_number(store) == number
    assert add_tag(store, "most") in store.list(Tag)


def test_where_nothing_changed_nothing_is_recorded(store: Store) -> None:
    source = fill(store).source
    actions = operations.history(store)
    with store.operation("Look") as opened:
        store.update(Source, source.id, title=source.title, note=source.note)
    assert not opened.changes
    assert operations.history(store) == actions


def test_an_operation_within_another_joins_it(store: Store) -> None:
    with store.operation("Outer") as outer:
        store.insert(Tag(id="1", name="most"))
        with store.operation("Inner") as inner:
            store.insert(Tag(id="2", name="reka"))
        assert inner is outer
    assert [action.name for action in operations.history(store)] == ["Outer"]
    operations.undo(store)
    assert store.list(Tag) == []


def test_an_error_in_the_outer_operation_takes_the_inner_one_back(store: Store) -> None:
    def write_both() -> None:
        with store.operation("Outer"):
            with store.operation("Inner"):
                store.insert(Tag(id="2", name="reka"))
            raise Interrupted

    with pytest.raises(Interrupted):
        write_both()
    assert store.list(Tag) == []
    assert operations.history(store) == []


def test_two_threads_write_one_after_the_other(store: Store) -> None:
    def write(first: int) -> None:
        for number in range(first, first + 20):
            add_tag(store, f"oznaka {number}")

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.list(Tag)) == 40
    assert all(action.records == 1 for action in operations.history(store))


def test_list_gives_records_in_an_order_of_choice(store: Store) -> None:
    for day, place in (("1944-10-20", "Zemun"), ("1944-10-15", "Avala"), (None, "Avala")):
        with store.operation("Add"):
            store.insert(Event(id=new_id(), title="Događaj", first_day=day, place=place))
    assert [event.first_day for event in store.list(Event, order=("first_day",))] == [
        None,
        "1944-10-15",
        "1944-10-20",
    ]
    assert {event.first_day for event in store.list(Event, place="Avala")} == {None, "1944-10-15"}
    assert len(store.list(Event, first_day=None)) == 1


def test_a_field_that_does_not_exist_is_an_error_of_the_program(store: Store) -> None:
    tag = add_tag(store, "most")
    with pytest.raises(KeyError, match="shade"):
        store.list(Tag, shade="blue")
    with pytest.raises(KeyError, match="shade"), store.operation("Edit"):
        store.update(Tag, tag.id, shade="blue")
    with pytest.raises(KeyError, match="id"), store.operation("Edit"):
        store.update(Tag, tag.id, id="2")
    assert store.list(Tag) == [tag]


def test_a_record_that_is_not_there_is_not_found(store: Store) -> None:
    assert store.find(Tag, "nothing") is None
    with pytest.raises(NotFound, match="nothing"):
        store.get(Tag, "nothing")
    with pytest.raises(NotFound), store.operation("Edit"):
        store.update(Tag, "nothing", name="most")
    with pytest.raises(NotFound), store.operation("Delete"):
        store.delete(Tag, "nothing")


def test_many_records_are_fetched_at_once(store: Store) -> None:
    with store.operation("Add"):
        tags = [Tag(id=new_id(), name=f"oznaka {number}") for number in range(2 * MANY + 1)]
        for tag in tags:
            store.insert(tag)
    found = store.get_many(Tag, [*(tag.id for tag in tags), "nothing"])
    assert list(found.values()) == tags


def test_closing_twice_is_allowed(store: Store) -> None:
    store.close()
    store.close()


def test_many_records_of_one_type_are_added_at_once(store: Store) -> None:
    tags = [Tag(id=new_id(), name=f"oznaka {number}") for number in range(700)]
    with store.operation("Add tags") as opened:
        store.insert_many(tags)
        store.insert_many([])
    assert store.list(Tag) == tags
    assert len(opened.changes.ids("tags")) == 700
    assert set(store.get_many(Tag, [tag.id for tag in tags])) == {tag.id for tag in tags}


def test_parts_of_a_long_value_are_read_without_the_rest(store: Store) -> None:
    text = fill(store).text
    rowid = store.value("SELECT rowid FROM letters WHERE sha256 = ?", [text.letters_sha256])
    whole = LETTERS.encode()
    ranges = [(rowid, 0, 3), (rowid, 8, 12), (rowid, len(whole), len(whole))]
    assert store.parts("letters", "letters", ranges) == [whole[:3], whole[8:12], b""]
