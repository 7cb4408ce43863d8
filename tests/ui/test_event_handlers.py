"""The actions for events in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.services import events
from archive_app.ui.conflict_dialog import ConflictDialog
from archive_app.ui.main_window import MainWindow
from helpers.desk import Desk
from helpers.windows import event_page, opened


def test_the_list_of_conflicts_makes_way_for_a_page_and_comes_back_as_it_was(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    for title in ("Напад", "Пад станице"):
        event = events.add_event(desk.archive, title)
        for reading, quote, when in (
            (desk.latin, "u zoru 20. oktobra", "1944-10-20"),
            (desk.cyrillic, "15. октобра пред вече", "1944-10-15"),
        ):
            events.link(desk.archive, desk.mark(reading, quote).id, event.id, says_when=when)
    desk.archive.close()
    workspace = opened(window, desk.archive.folder)
    window.acts["show_conflicts"].trigger()
    (dialog,) = window.findChildren(ConflictDialog)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 2)
    dialog.move(window.frameGeometry().center())
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(1))
    shown = dialog.tree.conflict()
    assert shown is not None
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    page = event_page(workspace).page
    assert page is not None
    assert page.event.id == shown.event.id
    window.acts["show_conflicts"].trigger()
    assert window.findChildren(ConflictDialog) == [dialog]
    assert dialog.isVisible()
    assert dialog.tree.conflict() == shown
    dialog.accept()
    window.acts["show_conflicts"].trigger()
    assert any(one.isVisible() for one in window.findChildren(ConflictDialog) if one is not dialog)
