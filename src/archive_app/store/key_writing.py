"""Writing the keys of the annotation table: folding and collating many of them is computation for another process."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archive_app.core.progress import SILENT, Progress
from archive_app.store.annotation_facts import Facts, Stored, facts_of

TABLES = ("keys", "key_words", "key_tags", "key_events")
PLAIN = [name for name in Facts._fields if name not in ("words", "tags", "events")]
_INSERT = f"INSERT INTO keys({', '.join(PLAIN)}) VALUES ({', '.join('?' * len(PLAIN))})"
_UPDATE = f"UPDATE keys SET {', '.join(f'{name} = ?' for name in PLAIN)} WHERE n = ?"


def write_portion(
    path: Path, ids: Sequence[str], stored: Sequence[tuple[Any, ...]], *, progress: Progress = SILENT
) -> str:
    """Write the keys of a few annotations into the database at `path`, all or none; ids that are not among `stored`
    are gone. Plain tuples of `Stored` travel faster between processes.

    Returns what is wrong with the database, "" where nothing is. Raises Cancelled.
    """
    progress.step(0, 0)
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            put(connection, ids, [Stored(*one) for one in stored])
            connection.execute("COMMIT")
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        return str(error) or type(error).__name__
    return ""


def put(connection: sqlite3.Connection, ids: Sequence[str], stored: Sequence[Stored]) -> None:
    """Write the keys of a few annotations, in the transaction that is open."""
    marks = ", ".join("?" * len(ids))
    numbers: dict[str, int] = dict(
        connection.execute(f"SELECT id, n FROM keys WHERE id IN ({marks})", ids).fetchall()
    )
    gone = [numbers[id_] for id_ in numbers.keys() - {one.id for one in stored}]
    for table, those in (
        ("keys", gone),
        ("key_words", gone),
        ("key_tags", list(numbers.values())),
        ("key_events", list(numbers.values())),
    ):
        connection.executemany(f"DELETE FROM {table} WHERE n = ?", [(n,) for n in those])
    for one in stored:
        _put_one(connection, facts_of(one), numbers.get(one.id))


def _put_one(connection: sqlite3.Connection, facts: Facts, number: int | None) -> None:
    values = [getattr(facts, name) for name in PLAIN]
    if number is None:
        number = connection.execute(_INSERT, values).lastrowid
    else:
        connection.execute(_UPDATE, [*values, number])
    connection.execute("INSERT OR REPLACE INTO key_words VALUES (?, ?)", [number, facts.words])
    for table, ties in (("key_tags", facts.tags), ("key_events", facts.events)):
        if ties:
            connection.executemany(
                f"INSERT INTO {table}(n, tie_id, other_id) VALUES (?, ?, ?)",
                [(number, tie, other) for tie, other in ties],
            )
