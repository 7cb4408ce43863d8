"""Feasts of the Serbian church year: their names in running text, and their days of the Gregorian calendar.

The church keeps the Julian calendar. Feasts of a fixed day are listed by their Julian day, the movable ones by their
distance from Easter (J. Meeus, Astronomical Algorithms, 2nd ed., chapter 8: the Julian Easter).
"""

import re
from datetime import MAXYEAR, date, timedelta

_CIVIL_REFORM = 1919
"""From this year on the state counted by the Gregorian calendar, and Christmas opens the year that it is named with."""

_EASTER = r"(?:v?uskrs|vaskrs|vaskrseń|vaskrsenj|voskresenij)(?:a|u|e|om|enij[aeu])?"
_DAY_WORD = r"(?: ?-? ?dan(?:a|u|om)?|(?: ?- ?| )d(?:ne|nu|nevu|nevi))"


def _named(stem: str, short: bool = True) -> str:
    """A feast called after a saint: "Mitrovdan", "o Mitrovu dne", "po Mitrovu"."""
    bare = "|u|a" if short else ""
    return rf"{stem}(?:(?:a|u|og|om)?{_DAY_WORD}{bare})"


def _saint(name: str) -> str:
    """The day of a saint called by his name alone: "na Svetog Nikolu", "po Sv. Iliji"."""
    return rf"(?:svet(?:i|og|oga|om|ome|a|e|u|oj)|sv\.) {name}"


_MOVABLE: dict[str, int] = {
    rf"drugi dan {_EASTER}|drugog(?:a)? dana {_EASTER}": 1,
    rf"treci dan {_EASTER}|treceg(?:a)? dana {_EASTER}": 2,
    r"v?[ua]skrs(?:ń|nj)(?:i|eg|ega) ponede(?:lj|ļ)(?:ak|ka)": 1,
    r"pobusan(?:i|og|oga) ponede(?:lj|ļ)(?:ak|ka)": 8,
    r"cist(?:i|og|oga) ponede(?:lj|ļ)(?:ak|ka)": -48,
    r"mesn(?:e|ih) pok(?:lad|ļad)[ae]": -56,
    r"bel(?:e|ih) pok(?:lad|ļad)[ae]": -49,
    r"todorov(?:a|e|u) subot(?:a|e|u)": -43,
    r"lazarev(?:a|e|u) subot(?:a|e|u)|vrbic(?:a|e|u)": -8,
    r"cvet(?:i|ima)|cvijet(?:i|ima)": -7,
    r"velik(?:i|og|oga) ponede(?:lj|ļ)(?:ak|ka)": -6,
    r"velik(?:i|og|oga) utor(?:ak|ka)": -5,
    r"velik(?:a|e|u) sred(?:a|e|u)": -4,
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
    r"nikol(?:j)?dan(?:a|u)?|nikoļdan(?:a|u)?|" + _saint("nikol(?:a|u|e|i)"): (12, 6),
    r"savin ?dan(?:a|u)?|" + _saint("sav(?:a|u|e|i)"): (1, 14),
    r"bogojav(?:lj|ļ)e(?:nj|ń)(?:e|a|u)": (1, 6),
    r"jova(?:nj|ń)dan(?:a|u)?|jovandan(?:a|u)?": (1, 7),
    r"srete(?:nj|ń)(?:e|a|u)": (2, 2),
    r"blagovest(?:i|ima)|blagovijest(?:i|ima)": (3, 25),
    _named(r"(?:đurđ|djurdj|đurdj)ev"): (4, 23),
    _named(r"markov", short=False): (4, 25),
    _named(r"vidov"): (6, 15),
    r"mladenc(?:i|e|ima)|mladenaca": (3, 9),
    r"jeremi(?:j)?in ?dan(?:a|u)?": (5, 1),
    r"carev[ -]?dan(?:a|u)?": (5, 21),
    r"iva(?:nj|ń|n)[ -]?dan(?:a|u)?|iva(?:nj|ń)a dne": (6, 24),
    _named(r"petrov", short=False): (6, 29),
    r"og(?:nj|ń)en(?:a|e|u|oj) mari(?:j)?(?:a|e|u|i)": (7, 17),
    r"ili(?:ji)?n(?:a|u)?[ -]?dan(?:a|u|om)?|ilin[au] dne|" + _saint("ili(?:ja|je|ju|ji)"): (7, 20),
    r"pantele(?:j)?(?:in|m?on)ov?[ -]?dan(?:a|u)?|panteli(?:j)?in ?dan(?:a|u)?": (7, 27),
    r"preobraze(?:nj|ń)(?:e|a|u)": (8, 6),
    r"pavlov[ -]?dan(?:a|u)?": (6, 30),
    r"velik(?:a|e|u|oj) gosp(?:a|e|u|oj|ođa|ođe|ođu|ođi|ojin[aeu]|ojini)": (8, 15),
    r"mal(?:a|e|u|oj) gosp(?:a|e|u|oj|ođa|ođe|ođu|ođi|ojin[aeu]|ojini)": (9, 8),
    r"usekova(?:nj|ń)(?:e|a|u)": (8, 29),
    r"pokrov(?:a|u)?": (10, 1),
    r"tomin[ -]?dan(?:a|u)?": (10, 6),
    r"srđev[ -]?dan(?:a|u)?": (10, 7),
    r"petkovic(?:a|e|u)|" + _saint("petk(?:a|e|u|i)"): (10, 14),
    r"krstov[ -]?dan(?:a|u|om)?": (9, 14),
    r"mihoļ ?dan(?:a|u)?|miholj ?dan(?:a|u)?": (9, 29),
    r"lucin ?dan(?:a|u)?": (10, 18),
    _named(r"mitrov"): (10, 26),
    r"đurđic(?:a|u)?": (11, 3),
    r"aranđelov[ -]?dan(?:a|u|om)?|" + _saint("aranđel(?:a|u)?"): (11, 8),
    r"mrati(?:nj|ń|n)dan(?:a|u)?": (11, 11),
    r"vavede(?:nj|ń)(?:e|a|u)": (11, 21),
    r"andri(?:j)?ev[ -]?dan(?:a|u)?": (11, 30),
    r"varin ?dan(?:a|u)?": (12, 4),
    r"tucin(?: ?dan(?:a|u)?|og dana)": (12, 23),
    r"steva(?:nj|ń|n) ?dan(?:a|u)?": (12, 27),
    r"mal(?:i|og|oga|om) bozic(?:a|u)?": (1, 1),
    r"trifun ?dan(?:a|u)?": (2, 1),
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
    year would tell, or where the year is before Christ or after 9998, the last one that is sure to be counted here.

    Before the Gregorian reform of 1582 it is the Julian day, as every source of that time has it.
    """
    if year is not None and not 0 < year < MAXYEAR:
        return None
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
