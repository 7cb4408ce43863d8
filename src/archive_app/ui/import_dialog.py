"""Bringing files in: which ones, what is known of them, and what became of each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import N_, _, ngettext
from archive_app.services import importing
from archive_app.services.importing import Details, ImportReport
from archive_app.ui import icons, theme
from archive_app.ui.dropping import DropArea
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.forms import Field, Input, RecordForm, source_kinds
from archive_app.ui.import_result import ImportResult
from archive_app.ui.job_dialog import JobDialog
from archive_app.ui.plain_text import tip
from archive_app.ui.recent_archives import is_folder
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings


def _kinds() -> list[tuple[str, str]]:
    return [("", _("Article, unless the file says otherwise")), *source_kinds()]


def _encodings() -> list[tuple[str, str]]:
    return [
        ("", _("Find out from the file")),
        ("utf-8", "UTF-8"),
        ("cp1250", _("Windows-1250 (Latin)")),
        ("cp1251", _("Windows-1251 (Cyrillic)")),
        ("iso-8859-2", _("ISO 8859-2 (Latin)")),
        ("iso-8859-5", _("ISO 8859-5 (Cyrillic)")),
        ("yuscii", _("YUSCII (Latin)")),
    ]


_FIELDS = (
    Field("title", N_("&Title")),
    Field("caption", N_("Ca&ption"), help=N_("Of an image")),
    Field("kind", N_("&Kind"), Input.CHOICE, choices=_kinds),
    Field("creator", N_("&Author"), help=N_("Surname, given name; several separated by semicolons")),
    Field("date", N_("&Date"), Input.DATE),
    Field("place", N_("P&lace")),
    Field("publisher", N_("P&ublisher")),
    Field("call_number", N_("Call &number"), help=N_("The reference code under which it is kept")),
    Field("credit", N_("C&redit"), help=N_("Photographer or owner of an image")),
    Field("rights", N_("Ri&ghts")),
    Field("url", N_("&Web address")),
    Field("encoding", N_("Letters of te&xts"), Input.CHOICE, choices=_encodings),
)
_OF_ONE_FILE = ("title", "caption")


class ImportDialog(JobDialog):
    """Three steps in one window: choose, wait, see what became of each file. The archive stays usable meanwhile."""

    source_chosen = Signal(str)
    photo_chosen = Signal(str)
    imported = Signal(object)

    def __init__(
        self, session: Session, settings: Settings, paths: Sequence[Path] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(session, _("Import files"), QSize(680, 620), parent)
        self._settings = settings
        self.files = FileList()
        self.form = RecordForm(_FIELDS)
        self.outcome_page = ImportResult()
        self.outcome_page.source_chosen.connect(self._on_source_chosen)
        self.outcome_page.photo_chosen.connect(self._on_photo_chosen)
        self.start_button.setText(_("&Import"))
        hint = _("You can close this and go on working; the status bar shows how far it is.")
        self._lay_out(self._choosing_page(), self.outcome_page, hint)
        DropArea(self, _("Let go to add these files")).dropped.connect(self.add_paths)
        self.files.changed.connect(self._on_files_changed)
        self.add_paths(list(paths))
        self._on_files_changed()

    def _choosing_page(self) -> QWidget:
        add_files = _button("plus", _("Add &files…"))
        add_files.clicked.connect(self._choose_files)
        add_folder = _button("folder", _("Add a f&older…"))
        add_folder.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(add_files)
        row.addWidget(add_folder)
        row.addStretch()
        self.details_button = QToolButton()
        self.details_button.setText(_("What is &known of them (optional)"))
        self.details_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._show_details)
        icons.put(self.details_button, "forward")
        self.details_button.setIconSize(QSize(14, 14))
        inner = QWidget()
        padded = QVBoxLayout(inner)
        padded.setContentsMargins(0, 0, 12, 0)
        padded.addWidget(self.form)
        padded.addStretch()
        self._details = QScrollArea()
        self._details.setFrameShape(QFrame.Shape.NoFrame)
        self._details.setWidgetResizable(True)
        self._details.setWidget(inner)
        self._details.hide()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.files, 1)
        layout.addLayout(row)
        layout.addWidget(self.details_button)
        layout.addWidget(self._details, 3)
        return page

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add files and folders to the list."""
        self.files.add(paths)

    def start(self) -> None:
        """Import what is listed."""
        details = Details(**self._known())
        error = self.form.error()
        if error:
            self._say(error)
            return
        self._run(_("Importing"), importing.import_files, self.files.paths(), details)

    def _known(self) -> dict[str, str]:
        values = self.form.values()
        if not self._is_one_file():
            values |= dict.fromkeys(_OF_ONE_FILE, "")
        return values

    def _is_one_file(self) -> bool:
        paths = self.files.paths()
        return len(paths) == 1 and not is_folder(paths[0])

    def _step_text(self, done: int, total: int, text: str) -> str:
        return _("{done} of {total}: {name}").format(done=done + 1, total=total, name=text)

    def _show_result(self, report: ImportReport) -> None:
        self.outcome_page.show_report(report)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.imported.emit(report)

    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        icons.put(self.details_button, "down" if shown else "forward")

    def _on_files_changed(self) -> None:
        count = len(self.files.paths())
        self.start_button.setEnabled(count > 0)
        for name in _OF_ONE_FILE:
            self.form.set_row_visible(name, self._is_one_file())

    def _choose_files(self) -> None:
        folder = self._settings.folder("import")
        names, _kind = QFileDialog.getOpenFileNames(self, _("Choose files"), str(folder))
        if names:
            self._settings.remember_folder("import", Path(names[0]).parent)
            self.add_paths([Path(name) for name in names])
            self.start_button.setFocus()

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, _("Choose a folder"), str(self._settings.folder("import"))
        )
        if name:
            self._settings.remember_folder("import", Path(name))
            self.add_paths([Path(name)])
            self.start_button.setFocus()

    def _on_source_chosen(self, source_id: str) -> None:
        self.source_chosen.emit(source_id)
        self.close()

    def _on_photo_chosen(self, photo_id: str) -> None:
        self.photo_chosen.emit(photo_id)
        self.close()


