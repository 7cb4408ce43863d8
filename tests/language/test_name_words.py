import pytest

from archive_app.language.name_words import NameWord, Nearness, is_common, tens_of, value_of


def nearness(name: str, standing: str) -> Nearness | None:
    return NameWord(name).nearness(standing)


@pytest.mark.parametrize(
    ("name", "standing", "expected"),
    [
        ("Štetner", "Штетнер", Nearness.SAME),
        ("Čukarica", "Cukarica", Nearness.FOLDED),
        ("Шнекенбургер", "Šnekenburgera", Nearness.FORM),
        ("Šabac", "Šapca", Nearness.FORM),
        ("Čukarica", "Cukarice", Nearness.FORM),
        ("Ub", "Ubom", Nearness.FORM),
        ("Tito", "Titovih", Nearness.POSSESSIVE),
        ("Nikola", "Николине", Nearness.POSSESSIVE),
        ("Sremac", "Sremčev", Nearness.POSSESSIVE),
        ("Sava", "Savski", None),
        ("Sava", "Savić", None),
        ("Petar", "Pavle", None),
        ("Bugarska", "Bugarin", None),
    ],
)
def test_a_word_comes_near_to_a_name_or_not(name: str, standing: str, expected: Nearness | None) -> None:
    assert nearness(name, standing) is expected


def test_a_text_may_lack_diacritics_but_has_none_that_the_name_has_not() -> None:
    assert nearness("Rakovica", "Rakovića") is None
    assert nearness("Kosta", "Košto") is None
    assert nearness("Đorđe", "Djordja") is Nearness.FORM


def test_cyrillic_has_a_letter_for_each() -> None:
    assert nearness("Andrić", "Andrica") is Nearness.FORM
    assert nearness("Andrić", "Андрица") is None


def test_a_plural_that_no_name_has_is_another_word() -> None:
    assert nearness("Sava", "Sav") is None
    assert nearness("Terazije", "Terazija") is Nearness.FORM


def test_words_without_content_stand_as_they_are() -> None:
    assert nearness("na", "na") is Nearness.SAME
    assert nearness("i", "u") is None


@pytest.mark.parametrize(
    ("token", "value"),
    [("12", 12), ("XII", 12), ("dvanaestog", 12), ("Прве", 1), ("I", 1), ("XX-og", 20), ("14-og", 14)],
)
def test_a_number_is_the_same_however_it_is_written(token: str, value: int) -> None:
    assert value_of(token) == value


@pytest.mark.parametrize("token", ["korpus", "21.30", "i", "И", "Vidin"])
def test_other_words_are_no_numbers(token: str) -> None:
    assert value_of(token) == 0


def test_tens_are_those_that_an_ordinal_can_follow() -> None:
    assert [tens_of(word) for word in ("Dvadeset", "тридесет", "sto", "deset")] == [20, 30, 100, 0]


def test_common_words_are_told_from_names() -> None:
    assert is_common("Vuk")
    assert is_common("Ружа")
    assert not is_common("Štetner")
