"""The list under the search box: saved searches first, then recent ones."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from archive_app.core.records import SavedSearch
from archive_app.ui.search_memory import SearchMemory, cross_of

SAVED = SavedSearch(id="1", name="Tvrđava", query="kalemegdan OR bedem")


@pytest.fixture
def memory(qtbot: QtBot) -> SearchMemory:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.resize(500, 30)
    box.show()
    made = SearchMemory(box)
    made.open([SAVED], ["golubovi", "kula"])
    return made


def texts(memory: SearchMemory) -> list[str]:
    rows = memory.list.rows
    return [rows.item(row).text() for row in range(rows.rowCount())]


def test_saved_and_recent_searches_stand_under_headings(memory: SearchMemory) -> None:
    assert texts(memory) == ["Saved searches", "Tvrđava", "Recent searches", "golubovi", "kula"]
    assert memory.isVisible()
    assert not memory.grab().isNull()


def test_enter_takes_one_and_the_arrows_pass_over_headings(memory: SearchMemory, qtbot: QtBot) -> None:
    with qtbot.waitSignal(memory.list.taken) as taken:
        QTest.keyClick(memory.list, Qt.Key.Key_Return)
    assert taken.args == [SAVED]
    QTest.keyClick(memory.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(memory.list.taken) as taken:
        QTest.keyClick(memory.list, Qt.Key.Key_Return)
    assert taken.args == ["golubovi"]


def test_a_click_takes_one_and_a_click_on_the_cross_forgets_it(memory: SearchMemory, qtbot: QtBot) -> None:
    row = memory.list.visualRect(memory.list.rows.index(4, 0))
    with qtbot.waitSignal(memory.list.taken) as taken:
        QTest.mouseClick(memory.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert taken.args == ["kula"]
    with qtbot.waitSignal(memory.list.forgotten) as forgotten:
        QTest.mouseClick(memory.list.viewport(), Qt.MouseButton.LeftButton, pos=cross_of(row).center())
    assert forgotten.args == ["kula"]


def test_saved_ones_are_renamed_and_deleted_from_the_keyboard(memory: SearchMemory, qtbot: QtBot) -> None:
    with qtbot.waitSignal(memory.list.renamed) as renamed:
        QTest.keyClick(memory.list, Qt.Key.Key_F2)
    assert renamed.args == [SAVED]
    with qtbot.waitSignal(memory.list.forgotten) as forgotten:
        QTest.keyClick(memory.list, Qt.Key.Key_Delete)
    assert forgotten.args == [SAVED]


def test_an_archive_that_can_only_be_read_keeps_its_saved_searches(
    memory: SearchMemory, qtbot: QtBot
) -> None:
    memory.list.can_write = False
    with qtbot.assertNotEmitted(memory.list.forgotten), qtbot.assertNotEmitted(memory.list.renamed):
        QTest.keyClick(memory.list, Qt.Key.Key_Delete)
        QTest.keyClick(memory.list, Qt.Key.Key_F2)


def test_a_letter_goes_on_into_the_box(memory: SearchMemory) -> None:
    QTest.keyClick(memory.list, Qt.Key.Key_K)
    assert not memory.isVisible()
    box = memory.parent()
    assert isinstance(box, QLineEdit)
    assert box.text() == "k"


def test_an_empty_list_says_what_will_stand_in_it(memory: SearchMemory) -> None:
    memory.fill([], [])
    assert memory.empty.isVisible()
    assert not memory.list.isVisible()
    QTest.keyClick(memory, Qt.Key.Key_Escape)
    assert not memory.isVisible()


def test_escape_closes_the_list_and_nothing_else(memory: SearchMemory, qtbot: QtBot) -> None:
    """A real keyboard gives Escape a text, the control character of that name."""
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "\x1b")
    with qtbot.assertNotEmitted(memory.list.left):
        QApplication.sendEvent(memory.list, escape)
    assert not memory.isVisible()
