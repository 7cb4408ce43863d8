"""The people, units and places that a source names in what it states of an event; saves itself."""

from typing import Any

from PySide6.QtWidgets import QWidget

from archive_app.core.changes import Changes
from archive_app.core.translation import _
from archive_app.services import access_points, authorities
from archive_app.services.access_points import Choice
from archive_app.ui.name_stock import name_stock
from archive_app.ui.names_field import NamesField
from archive_app.ui.session import Session

_TOUCHED = ("access_points", "authorities", "variant_names")


class LinkNames(NamesField):
    """Of one link, whose id is `link_id`."""

    def __init__(self, session: Session, link_id: str, parent: QWidget | None = None) -> None:
        super().__init__(name_stock(session), parent)
        self._session = session
        self._link_id = link_id
        self.line.setPlaceholderText(_("Add a name…"))
        self.line.setAccessibleName(_("Add a person, unit or place that the source names"))
        self.edited.connect(self._save)
        session.changed.connect(self._on_changed)
        self._load()

    def _load(self) -> None:
        self.set_names(authorities.of_link(self._session.archive, self._link_id))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHED):
            self._load()

    def add_with(self, choice: Choice, values: dict[str, Any]) -> None:
        """Choose one more and save it together with what the link says, in one step."""
        self.add(choice, quietly=True)
        self._session.write(
            _("Saving a link"),
            access_points.edit_link,
            self._link_id,
            names=self.choices,
            failed=self._on_failed,
            **values,
        )

    def _save(self, choices: list[Choice]) -> None:
        self._session.write(
            _("Saving a link"),
            access_points.set_link_names,
            self._link_id,
            choices,
            failed=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        self._session.refused.emit(str(error))
        self._load()
