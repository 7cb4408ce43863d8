"""The trash as a person uses it."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.services import annotating, events, history, sources
from archive_app.ui.session import Session
from archive_app.ui.trash_dialog import TrashDialog
from archive_app.ui.trash_model import KIND, WHAT
from helpers.desk import Desk


@pytest.fixture
def dialog(session: Session, desk: Desk, host: QWidget, qtbot: QtBot) -> TrashDialog:
    """The trash with a source in it, and an annotation that stood in that source."""
    made = desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi"])
    desk.mark(desk.latin, "Železničku stanicu")
    annotating.remove_annotation(session.archive, made.id)
    sources.remove_source(session.archive, desk.latin.source.id)
    shown = TrashDialog(session, host)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
    return shown


def listed(dialog: TrashDialog, column: int = WHAT) -> list[str]:
    return [dialog.model.index(row, column).data() for row in range(dialog.model.rowCount())]


def test_a_chosen_record_says_what_comes_back_and_enter_brings_it(
    dialog: TrashDialog, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    assert listed(dialog) == ["Grad pod tvrđavom", "Pekar Ilija"]
    assert listed(dialog, KIND) == ["Source", "Annotation"]
    assert not dialog.restore_button.isEnabled()
    dialog.table.choose_row(0)
    qtbot.waitUntil(lambda: "1 annotation" in dialog.about.text())
    dialog.grab()
    with qtbot.waitSignal(dialog.restored) as restored:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert restored.args == ["1 record was restored."]
    qtbot.waitUntil(lambda: listed(dialog) == ["Pekar Ilija"])
    assert sources.get_source(session.archive, desk.latin.source.id) == desk.latin.source
    history.undo(session.archive)
    qtbot.waitUntil(lambda: len(listed(dialog)) == 2)
    dialog.close()


def test_what_it_stood_on_comes_back_too(dialog: TrashDialog, qtbot: QtBot) -> None:
    dialog.table.choose_row(1)
    qtbot.waitUntil(lambda: "stood on “Grad pod tvrđavom”" in dialog.about.text())
    with qtbot.waitSignal(dialog.restored) as restored:
        dialog.restore_button.click()
    assert restored.args == ["2 records were restored."]
    qtbot.waitUntil(lambda: dialog.empty.title.text() == "The trash is empty")
    assert not dialog.line.isEnabled()
    dialog.close()


def test_one_row_is_chosen_also_while_shift_is_held_down(dialog: TrashDialog, qtbot: QtBot) -> None:
    QTest.keyPress(dialog.table, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    dialog.table.choose_row(1)
    QTest.keyRelease(dialog.table, Qt.Key.Key_Shift)
    assert [index.row() for index in dialog.table.selectionModel().selectedRows()] == [1]
    qtbot.waitUntil(lambda: "Pekar Ilija" in dialog.about.text())
    dialog.close()


def test_several_come_back_in_one_action(dialog: TrashDialog, session: Session, qtbot: QtBot) -> None:
    events.remove_event(session.archive, events.add_event(session.archive, "Zapis").id)
    qtbot.waitUntil(lambda: len(listed(dialog)) == 3)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 1):
        dialog.table.selectionModel().select(dialog.model.index(row, 0), flags)
    assert dialog.about.text() == "2 records are chosen."
    with qtbot.waitSignal(dialog.restored):
        dialog.restore_button.click()
    qtbot.waitUntil(lambda: listed(dialog) == ["Pekar Ilija"])
    history.undo(session.archive)
    qtbot.waitUntil(lambda: len(listed(dialog)) == 3)
    dialog.close()


def test_the_list_is_filtered_in_either_script(dialog: TrashDialog) -> None:
    dialog.line.setText("пекар")
    assert listed(dialog) == ["Pekar Ilija"]
    dialog.line.setText("nigde")
    assert dialog.empty.title.text() == "Nothing fits"
    dialog.empty.button.click()
    assert len(listed(dialog)) == 2
    dialog.close()
