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


_KEPT = 40


class _Letters(dict[int, str]):
    """A table for str.translate that works out the letters it does not know yet, from their `azbuka_key`."""

    def __missing__(self, code: int) -> str:
        places, _text = azbuka_key(chr(code))
        self[code] = "".join(_letter_at(place) for place in places)
        return self[code]


def _letter_at(place: int) -> str:
    """A character that stands where this place of an `azbuka_key` stands: space, digits, letters, foreign ones."""
    if place < 0:
        return " " if place == -100 else str(place + 50)
    return chr(ord("@") + place)


_letters = _Letters()


def azbuka_text(text: str, most: int = _KEPT) -> str:
    """The order of `azbuka_key` as a text, to be compared by code points, such as a database does; made some ten
    times as fast. Only the first `most` letters count."""
    lower = text[: 2 * most].lower()
    if "dž" in lower or "lj" in lower or "nj" in lower:
        lower = lower.replace("dž", "џ").replace("lj", "љ").replace("nj", "њ")
    return lower.translate(_letters)[:most]
