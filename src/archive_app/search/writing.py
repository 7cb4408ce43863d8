"""The writer of the index: Whoosh's locks, generations and table of contents, with our segments."""

# mypy: allow-untyped-calls, disable-error-code="misc"
# Whoosh has no types, so its classes are Any.

from collections.abc import Sequence
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.writing import SegmentWriter

from archive_app.core.hits import Document
from archive_app.search import segments
from archive_app.search.arrays import Array
from archive_app.search.codec import ArrayCodec
from archive_app.search.gathering import Gathering
from archive_app.search.merging import merged

_STEP = 8
"""So many segments of about one size become one."""

_SMALLEST = 64


class ArrayWriter(SegmentWriter):
    """Gathers documents and writes them as one segment when it commits, joined with what is to be merged."""

    def __init__(self, index: Any, *, timeout: float) -> None:
        super().__init__(index, codec=ArrayCodec(), compound=False, timeout=timeout)
        self._gathering = Gathering()
        self._merging: list[tuple[segments.Segment, Array | None]] = []

    def add(self, document: Document) -> None:
        """Take in one document."""
        self._gathering.add(document)
        self._added = True

    def take_in(self, segment: W3Segment) -> None:
        """Take in the living documents of a segment that will not stay."""
        data = segments.load(self.storage, segment.segment_id())
        self._merging.append((data, living(segment)))
        self._added = True

    def _flush_segment(self) -> None:
        parts = self._merging
        if self._gathering.document_count:
            parts = [*parts, (self._gathering.finished(), None)]
        whole = merged(parts) if self._merging else parts[0][0]
        self.docnum = self.docbase + whole.document_count
        segments.write(self.storage, self.newsegment.segment_id(), whole)


def living(segment: W3Segment) -> Array | None:
    """Return which documents of a segment were not deleted, None for all."""
    if not segment.has_deletions():
        return None
    live = np.ones(segment.doc_count_all(), bool)
    live[list(segment.deleted_docs())] = False
    return live


def merge_alike(writer: ArrayWriter, present: Sequence[W3Segment]) -> list[W3Segment]:
    """Merge the segments of one size class once there are `_STEP` of them, and drop empty ones; return those
    that stay. A merge policy of Whoosh by which a document is written again only log(n) times."""
    classes: dict[int, list[W3Segment]] = {}
    for segment in present:
        if segment.doc_count():
            classes.setdefault(_size_class(segment.doc_count()), []).append(segment)
    stay: list[W3Segment] = []
    grown = 0
    for size in sorted(classes):
        if len(classes[size]) + grown < _STEP:
            stay += classes[size]
            continue
        grown = 1
        for segment in classes[size]:
            writer.take_in(segment)
    return stay


def merge_all(writer: ArrayWriter, present: Sequence[W3Segment]) -> list[W3Segment]:
    """Merge everything into one segment. A merge policy of Whoosh."""
    for segment in present:
        if segment.doc_count():
            writer.take_in(segment)
    return []


def _size_class(count: int) -> int:
    size, bound = 0, _SMALLEST
    while count > bound:
        size, bound = size + 1, bound * _STEP
    return size
