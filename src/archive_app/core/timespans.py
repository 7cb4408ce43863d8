"""Where a date lies on an axis of time: which stretches are certain, which only possible, and which ends are open.

Time is counted in days: a day begins at its `day_number`, noon is half a day later, and a day is over where the next
one begins.
"""

import re
from functools import lru_cache
from math import inf
from typing import NamedTuple

from archive_app.core.chronology import hours_of
from archive_app.core.days import Day, day_number, numbered_day, read_iso_day
from archive_app.core.edtf import DateSet, Expression, Interval, Single, Unbounded, read_edtf
from archive_app.core.errors import UserError

_HOURS = 24
_KEPT = 1 << 14
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Piece(NamedTuple):
    """A stretch of time that a date certainly covers, or in which it may lie."""

    begins: float
    ends: float
    certain: bool


class Extent(NamedTuple):
    """A date on the axis: from the first moment that it can mean to the last one, in pieces in the order of time.

    An end is open where the date says so or where the end is not known, which the last two tell apart; `about` is for
    approximate dates, which may lie somewhat outside.
    """

    begins: float
    ends: float
    pieces: tuple[Piece, ...]
    open_start: bool = False
    open_end: bool = False
    about: bool = False
    unknown_start: bool = False
    unknown_end: bool = False


@lru_cache(_KEPT)
def extent_of(text: str) -> Extent | None:
    """Where the text of a date lies; None where no year is known, or for what is no date.

    A date of a single day is certain, one of a month or a year only possible: it means some day in it. A stretch from
    one date to another is certain between the two.
    """
    edtf = text.partition(" ")[0]
    if not edtf:
        return None
    try:
        if _DAY.fullmatch(text):  # most dates are
            begins = day_number(read_iso_day(text))
            return Extent(begins, begins + 1, (Piece(begins, begins + 1, True),))
        expression, hours = read_edtf(edtf), hours_of(text)
    except (UserError, ValueError):
        return None
    return _extent(expression, hours[0] / _HOURS, hours[1] / _HOURS)


def order_in_time(extent: Extent, text: str) -> tuple[float, float, str]:
    """What extents of dates are sorted by, in the order of `chronology.order_of`."""
    begins = extent.ends if extent.open_start else extent.begins
    return begins, inf if extent.open_end else extent.ends, text


def day_at(moment: float) -> Day:
    """The day in which a moment lies."""
    return numbered_day(int(moment // 1))


def _extent(expression: Expression, from_hour: float, to_hour: float) -> Extent | None:
    match expression:
        case Single():
            return _of_one(expression, from_hour, to_hour)
        case Interval(start, end):
            return _of_interval(start, end, from_hour, to_hour)
    return _of_set(expression)


def _of_one(date: Single, from_hour: float, to_hour: float) -> Extent | None:
    if date.first is None or date.last is None:
        return None
    begins, ends = day_number(date.first) + from_hour, day_number(date.last) + to_hour
    about = any(mark in ("~", "%") for mark in date.marks)
    return Extent(begins, ends, (Piece(begins, ends, _is_exact(date)),), about=about)


def _is_exact(date: Single) -> bool:
    return date.day.isdigit() and date.first == date.last and not any(date.marks)


def _of_interval(
    start: Single | Unbounded, end: Single | Unbounded, from_hour: float, to_hour: float
) -> Extent | None:
    if isinstance(start, Unbounded) or isinstance(end, Unbounded):
        return _of_open(start, end, from_hour, to_hour)
    first, last = _of_one(start, from_hour, 1.0), _of_one(end, 0.0, to_hour)
    if first is None or last is None:
        return None
    sure_from = first.begins if _is_exact(start) else first.ends
    sure_to = last.ends if _is_exact(end) else last.begins
    begins, ends, about = first.begins, max(first.begins, last.ends), first.about or last.about
    if sure_from >= sure_to:
        return Extent(begins, ends, (Piece(begins, ends, False),), about=about)
    pieces = (
        Piece(begins, sure_from, False),
        Piece(sure_from, sure_to, True),
        Piece(sure_to, ends, False),
    )
    return Extent(begins, ends, tuple(one for one in pieces if one.begins < one.ends), about=about)


def _of_open(
    start: Single | Unbounded, end: Single | Unbounded, from_hour: float, to_hour: float
) -> Extent | None:
    if isinstance(start, Single):
        found = _of_one(start, from_hour, 1.0)
        return found and found._replace(open_end=True, unknown_end=end is Unbounded.UNKNOWN)
    assert isinstance(end, Single)
    found = _of_one(end, 0.0, to_hour)
    return found and found._replace(open_start=True, unknown_start=start is Unbounded.UNKNOWN)


def _of_set(dates: DateSet) -> Extent | None:
    members = [_extent(member, 0.0, 1.0) for member in dates.members]
    known = [member for member in members if member is not None]
    if not known:
        return None
    pieces = sorted(
        Piece(piece.begins, piece.ends, piece.certain and not dates.one_of)
        for member in known
        for piece in member.pieces
    )
    return Extent(
        min(member.begins for member in known),
        max(member.ends for member in known),
        tuple(pieces),
        any(member.open_start for member in known),
        any(member.open_end for member in known),
        any(member.about for member in known),
        any(member.unknown_start for member in known),
        any(member.unknown_end for member in known),
    )
