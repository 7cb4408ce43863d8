"""The kinds of Whoosh queries that this program adds. Whoosh evaluates them like its own, posting by posting."""

# mypy: allow-untyped-calls, disable-error-code="misc, no-any-return"
# Whoosh has no types, so its classes are Any.

from collections.abc import Mapping, Sequence
from typing import Any

from whoosh.matching import AndNotMatcher, IntersectionMatcher, InverseMatcher, ListMatcher, NullMatcher
from whoosh.matching.mcore import Matcher
from whoosh.query import AndNot, Not, Or, Query, Term
from whoosh.query.spans import Span, SpanWrappingMatcher
from whoosh.scoring import BM25F, BM25FScorer
from whoosh.util import make_binary_tree

from archive_app.search.arrays import Array
from archive_app.search.nearness import windows
from archive_app.search.segments import load


class Forms(Query):
    """All forms of one sought word in one field: for each segment the rows of the terms in the field's vocabulary,
    and the weight of each.

    All forms are as rare as the word (`idf`): else a rare misspelling would come first.
    """

    def __init__(self, field: str, rows: Mapping[str, tuple[Array, Array]], idf: float) -> None:
        self.fieldname = field
        self.rows = rows
        self.idf = idf

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def estimate_size(self, reader: Any) -> int:
        """At most how many documents have one of the forms, in all segments."""
        return sum(len(rows) for rows, _weights in self.rows.values()) and int(reader.doc_count_all())

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return Whoosh's matcher for any of the forms in one segment."""
        reader = searcher.reader()
        rows, weights = self.rows.get(reader.segment().segment_id(), ((), ()))
        data = load(reader.storage(), reader.segment().segment_id())
        terms = [
            _FormTerm(self.fieldname, data.term_at(self.fieldname, int(row)), float(weight), self.idf)
            for row, weight in zip(rows, weights, strict=True)
        ]
        if not terms:
            return NullMatcher()
        either = Or(terms)
        # Whoosh takes an array of scores for many terms; phrases need the matchers themselves.
        either.matcher_type = Or.DEFAULT_MATCHER
        return either.matcher(searcher, context)


class _FormTerm(Term):
    def __init__(self, field: str, text: str, weight: float, idf: float) -> None:
        super().__init__(field, text, boost=weight)
        self._idf = idf

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:  # noqa: ARG002 (as Whoosh calls it)
        return super().matcher(searcher, searcher.context(weighting=_WordWeighting(self._idf)))


class _WordWeighting(BM25F):
    def __init__(self, idf: float) -> None:
        super().__init__()
        self._idf = idf

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: int = 1) -> BM25FScorer:
        scorer: BM25FScorer = super().scorer(searcher, fieldname, text, qf)
        scorer.idf = self._idf
        return scorer


class DocumentSet(Query):
    """Documents that were worked out before, by segment; each scores 1."""

    def __init__(self, docs: Mapping[str, Array]) -> None:
        self.found = docs

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def estimate_size(self, _reader: Any) -> int:
        """How many documents there are."""
        return sum(map(len, self.found.values()))

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:  # noqa: ARG002 (as Whoosh calls it)
        """Return a matcher over the documents of one segment."""
        docs = self.found.get(searcher.reader().segment().segment_id(), ())
        return ListMatcher([int(doc) for doc in docs]) if len(docs) else NullMatcher()


class Absent(Not):
    """What a query does not find. Whoosh's own Not (2.7.5) leaves deleted documents out and then does not look at the
    one after them; here they stay, as with every other query."""

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:  # noqa: ARG002 (as Whoosh calls it)
        """Return a matcher over the documents of one segment."""
        child = self.query.matcher(searcher, searcher.boolean_context())
        return InverseMatcher(child, searcher.reader().doc_count_all())


class Without(AndNot):
    """What one query finds and another does not.

    The matcher of Whoosh's own AndNot (2.7.5) lets the first document pass unlooked where the unwanted ones begin
    before it, and fails where it is skipped to its end.
    """

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return a matcher over the documents of one segment."""
        unwanted = self.b.matcher(searcher, searcher.boolean_context())
        return _WithoutMatcher(self.a.matcher(searcher, context), unwanted)


class _WithoutMatcher(AndNotMatcher):
    def _find_first(self) -> None:
        self._find_next()

    def _find_next(self) -> bool:
        return self.a.is_active() and bool(super()._find_next())


class Near(Query):
    """Words in any order, with at most `slop` other positions between the first and the last of them; each word
    stands at a position of its own."""

    def __init__(self, words: Sequence[Query], slop: int) -> None:
        self.words = tuple(words)
        self.slop = slop

    def __hash__(self) -> int:
        return hash((self.words, self.slop))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Near) and (self.words, self.slop) == (other.words, other.slop)

    def estimate_size(self, reader: Any) -> int:
        """At most as many as the rarest word."""
        return min((int(word.estimate_size(reader)) for word in self.words), default=0)

    def matcher(self, searcher: Any, context: Any = None) -> Matcher:
        """Return a matcher that looks at the positions of each document that has all words."""
        matchers = [word.matcher(searcher, context) for word in self.words]
        if not all(matcher.is_active() for matcher in matchers):
            return NullMatcher()
        return _NearMatcher(matchers, self.slop)


class _NearMatcher(SpanWrappingMatcher):
    def __init__(self, matchers: list[Matcher], slop: int) -> None:
        self._matchers = matchers
        self._slop = slop
        super().__init__(make_binary_tree(IntersectionMatcher, matchers))

    def _get_spans(self) -> list[Span]:
        words = [sorted({span.start for span in matcher.spans()}) for matcher in self._matchers]
        return [Span(first) for first in windows(words, len(words) + self._slop)]
