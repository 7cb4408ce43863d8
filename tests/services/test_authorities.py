"""People, units and places, their names, and what has to do with them."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import AccessPoint, Authority, VariantName
from archive_app.services import authorities, events, history, trash
from helpers.desk import Desk


@pytest.fixture
def general(desk: Desk) -> authorities.Named:
    """A general whose name is spelt in three ways."""
    return authorities.add_authority(
        desk.archive, AuthorityKind.PERSON, "Štetner", variants=("Stettner", "Штетнер"), when="1895/1944"
    )


def test_a_record_keeps_its_names_in_order_and_each_once(desk: Desk, general: authorities.Named) -> None:
    assert general.names == ("Štetner", "Stettner", "Штетнер")
    assert (general.authority.first_day, general.authority.last_day) == ("1895-01-01", "1944-12-31")
    again = authorities.add_name(desk.archive, general.authority.id, "  Stettner ")
    assert again == general
    more = authorities.add_name(desk.archive, general.authority.id, "Walter  Stettner")
    assert more.names[-1] == "Walter Stettner"
    authorities.remove_name(desk.archive, more.variants[0].id)
    assert authorities.get_authority(desk.archive, general.authority.id).names == (
        "Štetner",
        "Штетнер",
        "Walter Stettner",
    )


def test_a_record_is_found_by_any_of_its_names(desk: Desk, general: authorities.Named) -> None:
    other = authorities.add_authority(desk.archive, AuthorityKind.UNIT, "Grupa Štetner")
    assert authorities.find_authority(desk.archive, "stettner") == general
    assert authorities.find_authority(desk.archive, "штетнер") == general
    assert authorities.find_authority(desk.archive, other.authority.id) == other
    assert authorities.find_authority(desk.archive, f"archive:authority/{general.authority.id}") == general
    with pytest.raises(NotFound, match="called “Ždanov”"):
        authorities.find_authority(desk.archive, "Ždanov")
    authorities.add_authority(desk.archive, AuthorityKind.UNIT, "Grupa Vitman")
    with pytest.raises(UserError, match="Several are called “Grupa”: Grupa Vitman; Grupa Štetner"):
        authorities.find_authority(desk.archive, "Grupa")


def test_records_are_listed_by_name_and_kind(desk: Desk, general: authorities.Named) -> None:
    place = authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Бањица", coordinates=(44.75, 20.47))
    assert authorities.list_authorities(desk.archive) == [place, general]
    assert authorities.list_authorities(desk.archive, AuthorityKind.PERSON) == [general]
    assert (place.authority.latitude, place.authority.longitude) == (44.75, 20.47)


def test_what_cannot_be_meant_is_refused(desk: Desk, general: authorities.Named) -> None:
    with pytest.raises(UserError, match="name is empty"):
        authorities.add_authority(desk.archive, AuthorityKind.PLACE, "  ")
    with pytest.raises(UserError, match="name is empty"):
        authorities.add_name(desk.archive, general.authority.id, "")
    with pytest.raises(UserError, match="is outside"):
        authorities.set_position(desk.archive, general.authority.id, (144.75, 20.47))
    with pytest.raises(UserError):
        authorities.edit_authority(desk.archive, general.authority.id, when="nekad davno")
    assert authorities.list_authorities(desk.archive) == [general]


def test_editing_deleting_and_undo_bring_all_back(desk: Desk, general: authorities.Named) -> None:
    known = general.authority.id
    event = events.add_event(desk.archive, "Proboj grupe")
    point = authorities.point_event(desk.archive, event.id, known)
    assert authorities.point_event(desk.archive, event.id, known) == point
    changed = authorities.edit_authority(desk.archive, known, kind=AuthorityKind.UNIT, name="Grupa Štetner")
    assert changed.authority.kind is AuthorityKind.UNIT
    assert authorities.set_position(desk.archive, known, (44.8, 20.5)).authority.latitude == 44.8
    history.undo(desk.archive)
    history.undo(desk.archive)
    assert authorities.get_authority(desk.archive, known) == general
    authorities.remove_authority(desk.archive, known)
    for cls in (Authority, VariantName, AccessPoint):
        assert desk.archive.store.list(cls) == []
    assert [one.title for one in trash.list_trash(desk.archive)] == ["Štetner"]
    history.undo(desk.archive)
    assert authorities.get_authority(desk.archive, known) == general
    assert authorities.of_event(desk.archive, event.id) == [general]


def test_what_a_source_states_has_to_do_with_someone(desk: Desk, general: authorities.Named) -> None:
    event = events.add_event(desk.archive, "Proboj grupe")
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    link = events.link(desk.archive, made.id, event.id)
    point = authorities.point_link(desk.archive, link.id, general.authority.id)
    assert authorities.of_link(desk.archive, link.id) == [general]
    assert authorities.of_event(desk.archive, event.id) == []
    authorities.unpoint(desk.archive, point.id)
    assert authorities.of_link(desk.archive, link.id) == []
    assert history.history(desk.archive)[0].name == "Take a name from event “Proboj grupe”"
    history.undo(desk.archive)
    events.unlink(desk.archive, link.id)
    assert desk.archive.store.list(AccessPoint) == []


def test_another_name_is_written_otherwise_or_held_right(desk: Desk, general: authorities.Named) -> None:
    first, second = general.variants
    with pytest.raises(UserError, match="called “Štetner” already"):
        authorities.rename_variant(desk.archive, first.id, "Štetner")
    assert (
        authorities.rename_variant(desk.archive, first.id, " Walter Stettner").names[1] == "Walter Stettner"
    )
    assert authorities.prefer_name(desk.archive, second.id).names == ("Штетнер", "Walter Stettner", "Štetner")
    history.undo(desk.archive)
    history.undo(desk.archive)
    assert authorities.get_many(desk.archive, [general.authority.id, "nobody"]) == {
        general.authority.id: general
    }


@pytest.mark.parametrize("name", ["", "  \t\n", "\0", " \0 "])
def test_a_name_of_which_nothing_can_be_kept_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(UserError, match="at least one letter"):
        authorities.add_authority(desk.archive, AuthorityKind.PLACE, name)
    assert not authorities.list_authorities(desk.archive)


def test_who_is_deleted_while_names_are_read_is_left_out(desk: Desk, general: authorities.Named) -> None:
    event = events.add_event(desk.archive, "Proboj")
    authorities.point_event(desk.archive, event.id, general.authority.id)
    points = desk.archive.store.list(AccessPoint)
    authorities.remove_authority(desk.archive, general.authority.id)
    assert authorities._by_owner(desk.archive, points) == {}


def test_another_name_that_is_held_right_is_no_other_name_any_more(
    desk: Desk, general: authorities.Named
) -> None:
    before = general.names
    edited = authorities.edit_authority(desk.archive, general.authority.id, name=before[1])
    assert edited.names == (before[1], *before[2:])
    history.undo(desk.archive)
    assert authorities.get_authority(desk.archive, general.authority.id).names == before
