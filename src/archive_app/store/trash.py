"""The trash: what was deleted and is not there now, read from the log, and bringing it back.

Deleted records are logged whole (decision 003), with all that went with them in the same operation. So nothing is kept
for the trash, and nothing in it can be lost before the log is.
"""

import json
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from archive_app.core.errors import Conflict, UserError
from archive_app.core.translation import _
from archive_app.store.operations import title
from archive_app.store.past import DELETED, Fields, columns
from archive_app.store.store import Store
from archive_app.store.tables import LOGGED

KINDS = ("sources", "photos", "authorities", "events", "tags", "annotations", "collections", "searches")
"""The tables whose records a person deletes, and may want back; what others stand on comes first."""
Key = tuple[str, str]
"""Table and id of a record."""


class Deleted(NamedTuple):
    """A record in the trash: its fields, and the operation that deleted it. `at` is UTC, ISO 8601."""

    table: str
    id: str
    fields: Fields
    operation: int
    action: str
    author: str
    at: str


class Reference(NamedTuple):
    """A field that holds the id of a record of `table`; where that is deleted, `clears` says whether the field is
    emptied, or else the record goes too."""

    field: str
    table: str
    clears: bool


def references(store: Store, table: str) -> list[Reference]:
    """The foreign keys of a table."""
    rows = store.rows(f'PRAGMA foreign_key_list("{table}")')
    return [Reference(row[3], row[2], row[6] == "SET NULL") for row in rows if row[2] in LOGGED]


def listed(store: Store) -> list[Deleted]:
    """All that is in the trash, deleted last first. What went with something else is listed under that only."""
    selects, values = [], []
    for table in KINDS:
        selects.append(_select(store, table))
        values.append(table)
    rows = store.rows(f"{' UNION ALL '.join(selects)} ORDER BY 1 DESC", values)
    return [
        Deleted(table, id_, json.loads(fields), operation, title(name, subject), author, at)
        for _number, table, id_, fields, operation, name, subject, author, at in rows
    ]


def _select(store: Store, table: str) -> str:
    """The deleted records of one table: by an action that counts, not there now, and not gone with a parent."""
    alone = " ".join(
        # Without the index named, SQLite may read all that an operation changed for each of its records.
        "AND NOT EXISTS (SELECT 1 FROM changes p INDEXED BY changes_deleted WHERE p.field = '' AND p.after IS NULL "
        f"AND p.record_type = '{to.table}' AND p.record_id = json_extract(c.before, '$.{to.field}') "
        "AND p.operation = c.operation)"
        for to in references(store, table)
        if not to.clears
    )
    return (
        "SELECT max(c.number), c.record_type, c.record_id, c.before, o.number, o.name, o.subject, o.author, o.at "
        "FROM changes c JOIN operations o ON o.number = c.operation "
        f"WHERE c.record_type = ? AND c.field = '' AND c.after IS NULL AND o.undone = 0 AND o.undoes IS NULL "
        f"AND o.redoes IS NULL AND o.back_to IS NULL {alone} "
        f'AND NOT EXISTS (SELECT 1 FROM "{table}" t WHERE t.id = c.record_id) GROUP BY c.record_id'
    )


@dataclass
class Going:
    """All that one operation deleted, and how it hangs together."""

    records: dict[Key, Fields] = field(default_factory=dict)
    children: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))
    cleared: dict[Key, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    """Fields that were emptied because they named a record: table, id, field."""

    def under(self, key: Key) -> Iterator[Key]:
        """A record and all that went with it, each once, parents first."""
        waiting, seen = deque([key]), {key}
        while waiting:
            one = waiting.popleft()
            yield one
            for child in self.children[one]:
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)


def deleted_by(store: Store, operation: int) -> Going:
    """What an operation deleted."""
    going = Going()
    keys = {table: references(store, table) for table in LOGGED}
    rows = store.rows(
        f"SELECT record_type, record_id, before FROM changes WHERE operation = ? AND {DELETED} ORDER BY number DESC",
        [operation],
    )
    for table, record_id, fields in rows:
        going.records[table, record_id] = json.loads(fields)
    for (table, record_id), fields in going.records.items():
        for to in keys[table]:
            parent = to.table, fields.get(to.field)
            if parent in going.records:
                going.children[parent].append((table, record_id))
    for table, record_id, name, before in store.rows(
        "SELECT record_type, record_id, field, before FROM changes "
        "WHERE operation = ? AND field != '' AND after IS NULL",
        [operation],
    ):
        for to in keys[table]:
            if to.clears and to.field == name:
                going.cleared[to.table, before].append((table, record_id, name))
    return going


