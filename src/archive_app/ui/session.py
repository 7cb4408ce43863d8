"""One opened archive in the window: the archive, its tasks, and the one road by which views hear of changes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from archive_app.core.changes import Changes
from archive_app.core.errors import UserError
from archive_app.services.archives import Archive
from archive_app.ui.index_keeper import IndexKeeper
from archive_app.ui.jobs import Lane, Runner, Task
from archive_app.ui.mention_keeper import MentionKeeper


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
        self.index = IndexKeeper(archive, runner, self)
        self.index.caught_up.connect(self.indexed)
        self.index.refused.connect(self.refused)
        self.mentions = MentionKeeper(archive, runner, self)
        self._announced.connect(self._on_announced)
        archive.subscribe(self._announced.emit)

    def write(
        self,
        title: str,
        function: Callable[..., Any],
        /,
        *args: Any,
        done: Callable[[Any], Any] | None = None,
        failed: Callable[[Exception], Any] | None = None,
        owner: QObject | None = None,
        **options: Any,
    ) -> Task:
        """Call the service `function(archive, *args, **options)` in the writing lane.

        A refusal goes to `failed`, or to `refused` where nobody takes it; for `owner` see `Runner.start`.
        """
        return self.runner.start(
            Lane.WRITE,
            title,
            function,
            self.archive,
            *args,
            done=done,
            failed=failed or self._on_refused,
            owner=owner,
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
        owner: QObject | None = None,
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
            owner=owner,
            with_progress=True,
            **options,
        )

    def is_index_behind(self) -> bool:
        """Whether changes are not findable yet."""
        return self.index.is_behind()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):  # anything else is reported as a fault of the program
            self.refused.emit(str(error))

    def _on_announced(self, changes: Changes) -> None:
        if self.signalsBlocked():
            return  # it was on its way from another thread while the archive was closed
        self.changed.emit(changes)
        self.index.catch_up_soon()
        self.mentions.take_up(changes)

    def close(self) -> None:
        """Fall silent; the runner and the archive are closed by whoever made them."""
        self.index.close()
        self.mentions.close()
        self.blockSignals(True)
