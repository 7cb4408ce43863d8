"""Which day, month or year an expression means that counts from a date told before it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from archive_app.core.periods import PartOfDay
from archive_app.language.dating.context import CLOSE, Confidence, How, Resolved, Surroundings
from archive_app.language.dating.found import Found, Relative
from archive_app.language.dating.periods import part_meaning


def with_relatives(
    resolved: list[Resolved], relatives: list[Relative], around: Surroundings
) -> Iterator[Resolved]:
    """All in their order, each relative expression counted from the nearest date before it that is known so closely."""
    anchors: list[Resolved] = []
    heading: Resolved | None = None
    ordered: list[Resolved | Relative] = [*resolved, *relatives]
    ordered.sort(key=lambda one: (one.start, -one.end))
    for number, one in enumerate(ordered):
        if isinstance(one, Relative):
            after = ordered[number + 1] if number + 1 < len(ordered) else None
            if _says_nothing(one, after, around):
                continue
            counts_from = anchors if not one.of_writing else [heading] if heading else []
            counted = _named_after(one, after, around) or _counted(one, counts_from, around)
            if counted is None:
                continue
            one = counted
        elif isinstance(one.found, Found) and one.found.kind == "day" and around.heads(one.start, one.end):
            heading = one
        if not (isinstance(one.found, Relative) and (one.found.of_writing or one.found.weekday is not None)):
            anchors = [one, *anchors[: _KEPT - 1]]
        yield one


def _says_nothing(one: Relative, after: Resolved | Relative | None, around: Surroundings) -> bool:
    """Whether "juče" is said in speech, of another day than that of the letter, or a weekday is that of a date."""
    if one.of_writing:
        return around.is_spoken(one.start)
    return one.weekday is not None and after is not None and around.beside(one.end, after.start)


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
        if (one.near and not same_paragraph) or (
            one.weekday is not None and around.beside(anchor.end, one.start)
        ):
            return None
        parts = _known_part(anchor, one)
        if parts is None:
            continue
        edtf = None if _contradicts(anchors, anchor) else _same_night(one, anchor) or _shifted(one, parts)
        if edtf is None:
            return None
        near = gap <= CLOSE // 2 or (same_paragraph and gap <= CLOSE)
        sure = near and anchor.confidence >= Confidence.LIKELY and anchor.how is not How.RELATIVE
        sure = sure and not one.some and one.weekday is None
        confidence = Confidence.LIKELY if sure else Confidence.POSSIBLE
        place = (anchor.start, anchor.end)
        return Resolved(one.start, one.end, edtf, How.RELATIVE, confidence, place, None, one)
    return None


def _same_night(one: Relative, anchor: Resolved) -> str | None:
    """ "Iste noći" after a night between two days is that night."""
    if one.of != "day" or one.amount or one.beside.part is not PartOfDay.NIGHT or "/" not in anchor.edtf:
        return None
    days = _DAY.findall(anchor.edtf)
    is_night = len(days) == 2 and all(map(_exists, days)) and _days_between(*days) == 1
    return anchor.edtf if is_night else None


def _known_part(anchor: Resolved, one: Relative) -> tuple[str, ...] | None:
    """Year, month and day, or as many as are counted in, of a date; None where it is not known so closely."""
    if anchor.edtf[0] in "[{":
        return None
    if one.of == "day":
        return _exact_day(anchor, one)
    found = (_MONTH if one.of == "month" else _YEAR).findall(anchor.edtf)
    return found[0 if one.amount < 0 else -1] if found else None


def _exact_day(anchor: Resolved, one: Relative) -> tuple[str, ...] | None:
    """The day of a date, or the last one of a few days; a feast of every year is none, nor is a day that no calendar
    has (31 April), as a slip of the pen or of a reader leaves it."""
    every_year = (
        anchor.how is How.NO_YEAR and isinstance(anchor.found, Found) and anchor.found.kind == "feast"
    )
    if every_year or "~" in anchor.edtf:
        return None
    days: list[tuple[str, ...]] = _DAY.findall(anchor.edtf)
    if not days or not all(map(_exists, days)) or (len(days) == 2 and _days_between(*days) > _FEW_DAYS):
        return None
    return days[0 if one.amount < 0 else -1]


_FEW_DAYS = 3


def _exists(day: tuple[str, ...]) -> bool:
    try:
        date.fromisoformat("-".join(day).replace("XXXX", "2000"))
    except ValueError:
        return False
    return True


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
        year = int(part[1]) + one.amount
        return part_meaning(one.part)(year) if one.part else f"{year:04d}"
    if one.of == "month":
        return _shifted_month(one, part[0], int(part[1]))
    day = part[0], int(part[1]), int(part[2])
    if one.weekday is not None:
        return _weekday(one.weekday, *day, one.amount)
    if one.some:
        ends = [_shifted_day(*day, amount) for amount in sorted((one.amount, one.amount * _A_FEW // 2))]
        return f"[{ends[0]}..{ends[1]}]" if all(ends) else None
    return _shifted_day(*day, one.amount)


_A_FEW = 7
"""The most days that "nekoliko dana" means; two are the least."""


def _weekday(weekday: int, year: str, month: int, day: int, amount: int) -> str | None:
    """The next such day of the week, or the last one; none on the day itself, and none without a year."""
    if not year.isdigit():
        return None
    apart = (weekday - date(int(year), month, day).weekday()) % 7 or 7
    return _shifted_day(year, month, day, apart if amount >= 0 else apart - 7 or -7)


def _shifted_month(one: Relative, year: str, month: int) -> str | None:
    number = month - 1 + one.amount
    if year.isdigit():
        year = f"{int(year) + number // 12:04d}"
    month = number % 12 + 1
    if one.day is not None:
        last = f"/{year}-{month:02d}-{one.last:02d}" if one.last else ""
        return f"{year}-{month:02d}-{one.day:02d}{last}"
    if one.part is None:
        return f"{year}-{month:02d}"
    return part_meaning(one.part, month)(int(year) if year.isdigit() else None)


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
