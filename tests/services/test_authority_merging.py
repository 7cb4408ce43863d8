"""Two records that turned out to be one."""

import pytest

from archive_app.core.errors import UserError
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import AccessPoint
from archive_app.services import access_points, authorities, history, trash
from archive_app.services.authority_merging import compare, merge_authorities
from helpers.desk import Desk

PERSON, PLACE = AuthorityKind.PERSON, AuthorityKind.PLACE


def test_one_record_has_all_names_and_all_that_points_to_either(desk: Desk) -> None:
    one = authorities.add_authority(
        desk.archive,
        PERSON,
        "Stettner",
        variants=["W. Stettner", "Štetner"],
        when="1895",
        note="Alpine troops.",
    )
    into = authorities.add_authority(desk.archive, PERSON, "Štetner", note="General.", coordinates=None)
    ids = [one.authority.id, into.authority.id]
    both = access_points.add_event(desk.archive, "Proboj", names=ids)
    first = access_points.add_event(desk.archive, "Opsada", names=ids[:1])
    merged = merge_authorities(desk.archive, *ids)
    assert merged.names == ("Štetner", "Stettner", "W. Stettner")
    assert (merged.authority.when, merged.authority.first_day) == ("1895", "1895-01-01")
    assert merged.authority.note == "General.\n\nAlpine troops."
    for event in (both, first):
        assert authorities.of_event(desk.archive, event.id) == [merged]
    assert len(desk.archive.store.list(AccessPoint)) == 2
    assert [found.title for found in trash.list_trash(desk.archive)] == ["Stettner"]
    assert history.history(desk.archive)[0].name == "Merge “Stettner”"
    history.undo(desk.archive)
    assert authorities.list_authorities(desk.archive) == [one, into]
    assert authorities.of_event(desk.archive, both.id) == [one, into]
    assert authorities.of_event(desk.archive, first.id) == [one]


def test_where_both_differ_a_person_sees_it_and_chooses(desk: Desk) -> None:
    one = authorities.add_authority(
        desk.archive, PLACE, "Авала", url="https://a.example", coordinates=(44.69, 20.52)
    )
    into = authorities.add_authority(desk.archive, PLACE, "Avala", coordinates=(44.7, 20.5))
    told = {row.field: (row.one, row.other, row.differs) for row in compare(one, into)}
    assert told["position"] == ("44.69, 20.52", "44.7, 20.5", True)
    assert told["url"] == ("https://a.example", "", False)
    merged = merge_authorities(desk.archive, one.authority.id, into.authority.id, take=["position", "name"])
    assert merged.names == ("Авала", "Avala")
    assert (merged.authority.latitude, merged.authority.url) == (44.69, "https://a.example")
    other = authorities.add_authority(desk.archive, PLACE, "Avala")
    with pytest.raises(KeyError):
        merge_authorities(desk.archive, merged.authority.id, other.authority.id, take=["colour"])


def test_what_cannot_be_one_is_refused(desk: Desk) -> None:
    person = authorities.add_authority(desk.archive, PERSON, "Avala").authority.id
    place = authorities.add_authority(desk.archive, PLACE, "Avala").authority.id
    with pytest.raises(UserError, match="different kinds"):
        merge_authorities(desk.archive, person, place)
    with pytest.raises(UserError, match="one and the same"):
        merge_authorities(desk.archive, place, place)


def test_the_merged_record_comes_back_from_the_trash_with_its_names(desk: Desk) -> None:
    one = authorities.add_authority(desk.archive, PERSON, "Stettner", variants=["W. Stettner"])
    into = authorities.add_authority(desk.archive, PERSON, "Štetner")
    event = access_points.add_event(desk.archive, "Proboj", names=[one.authority.id])
    merged = merge_authorities(desk.archive, one.authority.id, into.authority.id)
    (found,) = trash.list_trash(desk.archive)
    trash.restore(desk.archive, [found.id])
    assert authorities.get_authority(desk.archive, one.authority.id) == one
    assert authorities.of_event(desk.archive, event.id) == [merged]


def test_a_name_that_is_taken_over_stands_once(desk: Desk) -> None:
    one = authorities.add_authority(desk.archive, PLACE, "Авала")
    into = authorities.add_authority(desk.archive, PLACE, "Avala", variants=["Авала", "Žrnov"])
    merged = merge_authorities(desk.archive, one.authority.id, into.authority.id, take=["name"])
    assert merged.names == ("Авала", "Žrnov", "Avala")
