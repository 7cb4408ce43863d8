"""Authority records: people, units and places, each with all its names, and what has to do with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import AccessPoint, Authority, Event, Link, VariantName
from archive_app.core.translation import N_, _
from archive_app.language.collation import SortKey, azbuka_key
from archive_app.language.folding import fold
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.sources import called, described
from archive_app.store import authorities
from archive_app.store.store import now

EDITABLE = ("name", "when", "note", "url")
"""The fields that a person describes an authority record with, besides its kind and where it is."""


@dataclass(frozen=True, slots=True)
class Named:
    """An authority record with its other names, in the order in which they were given."""

    authority: Authority
    variants: tuple[VariantName, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the one that is held right first."""
        return (self.authority.name, *(variant.name for variant in self.variants))


def list_authorities(archive: Archive, kind: AuthorityKind | None = None) -> list[Named]:
    """All authority records, or those of one kind, by name."""
    equal = {} if kind is None else {"kind": kind}
    found = archive.store.list(Authority, **equal)
    variants = _variants(archive.store.list(VariantName))
    every = [Named(authority, tuple(variants.get(authority.id, ()))) for authority in found]
    return sorted(every, key=by_name)


def by_name(named: Named) -> SortKey:
    """What authority records are sorted by."""
    return azbuka_key(named.authority.name)


def _variants(found: Iterable[VariantName]) -> dict[str, list[VariantName]]:
    by_authority: dict[str, list[VariantName]] = {}
    for variant in found:
        by_authority.setdefault(variant.authority_id, []).append(variant)
    return by_authority


def get_many(archive: Archive, authority_ids: Iterable[str]) -> dict[str, Named]:
    """These authority records with their names, by id; ids of records that do not exist are left out."""
    found = archive.store.get_many(Authority, authority_ids)
    variants = _variants(authorities.variants_of(archive.store, found))
    return {key: Named(authority, tuple(variants.get(key, ()))) for key, authority in found.items()}


def get_authority(archive: Archive, authority_id: str) -> Named:
    """One authority record with its names. Raises NotFound."""
    authority = archive.store.get(Authority, authority_id)
    return Named(authority, tuple(archive.store.list(VariantName, authority_id=authority_id)))


