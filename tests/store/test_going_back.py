"""Going back to a point of the history, and forward again."""

import random
from collections.abc import Callable

import pytest

from archive_app.core.errors import Conflict, NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Event, Source, Tag
from archive_app.store import annotations, counting, going_back, operations
from archive_app.store.store import Store
from helpers.records import add_tag, contents, fill


def names(store: Store) -> set[str]:
    return {tag.name for tag in store.list(Tag)}


def told(store: Store) -> list[tuple[str, bool]]:
    return [(action.name, action.undone) for action in operations.history(store)]


def last(store: Store) -> int:
    return operations.history(store, 1)[0].number


def test_all_that_was_done_after_an_action_goes_in_one_step_and_comes_back_in_one(store: Store) -> None:
    add_tag(store, "most")
    point = last(store)
    add_tag(store, "reka")
    add_tag(store, "splav")

    going_back.go_back(store, point)
    assert names(store) == {"most"}
    assert told(store) == [
        ("Go back to “Add tag “most””", False),
        ("Add tag “splav”", True),
        ("Add tag “reka”", True),
        ("Add tag “most”", False),
    ]

    operations.undo(store)
    assert names(store) == {"most", "reka", "splav"}
    assert [undone for _name, undone in told(store)] == [False, True, False, False, False]

    operations.redo(store)
    assert names(store) == {"most"}
    assert [undone for _name, undone in told(store)][3:] == [True, True, False]


def test_work_goes_on_from_there_and_all_of_it_is_undone_step_by_step(store: Store) -> None:
    add_tag(store, "most")
    add_tag(store, "reka")
    going_back.go_back(store, operations.history(store)[1].number)
    add_tag(store, "ponor")
    assert names(store) == {"most", "ponor"}
    operations.undo(store)
    operations.undo(store)
    assert names(store) == {"most", "reka"}
    operations.undo(store)
    operations.undo(store)
    assert names(store) == set()
    for _step in range(4):
        operations.redo(store)
    assert names(store) == {"most", "ponor"}


def test_one_can_go_to_the_beginning_and_forward_to_where_one_was(store: Store) -> None:
    fill(store)
    add_tag(store, "most")
    before, newest = contents(store), last(store)
    going_back.go_back(store, 0)
    assert not any(contents(store).values())
    assert operations.history(store)[0].name == "Go back to the beginning"
    going_back.go_back(store, newest)
    assert contents(store) == before
    assert [undone for _name, undone in told(store)] == [False, True, False, False]


def test_what_was_undone_meanwhile_is_done_again_where_it_counted_then(store: Store) -> None:
    add_tag(store, "most")
    add_tag(store, "reka")
    point = last(store)
    operations.undo(store)
    add_tag(store, "splav")
    way = going_back.way_to(store, point)
    assert (way.taken, way.again) == ((4,), (2,))
    going_back.go_back(store, point)
    assert names(store) == {"most", "reka"}
    operations.undo(store)
    assert names(store) == {"most", "splav"}


def test_a_batch_goes_as_a_whole_and_what_ran_beside_it_as_it_began(store: Store) -> None:
    add_tag(store, "ranija")
    first: int | None = None
    for name in ("most", "reka"):
        with store.operation("Import “{subject}”", subject=name, batch=first) as opened:
            store.insert(Tag(id=new_id(), name=name))
        first = first or opened.number
        add_tag(store, f"beleška {name}")
    assert first is not None
    going_back.go_back(store, first)
    assert names(store) == {"ranija", "most", "reka"}
    operations.undo(store)
    assert names(store) == {"ranija", "most", "reka", "beleška most", "beleška reka"}
    going_back.go_back(store, 1)
    assert names(store) == {"ranija"}


def test_nothing_is_written_where_all_is_as_it_was(store: Store) -> None:
    add_tag(store, "most")
    point = last(store)
    with pytest.raises(UserError, match="nothing to take back"):
        going_back.go_back(store, point)
    add_tag(store, "reka")
    operations.undo(store)
    with pytest.raises(UserError, match="nothing to take back"):
        going_back.go_back(store, point)
    assert len(told(store)) == 3


