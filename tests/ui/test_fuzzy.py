"""How near a few letters come to a name."""

import pytest

from archive_app.ui.fuzzy import fit, word_fit


def nearest(typed: str, *names: str) -> list[str]:
    found = [(distance, name) for name in names if (distance := fit(typed, name)) is not None]
    return [name for _distance, name in sorted(found)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("exp", "export as pdf"),
        ("pdf", "export as pdf"),
        ("eap", "export as pdf"),
        ("exprt", "export as pdf"),
        ("as exp", "export as pdf"),
    ],
)
def test_beginnings_words_and_letters_in_their_order_fit(typed: str, name: str) -> None:
    assert fit(typed, name) is not None


@pytest.mark.parametrize("typed", ["xport pdfs", "fdp", "tropxe", "exporting"])
def test_letters_that_are_not_there_or_in_another_order_do_not_fit(typed: str) -> None:
    assert fit(typed, "export as pdf") is None


def test_a_beginning_comes_before_a_word_before_scattered_letters() -> None:
    names = ("open note of the record", "new collection", "next annotation", "the note")
    assert nearest("note", *names) == ["open note of the record", "the note"]
    assert nearest("ne", *names)[:2] == ["new collection", "next annotation"]
    assert nearest("nc", *names)[0] == "new collection"


def test_the_initials_of_words_come_before_letters_in_the_middle_of_them() -> None:
    assert nearest("na", "next annotation", "nedelja") == ["next annotation", "nedelja"]


def test_a_long_name_fits_by_words_only() -> None:
    caption = "mornari na kaldrmi ispod bedema, oktobar 1944"
    assert word_fit("mkb", caption) is None
    assert word_fit("bedema", caption) == 1.0
    assert word_fit("oktobar mornari", caption) == 3.0
