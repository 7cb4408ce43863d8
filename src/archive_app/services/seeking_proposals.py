"""Looking for proposals: which places of a text are open, and which events they may speak of.

Plain data in, plain data out: it runs where heavy work runs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from archive_app.core.progress import SILENT, Progress
from archive_app.core.proposals import Candidate, KnownEvent, Nearness, Ranking, Telling, Word
from archive_app.core.settled import DatePlace, StatedPlace, Touching, fits, settled_dates
from archive_app.core.spans import Span
from archive_app.language.content_words import content_words
from archive_app.language.names import Names
from archive_app.language.names_told import NamesTold, key_of, named
from archive_app.language.tellings import Told, parts_told, telling, told_in, words_told

MOST = 5
"""So many candidates are given for a passage: one key each."""
_BESIDE = 300
"""What is linked no more code points away stands beside a passage."""
_NEXT = 2
"""So many events after one that is told in another source are expected to be told next here."""


@dataclass(frozen=True, slots=True)
class State:
    """What a person decided about a text so far, as plain data."""

    stated: tuple[StatedPlace, ...]
    set_aside: tuple[Span, ...]
    refused: tuple[tuple[Span, str], ...]
    """Places with the events that they do not speak of."""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """An event as it is known from its description and its claims: each a quotation with the date that it states."""

    id: str
    title: str
    when: str
    place: str
    claims: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()
    """The ids of the people, units and places that it has to do with."""


@dataclass(frozen=True, slots=True)
class Task:
    """All that is needed to find the proposals of a text, as plain data."""

    letters: str
    passages: tuple[tuple[int, int], ...]
    dates: tuple[DatePlace, ...]
    state: State
    events: tuple[EventFacts, ...]
    told_elsewhere: tuple[tuple[str, ...], ...]
    """The events that each other text tells, in its order."""
    names: Names
    first: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A proposal as plain data: `date` is the number of its mention."""

    date: int | None
    sentence: tuple[int, int]
    part: tuple[int, int]
    linked: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    is_ranked: bool = False


@dataclass(frozen=True, slots=True)
class _Survey:
    """The sentences of a text with their dates, and in how many of them each key of a word stands."""

    told: tuple[Told, ...]
    words: Mapping[tuple[int, int], tuple[Word, ...]]
    """Those of the sentences without a date: all of them are compared after each decision."""
    keys: Mapping[str, int]
    sentences: int


@lru_cache(maxsize=2)
def _survey(letters: str, passages: tuple[tuple[int, int], ...], dates: tuple[DatePlace, ...]) -> _Survey:
    told = tuple(told_in(letters, passages, [(date.span.start, date.span.end) for date in dates]))
    keys: Counter[str] = Counter()
    words = {}
    for start, end in dict.fromkeys(one.sentence for one in told):
        words[start, end] = tuple(content_words(letters[start:end]))
        keys.update({key for word in words[start, end] for key in word.keys})
    silent = {one.sentence: words[one.sentence] for one in told if one.date is None}
    return _Survey(told, silent, keys, len(words))


def propose(task: Task, progress: Progress = SILENT) -> list[Place]:
    """The open places of a text; runs where heavy work runs."""
    survey = _survey(task.letters, task.passages, task.dates)
    seeker = _Seeker(task, survey)
    found = []
    for done, told in enumerate(survey.told):
        progress.step(done, len(survey.told))
        place = seeker.dated(told) if told.date is not None else seeker.undated(told)
        if place is not None:
            found.append(place)
    return found


