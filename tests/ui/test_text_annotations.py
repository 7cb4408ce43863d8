"""All views of a text share its annotations, which follow every change."""

import pytest
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import annotating, events
from archive_app.ui.jobs import Lane
from archive_app.ui.session import Session
from archive_app.ui.text_annotations import TextAnnotations, text_annotations
from helpers.desk import Desk


@pytest.fixture
def annotations(desk: Desk, session: Session) -> TextAnnotations:
    """Those of the Cyrillic article."""
    made = text_annotations(session)
    made.load(desk.cyrillic.text.id)
    return made


def quotes(annotations: TextAnnotations) -> list[str]:
    return [one.annotation.quote for one in annotations.all.values()]


def test_every_view_of_a_session_gets_the_same(annotations: TextAnnotations, session: Session) -> None:
    assert text_annotations(session) is annotations


def test_new_changed_and_deleted_annotations_are_told_by_their_ids(
    annotations: TextAnnotations, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(annotations.changed) as told:
        late = desk.mark(desk.cyrillic, "ватра")
    assert told.args == [{late.id}]
    with qtbot.waitSignal(annotations.changed):
        early = desk.mark(desk.cyrillic, "мотори")
    assert quotes(annotations) == ["мотори", "ватра"]
    with qtbot.waitSignal(annotations.changed) as told:
        annotating.edit_annotation(desk.archive, late.id, colour=Colour.PINK)
    assert told.args == [{late.id}]
    with qtbot.waitSignal(annotations.changed) as told:
        annotating.remove_annotation(desk.archive, early.id)
    assert told.args == [{early.id}]
    assert quotes(annotations) == ["ватра"]


def test_tags_and_links_are_followed_too(annotations: TextAnnotations, desk: Desk, qtbot: QtBot) -> None:
    made = desk.mark(desk.cyrillic, "ватра")
    with qtbot.waitSignal(annotations.changed):
        annotating.edit_annotation(desk.archive, made.id, tags=["ноћ"])
    qtbot.waitUntil(lambda: annotations.all[made.id].tag_names == ["ноћ"])
    event = events.add_event(desk.archive, "Славље", when="31.10.1944")
    events.link(desk.archive, made.id, event.id)
    events.link(desk.archive, desk.mark(desk.cyrillic, "певали").id, event.id)
    qtbot.waitUntil(lambda: annotations.events_of_text() == [(event, 2)])


def test_annotations_of_other_texts_leave_it_alone(
    annotations: TextAnnotations, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(annotations.changed), qtbot.waitSignal(session.changed):
        desk.mark(desk.latin, "golubovi")
    assert annotations.all == {}


def test_many_are_fetched_beside_the_window_with_what_was_done_meanwhile(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    before = desk.mark(desk.cyrillic, "ватра")
    annotations = text_annotations(session)
    with qtbot.waitSignal(session.runner.started):
        annotations.load(desk.cyrillic.text.id, later=True)
        assert not annotations.is_loaded
    after = desk.mark(desk.cyrillic, "мотори", note="касније")  # while they are read
    qtbot.waitUntil(lambda: annotations.is_loaded)
    assert list(annotations.all) == [after.id, before.id]
    assert annotations.all[after.id].annotation.note == "касније"


def test_what_was_fetched_for_the_text_before_is_not_taken_for_this_one(
    desk: Desk, session: Session, qtbot: QtBot
) -> None:
    desk.mark(desk.cyrillic, "ватра")
    desk.mark(desk.latin, "Mornari")
    annotations = text_annotations(session)
    with qtbot.waitSignal(session.runner.started):
        annotations.load(desk.cyrillic.text.id, later=True)
    annotations.load(desk.latin.text.id)
    assert quotes(annotations) == ["Mornari"]
    qtbot.waitUntil(lambda: not session.runner.is_busy(Lane.READ))
    assert quotes(annotations) == ["Mornari"]
