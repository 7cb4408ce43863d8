"""The trash as Qt sees it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archive_app.core.translation import N_, _
from archive_app.services.trash import Trashed
from archive_app.ui import icons, theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.matching import fits, folded
from archive_app.ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
HEADERS = (N_("What"), N_("Kind"), N_("Deleted"), N_("Who"))
WHAT, KIND, WHEN, WHO = range(len(HEADERS))
_ICONS = {
    "sources": "source",
    "photos": "photo",
    "events": "event",
    "authorities": "authority",
    "collections": "collection",
    "annotations": "highlight",
    "tags": "tag",
    "searches": "search",
}


class TrashModel(QAbstractTableModel):
    """One row for each deleted record, those deleted last first, and the filter over them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: Sequence[Trashed] = ()
        self._copies: list[str] = []
        self._shown: list[Trashed] = []
        self._words = ""

    def show_items(self, items: Sequence[Trashed]) -> None:
        """Show these instead."""
        self._every = items
        self._copies = [folded(f"{item.title} {item.kind} {item.author}") for item in items]
        self.narrow(self._words)

    def narrow(self, words: str) -> None:
        """Show only what holds all the words, in either script."""
        self.beginResetModel()
        self._words = words
        pairs = zip(self._every, self._copies, strict=True)
        self._shown = [item for item, copy in pairs if fits(words, copy)]
        self.endResetModel()

    def is_empty(self) -> bool:
        """Whether there is nothing at all, filtered or not."""
        return not self._every

    def item(self, place: int) -> Trashed | None:
        """The record in a row."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many records are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What, which kind, when, who."""
        return len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADERS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says."""
        item = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            title = item.title or _("(without words)")
            return (title, item.kind, local_day_and_time(item.at), item.author)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == WHAT:
            return icons.icon(_ICONS[item.table], theme.colours().muted)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(item.title)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() != WHAT:
            return theme.colour("muted")
        return None
