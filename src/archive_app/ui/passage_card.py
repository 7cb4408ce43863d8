"""A passage that may speak of an event: its date, its source, its sentence, and what a person can do with it."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archive_app.core.agreement import agreement
from archive_app.core.dates import format_date
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.agreement_chip import agreement_chip
from archive_app.ui.letter_keys import letter_of
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.wrapped_label import WrappedLabel

if TYPE_CHECKING:  # the rules of dates take a moment to load
    from archive_app.services.dated_passages import DatedPassage

_BEFORE, _AFTER = 240, 360
"""So much of a long sentence is shown round the date."""


class PassageCard(QFrame):
    """Enter leads to the place, L links it to the event, Minus says that it speaks of another one."""

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)
    link_wanted = Signal(object)
    aside_wanted = Signal(object)
    step_wanted = Signal(int)
    """An arrow key: to the next card (1) or the one before (-1)."""

    def __init__(
        self, passage: "DatedPassage", held: str, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        """`held` is the date of the event, EDTF."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.passage = passage
        self._can_link = not read_only
        place = _("{source}, paragraph {number}").format(
            source=passage.source.title, number=passage.ordinal + 1
        )
        date = format_date(passage.mention.edtf)
        self.setAccessibleName(f"{date}; {place}")
        self.setAccessibleDescription(passage.quote)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(6)
        column.addLayout(self._head(date, held))
        source = LinkLabel(place)
        source.setToolTip(_("Open the source"))
        source.clicked.connect(lambda: self.source_requested.emit(passage.source.id))
        column.addWidget(source)
        quote = WrappedLabel()
        quote.setTextFormat(Qt.TextFormat.RichText)
        quote.setText(_marked(passage))
        quote.setFont(theme.reading_font(11))
        column.addWidget(quote)
        column.addLayout(self._buttons())

    def _head(self, date: str, held: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        words = QLabel(date)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(theme.interface_font(weight=600))
        row.addWidget(words)
        stands = agreement(self.passage.mention.edtf, held)
        if stands is not None:
            row.addWidget(agreement_chip(stands, held))
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.jump = _button("forward", _("Show in the text"), _("Enter on the card does the same"))
        self.jump.clicked.connect(self.go)
        self.link = _button("link", _("Link to this event"), _("The key L on the card does the same"))
        self.link.clicked.connect(lambda: self.link_wanted.emit(self.passage))
        self.aside = _button("close", _("Not this event"), _("The key Minus on the card does the same"))
        self.aside.clicked.connect(lambda: self.aside_wanted.emit(self.passage))
        for button in (self.jump, self.link, self.aside):
            row.addWidget(button)
        if not self._can_link:
            self.link.hide()
            self.aside.hide()
        row.addStretch(1)
        return row

    def tab_order(self) -> list[QWidget]:
        """What the Tab key reaches, the card itself first."""
        return [self, *self.findChildren(LinkLabel), self.jump, self.link, self.aside]

    def go(self) -> None:
        """Ask for the place in the text."""
        mention = self.passage.mention
        self.place_requested.emit(self.passage.text_id, mention.start, mention.end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif self._can_link and letter_of(event) == "l":
            self.link_wanted.emit(self.passage)
        elif self._can_link and key == Qt.Key.Key_Minus:
            self.aside_wanted.emit(self.passage)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.step_wanted.emit(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.step_wanted.emit(-1)
        else:
            super().keyPressEvent(event)


def _button(icon: str, words: str, tip: str) -> QPushButton:
    button = QPushButton(icons.icon(icon, theme.colours().accent), words)
    button.setFlat(True)
    button.setToolTip(tip)
    button.setStyleSheet("padding: 5px 8px 5px 4px")
    return button


def _marked(passage: "DatedPassage") -> str:
    """The sentence with the words of its date in bold; of a long one what stands round them."""
    quote, words = passage.quote, passage.words
    first, last = max(0, words.start - _BEFORE), min(len(quote), words.end + _AFTER)
    before = ("… " if first else "") + quote[first : words.start]
    after = quote[words.end : last] + (" …" if last < len(quote) else "")
    return f"{escape(before)}<b>{escape(quote[words.start : words.end])}</b>{escape(after)}"
