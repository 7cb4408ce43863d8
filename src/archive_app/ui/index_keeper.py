"""Keeping the search index up to date while an archive is open in the window, the most urgent first."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.core.errors import UserError
from archive_app.core.translation import _
from archive_app.services import indexing
from archive_app.services.archives import Archive
from archive_app.ui.index_state import IndexProgress, IndexState
from archive_app.ui.jobs import Lane, Runner, Task

log = logging.getLogger(__name__)
_FIRST_AFTER_MS = 200
"""The window is painted before the index of an archive that was opened is looked at."""
_CATCH_UP_AFTER_MS = 10
_IDLE_AFTER_MS = 5_000
"""So long after the last change the index is looked through and tidied: nobody waits for that."""


class IndexKeeper(QObject):
    """Catches up after each change; while nothing happens, looks for damage once and tidies.

    `progressed` carries an IndexProgress whenever it changes; `caught_up` tells that what was changed until then can
    be found; `refused` carries a sentence on why the index cannot be written.
    """

    progressed = Signal(object)
    caught_up = Signal()
    refused = Signal(str)

    def __init__(self, archive: Archive, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._runner = runner
        self._task: Task | None = None
        self._is_catching_up = False
        self._was_damaged = False
        self._is_verified = False
        self.progress = IndexProgress(IndexState.BEHIND)
        """How far the index is."""
        self._soon = self._timer(_CATCH_UP_AFTER_MS, self._catch_up)
        self._idle = self._timer(_IDLE_AFTER_MS, self._use_idle_time)
        runner.started.connect(self._on_started)
        self._soon.start(_FIRST_AFTER_MS)

    def _timer(self, after_ms: int, function: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(function)
        return timer

    def is_behind(self) -> bool:
        """Whether something cannot be found yet."""
        return self.progress.state is not IndexState.READY

    def catch_up_soon(self) -> None:
        """The archive has changed."""
        self._put_off()
        if self.progress.state in (IndexState.READY, IndexState.STOPPED):
            self._show(IndexState.BEHIND)
        self._soon.start(_CATCH_UP_AFTER_MS)

    def look_again(self) -> None:
        """A search was refused: the index may have turned out to be damaged, and be empty now."""
        if self.progress.state is IndexState.READY and indexing.is_behind(self._archive):
            self._make_anew()

    def close(self) -> None:
        """Begin nothing any more."""
        self._soon.stop()
        self._idle.stop()
        self.blockSignals(True)

    def _show(self, state: IndexState, done: int = 0, total: int = 0) -> None:
        progress = IndexProgress(state, done, total)
        if progress != self.progress:
            self.progress = progress
            self.progressed.emit(progress)

    def _start(self, title: str, function: Callable[..., bool], done: Callable[[bool], None]) -> Task:
        task = self._runner.start(
            Lane.INDEX,
            title,
            function,
            self._archive,
            with_progress=True,
            done=done,
            failed=self._on_failed,
        )
        task.finished.connect(self._on_finished)
        self._task = task
        return task

    def _on_finished(self) -> None:
        self._task = None
        self._is_catching_up = False

    # Catching up

    def _catch_up(self) -> None:
        if self._task is not None:
            self._soon.start(_CATCH_UP_AFTER_MS)
            return
        task = self._start(_("Indexing"), indexing.catch_up, self._on_caught_up)
        self._is_catching_up = True
        task.progressed.connect(self._on_progressed)
        task.cancelled.connect(self._on_stopped)

    def _on_progressed(self, done: int, total: int, _text: str) -> None:
        if self._was_damaged:
            self._show(IndexState.DAMAGED, done, total)
        else:
            self._show(IndexState.NEW if total else IndexState.BEHIND, done, total)

    def _on_caught_up(self, _changed: bool) -> None:
        self._was_damaged = False
        if not self._soon.isActive():
            self._show(IndexState.READY)
            self._idle.start()
        self.caught_up.emit()

    def _on_stopped(self) -> None:
        if not self._soon.isActive():
            self._show(IndexState.STOPPED)

    def _on_failed(self, error: Exception) -> None:
        if not self._is_catching_up:
            log.info("The search index could not be looked after: %s", error)
            return
        self._on_stopped()
        if isinstance(error, UserError):  # anything else is reported as a fault of the program
            self.refused.emit(str(error))

    # While nothing happens

    def _on_started(self, task: Task) -> None:
        """What the person asked for goes first."""
        if task.lane is Lane.JOB:
            self._put_off()

    def _put_off(self) -> None:
        """Stop what is done while nothing happens, until nothing happens again."""
        if self._task is not None and not self._is_catching_up:
            self._task.cancel()
        if self.progress.state is IndexState.READY:
            self._idle.start()

    def _use_idle_time(self) -> None:
        if self.progress.state is not IndexState.READY:
            return  # after catching up it begins anew
        if self._runner.is_busy():
            self._idle.start()
        elif not self._is_verified:
            self._start(_("Checking the search index"), indexing.verify, self._on_verified)
        else:
            self._start(_("Tidying the search index"), indexing.tidy, self._on_tidied)

    def _on_verified(self, is_sound: bool) -> None:
        self._is_verified = True
        if is_sound:
            self._idle.start()
        else:
            self._make_anew()

    def _on_tidied(self, has_changed: bool) -> None:
        if has_changed:
            log.info("The search index in %s was tidied", self._archive.index_folder)

    def _make_anew(self) -> None:
        """The index was damaged and is empty: fill it from the archive."""
        log.warning("The search index in %s was damaged and is made anew", self._archive.index_folder)
        self._was_damaged = True
        self._put_off()
        self._show(IndexState.DAMAGED)
        self._soon.start(_CATCH_UP_AFTER_MS)
