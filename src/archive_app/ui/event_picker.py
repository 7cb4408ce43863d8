"""Choosing an event by typing a part of its title, or naming a new one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from archive_app.core.dates import format_date
from archive_app.core.records import Event
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.folded_completer import FoldedCompleter

_ID = Qt.ItemDataRole.UserRole
_DATE = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN = 10


class EventPicker(QLineEdit):
    """A line that offers events. `chosen` carries an event's id, `new_wanted` the title of one that is to be made."""

    chosen = Signal(str)
    new_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Tie to an event…"))
        self.setAccessibleName(_("Tie to an event"))
        self._new = QStandardItem()
        self._has_recent = False
        """Whether an event is offered that was linked lately, and Enter alone takes it."""
        self.offers = FoldedCompleter(self)
        self.offers.setMaxVisibleItems(_MOST_SHOWN)
        self.offers.list.setItemDelegate(_EventDelegate(self))
        self.offers.taken.connect(self._on_taken)
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._on_return)

    def set_events(self, events: Iterable[Event], recent: Sequence[str] = ()) -> None:
        """The events of the archive, in the order of time; those that were linked lately stand before the others."""
        self.offers.clear()
        every = list(events)
        known = {event.id: event for event in every}
        first = [known[key] for key in recent if key in known]
        self._has_recent = bool(first)
        for event in [*first, *(event for event in every if event not in first)]:
            item = QStandardItem(event.title)
            date = format_date(event.when)
            last = _("Linked last: press Enter") if event in first else ""
            item.setData(event.id, _ID)
            item.setData("  ·  ".join(part for part in (last, date, event.place) if part), _DATE)
            self.offers.add(item, f"{event.title} {date} {event.place}")
        self._new = QStandardItem()
        self.offers.add(self._new, None)

    def offer(self) -> None:
        """Show the events that fit what was typed."""
        title = self.text().strip()
        self._new.setText(_("New event “{title}”…").format(title=title) if title else _("New event…"))
        self.offers.offer(title)
        if self._has_recent and not title:
            self.offers.go_to_first()

    def _on_typed(self, text: str) -> None:
        self.offer()
        if text.strip():
            self.offers.go_to_first()

    def _on_return(self) -> None:
        if not self.offers.list.isVisible():
            self.offer()

    def _on_taken(self, row: QStandardItem) -> None:
        event_id, typed = str(row.data(_ID) or ""), self.offers.typed
        self.clear()
        if event_id:
            self.chosen.emit(event_id)
        else:
            self.new_wanted.emit(typed)


class _EventDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(200, 44)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        area = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("chosen"))
        name = "event" if index.data(_ID) else "plus"
        spot = QRect(area.left() + 8, area.center().y() - 8, 16, 16)
        icons.icon(name, theme.colours().muted).paint(painter, spot)
        words = area.adjusted(32, 4, -8, -4)
        metrics = painter.fontMetrics()
        painter.setPen(theme.colour("text"))
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        date = str(index.data(_DATE) or "")
        top = Qt.AlignmentFlag.AlignTop if date else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, top | Qt.AlignmentFlag.AlignLeft, title)
        if date:
            painter.setFont(theme.interface_font(-1))
            painter.setPen(theme.colour("muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, date)
        painter.restore()