def find_authority(archive: Archive, words: str) -> Named:
    """The one authority record whose id or link `words` are, or one of whose names is, begins with or contains them, in
    either script and with or without diacritics.

    Raises NotFound where there is none, UserError where there are several.
    """
    every = list_authorities(archive)
    pairs = [_Pair(named, name) for named in every for name in named.names]
    same = [pair for pair in pairs if pair.name == words]
    found = {pair.id: pair.named for pair in same or called(pairs, fold(words), lambda pair: fold(pair.name))}
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise NotFound(
            _("There is no person, unit or place called “{words}” in this archive.").format(words=words)
        )
    names = "; ".join(named.authority.name for named in list(found.values())[:5])
    raise UserError(
        _("Several are called “{words}”: {names}. Give more of the name, or the id.").format(
            words=words, names=names
        )
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """One name of an authority record."""

    named: Named
    name: str

    @property
    def id(self) -> str:
        return self.named.authority.id


def add_authority(
    archive: Archive,
    kind: AuthorityKind,
    name: str,
    *,
    variants: Iterable[str] = (),
    when: str = "",
    note: str = "",
    url: str = "",
    coordinates: tuple[float, float] | None = None,
) -> Named:
    """Make an authority record; `when` is EDTF or as a person writes it.

    `coordinates` are latitude and longitude in degrees. Raises UserError.
    """
    values = _described({"name": name, "when": when, "note": note, "url": url})
    made = Authority(id=new_id(), kind=kind, made_at=now(), **values, **_position(coordinates))  # type: ignore[arg-type]
    with archive.operation(N_("Add “{subject}”"), subject=short(made.name)):
        archive.store.insert(made)
        for variant in variants:
            _add_name(archive, get_authority(archive, made.id), variant)
    return get_authority(archive, made.id)


def edit_authority(
    archive: Archive, authority_id: str, *, kind: AuthorityKind | None = None, **values: str
) -> Named:
    """Set the kind and some of the `EDITABLE` fields. Raises NotFound, UserError."""
    before = get_authority(archive, authority_id).authority
    changed = _described(values) | ({} if kind is None else {"kind": kind})
    with archive.operation(N_("Edit “{subject}”"), subject=short(before.name)):
        archive.store.update(Authority, authority_id, **changed)
        drop_doubled(archive, authority_id)
    return get_authority(archive, authority_id)


def drop_doubled(archive: Archive, authority_id: str) -> None:
    """Let none of its other names be the name that it has now, inside the open operation."""
    named = get_authority(archive, authority_id)
    for variant in named.variants:
        if variant.name == named.authority.name:
            archive.store.delete(VariantName, variant.id)


def describe_authority(
    archive: Archive,
    authority_id: str,
    *,
    kind: AuthorityKind,
    coordinates: tuple[float, float] | None,
    **values: str,
) -> Named:
    """Set all that a form has of a record in one operation. Raises NotFound, UserError."""
    before = get_authority(archive, authority_id).authority
    with archive.operation(N_("Edit “{subject}”"), subject=short(before.name)):
        edit_authority(archive, authority_id, kind=kind, **values)
        set_position(archive, authority_id, coordinates)
    return get_authority(archive, authority_id)


def set_position(archive: Archive, authority_id: str, coordinates: tuple[float, float] | None) -> Named:
    """Say where it is, latitude and longitude in degrees of WGS 84, or with None that it is not known.

    Raises NotFound, UserError.
    """
    before = get_authority(archive, authority_id).authority
    with archive.operation(N_("Edit “{subject}”"), subject=short(before.name)):
        archive.store.update(Authority, authority_id, **_position(coordinates))
    return get_authority(archive, authority_id)


def remove_authority(archive: Archive, authority_id: str) -> None:
    """Delete an authority record; events and links lose it, and undo brings all back. Raises NotFound."""
    authority = archive.store.get(Authority, authority_id)
    with archive.operation(N_("Delete “{subject}”"), subject=short(authority.name)):
        archive.store.delete(Authority, authority_id)


def add_name(archive: Archive, authority_id: str, name: str) -> Named:
    """Give it another name; one that it has already changes nothing. Raises NotFound, UserError."""
    named = get_authority(archive, authority_id)
    with archive.operation(N_("Add a name to “{subject}”"), subject=short(named.authority.name)):
        _add_name(archive, named, name)
    return get_authority(archive, authority_id)


def rename_variant(archive: Archive, variant_id: str, name: str) -> Named:
    """Write one of its other names otherwise. Raises NotFound, UserError where it is empty or another of its names."""
    variant = archive.store.get(VariantName, variant_id)
    named = get_authority(archive, variant.authority_id)
    name = _proper(name)
    if name != variant.name and name in named.names:
        raise UserError(_("It is called “{name}” already.").format(name=name))
    with archive.operation(N_("Edit a name of “{subject}”"), subject=short(named.authority.name)):
        archive.store.update(VariantName, variant_id, name=name)
    return get_authority(archive, named.authority.id)


def prefer_name(archive: Archive, variant_id: str) -> Named:
    """Hold one of its other names right; the one that was is another name from then on. Raises NotFound."""
    variant = archive.store.get(VariantName, variant_id)
    authority = archive.store.get(Authority, variant.authority_id)
    with archive.operation(N_("Edit “{subject}”"), subject=short(authority.name)):
        archive.store.update(Authority, authority.id, name=variant.name)
        archive.store.update(VariantName, variant_id, name=authority.name)
    return get_authority(archive, authority.id)


def remove_name(archive: Archive, variant_id: str) -> None:
    """Take one of its other names away. Raises NotFound."""
    variant = archive.store.get(VariantName, variant_id)
    named = get_authority(archive, variant.authority_id)
    with archive.operation(N_("Take a name from “{subject}”"), subject=short(named.authority.name)):
        archive.store.delete(VariantName, variant_id)


def _add_name(archive: Archive, named: Named, name: str) -> None:
    name = _proper(name)
    if name not in named.names:
        archive.store.insert(VariantName(id=new_id(), authority_id=named.authority.id, name=name))


def _proper(name: str) -> str:
    """A name with single spaces. Raises UserError where nothing is left."""
    proper = " ".join(name.replace("\0", "").split())
    if not proper:
        raise UserError(_("The name is empty; write at least one letter."))
    return proper


def _described(values: dict[str, str]) -> dict[str, object]:
    changed = described(values, EDITABLE)
    if "name" in changed:
        changed["name"] = _proper(str(changed["name"]))
    return changed


def _position(coordinates: tuple[float, float] | None) -> dict[str, float | None]:
    if coordinates is None:
        return {"latitude": None, "longitude": None}
    latitude, longitude = coordinates
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise UserError(
            _("Latitude is from −90 to 90 degrees and longitude from −180 to 180; {pair} is outside.").format(
                pair=f"{latitude:g}, {longitude:g}"
            )
        )
    return {"latitude": latitude, "longitude": longitude}


def of_event(archive: Archive, event_id: str) -> list[Named]:
    """The people, units and places that an event has to do with, by name."""
    return _by_owner(archive, authorities.points_of_events(archive.store, [event_id])).get(event_id, [])


def of_link(archive: Archive, link_id: str) -> list[Named]:
    """The people, units and places that a source names in what it states, by name."""
    return of_links(archive, [link_id]).get(link_id, [])


def of_events(archive: Archive, event_ids: Iterable[str]) -> dict[str, list[Named]]:
    """The same for many events, by the ids of those that have any."""
    return _by_owner(archive, authorities.points_of_events(archive.store, event_ids))


def of_links(archive: Archive, link_ids: Iterable[str]) -> dict[str, list[Named]]:
    """The same for many links, by the ids of those that have any."""
    return _by_owner(archive, authorities.points_of_links(archive.store, link_ids))


def _by_owner(archive: Archive, points: Sequence[AccessPoint]) -> dict[str, list[Named]]:
    known = get_many(archive, (point.authority_id for point in points))
    found: dict[str, list[Named]] = {}
    for point in points:
        if point.authority_id in known:  # else it was deleted between the two questions
            found.setdefault(point.event_id or str(point.link_id), []).append(known[point.authority_id])
    return {owner: sorted(names, key=by_name) for owner, names in found.items()}


def point_event(archive: Archive, event_id: str, authority_id: str) -> AccessPoint:
    """Say that an event has to do with a person, unit or place; said twice it counts once. Raises NotFound."""
    event = archive.store.get(Event, event_id)
    return _point(archive, authority_id, event, event_id=event_id)


def point_link(archive: Archive, link_id: str, authority_id: str) -> AccessPoint:
    """Say that what a source states has to do with a person, unit or place; said twice it counts once.

    Raises NotFound.
    """
    event = archive.store.get(Event, archive.store.get(Link, link_id).event_id)
    return _point(archive, authority_id, event, link_id=link_id)


def _point(archive: Archive, authority_id: str, event: Event, **at: str) -> AccessPoint:
    named = get_authority(archive, authority_id)
    existing = archive.store.list(AccessPoint, authority_id=authority_id, **at)
    if existing:
        return existing[0]
    made = AccessPoint(id=new_id(), authority_id=named.authority.id, **at)
    with archive.operation(N_("Add a name to event “{subject}”"), subject=short(event.title)):
        archive.store.insert(made)
    return made


def unpoint(archive: Archive, point_id: str) -> None:
    """Take an access point away; the authority record stays. Raises NotFound."""
    point = archive.store.get(AccessPoint, point_id)
    event_id = point.event_id or archive.store.get(Link, str(point.link_id)).event_id
    event = archive.store.get(Event, event_id)
    with archive.operation(N_("Take a name from event “{subject}”"), subject=short(event.title)):
        archive.store.delete(AccessPoint, point_id)
