import subprocess
import sys

import pytest

from archive_app.language.lemmas import lemmas, meant_lemmas


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("kućama", "kuca"),
        ("pisao", "pisati"),
        ("psa", "pas"),
        ("došli", "doci"),
        ("najboljeg", "dobar"),
        ("ljudima", "covek"),
        ("decu", "dete"),
    ],
)
def test_the_dictionary_knows_the_dictionary_form_of_a_word(word: str, lemma: str) -> None:
    assert lemma in lemmas(word)


def test_a_capital_asks_for_a_name_first() -> None:
    assert lemmas("rima", capital=True) == ("rim",)
    assert lemmas("rima") == ("rima",)


def test_what_is_not_known_has_no_dictionary_form() -> None:
    assert lemmas("brtvrdž") == ()


def test_diacritics_that_were_left_out_are_tried() -> None:
    assert "covek" in meant_lemmas("coveka")
    assert "doci" in meant_lemmas("dosao")
    assert meant_lemmas("čovek") == ()


def test_the_dictionary_is_read_only_when_it_is_needed() -> None:
    program = "import sys, archive_app.language.words; print('simplemma' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
