"""A search is kept under a name and taken up again; what was searched for is remembered for each archive."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from archive_app.core.hits import SearchRequest, Tier
from archive_app.services import history, indexing, searches
from archive_app.services.archives import create_archive
from archive_app.ui.jobs import Runner
from archive_app.ui.saved_searches import SavedSearches
from archive_app.ui.search_box import SearchBox
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk


class Said:
    """What was said to the person, and what each message offered to do."""

    def __init__(self) -> None:
        self.messages: list[str] = []
        self.offers: dict[str, Callable[[], object]] = {}

    def __call__(self, text: str, _kind: object, offers: dict[str, Callable[[], object]]) -> None:
        self.messages.append(text)
        self.offers = offers


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    made = SearchBox()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def workspace(desk: Desk, session: Session, settings: Settings, box: SearchBox, qtbot: QtBot) -> Workspace:
    indexing.catch_up(desk.archive)
    made = Workspace(session, settings)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.search.view.follow(box)
    return made


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def kept(workspace: Workspace, settings: Settings, box: SearchBox, said: Said) -> SavedSearches:
    return SavedSearches(workspace, settings, said, box, workspace)


def answer(workspace: Workspace, name: str, qtbot: QtBot) -> None:
    """Write a name into the dialog that asks for one."""
    qtbot.waitUntil(lambda: bool(workspace.findChildren(QInputDialog)))
    dialog = workspace.findChildren(QInputDialog)[-1]
    dialog.setTextValue(name)
    dialog.accept()


def names(desk: Desk) -> list[str]:
    return [saved.name for saved in searches.list_searches(desk.archive)]


def test_the_star_keeps_a_search_and_undo_takes_it_away(
    kept: SavedSearches, workspace: Workspace, desk: Desk, said: Said, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workspace.search.view.result_shown):
        workspace.search.ask("kalemegdan")
    workspace.search.view.chips.switch_off(Tier.RELATED)
    assert workspace.search.view.head.save_button.isVisible()
    workspace.search.view.head.save_button.click()
    answer(workspace, "Tvrđava", qtbot)
    qtbot.waitUntil(lambda: names(desk) == ["Tvrđava"])
    request = searches.request_of(searches.find_search(desk.archive, "Tvrđava"))
    assert request.query == "kalemegdan"
    assert request.tiers == frozenset(Tier) - {Tier.RELATED}
    qtbot.waitUntil(lambda: bool(said.offers))
    said.offers["Undo"]()
    qtbot.waitUntil(lambda: names(desk) == [])


def test_a_saved_search_is_taken_up_with_all_that_was_chosen(
    kept: SavedSearches, workspace: Workspace, desk: Desk, box: SearchBox, qtbot: QtBot
) -> None:
    searches.save_search(
        desk.archive, "Tvrđava", SearchRequest(query="kalemegdan", tiers=frozenset({Tier.EXACT}))
    )
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert kept.memory.isVisible()
    with qtbot.waitSignal(workspace.search.view.result_shown):
        QTest.keyClick(kept.memory.list, Qt.Key.Key_Return)
    assert not kept.memory.isVisible()
    assert box.text() == "kalemegdan"
    assert workspace.search.is_open()
    assert workspace.search.view.chips.tiers() == {Tier.EXACT}


def test_what_was_opened_is_remembered_the_newest_first(
    kept: SavedSearches, workspace: Workspace, box: SearchBox, qtbot: QtBot
) -> None:
    for query in ("golubovi", "kalemegdan", "golubovi"):
        with qtbot.waitSignal(workspace.search.view.result_shown):
            workspace.search.ask(query)
        workspace.search.view.activate()
    assert kept.recent() == ["golubovi", "kalemegdan"]
    workspace.search.close()
    kept.show()
    with qtbot.waitSignal(workspace.search.view.result_shown):
        kept.memory.list.taken.emit("kalemegdan")
    assert box.text() == "kalemegdan"
    kept.show()
    kept.memory.list.forgotten.emit("golubovi")
    assert kept.recent() == ["kalemegdan"]
    assert kept.memory.list.rows.rowCount() == 2


def test_only_so_many_searches_are_remembered(kept: SavedSearches) -> None:
    for number in range(60):
        kept.remember(f"kula {number}")
    assert len(kept.recent()) == 50
    assert kept.recent()[0] == "kula 59"


def test_each_archive_remembers_its_own_searches(
    kept: SavedSearches, settings: Settings, box: SearchBox, said: Said, tmp_path: Path, qtbot: QtBot
) -> None:
    kept.remember("kula")
    with create_archive(tmp_path / "other") as archive:
        runner = Runner()
        session = Session(archive, runner)
        other = Workspace(session, settings)
        qtbot.addWidget(other)
        assert SavedSearches(other, settings, said, box, other).recent() == []
        qtbot.waitUntil(lambda: not runner.is_busy())
        session.close()
        runner.close()


def test_a_saved_search_is_renamed_and_deleted(
    kept: SavedSearches, workspace: Workspace, desk: Desk, said: Said, qtbot: QtBot
) -> None:
    saved = searches.save_search(desk.archive, "Tvrđava", SearchRequest(query="kalemegdan"))
    kept.show()
    kept.memory.list.renamed.emit(saved)
    answer(workspace, "Bedem", qtbot)
    qtbot.waitUntil(lambda: names(desk) == ["Bedem"])
    kept.show()
    kept.memory.list.forgotten.emit(saved)
    qtbot.waitUntil(lambda: names(desk) == [])
    qtbot.waitUntil(lambda: bool(said.messages))
    # The list closes when another window comes to the front, as the dialog for the name may have done meanwhile.
    qtbot.waitUntil(lambda: kept.memory.isHidden() or not kept.memory.list.rows.rowCount())
    history.undo(desk.archive)
    assert names(desk) == ["Bedem"]


def test_there_is_nothing_to_save_without_a_query(
    kept: SavedSearches, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.refused):
        kept.save()
