"""Stored bytes are complete, kept once, and watched over."""

import hashlib
from pathlib import Path

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.records import File
from archive_app.store import media, opening
from archive_app.store.store import Store
from helpers.disks import fill_up, mounted


class Interrupted(Exception):
    pass


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "pismo.txt"
    path.write_bytes(b"Draga Jelena,\r\n\x9aaljem ti ove redove.")
    return path


def stored_files(store: Store) -> list[str]:
    return sorted(path.name for path in (store.folder / "media").rglob("*") if path.is_file())


def keep_with_row(store: Store, path: Path) -> File:
    stored = media.keep(store, path)
    file = File(id=new_id(), sha256=stored.sha256, size=stored.size, media_type="text/plain", name=path.name)
    with store.operation("Keep"):
        store.insert(file)
    return file


def test_bytes_are_kept_under_their_hash_as_they_are(store: Store, letter: Path) -> None:
    stored = media.keep(store, letter)
    assert stored == media.Stored(
        hashlib.sha256(letter.read_bytes()).hexdigest(), letter.stat().st_size, is_new=True
    )
    assert media.path_of(store, stored.sha256).read_bytes() == letter.read_bytes()
    assert media.path_of(store, stored.sha256).parent.name == stored.sha256[:2]
    assert letter.exists()


def test_the_same_bytes_are_kept_once(store: Store, letter: Path, tmp_path: Path) -> None:
    copy = tmp_path / "prepis.txt"
    copy.write_bytes(letter.read_bytes())
    first, second = media.keep(store, letter), media.keep(store, copy)
    assert (first.sha256, first.is_new, second.is_new) == (second.sha256, True, False)
    assert stored_files(store) == [first.sha256]


def test_a_file_that_is_not_there_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"nema\.txt"):
        media.keep(store, tmp_path / "nema.txt")
    with pytest.raises(UserError, match="is not a file"):
        media.keep(store, tmp_path)
    assert stored_files(store) == []


def test_bytes_for_an_operation_that_fails_are_removed_again(store: Store, letter: Path) -> None:
    with pytest.raises(Interrupted), media.kept(store, letter), store.operation("Half"):
        raise Interrupted
    assert stored_files(store) == []


def test_bytes_that_another_record_names_stay_when_an_operation_fails(store: Store, letter: Path) -> None:
    file = keep_with_row(store, letter)
    with pytest.raises(Interrupted), media.kept(store, letter), store.operation("Half"):
        raise Interrupted
    assert stored_files(store) == [file.sha256]


def test_bytes_stay_when_something_fails_after_the_record_is_written(store: Store, letter: Path) -> None:
    file = File(
        id=new_id(), sha256=media.hash_of(letter).sha256, size=9, media_type="text/plain", name="pismo.txt"
    )

    def keep_and_fail() -> None:
        with media.kept(store, letter):
            with store.operation("Keep"):
                store.insert(file)
            raise Interrupted

    with pytest.raises(Interrupted):
        keep_and_fail()
    assert stored_files(store) == [file.sha256]
    assert media.faults(store) == []


def test_nothing_is_kept_in_an_archive_that_is_read_only(store: Store, letter: Path) -> None:
    store.close()
    reader = Store(store.folder, read_only=True)
    with pytest.raises(UserError, match="open for reading only"):
        media.keep(reader, letter)
    assert stored_files(reader) == []
    reader.close()


def test_missing_and_changed_files_are_found(store: Store, tmp_path: Path) -> None:
    files = []
    for name in ("cela", "nema", "menjana"):
        path = tmp_path / name
        path.write_text(f"Pismo: {name}")
        files.append(keep_with_row(store, path))
    assert media.faults(store) == []
    media.path_of(store, files[1].sha256).unlink()
    changed = media.path_of(store, files[2].sha256)
    changed.write_bytes(changed.read_bytes().replace(b"P", b"p"))
    assert media.faults(store) == [(files[1], "missing"), (files[2], "changed")]


def test_looking_for_faults_can_be_cancelled(store: Store, letter: Path) -> None:
    keep_with_row(store, letter)

    class Impatient(Progress):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        media.faults(store, Impatient())


def test_what_an_interrupted_copy_left_is_swept_away(store: Store, letter: Path) -> None:
    kept = media.keep(store, letter)
    (store.folder / "media" / ".unfinished-1-abcd").write_bytes(b"half a letter")
    media.sweep(store)
    assert stored_files(store) == [kept.sha256]


def test_a_full_disk_keeps_nothing(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 2) as disk:
        opening.create(disk / "archive")
        store = Store(disk / "archive")
        big = tmp_path / "knjiga.txt"
        big.write_bytes(bytes(100_000))
        fill_up(disk, leave=50_000)
        with pytest.raises(UserError, match="is full; nothing was changed"):
            media.keep(store, big)
        assert stored_files(store) == []
        store.close()
