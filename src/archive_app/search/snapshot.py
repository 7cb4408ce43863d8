"""One state of the index, for reading: its segments, what lives in them, and what documents have from others.

A passage is dated by its source and carries the tags and events of the annotations that stand on it. These are
joined here when they are asked for, so that a changed source or annotation never costs its passages anew.
"""

# mypy: disable-error-code="no-any-return"
# What numpy says of arrays of any kind is Any.

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from math import log
from typing import Any

import numpy as np

from archive_app.core.days import numbered_day
from archive_app.core.hits import Facet, RecordKind
from archive_app.search import segments
from archive_app.search.arrays import Array
from archive_app.search.postings import LENGTHS
from archive_app.search.segments import EVENT, KIND, NO_DAY, RECORD, SCRIPT, SOURCE, STANDS_ON, TAG
from archive_app.search.writing import living

_K1, _B = 1.2, 0.75
"""The free parameters of BM25 as Whoosh has them (S. Robertson, H. Zaragoza, 2009)."""

_OF_ONE = {Facet.SOURCE: SOURCE, Facet.KIND: KIND, Facet.SCRIPT: SCRIPT}
_OF_MANY = {Facet.TAG: TAG, Facet.EVENT: EVENT}


class Leaf:
    """One segment in this state of the index. Documents have the numbers that they have in the segment."""

    def __init__(self, data: segments.Segment, segment: Any) -> None:
        self.data = data
        self.name: str = segment.segment_id()
        self.live = living(segment)
        self.document_count = data.document_count

    def alive(self, docs: Array) -> Array:
        """Return those of `docs` that were not deleted."""
        return docs if self.live is None else docs[self.live[docs]]

    def mask(self, docs: Array) -> Array:
        """Return for each document of the segment whether it is one of `docs`."""
        mask = np.zeros(self.document_count, bool)
        mask[docs] = True
        return mask

    def having(self, field: str, values: Iterable[str]) -> Array:
        """Return the documents that have one of these ids, ascending where there is one value."""
        ids = self.data.ids.get(field)
        found = [ids.of(value) for value in values] if ids else []
        return np.concatenate(found) if found else np.zeros(0, np.uint32)

    def reading_key(self, doc: int) -> tuple[str, str, int, bool, str]:
        """By what documents of several segments are put in reading order, as `ranks` do within one."""
        record, place, ordinal = self.data.value(RECORD, doc), self.data.value(STANDS_ON, doc), 0
        if place:
            docs, first, _last = self.data.standing
            ordinal = int(first[np.searchsorted(docs, doc)])
        else:
            ordinal = int(self.data.ordinals[doc])
        return self.data.value(SOURCE, doc), place or record, ordinal, bool(place), record


