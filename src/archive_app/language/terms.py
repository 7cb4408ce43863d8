"""Terms: what the words and numbers of a text are indexed as."""

from functools import lru_cache

from archive_app.language.folding import latin
from archive_app.language.numbers import number, roman
from archive_app.language.tokens import readings, tokenize

LONGEST_TERM = 100
"""Longer words are cut here; they are damage (text without spaces), not words."""

CAPITAL = "^"
"""Ends the term of a token that begins with a capital, so that ranking can prefer names to words."""

ORDINAL = "#"
"""Begins the term of the value of a Roman numeral, which stands beside its letters."""


def plain(term: str) -> str:
    """Return a term without the mark of its capital."""
    return term.removesuffix(CAPITAL)


_MARKS = " .,;:!?…()[]„“”‟’‘\"'«»‹›–—-*/"
"""What stands around most words; never a part of one."""


@lru_cache(maxsize=1 << 14)
def terms(token: str) -> tuple[str, ...]:
    """Return what a token is indexed as: its `latin` form or its number, and "#3" beside "iii^" for III.

    The first is the token itself. A word divided at a line end has a term for each way in which it can be read. A
    sign without sound that stands alone (ъ) is indexed as it is, so that every token has its place.
    """
    token = token[:LONGEST_TERM]
    if token[0].isdecimal():
        return (number(token),)
    words = tuple(_term(word, first=token[0]) for word in readings(token))
    value = roman(token)
    return (*words, f"{ORDINAL}{value}") if value else words


def _term(word: str, first: str = "") -> str:
    letters = (latin(word[:LONGEST_TERM]) or word.lower())[:LONGEST_TERM]
    first = first or word[0]
    return letters if first == first.lower() else letters + CAPITAL


def analyse(piece: str) -> tuple[tuple[str, int], ...]:
    """Return the terms of a piece of text for the index, each with 1 where it stands at the next position and 0
    where it stands at that of the term before it."""
    word = piece.strip(_MARKS)
    if word.isalpha() and not word.isupper():
        return ((_term(word), 1),)
    found: list[tuple[str, int]] = []
    last = -1
    for token in tokenize(piece):
        for term in terms(token.text):
            found.append((term, token.position - last))
            last = token.position
    return tuple(found)
