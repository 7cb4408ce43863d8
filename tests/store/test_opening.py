"""An archive opens for one program at a time, closes to one plain file, and is refused in plain words otherwise."""

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils

from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import Source, Tag
from archive_app.store import opening, operations, schema, tables
from archive_app.store.store import Store
from helpers.disks import fill_up, mounted, protect
from helpers.records import add_tag, contents, fill


@pytest.fixture
def closed(store: Store) -> Path:
    """The folder of a closed archive that holds a record of every kind."""
    fill(store)
    store.close()
    return store.folder


def database(folder: Path) -> Path:
    return folder / "archive.db"


def refused(folder: Path, words: str, error: type[UserError] = UserError) -> None:
    """Opening is refused with these words, and every file in the folder stays as it was."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(error, match=words):
        Store(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


# Making


def test_an_archive_is_made_in_a_new_or_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "new" / "deeper", tmp_path / "empty"):
        opening.create(folder)
        assert sorted(path.name for path in folder.iterdir()) == ["archive.db", "media"]
        Store(folder).close()


def test_no_archive_is_made_over_another_or_among_other_files(closed: Path, tmp_path: Path) -> None:
    before = database(closed).read_bytes()
    with pytest.raises(UserError, match="already an archive"):
        opening.create(closed)
    assert database(closed).read_bytes() == before
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "pismo.txt").write_text("x")
    with pytest.raises(UserError, match="not empty"):
        opening.create(tmp_path / "full")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["pismo.txt"]
    with pytest.raises(UserError, match="No archive can be made"):
        opening.create(tmp_path / "full" / "pismo.txt")


# Closing


def test_a_closed_archive_is_one_plain_file(store: Store) -> None:
    fill(store)
    assert (store.folder / "archive.db-wal").exists()
    store.close()
    assert sorted(path.name for path in store.folder.iterdir()) == ["archive.db", "media"]
    # Bytes 18 and 19 of the header: 1 for a rollback journal, 2 for WAL (https://sqlite.org/fileformat.html).
    assert database(store.folder).read_bytes()[18:20] == b"\1\1"


def test_everything_is_there_after_closing_and_opening(store: Store) -> None:
    fill(store)
    before = contents(store)
    store.close()
    again = Store(store.folder)
    assert contents(again) == before
    again.close()


# Locked


def test_a_second_opener_in_the_same_program_is_refused(store: Store) -> None:
    add_tag(store, "most")
    with pytest.raises(UserError, match="open in another window or program"):
        Store(store.folder)
    add_tag(store, "reka")
    assert len(store.list(Tag)) == 2


def test_another_program_is_refused_while_the_archive_is_open(store: Store) -> None:
    attempt = f"""
from pathlib import Path
from archive_app.core.errors import UserError
from archive_app.store.store import Store
try:
    Store(Path({str(store.folder)!r}))
except UserError as error:
    print(error)
"""
    told = subprocess.run([sys.executable, "-c", attempt], capture_output=True, text=True, check=True).stdout
    assert "open in another window or program" in told
    assert add_tag(store, "most") in store.list(Tag)


# Read-only


def test_an_archive_can_be_opened_for_reading_only(closed: Path) -> None:
    before = database(closed).read_bytes()
    store = Store(closed, read_only=True)
    assert store.list(Source)[0].title == "Ђердап у јесен"
    assert len(operations.history(store)) == 1
    with pytest.raises(UserError, match="open for reading only"):
        add_tag(store, "most")
    with pytest.raises(UserError, match="open for reading only"):
        operations.undo(store)
    store.close()
    assert database(closed).read_bytes() == before
    assert sorted(path.name for path in closed.iterdir()) == ["archive.db", "media"]


def test_several_may_read_a_closed_archive(closed: Path) -> None:
    first, second = Store(closed, read_only=True), Store(closed, read_only=True)
    assert contents(first) == contents(second)
    first.close()
    second.close()


def test_an_archive_on_a_disk_that_cannot_be_written_opens_for_reading(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 4) as disk:
        opening.create(disk / "archive")
        store = Store(disk / "archive")
        fill(store)
        store.close()
        protect(disk)
        reader = Store(disk / "archive")
        assert reader.read_only
        assert len(reader.list(Source)) == 1
        with pytest.raises(UserError, match="open for reading only"):
            add_tag(reader, "most")
        reader.close()
        with pytest.raises(UserError, match="No archive can be made"):
            opening.create(disk / "another")


def test_an_archive_that_was_not_closed_cannot_be_read_where_nothing_can_be_written(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 4) as disk:
        opening.create(disk / "archive")
        leave_unclosed(disk / "archive")
        protect(disk)
        with pytest.raises(UserError, match="not closed properly"):
            Store(disk / "archive")


def leave_unclosed(folder: Path) -> None:
    """Write a tag in another process that ends without closing anything."""
    writing = f"""
import os
from pathlib import Path
from archive_app.core.records import Tag
from archive_app.store.store import Store
store = Store(Path({str(folder)!r}))
with store.operation("Add"):
    store.insert(Tag(id="1", name="most"))
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", writing], check=True)
    assert (folder / "archive.db-wal").stat().st_size > 0


def test_what_was_written_before_a_crash_is_there_afterwards(tmp_path: Path) -> None:
    opening.create(tmp_path / "archive")
    leave_unclosed(tmp_path / "archive")
    store = Store(tmp_path / "archive")
    assert [tag.name for tag in store.list(Tag)] == ["most"]
    add_tag(store, "reka")
    store.close()
    assert database(tmp_path / "archive").read_bytes()[18:20] == b"\1\1"


# Not an archive, or not a sound one


def test_a_folder_without_an_archive_is_not_found(tmp_path: Path) -> None:
    refused(tmp_path, "There is no archive", NotFound)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotFound):
        Store(tmp_path / "nowhere")