def hanging(going: Going, key: Key) -> Counter[str]:
    """How many records of each table went with one, itself not counted."""
    return Counter(table for table, _id in going.under(key)) - Counter([key[0]])


def is_there(store: Store, key: Key) -> bool:
    """Whether a record exists now."""
    return bool(store.value(f'SELECT 1 FROM "{key[0]}" WHERE id = ?', [key[1]]))


class Restoring:
    """Brings deleted records back inside the open operation, with what went with them."""

    def __init__(self, store: Store, listed: Iterable[Deleted]) -> None:
        """`listed` is the trash as it is now."""
        self._store = store
        self._listed = {(one.table, one.id): one for one in listed}
        self._went: dict[int, Going] = {}
        self._columns: dict[str, set[str]] = {}
        self._references: dict[str, list[Reference]] = {}
        self.restored: list[Key] = []
        """What was asked for, or had to come back with it."""

    def restore(self, key: Key) -> None:
        """Bring back one record of the trash; what it stands on comes back first where that was deleted too.

        Raises UserError where that is not possible.
        """
        if is_there(self._store, key):
            return
        one = self._listed[key]
        self._restore_parents(one)
        going = self._going(one.operation)
        for each in going.under(key):
            self._insert(each, going.records[each], asked=each == key)
        for each in going.under(key):
            for table, record_id, name in going.cleared[each]:
                self._store.execute(
                    f'UPDATE "{table}" SET "{name}" = ? WHERE id = ? AND "{name}" IS NULL',
                    [each[1], record_id],
                )
        self.restored.append(key)

    def _going(self, operation: int) -> Going:
        if operation not in self._went:
            self._went[operation] = deleted_by(self._store, operation)
        return self._went[operation]

    def _restore_parents(self, one: Deleted) -> None:
        for to in self._references_of(one.table):
            if one.fields.get(to.field) is None or to.clears:
                continue
            parent = to.table, str(one.fields[to.field])
            if not is_there(self._store, parent):
                self.restore(self._root_of(parent, one))

    def _root_of(self, key: Key, child: Deleted) -> Key:
        """The record of the trash with which a record went."""
        if key in self._listed:
            return key
        operation = self._store.value(
            f"SELECT operation FROM changes WHERE record_type = ? AND record_id = ? AND {DELETED} "
            "ORDER BY number DESC LIMIT 1",
            list(key),
        )
        if operation is not None:
            for root, each in self._listed.items():
                if each.operation == operation and key in self._going(operation).under(root):
                    return root
        raise UserError(
            _(
                "This cannot be restored, because what it stood on is gone and not in the trash: {action}. "
                "Go back in the history instead."
            ).format(action=child.action)
        )

    def _insert(self, key: Key, fields: Fields, *, asked: bool) -> None:
        """Put a record back; one that only went along is left out where what it ties together is not there."""
        table, _id = key
        values = {name: value for name, value in fields.items() if name in self._columns_of(table)}
        for to in self._references_of(table):
            if values.get(to.field) and not is_there(self._store, (to.table, str(values[to.field]))):
                if not to.clears:
                    return
                values[to.field] = None
        names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        done = self._store.execute(
            f'INSERT OR IGNORE INTO "{table}"({names}) VALUES ({marks})', list(values.values())
        )
        if asked and not done:
            raise Conflict(
                _(
                    "“{name}” cannot be restored, because there is another one of that name now; rename that first."
                ).format(name=str(values.get("name") or values.get("title") or ""))
            )

    def _columns_of(self, table: str) -> set[str]:
        if table not in self._columns:
            self._columns[table] = set(columns(self._store, table))
        return self._columns[table]

    def _references_of(self, table: str) -> list[Reference]:
        if table not in self._references:
            self._references[table] = references(self._store, table)
        return self._references[table]


def parents_gone(store: Store, table: str, fields: Fields) -> list[Key]:
    """What a deleted record stood on and is not there either."""
    parents = [(to.table, fields.get(to.field)) for to in references(store, table) if not to.clears]
    return [(table, id_) for table, id_ in parents if id_ is not None and not is_there(store, (table, id_))]