class Snapshot:
    """All segments of one generation of the index."""

    def __init__(self, storage: Any, present: Sequence[Any]) -> None:
        self.leaves = [Leaf(segments.load(storage, segment.segment_id()), segment) for segment in present]
        self.document_count_all = sum(leaf.document_count for leaf in self.leaves)
        self._tables: dict[str, Array] = {}
        self._days: dict[str, tuple[Array, Array]] = {}
        self._years: dict[str, Array] = {}
        self._pairs: dict[Facet, tuple[list[str], list[tuple[Array, Array]]]] = {}

    def table(self, field: str) -> Array:
        """Return for each code of a posting what it adds to a score, before the rarity of the term (BM25F)."""
        if field not in self._tables:
            total = sum(leaf.data.words[field].length for leaf in self.leaves if field in leaf.data.words)
            average = total / self.document_count_all if self.document_count_all and total else 1.0
            often = np.arange(256, dtype=np.float64)[:, None]
            self._tables[field] = (
                often * (_K1 + 1) / (often + _K1 * ((1 - _B) + _B * LENGTHS[None, :] / average))
            ).ravel()
        return self._tables[field]

    def idf(self, field: str, term: bytes) -> float:
        """Return how rare a term is, as Whoosh has it."""
        documents = 0
        for leaf in self.leaves:
            words = leaf.data.words.get(field)
            number = leaf.data.terms.find(term) if words else -1
            if words and number >= 0:
                documents += int(words.frequencies(words.rows(np.array([number]))[0]).sum())
        return log(self.document_count_all / (documents + 1)) + 1

    # Dates

    @cached_property
    def _source_days(self) -> dict[str, tuple[int, int]]:
        days: dict[str, tuple[int, int]] = {}
        for leaf in self.leaves:
            is_source = leaf.mask(leaf.alive(leaf.having(KIND, (RecordKind.SOURCE,))))
            for doc, first, last in zip(*leaf.data.dated, strict=True):
                if is_source[doc]:
                    days[leaf.data.value(RECORD, int(doc))] = int(first), int(last)
        return days

    def days(self, leaf: Leaf) -> tuple[Array, Array]:
        """Return the first and last day of each document (proleptic ordinals, NO_DAY where unknown): its own,
        else those of its source."""
        if leaf.name not in self._days:
            known = self._source_days
            none = (NO_DAY, NO_DAY)
            table = np.array(
                [*(known.get(value, none) for value in leaf.data.values(SOURCE)), none], np.int32
            ).reshape(-1, 2)
            found = table[leaf.data.column(SOURCE)]
            docs, first, last = leaf.data.dated
            found[docs, 0], found[docs, 1] = first, last
            self._days[leaf.name] = found[:, 0].copy(), found[:, 1].copy()
        return self._days[leaf.name]

    def years(self, leaf: Leaf) -> Array:
        """Return the year of each document's first day (of its last one, where that is open), 0 for none.

        Years before 1 and beyond 9999 are none here; a search by date finds them.
        """
        if leaf.name not in self._years:
            first, last = self.days(leaf)
            day = np.where(first == NO_DAY, last, first)
            known, rows = np.unique(day, return_inverse=True)
            years = [_counted_year(number) for number in known.tolist()]
            self._years[leaf.name] = np.array(years, np.int16)[rows]
        return self._years[leaf.name]

    def dated(self, leaf: Leaf, first: int, last: int) -> Array:
        """Return the documents whose date may fall between two days, ascending; NO_DAY is an open end."""
        begins, ends = self.days(leaf)
        fits = (begins != NO_DAY) | (ends != NO_DAY)
        if last != NO_DAY:
            fits &= (begins == NO_DAY) | (begins <= last)
        if first != NO_DAY:
            fits &= (ends == NO_DAY) | (ends >= first)
        return np.flatnonzero(fits).astype(np.uint32)

    # What annotations give to what they stand on

    def stood_on(self, annotations: Sequence[Array]) -> list[tuple[Array, Array]]:
        """Return, for each segment, the documents that annotations stand on, and beside each the number of its
        annotation. `annotations` holds documents of each segment; numbers run through all of them."""
        pairs: list[list[tuple[Array, Array]]] = [[] for _leaf in self.leaves]
        base = 0
        for leaf, chosen in zip(self.leaves, annotations, strict=True):
            docs, first, last = leaf.data.standing
            number = np.full(leaf.document_count, -1, np.int64)
            number[chosen] = np.arange(base, base + len(chosen))
            base += len(chosen)
            wanted = number[docs] >= 0
            if not wanted.any():
                continue
            docs, first, last = docs[wanted], first[wanted], last[wanted]
            on = leaf.data.column(STANDS_ON)[docs]
            places = leaf.data.values(STANDS_ON)
            for target, found in zip(self.leaves, pairs, strict=True):
                found.append(_targets(target, places, on, first, last, number[docs]))
        return [_joined(found) for found in pairs]

    def pairs(self, facet: Facet) -> tuple[list[str], list[tuple[Array, Array]]]:
        """Return the ids of all tags (or events), and for each segment which documents have which of them, by
        themselves or by an annotation that stands on them."""
        if facet not in self._pairs:
            field = _OF_MANY[facet]
            values = sorted({value for leaf in self.leaves for value in leaf.data.values(field)})
            number = {value: n for n, value in enumerate(values)}
            own: list[tuple[Array, Array]] = []
            for leaf in self.leaves:
                ids = leaf.data.ids.get(field)
                if ids is None:
                    own.append((np.zeros(0, np.uint32), np.zeros(0, np.int64)))
                    continue
                codes = np.array([number[value] for value in leaf.data.values(field)], np.int64)
                rows = np.repeat(codes, np.diff(ids.ranges))
                alive = np.ones(len(rows), bool) if leaf.live is None else leaf.live[ids.docs]
                own.append((ids.docs[alive], rows[alive]))
            self._pairs[facet] = values, self._with_inherited(own)
        return self._pairs[facet]

    def _with_inherited(self, own: list[tuple[Array, Array]]) -> list[tuple[Array, Array]]:
        """Add to pairs of document and value those that annotations give to what they stand on."""
        every = np.concatenate([values for _docs, values in own]) if own else np.zeros(0, np.int64)
        given = self._given([docs for docs, _values in own])
        joined = []
        for (docs, values), (targets, numbers) in zip(own, given, strict=True):
            pairs = np.unique(
                np.stack((np.concatenate((docs, targets)), np.concatenate((values, every[numbers])))), axis=1
            )
            joined.append((pairs[0].astype(np.int64), pairs[1]))
        return joined

    def _given(self, owners: list[Array]) -> list[tuple[Array, Array]]:
        """As `stood_on`, for documents that may stand several times in a list, once for each value."""
        firsts = [np.unique(docs, return_inverse=True) for docs in owners]
        found = self.stood_on([docs for docs, _rows in firsts])
        offsets = np.cumsum([0, *(len(docs) for docs, _rows in firsts)])
        rows = np.concatenate(
            [rows + offset for (_d, rows), offset in zip(firsts, offsets, strict=False)] or [[]]
        )
        order = np.argsort(rows, kind="stable")
        ranges = np.searchsorted(rows[order], np.arange(int(offsets[-1]) + 1))
        spread = []
        for targets, numbers in found:
            counts = ranges[numbers + 1] - ranges[numbers]
            shifts = np.repeat(ranges[numbers] - (np.cumsum(counts) - counts), counts)
            spread.append((np.repeat(targets, counts), order[shifts + np.arange(int(counts.sum()))]))
        return spread

    # Facets

    def allowed(self, leaf_number: int, facet: Facet, values: Collection[str]) -> Array:
        """Return for each document of a segment whether it has one of the values of a facet."""
        leaf = self.leaves[leaf_number]
        if facet in _OF_ONE:
            return leaf.mask(leaf.having(_OF_ONE[facet], values))
        if facet is Facet.YEAR:
            return np.isin(self.years(leaf), [int(value) for value in values if value.strip("0").isdecimal()])
        known, pairs = self.pairs(facet)
        docs, codes = pairs[leaf_number]
        wanted = [n for n, value in enumerate(known) if value in values]
        return leaf.mask(docs[np.isin(codes, wanted)])

    def counts(self, facet: Facet, found: Sequence[Array]) -> Mapping[str, int]:
        """Return how many of the found documents have each value of a facet. `found` holds documents of each
        segment."""
        totals: dict[str, int] = {}
        for number, docs in enumerate(found):
            for value, count in self._leaf_counts(facet, number, docs):
                totals[value] = totals.get(value, 0) + count
        return totals

    def _leaf_counts(self, facet: Facet, number: int, docs: Array) -> list[tuple[str, int]]:
        leaf = self.leaves[number]
        if not len(docs):
            return []
        if facet is Facet.YEAR:
            counts = np.bincount(self.years(leaf)[docs])
            return [(str(year), int(counts[year])) for year in np.flatnonzero(counts).tolist() if year]
        if facet in _OF_ONE:
            field = _OF_ONE[facet]
            counts = np.bincount(leaf.data.column(field)[docs] + 1)[1:]
            ids = leaf.data.ids.get(field)
            return (
                [(ids.terms[n].decode(), int(counts[n])) for n in np.flatnonzero(counts).tolist()]
                if ids
                else []
            )
        known, pairs = self.pairs(facet)
        owners, codes = pairs[number]
        counts = np.bincount(codes[leaf.mask(docs)[owners]], minlength=1)
        return [(known[n], int(counts[n])) for n in np.flatnonzero(counts).tolist()]


