"""The frame of the dialogs that describe a record: a form, the reason why it cannot be saved, save and cancel."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.forms import Field, RecordForm
from archive_app.ui.saving_dialog import SavingDialog
from archive_app.ui.session import Session


class RecordDialog(SavingDialog):
    """Shows a record's fields and writes those that were changed. Not modal to the rest of the system."""

    def __init__(
        self,
        session: Session,
        record: object,
        fields: Sequence[Field],
        save: Callable[..., Any],
        parent: QWidget | None = None,
    ) -> None:
        """`save` is the service `save(archive, target, **changed)`; the target is the record's id."""
        super().__init__(session, _("&Save"), parent)
        self._target: object = str(getattr(record, "id"))  # noqa: B009
        self._save = save
        self._before = {field.name: str(getattr(record, field.name)) for field in fields}
        self.form = self._make_form(fields)
        self.form.changed.connect(self._on_typed)
        self.head = QVBoxLayout()
        self.head.setSpacing(2)
        self._build()

    def _make_form(self, fields: Sequence[Field]) -> RecordForm:
        form = RecordForm(fields)
        form.set_values(self._before)
        return form

    def _build(self) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the keyboard
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        padded = QVBoxLayout(inner)
        padded.setContentsMargins(0, 0, 12, 0)
        padded.addWidget(self.form)
        padded.addStretch()
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 12, 16)
        layout.setSpacing(2 * theme.SPACE)
        layout.addLayout(self.head)
        layout.addWidget(area, 1)
        layout.addWidget(self.error)
        layout.addWidget(self.buttons)

    def changed_values(self) -> dict[str, str]:
        """The fields that are not as they were."""
        return {
            name: value for name, value in self.form.values().items() if value != self._before[name].strip()
        }

    def save(self) -> None:
        """Write what was changed and close; stay open and say why where that is not possible."""
        changed: dict[str, Any] = {**self.changed_values()}
        error = self.form.error()
        if error:
            self.refuse(error)
        elif not changed:
            self.accept()
        else:
            self.write(self._save, self._target, **changed)

    def _on_typed(self) -> None:
        self.error.hide()
