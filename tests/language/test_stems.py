import re
import tarfile
from pathlib import Path

import pytest

from archive_app.language.folding import fold
from archive_app.language.stems import FUNCTION_WORDS, key_start, related_keys, sought_keys, stem_keys

SHARED = Path(__file__).parents[2].parent / "shared"


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


def test_function_words_have_no_forms_unless_they_are_names() -> None:
    assert stem_keys("moja") == frozenset()
    assert stem_keys("moja", capitalised=True) >= {"moj"}
    assert all(word == fold(word) for word in FUNCTION_WORDS)


def test_an_abbreviation_with_an_ending_has_the_keys_of_the_abbreviation() -> None:
    assert stem_keys("unesco-a") == stem_keys("unesco")


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [
        ("jagodinskoj", "jagodina"),
        ("krusevacki", "krusevac"),
        ("krusevackog", "krusevcu"),
        ("pancevacka", "pancevo"),
        ("titovog", "tito"),
        ("nikolinim", "nikola"),
        ("zdanovljev", "zdanov"),
    ],
)
def test_an_adjective_is_related_to_its_noun(adjective: str, noun: str) -> None:
    assert not related_keys(adjective).isdisjoint(stem_keys(noun))


OWN_WORDS = (
    "zaravanj zaravanjska zemaljskih bogalja pitanja misao deo uzeo radošću dugmeta vremena Beograđanin Malarmea "
    "Ub Ubom Ora atom o a da oko učenici nozi vrsi sveska teških crnobeo kolegijum šarenkasti đavolovog Nikolinih"
)


def assert_words_begin_as_their_keys(words: set[str]) -> None:
    for word in words:
        for key in stem_keys(word) | stem_keys(word, capitalised=True) | related_keys(word):
            assert word.startswith(key_start(key)), (word, key)


def test_every_word_begins_as_its_keys_do() -> None:
    assert_words_begin_as_their_keys({fold(word) for word in OWN_WORDS.split()})


def test_every_word_of_a_novel_begins_as_its_keys_do() -> None:
    corpus = SHARED / "corpus" / "eltec-srp.tar.xz"
    if not corpus.is_file():
        pytest.skip("no novels beside the project")
    with tarfile.open(corpus) as archive:
        member = next(member for member in archive if member.name.endswith(".txt"))
        novel = archive.extractfile(member)
        assert novel is not None
        words = set(re.findall(r"\w+", fold(novel.read().decode())))
    assert len(words) > 1_000
    assert_words_begin_as_their_keys(words)
