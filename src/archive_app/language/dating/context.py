"""Which year the text round a date expression says is meant.

A wrong year is worse than none: a date hands its year on only so far, never into another chapter, and the less surely
the farther off it stands.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from archive_app.language.dating.found import Found, Relative
from archive_app.language.dating.years import nearest_century

Place = tuple[int, int]


class How(StrEnum):
    """What the meaning of a date mention rests on.

    WRITTEN: on its own words. SHARED_YEAR: its year is that of a date that it is joined to ("3. i 9. maja 1944").
    EARLIER_YEAR, LATER_YEAR: its year is that of a date before or after it. SOURCE_YEAR: its year is that of the
    source. NO_YEAR: nothing tells its year, the EDTF has XXXX. RELATIVE: it counts from another date ("sutradan").
    """

    WRITTEN = "written"
    SHARED_YEAR = "shared year"
    EARLIER_YEAR = "earlier year"
    LATER_YEAR = "later year"
    SOURCE_YEAR = "year of the source"
    NO_YEAR = "no year"
    RELATIVE = "relative"


class Confidence(IntEnum):
    """How sure it is that the EDTF of a date mention is what the text means.

    SURE: the words themselves say all of it. LIKELY: a date close by, in the same paragraph or nearly so, completes
    it, or its century, or it is a year that no word calls one. POSSIBLE: what completes it stands farther off, or is
    itself not sure; to be looked at before it is used.
    """

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date expression with its meaning; `year` is the one that it was read with, `origin` the place of the
    date that completed it, if one did."""

    start: int
    end: int
    edtf: str
    how: How
    confidence: Confidence
    origin: Place | None
    year: int | None
    found: Found | Relative


_FAR_DATE, _FAR_YEAR = 3000, 1500
"""How far, in code points, a date of a month and a year alone hand their year on; a mention that took it hands it on
as far again."""
CLOSE = 700
"""How far, in code points, what is said is still surely of one and the same matter."""
_LONGEST_CHAIN = 30_000
_FAR_LATER = 1500
_FAR_CENTURY = 20_000
_LONGEST_LETTER = 100_000
"""Texts longer than this are books, which tell of other years than their own."""

_CHAPTER = re.compile(
    r"\n *(?:(?:glav[ae]|poglav(?:lj|ļ)e|knjiga|kńiga|[a-zđļń]+ (?:glava|kńiga|knjiga|deo|dio)|deo|dio) ?[^\n]{0,40}"
    r"|[ivxlc]{1,7}\.?|\d{1,3}\.?|\*[ *]{2,20}) *(?=\n)"
)
"""A line that opens a chapter: "Glava treća", a number in Roman or Arabic figures, stars."""
_JOINED = re.compile(r"[\s,.]*(?:\b(?:i|ili|do|kao i|odnosno|pa do)\b|-|/)?[\s,]*")
_RESTATED = re.compile(r",? ?(?:(?:a )?to (?:je bilo|je|bese|bilo je) )?,? ?(?:(?:na )?dana? )?")
_PLACE = re.compile(
    r"[\"(\[ *-]*(?:[^.!?;\n]{1,30}[,.:] ?)?(?:\"?(?:dana|dne|na dan) )?(?:[a-zđļń]{5,10}, ?)?"
)
_NEW_SENTENCE = re.compile(r"[.)\]]*\s*(?:$|\n|[:–—-]|(?<=[\s.])[\"„“«A-ZČĆŽŠĐА-ЯЂЈЉЊЋЏ])")
_BESIDE = re.compile(r",? ?\(?\n?")
_BRACKET = re.compile(r",? ?\(")


