"""Finding the dates of all texts while an archive is open in the window, behind everything else."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.core.changes import Changes
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.ui.jobs import Lane, Runner, Task

log = logging.getLogger(__name__)
_FIRST_AFTER_MS = 900
"""The window is painted and the search index looked at before."""
_AFTER_MS = 250
"""So long nothing else is done before it begins or goes on."""
_READ_FROM = ("sources", "texts")
_NEEDED = (Lane.JOB, Lane.INDEX)
"""What runs in these lanes needs the process where heavy work runs, and goes first."""


def catch_up(archive: Archive, progress: Progress = SILENT) -> bool:
    """See `mentions.catch_up`; its rules are loaded here, in the thread of the lane."""
    from archive_app.services import mentions

    return mentions.catch_up(archive, progress)


class MentionKeeper(QObject):
    """Catches up after each change of a text or of the date of a source; whatever else begins, it stops and goes on
    later. `caught_up` tells that the dates of all texts are known.
    """

    caught_up = Signal()

    def __init__(self, archive: Archive, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._runner = runner
        self._task: Task | None = None
        self._is_behind = True
        self._gives_way = False
        """Whether the task was stopped for something else, not by the person."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        runner.started.connect(self._on_started)
        self._timer.start(_FIRST_AFTER_MS)

    def is_behind(self) -> bool:
        """Whether the dates of some texts may not be known yet."""
        return self._is_behind

    def take_up(self, changes: Changes) -> None:
        """The archive has changed."""
        if changes.touches(*_READ_FROM):
            self._is_behind = True
            self._give_way()
            self._timer.start(_AFTER_MS)

    def close(self) -> None:
        """Begin nothing any more."""
        self._timer.stop()
        self.blockSignals(True)

    def _begin(self) -> None:
        if not self._is_behind or self._task is not None:
            return
        if self._runner.is_busy():
            self._timer.start(_AFTER_MS)
            return
        self._gives_way = False
        self._task = self._runner.start(
            Lane.INDEX,
            _("Looking for dates"),
            catch_up,
            self._archive,
            with_progress=True,
            done=self._on_done,
            failed=self._on_failed,
        )
        self._task.finished.connect(self._on_finished)

    def _on_started(self, task: Task) -> None:
        if task.lane in _NEEDED:
            self._give_way()

    def _give_way(self) -> None:
        if self._task is not None:
            self._gives_way = True
            self._task.cancel()

    def _on_done(self, _found: bool) -> None:
        if not self._gives_way:
            self._is_behind = False
            self.caught_up.emit()

    def _on_failed(self, error: Exception) -> None:
        log.info("The dates of the texts could not be looked for: %s", error)

    def _on_finished(self) -> None:
        self._task = None
        if self._gives_way:
            self._timer.start(_AFTER_MS)
