"""Records as the log knows them, also those that are not there any more."""

import json
from typing import Any

from archive_app.store.store import Store
from archive_app.store.tables import LOGGED

Fields = dict[str, Any]
DELETED = "field = '' AND after IS NULL"
"""What the rows of the log have in common that tell of deleted records; there is an index of them."""


def record(store: Store, table: str, record_id: str) -> Fields | None:
    """The fields of a record as it is now, else as it was when it was deleted last, else None."""
    names = columns(store, table)
    if not names:
        return None
    quoted = ", ".join(f'"{name}"' for name in names)
    found = store.rows(f'SELECT {quoted} FROM "{table}" WHERE id = ?', [record_id])
    if found:
        return dict(zip(names, found[0], strict=True))
    logged = store.value(
        f"SELECT before FROM changes WHERE record_type = ? AND record_id = ? AND {DELETED} "
        "ORDER BY number DESC LIMIT 1",
        [table, record_id],
    )
    return None if logged is None else dict(json.loads(logged))


def columns(store: Store, table: str) -> list[str]:
    """The columns of a table of what people make; none where there is no such table."""
    if table not in LOGGED:
        return []
    return [row[1] for row in store.rows(f'PRAGMA table_info("{table}")')]
