"""The status bar."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from archive_app.core.progress import Progress
from archive_app.ui.index_state import IndexState
from archive_app.ui.jobs import Lane, Runner
from archive_app.ui.status_view import ProgressView, StatusView


@pytest.fixture
def runner(qtbot: QtBot) -> Runner:
    return Runner()


def test_counts_are_said_in_words(qtbot: QtBot) -> None:
    view = StatusView()
    qtbot.addWidget(view)
    view.show_counts({"sources": 1, "photos": 10, "annotations": 0, "events": 2}, read_only=True)
    assert view.counts.text() == (
        "open for reading only  ·  1 source  ·  10 photos  ·  0 annotations  ·  2 events"
    )


def test_a_task_is_shown_after_half_a_second_and_can_be_stopped(runner: Runner, qtbot: QtBot) -> None:
    view = ProgressView()
    qtbot.addWidget(view)
    runner.started.connect(view.watch)

    def count(progress: Progress) -> None:
        number = 0
        while True:
            number += 1
            progress.step(number % 100, 100, f"step {number}")
            threading.Event().wait(0.02)

    task = runner.start(Lane.JOB, "Counting", count, with_progress=True)
    assert not view.isVisible()
    qtbot.waitUntil(lambda: not view.isHidden())
    qtbot.waitUntil(lambda: "Counting: step" in view.text())
    with qtbot.waitSignal(task.cancelled):
        view.stop_button.click()
    qtbot.waitUntil(view.isHidden)
    runner.close()


def test_what_is_counted_is_said_in_figures(runner: Runner, qtbot: QtBot) -> None:
    view = ProgressView()
    qtbot.addWidget(view)
    runner.started.connect(view.watch)
    go_on = threading.Event()

    def index(progress: Progress) -> None:
        progress.step(3_400, 12_000)
        go_on.wait(10)

    runner.start(Lane.INDEX, "Indexing", index, with_progress=True)
    qtbot.waitUntil(lambda: not view.isHidden())
    assert view.text() == "Indexing 3,400 of 12,000…"
    go_on.set()
    qtbot.waitUntil(view.isHidden)
    runner.close()


def test_the_state_of_search_is_said_and_explained(qtbot: QtBot) -> None:
    view = StatusView()
    qtbot.addWidget(view)
    said = set()
    for state in IndexState:
        view.show_search_state(state)
        said.add(view.search_state.text())
        assert view.search_state.toolTip()
    assert len(said) == len(IndexState)
    view.show_search_state(IndexState.READY)
    assert view.search_state.text() == "Search is up to date"


def test_a_short_task_is_never_shown(runner: Runner, qtbot: QtBot) -> None:
    view = ProgressView()
    qtbot.addWidget(view)
    runner.started.connect(view.watch)
    task = runner.start(Lane.JOB, "Brief", lambda: None)
    qtbot.waitSignal(task.finished)
    qtbot.waitUntil(lambda: not runner.is_busy())
    qtbot.wait(600)
    assert view.isHidden()
    runner.close()


def test_a_write_cannot_be_stopped_half_way(runner: Runner, qtbot: QtBot) -> None:
    view = ProgressView()
    qtbot.addWidget(view)
    runner.started.connect(view.watch)
    go_on = threading.Event()
    runner.start(Lane.WRITE, "Writing", go_on.wait, 10)
    qtbot.waitUntil(lambda: not view.isHidden())
    assert view.stop_button.isHidden()
    go_on.set()
    qtbot.waitUntil(view.isHidden)
    runner.close()


def test_several_tasks_are_told_and_each_can_be_stopped(runner: Runner, qtbot: QtBot) -> None:
    view = ProgressView()
    qtbot.addWidget(view)
    runner.started.connect(view.watch)

    def wait(progress: Progress) -> None:
        while True:
            progress.step(1, 2)
            threading.Event().wait(0.02)

    first = runner.start(Lane.JOB, "Importing", wait, with_progress=True)
    second = runner.start(Lane.INDEX, "Indexing", wait, with_progress=True)
    qtbot.waitUntil(lambda: view.more_button.text() == "and 1 more")
    menu = view.more_button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "Stop: Importing 1 of 2…",
        "Stop: Indexing 1 of 2…",
    ]
    with qtbot.waitSignal(second.cancelled):
        menu.actions()[1].trigger()
    qtbot.waitUntil(view.more_button.isHidden)
    assert view.task is first
    with qtbot.waitSignal(first.cancelled):
        assert view.stop()
    qtbot.waitUntil(view.isHidden)
    assert not view.stop()
    runner.close()
