"""Tokens: the words and numbers of a text, with their places in it.

A compound (Чукарица-Топчидер) gives itself and then its parts. The parts take one position each and the whole
stands at the position of the first, so that a phrase can run through them. An abbreviation with its case
ending (NATO-a) and a number with one (14-og) are one token. 14.oktobra is two tokens, 50.000 one number
and 21.30 a time, but 20.10.1944 is three numbers.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive_app.language.folding import INVISIBLE, latin


class Token(NamedTuple):
    """A word or number at `[start, end)` of the text, in code points; `text` is what stands there.

    `position` counts the words of the text. `part` marks a part of a compound that came just before.
    """

    text: str
    start: int
    end: int
    position: int
    part: bool = False


_HYPHEN = "[-\u2010\u2011]"
_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:{_LETTER}++|[\u0300-\u036f\u0483-\u0487{INVISIBLE}])*+"

_NUMBER_ENDINGS = (
    "a e i o u og oga om ome oj ih im ima em ti ta to te tu tog toga tom tome toj tih tim tima mi ma mo me mu "
    "mog mom moj mih mim gi ga go ge gu gog gom goj gih gim ci ca ce cu ke ka ki ku ci"
).split()
_CASE_ENDINGS = (
    "a u om em e i ov ova ovo ove ovi ovu ovog ovom ovih ev eva in ina ima ovima ama ju je".split()
)

_TIME = (
    r"(?<![\d.:])(?:[01]?\d|2[0-4])[.:]"
    # A second number up to 12 with a full stop after it is the month of a date, not minutes.
    r"(?:(?:0\d|1[0-2])(?![\d.]|:\d)|(?:1[3-9]|[2-5]\d)(?!\d|[.:]\d|\.\s{0,2}\d{4}))"
)
_TOKEN = re.compile(
    rf"(?P<thousands>(?<![\d.])\d{{1,3}}(?:[.\u00a0\u202f]\d{{3}})++(?!\d))"
    rf"|(?P<time>{_TIME})"
    rf"|(?P<number>\d++)(?P<ending>{_HYPHEN}{_LETTER}{{1,4}}(?![\w\u0300-\u036f]))?"
    rf"|{_WORD}(?P<more>(?:{_HYPHEN}(?:{_WORD}|\d++))++)?"
)
_HYPHENS = re.compile(_HYPHEN)
_MOST_PARTS = 8


def tokenize(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in the order of their positions, a compound before its parts."""
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        ending = match["ending"]
        if ending and latin(ending[1:]) not in _NUMBER_ENDINGS:
            yield Token(match["number"], start, match.end("number"), position)
            yield Token(ending[1:], match.start("ending") + 1, end, position + 1)
            position += 2
        elif match["more"] is None or is_abbreviation_with_ending(match[0]):
            yield Token(match[0], start, end, position)
            position += 1
        else:
            for token in _compound(match[0], start, position):
                yield token
            position = token.position + 1


def _compound(text: str, start: int, position: int) -> Iterator[Token]:
    parts = _HYPHENS.split(text)
    if len(parts) <= _MOST_PARTS:
        yield Token(text, start, start + len(text), position)
    for part in parts:
        yield Token(part, start, start + len(part), position, part=True)
        start += len(part) + 1
        position += 1


def is_abbreviation_with_ending(word: str) -> bool:
    """Whether `word` is a name in capitals with a case ending after a hyphen (NATO-a, БИГЗ-ом)."""
    parts = _HYPHENS.split(word)
    return len(parts) == 2 and len(parts[0]) > 1 and parts[0].isupper() and latin(parts[1]) in _CASE_ENDINGS
