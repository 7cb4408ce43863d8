"""Words as they are indexed and sought: the terms of a token, and how near a term comes to a sought word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from archive_app.core.hits import Tier
from archive_app.language.folding import bare, fold, latin
from archive_app.language.stems import (
    key_start,
    related_keys,
    sought_adjectives,
    sought_bases,
    sought_keys,
    stem_keys,
)

LONGEST_TERM = 100
"""Longer words are cut here; they are damage (text without spaces), not words."""

LONGEST_ENDING = 12
"""No form of a word and no adjective made from it is longer than its stem by more letters than this."""

_ORDINAL = "#"
_ROMAN = re.compile(r"(?=..|[VX]$)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# Cyrillic letters that are set where Roman numerals are meant. С and М are left out: СС is no number.
_ROMAN_LOOKALIKES = str.maketrans({"Х": "X", "І": "I"})


@lru_cache(maxsize=1 << 16)
def terms(token: str) -> tuple[str, ...]:
    """Return what a token is indexed as: its `latin` form or its number, and "#3" beside "iii" for III.

    The first is the token itself; empty where nothing of it is left (a hard sign alone).
    """
    token = token[:LONGEST_TERM]
    if token[0].isdigit():
        return (_number(token),)
    word = latin(token)[:LONGEST_TERM]
    if not word:
        return ()
    value = _roman(token)
    return (word, f"{_ORDINAL}{value}") if value else (word,)


def _number(token: str) -> str:
    """15.000 → 15000; 21:30 and 21.30 → 21.30; 14-og → 14; 05 → 5."""
    digits = re.split(r"[-\u2010\u2011]", token)[0]
    groups = re.split(r"[.:\u00a0\u202f]", digits)
    if len(groups) == 2 and len(groups[1]) == 2:
        return f"{int(groups[0])}.{groups[1]}"
    return str(int("".join(groups)))


def _roman(token: str) -> int:
    """Return the value of a Roman numeral in capitals, 0 for anything else. A single I is a word."""
    token = token.translate(_ROMAN_LOOKALIKES)
    if not _ROMAN.fullmatch(token):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in token]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """One word of a query, worked out: its own term and all that makes other terms match it.

    `start` is what the folded forms of all of them begin with.
    """

    term: str
    folded: str
    keys: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    start: str = ""
    number: str = ""

    def tier(self, term: str) -> Tier | None:
        """Return how near a `term` of the index comes to this word, None where it does not match."""
        if term == self.term:
            return Tier.EXACT
        if self.number:
            return Tier.WORD if term in (self.number, f"{_ORDINAL}{self.number}") else None
        folded = bare(term)
        if not folded.startswith(self.start):
            return None
        if folded == self.folded:
            return Tier.FOLDED
        keys = stem_keys(folded)
        if not keys.isdisjoint(self.keys):
            return Tier.WORD
        if not keys.isdisjoint(self.bases) or not related_keys(folded).isdisjoint(self.adjectives):
            return Tier.RELATED
        return None

    def prefixes(self) -> Iterator[tuple[str, int]]:
        """Yield (prefix, length) so that every term this word can match, folded, starts with one of the
        prefixes and is no longer than its length. No prefix starts with another one."""
        if self.number:
            yield from ((form, len(form)) for form in {self.term, self.number, f"{_ORDINAL}{self.number}"})
            return
        starts = sorted({key_start(key) for key in self.keys | self.adjectives} | {self.folded})
        last: str | None = None
        for start in starts:
            if last is None or not start.startswith(last):
                last = start
                yield start, max(len(self.folded), len(start)) + LONGEST_ENDING


@lru_cache(maxsize=1 << 10)
def sought(token: str) -> SoughtWord | None:
    """Return the word to look for where a person typed `token`, None where nothing of it is left."""
    forms = terms(token)
    if not forms:
        return None
    term, folded = forms[0], fold(forms[0])
    if term[0].isdigit():
        return SoughtWord(term, folded, number=term)
    if len(forms) > 1:
        return SoughtWord(term, folded, number=forms[1].removeprefix(_ORDINAL))
    keys = sought_keys(folded, capitalised=token[:1].isupper())
    bases = sought_bases(folded)
    adjectives = keys | bases | sought_adjectives(folded)
    start = _common_start({folded, *map(key_start, keys | bases | adjectives)})
    return SoughtWord(term, folded, keys, bases, adjectives, start)


def _common_start(words: set[str]) -> str:
    first, last = min(words), max(words)
    length = next(
        (i for i, pair in enumerate(zip(first, last, strict=False)) if len(set(pair)) > 1), len(first)
    )
    return first[:length]
