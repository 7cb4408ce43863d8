"""Words that date expressions are made of, as patterns over a plain copy (`core.months.plain_copy`), and what they
mean: ordinals and counts in words, parts of the day, hours."""

import re
from dataclasses import dataclass
from enum import StrEnum

from archive_app.core.periods import PartOfDay

GAP = r"(?: {0,2}\n? {0,2})"
"""The gap between the parts of a date: nothing ("14.oktobra"), blanks, or one line break."""

_TEEN = r"na(?:e|j|je)st"
_UNITS = ("prv", "drug", "trec", "cetvrt", "pet", "sest", "sedm", "osm", "devet", "deset")
_TEENS = tuple(
    stem + _TEEN for stem in ("jeda", "dva", "tri", "cetr", "pet", "ses", "sedam", "osam", "devet")
)
ORDINALS = (*_UNITS, *_TEENS)
"""The stems of the ordinals from 1 to 19, in order."""

_TENS = (("dvadeset", 20), ("trideset", 30))
_ENDING = r"(?:oga|ega|og|eg|om|i)"

ORDINAL_DAY = (
    r"\b(?:(?:dvadeset|trideset)(?:[ -]i)?[ -]?)?"
    rf"(?:{'|'.join(reversed(ORDINALS))}|dvadeset|trideset){_ENDING}\b"
)
"""Matches the ordinal of a day in words: "devetnaestog", "dvadeset-prvi"."""

_ORDINAL_VALUES = [(re.compile(stem + _ENDING), value) for value, stem in enumerate(ORDINALS, start=1)]


def ordinal_number(word: str) -> int:
    """Return the day that an ordinal of a plain copy means: "devetnaestog" is 19."""
    for name, value in _TENS:
        if word.startswith(name):
            rest = word.removeprefix(name).lstrip(" -").removeprefix("i ").removeprefix("i-")
            return value + next((number for pattern, number in _ORDINAL_VALUES if pattern.fullmatch(rest)), 0)
    return next(number for pattern, number in _ORDINAL_VALUES if pattern.fullmatch(word))


_COUNTS = {
    "jedan": 1, "jednu": 1, "jedno": 1, "dva": 2, "dve": 2, "dvije": 2, "tri": 3, "cetiri": 4, "pet": 5, "sest": 6,
    "sedam": 7, "osam": 8, "devet": 9, "deset": 10, "jedanaest": 11, "dvanaest": 12, "trinaest": 13, "cetrnaest": 14,
    "petnaest": 15, "sesnaest": 16, "sedamnaest": 17, "osamnaest": 18, "devetnaest": 19, "dvadeset": 20,
    "trideset": 30, "cetrdeset": 40, "pedeset": 50,
}  # fmt: skip

COUNT = rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|(?<![\d.,:/])\d{{1,2}}(?!\d))"
"""Matches a number that counts days, weeks, months, years or hours."""


def count_of(word: str) -> int:
    """Return what a match of `COUNT` counts."""
    return int(word) if word.isdigit() else _COUNTS[word]


class Relation(StrEnum):
    """How what is told lies to the day that a mention names, where it is not simply on it."""

    BY = "by"
    SINCE = "since"
    BEFORE = "before"
    AFTER = "after"


_NOON = r"(?:podne(?:va)?)"
_PART_WORDS = (
    rf"(?:pre|prije|po|posle|poslije|pred|u|oko|do)\ {_NOON}|(?:pre|po|posle|poslije)podne|podne(?:va)?"
    r"|veceri|vece|uvece|predvece|navece|zoru|zore|praskozorje|svita(?:nj|ń)[ea]|jutro|jutra|jutru"
    r"|ujutro|ujutru|izjutra|ponoci|ponoc|nocu|noci|noc|mraka|sumraka|sumrak"
)
_HOURS = r"(?:(?:casova|casa|cas|sati|sata|sat|sahata|h)\b|c\.)"
_HOUR = rf"(?:{COUNT}(?:[.:,]\d\d)?\ {_HOURS}(?:\ (?:i\ )?\d\d?\ min(?:uta\b|\.|\b))?)"
_PREPOSITION = r"(?:do|pred|pod|oko|od|u|na|posle|nakon|pre|po|tokom)"
_ADJECTIVE_HOURS = (
    r"(?:u|tokom)\ (?:(?:ranim|rane|kasnim|kasne|prvim)\ )?"
    r"(?:jutar(?:ń|nj)|vecer(?:ń|nj)|(?:pre|po|posle)?podnevn|nocn)i[mh]\ (?:casovima|satima|casova|sati)"
)

