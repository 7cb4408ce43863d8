"""Feasts of the Serbian church year: their names in running text, and their days of the Gregorian calendar.

The church keeps the Julian calendar. Feasts of a fixed day are listed by their Julian day, the movable ones by their
distance from Easter (J. Meeus, Astronomical Algorithms, 2nd ed., chapter 8: the Julian Easter).
"""

import re
from datetime import date, timedelta

_CIVIL_REFORM = 1919
"""From this year on the state counted by the Gregorian calendar, and Christmas opens the year that it is named with."""

_EASTER = r"(?:v?uskrs|vaskrs|vaskrseń|vaskrsenj|voskresenij)(?:a|u|e|om|enij[aeu])?"
_DAY_WORD = r"(?: ?-? ?dan(?:a|u|om)?|(?: ?- ?| )d(?:ne|nu|nevu|nevi))"


def _named(stem: str, short: bool = True) -> str:
    """A feast called after a saint: "Mitrovdan", "o Mitrovu dne", "po Mitrovu"."""
    bare = "|u|a" if short else ""
    return rf"{stem}(?:(?:a|u|og|om)?{_DAY_WORD}{bare})"


_MOVABLE: dict[str, int] = {
    rf"drugi dan {_EASTER}|drugog(?:a)? dana {_EASTER}": 1,
    rf"treci dan {_EASTER}|treceg(?:a)? dana {_EASTER}": 2,
    r"mesn(?:e|ih) pok(?:lad|ļad)[ae]": -56,
    r"bel(?:e|ih) pok(?:lad|ļad)[ae]": -49,
    r"todorov(?:a|e|u) subot(?:a|e|u)": -43,
    r"lazarev(?:a|e|u) subot(?:a|e|u)|vrbic(?:a|e|u)": -8,
    r"cvet(?:i|ima)|cvijet(?:i|ima)": -7,
    r"velik(?:i|og|oga) cetvrt(?:ak|ka)": -3,
    r"velik(?:i|og|oga) pet(?:ak|ka)": -2,
    r"velik(?:a|e|u) subot(?:a|e|u)": -1,
    _EASTER: 0,
    _named(r"spasov"): 39,
    r"duhov[ei]|duhova|duhovima|trojic[aeiu]|trojicama|trojicin ?dan": 49,
}

_FIXED: dict[str, tuple[int, int]] = {
    r"bozic(?:a|u|em|om)?": (12, 25),
    r"bad(?:nj|ń)i dan|bad(?:nj|ń)eg(?:a)? dana|bad(?:nj|ń)e(?:g)? vece(?:ri)?": (12, 24),
    r"nikol(?:j)?dan(?:a|u)?|nikoļdan(?:a|u)?|svet(?:i|og|oga|om|ome) nikol(?:a|u|e|i)|sv\. nikol(?:a|u|e|i)": (
        12,
        6,
    ),
    r"savin ?dan(?:a|u)?|svet(?:i|og|oga|om|ome) sav(?:a|u|e|i)|sv\. sav(?:a|u|e|i)": (1, 14),
    r"bogojav(?:lj|ļ)e(?:nj|ń)(?:e|a|u)": (1, 6),
    r"jova(?:nj|ń)dan(?:a|u)?|jovandan(?:a|u)?": (1, 7),
    r"srete(?:nj|ń)(?:e|a|u)": (2, 2),
    r"blagovest(?:i|ima)|blagovijest(?:i|ima)": (3, 25),
    _named(r"(?:đurđ|djurdj|đurdj)ev"): (4, 23),
    _named(r"markov", short=False): (4, 25),
    _named(r"vidov"): (6, 15),
    r"iva(?:nj|ń|n)dan(?:a|u)?|iva(?:nj|ń)a dne": (6, 24),
    _named(r"petrov", short=False): (6, 29),
    r"ilin(?:a|u)?[ -]?dan(?:a|u|om)?|ilin[au] dne": (7, 20),
    r"preobraze(?:nj|ń)(?:e|a|u)": (8, 6),
    r"velik(?:a|e|u|oj) gosp(?:a|e|u|oj|ođa|ođe|ođu|ođi|ojin[aeu]|ojini)": (8, 15),
    r"mal(?:a|e|u|oj) gosp(?:a|e|u|oj|ođa|ođe|ođu|ođi|ojin[aeu]|ojini)": (9, 8),
    r"krstov[ -]?dan(?:a|u|om)?": (9, 14),
    r"mihoļ ?dan(?:a|u)?|miholj ?dan(?:a|u)?": (9, 29),
    r"lucin ?dan(?:a|u)?": (10, 18),
    _named(r"mitrov"): (10, 26),
    r"aranđelov[ -]?dan(?:a|u|om)?|svet(?:i|og|oga|om|ome) aranđel(?:a|u)?|sv\. aranđel(?:a|u)?": (11, 8),
    r"mrati(?:nj|ń|n)dan(?:a|u)?": (11, 11),
    r"vavede(?:nj|ń)(?:e|a|u)": (11, 21),
}

FEAST = "(?:" + "|".join([*_MOVABLE, *_FIXED]) + r")(?![a-zđļńǆ])"
"""Matches the name of a feast in a plain copy."""

SURE_ALONE = (
    r"(?:[a-zđļń]+[ -]{0,3}(?:dan(?:a|u|om)?|dn(?:e|u))|blagovest\w*|bogojav\w*|preobraz\w*|sret\w*"
    r"|(?:mal|velik)[aeuo]j? gosp\w*|bad(?:nj|ń).*)"
)
"""Matches those names that mean a feast also where no year and no preposition stands beside them."""

_FEASTS: dict[str, int | tuple[int, int]] = {**_MOVABLE, **_FIXED}
_DAYS = [(re.compile(pattern), day) for pattern, day in _FEASTS.items()]


def easter(year: int) -> date:
    """The Gregorian day of Orthodox Easter."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return _gregorian(year, month, day + 1)


def feast_day(name: str, year: int | None) -> str | None:
    """ISO day of a feast by its name in a plain copy, "XXXX-11-08" where the year is not known; None where only the
    year would tell.

    Before the Gregorian reform of 1582 it is the Julian day, as every source of that time has it.
    """
    day = next(day for pattern, day in _DAYS if pattern.fullmatch(name))
    if isinstance(day, int):
        return None if year is None else (easter(year) + timedelta(days=day)).isoformat()
    month, number = day
    if year is None:
        return f"XXXX{_gregorian(2001, month, number).isoformat()[4:]}"
    found = _gregorian(year, month, number)
    if found.year > year >= _CIVIL_REFORM:
        found = _gregorian(year - 1, month, number)
    return found.isoformat()


def _gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Julian one, from 1582-10-05 (Julian) on; the same day before.

    29 February of a Julian leap year such as 1900 never comes up: no feast is on it.
    """
    if (year, month, day) < (1582, 10, 5):
        return date(year, month, day)
    counted = year if (month, day) >= (3, 1) else year - 1
    return date(year, month, day) + timedelta(days=counted // 100 - counted // 400 - 2)
