"""The actions of the window: all there, all reachable, no two on the same keys."""

from collections import Counter

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from archive_app.ui.action_list import MENUS, SEPARATOR
from archive_app.ui.actions import plain_text
from archive_app.ui.main_window import MainWindow
from archive_app.ui.settings import Settings
from archive_app.ui.shortcuts_dialog import ShortcutsDialog


def every(window: MainWindow) -> list[QAction]:
    return [*window.acts.by_name.values(), *window.acts.colours.values(), *window.acts.modes.values()]


def test_no_two_actions_have_the_same_keys(qtbot: QtBot, settings: Settings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    keys = Counter(keys.toString() for action in every(window) for keys in action.shortcuts())
    assert keys["Ctrl+Alt+."] == keys["Alt+Shift+Right"] == 1
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_stands_in_a_menu_with_an_access_key(qtbot: QtBot, settings: Settings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    names = {spec.name for _title, specs in MENUS for spec in specs if spec is not SEPARATOR}
    assert names - set(window.acts.by_name) == {"recent", "recent_tags", "colours", "modes"}
    assert [action.text() for action in window.acts.by_name.values() if "&" not in action.text()] == []


def test_the_access_keys_of_a_menu_are_all_different(qtbot: QtBot) -> None:
    for title, specs in MENUS:
        keys = Counter(spec.text.casefold().partition("&")[2][:1] for spec in specs if "&" in spec.text)
        assert [key for key, count in keys.items() if count > 1] == [], title


def test_buttons_of_the_toolbar_can_be_read_aloud_and_tell_their_keys(
    qtbot: QtBot, settings: Settings
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    buttons = [
        window.tool_bar.widgetForAction(action) for action in window.tool_bar.actions() if action.text()
    ]
    assert len(buttons) >= 12
    assert all(isinstance(button, QToolButton) and button.accessibleName() for button in buttons)
    assert window.acts["import_files"].toolTip() == "Import files (Ctrl+I)"


def test_without_an_archive_only_what_makes_sense_can_be_done(qtbot: QtBot, settings: Settings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    enabled = {name for name, action in window.acts.by_name.items() if action.isEnabled()}
    assert {"new_archive", "choose_archive", "open_sample", "close", "show_about"} <= enabled
    assert enabled.isdisjoint(
        {"import_files", "export", "undo", "redo", "note", "focus_search", "close_archive"}
    )


def test_the_list_of_shortcuts_is_made_from_the_actions(qtbot: QtBot, settings: Settings) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    dialog = ShortcutsDialog(window.acts, window)
    dialog.show()
    dialog.grab()
    dialog.close()


def test_an_ampersand_of_a_title_is_kept() -> None:
    assert plain_text("&Undo Delete “Rat && mir”…") == "Undo Delete “Rat & mir”"
