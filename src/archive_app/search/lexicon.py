"""The words of a segment by their keys: how a query finds all forms of a word without reading every term.

A term of the index has several keys (see `language.words.keys`): its folded form, its stems, its lemmas and so on.
The lexicon keeps them both ways, key to terms and term to keys. It follows from the terms alone: better rules make a
new lexicon, not a new index.
"""

# mypy: disable-error-code="no-any-return"
# What numpy says of arrays of any kind is Any.

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from archive_app.language.words import KEYS_VERSION
from archive_app.search.arrays import Array, Strings, string_arrays
from archive_app.search.postings import ranges_of, spread

FOLDED = "="
"""The namespace of folded forms."""

_SHORTEST_CUT = 4


def lexicon_arrays(
    terms: Sequence[bytes], keys_of: Callable[[str], Iterable[str]]
) -> tuple[dict[str, Array], dict[str, int | str]]:
    """Return the arrays and values of the lexicon of sorted `terms`."""
    numbers: dict[str, int] = {}
    flat, counts = array("I"), array("I")
    for term in terms:
        before = len(flat)
        flat.extend(numbers.setdefault(key, len(numbers)) for key in keys_of(term.decode()))
        counts.append(len(flat) - before)
    encoded = [key.encode() for key in numbers]
    order = sorted(range(len(encoded)), key=encoded.__getitem__)
    ranks = np.zeros(len(encoded), np.uint32)
    ranks[order] = np.arange(len(encoded))
    term_keys = ranks[np.frombuffer(flat, np.uint32)]
    rows = np.repeat(np.arange(len(terms), dtype=np.uint32), np.frombuffer(counts, np.uint32))
    keys = [encoded[n] for n in order]
    strings = string_arrays("keys", keys)
    arrays = {
        **strings,
        "signatures": _signatures(strings["keys"], strings["keys.bounds"]),
        "tails": _tails(strings["keys"], strings["keys.bounds"]),
        "term_ranges": ranges_of(np.frombuffer(counts, np.uint32)),
        "term_keys": term_keys,
        "key_ranges": ranges_of(np.bincount(term_keys, minlength=len(keys))),
        "key_terms": rows[np.argsort(term_keys, kind="stable")],
    }
    return arrays, {"version": KEYS_VERSION}


def _signatures(letters: Array, bounds: Array) -> Array:
    """For each key, which letters it has: one bit for each of 32 classes of bytes."""
    if len(bounds) < 2:
        return np.zeros(0, np.uint32)
    return np.bitwise_or.reduceat(np.uint32(1) << (letters & 31).astype(np.uint32), bounds[:-1])


def _tails(letters: Array, bounds: Array) -> Array:
    """For each key its last four bytes, backwards, as a number."""
    padded = np.concatenate((np.zeros(4, np.uint8), letters)).astype(np.uint32)
    last = bounds[1:].astype(np.int64) + 4
    tails = np.zeros(len(last), np.uint32)
    for n in range(4):
        tails |= padded[last - 1 - n] << np.uint32(24 - 8 * n)
    return tails


