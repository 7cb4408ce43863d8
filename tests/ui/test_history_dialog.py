"""The history as a person reads it, and goes back in it."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.dates import format_date
from archive_app.services import annotating, events, history, tagging
from archive_app.ui.going_back_dialog import GoingBackDialog
from archive_app.ui.history_dialog import HistoryDialog
from archive_app.ui.history_model import WHAT
from archive_app.ui.session import Session
from helpers.desk import Desk

BEGINNING = "The beginning: an empty archive"
TODAY = format_date(datetime.now().astimezone().date().isoformat())


def names(dialog: HistoryDialog) -> list[str]:
    return [dialog.model.index(row, WHAT).data() for row in range(dialog.model.rowCount())]


def choose(dialog: HistoryDialog, name: str) -> None:
    dialog.table.choose_row(names(dialog).index(name))


@pytest.fixture
def dialog(session: Session, host: QWidget, qtbot: QtBot) -> HistoryDialog:
    """The dialog after three events were made."""
    for title in ("Početak napada", "Преокрет", "Kraj"):
        events.add_event(session.archive, title)
    made = HistoryDialog(session, host)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def test_actions_are_listed_under_their_day_and_taken_back_from_here(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    made = ["Add event “Kraj”", "Add event “Преокрет”", "Add event “Početak napada”"]
    assert names(dialog) == [TODAY, *made, BEGINNING]
    assert dialog.undo_button.isEnabled()
    assert not dialog.redo_button.isEnabled()

    dialog.undo_button.click()
    qtbot.waitUntil(lambda: "Undo: Add event “Kraj”" in names(dialog))

    assert names(dialog) == [TODAY, "Undo: Add event “Kraj”", *made, BEGINNING]
    undone = dialog.model.index(2, WHAT)
    assert undone.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert "(undone)" in undone.data(Qt.ItemDataRole.ToolTipRole)
    dialog.redo_button.click()
    qtbot.waitUntil(lambda: "Redo: Add event “Kraj”" in names(dialog))
    dialog.grab()
    dialog.close()


def test_one_goes_back_to_an_action_after_seeing_what_changes(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    choose(dialog, "Add event “Početak napada”")
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(GoingBackDialog)))
    (preview,) = dialog.findChildren(GoingBackDialog)
    lines = [preview.list.item(row).text() for row in range(preview.list.count())]
    assert lines == ["2 actions are taken back", "Add event “Kraj”", "Add event “Преокрет”"]
    assert len(events.list_events(session.archive)) == 3

    preview.go.click()
    qtbot.waitUntil(lambda: len(events.list_events(session.archive)) == 1)
    qtbot.waitUntil(lambda: names(dialog)[1] == "Go back to “Add event “Početak napada””")
    assert dialog.model.index(2, WHAT).data(Qt.ItemDataRole.FontRole).strikeOut()
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: len(events.list_events(session.archive)) == 3)
    dialog.close()


def test_one_goes_back_to_the_beginning_and_forward_again(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    history.go_back_to(session.archive, 0)
    qtbot.waitUntil(lambda: "Go back to the beginning" in names(dialog))
    choose(dialog, "Add event “Kraj”")
    dialog.back_button.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(GoingBackDialog)))
    (preview,) = dialog.findChildren(GoingBackDialog)
    assert preview.list.item(0).text() == "3 actions are done again"
    preview.go.click()
    qtbot.waitUntil(lambda: len(events.list_events(session.archive)) == 3)
    dialog.close()


def test_where_nothing_would_change_it_is_said(dialog: HistoryDialog, session: Session, qtbot: QtBot) -> None:
    choose(dialog, "Add event “Kraj”")
    with qtbot.waitSignal(session.refused) as refused:
        dialog.back_button.click()
    assert "nothing to take back" in refused.args[0]
    dialog.close()


def test_the_list_is_filtered_by_words_in_either_script_and_by_kind(
    dialog: HistoryDialog, session: Session, qtbot: QtBot
) -> None:
    tagging.add_tag(session.archive, "ljudi")
    dialog.filter.line.setText("preokret")
    qtbot.waitUntil(lambda: names(dialog) == [TODAY, "Add event “Преокрет”"])
    dialog.filter.line.setText("nigde")
    qtbot.waitUntil(lambda: not dialog.empty.isHidden())
    assert dialog.empty.title.text() == "Nothing fits"
    dialog.empty.button.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)
    dialog.filter.kind.setCurrentText("Tags")
    qtbot.waitUntil(lambda: names(dialog) == [TODAY, "Add tag “ljudi”"])
    dialog.close()


def test_an_action_tells_what_it_did_and_leads_to_all_that_was_done_to_a_record(
    session: Session, desk: Desk, host: QWidget, qtbot: QtBot
) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    annotating.edit_annotation(session.archive, made.id, note="ko je to?")
    dialog = HistoryDialog(session, host)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    choose(dialog, "Edit annotation “Pekar Ilija”")
    tree = dialog.details.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1)
    record = tree.topLevelItem(0)
    assert record.text(0) == "Annotation “Pekar Ilija”: changed"
    assert record.child(0).text(0) == "Note: ko je to?"

    tree.itemActivated.emit(record, 0)
    qtbot.waitUntil(
        lambda: names(dialog) == [TODAY, "Edit annotation “Pekar Ilija”", "Annotate “Pekar Ilija”"]
    )
    assert dialog.filter.record.text() == "Only “Pekar Ilija”"
    dialog.filter.record.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)
    dialog.close()


def test_a_new_archive_says_that_nothing_was_done(session: Session, host: QWidget, qtbot: QtBot) -> None:
    dialog = HistoryDialog(session, host)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.empty.isHidden())
    assert dialog.empty.title.text() == "Nothing was done yet"
    assert not dialog.back_button.isEnabled()
    dialog.close()
