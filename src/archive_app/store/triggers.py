"""The triggers that record every change and refuse writes outside an operation. Put back after each
migration, because one that rebuilds a table drops its triggers."""

import sqlite3

from archive_app.store.tables import LOGGED, UNLOGGED

OUTSIDE = "write outside an operation"
_OPEN = "(SELECT number FROM open_operation)"
_EVENTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}


def install(connection: sqlite3.Connection) -> None:
    """Drop and make all triggers anew, in the caller's transaction."""
    for name, *_ in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    for table in (*LOGGED, *UNLOGGED):
        for event in _EVENTS:
            connection.execute(_guard(table, event))
    for table in LOGGED:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        for event in _EVENTS:
            connection.execute(_log(table, event, columns))
    connection.execute(
        "CREATE TRIGGER letters_never_change BEFORE UPDATE ON letters "
        "BEGIN SELECT RAISE(ABORT, 'the letters of a text never change'); END"
    )


def row_as_json(columns: list[str], row: str = "") -> str:
    """SQL for a row as one JSON object; `row` is OLD, NEW or empty.

    Floating-point numbers are written with 17 digits, which bring the same number back; SQLite's own 15 do not.
    """
    prefix = f"{row}." if row else ""
    parts = []
    for column in columns:
        value = f'{prefix}"{column}"'
        exact = f"CASE typeof({value}) WHEN 'real' THEN json(printf('%!.17g', {value})) ELSE {value} END"
        parts.append(f"'{column}', {exact}")
    return f"json_object({', '.join(parts)})"


def _guard(table: str, event: str) -> str:
    return (
        f'CREATE TRIGGER "{table}_{event}_guarded" BEFORE {event} ON "{table}" WHEN {_OPEN} IS NULL '
        f"BEGIN SELECT RAISE(ABORT, '{OUTSIDE}'); END"
    )


def _log(table: str, event: str, columns: list[str]) -> str:
    into = "INSERT INTO changes(operation, record_type, record_id, field, before, after)"
    if event == "update":
        fields = " UNION ALL ".join(
            f"""SELECT '{column}' AS f, OLD."{column}" AS b, NEW."{column}" AS a""" for column in columns
        )
        body = f"{into} SELECT {_OPEN}, '{table}', NEW.id, f, b, a FROM ({fields}) WHERE b IS NOT a"
    else:
        before = row_as_json(columns, "OLD") if event == "delete" else "NULL"
        after = row_as_json(columns, "NEW") if event == "insert" else "NULL"
        body = f"{into} VALUES ({_OPEN}, '{table}', {_EVENTS[event]}.id, '', {before}, {after})"
    return f'CREATE TRIGGER "{table}_{event}_logged" AFTER {event} ON "{table}" BEGIN {body}; END'
