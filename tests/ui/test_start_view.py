"""The start screen."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.ui.recent_archives import Recent
from archive_app.ui.start_view import StartView


def test_without_recent_archives_it_says_what_an_archive_is(qtbot: QtBot) -> None:
    view = StartView()
    qtbot.addWidget(view)
    view.show()
    assert not view.recent_list.isVisible()
    with qtbot.waitSignal(view.new_requested):
        view.new_button.click()
    with qtbot.waitSignal(view.open_requested):
        view.open_button.click()
    with qtbot.waitSignal(view.sample_requested):
        view.sample_button.click()


def test_enter_opens_a_recent_archive_and_delete_takes_it_off_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    view = StartView()
    qtbot.addWidget(view)
    folders = [tmp_path / "Сећања", tmp_path / "Pisma"]
    view.show_recent([Recent(folder, datetime(2026, 11, 22, 9, 5)) for folder in folders])
    view.show()
    QTest.keyClick(view.recent_list, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.archive_chosen) as chosen:
        QTest.keyClick(view.recent_list, Qt.Key.Key_Return)
    assert chosen.args == [folders[1]]
    with qtbot.waitSignal(view.archive_forgotten) as forgotten:
        QTest.keyClick(view.recent_list, Qt.Key.Key_Delete)
    assert forgotten.args == [folders[1]]


def test_an_archive_is_shown_with_its_place_and_one_that_is_gone_can_still_be_seen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = StartView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show_recent([Recent(tmp_path / ("veoma dugo ime " * 20), None), Recent(tmp_path, None)])
    view.show()
    view.grab()
    assert view.recent_list.item(1).toolTip() == str(tmp_path)
