"""Stable links to records: followed from the search box, copied to be kept anywhere."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from archive_app.core.errors import UserError
from archive_app.core.hits import RecordKind
from archive_app.core.links import RecordLink
from archive_app.core.translation import _
from archive_app.services import linking
from archive_app.ui.reading_desk import ReadingDesk
from archive_app.ui.session import Session
from archive_app.ui.showing import Showing


class RecordLinks(QObject):
    """`followed` tells that a link led to a record; `copied` carries the link that is on the clipboard."""

    followed = Signal()
    copied = Signal(str)

    def __init__(self, session: Session, showing: Showing, desk: ReadingDesk) -> None:
        super().__init__(desk)
        self._session = session
        self._showing = showing
        self._desk = desk

    def follow(self, text: str) -> None:
        """Show the record that a link leads to."""
        try:
            link = linking.follow(self._session.archive, text)
        except UserError as error:
            self._session.refused.emit(str(error))
        else:
            self._showing.show_record(link.kind, link.id)
            self.followed.emit()

    def copy(self) -> None:
        """Put the link to the chosen annotation, or else to the record that is shown, on the clipboard."""
        stop, annotation_id = self._showing.current(), self._desk.active.chosen
        if self._showing.is_reading() and annotation_id:
            self.copy_to(RecordLink(RecordKind.ANNOTATION, annotation_id))
        elif stop is not None and stop.id:
            self.copy_to(RecordLink(RecordKind(stop.kind.value), stop.id))
        else:
            self._session.refused.emit(_("Nothing is open that a link could lead to."))

    def copy_to(self, link: RecordLink) -> None:
        """Put this link on the clipboard."""
        QApplication.clipboard().setText(str(link))
        self.copied.emit(str(link))
