"""Selecting in a text by word, sentence and passage: what a selection grows to, shrinks to, and where its ends go."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum

from archive_app.core.spans import Span
from archive_app.language import boundaries
from archive_app.language.sentences import sentences
from archive_app.services.sources import Reading


class Unit(StrEnum):
    """By what a selection is extended."""

    SENTENCE = "sentence"
    PASSAGE = "passage"


def grown(reading: Reading, span: Span) -> Span:
    """The next larger of word, sentence, passage, and passage by passage on; the same where it is the whole text."""
    for larger in (_words(reading, span), _sentences(reading, span), _passages(reading, span)):
        if larger is not None and _holds(larger, span) and larger != span:
            return larger
    inside = _indexes(reading, span)
    if inside is None:
        return span
    first, last = inside
    if last + 1 < len(reading.passages):
        return Span(span.start, reading.passages[last + 1].end)
    return Span(reading.passages[first - 1].start, span.end) if first else span


def shrunk(reading: Reading, span: Span, origin: int) -> Span:
    """The opposite of `grown`, towards the place where growing began; in the end an empty span there."""
    if not span.start <= origin <= span.end:
        origin = span.start
    here = Span(origin, origin)
    steps = [here]
    while (larger := grown(reading, steps[-1])) != steps[-1] and len(larger) < len(span):
        steps.append(larger)
    return next((step for step in reversed(steps) if _holds(span, step) and step != span), here)


def edge(reading: Reading, place: int, unit: Unit, step: int) -> int:
    """Where the sentence or passage ends that ends next behind a place (step 1), or begins next before it (-1)."""
    spans = _near(reading, place) if unit is Unit.SENTENCE else [passage.span for passage in reading.passages]
    if step > 0:
        return next((span.end for span in spans if span.end > place), len(reading.letters))
    return next((span.start for span in reversed(spans) if span.start < place), 0)


def moved(reading: Reading, span: Span, *, start: int = 0, end: int = 0) -> Span:
    """A span with its start or its end moved by a word, forward (1) or back (-1); at least a word is left."""
    letters, first, last = reading.letters, span.start, span.end
    if start:
        going = boundaries.next_start if start > 0 else boundaries.previous_start
        found = going(letters, first)
        first = found if found is not None and found < last else first
    if end:
        going = boundaries.next_end if end > 0 else boundaries.previous_end
        found = going(letters, last)
        last = found if found is not None and found > first else last
    return Span(first, last)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _words(reading: Reading, span: Span) -> Span | None:
    """The words that a span touches; for an empty one the word at it."""
    letters = reading.letters
    if not span:
        found = boundaries.word_at(letters, span.start)
        return Span(*found) if found and found[0] <= span.start <= found[1] else None
    first, last = boundaries.word_at(letters, span.start), boundaries.word_at(letters, span.end)
    start = first[0] if first and first[0] < span.start < first[1] else span.start
    end = last[1] if last and last[0] < span.end < last[1] else span.end
    return Span(start, end)


def _sentences(reading: Reading, span: Span) -> Span | None:
    found = [one for one in _near(reading, span.start) + _near(reading, span.end) if _meets(one, span)]
    return Span(min(one.start for one in found), max(one.end for one in found)) if found else None


def _passages(reading: Reading, span: Span) -> Span | None:
    inside = _indexes(reading, span)
    if inside is None:
        return None
    return Span(reading.passages[inside[0]].start, reading.passages[inside[1]].end)


def _meets(one: Span, span: Span) -> bool:
    if not span:
        return one.start <= span.start <= one.end
    return one.overlaps(span)


def _indexes(reading: Reading, span: Span) -> tuple[int, int] | None:
    """The first and the last passage that a span meets."""
    starts = [passage.start for passage in reading.passages]
    first = max(0, bisect_right(starts, span.start) - 1)
    last = max(first, bisect_left(starts, span.end) - 1) if span else first
    inside = (
        [index for index in (first, last) if _meets(reading.passages[index].span, span)] if starts else []
    )
    return (inside[0], inside[-1]) if inside else None


def _near(reading: Reading, place: int) -> list[Span]:
    """The sentences of the passage at a place and of those beside it."""
    starts = [passage.start for passage in reading.passages]
    index = max(0, bisect_right(starts, place) - 1)
    return list(_sentences_of(reading, range(max(0, index - 1), min(len(starts), index + 2))))


def _sentences_of(reading: Reading, indexes: range) -> Iterator[Span]:
    for index in indexes:
        passage = reading.passages[index]
        for start, end in sentences(reading.letters[passage.start : passage.end]):
            yield Span(passage.start + start, passage.start + end)
