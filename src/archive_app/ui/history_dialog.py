"""What was done in the archive, when and by whom, day by day, and going back to any point of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.translation import _
from archive_app.services import history, history_details
from archive_app.services.history import GoingBack
from archive_app.services.history_details import Details
from archive_app.ui import icons, theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.going_back_dialog import GoingBackDialog
from archive_app.ui.history_details_view import HistoryDetailsView
from archive_app.ui.history_filter import HistoryFilter
from archive_app.ui.history_model import BEGINNING, WHAT, WHO, HistoryModel, HistoryRow, find_rows
from archive_app.ui.jobs import Lane
from archive_app.ui.plain_text import tip
from archive_app.ui.row_table import RowTable
from archive_app.ui.session import Session


class HistoryDialog(QDialog):
    """A list to read, with undo and redo beside it. Stays open while one works."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History"))
        self.resize(980, 600)
        self._session = session
        self._asked = 0
        self.model = HistoryModel(session.archive, self)
        self.filter = HistoryFilter(history.authors(session.archive))
        self.table = self._table()
        self.details = HistoryDetailsView()
        self.empty = EmptyState("clock")
        self._pages = QStackedWidget()
        for page in (self.table, self.empty):
            self._pages.addWidget(page)
        self.undo_button = QPushButton(_("&Undo"))
        self.redo_button = QPushButton(_("&Redo"))
        self.back_button = QPushButton(_("&Go back to here…"))
        self.close_button = QPushButton(_("Close"))
        self._build()
        self._connect()
        self._reload()

    def _table(self) -> RowTable:
        table = RowTable()
        table.setModel(self.model)
        table.setAccessibleName(_("What was done"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 66), (WHO, 90), (3, 78)):
            header.resizeSection(column, width)
        return table

    def _build(self) -> None:
        hint = QLabel(
            _("Every action is kept. Undo takes back the newest one that counts, also after a restart.")
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        icons.put(self.undo_button, "undo")
        icons.put(self.redo_button, "redo")
        icons.put(self.back_button, "clock")
        self.back_button.setToolTip(_("Take back everything that was done after the chosen action (Enter)"))
        self.close_button.setDefault(True)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._pages)
        side = QWidget()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(12, 4, 0, 0)
        inside.addWidget(self.details)
        halves.addWidget(side)
        halves.setSizes([600, 330])
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for button in (self.undo_button, self.redo_button, self.back_button):
            row.addWidget(button)
            button.setAutoDefault(False)
        row.addStretch()
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(self.filter)
        layout.addWidget(halves, 1)
        layout.addLayout(row)

    def _connect(self) -> None:
        session = self._session
        self.undo_button.clicked.connect(lambda: session.write(_("Undo"), history.undo))
        self.redo_button.clicked.connect(lambda: session.write(_("Redo"), history.redo))
        self.back_button.clicked.connect(self.ask_to_go_back)
        self.close_button.clicked.connect(self.accept)
        self.filter.changed.connect(self._reload)
        self.empty.pressed.connect(self.filter.clear)
        self.details.record_chosen.connect(self.filter.show_record)
        self.table.entered_row.connect(self.ask_to_go_back)
        self.table.doubleClicked.connect(self.ask_to_go_back)
        self.table.selectionModel().selectionChanged.connect(self._on_row_changed)
        session.changed.connect(self._on_changed)

    # What is shown

    def _on_changed(self, _changes: Changes) -> None:
        self._reload()

    def _reload(self) -> None:
        """Find the actions again, beside the window; only the newest question is answered."""
        self._asked += 1
        asked = self._asked
        self._session.runner.start(
            Lane.SEARCH,
            _("Reading the history"),
            find_rows,
            self._session.archive,
            self.filter.narrowing(),
            done=lambda rows: self._on_found(asked, rows),
            owner=self,
        )
        archive = self._session.archive
        for button, found in (
            (self.undo_button, history.next_undo(archive)),
            (self.redo_button, history.next_redo(archive)),
        ):
            button.setEnabled(found is not None and not archive.read_only)
            button.setToolTip(tip(found.name) if found else "")

    def _on_found(self, asked: int, rows: list[HistoryRow]) -> None:
        if asked != self._asked:
            return
        before, top = self._chosen(), self.table.verticalScrollBar().value()
        self.model.show_rows(rows)
        self._pages.setCurrentWidget(self.table if rows else self.empty)
        if not rows:
            self._show_nothing()
        place = self.model.place_of(before) if before is not None else None
        if place is not None:
            self.table.choose_row(place)
            self.table.verticalScrollBar().setValue(top)
        self._on_row_changed()

    def _show_nothing(self) -> None:
        if self.model.rowCount() == 0 and self.filter.narrowing() != history.Narrowing():
            self.empty.show_hint(
                _("Nothing fits"), _("Write fewer words, or choose all kinds."), _("Show all")
            )
        else:
            self.empty.show_hint(_("Nothing was done yet"), _("What you do in this archive will stand here."))

    def _chosen(self) -> int | None:
        """The number of the chosen action; 0 is the beginning."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.number_at(rows[0].row()) if rows else None

    def _on_row_changed(self) -> None:
        number = self._chosen()
        self.back_button.setEnabled(number is not None and not self._session.archive.read_only)
        if not number:
            self.details.show_details(None)
            return
        self._session.runner.start(
            Lane.SEARCH,
            _("Reading the history"),
            history_details.details,
            self._session.archive,
            number,
            done=self._on_told,
        )

    def _on_told(self, told: Details) -> None:
        if told.action.number == self._chosen():
            self.details.show_details(told)

    # Going back

    def ask_to_go_back(self) -> None:
        """Show what going back to the chosen action would change."""
        number = self._chosen()
        if number is None or self._session.archive.read_only:
            return
        self._session.runner.start(
            Lane.SEARCH,
            _("Reading the history"),
            history.way_back,
            self._session.archive,
            number,
            done=lambda way: self._on_way_found(number, way),
            owner=self,
        )

    def _on_way_found(self, number: int, way: GoingBack) -> None:
        if not way.taken and not way.again:
            self._session.refused.emit(_("Everything is as it was then; there is nothing to take back."))
            return
        place = self.model.place_of(number)
        point = self.model.index(place, WHAT).data() if place is not None and number != BEGINNING else ""
        dialog = GoingBackDialog(point or _("The beginning: an empty archive"), way, self)
        dialog.accepted.connect(
            lambda: self._session.write(_("Going back in the history"), history.go_back_to, number)
        )
        dialog.open()
