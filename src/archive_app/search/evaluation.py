"""Evaluating Whoosh's query trees on whole arrays instead of posting by posting, with the same answers.

Scores are those of Whoosh's BM25F. What is not known here raises Unknown, and Whoosh's own matchers do it.
"""

# mypy: allow-untyped-calls, disable-error-code="no-any-return"
# Whoosh has no types, and what numpy says of arrays of any kind is Any.

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from whoosh.query import And, AndNot, Every, Not, NullQuery, Or, Phrase, Query, Term
from whoosh.query.spans import SpanNear2

from archive_app.search.arrays import Array
from archive_app.search.nearness import windows
from archive_app.search.postings import Words, changes, gathered
from archive_app.search.segments import WORD_FIELDS
from archive_app.search.snapshot import Leaf, Snapshot
from archive_app.search.trees import DocumentSet, Forms, Near

_FEW = 16
"""A list so many times shorter than another is looked up in it item by item."""

_MANY = 24
"""More forms than this are taken together."""

_PAIR = 2
"""A word has mostly two forms to be looked at one by one: with a capital and without."""

_NOTHING = np.zeros(0, np.uint32)


class Unknown(Exception):
    """A kind of query that only Whoosh can evaluate."""


class Found(NamedTuple):
    """Documents of one segment, ascending, and their scores where they were asked for."""

    docs: Array
    scores: Array | None


class _Slot(NamedTuple):
    """The forms of one word in one segment: rows of the field's vocabulary, and what each adds to a score."""

    field: str
    words: Words
    rows: Array
    factors: Array

    @property
    def size(self) -> int:
        """At most how many documents have one of the forms."""
        return int(self.words.frequencies(self.rows).sum())

    def factor_of_each(self) -> Array:
        """Return for each posting of all forms what it adds to a score."""
        return np.repeat(self.factors, self.words.frequencies(self.rows))

    def postings(self) -> Iterator[tuple[Array, Array, float]]:
        """Yield the documents, codes and factor of each form."""
        for row, factor in zip(self.rows.tolist(), self.factors.tolist(), strict=True):
            first, last = self.words.ranges[row], self.words.ranges[row + 1]
            yield self.words.docs[first:last], self.words.codes[first:last], factor

    def all_docs(self) -> Array:
        """Return the documents of all forms, one form after the other."""
        return gathered(self.words.docs, self.words.ranges, self.rows)

    def places(self) -> list[Array]:
        """Return the places of each form; those of many forms come as one array, in no order."""
        places, ranges = self.words.places, self.words.place_ranges
        if len(self.rows) > _MANY:
            return [gathered(places, ranges, self.rows)]
        return [places[ranges[row] : ranges[row + 1]] for row in self.rows.tolist()]


