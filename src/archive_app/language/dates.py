"""Date expressions in running Serbian text, in both scripts.

Found are days, ranges of days, feasts, parts of months, months, seasons and years (`dating.patterns`,
`dating.readers`), decades and centuries (`dating.periods`), with the year taken from the context where the expression
has none (`dating.context`), and expressions that count from such a date (`dating.relatives`, `dating.counting`). Not
read: durations, times alone, "danas" and "ove noći". One scan looks for what every date has; the patterns run only
round that.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from archive_app.core.edtf import parse_edtf
from archive_app.core.errors import UserError
from archive_app.core.months import plain_copy
from archive_app.core.periods import PartOfDay
from archive_app.language.dating.context import (
    Confidence,
    How,
    Resolved,
    Surroundings,
    with_years,
)
from archive_app.language.dating.counting import with_relatives
from archive_app.language.dating.found import Found
from archive_app.language.dating.patterns import anchors, patterns_for
from archive_app.language.dating.ranges import joined_ranges
from archive_app.language.dating.readers import READERS
from archive_app.language.dating.relatives import REACH, find_relatives
from archive_app.language.dating.styles import in_old_style
from archive_app.language.dating.traps import is_broken, is_name, is_numbered, is_written_so
from archive_app.language.dating.words import Relation

__all__ = ["RULES", "Confidence", "DateMention", "How", "PartOfDay", "Relation", "find_dates"]

RULES = 4
"""The version of the rules: mentions that were kept under another one are to be found anew."""

Basis = Literal["explicit", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression at `[start, end)` in code points; `text` as it stands there.

    `edtf` is what it means, `first` and `last` its first and last possible ISO day. `how` says what that rests on,
    `confidence` how sure it is, `origin` the place of the mention that it takes its year from or counts from.
    Beside the day, `part` says which part of it is named, `relation` that something was so before, by, since or after
    it, `time` the hour ("19:00"; "~19:00" for about).
    """

    start: int
    end: int
    text: str
    edtf: str
    first: str | None
    last: str | None
    how: How
    confidence: Confidence
    origin: tuple[int, int] | None = None
    part: PartOfDay | None = None
    relation: Relation | None = None
    time: str | None = None

    @property
    def basis(self) -> Basis:
        """Where the year comes from: "explicit" (the expression), "inferred" (the context), "unknown" (nowhere)."""
        if self.how is How.WRITTEN:
            return "explicit"
        return "unknown" if "XXXX" in self.edtf else "inferred"


_NEXT_SENTENCE = re.compile(r"(?<=\d{4})\.? (?=[A-ZА-ЯЂЈЉЊЋЏ][a-zа-яђјљњћџ ])")

_SMALL = "[a-zа-яђјљњћџšđčćž]"
_WRAPPED = re.compile(rf"\n(?:(?<=\S\n)(?={_SMALL})|(?<={_SMALL}\n)(?=\d{{1,2}}\. ?{_SMALL}))")
"""The end of a line within a sentence: the next one goes on with a small letter, or with a number in a sentence."""

_BEHIND, _AHEAD = 110, 110
"""How far, in code points, a date expression can reach from its month or year."""


_OPEN = frozenset(
    "century century_named_later decade feast figure_days figure_two_days figures lone_year month roman roman_days"
    " roman_month roman_months seasons years".split()
)
"""Patterns whose traps are not closed to the patterns after them."""


def find_dates(text: str, default_year: int | None = None) -> list[DateMention]:
    """Return the date expressions of `text` (NFC) in order, without overlaps.

    A missing year is that of a date near by; else, in a text no longer than a report, `default_year`, the year of the
    source; else it stays unknown ("XXXX-10-14").
    """
    plain = plain_copy(_WRAPPED.sub(" ", text))
    founds: list[Found] = []
    for start, end in _windows(plain):
        founds += _found_in(text, plain, start, end)
    if not founds:
        return []
    founds.sort(key=lambda one: one.start)
    around = Surroundings(text, plain, default_year)
    resolved = list(joined_ranges(list(with_years(founds, around)), plain))
    relatives = list(find_relatives(plain, list(_stretches(resolved, len(plain)))))
    mentions = (_mention(text, one) for one in with_relatives(resolved, relatives, around))
    return [mention for mention in mentions if mention is not None]


def _windows(plain: str) -> Iterator[tuple[int, int]]:
    """The stretches that can hold date expressions: most prose holds none, and the patterns are slow."""
    start = end = 0
    for first, last in anchors(plain):
        if first - _BEHIND > end:
            if end:
                yield start, end
            start = max(first - _BEHIND, 0)
        end = last + _AHEAD
    if end:
        yield start, min(end, len(plain))


def _stretches(resolved: Iterable[Resolved], length: int) -> Iterator[tuple[int, int]]:
    """What follows the dates as far as anything may count from them, without the dates themselves."""
    last = None
    for one in resolved:
        if last is not None and last < one.start:
            yield last, min(one.start, last + REACH)
        last = one.end
    if last is not None:
        yield last, min(length, last + REACH)


def _found_in(text: str, plain: str, start: int, end: int) -> Iterator[Found]:
    """The expressions of one stretch; a place that a pattern took, be it for a trap, is closed to those after it."""
    taken = bytearray(end - start)
    for name, pattern in patterns_for(plain, start, end):
        for match in pattern.finditer(plain, start, end):
            here = slice(match.start() - start, match.end() - start)
            if match.end() == match.start() or any(taken[here]):
                continue
            read = READERS[name](match)
            if read is None:
                continue
            found = in_old_style(_in_one_sentence(text, read), plain)
            is_date = not _is_trap(name, text, plain, match, found)
            if is_date or name not in _OPEN:
                taken[found.start - start : found.end - start] = b"\1" * (found.end - found.start)
            if is_date:
                yield found


def _in_one_sentence(text: str, found: Found) -> Found:
    """The expression without the first word of the next sentence: "14. avgusta 1942. Godine su prošle"."""
    after = _NEXT_SENTENCE.search(text, found.start, found.end)
    return found if after is None else replace(found, end=after.start())


def _is_trap(name: str, text: str, plain: str, match: re.Match[str], found: Found) -> bool:
    if name in ("lone_year", "years") and is_numbered(plain, found.start):
        return True
    return is_name(plain, match) or is_broken(text, match) or not is_written_so(name, text, plain, match)


def _mention(text: str, one: Resolved) -> DateMention | None:
    """The mention, or None where no such day exists."""
    try:
        date = parse_edtf(one.edtf)
    except UserError:
        return None
    beside = one.found.beside
    return DateMention(
        one.start,
        one.end,
        text[one.start : one.end],
        one.edtf,
        date.first,
        date.last,
        one.how,
        one.confidence,
        one.origin,
        beside.part,
        beside.relation,
        beside.time,
    )
