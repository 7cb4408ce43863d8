"""Undo, redo, and the history a person can read. The log is in the archive, so they work across sessions."""

from archive_app.core.changes import Changes
from archive_app.core.records import Operation
from archive_app.services.archives import Archive
from archive_app.store import operations


def undo(archive: Archive) -> Changes:
    """Take back the newest action. Raises UserError where there is none, Conflict where a record changed since."""
    changes = operations.undo(archive.store)
    archive.announce(changes)
    return changes


def redo(archive: Archive) -> Changes:
    """Do again what was undone last. Raises UserError where there is nothing, Conflict as for undo."""
    changes = operations.redo(archive.store)
    archive.announce(changes)
    return changes


def next_undo(archive: Archive) -> Operation | None:
    """The action that undo would take back."""
    return operations.next_undo(archive.store)


def next_redo(archive: Archive) -> Operation | None:
    """The action that redo would do again."""
    return operations.next_redo(archive.store)


def history(archive: Archive, limit: int | None = None) -> list[Operation]:
    """What was done, newest first; the files of one import are one action."""
    return operations.history(archive.store, limit)
