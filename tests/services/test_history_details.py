"""What an action did, told so that a person understands it."""

import pytest

from archive_app.core.errors import NotFound
from archive_app.core.ids import new_id
from archive_app.core.records import Colour, Tag
from archive_app.services import annotating, events, history, sources
from archive_app.services.history_details import Details, How, details
from helpers.desk import Desk


def newest(desk: Desk, most: int = 200) -> Details:
    return details(desk.archive, history.history(desk.archive, 1)[0].number, most)


def told(found: Details) -> list[tuple[str, str, How]]:
    return [(record.kind, record.title, record.how) for record in found.records]


def fields(found: Details, number: int = 0) -> list[tuple[str, str, str]]:
    return [(field.label, field.before, field.after) for field in found.records[number].fields]


def test_an_edit_tells_each_field_before_and_after(desk: Desk) -> None:
    sources.edit_source(
        desk.archive, desk.latin.source.id, creator="J. Ćirić", date="20.10.1944", kind="letter"
    )
    found = newest(desk)
    assert told(found) == [("Source", "Grad pod tvrđavom", How.CHANGED)]
    assert sorted(fields(found)) == [
        ("Author", "", "J. Ćirić"),
        ("Date", "", "20 October 1944"),
        ("Kind", "Article", "Letter"),
    ]


def test_what_was_made_is_told_with_names_in_the_place_of_ids(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    found = newest(desk)
    assert told(found) == [
        ("Annotation", "Pekar Ilija", How.MADE),
        ("Tag", "ljudi", How.MADE),
        ("Tag of an annotation", "ljudi · Pekar Ilija", How.MADE),
    ]
    assert ("Text", "", "Grad pod tvrđavom") in fields(found)
    assert ("Colour", "", "Yellow") in fields(found)
    event = events.add_event(desk.archive, "Zapis")
    events.link(desk.archive, made.id, event.id, says_when="1944")
    assert told(newest(desk)) == [("Link to an event", "Zapis · Pekar Ilija", How.MADE)]
    assert ("Stated date", "", "1944") in fields(newest(desk))


def test_what_was_deleted_keeps_its_name_also_when_all_around_it_is_gone(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    annotating.edit_annotation(desk.archive, made.id, colour=Colour.PINK)
    edited = history.history(desk.archive, 1)[0].number
    sources.remove_source(desk.archive, desk.latin.source.id)
    found = newest(desk)
    assert ("Source", "Grad pod tvrđavom", How.DELETED) in told(found)
    assert ("Tag of an annotation", "ljudi · Pekar Ilija", How.DELETED) in told(found)
    before = details(desk.archive, edited)
    assert told(before) == [("Annotation", "Pekar Ilija", How.CHANGED)]
    assert fields(before) == [("Colour", "Yellow", "Pink")]


def test_a_record_is_told_once_and_not_at_all_where_it_came_and_went(desk: Desk) -> None:
    tag, gone = Tag(id=new_id(), name="most"), Tag(id=new_id(), name="prolaz")
    with desk.archive.operation("Several"):
        desk.archive.store.insert(tag)
        desk.archive.store.insert(gone)
        desk.archive.store.update(Tag, tag.id, name="reka")
        desk.archive.store.update(Tag, tag.id, name="potok")
        desk.archive.store.delete(Tag, gone.id)
    found = newest(desk)
    assert told(found) == [("Tag", "potok", How.MADE)]
    assert fields(found) == [("Name", "", "potok")]


def test_of_many_records_the_first_are_told_and_all_counted(desk: Desk) -> None:
    with desk.archive.operation("Many"):
        desk.archive.store.insert_many([Tag(id=new_id(), name=f"oznaka {number}") for number in range(30)])
    found = newest(desk, most=10)
    assert (len(found.records), found.total) == (10, 30)


def test_a_number_of_no_action_is_told(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no action number"):
        details(desk.archive, 999)
