"""Postings as arrays: which documents hold a term, how often and where.

A field of words keeps, in the order of its terms: the documents of each term, a code for each of them (how often
the term stands there, at most 255, and Whoosh's one-byte length of the document), and the place of every
occurrence. Places count through all documents of the field, with one left free between two documents, so that a
phrase is found by adding one. A field of ids keeps only the documents.
"""

# mypy: allow-untyped-calls, disable-error-code="no-any-return"
# Whoosh has no types, and what numpy says of arrays of any kind is Any.

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from whoosh.util.numeric import byte_to_length, length_to_byte

from archive_app.search.arrays import Array, Strings, string_arrays

MOST_COUNTED = 255
LENGTHS = np.array([byte_to_length(code) for code in range(256)], np.float64)
"""The length that each of Whoosh's length bytes stands for, in terms."""

_LENGTH_CODES = np.array([length_to_byte(length) for length in range(1 << 16)], np.uint8)

_ARRAYS = ("vocabulary", "ranges", "docs", "codes", "places", "place_ranges", "owners", "starts", "lengths")
"""The arrays of a field of words, as they are called in the file."""


def length_codes(lengths: Array) -> Array:
    """Return the byte that stands for each length in terms."""
    return _LENGTH_CODES[np.minimum(lengths, len(_LENGTH_CODES) - 1)]


@dataclass(frozen=True, slots=True)
class Words:
    """A field of words. `vocabulary` holds the numbers of its terms, ascending; the documents and codes of the
    n-th stand at `ranges[n]` to `ranges[n + 1]`, its places at `place_ranges[n]` to `place_ranges[n + 1]`.

    `owners` are the documents that have words here, `starts` the place at which each begins (and one more), and
    `lengths` their length bytes; `length` is the number of all terms.
    """

    vocabulary: Array
    ranges: Array
    docs: Array
    codes: Array
    places: Array
    place_ranges: Array
    owners: Array
    starts: Array
    lengths: Array
    length: int

    @classmethod
    def read(cls, arrays: Any, name: str) -> "Words":
        """Return the field `name` of a file of arrays."""
        found = {key: arrays[f"{name}.{key}"] for key in _ARRAYS}
        return cls(**found, length=int(arrays.values[f"{name}.length"]))

    @classmethod
    def empty(cls) -> "Words":
        """Return a field without words."""
        none = np.zeros(0, np.uint32)
        zero = np.zeros(1, np.uint32)
        return cls(none, zero, none, none.astype(np.uint16), none, zero, none, zero, none.astype(np.uint8), 0)

    def arrays(self, name: str) -> dict[str, Array]:
        """Return the arrays to be written for the field `name`."""
        return {f"{name}.{key}": getattr(self, key) for key in _ARRAYS}

    def row(self, term: int) -> int:
        """Return where a term stands in the vocabulary, -1 where the field does not have it."""
        row = int(np.searchsorted(self.vocabulary, np.uint32(term)))
        return row if row < len(self.vocabulary) and self.vocabulary[row] == term else -1

    def rows(self, terms: Array) -> tuple[Array, Array]:
        """Return where those of the terms stand in the vocabulary that the field has, and which those are."""
        if not len(self.vocabulary):
            return np.zeros(0, np.int64), np.zeros(len(terms), bool)
        rows = np.searchsorted(self.vocabulary, terms.astype(np.uint32))
        rows[rows == len(self.vocabulary)] = 0
        kept = self.vocabulary[rows] == terms
        return rows[kept], kept

    def frequencies(self, rows: Array) -> Array:
        """Return how many documents have the term at each of the rows."""
        return self.ranges[rows + 1].astype(np.int64) - self.ranges[rows]

    def owner_rows(self, places: Array) -> Array:
        """Return for each place which of the owners it belongs to."""
        return np.searchsorted(self.starts, places, side="right") - 1


@dataclass(frozen=True, slots=True)
class Ids:
    """A field of ids: the documents of the n-th id stand at `ranges[n]` to `ranges[n + 1]`."""

    terms: Strings
    ranges: Array
    docs: Array

    @classmethod
    def read(cls, arrays: Any, name: str) -> "Ids":
        """Return the field `name` of a file of arrays."""
        return cls(arrays.strings(f"{name}.terms"), arrays[f"{name}.ranges"], arrays[f"{name}.docs"])

    def of(self, value: str) -> Array:
        """Return the documents that have this id, ascending."""
        row = self.terms.find(value.encode())
        return self.docs[:0] if row < 0 else self.docs[self.ranges[row] : self.ranges[row + 1]]


