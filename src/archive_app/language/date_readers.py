"""What each shape of a date expression means: from a match of `date_patterns` to a `Found`."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from archive_app.core.months import SEASONS, month_number
from archive_app.language.date_found import PARTS_OF_MONTH, Found, Meaning, filled
from archive_app.language.date_words import DayTime, Relation, day_time, ordinal_number
from archive_app.language.feasts import SURE_ALONE, feast_day

_YEARS = ("y", "z", "v", "w", "t", "j", "x", "e", "f")
_OTHER_YEAR = re.compile(
    r"\.? (?:ove|prosle|minule|sledece|naredne|iduce|prethodne) god(?:ine|\.)"
    r"|,? ?(?:god(?:ine|\.) )?1\d{1,2}(?:\*|-{2}|\.{3}|…)|\.? (?:pr|prosl)\. ?g(?:od)?\."
)
"""After a date: its year is not the one at hand, or the text hides it."""
_WEEKDAY = re.compile(
    r"\b(?:(?:poned(?:elj|eļ)|utor|cetvrt|pet)(?:ak|ka)|sred[aeu]|subot[aeu]|nede(?:lj|ļ)[aeu]) \($"
)
"""Before the day in brackets, as newspapers tell the days of their week."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _year_of(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    return next((int(groups[name]) for name in _YEARS if groups.get(name)), None)


def _month_of(match: re.Match[str], name: str = "m") -> int:
    return month_number(match[name]) or 0


def _day_number(written: str) -> int:
    return int(written) if written.isdigit() else ordinal_number(written)


def _make(
    kind: str, match: re.Match[str], meaning: str | Meaning, *, month: int | None = None, leads: bool = True
) -> Found:
    year = _year_of(match)
    start, end = match.start(), match.end()
    while match.string[end - 1].isspace():
        end -= 1
    return Found(
        start,
        end,
        kind,
        filled(meaning, month or 1) if isinstance(meaning, str) else meaning,
        year,
        month,
        leads,
        other_year=year is None and _OTHER_YEAR.match(match.string, match.end()) is not None,
        of_writing=year is None and _is_of_writing(match),
        same_year=bool(match.groupdict().get("same")),
        beside=_beside(match),
    )


def _is_of_writing(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 16) : match.start()]
    return match.string.startswith(")", match.end()) and _WEEKDAY.search(before) is not None


def _beside(match: re.Match[str]) -> DayTime:
    """What the words before and after the day say of its time."""
    groups = match.groupdict()
    inner = min((match.start(name) for name in ("a", "between") if groups.get(name)), default=match.start())
    outer = max((match.end(name) for name in (*_YEARS, "m", "n") if groups.get(name)), default=match.end())
    beside = day_time(match.string[match.start() : inner] + "|" + match.string[outer : match.end()])
    if beside.relation is not None:
        return beside
    led = _LED.search(match.string, max(0, match.start() - 8), match.start())
    return beside if led is None else replace(beside, relation=_LED_BY[led[1]])


_LED = re.compile(r"\b(do|posle|poslije|nakon|pre|prije|pred|uoci) $")
_LED_BY = {"do": Relation.BY, "pre": Relation.BEFORE, "prije": Relation.BEFORE, "pred": Relation.BEFORE}
_LED_BY |= {
    "uoci": Relation.BEFORE,
    "posle": Relation.AFTER,
    "poslije": Relation.AFTER,
    "nakon": Relation.AFTER,
}


def _read_two_days(match: re.Match[str]) -> Found | None:
    if match["to"] == "i" and not match["between"]:
        return None
    month, other = _month_of(match), _month_of(match, "n")
    first, last = _day_number(match["a"]), _day_number(match["b"])
    if match["styles"]:
        return _read_styles(match, (month, first), (other, last))
    start, end = match["y"], match["z"]
    if start and end:
        return _make(
            "days", match, f"{start}-{month:02d}-{first:02d}/{end}-{other:02d}-{last:02d}", leads=False
        )
    if start:
        year = "{after}" if month > other else "{year}"
        return _make("days", match, f"{{year}}-{month:02d}-{first:02d}/{year}-{other:02d}-{last:02d}")
    year = "{before}" if month > other else "{year}"
    return _make(
        "days", match, f"{year}-{month:02d}-{first:02d}/{{year}}-{other:02d}-{last:02d}", month=month
    )


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
    year = match["z"] if match["z"] and (last.month, last.day) == other else "{year}"
    return _make("day", match, f"{year}-{last:%m-%d}", month=last.month)


