"""Forms over the fields of a record: which fields there are is data, so that every dialog looks and works alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from archive_app.core.records import SourceKind
from archive_app.core.translation import N_, _
from archive_app.ui import theme
from archive_app.ui.date_field import DateField
from archive_app.ui.labels import kind_label
from archive_app.ui.plain_text import letters_of


class Input(StrEnum):
    """How a field is typed in."""

    LINE = "line"
    LINES = "lines"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its name, its untranslated label and help, and how it is typed in.

    `choices` gives the values to choose from, each with its label.
    """

    name: str
    label: str
    input: Input = Input.LINE
    help: str = ""
    choices: Callable[[], list[tuple[str, str]]] | None = None


def source_kinds() -> list[tuple[str, str]]:
    """The kinds of sources with their labels."""
    return [(kind.value, kind_label(kind)) for kind in SourceKind]


SOURCE_FIELDS = (
    Field("title", N_("&Title")),
    Field("kind", N_("&Kind"), Input.CHOICE, choices=source_kinds),
    Field("creator", N_("&Author"), help=N_("Surname, given name; several separated by semicolons")),
    Field("date", N_("&Date"), Input.DATE),
    Field("place", N_("&Place"), help=N_("Where it was written or published")),
    Field("publisher", N_("P&ublisher")),
    Field("call_number", N_("&Call number"), help=N_("The reference code under which it is kept")),
    Field("level", N_("&Level"), help=N_("Level of description: fonds, series, file, item")),
    Field("extent", N_("E&xtent")),
    Field("language", N_("Lan&guage"), help=N_("Code of the language, such as sr or de")),
    Field("rights", N_("&Rights")),
    Field("url", N_("&Web address")),
    Field("note", N_("&Note"), Input.LINES),
)
PHOTO_FIELDS = (
    Field("caption", N_("&Caption"), Input.LINES),
    Field("date", N_("&Date"), Input.DATE),
    Field("place", N_("&Place")),
    Field("credit", N_("C&redit"), help=N_("Photographer or owner")),
    Field("call_number", N_("Call n&umber")),
    Field("note", N_("&Note"), Input.LINES),
)


class RecordForm(QWidget):
    """One labelled input for each field."""

    changed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(2 * theme.SPACE)
        self._layout.setVerticalSpacing(theme.SPACE)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.inputs: dict[str, QWidget] = {}
        for field in fields:
            self._add(field)

    def _add(self, field: Field) -> None:
        made = self._make(field)
        label = QLabel(_(field.label))
        label.setBuddy(made)
        label.setMinimumHeight(30)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.setAccessibleName(_(field.label).replace("&", ""))
        if field.help:
            made.setToolTip(_(field.help))
            if isinstance(made, QLineEdit | QPlainTextEdit):
                made.setPlaceholderText(_(field.help))
        self._layout.addRow(label, made)
        self.inputs[field.name] = made

    def _make(self, field: Field) -> QWidget:
        if field.input is Input.DATE:
            date = DateField()
            date.changed.connect(self.changed)
            return date
        if field.input is Input.CHOICE:
            box = QComboBox()
            for value, label in field.choices() if field.choices else ():
                box.addItem(label, value)
            box.currentIndexChanged.connect(self.changed)
            return box
        if field.input is Input.LINES:
            lines = QPlainTextEdit()
            lines.setObjectName("field")
            lines.setTabChangesFocus(True)
            lines.setFixedHeight(76)
            lines.textChanged.connect(self.changed)
            return lines
        line = QLineEdit()
        line.textChanged.connect(self.changed)
        return line

    def insert(self, after: str, label: str, made: QWidget) -> None:
        """Put another widget below a field; its values are not among those of the form."""
        row: int = self._layout.getWidgetPosition(self.inputs[after])[0]  # type: ignore[index]
        caption = QLabel(label)
        caption.setBuddy(made)
        caption.setMinimumHeight(30)
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._layout.insertRow(row + 1, caption, made)

    def values(self) -> dict[str, str]:
        """What was typed, by field, without white space at the ends."""
        return {name: _text(made) for name, made in self.inputs.items()}

    def set_values(self, values: dict[str, str]) -> None:
        """Show these; other fields stay as they are."""
        for name, value in values.items():
            made = self.inputs[name]
            if isinstance(made, QComboBox):
                made.setCurrentIndex(max(made.findData(value), 0))
            elif isinstance(made, QPlainTextEdit):
                made.setPlainText(value)
            elif isinstance(made, QLineEdit):
                made.setText(value)
                made.setCursorPosition(0)
            elif isinstance(made, DateField):
                made.set_text(value)

    def set_row_visible(self, name: str, visible: bool) -> None:
        """Show or hide a field with its label."""
        self._layout.setRowVisible(self.inputs[name], visible)

    def error(self) -> str:
        """The first thing that is wrong with what was typed, "" where nothing is."""
        for made in self.inputs.values():
            if isinstance(made, DateField) and made.error():
                return made.error()
        return ""


def _text(made: QWidget) -> str:
    if isinstance(made, QComboBox):
        return str(made.currentData())
    if isinstance(made, QPlainTextEdit):
        return letters_of(made).strip()
    if isinstance(made, QLineEdit):
        return made.text().strip()
    return made.text() if isinstance(made, DateField) else ""
