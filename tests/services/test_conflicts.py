"""All places where the sources of an archive disagree."""

from archive_app.core.records import Event, Link, Sameness
from archive_app.services import annotating, claims, conflicts, events, history, verdicts
from archive_app.services.conflicts import About, Conflict, State
from helpers.desk import Desk

LATE, EARLY = "u zoru 20. oktobra", "15. октобра пред вече"


def told(found: list[Conflict]) -> list[tuple[str, About, list[tuple[str, int, bool]]]]:
    return [
        (one.event.title, one.about, [(side.stated, len(side.claims), side.is_held) for side in one.sides])
        for one in found
    ]


def test_an_archive_without_conflicts_has_an_empty_list(desk: Desk) -> None:
    assert conflicts.find_conflicts(desk.archive) == []
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10")
    made = desk.mark(desk.latin, LATE)
    events.link(desk.archive, made.id, event.id, says_when="1944-10-20", says_who="borci")
    assert conflicts.find_conflicts(desk.archive) == []


def test_two_sources_that_cannot_both_be_right_are_a_conflict_whatever_the_event_is_dated(desk: Desk) -> None:
    undated = events.add_event(desk.archive, "Zauzimanje stanice")
    earlier = events.add_event(desk.archive, "Odlazak", when="1941-04-06")
    late, early = desk.mark(desk.latin, LATE), desk.mark(desk.cyrillic, EARLY)
    for annotation, when in ((late, "1944-10-20"), (early, "1944-10-15")):
        events.link(desk.archive, annotation.id, undated.id, says_when=when)
    events.link(desk.archive, late.id, earlier.id, says_when="1941-04-07")
    assert told(conflicts.find_conflicts(desk.archive)) == [
        ("Odlazak", About.DATE, [("1941-04-06", 0, True), ("1941-04-07", 1, False)]),
        ("Zauzimanje stanice", About.DATE, [("1944-10-15", 1, False), ("1944-10-20", 1, False)]),
    ]
    verdicts.give_verdict(desk.archive, undated.id, when="1944-10-20", reason="izveštaj")
    decided = conflicts.find_conflicts(desk.archive)[1]
    assert decided.is_decided
    assert decided.sides[0].is_held
    assert [claim.annotation.id for claim in decided.sides[1].claims] == [early.id]
    assert conflicts.stated_words(decided, decided.sides[1]) == "15 October 1944"


