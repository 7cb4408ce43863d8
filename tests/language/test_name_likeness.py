"""When two names are taken for two ways of writing one."""

import pytest

from archive_app.core.kinds import AuthorityKind
from archive_app.language.name_likeness import Likeness, is_of_unit, likeness, read_name, telling_words

PERSON, UNIT, PLACE = AuthorityKind.PERSON, AuthorityKind.UNIT, AuthorityKind.PLACE


def _alike(kind: AuthorityKind, one: str, other: str) -> Likeness | None:
    found = likeness(read_name(one, kind), read_name(other, kind))
    assert likeness(read_name(other, kind), read_name(one, kind)) is found
    return found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Tito, Josip Broz", "Josip Broz Tito", Likeness.SAME),
        ("Јосип Броз Тито", "Josip Broz Tito", Likeness.OTHER_SCRIPT),
        ("general-potpukovnik Vladimir Ždanov", "Владимир Жданов", Likeness.OTHER_SCRIPT),
        ("Štetner", "Stettner", Likeness.SPELLING),
        ("Шнекенбургер", "Schneckenburger", Likeness.SPELLING),
        ("Valter Štetner", "Walter Stettner", Likeness.SPELLING),
        ("Ždanov", "Zhdanov", Likeness.SPELLING),
        ("Fridrih Štal", "Friedrich Stahl", Likeness.SPELLING),
        ("Sergej Birjuzov", "Sergey Biryuzov", Likeness.SPELLING),
        ("Maksimilijan fon Vajks", "Maximilian von Weichs", Likeness.SPELLING),
        ("Broz Josip", "Josip Broz", Likeness.ORDER),
        ("J. B. Tito", "Josip Broz Tito", Likeness.INITIALS),
        ("Lj. Ivanović", "Ljubomir Ivanović", Likeness.INITIALS),
        ("Tito", "Josip Broz Tito", Likeness.PART),
    ],
)
def test_people_are_called_in_many_ways(one: str, other: str, found: Likeness) -> None:
    assert _alike(PERSON, one, other) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Petrović", "Ivana Petrović"),
        ("Petar Petrović", "Pavle Petrović"),
        ("M. Petrović", "Pavle Petrović"),
        ("D. Ivanović", "Đorđe Ivanović"),
        ("J. B.", "Josip Broz"),
        ("Josip", "Josip Broz Tito"),
        ("", "Tito"),
    ],
)
def test_other_people_are_other_people(one: str, other: str) -> None:
    assert _alike(PERSON, one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. proleterska", "Prva proleterska divizija"),
        ("12. korpus", "XII korpus"),
        ("12. korpus", "Dvanaesti udarni korpus"),
        ("I korpus", "1. korpus"),
        ("21. divizija", "Dvadeset prva divizija"),
        ("III ukrajinski front", "Трећи украјински фронт"),
        ("1. prol. brig.", "Prva proleterska brigada"),
        ("5. krajiška divizija", "5. udarna krajiška divizija"),
        ("4. gardijski korpus", "Четврти гардијски корпус Црвене армије"),
    ],
)
def test_units_are_written_in_many_ways(one: str, other: str) -> None:
    assert _alike(UNIT, one, other) is Likeness.WRITTEN_OTHERWISE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. proleterska brigada", "Prva proleterska divizija"),
        ("4. korpus", "4. gardijski korpus"),
        ("21. divizija", "21. brigada"),
        ("21", "21. brigada"),
        ("III ukrajinski front", "2. ukrajinski front"),
        ("divizija Princ Eugen", "7. divizija Princ Eugen"),
        ("udarni korpus", "korpus"),
        ("2. bataljon 1. proleterske brigade", "1. bataljon 2. proleterske brigade"),
    ],
)
def test_a_number_or_a_kind_tells_units_apart(one: str, other: str) -> None:
    assert _alike(UNIT, one, other) is None


def test_places_are_the_same_only_in_all_their_words() -> None:
    assert _alike(PLACE, "Beograd", "Београд") is Likeness.OTHER_SCRIPT
    assert _alike(PLACE, "Lijepa Ravan", "Lepa Ravan") is Likeness.SPELLING
    assert _alike(PLACE, "Most kralja Aleksandra", "Most Kralja Aleksandra") is Likeness.SAME
    assert _alike(PLACE, "Novi Beograd", "Beograd") is None
    assert _alike(PLACE, "Mali Mokri Lug", "Veliki Mokri Lug") is None
    assert likeness(read_name("Tito", PERSON), read_name("Tito", PLACE)) is None


def test_names_are_looked_up_by_what_tells_them_apart() -> None:
    assert [word.folded for word in telling_words(read_name("J. B. Tito", PERSON))] == ["tito"]
    assert [word.folded for word in telling_words(read_name("12. udarni korpus", UNIT))] == ["#12"]
    assert [word.folded for word in telling_words(read_name("korpus", UNIT))] == ["korpus"]


def test_what_looks_like_a_unit() -> None:
    assert [name for name in ("12. korpus", "Crvena armija", "Petar II", "Tito", "") if is_of_unit(name)] == [
        "12. korpus",
        "Crvena armija",
    ]