class Lexicon:
    """The lexicon of one segment. Terms are known by their numbers in the segment."""

    def __init__(self, arrays: Any) -> None:
        self.arrays = arrays
        self.is_current = arrays.values["version"] == KEYS_VERSION
        self._keys: Strings = arrays.strings("keys")
        self._signatures: Array = arrays["signatures"]
        self._tails: Array = arrays["tails"]
        self._term_ranges: Array = arrays["term_ranges"]
        self._term_keys: Array = arrays["term_keys"]
        self._key_ranges: Array = arrays["key_ranges"]
        self._key_terms: Array = arrays["key_terms"]
        self._folded = self._keys.beginning(FOLDED.encode())
        self._joined: str | None = None

    def terms_with(self, key: str) -> list[int]:
        """Return the terms that have a key."""
        row = self._keys.find(key.encode())
        return [] if row < 0 else self._terms_of(row, row + 1)

    def keys_of(self, term: int) -> frozenset[str]:
        """Return the keys of a term."""
        rows = self._term_keys[self._term_ranges[term] : self._term_ranges[term + 1]].tolist()
        return frozenset(self._keys[row].decode() for row in rows)

    def all_keys(self, terms: Strings) -> dict[str, tuple[str, ...]]:
        """Return the keys of all terms of the segment."""
        keys = [key.decode() for key in self._keys.slice(0, len(self._keys))]
        ranges, flat = self._term_ranges.tolist(), self._term_keys.tolist()
        return {
            term.decode(): tuple(keys[row] for row in flat[ranges[n] : ranges[n + 1]])
            for n, term in enumerate(terms.slice(0, len(terms)))
        }

    def like(self, pattern: str) -> Array:
        """Return the terms whose folded form is like `pattern`: ? is any one letter, * any letters."""
        literal = re.split(r"[?*]", pattern, maxsplit=1)[0]
        first, last = self._keys.beginning((FOLDED + literal).encode())
        if pattern == f"{literal}*":
            return self._key_terms[self._key_ranges[first] : self._key_ranges[last]]
        if literal:
            wanted = re.compile(FOLDED + expression(pattern))
            keys = self._keys.slice(first, last)
            rows = [n for n, key in enumerate(keys, first) if wanted.fullmatch(key.decode())]
        else:
            rows = self._like_anywhere(pattern)
        return self._key_terms[spread(self._key_ranges, np.array(rows, np.int64))]

    def _like_anywhere(self, pattern: str) -> list[int]:
        """One pass over all folded forms, set in lines."""
        first, last = self._folded
        if self._joined is None:
            self._joined = b"\n".join(self._keys.slice(first, last)).decode()
        found = re.finditer(f"^{FOLDED}{expression(pattern)}$", self._joined, re.MULTILINE)
        return [self._keys.find(match[0].encode()) for match in found]

    def similar(self, folded: str, distance: int) -> dict[str, list[int]]:
        """Return the folded forms within `distance` letters of `folded` (changed, added, left out, or two
        swapped), each with its terms."""
        key = np.frombuffer((FOLDED + folded).encode(), np.uint8)
        halved = distance == 1 and len(key) > _SHORTEST_CUT
        rows = self._with_an_end_of(key) if halved else np.arange(*self._folded)
        rows = rows[np.abs(self._keys.lengths_of(rows) - len(key)) <= distance]
        wanted = np.bitwise_or.reduce(np.uint32(1) << (key & 31).astype(np.uint32))
        rows = rows[np.bitwise_count(self._signatures[rows] ^ wanted) <= 2 * distance]
        found: dict[str, list[int]] = {}
        for row in rows.tolist():
            form = self._keys[row].decode()[len(FOLDED) :]
            if is_within(form, folded, distance):
                found[form] = self._terms_of(row, row + 1)
        return found

    def _with_an_end_of(self, key: Array) -> Array:
        """The folded forms that begin or end as one half of `key`: one changed letter leaves one half as it was, and
        so do two that are swapped, if there is a letter between the halves."""
        first, last = self._folded
        half = min(4, (len(key) - 2) // 2)
        begins = np.arange(*self._keys.beginning(key[: 1 + half].tobytes()))
        tail = int.from_bytes(key[::-1][:half].tobytes())
        ends = np.flatnonzero(self._tails[first:last] >> np.uint32(8 * (4 - half)) == tail) + first
        if not len(begins):
            return ends
        return np.concatenate((begins, ends[(ends < begins[0]) | (ends > begins[-1])]))

    def _terms_of(self, first: int, last: int) -> list[int]:
        terms: list[int] = self._key_terms[self._key_ranges[first] : self._key_ranges[last]].tolist()
        return terms


_ANY = "[^\n]*"
_ONE = "(?:[^\n]|lj|nj|dj|dz)"
"""What stands for any letter must not run over a line; some letters are two when they are folded."""
_MOST_TRIED = 2


def expression(pattern: str) -> str:
    """Return the regular expression of a pattern in which ? is any one Serbian letter and * any letters."""
    first, *others = map(_piece, pattern.split("*"))
    if not others:
        return first
    *inner, last = others
    taken, tried = [], 0
    for piece in inner:
        tried += _ONE in piece
        # Letters between two stars may be taken where they first stand; to try all places can take for ever. Where a
        # letter may be two, the first place is hardly ever another than the one that is wanted.
        is_tried = _ONE in piece and tried <= _MOST_TRIED
        taken.append(f"{_ANY}{piece}" if is_tried else f"(?>{_ANY}?{piece})")
    return "".join((first, *taken, _ANY, last))


def _piece(letters: str) -> str:
    return "".join(_ONE if sign == "?" else re.escape(sign) for sign in letters)


def is_within(one: str, other: str, distance: int) -> bool:
    """Whether two words differ by at most `distance` letters changed, added, left out or swapped with the next
    (optimal string alignment; F. J. Damerau, 1964)."""
    if one == other:
        return True
    if distance == 1:
        return _is_one_off(one, other)
    if abs(len(one) - len(other)) > distance:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > distance and min(before) >= distance:
            return False
    return row[-1] <= distance


def _is_one_off(one: str, other: str) -> bool:
    """As `is_within` for two words that differ, and one letter."""
    at, end = 0, min(len(one), len(other))
    while at < end and one[at] == other[at]:
        at += 1
    rest, others = one[at + 1 :], other[at + 1 :]
    if rest == others or one[at:] == others or rest == other[at:]:
        return True
    return one[at : at + 2] == other[at : at + 2][::-1] and rest[1:] == others[1:]
