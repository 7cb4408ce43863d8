import re

import pytest

from archive_app.language.dates import Confidence, find_dates
from archive_app.language.dating.years import (
    FULL_WORDS,
    SHORT_ENDED,
    SHORT_FIGURES,
    SHORT_WORDS,
    nearest_century,
    year_number,
)


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("hiļadu devetsto cetrdeset prve", 1941),
        ("hiljadu i osamsto cetvrte", 1804),
        ("devet stotina cetrnaeste", 1914),
        ("osamsto sedamdeset i seste", 1876),
        ("devetstote", 1900),
        ("dve hiljade pete", 2005),
        ("cetrdeset prve", 41),
        ("'44", 44),
        ("41-ve", 41),
    ],
)
def test_what_a_year_in_words_or_two_figures_means(written: str, year: int) -> None:
    assert re.fullmatch(f"{FULL_WORDS}|{SHORT_WORDS}|{SHORT_FIGURES}|{SHORT_ENDED}", written)
    assert year_number(written) == year


@pytest.mark.parametrize("words", ["trista druga", "osamsto druga", "dvesta prva", "5'44", "rec'44"])
def test_what_only_sounds_like_one(words: str) -> None:
    assert re.search(f"{FULL_WORDS}|{SHORT_WORDS}|{SHORT_FIGURES}", words) is None


def test_the_nearest_century() -> None:
    assert nearest_century(48, 1852) == 1848
    assert nearest_century(4, 1899) == 1904
    assert nearest_century(44, None) == 1944


def test_the_dates_round_a_year_of_two_figures_say_its_century() -> None:
    found = find_dates("Godine 1852. pričaše kako je otac pao četrdeset osme godine.")
    assert [(mention.text, mention.edtf) for mention in found][1] == ("četrdeset osme godine", "1848")
    assert found[1].confidence is Confidence.LIKELY
    (alone,) = find_dates("Pao je četrdeset osme godine.")
    assert (alone.edtf, alone.confidence) == ("1948", Confidence.POSSIBLE)


@pytest.mark.parametrize(
    "words",
    ["do dvadeset pete godine", "u svojoj četrdeset petoj godini", "četrdeset pete godine života", "32-ve"],
)
def test_an_age_is_no_year(words: str) -> None:
    assert find_dates(f"Čekao je {words} i ćutao.") == []
