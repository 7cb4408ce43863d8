"""A text as the sequence of its words and signs, in which two readings of a source are compared.

White space and the way in which lines are broken are no part of the wording: a word that is divided at a line end is
one word here. So a text that was only set anew has the same wording.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

_LETTER = r"[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
_TOKEN = re.compile(rf"{_LETTER}+(?:[-\u2010\u2011\u00ac][ \t]*\n[ \t]*{_LETTER}+)*|([^\w\s])\1*")
_PUNCTUATION = frozenset(".,;:!?…-–—„“”»«\"'‘’()[]*·")
_UNHEARD = re.compile(r"[-\u2010\u2011\u00ac\s\u00ad\u200b-\u200d\u2060]+")
_DIVIDED = re.compile(r"\n|[\u00ad\u200b-\u200d\u2060]")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words and signs of a text.

    `keys` are what is compared, `starts` and `ends` where each stands in code points, `lines` the numbers of the
    first words of the lines that hold any, and at the end the number of all words.
    """

    letters: str
    keys: list[str] = field(repr=False)
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)
    lines: list[int] = field(repr=False)

    def __len__(self) -> int:
        return len(self.keys)

    def line(self, number: int) -> tuple[str, ...]:
        """The words of a line."""
        return tuple(self.keys[self.lines[number] : self.lines[number + 1]])

    def first_from(self, position: int) -> int:
        """The number of the first word that ends after `position`."""
        return bisect_right(self.ends, position)

    def after_last_before(self, position: int) -> int:
        """One more than the number of the last word that starts before `position`."""
        return bisect_left(self.starts, position)


def wording(letters: str) -> Wording:
    """Read the wording of a text."""
    keys, starts, ends = [], [], []
    for match in _TOKEN.finditer(letters):
        start, end = match.span()
        text = match[0]
        if not text.isalnum() and _DIVIDED.search(text):
            text = _UNHEARD.sub("", text) or text
        keys.append(text)
        starts.append(start)
        ends.append(end)
    return Wording(letters, keys, starts, ends, _lines(letters, starts))


def _lines(letters: str, starts: list[int]) -> list[int]:
    """The numbers of the words with which lines begin, and the number of all words."""
    firsts = [0] if starts else []
    end = letters.find("\n")
    while end >= 0:
        first = bisect_left(starts, end)
        if first == len(starts):
            break
        if first > firsts[-1]:
            firsts.append(first)
        # Blank lines are passed over at once.
        end = letters.find("\n", starts[first])
    return [*firsts, len(starts)]


def is_word(key: str) -> bool:
    """Whether it says something: a word, a number or a sign such as §, not a punctuation mark."""
    return key[0] not in _PUNCTUATION


def offset_in_key(text: str, offset: int) -> int:
    """How many letters of a word's key stand before `offset` in the word as written."""
    return len(_UNHEARD.sub("", text[:offset])) if _DIVIDED.search(text) else offset


def offset_in_text(text: str, heard: int) -> int:
    """The offset in a word as written behind so many letters of its key, the inverse of `offset_in_key`."""
    if not _DIVIDED.search(text):
        return heard
    offset = 0
    for offset, letter in enumerate(text):
        if not _UNHEARD.fullmatch(letter):
            if heard == 0:
                return offset
            heard -= 1
    return offset + 1
