"""Whatever happened to the index or to the archive, catching up makes it right."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.core.hits import RecordKind
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.records import Source
from archive_app.services import annotating, events, history, indexing, sources
from archive_app.services.archives import Archive, open_archive
from archive_app.services.checking import check
from archive_app.services.searching import search
from archive_app.services.work import ProcessWork
from archive_app.store import documents
from helpers.desk import Desk, request


def is_right(archive: Archive) -> bool:
    """Whether the index holds exactly what there is to find."""
    expected = documents.count(archive.store)
    return indexing.index_of(archive).document_count == expected and check(archive).is_sound


def titles(archive: Archive, query: str) -> list[str]:
    return sorted(hit.text for hit in search(archive, request(query, kinds=[RecordKind.EVENT])).hits)


def total(archive: Archive, query: str) -> int:
    return search(archive, request(query)).total


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
    assert total(archive, "Kalemegdan") == 0


def test_the_index_lasts_beyond_the_session(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    desk.archive.close()
    with open_archive(desk.archive.folder) as again:
        assert not indexing.is_behind(again)
        assert total(again, "Kalemegdan") == 6


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
        assert total(again, "Kalemegdan") == 3
        assert is_right(again)


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def empty(folder: Path) -> None:
    for path in folder.glob("MAIN*"):
        path.write_bytes(b"")


def cut(folder: Path) -> None:
    for path in folder.glob("*.postings"):
        os.truncate(path, path.stat().st_size // 2)


def scramble(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(bytes(path.stat().st_size))


def age(folder: Path) -> None:
    state = json.loads((folder / "seen.json").read_text())
    (folder / "seen.json").write_text(json.dumps(state | {"version": state["version"] - 1}))


def flip(folder: Path) -> None:
    """Change one bit in the middle of the words, which only shows where every byte is looked at."""
    for path in folder.glob("*.postings"):
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 1
        path.write_bytes(data)


Spoil = Callable[[Path], None]


@pytest.mark.parametrize("spoil", [delete, empty, cut, scramble, age])
def test_a_damaged_index_is_made_anew(desk: Desk, spoil: Spoil) -> None:
    indexing.catch_up(desk.archive)
    desk.archive.close()
    spoil(desk.archive.index_folder)
    with open_archive(desk.archive.folder) as again:
        assert indexing.is_behind(again)
        indexing.catch_up(again)
        assert total(again, "Kalemegdan") == 6
        assert is_right(again)


@pytest.mark.parametrize("spoil", [delete, cut, scramble, age])
def test_an_index_that_is_damaged_while_the_archive_is_open_is_made_anew_whole(
    desk: Desk, spoil: Spoil
) -> None:
    """Not only what has changed since comes into it. In a process of its own, as in the window."""
    desk.archive.close()
    with open_archive(desk.archive.folder, work=ProcessWork()) as archive:
        indexing.catch_up(archive)
        spoil(archive.index_folder)
        events.add_event(archive, "Povratak")
        indexing.catch_up(archive)
        assert titles(archive, "povratak") == ["Povratak"]
        assert total(archive, "Kalemegdan") == 6
        assert is_right(archive)


def test_a_whole_index_is_left_as_it_is_when_it_is_verified(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    assert indexing.verify(desk.archive)
    assert not indexing.is_behind(desk.archive)


@pytest.mark.parametrize("spoil", [flip, cut])
def test_damage_that_is_found_by_verifying_is_made_good_by_catching_up(desk: Desk, spoil: Spoil) -> None:
    indexing.catch_up(desk.archive)
    spoil(desk.archive.index_folder)
    assert not indexing.verify(desk.archive)
    assert indexing.is_behind(desk.archive)
    assert indexing.catch_up(desk.archive)
    assert total(desk.archive, "Kalemegdan") == 6
    assert is_right(desk.archive)
    assert indexing.verify(desk.archive)


def test_tidying_joins_the_parts_of_the_index(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    assert not indexing.tidy(desk.archive)
    for title in ("Kiša", "Oluja", "Magla"):
        events.add_event(desk.archive, title)
        indexing.catch_up(desk.archive)
    assert indexing.tidy(desk.archive)
    assert not indexing.index_of(desk.archive).is_in_parts
    assert not indexing.is_behind(desk.archive)
    assert not indexing.tidy(desk.archive)
    assert titles(desk.archive, "kiša OR oluja OR magla") == ["Kiša", "Magla", "Oluja"]
    assert total(desk.archive, "Kalemegdan") == 6
    assert is_right(desk.archive)


def test_what_is_undone_and_redone_is_lost_and_found_again(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    before = total(desk.archive, "Kalemegdan")
    desk.mark(desk.latin, "Pekar Ilija", note="svedok", tags=["pekari"])
    for _round in range(2):
        assert (len(desk.found("svedok")), len(desk.found("tag:pekari"))) == (1, 2)
        history.undo(desk.archive)
        assert desk.found("svedok OR tag:pekari") == []
        history.redo(desk.archive)
    assert len(desk.found("svedok")) == 1
    sources.remove_source(desk.archive, desk.latin.source.id)
    assert len(desk.found("Kalemegdan")) < before
    assert desk.found("svedok OR tag:pekari") == []
    history.undo(desk.archive)
    assert len(desk.found("Kalemegdan")) == before
    assert (len(desk.found("svedok")), len(desk.found("tag:pekari"))) == (1, 2)
    assert is_right(desk.archive)


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
    indexing.index_of(desk.archive).refresh()
    assert indexing.index_of(desk.archive).document_count > 0
    for source in desk.archive.store.list(Source):
        sources.remove_source(desk.archive, source.id)
    events.add_event(desk.archive, "Povratak")
    indexing.catch_up(desk.archive)
    assert total(desk.archive, "Kalemegdan") == 0
    assert titles(desk.archive, "povratak") == ["Povratak"]
    assert is_right(desk.archive)


class AtPortion(Progress):
    """Something that happens when the second portion begins."""

    def __init__(self, happens: Callable[[], object]) -> None:
        self._happens = happens

    def report(self, done: int, total: int, text: str) -> None:
        if done > 0:
            happens, self._happens = self._happens, lambda: None
            happens()


def test_an_index_that_is_deleted_while_it_is_made_is_made_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only what comes after."""
    monkeypatch.setattr(indexing, "_PORTION", 1)
    folder = desk.archive.index_folder
    assert indexing.catch_up(desk.archive, AtPortion(lambda: shutil.rmtree(folder)))
    assert total(desk.archive, "Kalemegdan") == 6
    assert is_right(desk.archive)


