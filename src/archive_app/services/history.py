"""Undo, redo, and the history a person can read. The log is in the archive, so they work across sessions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from archive_app.core.changes import Changes
from archive_app.core.records import Operation
from archive_app.language.folding import fold
from archive_app.services.archives import Archive
from archive_app.store import going_back, history_list, operations
from archive_app.store.history_list import Heading


class Kind(StrEnum):
    """What actions are about."""

    SOURCES = "sources"
    PHOTOS = "photos"
    ANNOTATIONS = "annotations"
    TAGS = "tags"
    EVENTS = "events"
    AUTHORITIES = "authorities"
    COLLECTIONS = "collections"
    SEARCHES = "searches"


_TABLES = {
    Kind.SOURCES: ("sources", "files", "texts", "passage_kinds"),
    Kind.PHOTOS: ("photos", "regions"),
    Kind.ANNOTATIONS: ("annotations", "anchorings"),
    Kind.TAGS: ("tags", "annotation_tags"),
    Kind.EVENTS: ("events", "links", "refusals"),
    Kind.AUTHORITIES: ("authorities", "variant_names", "access_points", "distinctions"),
    Kind.COLLECTIONS: ("collections", "collection_items"),
    Kind.SEARCHES: ("searches",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which actions are wanted: those whose title holds all `words` (in either script, with or without diacritics),
    that touched records of a kind or one record, or that one author did. What is empty or None narrows nothing."""

    words: str = ""
    kind: Kind | None = None
    author: str | None = None
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class GoingBack:
    """What going back to a point would take back, newest first, and what it would do again, oldest first."""

    taken: tuple[Operation, ...]
    again: tuple[Operation, ...]


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


def go_back_to(archive: Archive, number: int) -> Changes:
    """Bring all records to where they were when an action was done; 0 is the beginning. One action, undone in one step.

    Going to a later point does again what was taken back. Raises NotFound, UserError where nothing would change,
    Conflict where an action stands in the way, which is named; nothing is changed then.
    """
    changes = going_back.go_back(archive.store, number)
    archive.announce(changes)
    return changes


def way_back(archive: Archive, number: int) -> GoingBack:
    """What `go_back_to` would take back and do again. Raises NotFound."""
    way = going_back.way_to(archive.store, number)
    return GoingBack(tuple(_actions_of(archive, way.taken)[::-1]), tuple(_actions_of(archive, way.again)))


def _actions_of(archive: Archive, numbers: Iterable[int]) -> list[Operation]:
    """The user actions of some operations, oldest first."""
    firsts = operations.firsts(archive.store, numbers)
    found = operations.actions(archive.store, firsts)
    return [found[number] for number in sorted(found)]


def next_undo(archive: Archive) -> Operation | None:
    """The action that undo would take back."""
    return operations.next_undo(archive.store)


def next_redo(archive: Archive) -> Operation | None:
    """The action that redo would do again."""
    return operations.next_redo(archive.store)


def history(
    archive: Archive, limit: int | None = None, narrowing: Narrowing | None = None
) -> list[Operation]:
    """What was done, newest first; the files of one import are one action."""
    if narrowing is None or narrowing == Narrowing():
        return operations.history(archive.store, limit)
    wanted = [heading.number for heading in headings(archive, narrowing)][:limit]
    found = operations.actions(archive.store, wanted)
    return [found[number] for number in wanted]


def headings(archive: Archive, narrowing: Narrowing | None = None) -> list[Heading]:
    """Number, title and time of all actions that are wanted, newest first; `actions` gives the rest of them."""
    wanted = narrowing or Narrowing()
    found = history_list.headings(
        archive.store,
        tables=_TABLES[wanted.kind] if wanted.kind else (),
        author=wanted.author,
        record_id=wanted.record_id,
    )
    words = fold(wanted.words).split()
    if not words:
        return found
    return [one for one in found if _holds(fold(one.title), words)]


def _holds(title: str, words: list[str]) -> bool:
    return all(word in title for word in words)


def actions(archive: Archive, numbers: Iterable[int]) -> dict[int, Operation]:
    """Some actions by their numbers; numbers of none are left out."""
    return operations.actions(archive.store, numbers)


def authors(archive: Archive) -> list[str]:
    """Who has done anything in this archive."""
    return history_list.authors(archive.store)
