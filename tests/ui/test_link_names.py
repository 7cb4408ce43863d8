"""What a source names is chosen where it is linked, and saved at once."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Link
from archive_app.services import authorities, events, history
from archive_app.services.access_points import NewName
from archive_app.ui.link_editor import LinkEditor
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def link(desk: Desk) -> Link:
    event = events.add_event(desk.archive, "Zauzimanje stanice")
    return events.link(desk.archive, desk.mark(desk.latin, "u zoru 20. oktobra").id, event.id)


@pytest.fixture
def editor(session: Session, link: Link, host: QWidget) -> LinkEditor:
    return LinkEditor(session, link, events.get_event(session.archive, link.event_id), host)


def _named(session: Session, link: Link) -> list[str]:
    return [named.authority.name for named in authorities.of_link(session.archive, link.id)]


def test_names_are_saved_as_they_are_chosen_and_undone(
    editor: LinkEditor, session: Session, link: Link, qtbot: QtBot
) -> None:
    editor.names.add(NewName(AuthorityKind.UNIT, "12. korpus"))
    qtbot.waitUntil(lambda: _named(session, link) == ["12. korpus"])
    qtbot.waitUntil(lambda: all(isinstance(choice, str) for choice in editor.names.choices))
    editor.names.chips[0].button.click()
    qtbot.waitUntil(lambda: _named(session, link) == [])
    history.undo(session.archive)
    qtbot.waitUntil(lambda: len(editor.names.chips) == 1)


def test_a_place_that_is_chosen_fills_the_line_and_is_named(
    editor: LinkEditor, session: Session, link: Link, qtbot: QtBot
) -> None:
    authorities.add_authority(session.archive, AuthorityKind.PLACE, "Glavna stanica", variants=["Bahnhof"])
    line = editor.lines["says_where"]
    line.setText("bahn")
    line.textEdited.emit("bahn")
    assert editor.completers["says_where"].take_first()
    qtbot.waitUntil(lambda: _named(session, link) == ["Glavna stanica"])
    assert session.archive.store.get(Link, link.id).says_where == "Glavna stanica"
    history.undo(session.archive)
    assert session.archive.store.get(Link, link.id).says_where == ""
    assert _named(session, link) == []
