"""What stands beside and below the axis of time: events without a date, and what is known of the chosen one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.dates import format_date
from archive_app.core.timeline import Entry
from archive_app.core.timeline_signs import LEGEND_LINE, draw_legend, legend_lines
from archive_app.core.translation import _, ngettext
from archive_app.ui import theme
from archive_app.ui.plain_text import plain_label, tip
from archive_app.ui.timeline_painting import TimelinePainter, measure

_SIDE, _STRIP = 208, 64
_PADDING = 16
"""Left and right of the words of a row together, as in the style sheet."""


class _Wrapping(QStyledItemDelegate):
    """Wraps words within the padding of a row: the style adds that to the width that it wrapped them for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        option.rect = option.rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(option, index)


class UndatedList(QFrame):
    """The events that cannot stand on the axis. `event_requested` carries the one whose page is wanted."""

    event_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFixedWidth(_SIDE)
        self.title = plain_label(wrap=True)
        self.title.setFont(theme.interface_font(-0.5, weight=600))
        self.title.setContentsMargins(12, 14, 12, 8)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Wrapping(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)  # filled before it has its width
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Events without a date"))
        self.list.itemActivated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.list, 1)

    def show_events(self, events: list[tuple[str, str, str]]) -> None:
        """Show these: id, title and what is known of the date."""
        said = ngettext("{count} event has no date", "{count} events have no date", len(events))
        self.title.setText(said.format(count=f"{len(events):,}"))
        self.list.clear()
        for event_id, title, when in events:
            date = format_date(when)
            item = QListWidgetItem(f"{title}\n{date}" if date else title)
            item.setData(Qt.ItemDataRole.UserRole, event_id)
            item.setToolTip(tip(_("{title}: press Enter to open it and give it a date").format(title=title)))
            self.list.addItem(item)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line divides it from the axis."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.event_requested.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class EventStrip(QFrame):
    """A strip with the chosen event and what its sources say; without one, what the signs mean."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setFixedHeight(_STRIP)
        self._entry: Entry | None = None
        self.claims: list[str] = []
        """What the sources say, a line each."""
        self.title = plain_label()
        self.title.setFont(theme.interface_font(weight=600))
        self.said = plain_label()
        self.said.setObjectName("muted")
        for label in (self.title, self.said):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(_("Open the event"))
        self.button.setToolTip(_("Open the page of this event (Enter)"))
        self.button.clicked.connect(self._on_pressed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.said)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)
        theme.state.changed.connect(self.update)
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Tell of this event."""
        self._entry = entry
        self.button.setVisible(entry is not None)
        date = format_date(entry.when) or _("Date unknown") if entry else ""
        held = _("held right by a verdict") if entry and entry.is_decided else ""
        parts = (entry.title, date, held, entry.place, hidden_parts(entry)) if entry else ()
        self.title.setText("   ·   ".join(part for part in parts if part))
        self.claims = claims(entry) if entry else []
        self.said.setToolTip(tip("\n".join(self.claims)))
        self._show_claims()
        self.update()

    def _show_claims(self) -> None:
        """As much of what is said as has room."""
        said = "   ·   ".join(self.claims)
        shown = self.said.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, self.said.width())
        self.said.setText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or less."""
        super().resizeEvent(event)
        self._show_claims()

    def _on_pressed(self) -> None:
        if self._entry is not None:
            self.opened.emit(self._entry.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where no event is chosen, the signs."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
            if self._entry is None:
                room = self.width() - 40
                top = self.height() / 2 + 4 - (legend_lines(room, measure) - 1) * LEGEND_LINE / 2
                shapes = draw_legend(20, top, room, measure)
                TimelinePainter(painter, self.devicePixelRatioF()).paint(shapes)


def described(entry: Entry) -> str:
    """An event in some lines: title, date, place, and what its sources say."""
    held = _("held right by a verdict") if entry.is_decided else ""
    head = ", ".join(part for part in (format_date(entry.when), held, entry.place) if part)
    return "\n".join(part for part in (entry.title, head, *claims(entry), hidden_parts(entry)) if part)


def hidden_parts(entry: Entry) -> str:
    """How many parts of an event are not shown."""
    if not entry.folded:
        return ""
    said = ngettext("{count} part is not shown (Space)", "{count} parts are not shown (Space)", entry.folded)
    return said.format(count=entry.folded)


def claims(entry: Entry) -> list[str]:
    """What each source says of the date, a line each."""
    lines = []
    for one in entry.said:
        template = _("{source}: {date}")
        if one.differs:
            template = _("{source}: {date} (differs)")
        elif one.is_settled:
            template = _("{source}: {date} (another date, no contradiction)")
        named = one.sources or (_("Without a source"),)
        lines += [template.format(source=source, date=format_date(one.when)) for source in named]
    return lines
