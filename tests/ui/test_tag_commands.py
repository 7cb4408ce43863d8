"""What a person does to tags in the library."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import tagging
from archive_app.ui.chooser import Chooser
from archive_app.ui.commands import Commands
from archive_app.ui.library_menu import LibraryMenu
from archive_app.ui.library_model import ROW
from archive_app.ui.library_rows import Row, Section, rows_of
from archive_app.ui.message_bar import MessageBar
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def workspace(desk: Desk, session: Session, settings: Settings, qtbot: QtBot) -> Workspace:
    """The library with its tags in view."""
    desk.mark(desk.latin, "Pekar Ilija", tags=["Rat/Glad", "hleb"])
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["Glad"])
    made = Workspace(session, settings)
    qtbot.addWidget(made)
    made.library.stock.reload()
    made.library.show_section(Section.TAGS)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def bar(workspace: Workspace) -> MessageBar:
    return MessageBar(workspace)


@pytest.fixture
def commands(workspace: Workspace, settings: Settings, bar: MessageBar) -> Commands:
    return Commands(workspace, settings, bar.show_message, workspace)


def tag_row(session: Session, path: str) -> Row:
    return next(row for row in rows_of(session.archive, Section.TAGS) if row.path == path)


def menu_of(workspace: Workspace, commands: Commands, path: str) -> QMenu:
    return LibraryMenu(workspace, commands).make(tag_row(workspace.session, path))


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().replace("&", "") == text)


def paths(session: Session) -> list[str]:
    return [row.path for row in tagging.list_tags(session.archive)]


def take(workspace: Workspace, typed: str) -> None:
    """Type into the list that is open over the library, and press Enter."""
    (chooser,) = workspace.findChildren(Chooser)
    QTest.keyClicks(chooser.line, typed)
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)


def test_tags_stand_under_each_other_with_counts_of_all_below(workspace: Workspace) -> None:
    rows = [workspace.library.model.index(number).data(ROW) for number in range(3)]
    assert [(row.title, row.depth, row.count) for row in rows] == [
        ("Rat", 0, 2),
        ("Glad", 1, 2),
        ("hleb", 0, 1),
    ]
    workspace.library.filter_box.setText("rat")
    assert workspace.library.model.rowCount() == 2
    workspace.library.grab()


def test_a_tag_is_coloured_moved_and_put_back_to_the_top(
    workspace: Workspace, commands: Commands, session: Session, qtbot: QtBot
) -> None:
    colours = entry(menu_of(workspace, commands, "hleb"), "Colour").menu()
    entry(colours, "Blue").trigger()
    qtbot.waitUntil(lambda: tagging.find_tag(session.archive, "hleb").colour is Colour.BLUE)
    entry(menu_of(workspace, commands, "hleb"), "Put under another tag…").trigger()
    take(workspace, "rat gl")
    qtbot.waitUntil(lambda: "Rat / Glad / hleb" in paths(session))
    entry(menu_of(workspace, commands, "Rat / Glad / hleb"), "Put to the top").trigger()
    qtbot.waitUntil(lambda: "hleb" in paths(session))


def test_a_tag_is_never_offered_what_stands_under_it(
    workspace: Workspace, commands: Commands, session: Session
) -> None:
    commands.tags.choose_above(tag_row(session, "Rat"))
    (chooser,) = workspace.findChildren(Chooser)
    assert [chooser.model.index(row).data() for row in range(chooser.model.rowCount())] == ["hleb"]
    chooser.close()


def test_tags_are_merged_and_the_message_takes_it_back(
    workspace: Workspace, commands: Commands, session: Session, bar: MessageBar, qtbot: QtBot
) -> None:
    before = paths(session)
    commands.tags.choose_kept(tag_row(session, "hleb"))
    take(workspace, "rat gl")
    qtbot.waitUntil(lambda: "“hleb” is a part of “Glad” now." in bar.text)
    assert paths(session) == ["Rat", "Rat / Glad"]
    bar.button("Undo").click()
    qtbot.waitUntil(lambda: paths(session) == before)


def test_a_tag_is_dragged_onto_another_one(
    workspace: Workspace, commands: Commands, session: Session, qtbot: QtBot
) -> None:
    model = workspace.library.model
    rat, bread = model.index(0), model.index(2)
    carried = model.mimeData([bread])
    assert model.flags(bread) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.canDropMimeData(carried, COPY, -1, -1, bread)
    assert not model.canDropMimeData(carried, COPY, 0, 0, QModelIndex())
    assert model.dropMimeData(carried, COPY, -1, -1, rat)
    qtbot.waitUntil(lambda: paths(session) == ["Rat", "Rat / Glad", "Rat / hleb"])
    assert commands.tags is not None


def test_a_new_tag_may_be_a_path(
    workspace: Workspace, commands: Commands, session: Session, qtbot: QtBot
) -> None:
    workspace.library.add_requested.emit(Section.TAGS)
    (dialog,) = workspace.findChildren(QInputDialog)
    dialog.setTextValue("Rat / Noć")
    dialog.accept()
    qtbot.waitUntil(lambda: "Rat / Noć" in paths(session))


def test_what_a_tag_holds_is_listed_under_its_whole_path(workspace: Workspace, session: Session) -> None:
    workspace.library.enter(tag_row(session, "Rat / Glad"))
    assert workspace.library.head.title.text() == "Rat / Glad"
    assert workspace.library.model.rowCount() == 2
