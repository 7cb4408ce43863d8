"""The bar for finding words in the text that is read."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from archive_app.core.translation import _, ngettext
from archive_app.ui import theme
from archive_app.ui.bar_button import bar_button
from archive_app.ui.plain_text import plain_label

_AFTER_MS = 80
_NARROW = 520
"""Pixels within which not everything stands in one row."""


class FindBar(QFrame):
    """A line to type in, how many places were found, and back and forth between them. It finds nothing by itself.

    `asked` tells that other words or another way of finding are wanted, `stepped` carries 1 or -1.
    """

    asked = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("follow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Find in the text"))
        self.line = _Line()
        self.line.setPlaceholderText(_("Find in this text, in either script"))
        self.line.setAccessibleName(_("Find in this text"))
        self.line.setClearButtonEnabled(True)
        self.count = plain_label()
        self.count.setObjectName("muted")
        self.count.setFont(theme.interface_font(-0.5))
        self.previous = bar_button("up", _("Previous place (Shift+Enter)"))
        self.next = bar_button("down", _("Next place (Enter)"))
        self.whole = _choice(_("Whole words"), _("Leave out what stands within longer words"))
        self.exact = _choice(_("Exactly"), _("Only in this script and case, with these diacritics"))
        self.close_button = bar_button("close", _("Close (Esc)"))
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_AFTER_MS)
        self._build()
        self._asking.timeout.connect(self.asked)
        self.line.textEdited.connect(self._asking.start)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.stepped.connect(self._on_stepped)
        self.whole.toggled.connect(self.asked)
        self.exact.toggled.connect(self.asked)
        self.previous.clicked.connect(lambda: self._on_stepped(-1))
        self.next.clicked.connect(lambda: self._on_stepped(1))
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def _build(self) -> None:
        self._choices = QHBoxLayout()
        self._choices.setSpacing(4)
        for choice in (self.whole, self.exact):
            self._choices.addWidget(choice)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(12, 4, 8, 4)
        self._rows.setSpacing(4)
        self._rows.setColumnStretch(0, 1)
        for column, widget in enumerate((self.line, self.count, self.previous, self.next)):
            self._rows.addWidget(widget, 0, column)
        self._rows.addLayout(self._choices, 0, 4)
        self._rows.addWidget(self.close_button, 0, 5)
        self.line.setMinimumWidth(110)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the choices stand below the line."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        if is_narrow != (self._rows.itemAtPosition(1, 0) is not None):
            self._rows.removeItem(self._choices)
            if is_narrow:
                self._rows.addLayout(self._choices, 1, 0, 1, 6, Qt.AlignmentFlag.AlignLeft)
            else:
                self._rows.addLayout(self._choices, 0, 4)

    @property
    def typed(self) -> str:
        """The words."""
        return self.line.text()

    def open(self, words: str = "") -> None:
        """Show the bar and put the keyboard into it, with these words if any are given."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.emit()

    def close_bar(self) -> None:
        """Take the bar away."""
        if not self.isHidden():
            self._asking.stop()
            self.hide()
            self.closed.emit()

    def show_places(self, number: int, total: int) -> None:
        """Say which of the places is gone to, from 1, 0 for none."""
        is_wrong = bool(self.typed.strip()) and not total
        if is_wrong:
            said = _("Not in this text")
        elif total and not number:
            said = ngettext("{total} place", "{total} places", total).format(total=f"{total:,}")
        elif number:
            said = _("{number} of {total}").format(number=f"{number:,}", total=f"{total:,}")
        else:
            said = ""
        self.count.setText(said)
        self.count.setAccessibleName(said)
        self.line.setProperty("wrong", is_wrong)
        self.line.style().polish(self.line)
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)

    def _on_text_changed(self, text: str) -> None:
        if not text:
            self._asking.stop()
            self.asked.emit()

    def _on_stepped(self, step: int) -> None:
        if self._asking.isActive():  # what was typed last is looked for before one goes on from it
            self._asking.stop()
            self.asked.emit()
        else:
            self.stepped.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


class _Line(QLineEdit):
    """Enter and F3 go on, with Shift back: here F3 goes from place to place, elsewhere from result to result."""

    stepped = Signal(int)
    _KEYS: Sequence[Qt.Key] = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_step(event):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_step(event: QKeyEvent) -> bool:
    return event.key() in _Line._KEYS


def _choice(name: str, said: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("filter")
    button.setText(name)
    button.setFont(theme.interface_font(-0.5))
    button.setCheckable(True)
    button.setToolTip(said)
    button.setAccessibleDescription(said)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
