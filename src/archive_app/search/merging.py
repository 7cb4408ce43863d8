"""Joining segments to one: lists that are sorted already are laid into each other, nothing is sorted again."""

# mypy: disable-error-code="no-any-return"
# What numpy says of arrays of any kind is Any.

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from archive_app.language.words import keys
from archive_app.search.arrays import Array, string_arrays
from archive_app.search.postings import Ids, Words, ranges_of
from archive_app.search.segments import DATED, ID_FIELDS, STANDING, WORD_FIELDS, Segment, assembled


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the documents of a part go in what is merged; `docs` holds -1 for those that are dropped."""

    docs: Array
    keeps_all: bool


def merged_ids(name: str, parts: Sequence[tuple[Ids, Moved]]) -> dict[str, Array]:
    """Return the arrays of a field of ids, merged from several parts."""
    lists, every = [], []
    for part, moved in parts:
        docs = moved.docs[part.docs]
        kept = docs >= 0
        counts = _kept_counts(kept, part.ranges)
        strings = [s for s, count in zip(part.terms.slice(0, len(part.terms)), counts, strict=True) if count]
        every.append(strings)
        lists.append((strings, counts[counts > 0], docs[kept].astype(np.uint32)))
    values = sorted(set().union(*every)) if every else []
    number = {value: n for n, value in enumerate(values)}
    rows = [
        (np.array([number[s] for s in strings], np.int64), counts, docs) for strings, counts, docs in lists
    ]
    totals, (docs,) = _interleaved(rows, len(values), 1)
    return {
        **string_arrays(f"{name}.terms", values),
        f"{name}.ranges": ranges_of(totals),
        f"{name}.docs": docs,
    }


def merged_words(parts: Sequence[tuple[Words, Moved, Array]], term_count: int) -> Words:
    """Return a field of words merged from several parts; with each comes the new number of each of its terms."""
    postings, occurrences, bases = [], [], [0]
    for part, moved, numbers in parts:
        own_postings, own_occurrences = _moved_words(part, moved, numbers.astype(np.int64), bases[-1])
        postings.append(own_postings)
        occurrences.append(own_occurrences)
        kept = moved.docs[part.owners] >= 0
        bases.append(bases[-1] + int(np.diff(part.starts)[kept].sum(dtype=np.int64)))
    if bases[-1] > 0xFFFFFFFF:
        raise OverflowError("too many words for one segment of the index")
    totals, (docs, codes) = _interleaved(postings, term_count, 2)
    place_totals, (places,) = _interleaved(occurrences, term_count, 1)
    vocabulary = np.flatnonzero(totals > 0)
    kept_owners = [moved.docs[part.owners] >= 0 for part, moved, _numbers in parts]
    pairs = list(zip(parts, kept_owners, strict=True))
    return Words(
        vocabulary=vocabulary.astype(np.uint32),
        ranges=ranges_of(totals[vocabulary]),
        docs=docs,
        codes=codes,
        places=places,
        place_ranges=ranges_of(place_totals[vocabulary]),
        owners=np.concatenate([m.docs[w.owners][kept] for (w, m, _n), kept in pairs]).astype(np.uint32),
        starts=ranges_of(np.concatenate([np.diff(w.starts)[kept] for (w, _m, _n), kept in pairs])),
        lengths=np.concatenate([w.lengths[kept] for (w, _m, _n), kept in pairs]),
        length=len(places),
    )


def _moved_words(
    part: Words, moved: Moved, numbers: Array, base: int
) -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    """The lists of one part, with the documents and places that they will have: (terms, counts, docs, codes) and
    (terms, counts, places). The first place is `base`."""
    terms = numbers[part.vocabulary]
    docs = moved.docs[part.docs]
    if moved.keeps_all:
        places = part.places + np.uint32(base)
        counts, place_counts = np.diff(part.ranges), np.diff(part.place_ranges)
        return (terms, counts, docs.astype(np.uint32), part.codes), (terms, place_counts, places)
    kept_owners = moved.docs[part.owners] >= 0
    spans = np.diff(part.starts).astype(np.int64) * kept_owners
    shifts = base + np.cumsum(spans) - spans - part.starts[:-1]
    rows = part.owner_rows(part.places)
    kept_places, kept = kept_owners[rows], docs >= 0
    places = (part.places + shifts[rows])[kept_places].astype(np.uint32)
    counts = _kept_counts(kept, part.ranges)
    place_counts = _kept_counts(kept_places, part.place_ranges)
    has = counts > 0
    return (
        (terms[has], counts[has], docs[kept].astype(np.uint32), part.codes[kept]),
        (terms[has], place_counts[has], places),
    )


def _kept_counts(kept: Array, ranges: Array) -> Array:
    """How many of `kept` are true in each range."""
    before = np.zeros(len(kept) + 1, np.int64)
    np.cumsum(kept, out=before[1:])
    return before[ranges[1:]] - before[ranges[:-1]]


def _interleaved(
    parts: Sequence[tuple[Array, ...]], term_count: int, columns: int
) -> tuple[Array, list[Array]]:
    """Join lists that are ordered by term, so that the list of each term holds that of the first part, then that
    of the second and so on. A part is (terms, counts, column, …). Returns the counts and the columns."""
    totals = np.zeros(term_count, np.int64)
    for terms, counts, *_columns in parts:
        totals[terms] += counts
    free = np.cumsum(totals) - totals
    size = int(totals.sum())
    joined = [np.zeros(size, parts[0][2 + n].dtype if parts else np.uint32) for n in range(columns)]
    narrow = np.int32 if size <= np.iinfo(np.int32).max else np.int64
    for terms, unsigned, *values in parts:
        counts = unsigned.astype(np.int64)
        firsts = np.cumsum(counts) - counts
        target = np.repeat((free[terms] - firsts).astype(narrow), counts)
        target += np.arange(len(target), dtype=narrow)
        for column, value in zip(joined, values, strict=True):
            column[target] = value
        free[terms] += counts
    return totals, joined


# Segments


def merged(parts: Sequence[tuple[Segment, Array | None]]) -> Segment:
    """Return one segment of the documents of several, in memory. With each segment comes which of its documents
    live, None for all."""
    moves: list[Moved] = []
    base = 0
    for part, live in parts:
        docs = np.full(part.document_count, -1, np.int32)
        kept = np.ones(part.document_count, bool) if live is None else live
        count = int(np.count_nonzero(kept))
        docs[kept] = np.arange(base, base + count)
        moves.append(Moved(docs, count == part.document_count))
        base += count
    segments = [part for part, _live in parts]
    terms, numbers = _merged_terms(segments, moves)
    words = {}
    for name in WORD_FIELDS:
        having = [
            (segment.words[name], moved, number)
            for segment, moved, number in zip(segments, moves, numbers, strict=True)
            if name in segment.words
        ]
        if having:
            words[name] = merged_words(having, len(terms))
    words = {name: field for name, field in words.items() if len(field.docs)}
    arrays: dict[str, Array] = {}
    for name in ID_FIELDS:
        pairs = [(s.ids[name], moved) for s, moved in zip(segments, moves, strict=True) if name in s.ids]
        if pairs:
            arrays |= merged_ids(name, pairs)
    arrays = {**arrays, **_merged_columns(segments, moves)}
    return assembled(terms, words, arrays, _keys_in(segments))


def _merged_terms(segments: Sequence[Segment], moves: Sequence[Moved]) -> tuple[list[bytes], list[Array]]:
    """The terms that still stand in a document, sorted, and for each segment the new numbers of its terms."""
    every: list[list[bytes]] = []
    living: set[bytes] = set()
    for segment, moved in zip(segments, moves, strict=True):
        strings = segment.terms.slice(0, len(segment.terms))
        every.append(strings)
        if moved.keeps_all:
            living.update(strings)
            continue
        lives = np.zeros(len(strings), bool)
        for field in segment.words.values():
            kept = np.repeat(np.arange(len(field.vocabulary)), np.diff(field.ranges))[
                moved.docs[field.docs] >= 0
            ]
            lives[field.vocabulary[kept]] = True
        living.update(strings[n] for n in np.flatnonzero(lives))
    terms = sorted(living)
    number = {term: n for n, term in enumerate(terms)}
    # What stands in no document any more has no number, and none is looked up for it.
    return terms, [np.array([number.get(term, 0) for term in strings], np.int64) for strings in every]


def _merged_columns(segments: Sequence[Segment], moves: Sequence[Moved]) -> dict[str, Array]:
    ordinals = [s.ordinals[moved.docs >= 0] for s, moved in zip(segments, moves, strict=True)]
    found: dict[str, Array] = {"ordinals": np.concatenate(ordinals)}
    for names, name in ((DATED, "dated"), (STANDING, "standing")):
        rows = []
        for segment, moved in zip(segments, moves, strict=True):
            docs, first, last = getattr(segment, name)
            new = moved.docs[docs]
            kept = new >= 0
            rows.append((new[kept].astype(np.uint32), first[kept], last[kept]))
        found |= {
            key: np.concatenate(columns) for key, columns in zip(names, zip(*rows, strict=True), strict=True)
        }
    return found


def _keys_in(segments: Sequence[Segment]) -> Callable[[str], Iterable[str]]:
    """Look a term's keys up in the lexicons of the segments before working them out."""
    known: dict[str, Iterable[str]] = {}
    for segment in sorted(segments, key=lambda segment: len(segment.terms)):
        if segment.lexicon.is_current:
            known.update(segment.lexicon.all_keys(segment.terms))
    return lambda term: known[term] if term in known else keys(term)
