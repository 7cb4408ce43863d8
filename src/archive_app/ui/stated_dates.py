"""The dates that the sources state for an event, each with how it stands to that of the event."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from archive_app.core.agreement import Agreement
from archive_app.core.dates import format_date
from archive_app.core.translation import _, ngettext
from archive_app.services.claims import EventPage, StatedDate
from archive_app.ui import theme
from archive_app.ui.agreement_chip import against_chip, agreement_chip
from archive_app.ui.wrapped_label import WrappedLabel

_MOST = 12


class StatedDates(QFrame):
    """A line for each date. `hold_wanted` carries one that the person wants to hold right."""

    hold_wanted = Signal(str)

    def __init__(self, page: EventPage, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkcard")
        self.setAccessibleName(_("Dates that the sources state"))
        self._held = page.event.when
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 10, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, date in enumerate(page.dates[:_MOST]):
            self._add(grid, row, date, can_hold=not read_only)
        more = len(page.dates) - _MOST
        if more > 0:
            said = ngettext("and {count} other date", "and {count} other dates", more).format(count=more)
            grid.addWidget(WrappedLabel(said, muted=True), _MOST, 0, 1, 4)

    def _add(self, grid: QGridLayout, row: int, date: StatedDate, *, can_hold: bool) -> None:
        words = QLabel(format_date(date.when))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(theme.interface_font(weight=600))
        grid.addWidget(words, row, 0)
        if date.agreement is not None:
            grid.addWidget(agreement_chip(date.agreement, self._held), row, 1)
        elif date.against:
            grid.addWidget(against_chip(date.against), row, 1)
        said = ngettext("{count} claim: {sources}", "{count} claims: {sources}", date.claims)
        sources = "; ".join(date.sources) or _("not in a source")
        grid.addWidget(WrappedLabel(said.format(count=date.claims, sources=sources), muted=True), row, 2)
        if can_hold and date.agreement is not Agreement.SAME:
            hold = QPushButton(_("Hold right\u2026"))
            hold.setFlat(True)
            hold.setToolTip(_("Date the event so, and say why"))
            hold.setAccessibleName(_("Hold {date} right").format(date=format_date(date.when)))
            hold.clicked.connect(partial(self.hold_wanted.emit, date.when))
            grid.addWidget(hold, row, 3)
