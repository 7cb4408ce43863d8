"""What has to do with a person, unit or place: events, and what sources state of them."""

from dataclasses import dataclass

from archive_app.core.records import AccessPoint, Event, Link, Source
from archive_app.services.annotating import annotations_called
from archive_app.services.archives import Archive
from archive_app.services.authorities import get_authority
from archive_app.services.events import Claim, EventSummary, in_time
from archive_app.store import authorities, counts


@dataclass(frozen=True, slots=True)
class UseInEvent:
    """An event that has to do with a record: `itself` where the event points to it, `claims` are those that do."""

    event: Event
    links: int
    itself: bool
    claims: tuple[Claim, ...]

    @property
    def summary(self) -> EventSummary:
        """The event as lists show it."""
        return EventSummary(self.event, self.links)


def uses_of(archive: Archive, authority_id: str) -> list[UseInEvent]:
    """All that points to a record, event by event in the order of time. Raises NotFound."""
    get_authority(archive, authority_id)
    points = archive.store.list(AccessPoint, authority_id=authority_id)
    links = archive.store.get_many(Link, [point.link_id for point in points if point.link_id])
    themselves = {point.event_id for point in points if point.event_id}
    found = archive.store.get_many(Event, [*themselves, *(link.event_id for link in links.values())])
    claims = _claims(archive, links)
    number = counts.links_by_event(archive.store)
    return [
        UseInEvent(event, number.get(event.id, 0), event.id in themselves, tuple(claims.get(event.id, ())))
        for event in sorted(found.values(), key=in_time)
    ]


def _claims(archive: Archive, links: dict[str, Link]) -> dict[str, list[Claim]]:
    """The claims of these links, by the events that they are on."""
    annotated = annotations_called(archive, (link.annotation_id for link in links.values()))
    sources = archive.store.get_many(Source, (one.source_id for one in annotated if one.source_id))
    found: dict[str, list[Claim]] = {}
    for one in annotated:
        for link in one.links:
            if link.id in links:
                claim = Claim(link, one.annotation, sources.get(one.source_id or ""))
                found.setdefault(link.event_id, []).append(claim)
    return found


def use_counts(archive: Archive) -> dict[str, int]:
    """Authority id → how many events have to do with it; records without any are left out."""
    return authorities.events_by_authority(archive.store)
