"""An index that is damaged in any way is replaced by an empty one that has seen nothing."""

import gc
import json
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.core.hits import Document, RecordKind
from archive_app.search.index import SearchIndex
from archive_app.search.state import State, clear


def documents(text: str, record_id: str = "a") -> list[tuple[str, list[Document]]]:
    return [(record_id, [Document(kind=RecordKind.PASSAGE, record_id=record_id, text=text)])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = SearchIndex(tmp_path)
    index.catch_up(documents("stari hrast kraj puta"), seen=5)
    index.close()
    return tmp_path


def assert_made_anew(folder: Path) -> None:
    index = SearchIndex(folder)
    assert (index.seen, index.document_count) == (0, 0)
    index.catch_up(documents("stari hrast"), seen=5)
    assert index.search("hrastovi").total == 1
    index.close()
    again = SearchIndex(folder)
    assert again.seen == 5
    again.close()


@pytest.mark.parametrize("pattern", ["*.trm", "*.pst", "*.toc", "MAIN_*", "seen.json"])
@pytest.mark.parametrize("keep", [0.0, 0.5, 0.99])
def test_a_file_that_was_cut_short(folder: Path, pattern: str, keep: float) -> None:
    paths = [path for path in folder.glob(pattern) if path.stat().st_size]
    assert paths
    for path in paths:
        os.truncate(path, int(path.stat().st_size * keep))
    assert_made_anew(folder)


@pytest.mark.parametrize("pattern", ["*.trm", "*.pst", "*.toc", "seen.json"])
def test_a_file_that_is_missing(folder: Path, pattern: str) -> None:
    for path in folder.glob(pattern):
        path.unlink()
    assert_made_anew(folder)


def test_a_table_of_contents_with_one_byte_changed(folder: Path) -> None:
    (contents,) = folder.glob("*.toc")
    good = contents.read_bytes()
    for place in range(0, len(good), max(1, len(good) // 20)):
        contents = next(folder.glob("*.toc"))
        data = bytearray(contents.read_bytes())
        data[place % len(data)] ^= 0xFF
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


@pytest.fixture
def forgotten_files() -> Iterator[None]:
    """Whoosh leaves files open that it could not read: let their warnings come while this test is running."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


@pytest.mark.usefixtures("forgotten_files")
def test_terms_of_the_right_size_but_overwritten(folder: Path) -> None:
    (terms,) = folder.glob("*.trm")
    terms.write_bytes(b"\xff" * terms.stat().st_size)
    assert_made_anew(folder)


@pytest.mark.usefixtures("forgotten_files")
def test_overwritten_postings_show_at_the_search(folder: Path) -> None:
    index = SearchIndex(folder)
    index.catch_up([documents("hrast", str(n))[0] for n in range(30)], seen=6)
    index.close()
    for postings in folder.glob("*.pst"):
        good = postings.read_bytes()
        header = len(good) // 3
        postings.write_bytes(good[:header] + b"\xff" * (len(good) - header))
    index = SearchIndex(folder)
    with pytest.raises(UserError, match="made anew"):
        index.search("hrast")
    assert (index.seen, index.document_count) == (0, 0)
    index.catch_up(documents("hrast"), seen=6)
    assert index.search("hrast").total == 1
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
    assert (index.seen, index.search("hrast").total) == (3, 1)
    tmp_path.chmod(0o700)


def test_a_path_that_is_no_folder_leaves_the_index_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_text("a file")
    index = SearchIndex(path)
    index.catch_up(documents("hrast"), seen=3)
    index.catch_up(documents("lipa"), seen=4)
    assert (index.seen, index.search("hrast OR lipa").total, path.read_text()) == (4, 1, "a file")


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
"""


def test_a_kill_while_writing_leaves_an_index_that_catches_up(tmp_path: Path) -> None:
    for attempt in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(0.15 + 0.07 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        index = SearchIndex(tmp_path)
        replay = [(str(n), documents("lipa", str(n))[0][1]) for n in range(7)]
        index.catch_up(replay, seen=index.seen + 1)
        assert (index.document_count, index.search("hrast").total, index.search("lipa").total) == (7, 0, 7)
        index.close()
