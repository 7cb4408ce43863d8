"""What one passage or photo of a source claims about an event."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.dates import format_date
from archive_app.core.kinds import Sameness
from archive_app.core.translation import N_, _
from archive_app.services.claims import WeighedClaim
from archive_app.services.record_labels import sameness_label
from archive_app.ui import icons, theme
from archive_app.ui.agreement_chip import against_chip, agreement_chip
from archive_app.ui.labels import short
from archive_app.ui.link_label import LinkLabel
from archive_app.ui.wrapped_label import WrappedLabel

_QUOTE = 600
_SIGNS = {Sameness.UNMARKED: "", Sameness.SAME: "= ", Sameness.DIFFERS: "\u2260 "}
_MARKED = {
    "where_mark": N_("Place compared with the others"),
    "who_mark": N_("People compared with the others"),
}


class ClaimCard(QFrame):
    """The source, its words in their own script, when, where and who according to them, and how that agrees.

    Enter leads to the place. `marked` carries the name of the mark and what the person chose.
    """

    place_requested = Signal(str, int, int)
    source_requested = Signal(str)
    photo_requested = Signal(str)
    marked = Signal(str, str, object)
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
        self.marks: dict[str, QToolButton] = {}
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
            self._add_row(grid, _("When"), format_date(link.says_when), columns=2)
            if self.claim.agreement is not None:
                chip = agreement_chip(self.claim.agreement, held)
                grid.addWidget(chip, grid.rowCount(), 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
            if self.claim.against:
                chip = against_chip(self.claim.against)
                grid.addWidget(chip, grid.rowCount(), 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        for label, stated, mark in (
            (_("Where"), link.says_where, "where_mark"),
            (_("Who"), link.says_who, "who_mark"),
        ):
            if stated or getattr(link, mark):
                row = self._add_row(grid, label, stated or _("nothing stated"))
                grid.addWidget(self._mark_button(mark), row, 2, Qt.AlignmentFlag.AlignTop)
        if link.note:
            self._add_row(grid, _("Remark"), link.note, columns=2)
        if grid.count() == 0:
            grid.addWidget(WrappedLabel(_("Says neither when, where nor who."), muted=True), 0, 1)
        return grid

    def _add_row(self, grid: QGridLayout, label: str, words: str, columns: int = 1) -> int:
        caption = QLabel(label)
        caption.setObjectName("muted")
        row = grid.rowCount()
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        said = WrappedLabel(words)
        said.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, row, 1, 1, columns)
        return row

    def _mark_button(self, name: str) -> QToolButton:
        mark = Sameness(getattr(self.claim.link, name))
        button = QToolButton()
        button.setObjectName("agreement")
        button.setProperty("kind", {Sameness.DIFFERS: "conflict", Sameness.SAME: "same"}.get(mark, "open"))
        words = sameness_label(mark) if mark else _("compare\u2026")
        button.setText(f"{_SIGNS[mark]}{words}")
        button.setFont(theme.interface_font(-0.5, weight=600 if mark else 400))
        button.setAccessibleName(f"{_(_MARKED[name])}: {sameness_label(mark)}")
        button.setToolTip(_("Say whether it is the same as in the other sources"))
        button.setEnabled(not self._read_only)
        button.clicked.connect(lambda: self._choose_mark(name, button))
        self.marks[name] = button
        return button

    def _choose_mark(self, name: str, button: QToolButton) -> None:
        self.mark_menu(name).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def mark_menu(self, name: str) -> QMenu:
        """The menu of what can be said of the place or the people."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for mark, words in (
            (Sameness.SAME, _("= &The same as in the other sources")),
            (Sameness.DIFFERS, _("\u2260 &Differs from the other sources")),
            (Sameness.UNMARKED, _("&Not compared")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(getattr(self.claim.link, name) == mark)
            action.triggered.connect(
                lambda _checked=False, chosen=mark: self.marked.emit(self.claim.link.id, name, chosen)
            )
        return menu

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
        else:
            super().keyPressEvent(event)
