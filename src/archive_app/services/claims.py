"""The page of an event: what each source claims, side by side, and how that agrees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive_app.core.agreement import Agreement, agreement
from archive_app.core.citations import citation_text, photo_citation
from archive_app.core.disagreement import Standing, standings
from archive_app.core.dossier import Run
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Event, Link, Photo, Region, Sameness
from archive_app.core.translation import N_
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named, of_event
from archive_app.services.conflicts import open_conflicts_on
from archive_app.services.events import Claim, EventSummary, claims, get_event, statement_of
from archive_app.services.named_claims import names_of_links, unlike
from archive_app.services.phases import events_above, phases_of
from archive_app.services.verdicts import Held, verdict_history
from archive_app.store import texts


@dataclass(frozen=True, slots=True)
class WeighedClaim:
    """What a passage or a photo states, beside what the event is dated and what the others state.

    `quote` are the words of the source, for a photo its caption. `names` are the people, units and places that it
    names, `unlike` the kinds of which another claim names others only.
    """

    claim: Claim
    photo: Photo | None
    quote: str
    standing: Standing
    names: tuple[Named, ...] = ()
    unlike: tuple[AuthorityKind, ...] = ()

    @property
    def link(self) -> Link:
        """The link that states it."""
        return self.claim.link

    @property
    def agreement(self) -> Agreement | None:
        """How its date stands to that of the event, None where one of the two is missing."""
        return self.standing.agreement

    @property
    def against(self) -> tuple[str, ...]:
        """The dates of other sources that cannot be right if this one is."""
        return self.standing.against

    @property
    def beside(self) -> tuple[str, ...]:
        """The dates that the same source gives, too, and that cannot be right if this one is."""
        return self.standing.beside

    @property
    def is_disputed(self) -> bool:
        """Whether its date cannot be right if that of the event or of another source is; a person's mark goes first."""
        return self.standing.is_disputed


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date that claims state: EDTF, how it stands to that of the event, and the titles of the sources.

    `against` and `beside` are those of all its claims. `is_settled` says that it computes as a contradiction and that
    by a person's mark it is none.
    """

    when: str
    agreement: Agreement | None
    against: tuple[str, ...]
    beside: tuple[str, ...]
    sources: tuple[str, ...]
    claims: int
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class EventPage:
    """All that is shown of an event: `above` are the events that it is a part of, the outermost first; `disputed` are
    the ids of those of its phases on which sources are against each other, `names` the people, units and places that it
    has to do with."""

    event: Event
    above: tuple[Event, ...]
    phases: tuple[EventSummary, ...]
    claims: tuple[WeighedClaim, ...]
    dates: tuple[StatedDate, ...]
    held: tuple[Held, ...]
    disputed: frozenset[str] = frozenset()
    names: tuple[Named, ...] = ()

    @property
    def has_conflict(self) -> bool:
        """Whether two of the dates cannot both be right, that of the event included; not by two of one source alone."""
        return any(claim.is_disputed for claim in self.claims)

    @property
    def is_doubled(self) -> bool:
        """Whether a source gives two dates that cannot both be right."""
        return any(claim.standing.is_doubled for claim in self.claims)


def event_page(archive: Archive, event_id: str) -> EventPage:
    """The page of an event. Raises NotFound."""
    event = get_event(archive, event_id)
    weighed = _named(archive, weigh(archive, event, claims(archive, event_id)))
    phases = phases_of(archive, event_id)
    return EventPage(
        event,
        tuple(events_above(archive, event)),
        tuple(phases),
        tuple(weighed),
        tuple(_dates(weighed)),
        tuple(verdict_history(archive, event_id)),
        frozenset(open_conflicts_on(archive, [phase.event.id for phase in phases])),
        tuple(of_event(archive, event_id)),
    )


def _named(archive: Archive, weighed: Sequence[WeighedClaim]) -> list[WeighedClaim]:
    """The same claims with what they name."""
    names = names_of_links(archive, [one.link.id for one in weighed])
    others = unlike(names)
    return [
        replace(one, names=names.get(one.link.id, ()), unlike=others.get(one.link.id, ())) for one in weighed
    ]


def weigh(archive: Archive, event: Event, found: Sequence[Claim]) -> list[WeighedClaim]:
    """The claims on an event, each with how its date stands to that of the event and to those of the others."""
    standing = standings(event.when, [statement_of(claim) for claim in found])
    photos = _photos(archive, found)
    weighed = []
    for claim, stands in zip(found, standing, strict=True):
        photo = photos.get(claim.annotation.id)
        quote = claim.annotation.quote or (photo.caption if photo else "")
        weighed.append(WeighedClaim(claim, photo, quote, stands))
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
        StatedDate(
            when,
            some[0].agreement,
            _all_of(one.against for one in some),
            _all_of(one.beside for one in some),
            _titles(some),
            len(some),
            _is_settled(some),
        )
        for when, some in by_date.items()
    ]
    return sorted(dates, key=lambda date: -date.claims)


def _all_of(dates: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(date for some in dates for date in some))


def _is_settled(some: Sequence[WeighedClaim]) -> bool:
    """Whether what computes as a contradiction is none, since a person said so of these claims or of the others."""
    standing = [one.standing for one in some]
    left = any(one.is_disputed or one.is_doubled for one in standing)
    return any(one.is_apart for one in standing) and not left


def agreed_date(page: EventPage) -> str:
    """The date that an event without one of its own could take, as all claims bear it out; "" where there is none."""
    if page.event.when or page.has_conflict or page.is_doubled:
        return ""
    good = (Agreement.SAME, Agreement.MORE_PRECISE)
    dates = [date.when for date in page.dates]
    return next((one for one in dates if all(agreement(one, other) in good for other in dates)), "")


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
    archive: Archive,
    link_id: str,
    *,
    where: Sameness | None = None,
    who: Sameness | None = None,
    when: Sameness | None = None,
    reason: str = "",
) -> Link:
    """Say whether the place or the people of a claim are those of the event, or whether its date contradicts (DIFFERS)
    or not (SAME), whatever is computed; what is None stays. A reason is added to its remark. Raises NotFound."""
    link = archive.store.get(Link, link_id)
    event = get_event(archive, link.event_id)
    marks = {"where_mark": where, "who_mark": who, "when_mark": when}
    with archive.operation(N_("Compare a claim on “{subject}”"), subject=short(event.title)):
        given = {name: mark for name, mark in marks.items() if mark is not None}
        archive.store.update(Link, link_id, **given, note=_with_reason(link.note, reason))
    return archive.store.get(Link, link_id)


def mark_dates(archive: Archive, link_ids: Sequence[str], mark: Sameness, reason: str = "") -> list[Link]:
    """Say of the dates of some claims on one event that they contradict, or not, and why.

    A reason goes into the remark of each claim; what stands there stays before it. Raises NotFound.
    """
    found = [archive.store.get(Link, link_id) for link_id in link_ids]
    if not found:
        return []
    event = get_event(archive, found[0].event_id)
    with archive.operation(N_("Compare the dates of “{subject}”"), subject=short(event.title)):
        for link in found:
            archive.store.update(Link, link.id, when_mark=mark, note=_with_reason(link.note, reason))
    return [archive.store.get(Link, link_id) for link_id in link_ids]


def _with_reason(note: str, reason: str) -> str:
    reason = " ".join(reason.split())
    if not reason or reason in note:
        return note
    return f"{note}; {reason}" if note else reason
