"""The page of a person, unit or place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.errors import NotFound
from archive_app.core.kinds import AuthorityKind
from archive_app.services import access_points, authorities, events, history
from archive_app.services.archives import open_archive
from archive_app.services.authorities import Named
from archive_app.ui.authority_view import AuthorityView
from archive_app.ui.jobs import Runner
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def general(desk: Desk) -> Named:
    """A person of whom two events know, one by what a source states."""
    made = authorities.add_authority(
        desk.archive, AuthorityKind.PERSON, "Štetner", variants=["Stettner"], when="1895/1944",
        coordinates=(44.8125, 20.46), url="https://example.org/x", note="General.",
    )  # fmt: skip
    access_points.add_event(desk.archive, "Proboj", when="1944-10-20", names=[made.authority.id])
    event = events.add_event(desk.archive, "Opsada", when="1944-10-15")
    link = events.link(desk.archive, desk.mark(desk.latin, "u zoru 20. oktobra").id, event.id)
    authorities.point_link(desk.archive, link.id, made.authority.id)
    return made


@pytest.fixture
def view(session: Session, general: Named, host: QWidget, qtbot: QtBot) -> AuthorityView:
    made = AuthorityView(session, host)
    made.resize(800, 600)
    host.resize(820, 620)
    with qtbot.waitExposed(host):
        host.show()
    made.show_authority(general.authority.id)
    return made


def _names(view: AuthorityView) -> list[str]:
    return [view.names.item(row).text() for row in range(view.names.count())]


def _button(view: AuthorityView, words: str) -> QPushButton:
    return next(button for button in view.findChildren(QPushButton) if button.text() == words)


def test_all_that_has_to_do_with_it_leads_there(view: AuthorityView, desk: Desk, qtbot: QtBot) -> None:
    assert [row.use.event.title for row in view.uses.rows] == ["Opsada", "Proboj"]
    with qtbot.waitSignal(view.event_requested) as event:
        view.uses.rows[1].title.clicked.emit()
    assert event.args == [view.uses.rows[1].use.event.id]
    (claim,) = view.uses.rows[0].claims
    assert "u zoru 20. oktobra" in claim.text()
    with qtbot.waitSignal(view.place_requested) as place:
        claim.clicked.emit()
    assert place.args is not None
    assert place.args[0] == desk.latin.text.id


def test_names_are_added_edited_preferred_and_taken_away_by_key(
    view: AuthorityView, general: Named, session: Session, qtbot: QtBot
) -> None:
    view.line.setText("Walter Stettner")
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _names(view) == ["Štetner  (held right)", "Stettner", "Walter Stettner"])
    assert view.line.text() == ""
    view.names.setCurrentRow(2)
    view.names.item(2).setText("W. Stettner")
    qtbot.waitUntil(
        lambda: authorities.get_authority(session.archive, general.authority.id).names[-1] == "W. Stettner"
    )
    QTest.keyClick(view.names, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: _names(view)[0] == "W. Stettner  (held right)")
    view.names.setCurrentRow(1)
    view.names.setFocus()
    view.remove_name()
    qtbot.waitUntil(lambda: _names(view) == ["W. Stettner  (held right)", "Štetner"])
    history.undo(session.archive)
    qtbot.waitUntil(lambda: len(_names(view)) == 3)


def test_a_name_that_is_being_edited_stays_while_something_else_is_written(
    view: AuthorityView, desk: Desk, qtbot: QtBot
) -> None:
    view.names.setCurrentRow(1)
    view.names.edit_current()
    (editor,) = view.names.findChildren(QLineEdit)
    editor.setText("Stettner, Walter")
    events.add_event(desk.archive, "Uvoz u pozadini")
    authorities.add_name(
        desk.archive,
        authorities.add_authority(desk.archive, AuthorityKind.PLACE, "Avala").authority.id,
        "Žrnov",
    )
    qtbot.wait(1)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _names(view)[1] == "Stettner, Walter")


def test_a_name_that_it_has_already_is_refused_and_shown_as_it_was(
    view: AuthorityView, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.refused) as refused:
        view.names.item(1).setText("Štetner")
    assert "already" in str(refused.args)
    assert _names(view)[1] == "Stettner"
    view.names.setCurrentRow(0)
    view.names.remove()
    view.names.prefer()
    view.names.edit_current()
    assert _names(view) == ["Štetner  (held right)", "Stettner"]


def test_coordinates_are_copied(view: AuthorityView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.told):
        _button(view, "Copy").click()
    assert QApplication.clipboard().text() == "44.8125, 20.46"


def test_a_deleted_record_says_so_and_comes_back(
    view: AuthorityView, general: Named, session: Session, qtbot: QtBot
) -> None:
    _button(view, "Delete").click()
    qtbot.waitUntil(lambda: view.authority_id is None)
    assert not view.uses.isVisibleTo(view)
    with pytest.raises(NotFound):
        view.show_authority(general.authority.id)
    history.undo(session.archive)
    qtbot.waitUntil(lambda: view.authority_id == general.authority.id)
    assert view.uses.isVisibleTo(view)


def test_editing_and_merging_are_asked_for(view: AuthorityView, general: Named, qtbot: QtBot) -> None:
    for words, signal in (("Edit", view.edit_wanted), ("Merge with…", view.merge_wanted)):
        with qtbot.waitSignal(signal) as asked:
            _button(view, words).click()
        assert asked.args == [general.authority.id]


def test_an_archive_that_can_only_be_read_is_shown_and_kept(
    general: Named, desk: Desk, host: QWidget, qtbot: QtBot
) -> None:
    folder = desk.archive.folder
    desk.archive.close()
    runner = Runner()
    with open_archive(folder, read_only=True) as archive:
        session = Session(archive, runner)
        view = AuthorityView(session, host)
        view.show_authority(general.authority.id)
        assert view.line.isHidden()
        assert not _button(view, "Edit").isEnabled()
        view.names.setCurrentRow(1)
        view.names.prefer()
        view.names.remove()
        assert len(view.uses.rows) == 2
        assert _names(view) == ["Štetner  (held right)", "Stettner"]
        session.close()
        runner.close()


def test_many_events_come_when_they_are_wanted_and_stay_as_they_are(
    view: AuthorityView, general: Named, desk: Desk, qtbot: QtBot
) -> None:
    known = general.authority.id
    with desk.archive.operation("Many"):
        for day in range(1, 31):
            when = f"1943-06-{day:02}"
            access_points.add_event(desk.archive, f"Događaj {day}", when=when, names=[known])
    qtbot.waitUntil(lambda: view.uses.said.text().startswith("32 events"))
    assert len(view.uses.rows) == 20
    assert view.uses.more.text() == "Show 12 more"
    before = view.uses.rows[0]
    view.uses.more.click()
    assert [row.use.event.title for row in view.uses.rows[-2:]] == ["Opsada", "Proboj"]
    assert not view.uses.more.isVisibleTo(view)
    events.edit_event(desk.archive, view.uses.rows[-1].use.event.id, title="Proboj fronta")
    qtbot.waitUntil(lambda: view.uses.rows[-1].title.text() == "Proboj fronta")
    assert view.uses.rows[0] is before
