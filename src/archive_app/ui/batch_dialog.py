"""Describing several records at once: only the fields that are ticked change."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from archive_app.core.records import Photo, Source
from archive_app.core.translation import _, ngettext
from archive_app.services import batches
from archive_app.ui import theme
from archive_app.ui.date_field import DateField
from archive_app.ui.forms import PHOTO_FIELDS, SOURCE_FIELDS, Field, RecordForm
from archive_app.ui.plain_text import plain_label
from archive_app.ui.record_dialog import RecordDialog
from archive_app.ui.session import Session

_OWN = ("title", "caption")
"""What every record has for itself."""
_MOST_NAMED = 4


class BatchForm(RecordForm):
    """A box before each field; typing into the field ticks it. A field that is not ticked is left as it is."""

    def __init__(self, fields: Sequence[Field], records: Sequence[object]) -> None:
        self.boxes: dict[str, QCheckBox] = {}
        super().__init__(fields)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for field in fields:
            self._show(field, {str(getattr(record, field.name)) for record in records})
        for name, box in self.boxes.items():
            _on_typed(self.inputs[name], partial(box.setChecked, True))
            box.toggled.connect(self.changed)

    def _add(self, field: Field) -> None:
        made = self._make(field)
        box = QCheckBox(_(field.label))
        box.setToolTip(_("Ticked: every chosen record gets this value"))
        label = _(field.label).replace("&", "")
        made.setAccessibleName(label)
        box.setAccessibleName(_("Change {field}").format(field=label))
        if field.help:
            made.setToolTip(_(field.help))
        self._layout.addRow(box, made)
        self.inputs[field.name] = made
        self.boxes[field.name] = box

    def _show(self, field: Field, values: set[str]) -> None:
        """Show the value that all have, or that there are several."""
        made, several = self.inputs[field.name], _("several values")
        if len(values) == 1:
            self.set_values({field.name: values.pop()})
        elif isinstance(made, QComboBox):
            made.insertItem(0, several, "")
            made.setCurrentIndex(0)
        elif isinstance(made, DateField):
            made.line.setPlaceholderText(several)
        elif isinstance(made, (QLineEdit, QPlainTextEdit)):
            made.setPlaceholderText(several)

    def ticked(self) -> dict[str, str]:
        """The values of the ticked fields; an empty one empties the field. A choice that was not made is left out."""
        return {
            name: value
            for name, value in self.values().items()
            if self.boxes[name].isChecked() and (value or not isinstance(self.inputs[name], QComboBox))
        }


def _on_typed(made: QWidget, function: Callable[[], object]) -> None:
    """Call the function when the person changes this field."""
    if isinstance(made, QComboBox):
        made.activated.connect(lambda _index: function())
    elif isinstance(made, DateField):
        made.line.textEdited.connect(lambda _text: function())
    elif isinstance(made, QLineEdit):
        made.textEdited.connect(lambda _text: function())
    elif isinstance(made, QPlainTextEdit):
        made.textChanged.connect(function)


class BatchDialog(RecordDialog):
    """The description of several sources, or of several photos."""

    def __init__(
        self, session: Session, records: Sequence[Source] | Sequence[Photo], parent: QWidget | None = None
    ) -> None:
        are_sources = isinstance(records[0], Source)
        fields = [field for field in SOURCE_FIELDS if are_sources] or list(PHOTO_FIELDS)
        self._records = records
        save = batches.describe_sources if are_sources else batches.describe_photos
        super().__init__(
            session, records[0], [field for field in fields if field.name not in _OWN], save, parent
        )
        self._target = [record.id for record in records]
        count = len(records)
        said = (
            ngettext("Describe {count} source", "Describe {count} sources", count)
            if are_sources
            else ngettext("Describe {count} photo", "Describe {count} photos", count)
        )
        self.setWindowTitle(said.format(count=count))
        self.resize(600, 660 if are_sources else 480)
        self._show_head(said.format(count=count))

    def _make_form(self, fields: Sequence[Field]) -> RecordForm:
        return BatchForm(fields, self._records)

    def _show_head(self, title: str) -> None:
        head = plain_label(title, wrap=True)
        head.setFont(theme.reading_font(14, weight=600))
        self.head.addWidget(head)
        names = [
            record.title if isinstance(record, Source) else record.caption
            for record in self._records[:_MOST_NAMED]
        ]
        more = len(self._records) - len(names)
        listed = "; ".join(" ".join(name.split()) for name in names)
        if more:
            listed = ngettext("{names} and {count} more", "{names} and {count} more", more).format(
                names=listed, count=more
            )
        for text in (listed, _("Only ticked fields change; the others stay as each record has them.")):
            label = plain_label(text, wrap=True)
            label.setObjectName("muted")
            self.head.addWidget(label)

    def changed_values(self) -> dict[str, Any]:
        """The fields that are ticked."""
        assert isinstance(self.form, BatchForm)
        return self.form.ticked()
