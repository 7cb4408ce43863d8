"""What one passage or photo of a source claims about an event."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.dates import format_date
from archive_app.core.kinds import Sameness
from archive_app.core.translation import _
from archive_app.services.claims import WeighedClaim
from archive_app.ui import icons, theme
from archive_app.ui.agreement_chip import AgreementChip, against_chip, agreement_chip, beside_chip
from archive_app.ui.claim_marks import WHEN, WHERE, WHO, MarkButton, mark_for
from archive_app.ui.claim_names import ClaimNames
from archive_app.ui.labels import short
from archive_app.ui.letter_keys import letter_of
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.wrapped_label import WrappedLabel

_QUOTE = 600
_ONE_LINE = 24
"""So many letters have room in a narrow card beside the button of a mark."""


class ClaimCard(QFrame):
    """The source, its words in their own script, when, where and who according to them, and how that agrees.

    Enter leads to the place, letters say something of it. `marked` carries the name of the mark and what was chosen.
    """

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)
    photo_requested = Signal(str)
    authority_requested = Signal(str)
    marked = Signal(str, str, object)
    settle_wanted = Signal()
    """The person wants to say that the date is no contradiction, and why."""
    step_wanted = Signal(int)
    """An arrow key: to the next card (1) or the one before (-1)."""

    def __init__(
        self, claim: WeighedClaim, held: str, citation: str, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        """`held` is the date of the event itself, EDTF."""
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(citation)
        self.setAccessibleDescription(short(claim.quote, _QUOTE))
        self.claim = claim
        self._read_only = read_only
        self.marks: dict[str, MarkButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self._add_source(column, citation)
        column.addLayout(self._quotation())
        column.addLayout(self._says(held))
        if claim.claim.annotation.note:
            column.addWidget(WrappedLabel(claim.claim.annotation.note, muted=True).selectable())
        column.addStretch(1)
        self.jump = QPushButton(icons.icon("forward", theme.colours().accent), self._jump_words())
        self.jump.setFlat(True)
        self.jump.setToolTip(_("Enter on the card does the same"))
        self.jump.setStyleSheet("padding: 5px 8px 5px 4px; margin-left: -4px")
        self.jump.clicked.connect(self.go)
        column.addWidget(self.jump, 0, Qt.AlignmentFlag.AlignLeft)

    def _jump_words(self) -> str:
        if self.claim.claim.annotation.span is not None:
            return _("Show in the text")
        return _("Show the photo") if self.claim.photo else _("Show the source")

    def _add_source(self, column: QVBoxLayout, citation: str) -> None:
        source = self.claim.claim.source
        lines = QVBoxLayout()
        lines.setSpacing(0)
        if source is None:
            lines.addWidget(WrappedLabel(_("Not in a source")))
        else:
            title = LinkLabel(source.title)
            title.setFont(theme.interface_font(weight=600))
            title.setToolTip(_("Open the source"))
            title.clicked.connect(lambda: self.source_requested.emit(source.id))
            lines.addWidget(title)
        if citation:
            lines.addWidget(WrappedLabel(citation, muted=True).selectable())
        column.addLayout(lines)

    def _quotation(self) -> QHBoxLayout:
        quote = WrappedLabel(f"\u201e{short(self.claim.quote, _QUOTE)}\u201c" if self.claim.quote else "")
        quote.setFont(theme.reading_font(11))
        bar = QFrame()
        colour = self.claim.claim.annotation.colour
        shade = theme.dot(colour) if colour else theme.colour("edge")
        bar.setStyleSheet(f"background: {shade.name()}; border-radius: 1px")
        bar.setFixedWidth(3)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(bar)
        if self.claim.photo is not None:
            sign = QLabel()
            sign.setPixmap(icons.pixmap("photo", 16, theme.colours().muted, self.devicePixelRatioF()))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(quote, 1)
        return row

    def _says(self, held: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        link = self.claim.link
        if link.says_when:
            self._add_compared(grid, _("When"), format_date(link.says_when), WHEN)
            for chip in self._chips(held):
                grid.addWidget(chip, grid.rowCount(), 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        for label, stated, mark in (
            (_("Where"), link.says_where, WHERE),
            (_("Who"), link.says_who, WHO),
        ):
            if stated or getattr(link, mark):
                self._add_compared(grid, label, stated or _("nothing stated"), mark)
        if self.claim.names:
            names = ClaimNames(self.claim)
            names.requested.connect(self.authority_requested)
            self._add_row(grid, _("Names"), names, columns=2)
        if link.note:
            self._add_row(grid, _("Remark"), link.note, columns=2)
        if grid.count() == 0:
            grid.addWidget(WrappedLabel(_("Says neither when, where nor who."), muted=True), 0, 1)
        return grid

    def _chips(self, held: str) -> list[AgreementChip]:
        """How the date agrees, as computed; a mark of a person stands beside it."""
        claim, chips = self.claim, []
        if claim.agreement is not None:
            chips.append(agreement_chip(claim.agreement, held))
        if claim.against:
            chips.append(against_chip(claim.against))
        if claim.beside:
            chips.append(beside_chip(claim.beside))
        return chips

    def _add_compared(self, grid: QGridLayout, label: str, words: str, mark: str) -> None:
        """What is stated, and the mark on it: at its side, or below what takes more than a line."""
        button, left = self._mark_button(mark), Qt.AlignmentFlag.AlignLeft
        if len(words) > _ONE_LINE:
            self._add_row(grid, label, words, columns=2)
            grid.addWidget(button, grid.rowCount(), 1, 1, 2, left)
        else:
            grid.addWidget(button, self._add_row(grid, label, words), 2, Qt.AlignmentFlag.AlignTop)

    def _add_row(self, grid: QGridLayout, label: str, words: str | QWidget, columns: int = 1) -> int:
        caption = QLabel(label)
        caption.setObjectName("muted")
        row = grid.rowCount()
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(words, str):
            words = WrappedLabel(words)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 1, 1, columns)
        return row

    def _mark_button(self, name: str) -> MarkButton:
        button = MarkButton(name, Sameness(getattr(self.claim.link, name)))
        button.setEnabled(not self._read_only)
        button.chosen.connect(self._on_marked)
        self.marks[name] = button
        return button

    def _on_marked(self, name: str, mark: Sameness) -> None:
        if name == WHEN and mark is Sameness.SAME:
            self.settle_wanted.emit()
        else:
            self.marked.emit(self.claim.link.id, name, mark)

    def tab_order(self) -> list[QWidget]:
        """What the Tab key reaches, the card itself first."""
        return [self, *self.findChildren(LinkLabel), *self.marks.values(), self.jump]

    def go(self) -> None:
        """Ask for the place in the text, or else for the photo or the source."""
        one = self.claim.claim.annotation
        if one.text_id is not None and one.span is not None:
            self.place_requested.emit(one.text_id, one.span.start, one.span.end)
        elif self.claim.photo is not None:
            self.photo_requested.emit(self.claim.photo.id)
        elif self.claim.claim.source is not None:
            self.source_requested.emit(self.claim.claim.source.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.step_wanted.emit(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.step_wanted.emit(-1)
        elif not self._asked_by(letter_of(event)):
            super().keyPressEvent(event)

    def _asked_by(self, letter: str) -> bool:
        """Take a letter that says something of the claim."""
        if letter == "n" and WHEN in self.marks and not self._read_only:
            self.settle_wanted.emit()
            return True
        button = self.marks.get(mark_for(letter) or "")
        if button is not None:
            button.ask()
        return button is not None
