"""One line at the top of the window that says what happened, without stopping anything."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.plain_text import plain_label

_SHOWN_MS = 8000


class Kind(StrEnum):
    """What sort of message it is. Warnings and errors stay until they are closed."""

    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


_LOOKS = {
    Kind.INFO: ("info", "text", "chosen"),
    Kind.DONE: ("check", "done", "done_back"),
    Kind.WARNING: ("warning", "warning", "warning_back"),
    Kind.ERROR: ("warning", "danger", "danger_back"),
}


class MessageBar(QFrame):
    """Shows one message at a time; a new one takes the place of the old one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._kind = Kind.INFO
        self._icon = QLabel()
        self._text = plain_label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.SPACE)
        close = QToolButton()
        close.setAutoRaise(True)
        close.setIconSize(QSize(16, 16))
        close.setToolTip(_("Close this message"))
        close.setAccessibleName(_("Close this message"))
        icons.put(close, "close")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addLayout(self._buttons)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        theme.state.changed.connect(self._paint)
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown, "" where none is."""
        return self._text.text() if not self.isHidden() else ""

    @property
    def kind(self) -> Kind:
        """The kind of the last message."""
        return self._kind

    def show_message(
        self, text: str, kind: Kind = Kind.INFO, actions: dict[str, Callable[[], object]] | None = None
    ) -> None:
        """Say `text`; `actions` become buttons beside it, which also close it."""
        self._kind = kind
        self._text.setText(text)
        self._clear_buttons()
        for label, function in (actions or {}).items():
            button = QPushButton(label)
            button.clicked.connect(self.hide)
            button.clicked.connect(lambda _checked=False, call=function: call())
            self._buttons.addWidget(button)
        self._paint()
        self.show()
        if kind in (Kind.INFO, Kind.DONE):
            self._timer.start()
        else:
            self._timer.stop()
        event = QAccessibleAnnouncementEvent(self, text)
        QAccessible.updateAccessibility(event)

    def button(self, label: str) -> QPushButton:
        """The button with this label. Raises KeyError where the message has none."""
        for place in range(self._buttons.count()):
            item = self._buttons.itemAt(place)
            found = item.widget() if item is not None else None
            if isinstance(found, QPushButton) and found.text() == label:
                return found
        raise KeyError(label)

    def take_offer_back(self, _changes: object = None) -> None:
        """Hide a message that offers to undo what it tells of: after a newer change, Undo would undo that one."""
        try:
            self.button(_("Undo"))
        except KeyError:
            return
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the message."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _clear_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _paint(self) -> None:
        name, ink, back = _LOOKS[self._kind]
        colours = theme.colours()
        self.setStyleSheet(
            f"#message {{ background: {getattr(colours, back)}; border: 0; "
            f"border-bottom: 1px solid {colours.line}; }}"
        )
        self._icon.setPixmap(icons.pixmap(name, 20, getattr(colours, ink), self.devicePixelRatioF()))
