"""What has to do with people, units and places, taken together."""

from collections.abc import Iterable

from archive_app.core.ids import new_id
from archive_app.core.records import AccessPoint, Distinction, VariantName
from archive_app.store.store import Store, in_chunks, now


def events_by_authority(store: Store) -> dict[str, int]:
    """Authority id → how many events have to do with it, by themselves or by what a source states."""
    return dict(
        store.rows(
            "SELECT p.authority_id, count(DISTINCT coalesce(p.event_id, l.event_id)) "
            "FROM access_points p LEFT JOIN links l ON l.id = p.link_id GROUP BY 1"
        )
    )


def authorities_by_event(store: Store) -> dict[str, list[str]]:
    """Event id → the authorities that it has to do with, by itself or by what a source states."""
    found: dict[str, list[str]] = {}
    rows = store.rows(
        "SELECT DISTINCT coalesce(p.event_id, l.event_id), p.authority_id FROM access_points p "
        "LEFT JOIN links l ON l.id = p.link_id ORDER BY 1, 2"
    )
    for event_id, authority_id in rows:
        found.setdefault(event_id, []).append(authority_id)
    return found


def names(store: Store) -> dict[str, tuple[str, ...]]:
    """All names of each authority record by its id, the one that is held right first."""
    found: dict[str, list[str]] = {}
    rows = store.rows(
        "SELECT 0, id, id, name FROM authorities UNION ALL "
        "SELECT 1, authority_id, id, name FROM variant_names ORDER BY 1, 3"
    )
    for _order, authority_id, _id, name in rows:
        found.setdefault(authority_id, []).append(name)
    return {authority_id: tuple(own) for authority_id, own in found.items()}


def names_changed_since(store: Store, number: int) -> bool:
    """Whether an operation after `number` touched an authority record or a name."""
    return bool(
        store.value(
            "SELECT EXISTS (SELECT 1 FROM changes WHERE operation > ? "
            "AND record_type IN ('authorities', 'variant_names'))",
            [number],
        )
    )


def variants_of(store: Store, authority_ids: Iterable[str]) -> list[VariantName]:
    """The other names of these records, in the order in which they were given."""
    found: list[VariantName] = []
    for some in in_chunks(authority_ids):
        marks = ", ".join("?" * len(some))
        found += store.select(VariantName, f"WHERE authority_id IN ({marks}) ORDER BY id", some)
    return found


def points_of_events(store: Store, event_ids: Iterable[str]) -> list[AccessPoint]:
    """The access points of these events themselves, in the order in which they were made."""
    return _points(store, "event_id", event_ids)


def points_of_links(store: Store, link_ids: Iterable[str]) -> list[AccessPoint]:
    """The access points of these links, in the order in which they were made."""
    return _points(store, "link_id", link_ids)


def _points(store: Store, column: str, ids: Iterable[str]) -> list[AccessPoint]:
    found: list[AccessPoint] = []
    for some in in_chunks(dict.fromkeys(ids)):
        marks = ", ".join("?" * len(some))
        found += store.select(AccessPoint, f"WHERE {column} IN ({marks}) ORDER BY id", some)
    return found


def add_points(store: Store, authority_id: str, event_ids: Iterable[str], link_ids: Iterable[str]) -> None:
    """Let events and links point to a record, inside the open operation; none points to it twice."""
    for event_id in event_ids:
        store.insert(AccessPoint(id=new_id(), authority_id=authority_id, event_id=event_id), or_ignore=True)
    for link_id in link_ids:
        store.insert(AccessPoint(id=new_id(), authority_id=authority_id, link_id=link_id), or_ignore=True)


def hand_over(store: Store, authority_id: str, into_id: str) -> None:
    """Let what points to one record point to the other one, inside the open operation; nothing points twice.

    What was told apart from the one is told apart from the other.
    """
    for column in ("event_id", "link_id"):
        store.execute(
            f"DELETE FROM access_points WHERE authority_id = ? AND {column} IN "
            f"(SELECT {column} FROM access_points WHERE authority_id = ?)",
            [authority_id, into_id],
        )
    store.execute("UPDATE access_points SET authority_id = ? WHERE authority_id = ?", [into_id, authority_id])
    for pair in distinct_pairs(store):
        if authority_id in pair and into_id not in pair:
            add_distinction(store, into_id, *(pair - {authority_id}))


def distinct_pairs(store: Store) -> set[frozenset[str]]:
    """The ids of each two records that a person told apart."""
    return {frozenset(pair) for pair in store.rows("SELECT one_id, other_id FROM distinctions")}


def add_distinction(store: Store, one_id: str, other_id: str) -> None:
    """Tell two records apart, inside the open operation; said twice it counts once."""
    first, second = sorted((one_id, other_id))
    store.insert(Distinction(id=new_id(), one_id=first, other_id=second, made_at=now()), or_ignore=True)
