"""What is typed is searched for when the person rests, and at once with Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.ui.search_box import SearchBox


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox()
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_is_answered_once_the_person_rests(box: SearchBox, qtbot: QtBot) -> None:
    heard: list[str] = []
    box.typed.connect(heard.append)
    with qtbot.waitSignal(box.typed):
        QTest.keyClicks(box, "kula")
    assert heard == ["kula"]


def test_a_single_letter_waits_for_enter(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.typed, wait=200):
        QTest.keyClicks(box, "u")
    with qtbot.waitSignal(box.entered) as entered:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert entered.args == ["u"]


def test_enter_does_not_search_twice(box: SearchBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "kula ")
    with qtbot.assertNotEmitted(box.typed, wait=200), qtbot.waitSignal(box.entered) as entered:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert entered.args == ["kula"]


def test_an_emptied_box_says_so_but_a_cleared_one_is_silent(box: SearchBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "ku")
    with qtbot.waitSignal(box.typed) as typed:
        QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(box, Qt.Key.Key_Delete)
    assert typed.args == [""]
    QTest.keyClicks(box, "ku")
    with qtbot.assertNotEmitted(box.typed, wait=200):
        box.clear()


def test_a_query_set_from_elsewhere_is_not_searched_for_again(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.typed, wait=200):
        box.set_query("Kalemegdan")
    assert box.text() == "Kalemegdan"


def test_down_in_the_empty_box_asks_for_what_was_searched_before(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.memory_wanted):
        QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.memory_wanted):
        box.memory_action.trigger()
    box.setText("kula")
    with qtbot.waitSignal(box.typed), qtbot.assertNotEmitted(box.memory_wanted):
        QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.escaped):
        QTest.keyClick(box, Qt.Key.Key_Escape)
