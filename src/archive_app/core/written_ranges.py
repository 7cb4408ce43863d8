"""Ranges, choices and parts of periods as people write them: dates that are made of single ones.

All functions take folded text and return None where it is nothing of the kind.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from archive_app.core.old_calendar import is_same_day, remark_on_both, remark_on_days
from archive_app.core.periods import PeriodPart, part_of
from archive_app.core.written_dates import Written, edtf_year, read_written


@dataclass(frozen=True, slots=True)
class Typed:
    """EDTF text with the word for a part of the day, and what to say about how it was understood."""

    text: str
    remarks: tuple[str, ...] = ()

    @property
    def edtf(self) -> str:
        """The text without the part of the day."""
        return self.text.partition(" ")[0]

    @property
    def part(self) -> str:
        """The word for the part of the day, "" for none."""
        return self.text.partition(" ")[2]

    def becoming(self, edtf: str, *remarks: str) -> "Typed":
        """Another date with this part of the day and these remarks, and some more."""
        return Typed(f"{edtf} {self.part}".strip(), self.remarks + remarks)


UNCERTAIN = re.compile(
    r"(?:mozda|verovatno|vjerovatno|perhaps|possibly|probably) (?P<date>.+)|(?P<date2>.+?) ?\(\?\)"
)
ABOUT = re.compile(
    r"(?:oko|otprilike|priblizno|cirka|circa|c?ca\.?|c\.|about|around|approximately) ?(?P<date>\S.*)"
)
"""What is uncertain and what is approximate; the rest is the date."""


def read_partly_qualified(text: str) -> Typed | None:
    """ "11 June 2004 (day approximate)": qualifiers of parts."""
    if not text.endswith(")"):
        return None
    end = _end(text)
    return Typed(end.edtf) if end.date is not None and end.date.year and any(end.marks) else None


_BETWEEN = re.compile(r"(?:izmedju|between) (?=\S)")
_BETWEEN_MARKS = re.compile(r" i | and |-|/")
_RANGE_MARKS = re.compile(r"-|/| do | pa do | to | until | na ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FROM = re.compile(r"^(?:od|sa|s|from) (?=\S)")
_LIST = re.compile(r"(?P<most>.+)(?P<word> ili | or | i | and )(?P<last>.+?)")


def read_between(text: str) -> Typed | None:
    """One date between two others, both included."""
    text, between = _BETWEEN.subn("", text, count=1) if _BETWEEN.match(text) else (text, 0)
    for mark in _BETWEEN_MARKS.finditer(text) if between else ():
        ends = _ends(text[: mark.start()], text[mark.end() :])
        if ends is not None:
            return Typed(f"[{ends[0]}..{ends[1]}]")
    return None


def read_range(text: str) -> Typed | None:
    """From one date to another; days in both calendars are one day."""
    text, from_ = _FROM.subn("", _slashed(text), count=1)
    for mark in _RANGE_MARKS.finditer(text):
        ends = _ends(text[: mark.start()], text[mark.end() :])
        if ends is not None:
            return _one_or_both(*ends, mark[0]) if not from_ else Typed("/".join(ends))
    return None


def _slashed(text: str) -> str:
    """ "7. (20.) oktobra 1914" and "28. juna (11. jula) 1914" with a slash in the place of the brackets."""
    return re.sub(r"^(\d{1,2}\.?(?: ?[a-z]+)?) ?\((\d{1,2}\.?(?: ?[a-z]+)?)\)(?= ?[a-z\d])", r"\1/\2", text)


def _one_or_both(first: str, last: str, mark: str) -> Typed:
    """An interval, but with a slash between them two days can be one day by both calendars."""
    if mark != "/" or _DAY.fullmatch(first) is None or _DAY.fullmatch(last) is None:
        return Typed(f"{first}/{last}")
    if is_same_day(first, last):
        return Typed(last, (remark_on_both(first, last),))
    if is_same_day(last, first):
        return Typed(first, (remark_on_both(last, first),))
    return Typed(f"{first}/{last}", (remark_on_days(first, last),))


def _ends(first: str, last: str) -> tuple[str, str] | None:
    """Two dates as EDTF; what the earlier one lacks, it has from the later one: "18–19. oktobra 1944"."""
    end, start = _end(last), _end(first)
    if end.date is None or not end.date.year:
        return None
    date = start.date
    if re.fullmatch(r"-?\d\dXX", end.date.edtf) and (date is None or not date.year):  # "XIX–XX vek"
        date = read_written(f"{start.text} vek")
    if date is not None and date.day and not date.month and not end.date.day:
        date = Written(month=date.day) if re.match(r"\d", end.text) else None  # "10–11.1944" are months
    if date is None:
        return None
    lacks_year = not date.year
    date = date.completed(end.date)
    if lacks_year and date.month > (end.date.month or "99") and date.year.isdecimal():
        date = date._replace(year=edtf_year(int(date.year) - 1))
    if (date.day and not date.month) or (lacks_year and not date.month):
        return None
    return start._replace(date=date).edtf, end.edtf


class _End(NamedTuple):
    """A date that is an end or a member, the qualifiers of its parts, and its text without them."""

    date: Written | None
    marks: tuple[str, str, str]
    text: str

    @property
    def edtf(self) -> str:
        """The EDTF text; a qualifier of all parts stands at the end."""
        parts = [(mark, part) for mark, part in zip(self.marks, self.date or (), strict=True) if part]
        if len({mark for mark, _part in parts}) == 1:
            return "-".join(part for _mark, part in parts) + parts[0][0]
        return "-".join(mark + part for mark, part in parts)


_PART_NAMES = {"year": 0, "godina": 0, "month": 1, "mesec": 1, "day": 2, "dan": 2}
_NOTE = re.compile(
    r"(?P<date>.+) \((?P<parts>(?:year|month|day|godina|mesec|dan|and|i| )+)"
    r" (?P<kind>uncertain|approximate|nesigur|pribliz)[a-z]*\)"
)


def _end(text: str) -> _End:
    """Read one date with its qualifiers: "about 1943", "11 June 2004 (day approximate)"."""
    marks = ["", "", ""]

    def mark(sign: str, *parts: int) -> None:
        for part in parts:
            marks[part] = "%" if marks[part] not in ("", sign) else sign

    for pattern, sign in ((UNCERTAIN, "?"), (ABOUT, "~")):
        if found := pattern.fullmatch(text):
            text = next(filter(None, found.groups()))
            mark(sign, 0, 1, 2)
    while found := _NOTE.fullmatch(text):
        text = found["date"]
        names = [_PART_NAMES[name] for name in found["parts"].split() if name in _PART_NAMES]
        mark("?" if found["kind"] in ("uncertain", "nesigur") else "~", *names)
    return _End(read_written(text), (marks[0], marks[1], marks[2]), text)


def read_choice(text: str) -> Typed | None:
    """One of several dates ("ili") or all of them ("i")."""
    found = _LIST.fullmatch(text)
    if found is None:
        return None
    complete = found["last"] if _end(found["last"]).date else found["last"].rpartition("-")[2]
    last = _member(found["last"], complete)
    if last is None:
        return None
    members = [_member(part, complete) for part in _split(found["most"])]
    if None in members:
        return None
    given = [member for member in (*members, last) if member is not None]
    if found["word"].strip() in ("ili", "or"):
        return Typed(f"[{','.join(given)}]")
    if len(given) == 2 and _is_day_alone(found["most"]) and _follow(*given):
        return Typed("/".join(given))
    return Typed(f"{{{','.join(given)}}}")


def _split(text: str) -> list[str]:
    """The members before the last one; a comma can also stand within a date, as in "October 20, 1944"."""
    parts: list[str] = []
    for part in text.split(", "):
        before = read_written(parts[-1]) if parts else None
        if before is not None and before.month and not before.year and _ONLY_A_YEAR.fullmatch(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part.strip())
    return parts


_ONLY_A_YEAR = re.compile(r"\d{4}\.?")


def _member(text: str, last: str) -> str | None:
    """A member of a set; what it lacks, it has from the last one."""
    ends = _ends(text, last)
    if ends is None and "-" in text and (ends := _ends(*text.split("-", 1))):
        return "..".join(ends)
    return ends[0] if ends else None


def _is_day_alone(text: str) -> bool:
    return re.fullmatch(r"\d{1,2}\.?", text) is not None


def _follow(first: str, last: str) -> bool:
    """Whether the second of two days of one month is the next one."""
    return first[:-2] == last[:-2] and int(last[-2:]) - int(first[-2:]) == 1


_OF, _HALF = r"(?: of)?(?: the)?", r"polovin(?:a|i|u|e|om)"
_IN, _DURING = r"(?:(?:at|in) )?(?:the )?", r"(?:u |tokom )?"
_FIRST, _SECOND = r"(?:prv(?:a|oj|u|e|om)|1\.)", r"(?:drug(?:a|oj|u|e|om)|2\.)"
_PARTS_OF_PERIODS = {
    PeriodPart.FIRST_DAYS: rf"{_DURING}prvi(?:h|m) dan(?:a|ima)|{_IN}first days{_OF}",
    PeriodPart.LAST_DAYS: rf"{_DURING}(?:poslj?ednji|zadnji)(?:h|m) dan(?:a|ima)|{_IN}last days{_OF}",
    PeriodPart.EARLY: rf"(?:na )?pocet(?:kom|ak|ku|ka)|poc\.|rani|early|{_IN}(?:beginning|start){_OF}",
    PeriodPart.MIDDLE: rf"(?:u )?(?:sredin(?:om|a|i|e)|{_HALF})|sred\.|{_IN}(?:middle{_OF}|mid)",
    PeriodPart.LATE: rf"(?:pot|pri |na )?kraj(?:em|u|a)?|koncem|kr\.|kasni|late|{_IN}end{_OF}",
    PeriodPart.FIRST_HALF: rf"{_DURING}{_FIRST} (?:{_HALF}|pol\.)|{_IN}first half{_OF}",
    PeriodPart.SECOND_HALF: rf"{_DURING}{_SECOND} (?:{_HALF}|pol\.)|{_IN}second half{_OF}",
}
_PARTS_OF_PERIODS_PATTERNS = [
    (part, re.compile(rf"(?:{words})[ -](.+)")) for part, words in _PARTS_OF_PERIODS.items()
]


def read_part_of_period(text: str) -> Typed | None:
    """ "Krajem oktobra 1944": a part of a month, a year, a decade or a century."""
    for part, pattern in _PARTS_OF_PERIODS_PATTERNS:
        found = pattern.fullmatch(text)
        written = read_written(found[1]) if found else None
        if written is not None and written.year and (edtf := part_of(written.edtf, part)):
            return Typed(edtf)
    return None


def read_parts_of_periods(text: str) -> Typed | None:
    """ "Od početka do sredine oktobra 1944": from one part of a period to another one of it, or of the same kind."""
    text = _FROM.sub("", text, count=1)
    for mark in _RANGE_MARKS.finditer(text):
        first, last = text[: mark.start()], text[mark.end() :]
        end = read_part_of_period(last)
        if end is None:
            continue
        missing = ("", f" {last.partition(' ')[2]}", " veka", f" {last.rpartition(' ')[2]}")
        start = next(filter(None, (read_part_of_period(first + words) for words in missing)), None)
        if start is not None:
            return Typed(f"{start.edtf.partition('/')[0]}/{end.edtf.rpartition('/')[2]}")
    return None


_WINTER = re.compile(
    r"(?:u )?(?:zim[aeiu]|winter)(?: of)? (\d{4})[/-](\d\d(?:\d\d)?)\.?(?: ?(?:godine|god\.?|g\.?))?"
)


def read_winter(text: str) -> Typed | None:
    """A winter over two years, from its first day by the calendar to its last one by the sun."""
    found = _WINTER.fullmatch(text)
    if found is None or int(found[2][-2:]) != (int(found[1]) + 1) % 100:
        return None
    return Typed(f"{found[1]}-12-01/{int(found[1]) + 1:04d}-03-21")
