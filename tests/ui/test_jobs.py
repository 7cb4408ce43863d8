"""Tasks run in their lanes and answer in the window's thread, as long as there is somebody to answer."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from archive_app.core.errors import UserError
from archive_app.ui.jobs import Lane, Runner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    qtbot.waitUntil(lambda: not made.is_busy())
    made.close()


class Asker(QObject):
    """Somebody who waits for an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = heard

    def on_done(self, value: object) -> None:
        self.heard.append(value)


heard: list[object] = []


@pytest.fixture(autouse=True)
def silence() -> None:
    heard.clear()


def test_the_answer_comes_to_the_window_s_thread(runner: Runner, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    owner = QObject()
    runner.start(
        Lane.WRITE,
        "Adding",
        lambda a, b: a + b,
        2,
        b=3,
        done=lambda value: threads.append(threading.current_thread()) or heard.append(value),
        owner=owner,
    )
    qtbot.waitUntil(lambda: heard == [5])
    assert threads == [threading.main_thread()]


@pytest.mark.parametrize("by_method", [True, False], ids=["method", "function"])
@pytest.mark.parametrize("fails", [False, True], ids=["done", "failed"])
def test_nobody_is_answered_who_is_gone(runner: Runner, qtbot: QtBot, by_method: bool, fails: bool) -> None:
    asker, go_on = Asker(), threading.Event()
    answer = asker.on_done if by_method else heard.append

    def work() -> str:
        go_on.wait(10)
        if fails:
            raise UserError("It was refused.")
        return "done"

    task = runner.start(Lane.WRITE, "Waiting", work, done=answer, failed=answer, owner=asker)
    delete(asker)
    with qtbot.waitSignal(task.finished):
        go_on.set()
    assert heard == []


def test_a_function_that_may_outlive_its_owner_is_not_taken_without_one(runner: Runner) -> None:
    with pytest.raises(TypeError, match="owner"):
        runner.start(Lane.WRITE, "Waiting", str, done=heard.append)
