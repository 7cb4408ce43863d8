"""The menus of the library's rows."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from archive_app.services import collections, events, history, photos, sources
from archive_app.ui.commands import Commands
from archive_app.ui.export_dialog import ExportDialog
from archive_app.ui.library_menu import LibraryMenu
from archive_app.ui.library_rows import Row, Section, rows_of
from archive_app.ui.message_bar import MessageBar
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk


@pytest.fixture
def workspace(desk: Desk, session: Session, settings: Settings, qtbot: QtBot) -> Workspace:
    made = Workspace(session, settings)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(workspace: Workspace) -> MessageBar:
    return MessageBar(workspace)


@pytest.fixture
def menus(workspace: Workspace, settings: Settings, bar: MessageBar) -> LibraryMenu:
    return LibraryMenu(workspace, Commands(workspace, settings, bar.show_message, workspace))


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().replace("&", "") == text)


def row(session: Session, section: Section, number: int = 0) -> Row:
    return rows_of(session.archive, section)[number]


def test_a_source_is_deleted_and_brought_back_from_the_message(
    menus: LibraryMenu, session: Session, bar: MessageBar, qtbot: QtBot
) -> None:
    entry(menus.make(row(session, Section.SOURCES)), "Delete").trigger()
    qtbot.waitUntil(lambda: "was deleted" in bar.text)
    assert len(sources.list_sources(session.archive)) == 1
    bar.button("Undo").click()
    qtbot.waitUntil(lambda: len(sources.list_sources(session.archive)) == 2)


def test_a_caption_that_is_none_becomes_a_paragraph(
    menus: LibraryMenu, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    entry(menus.make(row(session, Section.PHOTOS)), "This is no caption").trigger()
    qtbot.waitUntil(lambda: len(photos.list_photos(session.archive)) == 1)


def test_a_record_is_put_into_a_collection(menus: LibraryMenu, session: Session, qtbot: QtBot) -> None:
    made = collections.add_collection(session.archive, "Za izložbu & katalog")
    source = row(session, Section.SOURCES)
    inner = entry(menus.make(source), "Add to collection").menu()
    inner.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(collections.members(session.archive, made.id)) == 1)
    found = history.next_undo(session.archive)
    assert found is not None
    assert "Za izložbu & katalog" in found.name


def test_the_link_to_a_row_is_copied(menus: LibraryMenu, session: Session, bar: MessageBar) -> None:
    photo = row(session, Section.PHOTOS)
    entry(menus.make(photo), "Copy the link").trigger()
    assert QApplication.clipboard().text() == f"archive:photo/{photo.id}"
    assert "was copied" in bar.text


def test_only_what_can_be_printed_is_offered_for_export(menus: LibraryMenu, session: Session) -> None:
    texts = [action.text() for action in menus.make(row(session, Section.PHOTOS)).actions()]
    assert "&Export…" not in texts
    texts = [action.text() for action in menus.make(row(session, Section.SOURCES)).actions()]
    assert "&Export…" in texts


def test_several_events_are_exported_together(
    menus: LibraryMenu, workspace: Workspace, session: Session, desk: Desk
) -> None:
    made = [events.add_event(session.archive, title) for title in ("Napad", "Povratak")]
    rows = rows_of(session.archive, Section.EVENTS)
    entry(menus.make_for_several(rows), "Export…").trigger()
    dialog = workspace.findChild(ExportDialog)
    assert dialog is not None
    assert set(dialog.form.choice().ids) == {event.id for event in made}
    dialog.close()
    mixed = [*rows, row(session, Section.SOURCES)]
    assert "&Export…" not in [action.text() for action in menus.make_for_several(mixed).actions()]
