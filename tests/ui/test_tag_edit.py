"""Tags are typed, with those that exist offered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.ui.tag_edit import TagEdit


def test_a_stroke_divides_names_unless_a_tag_is_written_so(qtbot: QtBot) -> None:
    edit = TagEdit()
    qtbot.addWidget(edit)
    edit.set_known(["rat/mir", "Ljudi"])
    QTest.keyClicks(edit.line, "Rat/Mir, ljudi, grad/most")
    QTest.keyClick(edit.line, Qt.Key.Key_Return)
    assert edit.names == ["rat/mir", "Ljudi", "grad / most"]
