"""What is typed finds exact places, in either script, with or without diacritics."""

import pytest

from archive_app.language.finding import pattern_of
from archive_app.language.folding import fold


def found(typed: str, text: str, **options: bool) -> list[str]:
    pattern = pattern_of(typed, **options)
    return [match.group() for match in pattern.finditer(text)] if pattern else []


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("kalemegdan", "Калемегдана и Kalemegdanu", ["Калемегдан", "Kalemegdan"]),
        ("Калемегдан", "kalemegdan, КАЛЕМЕГДАН", ["kalemegdan", "КАЛЕМЕГДАН"]),
        ("sapat", "шапат, šapat, sapat", ["шапат", "šapat", "sapat"]),
        ("шапат", "šapat, sapat", ["šapat", "sapat"]),
        ("ljubav", "љубав, Ǉubav, LJUBAV, лјубав", ["љубав", "Ǉubav", "LJUBAV", "лјубав"]),
        ("djordje", "Đorđe, Ђорђе, Djordje", ["Đorđe", "Ђорђе", "Djordje"]),
        ("Đorđe", "Đorđe, Ђорђе, Djordje", ["Đorđe", "Ђорђе", "Djordje"]),
        ("polje", "поље, polje", ["поље", "polje"]),
        ("dzep", "џеп, džep, ǆep, dzep", ["џеп", "džep", "ǆep", "dzep"]),
        ("injekcija", "инјекција", ["инјекција"]),
        ("ја", "я, ja, ја", ["я", "ja", "ја"]),
        ("most na reci", "мост\nна\u00a0реци", ["мост\nна\u00a0реци"]),
        ("stražar", "стра\u00adжар, stra\u200bžar", ["стра\u00adжар", "stra\u200bžar"]),
        ("граду", "гра\u0301ду\u0302", ["гра\u0301ду\u0302"]),
        ("nato-a", "НАТО‑а, NATO-a", ["НАТО‑а", "NATO-a"]),
        ("1944. (x)", "1944. (X), 1944x (X)", ["1944. (X)"]),
        ("😀 знак", "znak 😀 знак", ["😀 знак"]),
        ("ελια", "ΕΛΙΑ, ελια", ["ΕΛΙΑ", "ελια"]),
    ],
)
def test_letters_stand_for_all_that_fold_to_them(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text) == expected


def test_exactly_is_exactly() -> None:
    text = "Шапат, шапат, šapat, sapat"
    assert found("шапат", text, exactly=True) == ["шапат"]
    assert found("sapat", text, exactly=True) == ["sapat"]
    assert found("a.b", "a.b axb", exactly=True) == ["a.b"]


def test_whole_words_have_no_letters_beside_them() -> None:
    text = "река, реке, приређена река_1 рекла; река\u0301"
    assert found("reka", text, whole_words=True) == ["река", "река\u0301"]
    assert found("река", text, whole_words=True, exactly=True) == ["река"]


@pytest.mark.parametrize("typed", ["", "  ", "\u0301", "\u00ad \u200b"])
def test_nothing_finds_nothing(typed: str) -> None:
    assert pattern_of(typed) is None


@pytest.mark.parametrize("typed", ["ljnjdzljnjdz" * 20, "jojijejaju" * 30, "(((", "[a-z]*\\", "a" * 1000])
def test_odd_things_find_themselves_and_take_no_time(typed: str) -> None:
    assert found(typed, f"и {typed} и") == [typed]


def test_what_is_found_folds_to_what_was_typed() -> None:
    text = "Љубав у Ђердапу, ćuk i џак, Ŏкна, ﬁno, Straße, щука. " * 3
    for typed in ("ljubav", "djerdap", "cuk", "dzak", "okna", "fino", "strasse", "scuka"):
        matches = found(typed, text)
        assert len(matches) == 3, typed
        assert {fold(match) for match in matches} == {typed}
