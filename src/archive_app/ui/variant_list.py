"""All names of a record as a list, changed by key: Enter edits a name, Delete takes it away, R holds it right."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from archive_app.core.translation import _
from archive_app.services import authorities
from archive_app.services.authorities import Named
from archive_app.ui import icons
from archive_app.ui.letter_keys import letter_of
from archive_app.ui.session import Session

_ID = Qt.ItemDataRole.UserRole
_ROW, _MOST_ROWS = 30, 8


class VariantList(QListWidget):
    """The name that is held right stands first; the others can be edited, taken away and held right instead."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._named: Named | None = None
        self.setAccessibleName(_("Names"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
            if not session.archive.read_only
            else QAbstractItemView.EditTrigger.NoEditTriggers
        )
        self.itemChanged.connect(self._on_edited)

    def show_names(self, named: Named) -> None:
        """Show these names; the keyboard stays at its row, and a name that is being edited as it is."""
        if named != self._named:
            self._fill(named)

    def _fill(self, named: Named) -> None:
        at = self.currentRow()
        self._named = named
        self.blockSignals(True)
        self.clear()
        self._add(_("{name}  (held right)").format(name=named.authority.name), "", editable=False)
        for variant in named.variants:
            self._add(variant.name, variant.id, editable=True)
        self.setCurrentRow(min(max(at, 0), self.count() - 1))
        self.blockSignals(False)
        rows = min(self.count(), _MOST_ROWS)
        self.setFixedHeight(_ROW * rows + 2 * self.frameWidth() + 4)

    def _add(self, words: str, variant_id: str, *, editable: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(_ID, variant_id)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
        item.setIcon(icons.icon("edit" if editable else "check"))
        self.addItem(item)

    def current_variant(self) -> str:
        """The id of the name that the keyboard is on, "" for the one that is held right."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def prefer(self) -> None:
        """Hold the name right that the keyboard is on."""
        if variant_id := self.current_variant():
            self._write(authorities.prefer_name, variant_id)

    def remove(self) -> None:
        """Take the name away that the keyboard is on."""
        if variant_id := self.current_variant():
            self._write(authorities.remove_name, variant_id)

    def edit_current(self) -> None:
        """Edit the name that the keyboard is on, where it stands."""
        item = self.currentItem()
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item)

    def _on_edited(self, item: QListWidgetItem) -> None:
        self._write(authorities.rename_variant, str(item.data(_ID)), item.text())

    def _write(self, function: Any, *args: str) -> None:
        if not self._session.archive.read_only:
            self._session.write(_("Changing a name"), function, *args, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._session.refused.emit(str(error))
        if self._named is not None:
            self._fill(self._named)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the line where a name is edited leaves over, such as its Enter, mean nothing more."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_current()
        elif letter_of(event) == "r":
            self.prefer()
        else:
            super().keyPressEvent(event)
