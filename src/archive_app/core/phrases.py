"""EDTF dates written out for reading, in the language of the interface: long for a page, short for a list.

What is written here, `core.dates.parse_date` reads again as the same date.
"""

from collections.abc import Iterator

from archive_app.core.date_words import (
    PARTLY_QUALIFIED,
    PARTS_OF_DAY,
    PARTS_OF_PERIODS,
    QUALIFIED,
    QUALIFIED_SHORT,
    Style,
)
from archive_app.core.days import is_leap, month_length
from archive_app.core.edtf import DateSet, Interval, Single, Unbounded, has_parts_of_day, read_edtf
from archive_app.core.errors import UserError
from archive_app.core.periods import PartOfDay, named_part
from archive_app.core.translation import _, pgettext


def format_date(text: str, *, short: bool = False) -> str:
    """Write an EDTF date out for reading: "18–19 October 1944", "about 1943"; short "18–19 Oct 1944", "c. 1943".

    What there is no phrase for is returned as it is, "" for "".
    """
    edtf, _space, word = text.partition(" ")
    if not edtf:
        return ""
    style = Style(short)
    try:
        part = PartOfDay(word) if word else None
        expression = read_edtf(edtf)
    except (UserError, ValueError):
        return text
    if part and not has_parts_of_day(expression):
        return text
    match expression:
        case Single():
            phrase = _single(expression, style)
        case Interval():
            phrase = _interval(edtf, expression, style)
        case DateSet():
            phrase = _set(expression, style)
    if phrase is None:
        return text
    return _(PARTS_OF_DAY[part]).format(date=phrase) if part else phrase


def _single(date: Single, style: Style, *, in_words: bool = False) -> str | None:
    """A date that is not an interval, with its qualifiers; `in_words` also where the style is short, since a mark at
    the end could then be one of all that stands before it."""
    mark = _mark_of_all(date)
    if mark is None:
        return _partly_qualified(date, style)
    phrase = _unmarked(date, _under(mark, style))
    return _qualified(phrase, mark, Style() if in_words else style)


def _mark_of_all(date: Single) -> str | None:
    """The qualifier that all parts of a date have, None where they differ."""
    given = [mark for mark, part in zip(date.marks, (date.year, date.month, date.day), strict=True) if part]
    return given[0] if len(set(given)) == 1 else None


def _under(mark: str, style: Style) -> Style:
    return style.after_preposition() if mark in ("~", "%") else style


def _qualified(phrase: str | None, mark: str, style: Style) -> str | None:
    if phrase is None or not mark:
        return phrase
    template = pgettext(*QUALIFIED_SHORT[mark]) if style.short else _(QUALIFIED[mark])
    return template.format(date=phrase)


def _partly_qualified(date: Single, style: Style) -> str | None:
    """A date of which some parts are approximate or uncertain, not all in the same way."""
    phrase = _unmarked(date, style)
    names = ("year", "month", "day")
    for mark in ("?", "~"):
        parts = [name for name, found in zip(names, date.marks, strict=True) if found in (mark, "%")]
        template = PARTLY_QUALIFIED.get((mark, " ".join(parts)))
        if phrase is None or (parts and template is None):
            return None
        if template is not None:
            phrase = _(template).format(date=phrase)
    return phrase


def _unmarked(date: Single, style: Style) -> str | None:
    if date.significant or "E" in date.text:
        return None
    if date.year == "XXXX":
        return _of_unknown_year(date, style)
    year = _year(date.year, style)
    if year is None or not date.month:
        return year
    if date.month == "XX":
        if date.day == "XX":
            return _("{year}, month and day unknown").format(year=year)
        return None if date.day else _("{year}, month unknown").format(year=year)
    if "X" in date.month:
        return _some_month(date, year, style)
    month = int(date.month)
    if month > 12:
        exact = month > 32  # a decade has first halves, too, but others than its years
        return style.season(month, year) if not exact or "X" not in date.year else None
    return _day_of_month(date, year, style)


