"""The history as Qt sees it: days, and under each its actions, which are read when they are looked at."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from archive_app.core.dates import format_date
from archive_app.core.records import Operation
from archive_app.core.translation import N_, _
from archive_app.services import history
from archive_app.services.archives import Archive
from archive_app.services.history import Narrowing
from archive_app.ui import theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
HEADERS = (N_("When"), N_("What was done"), N_("Who"), N_("Records"))
WHEN, WHAT, WHO, RECORDS = range(len(HEADERS))
BEGINNING = 0
"""The number of the point before all actions."""
_PAGE = 64
_KEPT = 4096


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An action by its number, or the heading of a day (`number` is None)."""

    number: int | None
    text: str
    time: str = ""


def find_rows(archive: Archive, narrowing: Narrowing) -> list[HistoryRow]:
    """The wanted actions under their days, in local time, newest first, and at the end the beginning of all."""
    rows: list[HistoryRow] = []
    last: date | None = None
    for one in history.headings(archive, narrowing):
        moment = _local(one.at)
        if moment is not None and moment.date() != last:
            last = moment.date()
            rows.append(HistoryRow(None, format_date(last.isoformat())))
        rows.append(HistoryRow(one.number, one.title, f"{moment:%H:%M}" if moment else ""))
    if rows and narrowing == Narrowing():
        rows.append(HistoryRow(BEGINNING, _("The beginning: an empty archive")))
    return rows


def _local(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return None


class HistoryModel(QAbstractTableModel):
    """One row for each day and each action."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._rows: Sequence[HistoryRow] = ()
        self._actions: OrderedDict[int, Operation | None] = OrderedDict()

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = rows
        self._actions.clear()
        self.endResetModel()

    def number_at(self, place: int) -> int | None:
        """The number of the action in a row; None for a day."""
        return self._rows[place].number if 0 <= place < len(self._rows) else None

    def place_of(self, number: int) -> int | None:
        """The row of an action."""
        return next((place for place, row in enumerate(self._rows) if row.number == number), None)

    def numbers(self) -> list[int]:
        """The actions that are shown, newest first."""
        return [row.number for row in self._rows if row.number]

    def action_at(self, place: int) -> Operation | None:
        """The whole action in a row."""
        number = self.number_at(place)
        if not number:
            return None
        if number not in self._actions:
            first = place - place % _PAGE
            some = [row.number for row in self._rows[first : first + _PAGE] if row.number]
            read = history.actions(self._archive, some)
            self._actions.update({one: read.get(one) for one in some})
            while len(self._actions) > _KEPT:
                self._actions.popitem(last=False)
        return self._actions.get(number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Days and actions."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """When, what, who, how many records."""
        return len(HEADERS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A day cannot be chosen."""
        if self.number_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == RECORDS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _(HEADERS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says; an action that does not count at present is greyed and struck out."""
        row = self._rows[index.row()]
        if row.number is None or row.number == BEGINNING:
            return _plain(row, index.column(), role)
        action = self.action_at(index.row())
        if action is None:
            return row.text if role == Qt.ItemDataRole.DisplayRole and index.column() == WHAT else None
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.time, action.name, action.author, str(action.records))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(_tip(action, index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and (
            action.undone or action.undoes is not None or index.column() != WHAT
        ):
            return theme.colour("muted")
        if role == Qt.ItemDataRole.FontRole and action.undone and index.column() == WHAT:
            font = QFont(theme.interface_font())
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == RECORDS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _plain(row: HistoryRow, column: int, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return row.text if column == WHAT else ""
    if role == Qt.ItemDataRole.FontRole and row.number is None:
        return theme.interface_font(weight=650)
    if role == Qt.ItemDataRole.ForegroundRole and row.number is not None:
        return theme.colour("muted")
    return None


def _tip(action: Operation, column: int) -> str:
    if column == WHEN:
        return local_day_and_time(action.at)
    return _("{action} (undone)").format(action=action.name) if action.undone else action.name
