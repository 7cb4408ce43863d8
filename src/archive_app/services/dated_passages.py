"""Passages that speak of a time: date mentions with the sentences that they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.core.dates import parse_date
from archive_app.core.days import read_iso_day
from archive_app.core.errors import UserError
from archive_app.core.records import Source
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.language.dates import DateMention
from archive_app.language.sentences import sentences
from archive_app.services.archives import Archive
from archive_app.services.mentions import Mentioned, with_words
from archive_app.store import texts

_AROUND = 1_500
"""How far, in code points, on each side of a mention its sentence is looked for."""


@dataclass(frozen=True, slots=True)
class DatedPassage:
    """A date mention in the newest text of a source, and the sentence that it stands in, from place to letters.

    `ordinal` is that of the passage, counted from 0.
    """

    source: Source
    text_id: str
    mention: DateMention
    ordinal: int
    sentence: Span
    quote: str

    @property
    def words(self) -> Span:
        """Where the words of the date stand in the quote."""
        first, last = self.mention.start - self.sentence.start, self.mention.end - self.sentence.start
        return Span(max(first, 0), min(last, len(self.quote)))


def tell(archive: Archive, some: Sequence[Mentioned]) -> list[DatedPassage]:
    """What stands round some mentions; those whose text was deleted meanwhile are left out."""
    sources = archive.store.get_many(Source, {one.source_id for one in some})
    ordinals = texts.ordinals_at(archive.store, {(one.text_id, one.mention.start) for one in some})
    keys = {(text_id, ordinal) for (text_id, _start), ordinal in ordinals.items()}
    letters = texts.pieces(archive.store, keys)
    told = []
    for one in with_words(archive, some):
        ordinal = ordinals[one.text_id, one.mention.start]
        piece = letters.get((one.text_id, ordinal))
        if piece is None or one.source_id not in sources:
            continue
        sentence = sentence_at(*piece, one.span)
        quote = piece[0][sentence.start - piece[1] : sentence.end - piece[1]]
        told.append(DatedPassage(sources[one.source_id], one.text_id, one.mention, ordinal, sentence, quote))
    return told


def sentence_at(letters: str, begins: int, span: Span) -> Span:
    """The sentence, or sentences, that a span stands in. Spans are those of the text, `letters` a piece of it that
    begins there; no more than the piece is taken, and of a very long sentence only what is near."""
    first = max(span.start - begins - _AROUND, 0)
    near = letters[first : span.end - begins + _AROUND]
    here = (span.start - begins - first, span.end - begins - first)
    found = [(start, end) for start, end in sentences(near) if start < here[1] and end > here[0]]
    start = min((start for start, _end in found), default=here[0])
    end = max((end for _start, end in found), default=here[1])
    return Span(begins + first + start, begins + first + end)


def days_between(begins: str, ends: str) -> tuple[str | None, str | None]:
    """The first day of one date and the last day of another, as people write them; None for no date.

    Raises UserError where a date cannot be read or has no such day, or the second one is over before the first.
    """
    first = _day(parse_date(begins).first, begins) if begins.strip() else None
    last = _day(parse_date(ends).last, ends) if ends.strip() else None
    if first is not None and last is not None and read_iso_day(last) < read_iso_day(first):
        raise UserError(
            _("“{ends}” is before “{begins}”. Give the earlier date first.").format(ends=ends, begins=begins)
        )
    return first, last


def _day(iso: str | None, typed: str) -> str:
    if iso is None:
        raise UserError(
            _("“{date}” has no known day. Write a day, month or year.").format(date=typed.strip())
        )
    return iso
