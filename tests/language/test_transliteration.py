"""Texts in the other script, and the way back to each stored letter."""

import random
import re
from pathlib import Path

import pytest

from archive_app.core.records import Script
from archive_app.language.transliteration import transliterate
from helpers.scripts import HOSTILE, letters_of_chance

WORD = re.compile(r"\w+")


def latin(letters: str) -> str:
    return transliterate(letters, Script.LATIN).letters


def cyrillic(letters: str) -> str:
    return transliterate(letters, Script.CYRILLIC).letters


@pytest.mark.parametrize(
    ("in_cyrillic", "in_latin"),
    [
        ("Љубав и њива, џеп и ђак", "Ljubav i njiva, džep i đak"),
        ("ЉУБАВ, ЊЕГОШ И ЏЕП", "LJUBAV, NJEGOŠ I DŽEP"),
        ("КРАЉ. Љ. Поповић, Њ. В.", "KRALJ. Lj. Popović, Nj. V."),
        ("Инјекција надживи Танјуг", "Injekcija nadživi Tanjug"),
        ("Жута шљива у ђачкој торби", "Žuta šljiva u đačkoj torbi"),
        ("На острво Вис слетела су два авиона С-47", "Na ostrvo Vis sletela su dva aviona S-47"),
        ("", ""),
        ("1944. — 20/10 😀", "1944. — 20/10 😀"),
    ],
)  # fmt: skip
def test_a_text_is_shown_in_either_script(in_cyrillic: str, in_latin: str) -> None:
    assert latin(in_cyrillic) == in_latin
    assert cyrillic(in_latin) == in_cyrillic


def test_what_stays_stands_among_what_does_not() -> None:
    assert (
        cyrillic("Na 5 km od III korpusa Stettner javlja: „Le Monde“, www.rts.rs. Injekcija!")
        == "На 5 km од III корпуса Stettner јавља: „Le Monde“, www.rts.rs. Инјекција!"
    )
    assert latin("Књига «объявление» и Куќа") == "Knjiga «объявление» i Куќа"


def test_letters_that_were_there_before_are_no_digraphs() -> None:
    assert cyrillic("њива и njiva") == "њива и њива"
    assert latin("njiva и њива") == "njiva i njiva"
    assert cyrillic("ǆep, ǈubav, Ǌ") == "џеп, Љубав, Њ"


def test_a_sign_between_two_letters_keeps_them_apart() -> None:
    assert cyrillic("in\u00adjekcija i pos\u00adlje") == "ин\u00adјекција и пос\u00adље"
    assert cyrillic("l\u200cj") == "л\u200cј"


def test_accents_go_along() -> None:
    assert cyrillic("kôd radnikā śutra") == "ко̂д радника̄ с\u0301утра"
    assert latin("ко̂д ѝ ѐ") == "ko\u0302d ì è"
    shown = transliterate("kôd njemu", Script.CYRILLIC)
    assert [shown.offsets.to_shown(point) for point in range(10)] == [0, 1, 3, 4, 5, 5, 6, 7, 8, 9]


def test_pre_reform_letters_stand_alone() -> None:
    assert latin("послѣ вечери, њихъ") == "poslѣ večeri, njihъ"


def test_a_script_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="no script"):
        transliterate("a", Script.UNKNOWN)


# Places


def check_places(letters: str, script: Script) -> None:
    """Places go up together, reach both ends, and words lead there and back again."""
    shown = transliterate(letters, script)
    offsets = shown.offsets
    last = 0
    for point in range(len(letters) + 1):
        place = offsets.to_shown(point)
        assert last <= place <= len(shown.letters)
        assert offsets.to_stored(place) in (point, point - 1)
        last = place
    assert (offsets.to_shown(0), last) == (0, len(shown.letters))
    for word in WORD.finditer(letters):
        start, end = offsets.shown_span(*word.span())
        assert offsets.stored_span(start, end) == word.span()
        alone = transliterate(word[0], script).letters
        assert len(alone) >= 1
    for point in range(len(shown.letters)):
        start, end = offsets.stored_span(point, point + 1)
        assert start < end
        first, behind = offsets.shown_span(start, end)
        assert first <= point < behind


@pytest.mark.parametrize("script", [Script.LATIN, Script.CYRILLIC])
@pytest.mark.parametrize("letters", HOSTILE, ids=lambda letters: ascii(letters[:12]))
def test_hostile_texts_keep_their_places(letters: str, script: Script) -> None:
    check_places(letters, script)


@pytest.mark.parametrize("script", [Script.LATIN, Script.CYRILLIC])
def test_texts_of_chance_keep_their_places(script: Script) -> None:
    chance = random.Random(1944)
    for _turn in range(300):
        check_places(letters_of_chance(chance), script)


def test_a_word_of_a_megabyte_and_ten_thousand_blank_lines() -> None:
    for letters in (
        "љ" * 1_000_000,
        "lj" * 500_000,
        "q" * 1_000_000,
        "a" * 1_000_000 + "w",
        "\n" * 10_000 + "Њ",
    ):
        for script in (Script.LATIN, Script.CYRILLIC):
            shown = transliterate(letters, script)
            assert shown.offsets.to_shown(len(letters)) == len(shown.letters)
            assert shown.letters.count("\n") == letters.count("\n")
    assert transliterate("lj" * 500_000, Script.CYRILLIC).letters == "љ" * 500_000


@pytest.mark.parametrize(
    ("number", "own", "otherwise"), [(0, Script.LATIN, []), (1, Script.CYRILLIC, ["км"])]
)
def test_both_seeds_come_back_by_their_letters_alone(
    seeds: list[Path], number: int, own: Script, otherwise: list[str]
) -> None:
    """But for a unit, which keeps its Latin sign in Cyrillic."""
    letters = seeds[number].read_text(encoding="utf-8")
    other = Script.CYRILLIC if own is Script.LATIN else Script.LATIN
    shown = transliterate(letters, other).letters
    back = transliterate(shown, own).letters
    assert shown != letters
    words = zip(WORD.findall(letters), WORD.findall(back), strict=True)
    assert [before for before, after in words if before != after] == otherwise
    check_places(letters, other)
