"""What an export is of, how it is titled and where it goes: the form, without the doing."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from archive_app.core.translation import N_, _
from archive_app.services import events, sources, tagging
from archive_app.services.archives import Archive
from archive_app.services.exporting import ENDINGS
from archive_app.ui import theme
from archive_app.ui.export_choice import ALL, CONFLICTS, GIVEN, Choice, What
from archive_app.ui.naming import file_name, typed_path
from archive_app.ui.recent_archives import is_folder
from archive_app.ui.settings import Settings

_FORMATS = {
    "pdf": N_("PDF, to read and print"),
    "csv": N_("Table of the claims (CSV), for spreadsheet programs"),
    "jsonld": N_("JSON-LD, for other programs and catalogues"),
}
_KINDS = {
    "pdf": N_("PDF files (*.pdf)"),
    "csv": N_("Tables (*.csv)"),
    "jsonld": N_("JSON-LD files (*.jsonld *.json)"),
}


class ExportForm(QWidget):
    """Title and file follow the choice until the person types their own; the ending of the file and the format follow
    each other."""

    changed = Signal()

    def __init__(self, archive: Archive, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._typed: set[QLineEdit] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.SPACE)
        self._grid.setVerticalSpacing(theme.SPACE)
        self._grid.setColumnStretch(1, 1)
        self._group = QButtonGroup(self)
        self.query = QLineEdit()
        self.query.setPlaceholderText(_("Words, as in the search box"))
        self.boxes = {what: self._box() for what in What if what is not What.QUERY}
        self._given = Choice(What.EVENTS)
        self._fill(archive)
        self._add_choices()
        self._add_fields()
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._group.idToggled.connect(self._on_choice_changed)
        self.query.textChanged.connect(self._on_choice_changed)
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._on_choice_changed)
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.target.textEdited.connect(self._on_target_typed)
        self._on_choice_changed()

    def _box(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.setMaxVisibleItems(20)
        return box

    def _fill(self, archive: Archive) -> None:
        for source in sources.list_sources(archive):
            self.boxes[What.SOURCE].addItem(source.source.title, source.source.id)
        for event in events.list_events(archive):
            self.boxes[What.EVENT].addItem(event.event.title, event.event.id)
        if self.boxes[What.EVENT].count():
            self.boxes[What.EVENTS].addItem(_("All events"), ALL)
            self.boxes[What.EVENTS].addItem(_("Events on which the sources disagree"), CONFLICTS)
        for tag in tagging.list_tags(archive):
            self.boxes[What.TAG].addItem(tag.path, tag.path)

    def _add_choices(self) -> None:
        labels = {
            What.SOURCE: _("Annotations of a &source"),
            What.EVENT: _("Dossier of an e&vent"),
            What.EVENTS: _("Dossiers of severa&l events"),
            What.TAG: _("Annotations with a &tag"),
            What.QUERY: _("What a sea&rch finds"),
        }
        for what, label in labels.items():
            radio = QRadioButton(label)
            self._group.addButton(radio, what)
            field = self.query if what is What.QUERY else self.boxes[what]
            field.setAccessibleName(label.replace("&", ""))
            self._grid.addWidget(radio, what, 0)
            self._grid.addWidget(field, what, 1)
            if what is not What.QUERY and not self.boxes[what].count():
                radio.setEnabled(False)
                field.setEnabled(False)
        self._group.button(What.SOURCE).setChecked(True)
        self._grid.setRowMinimumHeight(len(labels), 2 * theme.SPACE)

    def _add_fields(self) -> None:
        self.title, self.author, self.target = QLineEdit(), QLineEdit(), QLineEdit()
        self.format = QComboBox()
        for ending, said in _FORMATS.items():
            self.format.addItem(_(said), ending)
        for line in (self.title, self.target):
            line.textEdited.connect(lambda _text, typed=line: self._typed.add(typed))
            line.textChanged.connect(self.changed)
        self.author.setText(self._settings.author)
        self.author.setPlaceholderText(_("Your name, for the title page (optional)"))
        for text, field in (
            (_("T&itle"), self.title),
            (_("&Author"), self.author),
            (_("For&mat"), self.format),
            (_("&File"), self.target),
        ):
            row = self._grid.rowCount()
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
        browse = QPushButton(_("C&hoose…"))
        browse.clicked.connect(self._browse)
        self._grid.addWidget(browse, row, 2)

    def choose(self, choice: Choice) -> None:
        """Begin with this choice."""
        if choice.what is What.QUERY:
            self.query.setText(choice.value)
        else:
            box = self.boxes[choice.what]
            if choice.value == GIVEN:
                self._offer(choice)
            box.setCurrentIndex(max(box.findData(choice.value), 0))
        button = self._group.button(choice.what)
        if button.isEnabled():
            button.setChecked(True)
        self._on_choice_changed()

    def _offer(self, choice: Choice) -> None:
        """Offer events that are given by their ids, before all others."""
        self._given = choice
        shown = _("{title} ({count})").format(title=choice.title, count=f"{len(choice.ids):,}")
        self.boxes[What.EVENTS].insertItem(0, shown, GIVEN)

    def choice(self) -> Choice:
        """What is chosen now; its value is empty where something is missing."""
        what = What(self._group.checkedId())
        if what is What.QUERY:
            return Choice(what, self.query.text().strip())
        value = str(self.boxes[what].currentData() or "")
        return self._given if what is What.EVENTS and value == GIVEN else Choice(what, value)

    def path(self) -> Path | None:
        """The file to write, in the folder of the last export unless another is named; None where none is given."""
        typed = typed_path(self.target.text())
        if not typed.name or is_folder(typed):
            return None
        path = self._settings.folder("export") / typed
        return path if path.suffix[1:].lower() in ENDINGS else path.with_name(f"{path.name}.{self._ending()}")

    def _ending(self) -> str:
        return str(self.format.currentData())

    def _name(self) -> str:
        choice = self.choice()
        if choice.what is What.QUERY or choice.value == GIVEN:
            return choice.title or choice.value
        return self.boxes[choice.what].currentText()

    def _on_choice_changed(self, *_about: object) -> None:
        for what in What:
            field = self.query if what is What.QUERY else self.boxes[what]
            field.setEnabled(what == self._group.checkedId())
        of_events = self.choice().is_of_events
        if not of_events:
            self.format.setCurrentIndex(0)
        self.format.setEnabled(of_events)
        self.format.setToolTip(
            "" if of_events else _("Only events can be written as something else than a PDF.")
        )
        name = self._name()
        if self.title not in self._typed:
            self.title.setText(name)
            self.title.setCursorPosition(0)
        if self.target not in self._typed:
            self.target.setText(str(self._settings.folder("export") / f"{file_name(name)}.{self._ending()}"))
        self.changed.emit()

    def _on_format_changed(self) -> None:
        """Give the file the ending of the format."""
        typed = Path(self.target.text())
        if typed.name and typed.suffix[1:].lower() in ENDINGS:
            self.target.setText(str(typed.with_suffix(f".{self._ending()}")))
        self._show_needed()

    def _on_target_typed(self, text: str) -> None:
        """Follow the ending that is typed, where events can be written so."""
        ending = Path(text).suffix[1:].lower()
        found = self.format.findData("jsonld" if ending == "json" else ending)
        if found >= 0 and self.format.isEnabled():
            with QSignalBlocker(self.format):
                self.format.setCurrentIndex(found)
            self._show_needed()

    def _show_needed(self) -> None:
        """A table has neither a title nor an author."""
        for field in (self.title, self.author):
            field.setEnabled(self._ending() != "csv")

    def _browse(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Export to"), self.target.text(), _(_KINDS[self._ending()])
        )
        if name:
            self._typed.add(self.target)
            self.target.setText(name)
            self._on_target_typed(name)
