"""A database that can be worked out anew is begun anew where it is of no use, and kept in memory where it must be."""

import sqlite3
from pathlib import Path

from archive_app.store import derived


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection to a database with a table of notes."""
    connection = sqlite3.connect(path or ":memory:", isolation_level=None)
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS notes(note)")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def notes(connection: sqlite3.Connection) -> list[str]:
    found = [note for (note,) in connection.execute("SELECT note FROM notes")]
    connection.close()
    return found


def test_what_was_written_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "index" / "notes.db"
    made, where = derived.opened(path, connect)
    assert where == path
    made.execute("INSERT INTO notes VALUES ('prvi')")
    made.close()
    again, _where = derived.opened(path, connect)
    assert notes(again) == ["prvi"]


def test_a_file_that_is_of_no_use_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"nothing of use" * 400)
    Path(f"{path}-wal").write_bytes(b"nor this")
    made, where = derived.opened(path, connect)
    assert where == path
    assert notes(made) == []


def test_where_no_file_can_be_written_all_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file where a folder should be")
    made, where = derived.opened(tmp_path / "index" / "notes.db", connect)
    assert where is None
    made.execute("INSERT INTO notes VALUES ('prvi')")
    assert notes(made) == ["prvi"]


def test_what_is_wanted_in_memory_is_there(tmp_path: Path) -> None:
    made, where = derived.opened(None, connect)
    assert where is None
    assert notes(made) == []
    derived.remove(None)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_from_a_damaged_file() -> None:
    assert derived.is_disk_at_fault(sqlite3.OperationalError("database or disk is full"))
    assert derived.is_disk_at_fault(sqlite3.OperationalError("disk I/O error"))
    assert not derived.is_disk_at_fault(sqlite3.DatabaseError("database disk image is malformed"))
