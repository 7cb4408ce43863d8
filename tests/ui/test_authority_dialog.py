"""A record is described in a form."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.errors import NotFound
from archive_app.core.kinds import AuthorityKind
from archive_app.services import authorities
from archive_app.services.archives import Archive
from archive_app.ui.authority_dialog import AuthorityDialog
from archive_app.ui.session import Session


def test_a_record_is_made_with_all_its_names(
    archive: Archive, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    dialog = AuthorityDialog(session, None, host)
    dialog.form.set_values(
        {"name": "Авала", "kind": "place", "variants": "Avala-Berg\n\nMons Avala", "at": "44°41′ N 20°31′ E"}
    )
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    (made,) = authorities.list_authorities(archive)
    assert saved.args == [made]
    assert made.names == ("Авала", "Avala-Berg", "Mons Avala")
    assert (made.authority.kind, round(made.authority.latitude or 0, 3)) == (AuthorityKind.PLACE, 44.683)


def test_the_form_says_how_other_names_are_written(session: Session, host: QWidget) -> None:
    lines = AuthorityDialog(session, None, host).form.inputs["variants"]
    assert isinstance(lines, QPlainTextEdit)
    assert lines.placeholderText().startswith("One on each line")


def test_what_cannot_be_saved_is_explained(
    archive: Archive, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    dialog = AuthorityDialog(session, None, host)
    for values, reason in (
        ({"name": "Tito", "at": "Kumrovec"}, "no coordinates"),
        ({"at": "", "when": "kad"}, "not a date"),
    ):
        dialog.form.set_values(values)
        dialog.save()
        assert reason in dialog.error.text()
    dialog.form.set_values({"when": "", "name": " "})
    dialog.save()
    qtbot.waitUntil(lambda: "name is empty" in dialog.error.text())
    assert authorities.list_authorities(archive) == []


def test_a_record_is_changed_in_one_step(
    archive: Archive, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    known = authorities.add_authority(
        archive, AuthorityKind.PLACE, "Avala", coordinates=(44.5, 20.5)
    ).authority.id
    dialog = AuthorityDialog(session, known, host)
    assert dialog.form.values()["at"] == "44.5, 20.5"
    assert "variants" not in dialog.form.inputs
    dialog.form.set_values({"at": "", "kind": "unit", "note": "Brdo."})
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    changed = authorities.get_authority(archive, known).authority
    assert (changed.kind, changed.latitude, changed.note) == (AuthorityKind.UNIT, None, "Brdo.")
    with pytest.raises(NotFound):
        AuthorityDialog(session, "01a20000-0000-7000-8000-000000000000", host)


def test_a_record_that_is_there_already_is_pointed_out(
    archive: Archive, session: Session, host: QWidget
) -> None:
    authorities.add_authority(archive, AuthorityKind.PERSON, "Шнекенбургер")
    dialog = AuthorityDialog(session, None, host)
    name = dialog.form.inputs["name"]
    assert isinstance(name, QLineEdit)
    name.setText("Schneckenburger")
    name.editingFinished.emit()
    assert dialog.like.text() == "There is “Шнекенбургер” already: the same name in another spelling."
    dialog.form.set_values({"kind": "place"})
    assert dialog.like.isHidden()