class Evaluator:
    """Evaluates queries on one segment. Deleted documents are still among what is found."""

    def __init__(self, snapshot: Snapshot, leaf: Leaf, *, scored: bool) -> None:
        self._snapshot = snapshot
        self._leaf = leaf
        self._scored = scored
        self._slots_of: dict[int, tuple[Query, _Slot]] = {}

    def evaluate(self, query: Query) -> Found:
        """Return what a query finds. Raises Unknown."""
        if not isinstance(query, Term) and getattr(query, "boost", 1.0) != 1.0:
            raise Unknown(repr(query))
        match query:
            case Forms() | Term():
                return self._union(query)
            case DocumentSet():
                return self._constant(query.found.get(self._leaf.name, _NOTHING))
            case And():
                return self._all(query.subqueries)
            case Or() if query.scale is None:
                return self._sum([found for part in query.subqueries for found in self._parts(part)])
            case AndNot():
                return self._without(self.evaluate(query.a), query.b)
            case Not():
                return self._without(self._constant(self._every()), query.query)
            case Every() if query.fieldname in (None, "*"):
                return self._constant(self._every())
        if query is NullQuery:
            return self._constant(_NOTHING)
        return self._of_positions(query)

    def _of_positions(self, query: Query) -> Found:
        match query:
            case SpanNear2() if query.slop == 1 and query.ordered and query.mindist == 1:
                return self._phrase(query.qs)
            case Phrase() if query.slop == 1:
                return self._phrase([Term(query.fieldname, word) for word in query.words])
            case Near():
                return self._near(query)
        raise Unknown(repr(query))

    def _every(self) -> Array:
        return np.arange(self._leaf.document_count, dtype=np.uint32)

    def _constant(self, docs: Array) -> Found:
        return Found(docs, np.ones(len(docs)) if self._scored else None)

    # Words

    def _slot(self, query: Any) -> _Slot:
        """Return the forms of a sought word, or the one term of Whoosh's own query. Raises Unknown."""
        known = self._slots_of.get(id(query))
        if known is None:
            # The query is kept, too: what comes after one that is gone could have its id.
            known = self._slots_of[id(query)] = query, self._found_slot(query)
        return known[1]

    def _found_slot(self, query: Any) -> _Slot:
        words = self._leaf.data.words.get(query.fieldname)
        if words is None and query.fieldname not in WORD_FIELDS:
            raise Unknown(repr(query))
        if words is None:
            words = Words.empty()
            rows, weights = _NOTHING.astype(np.int64), np.zeros(0)
        elif isinstance(query, Forms):
            rows, weights = query.rows.get(self._leaf.name, (_NOTHING.astype(np.int64), np.zeros(0)))
        else:
            number = self._leaf.data.terms.find(_bytes(query.text))
            rows, _kept = words.rows(np.array([number] if number >= 0 else [], np.int64))
            weights = np.full(len(rows), query.boost)
        idf = (
            query.idf if isinstance(query, Forms) else self._snapshot.idf(query.fieldname, _bytes(query.text))
        )
        return _Slot(query.fieldname, words, rows, weights * idf)

    def _scores(self, slot: _Slot, codes: Array, factor: float | Array) -> Array:
        scores: Array = self._snapshot.table(slot.field)[codes]
        scores *= factor
        return scores

    def _parts(self, query: Query) -> list[Found]:
        """What is to be summed up for one part of a sum: each form by itself where they are few."""
        if not isinstance(query, Forms | Term) or len((slot := self._slot(query)).rows) > _MANY:
            return [self.evaluate(query)]
        return [
            Found(docs, self._scores(slot, codes, factor) if self._scored else None)
            for docs, codes, factor in slot.postings()
        ]

    def _union(self, query: Query) -> Found:
        slot = self._slot(query)
        return self._union_of_many(slot) if len(slot.rows) > _MANY else self._sum(self._parts(query))

    def _union_of_many(self, slot: _Slot) -> Found:
        """All forms in one go: a beginning of two letters may stand for ten thousand."""
        if not self._scored:
            return Found(np.flatnonzero(self._leaf.mask(slot.all_docs())), None)
        codes = gathered(slot.words.codes, slot.words.ranges, slot.rows)
        every = slot.all_docs()
        if every.max() >= self._leaf.document_count:
            raise IndexError("a document that the index does not have")
        sums = np.bincount(every, self._scores(slot, codes, slot.factor_of_each()))
        docs = np.flatnonzero(sums > 0)
        return Found(docs, sums[docs])

    def _many_within(self, slot: _Slot, docs: Array) -> tuple[Array, Array | None]:
        """As `_within`, for many forms: only what is among `docs` is summed up."""
        every = slot.all_docs()
        here = self._leaf.mask(docs)[every]
        every = every[here]
        if not self._scored:
            return self._leaf.mask(every)[docs], None
        codes = gathered(slot.words.codes, slot.words.ranges, slot.rows)[here]
        scores = self._scores(slot, codes, slot.factor_of_each()[here])
        sums = np.bincount(every, scores, minlength=self._leaf.document_count)[docs]
        kept = sums > 0
        return kept, sums[kept]

    def _sum(self, parts: Sequence[Found]) -> Found:
        """Return what any of the parts found, with the sums of their scores."""
        parts = [part for part in parts if len(part.docs)]
        if not parts:
            return self._constant(_NOTHING)
        if len(parts) == 1:
            return parts[0]
        if sum(len(part.docs) for part in parts) * _FEW < self._leaf.document_count:
            return self._sum_of_few(parts)
        if not self._scored:
            mask = np.zeros(self._leaf.document_count, bool)
            for part in parts:
                mask[part.docs] = True
            return Found(np.flatnonzero(mask), None)
        sums = np.zeros(self._leaf.document_count)
        first, *others = sorted(parts, key=lambda part: -len(part.docs))
        sums[first.docs] = first.scores
        for docs, scores in others:
            if scores is not None:
                sums[docs] += scores
        docs = np.flatnonzero(sums > 0)
        return Found(docs, sums[docs])

    def _sum_of_few(self, parts: Sequence[Found]) -> Found:
        docs = np.concatenate([part.docs for part in parts])
        if not self._scored:
            docs = np.sort(docs)
            return Found(docs[changes(docs)], None)
        scores = np.concatenate([part.scores for part in parts if part.scores is not None])
        order = np.argsort(docs, kind="stable")
        docs, scores = docs[order], scores[order]
        firsts = np.flatnonzero(changes(docs))
        return Found(docs[firsts], np.add.reduceat(scores, firsts))

    # Several parts at once

    def _size(self, query: Query) -> int:
        """At most how many documents a query can find here."""
        match query:
            case Forms() | Term():
                return self._slot(query).size
            case DocumentSet():
                return len(query.found.get(self._leaf.name, _NOTHING))
            case Or():
                return sum(map(self._size, query.subqueries))
            case And():
                return min(map(self._size, query.subqueries))
            case SpanNear2():
                return min(map(self._size, query.qs))
            case Near():
                return min(map(self._size, query.words))
        return self._leaf.document_count

    def _all(self, parts: Sequence[Query]) -> Found:
        unwanted = [part.query for part in parts if isinstance(part, Not)]
        wanted = sorted((part for part in parts if not isinstance(part, Not)), key=self._size)
        found = self.evaluate(wanted[0]) if wanted else self._scored_by((), self._every())
        for part in wanted[1:]:
            if not len(found.docs):
                break
            found = self._both(found, part)
        for part in unwanted:
            found = self._without(found, part)
        # To Whoosh a part that is not there adds 1, as any part without words does.
        return Found(found.docs, None if found.scores is None else found.scores + len(unwanted))

    def _both(self, found: Found, query: Query) -> Found:
        """Return those of the found documents that another query finds too, with both scores."""
        kept, scores = self._within(query, found.docs)
        both = None if found.scores is None or scores is None else found.scores[kept] + scores
        return Found(found.docs[kept], both)

    def _within(self, query: Query, docs: Array) -> tuple[Array, Array | None]:
        """Return which of `docs` a query finds, and its scores for those."""
        slot = self._slot(query) if isinstance(query, Forms | Term) else None
        count = self._leaf.document_count
        if slot is not None and len(slot.rows) > _MANY and len(docs) * 2 < slot.size:
            return self._many_within(slot, docs)
        if (
            slot is None
            or len(slot.rows) > _MANY
            or (len(slot.rows) > _PAIR and slot.size < len(docs) * _FEW)
        ):
            found = self.evaluate(query)
            return _shared(docs, found.docs, found.scores, count)
        kept = np.zeros(len(docs), bool)
        sums = np.zeros(len(docs)) if self._scored else None
        for form_docs, form_codes, factor in slot.postings():
            here, codes = _shared(docs, form_docs, form_codes, count)
            kept |= here
            if sums is not None and codes is not None:
                sums[here] += self._scores(slot, codes, factor)
        return kept, None if sums is None else sums[kept]

    def _without(self, found: Found, query: Query) -> Found:
        unwanted = Evaluator(self._snapshot, self._leaf, scored=False).evaluate(query).docs
        kept = ~_shared(found.docs, unwanted, None, self._leaf.document_count)[0]
        return Found(found.docs[kept], None if found.scores is None else found.scores[kept])

    # Positions

    def _slots(self, words: Sequence[Query]) -> list[_Slot] | None:
        """The forms of each word, None where a word stands nowhere. Raises Unknown where a word is more."""
        if not all(isinstance(word, Forms | Term) for word in words):
            raise Unknown(repr(words))
        slots = [self._slot(word) for word in words]
        return slots if all(len(slot.rows) for slot in slots) else None

    def _scored_by(self, words: Sequence[Query], docs: Array) -> Found:
        """Give documents that have all words the sum of the words' scores, as Whoosh does for phrases."""
        found = Found(docs, np.zeros(len(docs)) if self._scored else None)
        for word in words:
            found = self._both(found, word)
        return found

    def _phrase(self, parts: Sequence[Query]) -> Found:
        slots = self._slots(parts)
        if slots is None:
            return self._constant(_NOTHING)
        words, places = slots[0].words, [slot.places() for slot in slots]
        rarest = min(range(len(slots)), key=lambda n: sum(map(len, places[n])))
        starts = np.concatenate(places[rarest]).astype(np.int64) - rarest
        starts = starts[starts >= 0]
        for offset, lists in enumerate(places):
            if offset != rarest and len(starts):
                starts = _any_at(lists, starts + offset, int(words.starts[-1]) + len(slots)) - offset
        docs = words.owners[words.owner_rows(starts)]
        return self._scored_by(parts, np.flatnonzero(self._leaf.mask(docs)))

    def _near(self, query: Near) -> Found:
        slots = self._slots(query.words)
        if slots is None:
            return self._constant(_NOTHING)
        words = slots[0].words
        lists = [np.unique(_joined(slot.places())).astype(np.int64) for slot in slots]
        starts = np.unique(np.concatenate(lists))
        far = int(words.starts[-1]) + len(starts) + query.slop
        ends = np.full(len(starts), -1, np.int64)
        for places in lists:
            rows = np.searchsorted(places, starts)
            nearest = np.concatenate((places, [far]))[rows]
            ends = np.maximum(ends, nearest)
        close = ends - starts < len(lists) + query.slop
        starts, ends = starts[close], ends[close]
        rows = words.owner_rows(starts)
        together = rows == words.owner_rows(ends)
        docs = words.owners[rows[together][changes(rows[together])]]
        if len(np.unique(np.concatenate(lists))) < sum(map(len, lists)):
            # Two of the words can stand at one position; each must have one of its own.
            docs = np.array([doc for doc in docs if self._has_near(lists, query.slop, words, doc)], np.uint32)
        return self._scored_by(query.words, docs)

    def _has_near(self, lists: Sequence[Array], slop: int, words: Words, doc: int) -> bool:
        """Whether a document has the words close together, each at a position of its own."""
        row = int(np.searchsorted(words.owners, doc))
        first, last = words.starts[row], words.starts[row + 1]
        own = [
            places[np.searchsorted(places, first) : np.searchsorted(places, last)].tolist()
            for places in lists
        ]
        return next(windows(own, len(lists) + slop), None) is not None


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _joined(lists: Sequence[Array]) -> Array:
    return lists[0] if len(lists) == 1 else np.sort(np.concatenate(lists))


