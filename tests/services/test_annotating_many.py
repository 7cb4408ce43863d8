"""The same is done to many annotations in one operation."""

from collections.abc import Callable

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import Annotation, Colour, Link
from archive_app.services import annotating, annotating_many, events, history, tagging
from helpers.desk import Desk
from helpers.records import contents


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    """Three annotations, the first of which carries a tag."""
    return [
        desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"]).id,
        desk.mark(desk.latin, "Železničku stanicu", note="kada?").id,
        desk.mark(desk.cyrillic, "Железничку станицу", colour=Colour.PINK).id,
    ]


def in_one_step(desk: Desk, call: Callable[[], int]) -> int:
    """Do something that must be one action; return its answer after checking that undo takes all of it back."""
    before, actions = contents(desk.archive.store), len(history.history(desk.archive))
    count = call()
    assert len(history.history(desk.archive)) == actions + 1
    after = contents(desk.archive.store)
    history.undo(desk.archive)
    assert contents(desk.archive.store) == before
    history.redo(desk.archive)
    assert contents(desk.archive.store) == after
    return count


def test_many_get_a_colour(desk: Desk, ids: list[str]) -> None:
    assert in_one_step(desk, lambda: annotating_many.colour_many(desk.archive, ids, Colour.PINK)) == 2
    assert {one.colour for one in desk.archive.store.list(Annotation)} == {Colour.PINK}
    assert "Colour 2 annotations in pink" in [action.name for action in history.history(desk.archive)]


def test_many_get_a_tag_and_lose_it(desk: Desk, ids: list[str]) -> None:
    assert in_one_step(desk, lambda: annotating_many.tag_many(desk.archive, ids, ["rat / ljudi"])) == 3
    tag = tagging.find_tag(desk.archive, "rat / ljudi")
    assert len(tagging.annotations_with_tag(desk.archive, tag.id)) == 3
    assert annotating_many.tag_many(desk.archive, ids, ["rat / ljudi"]) == 0
    assert [path for _id, path in annotating_many.tags_of_many(desk.archive, ids)] == ["ljudi", "rat / ljudi"]
    assert in_one_step(desk, lambda: annotating_many.untag_many(desk.archive, ids, tag.id)) == 3
    assert tagging.annotations_with_tag(desk.archive, tag.id) == []


def test_many_are_tied_to_an_event_and_each_once(desk: Desk, ids: list[str]) -> None:
    event = events.add_event(desk.archive, "Zapis")
    events.link(desk.archive, ids[0], event.id, says_who="Ilija")
    assert in_one_step(desk, lambda: annotating_many.link_many(desk.archive, ids, event.id)) == 2
    links = desk.archive.store.list(Link, event_id=event.id)
    assert sorted(link.says_who for link in links) == ["", "", "Ilija"]


def test_many_are_deleted(desk: Desk, ids: list[str]) -> None:
    assert in_one_step(desk, lambda: annotating_many.remove_many(desk.archive, ids)) == 3
    assert desk.archive.store.list(Annotation) == []
    assert "Delete 3 annotations" in [action.name for action in history.history(desk.archive)]


def test_nothing_of_an_annotation_ever_gets_lost_by_the_way(desk: Desk, ids: list[str]) -> None:
    before = contents(desk.archive.store)
    with pytest.raises(UserError, match="1 of the annotations would say nothing"):
        annotating_many.colour_many(desk.archive, ids, None)
    assert contents(desk.archive.store) == before
    annotating.edit_annotation(desk.archive, ids[0], colour=None)
    tag = tagging.find_tag(desk.archive, "ljudi")
    with pytest.raises(UserError, match="would say nothing"):
        annotating_many.untag_many(desk.archive, ids, tag.id)
    assert annotating_many.colour_many(desk.archive, ids[:2], None) == 1


def test_what_is_not_there_is_told(desk: Desk, ids: list[str]) -> None:
    with pytest.raises(UserError, match="Nothing is chosen"):
        annotating_many.remove_many(desk.archive, [])
    annotating.remove_annotation(desk.archive, ids[0])
    with pytest.raises(NotFound, match="deleted meanwhile"):
        annotating_many.colour_many(desk.archive, ids, Colour.BLUE)
    with pytest.raises(UserError, match="name is empty"):
        annotating_many.tag_many(desk.archive, ids[1:], [" / "])
