"""Making a record of a person, unit or place, or describing one."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.coordinates import read_coordinates, write_coordinates
from archive_app.core.errors import UserError
from archive_app.core.kind_labels import authority_kind_label
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Authority
from archive_app.core.translation import N_, _
from archive_app.services import authorities, authority_duplicates
from archive_app.services.authorities import Named
from archive_app.ui import theme
from archive_app.ui.forms import Field, Input, RecordForm
from archive_app.ui.labels import short
from archive_app.ui.saving_dialog import SavingDialog
from archive_app.ui.session import Session
from archive_app.ui.wrapped_label import WrappedLabel

_VARIANTS = "variants"
_AT = "at"


def _kinds() -> list[tuple[str, str]]:
    return [(kind.value, authority_kind_label(kind)) for kind in AuthorityKind]


FIELDS = (
    Field("name", N_("&Name"), help=N_("The form that is held right")),
    Field("kind", N_("&Kind"), Input.CHOICE, choices=_kinds),
    Field(
        _VARIANTS, N_("&Other names"), Input.LINES, help=N_("One on each line: other spellings, nicknames")
    ),
    Field("when", N_("&Dates"), Input.DATE),
    Field(_AT, N_("&Coordinates"), help=N_("44.8125, 20.4612 or 44°48′45″ N 20°27′40″ E")),
    Field("url", N_("&Web address")),
    Field("note", N_("No&te"), Input.LINES),
)
_DATES = N_("1892–1980, or when the unit was")


class AuthorityDialog(SavingDialog):
    """Asks for a record. `saved` carries it with its names once it is in the archive, new or changed."""

    saved = Signal(object)

    def __init__(
        self, session: Session, authority_id: str | None = None, parent: QWidget | None = None
    ) -> None:
        """`authority_id` is that of the one to be changed, whose other names are changed on its page.

        Raises NotFound where it was deleted.
        """
        named = authorities.get_authority(session.archive, authority_id) if authority_id else None
        super().__init__(session, _("&Save") if named else _("&Make the record"), parent)
        self.setWindowTitle(_("New person, unit or place") if named is None else _("Edit the record"))
        self.resize(520, 440 if named is None else 380)
        self._named = named
        self.form = RecordForm([field for field in FIELDS if named is None or field.name != _VARIANTS])
        self.form.inputs["when"].line.setPlaceholderText(_(_DATES))  # type: ignore[attr-defined]
        if named is not None:
            self.form.set_values(_values(named.authority))
        self.form.changed.connect(self.error.hide)
        self.like = WrappedLabel(muted=True)
        """Says which records the new one may be, so that none is made twice."""
        self.like.hide()
        self._build()
        if named is None:
            self._look_for_like()
        self.form.inputs["name"].setFocus()

    def _look_for_like(self) -> None:
        name, kind = self.form.inputs["name"], self.form.inputs["kind"]
        assert isinstance(name, QLineEdit)
        assert isinstance(kind, QComboBox)
        name.editingFinished.connect(self._say_like)
        kind.currentIndexChanged.connect(self._say_like)

    def _say_like(self) -> None:
        values = self.form.values()
        found = authority_duplicates.records_like(
            self._session.archive, AuthorityKind(values["kind"]), values["name"]
        )
        self.like.setVisible(bool(found))
        if found:
            named, how = found[0]
            self.like.setText(
                _("There is “{name}” already: {reason}.").format(
                    name=short(named.authority.name, 80), reason=authority_duplicates.reason(how)
                )
            )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(self.form)
        layout.addWidget(self.like)
        layout.addWidget(self.error)
        layout.addStretch()
        layout.addWidget(self.buttons)

    def save(self) -> None:
        """Write the record and close; stay open and say why where that is not possible."""
        values: dict[str, Any] = self.form.values()
        if wrong := self.form.error():
            self.refuse(wrong)
            return
        try:
            coordinates = read_coordinates(values.pop(_AT))
        except UserError as error:
            self.refuse(str(error))
            return
        values |= {"kind": AuthorityKind(values["kind"]), "coordinates": coordinates}
        if self._named is None:
            kind, name = values.pop("kind"), values.pop("name")
            values[_VARIANTS] = [line for line in values[_VARIANTS].splitlines() if line.strip()]
            self.write(authorities.add_authority, kind, name, **values)
        else:
            self.write(authorities.describe_authority, self._named.authority.id, **values)

    def on_saved(self, named: Named) -> None:
        self.saved.emit(named)
        self.accept()


def _values(authority: Authority) -> dict[str, str]:
    latitude, longitude = authority.latitude, authority.longitude
    known = latitude is not None and longitude is not None
    return {
        "name": authority.name,
        "kind": authority.kind.value,
        "when": authority.when,
        "url": authority.url,
        "note": authority.note,
        _AT: write_coordinates(latitude or 0, longitude or 0) if known else "",
    }
