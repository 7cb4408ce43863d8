"""Where nj and dž are two letters, and where they only look so."""

import pytest

from archive_app.language.digraphs import apart
from archive_app.language.transliteration import word_in_cyrillic


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("injekcija", "инјекција"),
        ("konjugacija", "конјугација"),
        ("konjunktura", "конјунктура"),
        ("konjunktivitis", "конјунктивитис"),
        ("konjektura", "конјектура"),
        ("hiperkonjugacija", "хиперконјугација"),
        ("mikroinjekcija", "микроинјекција"),
        ("Tanjug", "Танјуг"),
        ("vanjezički", "ванјезички"),
        ("Benjamin", "Бенјамин"),
        ("anjon", "анјон"),
        ("nadživeti", "надживети"),
        ("nenadživljen", "ненадживљен"),
        ("nadžnjeti", "наджњети"),
        ("nadžupan", "наджупан"),
        ("odžaliti", "оджалити"),
        ("odživeti", "одживети"),
        ("podžupan", "поджупан"),
        ("podžeći", "поджећи"),
        ("predženidbeni", "предженидбени"),
        ("Andžej", "Анджеј"),
        ("feldžandar", "фелджандар"),
        ("INJEKCIJA", "ИНЈЕКЦИЈА"),
        ("Nadživeo", "Надживео"),
    ],
)
def test_a_prefix_or_a_foreign_stem_meets_another_letter(latin: str, cyrillic: str) -> None:
    assert word_in_cyrillic(latin) == cyrillic


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("inje", "иње"),
        ("svinju", "свињу"),
        ("konjušar", "коњушар"),
        ("tanjur", "тањур"),
        ("tanjuga", "танјуга"),
        ("Vanje", "Вање"),
        ("vanjski", "вањски"),
        ("kanjon", "кањон"),
        ("nadžak", "наџак"),
        ("odžak", "оџак"),
        ("Odžaci", "Оџаци"),
        ("hodža", "хоџа"),
        ("Andželina", "Анџелина"),
        ("podžep", "поџеп"),
        ("srodživ", "сроџив"),
        ("njiva", "њива"),
        ("ljubav", "љубав"),
        ("džep", "џеп"),
    ],
)
def test_words_that_begin_alike_keep_their_one_letter(latin: str, cyrillic: str) -> None:
    assert word_in_cyrillic(latin) == cyrillic


def test_the_places_are_those_of_the_second_letters() -> None:
    letters = "Injekcija nije inje; on će je nadživeti."
    assert [letters[place - 1 : place + 1] for place in apart(letters)] == ["nj", "dž"]