def _any_at(lists: Sequence[Array], places: Array, end: int) -> Array:
    """Return those of `places` at which any of the lists has one, in no order; all of them lie below `end`."""
    if len(lists) <= _MANY and len(places) * len(lists) * _FEW < sum(map(len, lists)):
        kept = np.zeros(len(places), bool)
        for own in lists:
            rows = np.searchsorted(own, places.astype(np.uint32))
            rows[rows == len(own)] = 0
            kept |= own[rows] == places if len(own) else False
        return places[kept]
    mask = np.zeros(end, bool)
    mask[places] = True
    return np.concatenate([own[mask[own]] for own in lists]).astype(np.int64)


def _shared(docs: Array, others: Array, values: Array | None, count: int) -> tuple[Array, Array | None]:
    """Return which of `docs` are among `others`, and the values that stand beside those in `others`. Both lists
    ascend; `count` is the number of all documents."""
    if not len(others) or not len(docs):
        return np.zeros(len(docs), bool), None if values is None else values[:0]
    if len(docs) * _FEW < len(others):
        rows = np.searchsorted(others, docs.astype(others.dtype))
        rows[rows == len(others)] = 0
        kept = others[rows] == docs
        return kept, None if values is None else values[rows[kept]]
    mask = np.zeros(count, bool)
    mask[others] = True
    kept = mask[docs]
    if values is None:
        return kept, None
    mask[others] = False
    mask[docs[kept]] = True
    return kept, values[mask[others]]
