"""Proposals: which passages of a text speak of a date, or of a known event, and which events these may be.

Nothing is ever linked here; what a person decides is written by `proposing`. What is open is worked out from the dates
of the text, the links and the refusals, so that undo opens again what it takes back.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive_app.core.progress import SILENT, Progress
from archive_app.core.proposals import Candidate
from archive_app.core.records import Event, Refusal, Source, Text
from archive_app.core.settled import DatePlace, Settled, StatedPlace, settled_dates
from archive_app.core.spans import Span
from archive_app.language.dates import DateMention
from archive_app.services import mentions
from archive_app.services.archives import Archive
from archive_app.services.indexing import have_dictionary
from archive_app.services.known_names import known_names
from archive_app.services.mentions import Mentioned
from archive_app.services.seeking_proposals import EventFacts, Place, State, Task, propose
from archive_app.services.sources import Reading, read_source, sources_alone
from archive_app.services.work import LONG_TEXT
from archive_app.store import authorities, links, readings, texts
from archive_app.store.links import Statement


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage that may be linked: at `span` the date it mentions, or the whole sentence where it has none.

    `mention` is that date, `part` what belongs to it of its `sentence`; `linked` are the events that the sentence is
    tied to already, `names` the ids of people, units and places that the part names. `is_ranked` says that the
    candidates were looked for.
    """

    span: Span
    sentence: Span
    part: Span
    mention: DateMention | None = None
    linked: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    is_ranked: bool = False

    @property
    def says_when(self) -> str:
        """The date that the source states by it, EDTF."""
        return self.mention.edtf if self.mention else ""


@dataclass(frozen=True, slots=True)
class Proposals:
    """What is open in a text, in the order of the text, and how many of its dates are settled in which way."""

    text_id: str
    open: tuple[Proposal, ...]
    dates: int
    linked: int
    set_aside: int

    @property
    def open_dates(self) -> int:
        """How many dates wait to be looked at."""
        return self.dates - self.linked - self.set_aside


def find_proposals(
    archive: Archive, text_id: str, progress: Progress = SILENT, *, first: int = 0, most: int | None = None
) -> Proposals:
    """What is open in the newest text of a source. Only the proposals from the place `first` on, and no more than
    `most` of these, are ranked.

    Raises NotFound, Conflict where the text was corrected since, Cancelled.
    """
    reading = _reading(archive, text_id)
    found = mentions.mentions_of(archive, reading, progress)
    every = _statements(archive)
    task = Task(
        reading.letters,
        tuple((passage.start, passage.end) for passage in reading.passages),
        tuple(_date_place(mention) for mention in found),
        _state(archive, text_id, every),
        _events(archive, every),
        _told_elsewhere(text_id, every),
        tuple(known_names(archive).by_id.items()),
        first,
        most,
    )
    if task.names:
        have_dictionary(archive, progress)
    size = len(task.letters) + sum(len(said.quote) for said in every)
    places = (
        propose(task, progress) if size < LONG_TEXT else archive.work.run(propose, task, progress=progress)
    )
    settled = Counter(settled_dates(task.dates, task.state.stated, task.state.set_aside).values())
    return Proposals(
        text_id,
        tuple(_proposal(place, found) for place in places),
        len(found),
        settled[Settled.LINKED],
        settled[Settled.SET_ASIDE],
    )


def _reading(archive: Archive, text_id: str) -> Reading:
    text = archive.store.get(Text, text_id)
    texts.refuse_outdated(archive.store, text)
    reading = read_source(archive, text.source_id)
    assert reading is not None
    return reading


def _date_place(mention: DateMention) -> DatePlace:
    return DatePlace(Span(mention.start, mention.end), mention.edtf, mention.first, mention.last)


def _statements(archive: Archive) -> list[Statement]:
    """What passages state about events, text by text in the order of their place. Annotations on an earlier reading
    that wait for a look count where they seem to belong: whether they do is asked in the review, and nothing twice."""
    waiting = {
        one.annotation_id: (one.to_text_id, one.span)
        for one in readings.undecided(archive.store)
        if one.span is not None
    }
    every = []
    for said in links.statements(archive.store):
        text_id, span = waiting.get(said.annotation_id, (said.text_id, None))
        if text_id != said.text_id and span is not None:
            said = said._replace(text_id=text_id, start=span.start, end=span.end)
        every.append(said)
    return sorted(every, key=lambda said: (said.text_id, said.start, said.link_id))


def _state(archive: Archive, text_id: str, every: Iterable[Statement]) -> State:
    refusals = archive.store.list(Refusal, text_id=text_id, order=("start", "id"))
    return State(
        tuple(_stated_place(said) for said in every if said.text_id == text_id),
        tuple(refusal.span for refusal in refusals if refusal.event_id is None),
        tuple((refusal.span, refusal.event_id) for refusal in refusals if refusal.event_id is not None),
    )


def _stated_place(said: Statement) -> StatedPlace:
    span = Span(said.start, said.end)
    return StatedPlace(
        span, said.link_id, said.event_id, said.annotation_id, said.when, said.first_day, said.last_day
    )


def _events(archive: Archive, every: Iterable[Statement]) -> tuple[EventFacts, ...]:
    claims: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for said in every:
        claims[said.event_id].append((said.quote, said.when))
    names = authorities.authorities_by_event(archive.store)
    return tuple(
        EventFacts(
            event.id,
            event.title,
            event.when,
            event.place,
            tuple(claims[event.id]),
            tuple(names.get(event.id, ())),
        )
        for event in archive.store.list(Event)
    )


def _told_elsewhere(text_id: str, every: Iterable[Statement]) -> tuple[tuple[str, ...], ...]:
    told: defaultdict[str, list[str]] = defaultdict(list)
    for said in every:
        if said.text_id != text_id:
            told[said.text_id].append(said.event_id)
    return tuple(tuple(dict.fromkeys(events)) for events in told.values())


# The whole archive


@dataclass(frozen=True, slots=True)
class OpenSource:
    """A source with the number of its dates that wait to be looked at."""

    source: Source
    open_dates: int


def open_by_source(archive: Archive) -> list[OpenSource]:
    """The sources with open dates, by title. Texts whose dates nobody came to yet are left out: `mentions.catch_up`
    finds them."""
    counted = mentions.counts_by_source(archive)
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in _statements(archive):
        said[one.text_id].append(one)
    decided = said.keys() | {refusal.text_id for refusal in archive.store.list(Refusal)}
    dates: defaultdict[str, list[Mentioned]] = defaultdict(list)
    for mentioned in mentions.mentions_in(archive, decided):
        dates[mentioned.source_id].append(mentioned)
    found = []
    for source in sources_alone(archive):
        count = counted.get(source.id, 0)
        if here := dates.get(source.id):
            count = _open_dates(here, _state(archive, here[0].text_id, said[here[0].text_id]))
        if count:
            found.append(OpenSource(source, count))
    return found


def _open_dates(found: Sequence[Mentioned], state: State) -> int:
    dates = [_date_place(one.mention) for one in found]
    return len(dates) - len(settled_dates(dates, state.stated, state.set_aside))


def _proposal(place: Place, found: Sequence[DateMention]) -> Proposal:
    mention = None if place.date is None else found[place.date]
    span = Span(*place.sentence) if mention is None else Span(mention.start, mention.end)
    return Proposal(
        span,
        Span(*place.sentence),
        Span(*place.part),
        mention,
        place.linked,
        place.names,
        place.candidates,
        place.is_ranked,
    )
