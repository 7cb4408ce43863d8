"""Authority records from what events and links say: the places and people that several of them name in the same way."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import AccessPoint, Event, Link
from archive_app.core.translation import N_
from archive_app.language.collation import azbuka_key
from archive_app.language.name_likeness import ReadName, is_of_unit, read_name
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named, add_authority, add_name, get_many, list_authorities
from archive_app.store import authorities

LEAST = 2
"""How many events and links must name something that has no record yet before one is proposed."""
_BETWEEN = re.compile(r"\s*[;\n]\s*|,\s+(?=\S{3})")
"""What stands between the people that one link names; not the comma before an initial."""
_LONGEST = 80
"""Longer texts describe something rather than name it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A name that events and links state: `forms` are its ways of writing, the most frequent first.

    `existing` is the record that has this name already, to which they would point; else one would be made.
    """

    kind: AuthorityKind
    forms: tuple[str, ...]
    event_ids: tuple[str, ...]
    link_ids: tuple[str, ...]
    existing: Named | None = None

    @property
    def name(self) -> str:
        """The name of the record."""
        return self.existing.authority.name if self.existing else self.forms[0]

    @property
    def count(self) -> int:
        """How many events and links would point to it."""
        return len(self.event_ids) + len(self.link_ids)


@dataclass
class _Gathered:
    forms: Counter[str] = field(default_factory=Counter)
    events: dict[str, None] = field(default_factory=dict)
    links: dict[str, None] = field(default_factory=dict)


_Key = tuple[AuthorityKind, tuple[str, ...]]


def stated_names(archive: Archive, *, least: int = LEAST) -> list[Stated]:
    """What events and links name in words only, those that most of them name first.

    A name is that of a record whatever the script; one that no record has counts from `least` mentions on.
    """
    known = _known(archive)
    gathered: dict[_Key, _Gathered] = {}
    for read, form, owner in _mentions(archive):
        one = gathered.setdefault(_key(read, known), _Gathered())
        one.forms[form] += 1
        (one.events if isinstance(owner, Event) else one.links)[owner.id] = None
    pointed = _pointed(archive)
    found = []
    for key, one in gathered.items():
        record = known.get(key)
        done = pointed.get(record.authority.id, set()) if record else set[str]()
        stated = Stated(key[0], _forms(one), _left(one.events, done), _left(one.links, done), record)
        if stated.count >= (1 if record else least):
            found.append(stated)
    return sorted(found, key=lambda stated: (-stated.count, azbuka_key(stated.name)))


def likely_kind(name: str) -> AuthorityKind:
    """What a name that a person types is likely that of, where nothing is known of it: a unit or a person."""
    return AuthorityKind.UNIT if is_of_unit(name) else AuthorityKind.PERSON


def _mentions(archive: Archive) -> Iterator[tuple[ReadName, str, Event | Link]]:
    for event in archive.store.list(Event):
        yield from _read(event.place, AuthorityKind.PLACE, event)
    for link in archive.store.list(Link):
        yield from _read(link.says_where, AuthorityKind.PLACE, link)
        for part in _BETWEEN.split(link.says_who):
            kind = likely_kind(part)
            if kind is AuthorityKind.UNIT or not part[:1].islower():  # small letters begin no name: meštani
                yield from _read(part, kind, link)


def _read(
    text: str, kind: AuthorityKind, owner: Event | Link
) -> Iterator[tuple[ReadName, str, Event | Link]]:
    form = " ".join(text.split())
    if form and len(form) <= _LONGEST and (read := read_name(form, kind)).words:
        yield read, form, owner


def _key(read: ReadName, known: dict[_Key, Named]) -> _Key:
    """What a name is brought together by. Who has no record as the kind that the name looks like may have one as the
    other."""
    words = tuple(word.folded for word in read.words)
    if read.kind is not AuthorityKind.PLACE and (read.kind, words) not in known:
        for kind in (AuthorityKind.PERSON, AuthorityKind.UNIT):
            if (kind, words) in known:
                return kind, words
    return read.kind, words


def _known(archive: Archive) -> dict[_Key, Named]:
    """The records by each of their names; a name that two have leads to neither."""
    found: dict[_Key, dict[str, Named]] = {}
    for named in list_authorities(archive):
        for name in named.names:
            read = read_name(name, named.authority.kind)
            key = (read.kind, tuple(word.folded for word in read.words))
            found.setdefault(key, {})[named.authority.id] = named
    return {key: next(iter(records.values())) for key, records in found.items() if len(records) == 1}


def _pointed(archive: Archive) -> dict[str, set[str]]:
    """Authority id → the events and links that point to it."""
    found: dict[str, set[str]] = {}
    for point in archive.store.list(AccessPoint):
        found.setdefault(point.authority_id, set()).add(point.event_id or str(point.link_id))
    return found


def _forms(one: _Gathered) -> tuple[str, ...]:
    return tuple(form for form, _count in sorted(one.forms.items(), key=lambda pair: (-pair[1], pair[0])))


def _left(owners: Iterable[str], done: Iterable[str]) -> tuple[str, ...]:
    pointed = set(done)
    return tuple(owner for owner in owners if owner not in pointed)


def accept(archive: Archive, chosen: Sequence[Stated]) -> list[Named]:
    """Make the records that are missing, and let what states them point to them; one operation, undone in one step.

    The texts stay as they are, and what was deleted meanwhile is passed over. Other ways of writing that a record has
    no name for become its other names.
    """
    made: dict[str, Named] = {}
    with archive.operation(N_("Make records of what is stated")):
        known = get_many(archive, [one.existing.authority.id for one in chosen if one.existing])
        for stated in chosen:
            if stated.existing is None:
                named = add_authority(archive, stated.kind, stated.forms[0])
            elif stated.existing.authority.id in known:
                named = known[stated.existing.authority.id]
            else:
                continue
            made[named.authority.id] = _with_forms(archive, named, stated)
            there = (
                archive.store.get_many(Event, stated.event_ids),
                archive.store.get_many(Link, stated.link_ids),
            )
            authorities.add_points(archive.store, named.authority.id, *there)
    return list(made.values())


def _with_forms(archive: Archive, named: Named, stated: Stated) -> Named:
    """A form in the other script or with other capitals needs no name of its own."""
    kind = named.authority.kind
    letters = {read_name(name, kind).letters for name in named.names}
    for form in stated.forms:
        written = read_name(form, kind).letters
        if written not in letters:
            named = add_name(archive, named.authority.id, form)
            letters.add(written)
    return named
