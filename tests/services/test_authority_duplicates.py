"""Records that are proposed for merging, and those that are not."""

import pytest

from archive_app.core.errors import UserError
from archive_app.core.kinds import AuthorityKind
from archive_app.services import access_points, authorities, authority_merging, history
from archive_app.services.authority_duplicates import duplicates, keep_apart, reason
from helpers.desk import Desk

PERSON, UNIT, PLACE = AuthorityKind.PERSON, AuthorityKind.UNIT, AuthorityKind.PLACE


def _pairs(desk: Desk, kind: AuthorityKind | None = None) -> list[tuple[str, str, str]]:
    found = duplicates(desk.archive, kind)
    return [(one.kept.authority.name, one.merged.authority.name, reason(one.likeness)) for one in found]


def _add(desk: Desk, kind: AuthorityKind, *names: str) -> list[str]:
    return [authorities.add_authority(desk.archive, kind, name).authority.id for name in names]


def test_the_surest_come_first_and_what_is_used_is_kept(desk: Desk) -> None:
    _add(desk, PERSON, "J. B. Tito", "Petar Petrović", "Pavle Petrović", "Schneckenburger")
    tito, _ = _add(desk, PERSON, "Josip Broz Tito", "Шнекенбургер")
    _add(desk, PLACE, "Beograd", "Београд", "Novi Beograd")
    _add(desk, UNIT, "12. korpus", "Dvanaesti udarni korpus", "12. divizija")
    access_points.add_event(desk.archive, "Proboj", names=[tito])
    assert _pairs(desk) == [
        ("Beograd", "Београд", "the same name in the other script"),
        ("Schneckenburger", "Шнекенбургер", "the same name in another spelling"),
        ("Dvanaesti udarni korpus", "12. korpus", "the same, with its number or kind written otherwise"),
        ("Josip Broz Tito", "J. B. Tito", "the same surname, with initials that fit"),
    ]
    assert len(_pairs(desk, UNIT)) == 1


def test_other_names_of_a_record_count(desk: Desk) -> None:
    authorities.add_authority(desk.archive, PERSON, "Josip Broz", variants=["Tito", "Walter"])
    _add(desk, PERSON, "Тито")
    (found,) = duplicates(desk.archive)
    assert found.names == ("Tito", "Тито")
    assert len(found.pair) == 2


def test_initials_that_fit_two_people_say_nothing(desk: Desk) -> None:
    _add(desk, PERSON, "M. Petrović", "Milan Petrović", "Marko Petrović")
    assert _pairs(desk) == []


def test_what_is_known_besides_tells_two_apart(desk: Desk) -> None:
    for when in ("1880/1944", "1910/1999", "1880-05-02/1945"):
        authorities.add_authority(desk.archive, PERSON, "Petar Petrović", when=when)
    assert len(duplicates(desk.archive, PERSON)) == 1
    for where in ((44.69, 20.52), (43.1, 22.6), (44.68, 20.5)):
        authorities.add_authority(desk.archive, PLACE, "Avala", coordinates=where)
    assert len(duplicates(desk.archive, PLACE)) == 1


def test_two_that_a_person_told_apart_are_proposed_no_more(desk: Desk) -> None:
    general, namesake = _add(desk, PERSON, "Шнекенбургер", "Schneckenburger")
    keep_apart(desk.archive, general, namesake)
    keep_apart(desk.archive, namesake, general)
    assert duplicates(desk.archive) == []
    assert history.history(desk.archive)[0].name == "Tell apart “Шнекенбургер ≠ Schneckenburger”"
    history.undo(desk.archive)
    assert len(duplicates(desk.archive)) == 1
    with pytest.raises(UserError, match="one and the same record"):
        keep_apart(desk.archive, general, general)


def test_what_was_told_apart_from_a_merged_record_is_apart_from_the_other(desk: Desk) -> None:
    general, namesake, again = _add(desk, PERSON, "Шнекенбургер", "Schneckenburger", "Šnekenburger")
    keep_apart(desk.archive, again, namesake)
    authority_merging.merge_authorities(desk.archive, again, general)
    assert duplicates(desk.archive) == []
    history.undo(desk.archive)
    assert len(duplicates(desk.archive)) == 2