def _year(digits: str, style: Style) -> str | None:
    """A year, decade or century, from its digits with a sign."""
    if "X" not in digits:
        return style.year(int(digits))
    known = digits.lstrip("-").rstrip("X")
    if not known.isdigit() or int(known) >= (21 if len(known) == 2 else 210):
        return None
    if len(known) == 3:
        return style.decade(int(digits[:3]) * 10) if digits[0] in "12" else None
    if len(known) != 2:
        return None
    century = style.century(int(known))
    return century if digits[0] != "-" else _("{century} BC").format(century=century)


def _some_month(date: Single, year: str, style: Style) -> str | None:
    """One of the months that share their first figure."""
    months = {"0X": (1, 9), "1X": (10, 12)}.get(date.month)
    if months is None or date.day or year is None:
        return None
    return _("{first}–{last} {year}, month unknown").format(
        first=style.month(months[0]), last=style.month(months[1]), year=year
    )


def _day_of_month(date: Single, year: str, style: Style) -> str | None:
    name = style.month(int(date.month))
    if not date.day:
        return _("{month} {year}").format(month=name, year=year)
    if date.day == "XX":
        return _("{month} {year}, day unknown").format(month=name, year=year)
    if date.day.isdigit():
        phrase = _("{day} {month} {year}").format(day=int(date.day), month=name, year=year)
        return _at(phrase, date.time) if date.time else phrase
    first, last = _some_days(date)
    if date.day[0] == "X" or first == last:
        return None
    return _("{first}–{last} {month} {year}, day unknown").format(
        first=first, last=last, month=name, year=year
    )


def _some_days(date: Single) -> tuple[int, int]:
    """The first and the last of the days that share their first figure."""
    tens = int(date.day[0].replace("X", "0")) * 10
    year = int(date.year) if date.year.lstrip("-").isdigit() else None
    leap = year is None or is_leap(year)
    length = month_length(2000 if leap else 1999, int(date.month))
    return max(tens, 1), min(tens + 9, length)


def _at(day: str, time: str) -> str:
    """A day with its time; seconds that are none are left out."""
    clock, zone = time[:8].removesuffix(":00"), time[8:]
    if not zone:
        return _("{day}, {time}").format(day=day, time=clock)
    return _("{day}, {time} UTC{offset}").format(day=day, time=clock, offset="" if zone == "Z" else zone)


def _of_unknown_year(date: Single, style: Style) -> str | None:
    if not date.month:
        return _("year unknown")
    if not date.month.isdigit() or int(date.month) > 12:
        return None
    name = style.month(int(date.month))
    if not date.day:
        return _("{month}, year unknown").format(month=name)
    if date.day == "XX":
        return _("{month}, day and year unknown").format(month=name)
    return (
        _("{day} {month}, year unknown").format(day=int(date.day), month=name) if date.day.isdigit() else None
    )


def _interval(edtf: str, interval: Interval, style: Style) -> str | None:
    if (named := named_part(edtf)) is not None:
        period = format_in(named[0], style.after_preposition())
        return _(PARTS_OF_PERIODS[named[1]]).format(period=period) if period else None
    start, end = interval
    governed = style.after_preposition()
    if isinstance(end, Unbounded):
        phrase = _single(start, governed) if isinstance(start, Single) else None
        template = _("from {date} on") if end is Unbounded.OPEN else _("from {date}, end unknown")
        return None if phrase is None else template.format(date=phrase)
    if isinstance(start, Unbounded):
        phrase = _single(end, governed)
        template = _("until {date}") if start is Unbounded.OPEN else _("until {date}, beginning unknown")
        return None if phrase is None else template.format(date=phrase)
    mark = _mark_of_all(start)
    if mark is not None and mark == _mark_of_all(end):
        return _qualified(_plain_interval(start, end, _under(mark, style)), mark, style)
    first, last = _single(start, governed, in_words=True), _single(end, governed, in_words=True)
    if first is None or last is None:
        return None
    return _("from {first} to {last}").format(first=first, last=last)


def format_in(edtf: str, style: Style) -> str | None:
    """One date without qualifiers, in a style."""
    expression = read_edtf(edtf)
    return _unmarked(expression, style) if isinstance(expression, Single) else None


