"""The page of keyboard shortcuts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.ui import theme
from archive_app.ui.main_window import MainWindow
from archive_app.ui.settings import Settings
from archive_app.ui.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> ShortcutsDialog:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    made = ShortcutsDialog(window.acts, window)
    made.show()
    return made


def test_it_has_every_shortcut_of_the_menus_and_the_keys_of_lists(dialog: ShortcutsDialog) -> None:
    window = dialog.parent()
    assert isinstance(window, MainWindow)
    text = dialog.page.toPlainText()
    keys = [keys.toString() for action in window.acts.by_name.values() for keys in action.shortcuts()]
    assert [key for key in keys if key and key not in text] == []
    assert "Open the record, or what a tag or a collection holds" in text


def test_undo_is_called_so_whatever_it_would_take_back_now(qtbot: QtBot, settings: Settings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.acts.name_undo("Annotate “два празна чамца”")
    made = ShortcutsDialog(window.acts, window)
    made.filter_box.setText("ctrl+z")
    assert [lines for _title, lines in made.shown()] == [[("Undo", "Ctrl+Z")]]


def test_typing_finds_a_key_or_what_it_does(dialog: ShortcutsDialog) -> None:
    dialog.filter_box.setText("f9")
    assert [lines for _title, lines in dialog.shown()] == [[("Inspector", "F9")]]
    dialog.filter_box.setText("nothing at all")
    assert dialog.page.toPlainText() == "No key fits these words."
    QTest.keyClick(dialog.filter_box, Qt.Key.Key_Escape)
    assert len(dialog.shown()) > 5
    QTest.keyClick(dialog.filter_box, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_sheet_for_paper_is_dark_on_white_in_every_look(dialog: ShortcutsDialog) -> None:
    theme.set_mode(theme.Mode.DARK)
    assert theme.colours().text in dialog.page.toHtml()
    assert theme.colours().text not in dialog.sheet().toHtml()
    assert "Ctrl+Shift+K" in dialog.sheet().toPlainText()
