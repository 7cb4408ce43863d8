"""Asking for the name and place of a new archive."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.ui.new_archive_dialog import NewArchiveDialog


def test_the_folder_is_said_before_it_is_made(host: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewArchiveDialog(tmp_path, host)
    dialog.name.setText("Pisma: 1941/1945")
    assert dialog.folder == tmp_path / "Pisma 1941 1945"
    assert str(dialog.folder) in dialog.hint.text()
    assert dialog.make_button.isEnabled()


def test_a_folder_that_is_there_is_not_taken_over(host: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "Pisma").mkdir()
    dialog = NewArchiveDialog(tmp_path, host)
    dialog.name.setText("Pisma")
    assert not dialog.make_button.isEnabled()
    assert "already a folder" in dialog.hint.text()
    dialog.name.setText("")
    assert not dialog.make_button.isEnabled()
