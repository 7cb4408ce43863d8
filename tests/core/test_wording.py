"""The words and signs of a text."""

import pytest

from archive_app.core.wording import is_word, offset_in_key, offset_in_text, wording


def test_words_and_signs_follow_each_other_without_white_space() -> None:
    text = wording("Пошао је, 14.oktobra …")
    assert text.keys == ["Пошао", "је", ",", "14", ".", "oktobra", "…"]
    assert [text.letters[start:end] for start, end in zip(text.starts, text.ends, strict=True)] == text.keys


def test_a_word_divided_at_a_line_end_is_one_word() -> None:
    text = wording("na Kaleme-\n  gdanu, so\u00adkaku")
    assert text.keys == ["na", "Kalemegdanu", ",", "sokaku"]
    assert text.letters[text.starts[1] : text.ends[1]] == "Kaleme-\n  gdanu"


def test_a_compound_on_one_line_is_several_words() -> None:
    assert wording("Čukarica-Topčider").keys == ["Čukarica", "-", "Topčider"]


def test_lines_are_those_that_hold_words() -> None:
    text = wording("\n\nJedan dva\n\n\n \nTri.\n")
    assert [text.line(number) for number in range(len(text.lines) - 1)] == [("Jedan", "dva"), ("Tri", ".")]


def test_a_text_without_words_has_no_lines() -> None:
    assert (wording(" \n\n").keys, wording("").lines) == ([], [0])


def test_words_at_a_position() -> None:
    text = wording("Sava i Dunav")
    assert [text.first_from(position) for position in (0, 3, 4, 5)] == [0, 0, 1, 1]
    assert [text.after_last_before(position) for position in (0, 1, 4, 12)] == [0, 1, 1, 3]


@pytest.mark.parametrize("text", ["Kaleme-\ngdan", "so\u00adkak", "sokak"])
def test_offsets_lead_there_and_back(text: str) -> None:
    key = wording(text).keys[0]
    places = [offset_in_text(text, heard) for heard in range(len(key))]
    assert [text[place] for place in places] == list(key)
    assert [offset_in_key(text, place) for place in places] == list(range(len(key)))


def test_signs_say_something_but_punctuation_does_not() -> None:
    assert [is_word(key) for key in ("је", "1944", "§", ",", "…", "„")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