def test_two_that_catch_up_at_once_wait_for_each_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the window does when the archive is checked while it is indexed for the first time."""
    monkeypatch.setattr(indexing, "_PORTION", 1)
    with ThreadPoolExecutor() as threads:
        others: list[Future[bool]] = []
        begin = AtPortion(lambda: others.append(threads.submit(indexing.catch_up, desk.archive)))
        assert indexing.catch_up(desk.archive, begin)
        assert not others[0].result()
    assert total(desk.archive, "Kalemegdan") == 6
    assert is_right(desk.archive)


def test_an_index_that_cannot_be_written_is_told_of(desk: Desk) -> None:
    """And made once that is possible again."""
    folder = desk.archive.folder / "index"
    folder.write_text("a file where a folder should be")
    with pytest.raises(UserError, match="cannot be written"):
        indexing.catch_up(desk.archive)
    assert indexing.is_behind(desk.archive)
    folder.unlink()
    indexing.catch_up(desk.archive)
    assert total(desk.archive, "Kalemegdan") == 6


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
        assert total(reader, "Kalemegdan") == 6
        assert total(reader, "svedok") == 1
        temporary = reader.index_folder
        assert temporary.exists()
    assert not temporary.exists()
    assert {path: path.read_bytes() for path in desk.archive.folder.rglob("*") if path.is_file()} == before


def test_the_index_can_be_written_in_another_process(desk: Desk) -> None:
    desk.archive.close()
    with open_archive(desk.archive.folder, work=ProcessWork()) as archive:
        indexing.catch_up(archive)
        assert total(archive, "Kalemegdan") == 6
        annotating.annotate_record(archive, sources.get_source(archive, desk.latin.source.id), note="svedok")
        indexing.catch_up(archive)
        assert total(archive, "svedok") == 1
        assert is_right(archive)


MERGING = """
import sys
from pathlib import Path
from archive_app.services import events, indexing
from archive_app.services.archives import open_archive

with open_archive(Path(sys.argv[1])) as archive:
    for number in range(100_000):
        events.add_event(archive, f"Oluja {number}")
        indexing.catch_up(archive)
        if indexing.index_of(archive).is_in_parts:
            print(number, flush=True)
            indexing.tidy(archive)
"""


def test_an_index_whose_merging_was_killed_is_whole_after_catching_up(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    desk.archive.close()
    for attempt in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", MERGING, str(desk.archive.folder)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline()
        time.sleep(0.004 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with open_archive(desk.archive.folder) as again:
            indexing.catch_up(again)
            indexing.tidy(again)
            assert total(again, "Kalemegdan") == 6
            assert titles(again, "oluja") == sorted(event.event.title for event in events.list_events(again))
            assert indexing.verify(again)
            assert is_right(again)