def _read_days(match: re.Match[str]) -> Found | None:
    found = _read_days_of(match, _month_of(match))
    if found is not None and match["to"] == "i" and (match["between"] or "").startswith(("od", "s")):
        return replace(found, start=match.start("a"))  # "od 4. i 5. januara": each of the two
    return found


def _read_figure_days(match: re.Match[str]) -> Found | None:
    month = _figure_month(match["figure"])
    return _read_days_of(match, month) if month else None


def _read_days_of(match: re.Match[str], month: int) -> Found | None:
    between = match.groupdict().get("between")
    first, last = _day_number(match["a"]), _day_number(match["b"])
    both = f"{{year}}-{month:02d}-{first:02d}", f"{{year}}-{month:02d}-{last:02d}"
    to, apart = match["to"], abs(last - first)
    if to == "(" or (to == "/" and 10 <= apart <= 13):
        # Old and new style, 10 to 13 days apart: the later one is the Gregorian day.
        return _make("day", match, max(both), month=month) if 10 <= apart <= 13 else None
    if first >= last:
        return None
    if match.groupdict().get("c"):
        return _read_three_days(match, month, [_day_number(match["c"]), first, last])
    if to == "ili":
        return _make("days", match, "[" + ",".join(both) + "]", month=month)
    if to == "i" and not between and apart > 1:
        return _make("days", match, "{{" + ",".join(both) + "}}", month=month)
    return _make("days", match, "/".join(both), month=month)


def _read_three_days(match: re.Match[str], month: int, days: list[int]) -> Found | None:
    """A list of days ("3, 4. i 5. marta"): from the first to the last where they follow each other."""
    if sorted(days) != days or match["to"] not in ("i", "ili"):
        return None
    every = [f"{{year}}-{month:02d}-{day:02d}" for day in days]
    if match["to"] == "i" and days[2] - days[0] == 2:
        return _make("days", match, f"{every[0]}/{every[2]}", month=month)
    return _make("days", match, _set(every, one_of=match["to"] == "ili"), month=month)


def _set(days: list[str], *, one_of: bool) -> str:
    """A shape with the EDTF set of some days: one of them, or all."""
    return "[" + ",".join(days) + "]" if one_of else "{{" + ",".join(days) + "}}"


def _part_days(part: str) -> tuple[str, str]:
    return next(days for pattern, days in PARTS_OF_MONTH if re.search(rf"\b(?:{pattern})", part))


def _read_part_of_month(match: re.Match[str]) -> Found | None:
    month = _month_of(match)
    start, end = (f"{{year}}-{month:02d}-{day}" for day in _part_days(match["part"]))
    return _make("part of month", match, f"{start}/{end}", month=month)


_PARTS_OF_YEAR = (
    (r"prv", "{year}-01/{year}-06"),
    (r"drug", "{year}-07/{year}-12"),
    (r"poc", "{year}-01/{year}-04~"),
    (r"sr|pol", "{year}-05~/{year}-08~"),
    (r"k", "{year}-09~/{year}-12"),
)


def part_of_year(words: str) -> str:
    """The stretch of a year that "početkom", "sredinom" or "krajem" means: about a third each."""
    return next(shape for pattern, shape in _PARTS_OF_YEAR if re.search(rf"\b(?:{pattern})", words))


def part_of_month(words: str) -> str:
    """The stretch of a month that such a word means, with {year} and {month} to fill in."""
    return "/".join(f"{{year}}-{{month}}-{day}" for day in _part_days(words))


def _read_part_of_year(match: re.Match[str]) -> Found:
    return _make("part of year", match, part_of_year(match["part"]))


def _read_day(match: re.Match[str]) -> Found:
    mark = "~" if match["about"] else ""
    month = _month_of(match)
    return _make("day", match, f"{{year}}-{month:02d}-{_day_number(match['a']):02d}{mark}", month=month)


def _read_year_first(match: re.Match[str]) -> Found:
    month = _month_of(match)
    return _make("day", match, f"{{year}}-{month:02d}-{_day_number(match['a']):02d}", month=month)


def _read_figures(match: re.Match[str]) -> Found | None:
    month = _figure_month(match["figure"])
    if not month:
        return None
    return _make("day", match, f"{{year}}-{month:02d}-{int(match['a']):02d}", month=month)


def _figure_month(figure: str) -> int:
    """The month that a figure means, Arabic or Roman; 0 for none."""
    figure = figure.replace("h", "x")  # the Cyrillic letter Х serves as ten, too
    if figure.isdigit():
        return int(figure) if int(figure) <= 12 else 0
    return _ROMAN.index(figure) + 1 if figure in _ROMAN else 0


