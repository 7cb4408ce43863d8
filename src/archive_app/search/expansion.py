"""From a plan to a Whoosh query: each sought word becomes the terms of the index that match it.

So a hit can say why it matched, and better rules for word forms need no new index.
"""

# mypy: allow-untyped-calls
# Whoosh has no types.

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import log

import numpy as np
from whoosh.query import And, Every, NullQuery, Or, Query
from whoosh.query.spans import SpanNear2

from archive_app.core.hits import Field, RecordKind, SearchRequest, WordCount
from archive_app.search.arrays import Array
from archive_app.search.evaluation import Evaluator
from archive_app.search.forms import FormFinder, WordForms
from archive_app.search.plans import (
    All,
    AnyOf,
    Dated,
    InField,
    InScript,
    Node,
    Not,
    OfKind,
    Phrase,
    Plan,
    Sought,
    wanted,
)
from archive_app.search.segments import (
    KIND,
    RECORD,
    SCRIPT,
    SOURCE,
    TEXT_FIELD,
    day_number,
)
from archive_app.search.snapshot import Leaf, Snapshot
from archive_app.search.trees import Absent, DocumentSet, Forms, Near, Without

_LEAST_IDF = 0.1
_OF_SOURCES = (Field.TITLE, Field.AUTHOR)
_OF_ANNOTATIONS = (Field.TAG, Field.EVENT, Field.NOTE)


@dataclass(frozen=True, slots=True)
class FoundWords:
    """What a query looked for in the texts, and by which terms it was found there: for marking them."""

    nodes: tuple[Phrase | Sought, ...] = ()
    forms: Mapping[Sought, WordForms] = field(default_factory=dict)


class Expansion:
    """A plan as a Whoosh query over one state of the index, with the terms by which its words are found."""

    def __init__(self, plan: Plan, request: SearchRequest, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._finder = FormFinder(request, snapshot)
        self._field = TEXT_FIELD
        self.query: Query = self._query(plan.root)
        nodes = tuple(wanted(plan.root))
        every = [word for node in nodes for word in (node.words if isinstance(node, Phrase) else (node,))]
        self.found = FoundWords(nodes, {word: self._finder.find(word) for word in every})

    def word_counts(self) -> tuple[WordCount, ...]:
        """Return for each word to be marked in which forms and how often it stands in the texts; words of other names
        only where they do."""
        counts = (self._finder.count(word, self._documents_with(word)) for word in self.found.forms)
        return tuple(count for count in counts if count.documents or not count.is_name)

    def _documents_with(self, word: Sought) -> int:
        """How many living documents hold a word in any of its forms."""
        query = self._word(word)
        return sum(
            len(leaf.alive(Evaluator(self._snapshot, leaf, scored=False).evaluate(query).docs))
            for leaf in self._snapshot.leaves
        )

    # Parts

    def _query(self, node: Node) -> Query:
        match node:
            case All():
                return self._all(node)
            case AnyOf():
                return _or([self._query(part) for part in node.parts])
            case Not():
                return _not(self._query(node.part))
            case Phrase():
                return self._phrase(node)
            case InField():
                return self._in_field(node)
            case OfKind():
                return self._set(lambda leaf: leaf.having(KIND, (node.kind,)))
            case InScript():
                return self._set(lambda leaf: leaf.having(SCRIPT, (node.script,)))
            case Dated():
                first, last = day_number(node.first), day_number(node.last)
                return self._set(lambda leaf: self._snapshot.dated(leaf, first, last))
            case _:
                return self._word(node)

    def _all(self, node: All) -> Query:
        unwanted = _or([self._query(part.part) for part in node.parts if isinstance(part, Not)])
        parts = [self._query(part) for part in node.parts if not isinstance(part, Not)]
        if not parts:
            return _not(unwanted)
        if NullQuery in parts:
            return NullQuery
        both = And(parts) if len(parts) > 1 else parts[0]
        return both if unwanted is NullQuery else Without(both, unwanted)

    def _phrase(self, node: Phrase) -> Query:
        parts = [self._word(word) for word in node.words]
        if NullQuery in parts:
            return NullQuery
        if node.slop is None:
            return SpanNear2(parts)
        return Near(parts, node.slop)

    def _set(self, docs_of: Callable[[Leaf], Array]) -> Query:
        found = {leaf.name: docs_of(leaf) for leaf in self._snapshot.leaves}
        return DocumentSet(found) if any(map(len, found.values())) else NullQuery

    def _word(self, word: Sought) -> Query:
        rows = {}
        documents = 0
        for leaf in self._snapshot.leaves:
            numbers, weights = self._finder.find(word).numbers[leaf.name]
            held = leaf.data.words.get(self._field)
            if held is None or not len(numbers):
                continue
            own, kept = held.rows(numbers)
            rows[leaf.name] = own, weights[kept]
            documents += int(held.frequencies(own).sum())
        if not documents:
            return NullQuery
        idf = max(_LEAST_IDF, log(self._snapshot.document_count_all / (documents + 1)) + 1)
        return Forms(self._field, rows, idf)

    # Fields

    def _in_field(self, node: InField) -> Query:
        """Documents with these words in a field of their own, or of what they belong to."""
        outer, self._field = self._field, node.field.value
        try:
            query = self._query(node.part)
        finally:
            self._field = outer
        found = []
        for leaf in self._snapshot.leaves:
            docs = Evaluator(self._snapshot, leaf, scored=False).evaluate(query).docs
            found.append(leaf.alive(docs))
        if node.field in _OF_SOURCES:
            found = self._of_sources(found)
        elif node.field in _OF_ANNOTATIONS:
            given = self._snapshot.stood_on(found)
            found = [np.union1d(own, docs) for own, (docs, _numbers) in zip(found, given, strict=True)]
        by_name = {leaf.name: docs for leaf, docs in zip(self._snapshot.leaves, found, strict=True)}
        return DocumentSet(by_name) if any(map(len, found)) else NullQuery

    def _of_sources(self, found: list[Array]) -> list[Array]:
        """Add to each source that was found all that belongs to it."""
        sources: set[str] = set()
        for leaf, docs in zip(self._snapshot.leaves, found, strict=True):
            is_source = leaf.mask(leaf.having(KIND, (RecordKind.SOURCE,)))
            sources |= {leaf.data.value(RECORD, int(doc)) for doc in docs[is_source[docs]]}
        return [
            np.union1d(docs, leaf.having(SOURCE, sources))
            for leaf, docs in zip(self._snapshot.leaves, found, strict=True)
        ]


def _or(queries: list[Query]) -> Query:
    queries = [query for query in queries if query is not NullQuery]
    if len(queries) < 2:
        return queries[0] if queries else NullQuery
    return Or(queries)


def _not(query: Query) -> Query:
    return Every() if query is NullQuery else Absent(query)
