import pytest

from archive_app.language.tokens import is_abbreviation_with_ending, tokenize


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
