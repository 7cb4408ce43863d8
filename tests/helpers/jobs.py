"""Functions for a worker process to run; they must be importable there."""

import os
import time
from pathlib import Path

from archive_app.core.errors import NotFound
from archive_app.core.progress import SILENT, Progress


def double(number: int, *, progress: Progress = SILENT, plus: int = 0) -> int:
    progress.step(1, 1, "doubling")
    return 2 * number + plus


def whose_process(*, progress: Progress = SILENT) -> int:
    del progress
    return os.getpid()


def not_there(name: str, *, progress: Progress = SILENT) -> None:
    del progress
    raise NotFound(f"There is no “{name}”.")


def broken(*, progress: Progress = SILENT) -> None:
    del progress
    raise ZeroDivisionError("by nothing")


def unsendable(*, progress: Progress = SILENT) -> object:
    del progress
    return lambda: None


def die(*, progress: Progress = SILENT) -> None:
    del progress
    os._exit(3)


def patient(steps: int, started: Path, *, progress: Progress = SILENT) -> int:
    """Touch `started`, then work for `steps` hundredths of a second, looking at the wish to stop each time."""
    started.touch()
    for done in range(steps):
        progress.step(done, steps, f"step {done}")
        time.sleep(0.01)
    return steps


def deaf(started: Path, *, progress: Progress = SILENT) -> None:
    """Touch `started`, then never listen."""
    del progress
    started.touch()
    time.sleep(60)


class Unreadable:
    """Can be sent to another process, but not be put together there."""

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return _refuse, ()


def _refuse() -> None:
    raise LookupError("not known here")
