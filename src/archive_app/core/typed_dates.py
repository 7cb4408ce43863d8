"""Dates as people type them, in Serbian (either script) and English, read as EDTF.

Around the dates of `written_dates` and the ranges of `written_ranges` stand qualifiers ("oko"), parts of a day
("uveče"), times and relations ("pre", "do"), each around all that is within it. All functions but `read_typed` take
folded text.
"""

import re
from collections.abc import Callable

from archive_app.core.days import Day, day_after, day_before, iso_day
from archive_app.core.edtf import Single, bounds_of, read_edtf
from archive_app.core.old_calendar import as_gregorian, one_calendar
from archive_app.core.periods import PartOfDay
from archive_app.core.written_dates import edtf_year, folded, read_written
from archive_app.core.written_ranges import (
    ABOUT,
    UNCERTAIN,
    Typed,
    read_between,
    read_choice,
    read_part_of_period,
    read_partly_qualified,
    read_parts_of_periods,
    read_range,
    read_winter,
)


def read_typed(text: str) -> Typed | None:
    """What a person means by a date in words or figures, None where it is none.

    The EDTF can still be of a day that does not exist; `parse_edtf` says so. Raises UserError for a date of the
    Julian calendar that cannot be converted.
    """
    plain = re.sub(r"(?<!\.)\.$", "", folded(text))
    if len(plain) > _LONGEST:
        return None
    plain, julian = one_calendar(plain)
    typed = _date(plain)
    if typed is None or not julian:
        return typed and _unlike_two_years(typed)
    gregorian, remark = as_gregorian(typed.edtf)
    return typed.becoming(gregorian, remark)


_LONGEST = 300


def _date(text: str) -> Typed | None:
    return next((typed for read in _READERS if (typed := read(text)) is not None), None)


# Qualifiers


def _uncertain(text: str) -> Typed | None:
    found = UNCERTAIN.fullmatch(text)
    return _marked(found["date"] or found["date2"], "?") if found else None


def _about(text: str) -> Typed | None:
    found = ABOUT.fullmatch(text)
    return _marked(found["date"], "~") if found else None


def _marked(text: str, mark: str) -> Typed | None:
    """A date with a qualifier more on each of its ends or members."""
    typed = _date(text)
    if typed is None:
        return None

    def with_mark(found: re.Match[str]) -> str:
        date, before = found[1], found[2]
        return date + (mark if before in ("", mark) else "%")

    return typed.becoming(re.sub(r"([^/\[\]{},.?~%]+)([?~%]?)(?=$|[/\]},]|\.\.)", with_mark, typed.edtf))


# Parts of a day, and times

_PARTS_OF_DAY = {
    PartOfDay.DAWN: r"(?:u|pred) (?:samu )?zoru|zore|u cik zore|zorom|u svitanje|at dawn|dawn",
    PartOfDay.MORNING: r"ujutr[uo]|izjutra|jutra|u jutro|in the morning|morning",
    PartOfDay.FORENOON: r"pre ?podne|prije ?podne|in the forenoon|forenoon",
    PartOfDay.NOON: r"u (?:samo )?podne|podneva|oko podne|at noon|at midday|noon",
    PartOfDay.AFTERNOON: r"po ?podne|posle ?podne|poslije podne|in the afternoon|afternoon",
    PartOfDay.EVENING: r"u ?vece|navece|uvecer|predvece|veceri|u sumrak|in the evening|at dusk|evening",
    PartOfDay.NIGHT: r"(?:(?:u|u toku|tokom) )?noci|nocu|noc|(?:in |on |at )?(?:the )?night|at night",
    PartOfDay.MIDNIGHT: r"(?:u|oko) ponoc[i]?|ponoci|at midnight|midnight",
}
_ANY_PART = "|".join(f"(?P<p{number}>{words})" for number, words in enumerate(_PARTS_OF_DAY.values()))
_PART_AT_END = re.compile(rf"(?P<date>.+?),? (?:{_ANY_PART})")
_PART_AT_START = re.compile(rf"(?:{_ANY_PART}),? (?:(?:of|on|dana) )?(?P<date>.+)")


def _part_of_day(text: str) -> Typed | None:
    found = _PART_AT_END.fullmatch(text) or _PART_AT_START.fullmatch(text)
    typed = _date(found["date"]) if found else None
    if found is None or typed is None or typed.part:
        return None
    number = next(number for number in range(len(_PARTS_OF_DAY)) if found[f"p{number}"])
    part = list(_PARTS_OF_DAY)[number]
    edtf = typed.edtf
    if part is PartOfDay.NIGHT and edtf[0] == "[":  # between two days
        edtf = edtf[1:-1].replace("..", "/")
    return Typed(f"{edtf} {part}", () if part is PartOfDay.NIGHT else typed.remarks)


_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?)?"
    r"(?P<unit> ?(?:h|cas(?:ova|a)?|sat[ia]?|c|o'clock))?(?P<zone> utc(?P<offset>[+-]\d\d(?::\d\d)?)?)?"
)
_TIME_AT_END = re.compile(rf"(?P<date>.+?)(?:, ?(?:u |at )?| (?:u|at) ){_CLOCK}")
_TIME_AT_START = re.compile(rf"(?:u|at) {_CLOCK},? (?:on )?(?P<date>.+)")


