"""Which events a passage may speak of: candidates, ranked by a score that a person can be told the reasons of.

The score is a sum; 1 is what the same date is worth, or one word that only this event has and that is rare in the text.

* Date. The same date 1; one that lies within the other or overlaps it 0.9, less the less of the two they have in
  common (a month says little about a day). A date in conflict counts for little and against only when it is far: a
  source may well be wrong by some days, and that is what is to be found. The nearest of the dates counts that the event
  and its claims have.
* Words. Every content word that the passage shares with the event (with its title, its place and the passages that
  are linked to it) counts by its rarity among the events and in the text; a name 1.6 times as much, a number 0.4
  times. Events that one passage tells count once in that. A word of the title or the place is as rare as it is among
  titles and places, and counts 1.05 times. Words of the sentence that belong to another date of it count 0.3 times, and
  0.5 together at most. An event of which much is told shares more words with anything, and is divided down for that.
* Links. An event that is linked next to the passage, or that other sources tell next, gains 0.15.

Measured on two articles of which 20 events were aligned by hand; see decision 015.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from heapq import heappush, heappushpop
from math import isinf, log

from archive_app.core.agreement import Agreement, agreement
from archive_app.core.timespans import Extent, extent_of

NAME, NUMBER, AROUND = 1.6, 0.4, 0.3
_TITLE = 1.05
_MOST_AROUND = 0.5
_PART, _FLATTENED = 0.9, 0.25
_NEAR = ((1, 0.25), (7, 0.1), (31, 0.0), (366, -0.5))
"""What a date in conflict is worth that is so many days off at most."""
_FAR = -2.0
_WEEK = 7
_BESIDE = 0.15
_FEW_KEYS, _DIVIDED, _ENTITLED = 6, 0.3, 0.5
LEAST = 0.25
"""What scores less is no candidate."""
LEAST_UNDATED = 1.6
"""What words alone must come to, so that a passage without a date is proposed at all."""
_FURTHER_OFF = 0.43
"""What a date that is further off may be worth: "about October" and a day in November may be one."""
_ROUNDING = 1e-9
_SOON = 10
"""Days that a date may be off where nothing else speaks for an event."""


class Nearness(StrEnum):
    """Why an event is expected at a place of a text."""

    LINKED = "linked"
    """It is linked to what stands just before or after."""
    FOLLOWS = "follows"
    """Another source tells it after the event that this text tells of just before."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with content that begins at `start`; forms of one word share a key. `is_name`: its capital is its own."""

    text: str
    start: int
    keys: frozenset[str]
    is_name: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it counts or numbers something."""
        return all(key[0] == "#" for key in self.keys)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a passage tells: EDTF date ("" for none), the words that belong to it, and those around them."""

    when: str
    words: tuple[Word, ...]
    around: tuple[Word, ...] = ()