class Surroundings:
    """The text round the expressions: its chapters, its paragraphs and the year of its source."""

    def __init__(self, text: str, plain: str, source_year: int | None) -> None:
        self.source_year = source_year if len(plain) <= _LONGEST_LETTER else None
        self.written = source_year
        self._text = text
        self._plain = plain
        self._chapters: list[int] | None = None

    def same_chapter(self, first: int, last: int) -> bool:
        """Whether no chapter begins between two places."""
        if self._chapters is None:
            self._chapters = [match.start() for match in _CHAPTER.finditer(self._plain)]
        return bisect(self._chapters, first) == bisect(self._chapters, last)

    def heads(self, first: int, last: int) -> bool:
        """Whether a date opens a letter, or an entry in a diary: alone with a place before it, then a new sentence."""
        line = self._plain.rfind("\n", 0, first) + 1
        if first - line > 40 or not _PLACE.fullmatch(self._plain, line, first):
            return False
        return _NEW_SENTENCE.match(self._text, last) is not None

    def beside(self, first: int, last: int) -> bool:
        """Whether two expressions stand side by side, as a date and its weekday do: "6. aprila 1941, u nedelju"."""
        return last - first <= 3 and _BESIDE.fullmatch(self._plain, first, last) is not None

    def is_spoken(self, place: int) -> bool:
        """Whether the paragraph opens with a dash: somebody speaks in it."""
        line = self._plain.rfind("\n", 0, place) + 1
        return self._plain.startswith("-", line)

    def same_paragraph(self, first: int, last: int) -> bool:
        """Whether no line ends between two places."""
        return self._plain.find("\n", first, last) < 0

    def joins(self, first: int, last: int) -> bool:
        """Whether what stands between two dates joins them."""
        return last - first <= 40 and _JOINED.fullmatch(self._plain, first, last) is not None

    def restates(self, first: int, last: int) -> bool:
        """Whether what stands between says that the date after it is the same day."""
        return last - first <= 30 and _RESTATED.fullmatch(self._plain, first, last) is not None

    def near(self, first: int, last: int) -> bool:
        """Whether two places may speak of one century: not too far apart, in one chapter."""
        return last - first <= _FAR_CENTURY and self.same_chapter(first, last)

    def brackets(self, first: int, last: int) -> bool:
        """Whether what stands between a date and a year puts the year into brackets after it."""
        return _BRACKET.fullmatch(self._plain, first, last) is not None


@dataclass(slots=True)
class _Year:
    """A year that is handed on: told by the date at `origin`, last used by one that ended at `used`."""

    year: int
    origin: Found
    used: int
    month: int | None


def with_years(founds: list[Found], around: Surroundings) -> Iterator[Resolved]:
    """Each expression with its year, where one can be told; what has no meaning is left out."""
    joined = _joined(founds, around)
    later = _later(founds)
    known: _Year | None = None
    for one, shared, following in zip(founds, joined, later, strict=True):
        resolved = _resolve(one, shared, known, following, around)
        if resolved is None:
            continue
        yield resolved
        year = resolved.year
        if year is None or not one.leads:
            continue
        if one.year is not None or one.short is not None:
            known = _Year(year, one, one.end, one.month)
        elif resolved.how is How.SHARED_YEAR and shared is not None:
            known = _Year(year, shared, one.end, one.month)
        elif resolved.how is How.EARLIER_YEAR and known is not None:
            known.used, known.month, known.year = one.end, one.month, year
        elif resolved.how is How.LATER_YEAR and following is not None:
            known = _Year(year, following, one.end, one.month)


def _resolve(
    one: Found, shared: Found | None, known: _Year | None, following: Found | None, around: Surroundings
) -> Resolved | None:
    if one.year is not None:
        return _with(one, one.year, How.WRITTEN, Confidence.LIKELY if one.bare else Confidence.SURE, None)
    if one.short is not None:
        return _with_century(one, one.short, known, following, around)
    if one.this_year:
        return _counted_year(one, known, around)
    if one.other_year:
        return _with(one, None, How.NO_YEAR, Confidence.SURE, None)
    if shared is not None:
        return _with(one, shared.year, How.SHARED_YEAR, Confidence.LIKELY, shared)
    if one.of_writing:
        known = following = None
    if known is not None and _reaches(known, one, around):
        year, confidence = _handed_on(known, one, around)
        return _with(one, year, How.EARLIER_YEAR, confidence, known.origin)
    later = None if following is None or one.same_year else _from_later(one, following, around)
    if later is not None:
        return later
    if around.source_year is not None:
        return _with(one, around.source_year, How.SOURCE_YEAR, Confidence.POSSIBLE, None)
    return _with(one, None, How.NO_YEAR, Confidence.SURE, None)


