"""The bar over a text some of whose annotations wait for a look after a correction."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from archive_app.core.translation import _, ngettext
from archive_app.services.reviewing import Waiting
from archive_app.ui import icons, theme
from archive_app.ui.plain_text import plain_label


class ReviewBar(QFrame):
    """One line, shown only while something waits."""

    review_wanted = Signal()
    accept_wanted = Signal()
    """Everything that was moved stands right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("follow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Annotations that wait for a look"))
        self._icon = QLabel()
        self.words = plain_label(wrap=True)
        self.review_button = QPushButton(_("Re&view…"))
        self.review_button.setToolTip(_("See each before and after (Ctrl+Shift+R)"))
        self.accept_button = QPushButton(_("Accept all that was moved"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.accept_button)
        row.addWidget(self.review_button)
        self.review_button.clicked.connect(self.review_wanted)
        self.accept_button.clicked.connect(self.accept_wanted)
        self._waiting = Waiting(0, 0)
        theme.state.changed.connect(self._take_up_look)
        self.hide()

    def show_waiting(self, waiting: Waiting, *, writable: bool = True) -> None:
        """Say what waits."""
        self._waiting = waiting
        look, moved = waiting.needs_look, waiting.moved
        parts = []
        if look:
            parts.append(
                ngettext("{count} annotation needs a look.", "{count} annotations need a look.", look)
            )
        if moved:
            parts.append(
                ngettext(
                    "{moved} annotation was changed or moved with the text.",
                    "{moved} annotations were changed or moved with the text.",
                    moved,
                )
            )
        self.words.setText(" ".join(parts).format(count=look, moved=moved))
        self.accept_button.setVisible(writable and bool(moved) and not look)
        self.setVisible(bool(parts))
        self._take_up_look()

    def _take_up_look(self) -> None:
        name, ink = ("warning", "warning") if self._waiting.needs_look else ("info", "muted")
        colour = getattr(theme.colours(), ink)
        self._icon.setPixmap(icons.pixmap(name, 16, colour, self.devicePixelRatioF()))
