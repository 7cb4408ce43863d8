import pytest

from archive_app.core.records import Script
from archive_app.language.scripts import in_script_of, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Žuta šljiva u đačkoj torbi", Script.LATIN),
        ("Жута шљива у ђачкој торби", Script.CYRILLIC),
        ("Жута шљива (Prunus domestica) у ђачкој торби", Script.CYRILLIC),
        ("1944. — 20/10", Script.UNKNOWN),
        ("", Script.UNKNOWN),
        ("ab вг", Script.UNKNOWN),
    ],
)
def test_the_script_of_most_letters_is_the_script_of_the_text(text: str, script: Script) -> None:
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("word", "model", "written"),
    [
        ("njiva", "Поље", "Њива"),
        ("njiva", "ПОЉЕ", "ЊИВА"),
        ("njiva", "Polje", "Njiva"),
        ("njiva", "POLJE", "NJIVA"),
        ("džezva", "шоља", "џезва"),
        ("injekcija", "лек", "инјекција"),
        ("nadživeti", "а", "надживети"),
        ("odžak", "Кров", "Оџак"),
        ("wagner", "Моцарт", "Wagner"),
        ("", "А", ""),
    ],
)
def test_a_word_takes_the_script_and_the_capitals_of_its_model(word: str, model: str, written: str) -> None:
    assert in_script_of(word, model) == written
