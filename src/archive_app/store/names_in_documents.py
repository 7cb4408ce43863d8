"""Where names of people, units and places are found: in their own documents, and in those of what points to them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from archive_app.core.records import AccessPoint, Authority, VariantName
from archive_app.store.rows import TABLES
from archive_app.store.store import Store, in_chunks

Logged = Callable[[Store, str, str, set[str]], set[str]]
"""Reads a field of records of a table that are gone from the log."""


def names_of_events(store: Store, event_ids: Iterable[str]) -> dict[str, list[str]]:
    """The names of those whom each event has to do with, by its id, in the order in which that was said."""
    return _names(store, "event_id", event_ids)


def names_of_links(store: Store, link_ids: Iterable[str]) -> dict[str, list[str]]:
    """The names of those whom each link has to do with, by its id, in the order in which that was said."""
    return _names(store, "link_id", link_ids)


def _names(store: Store, column: str, ids: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for some in in_chunks(ids):
        rows = store.rows(
            f"SELECT p.{column}, a.name FROM access_points p JOIN authorities a ON a.id = p.authority_id "
            f"WHERE p.{column} IN ({_marks(some)}) ORDER BY p.id",
            some,
        )
        for record_id, name in rows:
            found[record_id].append(name)
    return found


def words_of_authorities(store: Store, records: Mapping[str, Authority]) -> dict[str, list[str]]:
    """All names of authority records and the note on each, by the record's id."""
    words = {record_id: [record.name] for record_id, record in records.items()}
    for some in in_chunks(records):
        where = f"WHERE authority_id IN ({_marks(some)}) ORDER BY id"
        for variant in store.select(VariantName, where, some):
            words[variant.authority_id].append(variant.name)
    return {record_id: [*found, records[record_id].note] for record_id, found in words.items()}


def authorities_behind(store: Store, ids: Mapping[str, Sequence[str]], logged: Logged) -> set[str]:
    """The authority records that are found by other names because names that were touched are theirs."""
    return _owners(store, TABLES[VariantName], "authority_id", ids.get(TABLES[VariantName], ()), logged)


def events_behind(store: Store, ids: Mapping[str, Sequence[str]], logged: Logged) -> set[str]:
    """The events that are found by other names because access points or authority records were touched."""
    found = _owners(store, TABLES[AccessPoint], "event_id", ids.get(TABLES[AccessPoint], ()), logged)
    return found | _pointing(store, "event_id", ids.get(TABLES[Authority], ()))


def annotations_behind(store: Store, ids: Mapping[str, Sequence[str]], logged: Logged) -> set[str]:
    """The annotations whose links are found by other names because access points or authority records were touched."""
    links = _owners(store, TABLES[AccessPoint], "link_id", ids.get(TABLES[AccessPoint], ()), logged)
    links |= _pointing(store, "link_id", ids.get(TABLES[Authority], ()))
    found: set[str] = set()
    for some in in_chunks(sorted(links)):
        rows = store.rows(f"SELECT annotation_id FROM links WHERE id IN ({_marks(some)})", some)
        found |= {annotation_id for (annotation_id,) in rows}
    return found


def _owners(store: Store, table: str, field: str, ids: Sequence[str], logged: Logged) -> set[str]:
    """A field of records that were touched, of those that are gone from the log."""
    found: set[str] = set()
    for some in in_chunks(ids):
        there = dict(store.rows(f'SELECT id, {field} FROM "{table}" WHERE id IN ({_marks(some)})', some))
        found |= set(there.values()) | logged(store, table, field, set(some) - there.keys())
    return {owner for owner in found if owner}


def _pointing(store: Store, column: str, authority_ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for some in in_chunks(authority_ids):
        rows = store.rows(
            f"SELECT {column} FROM access_points WHERE authority_id IN ({_marks(some)}) AND {column} IS NOT NULL",
            some,
        )
        found |= {record_id for (record_id,) in rows}
    return found


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
