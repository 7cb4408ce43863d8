"""The evaluator of arrays against Whoosh itself: the same documents, the same scores, the same order."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from whoosh.analysis import Composable, Token
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser
from whoosh.query import And, Every, Not, NullQuery, Or, Phrase, Prefix, Query, Term
from whoosh.query.spans import SpanBefore, SpanFirst, SpanNear2

from archive_app.core.hits import Field, RecordKind, Tier
from archive_app.core.records import Script
from archive_app.language.tokens import pieces
from archive_app.language.words import analyse
from archive_app.search import plans
from archive_app.search.evaluation import Evaluator, Found, Unknown
from archive_app.search.expansion import Expansion
from archive_app.search.index import SearchIndex
from archive_app.search.segments import KIND, RECORD, TEXT_FIELD
from archive_app.search.snapshot import Snapshot
from archive_app.search.trees import Absent, Without
from helpers.indexes import IDS, WORDS, after, changes, index_of, passage, request

TERMS = "reka^ reka mosta grad voda vode sava^ niš^ pirot^ niš-pirot^ crno-bela crno bela #3 iii^ 3 1944 zvono".split()
"""Terms of the index as it keeps them, one of which stands nowhere."""

_chance = random.Random(11)
ROUNDS = [changes(_chance, count) for count in (len(IDS), 30, 30, 20, 20)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    """An index of several segments, with deletions in each but the last."""
    index = index_of(tmp_path_factory.mktemp("parity"), ROUNDS)
    yield index
    index.close()


@pytest.fixture(scope="module")
def snapshot(index: SearchIndex) -> Snapshot:
    snapshot = index._current()
    assert len(snapshot.leaves) == 5
    assert all(leaf.live is not None for leaf in snapshot.leaves[:-1])
    return snapshot


def by_arrays(snapshot: Snapshot, query: Query) -> list[Found]:
    return [Evaluator(snapshot, leaf, scored=True).evaluate(query) for leaf in snapshot.leaves]


def assert_same(snapshot: Snapshot, query: Query, ours: list[Found], whooshs: list[Found]) -> int:
    """Compare what lives of both answers; return how many documents that is."""
    total = 0
    for leaf, mine, theirs in zip(snapshot.leaves, ours, whooshs, strict=True):
        alive = np.ones(len(mine.docs), bool) if leaf.live is None else leaf.live[mine.docs]
        others = np.ones(len(theirs.docs), bool) if leaf.live is None else leaf.live[theirs.docs]
        assert mine.docs[alive].tolist() == theirs.docs[others].tolist(), query
        assert mine.scores is not None
        assert mine.scores[alive] == pytest.approx(theirs.scores[others], abs=1e-6), query
        total += int(np.count_nonzero(alive))
    return total


# Plans, as people's queries become them


def sought(chance: random.Random) -> plans.Sought:
    word = chance.choice(WORDS)
    return chance.choice(
        (
            plans.Word(word),
            plans.Word(word),
            plans.Word(word),
            plans.Word(word, exact=True),
            plans.Prefix(chance.choice(("m", "re", "gra", "sa", "xyz"))),
            plans.Prefix("ž", exact=True),
            plans.Wildcard(chance.choice(("?oda", "*eka", "m?st*"))),
            plans.Fuzzy(chance.choice(("reka", "voda", "zvonce", "nis")), chance.choice((1, 2))),
        )
    )


def phrase(chance: random.Random) -> plans.Phrase:
    slop = chance.choice((None, None, 0, 1, 4))
    found = tuple(sought(chance) for _ in range(chance.choice((2, 2, 2, 3))))
    return plans.Phrase(found, slop)


def node(chance: random.Random, depth: int) -> plans.Node:
    kind = chance.randrange(10) if depth else chance.randrange(3)
    if kind < 2:
        return sought(chance)
    if kind == 2:
        return phrase(chance)
    if kind == 3:
        return plans.InField(chance.choice(list(Field)), node(chance, 0))
    if kind == 4:
        return plans.Not(node(chance, depth - 1))
    if kind == 5:
        return chance.choice(
            (
                plans.OfKind(chance.choice(list(RecordKind))),
                plans.InScript(chance.choice(list(Script))),
                plans.Dated("1943-01-01", "1945-06-30"),
                plans.Dated(None, "1941-12-31"),
            )
        )
    joined = plans.All if kind < 8 else plans.AnyOf
    return joined(tuple(node(chance, depth - 1) for _ in range(chance.randint(2, 3))))


def test_random_plans(index: SearchIndex, snapshot: Snapshot) -> None:
    chance = random.Random(7)
    totals = []
    for _ in range(90):
        plan = plans.Plan("", node(chance, 3))
        tiers = frozenset(chance.choice((list(Tier), [Tier.EXACT], [Tier.EXACT, Tier.WORD])))
        asked = request("", tiers=tiers, ijekavian=chance.random() < 0.3)
        query = Expansion(plan, asked, snapshot).query
        if query is not NullQuery:
            ours, whooshs = by_arrays(snapshot, query), index.evaluate_by_whoosh(query)
            totals.append(assert_same(snapshot, query, ours, whooshs))
    assert sum(total > 0 for total in totals) > 45


# Whoosh's own queries


def raw(chance: random.Random, depth: int) -> Query:
    field = TEXT_FIELD if chance.random() < 0.9 else chance.choice(list(Field)).value
    kind = chance.randrange(8) if depth else chance.randrange(4)
    if kind < 2:
        return Term(field, chance.choice(TERMS), boost=chance.choice((1.0, 1.0, 0.5, 2.0)))
    if kind == 2:
        return Phrase(field, chance.choices(TERMS, k=chance.randint(2, 3)))
    if kind == 3:
        return chance.choice((Every(), SpanNear2([Term(field, term) for term in chance.choices(TERMS, k=2)])))
    if kind == 4:
        return Without(raw(chance, depth - 1), raw(chance, depth - 1))
    if kind == 5:
        return Absent(raw(chance, depth - 1))
    joined = And if kind == 6 else Or
    return joined([raw(chance, depth - 1) for _ in range(chance.randint(1, 3))])


def test_random_trees_of_whooshs_own_queries(index: SearchIndex, snapshot: Snapshot) -> None:
    chance = random.Random(8)
    totals = []
    for _ in range(120):
        query = raw(chance, 3)
        ours, whooshs = by_arrays(snapshot, query), index.evaluate_by_whoosh(query)
        totals.append(assert_same(snapshot, query, ours, whooshs))
    assert sum(total > 0 for total in totals) > 60


def test_a_word_that_is_not_wanted_is_looked_for_from_the_first_document_on(snapshot: Snapshot) -> None:
    """The matcher of Whoosh's own AndNot would let the first one pass."""
    query = Without(Term(TEXT_FIELD, "grad"), Every())
    assert not any(len(found.docs) for found in by_arrays(snapshot, query))


