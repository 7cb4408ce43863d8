import pytest

from archive_app.core.hits import SearchRequest, Tier
from archive_app.language.words import Form, SoughtWord
from archive_app.search.forms import FormFinder, WordForms
from archive_app.search.index import SearchIndex
from archive_app.search.plans import Fuzzy, Prefix, Sought, Wildcard, Word
from helpers.indexes import passage, request

TEXTS = ["Reka, reka i reke", "pored Reke", "rečni brod ili rekorder", "čaša i casa, Čačak"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """An index of two segments."""
    index = SearchIndex(tmp_path_factory.mktemp("forms"))
    for start in (0, 1):
        some = [(str(n), passage(str(n), text)) for n, text in enumerate(TEXTS)][start::2]
        index.catch_up(some, seen=1 + start)
    return index


def forms(index: SearchIndex, word: Sought, asked: SearchRequest | None = None) -> WordForms:
    return FormFinder(asked or request(""), index._current()).find(word)


def terms_of(index: SearchIndex, found: WordForms) -> dict[str, float]:
    """The terms of all segments with their weights."""
    return {
        leaf.data.terms[number].decode(): weight
        for leaf in index._current().leaves
        for number, weight in zip(*(column.tolist() for column in found.numbers[leaf.name]), strict=True)
    }


def test_a_word_stands_for_its_forms_in_all_segments(index: SearchIndex) -> None:
    found = forms(index, Word("reka"))
    weights = terms_of(index, found)
    assert weights.keys() == {"reka", "reka^", "reke", "reke^"}
    assert weights["reka"] > weights["reka^"] > weights["reke"] > weights["reke^"] > 0
    assert found.tier("reka^") is Tier.EXACT
    assert found.tier("reke") is Tier.WORD
    assert found.tier("rekorder") is None


def test_only_the_tiers_that_are_allowed_count(index: SearchIndex) -> None:
    exact = request("", tiers=frozenset({Tier.EXACT}))
    assert terms_of(index, forms(index, Word("casa"), exact)).keys() == {"casa"}
    folded = request("", tiers=frozenset({Tier.FOLDED}))
    assert terms_of(index, forms(index, Word("casa"), folded)).keys() == {"čaša"}
    assert terms_of(index, forms(index, Word("reke", exact=True))).keys() == {"reke", "reke^"}


def test_patterns_stand_for_all_that_is_like_them(index: SearchIndex) -> None:
    assert terms_of(index, forms(index, Prefix("rek"))).keys() == {
        "reka",
        "reka^",
        "reke",
        "reke^",
        "rekorder",
    }
    assert terms_of(index, forms(index, Prefix("ca"))).keys() == {"casa", "čaša", "čačak^"}
    assert terms_of(index, forms(index, Prefix("ča", exact=True))).keys() == {"čaša", "čačak^"}
    assert terms_of(index, forms(index, Wildcard("?a?a"))).keys() == {"casa", "čaša"}
    assert terms_of(index, forms(index, Wildcard("?aša", exact=True))).keys() == {"čaša"}
    assert forms(index, Prefix("ca")).tier("čaša") is Tier.EXACT
    assert forms(index, Prefix("ča", exact=True)).tier("casa") is None


def test_a_word_that_may_be_misspelt(index: SearchIndex) -> None:
    found = forms(index, Fuzzy("reca"))
    assert terms_of(index, found).keys() == {"reka", "reka^"}
    assert found.tier("reka") is Tier.SPELLING
    only_exact = request("", tiers=frozenset({Tier.EXACT}))
    assert terms_of(index, forms(index, Fuzzy("reka"), only_exact)).keys() == {
        "reka",
        "reka^",
        "reke",
        "reke^",
    }


def test_a_form_that_is_hardly_like_the_word_is_found_all_the_same(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SoughtWord, "form", lambda self, term, keys: Form(Tier.WORD, -0.1))
    assert min(terms_of(index, forms(index, Word("reka"))).values()) > 0
    assert index.search(request("reka OR brod")).total == 3
