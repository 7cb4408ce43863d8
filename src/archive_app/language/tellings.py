"""What is told of each date of a text: its sentence, the part of that which belongs to it, and the words there.

A sentence with several dates is divided between them: at the last comma or semicolon before the later date, since in
Serbian a clause begins with its conjunction behind one, and where there is none in the middle between the two.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from archive_app.core.proposals import Telling, Word
from archive_app.language.content_words import content_words
from archive_app.language.dates import find_dates
from archive_app.language.sentences import sentences

Place = tuple[int, int]
"""`[start, end)` in code points."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and the part of it that belongs to one of its dates, whose number is `date`; None for one without.

    `dates` are the places of all dates of the sentence.
    """

    sentence: Place
    part: Place
    date: int | None
    dates: tuple[Place, ...] = ()


def told_in(letters: str, passages: Iterable[Place], dates: Sequence[Place]) -> Iterator[Told]:
    """The sentences of some passages, one with several dates once for each; `dates` are in the order of their place."""
    starts = [start for start, _end in dates]
    for first, last in passages:
        for begins, ends in sentences(letters[first:last]):
            sentence = first + begins, first + ends
            numbers = range(bisect_left(starts, sentence[0]), bisect_left(starts, sentence[1]))
            here = tuple(dates[number] for number in numbers)
            if not here:
                yield Told(sentence, sentence, None)
            for number, part in zip(numbers, _parts(letters, sentence, here), strict=True):
                yield Told(sentence, part, number, here)


def _parts(letters: str, sentence: Place, dates: Sequence[Place]) -> Iterator[Place]:
    start = sentence[0]
    for one, following in pairwise(dates):
        end = _cut(letters, one[1], following[0])
        yield start, end
        start = end
    if dates:
        yield start, sentence[1]


def _cut(letters: str, after: int, before: int) -> int:
    comma = max(letters.rfind(mark, after, before) for mark in ",;")
    return (after + before) // 2 if comma < 0 else comma + 1


def telling(letters: str, told: Told, when: str) -> Telling:
    """The words of a sentence, those that belong to the date apart from the others."""
    first, last = told.sentence
    without = [(start - first, end - first) for start, end in told.dates]
    own, around = list[Word](), list[Word]()
    for word in content_words(letters[first:last], without):
        is_own = told.part[0] <= first + word.start < told.part[1]
        (own if is_own else around).append(word)
    return Telling(when, tuple(own), tuple(around))


@lru_cache(maxsize=1 << 16)
def parts_told(text: str, when: str = "") -> tuple[tuple[Word, ...], ...]:
    """The words of a title or a quotation, its dates left out, in one part; where some of its dates are `when` (EDTF),
    only the words that belong to these, in a part for each."""
    year = int(when[:4]) if when[:4].isdigit() else None
    mentions = find_dates(text, year)
    places = [(mention.start, mention.end) for mention in mentions]
    words = content_words(text, places)
    parts = [
        told.part
        for told in told_in(text, [(0, len(text))], places)
        if told.date is not None and mentions[told.date].edtf == when
    ]
    divided = [tuple(word for word in words if start <= word.start < end) for start, end in parts]
    return tuple(part for part in divided if part) or (tuple(words),)


def words_told(text: str) -> tuple[Word, ...]:
    """The words of a title or a quotation, its dates left out."""
    return parts_told(text)[0]
