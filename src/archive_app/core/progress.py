"""How a long action reports how far it is, and how it learns that the person wants to stop."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_POLL_SECONDS = 0.05


class Cancelled(Exception):
    """The person cancelled the action; what was finished before stays, what was under way is undone."""


class Progress:
    """Receives the steps of a long action. This base takes them silently and never cancels.

    Front ends override `report` and `is_cancelled`; actions only call `step`.
    """

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` units are done, `text` naming the one at hand; `total` 0 is unknown.

        Raises Cancelled when the person asked to stop.
        """
        if self.is_cancelled():
            raise Cancelled
        self.report(done, total, text)

    def report(self, done: int, total: int, text: str) -> None:
        """Show the step; called from the thread that runs the action."""

    def is_cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return False


SILENT = Progress()


@contextmanager
def taking_turns(lock: Lock, progress: Progress) -> Iterator[None]:
    """Hold a lock; wait for it as long as it takes, unless the person wants to stop. Raises Cancelled."""
    while not lock.acquire(timeout=_POLL_SECONDS):
        progress.step(0, 0)
    try:
        yield
    finally:
        lock.release()


class OnlyCancel(Progress):
    """Passes on only the wish to stop: the steps of a part are not those of the whole action."""

    def __init__(self, whole: Progress) -> None:
        self._whole = whole

    def is_cancelled(self) -> bool:
        """Whether the person asked to stop the whole action."""
        return self._whole.is_cancelled()
