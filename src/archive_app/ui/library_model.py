"""The list of one section as Qt sees it, and the filter over it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archive_app.ui.library_rows import Row, plain
from archive_app.ui.plain_text import tip

ROW = Qt.ItemDataRole.UserRole


class LibraryModel(QAbstractListModel):
    """All rows, and the positions of those that the filter lets through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown: list[int] = []
        self._words: tuple[str, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The title for reading aloud and finding by typing, and the whole row under `ROW`."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._rows[self._shown[index.row()]]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (row.title, row.detail, row.count_tip) if part))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(part for part in (row.detail, row.count_tip) if part)
        return None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self._shown = self._matching()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show only rows that hold all words of `text`, in either script."""
        words = tuple(plain(text).split())
        if words != self._words:
            self.beginResetModel()
            self._words = words
            self._shown = self._matching()
            self.endResetModel()

    def is_empty(self) -> bool:
        """Whether there are no rows at all, filtered or not."""
        return not self._rows

    def index_of(self, record_id: str) -> QModelIndex:
        """Where a record is shown; an invalid index where it is not."""
        for place, number in enumerate(self._shown):
            if self._rows[number].id == record_id:
                return self.index(place)
        return QModelIndex()

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """The row at an index."""
        value = self.data(index, ROW)
        return value if isinstance(value, Row) else None

    def _matching(self) -> list[int]:
        if not self._words:
            return list(range(len(self._rows)))
        return [
            number for number, row in enumerate(self._rows) if all(word in row.key for word in self._words)
        ]
