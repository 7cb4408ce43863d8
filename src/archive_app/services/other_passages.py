"""Passages that speak of the time of an event and are not tied to it: the likeliest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from archive_app.core.days import day_number, read_iso_day
from archive_app.core.records import Event, Link, Refusal
from archive_app.core.spans import Span
from archive_app.language.content_words import content_words
from archive_app.language.dates import DateMention
from archive_app.services import authorities, mentions, proposing
from archive_app.services.annotating import Annotated, annotations_of_event
from archive_app.services.archives import Archive
from archive_app.services.dated_passages import DatedPassage, tell
from archive_app.services.events import get_event
from archive_app.services.mentions import Mentioned
from archive_app.services.proposals import Proposal

_REACH = 7
"""So many days off a passage may still speak of an event of a few days: sources err."""
_A_FEW = 31
_CONSIDERED = 200
"""So many of the nearest mentions are read."""


class Days(NamedTuple):
    """The first and the last day of something, counted as `core.days` does."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many days it are."""
        return self.last - self.first + 1

    def off(self, others: Iterable["Days"]) -> int:
        """How many days it is off the nearest of others, 0 where it touches one."""
        return min(max(0, self.first - other.last, other.first - self.last) for other in others)


@dataclass(frozen=True, slots=True)
class OtherPassage:
    """A passage that may speak of an event.

    `off` is how many days its date is off, 0 where it can be the same; `shared` are the words of title, place and
    names of the event that stand in it.
    """

    passage: DatedPassage
    off: int
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherPassages:
    """Those of an event, the likeliest first; more may come where not all texts were read for dates yet."""

    event_id: str
    passages: tuple[OtherPassage, ...]
    is_complete: bool


def other_passages(archive: Archive, event_id: str) -> OtherPassages:
    """The passages whose date touches that of an event, or one that a source gives for it, and that are not tied to it.

    First stand those that share most words with its title and place, then the nearest in time, then the most precise.
    Raises NotFound.
    """
    event = get_event(archive, event_id)
    linked = annotations_of_event(archive, event_id)
    tied, refused = _tied(linked), _refused(archive, event_id)
    times = _times(event, linked)
    near = _near(archive, times, [tied, refused])
    told = [one for one in tell(archive, near) if not _touches(one.sentence, tied.get(one.text_id, ()))]
    described = _described(archive, event)
    ranked = sorted((_other(one, times, described) for one in told), key=_rank)
    first = {(one.passage.text_id, one.passage.sentence): one for one in reversed(ranked)}
    in_order = tuple(one for one in ranked if first[one.passage.text_id, one.passage.sentence] is one)
    return OtherPassages(event_id, in_order, mentions.state(archive).is_complete)


def _near(
    archive: Archive, times: Sequence[Days], closed: Sequence[dict[str, list[Span]]]
) -> list[Mentioned]:
    """The mentions that are nearest to some times, the shorter ones first, without those at places that are closed."""
    found: dict[tuple[str, Span], Mentioned] = {}
    most = _CONSIDERED + sum(len(spans) for places in closed for spans in places.values())
    for days in times:
        reach = _REACH if days.length <= _A_FEW else 0
        for one in mentions.mentions_near(archive, days.first, days.last, reach=reach, most=most):
            if not any(_touches(one.span, places.get(one.text_id, ())) for places in closed):
                found[one.text_id, one.span] = one
    off = {key: _days_of(one.mention) for key, one in found.items()}
    keys = sorted(found, key=lambda key: (off[key].off(times), off[key].length))
    return [found[key] for key in keys[:_CONSIDERED]]


def _times(event: Event, linked: Iterable[Annotated]) -> list[Days]:
    """The days of the event and of what the sources say of it, as far as they are known."""
    bounds = [(event.first_day, event.last_day)]
    for annotated in linked:
        bounds += [(link.first_day, link.last_day) for link in annotated.links if link.event_id == event.id]
    return [_numbered(first, last) for first, last in dict.fromkeys(bounds) if first and last]


def _tied(linked: Iterable[Annotated]) -> dict[str, list[Span]]:
    """By text, the places that are tied to the event already."""
    found: dict[str, list[Span]] = {}
    for one in linked:
        if one.annotation.text_id is not None and one.annotation.span is not None:
            found.setdefault(one.annotation.text_id, []).append(one.annotation.span)
    return found


def _refused(archive: Archive, event_id: str) -> dict[str, list[Span]]:
    """By text, the places of which a person said that they speak of another event, or are nothing to link."""
    found: dict[str, list[Span]] = {}
    for about in (event_id, None):
        for refusal in archive.store.list(Refusal, event_id=about):
            found.setdefault(refusal.text_id, []).append(refusal.span)
    return found


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _described(archive: Archive, event: Event) -> list[tuple[str, frozenset[str]]]:
    """The words of the title, of the place and of all names of its people, units and places, each with its keys; those
    that share a key count once."""
    names = [name for named in authorities.of_event(archive, event.id) for name in named.names]
    found: list[tuple[str, frozenset[str]]] = []
    for word in (word for text in (event.title, event.place, *names) for word in content_words(text)):
        if all(word.keys.isdisjoint(keys) for _word, keys in found):
            found.append((word.text, word.keys))
    return found


def _other(
    passage: DatedPassage, times: Sequence[Days], described: Iterable[tuple[str, frozenset[str]]]
) -> OtherPassage:
    words = passage.words
    keys: set[str] = set()
    for word in content_words(passage.quote, [(words.start, words.end)]):
        keys |= word.keys
    shared = tuple(text for text, of_word in described if not of_word.isdisjoint(keys))
    return OtherPassage(passage, _days_of(passage.mention).off(times), shared)


def _rank(one: OtherPassage) -> tuple[int, int, int, int, str, int]:
    mention = one.passage.mention
    length = _days_of(mention).length
    return -len(one.shared), one.off, length, -mention.confidence, one.passage.source.title, mention.start


def _days_of(mention: DateMention) -> Days:
    assert mention.first is not None
    assert mention.last is not None
    return _numbered(mention.first, mention.last)


@lru_cache(maxsize=4096)
def _numbered(first: str, last: str) -> Days:
    return Days(day_number(read_iso_day(first)), day_number(read_iso_day(last)))


def link(archive: Archive, event_id: str, passage: DatedPassage) -> Link:
    """Tie the sentence of a passage to an event: the source states the date that it mentions.

    Raises NotFound, Conflict where the text was corrected since.
    """
    proposal = Proposal(_place(passage), passage.sentence, passage.sentence, passage.mention)
    return proposing.link(archive, passage.text_id, proposal, event_id)


def set_aside(archive: Archive, event_id: str, passage: DatedPassage) -> Refusal:
    """Remember that a passage does not speak of an event.

    Raises NotFound, Conflict where the text was corrected since.
    """
    return proposing.refuse(archive, passage.text_id, _place(passage), event_id)


def _place(passage: DatedPassage) -> Span:
    return Span(passage.mention.start, passage.mention.end)
