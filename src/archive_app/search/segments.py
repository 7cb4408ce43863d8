"""The documents of one segment of the index: how they are gathered, merged, kept in a file and read again.

Beside its fields of words and ids (see `postings`), a segment keeps for each document its ordinal and its rank in
reading order; for those that have one, a date; and for annotations the passages that they stand on.
"""

from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakValueDictionary

import numpy as np

from archive_app.core.days import day_number as count_day
from archive_app.core.days import read_iso_day
from archive_app.core.hits import Field
from archive_app.search.arrays import Array, Arrays, Damaged, Strings, string_arrays, write_arrays
from archive_app.search.lexicon import Lexicon, lexicon_arrays
from archive_app.search.postings import Ids, Words

TEXT_FIELD = "text"
WORD_FIELDS = (TEXT_FIELD, *(field.value for field in Field))
KIND, RECORD, SOURCE, SCRIPT, TAG, EVENT, STANDS_ON = (
    "kind_id",
    "record_id",
    "source_id",
    "script_id",
    "tag_id",
    "event_id",
    "stands_on",
)
ID_FIELDS = (KIND, RECORD, SOURCE, SCRIPT, TAG, EVENT, STANDS_ON)

NO_DAY = -(1 << 31)
"""Stands for a bound of a date that is open or unknown."""
_FARTHEST = (1 << 31) - 1

DATED = ("dated.docs", "dated.first", "dated.last")
STANDING = ("standing.docs", "standing.first", "standing.last")
_POSTINGS, _LEXICON = ".postings", ".lexicon"


def day_number(iso: str | None) -> int:
    """Return an ISO day as `core.days` counts it, NO_DAY for None. Days too far away for 32 bits are one day there."""
    try:
        number = count_day(read_iso_day(iso)) if iso else NO_DAY
    except ValueError:
        return NO_DAY
    return number if number == NO_DAY else max(-_FARTHEST, min(number, _FARTHEST))


class Segment:
    """The documents of one segment, read from its arrays. It does not know which of them were deleted since."""

    def __init__(self, arrays: Any, lexicon: Lexicon) -> None:
        self.arrays = arrays
        self.document_count = int(arrays.values["documents"])
        self.terms: Strings = arrays.strings("terms")
        self.lexicon = lexicon
        self.words = {name: Words.read(arrays, name) for name in WORD_FIELDS if f"{name}.docs" in arrays}
        self.ids = {name: Ids.read(arrays, name) for name in ID_FIELDS if f"{name}.docs" in arrays}
        self.ordinals: Array = arrays["ordinals"]
        self.ranks: Array = arrays["ranks"]
        self.dated: tuple[Array, ...] = tuple(arrays[key] for key in DATED)
        self.standing: tuple[Array, ...] = tuple(arrays[key] for key in STANDING)
        self._columns: dict[str, Array] = {}
        self._names = {name: _Names(self.ids.get(name)) for name in ID_FIELDS}

    def term_at(self, field: str, row: int) -> str:
        """Return the term at a row of the vocabulary of a field of words."""
        return self.terms[int(self.words[field].vocabulary[row])].decode()

    def column(self, field: str) -> Array:
        """Return for each document the number of its first id in a field of ids, -1 where it has none."""
        if field not in self._columns:
            column = np.full(self.document_count, -1, np.int32)
            if ids := self.ids.get(field):
                rows = np.repeat(np.arange(len(ids.terms), dtype=np.int32), np.diff(ids.ranges))
                column[ids.docs[::-1]] = rows[::-1]
            self._columns[field] = column
        return self._columns[field]

    def values(self, field: str) -> list[str]:
        """Return all ids of a field, sorted."""
        ids = self.ids.get(field)
        return [value.decode() for value in ids.terms.slice(0, len(ids.terms))] if ids else []

    def value(self, field: str, doc: int) -> str:
        """Return the first id that a document has in a field, "" where it has none."""
        return self.values_of(field, np.array([doc]))[0]

    def values_of(self, field: str, docs: Array) -> list[str]:
        """Return the first id that each document has in a field, "" where it has none."""
        names = self._names[field]
        return [names[number] for number in self.column(field)[docs].tolist()]

    def verify(self) -> None:
        """Read every byte and compare checksums; raises Damaged."""
        self.arrays.verify()
        self.lexicon.arrays.verify()


