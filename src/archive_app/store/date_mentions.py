"""The date mentions of all texts, in a small database of its own beside the search index.

It is derived and can be deleted at any time. What is kept is known by what it was made of: the letters of a text, the
year of its source, and the rules. So nothing in it is ever wrong, whatever happened to the archive meanwhile; it can
only lack something, or hold what no text needs any more.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from archive_app.store import derived

log = logging.getLogger(__name__)

_SHAPE = 1
"""The version of the tables; with that of the rules it is the version of the file."""
_LONG = 366
"""Mentions of more days are kept apart, so that the others are found by their last days alone."""
T = TypeVar("T")


class MentionRow(NamedTuple):
    """A mention as it is kept and sent from one process to another: places in code points, days as `core.days` counts
    them. Its words are those of the text."""

    start: int
    end: int
    edtf: str
    first_day: int | None
    last_day: int | None
    how: str
    confidence: int
    origin_start: int | None
    origin_end: int | None
    part: str | None
    relation: str | None
    time: str | None


_COLUMNS = ", ".join(f'"{name}"' for name in MentionRow._fields)
_MARKS = ", ".join("?" * len(MentionRow._fields))


class ReadingKey(NamedTuple):
    """What mentions are made of: the letters of a text, by their SHA-256, and the year of its source if it has one."""

    sha256: str
    year: int | None

    @property
    def text(self) -> str:
        """As it is kept."""
        return self.sha256 if self.year is None else f"{self.sha256} {self.year}"


def read_key(text: str) -> ReadingKey:
    """The key that was kept so."""
    sha256, _space, year = text.partition(" ")
    return ReadingKey(sha256, int(year) if year else None)


class MentionStore:
    """Keeps mentions by the key of their reading. May be asked from any thread.

    A file that is damaged, or that the disk has no room for, is thrown away: what was asked for is not there then.
    """

    def __init__(self, path: Path | None, rules: int, copy_of: Path | None = None) -> None:
        """Open the file at `path`, or begin a new one; None keeps all in memory only, beginning with what is in
        `copy_of`, which is not touched. What other `rules` than these found is thrown away."""
        self._path = path
        self._version = 1_000 * _SHAPE + rules
        self._lock = threading.RLock()
        self._connection = self._opened()
        if path is None and copy_of is not None:
            self._take_over(copy_of)

    def _opened(self) -> sqlite3.Connection:
        made, self._path = derived.opened(self._path, lambda path: _connect(path, self._version))
        return made

    def _take_over(self, path: Path) -> None:
        """Copy what a file holds, which cannot be written here; one that was not closed is left alone."""
        if not path.is_file() or Path(f"{path}-wal").exists():
            return
        try:
            there = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            try:
                if _version(there) == self._version:
                    there.backup(self._connection)
            finally:
                there.close()
        except sqlite3.DatabaseError as error:
            log.warning("the date mentions in %s cannot be used: %s", path, error)
            self._connection.close()
            self._connection = _connect(None, self._version)

    def close(self) -> None:
        """Close the file; what was kept stays."""
        with self._lock:
            self._connection.close()

    def _guarded(self, ask: Callable[[sqlite3.Connection], T], empty: T) -> T:
        """The answer, or the empty one where the file is damaged or the disk full: it is made anew then."""
        with self._lock:
            try:
                return ask(self._connection)
            except sqlite3.ProgrammingError:
                raise  # a fault of this program, not of the file
            except sqlite3.DatabaseError as error:
                log.warning("the date mentions in %s are thrown away: %s", self._path, error)
                self._connection.close()
                derived.remove(self._path)
                if derived.is_disk_at_fault(error):
                    self._path = None
                self._connection = self._opened()
                return empty

    # Keeping

    def keep(self, found: Iterable[tuple[ReadingKey, Sequence[MentionRow]]]) -> None:
        """Keep all mentions of some readings; those that are known already stay as they are."""
        every = list(found)

        def write(connection: sqlite3.Connection) -> None:
            with _transaction(connection):
                for key, rows in every:
                    made = connection.execute("INSERT OR IGNORE INTO readings(key) VALUES (?)", [key.text])
                    if made.rowcount:
                        number = made.lastrowid
                        connection.executemany(_INSERT, ((number, _is_long(row), *row) for row in rows))

        self._guarded(write, None)

    def keep_only(self, keys: Iterable[ReadingKey]) -> None:
        """Forget the readings that are none of these: no text needs them any more."""
        wanted = {key.text for key in keys}

        def write(connection: sqlite3.Connection) -> None:
            known = connection.execute("SELECT n, key FROM readings").fetchall()
            gone = [(n,) for n, key in known if key not in wanted]
            if gone:
                with _transaction(connection):
                    connection.executemany("DELETE FROM mentions WHERE reading = ?", gone)
                    connection.executemany("DELETE FROM readings WHERE n = ?", gone)

        self._guarded(write, None)

    # Asking

    def known(self) -> set[ReadingKey]:
        """The readings whose mentions are all here."""
        rows = self._rows("SELECT key FROM readings")
        return {read_key(key) for (key,) in rows}

    def find(self, key: ReadingKey) -> list[MentionRow] | None:
        """The mentions of a reading in the order of their place, None where it is not known."""

        def ask(connection: sqlite3.Connection) -> list[MentionRow] | None:
            found = connection.execute("SELECT n FROM readings WHERE key = ?", [key.text]).fetchone()
            if found is None:
                return None
            sql = f"SELECT {_COLUMNS} FROM mentions WHERE reading = ? ORDER BY start"
            return [MentionRow(*row) for row in connection.execute(sql, found)]

        return self._guarded(ask, None)

    def between(
        self, first: int | None, last: int | None, longest: int | None = None
    ) -> list[tuple[ReadingKey, MentionRow]]:
        """The mentions of which some day lies between two, which are counted as `core.days` does; None is an open end.

        With `longest` only those of no more days. Mentions of no known year are never among them.
        """
        last_day = "last_day >= ?" if first is not None else "last_day NOTNULL"
        first_day = "first_day <= ?" if last is not None else "first_day NOTNULL"
        near = f" AND last_day <= ? + {_LONG}" if last is not None else ""
        bounds = [bound for bound in (first, last) if bound is not None]
        width = "" if longest is None else " AND last_day - first_day < ?"
        widths = [] if longest is None else [longest]
        where = f"m.{last_day} AND m.{first_day}"
        sql = (
            f"SELECT r.key, {_COLUMNS} FROM mentions m JOIN readings r ON r.n = m.reading "
            f"WHERE is_long = 0 AND {where}{near}{width} UNION ALL "
            f"SELECT r.key, {_COLUMNS} FROM mentions m JOIN readings r ON r.n = m.reading "
            f"WHERE is_long = 1 AND {where}{width}"
        )
        short = [*bounds, *([last] if last is not None else []), *widths]
        return [
            (read_key(key), MentionRow(*row)) for key, *row in self._rows(sql, [*short, *bounds, *widths])
        ]

    def nearest(self, first: int, last: int, *, reach: int, most: int) -> list[tuple[ReadingKey, MentionRow]]:
        """At most so many mentions of no more than a year that touch some days or lie at most `reach` days off: the
        nearest ones first, of these the shorter ones. Days are counted as `core.days` does."""
        rows = self._rows(
            f"SELECT r.key, {_COLUMNS} FROM mentions m JOIN readings r ON r.n = m.reading "
            f"WHERE is_long = 0 AND last_day BETWEEN :first - :reach AND :last + :reach + {_LONG} "
            "AND first_day <= :last + :reach "
            "ORDER BY max(0, first_day - :last, :first - last_day), last_day - first_day, r.n, start LIMIT :most",
            {"first": first, "last": last, "reach": reach, "most": most},
        )
        return [(read_key(key), MentionRow(*row)) for key, *row in rows]

    def days(self) -> list[tuple[ReadingKey, int | None, int | None, int]]:
        """How many mentions of each reading have the same first and last day, counted as `core.days` does."""
        rows = self._rows(
            "SELECT r.key, m.first_day, m.last_day, count(*) FROM mentions m JOIN readings r ON r.n = m.reading "
            "GROUP BY m.reading, m.first_day, m.last_day"
        )
        return [(read_key(key), first, last, count) for key, first, last, count in rows]

    def is_sound(self) -> bool:
        """Whether the file is whole; one that is damaged is thrown away."""

        def ask(connection: sqlite3.Connection) -> bool:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
            if found[0] != "ok":
                raise sqlite3.DatabaseError(found[0])
            return True

        return self._guarded(ask, False)

    def _rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        return self._guarded(lambda connection: connection.execute(sql, parameters).fetchall(), [])


_INSERT = f"INSERT INTO mentions(reading, is_long, {_COLUMNS}) VALUES (?, ?, {_MARKS})"


def _is_long(row: MentionRow) -> int:
    first, last = row.first_day, row.last_day
    return int(first is None or last is None or last - first > _LONG)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _connect(path: Path | None, version: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
    try:
        for setting in ("journal_mode = WAL", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {setting}").fetchall()
        if _version(connection) != version:
            _make(connection, version)
        connection.execute("SELECT n FROM readings LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _make(connection: sqlite3.Connection, version: int) -> None:
    """Begin anew: what other rules found, or stands in other tables, is of no use."""
    with _transaction(connection):
        for table in ("mentions", "readings"):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute(
            "CREATE TABLE readings(n INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT UNIQUE NOT NULL)"
        )
        connection.execute(
            f"CREATE TABLE mentions(reading INTEGER, is_long INTEGER, {_COLUMNS}, PRIMARY KEY (reading, start)) "
            "WITHOUT ROWID"
        )
        connection.execute("CREATE INDEX mentions_by_day ON mentions(is_long, last_day)")
        connection.execute(f"PRAGMA user_version = {version}")
