"""Names of files become titles that a person can read."""

from pathlib import Path

import pytest

from archive_app.importers.naming import MAX_TITLE, first_words, readable_stem, shortened, tells_something


def test_underscores_become_spaces() -> None:
    assert readable_stem(Path("/a/Pismo_iz__Beograda_1944.txt")) == "Pismo iz Beograda 1944"


def test_decomposed_letters_are_joined() -> None:
    assert readable_stem(Path("Čačak.txt")) == "Čačak"


def test_a_name_without_a_stem_is_kept_whole() -> None:
    assert readable_stem(Path("___.txt")) == "___.txt"


def test_long_titles_are_cut() -> None:
    title = shortened("reč " * 100)
    assert len(title) <= MAX_TITLE
    assert title.endswith("reč…")


@pytest.mark.parametrize(
    ("name", "tells"),
    [
        ("pismo_bratu.txt", True),
        ("Записник 12.txt", True),
        ("000_2f489c2c473b6249.txt", False),
        ("IMG_2041.txt", False),
        ("scan 3.txt", False),
    ],
)
def test_a_number_or_a_code_is_no_title(name: str, tells: bool) -> None:
    assert tells_something(Path(name)) is tells


def test_a_text_is_called_by_its_first_words_where_nothing_else_tells() -> None:
    assert first_words("Ujutru smo krenuli.") == "Ujutru smo krenuli."
    title = first_words(
        "Ujutru smo krenuli preko mosta, dok je grad još spavao, i stigli pred podne u Zemun."
    )
    assert title == "Ujutru smo krenuli preko mosta, dok je grad još spavao, i…"
