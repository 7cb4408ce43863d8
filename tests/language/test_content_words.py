"""What a passage speaks of: words with content, known in all their forms and in both scripts."""

import pytest

from archive_app.language.content_words import content_words


def texts(text: str) -> list[str]:
    return [word.text for word in content_words(text)]


def share(one: str, other: str) -> bool:
    (first,), (second,) = content_words(f"to {one}"), content_words(f"то {other}")
    return bool(first.keys & second.keys)


def test_words_without_content_and_those_of_dates_are_left_out() -> None:
    text = "U zoru su borci zauzeli stanicu, a u toku dana, do večeri, i most kod Save."
    assert texts(text) == ["borci", "zauzeli", "stanicu", "most", "Save"]


def test_places_can_be_left_out() -> None:
    text = "Četa je 3. maja prešla reku"
    start = text.index("3.")
    assert [word.text for word in content_words(text, [(start, start + 7)])] == ["Četa", "prešla", "reku"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kalemegdan", "Калемегдана"),
        ("stanicu", "станице"),
        ("Štetner", "Stettner"),
        ("III", "Трећег"),
        ("12.", "XII"),
        ("vojnici", "војника"),
    ],
)
def test_forms_scripts_and_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert share(one, other)


@pytest.mark.parametrize(("one", "other"), [("vođa", "вода"), ("stanica", "станова"), ("12.", "21.")])
def test_different_words_are_not(one: str, other: str) -> None:
    assert not share(one, other)


def test_a_capital_makes_a_name_unless_it_begins_a_sentence() -> None:
    found = {word.text: word.is_name for word in content_words("Borci sa Avale. Zemun je pao, javlja NOVJ.")}
    assert found == {
        "Borci": False,
        "Avale": True,
        "Zemun": False,
        "pao": False,
        "javlja": False,
        "NOVJ": True,
    }


def test_a_month_that_is_a_name_is_kept() -> None:
    assert texts("pisala je Marta u martu") == ["pisala", "Marta"]


def test_a_compound_is_known_by_its_parts() -> None:
    assert texts("pravac Čukarica-Topčider") == ["pravac", "Čukarica", "Topčider"]


def test_numbers_are_told_apart_from_words() -> None:
    (number, word) = content_words("21. divizija")
    assert (number.is_number, word.is_number) == (True, False)
