import pytest

from archive_app.core.hits import Tier
from archive_app.language.folding import fold
from archive_app.language.words import LONGEST_TERM, sought, terms


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("Ђумрук", ("đumruk",)),
        ("12.500", ("12500",)),
        ("12\u00a0500", ("12500",)),
        ("07:45", ("7.45",)),
        ("15-ог", ("15",)),
        ("05", ("5",)),
        ("XIV", ("xiv", "#14")),
        ("ХХ", ("hh", "#20")),
        ("V", ("v", "#5")),
        ("I", ("i",)),
        ("iv", ("iv",)),
        ("IIII", ("iiii",)),
        ("СС", ("ss",)),
        ("ъ", ()),
    ],
)
def test_what_a_token_is_indexed_as(token: str, expected: tuple[str, ...]) -> None:
    assert terms(token) == expected


def test_damage_without_spaces_is_cut() -> None:
    assert len(terms("љ" * 100_000)[0]) == LONGEST_TERM


@pytest.mark.parametrize(
    ("typed", "standing", "tier"),
    [
        ("Jagodina", "ЈАГОДИНА", Tier.EXACT),
        ("zicara", "жичара", Tier.FOLDED),
        ("Djuric", "Ђурић", Tier.FOLDED),
        ("Jagodina", "Јагодине", Tier.WORD),
        ("UNESCO", "УНЕСКО", None),
        ("NATO", "НАТО-а", Tier.WORD),
        ("Jagodina", "јагодинског", Tier.RELATED),
        ("jagodinski", "Јагодина", Tier.RELATED),
        ("Albanija", "албански", Tier.RELATED),
        ("4", "IV", Tier.WORD),
        ("IV", "4", Tier.WORD),
        ("4", "14", None),
        ("15.000", "15000", Tier.EXACT),
        ("voda", "вођа", None),
        ("Smederevo", "смедер", None),
    ],
)
def test_how_near_a_word_of_the_text_comes_to_the_word_typed(
    typed: str, standing: str, tier: Tier | None
) -> None:
    word = sought(typed)
    assert word is not None
    assert min((t for term in terms(standing) if (t := word.tier(term))), default=None) is tier


def test_every_term_that_matches_lies_in_a_range_of_the_sorted_vocabulary() -> None:
    text = "Шабац Шапца шабачки Албанија албански Нови новога мисао мисли Јагодина јагодинских IV 4 четири земаља земља"
    vocabulary = {term for token in text.split() for term in terms(token)}
    for token in text.split():
        word = sought(token)
        assert word is not None
        ranges = list(word.prefixes())
        for term in vocabulary:
            if word.tier(term):
                assert any(
                    fold(term).startswith(prefix) and len(term) <= longest for prefix, longest in ranges
                ), (token, term)


def test_nothing_is_sought_where_no_letter_is_left() -> None:
    assert sought("ь") is None
