"""The events of a text, in the order of time."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from archive_app.core.dates import format_date
from archive_app.core.records import Event
from archive_app.core.translation import _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.plain_text import tip

_ID = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft


class EventList(QStackedWidget):
    """Events with their date, place, and how many passages of this text speak of them."""

    event_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(_("Events of the text"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(_EventDelegate(self.list))
        self.list.itemClicked.connect(self._on_activated)
        self.list.itemActivated.connect(self._on_activated)
        self._empty = EmptyState("event")
        self._empty.show_hint(
            _("No events yet"), _("Select words that tell of an event and tie them to it (Ctrl+E).")
        )
        self.addWidget(self.list)
        self.addWidget(self._empty)
        theme.state.changed.connect(self.list.viewport().update)

    def show_events(self, found: Sequence[tuple[Event, int]]) -> None:
        """Show these events, each with the number of passages."""
        self.list.clear()
        for event, count in found:
            passages = ngettext("{count} passage", "{count} passages", count).format(count=count)
            detail = "  ·  ".join(part for part in (format_date(event.when), event.place, passages) if part)
            item = QListWidgetItem(event.title)
            item.setData(_ID, event.id)
            item.setData(_DETAIL, detail)
            item.setToolTip(tip(event.title))
            self.list.addItem(item)
        self.setCurrentWidget(self.list if found else self._empty)

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.event_requested.emit(str(item.data(_ID)))


class _EventDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(120, 52)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        area = QRect(option.rect)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.fillRect(area, theme.colour("hover"))
        spot = QRect(area.left() + 14, area.top() + 9, 16, 16)
        icons.icon("event", theme.colours().muted).paint(painter, spot)
        words = area.adjusted(38, 7, -12, -7)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.interface_font(weight=500))
        metrics = painter.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(words, _TOP | _LEFT, metrics.elidedText(str(index.data()), elide, words.width()))
        painter.setFont(theme.interface_font(-1))
        painter.setPen(theme.colour("muted"))
        detail = painter.fontMetrics().elidedText(str(index.data(_DETAIL)), elide, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom | _LEFT, detail)
        painter.restore()
