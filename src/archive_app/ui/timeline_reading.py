"""Reading the events of the timeline beside the window, and anew when they have changed and are looked at."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archive_app.core.changes import Changes
from archive_app.core.translation import _
from archive_app.services import timelines
from archive_app.services.timelines import Timeline
from archive_app.ui.jobs import Lane
from archive_app.ui.session import Session

_TOUCHED = (
    "events",
    "links",
    "annotations",
    "annotation_tags",
    "tags",
    "sources",
    "texts",
    "photos",
    "regions",
)


class TimelineReading(QObject):
    """Reads for a page, while that is visible. `arrived` tells that `events` are others now."""

    arrived = Signal()

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self.events = Timeline((), ())
        """All of them, as they were read last."""
        self.is_read = False
        """Whether they were read at all."""
        self._is_stale = True
        self._is_running = False
        session.changed.connect(self._on_changed)

    def is_waiting(self) -> bool:
        """Whether the events are still being read."""
        return self._is_running or (self._is_stale and self._page.isVisible())

    def is_fresh(self) -> bool:
        """Whether nothing has changed since they were read."""
        return self.is_read and not self._is_stale

    def go_on(self) -> None:
        """Read them, unless they are there as they are, or nobody looks."""
        if self._is_running or not self._is_stale or not self._page.isVisible():
            return
        self._is_running, self._is_stale = True, False
        task = self._session.runner.start(
            Lane.SEARCH,
            _("Reading the events"),
            timelines.read_timeline,
            self._session.archive,
            done=self._on_read,
        )
        task.failed.connect(self._on_ended)
        task.cancelled.connect(self._on_ended)

    def _on_read(self, found: Timeline) -> None:
        self._is_running, self.is_read = False, True
        self.events = found
        self.arrived.emit()
        self.go_on()

    def _on_ended(self, _error: object = None) -> None:
        self._is_running = False
        self.go_on()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHED):
            self._is_stale = True
            self.go_on()
