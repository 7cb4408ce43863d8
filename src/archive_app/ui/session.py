"""One opened archive in the window: the archive, its tasks, and the one road by which views hear of changes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from archive_app.core.changes import Changes
from archive_app.core.errors import UserError
from archive_app.core.translation import _
from archive_app.services import indexing
from archive_app.services.archives import Archive
from archive_app.ui.jobs import Lane, Runner, Task

_INDEX_AFTER_MS = 200


class Session(QObject):
    """Views read through `archive`, write through `write`, and refresh on `changed`, whoever made the change.

    `indexed` tells that the search index has caught up; `refused` carries the sentence to show when a write or job
    that nobody else answers for was not possible.
    """

    changed = Signal(object)
    indexed = Signal()
    refused = Signal(str)
    _announced = Signal(object)

    def __init__(self, archive: Archive, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive
        self.runner = runner
        self._indexing: Task | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_INDEX_AFTER_MS)
        self._again.timeout.connect(self._catch_up)
        self._announced.connect(self._on_announced)
        archive.subscribe(self._announced.emit)
        self._again.start()

    def write(
        self,
        title: str,
        function: Callable[..., Any],
        /,
        *args: Any,
        done: Callable[[Any], Any] | None = None,
        failed: Callable[[Exception], Any] | None = None,
        **options: Any,
    ) -> Task:
        """Call the service `function(archive, *args, **options)` in the writing lane.

        A refusal goes to `failed`, or to `refused` where nobody takes it.
        """
        return self.runner.start(
            Lane.WRITE,
            title,
            function,
            self.archive,
            *args,
            done=done,
            failed=failed or self._on_refused,
            **options,
        )

    def job(
        self,
        title: str,
        function: Callable[..., Any],
        /,
        *args: Any,
        done: Callable[[Any], Any] | None = None,
        failed: Callable[[Exception], Any] | None = None,
        **options: Any,
    ) -> Task:
        """Call a long service `function(archive, *args, progress=…, **options)` in the lane for jobs."""
        return self.runner.start(
            Lane.JOB,
            title,
            function,
            self.archive,
            *args,
            done=done,
            failed=failed or self._on_refused,
            with_progress=True,
            **options,
        )

    def is_index_behind(self) -> bool:
        """Whether changes are not findable yet."""
        return self._indexing is not None or self._again.isActive()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):  # anything else is reported as a fault of the program
            self.refused.emit(str(error))

    def _on_announced(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self._again.start()

    def _catch_up(self) -> None:
        if self._indexing is not None:
            self._again.start()
            return
        self._indexing = self.runner.start(
            Lane.INDEX,
            _("Indexing"),
            indexing.catch_up,
            self.archive,
            with_progress=True,
            failed=self._on_refused,
        )
        self._indexing.succeeded.connect(self._on_caught_up)
        self._indexing.finished.connect(self._on_indexing_ended)

    def _on_caught_up(self, _changed: object) -> None:
        self._indexing = None  # before anybody asks whether search is up to date
        self.runner.start(
            Lane.SEARCH, _("Preparing search"), indexing.warm_up, self.archive, with_progress=True
        )
        self.indexed.emit()

    def _on_indexing_ended(self) -> None:
        self._indexing = None

    def close(self) -> None:
        """Fall silent; the runner and the archive are closed by whoever made them."""
        self._again.stop()
        self.blockSignals(True)