_HOUR_PART = r"(?:ujutru|ujutro|uvece|nocu|(?:posle|po|pre)\ podne|(?:posle|po|iza|pre)\ ponoci)"
PART_LED = rf"""(?x:\b(?:
    (?:(?:{_PREPOSITION}|rano|kasno|samu|samo)\ ){{0,2}}(?:{_PART_WORDS})(?:\ oko\ {_HOUR})?
  | (?:do\ kraja|krajem|tokom|u\ toku|pocetkom|sredinom)\ (?:dana|noci)
  | {_ADJECTIVE_HOURS}
  | (?:oko|u|od|do|posle|nakon|pre)\ {_HOUR}(?:\ {_HOUR_PART})?
)\ )"""
"""What part of the day, before a date: "U zoru 20.oktobra", "Oko 19 časova 20.oktobra"."""
PART_BEFORE = rf"{PART_LED}?"

_AFTER = (
    rf"(?:rano|kasno|u\ samu|u|pred|na|oko|pre|po|posle)\ (?:{_PART_WORDS})"
    rf"|(?:u\ toku|tokom)\ (?:dana|noci)"
    rf"|ujutro|ujutru|izjutra|uvece|predvece|navece|nocu|(?:pre|po|posle)podne|{_ADJECTIVE_HOURS}"
)
PART_TRAILING = rf"""(?x:(?:\.?\ (?:(?:{_AFTER})(?:\ (?:oko|u)\ {_HOUR})?
  | (?:oko|u)\ {_HOUR}(?:\ (?:{_AFTER}))?)(?![a-zđļńǆ\d])))"""
"""What part of the day, after a date: "2. aprila oko 8 sati ujutru"."""
PART_AFTER = rf"{PART_TRAILING}?"

_PARTS: tuple[tuple[re.Pattern[str], PartOfDay], ...] = tuple(
    (re.compile(pattern), part)
    for pattern, part in (
        (r"(?:pre|prije|pred) ?podne|prepodnevn", PartOfDay.FORENOON),
        (r"(?:po|posle|poslije|nakon) ?podne|popodnevn|poslepodnevn", PartOfDay.AFTERNOON),
        (r"podne", PartOfDay.NOON),
        (r"\bzor|praskozor|svita", PartOfDay.DAWN),
        (r"jutr|jutar", PartOfDay.MORNING),
        (r"vece|mrak|sumrak", PartOfDay.EVENING),
        (r"noc|ponoc", PartOfDay.NIGHT),
    )
)
_RELATIONS: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (re.compile(r"do "), Relation.BY),
    (re.compile(r"od (?!.* do )"), Relation.SINCE),
    (re.compile(r"(?:posle|poslije|nakon) (?!podne)"), Relation.AFTER),
    (re.compile(r"(?:pre|prije) (?!podne)"), Relation.BEFORE),
)
_TIME = re.compile(rf"(?P<about>oko )?(?P<hour>{COUNT})(?:[.:,](?P<minute>\d\d))? {_HOURS}")


@dataclass(frozen=True, slots=True)
class DayTime:
    """What an expression says beside the day: part, relation and clock time ("19:00", "~19:00" for about)."""

    part: PartOfDay | None = None
    relation: Relation | None = None
    time: str | None = None


def day_time(words: str) -> DayTime:
    """Read what an expression of a plain copy says beside its day."""
    part = next((part for pattern, part in _PARTS if pattern.search(words)), None)
    relation = next((relation for pattern, relation in _RELATIONS if pattern.match(words)), None)
    clock = _TIME.search(words)
    if clock is None:
        return DayTime(part, relation)
    hour, minute = count_of(clock["hour"]), clock["minute"] or "00"
    if hour > 24 or minute > "59":
        return DayTime(part, relation)
    if hour < 12 and part in (PartOfDay.AFTERNOON, PartOfDay.EVENING):
        hour += 12
    return DayTime(part, relation, f"{'~' if clock['about'] else ''}{hour:02d}:{minute}")