def _read_roman(match: re.Match[str]) -> Found | None:
    """A day with a Roman month and no year; a single letter may number anything, but at the end of a clause."""
    if len(match["figure"]) > 1 or "/" in match[0]:
        return _read_figures(match)
    ends = _CLAUSE_END.match(match.string, match.end())
    return _read_figures(match) if match["figure"] != "i" and ends else None


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

    found = _make("feast", match, meaning)
    return replace(found, beside=DayTime(relation=_FEAST_RELATIONS.get(before)))


_FEAST_RELATIONS = {
    "pre ": Relation.BEFORE, "prije ": Relation.BEFORE, "pred ": Relation.BEFORE, "do ": Relation.BY,
    "od ": Relation.SINCE, "posle ": Relation.AFTER, "poslije ": Relation.AFTER, "nakon ": Relation.AFTER,
}  # fmt: skip


def _day_before(day: str) -> str:
    """The day before an ISO day whose year may be XXXX; no feast is on 1 March."""
    before = date.fromisoformat(day.replace("XXXX", "2001")) - timedelta(days=1)
    return f"XXXX-{before:%m-%d}" if day.startswith("XXXX") else before.isoformat()


def _read_months(match: re.Match[str]) -> Found | None:
    month, other = _month_of(match), _month_of(match, "n")
    if month == other and not match["y"]:
        return None
    if match["y"] and match["z"]:
        return _make("months", match, f"{match['y']}-{month:02d}/{match['z']}-{other:02d}", leads=False)
    if match["y"]:
        return None
    year = "{before}" if month > other else "{year}"
    if match["z"] or match["between"]:
        return _make("months", match, f"{year}-{month:02d}/{{year}}-{other:02d}", month=month)
    return None


def _read_years(match: re.Match[str]) -> Found | None:
    start, end = match["y"], match["z"]
    end = start[: 4 - len(end)] + end
    if not 0 < int(end) - int(start) <= 200:
        return None
    found = _make("years", match, f"{start}/{end}", leads=False)
    if match["between"] and len(match["z"]) < 4:
        return replace(found, start=match.start("y"))  # "pokret od 1848-9. godine": of, not from
    return found


def _read_decade(match: re.Match[str]) -> Found:
    decade = match["y"] or match["z"]
    return Found(match.start(), match.end(), "decade", filled(f"{decade}X"), int(decade) * 10, leads=False)


def _read_year(match: re.Match[str]) -> Found:
    return _make("year", match, "{year}~" if match["about"] else "{year}")


def _read_lone_year(match: re.Match[str]) -> Found:
    name = next(name for name in ("w", "t", "j", "x", "e", "f") if match[name])
    year = int(match[name])
    start, end = match.span(name)
    return Found(start, end, "year", filled("{year}"), year, leads=name != "x", bare=True)


def _read_month(match: re.Match[str]) -> Found:
    month = _month_of(match)
    return _make("month", match, f"{{year}}-{month:02d}", month=month)


def _read_season(match: re.Match[str]) -> Found | None:
    season, following = SEASONS[_season_name(match["season"])], match["next"]
    if following and (
        season != 24 or match["y"] is None or int(following) % 100 != (int(match["y"]) + 1) % 100
    ):
        return None
    if match["season"] == "leta" and match["y"] and int(match["y"]) < 1850:
        return _make("year", match, "{year}")  # "leta 1389" is a year in the old way of counting
    return _make("season", match, f"{{year}}-{season}")


def _season_name(written: str) -> str:
    if written.startswith("pro"):
        return "prolece"
    if written.startswith("jesen"):
        return "jesen"
    return "zima" if written.startswith("zim") else "leto"


READERS: dict[str, Callable[[re.Match[str]], Found | None]] = {
    "year_first": _read_year_first,
    "two_days": _read_two_days,
    "days": _read_days,
    "part_of_month": _read_part_of_month,
    "part_of_year": _read_part_of_year,
    "day": _read_day,
    "figure_days": _read_figure_days,
    "figures": _read_figures,
    "roman": _read_roman,
    "iso": _read_figures,
    "feast": _read_feast,
    "months": _read_months,
    "month_of_year": _read_month,
    "season": _read_season,
    "years": _read_years,
    "decade": _read_decade,
    "year": _read_year,
    "lone_year": _read_lone_year,
    "month": _read_month,
}
