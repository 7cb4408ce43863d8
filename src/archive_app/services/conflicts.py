"""Where the sources of an archive disagree: on dates by computation, on places and people by a person's mark."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive_app.core.agreement import in_conflict
from archive_app.core.chronology import OrderKey, order_of
from archive_app.core.dates import EdtfDate, format_date
from archive_app.core.disagreement import standings
from archive_app.core.records import Event, Link, Sameness, Source
from archive_app.services.archives import Archive
from archive_app.services.events import Claim, in_time, statement_of
from archive_app.store import annotations


class About(StrEnum):
    """What the sides of a conflict disagree on."""

    DATE = "date"
    PLACE = "place"
    PEOPLE = "people"


class State(StrEnum):
    """What became of a conflict: nothing yet, a verdict on the date, or a person's word that it is none."""

    OPEN = "open"
    DECIDED = "decided"
    SETTLED = "no contradiction"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that are said: EDTF or words as the sources have them, and the claims that say it.

    `is_held` says that it is the date of the event itself.
    """

    stated: str
    claims: tuple[Claim, ...]
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event on which not all that is said can be right.

    `within` is the source that gives all the dates, where it is not one source against another.
    """

    event: Event
    about: About
    sides: tuple[Side, ...]
    state: State = State.OPEN
    within: Source | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a person gave a verdict on it."""
        return self.state is State.DECIDED

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all sides."""
        return tuple(claim for side in self.sides for claim in side.claims)


def find_conflicts(archive: Archive) -> list[Conflict]:
    """All conflicts of the archive, by the time of their events; what was settled is among them."""
    return _among(archive, archive.store.list(Link))


def open_conflicts_on(archive: Archive, event_ids: Iterable[str]) -> set[str]:
    """Those of some events on which sources are against each other and nobody dealt with it."""
    links = [link for event_id in event_ids for link in archive.store.list(Link, event_id=event_id)]
    return {one.event.id for one in _among(archive, links) if one.state is State.OPEN and one.within is None}


def _among(archive: Archive, every_link: Iterable[Link]) -> list[Conflict]:
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for link in every_link:
        links[link.event_id].append(link)
    every = archive.store.get_many(Event, links).values()
    events = [event for event in every if _may_differ(event, links[event.id])]
    claims = _claims(archive, (link for event in events for link in links[event.id]))
    found = []
    for event in sorted(events, key=in_time):
        of_event = [claims[link.id] for link in links[event.id] if link.id in claims]
        found += _on_dates(event, of_event)
        for about in (About.PLACE, About.PEOPLE):
            if sides := _marked(of_event, about):
                found.append(Conflict(event, about, tuple(sides)))
    return found


def _may_differ(event: Event, links: Sequence[Link]) -> bool:
    """Whether anything that is said of an event is in conflict; most events have nothing."""
    if any(Sameness.DIFFERS in (link.when_mark, link.where_mark, link.who_mark) for link in links):
        return True
    return bool(in_conflict([event.when, *(link.says_when for link in links)]))


def _on_dates(event: Event, claims: Sequence[Claim]) -> list[Conflict]:
    """The conflict of different sources on the date of an event, and those that a source has with itself."""
    standing = standings(event.when, [statement_of(claim) for claim in claims])
    weighed = list(zip(claims, standing, strict=True))
    between, is_held = dict[str, None](), False
    within: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim, stands in weighed:
        differs = claim.link.when_mark is Sameness.DIFFERS
        if stands.is_against_held or stands.against or differs:
            between |= dict.fromkeys((claim.link.says_when, *stands.against))
            is_held |= stands.is_against_held
        if differs:
            between |= dict.fromkeys(one.link.says_when for one in claims)
            is_held = True
        if stands.beside and claim.source:
            within[claim.source.id].append(claim)
    found = []
    if between:
        dates = dict.fromkeys((*([event.when] if is_held else ()), *between))
        state = _state(event, any(stands.is_disputed for _claim, stands in weighed))
        found.append(Conflict(event, About.DATE, _dated(event, dates, claims), state))
    doubled = {claim.link.id for claim, stands in weighed if stands.is_doubled}
    for some in within.values():
        dates = dict.fromkeys(claim.link.says_when for claim in some)
        state = _state(event, any(claim.link.id in doubled for claim in some))
        found.append(Conflict(event, About.DATE, _dated(event, dates, some), state, some[0].source))
    return found


def _state(event: Event, is_left: bool) -> State:
    if not is_left:
        return State.SETTLED
    return State.DECIDED if event.reason else State.OPEN


def _dated(event: Event, dates: Iterable[str], claims: Sequence[Claim]) -> tuple[Side, ...]:
    """A side for each date, with the claims that state it: that of the event first, the others in the order of time."""
    said: dict[str, list[Claim]] = {date: [] for date in dates if date}
    for claim in claims:
        if claim.link.says_when in said:
            said[claim.link.says_when].append(claim)
    sides = [Side(date, tuple(some), date == event.when) for date, some in said.items()]
    return tuple(sorted(sides, key=lambda side: (not side.is_held, _order_of(side))))


def _order_of(side: Side) -> OrderKey | tuple[()]:
    if not side.claims:
        return ()
    link = side.claims[0].link
    return order_of(EdtfDate(link.says_when, link.first_day, link.last_day))


_FIELDS = {About.PLACE: ("says_where", "where_mark"), About.PEOPLE: ("says_who", "who_mark")}


def _marked(claims: Sequence[Claim], about: About) -> list[Side]:
    """What all say, where a person marked that one of them differs."""
    said, mark = _FIELDS[about]
    if all(getattr(claim.link, mark) is not Sameness.DIFFERS for claim in claims):
        return []
    sides: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if getattr(claim.link, said) or getattr(claim.link, mark) is Sameness.DIFFERS:
            sides[getattr(claim.link, said)].append(claim)
    return [Side(stated, tuple(some)) for stated, some in sides.items()]


def _claims(archive: Archive, links: Iterable[Link]) -> dict[str, Claim]:
    """The claims of some links, by the ids of these; those that were deleted meanwhile are left out."""
    wanted = {link.id: link for link in links}
    standing = annotations.many(archive.store, {link.annotation_id for link in wanted.values()})
    by_id = {annotation.id: (annotation, source_id) for annotation, source_id in standing}
    sources = archive.store.get_many(Source, {source_id for _one, source_id in standing if source_id})
    made = {}
    for link in wanted.values():
        if link.annotation_id not in by_id:
            continue
        annotation, source_id = by_id[link.annotation_id]
        made[link.id] = Claim(link, annotation, sources.get(source_id or ""))
    return made


def mark_of(conflict: Conflict, claim: Claim) -> Sameness:
    """What a person marked of what this claim says on the matter of a conflict."""
    return {
        About.DATE: claim.link.when_mark,
        About.PLACE: claim.link.where_mark,
        About.PEOPLE: claim.link.who_mark,
    }[conflict.about]


def stated_words(conflict: Conflict, side: Side) -> str:
    """What a side says, for reading: a date in words, a place or people as the sources have them."""
    return format_date(side.stated) if conflict.about is About.DATE else side.stated
