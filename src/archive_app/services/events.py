"""Events, and links that say what each source states about them."""

from dataclasses import dataclass

from archive_app.core.chronology import OrderKey, order_of
from archive_app.core.dates import EdtfDate, parse_date
from archive_app.core.disagreement import Statement
from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Event, Link, Source
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_key
from archive_app.services.annotating import annotations_of_event, get_annotation, short
from archive_app.services.archives import Archive
from archive_app.services.sources import called, described
from archive_app.store import counts, links
from archive_app.store.store import now

EDITABLE = ("title", "when", "place", "note")


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event as lists show it."""

    event: Event
    links: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source states about an event: the link, the passage it rests on, and the source."""

    link: Link
    annotation: Annotation
    source: Source | None


def list_events(archive: Archive) -> list[EventSummary]:
    """All events in the order of time, undated ones last."""
    number = counts.links_by_event(archive.store)
    events = sorted(archive.store.list(Event), key=in_time)
    return [EventSummary(event, number.get(event.id, 0)) for event in events]


def in_time(event: Event) -> tuple[OrderKey, object]:
    """What events are sorted by: their time, then their title."""
    return order_of(EdtfDate(event.when, event.first_day, event.last_day)), azbuka_key(event.title)


def get_event(archive: Archive, event_id: str) -> Event:
    """One event. Raises NotFound."""
    return archive.store.get(Event, event_id)


def find_event(archive: Archive, words: str) -> Event:
    """The one event whose id is or begins with `words`, or whose title is, begins with or contains them.

    Raises NotFound where there is none, UserError where there are several.
    """
    found = called(archive.store.list(Event), words, lambda event: event.title)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(_("There is no event called “{words}” in this archive.").format(words=words))
    titles = "; ".join(event.title for event in found[:5])
    raise UserError(
        _("Several events are called “{words}”: {titles}. Give more of the title, or the id.").format(
            words=words, titles=titles
        )
    )


def add_event(
    archive: Archive,
    title: str,
    *,
    when: str = "",
    place: str = "",
    note: str = "",
    under: str | None = None,
) -> Event:
    """Make an event; `when` is EDTF or as a person writes it, or empty; `under` is the id of the event that it is a
    part of. Raises NotFound, UserError."""
    values = described({"title": title, "when": when, "place": place, "note": note}, EDITABLE)
    parent_id = get_event(archive, under).id if under else None
    event = Event(id=new_id(), made_at=now(), parent_id=parent_id, **values)  # type: ignore[arg-type]
    with archive.operation(N_("Add event “{subject}”"), subject=short(event.title)):
        archive.store.insert(event)
    return event


def edit_event(archive: Archive, event_id: str, **values: str) -> Event:
    """Set some of the `EDITABLE` fields. Raises NotFound, UserError.

    With another date the reason for the one before is gone; the log keeps it (`verdicts`).
    """
    event = get_event(archive, event_id)
    changed = described(values, EDITABLE)
    if changed.get("when", event.when) != event.when:
        changed["reason"] = ""
    with archive.operation(N_("Edit event “{subject}”"), subject=short(event.title)):
        archive.store.update(Event, event_id, **changed)
    return get_event(archive, event_id)


def remove_event(archive: Archive, event_id: str) -> None:
    """Delete an event with its links; the annotations stay, and undo brings all back. Raises NotFound."""
    event = get_event(archive, event_id)
    with archive.operation(N_("Delete event “{subject}”"), subject=short(event.title)):
        archive.store.delete(Event, event_id)


def link(
    archive: Archive,
    annotation_id: str,
    event_id: str,
    *,
    says_when: str | None = None,
    says_where: str | None = None,
    says_who: str | None = None,
    note: str | None = None,
) -> Link:
    """Tie an annotation to an event and say what the source states.

    `says_when` is EDTF or as a person writes it. Where the two are linked already, what is given changes that link
    and what is None stays. Raises NotFound, UserError.
    """
    event = get_event(archive, event_id)
    get_annotation(archive, annotation_id)
    stated = {"says_when": says_when, "says_where": says_where, "says_who": says_who, "note": note}
    values = _statement(**{name: value for name, value in stated.items() if value is not None})
    existing = archive.store.list(Link, annotation_id=annotation_id, event_id=event_id)
    made = (
        existing[0]
        if existing
        else Link(id=new_id(), annotation_id=annotation_id, event_id=event_id, made_at=now())
    )
    with archive.operation(N_("Link to event “{subject}”"), subject=short(event.title)):
        if not existing:
            archive.store.insert(made)
        archive.store.update(Link, made.id, **values)
    return archive.store.get(Link, made.id)


def edit_link(archive: Archive, link_id: str, **values: str) -> Link:
    """Change what the source states (`says_when`, `says_where`, `says_who`, `note`). Raises NotFound, UserError."""
    made = archive.store.get(Link, link_id)
    event = get_event(archive, made.event_id)
    changed = _statement(**values)
    with archive.operation(N_("Edit link to “{subject}”"), subject=short(event.title)):
        archive.store.update(Link, link_id, **changed)
    return archive.store.get(Link, link_id)


def unlink(archive: Archive, link_id: str) -> None:
    """Remove a link; annotation and event stay. Raises NotFound."""
    made = archive.store.get(Link, link_id)
    event = get_event(archive, made.event_id)
    with archive.operation(N_("Remove link to “{subject}”"), subject=short(event.title)):
        archive.store.delete(Link, link_id)


def _statement(**values: str) -> dict[str, object]:
    unknown = values.keys() - {"says_when", "says_where", "says_who", "note"}
    if unknown:
        raise KeyError(f"a link has no {sorted(unknown)}")
    changed: dict[str, object] = {name: value.strip() for name, value in values.items()}
    if "says_when" in changed:
        date = parse_date(str(changed["says_when"]))
        changed |= {"says_when": date.text, "first_day": date.first, "last_day": date.last}
    return changed


def claims(archive: Archive, event_id: str) -> list[Claim]:
    """What each source states about an event, by source and place. Raises NotFound."""
    get_event(archive, event_id)
    linked = annotations_of_event(archive, event_id)
    sources = archive.store.get_many(Source, (found.source_id for found in linked if found.source_id))
    return [
        Claim(made, found.annotation, sources.get(found.source_id or ""))
        for found in linked
        for made in found.links
        if made.event_id == event_id
    ]


def statement_of(claim: Claim) -> Statement:
    """The date of a claim and who states it: its source, or where it has none the claim itself."""
    voice = claim.source.id if claim.source else claim.link.id
    return Statement(voice, claim.link.says_when, claim.link.when_mark)


def recent_events(archive: Archive) -> list[str]:
    """The ids of the events that annotations were linked to lately, the last one first."""
    return links.recent_events(archive.store)


def events_of_text(archive: Archive, text_id: str) -> list[EventSummary]:
    """The events that annotations of a text are linked to, in the order of time, with the links from this text."""
    number = counts.links_by_event(archive.store, text_id)
    return [
        EventSummary(event, number[event.id])
        for event in sorted(archive.store.get_many(Event, number).values(), key=in_time)
    ]
