import random
import re
from collections.abc import Iterable

import pytest

from archive_app.language.folding import bare
from archive_app.language.words import KEYS_VERSION, keys, plain
from archive_app.search.arrays import Strings, string_arrays
from archive_app.search.lexicon import Lexicon, is_within, lexicon_arrays
from archive_app.search.segments import _InMemory
from helpers.indexes import WORDS


def lexicon_of(terms: Iterable[str]) -> tuple[list[str], Lexicon]:
    encoded = sorted(term.encode() for term in set(terms))
    return [term.decode() for term in encoded], Lexicon(_InMemory(*lexicon_arrays(encoded, keys)))


def drawn(chance: random.Random, letters: str, count: int, longest: int = 9) -> list[str]:
    return ["".join(chance.choices(letters, k=chance.randint(1, longest))) for _ in range(count)]


@pytest.fixture(scope="module")
def filled() -> tuple[list[str], Lexicon]:
    chance = random.Random(2)
    words = [
        *drawn(chance, "abc", 500),
        *drawn(chance, "ačđijln", 300),
        "Ljubav^",
        "džep",
        "džepa",
        "vođa",
        "voda",
    ]
    return lexicon_of(words)


def test_terms_and_keys_lead_to_each_other() -> None:
    terms, lexicon = lexicon_of(["reka", "reke", "reci^", "rečni", "3", "#3", "iii^"])
    for number, term in enumerate(terms):
        assert lexicon.keys_of(number) == keys(term)
    every = {key for term in terms for key in keys(term)}
    for key in every:
        assert [terms[n] for n in lexicon.terms_with(key)] == [term for term in terms if key in keys(term)]
    assert lexicon.terms_with("snowhere") == []
    strings = string_arrays("terms", [term.encode() for term in terms])
    known = lexicon.all_keys(Strings(strings["terms"].tobytes(), 0, strings["terms.bounds"]))
    assert {term: frozenset(found) for term, found in known.items()} == {term: keys(term) for term in terms}


def test_a_lexicon_knows_whether_its_rules_are_the_newest() -> None:
    arrays, values = lexicon_arrays([b"reka"], keys)
    assert Lexicon(_InMemory(arrays, values)).is_current
    assert not Lexicon(_InMemory(arrays, {"version": KEYS_VERSION - 1})).is_current


def test_a_lexicon_without_terms() -> None:
    _terms, lexicon = lexicon_of([])
    assert lexicon.terms_with("=a") == []
    assert lexicon.like("a*").tolist() == lexicon.like("*a").tolist() == lexicon.like("?").tolist() == []
    assert lexicon.similar("reka", 1) == lexicon.similar("reka", 2) == {}


def by_hand(pattern: str) -> re.Pattern[str]:
    signs = {"?": "(lj|nj|dj|dz|.)", "*": ".*"}
    return re.compile("".join(signs.get(sign, re.escape(sign)) for sign in pattern))


def test_patterns_find_what_is_like_them(filled: tuple[list[str], Lexicon]) -> None:
    terms, lexicon = filled
    chance = random.Random(5)
    patterns = [
        *drawn(chance, "abc*?", 80, 5),
        *drawn(chance, "ab***?", 80, 8),
        "dj*",
        "vo?a",
        "?ubav",
        "?ep*",
        "*ep",
        "*",
        "?",
        "a",
        "lj*v",
    ]
    found_any = 0
    for pattern in patterns:
        wanted = by_hand(pattern)
        expected = [n for n, term in enumerate(terms) if wanted.fullmatch(bare(plain(term)))]
        assert sorted(lexicon.like(pattern).tolist()) == expected, pattern
        found_any += bool(expected)
    assert found_any > 40


def test_a_pattern_of_many_stars_is_quickly_tried() -> None:
    """Trying all places of all letters would take for ever."""
    terms, lexicon = lexicon_of(["a" * 100, "a" * 99 + "b"])
    assert [terms[n] for n in lexicon.like("*a" * 20 + "*b")] == [terms[1]]
    assert lexicon.like("a*" * 20 + "c*").tolist() == []
    assert [terms[n] for n in lexicon.like("*a?" * 20 + "*b")] == [terms[1]]
    assert lexicon.like("*a?" * 20 + "*c").tolist() == []


@pytest.mark.parametrize("distance", [1, 2])
def test_words_that_are_similar_are_all_found(filled: tuple[list[str], Lexicon], distance: int) -> None:
    terms, lexicon = filled
    chance = random.Random(6)
    found_any = 0
    for word in [*drawn(chance, "abc", 50 // distance), "vodja", "ljubva", "dzepe", "ljuba"]:
        expected: dict[str, list[int]] = {}
        for number, term in enumerate(terms):
            if edits(bare(plain(term)), word) <= distance:
                expected.setdefault(bare(plain(term)), []).append(number)
        assert lexicon.similar(word, distance) == expected, word
        found_any += bool(expected)
    assert found_any > 15


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("msot", "most"),
        ("strai", "stari"),
        ("zvnoce", "zvonce"),
        ("golbuovi", "golubovi"),
        ("msotovi", "mostovi"),
    ],
)
def test_two_letters_swapped_in_the_middle_of_a_word(written: str, meant: str) -> None:
    _terms, lexicon = lexicon_of([meant, *WORDS])
    assert meant in lexicon.similar(written, 1)


def edits(one: str, other: str) -> int:
    """How many letters are changed, added, left out or swapped with the next (optimal string alignment)."""
    table = [[max(i, j) if not i or not j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i, letter in enumerate(one, 1):
        for j, wanted in enumerate(other, 1):
            changed = table[i - 1][j - 1] + (letter != wanted)
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, changed)
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def test_the_distance_of_two_words_is_as_by_hand() -> None:
    chance = random.Random(9)
    for one, other in zip(drawn(chance, "ab", 3_000, 6), drawn(chance, "ab", 3_000, 6), strict=True):
        for distance in (1, 2):
            assert is_within(one, other, distance) == (edits(one, other) <= distance), (one, other)
