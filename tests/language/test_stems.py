import pytest

from archive_app.language.folding import fold
from archive_app.language.stems import FUNCTION_WORDS, comparative_keys, name_forms, sought_keys, stem_keys


def are_forms(one: str, other: str) -> bool:
    return not sought_keys(fold(one)).isdisjoint(stem_keys(fold(other)))


@pytest.mark.parametrize(
    "forms",
    [
        "Kalenić Kalenića Kaleniću Kalenićem",
        "Jagodina Jagodine Jagodini Jagodinu Jagodinom",
        "Kruševac Kruševca Kruševcu Kruševcem",
        "Vrbas Vrbasa Vrbasu Vrbasom",
        "Šabac Šapca Šapcu Šapcem",
        "Ub Uba Ubu Ubom",
        "učenik učenika učenici učenicima učenike",
        "most mosta mostovi mostova mostovima",
        "sistem sistema sistemu sistemom sistemi",
        "kolega kolege kolegu kolegom",
        "misao misli",
        "deo dela delu",
        "soko sokola sokolu",
        "dugme dugmeta dugmetu",
        "vreme vremena vremenu",
        "zemlja zemlje zemlji zemalja",
        "bubanj bubnja bubnju",
        "radost radosti radošću",
        "građanin građani građana",
        "težak teška teškog teškim",
        "novi nova novog novoj novih novim",
        "Malarme Malarmea Malarmeu",
        "studio studija studiju",
        "slušalac slušaoca slušaoci slušalaca",
    ],
)
def test_forms_of_a_word_find_its_dictionary_form_and_back(forms: str) -> None:
    first, *others = forms.split()
    for other in others:
        assert are_forms(first, other), (first, other)
        assert are_forms(other, first), (other, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("brada", "brdo"),
        ("Sava", "savet"),
        ("plan", "planeta"),
        ("vođa", "voda"),
        ("Sava", "sav"),
        ("rale", "Ralja"),
    ],
)
def test_different_words_do_not_meet(one: str, other: str) -> None:
    assert not are_forms(one, other)


def test_function_words_have_no_stems_unless_they_are_names() -> None:
    assert stem_keys("moja") == frozenset()
    assert stem_keys("moja", capitalised=True) >= {"moj"}
    assert all(word == fold(word) for word in FUNCTION_WORDS)


def test_an_abbreviation_with_an_ending_has_the_keys_of_the_abbreviation() -> None:
    assert stem_keys("unesco-a") == stem_keys("unesco")


def test_a_compound_changes_at_its_end() -> None:
    assert are_forms("rusko-turski", "rusko-turskoga")
    assert not are_forms("rusko-turski", "rusko-japanski")
    assert not are_forms("crno-beo", "crno")


@pytest.mark.parametrize("word", ["vredniji", "najvrednijeg", "vrednijoj"])
def test_a_comparative_that_no_dictionary_knows_has_the_stem_of_its_adjective(word: str) -> None:
    assert comparative_keys(word) == {"vredn"}


def test_other_words_are_no_comparatives() -> None:
    assert comparative_keys("harmonija") == comparative_keys("vredan") == frozenset()


def test_a_foreign_name_in_i_takes_its_endings_after_j() -> None:
    assert name_forms("verdi") >= {"verdija", "verdiju", "verdijem"}
    assert name_forms("verdijem") >= {"verdi", "verdija"}
    assert name_forms("jagodina") == frozenset()
