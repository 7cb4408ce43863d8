"""Dates as EDTF text with the first and the last day that they can mean.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019, as the Library of Congress describes it
(https://www.loc.gov/standards/datetime/). Read here are levels 0 and 1 complete, and of level 2 exponents and
significant digits of years, seasons and parts of a year, sets, qualifiers of parts, unspecified digits anywhere.
Days are of the proleptic Gregorian calendar; years have at most nine digits. A word for the part of a day may
follow after a space, which is ours (docs/decisions/007): "1944-10-15 evening".
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from archive_app.core.date_words import Style
from archive_app.core.days import Day, iso_day, month_length
from archive_app.core.errors import UserError
from archive_app.core.periods import PartOfDay
from archive_app.core.possible_days import LAST_SEASON, possible_days
from archive_app.core.translation import _


class Single(NamedTuple):
    """One date: its text, its parts as written (digits or X; `year` with a sign; all but the year may be empty).

    `marks` are the qualifiers ("", "?", "~", "%") that hold for year, month and day. `significant` says how many
    digits of the year are known where the text says so, else 0. Bounds are None where the year is not known.
    """

    text: str
    year: str
    month: str
    day: str
    time: str
    marks: tuple[str, str, str]
    significant: int
    first: Day | None
    last: Day | None


class Unbounded(StrEnum):
    """An end of an interval that has no date."""

    OPEN = ".."
    UNKNOWN = ""


class Interval(NamedTuple):
    """From `start` to `end`; at least one of them is a date."""

    start: Single | Unbounded
    end: Single | Unbounded


class DateSet(NamedTuple):
    """One of several dates or ranges of dates, or all of them."""

    one_of: bool
    members: tuple[Single | Interval, ...]


Expression = Single | Interval | DateSet


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """EDTF text, and the first and last possible day as ISO days; None where that end is open or unknown."""

    text: str
    first: str | None
    last: str | None

    @property
    def edtf(self) -> str:
        """The text as EDTF alone, without the part of the day."""
        return self.text.partition(" ")[0]

    @property
    def part(self) -> PartOfDay | None:
        """The part of the day, None for all of it."""
        word = self.text.partition(" ")[2]
        return PartOfDay(word) if word else None


class _NotEdtf(ValueError):
    """The text is not of the format."""


class _NoSuchDay(ValueError):
    """The text is of the format, but the calendar has no such day."""


class _Backwards(ValueError):
    """An interval ends before it begins."""


class _TooFar(ValueError):
    """A year has too many digits."""


class _PartOfWhat(ValueError):
    """A part of the day is given where there is no single day."""


def parse_edtf(text: str, typed: str = "") -> EdtfDate:
    """Read EDTF text; empty text is a date that nothing is known of.

    A season means the days that it can mean by the calendar or by the sun; "winter 1943" can be the winter at either
    end of that year. A time of day is kept and changes no bound, nor does a qualifier (? ~ %).
    Raises UserError for what is not EDTF, for days that do not exist and for intervals that end before they begin; it
    quotes `typed` where a person wrote something else.
    """
    try:
        edtf, part = _cleaned(text)
        if not edtf:
            return EdtfDate("", None, None)
        return _dated(_expression(edtf), edtf, part)
    except ValueError as error:
        raise _explained(error, (typed or text).strip()) from error


def read_edtf(edtf: str) -> Expression:
    """The structure of EDTF text, which has no part of the day. Raises UserError as `parse_edtf` does."""
    try:
        return _expression(_cleaned(edtf)[0])
    except ValueError as error:
        raise _explained(error, edtf.strip()) from error


def bounds_of(expression: Expression) -> tuple[Day | None, Day | None]:
    """The first and the last possible day; None where that end is open or unknown."""
    match expression:
        case Single():
            return expression.first, expression.last
        case Interval(start, end):
            first = start.first if isinstance(start, Single) else None
            return first, end.last if isinstance(end, Single) else None
    firsts, lasts = zip(*map(bounds_of, expression.members), strict=True)
    return None if None in firsts else min(firsts), None if None in lasts else max(lasts)


_PARTS = {part.value: part for part in PartOfDay}
_SPACED_TIME = re.compile(r"(?<=\d\d-\d\d)\s+(?=\d\d:)")
# The letter X may come from a Cyrillic keyboard (Х), dashes from a word processor.
_TYPED = str.maketrans({"Х": "X", "х": "X", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-"})


def _cleaned(text: str) -> tuple[str, PartOfDay | None]:
    """The text as EDTF writes it, and the part of the day that stands after it."""
    edtf = text.strip().translate(_TYPED)
    if " " not in edtf:
        return edtf.upper(), None
    before, _space, word = edtf.rpartition(" ")
    part = _PARTS.get(word)
    return "".join(_SPACED_TIME.sub("T", before if part else edtf).split()).upper(), part


def _dated(expression: Expression, edtf: str, part: PartOfDay | None) -> EdtfDate:
    first, last = bounds_of(expression)
    if isinstance(expression, Single):
        edtf = expression.text
    if part is not None:
        if not has_parts_of_day(expression):
            raise _PartOfWhat
        edtf = f"{edtf} {part}"
    return EdtfDate(edtf, first and iso_day(first), last and iso_day(last))


def has_parts_of_day(expression: Expression) -> bool:
    """Whether it is one day, a day until which or from which, or two days with a night between them."""
    match expression:
        case Single(day=day, time=time):
            return bool(day and not time)
        case Interval(Single(day=day), Single(day=other)):
            return bool(day and other)
        case Interval(Single(day=day), _) | Interval(_, Single(day=day)):
            return bool(day)
    return False


def _expression(edtf: str) -> Expression:
    if edtf[0] + edtf[-1] in ("[]", "{}"):
        members = tuple(map(_member, edtf[1:-1].split(",")))
        return DateSet(edtf[0] == "[", members)
    if "/" in edtf:
        start, _slash, end = edtf.partition("/")
        return _interval(start, end)
    return _single(edtf)


def _interval(start: str, end: str) -> Interval:
    begins = _untimed(start) if start not in ("", "..") else Unbounded(start)
    ends = _untimed(end) if end not in ("", "..") else Unbounded(end)
    if isinstance(begins, Unbounded):
        if isinstance(ends, Unbounded):
            raise _NotEdtf
    elif not isinstance(ends, Unbounded) and begins.first and ends.last and begins.first > ends.last:
        raise _Backwards
    return Interval(begins, ends)


def _member(text: str) -> Single | Interval:
    """A member of a set: a date, or a range a..b, ..b, a.. (level 2)."""
    start, dots, end = text.partition("..")
    return _interval(start or "..", end or "..") if dots else _untimed(text)


def _untimed(text: str) -> Single:
    """A date in an interval or a set: these have no times (level 0)."""
    date = _single(text)
    if date.time:
        raise _NotEdtf
    return date


_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SINGLE = re.compile(
    r"([?~%]?)(?:(-?[\dX]{4})|Y(-?)(\d+)(?:E(\d+))?)(?:S(\d+))?([?~%]?)"
    r"(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:T(.+))?)?)?",
    re.ASCII,
)
_TIME = re.compile(
    r"(?:([01]\d|2[0-3])(?::([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?)?|(24)(?::(00)(?::(00))?)?)"
    r"(Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?",
    re.ASCII,
)
_NO_MARKS = ("", "", "")
_MOST_DIGITS = 9


def _single(text: str) -> Single:
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return _marked(text)
    year, month, day = plain.groups("")
    bounds = possible_days(year, month, day)
    if bounds is None:
        raise _NoSuchDay(year, month, day)
    return Single(text, year, month, day, "", _NO_MARKS, 0, *bounds)


def _marked(text: str) -> Single:
    """A date with qualifiers, unspecified digits, a time, or a year that is not of four digits."""
    found = _SINGLE.fullmatch(text)
    if found is None:
        raise _NotEdtf
    (m0, year, sign, digits, exponent, significant, m1, m2, month, m3, m4, day, m5, time) = found.groups("")
    if digits:
        year = _long_year(sign, digits, exponent)
    if year == "-0000" or (year.startswith("-X") and year.endswith("XXX")):
        raise _NotEdtf
    known = int(significant or 0)
    if (month and (digits or significant)) or (significant and (not known or "X" in year)):
        raise _NotEdtf
    marks = _joined(m0, m1, m3, m5), _joined(m2, m3, m5), _joined(m4, m5)
    if time:
        if "X" in text or any(marks):
            raise _NotEdtf
        time = _full_time(time)
        text = f"{year}-{month}-{day}T{time}"
    bounds = possible_days(year, month, day, known)
    if bounds is None:
        raise _NoSuchDay(year, month, day)
    return Single(text, year, month, day, time, marks, known, *bounds)


def _long_year(sign: str, digits: str, exponent: str) -> str:
    """The year that stands after a Y, which must have more than four digits."""
    digits, exponent = digits.lstrip("0"), exponent.lstrip("0") or "0"
    if len(exponent) > 1 or len(digits) + int(exponent) > _MOST_DIGITS:
        raise _TooFar
    year = digits + "0" * int(exponent)
    if not digits or len(year) < 5:
        raise _NotEdtf
    return sign + year


def _joined(*marks: str) -> str:
    """The qualifier that says what all of these say."""
    both = "".join(marks)
    if not both:
        return ""
    uncertain, approximate = "?" in both or "%" in both, "~" in both or "%" in both
    return "%" if uncertain and approximate else "?" if uncertain else "~"


def _full_time(time: str) -> str:
    """A time with its seconds, as level 0 wants it; fractions of a second are left out."""
    found = _TIME.fullmatch(time)
    if found is None:
        raise _NotEdtf
    hour, minute, second, zone = found[1] or found[4], found[2], found[3], found[7]
    return f"{hour}:{minute or '00'}:{second or '00'}{zone or ''}"


def _explained(error: ValueError, typed: str) -> UserError:
    """What is wrong with a date, for a person."""
    match error:
        case _NoSuchDay():
            return UserError(_no_such_day(*error.args).format(text=typed))
        case _Backwards():
            message = _("The date “{text}” ends before it begins. Write the earlier day first.")
        case _TooFar():
            message = _("The year of “{text}” is too far away: years can have at most nine digits.")
        case _PartOfWhat():
            message = _(
                "“{text}” names a part of a day, but not the day. Write it with one day, such as"
                " “1944-10-15 evening”, or with both days of a night, such as “1944-10-18/1944-10-19 night”."
            )
        case _:
            message = _(
                "“{text}” is not a date that this program reads. Write it like 1944, 1944-10, 1944-10-20,"
                " 1944-10-18/1944-10-19, 1944-10-20/.., 1943~ (about), 1943? (uncertain), 194X or 1944-10-XX."
            )
    return UserError(message.format(text=typed))


def _no_such_day(year: str, month: str, day: str) -> str:
    """The message, in which {text} is still to be filled in."""
    if not day or "X" in month or not 1 <= int(month) <= 12:
        message = _(
            "There is no such day as “{text}”: months are 01 to 12, seasons and other parts of a year 21 to {last}."
        )
        return message.replace("{last}", str(LAST_SEASON))
    name = Style().month(int(month))
    if not year.lstrip("-").isdigit():
        return _("There is no such day as “{text}” in {month}.").replace("{month}", name)
    name = _("{month} {year}").format(month=name, year=Style().year(int(year)))
    length = month_length(int(year), int(month))
    message = _("There is no such day as “{text}”: {month} has {count} days.")
    return message.replace("{month}", name).replace("{count}", str(length))