def test_a_newer_schema_is_refused_and_left_alone(closed: Path) -> None:
    with sqlite3.connect(database(closed)) as connection:
        connection.execute(f"PRAGMA user_version = {tables.VERSION + 1}")
    connection.close()
    refused(closed, "newer version of this program")
    with pytest.raises(UserError, match="newer version"):
        Store(closed, read_only=True)


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(database(tmp_path)) as connection:
        connection.execute("CREATE TABLE recipes (id)")
    connection.close()
    refused(tmp_path, "another program")


SOUND_HEADER = 4096


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _whole: b"",
        lambda whole: whole[:60],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:-1],
        lambda whole: bytes(len(whole)),
        lambda whole: random.Random(1).randbytes(len(whole)),
        lambda whole: whole[:100] + random.Random(1).randbytes(len(whole) - 100),
        lambda whole: whole[:SOUND_HEADER] + bytes(len(whole) - SOUND_HEADER),
        lambda _whole: b"Ovo je pismo, a ne baza podataka. " * 400,
    ],
    ids=[
        "empty",
        "a stub",
        "half",
        "a byte short",
        "zeros",
        "garbage",
        "sound header",
        "sound page",
        "a letter",
    ],
)
def test_a_damaged_database_is_refused_and_left_byte_for_byte(closed: Path, spoil: object) -> None:
    assert callable(spoil)
    database(closed).write_bytes(spoil(database(closed).read_bytes()))
    refused(closed, "is damaged and was left as it is")


def test_damage_within_the_tables_is_told_when_it_is_met(closed: Path) -> None:
    whole = bytearray(database(closed).read_bytes())
    with sqlite3.connect(database(closed)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sources'").fetchone()[0]
    connection.close()
    whole[(page - 1) * 4096 : page * 4096] = random.Random(1).randbytes(4096)
    database(closed).write_bytes(whole)
    store = Store(closed)
    assert len(store.list(Tag)) == 2
    with pytest.raises(UserError, match="is damaged"):
        store.list(Source)
    store.close()


# A full disk


def write_much(store: Store) -> None:
    """Write some megabytes in one operation."""
    with store.operation("Too much"):
        for number in range(5000):
            store.insert(Tag(id=str(number), name=f"oznaka {number} " + "x" * 400))


def test_a_full_disk_is_told_and_the_archive_is_as_before(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 2) as disk:
        opening.create(disk / "archive")
        store = Store(disk / "archive")
        fill(store)
        before = contents(store)
        filler = fill_up(disk, leave=8192)
        with pytest.raises(UserError, match="is full; nothing was changed"):
            write_much(store)
        assert contents(store) == before
        store.close()
        filler.unlink()
        again = Store(disk / "archive")
        assert contents(again) == before
        add_tag(again, "opet ima mesta")
        again.close()
        assert database(again.folder).read_bytes()[18:20] == b"\1\1"


def test_no_archive_is_made_on_a_full_disk(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 1) as disk:
        filler = fill_up(disk)
        with pytest.raises(UserError, match="is full"):
            opening.create(disk / "archive")
        filler.unlink()
        opening.create(disk / "archive")
        Store(disk / "archive").close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
def test_a_file_that_must_not_grow_is_told_and_the_archive_is_as_before(store: Store) -> None:
    import resource

    fill(store)
    before = contents(store)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((store.folder / "archive.db-wal").stat().st_size + 8192, hard))
    try:
        with pytest.raises(UserError, match="nothing was changed"):
            write_much(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert contents(store) == before
    add_tag(store, "opet")


# An older schema


def test_an_older_schema_is_copied_before_it_is_changed(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = database(closed).read_bytes()
    add_a_migration(monkeypatch)
    store = Store(closed)
    assert store.value("SELECT shelf FROM sources") == ""
    assert store.value("PRAGMA user_version") == tables.VERSION
    (copy,) = (closed / "backups").iterdir()
    assert copy.name.endswith(f"-before-version-{tables.VERSION}.db")
    with sqlite3.connect(copy) as backup, sqlite3.connect(":memory:") as original:
        original.deserialize(old)
        assert list(backup.iterdump()) == list(original.iterdump())
    backup.close()
    original.close()
    with store.operation("Shelve"):
        store.execute("UPDATE sources SET shelf = 'B'")
    assert operations.changes_of(store, operations.last_number(store))[0].field == "shelf"
    with pytest.raises(sqlite3.IntegrityError, match="outside an operation"):
        store.execute("UPDATE sources SET shelf = 'C'")
    operations.undo(store)
    assert store.value("SELECT shelf FROM sources") == ""
    store.close()


def test_an_older_archive_without_room_for_a_copy_is_left_as_it_is(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_a_migration(monkeypatch)
    (closed / "backups").write_text("a file where the folder should be")
    with pytest.raises(UserError, match="No safety copy"):
        Store(closed)
    with sqlite3.connect(database(closed)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (tables.VERSION - 1,)
    connection.close()


def test_an_older_archive_cannot_be_opened_for_reading_only(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_a_migration(monkeypatch)
    with pytest.raises(UserError, match="of an older version"):
        Store(closed, read_only=True)


def add_a_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that a later release of the program came with one more migration."""
    newer = sqlite_utils.Migrations("archive")
    newer()(schema.initial)
    newer()(schema.search)

    @newer()
    def shelves(db: sqlite_utils.Database) -> None:
        db.conn.execute("ALTER TABLE sources ADD COLUMN shelf TEXT NOT NULL DEFAULT ''")

    monkeypatch.setattr(schema, "migrations", newer)
    monkeypatch.setattr(tables, "VERSION", tables.VERSION + 1)
