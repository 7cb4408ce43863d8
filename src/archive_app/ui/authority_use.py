"""One event that has to do with a person, unit or place, and the passages that say so."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from archive_app.core.dates import format_date
from archive_app.core.translation import _, ngettext
from archive_app.services.authority_uses import UseInEvent
from archive_app.services.events import Claim
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.wrapped_label import WrappedLabel

_QUOTE = 160


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
