"""What was done in the archive, when and by whom, newest first; what was undone is greyed."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.records import Operation
from archive_app.core.translation import N_, _
from archive_app.services import history
from archive_app.ui import icons, theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.plain_text import tip
from archive_app.ui.session import Session

_HEADERS = (N_("When"), N_("What was done"), N_("Who"), N_("Records"))
_WHAT = 1
_MOST = 2000


class HistoryModel(QAbstractTableModel):
    """The operations, a row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations: list[Operation] = []

    def show_operations(self, operations: list[Operation]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._operations = operations
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """How many operations there are."""
        return 0 if parent.isValid() else len(self._operations)

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """When, what, who, how many records."""
        return len(_HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADERS[section])
        return None

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The operation's fields; what does not count at present is greyed and struck out."""
        operation = self._operations[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                local_day_and_time(operation.at),
                operation.name,
                operation.author,
                str(operation.records),
            )[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _WHAT:
            undone = _("{action} (undone)").format(action=operation.name)
            return tip(undone if operation.undone else operation.name)
        if role == Qt.ItemDataRole.ForegroundRole and (operation.undone or operation.undoes is not None):
            return theme.colour("muted")
        if role == Qt.ItemDataRole.FontRole and operation.undone:
            font = QFont(theme.interface_font())
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == len(_HEADERS) - 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class HistoryDialog(QDialog):
    """A list to read, with undo and redo beside it. Stays open while one works."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History"))
        self.resize(760, 520)
        self._session = session
        self.model = HistoryModel(self)
        hint = QLabel(
            _("Every action is kept. Undo takes back the newest one that counts, also after a restart.")
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.undo_button = QPushButton(_("&Undo"))
        icons.put(self.undo_button, "undo")
        self.undo_button.clicked.connect(lambda: session.write(_("Undo"), history.undo))
        self.redo_button = QPushButton(_("&Redo"))
        icons.put(self.redo_button, "redo")
        self.redo_button.clicked.connect(lambda: session.write(_("Redo"), history.redo))
        close = QPushButton(_("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(self._table(), 1)
        layout.addLayout(row)
        session.changed.connect(self._on_changed)
        self._reload()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setObjectName("card")
        table.setAccessibleName(_("What was done"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 140), (2, 110), (3, 80)):
            header.resizeSection(column, width)
        return table

    def _on_changed(self, _changes: Changes) -> None:
        self._reload()

    def _reload(self) -> None:
        archive = self._session.archive
        self.model.show_operations(history.history(archive, _MOST))
        for button, found in (
            (self.undo_button, history.next_undo(archive)),
            (self.redo_button, history.next_redo(archive)),
        ):
            button.setEnabled(found is not None and not archive.read_only)
            button.setToolTip(tip(found.name) if found else "")
