"""The codec by which Whoosh reads our segments: the same arrays, one posting at a time.

Whoosh's own searchers, matchers and scorers work on an index of this codec as on any other, only slower than
`evaluation` does.
"""

# mypy: allow-untyped-calls, disable-error-code="misc"
# Whoosh has no types, so its classes are Any.

from collections.abc import Iterator
from copy import copy
from typing import Any

import numpy as np
from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, TermsReader
from whoosh.codec.whoosh3 import W3Segment
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.query.spans import Span
from whoosh.reading import TermInfo, TermNotFound

from archive_app.search import segments
from archive_app.search.arrays import Array
from archive_app.search.postings import LENGTHS, Words


class ArrayCodec(Codec):
    """Segments as files of arrays; they are written by `writing.ArrayWriter` as a whole."""

    length_stats = False

    def new_segment(self, _storage: Any, indexname: str) -> W3Segment:
        """Return the description of a new segment, as the table of contents keeps it."""
        return W3Segment(self, indexname)

    def terms_reader(self, storage: Any, segment: W3Segment) -> "ArrayTermsReader":
        """Return Whoosh's way to the terms of a segment."""
        return ArrayTermsReader(segments.load(storage, segment.segment_id()))

    def per_document_reader(self, storage: Any, segment: W3Segment) -> "ArrayDocumentReader":
        """Return Whoosh's way to the documents of a segment."""
        return ArrayDocumentReader(segments.load(storage, segment.segment_id()), segment)

    def postings_writer(self, _dbfile: Any, byteids: bool = False) -> Any:
        """Nothing is written posting by posting."""
        raise NotImplementedError

    def postings_reader(
        self, _dbfile: Any, _terminfo: Any, _format: Any, term: Any = None, scorer: Any = None
    ) -> Any:
        """Postings are read through `ArrayTermsReader`."""
        raise NotImplementedError

    def per_document_writer(self, _storage: Any, _segment: W3Segment) -> "NoWriter":
        """Nothing is written document by document."""
        return NoWriter()

    def field_writer(self, _storage: Any, _segment: W3Segment) -> "NoWriter":
        """Nothing is written posting by posting."""
        return NoWriter()


class NoWriter:
    """Stands where Whoosh wants to close a writer."""

    is_closed = False

    def close(self) -> None:
        """There is nothing to finish."""
        self.is_closed = True


class ArrayDocumentReader(PerDocumentReader):
    """What Whoosh asks about documents: which live, and how long their fields are."""

    def __init__(self, data: segments.Segment, segment: W3Segment) -> None:
        self.data = data
        self._segment = segment

    def doc_count(self) -> int:
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        return int(self._segment.doc_count_all())

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Any:
        return self._segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        words = self.data.words.get(fieldname)
        if words is None:
            return default
        row = int(np.searchsorted(words.owners, docnum))
        found = row < len(words.owners) and words.owners[row] == docnum
        return int(LENGTHS[words.lengths[row]]) if found else default

    def field_length(self, fieldname: str) -> int:
        words = self.data.words.get(fieldname)
        return words.length if words else 0

    def min_field_length(self, fieldname: str) -> int:
        words = self.data.words.get(fieldname)
        return int(LENGTHS[words.lengths.min()]) if words else 0

    def max_field_length(self, fieldname: str) -> int:
        words = self.data.words.get(fieldname)
        return int(LENGTHS[words.lengths.max()]) if words else 0

    def stored_fields(self, _docnum: int) -> dict[str, object]:
        return {}


