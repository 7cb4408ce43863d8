"""Date expressions in running Serbian text, in both scripts.

Found are days, ranges of days, parts of months, months, seasons and years, with the year taken from the context
where the expression has none. Not read here: days that only relate to another ("istog dana"), durations and times.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from archive_app.core.edtf import parse_edtf
from archive_app.core.errors import UserError
from archive_app.core.months import SEASONS, month_number, plain_copy
from archive_app.language.date_patterns import ANCHOR, NAMED, OTHER_YEAR, PATTERNS, STREET, ordinal_number

Basis = Literal["explicit", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression at `[start, end)` in code points; `text` as it stands there.

    `edtf` is what it means, `first` and `last` its first and last possible ISO day. `basis` says where the year
    comes from: "explicit" (the expression), "inferred" (the context), "unknown" (nowhere: "XXXX-10-14").
    """

    start: int
    end: int
    text: str
    edtf: str
    first: str | None
    last: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Found:
    """A match before its year is known. `shape` is EDTF with {year}, {before} (the year before it) and {end}
    (the last day of `month`) to fill in; `leads` says that later dates may take their year from this one."""

    start: int
    end: int
    shape: str
    year: int | None
    month: int = 1
    leads: bool = True
    other_year: bool = False


_BEHIND, _AHEAD = 110, 90
"""How far, in code points, a date expression can reach from its month or year."""


def find_dates(text: str, default_year: int | None = None) -> list[DateMention]:
    """Return the date expressions of `text` (NFC) in order, without overlaps.

    A missing year is that of the nearest earlier date with a year, else of the nearest later one, else `default_year`.
    """
    plain = plain_copy(text)
    found: list[_Found] = []
    for start, end in _windows(plain):
        found += _found_in(text, plain, start, end)
    found.sort(key=lambda one: one.start)
    mentions = (_mention(text, one, year) for one, year in _with_years(plain, found, default_year))
    return [mention for mention in mentions if mention is not None]


def _windows(plain: str) -> Iterator[tuple[int, int]]:
    """The stretches that can hold date expressions: most prose holds none, and the patterns are slow."""
    start = end = 0
    for anchor in ANCHOR.finditer(plain):
        if anchor.start() - _BEHIND > end:
            if end:
                yield start, end
            start = max(anchor.start() - _BEHIND, 0)
        end = anchor.end() + _AHEAD
    if end:
        yield start, min(end, len(plain))


def _found_in(text: str, plain: str, start: int, end: int) -> list[_Found]:
    taken = bytearray(end - start)
    found: list[_Found] = []
    for name, pattern in PATTERNS:
        for match in pattern.finditer(plain, start, end):
            here = slice(match.start() - start, match.end() - start)
            if any(taken[here]):
                continue
            read = _READERS[name](match)
            if read is None:
                continue
            if _is_name(plain, match) or _breaks(text, match) or not _is_written_so(name, text, plain, match):
                if name != "month":
                    taken[here] = b"\1" * len(match[0])
                continue
            taken[here] = b"\1" * len(match[0])
            found.append(read)
    return found


def _is_name(plain: str, match: re.Match[str]) -> bool:
    """Whether it is the name of a street or a house; these have no year."""
    groups = match.groupdict()
    if groups.get("y") or groups.get("z"):
        return False
    before = plain[max(0, match.start() - 60) : match.start()]
    if STREET.search(before):
        return True
    month = groups.get("m") or ""
    nominative = month.endswith("r") or month in ("mart", "april", "maj", "jun", "jul", "avgust")
    return bool(groups.get("a")) and nominative and NAMED.search(before) is not None


def _breaks(text: str, match: re.Match[str]) -> bool:
    """Whether it runs over the end of a paragraph: a line break with a capital letter after it."""
    lines = text[match.start() : match.end()].split("\n")
    return any(line.lstrip()[:1].isupper() for line in lines[1:])


def _is_written_so(name: str, text: str, plain: str, match: re.Match[str]) -> bool:
    """Whether capitals are as they must be: Roman months have them, months alone (Maja, Marta) have not."""
    if name == "figures" and match["roman"]:
        return text[match.start("roman") : match.end("roman")].isupper()
    if name == "month" and text[match.start()].isupper():
        before = plain[max(0, match.start() - 8) : match.start()]
        return re.search(r"\b(?:u|tokom|meseca|mesecu) $", before) is not None
    return True


