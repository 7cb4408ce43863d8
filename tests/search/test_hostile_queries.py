"""Whatever is typed, the index answers or refuses with a plain sentence."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from archive_app.core.errors import UserError
from archive_app.core.hits import Facet, Order
from archive_app.search.highlighting import highlight
from archive_app.search.index import SearchIndex
from helpers.hostile import hostile
from helpers.indexes import IDS, changes, index_of, request

TEXT = (
    "Ћуприја на reci, 1944-10, 21.30 III NATO-a crno-beo most ǆep а mosta AND NOT -\nova \u0301 𝔐𝔬𝔰𝔱 ß İ あ"
)


EACH = 8
"""All ten thousand are understood or refused in `test_query_fuzz`; each eighth of them also searches."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    chance = random.Random(9)
    rounds = [changes(chance, 50), [(name, []) for name in IDS[::7]]]
    index = index_of(tmp_path_factory.mktemp("hostile"), rounds)
    yield index
    index.close()


@pytest.mark.no_cover
def test_hostile_queries_give_results_or_a_sentence(index: SearchIndex) -> None:
    orders = list(Order)
    found = 0
    refused: list[str] = []
    for number, query in enumerate(islice(hostile(random.Random(2_025)), None, None, EACH)):
        asked = replace(request(query, limit=3), order=orders[number % 3], with_facets=number % 8 == 0)
        if number % 5 == 0:
            asked = replace(asked, ijekavian=True, foreign=True, narrowed={Facet.SOURCE: frozenset({"s1"})})
        try:
            matches = index.search(asked)
        except UserError as error:
            refused.append(str(error))
            continue
        assert len(matches.matches) == min(3, matches.total) <= index.document_count, query
        if number % 10 == 0:
            spans = highlight(matches.found, TEXT).spans
            assert all(0 <= start < end <= len(TEXT) for start, end in spans), query
            assert len(matches.words) == len(matches.found.forms), query
        found += bool(matches.total)
    assert found > 35
    assert len(list(filter(None, refused))) == len(refused) > 60


def test_a_near_phrase_of_one_word_very_many_times(index: SearchIndex) -> None:
    assert index.search(request('"' + "reka " * 900 + '"~100')).total == 0


def test_a_query_of_as_many_words_as_fit(index: SearchIndex) -> None:
    for joint in (" ", " OR ", " NOT ", " AND NOT ", "* "):
        many = joint.join(["reka", "most", "sava"] * 125)
        assert index.search(request(many)).total <= index.document_count
