"""A list over the window, to choose one thing from: typing narrows it down, Enter takes what is marked."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStackedLayout, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.ui.library_rows import plain
from archive_app.ui.palette_delegate import PaletteDelegate
from archive_app.ui.palette_entries import Entry
from archive_app.ui.plain_text import plain_label, tip

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _LEAST_HEIGHT, _MOST_HEIGHT, _TOP, _MARGIN = 520, 140, 420, 24, 24
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class _ChoiceModel(QAbstractListModel):
    """The entries that fit what was typed, by their places among all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._every: Sequence[Entry] = ()
        self._copies: list[str] = []
        self.shown: Sequence[int] = ()
        self._more: Sequence[Entry] = ()
        """What is shown before the others, because of what was typed."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._more) + len(self.shown)

    def entry(self, row: int) -> Entry | None:
        if 0 <= row < len(self._more):
            return self._more[row]
        row -= len(self._more)
        return self._every[self.shown[row]] if 0 <= row < len(self.shown) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(part for part in (entry.detail, entry.keys) if part)
        return tip(entry.title) if role == Qt.ItemDataRole.ToolTipRole else None

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._every, self._copies, self._more = entries, [], ()
        self.shown = range(len(entries))
        self.endResetModel()

    def narrow(self, typed: str, more: Sequence[Entry]) -> None:
        """Show the entries that hold all the words; folded copies of them are made when they are first needed."""
        words = plain(typed).split()
        if words and not self._copies:
            self._copies = [plain(f"{entry.title} {entry.detail}") for entry in self._every]
        self.beginResetModel()
        self._more = more
        self.shown = range(len(self._every))
        if words:
            others = {entry.key for entry in more}
            self.shown = [
                place
                for place in self.shown
                if all(word in self._copies[place] for word in words) and self._every[place].key not in others
            ]
        self.endResetModel()


def _nothing_more(_typed: str) -> Sequence[Entry]:
    return ()


class Chooser(QFrame):
    """A line to type in, and a list under it. `taken` carries the key of an entry once the list is gone."""

    taken = Signal(str)

    def __init__(self, page: QWidget, name: str, hint: str) -> None:
        super().__init__(page, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._page = page
        self.more: Callable[[str], Sequence[Entry]] = _nothing_more
        """What else there is for the words that are typed; shown first."""
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self._on_typed)
        self.model = _ChoiceModel(self)
        self.list = _ChoiceList(self.model, self)
        self.list.setAccessibleName(name)
        self.list.pressed_on.connect(self._take)
        self.nothing = plain_label(wrap=True)
        self.nothing.setObjectName("muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addLayout(self._stack, 1)

    def open(self, entries: Sequence[Entry], current: int = -1) -> None:
        """Show these entries over the page, `current` marked, with nothing typed."""
        self.line.clear()
        self.model.set_entries(entries)
        self._go(max(current, 0))
        room = self._page.size()
        width = max(min(_WIDTH, room.width() - 2 * _MARGIN), 240)
        rows = self.list.sizeHintForRow(0) * len(entries) + self.line.sizeHint().height() + 24
        self.resize(width, max(_LEAST_HEIGHT, min(rows, _MOST_HEIGHT, room.height() - _TOP - _MARGIN)))
        self.move(self._page.mapToGlobal(QPoint((room.width() - self.width()) // 2, _TOP)))
        self.show()
        self.list.scrollTo(self.list.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def current(self) -> Entry | None:
        """The entry that Enter would take."""
        return self.model.entry(self.list.currentIndex().row())

    def _on_typed(self, typed: str) -> None:
        self.model.narrow(typed, self.more(typed))
        self._go(0)

    def _go(self, row: int) -> None:
        count = self.model.rowCount()
        self._stack.setCurrentWidget(self.list if count else self.nothing)
        typed = bool(self.line.text().strip())
        self.nothing.setText(
            _("Nothing fits. Type other letters, or fewer.") if typed else _("There is nothing here.")
        )
        if count:
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), count - 1)))

    def _take(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is not None:
            self.close()
            self.taken.emit(entry.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that the line leaves over."""
        key, row = Qt.Key(event.key()), self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row)
        elif key in _STEPS:
            self._go(row + _STEPS[key])
        else:
            super().keyPressEvent(event)


class _ChoiceList(QListView):
    """Follows the mouse; the keyboard stays in the line above it."""

    pressed_on = Signal(int)

    def __init__(self, model: _ChoiceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(PaletteDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_on.emit(self.indexAt(event.position().toPoint()).row())
