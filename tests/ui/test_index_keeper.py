"""The search index while an archive is open: it follows every change, and a damaged one is made anew."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from archive_app.core.hits import SearchRequest
from archive_app.services import events, indexing, searching
from archive_app.services.archives import Archive
from archive_app.ui.index_keeper import IndexKeeper
from archive_app.ui.index_state import IndexProgress, IndexState
from archive_app.ui.jobs import Lane, Runner
from helpers.desk import Desk


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def keeper(desk: Desk, runner: Runner, qtbot: QtBot) -> Iterator[IndexKeeper]:
    """A keeper that has caught up with the two articles."""
    indexing.catch_up(desk.archive)
    made = IndexKeeper(desk.archive, runner)
    qtbot.waitUntil(lambda: not made.is_behind())
    yield made
    made.close()
    qtbot.waitUntil(lambda: not runner.is_busy())


def total(archive: Archive, query: str) -> int:
    return searching.search(archive, SearchRequest(query=query)).total


def damage(folder: Path) -> None:
    """Change some bytes in the middle of the largest file of an index."""
    largest = max(
        (path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size
    )
    content = bytearray(largest.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 32] = bytes(byte ^ 0xFF for byte in content[middle : middle + 32])
    largest.write_bytes(content)


def test_what_was_changed_is_found_a_moment_later(keeper: IndexKeeper, desk: Desk, qtbot: QtBot) -> None:
    desk.mark(desk.latin, "golubovi", note="Mistral nije ovde")
    assert total(desk.archive, "mistral") == 0
    with qtbot.waitSignal(keeper.caught_up):
        keeper.catch_up_soon()
        assert keeper.progress == IndexProgress(IndexState.BEHIND)
    assert not keeper.is_behind()
    assert total(desk.archive, "mistral") == 1


def test_a_new_index_says_how_much_of_it_is_made(desk: Desk, runner: Runner, qtbot: QtBot) -> None:
    keeper = IndexKeeper(desk.archive, runner)
    seen: list[IndexProgress] = []
    keeper.progressed.connect(seen.append)
    qtbot.waitUntil(lambda: not keeper.is_behind())
    assert seen[-1] == IndexProgress(IndexState.READY)
    assert {one.state for one in seen[:-1]} == {IndexState.NEW}
    assert all(0 <= one.done <= one.total for one in seen[:-1])
    assert [one.done for one in seen[:-1]] == sorted(one.done for one in seen[:-1])
    keeper.close()


def test_damage_is_noticed_while_nothing_happens_and_made_good(
    keeper: IndexKeeper, desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    before = total(desk.archive, "Kalemegdan")
    damage(desk.archive.index_folder)
    keeper._idle.setInterval(10)
    with qtbot.waitSignal(
        keeper.progressed, check_params_cb=lambda progress: progress.state is IndexState.DAMAGED
    ):
        keeper._idle.start()
    qtbot.waitUntil(lambda: not keeper.is_behind())
    assert total(desk.archive, "Kalemegdan") == before
    assert "is damaged" in caplog.text


def test_an_index_that_a_search_found_damaged_is_made_anew(
    keeper: IndexKeeper, desk: Desk, qtbot: QtBot
) -> None:
    before = total(desk.archive, "Kalemegdan")
    keeper.look_again()
    assert not keeper.is_behind()  # it was refused for another reason
    indexing.index_of(desk.archive).empty()
    keeper.look_again()
    assert keeper.progress.state is IndexState.DAMAGED
    qtbot.waitUntil(lambda: not keeper.is_behind())
    assert total(desk.archive, "Kalemegdan") == before


def test_indexing_that_was_stopped_goes_on_with_the_next_change(
    desk: Desk, runner: Runner, qtbot: QtBot
) -> None:
    keeper = IndexKeeper(desk.archive, runner)

    def stop(task: QObject) -> None:
        task.cancel()  # type: ignore[attr-defined]

    runner.started.connect(stop)
    qtbot.waitUntil(lambda: keeper.progress.state is IndexState.STOPPED)
    runner.started.disconnect(stop)
    keeper.catch_up_soon()
    qtbot.waitUntil(lambda: not keeper.is_behind())
    assert total(desk.archive, "Kalemegdan") > 0
    keeper.close()


def test_tidying_waits_until_nothing_else_is_done(
    keeper: IndexKeeper, runner: Runner, desk: Desk, qtbot: QtBot
) -> None:
    index = indexing.index_of(desk.archive)
    for number in range(9):
        if not index.is_in_parts:
            events.add_event(desk.archive, f"Dan {number}")
            indexing.catch_up(desk.archive)
    assert index.is_in_parts
    keeper._is_verified = True
    keeper._idle.setInterval(10)
    is_over = threading.Event()
    runner.start(Lane.JOB, "Waiting", is_over.wait, 10)
    keeper._idle.start()
    qtbot.wait(100)
    assert index.is_in_parts
    is_over.set()
    qtbot.waitUntil(lambda: not index.is_in_parts)
