"""What a list or page shows when there is nothing in it: what is missing and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from archive_app.ui import icons, theme
from archive_app.ui.plain_text import plain_label


class EmptyState(QWidget):
    """A title, a sentence, and perhaps a button for the next step. `link` is a quiet way to more help, if it has
    words."""

    pressed = Signal()
    link_pressed = Signal()

    def __init__(self, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = plain_label(wrap=True)
        self.title.setFont(theme.interface_font(0.5, weight=600))
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text = plain_label(wrap=True)
        self.text.setObjectName("muted")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setMaximumWidth(360)
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        self.button.hide()
        self.link = QToolButton()
        self.link.setObjectName("quiet")
        self.link.clicked.connect(self.link_pressed)
        self.link.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(theme.SPACE)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addWidget(self.title)
        middle = QHBoxLayout()  # an alignment would cut off lines that wrap
        middle.addStretch(1)
        middle.addWidget(self.text, 20)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addSpacing(theme.SPACE)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        if not icon:
            self._icon.hide()
        theme.state.changed.connect(self._paint)
        self._paint()

    def show_hint(self, title: str, text: str, button: str = "") -> None:
        """Say this; without `button` there is none."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    def set_link(self, text: str) -> None:
        """Offer more help in these words."""
        self.link.setText(text)
        self.link.setVisible(bool(text))

    def _paint(self) -> None:
        if self._icon_name:
            muted = theme.colours().edge
            self._icon.setPixmap(icons.pixmap(self._icon_name, 48, muted, self.devicePixelRatioF()))
