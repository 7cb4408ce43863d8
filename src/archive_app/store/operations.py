"""The operations log: what was done, and taking it back or doing it again.

Undo and redo are operations too: they append to the log and never rewrite it. A record that is no longer as the
log left it is a Conflict, and nothing is changed then.
"""

import json
from collections.abc import Iterable
from typing import Any

from archive_app.core.changes import Changes
from archive_app.core.errors import Conflict, UserError
from archive_app.core.records import Change, Operation
from archive_app.core.translation import N_, _
from archive_app.store import counting
from archive_app.store.store import MANY, Store
from archive_app.store.triggers import row_as_json

_PLURALS = {
    "sources": N_("sources"),
    "files": N_("files"),
    "texts": N_("texts"),
    "passage_kinds": N_("passages"),
    "photos": N_("photos"),
    "regions": N_("parts of photos"),
    "annotations": N_("annotations"),
    "tags": N_("tags"),
    "annotation_tags": N_("tags of annotations"),
    "events": N_("events"),
    "links": N_("links to events"),
    "collections": N_("collections"),
    "collection_items": N_("members of collections"),
    "searches": N_("saved searches"),
    "anchorings": N_("places of annotations"),
    "authorities": N_("people, units and places"),
    "variant_names": N_("other names"),
    "access_points": N_("people, units and places of events"),
    "distinctions": N_("pairs of records that were told apart"),
    "refusals": N_("refused proposals"),
}
"""What the records of each logged table are called where several are meant."""
Logged = tuple[str, str, str, Any, Any]
"""Record type, record id, field, before, after."""
_UNDO = N_("Undo: {subject}")
_REDO = N_("Redo: {subject}")


def last_number(store: Store) -> int:
    """The number of the newest operation, 0 in a new archive."""
    return int(store.value("SELECT coalesce(max(number), 0) FROM operations"))


def mark(store: Store, number: int) -> str:
    """The id of the operation with this number, "" where there is none: tells one log from another."""
    return str(store.value("SELECT id FROM operations WHERE number = ?", [number]) or "")


def touched_since(store: Store, number: int) -> list[tuple[str, str]]:
    """Record type and id of all that operations after `number` touched, each once, in order of first touch."""
    return store.rows(
        "SELECT record_type, record_id FROM changes WHERE operation > ? "
        "GROUP BY record_type, record_id ORDER BY min(number)",
        [number],
    )


_ACTION = (
    "SELECT o.number, o.id, o.name, o.subject, o.author, o.at, o.undone, coalesce(o.undoes, o.redoes), o.back_to, "
    "  (SELECT count(DISTINCT c.record_type || c.record_id) FROM changes c WHERE c.operation IN "
    "    (SELECT b.number FROM operations b WHERE b.number = o.number OR b.batch = o.number)), "
    "  (SELECT count(*) FROM operations b WHERE b.batch = o.number) "
    "FROM operations o WHERE o.batch IS NULL "
)


def history(store: Store, limit: int | None = None) -> list[Operation]:
    """The user actions, newest first; the operations of one batch are one action."""
    rows = store.rows(_ACTION + "ORDER BY o.number DESC LIMIT ?", [-1 if limit is None else limit])
    return [_operation(row) for row in rows]


def actions(store: Store, numbers: Iterable[int]) -> dict[int, Operation]:
    """The user actions that begin with these operations, by number."""
    wanted, found = list(numbers), {}
    for some in (wanted[first : first + MANY] for first in range(0, len(wanted), MANY)):
        for row in store.rows(_ACTION + f"AND o.number IN ({', '.join('?' * len(some))})", some):
            found[int(row[0])] = _operation(row)
    return found


def firsts(store: Store, numbers: Iterable[int]) -> set[int]:
    """The first operations of the user actions that these belong to."""
    wanted, found = list(numbers), set()
    for some in (wanted[first : first + MANY] for first in range(0, len(wanted), MANY)):
        marks = ", ".join("?" * len(some))
        rows = store.rows(f"SELECT coalesce(batch, number) FROM operations WHERE number IN ({marks})", some)
        found |= {number for (number,) in rows}
    return found


def action(store: Store, number: int) -> Operation | None:
    """The user action that an operation belongs to, or None."""
    first = store.value("SELECT coalesce(batch, number) FROM operations WHERE number = ?", [number])
    return None if first is None else actions(store, [first])[first]


def _operation(row: tuple[Any, ...]) -> Operation:
    number, id_, name, subject, author, at, undone, refers_to, back_to, records, more = row
    return Operation(
        number=number,
        id=id_,
        name=title(name, subject, more),
        author=author,
        at=at,
        undone=bool(undone),
        undoes=refers_to,
        records=records,
        back_to=back_to,
    )


def changes_of(store: Store, number: int) -> list[Change]:
    """What one operation changed, in order."""
    return [
        Change(operation=number, record_type=kind, record_id=id_, field=field, before=before, after=after)
        for kind, id_, field, before, after in _logged(store, [number])
    ]


def deletion_of(store: Store, table: str, record_id: str) -> Operation | None:
    """The action that deleted a record last, None where none did."""
    number = store.value(
        "SELECT operation FROM changes WHERE record_id = ? AND record_type = ? AND field = '' AND after IS NULL "
        "ORDER BY number DESC LIMIT 1",
        [record_id, table],
    )
    return _action(store, number)


def next_undo(store: Store) -> Operation | None:
    """The action that undo would take back now, or None.

    An action counts as old as its beginning: what was done while a long import ran goes before the import.
    """
    number = store.value(
        "SELECT number FROM operations WHERE undoes IS NULL AND redoes IS NULL AND undone = 0 "
        "ORDER BY coalesce(batch, number) DESC LIMIT 1"
    )
    return _action(store, number)


