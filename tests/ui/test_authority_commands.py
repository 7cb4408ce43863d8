"""People, units and places in the window: list, page, making, merging, deleting."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.hits import RecordKind
from archive_app.core.kinds import AuthorityKind
from archive_app.core.links import RecordLink
from archive_app.services import access_points, authorities, history
from archive_app.ui.authority_dialog import AuthorityDialog
from archive_app.ui.authority_view import AuthorityView
from archive_app.ui.chooser import Chooser
from archive_app.ui.commands import Commands
from archive_app.ui.duplicates_dialog import DuplicatesDialog
from archive_app.ui.library_menu import LibraryMenu
from archive_app.ui.library_rows import RowKind, Section
from archive_app.ui.merge_dialog import MergeDialog
from archive_app.ui.message_bar import Kind
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.stated_names_dialog import StatedNamesDialog
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk
from helpers.windows import event_page

PERSON, PLACE = AuthorityKind.PERSON, AuthorityKind.PLACE


class Said:
    """What was said, the last one last."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, text: str, _kind: Kind = Kind.INFO, _actions: object = None) -> None:
        self.words.append(text)


@pytest.fixture
def people(desk: Desk) -> list[str]:
    """The ids of three records."""
    return [
        authorities.add_authority(desk.archive, kind, name, variants=variants).authority.id
        for kind, name, variants in (
            (PERSON, "Štetner", ["Stettner"]),
            (PERSON, "Ждановић", []),
            (PLACE, "Авала", []),
        )
    ]


@pytest.fixture
def workspace(people: list[str], session: Session, settings: Settings, host: QWidget) -> Workspace:
    made = Workspace(session, settings, host)
    made.library.stock.reload()
    host.resize(1200, 800)
    host.show()
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def commands(workspace: Workspace, settings: Settings, said: Said, host: QWidget) -> Commands:
    return Commands(workspace, settings, said, host)


def _last(host: QWidget, kind: type[QWidget]) -> Callable[[], bool]:
    return lambda: bool(host.findChildren(kind))


def test_the_list_has_both_scripts_in_one_order_and_is_filtered_by_any_name(
    commands: Commands, workspace: Workspace
) -> None:
    commands.authorities.show_list()
    library = workspace.library
    assert library.section is Section.AUTHORITIES
    rows = [library.model.row_at(library.model.index(row)) for row in range(library.model.rowCount())]
    assert [row.title for row in rows if row] == ["Авала", "Ждановић", "Štetner"]
    assert [row.icon for row in rows if row] == ["place", "person", "person"]
    library.filter_box.setText("stettner")
    assert library.model.rowCount() == 1
    library.filter_box.setText("person")
    assert library.model.rowCount() == 2


def test_pages_are_gone_back_to_and_links_lead_to_them(
    commands: Commands, workspace: Workspace, people: list[str], desk: Desk
) -> None:
    commands.authorities.show_page(people[0])
    workspace.showing.show_source(desk.latin.source.id)
    workspace.showing.go_back()
    view = workspace.pages.currentWidget()
    assert isinstance(view, AuthorityView)
    assert view.authority_id == people[0]
    workspace.links.follow(str(RecordLink(RecordKind.AUTHORITY, people[2])))
    assert view.authority_id == people[2]


def test_the_page_of_an_event_leads_to_its_people(
    workspace: Workspace, people: list[str], desk: Desk
) -> None:
    event = access_points.add_event(desk.archive, "Proboj", place="avala", names=people)
    workspace.showing.show_event(event.id)
    assert event_page(workspace).head is not None
    event_page(workspace).head.authority_requested.emit(people[0])
    assert workspace.showing.current() is not None
    assert workspace.pages.of_class(AuthorityView) is workspace.pages.currentWidget()


def test_a_record_is_made_and_its_page_shown(
    commands: Commands, workspace: Workspace, host: QWidget, qtbot: QtBot
) -> None:
    workspace.library.add_requested.emit(Section.AUTHORITIES)
    (dialog,) = host.findChildren(AuthorityDialog)
    dialog.form.set_values({"name": "Земун", "kind": "place"})
    dialog.save()
    qtbot.waitUntil(lambda: workspace.pages.of_class(AuthorityView) is not None)
    stop = workspace.showing.current()
    assert stop is not None
    assert stop.kind is RowKind.AUTHORITY
    commands.describe()
    qtbot.waitUntil(
        lambda: any(one.windowTitle() == "Edit the record" for one in host.findChildren(AuthorityDialog))
    )


def test_merging_begins_with_choosing_the_other_one(
    commands: Commands, workspace: Workspace, people: list[str], said: Said, host: QWidget, qtbot: QtBot
) -> None:
    commands.authorities.merge_shown()
    assert said.words == [
        "Open the page of a person, unit or place first; then it can be merged with another one."
    ]
    commands.authorities.show_page(people[0])
    commands.authorities.merge_shown()
    (chooser,) = workspace.findChildren(Chooser)
    entry = chooser.current()
    assert entry is not None
    assert (entry.key, chooser.model.rowCount()) == (people[1], 1)
    chooser.taken.emit(entry.key)
    (dialog,) = host.findChildren(MergeDialog)
    dialog.save()
    qtbot.waitUntil(lambda: "is one record now" in said.words[-1])
    assert len(authorities.list_authorities(workspace.session.archive, PERSON)) == 1


def test_several_are_deleted_in_one_step_from_the_menu(
    commands: Commands, workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    menus = LibraryMenu(workspace, commands)
    rows = workspace.library.stock.rows[Section.AUTHORITIES]
    texts = [action.text().replace("&", "") for action in menus.make(rows[0]).actions()]
    assert texts == ["Open", "Copy the link", "", "Describe…", "Merge with…", "", "Delete"]
    both = menus.make_for_several(rows[1:])
    assert [action.text().replace("&", "") for action in both.actions()] == ["Merge…", "", "Delete 2 records"]
    both.actions()[-1].trigger()
    qtbot.waitUntil(lambda: len(authorities.list_authorities(session.archive)) == 1)
    commands.delete_row(rows[0])
    qtbot.waitUntil(lambda: authorities.list_authorities(session.archive) == [])
    qtbot.waitUntil(lambda: not workspace.library.stock.rows[Section.AUTHORITIES])
    history.undo(session.archive)
    history.undo(session.archive)
    assert len(authorities.list_authorities(session.archive)) == 3


def test_the_lists_open_and_what_is_gone_is_said(
    commands: Commands, people: list[str], said: Said, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    commands.authorities.show_duplicates()
    commands.authorities.show_stated()
    assert _last(host, DuplicatesDialog)()
    assert _last(host, StatedNamesDialog)()
    authorities.remove_authority(session.archive, people[0])
    for call in (commands.authorities.edit, commands.authorities.merge):
        call(people[0])
        assert "no record" in said.words[-1]
    commands.authorities.merge_two(people[1], people[0])
    assert "no record" in said.words[-1]
    commands.authorities.show_page(people[0])
    qtbot.waitUntil(lambda: not session.runner.is_busy())


def test_all_names_of_a_record_are_searched_for_in_the_texts(
    commands: Commands, workspace: Workspace, people: list[str], qtbot: QtBot
) -> None:
    commands.authorities.show_page(people[0])
    view = workspace.pages.currentWidget()
    assert isinstance(view, AuthorityView)
    view.find_in_texts()
    qtbot.waitUntil(lambda: workspace.search.query == '"Štetner"')
    qtbot.waitUntil(lambda: not workspace.session.runner.is_busy())
