"""The user actions of the log as a list that can be long: found first, read in portions afterwards."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from archive_app.store.operations import title
from archive_app.store.store import Store


class Heading(NamedTuple):
    """An action as far as a list of all must know it; `at` is UTC, ISO 8601."""

    number: int
    title: str
    at: str


def headings(
    store: Store, *, tables: Sequence[str] = (), author: str | None = None, record_id: str = ""
) -> list[Heading]:
    """The user actions, newest first: of one author, of records of some tables, or of one record."""
    where, values = ["o.batch IS NULL"], []
    if author is not None:
        where.append("o.author = ?")
        values.append(author)
    touched, touching = _touching(tables, record_id)
    if touched:
        where.append(
            "o.number IN (SELECT coalesce(b.batch, b.number) FROM changes c JOIN operations b "
            f"ON b.number = c.operation WHERE {touched})"
        )
        values += touching
    rows = store.rows(
        "SELECT o.number, o.name, o.subject, coalesce(m.more, 0), o.at FROM operations o LEFT JOIN "
        "(SELECT batch, count(*) AS more FROM operations WHERE batch IS NOT NULL GROUP BY batch) m "
        f"ON m.batch = o.number WHERE {' AND '.join(where)} ORDER BY o.number DESC",
        values,
    )
    return [Heading(number, title(name, subject, more), at) for number, name, subject, more, at in rows]


def _touching(tables: Sequence[str], record_id: str) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    if tables:
        parts.append(f"c.record_type IN ({', '.join('?' * len(tables))})")
        values += tables
    if record_id:
        parts.append("c.record_id = ?")
        values.append(record_id)
    return " AND ".join(parts), values


def authors(store: Store) -> list[str]:
    """Who has done anything."""
    return [name for (name,) in store.rows("SELECT DISTINCT author FROM operations ORDER BY author")]


def members(store: Store, number: int) -> list[int]:
    """The operations of a user action, in order."""
    return [
        n
        for (n,) in store.rows(
            "SELECT number FROM operations WHERE number = ? OR batch = ? ORDER BY number", [number, number]
        )
    ]
