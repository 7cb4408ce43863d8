"""Making one authority record of two that turned out to be the same person, unit or place."""

from collections.abc import Collection
from dataclasses import dataclass

from archive_app.core.coordinates import write_coordinates
from archive_app.core.dates import format_date
from archive_app.core.errors import UserError
from archive_app.core.records import Authority
from archive_app.core.translation import N_, _
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named, add_name, drop_doubled, get_authority
from archive_app.services.record_labels import field_label
from archive_app.store import authorities

POSITION = "position"
FIELDS = ("name", "when", POSITION, "url")
"""Of which only one can be kept where both records have it; notes are put one behind the other."""
_COLUMNS = {
    "name": ("name",),
    "when": ("when", "first_day", "last_day"),
    POSITION: ("latitude", "longitude"),
    "url": ("url",),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A field of two records: what each says, in words; `differs` where both say something and not the same."""

    field: str
    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether the person has to know that only one of both is kept."""
        return bool(self.one and self.other and self.one != self.other)


def compare(one: Named, other: Named) -> list[Compared]:
    """What two records say, field by field, as the person sees it before they are merged."""
    return [
        Compared(name, _label(name), _words(one.authority, name), _words(other.authority, name))
        for name in FIELDS
    ]


def _label(name: str) -> str:
    return _("Coordinates") if name == POSITION else field_label(name)


def _words(authority: Authority, name: str) -> str:
    if name == POSITION:
        known = authority.latitude is not None and authority.longitude is not None
        return write_coordinates(authority.latitude or 0, authority.longitude or 0) if known else ""
    value = str(getattr(authority, name))
    return format_date(value) if name == "when" else value


def merge_authorities(
    archive: Archive, authority_id: str, into_id: str, *, take: Collection[str] = ()
) -> Named:
    """Make one record of two: the first goes to the trash, the other has all its names and all that points to it.

    One operation, undone in one step. What the other one does not say is taken from the first; where both say
    something, that of the other stays, except for those of the `FIELDS` in `take`. No name is lost, and no note.
    Raises NotFound, UserError where both are the same or of different kinds.
    """
    one, into = get_authority(archive, authority_id), get_authority(archive, into_id)
    if one.authority.id == into.authority.id:
        raise UserError(_("These are one and the same record."))
    if one.authority.kind is not into.authority.kind:
        raise UserError(
            _("“{one}” and “{other}” are of different kinds; set one kind first.").format(
                one=one.authority.name, other=into.authority.name
            )
        )
    with archive.operation(N_("Merge “{subject}”"), subject=short(one.authority.name)):
        archive.store.update(Authority, into_id, **_fields(one.authority, into.authority, take))
        drop_doubled(archive, into_id)
        for name in (*one.names, into.authority.name):
            add_name(archive, into_id, name)
        authorities.hand_over(archive.store, authority_id, into_id)
        archive.store.delete(Authority, authority_id)
    return get_authority(archive, into_id)


def _fields(one: Authority, into: Authority, take: Collection[str]) -> dict[str, object]:
    unknown = set(take) - set(FIELDS)
    if unknown:
        raise KeyError(f"nothing to take is called {sorted(unknown)}")
    values: dict[str, object] = {}
    for name in FIELDS:
        if _words(one, name) and (name in take or not _words(into, name)):
            values |= {column: getattr(one, column) for column in _COLUMNS[name]}
    if one.note and one.note not in into.note:
        values["note"] = f"{into.note}\n\n{one.note}" if into.note else one.note
    return values
