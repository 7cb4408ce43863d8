"""The tables hold what the records hold, strictly."""

import sqlite3

import pytest

from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Link, Source, Tag, Text
from archive_app.store import schema, tables
from archive_app.store.rows import TABLES, columns
from archive_app.store.store import Store
from helpers.records import add_tag, fill


@pytest.mark.parametrize("cls", TABLES, ids=lambda cls: cls.__name__)
def test_the_columns_of_a_table_are_the_fields_of_its_record(store: Store, cls: type) -> None:
    table = [name for _number, name, *_ in store.rows(f'PRAGMA table_info("{TABLES[cls]}")')]
    assert sorted(table) == sorted(columns(cls))


def test_every_table_is_strict_and_either_logged_or_not(store: Store) -> None:
    found = {row[1]: row[5] for row in store.rows("PRAGMA table_list") if not row[1].startswith("sqlite_")}
    own = {name: strict for name, strict in found.items() if name != "_sqlite_migrations"}
    assert set(own) == {*tables.LOGGED, *tables.UNLOGGED, "operations", "changes", "open_operation"}
    assert all(own.values())


@pytest.mark.parametrize(
    ("cls", "field", "value"),
    [
        (Text, "length", "nine"),
        (Annotation, "start", "first"),
        (Source, "title", None),
        (Source, "place", b"\x01"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_and_nothing_changes(
    store: Store, cls: type, field: str, value: object
) -> None:
    filled = fill(store)
    record = {Text: filled.text, Annotation: filled.annotation, Source: filled.source}[cls]
    with pytest.raises(sqlite3.IntegrityError), store.operation("Spoil"):
        store.update(cls, record.id, **{field: value})
    assert store.get(cls, record.id) == record


def test_an_annotation_may_be_linked_to_an_event_once(store: Store) -> None:
    filled = fill(store)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"), store.operation("Link twice"):
        store.insert(Link(id=new_id(), annotation_id=filled.annotation.id, event_id=filled.event.id))
    assert store.list(Link) == [filled.link]


def test_a_record_of_something_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), store.operation("Lose"):
        store.insert(Text(id=new_id(), source_id="nowhere", letters_sha256="0" * 64, length=0))
    assert store.list(Text) == []


def test_two_tags_cannot_have_the_same_name(store: Store) -> None:
    tag = add_tag(store, "most")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        add_tag(store, "most")
    assert store.list(Tag) == [tag]


def test_the_version_counts_the_migrations() -> None:
    assert len(schema.migrations._migrations) == tables.VERSION
