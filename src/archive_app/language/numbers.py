"""Numbers as they are written: Arabic with full stops and endings, Roman, and ordinals in words."""

import re
from unicodedata import decimal

from archive_app.language.tokens import HYPHENS, is_abbreviation_with_ending

_ROMAN = re.compile(r"(?=..|[VX]$)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# Cyrillic letters that are set where Roman numerals are meant. С and М are left out: СС is no number.
_ROMAN_LOOKALIKES = str.maketrans({"Х": "X", "І": "I"})

_ORDINALS = {
    stem: value
    for value, stem in enumerate(
        "prv drug trec cetvrt pet sest sedm osm devet deset jedanaest dvanaest trinaest cetrnaest petnaest "
        "sesnaest sedamnaest osamnaest devetnaest dvadeset".split(),
        start=1,
    )
} | {"trideset": 30, "cetrdeset": 40, "pedeset": 50, "sezdeset": 60, "sedamdeset": 70, "osamdeset": 80}
_ORDINALS |= {"devedeset": 90, "stot": 100, "hiljadit": 1000}
_ORDINAL_WORDS = {
    stem + ending: value
    for stem, value in _ORDINALS.items()
    for ending in "i a o e u og oga eg ega om ome em emu im ih ima oj".split()
}


def number(token: str) -> str:
    """Return the number that a token of digits stands for.

    15.000 → 15000; 21:30 and 21.30 → 21.30; 14-og → 14; 05 → 5. There may be thousands of digits in a row, as damaged
    files have them: it is written and never computed.
    """
    digits = HYPHENS.split(token, maxsplit=1)[0]
    groups = re.findall(r"\d+", digits)
    if len(groups) == 2 and len(groups[1]) == 2:
        return f"{_written(groups[0])}.{groups[1]}"
    return _written("".join(groups))


def _written(digits: str) -> str:
    """A number in plain digits, without zeros before it."""
    return "".join(str(decimal(digit)) for digit in digits).lstrip("0") or "0"


def roman(token: str) -> int:
    """Return the value of a Roman numeral in capitals (XX, XX-og), 0 for anything else. A single I is a word."""
    if is_abbreviation_with_ending(token):
        token = HYPHENS.split(token, maxsplit=1)[0]
    token = token.translate(_ROMAN_LOOKALIKES)
    if not _ROMAN.fullmatch(token):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in token]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def ordinal(folded: str) -> int:
    """Return the value of an ordinal in one word, in any of its forms (treći, trećeg), 0 for anything else."""
    return _ORDINAL_WORDS.get(folded, 0)
