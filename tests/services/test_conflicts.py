"""All places where the sources of an archive disagree."""

from archive_app.core.records import Sameness
from archive_app.services import claims, conflicts, events, verdicts
from archive_app.services.conflicts import About, Conflict
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
        ("Zauzimanje stanice", About.DATE, [("1944-10-20", 1, False), ("1944-10-15", 1, False)]),
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
    assert [conflicts.is_marked(found, side.claims[0]) for side in found.sides] == [
        side.claims[0].annotation.id == early.id for side in found.sides
    ]
    claims.mark_claim(desk.archive, link.id, who=Sameness.UNMARKED)
    assert conflicts.find_conflicts(desk.archive) == []
