"""Record ids."""

import re
import threading
import time
import uuid

import pytest

from archive_app.core import ids
from archive_app.core.ids import go_on_after, new_id


def test_an_id_is_a_uuid_of_version_7() -> None:
    made = new_id()
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", made)
    assert uuid.UUID(made).variant == uuid.RFC_4122


def test_an_id_begins_with_the_time_of_its_making() -> None:
    before = time.time_ns() // 1_000_000
    milliseconds = uuid.UUID(new_id()).int >> 80
    # Ids made in quick succession borrow from the milliseconds to come.
    assert before <= milliseconds <= time.time_ns() // 1_000_000 + 1000


def test_ids_sort_in_the_order_of_their_making() -> None:
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_threads_never_make_the_same_id() -> None:
    made: list[list[str]] = [[] for _ in range(4)]

    def make(into: list[str]) -> None:
        into.extend(new_id() for _ in range(2_000))

    threads = [threading.Thread(target=make, args=(ids,)) for ids in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(ids == sorted(ids) for ids in made)
    assert len({one for ids in made for one in ids}) == 8_000


def test_ids_go_on_after_a_known_one_where_the_clock_was_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first, then = new_id(), time.time_ns()
    monkeypatch.setattr(ids, "_last", 0)
    monkeypatch.setattr(time, "time_ns", lambda: then - 86_400 * 10**9)
    assert new_id() < first
    go_on_after(first)
    second = new_id()
    assert first < second < new_id()
    go_on_after("0" * 8 + second[8:])
    assert second < new_id()
