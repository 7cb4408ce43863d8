"""Cleaning keeps what can be printed, whole, and says what cannot."""

import pytest

from archive_app.exporters.cleaning import REPLACEMENT, Cleaner, is_blank, phrase, shortened


@pytest.mark.parametrize(
    "text", ["Ђурђевдан, 6. маја – „љубав“", "ǆep ǉudi ǌiva", "Čačak 1941–1945", "š\xa0đ"]
)
def test_serbian_text_stays_as_it_is(text: str) -> None:
    cleaner = Cleaner()
    assert cleaner.text(text) == text
    assert cleaner.dropped() == ()


def test_words_of_sixty_letters_stay_whole_and_longer_ones_may_break() -> None:
    cleaner = Cleaner()
    assert cleaner.text("a" * 60) == "a" * 60
    broken = cleaner.text("a" * 61)
    assert broken.replace("\u200b", "") == "a" * 61
    assert max(map(len, broken.split("\u200b"))) <= 40


def test_an_address_breaks_at_its_slashes() -> None:
    parts = Cleaner().text("https://example.org/" + "zbirka/" * 10).split("\u200b")
    assert all(part.endswith("/") for part in parts)


def test_letters_that_no_font_has_are_replaced_and_named() -> None:
    cleaner = Cleaner()
    assert cleaner.text("a שa\ud800") == f"a {REPLACEMENT}a{REPLACEMENT}"
    assert cleaner.dropped() == (
        "2 characters that the fonts of the report do not have were printed as �: ש (U+05E9), U+D800.",
    )


def test_a_stack_of_marks_keeps_four() -> None:
    assert Cleaner().text("x" + "\u0301" * 9) == "x" + "\u0301" * 4


def test_a_long_title_ends_at_a_word() -> None:
    assert shortened("Izveštaj o borbama za most", 20) == "Izveštaj o borbama…"


def test_what_has_no_ink_is_blank() -> None:
    assert is_blank(" \u200b\xa0\n")
    assert not is_blank("–")


def test_each_script_has_its_own_stretch() -> None:
    assert phrase("(Кула) и XIV vek – Београд, 1944.") == [
        ("sr", "(Кула) и "),
        ("hr", "XIV vek – "),
        ("sr", "Београд, 1944."),
    ]
    assert phrase("1944.", "sr") == [("sr", "1944.")]
    assert phrase("") == []