def _day_number(written: str) -> int:
    return int(written) if written.isdigit() else ordinal_number(written)


def _year_of(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    return next((int(groups[name]) for name in ("y", "z", "v", "w") if groups.get(name)), None)


def _month_of(match: re.Match[str], name: str = "m") -> int:
    return month_number(match[name]) or 0


def _make(match: re.Match[str], shape: str, *, month: int = 1, leads: bool = True) -> _Found:
    other_year = OTHER_YEAR.match(match.string, match.end()) is not None
    return _Found(match.start(), match.end(), shape, _year_of(match), month, leads, other_year)


def _read_two_days(match: re.Match[str]) -> _Found | None:
    if match["to"] == "i" and not match["between"]:
        return None
    month, other = _month_of(match), _month_of(match, "n")
    first, last = _day_number(match["a"]), _day_number(match["b"])
    start, end = match.groupdict()["y"], match.groupdict()["z"]
    if start and end:
        return _make(match, f"{start}-{month:02d}-{first:02d}/{end}-{other:02d}-{last:02d}", leads=False)
    if start:
        return _make(match, f"{{year}}-{month:02d}-{first:02d}/{{year}}-{other:02d}-{last:02d}")
    year = "{before}" if month > other else "{year}"
    return _make(match, f"{year}-{month:02d}-{first:02d}/{{year}}-{other:02d}-{last:02d}")


def _read_days(match: re.Match[str]) -> _Found | None:
    month = _month_of(match)
    first, last = _day_number(match["a"]), _day_number(match["b"])
    both = f"{{year}}-{month:02d}-{first:02d}", f"{{year}}-{month:02d}-{last:02d}"
    to = match["to"]
    if to == "(" or (to == "/" and last - first in (12, 13)):
        # Old and new style, 12 or 13 days apart: the new one is the Gregorian day.
        return _make(match, both[1]) if last - first in (12, 13) else None
    if first >= last:
        return None
    if to == "ili":
        return _make(match, "[" + ",".join(both) + "]")
    if to == "i" and not match["between"] and last - first > 1:
        return _make(match, "{{" + ",".join(both) + "}}")
    return _make(match, "/".join(both))


def _read_part_of_month(match: re.Match[str]) -> _Found | None:
    """Conventions, approximate where the words are: the first and last five days, thirds and halves of a month."""
    month = _month_of(match)
    part = match["part"].removeprefix("u ").removeprefix("tokom ")
    days = next(days for words, days in _PARTS_OF_MONTH if part.startswith(words))
    start, end = (f"{{year}}-{month:02d}-{day}" for day in days)
    return _make(match, f"{start}/{end}", month=month)


_PARTS_OF_MONTH: tuple[tuple[tuple[str, ...], tuple[str, str]], ...] = (
    (("prvim", "prvih"), ("01", "05~")),
    (("prvoj", "prve"), ("01", "15~")),
    (("drugoj", "druge"), ("16~", "{end}")),
    (("pocetkom",), ("01", "10~")),
    (("sredinom", "polovinom"), ("11~", "20~")),
    (("krajem", "koncem"), ("21~", "{end}")),
    (("posled", "zad"), ("{last_days}~", "{end}")),
)
_PARTS_OF_YEAR = {"po": "{year}-01/{year}-04~", "sr": "{year}-05~/{year}-08~", "kr": "{year}-09~/{year}-12"}


def _read_part_of_year(match: re.Match[str]) -> _Found:
    part = "sr" if match["part"] == "polovinom" else "kr" if match["part"] == "koncem" else match["part"][:2]
    return _make(match, _PARTS_OF_YEAR[part])


def _read_day(match: re.Match[str]) -> _Found:
    mark = "~" if match["about"] else ""
    return _make(match, f"{{year}}-{_month_of(match):02d}-{_day_number(match['a']):02d}{mark}")


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _read_figures(match: re.Match[str]) -> _Found | None:
    figure = match["figure"].replace("h", "x")  # the Cyrillic letter Х serves as ten, too
    if figure.isdigit():
        return _make(match, f"{{year}}-{int(figure):02d}-{int(match['a']):02d}")
    if figure not in _ROMAN:
        return None
    return _make(match, f"{{year}}-{_ROMAN.index(figure) + 1:02d}-{int(match['a']):02d}")


def _read_feast(match: re.Match[str]) -> _Found:
    fixed = {"vidovdan": "06-28", "mitrovdan": "11-08"}
    feast, year = match["feast"], int(match["y"])
    if feast in ("uskrs", "vaskrs"):
        return _make(match, _orthodox_easter(year))
    return _make(match, f"{{year}}-{fixed.get(feast, '05-06')}")


def _orthodox_easter(year: int) -> str:
    """The Gregorian day of Orthodox Easter (J. Meeus, Astronomical Algorithms, 2nd ed., chapter 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    julian_day = d + e + 114
    month, day = julian_day // 31, julian_day % 31 + 1
    day += year // 100 - year // 400 - 2
    for _next_month in range(2):
        length = calendar.monthrange(year, month)[1]
        if day > length:
            month, day = month + 1, day - length
    return f"{{year}}-{month:02d}-{day:02d}"


def _read_months(match: re.Match[str]) -> _Found:
    month, other = _month_of(match), _month_of(match, "n")
    year = match["y"] or ("{before}" if month > other else "{year}")
    return _make(match, f"{year}-{month:02d}/{match['z']}-{other:02d}", leads=not match["y"])


def _read_years(match: re.Match[str]) -> _Found | None:
    start, end = match["y"], match["z"]
    end = end if len(end) == 4 else start[:2] + end
    if not 0 < int(end) - int(start) <= 200:
        return None
    return _make(match, f"{start}/{end}", leads=False)


def _read_year(match: re.Match[str]) -> _Found:
    return _make(match, "{year}~" if match["about"] else "{year}")


def _read_month(match: re.Match[str]) -> _Found:
    return _make(match, f"{{year}}-{_month_of(match):02d}")


_READERS: dict[str, Callable[[re.Match[str]], _Found | None]] = {
    "two_days": _read_two_days,
    "days": _read_days,
    "part_of_month": _read_part_of_month,
    "part_of_year": _read_part_of_year,
    "day": _read_day,
    "figures": _read_figures,
    "iso": _read_figures,
    "feast": _read_feast,
    "months": _read_months,
    "month_of_year": _read_month,
    "season": lambda match: _make(match, f"{{year}}-{SEASONS[match['season']]}"),
    "years": _read_years,
    "year": _read_year,
    "month": _read_month,
}

_JOINED = re.compile(r"[\s,.]*(?:\b(?:i|ili|do|kao i|odnosno|pa do)\b|-|/)?[\s,]*")


def _with_years(
    plain: str, found: list[_Found], default_year: int | None
) -> Iterator[tuple[_Found, int | None]]:
    """Each with its year. "28. septembra i 3. oktobra 1944": what is joined to a date with a year shares it."""
    leading = [one.year for one in found if one.year is not None and one.leads]
    nearest = leading[0] if leading else default_year
    joined = _joined_years(plain, found)
    for one, joined_year in zip(found, joined, strict=True):
        if one.year is not None and one.leads:
            nearest = one.year
        if one.other_year and one.year is None:
            yield one, None
        else:
            yield one, one.year or joined_year or nearest


def _joined_years(plain: str, found: list[_Found]) -> list[int | None]:
    """For each, the year of the date that it is joined to, directly or over others."""
    years: list[int | None] = []
    following: _Found | None = None
    for one in reversed(found):
        year = None
        if following is not None and _JOINED.fullmatch(plain, one.end, following.start):
            year = years[-1] if following.year is None else following.year if following.leads else None
        years.append(year)
        following = one
    return years[::-1]


def _mention(text: str, one: _Found, year: int | None) -> DateMention | None:
    """The mention, or None where no such day exists."""
    last_day = calendar.monthrange(year or 2000, one.month)[1]
    edtf = one.shape.format(
        year="XXXX" if year is None else f"{year:04d}",
        before="XXXX" if year is None else f"{year - 1:04d}",
        end=f"{last_day:02d}",
        last_days=f"{last_day - 4:02d}",
    )
    try:
        date = parse_edtf(edtf)
    except UserError:
        return None
    basis: Basis = "explicit" if one.year is not None else "unknown" if year is None else "inferred"
    return DateMention(one.start, one.end, text[one.start : one.end], edtf, date.first, date.last, basis)
