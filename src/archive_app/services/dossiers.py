"""Turning chosen annotations and passages into the excerpts of a Dossier."""

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from archive_app.core.chronology import OrderKey, order_of
from archive_app.core.citations import citation, photo_citation
from archive_app.core.dates import EdtfDate, format_date
from archive_app.core.dossier import DossierEvent, DossierNote, DossierPhoto, Excerpt, Piece
from archive_app.core.records import Colour, Event, Link, Passage, PassageKind, Photo, Source, Text
from archive_app.core.spans import Span
from archive_app.language.collation import azbuka_key
from archive_app.language.scripts import script_of
from archive_app.services.annotating import Annotated, annotations_of_text
from archive_app.services.archives import Archive
from archive_app.services.photos import file_of
from archive_app.store import texts

LONG_PASSAGE = 2400
"""A passage of more code points than this is printed only around what is marked in it."""
_AROUND = 500
_GAP = "[…]"
_NEIGHBOURS = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to print in colour that is no annotation: a word that a query found."""

    span: Span
    colour: Colour = Colour.YELLOW


@dataclass
class Choice:
    """What was chosen of one text: annotations, and passages by their ordinals with the marks in them."""

    annotations: list[Annotated] = field(default_factory=list)
    ordinals: set[int] = field(default_factory=set)
    marks: list[Mark] = field(default_factory=list)


class ExcerptMaker:
    """Makes excerpts of one archive and numbers their notes through the whole dossier."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._last_note = 0
        self._events: dict[str, Event] = {}
        self._passages: dict[str, list[Passage]] = {}
        self._starts: dict[str, list[int]] = {}

    def of_text(self, text: Text, choice: Choice) -> list[Excerpt]:
        """The excerpts of one text, each a run of neighbouring passages, in the order of the text."""
        source = self._archive.store.get(Source, text.source_id)
        if text.id not in self._passages:
            self._passages[text.id] = texts.passages_of(self._archive.store, text.id)
            self._starts[text.id] = [passage.start for passage in self._passages[text.id]]
        passages = self._passages[text.id]
        chosen = set(choice.ordinals)
        starts = self._starts[text.id]
        for annotated in choice.annotations:
            if (span := annotated.annotation.span) is not None:
                chosen.update(_touched(passages, starts, span))
        chosen |= {following for ordinal in chosen for following in _below(passages, ordinal)}
        return [self._excerpt(source, text, run, choice, passages) for run in _runs(passages, chosen)]

    def of_photo(self, photo: Photo, annotated: Sequence[Annotated]) -> Excerpt:
        """An excerpt that is a photo with the notes on it."""
        source = self._archive.store.find(Source, photo.source_id) if photo.source_id else None
        notes, _numbers = self._notes(annotated)
        return Excerpt(
            title=photo.caption,
            script=script_of(photo.caption),
            paragraphs=(),
            citation=photo_citation(photo, source),
            notes=notes,
            events=self._stated(annotated),
            tags=_tags(annotated),
            photos=(self._photo(photo),),
        )

    def of_record(self, source: Source, annotated: Sequence[Annotated]) -> Excerpt:
        """An excerpt that holds the notes on a whole source."""
        notes, _numbers = self._notes(annotated)
        return Excerpt(
            title=source.title,
            script=source.script,
            paragraphs=(),
            citation=citation(source),
            notes=notes,
            events=self._stated(annotated),
            tags=_tags(annotated),
        )

    def of_event(self, event: Event, annotated: Sequence[Annotated]) -> Excerpt:
        """An excerpt that holds the notes on an event."""
        notes, _numbers = self._notes(annotated)
        about = DossierEvent(
            title=event.title, date=format_date(event.when), place=event.place, note=event.note
        )
        return Excerpt(
            title=event.title,
            script=script_of(event.title),
            paragraphs=(),
            citation=(),
            notes=notes,
            events=(about,),
            tags=_tags(annotated),
        )

    def _excerpt(
        self, source: Source, text: Text, run: list[Passage], choice: Choice, passages: list[Passage]
    ) -> Excerpt:
        whole = Span(run[0].start, run[-1].end)
        inside = [
            found
            for found in choice.annotations
            if found.annotation.span and found.annotation.span.overlaps(whole)
        ]
        notes, numbers = self._notes(inside)
        letters = self._archive.letters(text)
        paragraphs = [
            _paragraph(letters, passage, inside, numbers, choice.marks)
            for passage in run
            if passage.kind is not PassageKind.CAPTION or _is_marked(passage, inside, choice)
        ]
        return Excerpt(
            title=source.title,
            script=script_of(letters[whole.start : whole.end]),
            paragraphs=tuple(paragraphs),
            citation=citation(source, run[0].ordinal + 1, run[-1].ordinal + 1),
            notes=notes,
            events=self._stated(inside),
            tags=_tags(inside),
            photos=tuple(self._photo(photo) for photo in self._photos_near(text, run, passages)),
        )

    def _notes(self, annotated: Sequence[Annotated]) -> tuple[tuple[DossierNote, ...], dict[str, int]]:
        notes, numbers = [], {}
        for found in annotated:
            if found.annotation.note:
                self._last_note += 1
                numbers[found.annotation.id] = self._last_note
                notes.append(DossierNote(self._last_note, found.annotation.note, tuple(found.tag_names)))
        return tuple(notes), numbers

    def _stated(self, annotated: Sequence[Annotated]) -> tuple[DossierEvent, ...]:
        """The linked events with what is stated, in the order of time, each statement once."""
        links = [link for found in annotated for link in found.links]
        missing = {link.event_id for link in links} - self._events.keys()
        self._events |= self._archive.store.get_many(Event, missing)
        stated = dict.fromkeys(
            (_order(self._events[link.event_id]), _event(self._events[link.event_id], link)) for link in links
        )
        return tuple(event for _day, event in sorted(stated, key=lambda found: (found[0], found[1].title)))

    def _photos_near(self, text: Text, run: list[Passage], passages: list[Passage]) -> list[Photo]:
        """The photos whose captions stand within the run or right beside it."""
        first, last = run[0].ordinal, run[-1].ordinal
        around = {
            passage.ordinal
            for passage in passages[max(first - _NEIGHBOURS, 0) : last + _NEIGHBOURS + 1]
            if passage.kind is PassageKind.CAPTION
        }
        if not around:
            return []
        photos = self._archive.store.list(Photo, text_id=text.id, order=("ordinal", "id"))
        return [photo for photo in photos if photo.ordinal in around]

    def _photo(self, photo: Photo) -> DossierPhoto:
        return DossierPhoto(
            caption=photo.caption,
            path=file_of(self._archive, photo),
            date=format_date(photo.date),
            place=photo.place,
            credit=photo.credit,
        )


