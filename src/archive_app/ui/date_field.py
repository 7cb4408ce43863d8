"""A field for a historical date: accepts what a person writes and says at once how it was understood."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from archive_app.core.dates import editable_date, format_date, parse_date, read_date
from archive_app.core.errors import UserError
from archive_app.core.translation import _
from archive_app.ui.wrapped_label import WrappedLabel

_WAIT_MS = 600


class DateField(QWidget):
    """A line to type in and, below it, the date as understood, or what is wrong with it."""

    changed = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ("", "")
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("20.10.1944, October 1944, about 1943, 1941–1945"))
        self.hint = WrappedLabel(muted=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.hint)
        self.setFocusProxy(self.line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._complain)
        self.line.textChanged.connect(self._on_typed)
        self.line.editingFinished.connect(self._complain)
        self.set_text(text)
        self._on_typed()

    def setAccessibleName(self, name: str) -> None:
        """The line is what the keyboard reaches, so it carries the name."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def text(self) -> str:
        """What was typed; the date as it was given where nothing else was typed."""
        given, words = self._shown
        typed = self.line.text().strip()
        return given if typed == words else typed

    def set_text(self, text: str) -> None:
        """Show another date, in words where it is EDTF."""
        self._shown = (text, editable_date(text))
        self.line.setText(self._shown[1])
        self.line.setCursorPosition(0)

    def error(self) -> str:
        """What is wrong with the date, "" where it can be read or is empty."""
        try:
            parse_date(self.text())
        except UserError as error:
            return str(error)
        return ""

    def _on_typed(self) -> None:
        """A date that can be read is confirmed at once; one that is half typed is not blamed yet."""
        set_wrong(self.line, False)
        if self.error():
            self._say("", wrong=False)
            self._timer.start()
        else:
            self._timer.stop()
            self._say(self._understood(), wrong=False)
        self.changed.emit()

    def _understood(self) -> str:
        read = read_date(self.text())
        reading = format_date(read.date.text)
        if not reading:
            return ""
        understood = (
            () if reading == self.line.text().strip() else (_("Understood as {date}.").format(date=reading),)
        )
        return " ".join((*understood, *read.remarks))

    def _complain(self) -> None:
        error = self.error()
        if error:
            set_wrong(self.line, True)
            self._say(error, wrong=True)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.hint.setObjectName("wrong" if wrong else "muted")
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)
        self.hint.setText(text)
        self.hint.setVisible(bool(text))


def set_wrong(line: QLineEdit, wrong: bool) -> None:
    """Frame a field that cannot be read as it is."""
    if bool(line.property("wrong")) != wrong:
        line.setProperty("wrong", wrong)
        line.style().unpolish(line)
        line.style().polish(line)
