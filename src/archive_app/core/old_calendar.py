"""Dates of the Julian calendar, which Serbia used until January 1919 and its church uses still.

What is stored is Gregorian; what was typed is explained. Both calendars count their days as in `core.days`.
"""

import re

from archive_app.core.days import Day, day_number, from_julian, iso_day, julian_month_length
from archive_app.core.edtf import parse_edtf
from archive_app.core.errors import UserError
from archive_app.core.phrases import format_date
from archive_app.core.translation import _

_CALENDAR = re.compile(
    r"[ ,]+\(?(?:(?:by|in|of) the |po )?(?:(?P<julian>"
    r"star[a-z]* (?:kalendar|stil)[a-z]*|julijansk[a-z]*(?: kalendar[a-z]*)?|old style|julian(?: calendar)?"
    r"|o\. ?s\.?|s\. ?[kt]\.?|st\. ?(?:st|kal)\.?)"
    r"|(?:nov[a-z]* (?:kalendar|stil)[a-z]*|gregorijansk[a-z]*(?: kalendar[a-z]*)?|new style"
    r"|gregorian(?: calendar)?|n\. ?[skt]\.?|n\. ?st\.?))\)?"
)
_PLAIN = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def one_calendar(text: str) -> tuple[str, bool]:
    """A folded text without the name of a calendar at its end, and whether that was the Julian one."""
    for found in _CALENDAR.finditer(text):
        if found.end() == len(text):
            return text[: found.start()], found["julian"] is not None
    return text, False


def as_gregorian(edtf: str) -> tuple[str, str]:
    """A day, month, year or interval of the Julian calendar as Gregorian days, and a sentence about it.

    Raises UserError for any other date, and for days that the Julian calendar has not.
    """
    start, _slash, end = edtf.partition("/")
    mark = start[-1] if start[-1:] in ("?", "~", "%") else end[-1:] if end[-1:] in ("?", "~", "%") else ""
    begins = _julian_days(start.rstrip("?~%"), edtf)[0]
    ends = _julian_days((end or start).rstrip("?~%"), edtf)[1]
    first, last = (
        day if isinstance(day, str) else iso_day(from_julian(day)) + mark for day in (begins, ends)
    )
    converted = first if first == last else f"{first}/{last}"
    return converted, _("By the Julian calendar this is {date}.").format(date=format_date(edtf))


def _julian_days(edtf: str, typed: str) -> tuple[Day | str, Day | str]:
    """The first and the last day of one end of a date; an open end stays as it is."""
    if edtf in ("", ".."):
        return edtf, edtf
    found = _PLAIN.fullmatch(edtf)
    if found is None or int(found[2] or 0) > 20:
        raise UserError(
            _(
                "“{text}” cannot be converted from the Julian calendar. Write a day, a month or a year,"
                " such as 7. oktobar 1914 (stari kalendar)."
            ).format(text=format_date(typed))
        )
    year, month, day = (int(part) if part else 0 for part in found.groups())
    last_month = month or 12
    length = julian_month_length(year, last_month) if 1 <= last_month <= 12 else 0
    if not length or day > length or (found[3] and not day):
        raise UserError(_("The Julian calendar has no such day as “{text}”.").format(text=typed))
    return (year, month or 1, day or 1), (year, last_month, day or length)


def is_same_day(julian: str, gregorian: str) -> bool:
    """Whether a day of the Julian calendar is that day of the Gregorian one; both are given as ISO days."""
    year, month, day = map(int, julian.split("-"))
    if not (1 <= month <= 12 and 1 <= day <= julian_month_length(year, month)):
        return False
    return iso_day(from_julian((year, month, day))) == gregorian


def remark_on_both(julian: str, gregorian: str) -> str:
    """What to say of a day that was given by both calendars."""
    return _("Read as one day: {julian} by the Julian calendar is {gregorian}.").format(
        julian=format_date(julian), gregorian=format_date(gregorian)
    )


def remark_on_days(first: str, last: str) -> str:
    """What to say of two days with a slash between them that are not one day by both calendars."""
    try:
        days = [tuple(map(int, (parse_edtf(day).first or "").split("-"))) for day in (first, last)]
        apart = day_number((days[1][0], days[1][1], days[1][2])) - day_number(
            (days[0][0], days[0][1], days[0][2])
        )
    except UserError:
        return ""
    if 10 <= apart <= 14:
        year, month, day = days[0]
        return _("Read as several days, since {julian} by the Julian calendar is {gregorian}.").format(
            julian=format_date(first), gregorian=format_date(iso_day(from_julian((year, month, day))))
        )
    if apart == 1:
        return _("Read as two days. For the night between them write “night of” or “u noći” before them.")
    return ""