def next_redo(store: Store) -> Operation | None:
    """The action that redo would do again now, or None; a new action after an undo leaves nothing to redo."""
    number = store.value(
        "SELECT undoes FROM operations WHERE undoes IS NOT NULL AND undone = 0 AND number > "
        "(SELECT coalesce(max(number), 0) FROM operations WHERE undoes IS NULL AND redoes IS NULL) "
        "ORDER BY number DESC LIMIT 1"
    )
    return _action(store, number)


def _action(store: Store, number: int | None) -> Operation | None:
    return None if number is None else action(store, number)


def title(name: str, subject: str, more: int = 0) -> str:
    """The action in the person's language; a batch names its first subject and how many came after it."""
    said = _(name).format(subject=subject)
    if more:
        said = _("{title} and {count} more").format(title=said, count=more)
    return said


def undo(store: Store) -> Changes:
    """Take back the newest action that counts. Raises UserError where there is none, Conflict (see above)."""
    action = next_undo(store)
    if action is None:
        raise UserError(_("There is nothing to undo."))
    numbers = _numbers(store, action.number, undone=False)
    with store.operation(_UNDO, subject=action.name, undoes=action.number) as opened:
        invert(store, numbers)
        mark_undone(store, numbers)
        if action.back_to is not None:
            taken, again = counting.swapped(store, action.number)
            swap(store, counting.Swap(again, taken))
    return opened.changes


def redo(store: Store) -> Changes:
    """Do again the action that was undone last. Raises UserError where there is none, Conflict (see above)."""
    action = next_redo(store)
    if action is None:
        raise UserError(_("There is nothing to redo."))
    undo_number = store.value(
        "SELECT max(number) FROM operations WHERE undoes = ? AND undone = 0", [action.number]
    )
    with store.operation(_REDO, subject=action.name, redoes=action.number) as opened:
        invert(store, [undo_number])
        mark_undone(store, [undo_number])
        mark_undone(store, _numbers(store, action.number, undone=True), undone=False)
        if action.back_to is not None:
            swap(store, counting.swapped(store, action.number))
    return opened.changes


def swap(store: Store, those: counting.Swap) -> None:
    """Note inside the open operation that some operations do not count any more and others do again."""
    mark_undone(store, those.taken)
    mark_undone(store, those.again, undone=False)


def counts(store: Store, number: int) -> bool:
    """Whether an operation is there and was not taken back."""
    return bool(store.value("SELECT undone = 0 FROM operations WHERE number = ?", [number]))


def _numbers(store: Store, first: int, *, undone: bool) -> list[int]:
    rows = store.rows(
        "SELECT number FROM operations WHERE (number = ? OR batch = ?) AND undone = ? ORDER BY number",
        [first, first, int(undone)],
    )
    return [number for (number,) in rows]


def mark_undone(store: Store, numbers: Iterable[int], *, undone: bool = True) -> None:
    """Note inside the open operation whether operations count."""
    store.execute_many(
        "UPDATE operations SET undone = ? WHERE number = ?", [(int(undone), n) for n in numbers]
    )


def _logged(store: Store, operations: list[int]) -> list[Logged]:
    marks = ", ".join("?" * len(operations))
    return store.rows(
        f"SELECT record_type, record_id, field, before, after FROM changes "
        f"WHERE operation IN ({marks}) ORDER BY number",
        operations,
    )


def invert(store: Store, operations: list[int]) -> None:
    """Write the opposite of what `operations` changed, last change first, inside the open operation.

    Raises Conflict where a record is no longer as they left it.
    """
    logged = _logged(store, operations)
    _write(
        store,
        [(kind, id_, field, after, before) for kind, id_, field, before, after in reversed(logged)],
    )


def repeat(store: Store, operations: list[int]) -> None:
    """Write once more what `operations` changed, inside the open operation. Raises Conflict as `invert` does."""
    _write(store, _logged(store, operations))


def _write(store: Store, wanted: list[Logged]) -> None:
    """Change records from one state to another, all as logged; where anything else is there, it is a Conflict."""
    store.execute("PRAGMA defer_foreign_keys = on")
    first = _last_change(store)
    for record_type, record_id, field, before, after in wanted:
        if field:
            done = store.execute(
                f'UPDATE "{record_type}" SET "{field}" = ? WHERE id = ? AND "{field}" IS ?',
                [after, record_id, before],
            )
        elif after is None:
            done = _delete_if_same(store, record_type, record_id, before)
        else:
            done = _insert_again(store, record_type, after)
        if not done:
            raise _changed_since(record_type)
    if _last_change(store) - first != len(wanted):
        raise _changed_since(wanted[0][0])


def _last_change(store: Store) -> int:
    return int(store.value("SELECT coalesce(max(number), 0) FROM changes"))


def _delete_if_same(store: Store, table: str, record_id: str, expected: str) -> int:
    row = row_as_json(list(json.loads(expected)))
    return store.execute(f'DELETE FROM "{table}" WHERE id = ? AND {row} = ?', [record_id, expected])


def _insert_again(store: Store, table: str, fields: str) -> int:
    row = json.loads(fields)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    return store.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', list(row.values()))


def _changed_since(record_type: str) -> Conflict:
    return Conflict(
        _(
            "This cannot be taken back, because {records} that it touched were changed by something later. "
            "Nothing was changed; take back the later action first."
        ).format(records=_(_PLURALS[record_type]))
    )
