"""The order of results, against a plain sort of all of them."""

import random
from collections.abc import Iterator
from math import inf

import pytest

from archive_app.core.hits import Document, Match, Order, RecordKind
from archive_app.search import ranking
from archive_app.search.index import SearchIndex
from helpers.indexes import IDS, after, changes, index_of, passage, place, request

ROUNDS = [changes(random.Random(40 + n), count) for n, count in enumerate((len(IDS), 30, 20, 20))]
QUERIES = (
    "reka",
    "reka OR voda OR grad OR most",
    "NOT nigdenikom",
    "m*",
    "title:voda OR zima",
    "kind:annotation",
)
THERE = {
    (document.record_id, document.ordinal): document
    for documents in after(ROUNDS).values()
    for document in documents
}


@pytest.fixture(scope="module", params=["in parts", "merged"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    index = index_of(tmp_path_factory.mktemp("ranking"), ROUNDS)
    if request.param == "merged":
        index.merge()
    yield index
    index.close()


def reads(match: Match) -> tuple[object, ...]:
    """By what results come in reading order."""
    document: Document = THERE[place(match)]
    on, first, _last = document.stands_on or ("", document.ordinal, 0)
    return document.source_id or "", on or document.record_id, first, bool(on), document.record_id


def day(match: Match) -> float:
    document = THERE[place(match)]
    if not (document.first_day or document.last_day):
        source = THERE.get((document.source_id or "", 0))
        document = source if source and source.kind is RecordKind.SOURCE else document
    known = document.first_day or document.last_day
    return float(known.replace("-", "")) if known else inf


KEYS = {
    Order.RELEVANCE: lambda match: (-match.score, *reads(match)),
    Order.SOURCE: reads,
    Order.DATE: lambda match: (day(match), *reads(match)),
}


@pytest.mark.parametrize("order", Order)
def test_all_results_are_sorted(index: SearchIndex, order: Order) -> None:
    for query in QUERIES:
        matches = index.search(request(query, order=order)).matches
        assert len(matches) > 3, query
        assert list(matches) == sorted(matches, key=KEYS[order]), query


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("sample", [4_096, 8])
def test_the_first_results_are_the_first_of_all(
    index: SearchIndex, order: Order, sample: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where their bound is first guessed from a sample."""
    monkeypatch.setattr(ranking, "_SAMPLE", sample)
    for query in QUERIES:
        every = index.search(request(query, order=order)).matches
        for limit in (0, 1, 2, 5, 10, 50, len(every) - 1, len(every), len(every) + 1):
            found = index.search(request(query, order=order, limit=limit))
            assert found.total == len(every)
            assert found.matches == every[:limit], (query, limit)


def test_many_equal_results_come_in_reading_order(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "_SAMPLE", 8)
    names = random.Random(1).sample(range(1_000), k=300)
    rounds = [[(f"{n:03}", passage(f"{n:03}", "ista reč")) for n in names[start::3]] for start in range(3)]
    index = index_of(tmp_path_factory.mktemp("equal"), rounds)
    for _merged in (False, True):
        for order in Order:
            for limit in (7, 100, None):
                found = index.search(request("reč", order=order, limit=limit)).matches
                assert [int(match.record_id) for match in found] == sorted(names)[:limit]
        index.merge()
    index.close()


def test_scores_are_not_given_more_exactly_than_they_are_compared(index: SearchIndex) -> None:
    for match in index.search(request("reka OR voda")).matches:
        assert match.score == round(match.score, 6)
