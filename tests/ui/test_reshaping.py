"""Moving the ends of a highlight by key and by mouse, splitting and joining."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.services import annotating, history
from archive_app.ui.mark_handles import MarkHandles
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.session import Session
from helpers.desk import Desk
from helpers.reading import point_of, put_caret, select

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def reader(reader: ReaderView, desk: Desk, qtbot: QtBot) -> ReaderView:
    """A reader with a chosen highlight."""
    mark = desk.mark(desk.cyrillic, "два празна чамца", note="чији?", tags=["река"])
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    reader.choose(mark.id, scroll=True)
    return reader


def quotes(desk: Desk) -> list[str]:
    found = annotating.annotations_of_source(desk.archive, desk.cyrillic.source.id)
    return [one.annotation.quote for one in found]


def handles(reader: ReaderView) -> MarkHandles:
    assert reader.reshaping.handles is not None
    return reader.reshaping.handles


def test_keys_move_the_ends_by_words(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    reader.reshaping.move_start(1)
    qtbot.waitUntil(lambda: quotes(desk) == ["празна чамца"])
    reader.reshaping.move_start(-1)
    reader.reshaping.move_end(-1)  # before the first one is saved
    qtbot.waitUntil(lambda: quotes(desk) == ["два празна"])
    history.undo(desk.archive)
    assert quotes(desk) == ["два празна чамца"]


def test_a_highlight_keeps_its_last_word(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    for _step in range(5):
        reader.reshaping.move_end(-1)
    qtbot.waitUntil(lambda: quotes(desk) == ["два"])
    assert reader.chosen is not None


def test_a_highlight_is_split_at_the_caret_and_joined_again(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    put_caret(reader, "чамца")
    reader.reshaping.split()
    qtbot.waitUntil(lambda: quotes(desk) == ["два празна", "чамца"])
    reader.reshaping.join()
    qtbot.waitUntil(lambda: quotes(desk) == ["два празна чамца"])
    history.undo(desk.archive)
    history.undo(desk.archive)
    assert quotes(desk) == ["два празна чамца"]


def test_the_chosen_highlight_is_meant_also_at_its_very_end(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    passage = next(
        one for one in desk.cyrillic.passages if "чамца" in desk.cyrillic.letters[one.start : one.end]
    )
    annotating.annotate(desk.archive, desk.cyrillic.text.id, passage.span)
    qtbot.waitUntil(lambda: len(reader.pane.shown.marks.all) == 2)
    put_caret(reader, "два празна чамца", len("два празна чамца"))
    reader.reshaping.move_end(-1)
    qtbot.waitUntil(lambda: shown_length(reader) == len("два празна"))
    put_caret(reader, "чамца", 2)  # outside of it now, inside the passage
    reader.reshaping.move_start(1)
    whole = desk.cyrillic.letters[passage.start : passage.end]
    qtbot.waitUntil(lambda: whole not in quotes(desk))
    assert "два празна" in quotes(desk)


def shown_length(reader: ReaderView) -> int:
    mark = reader.pane.shown.marks.get(reader.chosen)
    return mark.end - mark.start if mark else 0


def test_a_person_is_told_why_nothing_can_be_done(
    reader: ReaderView, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    put_caret(reader, "два празна")
    with qtbot.waitSignal(session.refused) as said:
        reader.reshaping.split()
    assert "caret inside" in said.args[0]
    with qtbot.waitSignal(session.refused) as said:
        reader.reshaping.join()
    assert "no highlight to join" in said.args[0]
    reader.choose(None)
    put_caret(reader, "Учитељица")
    with qtbot.waitSignal(session.refused) as said:
        reader.reshaping.move_end(1)
    assert "Click a highlight" in said.args[0]
    assert quotes(desk) == ["два празна чамца"]


def test_knobs_stand_at_both_ends_of_the_chosen_highlight(reader: ReaderView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: handles(reader).start.isVisible())
    start, end = handles(reader).start.geometry().center(), handles(reader).end.geometry().center()
    assert abs(start.x() - point_of(reader, "два празна").x()) < 5
    assert end.x() > start.x() or end.y() > start.y()
    reader.choose(None)
    qtbot.waitUntil(lambda: not handles(reader).start.isVisible())
    assert not handles(reader).end.isVisible()


def test_an_end_is_dragged_with_the_mouse(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: handles(reader).end.isVisible())
    knob = handles(reader).start
    middle = knob.rect().center()
    target = point_of(reader, "празна чамца")
    QTest.mousePress(knob, LEFT, Qt.KeyboardModifier.NoModifier, middle)
    for point in (knob.mapToParent(middle + QPoint(9, 3)), target):
        QTest.mouseMove(knob, knob.mapFromParent(point))
        reader.pane.viewport().repaint()
        qtbot.wait(20)
    assert reader.pane.caret.letters() == "празна чамца"
    assert knob.isVisible()  # a hidden one would have lost the mouse
    QTest.mouseRelease(knob, LEFT, Qt.KeyboardModifier.NoModifier, knob.mapFromParent(target))
    qtbot.waitUntil(lambda: quotes(desk) == ["празна чамца"])
    assert reader.selection() is None
    history.undo(desk.archive)
    assert quotes(desk) == ["два празна чамца"]


def test_a_knob_that_is_only_clicked_changes_nothing(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: handles(reader).end.isVisible())
    steps = len(history.history(desk.archive))
    QTest.mouseClick(handles(reader).end, LEFT)
    assert len(history.history(desk.archive)) == steps


def test_knobs_give_way_to_a_selection(reader: ReaderView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: handles(reader).end.isVisible())
    select(reader, "Учитељица")
    qtbot.waitUntil(lambda: not handles(reader).end.isVisible())
