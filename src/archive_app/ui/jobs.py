"""Everything that may take time runs here, so that the window never waits.

There are a few lanes, each one thread that takes one task after the other: writes are short and go through one
lane, searches through another, and long jobs (import, index, export) through a third, where the heavy part runs in
a process of its own. Results come back to the window's thread.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from archive_app.core.errors import ArchiveError, UserError
from archive_app.core.progress import Cancelled, Progress

log = logging.getLogger(__name__)
_STEP_SECONDS = 0.05


class Lane(StrEnum):
    """Which thread a task runs in."""

    WRITE = "write"
    SEARCH = "search"
    READ = "read"
    JOB = "job"
    INDEX = "index"
    PICTURE = "picture"


class _Mailbox(QObject):
    """Carries what happens in the lanes to the window's thread, each with the number of its task.

    It is all of Qt that a lane's thread ever touches, and stays as long as the lanes do: a task that came to its end
    while its thread still held it was now and then destroyed by both.
    """

    ended = Signal(int, str, object)
    progressed = Signal(int, int, int, str)


@dataclass(frozen=True)
class _Call:
    """A function to be called in the thread of a lane."""

    number: int
    title: str
    function: Callable[..., Any]
    args: tuple[Any, ...]
    options: dict[str, Any]

    def run(self, mailbox: _Mailbox) -> None:
        """Call the function and post how that ended."""
        how, value = self._outcome()
        mailbox.ended.emit(self.number, how, value)

    def _outcome(self) -> tuple[str, object]:
        try:
            return "succeeded", self.function(*self.args, **self.options)
        except Cancelled:
            return "cancelled", None
        except UserError as error:
            return "failed", error
        except Exception as error:  # the job runner: whatever happens is reported, and the window lives on
            log.exception("unexpected error in “%s”", self.title)
            return "broken", error


class Task(QObject):
    """One call of a function in a lane. It lives in the window's thread, where all signals arrive.

    `failed` carries a UserError to be shown as it is; anything else has gone to the runner's `broken` before.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, title: str, lane: Lane, runner: "Runner", number: int, *, can_cancel: bool) -> None:
        super().__init__(runner)
        self.title = title
        self.lane = lane
        self.can_cancel = can_cancel
        self.number = number
        self.progress = _TaskProgress(number, runner.mailbox)

    def cancel(self) -> None:
        """Ask the function to stop at its next step."""
        self.progress.cancel()

    def end(self, how: str, value: object) -> None:
        """Tell how the call ended."""
        if how == "succeeded":
            self.succeeded.emit(value)
        elif how == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(value)
        self.finished.emit()


class _TaskProgress(Progress):
    def __init__(self, number: int, mailbox: _Mailbox) -> None:
        self._number = number
        self._mailbox = mailbox
        self._stop = threading.Event()
        self._last = 0.0

    def cancel(self) -> None:
        self._stop.set()

    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def report(self, done: int, total: int, text: str) -> None:
        now = time.monotonic()
        if now - self._last >= _STEP_SECONDS or done >= total:
            self._last = now
            self._mailbox.progressed.emit(self._number, done, total, text)


class Runner(QObject):
    """Starts tasks and keeps them until they have ended."""

    started = Signal(object)
    broken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mailbox = _Mailbox(self)
        self.mailbox.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self.mailbox.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        self._number = 0
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"archive-{lane}") for lane in Lane
        }
        self._tasks: dict[int, Task] = {}

    def start(
        self,
        lane: Lane,
        title: str,
        function: Callable[..., Any],
        /,
        *args: Any,
        done: Callable[[Any], Any] | None = None,
        failed: Callable[[Exception], Any] | None = None,
        owner: QObject | None = None,
        with_progress: bool = False,
        **options: Any,
    ) -> Task:
        """Call `function(*args, **options)` in a lane, with `progress` if wanted.

        `title` names the task to the person; `done` gets the result and `failed` the UserError, in the window's
        thread. Neither is called once the object whose method it is, or else `owner`, is gone; a function that is no
        method of a QObject needs an owner (TypeError). Whoever shows progress listens to `started`.
        """
        self._number += 1
        task = Task(title, lane, self, self._number, can_cancel=with_progress)
        if done is not None:
            task.succeeded.connect(_while_there(done, owner))
        if failed is not None:
            task.failed.connect(_while_there(failed, owner))
        if with_progress:
            options["progress"] = task.progress
        self._tasks[task.number] = task
        self.started.emit(task)
        self._lanes[lane].submit(_Call(task.number, title, function, args, options).run, self.mailbox)
        return task

    def _on_progressed(self, number: int, done: int, total: int, text: str) -> None:
        if number in self._tasks:
            self._tasks[number].progressed.emit(done, total, text)

    def _on_ended(self, number: int, how: str, value: object) -> None:
        task = self._tasks[number]
        if how == "broken":
            self.broken.emit(value)
            value = ArchiveError(str(value))
        task.end(how, value)
        del self._tasks[number]
        task.deleteLater()

    def is_busy(self, lane: Lane | None = None) -> bool:
        """Whether any task, or any in one lane, has not ended yet."""
        return any(lane is None or task.lane is lane for task in self._tasks.values())

    def tasks(self) -> list[Task]:
        """The tasks that have not ended yet, oldest first."""
        return list(self._tasks.values())

    def close(self) -> None:
        """Cancel what can be cancelled and wait for the writes that were asked for."""
        for task in self._tasks.values():
            task.cancel()
        for executor in self._lanes.values():
            executor.shutdown(wait=True)
        for task in self._tasks.values():
            task.blockSignals(True)  # what is still on its way would reach views of a closed archive


def _while_there(function: Callable[[Any], Any], owner: QObject | None) -> Callable[[Any], Any]:
    """The function, which does nothing once its owner is gone; Qt itself sees to that for methods of a QObject."""
    if isinstance(getattr(function, "__self__", None), QObject):
        return function
    if owner is None:
        raise TypeError(f"{function} may outlive what it speaks to: give its owner")

    def call(value: Any) -> None:
        if isValid(owner):
            function(value)

    return call
