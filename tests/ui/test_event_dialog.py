"""An event is described in a few fields, and the date is understood while it is typed."""

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.errors import NotFound
from archive_app.core.kinds import AuthorityKind
from archive_app.services import authorities, events
from archive_app.services.archives import Archive
from archive_app.ui.date_field import DateField
from archive_app.ui.event_dialog import EventDialog
from archive_app.ui.session import Session


def test_a_new_event_is_made(archive: Archive, session: Session, host: QWidget, qtbot: QtBot) -> None:
    dialog = EventDialog(session, parent=host, title="Долазак чамаца")
    dialog.form.set_values({"when": "oko 14.10.1944", "place": "Сава"})
    date = dialog.form.inputs["when"]
    assert isinstance(date, DateField)
    assert "14 October 1944" in date.hint.text()
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    (found,) = events.list_events(archive)
    assert saved.args == [found.event]
    assert (found.event.title, found.event.when, found.event.place) == (
        "Долазак чамаца",
        "1944-10-14~",
        "Сава",
    )


@pytest.mark.parametrize(
    ("values", "reason"), [({"title": " "}, "no title"), ({"when": "Митровдан"}, "not a date")]
)
def test_what_cannot_be_saved_is_explained(
    archive: Archive, session: Session, host: QWidget, values: dict[str, str], reason: str
) -> None:
    dialog = EventDialog(session, parent=host, title="Нешто")
    dialog.form.set_values(values)
    dialog.save()
    assert reason in dialog.error.text()
    assert events.list_events(archive) == []


def test_an_event_is_changed_in_the_fields_that_were_touched(
    archive: Archive, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    event = events.add_event(archive, "Долазак", when="1944-10-14", note="прва вест")
    dialog = EventDialog(session, event.id, host)
    dialog.form.set_values({"title": "Долазак чамаца"})
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    changed = events.get_event(archive, event.id)
    assert (changed.title, changed.when, changed.note) == ("Долазак чамаца", "1944-10-14", "прва вест")


def test_an_event_that_is_gone_cannot_be_edited(session: Session) -> None:
    with pytest.raises(NotFound):
        EventDialog(session, "01a20000-0000-7000-8000-000000000000")


def test_a_place_that_is_chosen_fills_the_field_and_stands_among_the_names(
    archive: Archive, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    place = authorities.add_authority(archive, AuthorityKind.PLACE, "Авала", variants=["Avala-Berg"])
    dialog = EventDialog(session, None, host, title="Proboj")
    line = dialog.form.inputs["place"]
    assert isinstance(line, QLineEdit)
    line.setText("avala-b")
    line.textEdited.emit("avala-b")
    assert dialog.places.take_first()
    assert line.text() == "Авала"
    dialog.names.line.setText("Štetner")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    (found,) = events.list_events(archive)
    named = authorities.of_event(archive, found.event.id)
    assert [one.authority.name for one in named] == ["Авала", "Štetner"]
    assert named[0] == place
    again = EventDialog(session, found.event.id, host)
    assert len(again.names.chips) == 2
    again.names.chips[1].button.click()
    with qtbot.waitSignal(again.saved):
        again.save()
    assert authorities.of_event(archive, found.event.id) == [place]