def spread(ranges: Array, rows: Array) -> Array:
    """Return the numbers from `ranges[row]` to `ranges[row + 1]` for each of the rows, one after the other."""
    firsts = ranges[rows].astype(np.int64)
    counts = ranges[rows + 1].astype(np.int64) - firsts
    return np.repeat(firsts - (np.cumsum(counts) - counts), counts) + np.arange(int(counts.sum()))


_SHORT_LIST = 64
"""Lists shorter than this are gathered value by value, longer ones each as a whole."""


def gathered(values: Array, ranges: Array, rows: Array) -> Array:
    """Return the values from `ranges[row]` to `ranges[row + 1]` for each of the rows, one after the other."""
    firsts, lasts = ranges[rows], ranges[rows + 1]
    if int((lasts - firsts).sum(dtype=np.int64)) < _SHORT_LIST * len(rows):
        return values[spread(ranges, rows)]
    bounds = zip(firsts.tolist(), lasts.tolist(), strict=True)
    return np.concatenate([values[:0], *(values[first:last] for first, last in bounds)])


def words_of(codes: Array, counts: Array, owners: Array, ranks: Array) -> Words:
    """Invert a field. `codes` are all its terms in the order of the documents, each a term's number doubled, plus
    one where it stands at the next position; `counts` says how many belong to each of `owners`. `ranks` gives
    the number in sorted order of each term's number."""
    terms = ranks[codes >> 1].astype(np.uint64)
    rows = np.repeat(np.arange(len(owners), dtype=np.uint32), counts)
    firsts = np.cumsum(counts) - counts
    steps = (codes & 1).astype(np.int64)
    positions = np.cumsum(steps)
    positions -= positions[firsts][rows]
    lasts = positions[firsts + counts - 1]
    starts = np.zeros(len(owners) + 1, np.uint32)
    np.cumsum(lasts + 2, out=starts[1:])
    keys = np.sort((terms << np.uint64(32)) | (starts[rows] + positions).astype(np.uint64))
    keys = keys[changes(keys)]
    places = (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    terms = (keys >> np.uint64(32)).astype(np.uint32)
    row_at = np.repeat(np.arange(len(owners), dtype=np.uint32), np.diff(starts))
    rows = row_at[places]
    new_terms = changes(terms)
    first_places = np.flatnonzero(new_terms | changes(rows))
    often = np.minimum(np.diff(first_places, append=len(keys)), MOST_COUNTED)
    lengths = length_codes(counts)
    place_ranges = np.append(np.flatnonzero(new_terms), len(keys)).astype(np.uint32)
    return Words(
        vocabulary=terms[place_ranges[:-1]],
        ranges=np.searchsorted(first_places, place_ranges).astype(np.uint32),
        docs=owners[rows[first_places]].astype(np.uint32),
        codes=(often.astype(np.uint16) << 8) | lengths[rows[first_places]],
        places=places,
        place_ranges=place_ranges,
        owners=owners.astype(np.uint32),
        starts=starts,
        lengths=lengths,
        length=len(keys),
    )


def changes(values: Array) -> Array:
    """Return where a value differs from the one before it."""
    changes = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def ranges_of(counts: Array) -> Array:
    """Return the bounds of lists that lie one after the other, from how long each is."""
    ranges = np.zeros(len(counts) + 1, np.uint32)
    np.cumsum(counts, out=ranges[1:])
    return ranges


def ids_arrays(name: str, values: Sequence[str], codes: Array, docs: Array) -> dict[str, Array]:
    """Return the arrays of a field of ids. The n-th pair says that `docs[n]` has the id `values[codes[n]]`;
    documents come ascending."""
    encoded = [value.encode() for value in values]
    order = sorted(range(len(encoded)), key=encoded.__getitem__)
    ranks = np.zeros(len(encoded), np.uint32)
    ranks[order] = np.arange(len(encoded))
    rows = ranks[codes]
    return {
        **string_arrays(f"{name}.terms", [encoded[n] for n in order]),
        f"{name}.ranges": ranges_of(np.bincount(rows, minlength=len(encoded))),
        f"{name}.docs": docs[np.argsort(rows, kind="stable")].astype(np.uint32),
    }