def _time(text: str) -> Typed | None:
    """A day with its time by the clock."""
    found = _TIME_AT_END.fullmatch(text) or _TIME_AT_START.fullmatch(text)
    written = read_written(found["date"]) if found and (found["minute"] or found["unit"]) else None
    if found is None or written is None or not (written.year and written.day.isdecimal()):
        return None
    zone = (found["offset"] or "Z") if found["zone"] else ""
    clock = ":".join(f"{int(found[name] or 0):02d}" for name in ("hour", "minute", "second"))
    return Typed(f"{written.edtf}T{clock}{zone}")


# Before, after, since, until

_BEFORE = re.compile(r"(?:pre|prije|ranije od|before|earlier than) (?P<date>.+)")
_AFTER = re.compile(r"(?:posle|poslije|nakon|iza|after|later than) (?P<date>.+)")
_SINCE = re.compile(
    r"(?:od|since|from|ne (?:pre|prije)|not before|najranije) (?P<date>.+?)"
    r"(?: (?:on|onwards?|nadalje|pa nadalje|na dalje)|(?P<unknown>, (?:end unknown|kraj nepoznat)))?"
)
_UNTIL = re.compile(
    r"(?:do|until|till|up to|by|ne (?:posle|kasnije od)|zakljucno sa?|najkasnije|not after|not later than)"
    r" (?P<date>.+?)"
    r"(?P<unknown>, (?:beginning unknown|pocetak nepoznat))?"
)
_OPEN_SETS = (
    (re.compile(r"(.+) (?:or earlier|ili ranije)"), "[..{}]"),
    (re.compile(r"(.+) (?:or later|ili kasnije|ili docnije)"), "[{}..]"),
    (re.compile(r"(.+) (?:and all before|i sve pre toga)"), "{{..{}}}"),
    (re.compile(r"(.+) (?:and all after|i sve posle toga)"), "{{{}..}}"),
)


def _before(text: str) -> Typed | None:
    found = _BEFORE.fullmatch(text)
    return _outside(found["date"], "../{}", day_before, 0) if found else None


def _after(text: str) -> Typed | None:
    found = _AFTER.fullmatch(text)
    return _outside(found["date"], "{}/..", day_after, 1) if found else None


def _outside(text: str, shape: str, step: Callable[[Day], Day], end: int) -> Typed | None:
    """Up to the year, month or day before a date, or from the one after it on."""
    typed = _date(text)
    if typed is None:
        return None
    if typed.part:  # the hours before the evening are on the same day
        return typed.becoming(shape.format(typed.edtf))
    expression = read_edtf(typed.edtf)
    bound = bounds_of(expression)[end]
    if bound is None:
        return None
    year, month, day = step(bound)
    mark = typed.edtf[-1] if typed.edtf[-1] in "?~%" else ""
    exact = isinstance(expression, Single) and expression.year.lstrip("-").isdigit()
    if exact and isinstance(expression, Single) and not expression.month:
        return typed.becoming(shape.format(edtf_year(year) + mark))
    if exact and isinstance(expression, Single) and not expression.day and int(expression.month) <= 12:
        return typed.becoming(shape.format(f"{edtf_year(year)}-{month:02d}{mark}"))
    return typed.becoming(shape.format(iso_day((year, month, day)) + mark))


def _since(text: str) -> Typed | None:
    found = _SINCE.fullmatch(text)
    return _open_ended(found, 0, "{}/" if found["unknown"] else "{}/..") if found else None


def _until(text: str) -> Typed | None:
    found = _UNTIL.fullmatch(text)
    return _open_ended(found, -1, "/{}" if found["unknown"] else "../{}") if found else None


def _open_ended(found: re.Match[str], end: int, shape: str) -> Typed | None:
    """From the beginning of a date on, or until its end."""
    typed = _date(found["date"])
    if typed is None or typed.edtf[0] in "[{" or "T" in typed.edtf:
        return None
    bound = typed.edtf.split("/")[end]
    return None if bound in ("", "..") else typed.becoming(shape.format(bound))


def _open_set(text: str) -> Typed | None:
    for pattern, shape in _OPEN_SETS:
        found = pattern.fullmatch(text)
        typed = _date(found[1]) if found else None
        if typed is not None and "/" not in typed.edtf and typed.edtf[0] not in "[{":
            return Typed(shape.format(typed.edtf))
    return None


def _single(text: str) -> Typed | None:
    written = read_written(text)
    return Typed(written.edtf) if written is not None and written.year else None


_LIKE_TWO_YEARS = re.compile(r"\d\d(\d\d)-(\d\d)")
_MONTHS_OF = dict(enumerate("01/03 04/06 07/09 10/12 01/04 05/08 09/12 01/06 07/12".split(), start=33))
"""The months of EDTF's quarters, thirds and halves of a year."""


def _unlike_two_years(typed: Typed) -> Typed:
    """With the months of a quarter, third or half of a year, where EDTF writes it like two years: 1929-34."""
    found = _LIKE_TWO_YEARS.fullmatch(typed.text)
    months = _MONTHS_OF.get(int(found[2])) if found else None
    if found is None or months is None or int(found[2]) <= int(found[1]):
        return typed
    first, last = months.split("/")
    return typed.becoming(f"{found[0][:4]}-{first}/{found[0][:4]}-{last}")


_READERS: tuple[Callable[[str], Typed | None], ...] = (
    _single,
    _time,
    _part_of_day,
    read_winter,
    _open_set,
    _uncertain,
    read_partly_qualified,
    _about,
    _before,
    _after,
    read_between,
    read_range,
    read_choice,
    read_part_of_period,
    read_parts_of_periods,
    _since,
    _until,
)
"""Tried in this order: what is plainly a date is no range, and "od … do …" is no "od …"."""
