"""Events that are parts of other events."""

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import Event
from archive_app.services import events, history, phases, trash
from helpers.desk import Desk


@pytest.fixture
def battle(desk: Desk) -> tuple[Event, Event, Event]:
    """A battle, a phase of it and a part of that phase."""
    whole = events.add_event(desk.archive, "Bitka za grad", when="1944-10-14/1944-10-20")
    phase = events.add_event(desk.archive, "Borbe za stanicu", when="1944-10-15", under=whole.id)
    part = events.add_event(desk.archive, "Ulazak u halu", when="1944-10-15 evening", under=phase.id)
    return whole, phase, part


def test_the_phases_of_an_event_stand_in_the_order_of_time(desk: Desk, battle: tuple[Event, ...]) -> None:
    whole, phase, part = battle
    first = events.add_event(desk.archive, "Opšti napad", when="1944-10-14", under=whole.id)
    made = desk.mark(desk.latin, "u zoru 20. oktobra")
    events.link(desk.archive, made.id, first.id)
    assert [(row.event, row.links) for row in phases.phases_of(desk.archive, whole.id)] == [
        (first, 1),
        (phase, 0),
    ]
    assert phases.phases_of(desk.archive, part.id) == []
    assert phases.events_above(desk.archive, part) == [whole, phase]
    assert phases.events_above(desk.archive, whole) == []


def test_an_event_cannot_be_a_part_of_itself(desk: Desk, battle: tuple[Event, ...]) -> None:
    whole, phase, part = battle
    for below in battle:
        with pytest.raises(UserError, match="is a part of it or the same"):
            phases.put_under(desk.archive, whole.id, below.id)
    assert events.get_event(desk.archive, whole.id) == whole
    assert phases.possible_parents(desk.archive, whole.id) == []
    assert phases.possible_parents(desk.archive, phase.id) == [whole]
    assert phases.possible_parents(desk.archive, part.id) == [whole, phase]
    with pytest.raises(NotFound):
        phases.put_under(desk.archive, part.id, "nothing")
    with pytest.raises(NotFound):
        events.add_event(desk.archive, "Povlačenje", under="nothing")


def test_an_event_is_moved_and_that_is_undone(desk: Desk, battle: tuple[Event, ...]) -> None:
    whole, phase, part = battle
    assert phases.put_under(desk.archive, part.id, whole.id).parent_id == whole.id
    assert phases.put_under(desk.archive, part.id, None).parent_id is None
    history.undo(desk.archive)
    history.undo(desk.archive)
    assert events.get_event(desk.archive, part.id).parent_id == phase.id


def test_the_parts_of_a_deleted_event_stay_and_come_back_under_it(
    desk: Desk, battle: tuple[Event, ...]
) -> None:
    whole, phase, part = battle
    events.remove_event(desk.archive, whole.id)
    assert events.get_event(desk.archive, phase.id).parent_id is None
    history.undo(desk.archive)
    assert events.get_event(desk.archive, phase.id) == phase
    history.redo(desk.archive)
    assert events.get_event(desk.archive, phase.id).parent_id is None
    history.undo(desk.archive)
    events.remove_event(desk.archive, phase.id)
    trash.restore(desk.archive, [phase.id])
    assert phases.events_above(desk.archive, events.get_event(desk.archive, part.id)) == [whole, phase]


def test_all_events_stand_in_a_tree_in_the_order_of_time(desk: Desk, battle: tuple[Event, ...]) -> None:
    whole, phase, part = battle
    first = events.add_event(desk.archive, "Opšti napad", when="1944-10-14", under=whole.id)
    war = events.add_event(desk.archive, "Rat", when="1941")
    assert [(one.event, one.above, one.parts) for one in phases.event_tree(desk.archive)] == [
        (war, (), 0),
        (whole, (), 2),
        (first, (whole.id,), 0),
        (phase, (whole.id,), 1),
        (part, (whole.id, phase.id), 0),
    ]
