"""What stays in its own script when a text is shown in the other one."""

import pytest

from archive_app.language.keeping import kept_in_cyrillic, kept_in_latin


def kept(letters: str) -> list[str]:
    return [letters[start:end] for start, end in kept_in_cyrillic(letters)]


@pytest.mark.parametrize(
    ("letters", "staying"),
    [
        ("Kralj Petar I Karađorđević", ["I"]),
        ("Petar I, kralj", ["I"]),
        ("iz sastava III Ukrajinskog fronta", ["III"]),
        ("u XIX veku i u XX. veku", ["XIX", "XX"]),
        ("kraj XVIII-og veka", ["XVIII"]),
        ("MDCCCLXXVI", ["MDCCCLXXVI"]),
        ("knj. I, str. 5", ["I"]),
        ("vidi I/2 i V-3", ["I", "V"]),
        ("(I)", ["I"]),
        ("Uvod\n\nI\n\nTekst", ["I"]),
        ("I. Uvod", ["I"]),
        ("u V korpusu", ["V"]),
        ("VI divizija", ["VI"]),
    ],
)
def test_roman_numerals_stay(letters: str, staying: list[str]) -> None:
    assert kept(letters) == staying


@pytest.mark.parametrize(
    "letters",
    [
        "I on je došao.",
        "Došao je. I otišao.",
        "„I mi smo bili tamo“",
        "— I šta sad?",
        "RAT I MIR",
        "I. Andrić",
        "Piše I. Marković",
        "V. Popović",
        "Vuk V. Karadžić",
        "ŠTA VI RADITE",
        "MI SMO LI TU",
        "DIV U LIVADI",
        "VIDI, CIVIL IDE",
        "D. Popović i L. Kostić",
    ],
)
def test_words_and_initials_are_no_numerals(letters: str) -> None:
    assert kept(letters) == []


@pytest.mark.parametrize(
    ("letters", "staying"),
    [
        ("general Schneckenburger i grupa Stettner", ["Schneckenburger", "Stettner"]),
        ("Winston Churchill", ["Winston", "Churchill"]),
        ("Göring, Wehrmachta i café", ["Göring", "Wehrmachta", "café"]),
        ("u New Yorku", ["New", "Yorku"]),
        ("list „Le Monde“ piše", ["Le Monde"]),
        ("„Frankfurter Allgemeine Zeitung“", ["Frankfurter Allgemeine Zeitung"]),
        ("Wał\u00adęsa", ["Wał\u00adęsa"]),
    ],
)
def test_foreign_names_stay(letters: str, staying: list[str]) -> None:
    assert kept(letters) == staying


@pytest.mark.parametrize(
    "letters",
    [
        "prethodno shvatiti otšetati",
        "najjači poddijalekt i naddržavni odbor, bezzakonje",
        "vannastavni, interresorni, superračunar, posttraumatski, transsibirska",
        "Brrr, kako je hladno. Pššš!",
        "„Borba“, „Crveni krst“ i „Gospodi vozzvah“",
        "kôd, radnikā, śutra, iźelica",
        "Šnekenburger, Štetner, Vašington",
    ],
)
def test_serbian_words_are_not_taken_for_foreign(letters: str) -> None:
    assert kept(letters) == []


@pytest.mark.parametrize(
    ("letters", "staying"),
    [
        ("na 5 km od grada, 20\u00a0kg i 3cm", ["km", "kg", "cm"]),
        ("brzinom od 60 km/h u 15 h", ["km/h", "h"]),
        ("18 °C", ["C"]),
        ("200 g brašna i 5 t uglja", ["g", "t"]),
        ("H2O i CO2, fond F12", ["H2O", "CO2", "F12"]),
        ("pišite na pera.peric@arhiv.org.", ["pera.peric@arhiv.org"]),
        (
            "vidi (https://www.arhiv.rs/fond?id=7), pa www.nb.rs.",
            ["https://www.arhiv.rs/fond?id=7", "www.nb.rs"],
        ),
        ("slika_12.jpg", ["slika_12.jpg"]),
    ],
)
def test_signs_and_addresses_stay(letters: str, staying: list[str]) -> None:
    assert kept(letters) == staying


@pytest.mark.parametrize(
    "letters",
    ["rođen 1944 g. u selu", "u 5 s njim", "u 5 kuća", "km je mera", "a @ b", "Kraj.Selo", "tenk T-34"],
)
def test_other_words_behind_numbers_and_points_do_not(letters: str) -> None:
    assert kept(letters) == []


def test_words_of_other_cyrillic_alphabets_stay() -> None:
    letters = "рекао је: объявление, Ѓорѓи, але послѣ и њихъ: вече; почта@арх.срб"
    staying = [letters[start:end] for start, end in kept_in_latin(letters)]
    assert staying == ["объявление", "Ѓорѓи", "почта@арх.срб"]
