"""Where heavy work runs: here, or in one long-lived process of its own.

Parsing files, writing the index and setting a PDF are pure computation on plain data. A window hands them to a
spawned process, so that it never waits for them; the command line runs them where it stands. The functions are
ordinary ones at the top level of a module that take `progress` as a keyword; what goes in and out is picklable.
"""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from archive_app.core.errors import ArchiveError
from archive_app.core.progress import SILENT, Cancelled, Progress
from archive_app.core.translation import _, language, use_language

if TYPE_CHECKING:  # loaded with the first process
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

log = logging.getLogger(__name__)
T = TypeVar("T")
_POLL_SECONDS = 0.05
LONG_TEXT = 20_000
"""From so many code points on a text is read where heavy work runs: it takes longer than a frame of the window."""


class WorkFailed(ArchiveError):
    """The work ended by an error that is not the person's: a fault of this program, to be reported."""


class Work(Protocol):
    """Runs functions somewhere and waits for their result."""

    def run(self, function: Callable[..., T], *args: Any, progress: Progress = SILENT, **options: Any) -> T:
        """Return `function(*args, progress=progress, **options)`; raises what it raises, and Cancelled."""

    def close(self) -> None:
        """Stop what is running, for good."""


class InlineWork:
    """Runs everything at once, in the calling thread."""

    def run(self, function: Callable[..., T], *args: Any, progress: Progress = SILENT, **options: Any) -> T:
        """See `Work.run`."""
        return function(*args, progress=progress, **options)

    def close(self) -> None:
        """Nothing runs on its own."""


class ProcessWork:
    """Runs one function after the other in a spawned process, which is started when first needed."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._closed = False

    def run(self, function: Callable[..., T], *args: Any, progress: Progress = SILENT, **options: Any) -> T:
        """See `Work.run`. A cancelled function has a second to stop by itself, then its process is ended."""
        with self._turn:
            progress.step(0, 0)
            if self._closed:
                raise Cancelled
            pipe = self._started()
            try:
                pipe.send((function, args, options))
                return self._await(pipe, progress)  # type: ignore[no-any-return]
            except (EOFError, BrokenPipeError, ConnectionResetError) as error:
                self._end()
                if self._closed:
                    raise Cancelled from error
                log.error("the worker process ended while it ran %s", function.__qualname__)
                raise WorkFailed(
                    _("A part of this program stopped unexpectedly; please try again.")
                ) from error

    def _started(self) -> "Connection":
        if self._pipe is None or self._process is None or not self._process.is_alive():
            import multiprocessing

            self._end()
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            process = context.Process(
                target=_serve, args=(theirs, language()), name="archive-worker", daemon=True
            )
            process.start()
            self._process = process
            theirs.close()
        return self._pipe

    def _await(self, pipe: "Connection", progress: Progress) -> Any:
        cancelling = False
        last = (0, 0, "")
        while True:
            if pipe.poll(_POLL_SECONDS):
                kind, value = pipe.recv()
                if kind == "progress":
                    last = value
                elif kind == "result":
                    return value
                else:
                    raise value
            if not cancelling:
                try:
                    progress.step(*last)
                except Cancelled:
                    cancelling = True
                    pipe.send("cancel")
            elif not pipe.poll(1):
                self._end()
                raise Cancelled

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None

    def close(self) -> None:
        """End the process; work that is waited for ends as Cancelled."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._turn:
            self._end()


class _PipeProgress(Progress):
    """Inside the worker process: sends steps home and hears whether to stop."""

    def __init__(self, pipe: "Connection") -> None:
        self._pipe = pipe

    def report(self, done: int, total: int, text: str) -> None:
        """Send the step to the process that waits."""
        self._pipe.send(("progress", (done, total, text)))

    def is_cancelled(self) -> bool:
        """Whether a word to stop has come; nothing else is ever sent while a function runs."""
        return self._pipe.poll() and self._pipe.recv() == "cancel"


class _Closed(Exception):
    """The process that waits is gone, or wants no more."""


def _serve(pipe: "Connection", language_name: str) -> None:
    """The worker process: run what comes through the pipe until it closes."""
    logging.basicConfig(level=logging.WARNING)
    use_language(language_name)
    while True:
        try:
            _answer_next(pipe)
        except (_Closed, BrokenPipeError):
            return


def _answer_next(pipe: "Connection") -> None:
    """Run the next function and send home what it returns or raises; what cannot be read or sent is answered, too."""
    try:
        function, args, options = _next_call(pipe)
        pipe.send(("result", function(*args, progress=_PipeProgress(pipe), **options)))
    except (_Closed, BrokenPipeError):
        raise
    except (ArchiveError, Cancelled) as error:
        pipe.send(("error", error))
    except Exception as error:  # whatever happens is sent home, and reported there
        log.exception("unexpected error in the worker process")
        pipe.send(("error", WorkFailed(f"{type(error).__name__}: {error}")))


def _next_call(pipe: "Connection") -> tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]:
    """The next function to run; a word to stop that came too late is passed over. Raises _Closed, and whatever the call
    raises while it is put together here."""
    try:
        while (call := pipe.recv()) == "cancel":
            continue
    except (EOFError, ConnectionResetError, KeyboardInterrupt) as error:
        raise _Closed from error
    return call  # type: ignore[no-any-return]