def test_an_action_that_is_not_in_the_history_is_told(store: Store) -> None:
    add_tag(store, "most")
    for number in (7, -1):
        with pytest.raises(NotFound, match="no action number"):
            going_back.go_back(store, number)


def change_behind_the_log(store: Store, sql: str) -> None:
    """Change a record as no operation would, and take the trace away from the log."""
    with store.operation("Behind") as opened:
        store.execute(sql)
    store.execute("DELETE FROM changes WHERE operation = ?", [opened.number])
    store.execute("DELETE FROM operations WHERE number = ?", [opened.number])


def test_a_conflict_changes_nothing_and_says_what_stands_in_the_way(store: Store) -> None:
    add_tag(store, "most")
    point = last(store)
    tag = add_tag(store, "reka")
    add_tag(store, "splav")
    change_behind_the_log(store, f"UPDATE tags SET name = 'rečica' WHERE id = '{tag.id}'")
    before = contents(store)
    with pytest.raises(Conflict, match="“Add tag “reka”” stands in the way"):
        going_back.go_back(store, point)
    assert contents(store) == before
    assert len(told(store)) == 3


def _edit(store: Store, chance: random.Random) -> None:
    """Do something of what a person does, to whatever is there."""
    sources, tags, found = store.list(Source), store.list(Tag), store.list(Annotation)
    choices: list[Callable[[], object]] = [lambda: fill_again(store), lambda: _add_event(store)]
    if sources:
        source = chance.choice(sources)
        choices += [
            lambda: store.update(Source, source.id, title=f"Naslov {chance.random()}"),
            lambda: store.delete(Source, source.id),
        ]
    if tags:
        tag = chance.choice(tags)
        choices += [
            lambda: store.update(Tag, tag.id, name=f"oznaka {chance.random()}"),
            lambda: store.delete(Tag, tag.id),
        ]
    if found:
        annotation = chance.choice(found)
        choices += [
            lambda: annotations.set_tags(store, annotation.id, chance.sample(["most", "reka", "град"], 2)),
            lambda: store.update(Annotation, annotation.id, note=f"{chance.random()}"),
            lambda: store.delete(Annotation, annotation.id),
        ]
    chance.choice(choices)()


def fill_again(store: Store) -> None:
    """Records of every kind, beside those that are there."""
    if not store.list(Source):
        fill(store)


def _add_event(store: Store) -> None:
    event = Event(id=new_id(), title="Prelaz")
    store.insert(event)
    store.insert(Annotation(id=new_id(), event_id=event.id, note="napomena"))


def _act(store: Store, chance: random.Random) -> None:
    """One random step: mostly an edit, sometimes an undo, a redo, a batch, or going anywhere in the history."""
    kind = chance.random()
    try:
        if kind < 0.15:
            operations.undo(store)
        elif kind < 0.3:
            operations.redo(store)
        elif kind < 0.4:
            going_back.go_back(store, chance.choice([0, *(a.number for a in operations.history(store))]))
        elif kind < 0.5:
            with store.operation("First") as opened:
                _edit(store, chance)
            with store.operation("Second", batch=opened.number):
                _edit(store, chance)
        else:
            with store.operation("Edit"):
                _edit(store, chance)
    except UserError:
        return


@pytest.mark.parametrize("seed", range(10))
def test_any_point_of_any_history_is_reached_exactly_and_left_again(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    then: dict[int, object] = {0: contents(store)}
    for _step in range(36):
        _act(store, chance)
        if operations.last_number(store):
            action = operations.action(store, operations.last_number(store))
            assert action is not None
            then[action.number] = contents(store)
        if chance.random() < 0.1:
            store.close()
            store = Store(store.folder)
    for number in chance.sample(sorted(then), min(12, len(then))):
        before = contents(store)
        try:
            going_back.go_back(store, number)
        except UserError:
            assert before == then[number]
            continue
        assert contents(store) == then[number]
        assert counting.now(store) - {last(store)} == counting.after(store, number)
        operations.undo(store)
        assert contents(store) == before
        operations.redo(store)
        assert contents(store) == then[number]
    store.close()