def test_each_phrase_of_a_query_is_looked_for_by_its_own_words(tmp_path: Path) -> None:
    """The words of a phrase live only while it is looked for; the next phrase must not be taken for it."""
    records = [("a", passage("a", "stari hrast kraj puta")), ("b", passage("b", "nova breza i stari hrast"))]
    index = index_of(tmp_path, [records])
    both = And([Phrase(TEXT_FIELD, ["stari", "hrast"]), Phrase(TEXT_FIELD, ["kraj", "puta"])])
    (found,) = by_arrays(index._current(), both)
    assert found.docs.tolist() == [0]
    index.close()


QUERIES = [
    "reka",
    "reka mosta",
    "reka OR voda OR grad",
    "reka AND NOT voda",
    "grad NOT (voda OR reka)",
    '"crno bela"',
    '"iii 3" OR zvono',
    '"reka voda" OR (grad AND mosta) OR NOT vode',
    "reka^2 OR voda^0.5",
    "(reka OR voda)^3 grad",
    '"crno bela"^2 OR grad',
    "tag:reka OR event:grad title:voda",
    "nowhere OR reka",
    "nowhere",
]


@pytest.mark.parametrize("normalized", [True, False])
def test_queries_of_whooshs_own_parser(index: SearchIndex, snapshot: Snapshot, normalized: bool) -> None:
    parser = QueryParser(TEXT_FIELD, index._index.schema)
    for text in QUERIES:
        query = parser.parse(text, normalize=normalized)
        assert_same(snapshot, query, index._evaluate(snapshot, query), index.evaluate_by_whoosh(query))


# What only Whoosh can do