def _touched(passages: Sequence[Passage], starts: Sequence[int], span: Span) -> Iterator[int]:
    """The ordinals of the passages that a span of their text stands in."""
    first = max(bisect_right(starts, span.start) - 1, 0)
    for ordinal in range(first, bisect_left(starts, span.end)):
        if span.overlaps(passages[ordinal].span):
            yield ordinal


def _below(passages: Sequence[Passage], ordinal: int) -> Iterator[int]:
    """The passages that belong to a heading, which says nothing alone: the one below it, or more headings with it."""
    while passages[ordinal].kind is PassageKind.HEADING and ordinal + 1 < len(passages):
        ordinal += 1
        yield ordinal


def _runs(passages: Sequence[Passage], chosen: set[int]) -> list[list[Passage]]:
    """Group the chosen passages into runs of neighbours."""
    runs: list[list[Passage]] = []
    for ordinal in sorted(chosen):
        if runs and runs[-1][-1].ordinal == ordinal - 1:
            runs[-1].append(passages[ordinal])
        else:
            runs.append([passages[ordinal]])
    return runs


def _is_marked(passage: Passage, annotated: Iterable[Annotated], choice: Choice) -> bool:
    spans = [found.annotation.span for found in annotated] + [mark.span for mark in choice.marks]
    return any(span is not None and span.overlaps(passage.span) for span in spans)


