"""The events that have to do with a person, unit or place, and the passages that say so."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive_app.core.dates import format_date
from archive_app.core.translation import _, ngettext
from archive_app.services.authority_uses import UseInEvent
from archive_app.services.events import Claim
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.wrapped_label import WrappedLabel

_QUOTE = 160
_FIRST, _MORE = 20, 40
"""So many events are shown at first, and so many further ones when they are wanted."""


class UseList(QWidget):
    """How many events there are, and a row for each of the first; more come when they are wanted. Rows stay as they are
    while nothing about them changes."""

    event_requested = Signal(str)
    source_requested = Signal(str)
    place_requested = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[UseInEvent] = []
        self._room = _FIRST
        self.rows: list[UseRow] = []
        self.said = WrappedLabel(muted=True)
        self.more = QPushButton()
        self.more.setFlat(True)
        self.more.clicked.connect(self._on_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.said)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_uses(self, found: Sequence[UseInEvent], *, anew: bool = False) -> None:
        """Show these; `anew` shows only the first and makes all rows again."""
        self._found = list(found)
        self.said.setText(uses_words(self._found))
        if anew:
            self._room = _FIRST
            self._cut(0)
        self._fill()

    def _fill(self) -> None:
        wanted = self._found[: self._room]
        kept = 0
        while kept < min(len(wanted), len(self.rows)) and self.rows[kept].use == wanted[kept]:
            kept += 1
        self._cut(kept)
        for use in wanted[kept:]:
            self._add(use)
        left = len(self._found) - len(self.rows)
        said = ngettext("Show {count} more", "Show {count} more", min(left, _MORE))
        self.more.setText(said.format(count=min(left, _MORE)))
        self.more.setVisible(left > 0)

    def _cut(self, kept: int) -> None:
        for row in self.rows[kept:]:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self.rows[kept:]

    def _add(self, use: UseInEvent) -> None:
        row = UseRow(use, self)
        row.event_requested.connect(self.event_requested)
        row.source_requested.connect(self.source_requested)
        row.place_requested.connect(self.place_requested)
        self._column.insertWidget(self._column.count() - 1, row)
        QWidget.setTabOrder(self.rows[-1] if self.rows else self, row)
        self.rows.append(row)
        row.show()

    def _on_more(self) -> None:
        first = len(self.rows)
        self._room += _MORE
        self._fill()
        self.rows[first].title.setFocus(Qt.FocusReason.OtherFocusReason)


class UseRow(QWidget):
    """The title leads to the event, a quotation to its place in the text."""

    event_requested = Signal(str)
    source_requested = Signal(str)
    place_requested = Signal(str, int, int)

    def __init__(self, use: UseInEvent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = use
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(icons.pixmap("event", 16, theme.colours().muted, self.devicePixelRatioF()))
        row.addWidget(sign)
        self.title = LinkLabel(short(use.event.title, 90))
        self.title.setWordWrap(False)
        self.title.setSizePolicy(QLabel().sizePolicy())
        self.title.setStyleSheet(f"color: {theme.colours().link}")
        self.title.clicked.connect(partial(self.event_requested.emit, use.event.id))
        row.addWidget(self.title)
        links = ngettext("{count} claim", "{count} claims", use.links).format(count=use.links)
        detail = "  ·  ".join(part for part in (format_date(use.event.when), links) if part)
        row.addWidget(WrappedLabel(detail, muted=True), 1)
        column.addLayout(row)
        self.claims = [self._claim(column, claim) for claim in use.claims]

    def _claim(self, column: QVBoxLayout, claim: Claim) -> LinkLabel:
        quote = short(claim.annotation.quote or claim.annotation.note, _QUOTE)
        title = short(claim.source.title, 60) if claim.source else _("Not in a source")
        words = LinkLabel(f"„{quote}“  {title}" if quote else title)
        words.setContentsMargins(24, 0, 0, 0)
        words.setToolTip(_("Show it in the text"))
        words.clicked.connect(partial(self._go, claim))
        column.addWidget(words)
        return words

    def _go(self, claim: Claim) -> None:
        one = claim.annotation
        if one.text_id is not None and one.span is not None:
            self.place_requested.emit(one.text_id, one.span.start, one.span.end)
        elif claim.source is not None:
            self.source_requested.emit(claim.source.id)


def uses_words(uses: list[UseInEvent]) -> str:
    """How many events have to do with a record, in a sentence."""
    if not uses:
        return _(
            "No event has to do with it yet. Choose it in the form of an event, or where a passage is linked."
        )
    claims = sum(len(use.claims) for use in uses)
    events = ngettext("{count} event", "{count} events", len(uses)).format(count=len(uses))
    if not claims:
        return events
    said = ngettext("{events}; {count} passage names it", "{events}; {count} passages name it", claims)
    return said.format(events=events, count=claims)
