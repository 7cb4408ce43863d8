"""Counts beside lists, and the check of the file."""

import sqlite3

from archive_app.store import counts
from archive_app.store.store import Store
from helpers.records import fill


def test_lists_can_tell_how_much_there_is(store: Store) -> None:
    filled = fill(store)
    tags = dict(store.rows("SELECT name, id FROM tags"))
    assert counts.annotations_by_tag(store) == {tags["brod"]: 1, tags["река"]: 1}
    assert counts.sources_with_text(store) == {filled.source.id}
    assert counts.of_tables(store, "annotations", "events") == {"annotations": 2, "events": 1}


def test_a_sound_file_has_no_faults(store: Store) -> None:
    fill(store)
    assert counts.quick_check(store) == []


def test_a_record_that_lost_its_parent_is_a_fault(store: Store) -> None:
    fill(store)
    store.close()
    with sqlite3.connect(store.folder / "archive.db") as connection:
        connection.execute("UPDATE open_operation SET number = 1")
        connection.execute("UPDATE links SET event_id = 'nowhere'")
    connection.close()
    again = Store(store.folder)
    (fault,) = counts.quick_check(again)
    assert "links" in fault
    assert "events" in fault
    again.close()
