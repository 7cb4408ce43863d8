"""The states that some fields of a record went through, as the log has them."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from archive_app.store.store import Store


class State(NamedTuple):
    """Some fields of a record from one operation on; `at` is UTC, ISO 8601."""

    operation: int
    at: str
    author: str
    fields: dict[str, Any]


def states(store: Store, table: str, record_id: str, names: Sequence[str]) -> list[State]:
    """Each state of the fields `names`, oldest first. What was taken back does not count, and leaves no trace."""
    # The table is written out, not bound: only so does SQLite use an index of one table's changes.
    marks = ", ".join("?" * len(names))
    rows = store.rows(
        "SELECT c.operation, o.at, o.author, c.field, c.after FROM changes c JOIN operations o "
        f"ON o.number = c.operation WHERE c.record_type = '{table}' AND c.record_id = ? "
        f"AND c.field IN ('', {marks}) AND o.undone = 0 AND o.undoes IS NULL AND o.redoes IS NULL "
        "AND o.back_to IS NULL ORDER BY c.number",
        [record_id, *names],
    )
    found: list[State] = []
    for operation, at, author, field, after in rows:
        before = found[-1].fields if found else {}
        if field:
            fields = {**before, field: after}
        elif after is None:
            continue
        else:
            whole = json.loads(after)
            fields = {name: whole.get(name, before.get(name)) for name in names}
        if fields == before:
            continue
        if found and found[-1].operation == operation:
            found.pop()
        found.append(State(operation, at, author, fields))
    return found
