"""Serbian alphabetical order: one azbuka for both scripts, so that Avala, Бања and Vračar stand in a row."""

import re
import unicodedata
from functools import lru_cache

_AZBUKA = {letter: place for place, letter in enumerate("абвгдђежзијклљмнњопрстћуфхцчџш", start=1)}
_FROM_LATIN = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
_FROM_LATIN |= {"dž": "џ", "lj": "љ", "nj": "њ"}
_LATIN = re.compile("dž|lj|nj|[a-zčćđšž]")
_FOREIGN = 100

SortKey = tuple[tuple[int, ...], str]


@lru_cache(maxsize=1 << 14)
def azbuka_key(text: str) -> SortKey:
    """Return the key that sorts `text` in the order of the azbuka, whichever script it is written in.

    Latin dž, lj and nj count as one letter. Case, punctuation and accents decide nothing before the letters
    do; digits come first, letters of other alphabets last.
    """
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKC", text).lower() if letter.isalnum() or letter == " "
    )
    cyrillic = _LATIN.sub(lambda match: _FROM_LATIN.get(match[0], match[0]), plain)
    return tuple(_place(letter) for letter in cyrillic), text


def _place(letter: str) -> int:
    if letter == " ":
        return -100
    if letter.isdigit():
        return int(unicodedata.digit(letter, 0)) - 50
    return _AZBUKA.get(letter) or _base_place(letter)


def _base_place(letter: str) -> int:
    base = unicodedata.normalize("NFD", letter)[0]
    return _AZBUKA.get(_FROM_LATIN.get(base, base), _FOREIGN + ord(base))
