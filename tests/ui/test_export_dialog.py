"""Exporting in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.services import events
from archive_app.ui.export_choice import Choice, What
from archive_app.ui.export_dialog import ExportDialog
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from helpers.desk import Desk


def test_a_source_is_printed_and_the_file_offered(
    desk: Desk, session: Session, settings: Settings, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "prve motore", note="Prvi znak.")
    dialog = ExportDialog(session, settings, Choice(What.SOURCE, desk.latin.source.id), host)
    dialog.show()
    assert dialog.form.title.text() == "Grad pod tvrđavom"
    dialog.form.target.setText(str(tmp_path / "izvod"))
    dialog.form.author.setText("Милица Јовановић")
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        dialog.start_button.click()
    assert (tmp_path / "izvod.pdf").read_bytes().startswith(b"%PDF")
    assert "1 excerpt" in dialog.report.text()
    assert dialog.open_button.isVisible()
    assert settings.author == "Милица Јовановић"
    dialog.close()


def test_what_cannot_be_printed_is_said_and_the_form_comes_back(
    desk: Desk, session: Session, settings: Settings, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = ExportDialog(session, settings, Choice(What.SOURCE, desk.latin.source.id), host)
    dialog.form.target.setText(str(tmp_path / "izvod.pdf"))
    dialog.start()
    qtbot.waitUntil(lambda: dialog.error.text() != "")
    assert dialog.form.isVisibleTo(dialog)
    assert not (tmp_path / "izvod.pdf").exists()
    dialog.close()


def test_title_and_file_follow_the_choice_until_they_are_typed(
    desk: Desk, session: Session, settings: Settings, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.remember_folder("export", tmp_path)
    events.add_event(desk.archive, "Zauzimanje stanice: ko i kada?")
    dialog = ExportDialog(session, settings, None, host)
    dialog.form.choose(Choice(What.QUERY, "Kalemegdan"))
    assert dialog.form.target.text() == str(tmp_path / "Kalemegdan.pdf")
    event = events.list_events(desk.archive)[0].event
    dialog.form.choose(Choice(What.EVENT, event.id))
    assert dialog.form.path() == tmp_path / "Zauzimanje stanice ko i kada.pdf"
    assert dialog.form.choice().options() == {"event_id": event.id}
    dialog.form.title.setText("Stanica")
    dialog.form.title.textEdited.emit("Stanica")
    dialog.form.choose(Choice(What.QUERY, "Avala"))
    assert dialog.form.title.text() == "Stanica"
    dialog.close()


def test_without_words_to_search_for_there_is_nothing_to_export(
    desk: Desk, session: Session, settings: Settings, host: QWidget, qtbot: QtBot
) -> None:
    dialog = ExportDialog(session, settings, Choice(What.QUERY, ""), host)
    assert not dialog.start_button.isEnabled()
    dialog.form.query.setText("most")
    assert dialog.start_button.isEnabled()
    dialog.close()


@pytest.mark.parametrize("typed", ["", "/", "  ", "~"])
def test_a_place_that_is_no_file_cannot_be_exported_to(
    desk: Desk, session: Session, settings: Settings, host: QWidget, typed: str
) -> None:
    dialog = ExportDialog(session, settings, Choice(What.QUERY, "most"), host)
    dialog.form.target.setText(typed)
    assert not dialog.start_button.isEnabled()
    dialog.close()


def test_a_name_alone_goes_into_the_folder_of_the_last_export(
    desk: Desk, session: Session, settings: Settings, host: QWidget, tmp_path: Path
) -> None:
    settings.remember_folder("export", tmp_path)
    dialog = ExportDialog(session, settings, Choice(What.QUERY, "most"), host)
    dialog.form.target.setText("Izvodi 1.2")
    assert dialog.form.path() == tmp_path / "Izvodi 1.2.pdf"
    dialog.close()
