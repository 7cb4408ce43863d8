"""Making an event, or describing one: what happened, when, where."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Event
from archive_app.core.translation import N_, _
from archive_app.services import access_points, authorities, events
from archive_app.services.access_points import Choice
from archive_app.ui import theme
from archive_app.ui.forms import Field, Input, RecordForm
from archive_app.ui.name_completer import NameCompleter
from archive_app.ui.name_stock import name_stock
from archive_app.ui.names_field import NamesField
from archive_app.ui.saving_dialog import SavingDialog
from archive_app.ui.session import Session

EVENT_FIELDS = (
    Field("title", N_("&Title"), help=N_("What happened, in a few words")),
    Field("when", N_("&Date"), Input.DATE),
    Field("place", N_("&Place")),
    Field("note", N_("&Note"), Input.LINES),
)


class EventDialog(SavingDialog):
    """Asks for an event. `saved` carries it once it is in the archive, new or changed."""

    saved = Signal(object)

    def __init__(
        self,
        session: Session,
        event_id: str | None = None,
        parent: QWidget | None = None,
        *,
        title: str = "",
        under: str = "",
    ) -> None:
        """`event_id` is that of the one to be changed; without it a new one is made, called `title` at first, and a
        part of the event whose id is `under`.

        Raises NotFound where the event was deleted.
        """
        event = events.get_event(session.archive, event_id) if event_id else None
        super().__init__(session, _("&Save") if event else _("&Make the event"), parent)
        self.setWindowTitle(_("New event") if event is None else _("Edit event"))
        self.resize(520, 420)
        self._event = event
        self._under = under or None
        self.form = RecordForm(EVENT_FIELDS)
        inputs = self.form.inputs
        self._before = {name: str(getattr(event, name)) if event else "" for name in inputs}
        self.form.set_values(self._before | ({} if event else {"title": title}))
        self.form.changed.connect(self.error.hide)
        self.names = NamesField(name_stock(session))
        self._add_names(event)
        self._build()
        QWidget.setTabOrder(inputs["place"], self.names.line)
        QWidget.setTabOrder(self.names.line, inputs["note"])
        inputs["when" if title else "title"].setFocus()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(self.form)
        layout.addWidget(self.error)
        layout.addStretch()
        layout.addWidget(self.buttons)

    def _add_names(self, event: Event | None) -> None:
        """A place that is chosen by one of its names fills the field and is what the event has to do with, too."""
        self.names.set_names(authorities.of_event(self._session.archive, event.id) if event else [])
        self._names_before = self.names.choices
        self.names.edited.connect(self.error.hide)
        self.form.insert("place", _("&Has to do with"), self.names)
        place = self.form.inputs["place"]
        assert isinstance(place, QLineEdit)
        self.places = NameCompleter(place, name_stock(self._session), (AuthorityKind.PLACE,))
        self.places.taken.connect(self._on_place_taken)

    def _on_place_taken(self, choice: Choice, name: str) -> None:
        self.places.put(name)
        self.names.add(choice)

    def save(self) -> None:
        """Write the event and close; stay open and say why where that is not possible."""
        self.names.settle()
        values: dict[str, Any] = self.form.values()
        wrong = self.form.error()
        if not values["title"]:
            wrong = wrong or _("The event has no title; write what happened in a few words.")
        if wrong:
            self.refuse(wrong)
            return
        if self._event is None:
            title = values.pop("title")
            self.write(access_points.add_event, title, names=self.names.choices, under=self._under, **values)
            return
        changed: dict[str, Any] = {
            name: value for name, value in values.items() if value != self._before[name].strip()
        }
        if changed or self.names.choices != self._names_before:
            changed["names"] = self.names.choices
            self.write(access_points.edit_event, self._event.id, **changed)
        else:
            self.accept()

    def on_saved(self, event: Event) -> None:
        self.saved.emit(event)
        self.accept()
