"""What was deleted, what hung on it, and bringing it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.translation import _, ngettext
from archive_app.services import trash
from archive_app.services.archives import Archive
from archive_app.services.trash import Inside, Restored, Trashed
from archive_app.ui import icons, theme
from archive_app.ui.dates import local_day_and_time
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.jobs import Lane
from archive_app.ui.plain_text import plain_label
from archive_app.ui.row_table import RowTable
from archive_app.ui.session import Session
from archive_app.ui.trash_model import KIND, WHAT, WHEN, WHO, TrashModel

_MOST_TOLD = 1


class TrashDialog(QDialog):
    """Stays open while one works. `restored` carries a sentence on what came back."""

    restored = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Trash"))
        self.resize(820, 540)
        self._session = session
        self.model = TrashModel(self)
        self.table = RowTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("What was deleted"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Words in what was deleted"))
        self.line.setAccessibleName(_("Filter the trash"))
        self.line.setClearButtonEnabled(True)
        self.empty = EmptyState("trash")
        self.about = plain_label(wrap=True)
        self.about.setMinimumHeight(44)
        self.about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.restore_button = QPushButton(_("&Restore"))
        self.close_button = QPushButton(_("Close"))
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self._reload()

    def _build(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((KIND, 120), (WHEN, 150), (WHO, 100)):
            header.resizeSection(column, width)
        for page in (self.table, self.empty):
            self._pages.addWidget(page)
        hint = QLabel(_("Nothing is lost that was deleted. It comes back with all that hung on it."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        icons.put(self.restore_button, "undo")
        self.restore_button.setToolTip(_("Bring back what is chosen (Enter)"))
        self.restore_button.setAutoDefault(False)
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.restore_button)
        row.addStretch()
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (hint, self.line, self._pages, self.about):
            layout.addWidget(widget, 1 if widget is self._pages else 0)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_typed)
        self.empty.pressed.connect(self.line.clear)
        self.table.entered_row.connect(self.restore)
        self.table.doubleClicked.connect(self.restore)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.restore_button.clicked.connect(self.restore)
        self.close_button.clicked.connect(self.accept)
        self._session.changed.connect(self._on_changed)

    # What is shown

    def _on_changed(self, _changes: Changes) -> None:
        self._reload()

    def _reload(self) -> None:
        self._session.runner.start(
            Lane.SEARCH, _("Reading the trash"), trash.list_trash, self._session.archive, done=self._on_listed
        )

    def _on_listed(self, items: list[Trashed]) -> None:
        chosen = {item.id for item in self._chosen()}
        self.model.show_items(items)
        for row in range(self.model.rowCount()):
            item = self.model.item(row)
            if item is not None and item.id in chosen:
                self.table.choose_row(row)
                break
        self._show_state()

    def _on_typed(self, words: str) -> None:
        self.model.narrow(words)
        self._show_state()

    def _show_state(self) -> None:
        if self.model.is_empty():
            self.empty.show_hint(
                _("The trash is empty"), _("What you delete in this archive can be brought back from here.")
            )
        else:
            self.empty.show_hint(_("Nothing fits"), _("Write fewer words."), _("Show all"))
        self._pages.setCurrentWidget(self.table if self.model.rowCount() else self.empty)
        self.line.setEnabled(not self.model.is_empty())
        self._on_chosen()

    def _chosen(self) -> list[Trashed]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [item for item in map(self.model.item, rows) if item is not None]

    def _on_chosen(self) -> None:
        chosen = self._chosen()
        self.restore_button.setEnabled(bool(chosen) and not self._session.archive.read_only)
        if len(chosen) != _MOST_TOLD:
            said = ngettext("{count} record is chosen.", "{count} records are chosen.", len(chosen))
            self.about.setText(
                said.format(count=f"{len(chosen):,}") if chosen else _("Choose what to bring back.")
            )
            return
        self._session.runner.start(
            Lane.SEARCH, _("Reading the trash"), _look, self._session.archive, chosen[0], done=self._on_looked
        )

    def _on_looked(self, found: tuple[Trashed, Inside]) -> None:
        item, inside = found
        if self._chosen() != [item]:
            return
        lines = [
            _("{title}: deleted {when} by {who}").format(
                title=item.title, when=local_day_and_time(item.at), who=item.author or _("somebody unknown")
            )
        ]
        if inside.words():
            lines.append(_("Comes back with {things}.").format(things=inside.words()))
        if inside.stood_on:
            lines.append(
                _("It stood on “{name}”, which was deleted too and comes back with it.").format(
                    name="”, “".join(inside.stood_on)
                )
            )
        self.about.setText("\n".join(lines))

    # Bringing back

    def restore(self) -> None:
        """Bring back what is chosen, as one action."""
        chosen = self._chosen()
        if chosen and not self._session.archive.read_only:
            self._session.write(
                _("Restoring"), trash.restore, [item.id for item in chosen], done=self._on_restored
            )

    def _on_restored(self, done: Restored) -> None:
        count = len(done.ids)
        said = ngettext("{count} record was restored.", "{count} records were restored.", count)
        self.restored.emit(said.format(count=f"{count:,}"))


def _look(archive: Archive, item: Trashed) -> tuple[Trashed, Inside]:
    return item, trash.inside(archive, item)