def _from_later(one: Found, following: Found, around: Surroundings) -> Resolved | None:
    """A date with the year of one that is told after it, where both stand in the order of time."""
    gap = following.start - one.end
    in_order = one.month is None or following.month is None or one.month <= following.month
    if not in_order or gap > _FAR_LATER or not around.same_chapter(one.end, following.start):
        return None
    near = gap <= CLOSE // 2 and around.same_paragraph(one.end, following.start)
    confidence = Confidence.LIKELY if near else Confidence.POSSIBLE
    return _with(one, following.year, How.LATER_YEAR, confidence, following)


def _with_century(
    one: Found, short: int, known: _Year | None, following: Found | None, around: Surroundings
) -> Resolved | None:
    """A year of two figures: of the century that brings it nearest to the dates round it."""
    near = known.year if known is not None and around.near(known.used, one.start) else around.written
    if near is None and following is not None and around.near(one.end, following.start):
        near = following.year
    confidence = Confidence.POSSIBLE if near is None else Confidence.LIKELY
    year = nearest_century(short, near)
    if around.written is not None and year > around.written + 9:
        year -= 100
    return _with(one, year, How.WRITTEN, confidence, None)


def _counted_year(one: Found, known: _Year | None, around: Surroundings) -> Resolved | None:
    """A date of this year, the next or the last one, counted from a date before it or from the source."""
    if known is not None and _reaches(known, one, around):
        return _with(one, known.year + one.later, How.EARLIER_YEAR, Confidence.POSSIBLE, known.origin)
    if around.source_year is not None:
        return _with(one, around.source_year + one.later, How.SOURCE_YEAR, Confidence.POSSIBLE, None)
    return _with(one, None, How.NO_YEAR, Confidence.SURE, None)


def _with(
    one: Found, year: int | None, how: How, confidence: Confidence, origin: Found | None
) -> Resolved | None:
    edtf = one.meaning(year)
    if edtf is None:
        return None
    place = None if origin is None else (origin.start, origin.end)
    return Resolved(one.start, one.end, edtf, how, confidence, place, year, one)


def _reaches(known: _Year, one: Found, around: Surroundings) -> bool:
    """Whether a year is handed on as far as to `one`."""
    far = _FAR_DATE if known.origin.month is not None or one.same_year else _FAR_YEAR
    if one.start - known.used > far or one.start - known.origin.end > _LONGEST_CHAIN:
        return False
    return one.same_year or around.same_chapter(known.origin.end, one.start)


def _handed_on(known: _Year, one: Found, around: Surroundings) -> tuple[int, Confidence]:
    """The year that `one` takes from a date before it: the next one where December is followed by January."""
    gap = one.start - known.origin.end
    near = gap <= CLOSE or around.same_paragraph(known.origin.end, one.start)
    near = near or (known.origin.month is not None and gap <= _FAR_DATE)
    confidence = Confidence.LIKELY if near else Confidence.POSSIBLE
    if one.month is None or known.month is None or one.same_year:
        return known.year, confidence
    if known.month >= 11 and one.month <= 2:
        return known.year + 1, Confidence.POSSIBLE
    if one.month < known.month or one.month - known.month >= 9:
        return known.year, Confidence.POSSIBLE
    return known.year, confidence


def _joined(founds: list[Found], around: Surroundings) -> list[Found | None]:
    """For each, the date with a year that it is joined to, directly or over others."""
    result: list[Found | None] = []
    following: Found | None = None
    for one in reversed(founds):
        shared = None
        if following is not None and following.year is None:
            shared = result[-1] if around.joins(one.end, following.start) else None
        elif following is not None and _shares(one, following, around):
            shared = following
        result.append(shared)
        following = one
    return result[::-1]


def _shares(one: Found, following: Found, around: Surroundings) -> bool:
    if following.bare and around.brackets(one.end, following.start):
        return True
    return following.leads and following.kind != "year" and around.joins(one.end, following.start)


def _later(founds: list[Found]) -> list[Found | None]:
    """For each, the next date that tells its year."""
    result: list[Found | None] = []
    following: Found | None = None
    for one in reversed(founds):
        result.append(following)
        if one.year is not None and one.leads:
            following = one
    return result[::-1]
