"""The first results of a search, in the order asked for, from the documents found in each segment."""

# mypy: disable-error-code="no-any-return"
# What numpy says of arrays of any kind is Any.

from collections.abc import Sequence
from operator import itemgetter

import numpy as np

from archive_app.core.hits import Match, Order, RecordKind
from archive_app.search.arrays import Array
from archive_app.search.evaluation import Found
from archive_app.search.segments import KIND, NO_DAY, RECORD, SOURCE
from archive_app.search.snapshot import Leaf, Snapshot

_DIGITS = 6
"""Scores that differ by less are equal; equal ones come in reading order."""

_SAMPLE = 4_096
_KINDS = {kind.value: kind for kind in RecordKind}


def first_matches(
    snapshot: Snapshot, found: Sequence[Found], order: Order, limit: int | None
) -> tuple[Match, ...]:
    """Return the first matches, `limit` at most. `found` holds what each segment has."""
    rows: list[tuple[tuple[object, ...], Match]] = []
    for leaf, (docs, scores) in zip(snapshot.leaves, found, strict=True):
        keys = _keys(snapshot, leaf, docs, scores, order)
        chosen = _first(keys, leaf.data.ranks, docs, limit)
        first = docs[chosen]
        if len(found) == 1:
            return tuple(_matches(leaf, first, scores, chosen))
        places = map(leaf.reading_key, first.tolist())
        rounded = np.round(keys[chosen], _DIGITS).tolist()
        own = zip(rounded, places, _matches(leaf, first, scores, chosen), strict=True)
        rows += (((key, *place), match) for key, place, match in own)
    rows.sort(key=itemgetter(0))
    return tuple(match for _key, match in rows[:limit])


def _keys(snapshot: Snapshot, leaf: Leaf, docs: Array, scores: Array | None, order: Order) -> Array:
    """By what documents come, the least first."""
    if order is Order.DATE:
        first, last = snapshot.days(leaf)
        days = np.where(first[docs] == NO_DAY, last[docs], first[docs]).astype(np.float64)
        days[days == NO_DAY] = np.inf
        return days
    if order is Order.SOURCE or scores is None:
        return np.zeros(len(docs))
    return -scores


def _first(keys: Array, rank_of: Array, docs: Array, limit: int | None) -> Array:
    """Return where the first `limit` stand: by key, and by rank of the documents among equal keys."""
    chosen = np.arange(len(keys))
    if limit is not None and len(keys) > limit:
        if limit < 1:
            return chosen[:0]
        chosen = _candidates(keys, limit)
    keys, ranks = np.round(keys[chosen], _DIGITS), rank_of[docs[chosen]]
    if limit is not None and len(keys) > limit:
        bound = np.partition(keys, limit - 1)[limit - 1]
        before, equal = np.flatnonzero(keys < bound), np.flatnonzero(keys == bound)
        wanted = limit - len(before)
        if len(equal) > wanted:
            equal = equal[np.argpartition(ranks[equal], wanted - 1)[:wanted]]
        kept = np.concatenate((before, equal))
        chosen, keys, ranks = chosen[kept], keys[kept], ranks[kept]
    return chosen[np.lexsort((ranks, keys))]


def _candidates(keys: Array, limit: int) -> Array:
    """Return where all stand that can be among the first `limit`, by one look at each key where they are many."""
    margin = 10.0**-_DIGITS
    step = len(keys) // _SAMPLE
    if step > 1:
        sample = np.sort(keys[::step])
        bound = sample[min(len(sample) - 1, 4 + 2 * limit // step)]
        near = np.flatnonzero(keys <= bound + margin)
        if limit <= len(near) < len(keys):
            return near[keys[near] <= np.partition(keys[near], limit - 1)[limit - 1] + margin]
    return np.flatnonzero(keys <= np.partition(keys, limit - 1)[limit - 1] + margin)


def _matches(leaf: Leaf, docs: Array, scores: Array | None, chosen: Array) -> list[Match]:
    data = leaf.data
    rounded = np.zeros(len(docs)) if scores is None else np.round(scores[chosen], _DIGITS)
    return [
        Match(_KINDS[kind], record_id, ordinal, source_id or None, score)
        for kind, record_id, ordinal, source_id, score in zip(
            data.values_of(KIND, docs),
            data.values_of(RECORD, docs),
            data.ordinals[docs].tolist(),
            data.values_of(SOURCE, docs),
            rounded.tolist(),
            strict=True,
        )
    ]
