"""The history as a person reads it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.services import events, history
from archive_app.ui.history_dialog import HistoryDialog
from archive_app.ui.session import Session

WHAT = 1


def names(dialog: HistoryDialog) -> list[str]:
    return [dialog.model.index(row, WHAT).data() for row in range(dialog.model.rowCount())]


def test_actions_are_listed_and_taken_back_from_here(session: Session, host: QWidget, qtbot: QtBot) -> None:
    events.add_event(session.archive, "Početak napada")
    dialog = HistoryDialog(session, host)
    dialog.show()
    assert names(dialog) == ["Add event “Početak napada”"]
    assert dialog.undo_button.isEnabled()
    assert not dialog.redo_button.isEnabled()

    dialog.undo_button.click()
    qtbot.waitUntil(lambda: dialog.redo_button.isEnabled())

    assert names(dialog) == ["Undo: Add event “Početak napada”", "Add event “Početak napada”"]
    undone = dialog.model.index(1, WHAT)
    assert undone.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert "(undone)" in undone.data(Qt.ItemDataRole.ToolTipRole)
    dialog.redo_button.click()
    qtbot.waitUntil(lambda: history.next_undo(session.archive) is not None)
    dialog.grab()
    dialog.close()
