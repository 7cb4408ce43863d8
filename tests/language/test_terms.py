import pytest

from archive_app.language.terms import LONGEST_TERM, analyse, plain, terms


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("ђумрук", ("đumruk",)),
        ("Ђумрук", ("đumruk^",)),
        ("ЂУМРУК", ("đumruk^",)),
        ("ǅep", ("džep^",)),
        ("12.500", ("12500",)),
        ("12\u00a0500", ("12500",)),
        ("07:45", ("7.45",)),
        ("15-ог", ("15",)),
        ("05", ("5",)),
        ("XIV", ("xiv^", "#14")),
        ("XIV-og", ("xiv-og^", "#14")),
        ("ХХ", ("hh^", "#20")),
        ("V", ("v^", "#5")),
        ("V-2", ("v-2^",)),
        ("I", ("i^",)),
        ("iv", ("iv",)),
        ("IIII", ("iiii^",)),
        ("СС", ("ss^",)),
        ("ъ", ("ъ",)),
        ("Jagodi-\nni", ("jagodini^",)),
        ("rusko-\nturski", ("ruskoturski", "rusko-turski", "rusko", "turski")),
    ],
)
def test_what_a_token_is_indexed_as(token: str, expected: tuple[str, ...]) -> None:
    assert terms(token) == expected


def test_the_mark_of_a_capital_can_be_taken_off() -> None:
    assert [plain(term) for term in ("jagodina^", "jagodina")] == ["jagodina", "jagodina"]


def test_damage_without_spaces_is_cut() -> None:
    assert len(plain(terms("љ" * 100_000)[0])) == LONGEST_TERM


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("„Јагодина“,", (("jagodina^", 1),)),
        ("14.maja", (("14", 1), ("maja", 1))),
        ("Ниш-Пирот", (("niš-pirot^", 1), ("niš^", 0), ("pirot^", 1))),
        ("XIV.", (("xiv^", 1), ("#14", 0))),
        ("...", ()),
    ],
)
def test_each_term_of_a_piece_says_whether_it_takes_the_next_place(
    piece: str, expected: tuple[tuple[str, int], ...]
) -> None:
    assert analyse(piece) == expected
