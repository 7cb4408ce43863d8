"""The database itself refuses what is not inside an operation, and writes down what is."""

import sqlite3

import pytest

from archive_app.core.records import Region, Source, Tag
from archive_app.store import operations, tables
from archive_app.store.store import Store
from helpers.records import add_tag, contents, fill

TABLES = (*tables.LOGGED, *tables.UNLOGGED)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["DELETE FROM {table}", "UPDATE {table} SET {column} = {column}"])
def test_changing_outside_an_operation_is_refused(store: Store, table: str, statement: str) -> None:
    fill(store)
    column = store.rows(f'PRAGMA table_info("{table}")')[0][1]
    rows = store.rows(f'SELECT * FROM "{table}"')
    assert rows
    with pytest.raises(sqlite3.IntegrityError, match=r"write outside an operation|never change"):
        store.execute(statement.format(table=table, column=column))
    assert store.rows(f'SELECT * FROM "{table}"') == rows


@pytest.mark.parametrize("table", TABLES)
def test_adding_outside_an_operation_is_refused(store: Store, table: str) -> None:
    fill(store)
    row = store.rows(f'SELECT * FROM "{table}"')[0]
    marks = ", ".join("?" * len(row))
    with pytest.raises(sqlite3.IntegrityError, match="write outside an operation"):
        store.execute(f'INSERT INTO "{table}" VALUES ({marks})', ["another", *row[1:]])


def test_a_connection_that_knows_nothing_of_operations_is_refused_too(store: Store) -> None:
    fill(store)
    store.close()
    stranger = sqlite3.connect(store.folder / "archive.db")
    with pytest.raises(sqlite3.IntegrityError, match="write outside an operation"):
        stranger.execute("UPDATE sources SET title = 'mine'")
    stranger.close()


def test_after_a_refused_write_work_goes_on(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.insert(Tag(id="1", name="most"))
    tag = add_tag(store, "reka")
    assert store.list(Tag) == [tag]


def test_the_letters_of_a_text_never_change_not_even_in_an_operation(store: Store) -> None:
    fill(store)
    before = store.rows("SELECT * FROM letters")
    with pytest.raises(sqlite3.IntegrityError, match="never change"), store.operation("Correct"):
        store.execute("UPDATE letters SET letters = 'other'")
    assert store.rows("SELECT * FROM letters") == before


def test_each_changed_field_is_written_down_with_what_it_was(store: Store) -> None:
    source = fill(store).source
    with store.operation("Describe") as opened:
        store.update(Source, source.id, title="Под Ђердапом", place=source.place, first_day=None)
    changes = operations.changes_of(store, opened.number)
    assert [(change.field, change.before, change.after) for change in changes] == [
        ("title", "Ђердап у јесен", "Под Ђердапом"),
        ("first_day", "1944-10-01", None),
    ]
    assert {(change.record_type, change.record_id) for change in changes} == {("sources", source.id)}


def test_letters_and_passages_leave_no_trace_in_the_log(store: Store) -> None:
    fill(store)
    logged = {table for (table,) in store.rows("SELECT DISTINCT record_type FROM changes")}
    assert logged == set(tables.LOGGED)


def test_a_number_comes_back_from_the_log_to_its_last_bit(store: Store) -> None:
    region = fill(store).region
    with store.operation("Delete region"):
        store.delete(Region, region.id)
    operations.undo(store)
    assert store.get(Region, region.id).left == region.left == 0.1 + 0.2
    assert store.get(Region, region.id).width == region.width == 1 / 3


def test_a_deleted_source_is_written_down_with_all_that_hung_on_it(store: Store) -> None:
    filled = fill(store)
    before = {table: len(rows) for table, rows in contents(store).items()}
    with store.operation("Delete source") as opened:
        store.delete(Source, filled.source.id)
    gone = {table: before[table] - len(rows) for table, rows in contents(store).items()}
    counted = {table: len(ids) for table, ids in opened.changes.records.items()}
    assert counted == {table: count for table, count in gone.items() if count}
    assert not gone["events"]
    assert not gone["tags"]
    assert gone["annotations"] == 2
