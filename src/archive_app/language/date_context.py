"""Which year, and which day, the text round a date expression says is meant.

A wrong year is worse than none: a date hands its year on only so far, never into another chapter, and the less surely
the farther off it stands.
"""

import calendar
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from archive_app.language.date_found import Found, Relative, filled

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
    it, or it is a year that no word calls one. POSSIBLE: what completes it stands farther off, or is itself not sure;
    to be looked at before it is used.
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
_CLOSE = 700
_LONGEST_CHAIN = 30_000
_FAR_LATER = 1500
_LONGEST_LETTER = 100_000
"""Texts longer than this are books, which tell of other years than their own."""

_CHAPTER = re.compile(
    r"\n *(?:(?:glav[ae]|poglav(?:lj|ļ)e|knjiga|kńiga|[a-zđļń]+ (?:glava|kńiga|knjiga|deo|dio)|deo|dio) ?[^\n]{0,40}"
    r"|[ivxlc]{1,7}\.?|\d{1,3}\.?|\*[ *]{2,20}) *(?=\n)"
)
"""A line that opens a chapter: "Glava treća", a number in Roman or Arabic figures, stars."""
_JOINED = re.compile(r"[\s,.]*(?:\b(?:i|ili|do|kao i|odnosno|pa do)\b|-|/)?[\s,]*")
_RESTATED = re.compile(r",? ?(?:(?:a )?to (?:je bilo|je|bese|bilo je) )?,? ?(?:(?:na )?dana? )?")
_BRACKET = re.compile(r",? ?\(")


class Surroundings:
    """The text round the expressions: its chapters, its paragraphs and the year of its source."""

    def __init__(self, plain: str, source_year: int | None) -> None:
        self.source_year = source_year if len(plain) <= _LONGEST_LETTER else None
        self._plain = plain
        self._chapters: list[int] | None = None

    def same_chapter(self, first: int, last: int) -> bool:
        """Whether no chapter begins between two places."""
        if self._chapters is None:
            self._chapters = [match.start() for match in _CHAPTER.finditer(self._plain)]
        return bisect(self._chapters, first) == bisect(self._chapters, last)

    def same_paragraph(self, first: int, last: int) -> bool:
        """Whether no line ends between two places."""
        return self._plain.find("\n", first, last) < 0

    def joins(self, first: int, last: int) -> bool:
        """Whether what stands between two dates joins them."""
        return last - first <= 40 and _JOINED.fullmatch(self._plain, first, last) is not None

    def restates(self, first: int, last: int) -> bool:
        """Whether what stands between says that the date after it is the same day."""
        return last - first <= 30 and _RESTATED.fullmatch(self._plain, first, last) is not None

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
        if one.year is not None:
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
    if one.other_year:
        return _with(one, None, How.NO_YEAR, Confidence.SURE, None)
    if shared is not None:
        return _with(one, shared.year, How.SHARED_YEAR, Confidence.LIKELY, shared)
    if one.of_writing:
        known = following = None
    if known is not None and _reaches(known, one, around):
        year, confidence = _handed_on(known, one, around)
        return _with(one, year, How.EARLIER_YEAR, confidence, known.origin)
    if following is not None and not one.same_year:
        gap = following.start - one.end
        in_order = one.month is None or following.month is None or one.month <= following.month
        if in_order and gap <= _FAR_LATER and around.same_chapter(one.end, following.start):
            near = gap <= _CLOSE // 2 and around.same_paragraph(one.end, following.start)
            confidence = Confidence.LIKELY if near else Confidence.POSSIBLE
            return _with(one, following.year, How.LATER_YEAR, confidence, following)
    if around.source_year is not None:
        return _with(one, around.source_year, How.SOURCE_YEAR, Confidence.POSSIBLE, None)
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
    near = gap <= _CLOSE or around.same_paragraph(known.origin.end, one.start)
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


def with_relatives(
    resolved: list[Resolved], relatives: list[Relative], around: Surroundings
) -> Iterator[Resolved]:
    """All in their order, each relative expression counted from the nearest date before it that is known so closely."""
    anchors: list[Resolved] = []
    ordered: list[Resolved | Relative] = [*resolved, *relatives]
    ordered.sort(key=lambda one: (one.start, -one.end))
    for number, one in enumerate(ordered):
        if isinstance(one, Relative):
            after = ordered[number + 1] if number + 1 < len(ordered) else None
            counted = _named_after(one, after, around) or _counted(one, anchors, around)
            if counted is None:
                continue
            one = counted
        anchors = [one, *anchors[: _KEPT - 1]]
        yield one


def _named_after(one: Relative, after: Resolved | Relative | None, around: Surroundings) -> Resolved | None:
    """What is said once more as a date: "sutradan, 30. septembra"."""
    if one.of != "day" or not isinstance(after, Resolved) or _exact_day(after, one) is None:
        return None
    if not around.restates(one.end, after.start):
        return None
    edtf, place = after.edtf, (after.start, after.end)
    return Resolved(one.start, one.end, edtf, How.RELATIVE, Confidence.LIKELY, place, None, one)


