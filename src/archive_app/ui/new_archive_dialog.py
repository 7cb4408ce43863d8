"""Making a new archive: its name and the folder that it is put into."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.naming import file_name, is_taken, nearest_folder, typed_path
from archive_app.ui.plain_text import plain_label


class NewArchiveDialog(QDialog):
    """Asks for a name and a place; `folder` is where the archive is to be made."""

    def __init__(self, place: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New archive"))
        self.resize(560, 200)
        self.name = QLineEdit(_("My archive"))
        self.name.selectAll()
        self.place = QLineEdit(str(place))
        browse = QPushButton(_("C&hoose…"))
        browse.clicked.connect(self._browse)
        place_row = QHBoxLayout()
        place_row.setSpacing(theme.SPACE)
        place_row.addWidget(self.place, 1)
        place_row.addWidget(browse)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * theme.SPACE)
        form.setVerticalSpacing(theme.SPACE)
        name_label, place_label = QLabel(_("&Name")), QLabel(_("&Folder"))
        name_label.setBuddy(self.name)
        place_label.setBuddy(self.place)
        form.addRow(name_label, self.name)
        form.addRow(place_label, place_row)
        self.hint = plain_label(wrap=True)
        self.hint.setObjectName("muted")
        buttons = QDialogButtonBox()
        buttons.addButton(QPushButton(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        # With its window, or it could not be the default one there.
        self.make_button = QPushButton(_("&Make archive"), self)
        self.make_button.setDefault(True)
        buttons.addButton(self.make_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addStretch()
        layout.addWidget(buttons)
        self.name.textChanged.connect(self._on_typed)
        self.place.textChanged.connect(self._on_typed)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._on_typed()

    @property
    def folder(self) -> Path:
        """Where the archive is to be made."""
        return typed_path(self.place.text()) / file_name(self.name.text())

    def _on_typed(self) -> None:
        ready = bool(self.name.text().strip() and self.place.text().strip())
        taken = ready and is_taken(self.folder)
        self.make_button.setEnabled(ready and not taken)
        if taken:
            self.hint.setText(
                _("There is already a folder {folder}; choose another name.").format(folder=self.folder)
            )
        else:
            self.hint.setText(
                _("The archive will be the folder {folder}. Copy this folder to back it up.").format(
                    folder=self.folder
                )
                if ready
                else ""
            )

    def _browse(self) -> None:
        start = nearest_folder(typed_path(self.place.text()))
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder"), str(start))
        if chosen:
            self.place.setText(chosen)
