import pytest

from archive_app.language.other_names import OtherNames

NAMES = OtherNames(
    {
        "general": ["Štetner", "Stettner", "Шнекенбургер", "Штетнер"],
        "marshal": ["Josip Broz", "Tito"],
        "uncle": ["Josip", "Joža"],
        "division": ["1. proleterska divizija", "Prva proleterska"],
        "rose": ["Ruža", "Rosa"],
        "alone": ["Sava"],
        "square": ["Trg na bregu", "Tržnica"],
        "cellist": ["Ana-Marija", "Anka"],
    }
)


@pytest.mark.parametrize(
    ("typed", "count", "others"),
    [
        ("Štetner", 1, {"Stettner", "Шнекенбургер"}),
        ("штетнера", 1, {"Stettner", "Шнекенбургер"}),
        ("stetner", 1, {"Stettner", "Шнекенбургер"}),
        ("Stettneru", 1, {"Štetner", "Шнекенбургер"}),
        ("šnekenburgera pred gradom", 1, {"Štetner", "Stettner"}),
        ("Josipa Broza", 2, {"Tito"}),
        ("Josipa Petrovića", 1, {"Joža"}),
        ("Titu", 1, {"Josip Broz"}),
        ("I proleterske divizije", 3, {"Prva proleterska"}),
        ("prvoj proleterskoj brigadi", 2, {"1. proleterska divizija"}),
        ("Trgu na bregu", 3, {"Tržnica"}),
        ("Ružu", 1, {"Rosa"}),
        ("ruža", 1, {"Rosa"}),
        ("Ani Mariji", 2, {"Anka"}),
    ],
)
def test_a_name_in_any_form_leads_to_the_others(typed: str, count: int, others: set[str]) -> None:
    words = typed.split()
    found = NAMES.find(words)
    assert (found[0], set(found[1])) == (count, others)


@pytest.mark.parametrize("typed", ["ruže", "Titov", "Petar", "Sava", "brz", "2 proleterska divizija", ""])
def test_what_is_no_name_or_the_only_one_leads_nowhere(typed: str) -> None:
    assert NAMES.find(typed.split())[1] == ()


def test_names_in_any_letters_are_given_once() -> None:
    names = OtherNames({"one": ["Tito", "Stari", "Стари", "stari"], "other": ["Tito", "Walter"]})
    assert names.find(["Tito"]) == (1, ("Stari", "Walter"))


def test_names_without_letters_are_passed_over() -> None:
    assert OtherNames({"one": ["", "…", "Ilija"]}).find(["Ilija"]) == (1, ())
