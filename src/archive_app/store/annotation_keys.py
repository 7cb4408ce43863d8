"""The keys by which the table of all annotations is ordered and filtered, in a small database of its own.

It is derived, as the search index is: it remembers the last operation that it has seen and catches up from the log, and
it can be deleted at any time. SQLite orders and looks through a hundred thousand rows without holding up Python, so a
window stays awake meanwhile; and what was worked out once is there the next time.
"""

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from archive_app.core.progress import SILENT, Progress
from archive_app.store import derived, operations, tags
from archive_app.store.annotation_facts import FactReader
from archive_app.store.key_writing import PLAIN, TABLES, put
from archive_app.store.store import Store, in_chunks

COLUMNS = ("quote", "note", "tags", "colour", "events", "source", "place", "author", "made")
"""What the table can be ordered by."""
_VERSION = 3
_AT_ONCE = 250
"""So many annotations are asked for or written at a time; more than these are written elsewhere."""
_MAPPED = "mmap_size = 268435456"
_KEPT_ORDERS = 4
_FAR = 1 << 32
"""Keys that are made anew have numbers so much higher, so that no number that is still shown means another one."""


Elsewhere = Callable[[Path, Sequence[str], Sequence[tuple[Any, ...]]], str]
"""Runs `key_writing.write_portion` where it does not hold up the window."""


class Damaged(Exception):
    """The keys cannot be read or written; they were thrown away and can be made anew."""


