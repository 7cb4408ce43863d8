"""Progress and cancelling of long actions."""

from threading import Lock

import pytest

from archive_app.core.progress import SILENT, Cancelled, Progress, taking_turns


class Listener(Progress):
    """Writes steps down and cancels after the second one."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, text: str) -> None:
        self.steps.append((done, total, text))

    def is_cancelled(self) -> bool:
        return len(self.steps) >= 2


def test_steps_reach_the_listener() -> None:
    listener = Listener()
    listener.step(1, 3, "pismo.txt")
    assert listener.steps == [(1, 3, "pismo.txt")]


def test_a_cancelled_action_ends_at_its_next_step() -> None:
    listener = Listener()
    listener.step(0, 5)
    listener.step(1, 5)
    with pytest.raises(Cancelled):
        listener.step(2, 5)
    assert listener.steps == [(0, 5, ""), (1, 5, "")]


def test_silence_never_cancels() -> None:
    SILENT.step(1, 0, "anything")
    assert not SILENT.is_cancelled()


def test_whoever_waits_for_a_turn_may_stop_waiting() -> None:
    lock, listener = Lock(), Listener()
    with taking_turns(lock, listener):
        with pytest.raises(Cancelled):
            taking_turns(lock, listener).__enter__()
        assert lock.locked()
    assert listener.steps == [(0, 0, "")] * 2
    assert not lock.locked()
