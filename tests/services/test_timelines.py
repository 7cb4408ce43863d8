"""The timeline of an archive: which events stand on it, by which dates, in which lanes."""

from pathlib import Path

import pytest

from archive_app.core.days import day_number
from archive_app.core.errors import UserError
from archive_app.core.records import Sameness
from archive_app.core.timeline import Entry
from archive_app.services import annotating, events, phases, timelines
from archive_app.services.archives import Archive
from archive_app.services.claims import event_page, mark_claim
from archive_app.services.timelines import Lanes, Timeline, in_lanes, moments, read_timeline
from helpers.desk import Desk


@pytest.fixture
def told(desk: Desk) -> Desk:
    """The station, of which two articles give different days; a meeting that only one article dates; a rumour."""
    latin = desk.mark(desk.latin, "Železničku stanicu", tags=["borbe/stanica"])
    cyrillic = desk.mark(desk.cyrillic, "Железничку станицу", tags=["borbe"])
    other = desk.mark(desk.latin, "Pekar Ilija")
    station = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20", place="Beograd")
    events.link(desk.archive, latin.id, station.id, says_when="1944-10-20")
    events.link(desk.archive, cyrillic.id, station.id, says_when="1944-10-15", says_where="станица")
    meeting = events.add_event(desk.archive, "Susret", place="Београд")
    events.link(desk.archive, other.id, meeting.id, says_when="1944-10-18")
    events.add_event(desk.archive, "Rat", when="1941-04-06/1945-05-15")
    events.add_event(desk.archive, "Glasina", when="")
    events.add_event(desk.archive, "Đurđevdan", when="XXXX-05-06")
    return desk


def titles(found: Timeline) -> list[str]:
    return [entry.title for entry in found.entries]


def lanes(found: Timeline, by: Lanes) -> list[tuple[str, list[str]]]:
    return [(lane.title, [entry.title for entry in lane.entries]) for lane in in_lanes(found.entries, by)]


def the(found: Timeline, title: str) -> Entry:
    (entry,) = [entry for entry in found.entries if entry.title == title]
    return entry


def test_events_stand_in_the_order_of_time_and_those_without_a_date_aside(told: Desk) -> None:
    found = read_timeline(told.archive)
    assert titles(found) == ["Rat", "Susret", "Zauzimanje stanice"]
    assert [event.title for event in found.undated] == ["Glasina", "Đurđevdan"]


def test_a_source_that_gives_another_day_differs(told: Desk) -> None:
    station = the(read_timeline(told.archive), "Zauzimanje stanice")
    assert [(one.when, one.sources, one.differs) for one in station.said] == [
        ("1944-10-20", ("Grad pod tvrđavom",), False),
        ("1944-10-15", ("Дани под бедемом",), True),
    ]
    assert station.is_disputed
    assert not the(read_timeline(told.archive), "Susret").is_disputed


def test_an_event_that_only_a_source_dates_stands_at_that_date(told: Desk) -> None:
    meeting = the(read_timeline(told.archive), "Susret")
    assert meeting.extent is None
    assert [one.when for one in meeting.said] == ["1944-10-18"]


def test_without_a_date_of_the_event_sources_can_differ_from_each_other(told: Desk) -> None:
    event = events.find_event(told.archive, "Zauzimanje stanice")
    events.edit_event(told.archive, event.id, when="")
    station = the(read_timeline(told.archive), "Zauzimanje stanice")
    assert [one.differs for one in station.said] == [True, True]


def test_sources_differ_also_within_a_date_that_leaves_room_for_both(told: Desk) -> None:
    event = events.find_event(told.archive, "Zauzimanje stanice")
    events.edit_event(told.archive, event.id, when="1944-10")
    station = the(read_timeline(told.archive), "Zauzimanje stanice")
    assert [one.differs for one in station.said] == [True, True]


def test_what_is_disputed_here_is_so_on_the_page_of_the_event(told: Desk) -> None:
    event = events.find_event(told.archive, "Zauzimanje stanice")
    for when in ("1944-10-20", "1944-10", "1944-10-15~", ""):
        events.edit_event(told.archive, event.id, when=when)
        shown = the(read_timeline(told.archive), "Zauzimanje stanice")
        assert shown.is_disputed is event_page(told.archive, event.id).has_conflict


def test_what_a_person_calls_no_contradiction_stands_apart_and_does_not_differ(told: Desk) -> None:
    event = events.find_event(told.archive, "Zauzimanje stanice")
    (early,) = [one.link for one in events.claims(told.archive, event.id) if one.link.says_when[-2:] == "15"]
    mark_claim(told.archive, early.id, when=Sameness.SAME)
    station = the(read_timeline(told.archive), "Zauzimanje stanice")
    assert [(one.differs, one.is_settled) for one in station.said] == [(False, False), (False, True)]
    mark_claim(told.archive, early.id, when=Sameness.DIFFERS)
    assert the(read_timeline(told.archive), "Zauzimanje stanice").is_disputed


def test_the_other_date_of_one_source_stands_apart_and_does_not_differ(told: Desk) -> None:
    event = events.find_event(told.archive, "Susret")
    events.edit_event(told.archive, event.id, when="1944-10-18")
    again = told.mark(told.latin, "u zoru")
    events.link(told.archive, again.id, event.id, says_when="1944-10-14")
    meeting = the(read_timeline(told.archive), "Susret")
    assert [(one.when, one.differs, one.is_settled) for one in meeting.said] == [
        ("1944-10-18", False, False),
        ("1944-10-14", False, True),
    ]