class _Names(dict[int, str]):
    """The ids of a field by their numbers, as text, each read once."""

    def __init__(self, ids: Ids | None) -> None:
        super().__init__({-1: ""})
        self._ids = ids

    def __missing__(self, number: int) -> str:
        assert self._ids is not None, "an id that no document has"
        self[number] = name = self._ids.terms[number].decode()
        return name


class _InMemory:
    """Arrays that are not in a file yet, read as if they were."""

    def __init__(self, arrays: dict[str, Array], values: dict[str, int | str]) -> None:
        self.arrays = arrays
        self.values = values

    def __getitem__(self, key: str) -> Array:
        return self.arrays[key]

    def __contains__(self, key: str) -> bool:
        return key in self.arrays

    def strings(self, key: str) -> Strings:
        """See `Arrays.strings`."""
        return Strings(self.arrays[key].tobytes(), 0, self.arrays[f"{key}.bounds"])

    def verify(self) -> None:
        """What is in memory is whole."""


def assembled(
    terms: list[bytes],
    words: dict[str, Words],
    arrays: dict[str, Array],
    keys_of: Callable[[str], Iterable[str]],
) -> Segment:
    arrays = {**string_arrays("terms", terms), **arrays}
    values: dict[str, int | str] = {"documents": len(arrays["ordinals"])}
    for name, field in words.items():
        arrays |= field.arrays(name)
        values[f"{name}.length"] = field.length
    arrays["ranks"] = np.zeros(len(arrays["ordinals"]), np.uint32)
    segment = Segment(_InMemory(arrays, values), Lexicon(_InMemory(*lexicon_arrays(terms, keys_of))))
    segment.ranks = arrays["ranks"] = _ranks(segment)
    return segment


def _ranks(segment: Segment) -> Array:
    """The place of each document in reading order: by source, then by text and passage; an annotation comes
    after the passage that it stands on."""
    records = segment.column(RECORD).astype(np.int64)
    places = segment.ordinals.astype(np.int64)
    docs, first, _last = segment.standing
    if len(docs):
        # What an annotation stands on may be in another segment.
        own, others = segment.values(RECORD), segment.values(STANDS_ON)
        number = {value: n for n, value in enumerate(sorted({*own, *others}))}
        records = np.array([number[value] for value in own], np.int64)[records]
        on = np.array([number[value] for value in others], np.int64)
        records[docs] = on[segment.column(STANDS_ON)[docs]]
        places[docs] = first
    is_annotation = np.zeros(segment.document_count, np.int8)
    is_annotation[docs] = 1
    order = np.lexsort((segment.column(RECORD), is_annotation, places, records, segment.column(SOURCE)))
    ranks = np.empty(segment.document_count, np.uint32)
    ranks[order] = np.arange(segment.document_count, dtype=np.uint32)
    return ranks


# Files

_loaded: "WeakValueDictionary[tuple[str, str], Segment]" = WeakValueDictionary()


def write(storage: Any, name: str, segment: Segment) -> None:
    """Write the files of a segment, synced, under the name of a Whoosh segment."""
    for arrays, ending in ((segment.arrays, _POSTINGS), (segment.lexicon.arrays, _LEXICON)):
        write_arrays(storage, name + ending, arrays.arrays, arrays.values)


def load(storage: Any, name: str) -> Segment:
    """Read a segment; one that is in use already is given again. Raises Damaged, and OSError."""
    key = str(getattr(storage, "folder", id(storage))), name
    segment = _loaded.get(key)
    if segment is None:
        try:
            segment = Segment(Arrays(storage, name + _POSTINGS), Lexicon(Arrays(storage, name + _LEXICON)))
        except (KeyError, ValueError, IndexError) as error:
            raise Damaged(f"{name} is not as it was written: {error!r}") from error
        _loaded[key] = segment
    return segment
