import random
from pathlib import Path

import numpy as np
import pytest
from whoosh.filedb.filestore import FileStorage, RamStorage

from archive_app.search.arrays import Arrays, Damaged, Strings, string_arrays, write_arrays

NAME = "some.arrays"
GIVEN = {
    "few": np.array([3, 1, 2], np.uint16),
    "none": np.zeros(0, np.uint32),
    "signed": np.array([-5, 7], np.int32),
    "bytes": np.arange(200, dtype=np.uint8),
    "every other": np.arange(10, dtype=np.uint32)[::2],
    **string_arrays("words", [b"", b"a", b"ab"]),
    **string_arrays("no words", []),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_arrays(FileStorage(str(tmp_path)), NAME, GIVEN, {"version": 3, "name": "šuma"})
    return tmp_path / NAME


def opened(file: Path) -> Arrays:
    return Arrays(FileStorage(str(file.parent)), file.name)


def check_all(arrays: Arrays) -> None:
    for key, given in GIVEN.items():
        assert arrays[key].dtype == given.dtype
        assert arrays[key].tolist() == given.tolist()
    assert arrays.values == {"version": 3, "name": "šuma"}
    assert "few" in arrays
    assert "many" not in arrays
    words, no_words = arrays.strings("words"), arrays.strings("no words")
    assert words.slice(0, 3) == [b"", b"a", b"ab"]
    assert (len(no_words), no_words.find(b"a"), no_words.beginning(b"")) == (0, -1, (0, 0))
    arrays.verify()


def test_what_was_written_is_read(file: Path) -> None:
    check_all(opened(file))


def test_arrays_live_in_memory_too() -> None:
    storage = RamStorage()
    write_arrays(storage, NAME, GIVEN, {"version": 3, "name": "šuma"})
    check_all(Arrays(storage, NAME))


def test_arrays_cannot_be_changed(file: Path) -> None:
    with pytest.raises(ValueError, match="read-only"):
        opened(file)["few"][0] = 9


def test_arrays_outlive_what_read_them(file: Path) -> None:
    words, few = opened(file).strings("words"), opened(file)["few"]
    assert (words[2], few.tolist()) == (b"ab", [3, 1, 2])


def test_a_file_cut_anywhere_is_not_opened(file: Path) -> None:
    whole = file.read_bytes()
    for length in (0, 1, 15, 16, 40, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            opened(file)
    file.write_bytes(whole + b"\0")
    with pytest.raises(Damaged):
        opened(file)


def test_another_kind_of_file_is_not_opened(file: Path) -> None:
    file.write_bytes(b"SrArray0" + file.read_bytes()[8:])
    with pytest.raises(Damaged, match="does not begin"):
        opened(file)


def test_a_flipped_bit_is_noticed_wherever_it_matters(file: Path) -> None:
    """Only what fills the gaps between the arrays may change unnoticed."""
    whole = file.read_bytes()
    unnoticed = 0
    for place in range(0, len(whole), 2):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        file.write_bytes(changed)
        try:
            opened(file).verify()
        except Damaged:
            continue
        unnoticed += 1
        check_all(opened(file))
    assert unnoticed < len(whole) / 4


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=NAME):
        opened(tmp_path / NAME)


def strings_of(given: list[bytes]) -> Strings:
    arrays = string_arrays("words", given)
    return Strings(b"before" + arrays["words"].tobytes(), len(b"before"), arrays["words.bounds"])


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 64, 500])
def test_strings_are_looked_up_as_in_a_list(count: int) -> None:
    chance = random.Random(count)
    drawn = ["".join(chance.choices("abčш", k=chance.randint(0, 6))) for _ in range(count)]
    given = sorted({word.encode() for word in drawn})
    strings = strings_of(given)
    assert len(strings) == len(given)
    assert strings.slice(0, len(given)) == given
    assert strings.slice(2, 2) == []
    assert strings.lengths_of(np.arange(len(given))).tolist() == list(map(len, given))
    for _ in range(200):
        word = "".join(chance.choices("abčш", k=chance.randint(0, 4))).encode()
        assert strings.find(word) == (given.index(word) if word in given else -1)
        assert strings.at_least(word) == sum(other < word for other in given)
        first, last = strings.beginning(word)
        assert strings.slice(first, last) == [other for other in given if other.startswith(word)]