def test_several_passages_with_one_date_are_one_mark(told: Desk) -> None:
    event = events.find_event(told.archive, "Susret")
    again = told.mark(told.cyrillic, "заузели")
    events.link(told.archive, again.id, event.id, says_when="1944-10-18")
    (one,) = the(read_timeline(told.archive), "Susret").said
    assert one.sources == ("Grad pod tvrđavom", "Дани под бедемом")


def test_lanes_by_place_take_both_scripts_for_one_place(told: Desk) -> None:
    assert lanes(read_timeline(told.archive), Lanes.PLACE) == [
        ("Београд", ["Susret", "Zauzimanje stanice"]),
        ("No place", ["Rat"]),
    ]


def test_an_event_stands_in_the_lane_of_each_of_its_tags_and_sources(told: Desk) -> None:
    found = read_timeline(told.archive)
    assert lanes(found, Lanes.TAG) == [
        ("borbe", ["Zauzimanje stanice"]),
        ("borbe / stanica", ["Zauzimanje stanice"]),
        ("No tag", ["Rat", "Susret"]),
    ]
    assert lanes(found, Lanes.SOURCE) == [
        ("Grad pod tvrđavom", ["Susret", "Zauzimanje stanice"]),
        ("Дани под бедемом", ["Zauzimanje stanice"]),
        ("No source", ["Rat"]),
    ]
    assert lanes(found, Lanes.NONE) == [("", titles(found))]


def test_tags_of_notes_on_the_event_itself_count_too(told: Desk) -> None:
    event = events.find_event(told.archive, "Rat")
    annotating.annotate_record(told.archive, event, note="proveriti", tags=["pregled"])
    assert the(read_timeline(told.archive), "Rat").tags == ("pregled",)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("станице", ["Zauzimanje stanice"]),
        ("beograd", ["Susret", "Zauzimanje stanice"]),
        ("бедем", ["Zauzimanje stanice"]),
        ("borbe stan", ["Zauzimanje stanice"]),
        ("1941", ["Rat"]),
        ("  ", ["Rat", "Susret", "Zauzimanje stanice"]),
        ("nema toga", []),
    ],
)
def test_words_narrow_it_in_either_script(told: Desk, words: str, left: list[str]) -> None:
    assert titles(read_timeline(told.archive).narrowed(words)) == left


def test_events_without_a_date_are_narrowed_too(told: Desk) -> None:
    found = read_timeline(told.archive).narrowed("djurdj")
    assert (found.entries, [event.title for event in found.undated]) == ((), ["Đurđevdan"])


def test_a_stretch_of_time_takes_what_any_source_puts_there(told: Desk) -> None:
    found = read_timeline(told.archive)
    assert titles(found.between(*moments("15.10.1944", "16.10.1944"))) == ["Rat", "Zauzimanje stanice"]
    assert titles(found.between(*moments("", "1943"))) == ["Rat"]
    assert titles(found.between(*moments("1946"))) == []


def test_moments_are_the_first_and_the_last_day_of_what_a_person_writes() -> None:
    assert moments("oktobar 1944", "1944") == (day_number((1944, 10, 1)), day_number((1945, 1, 1)))
    assert moments() == (None, None)
    with pytest.raises(UserError, match="Give the earlier date first"):
        moments("1945", "1944")
    with pytest.raises(UserError, match="no known day"):
        moments("../1944")
    with pytest.raises(UserError, match="is not a date"):
        moments("davno")


def test_a_date_to_go_to_needs_a_year() -> None:
    begins, ends = timelines.middle_of("20. oktobar 1944")
    assert (begins, ends) == (day_number((1944, 10, 20)), day_number((1944, 10, 21)))
    with pytest.raises(UserError, match="no year"):
        timelines.middle_of("XXXX-05-06")
    with pytest.raises(UserError):
        timelines.middle_of("")


def test_a_picture_is_drawn_of_what_lies_in_a_stretch_of_time(told: Desk, tmp_path: Path) -> None:
    target = tmp_path / "vreme.svg"
    begins, ends = moments("1944-10", "1944-10")
    shown = read_timeline(told.archive)
    assert (
        timelines.export_picture(told.archive, target, shown, lanes=Lanes.PLACE, begins=begins, ends=ends)
        == 3
    )
    text = target.read_text(encoding="utf-8")
    assert "Zauzimanje stanice" in text
    assert "Београд" in text
    assert "October 1944" in text
    assert "2 events have no date" in text


def test_parts_are_counted_beside_their_event_where_they_are_not_shown(told: Desk) -> None:
    war, station = (events.find_event(told.archive, title) for title in ("Rat", "Zauzimanje"))
    phases.put_under(told.archive, station.id, war.id)
    hall = events.add_event(told.archive, "Hala", when="1944-10-20", under=station.id)
    found = read_timeline(told.archive)
    assert found.with_parts() == {war.id, station.id}
    assert found.folded(()) is found
    folded = found.folded(found.with_parts())
    assert titles(folded) == ["Rat", "Susret"]
    assert (the(folded, "Rat").folded, the(folded, "Rat").folded_disputed) == (2, 1)
    assert the(found.folded({station.id}), "Zauzimanje stanice").folded == 1
    assert hall.id not in {one.id for one in folded.entries}


def test_where_nothing_can_be_drawn_nothing_is_written(archive: Archive, tmp_path: Path) -> None:
    empty = read_timeline(archive)
    with pytest.raises(UserError, match="nothing to draw"):
        timelines.export_picture(archive, tmp_path / "vreme.svg", empty)
    with pytest.raises(UserError, match=r"\.svg"):
        timelines.export_picture(archive, tmp_path / "vreme.png", empty)
    assert not (tmp_path / "vreme.svg").exists()