@dataclass(frozen=True)
class KnownEvent:
    """An event with all dates that it and its claims have, EDTF, the words of its title and place, and those of each
    passage that tells it.

    What is worked out from them is kept, so that an archive of thousands is ready at once where few have changed.
    """

    id: str
    dates: tuple[str, ...]
    described: tuple[Word, ...]
    told: tuple[tuple[Word, ...], ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """All its words."""
        return (*self.described, *(word for passage in self.told for word in passage))

    @cached_property
    def entitled(self) -> frozenset[str]:
        """The keys of its title and place."""
        return frozenset(_keys_of(self.described))

    @cached_property
    def passages(self) -> tuple[frozenset[str], ...]:
        """The keys of each passage that tells it."""
        return tuple(frozenset(_keys_of(passage)) for passage in self.told)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all its words."""
        return self.entitled.union(*self.passages)

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of those of its words that are names."""
        return frozenset(_keys_of(word for word in self.words if word.is_name))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that a passage may speak of, and why.

    `agreement` is that of the passage's date with `date`, the nearest one of the event, None where one has none;
    `days_off` how many days lie between the two where they are in conflict. `shared` are the words that both have, as
    the passage writes them, the weightiest first, `names` those of them that are names.
    """

    event_id: str
    score: float
    agreement: Agreement | None = None
    date: str = ""
    days_off: int = 0
    shared: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    nearness: Nearness | None = None


@dataclass(frozen=True, slots=True)
class _Dated:
    worth: float
    agreement: Agreement | None = None
    date: str = ""
    days_off: int = 0


class Ranking:
    """All events of an archive, ready to be compared with the passages of one text.

    `in_text` says in how many of its `sentences` each key stands.
    """

    def __init__(self, events: Iterable[KnownEvent], in_text: Mapping[str, int], sentences: int) -> None:
        self._events = {event.id: event for event in events}
        self._having: defaultdict[str, list[str]] = defaultdict(list)
        for event in self._events.values():
            for key in event.keys:
                self._having[key].append(event.id)
        self._among = self._counted()
        self._in_titles = Counter(key for event in self._events.values() for key in event.entitled)
        self._named = frozenset().union(*(event.names for event in self._events.values()))
        self._in_text, self._sentences = in_text, sentences
        self._rarest: dict[str, float] = {}
        self._by_day = sorted(
            (extent.begins, extent.ends, event.id)
            for event in self._events.values()
            for date in event.dates
            if (extent := extent_of(date)) is not None
        )
        self._begins = [begins for begins, _ends, _event_id in self._by_day]

    def _counted(self) -> dict[str, int]:
        """How many events have each key. Those that are told by one passage alone count once together: that it tells of
        several makes its words no less its own."""
        passages = {passage for event in self._events.values() for passage in event.passages}
        counted = Counter(key for passage in passages for key in passage)
        for event in self._events.values():
            counted.update(event.entitled.difference(*event.passages))
        return {key: min(len(having), counted[key]) for key, having in self._having.items()}

    def candidates(
        self,
        telling: Telling,
        nearness: Mapping[str, Nearness] | None = None,
        refused: Iterable[str] = (),
        most: int = 5,
    ) -> list[Candidate]:
        """The events that a passage may speak of, the likeliest first; none of the `refused` ones.

        They are looked at by what they could come to at most, until none can come before those that were found.
        """
        nearness = nearness or {}
        bounds = self._bounds(telling, nearness)
        for event_id in refused:
            bounds.pop(event_id, None)
        found: list[Candidate] = []
        scores: list[float] = []
        for event_id in sorted(bounds, key=lambda one: -bounds[one]):
            if bounds[event_id] + _ROUNDING < (scores[0] if len(scores) >= most else LEAST):
                break
            candidate = self._candidate(self._events[event_id], telling, nearness.get(event_id))
            if candidate.score >= LEAST and _is_plausible(candidate):
                found.append(candidate)
                (heappush if len(scores) < most else heappushpop)(scores, candidate.score)
        return sorted(found, key=lambda one: (-one.score, one.event_id))[:most]

    def told_without_date(self, telling: Telling, refused: Iterable[str] = ()) -> list[Candidate]:
        """The events that a passage without a date of its own speaks of, where that is likely: none else.

        Words must say it, and more than one: a single name is in many sentences that tell something else.
        `telling.when` is the date at hand: it decides among these, and where it is far off more is asked of the
        words. Nothing is said of it, since the passage does not state it.
        """
        silent = Telling("", telling.words)
        possible = (self._events[event_id] for event_id in self._sharing_enough(telling.words) - set(refused))
        words = [self._candidate(event, silent, None) for event in possible]
        worth = {one.event_id: self._dated(self._events[one.event_id], telling.when).worth for one in words}
        sure = [
            replace(one, score=one.score + worth[one.event_id])
            for one in words
            if len(one.shared) > 1 and one.score + min(0, worth[one.event_id]) >= LEAST_UNDATED
        ]
        return sorted(sure, key=lambda one: (-one.score, one.event_id))

    @staticmethod
    def _dated(event: KnownEvent, when: str) -> "_Dated":
        """How a date stands to the nearest one of an event."""
        return max((_dated(when, date) for date in event.dates), key=_worth, default=_Dated(0))

    def _sharing_enough(self, words: Iterable[Word]) -> set[str]:
        """Events that could come to `LEAST_UNDATED` by some words: never fewer than do, and quick to find out, since
        most sentences of a text share little with any event."""
        most: defaultdict[str, float] = defaultdict(float)
        several: set[str] = set()
        for word in words:
            having = {event_id for key in word.keys for event_id in self._having.get(key, ())}
            if not having:
                continue
            weight = _TITLE * self._kind(word) * max(map(self._most_rare, word.keys))
            for event_id in having:
                if event_id in most:
                    several.add(event_id)
                most[event_id] += weight
        return {event_id for event_id in several if most[event_id] >= LEAST_UNDATED}

    def _most_rare(self, key: str) -> float:
        """How much a key can count at most, whichever event has it."""
        known = self._rarest.get(key)
        if known is None:
            among = min(self._among.get(key, 1), self._in_titles.get(key, len(self._events)))
            known = self._rarest[key] = _rarity(among, len(self._events)) * self._rarity_here((key,))
        return known

    def _bounds(self, telling: Telling, nearness: Mapping[str, Nearness]) -> dict[str, float]:
        """What each event that shares a word, whose time is near or that is expected could come to at most: to look at
        all of them closely would only cost time."""
        own, around = self._most_shared(telling.words), self._most_shared(telling.around)
        extent = extent_of(telling.when)
        dated = _FURTHER_OFF if extent or not telling.when else 1.0
        found = defaultdict(lambda: dated, {event_id: dated + most for event_id, most in own.items()})
        for event_id, most in around.items():
            found[event_id] += min(AROUND * most, _MOST_AROUND)
        for event_id in self._soon(extent) if extent else ():
            found[event_id] += 1 - _FURTHER_OFF
        for event_id in nearness.keys() & self._events.keys():
            found[event_id] += _BESIDE
        return found

    def _soon(self, extent: Extent) -> set[str]:
        """The events whose time is near."""
        return {
            event_id
            for begins, ends, event_id in self._by_day[: bisect_right(self._begins, extent.ends + _SOON)]
            if ends >= extent.begins - _SOON
        }

    def _most_shared(self, words: Iterable[Word]) -> dict[str, float]:
        """The most that words could count for each event that has any of them."""
        most: defaultdict[str, float] = defaultdict(float)
        for word in words:
            having = {event_id for key in word.keys for event_id in self._having.get(key, ())}
            weight = _TITLE * self._kind(word) * max(map(self._most_rare, word.keys)) if having else 0.0
            for event_id in having:
                most[event_id] += weight
        return most

    def _candidate(self, event: KnownEvent, telling: Telling, nearness: Nearness | None) -> Candidate:
        dated = self._dated(event, telling.when)
        shared = self._shared(event, telling)
        own = sum(weight for weight, _word, is_own in shared if is_own)
        around = sum(weight for weight, _word, is_own in shared if not is_own)
        words = own + min(around, _MOST_AROUND)
        names = dict.fromkeys(word.text for _weight, word, _own in shared if self._is_name(word))
        return Candidate(
            event.id,
            dated.worth + words + (_BESIDE if nearness else 0),
            dated.agreement,
            dated.date,
            dated.days_off,
            tuple(dict.fromkeys(word.text for _weight, word, _own in shared)),
            tuple(names),
            nearness,
        )

    def _size(self, event: KnownEvent) -> float:
        return float((max(_FEW_KEYS, len(event.keys)) / _FEW_KEYS) ** _DIVIDED)

    def _shared(self, event: KnownEvent, telling: Telling) -> list[tuple[float, Word, bool]]:
        """The words that both have with their weights, and whether they belong to the date; the weightiest first.

        Each word of the language stands once.
        """
        keys, seen, found = event.keys, set[str](), []
        for words, share, is_own in ((telling.words, 1.0, True), (telling.around, AROUND, False)):
            for word in words:
                common = word.keys & keys
                if common and not common & seen:
                    seen |= common
                    found.append((share * self._weight(event, word, common), word, is_own))
        return sorted(found, key=lambda one: -one[0])

    def _weight(self, event: KnownEvent, word: Word, common: frozenset[str]) -> float:
        among = max(self._among[key] for key in common)
        entitled = common & event.entitled
        if entitled:
            among = min(among, max(self._in_titles[key] for key in entitled))
        divided = self._size(event) ** _ENTITLED if entitled else self._size(event)
        kind = self._kind(word) * (_TITLE if entitled else 1)
        return kind * _rarity(among, len(self._events)) * self._rarity_here(common) / divided

    def _rarity_here(self, keys: Iterable[str]) -> float:
        """How rare a word is in the text, by the commonest of its keys."""
        here = max([1, *(self._in_text.get(key, 1) for key in keys)])
        return _rarity(here, max(here, self._sentences))

    def _kind(self, word: Word) -> float:
        return NAME if self._is_name(word) else NUMBER if word.is_number else 1.0

    def _is_name(self, word: Word) -> bool:
        """Whether a word is a name, be it only because it is one where an event is told: "Zemun" begins a sentence."""
        return word.is_name or (word.text[0].isupper() and not self._named.isdisjoint(word.keys))


def _keys_of(words: Iterable[Word]) -> set[str]:
    return {key for word in words for key in word.keys}


def _rarity(having: int, of: int) -> float:
    """1 for what only one has, towards 0 for what all have."""
    return log((1 + of) / having) / log(1 + of)


def _is_plausible(candidate: Candidate) -> bool:
    """Whether enough speaks for an event whose date is another one: a shared word, or several where it is far off."""
    if candidate.agreement is not Agreement.CONFLICT:
        return True
    return len(candidate.shared) >= (1 if 0 < candidate.days_off <= _WEEK else 2)


def _worth(dated: _Dated) -> float:
    return dated.worth


def _dated(stated: str, other: str) -> _Dated:
    """What it is worth that a passage states a date and the event has another one."""
    stands = agreement(stated, other)
    if stands is None:
        return _Dated(0)
    if stands is Agreement.SAME:
        return _Dated(1, stands, other)
    one, two = extent_of(stated), extent_of(other)
    if one is None or two is None:
        return _Dated(0, stands, other)
    if stands is Agreement.CONFLICT:
        off = max(one.begins - two.ends, two.begins - one.ends) + 1
        days = max(1, round(off)) if not isinf(off) else 0
        return _Dated(next((worth for most, worth in _NEAR if days <= most), _FAR), stands, other, days)
    common = max(min(one.ends, two.ends) - max(one.begins, two.begins), 0.5)
    whole = max(one.ends, two.ends) - min(one.begins, two.begins)
    return _Dated(_PART * (common / whole) ** _FLATTENED, stands, other)
