"""Where the sources of an archive disagree: on dates by computation, on places and people by a person's mark."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive_app.core.agreement import in_conflict
from archive_app.core.dates import format_date
from archive_app.core.records import Event, Link, Sameness, Source
from archive_app.services.archives import Archive
from archive_app.services.events import Claim, in_time
from archive_app.store import annotations


class About(StrEnum):
    """What the sides of a conflict disagree on."""

    DATE = "date"
    PLACE = "place"
    PEOPLE = "people"


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
    """An event on which not all that is said can be right; `is_decided` says that a person gave a verdict on it."""

    event: Event
    about: About
    sides: tuple[Side, ...]
    is_decided: bool = False


def find_conflicts(archive: Archive) -> list[Conflict]:
    """All conflicts of the archive, by the time of their events; what was decided is among them."""
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for link in archive.store.list(Link):
        links[link.event_id].append(link)
    found = []
    for event in sorted(archive.store.get_many(Event, links).values(), key=in_time):
        found += [(event, about, sides) for about, sides in _of_event(event, links[event.id]) if sides]
    claims = _claims(
        archive, [link for _event, _about, sides in found for some in sides.values() for link in some]
    )
    return [
        Conflict(
            event,
            about,
            tuple(
                Side(
                    stated,
                    tuple(claims[link.id] for link in some),
                    about is About.DATE and stated == event.when,
                )
                for stated, some in sides.items()
            ),
            about is About.DATE and bool(event.reason),
        )
        for event, about, sides in found
    ]


Sides = dict[str, list[Link]]


def _of_event(event: Event, links: Sequence[Link]) -> list[tuple[About, Sides]]:
    return [
        (About.DATE, _dates(event, links)),
        (About.PLACE, _marked(links, "says_where", "where_mark")),
        (About.PEOPLE, _marked(links, "says_who", "who_mark")),
    ]


def _dates(event: Event, links: Sequence[Link]) -> Sides:
    """The dates that are in conflict with one another, that of the event first, each with the links that state it."""
    pairs = in_conflict([event.when, *(link.says_when for link in links)])
    disputed = dict.fromkeys(date for pair in pairs for date in pair)
    return {date: [link for link in links if link.says_when == date] for date in disputed}


def _marked(links: Iterable[Link], said: str, mark: str) -> Sides:
    """What all say, where a person marked that one of them differs."""
    every = list(links)
    if all(getattr(link, mark) is not Sameness.DIFFERS for link in every):
        return {}
    sides: Sides = {}
    for link in every:
        if getattr(link, said) or getattr(link, mark) is Sameness.DIFFERS:
            sides.setdefault(getattr(link, said), []).append(link)
    return sides


def _claims(archive: Archive, links: Iterable[Link]) -> dict[str, Claim]:
    """The claims of some links, by the ids of these."""
    wanted = {link.id: link for link in links}
    standing = annotations.many(archive.store, {link.annotation_id for link in wanted.values()})
    by_id = {annotation.id: (annotation, source_id) for annotation, source_id in standing}
    sources = archive.store.get_many(Source, {source_id for _one, source_id in standing if source_id})
    made = {}
    for link in wanted.values():
        annotation, source_id = by_id[link.annotation_id]
        made[link.id] = Claim(link, annotation, sources.get(source_id or ""))
    return made


def is_marked(conflict: Conflict, claim: Claim) -> bool:
    """Whether a person marked that the place or the people of this claim differ."""
    marks = {About.PLACE: claim.link.where_mark, About.PEOPLE: claim.link.who_mark}
    return marks.get(conflict.about) is Sameness.DIFFERS


def stated_words(conflict: Conflict, side: Side) -> str:
    """What a side says, for reading: a date in words, a place or people as the sources have them."""
    return format_date(side.stated) if conflict.about is About.DATE else side.stated
