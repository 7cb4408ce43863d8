"""Exporting in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.services import events
from archive_app.ui.export_choice import ALL, CONFLICTS, GIVEN, Choice, What
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


@pytest.fixture
def station(desk: Desk) -> str:
    """The id of an event that two sources date differently."""
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    for reading, quote, day in (
        (desk.latin, "u zoru 20. oktobra", "1944-10-20"),
        (desk.cyrillic, "15. октобра пред вече", "1944-10-15"),
    ):
        events.link(desk.archive, desk.mark(reading, quote).id, event.id, says_when=day)
    events.add_event(desk.archive, "Odlazak", when="1941-04")
    return event.id


def test_an_event_becomes_a_pdf_a_table_or_a_graph_by_the_format(
    station: str, session: Session, settings: Settings, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.remember_folder("export", tmp_path)
    for ending, begins in (("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbfEvent"), ("jsonld", b"{")):
        dialog = ExportDialog(session, settings, Choice(What.EVENT, station), host)
        dialog.form.format.setCurrentIndex(dialog.form.format.findData(ending))
        assert dialog.form.path() == tmp_path / f"Zauzimanje stanice.{ending}"
        assert dialog.form.title.isEnabled() == (ending != "csv")
        with qtbot.waitSignal(dialog.exported, timeout=20_000) as told:
            dialog.start()
        assert "1 event with 2 claims" in told.args[1]
        assert (tmp_path / f"Zauzimanje stanice.{ending}").read_bytes().startswith(begins)
        dialog.close()


def test_the_format_follows_the_ending_that_is_typed(
    station: str, session: Session, settings: Settings, host: QWidget
) -> None:
    form = ExportDialog(session, settings, Choice(What.EVENT, station), host).form
    for typed, format_ in (("dosije.CSV", "csv"), ("dosije.json", "jsonld"), ("dosije.pdf", "pdf")):
        form.target.setText(typed)
        form.target.textEdited.emit(typed)
        assert form.format.currentData() == format_
        path = form.path()
        assert path is not None
        assert path.name == typed
    form.format.setCurrentIndex(form.format.findData("csv"))
    assert form.target.text() == "dosije.csv"


def test_excerpts_are_only_printed(
    station: str,
    desk: Desk,
    session: Session,
    settings: Settings,
    host: QWidget,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    desk.mark(desk.latin, "prve motore", note="Prvi znak.")
    dialog = ExportDialog(session, settings, Choice(What.EVENT, station), host)
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("csv"))
    dialog.form.choose(Choice(What.SOURCE, desk.latin.source.id))
    assert not dialog.form.format.isEnabled()
    assert dialog.form.format.currentData() == "pdf"
    dialog.form.target.setText(str(tmp_path / "izvod.csv"))
    dialog.start()
    qtbot.waitUntil(lambda: "End the name in .pdf" in dialog.error.text())
    assert list(tmp_path.glob("izvod*")) == []
    dialog.close()


def test_several_events_go_into_one_file(
    station: str, session: Session, settings: Settings, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    given = Choice(What.EVENTS, GIVEN, (station,), "Events on the timeline")
    for choice, told in (
        (Choice(What.EVENTS, ALL), "2 events with 2 claims"),
        (Choice(What.EVENTS, CONFLICTS), "1 event with 2 claims"),
        (given, "1 event with 2 claims"),
    ):
        dialog = ExportDialog(session, settings, choice, host)
        assert dialog.form.choice() == choice
        dialog.form.target.setText(str(tmp_path / f"{choice.value}.csv"))
        with qtbot.waitSignal(dialog.exported, timeout=20_000) as answer:
            dialog.start()
        assert told in answer.args[1]
        dialog.close()
    assert dialog.form.boxes[What.EVENTS].currentText() == "Events on the timeline (1)"
    assert dialog.form.title.text() == "Events on the timeline"


def test_without_events_none_can_be_chosen(
    desk: Desk, session: Session, settings: Settings, host: QWidget
) -> None:
    dialog = ExportDialog(session, settings, None, host)
    for what in (What.EVENT, What.EVENTS):
        assert not dialog.form.boxes[what].isEnabled()
    dialog.close()
