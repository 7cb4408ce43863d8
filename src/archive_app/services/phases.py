"""Events that are parts of other events, as the phases are of a battle."""

from collections import defaultdict
from dataclasses import dataclass

from archive_app.core.errors import UserError
from archive_app.core.records import Event
from archive_app.core.translation import N_, _
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.events import EventSummary, get_event, in_time, list_events
from archive_app.store import counts


@dataclass(frozen=True, slots=True)
class Branch:
    """An event in the tree of events: `above` are the ids of those that it is a part of, the outermost first, `parts`
    how many events are parts of it."""

    event: Event
    links: int
    above: tuple[str, ...] = ()
    parts: int = 0


def event_tree(archive: Archive) -> list[Branch]:
    """All events, each followed by its parts; those side by side in the order of time."""
    rows = list_events(archive)
    known = {row.event.id for row in rows}
    below: defaultdict[str | None, list[EventSummary]] = defaultdict(list)
    for row in rows:
        parent_id = row.event.parent_id
        below[parent_id if parent_id in known else None].append(row)
    found: list[Branch] = []
    waiting: list[tuple[EventSummary, tuple[str, ...]]] = [(row, ()) for row in reversed(below[None])]
    while waiting:
        row, above = waiting.pop()
        parts = below.get(row.event.id, [])
        found.append(Branch(row.event, row.links, above, len(parts)))
        waiting += [(part, (*above, row.event.id)) for part in reversed(parts)]
    return found


def phases_of(archive: Archive, event_id: str) -> list[EventSummary]:
    """The events that are parts of an event, in the order of time."""
    found = archive.store.list(Event, parent_id=event_id)
    if not found:
        return []
    number = counts.links_by_event(archive.store)
    return [EventSummary(event, number.get(event.id, 0)) for event in sorted(found, key=in_time)]


def events_above(archive: Archive, event: Event) -> list[Event]:
    """The events that an event is a part of, the outermost one first."""
    above: list[Event] = []
    seen = {event.id}
    while event.parent_id is not None and event.parent_id not in seen:
        event = get_event(archive, event.parent_id)
        seen.add(event.id)
        above.insert(0, event)
    return above


def possible_parents(archive: Archive, event_id: str) -> list[Event]:
    """The events that an event could become a part of, in the order of time: not itself nor a part of it."""
    every = archive.store.list(Event)
    below = {event_id}
    while more := {event.id for event in every if event.parent_id in below} - below:
        below |= more
    return sorted((event for event in every if event.id not in below), key=in_time)


def put_under(archive: Archive, event_id: str, parent_id: str | None) -> Event:
    """Make an event a part of another one, or with None of none. Raises NotFound, UserError where the other one is
    itself a part of it."""
    event = get_event(archive, event_id)
    if parent_id is not None:
        parent = get_event(archive, parent_id)
        if event_id in {parent.id, *(above.id for above in events_above(archive, parent))}:
            raise UserError(
                _("“{title}” cannot be a part of “{parent}”, which is a part of it or the same.").format(
                    title=short(event.title), parent=short(parent.title)
                )
            )
    with archive.operation(N_("Move event “{subject}”"), subject=short(event.title)):
        archive.store.update(Event, event_id, parent_id=parent_id)
    return get_event(archive, event_id)
