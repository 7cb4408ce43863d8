"""The short list of sections at the head of the library, each with its count."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.record_drag import dragged_records

_ICON = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_HEIGHT = 30
_GAP = 8
"""So much room is left between a title and its count."""
_RING = 1
"""The ring that shows where the keyboard is, see the style sheet."""
_OPEN_MS = 500
"""So long do dragged records rest on a section before it opens."""


class SectionList(QListWidget):
    """Always shows all its rows; one is always chosen.

    Dragged records that rest on the section which takes them open it; let go on it, `dropped` carries them.
    """

    chosen = Signal()
    dropped = Signal(object)

    def __init__(self, sections: list[tuple[str, str]], taking: int) -> None:
        """`sections` are titles and names of icons; the one with the number `taking` takes dragged records."""
        super().__init__()
        self.setAccessibleName(_("Sections of the library"))
        self.setItemDelegate(_SectionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self._taking = taking
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_OPEN_MS)
        self._resting.timeout.connect(self._on_rested)
        for title, icon in sections:
            item = QListWidgetItem(title)
            item.setData(_ICON, icon)
            item.setData(_COUNT, 0)
            self.addItem(item)
        self.setFixedHeight(_HEIGHT * len(sections) + 2 * _RING)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self._on_row_changed)

    @property
    def current(self) -> int:
        """The number of the chosen section."""
        return max(self.currentRow(), 0)

    def choose(self, number: int) -> None:
        """Choose a section without telling anybody."""
        self.blockSignals(True)
        self.setCurrentRow(number)
        self.blockSignals(False)
        self.viewport().update()

    def set_count(self, number: int, count: int) -> None:
        """How many records are in a section."""
        item = self.item(number)
        item.setData(_COUNT, count)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, str(count))

    def count_of(self, number: int) -> int:
        """The count that is shown."""
        return int(self.item(number).data(_COUNT))

    # Dragged records

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(dragged_records(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        is_over = self.indexAt(event.position().toPoint()).row() == self._taking
        event.setAccepted(is_over)
        if not is_over:
            self._resting.stop()
        elif not self._resting.isActive() and self.current != self._taking:
            self._resting.start()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._resting.stop()

    def dropEvent(self, event: QDropEvent) -> None:
        self._resting.stop()
        event.acceptProposedAction()
        self.dropped.emit(dragged_records(event.mimeData()))

    def _on_rested(self) -> None:
        self.setCurrentRow(self._taking)

    def _on_row_changed(self, _row: int) -> None:
        self.chosen.emit()


class _SectionDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRect(option.rect).adjusted(8, 1, -8, -1)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(area, 6, 6)
        colours = theme.colours()
        icons.icon(str(index.data(_ICON)), colours.accent if chosen else colours.muted).paint(
            painter, QRect(area.left() + 8, area.center().y() - 8, 18, 18)
        )
        words = area.adjusted(34, 0, -8, 0)
        count, title = str(index.data(_COUNT)), str(index.data())
        painter.setFont(theme.interface_font(-1))
        painter.setPen(theme.colour("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(count) - _GAP)
        painter.setFont(theme.interface_font(weight=600 if chosen else 400))
        painter.setPen(theme.colour("text"))
        title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()
