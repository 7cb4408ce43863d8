"""The list of one section as Qt sees it, and the filter over it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from archive_app.ui.library_rows import Row, RowKind, plain
from archive_app.ui.plain_text import tip
from archive_app.ui.record_drag import COLLECTABLE, MIME, TAG_MIME, dragged, dragged_records, dragged_tags

ROW = Qt.ItemDataRole.UserRole
FOLDED = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractListModel):
    """All rows, and the positions of those that the filter lets through.

    `dropped_on` carries dragged records and the id of the collection that they were let go on, `dropped_at` the number
    of the row before which they were; `tags_dropped` ids of tags and the one that they are to stand under.
    """

    dropped_on = Signal(object, str)
    dropped_at = Signal(object, int)
    tags_dropped = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown: list[int] = []
        self._words: tuple[str, ...] = ()
        self._folded: set[str] = set()
        """The events whose parts are folded away."""
        self.can_collect = False
        """Whether records can be dragged into collections."""
        self.is_ordered = False
        """Whether the rows stand in an order that a person makes."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title for reading aloud and finding by typing, and the whole row under `ROW`."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._rows[self._shown[index.row()]]
        if role == ROW:
            return row
        if role == FOLDED:
            return row.id in self._folded
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(part for part in (row.title, row.detail, row.count_tip) if part))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(part for part in (row.detail, row.count_tip) if part)
        return None

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Records can be dragged; collections and the gaps between records in order take them, tags take tags."""
        flags, row = super().flags(index), self.row_at(index)
        if row is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled if self.can_reorder() else flags
        if self.can_collect and row.kind is RowKind.TAG:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if self.can_collect and row.kind in COLLECTABLE:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if self.can_collect and row.kind is RowKind.COLLECTION:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def can_reorder(self) -> bool:
        """Whether rows can be moved; not while some are hidden."""
        return self.can_collect and self.is_ordered and not self._words

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME, TAG_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = (self.row_at(index) for index in sorted(indexes))
        return dragged(row for row in rows if row is not None)

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        del action, row, column
        onto = self.row_at(parent)
        if onto is not None and onto.kind is RowKind.TAG:
            return self.can_collect and onto.id not in dragged_tags(data) and bool(dragged_tags(data))
        if not dragged_records(data):
            return False
        return self.can_reorder() if onto is None else self.can_collect and onto.kind is RowKind.COLLECTION

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        onto, records = self.row_at(parent), dragged_records(data)
        if onto is not None and onto.kind is RowKind.TAG:
            self.tags_dropped.emit(dragged_tags(data), onto.id)
        elif onto is not None:
            self.dropped_on.emit(records, onto.id)
        else:
            self.dropped_at.emit(records, row if row >= 0 else self.rowCount())
        return True

    # What is shown

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

    # Folding

    def set_folded(self, index: Index, folded: bool) -> None:
        """Fold the parts of an event away, or show them again; while the list is filtered, nothing is folded."""
        row, place = self.row_at(index), index.row()
        if row is None or not row.parts or self._words or folded == (row.id in self._folded):
            return
        if folded:
            first, last = place + 1, place + self._below(place)
            self.beginRemoveRows(QModelIndex(), first, last)
            self._folded.add(row.id)
            del self._shown[first : last + 1]
            self.endRemoveRows()
        else:
            self._folded.discard(row.id)
            wanted = self._matching()
            count = len(wanted) - len(self._shown)
            self.beginInsertRows(QModelIndex(), place + 1, place + count)
            self._shown = wanted
            self.endInsertRows()
        self.dataChanged.emit(index, index)

    def _below(self, place: int) -> int:
        """How many of the rows that are shown are parts of the one at a place, or parts of these."""
        record_id, count = self._rows[self._shown[place]].id, 0
        for number in self._shown[place + 1 :]:
            if record_id not in self._rows[number].above:
                break
            count += 1
        return count

    def reveal(self, record_id: str) -> None:
        """Unfold all that a record is folded away under."""
        if self._folded:
            above = next((row.above for row in self._rows if row.id == record_id), ())
            for each in above:
                self.set_folded(self.index_of(each), False)

    def parent_of(self, index: Index) -> QModelIndex:
        """The event that the one at an index is a part of, if it is shown."""
        row = self.row_at(index)
        return self.index_of(row.above[-1]) if row is not None and row.above else QModelIndex()

    def index_of(self, record_id: str) -> QModelIndex:
        """Where a record is shown; an invalid index where it is not."""
        for place, number in enumerate(self._shown):
            if self._rows[number].id == record_id:
                return self.index(place)
        return QModelIndex()

    def row_at(self, index: Index) -> Row | None:
        """The row at an index."""
        value = self.data(index, ROW)
        return value if isinstance(value, Row) else None

    def _matching(self) -> list[int]:
        if not self._words:
            folded = self._folded
            return [
                number
                for number, row in enumerate(self._rows)
                if not (folded and row.above) or folded.isdisjoint(row.above)
            ]
        return [
            number for number, row in enumerate(self._rows) if all(word in row.key for word in self._words)
        ]