def _plain_interval(start: Single, end: Single, style: Style) -> str | None:
    """An interval without qualifiers; what both ends share is said once."""
    if start.year == end.year and _is_day(start) and _is_day(end):
        return _days_of_a_year(start, end, style)
    if start.year == end.year and _is_month(start) and _is_month(end):
        year = _year(start.year, style)
        return year and _("{first}–{last} {year}").format(
            first=style.month(int(start.month)), last=style.month(int(end.month)), year=year
        )
    first, last = _unmarked(start, style), _unmarked(end, style)
    if first is None or last is None:
        return None
    template = _("{first}–{last}") if first.isdigit() and last.isdigit() else _("{first} – {last}")
    return template.format(first=first, last=last)


def _days_of_a_year(start: Single, end: Single, style: Style) -> str | None:
    year = _year(start.year, style)
    if year is None:
        return None
    first_month, last_month = style.month(int(start.month)), style.month(int(end.month))
    if start.month == end.month:
        return _("{first}–{last} {month} {year}").format(
            first=int(start.day), last=int(end.day), month=last_month, year=year
        )
    return _("{first_day} {first_month} – {last_day} {last_month} {year}").format(
        first_day=int(start.day),
        first_month=first_month,
        last_day=int(end.day),
        last_month=last_month,
        year=year,
    )


def _is_month(date: Single) -> bool:
    return date.month.isdigit() and int(date.month) <= 12 and not date.day


def _is_day(date: Single) -> bool:
    return date.month.isdigit() and date.day.isdigit() and not date.time


def _set(dates: DateSet, style: Style) -> str | None:
    """One of several dates, all of them, or one between two."""
    if any("X" in date.month + date.day or date.year == "XXXX" for date in _dates_of(dates)):
        return None  # their phrases have commas
    if len(dates.members) == 1:
        return _set_of_one_range(dates, style)
    marks = {_mark_of_all(date) for date in _dates_of(dates)}
    mark = marks.pop()
    if mark is None or marks:
        return None
    members = [_member(member, _under(mark, style)) for member in dates.members]
    phrases = [member for member in members if member is not None]
    if len(phrases) != len(members):
        return None
    *earlier, before_last, last = phrases
    template = _("{first} or {last}") if dates.one_of else _("{first} and {last}")
    phrase = template.format(first=before_last, last=last)
    for member in reversed(earlier):
        phrase = _("{first}, {rest}").format(first=member, rest=phrase)
    return _qualified(phrase, mark, style)


def _dates_of(dates: DateSet) -> Iterator[Single]:
    for member in dates.members:
        for date in (member,) if isinstance(member, Single) else member:
            if isinstance(date, Single):
                yield date


def _member(member: Single | Interval, style: Style) -> str | None:
    """A member of a set, without its qualifier."""
    if isinstance(member, Single):
        return _unmarked(member, style)
    start, end = member
    if isinstance(start, Unbounded) or isinstance(end, Unbounded):
        return None
    return _plain_interval(start, end, style)


def _set_of_one_range(dates: DateSet, style: Style) -> str | None:
    member = dates.members[0]
    if isinstance(member, Single):
        return None
    start, end = member
    if isinstance(start, Unbounded) and isinstance(end, Single):
        template = _("{date} or earlier") if dates.one_of else _("{date} and all before")
        phrase = _single(end, style)
        return phrase and template.format(date=phrase)
    if isinstance(end, Unbounded) and isinstance(start, Single):
        template = _("{date} or later") if dates.one_of else _("{date} and all after")
        phrase = _single(start, style)
        return phrase and template.format(date=phrase)
    if not (dates.one_of and isinstance(start, Single) and isinstance(end, Single)):
        return None
    return _between(start, end, style.after_preposition())


def _between(start: Single, end: Single, style: Style) -> str | None:
    year = _year(start.year, style)
    days = year is not None and _is_day(start) and _is_day(end) and not any(start.marks + end.marks)
    if days and (start.year, start.month) == (end.year, end.month):
        return _("between {first} and {last} {month} {year}").format(
            first=int(start.day), last=int(end.day), month=style.month(int(start.month)), year=year
        )
    first, last = _single(start, style, in_words=True), _single(end, style, in_words=True)
    if first is None or last is None:
        return None
    return _("between {first} and {last}").format(first=first, last=last)
