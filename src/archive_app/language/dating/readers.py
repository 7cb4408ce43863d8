"""What each shape of a date expression means: from a match of `patterns` to a `Found`.

Days are read here, months, seasons and years in `year_readers`, centuries and decades in `periods`.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from archive_app.language.dating import year_readers as years
from archive_app.language.dating.feasts import SURE_ALONE, feast_day
from archive_app.language.dating.found import Found
from archive_app.language.dating.making import day_number, figure_month, make, month_of, whole_year
from archive_app.language.dating.periods import read_century, read_decade
from archive_app.language.dating.words import DayTime, Relation


def _read_two_days(match: re.Match[str]) -> Found | None:
    if match["to"] == "i" and not (match["between"] or "").startswith("izm"):
        return None
    month, other = month_of(match), month_of(match, "n")
    first, last = day_number(match["a"]), day_number(match["b"])
    if match["styles"]:
        return _read_styles(match, (month, first), (other, last))
    start, end = match["y"], match["z"]
    if start and end:
        years = whole_year(start), whole_year(end)
        days = f"{years[0]}-{month:02d}-{first:02d}", f"{years[1]}-{other:02d}-{last:02d}"
        return make("days", match, _between(match, *days), leads=False)
    if start:
        days = f"{{year}}-{month:02d}-{first:02d}", f"{{{_later(month, other)}}}-{other:02d}-{last:02d}"
        return make("days", match, _between(match, *days))
    year = "{before}" if month > other else "{year}"
    days = f"{year}-{month:02d}-{first:02d}", f"{{year}}-{other:02d}-{last:02d}"
    return make("days", match, _between(match, *days), month=month)


def _later(month: int, other: int) -> str:
    return "after" if month > other else "year"


def _between(match: re.Match[str], first: str, last: str) -> str:
    """From one date to another; "između" is one of the days between them, but for a night between two days."""
    led = match.groupdict().get("between") or ""
    night = "noc" in match.string[match.start() : match.start("between")] if led else False
    if not led.startswith("izm") or night:
        return f"{first}/{last}"
    return f"[{first}..{last}]"


def _read_styles(match: re.Match[str], one: tuple[int, int], other: tuple[int, int]) -> Found | None:
    """A day in old and new style ("24. maja / 6. juna"): the later one is the Gregorian day."""
    try:
        first, last = sorted([date(2001, *one), date(2001, *other)])
    except ValueError:
        return None
    if first.month == 1 and last.month == 12:
        first, last = last, first.replace(year=2002)
    if not timedelta(days=10) <= last - first <= timedelta(days=13):
        return None
    year = str(whole_year(match["z"])) if match["z"] and (last.month, last.day) == other else "{year}"
    found = make("day", match, f"{year}-{last:%m-%d}", month=last.month)
    return replace(found, start=match.start("a")) if match["between"] else found


def _read_days(match: re.Match[str]) -> Found | None:
    found = _read_days_of(match, month_of(match))
    if found is not None and match["to"] == "i" and (match["between"] or "").startswith(("od", "s")):
        return replace(found, start=match.start("a"))  # "od 4. i 5. januara": each of the two
    if found is not None and match.groupdict().get("until"):
        return replace(found, beside=DayTime())  # "od jutra 14. do večeri 20. oktobra"
    return found


def _read_figure_days(match: re.Match[str]) -> Found | None:
    month = figure_month(match["figure"])
    return _read_days_of(match, month) if month else None


def _read_days_of(match: re.Match[str], month: int) -> Found | None:
    between = match.groupdict().get("between")
    first, last = day_number(match["a"]), day_number(match["b"])
    both = f"{{year}}-{month:02d}-{first:02d}", f"{{year}}-{month:02d}-{last:02d}"
    to, apart = match["to"], abs(last - first)
    if to == "(" or (to == "/" and 10 <= apart <= 13):
        # Old and new style, 10 to 13 days apart: the later one is the Gregorian day.
        if not 10 <= apart <= 13:
            return None
        found = make("day", match, max(both), month=month)
        return replace(found, start=match.start("a")) if between else found
    if first >= last:
        return None
    if match.groupdict().get("c"):
        return _read_three_days(match, month, [day_number(match["c"]), first, last])
    if to == "ili":
        return make("days", match, "[" + ",".join(both) + "]", month=month)
    if to == "i" and not between and apart > 1:
        return make("days", match, "{{" + ",".join(both) + "}}", month=month)
    return make("days", match, _between(match, *both), month=month)


def _read_three_days(match: re.Match[str], month: int, days: list[int]) -> Found | None:
    """A list of days ("3, 4. i 5. marta"): from the first to the last where they follow each other."""
    if sorted(days) != days or match["to"] not in ("i", "ili"):
        return None
    every = [f"{{year}}-{month:02d}-{day:02d}" for day in days]
    if match["to"] == "i" and days[2] - days[0] == 2:
        return make("days", match, f"{every[0]}/{every[2]}", month=month)
    return make("days", match, _set(every, one_of=match["to"] == "ili"), month=month)


def _set(days: list[str], *, one_of: bool) -> str:
    """A shape with the EDTF set of some days: one of them, or all."""
    return "[" + ",".join(days) + "]" if one_of else "{{" + ",".join(days) + "}}"


def _read_day(match: re.Match[str]) -> Found:
    mark = "~" if match["about"] else ""
    month = month_of(match)
    return make("day", match, f"{{year}}-{month:02d}-{day_number(match['a']):02d}{mark}", month=month)


def _read_year_first(match: re.Match[str]) -> Found:
    month = month_of(match)
    return make("day", match, f"{{year}}-{month:02d}-{day_number(match['a']):02d}", month=month)


def _read_month_first(match: re.Match[str]) -> Found:
    """A day after its month, as documents have it: "1388, oktobra 7", "oktobra 7, 1388"."""
    month = month_of(match, "m" if match["m"] else "n")
    found = make(
        "day", match, f"{{year}}-{month:02d}-{day_number(match['a'] or match['b']):02d}", month=month
    )
    return replace(found, end=found.end - match.string.endswith(".", 0, found.end))


def _read_figures(match: re.Match[str]) -> Found | None:
    month = figure_month(match["figure"])
    groups = match.groupdict()
    if not month or (groups.get("z") and not _is_short_date(match)):
        return None
    mark = "~" if groups.get("about") else ""
    return make("day", match, f"{{year}}-{month:02d}-{int(match['a']):02d}{mark}", month=month)


_LEADS_TO_DATE = re.compile(r"(?:\b(?:od|do|dana|dne|na dan|s)|[,(]|^|\n) ?$")


def _is_short_date(match: re.Match[str]) -> bool:
    """Whether a year of two figures stands in a date ("20. X 44", "dana 5.10.44"), and not in any figures."""
    if not match["figure"].isdigit() or match["z"] != match[0][-2:]:
        return True
    before = match.string[max(0, match.start() - 8) : match.start()]
    return match.end("a") + 1 < match.end() and _LEADS_TO_DATE.search(before) is not None


def _read_figure_two_days(match: re.Match[str]) -> Found | None:
    """From one day to another with Roman months, or one day in both calendars: "15/28. VI" has one month."""
    month, other = figure_month(match["figure"]), figure_month(match["other"])
    if not month or not other:
        return None
    first, last = int(match["a"]), int(match["b"])
    if match["to"] == "i" and not match["between"]:
        return None
    if match["to"] == "/":
        return _read_styles(match, (month, first), (other, last))
    end = whole_year(match["z"])
    start = whole_year(match["y"]) if match["y"] else end - (month > other)
    days = f"{start}-{month:02d}-{first:02d}", f"{end}-{other:02d}-{last:02d}"
    return make("days", match, _between(match, *days), month=month, leads=not match["y"])


def _read_roman_days(match: re.Match[str]) -> Found | None:
    return _read_figure_days(match) if _is_month_figure(match) else None


def _read_roman(match: re.Match[str]) -> Found | None:
    """A day with a Roman month and no year; a single letter may number anything, but at the end of a clause."""
    return _read_figures(match) if "/" in match[0] or _is_month_figure(match) else None


def _is_month_figure(match: re.Match[str]) -> bool:
    """Whether a Roman figure is a month: "i" only where it ends a clause, since it is mostly "and"."""
    return match["figure"] != "i" or _CLAUSE_END.match(match.string, match.end()) is not None


_CLAUSE_END = re.compile(r"[,;)]| do \d|\.? *(?:\n|$)")


def _read_feast(match: re.Match[str]) -> Found | None:
    name, before = match["feast"], match["before"] or ""
    is_named = re.fullmatch(SURE_ALONE, name) is not None
    if not match["y"] and not before and not is_named:
        return None
    if name.startswith("sv") and not match["y"] and before in ("o ", "u ", "od ", "za ", "po "):
        return None  # the saint, not the day
    eve = before.replace(" ", "") == "uoci"
    mark = "~" if before == "oko " else ""

    def meaning(year: int | None) -> str | None:
        day = feast_day(name, year)
        return None if day is None else (_day_before(day) if eve else day) + mark

    found = make("feast", match, meaning)
    return replace(found, beside=DayTime(relation=_FEAST_RELATIONS.get(before)))


_FEAST_RELATIONS = {
    "pre ": Relation.BEFORE, "prije ": Relation.BEFORE, "pred ": Relation.BEFORE, "do ": Relation.BY,
    "od ": Relation.SINCE, "posle ": Relation.AFTER, "poslije ": Relation.AFTER, "nakon ": Relation.AFTER,
}  # fmt: skip


def _day_before(day: str) -> str:
    """The day before an ISO day whose year may be XXXX; no feast is on 1 March."""
    before = date.fromisoformat(day.replace("XXXX", "2001")) - timedelta(days=1)
    return f"XXXX-{before:%m-%d}" if day.startswith("XXXX") else before.isoformat()


READERS: dict[str, Callable[[re.Match[str]], Found | None]] = {
    "year_first": _read_year_first,
    "month_first": _read_month_first,
    "two_days": _read_two_days,
    "days": _read_days,
    "part_of_month": years.read_part_of_month,
    "century_named_later": read_century,
    "century": read_century,
    "decade": read_decade,
    "part_of_year": years.read_part_of_year,
    "day": _read_day,
    "figure_two_days": _read_figure_two_days,
    "figure_days": _read_figure_days,
    "figures": _read_figures,
    "roman": _read_roman,
    "roman_days": _read_roman_days,
    "roman_months": years.read_roman_months,
    "roman_month": years.read_roman_month,
    "iso": _read_figures,
    "feast": _read_feast,
    "months": years.read_months,
    "month_of_year": years.read_month,
    "seasons": years.read_seasons,
    "season": years.read_season,
    "years": years.read_years,
    "year_month": years.read_month,
    "reigns": years.read_reign,
    "year_in_words": years.read_year_in_words,
    "year": years.read_year,
    "lone_year": years.read_lone_year,
    "month": years.read_month,
}
