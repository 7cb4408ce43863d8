"""The panel over the text in which a passage is corrected: the words, and what will change in them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from archive_app.core.differences import differences
from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.difference_view import DifferenceView
from archive_app.ui.plain_text import letters_of, plain_label

_AFTER_MS = 120
_AROUND = 60
_LEAST_LINES, _MOST_LINES = 2, 9
_LONG = 20_000
"""In a longer passage differences are not shown while one types."""


class CorrectionPanel(QFrame):
    """Shows one passage to be corrected. `save_wanted` carries the letters; `closed` tells that the person is done."""

    save_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("follow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Correct a passage"))
        self.before = ""
        """What the passage says."""
        self._is_warned = False
        self.title = plain_label()
        self.title.setFont(theme.interface_font(weight=600))
        self.edit = _Edit()
        self.edit.setAccessibleName(_("The passage"))
        self.preview = DifferenceView()
        self.preview.setAccessibleName(_("What will change"))
        self.hint = plain_label(wrap=True)
        self.hint.setObjectName("muted")
        self.save_button = QPushButton(_("&Save"))
        self.save_button.setToolTip(_("Save the correction (Ctrl+Enter)"))
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.setToolTip(_("Leave the passage as it is (Esc)"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._build()
        self._timer.timeout.connect(self._show_differences)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.save_wanted.connect(self.save)
        self.edit.cancelled.connect(self.cancel)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancel)
        theme.state.changed.connect(self._take_up_look)
        self._take_up_look()
        self.hide()

    def _build(self) -> None:
        self.change_title = QLabel(_("What will change"))
        self.change_title.setObjectName("muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        for widget in (self.title, self.edit, self.change_title, self.preview):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _take_up_look(self) -> None:
        font = theme.reading_font(12.5)
        for widget in (self.edit, self.preview):
            widget.setFont(font)
        self.preview.setFixedHeight(3 * self.preview.fontMetrics().lineSpacing() + 18)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the passage, within limits: the text below stays in sight."""
        width = max(1, self.edit.viewport().width() - 8)
        letters = self.edit.fontMetrics().averageCharWidth()
        lines = sum(1 + len(line) * letters // width for line in self.typed.split("\n"))
        lines = max(_LEAST_LINES, min(_MOST_LINES, lines))
        self.edit.setFixedHeight(lines * self.edit.fontMetrics().lineSpacing() + 22)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def open(self, title: str, letters: str, typed: str | None = None, at: int = 0) -> None:
        """Show a passage, with what was typed before if the person comes back to it.

        `at` is where the caret is to stand, in UTF-16 units.
        """
        self.before = letters
        self._is_warned = False
        self.title.setText(title)
        self.edit.setPlainText(letters if typed is None else typed)
        self.edit.setReadOnly(False)
        cursor = self.edit.textCursor()
        cursor.setPosition(max(0, min(at, self.edit.document().characterCount() - 1)))
        self.edit.setTextCursor(cursor)
        self._show_hint()
        self.show()
        self._fit()
        self._show_differences()

    @property
    def typed(self) -> str:
        """The letters as they would be saved."""
        return letters_of(self.edit)

    def is_changed(self) -> bool:
        """Whether the person typed something."""
        return not self.isHidden() and self.typed != self.before

    def save(self) -> None:
        """Ask for the correction to be saved; where nothing was typed, only close."""
        if not self.is_changed():
            self.close_panel()
            return
        self.edit.setReadOnly(True)
        self.save_button.setEnabled(False)
        self.save_wanted.emit(self.typed)

    def refuse(self, reason: str) -> None:
        """The correction could not be saved: say why, and let the person go on."""
        self.edit.setReadOnly(False)
        self.save_button.setEnabled(True)
        self.hint.setText(reason)

    def cancel(self) -> None:
        """Close; where something was typed, only when asked twice."""
        if self.is_changed() and not self._is_warned:
            self._is_warned = True
            self.hint.setText(_("Press Esc once more to discard what you typed."))
            return
        self.close_panel()

    def close_panel(self) -> None:
        """Take the panel away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _on_typed(self) -> None:
        self._is_warned = False
        self._show_hint()
        self._fit()
        self._timer.start()

    def _show_hint(self) -> None:
        self.hint.setText(
            _(
                "A blank line begins a new paragraph. The old reading is kept; annotations stay with their words."
            )
        )

    def _show_differences(self) -> None:
        changed = self.is_changed()
        self.save_button.setEnabled(changed)
        is_shown = changed and max(len(self.typed), len(self.before)) <= _LONG
        self.preview.setVisible(is_shown)
        self.change_title.setVisible(is_shown)
        if is_shown:
            pieces = differences(self.before, self.typed)
            self.preview.show_differences(self.before, self.typed, pieces, _AROUND)


class _Edit(QPlainTextEdit):
    """The field for the words."""

    save_wanted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("field")
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Escape cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)
