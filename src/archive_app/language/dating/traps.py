"""What only looks like a date: names of streets and houses, numbers of laws, pages and units, months that are names.

Patterns are over a plain copy (`core.months.plain_copy`); capitals are looked for in the text itself.
"""

import re

from archive_app.core.months import plain_copy
from archive_app.language.dating.lone_years import is_year

_STREET = re.compile(
    r"\b(?:ulic[a-z]*|ul\.|bulevar[a-z]*|bul\.|trg[a-z]*|sokak[a-z]*|kej[a-z]*|pijac[a-z]*)"
    r"(?: ?\"?|[^.;()\n\"]{0,40}\()$"
)
"""Stands right before a street's name that looks like a date: "u ulici 27. marta", "Ulicom kraljice (27.mart)"."""

_NAMED = re.compile(
    r"(?:\"|\b(?:os|skol[a-z]*|brigad[a-z]*|bata(?:ļ|lj)on[a-z]*|kasarn[a-z]*|nase(?:ļ|lj)[a-z]*|blok[a-z]*|most[a-z]*|"
    r"park[a-z]*|fabri[a-z]*|preduzec[a-z]*|zadrug[a-z]*|dom[a-z]{0,2}|klub[a-z]*|stadion[a-z]*|bioskop[a-z]*) )$"
)
"""Stands right before a name in the nominative that looks like a date: "škola 20. oktobar", „21. maj“."""

_NUMBERED = re.compile(
    r"\b(?:cl|clan[a-z]*|br|broj[a-z]*|str|stran[a-z]*|no|tel|inv|sign|fond[a-z]*|fasc[a-z]*|list[a-z]*|stih[a-z]*|"
    r"knj|kń|knjig[a-z]*|kńig[a-z]*|tom|toma|tomu|sv|svesk[a-z]*|paragraf[a-z]*|tac|tack[a-z]*|fusnot[a-z]*|"
    r"napomen[a-z]*|tabel[a-z]*|kolon[aeiu]|model|seri(?:j)?[aeu]|sifr[aeu]|voz|voza|soba|sobi|fah|racun|kljuc|sef|"
    r"sanduk|paket|delo,|m|[dfs](?=\.)|kot[aeiu]|kotom|k|vis|kuc(?:a|e|i|u)|(?:ulic[a-z]*|ul\.)(?: [a-zđļń.]+){1,3}|"
    r"koliko|ukupno|ravno|citavih|vise od|mańe od|manje od|preko|gotovo|skoro|cena|ceni)"
    r"\.? ?(?:\d+[.,]? ?(?:i|do|-)? ?)?$|[§№#]\s?$"
)
"""Stands right before a number that is one of a law, a page, a house, or a quantity."""

_NOMINATIVES = frozenset(["mart", "april", "maj", "jun", "juni", "jul", "juli", "avgust", "studeni"])
_PEOPLE = frozenset(
    stem + ending
    for stem in ("maj", "jun", "junij", "jul", "julij", "mart", "avgust", "august")
    for ending in ("", "a", "i", "u", "om", "em")
)
"""Month names that are also names of people, or other words."""
_MONTH_LED = re.compile(
    r"\b(?:u|o|po|od|do|tokom|krajem|pocetkom|sredinom|meseca|mesecu|mesec|mjeseca|mjesecu|celog|celoga|istog) $"
)
_CALLED = re.compile(r"\b(?:ho|haj|de|o) $")
_CHURCH = re.compile(r"\b(?:manastir[a-z]*|crkv[a-z]*|hram[a-z]*|ikon[a-z]*|sel[oau]|mast?[ia]rom) $")
"""Stands right before the name of a feast or saint that is that of a church."""


def is_name(plain: str, match: re.Match[str]) -> bool:
    """Whether it is the name of a street or a house; these have no year."""
    groups = match.groupdict()
    if groups.get("y") or groups.get("z"):
        return False
    before = plain[max(0, match.start() - 60) : match.start()]
    if _STREET.search(before):
        return True
    month = groups.get("m") or ""
    if (
        groups.get("a")
        and plain[match.start() - 1 : match.start()] == plain[match.end() : match.end() + 1] == '"'
    ):
        return True  # u „21. oktobru“
    nominative = month.endswith("r") or month in _NOMINATIVES
    return bool(groups.get("a")) and nominative and _NAMED.search(before) is not None


def is_numbered(plain: str, start: int) -> bool:
    """Whether the number at `start` is that of a law, a page or a house, or a quantity."""
    return _NUMBERED.search(plain[max(0, start - 30) : start]) is not None


def is_broken(text: str, match: re.Match[str]) -> bool:
    """Whether it runs over the end of a paragraph: a line break with a capital letter after it."""
    lines = text[match.start() : match.end()].rstrip().split("\n")
    return len(lines) > 1 and any(line.lstrip()[:1].isupper() for line in lines[1:])


def is_written_so(name: str, text: str, plain: str, match: re.Match[str]) -> bool:
    """Whether capitals are as they must be: Roman numbers have them, names of people that are months have not."""
    groups = match.groupdict()
    if not all(
        _is_capital(text[slice(*match.span(group))])
        for group in ("figure", "other", "c", "d", "g")
        if group in groups
    ):
        return False
    if name == "roman_month":
        return _NAME_BEFORE.search(text, max(0, match.start() - 20), match.start()) is None
    if name == "lone_year":
        return is_year(text, plain, match)
    if name == "month":
        return _is_month(text, plain, match)
    if name == "feast" and not match["y"]:
        return _is_feast(text, match)
    return True


_NAME_BEFORE = re.compile(r"[A-ZČĆŽŠĐА-ЯЂЈЉЊЋЏ][a-zčćžšđа-яђјљњћџ]+ $")
"""Before a Roman number: it is that of a king or a saint."""


def _is_capital(written: str) -> bool:
    """Whether a number in Roman figures is written in capitals; others are let through."""
    roman = re.match(r"[A-Za-zА-Яа-яІі]+", written)
    if roman is None or plain_copy(roman[0]).strip("ivxh"):
        return True
    return all(letter in "IVXХІ" for letter in roman[0])


def _is_month(text: str, plain: str, match: re.Match[str]) -> bool:
    month, start = match["m"], match.start("m")
    if start > match.start() or match.end("m") < match.end():
        return True  # "meseca maja", "maja te godine"
    if month not in _PEOPLE:
        return True
    if text[start].isupper() or month in ("maj", "maju"):
        led = _MONTH_LED.search(plain, max(0, start - 12), start)
        return led is not None and (month != "maj" or led[0] != "o ")
    return _CALLED.search(plain, max(0, start - 8), start) is None


def _is_feast(text: str, match: re.Match[str]) -> bool:
    """Feasts are written with a capital; a surname (Božić, Petrov) stands with no preposition."""
    start, name = match.start("feast"), match["feast"]
    if _CHURCH.search(match.string, max(0, match.start() - 24), match.start()):
        return False
    if name.endswith(("evu", "ovu")):
        return match["before"] in ("o ", "po ", "oko ")
    written = text[start : match.end("feast")]
    return (
        any(map(str.isupper, written))
        or re.search(r"dan|dn[eu]|drug|trec|pet|subot|gospojin", name) is not None
    )