_KEPT = 6
"""How many dates back a relative expression may look for one that is known closely enough."""

_DAY = re.compile(r"([\dX]{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"([\dX]{4})-(0\d|1[0-2])")
_YEAR = re.compile(r"()(\d{4})")
_FROM_RELATIVE = 400
"""How far, in code points, a relative expression may count from another one."""


def _counted(one: Relative, anchors: list[Resolved], around: Surroundings) -> Resolved | None:
    for anchor in anchors:
        gap = one.start - anchor.end
        reach = min(one.reach, _FROM_RELATIVE) if anchor.how is How.RELATIVE else one.reach
        if not 0 <= gap <= reach or not around.same_chapter(anchor.end, one.start):
            return None
        same_paragraph = around.same_paragraph(anchor.end, one.start)
        if one.near and not same_paragraph:
            return None
        parts = _known_part(anchor, one)
        if parts is None:
            continue
        edtf = None if _contradicts(anchors, anchor) else _shifted(one, parts)
        if edtf is None:
            return None
        near = gap <= _CLOSE // 2 or (same_paragraph and gap <= _CLOSE)
        sure = near and anchor.confidence >= Confidence.LIKELY and anchor.how is not How.RELATIVE
        confidence = Confidence.LIKELY if sure else Confidence.POSSIBLE
        place = (anchor.start, anchor.end)
        return Resolved(one.start, one.end, edtf, How.RELATIVE, confidence, place, None, one)
    return None


def _known_part(anchor: Resolved, one: Relative) -> tuple[str, ...] | None:
    """Year, month and day, or as many as are counted in, of a date; None where it is not known so closely."""
    if anchor.edtf[0] in "[{":
        return None
    if one.of == "day":
        return _exact_day(anchor, one)
    found = (_MONTH if one.of == "month" else _YEAR).findall(anchor.edtf)
    return found[0 if one.amount < 0 else -1] if found else None


def _exact_day(anchor: Resolved, one: Relative) -> tuple[str, ...] | None:
    """The day of a date, or the last one of a few days; a feast of every year is none."""
    every_year = (
        anchor.how is How.NO_YEAR and isinstance(anchor.found, Found) and anchor.found.kind == "feast"
    )
    if every_year or "~" in anchor.edtf:
        return None
    days: list[tuple[str, ...]] = _DAY.findall(anchor.edtf)
    if not days or (len(days) == 2 and _days_between(*days) > _FEW_DAYS):
        return None
    return days[0 if one.amount < 0 else -1]


_FEW_DAYS = 3


def _days_between(first: tuple[str, ...], last: tuple[str, ...]) -> int:
    ends = [date.fromisoformat("-".join(day).replace("XXXX", "2000")) for day in (first, last)]
    return (ends[1] - ends[0]).days


def _contradicts(anchors: list[Resolved], anchor: Resolved) -> bool:
    """Whether a coarser date after the anchor is another month or year: the text has gone on."""
    for later in anchors:
        if later is anchor:
            return False
        if later.edtf[:4].isdigit() and anchor.edtf[:4].isdigit() and later.edtf[:4] != anchor.edtf[:4]:
            return True
        months = _MONTH.findall(later.edtf), _MONTH.findall(anchor.edtf)
        if months[0] and months[1] and months[0][0][1] != months[1][-1][1]:
            return True
    return False


def _shifted(one: Relative, part: tuple[str, ...]) -> str | None:
    if one.of == "year":
        return filled(one.part or "{year}")(int(part[1]) + one.amount)
    if one.of == "month":
        return _shifted_month(one, part[0], int(part[1]))
    return _shifted_day(part[0], int(part[1]), int(part[2]), one.amount)


def _shifted_month(one: Relative, year: str, month: int) -> str | None:
    number = month - 1 + one.amount
    if year.isdigit():
        year = f"{int(year) + number // 12:04d}"
    month = number % 12 + 1
    if one.day is not None:
        return f"{year}-{month:02d}-{one.day:02d}"
    if one.part is None:
        return f"{year}-{month:02d}"
    known = int(year) if year.isdigit() else None
    last = calendar.monthrange(known or 2000, month)[1]
    return one.part.format(year=year, month=f"{month:02d}", end=f"{last:02d}")


def _shifted_day(year: str, month: int, day: int, amount: int) -> str | None:
    """So many days on; None where the year would have to tell whether February has 29."""
    try:
        before = date(int(year) if year.isdigit() else 2001, month, day)
        after = before + timedelta(days=amount)
    except (ValueError, OverflowError):
        return None
    if year.isdigit():
        return after.isoformat()
    leap = date(2000, month, day) + timedelta(days=amount)
    return f"XXXX-{after:%m-%d}" if (leap.month, leap.day) == (after.month, after.day) else None
