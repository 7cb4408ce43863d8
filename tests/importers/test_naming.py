"""Names of files become titles that a person can read."""

from pathlib import Path

from archive_app.importers.naming import MAX_TITLE, readable_stem, shortened


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