class _Seeker:
    """Looks at one sentence after the other, in the order of the text."""

    def __init__(self, task: Task, survey: _Survey) -> None:
        self._task = task
        self._survey = survey
        state = task.state
        self._names = named(task.names)
        self._ranking = Ranking(_known_events(task, self._names), survey.keys, survey.sentences)
        self._settled = settled_dates(task.dates, state.stated, state.set_aside)
        self._links = Touching([one.span for one in state.stated])
        self._set_aside = Touching(state.set_aside)
        self._refused = Touching([span for span, _event in state.refused])
        self._told = {one.event_id for one in state.stated}
        self._follows = _followers(task.told_elsewhere)
        self._at_hand = ""
        """The date of the sentences before."""
        self._ranked = 0

    def dated(self, told: Told) -> Place | None:
        """The proposal for a date of a sentence, None where it is settled."""
        assert told.date is not None
        date = self._task.dates[told.date]
        self._at_hand = date.edtf
        if told.date in self._settled:
            return None
        sentence = Span(*told.sentence)
        place = self._place(told, self._linked_at(sentence))
        if not self._is_wanted(date.span.start):
            return place
        words = self._with_names(telling(self._task.letters, told, date.edtf), told)
        near = self._nearness(sentence)
        refused = self._refused_events(date.span) | self._linked_events(date)
        candidates = self._ranking.candidates(words, near, refused, MOST)
        return replace(place, candidates=tuple(candidates), is_ranked=True)

    def undated(self, told: Told) -> Place | None:
        """The proposal for a sentence without a date, None where it speaks of no known event or is settled."""
        sentence = Span(*told.sentence)
        is_settled = self._links.is_any(sentence) or self._set_aside.is_any(sentence)
        if not self._task.events or is_settled:
            return None
        words = self._with_names(Telling(self._at_hand, self._survey.words[told.sentence]), told)
        candidates = self._ranking.told_without_date(words, self._refused_events(sentence))
        if not candidates:
            return None
        return replace(self._place(told), candidates=tuple(candidates[:MOST]), is_ranked=True)

    def _place(self, told: Told, linked: tuple[str, ...] = ()) -> Place:
        names = self._names.ids_in(self._task.letters, told.part)
        return Place(told.date, told.sentence, told.part, linked, names)

    def _with_names(self, said: Telling, told: Told) -> Telling:
        letters, begins = self._task.letters, told.sentence[0]
        own = self._names.added(said.words, letters, told.part, begins)
        around = self._names.added(said.around, letters, told.sentence, begins, adds_words=False)
        return replace(said, words=own, around=around)

    def _is_wanted(self, start: int) -> bool:
        """Whether candidates are to be looked for at a place."""
        most = self._task.most
        if start < self._task.first or (most is not None and self._ranked >= most):
            return False
        self._ranked += 1
        return True

    def _linked_at(self, sentence: Span) -> tuple[str, ...]:
        stated = self._task.state.stated
        return tuple(dict.fromkeys(stated[number].event_id for number in self._links.numbers(sentence)))

    def _refused_events(self, span: Span) -> set[str]:
        return {self._task.state.refused[number][1] for number in self._refused.numbers(span)}

    def _linked_events(self, date: DatePlace) -> set[str]:
        """The events that this date is linked to already."""
        touching = (self._task.state.stated[number] for number in self._links.numbers(date.span))
        return {one.event_id for one in touching if fits(date, one)}

    def _nearness(self, sentence: Span) -> dict[str, Nearness]:
        """The events that may be expected at a sentence from what is linked beside it and before it."""
        stated = self._task.state.stated
        around = Span(max(0, sentence.start - _BESIDE), sentence.end + _BESIDE)
        near = {
            stated[number].event_id: Nearness.LINKED
            for number in self._links.numbers(around)
            if not stated[number].span.overlaps(sentence)
        }
        last = self._links.last_before(sentence.start)
        following = () if last is None else self._follows.get(stated[last].event_id, ())
        return {event_id: Nearness.FOLLOWS for event_id in following if event_id not in self._told} | near


@lru_cache(maxsize=1)
def _kept(_names: Names) -> dict[EventFacts, KnownEvent]:
    """The events that were asked for last with these names: after a decision one of thousands is another."""
    return {}


def _known_events(task: Task, names: NamesTold) -> list[KnownEvent]:
    """The events of a task, ready to be compared."""
    kept = _kept(task.names)
    known = {facts: kept.get(facts) or _known(facts, names) for facts in task.events}
    kept.clear()
    kept.update(known)
    return list(known.values())


def _known(facts: EventFacts, names: NamesTold) -> KnownEvent:
    described = [*names.added_to(words_told(facts.title), facts.title)]
    described += names.added_to(words_told(facts.place), facts.place)
    described += [Word("", 0, frozenset((key_of(name),)), is_name=True) for name in facts.names]
    keys = {key for word in described for key in word.keys}
    told = list[tuple[Word, ...]]()
    for quote, when in facts.claims:
        told.append(names.added_to(_likest(parts_told(quote, when), keys), quote))
    dates = dict.fromkeys(date for date in (facts.when, *(when for _quote, when in facts.claims)) if date)
    return KnownEvent(facts.id, tuple(dates), tuple(described), tuple(told))


def _likest(parts: Sequence[tuple[Word, ...]], described: set[str]) -> tuple[Word, ...]:
    """The words of a quotation that tell of an event: where it names the date twice, those of one of both parts."""

    def likeness(part: tuple[Word, ...]) -> int:
        return len({key for word in part for key in word.keys} & described)

    best = max(parts, key=likeness)
    return best if likeness(best) else tuple(word for part in parts for word in part)


def _followers(told: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The events that some text tells soon after each event."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for events in told:
        for number, event_id in enumerate(events):
            found[event_id] += events[number + 1 : number + 1 + _NEXT]
    return {event_id: tuple(dict.fromkeys(after)) for event_id, after in found.items()}
