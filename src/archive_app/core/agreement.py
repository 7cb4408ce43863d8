"""Whether two dates of one event can both be right: the same, more precise, compatible, or in conflict.

The rule. A date is taken as the stretch of time in which, by its text, the event was: from the beginning of its first
possible day to the end of its last one, or the hours of the part of the day that it names. A set is one stretch for
each member; an open or unknown end reaches without end.

* CONFLICT: the stretches have no time in common. Of a set that means *all* its members ("{…}") each of them must
  have time in common with the other date, of any other set one of them.
* SAME: the same stretches, said with the same certainty (? ~ %).
* MORE_PRECISE: the one lies within the other and leaves less open, without doubt.
* COMPATIBLE: everything else that is not in conflict.

What is approximate reaches further before it is in conflict: by one unit of the part that is approximate ("about
14 October" by a day, "about 1943" by a year). Parts of the day have no sharp borders and reach two hours further, a
night that is named by its first day alone to the next morning, a time on the clock an hour. What is uncertain (?) is
in conflict like any other date: a source that doubts itself still says something else.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from math import inf
from typing import NamedTuple

from archive_app.core.chronology import Precision, hours_of, precision_of
from archive_app.core.days import Day, day_number
from archive_app.core.edtf import DateSet, Expression, Interval, Single, Unbounded, read_edtf
from archive_app.core.errors import UserError
from archive_app.core.periods import PartOfDay


class Agreement(StrEnum):
    """How the date of one statement stands to that of another."""

    SAME = "same"
    MORE_PRECISE = "more precise"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"


class _Stretch(NamedTuple):
    """Hours since the beginning of day 0, and how many hours further it reaches before it is in conflict."""

    begins: float
    ends: float
    before: float = 0
    after: float = 0

    def is_apart(self, other: "_Stretch") -> bool:
        """Whether the two have no time in common."""
        return self._is_over_before(other) or other._is_over_before(self)

    def _is_over_before(self, other: "_Stretch") -> bool:
        return self.ends + self.after <= other.begins - other.before

    def is_within(self, other: "_Stretch") -> bool:
        """Whether it lies in the other one or is as long."""
        return other.begins <= self.begins and self.ends <= other.ends


class _Reach(NamedTuple):
    """When the event was by a date; `doubt` are the qualifiers of the date."""

    stretches: tuple[_Stretch, ...]
    all_of_them: bool
    doubt: str

    def misses(self, other: "_Reach") -> bool:
        """Whether what must have time in common with the other date has none."""
        needed = all if not self.all_of_them else any
        return needed(all(one.is_apart(two) for two in other.stretches) for one in self.stretches)

    def is_within(self, other: "_Reach") -> bool:
        """Whether all that it can mean is what the other one can mean, too."""
        return all(any(one.is_within(two) for two in other.stretches) for one in self.stretches)


_DAY = 24.0
_UNITS = {
    Precision.DAY: _DAY,
    Precision.MONTH: 31 * _DAY,
    Precision.SEASON: 92 * _DAY,
    Precision.YEAR: 366 * _DAY,
    Precision.DECADE: 3653 * _DAY,
    Precision.CENTURY: 36525 * _DAY,
    Precision.MILLENNIUM: 365250 * _DAY,
}
_PART, _CLOCK = 2.0, 1.0
_NIGHT_GOES_ON = 6.0
_ANY_TIME = _Reach((_Stretch(-inf, inf),), False, "")


def agreement(stated: str, other: str) -> Agreement | None:
    """How the EDTF date `stated` stands to another one; None where one of the two is empty.

    Only MORE_PRECISE has a direction: it is `stated` that is more precise.
    """
    if not stated or not other:
        return None
    one, two = _reach(stated), _reach(other)
    if one == two:
        return Agreement.SAME
    if one.misses(two) or two.misses(one):
        return Agreement.CONFLICT
    if not one.doubt and one.is_within(two) and not two.is_within(one):
        return Agreement.MORE_PRECISE
    return Agreement.COMPATIBLE


def in_conflict(dates: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of different EDTF dates that cannot both be right, in the order in which they are given."""
    different = [date for date in dict.fromkeys(dates) if date]
    return [pair for pair in combinations(different, 2) if agreement(*pair) is Agreement.CONFLICT]


@lru_cache(maxsize=4096)
def _reach(text: str) -> _Reach:
    edtf = text.partition(" ")[0]
    try:
        expression = read_edtf(edtf)
    except UserError:
        return _ANY_TIME
    doubt = "".join(mark for mark in "?~%" if mark in edtf)
    if isinstance(expression, DateSet):
        stretches = tuple(_stretch(member, _whole_days()) for member in expression.members)
        return _Reach(tuple(dict.fromkeys(stretches)), not expression.one_of, doubt)
    return _Reach((_stretch(expression, _hours(text, expression)),), False, doubt)


def _whole_days() -> _Stretch:
    return _Stretch(0.0, _DAY)


def _hours(text: str, expression: Expression) -> _Stretch:
    """The hour of the first day in which the date begins and that of the last one in which it ends."""
    begins, ends = hours_of(text)
    word = text.partition(" ")[2]
    if word:
        night = PartOfDay(word) in (PartOfDay.NIGHT, PartOfDay.MIDNIGHT) and ends == _DAY
        return _Stretch(begins, ends, _PART, _NIGHT_GOES_ON if night else _PART)
    on_the_clock = isinstance(expression, Single) and expression.time
    return _Stretch(begins, ends, _CLOCK, _CLOCK) if on_the_clock else _whole_days()


def _stretch(expression: Expression, hours: _Stretch) -> _Stretch:
    """The stretch of a date that is no set; `hours` are those of its first and its last day."""
    start, end = (expression.start, expression.end) if isinstance(expression, Interval) else (expression,) * 2
    return _Stretch(
        -inf if _bound(start, 0) is None else _hour(_bound(start, 0)) + hours.begins,
        inf if _bound(end, 1) is None else _hour(_bound(end, 1)) + hours.ends,
        max(hours.before, _about(start)),
        max(hours.after, _about(end)),
    )


def _bound(date: Expression | Unbounded, end: int) -> Day | None:
    return (date.first, date.last)[end] if isinstance(date, Single) else None


def _hour(day: Day | None) -> float:
    return day_number(day) * _DAY if day else 0.0


def _about(date: Expression | Unbounded) -> float:
    """How many hours further an approximate date reaches: one unit of its finest part that is approximate."""
    if not isinstance(date, Single):
        return 0.0
    year, month, _day = date.marks
    if date.day and date.marks[2] in ("~", "%"):
        return _UNITS[Precision.DAY]
    if date.month and month in ("~", "%"):
        season = date.month.isdigit() and int(date.month) > 20
        return _UNITS[Precision.SEASON if season else Precision.MONTH]
    if year in ("~", "%"):
        return _UNITS[precision_of(date.year) or Precision.YEAR]
    return 0.0
