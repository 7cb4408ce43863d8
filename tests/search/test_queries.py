import pickle
import random

import pytest

from archive_app.core.errors import UserError
from archive_app.core.hits import Tier
from archive_app.language.words import sought
from archive_app.search.queries import (
    LONGEST_QUERY,
    All,
    AnyOf,
    Node,
    Not,
    Phrase,
    SoughtPrefix,
    understand,
)


def word(text: str) -> Node:
    found = sought(text)
    assert found is not None
    return found


def test_words_are_all_wanted() -> None:
    assert understand("stara ćuprija").root == All((word("stara"), word("ćuprija")))


def test_operators_and_brackets_join_words() -> None:
    root = understand("most AND (reka OR potok) NOT brod").root
    assert root == All((word("most"), AnyOf((word("reka"), word("potok"))), Not(word("brod"))))


@pytest.mark.parametrize("quotes", ['"{}"', "„{}“", "»{}«", "“{}”"])
def test_any_double_quotes_make_a_phrase(quotes: str) -> None:
    assert understand(quotes.format("stara ćuprija")).root == Phrase((word("stara"), word("ćuprija")))


def test_a_star_at_the_end_makes_a_prefix() -> None:
    assert understand("(ćupr* OR most)").root == AnyOf((SoughtPrefix("ćupr", "cupr"), word("most")))
    assert understand('"stara ćupr*"').root == Phrase((word("stara"), SoughtPrefix("ćupr", "cupr")))


def test_what_was_typed_without_a_space_is_a_phrase() -> None:
    assert understand("3.maja").root == Phrase((word("3"), word("maja")))


def test_a_compound_is_sought_whole_and_as_a_phrase_of_its_parts() -> None:
    parts = Phrase((word("crno"), word("beo")))
    assert understand("crno-beo").root == AnyOf((word("crno-beo"), parts))


def test_colons_and_slashes_are_no_commands() -> None:
    assert understand("naslov: most").root == All((word("naslov"), word("most")))
    assert understand("http://primer.rs").root == Phrase((word("http"), word("primer"), word("rs")))


@pytest.mark.parametrize("query", ["", "   ", "—", '""', "()", "NOT", "* *", "ъ", "\u00ad", '"...', ":/"])
def test_a_query_without_a_word_is_refused_in_plain_words(query: str) -> None:
    if query == "NOT":
        assert understand(query).root == word("NOT")
        return
    with pytest.raises(UserError, match="no word"):
        understand(query)


def test_a_pasted_page_is_refused() -> None:
    with pytest.raises(UserError, match="too long"):
        understand("reč " * LONGEST_QUERY)


def test_a_plan_travels_between_processes() -> None:
    plan = understand('most "stara ćupr*" NOT (reka OR III)', {Tier.EXACT, Tier.WORD})
    assert pickle.loads(pickle.dumps(plan)) == plan


PIECES = [
    *"()\"*:/\\[]{}^~+-?!.,;„“»«'<>=&|#@\n\t\0\u00ad\u200b\ud800",
    *(
        "AND",
        "OR",
        "NOT",
        "ANDNOT",
        "ANDMAYBE",
        "REQUIRE",
        "TO",
        "most",
        "ћуприја",
        "3.",
        "21.30",
        "I-II",
        "z\u030c",
        " ",
    ),
]


def test_no_pasted_text_is_too_odd_to_be_understood() -> None:
    chance = random.Random(1944)
    texts = ["".join(chance.choices(PIECES, k=chance.randrange(1, 30))) for _ in range(400)]
    texts += [" ".join(chance.choices(PIECES, k=chance.randrange(1, 30))) for _ in range(400)]
    texts += ["(" * 4_000, "NOT " * 1_000 + "most", "a OR " * 900 + "b", "most AND " * 500, '"' * 4_999]
    understood = 0
    for text in texts:
        try:
            understand(text)
            understood += 1
        except UserError:
            assert not any(name in text for name in ("most", "ћуприја", "21.30")), text
    assert understood > 400
