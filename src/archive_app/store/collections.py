"""The records of collections, in their order."""

from collections.abc import Sequence
from typing import NamedTuple

from archive_app.core.ids import new_id
from archive_app.store.store import Store

_STEP = 1024
"""Between two records, so that most records can be put between two others without touching these."""


class Item(NamedTuple):
    """A place in a collection, and the record that stands there."""

    id: str
    table: str
    record_id: str
    position: int

    @property
    def record(self) -> tuple[str, str]:
        """Table and id of the record."""
        return self.table, self.record_id


def places_of(store: Store, collection_id: str) -> list[Item]:
    """The places of a collection, in their order."""
    rows = store.rows(
        "SELECT id, record_type, record_id, position FROM collection_items WHERE collection_id = ? "
        "ORDER BY position, id",
        [collection_id],
    )
    return [Item(str(id_), str(table), str(record_id), int(place)) for id_, table, record_id, place in rows]


def items_of(store: Store, collection_id: str) -> list[tuple[str, str]]:
    """Table and id of each record of a collection."""
    return [item.record for item in places_of(store, collection_id)]


def put_items(
    store: Store, collection_id: str, records: Sequence[tuple[str, str]], before: Item | None
) -> None:
    """Put records before a place, or at the end, in their order, inside the open operation.

    Records that are in the collection already are moved; `before` is none of them. As few rows are written as can be.
    """
    known, put = {item.record: item for item in places_of(store, collection_id)}, set(records)
    others = [item for item in known.values() if item.record not in put]
    number = others.index(before) if before is not None else len(others)
    first = others[number - 1].position if number else 0
    room = others[number].position - first if before is not None else _STEP * (len(records) + 1)
    if room > len(records):
        places = [first + room * (one + 1) // (len(records) + 1) for one in range(len(records))]
        wanted = dict(zip(records, places, strict=True))
    else:
        order = [item.record for item in others]
        order[number:number] = records
        wanted = {record: _STEP * (place + 1) for place, record in enumerate(order)}
    for record, position in wanted.items():
        _place(store, collection_id, record, position, known.get(record))


def _place(
    store: Store, collection_id: str, record: tuple[str, str], position: int, known: Item | None
) -> None:
    if known is None:
        store.execute(
            "INSERT INTO collection_items(id, collection_id, record_type, record_id, position) "
            "VALUES (?, ?, ?, ?, ?)",
            [new_id(), collection_id, *record, position],
        )
    elif known.position != position:
        store.execute("UPDATE collection_items SET position = ? WHERE id = ?", [position, known.id])


def remove_items(store: Store, items: Sequence[Item]) -> None:
    """Take records out of their collection, inside the open operation."""
    for item in items:
        store.execute("DELETE FROM collection_items WHERE id = ?", [item.id])
