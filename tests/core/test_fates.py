"""What became of words in a short changed stretch."""

from archive_app.core.fates import Fate, fates, letters_apart


def test_a_slip_is_the_same_word() -> None:
    assert fates(["na", "Kalemegdnau", "je"], ["na", "Kalemegdanu", "je"])[1] == {Fate(1, 2, 1, 2)}


def test_another_word_is_not() -> None:
    ((), (fate,), ()) = [
        tuple(some - {Fate(0, 1, 0, 1), Fate(2, 3, 2, 3)})
        for some in fates("a konj c".split(), "a most c".split())
    ]
    assert not fate.is_kept


def test_a_word_written_apart_and_together() -> None:
    assert fates("ne mam to".split(), "nemam to".split())[0] == {Fate(0, 2, 0, 1)}
    assert fates("nemam to".split(), "ne mam to".split())[0] == {Fate(0, 1, 0, 2)}


def test_which_of_two_equal_words_was_left_out_is_not_certain() -> None:
    first, second, _last = fates("je je bio".split(), "je bio".split())
    assert len(first) == len(second) == 2


def test_letters_apart() -> None:
    assert letters_apart("Beograd", "Beograd") == 0
    assert letters_apart("Beograd", "Beogad") == 1
    assert letters_apart("konj", "most") == 3
    assert letters_apart("", "abc") == 3