class ArrayTermsReader(TermsReader):
    """What Whoosh asks about terms."""

    def __init__(self, data: segments.Segment) -> None:
        self.data = data

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._row(*term) is not None

    def _row(self, field: str, text: bytes) -> int | None:
        """Where a term stands in a field of words or ids."""
        if words := self.data.words.get(field):
            number = self.data.terms.find(text)
            row = words.row(number) if number >= 0 else -1
        elif ids := self.data.ids.get(field):
            row = ids.terms.find(text)
        else:
            row = -1
        return row if row >= 0 else None

    def _terms_of(self, field: str) -> Iterator[bytes]:
        if words := self.data.words.get(field):
            return (self.data.terms[number] for number in words.vocabulary.tolist())
        ids = self.data.ids.get(field)
        return iter(ids.terms.slice(0, len(ids.terms))) if ids else iter(())

    def indexed_field_names(self) -> list[str]:
        return sorted([*self.data.words, *self.data.ids])

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return ((field, text) for field in self.indexed_field_names() for text in self._terms_of(field))

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        return ((field, text) for text in self._terms_of(field) if text >= prefix)

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, field: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(field, prefix))

    def frequency(self, field: str, text: bytes) -> float:
        return float(self.term_info(field, text).weight()) if (field, text) in self else 0.0

    def doc_frequency(self, field: str, text: bytes) -> int:
        row = self._row(field, text)
        if row is None:
            return 0
        ranges = (self.data.words.get(field) or self.data.ids[field]).ranges
        return int(ranges[row + 1]) - int(ranges[row])

    def cursor(self, field: str, _fieldobj: Any) -> FieldCursor:
        raise NotImplementedError(f"{field} is not read by a cursor; the lexicon finds what is alike")

    def term_info(self, field: str, text: bytes) -> TermInfo:
        matcher = self.matcher(field, text, None)
        weights = matcher.weights
        ids = matcher.docs
        lengths = matcher.lengths
        return TermInfo(
            weight=float(weights.sum()),
            df=len(ids),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(weights.max()),
            minid=int(ids[0]),
            maxid=int(ids[-1]),
        )

    def matcher(self, field: str, text: bytes, _format: Any, scorer: Any = None) -> "ArrayMatcher":
        row = self._row(field, text)
        if row is None:
            raise TermNotFound(f"{field}:{text!r}")
        words = self.data.words.get(field)
        if words is None:
            ids = self.data.ids[field]
            docs = ids.docs[ids.ranges[row] : ids.ranges[row + 1]]
            return ArrayMatcher((field, text), docs, np.full(len(docs), 1 << 8, np.uint16), scorer)
        first, last = words.ranges[row], words.ranges[row + 1]
        places = words, words.places[words.place_ranges[row] : words.place_ranges[row + 1]]
        return ArrayMatcher((field, text), words.docs[first:last], words.codes[first:last], scorer, places)


class ArrayMatcher(LeafMatcher):
    """The postings of one term, one after the other."""

    def __init__(
        self,
        term: tuple[str, bytes],
        docs: Array,
        codes: Array,
        scorer: Any = None,
        places: tuple[Words, Array] | None = None,
    ) -> None:
        self.docs = docs
        self.weights: Array = (codes >> 8).astype(np.float64)
        self.lengths: Array = LENGTHS[codes & 0xFF]
        self.scorer = scorer
        self._term = term
        self._list: list[int] = docs.tolist()
        self._places = places
        self._at = 0

    def is_active(self) -> bool:
        return self._at < len(self._list)

    def id(self) -> int:
        return self._list[self._at]

    def next(self) -> bool:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return False

    def reset(self) -> None:
        self._at = 0

    def skip_to(self, docnum: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at = max(self._at, int(np.searchsorted(self.docs, docnum)))

    def all_ids(self) -> Iterator[int]:
        return iter(self._list)

    def weight(self) -> float:
        return float(self.weights[self._at])

    def length(self) -> int:
        return int(self.lengths[self._at])

    def supports(self, astype: str) -> bool:
        return astype == "positions" and self._places is not None

    def value_as(self, astype: str) -> list[int]:
        if self._places is None or astype != "positions":
            raise ValueError(f"this field keeps no {astype}")
        words, places = self._places
        row = int(np.searchsorted(words.owners, self.id()))
        first, last = np.searchsorted(places, words.starts[row : row + 2])
        positions: list[int] = (places[first:last] - words.starts[row]).tolist()
        return positions

    def value(self) -> bytes:
        return b""

    def spans(self) -> list[Span]:
        return [Span(position) for position in self.value_as("positions")]

    def supports_block_quality(self) -> bool:
        return False

    def copy(self) -> "ArrayMatcher":
        return copy(self)
