"""Folding: one form for a word however it was written, in either script, with or without diacritics.

The letters of Serbian Cyrillic become those of Gaj's Latin (Pravopis srpskoga jezika, 2010). đ folds
to dj, as people without the letter type it; folding it to d would merge vođa (leader) and voda (water).
"""

import unicodedata

from archive_app.language.letters import LATIN_OF

# Macedonian.
_CYRILLIC = LATIN_OF | {"ѓ": "đ", "ќ": "ć", "ѕ": "dz"}
# Russian, Ukrainian, Bulgarian and Serbian before Vuk's reform, as Serbian renders their letters.
_CYRILLIC |= {"й": "j", "ы": "i", "э": "e", "ё": "jo", "ю": "ju", "я": "ja", "щ": "šč", "ъ": "", "ь": ""}
_CYRILLIC |= {"і": "i", "ї": "ji", "є": "je", "ґ": "g", "ў": "u"}
_CYRILLIC |= {"ѣ": "e", "ѫ": "u", "ѧ": "e", "ѳ": "t", "ѵ": "i", "ѡ": "o", "ꙋ": "u"}

_LATIN = {"ǆ": "dž", "ǉ": "lj", "ǌ": "nj", "ð": "đ", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss"}
_LATIN |= {"ı": "i", "ﬁ": "fi", "ﬂ": "fl", "ſ": "s", "þ": "t", "‐": "-", "‑": "-"}
_KEPT = {letter: letter for letter in "čćšžđäöü"}
"""The diacritics that tell letters apart: those of Serbian, and the German ones, which Serbian renders as e and i."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
"""Characters that stand inside words without being seen: soft hyphen, zero width spaces, direction marks."""

_NO_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE + "\u00ac"))
"""With the sign that text recognition puts where a word was divided (Kale¬megdan)."""

_NO_DIACRITICS = str.maketrans(
    {"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "dj", "ä": "a", "ö": "o", "ü": "u"}
)


class _Letters(dict[int, str]):
    """A table for str.translate that works out the letters it does not know yet: their marks are removed."""

    def __missing__(self, code: int) -> str:
        bare = (c for c in unicodedata.normalize("NFD", chr(code)) if unicodedata.category(c) != "Mn")
        letters = "".join(_CYRILLIC.get(c, _LATIN.get(c, c)) for c in bare)
        self[code] = letters
        return letters


_letters = _Letters({ord(letter): latin for letter, latin in {**_CYRILLIC, **_LATIN, **_KEPT}.items()})


def latin(word: str) -> str:
    """Return `word` in lower-case Serbian Latin with its diacritics (Ђорђа → đorđa).

    Invisible characters and accent marks are dropped; digraph code points become two letters.
    """
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFC", word.translate(_NO_INVISIBLE)).lower()
    return word if word.isascii() else word.translate(_letters)


def fold(word: str) -> str:
    """Return `word` as `latin` gives it, without the diacritics and with dj for đ (Ђорђа → djordja)."""
    return bare(latin(word))


def bare(latin_word: str) -> str:
    """Return a word that `latin` has made without its diacritics, with dj for đ."""
    return latin_word if latin_word.isascii() else latin_word.translate(_NO_DIACRITICS)


class _Folded(dict[int, str]):
    """A table for str.translate that folds the letters it does not know yet."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))
        return self[code]


_folded = _Folded()


def fold_text(text: str) -> str:
    """Return a text in NFC folded letter by letter, in one go; for long texts much faster than `fold`."""
    return text.lower() if text.isascii() else text.translate(_folded)
