"""Some keys are left to the window while a person types in a line."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from archive_app.ui.letting_through import let_through


def test_a_key_that_moves_in_the_line_reaches_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = QLineEdit("Sava")
    window.setCentralWidget(line)
    action = QAction(window)
    action.setShortcut(QKeySequence("Home"))
    window.addAction(action)
    pressed: list[bool] = []
    action.triggered.connect(lambda: pressed.append(True))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Home)
    assert (pressed, line.cursorPosition()) == ([], 0)
    line.end(False)
    let_through(line, "Home")
    QTest.keyClick(line, Qt.Key.Key_Home)
    assert len(pressed) == 1
    assert line.cursorPosition() == 4
