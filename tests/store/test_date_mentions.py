"""Date mentions are kept by what they were made of, and a file that is of no use costs only time."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive_app.core.days import day_number
from archive_app.store.date_mentions import MentionRow, MentionStore, ReadingKey, read_key
from helpers.disks import fill_up, mounted

FIRST, SECOND = ReadingKey("a" * 64, 1944), ReadingKey("b" * 64, None)


def row(start: int, first: str, last: str = "") -> MentionRow:
    """A mention that means these days."""
    days = [day_number(tuple(map(int, day.split("-")))) for day in (first, last or first)]  # type: ignore[arg-type]
    return MentionRow(start, start + 5, first, days[0], days[1], "written", 3, None, None, None, None, None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "index" / "mentions.db"


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[..., MentionStore]]:
    """Opens the file, as often as wanted."""
    made: list[MentionStore] = []

    def open_(rules: int = 1) -> MentionStore:
        made.append(MentionStore(path, rules))
        return made[-1]

    yield open_
    for store in made:
        store.close()


def test_what_was_kept_is_there_the_next_time(opened: Callable[..., MentionStore]) -> None:
    rows = [row(3, "1944-10-20"), row(40, "1944-10-01", "1944-10-31")]
    opened().keep([(FIRST, rows), (SECOND, [])])
    again = opened()
    assert again.find(FIRST) == rows
    assert again.find(SECOND) == []
    assert again.find(ReadingKey(FIRST.sha256, 1945)) is None
    assert again.known() == {FIRST, SECOND}


def test_a_key_is_read_as_it_was_written() -> None:
    for key in (FIRST, SECOND, ReadingKey("c" * 64, -43)):
        assert read_key(key.text) == key


def test_other_rules_begin_anew(opened: Callable[..., MentionStore]) -> None:
    before = opened(rules=1)
    before.keep([(FIRST, [row(3, "1944-10-20")])])
    before.close()
    after = opened(rules=2)
    assert after.known() == set()
    after.keep([(FIRST, [row(9, "1944-10-21")])])
    after.close()
    assert opened(rules=1).find(FIRST) is None


def test_what_is_known_is_not_written_again(opened: Callable[..., MentionStore]) -> None:
    store = opened()
    store.keep([(FIRST, [row(3, "1944-10-20")])])
    store.keep([(FIRST, [row(3, "1944-10-20")])])
    assert store.find(FIRST) == [row(3, "1944-10-20")]
    assert [count for *_days, count in store.days()] == [1]


def test_readings_that_no_text_needs_are_forgotten(opened: Callable[..., MentionStore]) -> None:
    store = opened()
    store.keep([(FIRST, [row(3, "1944-10-20")]), (SECOND, [row(5, "1944-10-21")])])
    store.keep_only([SECOND])
    assert store.known() == {SECOND}
    assert store.between(None, None) == [(SECOND, row(5, "1944-10-21"))]


def test_mentions_are_found_by_their_days_as_looking_at_each_would(
    opened: Callable[..., MentionStore],
) -> None:
    chance = random.Random(4)
    rows = []
    for place in range(300):
        first = chance.randrange(709_000, 712_000)
        last = first + chance.choice((0, 0, 30, 365, 366, 367, 3650))
        rows.append(row(10 * place, "1944-10-20")._replace(first_day=first, last_day=last))
    rows.append(row(9_000, "1944-10-20")._replace(first_day=None, last_day=None))
    store = opened()
    store.keep([(FIRST, rows)])
    for _turn in range(200):
        first, last = sorted(chance.randrange(708_000, 713_000) for _bound in range(2))
        longest = chance.choice((None, 1, 31, 400))
        bounds = (chance.choice((first, None)), chance.choice((last, None)))
        found = {row.start for _key, row in store.between(*bounds, longest)}
        assert found == {one.start for one in rows if _lies_between(one, *bounds, longest)}


def _lies_between(one: MentionRow, first: int | None, last: int | None, longest: int | None) -> bool:
    if one.first_day is None or one.last_day is None:
        return False
    is_short = longest is None or one.last_day - one.first_day < longest
    return is_short and (first is None or one.last_day >= first) and (last is None or one.first_day <= last)


def test_the_nearest_mentions_stand_first_and_of_these_the_shorter_ones(
    opened: Callable[..., MentionStore],
) -> None:
    store = opened()
    rows = [
        row(0, "1944-10-01", "1944-10-31"),
        row(10, "1944-10-15"),
        row(20, "1944-10-20"),
        row(30, "1944-10-23"),
        row(40, "1944-10-28"),
        row(50, "1940-01-01", "1949-12-31"),
        row(60, "1944-01-01", "1944-12-31"),
    ]
    store.keep([(FIRST, rows), (SECOND, [row(5, "1944-10-20")])])
    day = day_number((1944, 10, 20))
    found = [(key, row.start) for key, row in store.nearest(day, day, reach=7, most=9)]
    assert found == [(FIRST, 20), (SECOND, 5), (FIRST, 0), (FIRST, 60), (FIRST, 30), (FIRST, 10)]
    assert [row.start for _key, row in store.nearest(day, day + 9, reach=0, most=2)] == [20, 30]


def test_a_damaged_file_is_thrown_away(path: Path, opened: Callable[..., MentionStore]) -> None:
    many = [row(10 * place, "1944-10-20") for place in range(2_000)]
    store = opened()
    store.keep([(FIRST, many)])
    store.close()
    path.write_bytes(b"nothing of use" * 400)
    store = opened()
    assert store.find(FIRST) is None
    store.keep([(FIRST, many)])
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    store = opened()
    assert not store.is_sound()
    assert store.find(FIRST) is None
    store.keep([(FIRST, many)])
    assert store.is_sound()
    assert store.find(FIRST) == many


def test_a_full_disk_leaves_mentions_in_memory(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 1) as disk:
        store = MentionStore(disk / "mentions.db", 1)
        fill_up(disk)
        store.keep([(FIRST, [row(10 * place, "1944-10-20") for place in range(5_000)])])
        assert store.find(FIRST) is None
        store.keep([(SECOND, [row(3, "1944-10-20")])])
        assert store.find(SECOND) == [row(3, "1944-10-20")]
        store.close()


def test_a_file_that_cannot_be_written_is_copied_into_memory(
    path: Path, tmp_path: Path, opened: Callable[..., MentionStore]
) -> None:
    store = opened()
    store.keep([(FIRST, [row(3, "1944-10-20")])])
    store.close()
    before = path.read_bytes()
    for rules, known in ((1, {FIRST}), (2, set())):
        copy = MentionStore(None, rules, copy_of=path)
        assert copy.known() == known
        copy.keep([(SECOND, [])])
        copy.close()
    assert [found.name for found in path.parent.iterdir()] == ["mentions.db"]
    assert path.read_bytes() == before
    assert MentionStore(None, 1, copy_of=tmp_path / "nowhere.db").known() == set()
    path.write_bytes(b"nothing of use" * 400)
    assert MentionStore(None, 1, copy_of=path).known() == set()


_WRITER = """
import itertools, sys
from pathlib import Path
from archive_app.store.date_mentions import MentionRow, MentionStore, ReadingKey
store = MentionStore(Path(sys.argv[1]), 1)
rows = [MentionRow(n, n + 1, "1944", 1, 2, "written", 3, None, None, None, None, None) for n in range(400)]
print("begun", flush=True)
for number in itertools.count(int(sys.argv[2])):
    store.keep([(ReadingKey(f"{number:064}", None), rows)])
    store.keep_only([ReadingKey(f"{known:064}", None) for known in range(number - 20, number + 1)])
"""


def test_after_a_kill_each_reading_is_whole_or_not_there(path: Path) -> None:
    chance = random.Random(8)
    kept = 0
    for number in range(6):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, path, str(100_000 * number)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        assert writer.stdout.readline().strip() == b"begun"
        time.sleep(chance.uniform(0.02, 0.2))
        writer.kill()
        writer.wait()
        writer.stdout.close()
        store = MentionStore(path, 1)
        assert store.is_sound()
        for key in store.known():
            assert len(store.find(key) or ()) == 400
            kept += 1
        store.close()
        connection = sqlite3.connect(path)
        strays = connection.execute(
            "SELECT count(*) FROM mentions WHERE reading NOT IN (SELECT n FROM readings)"
        )
        assert strays.fetchone() == (0,)
        connection.close()
    assert kept
