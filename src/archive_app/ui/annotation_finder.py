"""Asking which annotations the table shows, beside the window: only the newest question is answered."""

from PySide6.QtCore import QObject, Signal

from archive_app.core.translation import _
from archive_app.services import annotation_table
from archive_app.services.annotation_table import Wanted
from archive_app.ui.jobs import Lane
from archive_app.ui.session import Session


class AnnotationFinder(QObject):
    """`found` carries what was wanted and the numbers of the annotations, in order."""

    found = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: Wanted | None = None
        self._next: Wanted | None = None

    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None

    def ask(self, wanted: Wanted) -> None:
        """Ask for these; while another question is being answered, this one waits for it."""
        if self._asked is not None:
            self._next = wanted
            return
        self._asked = wanted
        task = self._session.runner.start(
            Lane.SEARCH,
            _("Reading the annotations"),
            annotation_table.find,
            self._session.archive,
            wanted,
            done=self._on_found,
            with_progress=True,
        )
        task.failed.connect(self._on_ended)
        task.cancelled.connect(self._on_ended)

    def _on_found(self, numbers: list[int]) -> None:
        wanted, self._asked = self._asked, None
        if self._next is None:
            self.found.emit(wanted, numbers)
        self._go_on()

    def _on_ended(self, _error: object = None) -> None:
        self._asked = None
        self._go_on()

    def _go_on(self) -> None:
        wanted, self._next = self._next, None
        if wanted is not None:
            self.ask(wanted)
