"""Whatever happened to the index or to the archive, catching up makes it right."""

import shutil
from pathlib import Path

import pytest

from archive_app.core.hits import RecordKind
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.records import Source
from archive_app.services import annotating, events, history, indexing, sources
from archive_app.services.archives import Archive, open_archive
from archive_app.services.checking import check
from archive_app.services.searching import search
from archive_app.services.work import ProcessWork
from archive_app.store import documents
from helpers.desk import Desk


def is_right(archive: Archive) -> bool:
    """Whether the index holds exactly what there is to find."""
    expected = documents.count(archive.store)
    return indexing.index_of(archive).document_count == expected and check(archive).is_sound


def titles(archive: Archive, query: str) -> list[str]:
    return sorted(hit.text for hit in search(archive, query, kinds=[RecordKind.EVENT]).hits)


class StopAtPortion(Progress):
    """A person who presses cancel when the second portion begins."""

    def is_cancelled(self) -> bool:
        return self._portions > 1

    def __init__(self) -> None:
        self._portions = 0

    def report(self, done: int, total: int, text: str) -> None:
        self._portions += bool(done)


def test_catching_up_is_told_and_then_there_is_nothing_to_do(desk: Desk) -> None:
    assert indexing.is_behind(desk.archive)
    assert indexing.catch_up(desk.archive)
    assert not indexing.is_behind(desk.archive)
    assert not indexing.catch_up(desk.archive)
    desk.mark(desk.latin, "Pekar Ilija")
    assert indexing.is_behind(desk.archive)
    assert indexing.catch_up(desk.archive)
    assert is_right(desk.archive)


def test_an_empty_archive_has_nothing_to_index(archive: Archive) -> None:
    assert not indexing.catch_up(archive)
    assert search(archive, "Kalemegdan").total == 0


def test_the_index_lasts_beyond_the_session(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    desk.archive.close()
    with open_archive(desk.archive.folder) as again:
        assert not indexing.is_behind(again)
        assert search(again, "Kalemegdan").total == 6


def test_what_was_done_without_the_index_is_caught_up_later(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    event = events.add_event(desk.archive, "Povratak")
    events.add_event(desk.archive, "Odlazak")
    sources.remove_source(desk.archive, desk.cyrillic.source.id)
    desk.archive.close()
    with open_archive(desk.archive.folder) as again:
        events.remove_event(again, event.id)
        indexing.catch_up(again)
        assert titles(again, "povratka OR odlaska") == ["Odlazak"]
        assert search(again, "Kalemegdan").total == 3
        assert is_right(again)


@pytest.mark.parametrize("spoil", ["delete", "empty", "cut", "scramble"])
def test_a_damaged_index_is_made_anew(desk: Desk, spoil: str) -> None:
    indexing.catch_up(desk.archive)
    desk.archive.close()
    folder = desk.archive.folder / "index"
    if spoil == "delete":
        shutil.rmtree(folder)
    for path in sorted(folder.rglob("*")) if folder.exists() else ():
        if path.is_file():
            whole = path.read_bytes()
            spoiled = {"empty": b"", "cut": whole[: len(whole) // 2], "scramble": bytes(len(whole))}[spoil]
            path.write_bytes(spoiled)
    with open_archive(desk.archive.folder) as again:
        indexing.catch_up(again)
        assert search(again, "Kalemegdan").total == 6
        assert is_right(again)


def test_an_older_copy_of_the_database_is_noticed(desk: Desk, tmp_path: Path) -> None:
    """A person puts a safety copy back; its log goes another way from there."""
    folder = desk.archive.folder
    indexing.catch_up(desk.archive)
    desk.archive.close()
    shutil.copy(folder / "archive.db", tmp_path / "copy.db")
    with open_archive(folder) as archive:
        events.add_event(archive, "Kiša")
        events.add_event(archive, "Oluja")
        indexing.catch_up(archive)
        assert titles(archive, "oluje") == ["Oluja"]
    shutil.copy(tmp_path / "copy.db", folder / "archive.db")
    with open_archive(folder) as archive:
        assert indexing.is_behind(archive)
        indexing.catch_up(archive)
        assert titles(archive, "oluja OR kiša") == []
        assert is_right(archive)


def test_an_older_copy_that_went_on_as_far_is_noticed_too(desk: Desk, tmp_path: Path) -> None:
    folder = desk.archive.folder
    desk.archive.close()
    shutil.copy(folder / "archive.db", tmp_path / "copy.db")
    with open_archive(folder) as archive:
        events.add_event(archive, "Kiša")
        events.add_event(archive, "Oluja")
        indexing.catch_up(archive)
    shutil.copy(tmp_path / "copy.db", folder / "archive.db")
    with open_archive(folder) as archive:
        events.add_event(archive, "Magla")
        events.add_event(archive, "Vetar")
        assert indexing.is_behind(archive)
        indexing.catch_up(archive)
        assert titles(archive, "oluja OR kiša OR magla OR vetar") == ["Magla", "Vetar"]
        assert is_right(archive)


def test_a_first_indexing_that_was_cancelled_leaves_nothing_wrong(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_PORTION", 1)
    with pytest.raises(Cancelled):
        indexing.catch_up(desk.archive, StopAtPortion())
    assert indexing.is_behind(desk.archive)
    assert indexing.index_of(desk.archive).document_count > 0
    for source in desk.archive.store.list(Source):
        sources.remove_source(desk.archive, source.id)
    events.add_event(desk.archive, "Povratak")
    indexing.catch_up(desk.archive)
    assert search(desk.archive, "Kalemegdan").total == 0
    assert titles(desk.archive, "povratak") == ["Povratak"]
    assert is_right(desk.archive)


def test_a_later_catching_up_that_was_cancelled_is_finished_next_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexing.catch_up(desk.archive)
    for title in ("Kiša", "Oluja", "Magla", "Vetar"):
        events.add_event(desk.archive, title)
    monkeypatch.setattr(indexing, "_PORTION", 1)
    with pytest.raises(Cancelled):
        indexing.catch_up(desk.archive, StopAtPortion())
    assert indexing.is_behind(desk.archive)
    history.undo(desk.archive)
    indexing.catch_up(desk.archive)
    assert titles(desk.archive, "kiša OR oluja OR magla OR vetar") == ["Kiša", "Magla", "Oluja"]
    assert is_right(desk.archive)


def test_an_archive_that_cannot_be_written_is_searched_all_the_same(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    desk.mark(desk.latin, "Pekar Ilija", note="svedok")
    desk.archive.close()
    before = {path: path.read_bytes() for path in desk.archive.folder.rglob("*") if path.is_file()}
    with open_archive(desk.archive.folder, read_only=True) as reader:
        indexing.catch_up(reader)
        assert search(reader, "Kalemegdan").total == 6
        assert search(reader, "svedok").total == 1
        temporary = reader.index_folder
        assert temporary.exists()
    assert not temporary.exists()
    assert {path: path.read_bytes() for path in desk.archive.folder.rglob("*") if path.is_file()} == before


def test_the_index_can_be_written_in_another_process(desk: Desk) -> None:
    desk.archive.close()
    with open_archive(desk.archive.folder, work=ProcessWork()) as archive:
        indexing.catch_up(archive)
        assert search(archive, "Kalemegdan").total == 6
        annotating.annotate_record(archive, sources.get_source(archive, desk.latin.source.id), note="svedok")
        indexing.catch_up(archive)
        assert search(archive, "svedok").total == 1
        assert is_right(archive)
