"""What the shapes of months, seasons, years and parts of them mean: from a match of `patterns` to a `Found`."""

import re
from dataclasses import replace

from archive_app.core.months import SEASONS
from archive_app.language.dating.found import Found, filled
from archive_app.language.dating.making import figure_month, make, month_of, whole_year, year_of
from archive_app.language.dating.periods import part_meaning


def read_part_of_month(match: re.Match[str]) -> Found | None:
    """A part of a month: "početkom oktobra 1944"."""
    month = month_of(match)
    return make("part of month", match, part_meaning(match["part"], month), month=month)


def read_part_of_year(match: re.Match[str]) -> Found | None:
    """A part of a year: "krajem 1944"; None where the words mean a part of months only."""
    meaning = part_meaning(match["part"])
    return None if meaning(2000) is None else make("part of year", match, meaning)


def read_roman_months(match: re.Match[str]) -> Found | None:
    """From one month to another in Roman figures: "I–VI 1940"."""
    first, last = figure_month(match["figure"]), figure_month(match["other"])
    if not 0 < first < last:
        return None
    return make("months", match, f"{{year}}-{first:02d}/{{year}}-{last:02d}", month=first)


def read_roman_month(match: re.Match[str]) -> Found | None:
    """A month in Roman figures: "XII 1944"."""
    month = figure_month(match["figure"])
    return make("month", match, f"{{year}}-{month:02d}", month=month) if month else None


def read_months(match: re.Match[str]) -> Found | None:
    """From one month to another, where they are more than two words side by side: "od maja do jula 1944"."""
    month, other = month_of(match), month_of(match, "n")
    if month == other and not match["y"]:
        return None
    if match["y"] and match["z"]:
        years = whole_year(match["y"]), whole_year(match["z"])
        return make("months", match, f"{years[0]}-{month:02d}/{years[1]}-{other:02d}", leads=False)
    if match["y"]:
        return None
    year = "{before}" if month > other else "{year}"
    if match["z"] or match["between"] or match["same"] or match["dash"]:
        return make("months", match, f"{year}-{month:02d}/{{year}}-{other:02d}", month=month)
    return None


def read_years(match: re.Match[str]) -> Found | None:
    """From one year to another: "1941–1945", "školske 1934/35. godine"."""
    start, end = match["y"], match["z"]
    end = start[: 4 - len(end)] + end
    apart = int(end) - int(start)
    if not 0 < apart <= 200:
        return None
    if match["end"] is None and not match["word"] and not _are_years(match, apart):
        return None
    between = match["between"] or ""
    years = f"[{start}..{end}]" if between.startswith("izm") else f"{start}/{end}"
    found = make("years", match, years, leads=False)
    if between and len(match["z"]) < 4:
        return replace(found, start=match.start("y"))  # "pokret od 1848-9. godine": of, not from
    return found


def read_reign(match: re.Match[str]) -> Found | None:
    """Years in brackets after a name, also those of three figures: "Konstancija II (337–361)"."""
    start, end = int(match["y"]), int(match["z"])
    if not 0 < end - start <= 100:
        return None
    return replace(
        make("years", match, f"{start:04d}/{end:04d}", leads=False),
        start=match.start("y"),
        end=match.end("z"),
    )


def _are_years(match: re.Match[str], apart: int) -> bool:
    """Whether two numbers that no word calls years are years: both whole, or one following the other."""
    if match["between"] and match["to"].strip() in ("do", "i"):
        return apart <= 100
    if not 1300 <= int(match["y"]) < 2030:
        return False
    return apart <= 100 if len(match["z"]) == 4 and "/" not in match["to"] else apart == 1


def read_year(match: re.Match[str]) -> Found:
    """A year that a word calls one, also one before Christ: "1944. godine"."""
    if match["bc"]:
        year = 1 - (year_of(match) or 0)
        edtf = f"-{-year:04d}"
        return replace(make("year", match, edtf, leads=False), year=year, short=None)
    return make("year", match, "{year}~" if match["about"] else "{year}")


def read_year_in_words(match: re.Match[str]) -> Found:
    """A year in words, or by its last two figures: "četrdeset prve", "'44"."""
    name = next(name for name in ("y", "z", "v", "w", "t", "x") if match[name])
    found = make("year", match, "{year}")
    return replace(found, start=match.start(name))


def read_lone_year(match: re.Match[str]) -> Found:
    """A year that no word calls one; one in brackets belongs to what stands before it."""
    about = match["about"]
    name = next(name for name, written in match.groupdict().items() if written and name != "about")
    start, end = match.span("about" if about else name)[0], match.end(name)
    meaning = filled("{year}~" if about else "{year}")
    return Found(start, end, "year", meaning, int(match[name]), leads=name != "in_brackets", bare=True)


def read_month(match: re.Match[str]) -> Found:
    """A month: "oktobra 1944"."""
    month = month_of(match)
    return make("month", match, f"{{year}}-{month:02d}", month=month)


def read_seasons(match: re.Match[str]) -> Found | None:
    """From one season to another, or both, of one year."""
    first, last = (SEASONS[_season_name(match[name])] for name in ("season", "other"))
    return make("season", match, f"{{year}}-{first}/{{year}}-{last}") if first < last or first == 24 else None


def read_season(match: re.Match[str]) -> Found | None:
    """A season, or a winter over two years: "u zimu 1943/44"."""
    season, following = SEASONS[_season_name(match["season"])], match["winter"]
    if following:
        year = whole_year(match["y"])
        if season != 24 or int(following) % 100 != (year + 1) % 100:
            return None
        return make(
            "season", match, "{year}-12-01/{after}-03-21", month=12
        )  # as `core.written_ranges` reads it
    if match["season"] in ("leta", "ļeta") and match["y"] and whole_year(match["y"]) < 1850:
        return make("year", match, "{year}")  # "leta 1389" is a year in the old way of counting
    return make("season", match, f"{{year}}-{season}")


def _season_name(written: str) -> str:
    if written.startswith("pro"):
        return "prolece"
    if written.startswith("jesen"):
        return "jesen"
    return "zima" if written.startswith("zim") else "leto"
