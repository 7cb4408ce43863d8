"""Two sources side by side: which of them the window speaks of, how they scroll, and what stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import annotating, indexing, sources
from archive_app.services.sources import Reading
from archive_app.ui.scrolling_together import passage_at_top, scroll_to_passage
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk, reading_of
from helpers.reading import wait_for_lines


@pytest.fixture
def workspace(workspace: Workspace, desk: Desk) -> Workspace:
    """The Cyrillic article is read, the Latin one beside it."""
    workspace.showing.show_source(desk.cyrillic.source.id)
    workspace.showing.show_beside(desk.latin.source.id)
    return workspace


def long_reading(desk: Desk, tmp_path: Path, name: str, passages: int, words: int) -> Reading:
    path = tmp_path / f"{name}.txt"
    path.write_text("\n\n".join(f"Одељак {n}. " + "реч " * words for n in range(passages)), encoding="utf-8")
    return reading_of(desk.archive, path)


def test_the_second_source_stands_beside_the_first_and_has_the_keyboard(
    workspace: Workspace, desk: Desk
) -> None:
    left, right = workspace.desk.readers
    assert (left.source_id, right.source_id) == (desk.cyrillic.source.id, desk.latin.source.id)
    assert left.isVisible()
    assert right.isVisible()
    assert left.geometry().right() < right.geometry().left() + 2
    assert right.pane.hasFocus()
    assert workspace.reader is right


def test_the_inspector_follows_the_side_that_has_the_keyboard(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "u zoru")
    desk.mark(desk.cyrillic, "ватра")
    desk.mark(desk.cyrillic, "мотори")
    left, right = workspace.desk.readers
    qtbot.waitUntil(lambda: workspace.inspector.tabs.tabText(0) == "Annotations (1)")
    QTest.mouseClick(left.pane.viewport(), Qt.MouseButton.LeftButton)
    assert workspace.reader is left
    assert workspace.inspector.tabs.tabText(0) == "Annotations (2)"
    right.pane.setFocus()
    assert workspace.inspector.tabs.tabText(0) == "Annotations (1)"
    assert workspace.showing.current().id == desk.latin.source.id  # type: ignore[union-attr]


def test_each_side_can_be_annotated(workspace: Workspace, desk: Desk, qtbot: QtBot) -> None:
    for reader, reading in zip(workspace.desk.readers, (desk.cyrillic, desk.latin), strict=True):
        reader.pane.setFocus()
        passage = reading.passages[1]
        reader.select_passage(passage)
        with qtbot.waitSignal(workspace.desk.annotation_clicked):
            reader.marking.annotate_selection(Colour.BLUE)
        (made,) = annotating.annotations_of_text(desk.archive, reading.text.id)
        assert made.annotation.span == passage.span
        assert workspace.inspector.list.current == made.annotation.id


def test_a_note_is_written_for_the_side_it_belongs_to(workspace: Workspace, desk: Desk, qtbot: QtBot) -> None:
    left, _right = workspace.desk.readers
    left.pane.setFocus()
    left.select_passage(desk.cyrillic.passages[1])
    with qtbot.waitSignal(workspace.desk.edit_requested):
        left.marking.annotate_selection(None, open_note=True)
    assert workspace.inspector.list.current == left.chosen


def test_escape_or_the_button_leaves_one_side(workspace: Workspace, desk: Desk) -> None:
    _left, right = workspace.desk.readers
    QTest.keyClick(right.pane, Qt.Key.Key_Escape)
    assert [reader.source_id for reader in workspace.desk.readers] == [desk.cyrillic.source.id]
    assert workspace.reader.pane.hasFocus()
    workspace.showing.show_beside(desk.latin.source.id)
    left, right = workspace.desk.readers
    left.header.close_button.click()
    assert workspace.desk.readers == (right,)
    assert workspace.reader is right
    assert right.header.close_button.isHidden()


def test_a_place_in_the_other_text_is_shown_there(workspace: Workspace, desk: Desk) -> None:
    left, right = workspace.desk.readers
    passage = desk.cyrillic.passages[-1]
    workspace.showing.show_place(desk.cyrillic.text.id, passage.start, passage.end)
    assert workspace.reader is left
    assert right.source_id == desk.latin.source.id
    assert left.pane.textCursor().position() == passage.start


def test_a_followed_search_is_marked_on_both_sides(workspace: Workspace, desk: Desk, qtbot: QtBot) -> None:
    indexing.catch_up(desk.archive)
    with qtbot.waitSignal(workspace.search.view.result_shown):
        workspace.search.ask("Kalemegdan")
    left, right = workspace.desk.readers
    for reader in (right, left):
        reader.pane.setFocus()
        workspace.search.step(1)
        qtbot.waitUntil(lambda shown=reader: bool(workspace.reader.pane.shown.also_found))
    for reader in (left, right):
        workspace.desk.activate(reader)
        qtbot.waitUntil(lambda shown=reader: bool(shown.pane.shown.also_found))
    workspace.search.followed.stop()
    assert not left.pane.shown.also_found
    assert not right.pane.shown.also_found


def test_two_texts_scroll_together_by_their_passages(
    workspace: Workspace, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    short = long_reading(desk, tmp_path, "kratak", 60, 40)
    long = long_reading(desk, tmp_path, "dug", 120, 90)
    left, right = workspace.desk.readers
    left.show_source(short.source.id)
    right.show_source(long.source.id)
    wait_for_lines(qtbot, left.pane, right.pane)
    workspace.desk.scroll_together(True)
    assert right.header.together.isChecked()
    scroll_to_passage(left.pane, 30.0)
    assert passage_at_top(right.pane) == pytest.approx(60, abs=1)
    scroll_to_passage(right.pane, 20.0)
    assert passage_at_top(left.pane) == pytest.approx(10, abs=1)
    workspace.desk.scroll_together(False)
    scroll_to_passage(left.pane, 40.0)
    assert passage_at_top(right.pane) == pytest.approx(20, abs=1)


def test_texts_that_scroll_together_keep_what_stood_side_by_side(
    workspace: Workspace, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    first = long_reading(desk, tmp_path, "prvi", 80, 60)
    second = long_reading(desk, tmp_path, "drugi", 80, 30)
    left, right = workspace.desk.readers
    left.show_source(first.source.id)
    right.show_source(second.source.id)
    wait_for_lines(qtbot, left.pane, right.pane)
    scroll_to_passage(left.pane, 10.0)
    scroll_to_passage(right.pane, 15.0)
    workspace.desk.scroll_together(True)
    scroll_to_passage(left.pane, 30.0)
    assert passage_at_top(right.pane) == pytest.approx(35, abs=1)


def test_texts_that_scroll_together_stay_side_by_side_when_one_changes_its_script(
    workspace: Workspace, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    first = long_reading(desk, tmp_path, "prvi", 80, 60)
    second = long_reading(desk, tmp_path, "drugi", 80, 30)
    left, right = workspace.desk.readers
    left.show_source(first.source.id)
    right.show_source(second.source.id)
    wait_for_lines(qtbot, left.pane, right.pane)
    scroll_to_passage(left.pane, 30.0)
    scroll_to_passage(right.pane, 15.0)
    workspace.desk.scroll_together(True)
    left.read_in_other_script(True)
    wait_for_lines(qtbot, left.pane, right.pane)
    assert passage_at_top(left.pane) == pytest.approx(30, abs=1)
    assert passage_at_top(right.pane) == pytest.approx(15, abs=1)
    scroll_to_passage(left.pane, 40.0)
    assert passage_at_top(right.pane) == pytest.approx(25, abs=1)
    assert not right.is_in_other_script()


def test_both_sides_come_back_the_next_time(
    workspace: Workspace, desk: Desk, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    workspace.desk.scroll_together(True)
    workspace.remember()
    again = Workspace(session, settings)
    qtbot.addWidget(again)
    again.show_first()
    shown = [reader.source_id for reader in again.desk.readers]
    assert shown == [desk.cyrillic.source.id, desk.latin.source.id]
    assert again.reader.source_id == desk.cyrillic.source.id
    assert again.desk.together.is_on


def test_a_source_deleted_on_one_side_leaves_the_other_alone(
    workspace: Workspace, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    left, right = workspace.desk.readers
    session.write("Delete", sources.remove_source, desk.cyrillic.source.id)
    qtbot.waitUntil(lambda: left.source_id is None)
    assert right.source_id == desk.latin.source.id
    assert workspace.reader is right


def test_letters_have_one_size_on_both_sides(workspace: Workspace, settings: Settings) -> None:
    left, right = workspace.desk.readers
    left.zoom(1)
    assert right.reading_size == left.reading_size == settings.reading_look.points


def test_f6_goes_through_both_sides(workspace: Workspace) -> None:
    left, right = workspace.desk.readers
    left.pane.setFocus()
    workspace.keyboard.to_next_pane()
    assert right.pane.hasFocus()
    assert workspace.reader is right
    workspace.keyboard.to_next_pane()
    assert not workspace.desk.isAncestorOf(workspace.focusWidget())
    assert workspace.reader is right


def test_another_source_beside_takes_the_place_of_the_one_that_is_not_active(
    workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    third = long_reading(desk, tmp_path, "treći", 3, 5)
    assert workspace.desk.can_open_beside(third.source.id)
    assert not workspace.desk.can_open_beside(desk.latin.source.id)
    workspace.showing.show_beside(third.source.id)
    assert [reader.source_id for reader in workspace.desk.readers] == [third.source.id, desk.latin.source.id]
    assert workspace.reader.source_id == third.source.id
