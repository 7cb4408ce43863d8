"""The bar at the top of the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from archive_app.ui.message_bar import Kind, MessageBar


def test_it_says_one_thing_at_a_time(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.text == ""
    bar.show_message("First", Kind.DONE)
    bar.show_message("Second", Kind.ERROR)
    assert bar.text == "Second"
    assert bar.kind is Kind.ERROR


def test_its_button_does_what_it_says_and_closes_it(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.show_message("“Pismo” was deleted.", Kind.DONE, {"Undo": lambda: done.append("undone")})
    bar.findChild(QPushButton).click()
    assert done == ["undone"]
    assert bar.text == ""


def test_escape_closes_it(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Look", Kind.WARNING)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.text == ""
