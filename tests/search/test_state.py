"""An index that is damaged in any way is replaced by an empty one that has seen nothing."""

import hashlib
import json
import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from archive_app.core.errors import UserError
from archive_app.core.hits import Document
from archive_app.core.progress import Cancelled, Progress
from archive_app.search.arrays import Arrays, write_arrays
from archive_app.search.index import SearchIndex
from archive_app.search.state import State, clear
from helpers.indexes import passage, request


def documents(text: str, record_id: str = "a") -> list[tuple[str, list[Document]]]:
    return [(record_id, passage(record_id, text))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = SearchIndex(tmp_path)
    index.catch_up(documents("stari hrast kraj puta"), seen=4)
    index.catch_up(documents("nova breza", "b"), seen=5)
    index.close()
    return tmp_path


def total(index: SearchIndex, query: str) -> int:
    return index.search(request(query)).total


def assert_made_anew(folder: Path) -> None:
    index = SearchIndex(folder)
    assert (index.seen, index.document_count) == (0, 0)
    index.catch_up(documents("stari hrast"), seen=5)
    assert total(index, "hrastovi") == 1
    index.close()
    again = SearchIndex(folder)
    assert (again.seen, again.verify()) == (5, True)
    again.close()


FILES = ["*.postings", "*.lexicon", "*.toc", "seen.json"]


@pytest.mark.parametrize("pattern", [*FILES, "MAIN_*"])
@pytest.mark.parametrize("keep", [0.0, 0.5, 0.99])
def test_a_file_that_was_cut_short(folder: Path, pattern: str, keep: float) -> None:
    paths = [path for path in folder.glob(pattern) if path.stat().st_size]
    assert paths
    for path in paths:
        os.truncate(path, int(path.stat().st_size * keep))
    assert_made_anew(folder)


@pytest.mark.parametrize("pattern", FILES)
def test_a_file_that_is_missing(folder: Path, pattern: str) -> None:
    for path in folder.glob(pattern):
        path.unlink()
    assert_made_anew(folder)


def test_a_table_of_contents_with_one_byte_changed(folder: Path) -> None:
    (contents,) = folder.glob("*.toc")
    good = contents.read_bytes()
    for number in range(20):
        contents = next(folder.glob("*.toc"))
        data = bytearray(contents.read_bytes())
        data[number * len(good) // 20 % len(data)] ^= 0xFF
        contents.write_bytes(data)
        assert_made_anew(folder)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"seen": "x"}', "\x00", '{"version": 1, "files": 3}'])
def test_a_memory_that_makes_no_sense(folder: Path, content: str) -> None:
    (folder / "seen.json").write_text(content)
    assert_made_anew(folder)


def test_an_index_of_another_version(folder: Path) -> None:
    state = json.loads((folder / "seen.json").read_text())
    state["version"] += 1
    (folder / "seen.json").write_text(json.dumps(state))
    assert_made_anew(folder)


def test_a_commit_that_was_lost_although_it_was_remembered(folder: Path) -> None:
    state = State.read(folder)
    assert state is not None
    State(state.seen, state.generation + 1, state.contents, state.files).write(folder)
    assert_made_anew(folder)


@pytest.mark.parametrize("pattern", ["*.postings", "*.lexicon"])
def test_a_file_of_the_right_size_but_overwritten(folder: Path, pattern: str) -> None:
    for path in folder.glob(pattern):
        path.write_bytes(b"\xff" * path.stat().st_size)
    assert_made_anew(folder)


# What only shows when every byte is looked at


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 0x10
    path.write_bytes(data)


def places_of(path: Path, key: str) -> range:
    """Where an array stands in its file."""
    from whoosh.filedb.filestore import FileStorage

    _kind, count, offset, _crc = Arrays(FileStorage(str(path.parent)), path.name)._rows[key]
    array = Arrays(FileStorage(str(path.parent)), path.name)[key]
    assert count
    return range(offset, offset + array.nbytes)


@pytest.mark.parametrize(
    ("ending", "key"),
    [("postings", "text.docs"), ("postings", "terms"), ("postings", "ordinals"), ("lexicon", "key_terms")],
)
def test_a_flipped_bit_shows_when_the_index_is_verified(folder: Path, ending: str, key: str) -> None:
    path = next(folder.glob(f"*.{ending}"))
    flip(path, places_of(path, key)[0])
    index = SearchIndex(folder)
    assert index.seen == 5
    assert not index.verify()
    assert (index.seen, index.document_count) == (0, 0)
    assert index.verify()
    index.close()
    assert_made_anew(folder)


def test_a_whole_index_stays_as_it_is_when_it_is_verified(folder: Path) -> None:
    index = SearchIndex(folder)
    assert index.verify()
    assert (index.seen, total(index, "hrast")) == (5, 1)
    index.close()


class _Impatient(Progress):
    def is_cancelled(self) -> bool:
        return True


def test_verifying_can_be_cancelled(folder: Path) -> None:
    index = SearchIndex(folder)
    with pytest.raises(Cancelled):
        index.verify(_Impatient())
    assert index.seen == 5
    index.close()


def _numbers_beyond_all(folder: Path) -> None:
    for path in folder.glob("*.postings"):
        for key in ("text.docs", "text.vocabulary", "record_id.docs"):
            data = bytearray(path.read_bytes())
            places = places_of(path, key)
            data[places.start : places.stop] = b"\x7f" * len(places)
            path.write_bytes(data)


def _letters_that_are_none(folder: Path) -> None:
    for path in folder.glob("*.postings"):
        data = bytearray(path.read_bytes())
        for key in ("terms", "kind_id.terms"):
            places = places_of(path, key)
            data[places.start : places.stop] = b"\xff" * len(places)
        path.write_bytes(data)


@pytest.mark.parametrize("spoil", [_numbers_beyond_all, _letters_that_are_none])
def test_damage_that_a_search_runs_into(folder: Path, spoil: Callable[[Path], None]) -> None:
    spoil(folder)
    index = SearchIndex(folder)
    with pytest.raises(UserError, match="made anew"):
        index.search(request("hrast OR breza OR NOT puta"))
    assert (index.seen, index.document_count) == (0, 0)
    index.catch_up(documents("hrast"), seen=6)
    assert total(index, "hrast") == 1
    index.close()


QUERIES = ("hrast", "hrast* puta", '"nova breza"', "brza~", "*a")


def test_a_search_over_any_flipped_bit_finds_something_or_is_refused(folder: Path) -> None:
    """Until the index is verified a search may be wrong, but it never fails in another way."""
    chance = random.Random(4)
    whole = {path: path.read_bytes() for path in folder.iterdir()}
    refused = 0
    for _ in range(150):
        path = chance.choice([path for path in whole if path.suffix in (".postings", ".lexicon")])
        flip(path, chance.randrange(len(whole[path])))
        index = SearchIndex(folder)
        try:
            index.search(
                request(
                    chance.choice(("hrast", "hrast* puta", '"nova breza"', "brza~", "*a")), with_facets=True
                )
            )
        except UserError:
            refused += 1
            assert index.seen == 0
        index.close()
        clear(folder)
        for path, good in whole.items():
            path.write_bytes(good)
    assert refused < 150


def test_our_own_fault_is_no_damage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = SearchIndex(folder)
    monkeypatch.setattr(index, "_evaluate", lambda *_args: [][1])
    with pytest.raises(IndexError):
        index.search(request("hrast"))
    assert index.seen == 5
    index.close()


# While the index is open


def test_an_index_deleted_under_an_open_one(folder: Path) -> None:
    index = SearchIndex(folder)
    shutil.rmtree(folder)
    assert total(index, "hrast") == 1
    index.refresh()
    assert (index.seen, index.document_count) == (0, 0)
    index.catch_up(documents("hrast"), seen=6)
    assert total(index, "hrast") == 1
    index.close()


@pytest.mark.parametrize("pattern", ["*.postings", "*.toc"])
def test_a_file_cut_under_an_open_index(folder: Path, pattern: str) -> None:
    index = SearchIndex(folder)
    path = next(folder.glob(pattern))
    os.truncate(path, path.stat().st_size - 1)
    index.refresh()
    assert (index.seen, index.document_count) == (0, 0)
    index.close()


def test_an_index_made_anew_by_another_process(folder: Path) -> None:
    index = SearchIndex(folder)
    other = SearchIndex(folder)
    other.empty()
    other.catch_up(documents("jasen"), seen=1)
    other.close()
    assert total(index, "hrast") == 1
    index.refresh()
    assert (index.seen, total(index, "hrast"), total(index, "jasen")) == (1, 0, 1)
    index.close()


class Touch:
    """Makes a file when it is unpickled, as anything might be done."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_an_index_that_somebody_prepared_runs_nothing(folder: Path) -> None:
    """An archive from elsewhere brings its index along, and all that is remembered of it fits."""
    (contents,) = folder.glob("*.toc")
    data, trap = contents.read_bytes(), pickle.dumps(Touch(folder / "ran"))
    data = data[: data.rindex(pickle.PROTO + bytes((pickle.HIGHEST_PROTOCOL,)))] + trap
    contents.write_bytes(data)
    state = json.loads((folder / "seen.json").read_text())
    state["contents"] = hashlib.sha256(data).hexdigest()
    (folder / "seen.json").write_text(json.dumps(state))
    index = SearchIndex(folder)
    assert (index.seen, (folder / "ran").exists()) == (0, False)
    index.close()


def test_only_the_files_of_the_index_are_removed(folder: Path) -> None:
    (folder / "notes.txt").write_text("not ours")
    clear(folder)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this account may write everywhere")
def test_in_a_folder_that_cannot_be_written_the_index_lives_in_memory(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    index = SearchIndex(tmp_path / "index")
    index.catch_up(documents("hrast"), seen=3)
    assert (index.seen, total(index, "hrast")) == (3, 1)
    tmp_path.chmod(0o700)


def test_a_path_that_is_no_folder_leaves_the_index_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_text("a file")
    index = SearchIndex(path)
    index.catch_up(documents("hrast"), seen=3)
    for name in "abc":
        index.catch_up(documents("lipa", name), seen=4)
    index.refresh()
    assert (index.seen, total(index, "hrast OR lipa"), path.read_text()) == (4, 3, "a file")
    assert index.merge()
    assert (index.verify(), total(index, "lipa"), index.document_count) == (True, 3, 3)


# Kills

KILLED = """
import sys
from pathlib import Path
from archive_app.core.hits import Document, RecordKind
from archive_app.search.index import SearchIndex

index = SearchIndex(Path(sys.argv[1]))
print("open", flush=True)
for number in range(1, 100_000):
    name = str(number % 7)
    document = Document(kind=RecordKind.PASSAGE, record_id=name, text=f"hrast broj {number}")
    index.catch_up([(name, [document] * 3)], seen=number)
    if sys.argv[2] == "merge":
        index.merge()
"""


@pytest.mark.parametrize("work", ["write", "merge"])
def test_a_kill_leaves_an_index_that_catches_up(tmp_path: Path, work: str) -> None:
    for attempt in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(tmp_path), work], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(0.15 + 0.11 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        index = SearchIndex(tmp_path)
        assert index.verify()
        replay = [(str(n), documents("lipa", str(n))[0][1]) for n in range(7)]
        index.catch_up(replay, seen=index.seen + 1)
        index.merge()
        assert (index.document_count, total(index, "hrast"), total(index, "lipa")) == (7, 0, 7)
        index.close()


def test_files_that_a_kill_left_behind_do_no_harm(folder: Path) -> None:
    """Whoosh removes what belongs to no segment with the next commit."""
    from whoosh.filedb.filestore import FileStorage

    write_arrays(FileStorage(str(folder)), "MAIN_aaaaaaaaaaaaaaaa.postings", {"docs": np.zeros(3, np.uint32)})
    index = SearchIndex(folder)
    assert (index.seen, total(index, "hrast")) == (5, 1)
    index.catch_up(documents("jasen", "c"), seen=6)
    assert total(index, "hrast OR jasen") == 2
    assert not (folder / "MAIN_aaaaaaaaaaaaaaaa.postings").exists()
    index.close()
