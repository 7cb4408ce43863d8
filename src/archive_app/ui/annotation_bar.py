"""The small bar beside a selection: mark it in a colour, put a note or tags on it, tie it to an event."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from archive_app.core.records import Colour
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.labels import colour_label
from archive_app.ui.recent_tags import RecentTagRow, RecentTags

_GAP = 10
_SHADOW = 6
_TAGS_WIDTH = 400


class AnnotationBar(QWidget):
    """Floats over the text and never takes the focus from it; all that it does has a key as well."""

    colour_chosen = Signal(object)
    note_wanted = Signal()
    tags_wanted = Signal()
    event_wanted = Signal()

    def __init__(self, parent: QWidget, recent: RecentTags) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(_("Annotate the selection"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_SHADOW + 6, _SHADOW + 3, _SHADOW + 6, _SHADOW + 3)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row)
        self.tags_row = RecentTagRow(recent)
        column.addWidget(self.tags_row)
        self.colour_buttons: dict[Colour, QToolButton] = {}
        for number, colour in enumerate(Colour, start=1):
            tip = _("Highlight in {colour} (Ctrl+{number})").format(
                colour=colour_label(colour).lower(), number=number
            )
            button = self._button(colour_label(colour), tip)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(lambda _checked=False, chosen=colour: self.colour_chosen.emit(chosen))
            self.colour_buttons[colour] = button
            row.addWidget(button)
        line = QFrame()
        line.setFixedSize(1, 20)
        line.setObjectName("line")
        row.addSpacing(4)
        row.addWidget(line)
        row.addSpacing(4)
        for icon, name, tip, signal in (
            ("note", _("Note"), _("Write a note (Ctrl+M)"), self.note_wanted),
            ("tag", _("Tags"), _("Add tags (Ctrl+T)"), self.tags_wanted),
            ("event", _("Event"), _("Tie to an event (Ctrl+E)"), self.event_wanted),
        ):
            button = self._button(name, tip)
            button.setIconSize(QSize(18, 18))
            icons.put(button, icon)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        theme.state.changed.connect(self._take_up_look)
        self._take_up_look()
        self.hide()

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _take_up_look(self) -> None:
        for colour, button in self.colour_buttons.items():
            button.setIcon(icons.dot(theme.dot(colour), 18))
        icons.refresh(self)

    def show_beside(self, selection: QRectF) -> None:
        """Appear above a selection, or below it where there is no room above."""
        width = min(self.tags_row.wanted_width(), _TAGS_WIDTH)
        self.tags_row.setFixedSize(width, self.tags_row.height_for(width))
        self.adjustSize()
        page = self.parentWidget()
        assert page is not None
        room = page.rect()
        x = round(selection.center().x() - self.width() / 2)
        y = round(selection.top() - self.height() - _GAP + _SHADOW)
        if y < 4:
            y = round(selection.bottom() + _GAP - _SHADOW)
        if y + self.height() > room.height() - 4:
            y = max(4, round(room.height() / 2))
        self.move(QPoint(max(4, min(x, room.width() - self.width() - 4)), y))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for step in range(_SHADOW):
                painter.setBrush(QColor(0, 0, 0, 5 + step))
                inset = step * 0.9
                area = QRectF(self.rect()).adjusted(inset, inset + 2, -inset, -inset + 1)
                painter.drawRoundedRect(area, 10, 10)
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.setBrush(theme.colour("field"))
            inner = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