def test_what_a_person_marks_as_different_is_a_conflict(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    late, early = desk.mark(desk.latin, LATE), desk.mark(desk.cyrillic, EARLY)
    events.link(desk.archive, late.id, event.id, says_who="partizani")
    link = events.link(desk.archive, early.id, event.id, says_who="тенкисти")
    claims.mark_claim(desk.archive, link.id, who=Sameness.DIFFERS, where=Sameness.SAME)
    (found,) = conflicts.find_conflicts(desk.archive)
    assert (found.about, found.is_decided) == (About.PEOPLE, False)
    assert {side.stated: side.claims[0].annotation.id for side in found.sides} == {
        "partizani": late.id,
        "тенкисти": early.id,
    }
    assert [conflicts.mark_of(found, side.claims[0]) is Sameness.DIFFERS for side in found.sides] == [
        side.claims[0].annotation.id == early.id for side in found.sides
    ]
    claims.mark_claim(desk.archive, link.id, who=Sameness.UNMARKED)
    assert conflicts.find_conflicts(desk.archive) == []


def station_of(desk: Desk, *said: tuple[str, str, str]) -> tuple[Event, list[Link]]:
    """An event that is held to be of 20 October, and claims on it: article, words, date."""
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    readings = {"latin": desk.latin, "cyrillic": desk.cyrillic}
    return event, [
        events.link(desk.archive, desk.mark(readings[name], words).id, event.id, says_when=when)
        for name, words, when in said
    ]


def test_two_dates_of_one_source_are_held_apart_from_sources_against_each_other(desk: Desk) -> None:
    event, _links = station_of(
        desk, ("latin", LATE, "1944-10-20"), ("latin", "Železničku stanicu", "1944-10-14")
    )
    (found,) = conflicts.find_conflicts(desk.archive)
    assert found.within == desk.latin.source
    assert told([found])[0][2] == [("1944-10-20", 1, True), ("1944-10-14", 1, False)]
    early = desk.mark(desk.cyrillic, EARLY)
    events.link(desk.archive, early.id, event.id, says_when="1944-10-15")
    between, within = conflicts.find_conflicts(desk.archive)
    assert (between.within, within.within) == (None, desk.latin.source)
    assert [side.stated for side in between.sides] == ["1944-10-20", "1944-10-14", "1944-10-15"]
    assert [side.stated for side in within.sides] == ["1944-10-20", "1944-10-14"]


def test_what_a_person_calls_no_contradiction_is_settled_with_the_reason_beside_it(desk: Desk) -> None:
    _event, (_late, early) = station_of(
        desk, ("latin", LATE, "1944-10-20"), ("cyrillic", EARLY, "1944-10-15")
    )
    edited = events.edit_link(desk.archive, early.id, note="str. 4")
    (settled,) = claims.mark_dates(desk.archive, [edited.id], Sameness.SAME, "prvi napad")
    assert (settled.when_mark, settled.note) == (Sameness.SAME, "str. 4; prvi napad")
    (found,) = conflicts.find_conflicts(desk.archive)
    assert (found.state, found.is_decided) == (State.SETTLED, False)
    assert [conflicts.mark_of(found, claim) for claim in found.claims] == ["", "same"]
    history.undo(desk.archive)
    assert conflicts.find_conflicts(desk.archive)[0].state is State.OPEN
    assert desk.archive.store.get(Link, early.id).note == "str. 4"


def test_a_verdict_settles_what_is_left_and_not_what_is_no_contradiction(desk: Desk) -> None:
    event, links = station_of(desk, ("latin", LATE, "1944-10-20"), ("cyrillic", EARLY, "1944-10-15"))
    verdicts.give_verdict(desk.archive, event.id, reason="izveštaj")
    assert conflicts.find_conflicts(desk.archive)[0].state is State.DECIDED
    claims.mark_dates(desk.archive, [link.id for link in links], Sameness.SAME)
    assert conflicts.find_conflicts(desk.archive)[0].state is State.SETTLED
    verdicts.withdraw_verdict(desk.archive, event.id)
    claims.mark_dates(desk.archive, [link.id for link in links], Sameness.UNMARKED)
    assert conflicts.find_conflicts(desk.archive)[0].state is State.OPEN
    assert claims.mark_dates(desk.archive, [], Sameness.SAME) == []


def test_a_reason_that_stands_in_the_remark_already_is_not_written_again(desk: Desk) -> None:
    _event, (late,) = station_of(desk, ("latin", LATE, "1944-10-20"))
    for _time in range(2):
        (marked,) = claims.mark_dates(desk.archive, [late.id], Sameness.SAME, " prvi napad ")
        assert marked.note == "prvi napad"


def test_a_date_that_a_person_says_contradicts_is_a_conflict_though_it_computes_as_compatible(
    desk: Desk,
) -> None:
    _event, (_late, vague) = station_of(desk, ("latin", LATE, "1944-10-20"), ("cyrillic", EARLY, "1944-10"))
    assert conflicts.find_conflicts(desk.archive) == []
    claims.mark_claim(desk.archive, vague.id, when=Sameness.DIFFERS)
    (found,) = conflicts.find_conflicts(desk.archive)
    assert [(side.stated, side.is_held) for side in found.sides] == [("1944-10-20", True), ("1944-10", False)]
    assert found.state is State.OPEN
    assert conflicts.mark_of(found, found.sides[1].claims[0]) is Sameness.DIFFERS


def test_a_claim_that_is_deleted_while_conflicts_are_looked_for_is_none(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    late, early = desk.mark(desk.latin, LATE), desk.mark(desk.cyrillic, EARLY)
    for annotation, when in ((late, "1944-10-20"), (early, "1944-10-15")):
        events.link(desk.archive, annotation.id, event.id, says_when=when)
    links = desk.archive.store.list(Link)
    annotating.remove_annotation(desk.archive, early.id)
    assert conflicts._among(desk.archive, links) == []
