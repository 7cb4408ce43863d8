"""Choosing one thing from a list: by typing, by arrows, by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.ui.chooser import Chooser
from archive_app.ui.palette_entries import Entry

ENTRIES = [
    Entry("a", "Дневник с Ђердапа", "Марко Јовић", "source"),
    Entry("b", "Pismo iz Šapca", "Ana Njegovan", "source"),
    Entry("c", "Извештај о мосту", "бр. 12", "source"),
]


@pytest.fixture
def chooser(host: QWidget, qtbot: QtBot) -> Chooser:
    host.resize(700, 600)
    with qtbot.waitExposed(host):
        host.show()
    made = Chooser(host, "Sources", "Which one?")
    made.open(ENTRIES, 1)
    return made


def titles(chooser: Chooser) -> list[str]:
    return [str(chooser.model.index(row).data()) for row in range(chooser.model.rowCount())]


def test_the_current_one_is_marked_at_first(chooser: Chooser) -> None:
    entry = chooser.current()
    assert entry is not None
    assert entry.key == "b"
    assert titles(chooser) == [entry.title for entry in ENTRIES]


@pytest.mark.parametrize(
    ("typed", "key"), [("djerdap", "a"), ("његован", "b"), ("sapca pismo", "b"), ("12", "c")]
)
def test_typing_in_either_script_narrows_the_list(
    chooser: Chooser, qtbot: QtBot, typed: str, key: str
) -> None:
    chooser.line.setText(typed)
    assert chooser.model.rowCount() == 1
    with qtbot.waitSignal(chooser.taken) as taken:
        QTest.keyClick(chooser, Qt.Key.Key_Return)
    assert taken.args == [key]
    assert not chooser.isVisible()


def test_arrows_go_through_the_list_while_one_types(chooser: Chooser, qtbot: QtBot) -> None:
    QTest.keyClick(chooser.line, Qt.Key.Key_Down)
    QTest.keyClick(chooser.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(chooser.taken) as taken:
        QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert taken.args == ["c"]


def test_what_fits_nothing_is_said_and_enter_does_nothing(chooser: Chooser) -> None:
    chooser.line.setText("xyz")
    assert chooser.nothing.isVisible()
    assert "Nothing fits" in chooser.nothing.text()
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert chooser.isVisible()
    QTest.keyClick(chooser.line, Qt.Key.Key_Escape)
    assert not chooser.isVisible()


def test_a_click_takes_a_row(chooser: Chooser, qtbot: QtBot) -> None:
    row = chooser.list.visualRect(chooser.model.index(0)).center()
    with qtbot.waitSignal(chooser.taken) as taken:
        QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert taken.args == ["a"]
