"""The list of the library: rows are opened, chosen several at once, dragged into collections and put in order."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView

from archive_app.core.translation import _, ngettext
from archive_app.ui import theme
from archive_app.ui.library_delegate import LibraryDelegate, arrow_of
from archive_app.ui.library_model import FOLDED, ROW
from archive_app.ui.library_rows import Row
from archive_app.ui.thumbnails import Thumbnails

_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SIGN_WIDTH = 260
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowList(QListView):
    """A list whose Enter key or click opens the row and whose Backspace goes back.

    `moved` carries -1 or 1 where the person wants the chosen rows one place up or down, `folded` a row and whether its
    parts are to be folded away.
    """

    chosen = Signal(QModelIndex)
    left = Signal()
    moved = Signal(int)
    folded = Signal(QModelIndex, bool)
    up_wanted = Signal(QModelIndex)
    """Left was pressed on a row that has nothing to fold: to the one that it is a part of."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setItemDelegate(LibraryDelegate(thumbnails, self))
        self.setAccessibleName(_("Records"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.clicked.connect(self._on_clicked)
        thumbnails.ready.connect(self._on_picture_ready)

    def _on_picture_ready(self, _photo_id: str) -> None:
        self.viewport().update()

    def chosen_rows(self) -> list[int]:
        """The numbers of the chosen rows, from above."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose_rows(self, rows: list[int]) -> None:
        """Choose these rows; the keyboard is on the first of them."""
        model = self.model()
        if rows:
            self.setCurrentIndex(model.index(rows[0], 0))
        for row in rows[1:]:
            self.selectionModel().select(model.index(row, 0), self.selectionModel().SelectionFlag.Select)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the chosen rows under a small sign, which hides nothing of where they may go."""
        indexes = self.selectionModel().selectedRows()
        if not indexes or not self.model().flags(indexes[0]) & Qt.ItemFlag.ItemIsDragEnabled:
            return
        title = str(indexes[0].data()) if len(indexes) == 1 else ""
        said = ngettext("{count} record", "{count} records", len(indexes)).format(count=len(indexes))
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(indexes))
        drag.setPixmap(_sign(title or said, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-14, -10))
        drag.exec(Qt.DropAction.CopyAction)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow of a row folds its parts away or shows them, and does nothing else."""
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW)
        if (
            event.button() == Qt.MouseButton.LeftButton
            and isinstance(row, Row)
            and row.parts
            and arrow_of(row, self.visualRect(index)).contains(event.position().toPoint())
        ):
            self.folded.emit(index, not index.data(FOLDED))
        else:
            super().mousePressEvent(event)

    def _fold_by(self, key: int) -> None:
        """Left folds or goes up, Right unfolds, as in every tree."""
        index = self.currentIndex()
        row = index.data(ROW)
        if key == Qt.Key.Key_Left and not (isinstance(row, Row) and row.parts and not index.data(FOLDED)):
            self.up_wanted.emit(index)
        else:
            self.folded.emit(index, key == Qt.Key.Key_Left)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click with Ctrl or Shift chooses, it opens nothing."""
        if len(self.chosen_rows()) == 1 and index in self.selectedIndexes():
            self.chosen.emit(index)

    def event(self, event: QEvent) -> bool:
        """While the keyboard is here, the keys that move rows do so, whatever they do elsewhere in the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _moves_rows(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Backspace goes back, Left and Right fold, the menu key opens the menu, Alt+Shift with an arrow
        moves the rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Backspace:
            self.left.emit()
        elif _moves_rows(event):
            self.moved.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers() & ~_KEYPAD:
            self._fold_by(event.key())
        elif event.key() == Qt.Key.Key_Menu and self.currentIndex().isValid():
            self.customContextMenuRequested.emit(self.visualRect(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)


def _moves_rows(event: QKeyEvent) -> bool:
    return event.key() in _STEPS and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT_SHIFT


def _sign(text: str, ratio: float) -> QPixmap:
    """Some words on a small ground."""
    font = theme.interface_font()
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _SIGN_WIDTH)
    size = QSize(metrics.horizontalAdvance(shown) + 20, metrics.height() + 8)
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("accent"))
        painter.setBrush(theme.colour("chosen"))
        area = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        painter.drawRoundedRect(area, 6, 6)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
    return made
