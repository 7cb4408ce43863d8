"""Events and links with their people, units and places, saved together."""

import pytest

from archive_app.core.errors import NotFound
from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Authority, Event
from archive_app.services import access_points, authorities, events, history
from archive_app.services.access_points import NewName
from helpers.desk import Desk

PERSON, PLACE = AuthorityKind.PERSON, AuthorityKind.PLACE


def _names(found: list[authorities.Named]) -> list[str]:
    return [named.authority.name for named in found]


def test_an_event_is_made_with_its_names_in_one_step(desk: Desk) -> None:
    known = authorities.add_authority(desk.archive, PERSON, "Štetner").authority.id
    event = access_points.add_event(
        desk.archive, "Proboj grupe", place="Авала", names=[known, NewName(PLACE, "Авала"), known]
    )
    assert _names(authorities.of_event(desk.archive, event.id)) == ["Авала", "Štetner"]
    assert history.history(desk.archive)[0].name == "Add event “Proboj grupe”"
    history.undo(desk.archive)
    assert desk.archive.store.list(Event) == []
    assert _names(authorities.list_authorities(desk.archive)) == ["Štetner"]


def test_names_are_set_all_at_once(desk: Desk) -> None:
    event = access_points.add_event(desk.archive, "Proboj grupe", names=[NewName(PERSON, "Štetner")])
    (first,) = authorities.of_event(desk.archive, event.id)
    changed = access_points.edit_event(
        desk.archive, event.id, names=[NewName(PLACE, "Avala"), first.authority.id], title="Proboj"
    )
    assert changed.title == "Proboj"
    assert _names(authorities.of_event(desk.archive, event.id)) == ["Avala", "Štetner"]
    assert _names(access_points.set_event_names(desk.archive, event.id, [])) == []
    history.undo(desk.archive)
    history.undo(desk.archive)
    assert authorities.of_event(desk.archive, event.id) == [first]
    with pytest.raises(NotFound):
        access_points.set_event_names(desk.archive, event.id, ["nobody"])
    assert authorities.of_event(desk.archive, event.id) == [first]


def test_a_link_says_what_a_source_names(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Proboj grupe")
    link = events.link(desk.archive, desk.mark(desk.latin, "u zoru 20. oktobra").id, event.id)
    made = access_points.edit_link(
        desk.archive, link.id, names=[NewName(PERSON, "Štetner")], says_who="general Štetner"
    )
    assert made.says_who == "general Štetner"
    assert _names(authorities.of_links(desk.archive, [link.id])[link.id]) == ["Štetner"]
    assert access_points.set_link_names(desk.archive, link.id, []) == []
    assert len(desk.archive.store.list(Authority)) == 1
    assert authorities.of_events(desk.archive, [event.id]) == {}
