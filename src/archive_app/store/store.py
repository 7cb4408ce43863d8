"""The opened database: reading records, and writing them inside operations."""

import builtins
import getpass
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound
from archive_app.core.ids import go_on_after, new_id
from archive_app.core.translation import _
from archive_app.store import opening
from archive_app.store.rows import TABLES, column_list, columns, from_row, to_row, to_value

R = TypeVar("R")
MANY = 500
"""How many values one statement takes at most; SQLite's own limit was 999 for long."""


def in_chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    """Cut many ids into lists that one statement takes."""
    every = list(ids)
    return (every[first : first + MANY] for first in range(0, len(every), MANY))


def now() -> str:
    """The time of making for a new record: UTC, ISO 8601 with seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class OpenOperation:
    """The operation that is being written; `changes` is filled in when it is committed."""

    number: int
    name: str
    changes: Changes


class Store:
    """One archive's database. Reads may come from any thread; one operation is written at a time."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Open the database in `folder`; see `opening.connect` for the errors."""
        self.folder = folder
        self._lock = threading.RLock()
        self._connection, self.read_only = opening.connect(folder, read_only)
        self._operation: OpenOperation | None = None
        self._closed = False
        if not self.read_only:
            self._go_on_after_newest()

    def _go_on_after_newest(self) -> None:
        """The newest reading of a source is the one with the last id, also where the clock has been set back."""
        for newest in ("max(id) FROM texts", "id FROM operations ORDER BY number DESC LIMIT 1"):
            known = self.value(f"SELECT {newest}")
            if known:
                go_on_after(known)

    def close(self) -> None:
        """Close the database; a second call does nothing."""
        with self._lock:
            if not self._closed:
                self._closed = True
                opening.close(self._connection, self.read_only)

    # Reading

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> builtins.list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._lock, opening.explaining(self.folder):
            return self._connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row, None where there is no row."""
        with self._lock, opening.explaining(self.folder):
            row = self._connection.execute(sql, parameters).fetchone()
        return row[0] if row else None

    def parts(self, table: str, column: str, ranges: Iterable[tuple[int, int, int]]) -> builtins.list[bytes]:
        """Bytes of long values, each from `first` to `last` of the value in the row with this rowid.

        Ranges of one row that follow each other cost one look-up of the row.
        """
        found: builtins.list[bytes] = []
        with self._lock, opening.explaining(self.folder):
            for rowid, of_row in groupby(ranges, key=itemgetter(0)):
                with self._connection.blobopen(table, column, rowid, readonly=True) as value:
                    for _rowid, first, last in of_row:
                        value.seek(first)
                        found.append(value.read(last - first))
        return found

    def select(self, cls: type[R], where: str = "", parameters: Sequence[Any] = ()) -> builtins.list[R]:
        """Records of one type; `where` is everything that follows the table's name in the query."""
        sql = f'SELECT {column_list(cls)} FROM "{TABLES[cls]}" {where}'
        return [from_row(cls, row) for row in self.rows(sql, parameters)]

    def list(self, cls: type[R], *, order: Sequence[str] = ("id",), **equal: object) -> builtins.list[R]:
        """Records whose fields are `equal` to these values (None for empty ones), in the order of some fields."""
        unknown = {*equal, *order} - set(columns(cls))
        if unknown:
            raise KeyError(f"{cls.__name__} has no fields {sorted(unknown)}")
        where = " AND ".join(f'"{name}" IS ?' for name in equal) or "1"
        by = ", ".join(f'"{name}"' for name in order)
        return self.select(cls, f"WHERE {where} ORDER BY {by}", [to_value(value) for value in equal.values()])

    def find(self, cls: type[R], record_id: str) -> R | None:
        """The record with this id, or None."""
        found = self.select(cls, "WHERE id = ?", [record_id])
        return found[0] if found else None

    def get(self, cls: type[R], record_id: str) -> R:
        """The record with this id. Raises NotFound."""
        record = self.find(cls, record_id)
        if record is None:
            raise NotFound(
                _("There is no record {id} among the {table}.").format(id=record_id, table=TABLES[cls])
            )
        return record

    def get_many(self, cls: type[R], ids: Iterable[str]) -> dict[str, R]:
        """The records with these ids, by id; ids of records that do not exist are left out."""
        found: dict[str, R] = {}
        for some in in_chunks(dict.fromkeys(ids)):
            marks = ", ".join("?" * len(some))
            for record in self.select(cls, f"WHERE id IN ({marks})", some):
                found[record.id] = record  # type: ignore[attr-defined]
        return found

    # Writing

    @contextmanager
    def operation(
        self,
        name: str,
        *,
        subject: str = "",
        batch: int | None = None,
        undoes: int | None = None,
        redoes: int | None = None,
        back_to: int | None = None,
    ) -> Iterator[OpenOperation]:
        """Write inside one transaction, recorded under `name`; an operation within another one joins it.

        `name` is an untranslated message that may contain `{subject}`; `batch` is the number of the first operation
        of the same user action; an undo, a redo and a going back say which action is meant. Nothing is kept where an
        exception passes, nor where nothing was changed.
        Raises UserError where the archive is read-only or the disk is full or fails.
        """
        with self._lock:
            if self._operation is not None:
                yield self._operation
                return
            if self.read_only:
                raise opening.only_readable(self.folder)
            try:
                with opening.explaining(self.folder), self._transaction():
                    opened = self._begin(name, subject, batch, (undoes, redoes, back_to))
                    yield opened
                    opened.changes = self._finish(opened)
            finally:
                self._operation = None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        try:
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def _begin(
        self, name: str, subject: str, batch: int | None, refers_to: tuple[int | None, ...]
    ) -> OpenOperation:
        cursor = self._connection.execute(
            "INSERT INTO operations(id, name, subject, author, at, batch, undoes, redoes, back_to, undone) "
            "VALUES (?, ?, ?, ?, ?, (SELECT number FROM operations WHERE number = ? AND undone = 0), ?, ?, ?, 0)",
            [new_id(), name, to_value(subject), author(), now(), batch, *refers_to],
        )
        number = int(cursor.lastrowid or 0)
        self._connection.execute("UPDATE open_operation SET number = ?", [number])
        self._operation = OpenOperation(number, name, Changes(number, name))
        return self._operation

    def _finish(self, opened: OpenOperation) -> Changes:
        found: defaultdict[str, set[str]] = defaultdict(set)
        query = "SELECT DISTINCT record_type, record_id FROM changes WHERE operation = ?"
        for record_type, record_id in self._connection.execute(query, [opened.number]):
            found[record_type].add(record_id)
        self._connection.execute("UPDATE open_operation SET number = NULL")
        if not found:
            self._connection.execute("DELETE FROM operations WHERE number = ?", [opened.number])
        return Changes(opened.number, opened.name, {kind: frozenset(ids) for kind, ids in found.items()})

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one writing statement inside the open operation; return how many rows it touched."""
        with self._lock:
            return self._connection.execute(sql, parameters).rowcount

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a writing statement once for each row, inside the open operation."""
        with self._lock:
            self._connection.executemany(sql, rows)

    def insert(self, record: object, *, or_ignore: bool = False) -> None:
        """Add a record to the table of its type."""
        cls = type(record)
        marks = ", ".join("?" * len(columns(cls)))
        verb = "INSERT OR IGNORE" if or_ignore else "INSERT"
        self.execute(f'{verb} INTO "{TABLES[cls]}" ({column_list(cls)}) VALUES ({marks})', to_row(record))

    def insert_many(self, records: Sequence[object]) -> None:
        """Add many records of one type to its table."""
        if records:
            cls = type(records[0])
            marks = ", ".join("?" * len(columns(cls)))
            self.execute_many(
                f'INSERT INTO "{TABLES[cls]}" ({column_list(cls)}) VALUES ({marks})', map(to_row, records)
            )

    def update(self, cls: type, record_id: str, **fields: object) -> None:
        """Set fields of one record. Raises NotFound where it does not exist, KeyError for a field it has not."""
        unknown = fields.keys() - set(columns(cls)) | fields.keys() & {"id"}
        if unknown:
            raise KeyError(f"{cls.__name__} has no field to set called {sorted(unknown)}")
        if not fields:
            return
        setters = ", ".join(f'"{name}" = ?' for name in fields)
        values = [to_value(value) for value in fields.values()]
        if not self.execute(f'UPDATE "{TABLES[cls]}" SET {setters} WHERE id = ?', [*values, record_id]):
            self.get(cls, record_id)

    def delete(self, cls: type, record_id: str) -> None:
        """Delete one record and, through its foreign keys, what cannot be without it. Raises NotFound."""
        if not self.execute(f'DELETE FROM "{TABLES[cls]}" WHERE id = ?', [record_id]):
            self.get(cls, record_id)


def author() -> str:
    """Who writes: the name of the person's account, empty where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
