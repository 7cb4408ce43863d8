import random
import tarfile
from pathlib import Path

import pytest

from archive_app.language.tokens import is_abbreviation_with_ending, pieces, readings, tokenize

SHARED = Path(__file__).parents[2].parent / "shared"


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Стигли смо 3.маја у подне.", ["Стигли", "смо", "3", "маја", "у", "подне"]),
        ("1.gimnazija", ["1", "gimnazija"]),
        ("Platio je 12.500 dinara", ["Platio", "je", "12.500", "dinara"]),
        ("12\u00a0500 динара", ["12\u00a0500", "динара"]),
        ("1.250.000", ["1.250.000"]),
        ("u 7.45 i u 19:20.", ["u", "7.45", "i", "u", "19:20"]),
        ("u 21.30.", ["u", "21.30"]),
        ("dana 3.5.1921. godine", ["dana", "3", "5", "1921", "godine"]),
        ("03.05.1921", ["03", "05", "1921"]),
        ("14.10. 1921", ["14", "10", "1921"]),
        ("од 1912-1918", ["од", "1912", "1918"]),
        ("15-ог августа", ["15-ог", "августа"]),
        ("47-mi", ["47-mi"]),
        ("27-mart", ["27", "mart"]),
        ("snake_case", ["snake", "case"]),
        ("„Гранд“, (хотел)", ["Гранд", "хотел"]),
        ("...", []),
        ("", []),
    ],
)
def test_words_and_numbers_of_a_text(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


def test_places_are_code_points_of_the_text_as_it_is() -> None:
    text = "Mali z\u030cabac 🐸 ска\u00adче"
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
    assert words(text) == ["Mali", "z\u030cabac", "ска\u00adче"]


def test_a_compound_gives_itself_and_parts_at_consecutive_positions() -> None:
    tokens = [
        (token.text, token.position, token.part) for token in tokenize("пруга Ниш-Пирот-Димитровград ради")
    ]
    assert tokens == [
        ("пруга", 0, False),
        ("Ниш-Пирот-Димитровград", 1, False),
        ("Ниш", 1, True),
        ("Пирот", 2, True),
        ("Димитровград", 3, True),
        ("ради", 4, False),
    ]


def test_an_abbreviation_with_its_case_ending_is_one_word() -> None:
    assert words("UNESCO-a") == ["UNESCO-a"]
    assert words("БИГЗ-ом") == ["БИГЗ-ом"]
    assert is_abbreviation_with_ending("SSSR-u")
    assert not is_abbreviation_with_ending("crno-beo")


def test_a_chain_of_many_hyphens_is_not_one_word() -> None:
    tokens = words("-".join(["la"] * 5_000))
    assert tokens == ["la"] * 5_000


@pytest.mark.parametrize(
    "text",
    [
        "на Јагоди-\nни",
        "na Jagodi-  \r\n  ni",
        "na Jagodi\u2010\nni",
        "na Jagodi\u00ac\nni",
        "na Jagodi\u00ad\nni",
        "na Jagodi\u00ad-\nni",
    ],
)
def test_a_word_divided_at_a_line_end_is_one_token_over_both_lines(text: str) -> None:
    first, word = tokenize(text)
    assert (first.text, first.position) == (text[:2], 0)
    assert (word.start, word.end, word.position) == (3, len(text), 1)


def test_the_word_after_a_divided_one_follows_it() -> None:
    assert [token.position for token in tokenize("na Jagodi-\nni lepo")] == [0, 1, 2]


def test_a_compound_divided_at_its_hyphen_keeps_its_parts() -> None:
    tokens = [(token.text, token.position) for token in tokenize("пруга Ниш-\nПирот ради")]
    assert tokens == [("пруга", 0), ("Ниш-\nПирот", 1), ("Ниш", 1), ("Пирот", 2), ("ради", 3)]


def test_a_part_of_a_compound_may_be_divided_too() -> None:
    assert words("Ниш-Пи-\nрот") == ["Ниш-Пи-\nрот", "Ниш", "Пи-\nрот"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("jugo- i severozapad", ["jugo", "i", "severozapad"]),
        ("jugo-\ni severozapad", ["jugo-\ni", "jugo", "i", "severozapad"]),
        ("UNESCO-\nom", ["UNESCO-\nom"]),
        ("kraj -\npa dalje", ["kraj", "pa", "dalje"]),
        ("kraj-\n\nPočetak", ["kraj", "Početak"]),
        ("Jago\u00acdina", ["Jago\u00acdina"]),
    ],
)
def test_not_every_hyphen_at_a_line_end_divides_a_word(text: str, tokens: list[str]) -> None:
    assert words(text) == tokens


@pytest.mark.parametrize(
    ("token", "meant"),
    [
        ("Jagodi-\nni", ("Jagodini",)),
        ("Jagodi\u00ac \n ni", ("Jagodini",)),
        ("Ниш-\nПирот", ("Ниш-Пирот",)),
        ("UNESCO-\na", ("UNESCO-a",)),
        ("rusko-\nturski", ("ruskoturski", "rusko-turski", "rusko", "turski")),
        ("JAGO-\nDINA", ("JAGODINA", "JAGO-DINA", "JAGO", "DINA")),
        ("obično", ("obično",)),
    ],
)
def test_what_a_token_over_a_line_end_can_be(token: str, meant: tuple[str, ...]) -> None:
    assert readings(token) == meant


def test_a_roman_numeral_with_the_ending_of_an_ordinal_is_one_word() -> None:
    assert words("iz XIX-og veka") == ["iz", "XIX-og", "veka"]


def placed(text: str) -> list[tuple[str, int]]:
    return [(token.text, token.position) for token in tokenize(text)]


def placed_by_pieces(text: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for piece in pieces(text):
        base = found[-1][1] + 1 if found else 0
        found += [(token, base + position) for token, position in placed(piece)]
    return found


def test_pieces_are_words_with_their_punctuation() -> None:
    assert pieces(" „Гранд“, (хотел)\n\nу 7.45 ") == ["„Гранд“,", "(хотел)", "у", "7.45"]
    assert pieces("12\u00a0500 динара, 14.5. 1921 Јагоди-\nна") == [
        "12\u00a0500",
        "динара,",
        "14.5. 1921",
        "Јагоди-\nна",
    ]


HOSTILE = [*"aBžЂъ-\u2010\u00ac\u00ad\n\r\u2028\x85 \u00a0\u202f\u2009\t.:1\u0301\u200b_ǅ^#=\ud800²½\x1f\f"]
HOSTILE += ["\r\n", "20", "000", "1944", "30", "12", "VI", "ili", "SKO", "sko"]


@pytest.mark.parametrize("seed", range(5))
def test_pieces_of_any_text_have_its_tokens(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(2_000):
        text = "".join(chance.choices(HOSTILE, k=chance.randint(1, 14)))
        assert placed_by_pieces(text) == placed(text), text
        assert all(text[token.start : token.end] == token.text for token in tokenize(text))


def test_pieces_of_a_novel_have_its_tokens() -> None:
    corpus = SHARED / "corpus" / "eltec-srp.tar.xz"
    if not corpus.is_file():
        pytest.skip("no novels beside the project")
    with tarfile.open(corpus) as archive:
        member = next(member for member in archive if member.name.endswith(".txt"))
        novel = archive.extractfile(member)
        assert novel is not None
        text = novel.read().decode()
    assert len(pieces(text)) > 10_000
    assert placed_by_pieces(text) == placed(text)
