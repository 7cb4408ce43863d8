"""From a plan to a Whoosh query: each sought word becomes the terms of the index that match it.

So a hit can say why it matched, and better rules for word forms need no new index.
"""

# mypy: allow-untyped-calls
# Whoosh has no types.

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Mapping
from math import log

from whoosh.query import And, AndNot, Every, NullQuery, Or, Query, Term
from whoosh.query import Not as WhooshNot
from whoosh.query.spans import SpanNear2
from whoosh.reading import IndexReader
from whoosh.scoring import BM25F, BM25FScorer
from whoosh.searching import Searcher

from archive_app.core.hits import Tier
from archive_app.language.folding import bare
from archive_app.search.analysis import TEXT_FIELD
from archive_app.search.queries import All, AnyOf, Node, Not, Phrase, Plan, Sought

WEIGHTS: Mapping[Tier, float] = {Tier.EXACT: 1.0, Tier.FOLDED: 0.9, Tier.WORD: 0.6, Tier.RELATED: 0.25}
"""What a word found in each tier counts in the ranking."""

_LAST = "\U0010ffff"
_LEAST_IDF = 0.1


class Vocabulary:
    """The terms of one segment of the index, in the order of their folded forms. Segments never change."""

    def __init__(self, reader: IndexReader) -> None:
        terms = (term.decode() for term in reader.lexicon(TEXT_FIELD))
        pairs = sorted((bare(term), term) for term in terms)
        self._folded = [folded for folded, _term in pairs]
        self._terms = [term for _folded, term in pairs]

    def matching(self, sought: Sought) -> dict[str, Tier]:
        """Return the terms that match `sought`, with their tiers."""
        found: dict[str, Tier] = {}
        for prefix, longest in sought.prefixes():
            first = bisect_left(self._folded, prefix)
            last = bisect_left(self._folded, prefix + _LAST, lo=first)
            for term in self._terms[first:last]:
                if longest is not None and len(term) > longest:
                    continue
                if tier := sought.tier(term):
                    found[term] = tier
        return found


class Vocabularies:
    """The vocabularies of the segments that are in use, by segment."""

    _MOST = 64

    def __init__(self) -> None:
        self._known: OrderedDict[str, Vocabulary] = OrderedDict()

    def matching(self, sought: Sought, reader: IndexReader) -> dict[str, Tier]:
        """Return the terms of all segments of `reader` that match `sought`, with their tiers."""
        found: dict[str, Tier] = {}
        for leaf, _offset in reader.leaf_readers():
            found |= self._of(leaf).matching(sought)
        return found

    def prepare(self, reader: IndexReader) -> None:
        """Read the vocabularies that the next query would read."""
        for leaf, _offset in reader.leaf_readers():
            self._of(leaf)

    def _of(self, leaf: IndexReader) -> Vocabulary:
        name = leaf.segment().segment_id()
        if name not in self._known:
            self._known[name] = Vocabulary(leaf)
        self._known.move_to_end(name)
        while len(self._known) > self._MOST:
            self._known.popitem(last=False)
        return self._known[name]


class WordWeighting(BM25F):
    """BM25F in which all forms of one word are as rare as the word: else a rare misspelling would come first."""

    def __init__(self, idf: Mapping[str, float]) -> None:
        super().__init__()
        self._idf = idf

    def scorer(self, searcher: Searcher, fieldname: str, text: bytes, qf: int = 1) -> BM25FScorer:
        """Return Whoosh's scorer for a term, with the rarity of its word."""
        scorer: BM25FScorer = super().scorer(searcher, fieldname, text, qf)
        scorer.idf = self._idf.get(text.decode(), scorer.idf)
        return scorer


class Expansion:
    """A plan as a Whoosh query over one state of the index, with the weighting that belongs to it."""

    def __init__(self, plan: Plan, reader: IndexReader, vocabularies: Vocabularies) -> None:
        self._tiers = plan.tiers
        self._reader = reader
        self._vocabularies = vocabularies
        self._idf: dict[str, float] = {}
        self.query: Query = self._query(plan.root)
        self.weighting = WordWeighting(self._idf)

    def _query(self, node: Node) -> Query:
        match node:
            case All():
                return self._all(node)
            case AnyOf():
                return _or([self._query(part) for part in node.parts])
            case Not():
                return _not(self._query(node.part))
            case Phrase():
                words = [self._word(word) for word in node.words]
                return NullQuery if NullQuery in words else SpanNear2(words)
            case _:
                return self._word(node)

    def _all(self, node: All) -> Query:
        unwanted = _or([self._query(part.part) for part in node.parts if isinstance(part, Not)])
        wanted = [self._query(part) for part in node.parts if not isinstance(part, Not)]
        if not wanted:
            return _not(unwanted)
        if NullQuery in wanted:
            return NullQuery
        both = And(wanted) if len(wanted) > 1 else wanted[0]
        return both if unwanted is NullQuery else AndNot(both, unwanted)

    def _word(self, sought: Sought) -> Query:
        found = self._vocabularies.matching(sought, self._reader)
        forms = {term: tier for term, tier in found.items() if tier in self._tiers}
        documents = sum(self._reader.doc_frequency(TEXT_FIELD, term) for term in forms)
        idf = max(_LEAST_IDF, log(max(1, self._reader.doc_count_all()) / (documents + 1)) + 1)
        for term in forms:
            self._idf.setdefault(term, idf)
        return _or([Term(TEXT_FIELD, term, boost=WEIGHTS[tier]) for term, tier in sorted(forms.items())])


def _or(queries: list[Query]) -> Query:
    queries = [query for query in queries if query is not NullQuery]
    if len(queries) < 2:
        return queries[0] if queries else NullQuery
    either = Or(queries)
    # Whoosh takes an array of scores for many terms; phrases need the matchers themselves.
    either.matcher_type = Or.DEFAULT_MATCHER
    return either


def _not(query: Query) -> Query:
    return Every() if query is NullQuery else WhooshNot(query)
