"""The list under the search box: the saved searches, and what was searched for last."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.records import SavedSearch
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label

Index = QModelIndex | QPersistentModelIndex
Remembered = SavedSearch | str
"""A saved search, or the words of a recent one."""
_WHAT = Qt.ItemDataRole.UserRole
_HEIGHT, _HEADING = 30, 26
_MOST_ROWS = 12
_SIDE = 10


class MemoryList(QListView):
    """Rows of saved and recent searches. Enter or a click takes one, Delete and the cross forget it, F2 renames."""

    taken = Signal(object)
    forgotten = Signal(object)
    renamed = Signal(object)
    left = Signal(object)
    """A key was pressed that belongs into the search box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_MemoryDelegate(self))
        self.setAccessibleName(_("Saved and recent searches"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.can_write = True
        """Whether saved searches can be renamed and deleted."""

    def show_searches(self, saved: Sequence[SavedSearch], recent: Sequence[str]) -> None:
        """Show these, the recent ones newest first."""
        self.rows.clear()
        for heading, found in ((_("Saved searches"), saved), (_("Recent searches"), recent)):
            if found:
                row = QStandardItem(heading)
                row.setFlags(Qt.ItemFlag.NoItemFlags)
                self.rows.appendRow(row)
            for one in found:
                row = QStandardItem(one if isinstance(one, str) else one.name)
                row.setData(one, _WHAT)
                self.rows.appendRow(row)
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(1, 0))

    def wanted_height(self) -> int:
        """The height of all rows, of the first ones where there are many."""
        return sum(self.sizeHintForRow(row) for row in range(min(self.rows.rowCount(), _MOST_ROWS)))

    def what(self, index: Index) -> Remembered | None:
        """What a row stands for; None for a heading."""
        found: Remembered | None = index.data(_WHAT) if index.isValid() else None
        return found

    def can_forget(self, what: Remembered) -> bool:
        """Whether a row can be taken off the list."""
        return self.can_write or isinstance(what, str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what, key = self.what(self.currentIndex()), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and what is not None:
            self.taken.emit(what)
        elif key == Qt.Key.Key_Delete and what is not None and self.can_forget(what):
            self.forgotten.emit(what)
        elif key == Qt.Key.Key_F2 and isinstance(what, SavedSearch) and self.can_write:
            self.renamed.emit(what)
        elif _is_typed(event) or key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        what = self.what(index)
        if what is None or event.button() != Qt.MouseButton.LeftButton:
            return
        cross = cross_of(self.visualRect(index))
        if cross.contains(event.position().toPoint()) and self.can_forget(what):
            self.forgotten.emit(what)
        else:
            self.taken.emit(what)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.what(index) is not None:
            self.setCurrentIndex(index)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        what = self.what(self.indexAt(event.pos()))
        if what is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Search"), lambda: self.taken.emit(what))
        if isinstance(what, SavedSearch) and self.can_write:
            menu.addAction(_("Rename…"), lambda: self.renamed.emit(what))
        if self.can_forget(what):
            said = _("Forget") if isinstance(what, str) else _("Delete")
            menu.addAction(said, lambda: self.forgotten.emit(what))
        menu.popup(event.globalPos())


class SearchMemory(QFrame):
    """The list in a frame of its own that closes when the person goes elsewhere."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self._box = box
        self.list = MemoryList()
        self.empty = plain_label(wrap=True)
        self.empty.setObjectName("muted")
        self.empty.setContentsMargins(8, 8, 8, 8)
        self.empty.setText(
            _(
                "Nothing here yet. What you search for and open will stand here; the star keeps a search under a name."
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self.list)
        layout.addWidget(self.empty)
        self.list.left.connect(self._on_left)

    def open(self, saved: Sequence[SavedSearch], recent: Sequence[str]) -> None:
        """Show these searches under the box."""
        self.fill(saved, recent)
        self.move(self._box.mapToGlobal(QPoint(0, self._box.height() + 2)))
        self.show()
        self.list.setFocus()

    def fill(self, saved: Sequence[SavedSearch], recent: Sequence[str]) -> None:
        """Show these searches."""
        self.list.show_searches(saved, recent)
        is_empty = not self.list.rows.rowCount()
        self.list.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.list.setFixedHeight(max(self.list.wanted_height(), _HEIGHT))
        self.setFixedWidth(max(self._box.width(), 320))
        self.adjustSize()

    def _on_left(self, event: QKeyEvent) -> None:
        self.hide()
        self._box.setFocus()
        QApplication.sendEvent(self._box, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _is_typed(event: QKeyEvent) -> bool:
    """Whether a key writes something. Escape and the like have a text, too, on some systems: a control character."""
    return bool(event.text().strip()) and event.text().isprintable()


def cross_of(row: QRect) -> QRect:
    """Where the cross of a row is, which forgets it."""
    return QRect(row.right() - 28, row.top(), 28, row.height())


class _MemoryDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(200, _HEIGHT if index.data(_WHAT) is not None else _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        what, area = index.data(_WHAT), QRect(option.rect)
        muted = theme.colours().muted
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if what is None:
            painter.setFont(theme.interface_font(-1, weight=600))
            painter.setPen(theme.colour("muted"))
            painter.drawText(area.adjusted(_SIDE, 2, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(area, 6, 6)
        spot = QRect(area.left() + _SIDE, area.center().y() - 7, 15, 15)
        icons.icon("clock" if isinstance(what, str) else "star", muted).paint(painter, spot)
        words = area.adjusted(_SIDE + 26, 0, -30, 0)
        _paint_words(painter, words, what)
        if chosen:
            cross = cross_of(area)
            icons.icon("close", muted).paint(
                painter, QRect(cross.center().x() - 5, cross.center().y() - 5, 11, 11)
            )
        painter.restore()


def _paint_words(painter: QPainter, area: QRect, what: Remembered) -> None:
    title = what if isinstance(what, str) else what.name
    font = theme.interface_font()
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    shown = metrics.elidedText(short(title, 200), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
    if isinstance(what, str) or what.query == what.name:
        return
    rest = area.adjusted(metrics.horizontalAdvance(shown) + 12, 0, 0, 0)
    small = theme.interface_font(-1)
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    query = QFontMetrics(small).elidedText(what.query, Qt.TextElideMode.ElideRight, rest.width())
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, query)