def positions(text: str) -> dict[str, list[int]]:
    """At which positions of a text each term stands."""
    found: dict[str, list[int]] = {}
    position = -1
    for piece in pieces(text):
        for term, advance in analyse(piece):
            position += advance
            found.setdefault(term, []).append(position)
    return found


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        (Prefix(TEXT_FIELD, "vod"), lambda found: any(term.startswith("vod") for term in found)),
        (
            Or([Term(TEXT_FIELD, "reka"), Prefix(TEXT_FIELD, "zvon")]),
            lambda found: "reka" in found or "zvono" in found or "zvona" in found,
        ),
        (SpanFirst(Term(TEXT_FIELD, "grad")), lambda found: 0 in found.get("grad", ())),
        (
            SpanBefore(Term(TEXT_FIELD, "reka"), Term(TEXT_FIELD, "most")),
            lambda found: "most" in found and min(found.get("reka", (99,))) < min(found["most"]),
        ),
        (
            Phrase(TEXT_FIELD, ["reka", "most"], slop=2),
            lambda found: any(0 < b - a <= 2 for a in found.get("reka", ()) for b in found.get("most", ())),
        ),
        (And([Term(TEXT_FIELD, "reka")] * 2, boost=2.0), lambda found: "reka" in found),
        (
            Or([Term(TEXT_FIELD, "reka"), Term(TEXT_FIELD, "grad")], scale=0.5),
            lambda f: "reka" in f or "grad" in f,
        ),
        (Term(KIND, "photo"), None),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Query) else "",
)
def test_what_the_evaluator_does_not_know_whoosh_evaluates(
    index: SearchIndex,
    snapshot: Snapshot,
    query: Query,
    is_found: Callable[[dict[str, list[int]]], bool] | None,
) -> None:
    with pytest.raises(Unknown):
        by_arrays(snapshot, query)
    found = {
        (leaf.data.value(RECORD, int(doc)), int(leaf.data.ordinals[doc]))
        for leaf, part in zip(snapshot.leaves, index._evaluate(snapshot, query), strict=True)
        for doc in leaf.alive(part.docs)
    }
    wanted = {
        (document.record_id, document.ordinal)
        for documents in after(ROUNDS).values()
        for document in documents
        if (is_found(positions(document.text)) if is_found else document.kind is RecordKind.PHOTO)
    }
    assert found == wanted
    assert found


# An index that Whoosh made by itself

LOWER = "reka most grad voda kuća put zima žena stari nova ćup 1944 i da se".split()


class _OurTerms(Composable):  # type: ignore[misc]
    """Gives Whoosh's own index the same terms at the same positions."""

    def __call__(self, value: str, **_options: object) -> Iterator[Token]:
        position = -1
        for piece in pieces(value):
            for term, advance in analyse(piece):
                position += advance
                yield Token(text=term, pos=position, boost=1.0, stopped=False)


def query_pair(chance: random.Random, depth: int) -> tuple[str, Query, int]:
    """A query as a person types it, the same for Whoosh, and how much Whoosh counts for what is not there."""
    kind = chance.randrange(6) if depth else chance.randrange(2)
    if kind == 0:
        return (word := chance.choice(LOWER)), Term("text", word), 0
    if kind == 1:
        words = chance.choices(LOWER[:6], k=chance.choice((2, 2, 3)))
        return f'"{" ".join(words)}"', Phrase("text", words), 0
    one, first, plus = query_pair(chance, depth - 1)
    other, second, more = query_pair(chance, depth - 1)
    if kind == 2:
        return f"({one} OR {other})", Or([first, second]), plus or more
    if kind == 3:
        return f"({one} NOT {other})", And([first, Not(second)]), plus + 1
    return f"({one} {other})", And([first, second]), plus + more


def test_an_index_made_by_whoosh_alone_gives_the_same(tmp_path: Path) -> None:
    chance = random.Random(5)
    texts = [" ".join(chance.choices(LOWER, k=chance.randint(1, 30))) for _ in range(180)]
    stock = RamStorage().create_index(Schema(name=STORED, text=TEXT(analyzer=_OurTerms())))
    rounds = []
    for first in range(0, 180, 60):
        writer = stock.writer()
        some = list(enumerate(texts))[first : first + 60]
        for number, text in some:
            writer.add_document(name=f"{number:03}", text=text)
        writer.commit(merge=False)
        rounds.append([(f"{number:03}", passage(f"{number:03}", text)) for number, text in some])
    ours = index_of(tmp_path, rounds)
    compared = 0
    with stock.searcher() as searcher:
        for _ in range(70):
            text, query, plus = query_pair(chance, 2)
            if " OR " in text and plus:
                continue
            found = ours.search(request(text, tiers=frozenset({Tier.EXACT})))
            expected = [
                (hit["name"], round(hit.score - plus, 6)) for hit in searcher.search(query, limit=None)
            ]
            expected.sort(key=lambda row: (-row[1], row[0]))
            assert found.total == len(expected), text
            assert [match.record_id for match in found.matches] == [name for name, _score in expected], text
            scores = [match.score for match in found.matches]
            assert scores == pytest.approx([score for _name, score in expected], abs=2e-6), text
            compared += bool(expected)
    assert compared > 30
    ours.close()
