"""Bringing documents together into one new segment."""

from array import array
from functools import lru_cache
from itertools import chain

import numpy as np

from archive_app.core.hits import Document
from archive_app.language.scripts import script_of
from archive_app.language.tokens import pieces
from archive_app.language.words import analyse, keys
from archive_app.search.arrays import Array
from archive_app.search.postings import ids_arrays, words_of
from archive_app.search.segments import (
    DATED,
    EVENT,
    ID_FIELDS,
    KIND,
    RECORD,
    SCRIPT,
    SOURCE,
    STANDING,
    STANDS_ON,
    TAG,
    TEXT_FIELD,
    WORD_FIELDS,
    Segment,
    assembled,
    day_number,
)

_analysed = lru_cache(maxsize=1 << 20)(analyse)
"""What was worked out for one portion of an index serves the next."""


@lru_cache(maxsize=1 << 20)
def _known_keys(term: str) -> tuple[str, ...]:
    # A frozenset of six takes seven times as much memory.
    return tuple(keys(term))


def forget() -> None:
    """Give back the memory of what was worked out while an index was made."""
    _analysed.cache_clear()
    _known_keys.cache_clear()


class _Pieces(dict[str, tuple[int, ...]]):
    """The codes of each piece of text: for each term its number doubled, plus one where it takes a position."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def __missing__(self, piece: str) -> tuple[int, ...]:
        numbers = self._numbers
        self[piece] = codes = tuple(
            numbers.setdefault(term, len(numbers)) << 1 | advance for term, advance in _analysed(piece)
        )
        return codes


class _Column:
    """Ids that documents have, gathered in the order of the documents."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.codes = array("I")
        self.docs = array("I")

    def add(self, value: str, doc: int) -> None:
        self.codes.append(self.numbers.setdefault(value, len(self.numbers)))
        self.docs.append(doc)


class Gathering:
    """Documents that are being brought together into one segment."""

    def __init__(self) -> None:
        self.document_count = 0
        self._terms: dict[str, int] = {}
        self._pieces = _Pieces(self._terms)
        self._words = {name: (array("I"), array("I"), array("I")) for name in WORD_FIELDS}
        self._ids = {name: _Column() for name in ID_FIELDS}
        self._ordinals = array("I")
        self._dated: list[tuple[int, int, int]] = []
        self._standing: list[tuple[int, int, int]] = []

    def add(self, document: Document) -> None:
        """Take in one document."""
        doc, ids = self.document_count, self._ids
        self._add_words(TEXT_FIELD, document.text, doc)
        for field, text in document.fields.items():
            self._add_words(field.value, text, doc)
        ids[KIND].add(document.kind.value, doc)
        ids[RECORD].add(document.record_id, doc)
        ids[SCRIPT].add((document.script or script_of(document.text)).value, doc)
        if document.source_id is not None:
            ids[SOURCE].add(document.source_id, doc)
        for tag in dict.fromkeys(document.tag_ids):
            ids[TAG].add(tag, doc)
        for event in dict.fromkeys(document.event_ids):
            ids[EVENT].add(event, doc)
        self._ordinals.append(document.ordinal)
        if document.first_day or document.last_day:
            self._dated.append((doc, day_number(document.first_day), day_number(document.last_day)))
        if document.stands_on is not None:
            record_id, first, last = document.stands_on
            ids[STANDS_ON].add(record_id, doc)
            self._standing.append((doc, first, last))
        self.document_count += 1

    def _add_words(self, field: str, text: str, doc: int) -> None:
        codes, counts, owners = self._words[field]
        before = len(codes)
        codes.extend(chain.from_iterable(map(self._pieces.__getitem__, pieces(text))))
        if len(codes) > before:
            counts.append(len(codes) - before)
            owners.append(doc)

    def finished(self) -> Segment:
        """Return the segment of all documents added, in memory."""
        terms = [term.encode() for term in self._terms]
        order = sorted(range(len(terms)), key=terms.__getitem__)
        ranks = np.zeros(len(terms), np.uint32)
        ranks[order] = np.arange(len(terms))
        ordered = [terms[n] for n in order]
        words = {
            name: words_of(_numbers(codes), _numbers(counts), _numbers(owners), ranks)
            for name, (codes, counts, owners) in self._words.items()
            if codes
        }
        ids: dict[str, Array] = {}
        for name, column in self._ids.items():
            if column.docs:
                ids |= ids_arrays(name, list(column.numbers), _numbers(column.codes), _numbers(column.docs))
        rare = {
            **dict(zip(DATED, _columns(self._dated), strict=True)),
            **dict(zip(STANDING, _columns(self._standing), strict=True)),
        }
        return assembled(ordered, words, {**ids, **rare, "ordinals": _numbers(self._ordinals)}, _known_keys)


def _numbers(gathered: "array[int]") -> Array:
    return np.frombuffer(gathered, np.uint32)


def _columns(rows: list[tuple[int, int, int]]) -> list[Array]:
    table = np.array(rows, np.int64).reshape(-1, 3)
    return [table[:, 0].astype(np.uint32), table[:, 1].astype(np.int32), table[:, 2].astype(np.int32)]
