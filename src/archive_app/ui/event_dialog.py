"""Making an event, or describing one: what happened, when, where."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

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
from archive_app.ui.session import Session

EVENT_FIELDS = (
    Field("title", N_("&Title"), help=N_("What happened, in a few words")),
    Field("when", N_("&Date"), Input.DATE),
    Field("place", N_("&Place")),
    Field("note", N_("&Note"), Input.LINES),
)


class EventDialog(QDialog):
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
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("New event") if event is None else _("Edit event"))
        self.resize(520, 420)
        self._session = session
        self._event = event
        self._under = under or None
        self.form = RecordForm(EVENT_FIELDS)
        inputs = self.form.inputs
        self._before = {name: str(getattr(event, name)) if event else "" for name in inputs}
        self.form.set_values(self._before | ({} if event else {"title": title}))
        self.error = QLabel()
        self.error.setObjectName("wrong")
        self.error.setWordWrap(True)
        self.error.hide()
        self.form.changed.connect(self.error.hide)
        self.names = NamesField(name_stock(session))
        self._add_names(event)
        self._build()
        QWidget.setTabOrder(inputs["place"], self.names.line)
        QWidget.setTabOrder(self.names.line, inputs["note"])
        inputs["when" if title else "title"].setFocus()

    def _build(self) -> None:
        buttons = QDialogButtonBox()
        cancel = QPushButton(_("Cancel"))
        self.save_button = QPushButton(_("&Save") if self._event else _("&Make the event"))
        self.save_button.setDefault(True)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(self.form)
        layout.addWidget(self.error)
        layout.addStretch()
        layout.addWidget(buttons)

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
            self._refuse(wrong)
            return
        self.save_button.setEnabled(False)
        answers: dict[str, Any] = {"done": self._on_saved, "failed": self._on_failed}
        if self._event is None:
            title = values.pop("title")
            self._session.write(
                self.windowTitle(),
                access_points.add_event,
                title,
                names=self.names.choices,
                under=self._under,
                **answers,
                **values,
            )
            return
        changed: dict[str, Any] = {
            name: value for name, value in values.items() if value != self._before[name].strip()
        }
        if changed or self.names.choices != self._names_before:
            changed["names"] = self.names.choices
            self._session.write(
                self.windowTitle(), access_points.edit_event, self._event.id, **answers, **changed
            )
        else:
            self.accept()

    def _on_saved(self, event: Event) -> None:
        self.saved.emit(event)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._refuse(str(error))

    def _refuse(self, reason: str) -> None:
        self.save_button.setEnabled(True)
        self.error.setText(reason)
        self.error.show()
