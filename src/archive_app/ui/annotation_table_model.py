"""The annotations of the table as Qt sees them: numbers in order, and a cache of the rows that were looked at."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from archive_app.core.translation import N_, _
from archive_app.services import annotation_rows
from archive_app.services.annotation_rows import TableRow
from archive_app.services.annotation_table import COLUMN_TITLES, Column, On, Wanted
from archive_app.services.archives import Archive
from archive_app.ui import icons, theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.labels import colour_label, short
from archive_app.ui.plain_text import tip
from archive_app.ui.row_fonts import interface_font, reading_font

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(Column)
_PAGE = 64
_KEPT = 4096
_LETTERS = 240
"""So much of a text is shown in a cell."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WHOLE = {
    On.TEXT: "",
    On.PHOTO: N_("on the photo"),
    On.SOURCE: N_("on the whole source"),
    On.EVENT: N_("on the event"),
}


class AnnotationTableModel(QAbstractTableModel):
    """One row for each annotation; what stands in it is read when it is looked at, a page at a time."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._numbers: Sequence[int] = ()
        self._rows: OrderedDict[int, TableRow | None] = OrderedDict()
        self._order = Wanted()

    @property
    def numbers(self) -> Sequence[int]:
        """The annotations that are shown, by their numbers, in order."""
        return self._numbers

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._numbers = numbers
        self._rows.clear()
        self.endResetModel()

    def show_order(self, wanted: Wanted) -> None:
        """Mark the column of the order in its title."""
        self._order = wanted
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def read_again(self) -> None:
        """The same annotations, in the same order, may say something else."""
        self._rows.clear()
        if self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many annotations are shown."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What is said of each."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column = COLUMNS[section]
            return ordered_title(self._order) if column is self._order.column else _(COLUMN_TITLES[column])
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] is Column.PLACE:
            return _RIGHT
        return None

    def row_at(self, place: int) -> TableRow | None:
        """The annotation in a row; None where it was deleted just now."""
        if not 0 <= place < len(self._numbers):
            return None
        number = self._numbers[place]
        if number not in self._rows:
            self._read(place)
        return self._rows.get(number)

    def _read(self, place: int) -> None:
        first = place - place % _PAGE
        some = [number for number in self._numbers[first : first + _PAGE] if number not in self._rows]
        read = annotation_rows.rows(self._archive, some)
        for number in some:
            self._rows[number] = read.get(number)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says; a row that is gone is empty until the table has heard of it."""
        row = self.row_at(index.row())
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.DecorationRole:
            return _dot(row) if column is Column.COLOUR else None
        if role == Qt.ItemDataRole.FontRole:
            is_words = column is Column.QUOTE and row.annotation.quote
            return reading_font(10.5) if is_words else interface_font()
        if role == Qt.ItemDataRole.ForegroundRole:
            is_said = column is Column.QUOTE and not row.annotation.quote
            return theme.colour("muted") if is_said or column in (Column.AUTHOR, Column.MADE) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(_whole(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.PLACE:
            return _RIGHT
        return None


def ordered_title(order: Wanted) -> str:
    """The title of the column of an order, with an arrow for its direction."""
    return f"{_(COLUMN_TITLES[order.column])} {'↓' if order.descending else '↑'}"


def _text(row: TableRow, column: Column) -> str:
    if column is Column.COLOUR:
        return colour_label(row.annotation.colour) if row.annotation.colour else ""
    if column is Column.QUOTE and not row.annotation.quote:
        return _(_WHOLE[row.on]) if _WHOLE[row.on] else ""
    return short(_whole(row, column), _LETTERS)


def _whole(row: TableRow, column: Column) -> str:
    annotation = row.annotation
    if column is Column.PLACE:
        return str(row.passage or "")
    return {
        Column.QUOTE: annotation.quote,
        Column.NOTE: annotation.note,
        Column.TAGS: ", ".join(row.tags),
        Column.COLOUR: "",
        Column.EVENTS: ", ".join(event.title for event in row.events),
        Column.SOURCE: row.title,
        Column.AUTHOR: annotation.author,
        Column.MADE: local_day_and_time(annotation.made_at),
    }[column]


def _dot(row: TableRow) -> QIcon | None:
    colour = row.annotation.colour
    return icons.dot(theme.dot(colour)) if colour else None
