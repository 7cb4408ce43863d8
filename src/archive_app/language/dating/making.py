"""From a match of `patterns` to a `Found`: what all shapes of a date expression have in common."""

import re
from dataclasses import replace

from archive_app.core.months import month_number
from archive_app.language.dating.found import Found, Meaning, filled
from archive_app.language.dating.words import DayTime, Relation, day_time, ordinal_number
from archive_app.language.dating.years import nearest_century, year_number

_YEARS = ("y", "z", "v", "w", "t", "x")

_HIDDEN_YEAR = re.compile(r",? ?(?:god(?:ine|\.) )?1\d{1,2}(?:\*|-{2}|\.{3}|…)")
"""After a date: the text hides its year."""

_WEEKDAY = re.compile(
    r"\b(?:(?:poned(?:elj|eļ)|utor|cetvrt|pet)(?:ak|ka)|sred[aeu]|subot[aeu]|nede(?:lj|ļ)[aeu]) \($"
)
"""Before the day in brackets, as newspapers tell the days of their week."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def year_of(match: re.Match[str]) -> int | None:
    """The year that the expression names; below 100 where these are its last two figures."""
    groups = match.groupdict()
    return next((year_number(groups[name]) for name in _YEARS if groups.get(name)), None)


def whole_year(written: str) -> int:
    """The year that figures or words mean; of two figures that of the 20th century."""
    year = year_number(written)
    return year if year >= 100 else nearest_century(year, None)


def month_of(match: re.Match[str], name: str = "m") -> int:
    """The month from 1 that a group of the match names, 0 for none."""
    return month_number(match[name]) or 0


def day_number(written: str) -> int:
    """The day of a month that figures or an ordinal in words mean."""
    return int(written) if written.isdigit() else ordinal_number(written)


def make(
    kind: str, match: re.Match[str], meaning: str | Meaning, *, month: int | None = None, leads: bool = True
) -> Found:
    """The expression at a match of some `kind`: its meaning, as EDTF with {year} to fill in, and what its groups say of
    the year and of the time of the day. `month` and `leads` are those of `Found`."""
    year = year_of(match)
    is_short = year is not None and year < 100
    groups = match.groupdict()
    end = match.end()
    while match.string[end - 1].isspace():
        end -= 1
    return Found(
        match.start(),
        end,
        kind,
        filled(meaning) if isinstance(meaning, str) else meaning,
        None if is_short else year,
        month,
        year if is_short else None,
        leads,
        other_year=year is None and _HIDDEN_YEAR.match(match.string, match.end()) is not None,
        later=1 if groups.get("next") else -1 if groups.get("last") else 0,
        of_writing=year is None and _is_of_writing(match),
        same_year=bool(groups.get("same")),
        this_year=bool(
            groups.get("next") or groups.get("last") or groups.get("this") or groups.get("of_this")
        ),
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


def figure_month(figure: str) -> int:
    """The month that a figure means, Arabic or Roman; 0 for none."""
    figure = figure.replace("h", "x")  # the Cyrillic letter Х serves as ten, too
    if figure.isdigit():
        return int(figure) if int(figure) <= 12 else 0
    return _ROMAN.index(figure) + 1 if figure in _ROMAN else 0
