"""The table of all annotations as a person uses it."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import annotating, events, history, tagging
from archive_app.services.annotation_table import Column
from archive_app.ui.annotation_filter import narrowings
from archive_app.ui.annotation_table_commands import TagDialog
from archive_app.ui.annotation_table_model import COLUMNS
from archive_app.ui.annotation_table_view import AnnotationTableView
from archive_app.ui.chooser import Chooser
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from helpers.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
QUOTES = ("Pekar Ilija", "Железничку станицу", "Železničku stanicu")
"""In the order of making. The last two are the same to the azbuka, and come before the first."""


@pytest.fixture
def marked(desk: Desk) -> Desk:
    desk.mark(desk.latin, QUOTES[0], note="ko je to?", tags=["ljudi"], colour=Colour.PINK)
    desk.mark(desk.cyrillic, QUOTES[1])
    desk.mark(desk.latin, QUOTES[2], note="други датум", tags=["mesta"])
    return desk


def shown(view: AnnotationTableView, column: Column = Column.QUOTE) -> list[str]:
    place = COLUMNS.index(column)
    return [view.model.index(row, place).data() for row in range(view.model.rowCount())]


def settled(view: AnnotationTableView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view.finder.is_waiting())


@pytest.fixture
def view(session: Session, marked: Desk, settings: Settings, qtbot: QtBot) -> AnnotationTableView:
    made = AnnotationTableView(session, settings)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    settled(made, qtbot)
    made.table.setFocus()
    return made


def choose(view: AnnotationTableView, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    view.table.selectionModel().clearSelection()
    for row in rows:
        view.table.selectionModel().select(view.model.index(row, 0), flags)


def test_the_newest_stand_first_with_all_that_is_said_of_them(
    view: AnnotationTableView, marked: Desk
) -> None:
    assert shown(view) == list(reversed(QUOTES))
    assert shown(view, Column.TAGS) == ["mesta", "", "ljudi"]
    assert shown(view, Column.COLOUR) == ["Yellow", "Yellow", "Pink"]
    assert shown(view, Column.SOURCE)[1] == "Дани под бедемом"
    assert view.count.text() == "3 annotations"
    view.grab()


def test_a_click_on_a_title_orders_and_another_one_turns_it_round(
    view: AnnotationTableView, qtbot: QtBot
) -> None:
    header = view.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settled(view, qtbot)
    assert shown(view) == [QUOTES[1], QUOTES[2], QUOTES[0]]
    assert view.model.headerData(0, Qt.Orientation.Horizontal) == "Quotation ↑"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settled(view, qtbot)
    assert shown(view) == [QUOTES[0], QUOTES[2], QUOTES[1]]
    assert view.buttons["order"].text() == "Quotation ↓"


def test_letters_typed_in_the_table_filter_it_and_escape_shows_all_again(
    view: AnnotationTableView, qtbot: QtBot
) -> None:
    QTest.keyClicks(view.table, "p")
    assert view.filter.line.hasFocus()
    QTest.keyClicks(view.filter.line, "ekar")
    settled(view, qtbot)
    assert shown(view) == [QUOTES[0]]
    assert view.count.text() == "1 of 3 annotations"
    QTest.keyClick(view.filter.line, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    view.filter.line.setFocus()
    QTest.keyClick(view.filter.line, Qt.Key.Key_Escape)
    settled(view, qtbot)
    assert len(shown(view)) == 3


def test_what_fits_nothing_says_so_and_offers_all(view: AnnotationTableView, qtbot: QtBot) -> None:
    view.filter.line.setText("nigde")
    settled(view, qtbot)
    assert not view.empty.isHidden()
    assert view.empty.title.text() == "No annotation fits"
    view.empty.button.click()
    settled(view, qtbot)
    assert len(shown(view)) == 3


def test_an_archive_without_annotations_says_what_to_do(
    session: Session, settings: Settings, qtbot: QtBot
) -> None:
    view = AnnotationTableView(session, settings)
    qtbot.addWidget(view)
    view.show()
    settled(view, qtbot)
    assert view.empty.title.text() == "Nothing is annotated yet"
    assert not view.buttons["export"].isEnabled()


def test_the_table_is_narrowed_by_chips_chosen_by_key(view: AnnotationTableView, qtbot: QtBot) -> None:
    QTest.keyClick(view.table, Qt.Key.Key_F7)
    (chooser,) = view.window().findChildren(Chooser)
    QTest.keyClicks(chooser.line, "ljudi")
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    settled(view, qtbot)
    assert shown(view) == [QUOTES[0]]
    (chip,) = view.filter.chosen()
    assert (chip.label, chip.kind) == ("ljudi", "Tag")
    view.filter.choose(
        *(one for one in narrowings(view._session.archive) if one.label in ("mesta", "Yellow"))
    )
    settled(view, qtbot)
    assert shown(view) == [QUOTES[2]]
    view.filter._take_off(chip.key)
    settled(view, qtbot)
    assert [one.label for one in view.filter.chosen()] == ["Yellow", "mesta"]


def test_enter_and_double_click_jump_to_the_place(view: AnnotationTableView, qtbot: QtBot) -> None:
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.annotation_requested) as asked:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert annotating.get_annotation(view._session.archive, asked.args[0]).annotation.quote == QUOTES[1]
    place = view.table.visualRect(view.model.index(2, 0)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    with qtbot.waitSignal(view.annotation_requested) as asked:
        QTest.mouseDClick(
            view.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert annotating.get_annotation(view._session.archive, asked.args[0]).annotation.quote == QUOTES[0]


def test_chosen_rows_get_a_colour_in_one_action_and_stay_chosen(
    view: AnnotationTableView, qtbot: QtBot
) -> None:
    choose(view, 0, 2)
    with qtbot.waitSignal(view.commands.done) as done:
        QTest.keyClick(view.table, Qt.Key.Key_3, CTRL)
    settled(view, qtbot)
    assert done.args == ["2 annotations have another colour now."]
    assert shown(view, Column.COLOUR) == ["Blue", "Yellow", "Blue"]
    assert view.table.chosen_rows() == [range(1), range(2, 3)]
    history.undo(view._session.archive)
    qtbot.waitUntil(lambda: shown(view, Column.COLOUR) == ["Yellow", "Yellow", "Pink"])


def test_chosen_rows_get_tags_and_lose_one(view: AnnotationTableView, qtbot: QtBot) -> None:
    choose(view, 0, 1)
    QTest.keyClick(view.table, Qt.Key.Key_T, CTRL)
    (dialog,) = view.window().findChildren(TagDialog)
    QTest.keyClicks(dialog.edit.line, "rat / mesta")
    QTest.keyClick(dialog.edit.line, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.commands.done):
        dialog.ok.click()
    settled(view, qtbot)
    assert shown(view, Column.TAGS) == ["mesta, rat / mesta", "rat / mesta", "ljudi"]
    view.buttons["untag"].click()
    qtbot.waitUntil(lambda: bool(view.window().findChildren(Chooser)))
    (chooser,) = view.window().findChildren(Chooser)
    QTest.keyClicks(chooser.line, "rat")
    with qtbot.waitSignal(view.commands.done):
        QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    settled(view, qtbot)
    assert shown(view, Column.TAGS) == ["mesta", "", "ljudi"]


def test_chosen_rows_are_tied_to_an_event(view: AnnotationTableView, qtbot: QtBot) -> None:
    events.add_event(view._session.archive, "Zapis")
    choose(view, 0, 1)
    QTest.keyClick(view.table, Qt.Key.Key_E, CTRL)
    (chooser,) = view.window().findChildren(Chooser)
    with qtbot.waitSignal(view.commands.done):
        QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    settled(view, qtbot)
    assert shown(view, Column.EVENTS) == ["Zapis", "Zapis", ""]


def test_chosen_rows_are_deleted_and_come_back(view: AnnotationTableView, qtbot: QtBot) -> None:
    QTest.keyClick(view.table, Qt.Key.Key_A, CTRL)
    assert view.chosen_label.text() == "3 chosen"
    with qtbot.waitSignal(view.commands.done):
        view.buttons["delete"].click()
    qtbot.waitUntil(lambda: not view.empty.isHidden())
    history.undo(view._session.archive)
    qtbot.waitUntil(lambda: len(shown(view)) == 3)


def test_a_change_elsewhere_leaves_place_and_choice(
    session: Session, desk: Desk, settings: Settings, qtbot: QtBot
) -> None:
    words = [
        word for word in dict.fromkeys(desk.latin.letters.split()) if desk.latin.letters.count(word) == 1
    ]
    for word in words[:60]:
        desk.mark(desk.latin, word)
    view = AnnotationTableView(session, settings)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    settled(view, qtbot)
    choose(view, 20, 21)
    view.table.verticalScrollBar().setValue(18)
    chosen, top = view.table.chosen(), shown(view)[18]
    desk.mark(desk.cyrillic, QUOTES[1])
    qtbot.waitUntil(lambda: len(shown(view)) == len(words[:60]) + 1)
    assert view.table.chosen() == chosen
    assert view.table.chosen_rows() == [range(21, 23)]
    assert shown(view)[view.table.rowAt(0)] == top
    annotating.edit_annotation(session.archive, view.current_id or "", note="na dnu")
    settled(view, qtbot)
    assert view.table.chosen() == chosen


def test_the_rows_are_written_to_a_file(
    view: AnnotationTableView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "sve"), ""))
    with qtbot.waitSignal(view.commands.written) as written:
        view.buttons["export"].click()
    assert written.args == [tmp_path / "sve.csv", "3 rows were written to sve.csv."]
    with (tmp_path / "sve.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[0] for row in csv.reader(file)][1:] == list(reversed(QUOTES))


def test_a_tag_renamed_while_the_table_is_hidden_is_there_when_it_is_shown(
    view: AnnotationTableView, qtbot: QtBot
) -> None:
    view.hide()
    archive = view._session.archive
    tagging.rename_tag(archive, tagging.find_tag(archive, "ljudi").id, "osobe")
    view.show()
    qtbot.waitUntil(lambda: shown(view, Column.TAGS) == ["mesta", "", "osobe"])
