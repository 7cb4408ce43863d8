"""The page of an event: what each source claims, side by side, and how that agrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive_app.core.agreement import Agreement, agreement, in_conflict
from archive_app.core.citations import citation_text, photo_citation
from archive_app.core.dossier import Run
from archive_app.core.records import Event, Link, Photo, Region, Sameness
from archive_app.core.translation import N_
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.events import Claim, EventSummary, claims, get_event
from archive_app.services.phases import events_above, phases_of
from archive_app.services.verdicts import Held, verdict_history
from archive_app.store import texts


@dataclass(frozen=True, slots=True)
class WeighedClaim:
    """What a passage or a photo states, beside what the event is dated and what the others state.

    `quote` are the words of the source, for a photo its caption. `agreement` is that with the date of the event, None
    where one of the two is missing; `against` are the dates of other claims that cannot be right if this one is.
    """

    claim: Claim
    photo: Photo | None
    quote: str
    agreement: Agreement | None
    against: tuple[str, ...]

    @property
    def link(self) -> Link:
        """The link that states it."""
        return self.claim.link

    @property
    def is_disputed(self) -> bool:
        """Whether its date cannot be right if that of the event or of another claim is."""
        return self.agreement is Agreement.CONFLICT or bool(self.against)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that claims state: EDTF, how it stands to that of the event, and the titles of the sources."""

    when: str
    agreement: Agreement | None
    against: tuple[str, ...]
    sources: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that is shown of an event: `above` are the events that it is a part of, the outermost first."""

    event: Event
    above: tuple[Event, ...]
    phases: tuple[EventSummary, ...]
    claims: tuple[WeighedClaim, ...]
    dates: tuple[StatedDate, ...]
    held: tuple[Held, ...]

    @property
    def has_conflict(self) -> bool:
        """Whether two of the dates cannot both be right, that of the event included."""
        return any(claim.is_disputed for claim in self.claims)


def event_page(archive: Archive, event_id: str) -> EventPage:
    """The page of an event. Raises NotFound."""
    event = get_event(archive, event_id)
    weighed = weigh(archive, event, claims(archive, event_id))
    return EventPage(
        event,
        tuple(events_above(archive, event)),
        tuple(phases_of(archive, event_id)),
        tuple(weighed),
        tuple(_dates(weighed)),
        tuple(verdict_history(archive, event_id)),
    )


def weigh(archive: Archive, event: Event, found: Sequence[Claim]) -> list[WeighedClaim]:
    """The claims on an event, each with how its date stands to that of the event and to those of the others."""
    against: dict[str, list[str]] = {}
    for one, two in in_conflict(claim.link.says_when for claim in found):
        against.setdefault(one, []).append(two)
        against.setdefault(two, []).append(one)
    photos = _photos(archive, found)
    weighed = []
    for claim in found:
        photo, said = photos.get(claim.annotation.id), claim.link.says_when
        quote = claim.annotation.quote or (photo.caption if photo else "")
        stands = agreement(said, event.when)
        weighed.append(WeighedClaim(claim, photo, quote, stands, tuple(against.get(said, ()))))
    return weighed


def _photos(archive: Archive, found: Iterable[Claim]) -> dict[str, Photo]:
    """The photos that annotations stand on, by the ids of the annotations."""
    notes = [claim.annotation for claim in found if claim.annotation.text_id is None]
    regions = archive.store.get_many(Region, [note.region_id for note in notes if note.region_id])
    ids = {note.id: note.photo_id or _photo_of(regions, note.region_id) for note in notes}
    photos = archive.store.get_many(Photo, [photo_id for photo_id in ids.values() if photo_id])
    return {key: photos[photo_id] for key, photo_id in ids.items() if photo_id in photos}


def _photo_of(regions: dict[str, Region], region_id: str | None) -> str:
    return regions[region_id].photo_id if region_id in regions else ""


def _dates(weighed: Sequence[WeighedClaim]) -> list[StatedDate]:
    """The dates that are stated, those that most claims state first."""
    by_date: dict[str, list[WeighedClaim]] = {}
    for one in weighed:
        if one.link.says_when:
            by_date.setdefault(one.link.says_when, []).append(one)
    dates = [
        StatedDate(when, some[0].agreement, some[0].against, _titles(some), len(some))
        for when, some in by_date.items()
    ]
    return sorted(dates, key=lambda date: -date.claims)


def _titles(some: Iterable[WeighedClaim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.claim.source.title for one in some if one.claim.source))


def cited(archive: Archive, some: Iterable[WeighedClaim]) -> list[str]:
    """How each of some claims is cited, with the numbers of the paragraphs; "" for what is in no source."""
    return [_citation(archive, one) for one in some]


def _citation(archive: Archive, one: WeighedClaim) -> str:
    source, note = one.claim.source, one.claim.annotation
    if one.photo is not None:
        runs: Sequence[Run] = photo_citation(one.photo, source)
        return "".join(run.text for run in runs)
    if source is None:
        return ""
    if note.text_id is None or note.span is None:
        return citation_text(source)
    first, last = texts.ordinals_of(archive.store, note.text_id, note.span)
    return citation_text(source, first + 1, last + 1)


def mark_claim(
    archive: Archive, link_id: str, *, where: Sameness | None = None, who: Sameness | None = None
) -> Link:
    """Say whether the place or the people of a claim are those of the event; what is None stays. Raises NotFound."""
    link = archive.store.get(Link, link_id)
    event = get_event(archive, link.event_id)
    marks = {"where_mark": where, "who_mark": who}
    with archive.operation(N_("Compare a claim on “{subject}”"), subject=short(event.title)):
        archive.store.update(
            Link, link_id, **{name: mark for name, mark in marks.items() if mark is not None}
        )
    return archive.store.get(Link, link_id)
