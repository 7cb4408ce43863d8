"""The palette: a few letters typed, and the action or record that they mean is there, without a menu."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.ui.palette_delegate import PaletteDelegate
from archive_app.ui.palette_entries import Entry, Group, Rows, hints, offers
from archive_app.ui.plain_text import plain_label, tip

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_WIDTH, _TOP, _MOST_HEIGHT = 640, 56, 440
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class PaletteModel(QAbstractListModel):
    """Headings, and the entries under them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Entry | str] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == ENTRY:
            return line if isinstance(line, Entry) else None
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(part for part in (line.detail, line.keys, line.reason) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (line.title, line.detail, line.reason) if part))
        return None

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = []
        for heading, entries in groups:
            self._lines += [heading, *entries]
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The entry in a line; None for a heading."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Entry) else None

    def step(self, start: int, step: int) -> int:
        """The number of the entry so many entries further, or of the last one on the way; -1 where there is none."""
        numbers = [number for number, line in enumerate(self._lines) if isinstance(line, Entry)]
        if not numbers:
            return -1
        place = numbers.index(start) + step if start in numbers else 0
        if abs(step) == 1:
            return numbers[place % len(numbers)]
        return numbers[min(max(place, 0), len(numbers) - 1)]


class CommandPalette(QFrame):
    """A line to type in and what fits under it. `taken` carries the entry once the palette is gone.

    The arrow keys go through the list while one types; Escape or a click elsewhere closes it.
    """

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(_("Actions and records"))
        self._window = window
        self._actions: Sequence[Entry] = ()
        self._rows: Rows = {}
        self._recent: Sequence[str] = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("What do you want to do, or where do you want to go?"))
        self.line.setAccessibleName(_("Find an action or a record"))
        self.line.textChanged.connect(self._fill)
        self.model = PaletteModel(self)
        self.list = _EntryList(self.model, self)
        self.list.pressed_on.connect(self._take)
        self.foot = plain_label(wrap=True)
        self.foot.setObjectName("muted")
        self.foot.setContentsMargins(8, 2, 8, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.foot)
        self.list.selectionModel().currentChanged.connect(self._on_current)

    def open(self, actions: Sequence[Entry], rows: Rows, recent: Sequence[str]) -> None:
        """Show the palette over the window, with nothing typed."""
        self._actions, self._rows, self._recent = actions, rows, recent
        self.line.clear()
        self._fill()
        width = min(_WIDTH, self._window.width() - 40)
        self.resize(width, min(_MOST_HEIGHT, self._window.height() - _TOP - 40))
        left = (self._window.width() - width) // 2
        self.move(self._window.mapToGlobal(self._window.rect().topLeft()) + QPoint(left, _TOP))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def current(self) -> Entry | None:
        """The entry that Enter would take."""
        return self.model.entry(self.list.currentIndex())

    def _fill(self) -> None:
        self.model.show_groups(offers(self.line.text(), self._actions, self._rows, self._recent))
        self._go(-1, 1)
        self.list.scrollToTop()
        self._on_current()

    def _go(self, start: int, step: int) -> None:
        row = self.model.step(start, step)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _on_current(self) -> None:
        entry = self.current()
        if entry is None and self.line.text().strip():
            self.foot.setText(_("Nothing fits. Type other letters, or fewer."))
        elif entry is not None and entry.reason:
            self.foot.setText(_("“{action}”: {reason}.").format(action=entry.title, reason=entry.reason))
        else:
            signs = "  ".join(_("{sign} {meaning}").format(sign=sign, meaning=said) for sign, said in hints())
            self.foot.setText(_("Only: {signs}").format(signs=signs))

    def _take(self, entry: Entry | None) -> None:
        if entry is not None and entry.is_possible:
            self.hide()
            self.taken.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that the line leaves over: they go through the list, take an entry, or close the palette."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.current())
        elif key in _STEPS:
            self._go(self.list.currentIndex().row(), _STEPS[key])
        else:
            super().keyPressEvent(event)


class _EntryList(QListView):
    """Follows the mouse; the keyboard stays in the line above it."""

    pressed_on = Signal(object)

    def __init__(self, model: PaletteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(PaletteDelegate(self))
        self.setAccessibleName(_("What fits"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._model.entry(index) is not None:
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_on.emit(self._model.entry(self.indexAt(event.position().toPoint())))