class AnnotationKeys:
    """Knows each annotation by a number of its own, which stays, and which no other one gets while these keys are open.

    May be asked from any thread.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the keys kept at `path`, or begin new ones; None keeps them in memory only."""
        self._path = path
        self._lock = threading.RLock()
        self._reading = threading.RLock()
        self._catching = threading.Lock()
        self._orders: dict[tuple[str, bool], list[int]] = {}
        self._first = 0
        self._connection, self._reader = self._opened()

    def _opened(self) -> tuple[sqlite3.Connection, sqlite3.Connection]:
        """One connection for what may take a while, and one for short questions, which then need not wait."""
        made, self._path = derived.opened(self._path, lambda path: _connect(path, self._first))
        return made

    def close(self) -> None:
        """Close the database; what was written is kept."""
        with self._lock, self._reading:
            self._reader.close()
            self._connection.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Begin anew where the file is damaged, or the disk full. Raises Damaged."""
        with self._lock:
            try:
                yield
            except sqlite3.DatabaseError as error:
                self._begin_anew(error)

    def _begin_anew(self, error: sqlite3.DatabaseError) -> NoReturn:
        with self._lock, self._reading:
            self.close()
            derived.remove(self._path)
            if derived.is_disk_at_fault(error):
                self._path = None
            self._orders.clear()
            self._first += _FAR
            self._connection, self._reader = self._opened()
        raise Damaged(str(error)) from error

    def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._guarded():
            return self._connection.execute(sql, parameters).fetchall()

    def _read(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The answer to a short question, as things were before the transaction that is open."""
        try:
            with self._reading:
                return self._reader.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            self._begin_anew(error)

    # Catching up

    def catch_up(self, store: Store, elsewhere: Elsewhere, progress: Progress = SILENT) -> bool:
        """Take in all that was done since; return whether that changed any key. Raises Cancelled, Damaged.

        Where there is much to do, `elsewhere` is called for each portion with what `write_portion` takes, and returns
        what that returns. The keys can be asked meanwhile; then some are old and some are new. What was seen is
        written last, so that anything that is broken off is done again.
        """
        with self._catching:
            last = operations.last_number(store)
            mark = operations.mark(store, last)
            ((seen, seen_mark),) = self._rows("SELECT number, mark FROM seen")
            if (seen, seen_mark) == (last, mark):
                return False
            is_known = bool(seen) and operations.mark(store, seen) == seen_mark
            if is_known:
                changed = sorted(self._affected(store, seen))
            else:
                changed = [id_ for (id_,) in store.rows("SELECT id FROM annotations ORDER BY id")]
                self._forget_all()
            self._replace(store, changed, elsewhere, progress)
            with self._written():
                if not is_known:
                    for name, on in _INDEXES.items():
                        self._rows(f"CREATE INDEX IF NOT EXISTS {name} ON {on}")
                self._rows("UPDATE seen SET number = ?, mark = ?", [last, mark])
            self._orders.clear()
            return bool(changed)

    @contextmanager
    def _written(self) -> Iterator[None]:
        """One transaction; the lock is free between its statements."""
        self._rows("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with self._lock:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            raise
        self._rows("COMMIT")

    def _forget_all(self) -> None:
        """Without its indexes, which are made faster when all rows are there."""
        with self._written():
            self._rows("UPDATE seen SET number = 0, mark = ''")
            for table in TABLES:
                self._rows(f"DELETE FROM {table}")
            for name in _INDEXES:
                self._rows(f"DROP INDEX IF EXISTS {name}")

    def _replace(self, store: Store, ids: Sequence[str], elsewhere: Elsewhere, progress: Progress) -> None:
        reader, path, first_number = FactReader(store), self._path, self._first
        for first in range(0, len(ids), _AT_ONCE):
            progress.step(first, len(ids))
            some = ids[first : first + _AT_ONCE]
            stored = list(reader.read(some))
            if path is None or len(ids) <= _AT_ONCE:
                with self._written(), self._guarded():
                    put(self._connection, some, stored)
            elif fault := elsewhere(path, some, [tuple(one) for one in stored]):
                self._begin_anew(sqlite3.DatabaseError(fault))
            if self._first != first_number:
                raise Damaged("the keys were thrown away while they were written")

    def _affected(self, store: Store, since: int) -> set[str]:
        """The annotations that are to be found or ordered otherwise than before."""
        touched: defaultdict[str, list[str]] = defaultdict(list)
        for table, record_id in operations.touched_since(store, since):
            touched[table].append(record_id)
        tree = tags.tree(store)
        below = [tag.id for tag_id in touched["tags"] for tag in tree.with_below(tag_id)]
        found = set(touched["annotations"])
        for sql, ids in (
            ("SELECT id FROM keys WHERE source_id IN ({})", touched["sources"]),
            ("SELECT id FROM keys WHERE on_id IN ({})", touched["photos"]),
            (_TIED.format("key_tags", "other_id"), [*touched["tags"], *below]),
            (_TIED.format("key_events", "other_id"), touched["events"]),
            (_TIED.format("key_tags", "tie_id"), touched["annotation_tags"]),
            (_TIED.format("key_events", "tie_id"), touched["links"]),
        ):
            for some in in_chunks(ids):
                found |= {id_ for (id_,) in self._rows(sql.format(", ".join("?" * len(some))), some)}
        for table in ("annotation_tags", "links"):
            for some in in_chunks(touched[table]):
                marks = ", ".join("?" * len(some))
                rows = store.rows(f"SELECT annotation_id FROM {table} WHERE id IN ({marks})", some)
                found |= {id_ for (id_,) in rows}
        return found

    # Asking

    def order(self, column: str, *, descending: bool = False) -> list[int]:
        """The numbers of all annotations in the order of a column; what is empty there stands at the end."""
        with self._guarded():
            key = (column, descending)
            if key not in self._orders:
                way = "DESC" if descending else "ASC"
                name = f"{column}_key"
                sql = f"SELECT n FROM keys WHERE {name} > '' ORDER BY {name} {way}, n {way}"
                found = [n for (n,) in self._connection.execute(sql)]
                found += [
                    n for (n,) in self._connection.execute(f"SELECT n FROM keys WHERE {name} = '' ORDER BY n")
                ]
                for old in islice(list(self._orders), max(0, len(self._orders) + 1 - _KEPT_ORDERS)):
                    del self._orders[old]
                self._orders[key] = found
            return self._orders[key]

    def matching(
        self,
        words: Sequence[str] = (),
        *,
        tags: Iterable[str] = (),
        events: Iterable[str] = (),
        **equal: Iterable[str],
    ) -> set[int] | None:
        """The numbers of the annotations that hold all folded words, carry one of the tags, are tied to one of the
        events, and are equal to one of the values of each other column (kind, colour, source_id, author).

        What is empty narrows nothing; None where nothing narrows.
        """
        where: list[str] = []
        values: list[Any] = []
        for table, ids in (("key_tags", list(tags)), ("key_events", list(events))):
            if ids:
                marks = ", ".join("?" * len(ids))
                where.append(f"n IN (SELECT n FROM {table} WHERE other_id IN ({marks}))")
                values += ids
        for name, those in ((name, list(those)) for name, those in equal.items()):
            if those:
                where.append(f"{name} IN ({', '.join('?' * len(those))})")
                values += those
        sql = f"SELECT n FROM keys WHERE {' AND '.join(where)}" if where else ""
        if words:
            holding = " AND ".join(["instr(words, ?)"] * len(words))
            sql = f"SELECT n FROM key_words WHERE {holding}" + (f" AND n IN ({sql})" if sql else "")
            values = [*words, *values]
        return {n for (n,) in self._rows(sql, values)} if sql else None

    def known(self, numbers: Sequence[int]) -> dict[int, tuple[str, int | None]]:
        """Id and passage of annotations by their numbers; numbers of none are left out."""
        found: dict[int, tuple[str, int | None]] = {}
        for first in range(0, len(numbers), _AT_ONCE):
            some = numbers[first : first + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            for n, id_, passage in self._read(f"SELECT n, id, passage FROM keys WHERE n IN ({marks})", some):
                found[n] = (id_, passage)
        return found

    def number_of(self, annotation_id: str) -> int | None:
        """The number of an annotation, None where it is not known."""
        found = self._read("SELECT n FROM keys WHERE id = ?", [annotation_id])
        return int(found[0][0]) if found else None

    def count(self) -> int:
        """How many annotations there are."""
        for every in list(self._orders.values()):  # no waiting for what is being ordered just now
            return len(every)
        return int(self._read("SELECT count(*) FROM keys")[0][0])

    def values(self, column: str) -> list[str]:
        """The different values of a column such as `author`."""
        return [value for (value,) in self._read(f"SELECT DISTINCT {column} FROM keys ORDER BY {column}")]


_INDEXES = {
    "keys_source": "keys(source_id)",
    **{f"keys_{column}_key": f"keys({column}_key)" for column in COLUMNS},
    **{
        f"{table}_{column}": f"{table}({column})"
        for table in ("key_tags", "key_events")
        for column in ("n", "tie_id", "other_id")
    },
}
"""All indexes but the one on the id, by name."""
_TIED = "SELECT k.id FROM keys k JOIN {} t ON t.n = k.n WHERE t.{} IN ({{}})"


def _connect(path: Path | None, first: int) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    """The connection that writes, and one that only reads; in memory they are the same. `first` is for new keys."""
    connection = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
    try:
        for setting in ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -32768", _MAPPED):
            connection.execute(f"PRAGMA {setting}").fetchall()
        if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            _make(connection, first)
        connection.execute("SELECT number, mark FROM seen").fetchone()
        if path is None:
            return connection, connection
        reader = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for setting in ("query_only = ON", _MAPPED):
            reader.execute(f"PRAGMA {setting}").fetchall()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection, reader


def _make(connection: sqlite3.Connection, first: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table in (*TABLES, "seen"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    # AUTOINCREMENT, or the number of a deleted annotation would be given to the next one.
    connection.execute(f"CREATE TABLE keys(n INTEGER PRIMARY KEY AUTOINCREMENT, {', '.join(PLAIN)})")
    connection.execute("INSERT INTO sqlite_sequence(name, seq) VALUES ('keys', ?)", [first])
    connection.execute("CREATE UNIQUE INDEX keys_id ON keys(id)")
    connection.execute("CREATE TABLE key_words(n INTEGER PRIMARY KEY, words)")
    for table in ("key_tags", "key_events"):
        connection.execute(f"CREATE TABLE {table}(n INTEGER, tie_id, other_id)")
    for name, on in _INDEXES.items():
        connection.execute(f"CREATE INDEX {name} ON {on}")
    connection.execute("CREATE TABLE seen(number INTEGER, mark TEXT)")
    connection.execute("INSERT INTO seen VALUES (0, '')")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.execute("COMMIT")