def _order(event: Event) -> OrderKey:
    return order_of(EdtfDate(event.when, event.first_day, event.last_day))


def _event(event: Event, link: Link) -> DossierEvent:
    return DossierEvent(
        title=event.title,
        date=format_date(event.when),
        place=event.place,
        says_when=format_date(link.says_when),
        says_where=link.says_where,
        says_who=link.says_who,
        note=link.note,
    )


def _tags(annotated: Iterable[Annotated]) -> tuple[str, ...]:
    names = {name for found in annotated for name in found.tag_names}
    return tuple(sorted(names, key=azbuka_key))


def _paragraph(
    letters: str,
    passage: Passage,
    annotated: Sequence[Annotated],
    numbers: dict[str, int],
    marks: Sequence[Mark],
) -> tuple[Piece, ...]:
    """Cut a passage where highlights begin and end; notes are called where their highlight ends."""
    coloured: list[tuple[Span, Colour | None, int | None]] = [
        (found.annotation.span, found.annotation.colour, numbers.get(found.annotation.id))
        for found in annotated
        if found.annotation.span is not None
    ]
    coloured += [(mark.span, mark.colour, None) for mark in marks]
    here = [(span, colour, number) for span, colour, number in coloured if span.overlaps(passage.span)]
    here.sort(key=lambda found: (found[0].start, -found[0].end))
    cuts = {passage.start, passage.end}
    for span, _colour, _number in here:
        cuts |= {max(span.start, passage.start), min(span.end, passage.end)}
    places = sorted(cuts)
    pieces = []
    for start, end in itertools.pairwise(places):
        colours = tuple(
            colour for span, colour, _n in here if colour and span.start <= start and end <= span.end
        )
        called = tuple(number for span, _c, number in here if number is not None and span.end == end)
        pieces.append(Piece(letters[start:end].replace("\n", " "), colours, called))
    return tuple(_clipped(pieces) if len(passage.span) > LONG_PASSAGE else pieces)


def _clipped(pieces: list[Piece]) -> list[Piece]:
    """Shorten the unmarked stretches of a long passage to what stands near a mark."""
    clipped = []
    for place, piece in enumerate(pieces):
        room = _AROUND * ((place > 0) + (place < len(pieces) - 1))
        if piece.colours or piece.notes or len(piece.text) <= room + len(_GAP) or not room:
            clipped.append(piece)
            continue
        head = piece.text[:_AROUND].rsplit(" ", 1)[0] if place > 0 else ""
        tail = piece.text[-_AROUND:].split(" ", 1)[-1] if place < len(pieces) - 1 else ""
        clipped.append(replace(piece, text=" ".join(part for part in (head, _GAP, tail) if part)))
    return clipped


def by_text(annotated: Iterable[Annotated]) -> dict[str, list[Annotated]]:
    """Annotations on passages, grouped by the text they stand in."""
    grouped: defaultdict[str, list[Annotated]] = defaultdict(list)
    for found in annotated:
        if found.annotation.text_id is not None:
            grouped[found.annotation.text_id].append(found)
    return dict(grouped)


def annotations_in(archive: Archive, text_id: str, ordinals: set[int]) -> list[Annotated]:
    """The annotations of a text that touch one of these passages."""
    spans = [
        passage.span for passage in texts.passages_of(archive.store, text_id) if passage.ordinal in ordinals
    ]
    return [
        found
        for found in annotations_of_text(archive, text_id)
        if found.annotation.span and any(found.annotation.span.overlaps(span) for span in spans)
    ]
