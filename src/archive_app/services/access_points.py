"""All people, units and places of an event or a link at once, with records that are made for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.core.ids import new_id
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import AccessPoint, Event, Link
from archive_app.core.translation import N_
from archive_app.services import events
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named, add_authority, get_authority, of_event, of_link


@dataclass(frozen=True, slots=True)
class NewName:
    """A person, unit or place without a record, which is made with what points to it."""

    kind: AuthorityKind
    name: str


Choice = str | NewName
"""What a person chose: the id of an authority record, or one that is to be made."""


def set_event_names(archive: Archive, event_id: str, chosen: Sequence[Choice]) -> list[Named]:
    """Let an event have to do with these and no others; new records are made in the same operation.

    Raises NotFound, UserError.
    """
    event = archive.store.get(Event, event_id)
    with archive.operation(N_("Set the names of event “{subject}”"), subject=short(event.title)):
        _set(archive, chosen, event_id=event_id)
    return of_event(archive, event_id)


def set_link_names(archive: Archive, link_id: str, chosen: Sequence[Choice]) -> list[Named]:
    """Let what a source states have to do with these and no others. Raises NotFound, UserError."""
    event = archive.store.get(Event, archive.store.get(Link, link_id).event_id)
    with archive.operation(N_("Set the names of event “{subject}”"), subject=short(event.title)):
        _set(archive, chosen, link_id=link_id)
    return of_link(archive, link_id)


def _set(archive: Archive, chosen: Sequence[Choice], **at: str) -> None:
    wanted = [_record(archive, choice) for choice in dict.fromkeys(chosen)]
    existing = {point.authority_id: point for point in archive.store.list(AccessPoint, **at)}
    for authority_id, point in existing.items():
        if authority_id not in wanted:
            archive.store.delete(AccessPoint, point.id)
    for authority_id in wanted:
        if authority_id not in existing:
            existing[authority_id] = AccessPoint(id=new_id(), authority_id=authority_id, **at)
            archive.store.insert(existing[authority_id])


def _record(archive: Archive, choice: Choice) -> str:
    if isinstance(choice, NewName):
        return add_authority(archive, choice.kind, choice.name).authority.id
    return get_authority(archive, choice).authority.id


def add_event(
    archive: Archive,
    title: str,
    *,
    names: Sequence[Choice] = (),
    when: str = "",
    place: str = "",
    note: str = "",
    under: str | None = None,
) -> Event:
    """Make an event that has to do with these people, units and places, in one operation; see `events.add_event`."""
    with archive.operation(N_("Add event “{subject}”"), subject=short(title)):
        event = events.add_event(archive, title, when=when, place=place, note=note, under=under)
        _set(archive, names, event_id=event.id)
    return event


def edit_event(archive: Archive, event_id: str, *, names: Sequence[Choice], **values: str) -> Event:
    """Set some fields of an event and all its people, units and places, in one operation; see `events.edit_event`."""
    event = archive.store.get(Event, event_id)
    with archive.operation(N_("Edit event “{subject}”"), subject=short(event.title)):
        events.edit_event(archive, event_id, **values)
        _set(archive, names, event_id=event_id)
    return archive.store.get(Event, event_id)


def link(
    archive: Archive,
    annotation_id: str,
    event_id: str,
    *,
    names: Sequence[Choice] = (),
    **stated: str | None,
) -> Link:
    """Tie an annotation to an event and say what the source states and names, in one operation; see `events.link`.

    What the source was said to name before stays.
    """
    event = archive.store.get(Event, event_id)
    with archive.operation(N_("Link to event “{subject}”"), subject=short(event.title)):
        made = events.link(archive, annotation_id, event_id, **stated)
        before = [point.authority_id for point in archive.store.list(AccessPoint, link_id=made.id)]
        _set(archive, [*before, *names], link_id=made.id)
    return made


def edit_link(archive: Archive, link_id: str, *, names: Sequence[Choice], **values: str) -> Link:
    """Change what a source states and all that it names, in one operation; see `events.edit_link`."""
    link = archive.store.get(Link, link_id)
    event = archive.store.get(Event, link.event_id)
    with archive.operation(N_("Edit link to “{subject}”"), subject=short(event.title)):
        events.edit_link(archive, link_id, **values)
        _set(archive, names, link_id=link_id)
    return archive.store.get(Link, link_id)
