"""Forms: dates are checked while they are typed, and only what changed is written."""

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from archive_app.services import history, photos, sources
from archive_app.ui.date_field import DateField
from archive_app.ui.forms import SOURCE_FIELDS, RecordForm
from archive_app.ui.photo_dialog import PhotoDialog
from archive_app.ui.session import Session
from archive_app.ui.source_dialog import SourceDialog
from helpers.desk import Desk


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("20.10.1944", "Understood as 20 October 1944."),
        ("oko 1943", "Understood as about 1943."),
        ("1941–1945", ""),
        ("u noći 18/19. oktobra 1944", "Understood as 18–19 October 1944, at night."),
        (
            "7/20. октобра 1914",
            "Understood as 20 October 1914."
            " Read as one day: 7 October 1914 by the Julian calendar is 20 October 1914.",
        ),
        ("autumn 1944", "Counted from 1 September 1944 to 22 December 1944."),
        ("", ""),
    ],
)
def test_a_date_is_confirmed_as_it_was_understood(qtbot: QtBot, typed: str, said: str) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.line.setText(typed)
    assert field.error() == ""
    assert field.hint.text() == said


def test_a_date_is_shown_in_words_and_stays_what_it_was(qtbot: QtBot) -> None:
    field = DateField("1944-10-18/1944-10-19 night")
    qtbot.addWidget(field)
    assert field.line.text() == "18–19 October 1944, at night"
    assert field.text() == "1944-10-18/1944-10-19 night"
    assert field.hint.text() == ""
    field.line.setText("18–19 October 1944")
    assert field.text() == "18–19 October 1944"
    field.set_text("1XXX-12")
    assert (field.line.text(), field.text()) == ("1XXX-12", "1XXX-12")
    field.set_text("")
    assert (field.line.text(), field.text()) == ("", "")


def test_a_half_typed_date_is_not_blamed_at_once(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.line.setText("20. okt")
    assert field.hint.text() == ""
    qtbot.waitUntil(lambda: "has no year" in field.hint.text())
    assert field.line.property("wrong")
    field.line.setText("20. oktobar 1944")
    assert not field.line.property("wrong")


def test_all_fields_that_a_person_describes_a_source_with_are_there(qtbot: QtBot) -> None:
    form = RecordForm(SOURCE_FIELDS)
    qtbot.addWidget(form)
    assert set(form.inputs) == set(sources.EDITABLE)
    assert isinstance(form.inputs["kind"], QComboBox)
    assert all(made.accessibleName() for made in form.inputs.values())


def test_describing_a_source_is_one_action_that_can_be_undone(
    desk: Desk, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    dialog = SourceDialog(session, desk.latin.source.id, host)
    dialog.form.set_values({"creator": "Савић, Ђорђе", "date": "oktobar 1944", "kind": "letter"})
    assert set(dialog.changed_values()) == {"creator", "date", "kind"}
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_button.click()
    source = sources.get_source(desk.archive, desk.latin.source.id)
    assert (source.creator, source.date, source.first_day, source.kind) == (
        "Савић, Ђорђе",
        "1944-10",
        "1944-10-01",
        "letter",
    )
    history.undo(desk.archive)
    assert sources.get_source(desk.archive, desk.latin.source.id) == desk.latin.source


def test_a_date_that_cannot_be_read_keeps_the_dialog_open(
    desk: Desk, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    dialog = SourceDialog(session, desk.latin.source.id, host)
    dialog.form.set_values({"date": "onomad"})
    dialog.save()
    assert "onomad" in dialog.error.text()
    dialog.form.set_values({"date": "1944"})
    assert dialog.error.isHidden()
    dialog.reject()


def test_a_source_without_a_title_is_refused_by_the_archive(
    desk: Desk, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    dialog = SourceDialog(session, desk.latin.source.id, host)
    dialog.form.set_values({"title": "  "})
    dialog.save()
    qtbot.waitUntil(lambda: "empty" in dialog.error.text())
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_nothing_is_written_where_nothing_was_changed(
    desk: Desk, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    before = history.history(desk.archive)
    dialog = SourceDialog(session, desk.latin.source.id, host)
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    assert history.history(desk.archive) == before


def test_a_photo_is_described(desk: Desk, session: Session, host: QWidget, qtbot: QtBot) -> None:
    photo = photos.list_photos(desk.archive)[0].photo
    dialog = PhotoDialog(session, photo.id, host)
    dialog.form.set_values({"place": "Kalemegdan", "credit": "Savić"})
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    assert photos.get_photo(desk.archive, photo.id).place == "Kalemegdan"