def _button(icon: str, text: str) -> QPushButton:
    button = QPushButton(text)
    icons.put(button, icon)
    button.setIconSize(QSize(16, 16))
    return button


class FileList(QStackedWidget):
    """The files to import; Delete takes one off again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[Path] = []
        self.setMinimumHeight(150)
        self.list = _Names()
        self.list.setObjectName("card")
        self.list.setAccessibleName(_("Files to import"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.removed.connect(self._remove)
        self._empty = EmptyState("import")
        self._empty.show_hint(
            _("Drop files here"),
            _("Texts (in any of the usual encodings) and images: JPEG, PNG, TIFF, WebP."),
        )
        self.addWidget(self._empty)
        self.addWidget(self.list)

    def paths(self) -> list[Path]:
        """The files and folders listed."""
        return list(self._paths)

    def add(self, paths: Sequence[Path]) -> None:
        """Add these, each once."""
        for path in paths:
            if path not in self._paths:
                self._paths.append(path)
                item = QListWidgetItem(_("{name} — {folder}").format(name=path.name, folder=path.parent))
                item.setIcon(icons.icon("folder" if is_folder(path) else "source", theme.colours().muted))
                item.setToolTip(tip(str(path)))
                self.list.addItem(item)
        self._show()

    def _remove(self, row: int) -> None:
        del self._paths[row]
        self.list.takeItem(row)
        self._show()

    def _show(self) -> None:
        self.setCurrentWidget(self.list if self._paths else self._empty)
        count = len(self._paths)
        self.list.setAccessibleDescription(
            ngettext("{count} file", "{count} files", count).format(count=count)
        )
        self.changed.emit()


class _Names(QListWidget):
    removed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
