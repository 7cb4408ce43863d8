"""Showing only those claims on an event that state one date."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from archive_app.core.dates import format_date
from archive_app.core.translation import _, ngettext
from archive_app.services.claims import EventPage
from archive_app.ui.wrapped_label import WrappedLabel


class Narrowing(QWidget):
    """A line that says of which date the claims are shown, with a way back; hidden where all are."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when = ""
        self.words = WrappedLabel()
        self.all_button = QPushButton(_("Show all claims"))
        self.all_button.clicked.connect(self._on_all_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.all_button)
        self.hide()

    def of(self, page: EventPage) -> EventPage:
        """The page with the claims that are to be shown; with all of them once no claim states the date any more."""
        some = tuple(one for one in page.claims if self._when and one.link.says_when == self._when)
        if not some:
            self.show_all()
            return page
        said = ngettext(
            "{count} of {all} claims, which states {date}",
            "{count} of {all} claims, which state {date}",
            len(some),
        )
        self.words.setText(said.format(count=len(some), all=len(page.claims), date=format_date(self._when)))
        return replace(page, claims=some)

    def show_only(self, when: str) -> None:
        """Show the claims that state this date, EDTF."""
        self._when = when
        self.show()
        self.changed.emit()
        self.all_button.setFocus()

    def show_all(self) -> None:
        """Show all from now on."""
        self._when = ""
        self.hide()

    def _on_all_wanted(self) -> None:
        self.show_all()
        self.changed.emit()
