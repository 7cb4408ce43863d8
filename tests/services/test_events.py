"""Events, and what each source states about them."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.services import annotating, events, history
from helpers.desk import Desk


def test_an_event_is_dated_as_people_write_dates(desk: Desk) -> None:
    for typed, edtf, first, last in (
        ("20. oktobar 1944", "1944-10-20", "1944-10-20", "1944-10-20"),
        ("20. октобра 1944. године", "1944-10-20", "1944-10-20", "1944-10-20"),
        ("20.10.1944.", "1944-10-20", "1944-10-20", "1944-10-20"),
        ("1944-10-18/1944-10-19", "1944-10-18/1944-10-19", "1944-10-18", "1944-10-19"),
        ("oko 1943", "1943~", "1943-01-01", "1943-12-31"),
        ("", "", None, None),
    ):
        event = events.add_event(desk.archive, "Događaj", when=typed, place=" Beograd ")
        assert (event.when, event.first_day, event.last_day, event.place) == (edtf, first, last, "Beograd")
        assert events.get_event(desk.archive, event.id) == event


def test_an_event_must_have_a_title_and_a_date_that_can_be_read(desk: Desk) -> None:
    with pytest.raises(UserError, match="title is empty"):
        events.add_event(desk.archive, "  ")
    with pytest.raises(UserError, match="is not a date"):
        events.add_event(desk.archive, "Događaj", when="nekad")
    with pytest.raises(UserError, match="ends before it begins"):
        events.add_event(desk.archive, "Događaj", when="1944-10-20/1944-10-15")
    assert events.list_events(desk.archive) == []


def test_events_stand_in_the_order_of_time_undated_ones_last(desk: Desk) -> None:
    for title, when in (("d", ""), ("b", "1944-10"), ("c", "1944-10-20"), ("а", "1944-10"), ("e", "1941")):
        events.add_event(desk.archive, title, when=when)
    assert [row.event.title for row in events.list_events(desk.archive)] == ["e", "а", "b", "c", "d"]


def test_an_event_is_found_by_its_title_a_part_of_it_or_its_id(desk: Desk) -> None:
    station = events.add_event(desk.archive, "Zauzimanje železničke stanice")
    bridge = events.add_event(desk.archive, "Prelaz preko mosta")
    events.add_event(desk.archive, "Prelaz preko reke")
    for words in ("Zauzimanje železničke stanice", "ŽELEZNIČKE", station.id):
        assert events.find_event(desk.archive, words) == station
    assert events.find_event(desk.archive, "prelaz preko mosta") == bridge
    with pytest.raises(UserError, match="Several events are called “Prelaz”: Prelaz preko"):
        events.find_event(desk.archive, "Prelaz")
    for words in ("opsada", "", "01"):
        with pytest.raises(NotFound, match="no event called"):
            events.find_event(desk.archive, words)


def test_two_sources_state_different_dates_of_one_event(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje železničke stanice", when="1944-10")
    late = desk.mark(desk.latin, "Železničku stanicu zauzeli su borci u zoru 20. oktobra")
    early = desk.mark(desk.cyrillic, "Железничку станицу су борци заузели 15. октобра")
    events.link(desk.archive, late.id, event.id, says_when="20. oktobar 1944", says_who="borci")
    events.link(desk.archive, early.id, event.id, says_when="1944-10-15")
    stated = {
        claim.source.title: (claim.link.says_when, claim.annotation.quote)
        for claim in events.claims(desk.archive, event.id)
        if claim.source
    }
    assert stated == {
        "Grad pod tvrđavom": ("1944-10-20", late.quote),
        "Дани под бедемом": ("1944-10-15", early.quote),
    }
    assert [row.links for row in events.list_events(desk.archive)] == [2]
    (in_text,) = events.events_of_text(desk.archive, desk.latin.text.id)
    assert (in_text.event, in_text.links) == (event, 1)


def test_a_second_link_of_the_same_two_changes_the_first(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    first = events.link(desk.archive, made.id, event.id, says_when="1944-10-20", says_where="Beograd")
    second = events.link(desk.archive, made.id, event.id, says_when="1944-10-21", says_who="borci")
    assert second.id == first.id
    assert [claim.link for claim in events.claims(desk.archive, event.id)] == [second]
    assert (second.says_when, second.says_where, second.says_who) == ("1944-10-21", "Beograd", "borci")
    history.undo(desk.archive)
    assert [claim.link for claim in events.claims(desk.archive, event.id)] == [first]


def test_what_a_source_states_can_be_changed_and_taken_away(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    link = events.link(desk.archive, made.id, event.id, says_when="1944-10-20")
    changed = events.edit_link(desk.archive, link.id, says_where=" stanica ")
    assert (changed.says_when, changed.says_where, changed.first_day) == (
        "1944-10-20",
        "stanica",
        "1944-10-20",
    )
    with pytest.raises(UserError, match="is not a date"):
        events.edit_link(desk.archive, link.id, says_when="pred zoru")
    with pytest.raises(KeyError):
        events.edit_link(desk.archive, link.id, event_id="x")
    events.unlink(desk.archive, link.id)
    assert events.claims(desk.archive, event.id) == []
    assert annotating.get_annotation(desk.archive, made.id).annotation == made
    history.undo(desk.archive)
    assert [claim.link for claim in events.claims(desk.archive, event.id)] == [changed]


def test_only_what_exists_can_be_linked(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    for annotation_id, event_id in ((made.id, "nothing"), ("nothing", event.id)):
        with pytest.raises(NotFound):
            events.link(desk.archive, annotation_id, event_id)
    with pytest.raises(UserError, match="is not a date"):
        events.link(desk.archive, made.id, event.id, says_when="pred zoru")
    assert events.claims(desk.archive, event.id) == []


def test_an_event_is_edited_and_removed_and_its_annotations_stay(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Stanica", when="1944")
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    events.link(desk.archive, made.id, event.id)
    assert events.edit_event(desk.archive, event.id, when="1944-10-20").last_day == "1944-10-20"
    events.remove_event(desk.archive, event.id)
    assert events.list_events(desk.archive) == []
    assert annotating.get_annotation(desk.archive, made.id).links == ()
    history.undo(desk.archive)
    assert len(annotating.get_annotation(desk.archive, made.id).links) == 1
