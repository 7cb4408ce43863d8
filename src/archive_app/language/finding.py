"""Finding letters in a text as a person types them, in either script, with or without diacritics.

The text is never folded: what is typed becomes a pattern in which each letter stands for all that fold to it, so that
what is found are exact places of the text as it is.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from archive_app.language.folding import INVISIBLE, fold

_BLOCKS = (
    (0x21, 0x250),
    (0x400, 0x530),
    (0x1E00, 0x1F00),
    (0xA640, 0xA6A0),
    (0xFB00, 0xFB07),
    (0x2010, 0x2012),
)
"""Where the letters are that fold to Latin ones: Latin and Cyrillic with their extensions, ligatures, hyphens."""
_MARKS = "\\u0300-\\u036f\\u0483-\\u0487"
"""Accents that stand behind their letter as characters of their own."""
_LONGEST = 3
_MOST_WAYS = 64


@lru_cache(maxsize=1)
def _letters_by_fold() -> dict[str, str]:
    """The letters that fold to each sequence of Latin letters; those that fold to nothing under ""."""
    found: dict[str, str] = {}
    for first, last in _BLOCKS:
        for letter in map(chr, range(first, last)):
            folded = fold(letter)
            if len(folded) <= _LONGEST and (folded or letter.isalpha()):
                found[folded] = found.get(folded, "") + letter
    return found


@lru_cache(maxsize=1)
def _between() -> str:
    """What may stand between two letters of a word without being typed."""
    unseen = re.escape(INVISIBLE + "\u00ac" + _letters_by_fold().get("", ""))
    return f"[{unseen}{_MARKS}]*"


def pattern_of(typed: str, *, exactly: bool = False, whole_words: bool = False) -> re.Pattern[str] | None:
    """What finds the letters that were typed; None where nothing was.

    White space stands for any white space. `exactly` finds them only in this script and case and with these diacritics;
    `whole_words` only where no other letter or digit is beside them.
    """
    words = unicodedata.normalize("NFC", typed).split()
    parts = [re.escape(word) if exactly else _folded_pattern(fold(word)) for word in words]
    if not any(parts):
        return None
    body = r"\s+".join(part for part in parts if part)
    if whole_words:
        body = rf"(?<![\w{_MARKS}]){body}(?![\w{_MARKS}])"
    return re.compile(body)


def _folded_pattern(folded: str) -> str:
    """A pattern for all letters that fold to these; accents that belong to the last one are found with it."""
    pieces = list(_pieces(folded))
    return _between().join(pieces) + (f"[{_MARKS}]*" if pieces else "")


def _pieces(folded: str) -> Iterator[str]:
    place = 0
    while place < len(folded):
        end = _end_of_knot(folded, place)
        ways = list(_ways(folded, place, end)) if end > place + 1 else []
        if ways and len(ways) <= _MOST_WAYS:
            yield f"(?:{'|'.join(_between().join(way) for way in ways)})"
        else:
            for letter in folded[place:end]:
                yield _any_of(letter)
        place = end


def _end_of_knot(folded: str, start: int) -> int:
    """Where the letters end that may stand for one letter together with those before them: "lj" in "polje"."""
    end, place = start + 1, start
    while place < end:
        for length in range(_LONGEST, 1, -1):
            if folded[place : place + length] in _letters_by_fold() and place + length <= len(folded):
                end = max(end, place + length)
        place += 1
    return end


def _ways(folded: str, start: int, end: int) -> Iterator[list[str]]:
    """The ways to read `folded[start:end]`, with letters that stand for two or three first."""
    if start == end:
        yield []
        return
    for length in range(min(_LONGEST, end - start), 0, -1):
        part = folded[start : start + length]
        if length == 1 or part in _letters_by_fold():
            for rest in _ways(folded, start + length, end):
                yield [_any_of(part), *rest]


def _any_of(part: str) -> str:
    letters = _letters_by_fold().get(part, "") or part + part.upper() + part.title()
    return f"[{re.escape(letters)}]"