def _joined(pairs: Sequence[tuple[Array, Array]]) -> tuple[Array, Array]:
    if not pairs:
        return np.zeros(0, np.uint32), np.zeros(0, np.int64)
    return np.concatenate([docs for docs, _numbers in pairs]), np.concatenate([own for _docs, own in pairs])


def _targets(
    target: Leaf, places: Sequence[str], on: Array, first: Array, last: Array, numbers: Array
) -> tuple[Array, Array]:
    """The living documents of one segment that annotations stand on, with the annotations' numbers. The n-th
    stands on the record `places[on[n]]`, from ordinal `first[n]` to `last[n]`."""
    ids = target.data.ids[RECORD]
    rows = np.array([ids.terms.find(place.encode()) for place in places], np.int64)[on]
    here = rows >= 0
    rows, first, last, numbers = rows[here], first[here].astype(np.int64), last[here], numbers[here]
    begins, ends = ids.ranges[rows].astype(np.int64), ids.ranges[rows + 1].astype(np.int64)
    # The passages of a text are brought in together and stay together, in the order of their ordinals.
    lowest = target.data.ordinals[ids.docs[begins]].astype(np.int64)
    begins, ends = np.maximum(begins, begins + first - lowest), np.minimum(ends, begins + last - lowest + 1)
    counts = np.maximum(ends - begins, 0)
    shifts = np.repeat(begins - (np.cumsum(counts) - counts), counts)
    docs = ids.docs[shifts + np.arange(int(counts.sum()))]
    numbers = np.repeat(numbers, counts)
    if target.live is not None:
        alive = target.live[docs]
        docs, numbers = docs[alive], numbers[alive]
    return docs, numbers


def _counted_year(day: int) -> int:
    year = 0 if day == NO_DAY else numbered_day(day)[0]
    return year if 1 <= year <= 9999 else 0
