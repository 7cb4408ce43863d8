"""Records from what events and links say."""

from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import AccessPoint
from archive_app.services import authorities, events, history
from archive_app.services.stated_names import Stated, accept, stated_names
from helpers.desk import Desk

PERSON, UNIT, PLACE = AuthorityKind.PERSON, AuthorityKind.UNIT, AuthorityKind.PLACE


def _told(found: list[Stated]) -> list[tuple[str, AuthorityKind, int]]:
    return [(stated.name, stated.kind, stated.count) for stated in found]


def test_a_place_that_several_events_name_becomes_one_record(desk: Desk) -> None:
    for number, place in enumerate(("Beograd", "Београд", "Beograd", "Avala", "")):
        events.add_event(desk.archive, f"Događaj {number}", place=place)
    found = stated_names(desk.archive)
    assert _told(found) == [("Beograd", PLACE, 3)]
    (made,) = accept(desk.archive, found)
    assert made.names == ("Beograd",)
    assert len(desk.archive.store.list(AccessPoint)) == 3
    assert stated_names(desk.archive) == []
    history.undo(desk.archive)
    assert authorities.list_authorities(desk.archive) == []
    assert stated_names(desk.archive) == found


def test_events_named_later_point_to_the_record_that_is_there(desk: Desk) -> None:
    avala = authorities.add_authority(desk.archive, PLACE, "Авала", variants=["Planina Avala"])
    events.add_event(desk.archive, "Opsada", place="planina Avala")
    (found,) = stated_names(desk.archive)
    assert (found.existing, found.name, found.count) == (avala, "Авала", 1)
    assert accept(desk.archive, [found]) == [avala]
    assert stated_names(desk.archive) == []


def test_people_and_units_are_told_apart_and_other_forms_kept(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Proboj")
    for quote, who in (
        ("u zoru 20. oktobra", "12. korpus; Štetner, partizani"),
        ("Pismonoša Vuk", "Dvanaesti korpus; Штетнер"),
    ):
        events.link(desk.archive, desk.mark(desk.latin, quote).id, event.id, says_who=who)
    found = stated_names(desk.archive)
    assert _told(found) == [("12. korpus", UNIT, 2), ("Štetner", PERSON, 2)]
    made = accept(desk.archive, found)
    assert [named.names for named in made] == [("12. korpus", "Dvanaesti korpus"), ("Štetner",)]


def test_a_name_of_two_records_is_proposed_for_neither(desk: Desk) -> None:
    for _number in range(2):
        authorities.add_authority(desk.archive, PERSON, "Petar Petrović")
    event = events.add_event(desk.archive, "Proboj")
    events.link(
        desk.archive, desk.mark(desk.latin, "u zoru 20. oktobra").id, event.id, says_who="Petar Petrović"
    )
    assert stated_names(desk.archive) == []


def test_what_was_deleted_meanwhile_is_passed_over(desk: Desk) -> None:
    avala = authorities.add_authority(desk.archive, PLACE, "Avala")
    for title, place in (("Opsada", "Avala"), ("Prelaz", "Sava"), ("Povratak", "Sava")):
        event = events.add_event(desk.archive, title, place=place)
    found = stated_names(desk.archive)
    assert _told(found) == [("Sava", PLACE, 2), ("Avala", PLACE, 1)]
    authorities.remove_authority(desk.archive, avala.authority.id)
    events.remove_event(desk.archive, event.id)
    (made,) = accept(desk.archive, found)
    assert made.names == ("Sava",)
    assert len(desk.archive.store.list(AccessPoint)) == 1
