"""Offering, while a person types, the rows that hold what was typed, in either script."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from archive_app.ui.matching import fits, folded

_FOLDED = Qt.ItemDataRole.UserRole + 9


class FoldedCompleter(QCompleter):
    """The list under a line of typing. `taken` carries the row that the person took."""

    taken = Signal(QStandardItem)

    def __init__(self, line: QLineEdit) -> None:
        self._rows = QStandardItemModel(line)
        self._filter = _FoldedFilter(line)
        self._filter.setSourceModel(self._rows)
        super().__init__(self._filter, line)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setWidget(line)
        self.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]

    @property
    def list(self) -> QAbstractItemView:
        """The view of the rows."""
        view = self.popup()
        assert view is not None
        return view

    @property
    def typed(self) -> str:
        """What the rows were looked for by."""
        return self._filter.typed

    def clear(self) -> None:
        """Offer nothing."""
        self._rows.clear()

    def add(self, item: QStandardItem, words: str | None) -> None:
        """Offer a row where `words` hold what was typed; always where `words` is None."""
        item.setData(None if words is None else folded(words), _FOLDED)
        self._rows.appendRow(item)

    def offer(self, typed: str) -> None:
        """Show the rows that fit."""
        self._filter.look_for(typed)
        if self._filter.rowCount():
            self.complete()
        else:
            self.list.hide()

    def go_to_first(self) -> None:
        """Let Enter take the first row."""
        self.list.setCurrentIndex(self._filter.index(0, 0))

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._rows.itemFromIndex(self._filter.mapToSource(self._filter.index(index.row(), 0)))
        if row is not None:
            self.taken.emit(row)


class _FoldedFilter(QSortFilterProxyModel):
    """Keeps the rows that hold all the typed words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.typed = ""

    def look_for(self, typed: str) -> None:
        self.beginFilterChange()
        self.typed = typed
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        copy = self.sourceModel().index(row, 0, parent).data(_FOLDED)
        return copy is None or fits(self.typed, str(copy))
