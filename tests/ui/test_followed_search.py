"""Going from result to result through the texts, with everything marked that the search found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.hits import Facet, RecordKind
from archive_app.services import indexing
from archive_app.ui.followed_search import find_places
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk, request


@pytest.fixture
def workspace(workspace: Workspace, desk: Desk, qtbot: QtBot) -> Workspace:
    """The results of a search for the fortress in two sources."""
    indexing.catch_up(desk.archive)
    workspace.resize(1100, 700)
    search(workspace, "Kalemegdan", qtbot)
    return workspace


def search(workspace: Workspace, query: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.search.view.result_shown):
        workspace.search.ask(query)


def marked_words(workspace: Workspace) -> list[str]:
    """The words that are marked quietly in the text."""
    text = workspace.reader.pane.toPlainText()
    return [text[start:end] for start, end in workspace.reader.pane.shown.also_found]


def test_the_next_results_are_opened_also_in_the_other_source(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    result = workspace.search.view.result
    assert result is not None
    bar = workspace.middle.bar
    assert bar.isHidden()
    seen = []
    for number, hit in enumerate(result.hits, 1):
        workspace.search.step(1)
        assert bar.isVisible()
        assert bar.query.text() == "Kalemegdan"
        assert bar.place.text() == f"{number} of {result.total}"
        seen.append(workspace.reader.source_id)
        assert hit.kind is RecordKind.PASSAGE
        start, end = workspace.reader.pane.shown.found[0]
        first = hit.highlights[0]
        assert workspace.reader.pane.toPlainText()[start:end] == hit.text[slice(*first)]
    assert set(seen) == {desk.latin.source.id, desk.cyrillic.source.id}
    assert not bar.next.isEnabled()
    workspace.search.step(-1)
    assert bar.place.text() == f"{result.total - 1} of {result.total}"


def test_everything_that_was_found_in_the_opened_text_is_marked(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.search.step(1)
    qtbot.waitUntil(lambda: len(marked_words(workspace)) == 3)
    here = marked_words(workspace)
    while set(marked_words(workspace)) == set(here):
        workspace.middle.bar.next.click()
        qtbot.wait(50)
    assert {"Kalemegdanu", "Kalemegdana"} | {"Калемегдан", "Калемегдана", "Калемегдану"} >= {
        *here,
        *marked_words(workspace),
    }
    assert {word[0] for word in here} != {word[0] for word in marked_words(workspace)}


def test_escape_in_the_text_ends_it_and_the_results_stay(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.search.step(1)
    qtbot.waitUntil(lambda: bool(marked_words(workspace)))
    workspace.reader.setFocus()
    QTest.keyClick(workspace.reader.pane, Qt.Key.Key_Escape)
    assert workspace.middle.bar.isHidden()
    assert marked_words(workspace) == workspace.reader.pane.shown.found == []
    assert workspace.search.is_open()


def test_the_bar_is_worked_by_keyboard(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.search.step(1)
    bar = workspace.middle.bar
    bar.next.setFocus()
    QTest.keyClick(bar.next, Qt.Key.Key_Space)
    assert bar.place.text().startswith("2 of ")
    QTest.keyClick(bar.next, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert workspace.pages.isAncestorOf(workspace.focusWidget())


def test_another_query_is_not_followed_before_a_result_of_it_is_opened(
    workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.search.step(1)
    qtbot.waitUntil(lambda: bool(marked_words(workspace)))
    search(workspace, "golubovi", qtbot)
    assert workspace.middle.bar.isHidden()
    assert marked_words(workspace) == []
    workspace.search.step(1)
    assert workspace.middle.bar.place.text() == "1 of 1"


def test_closing_the_results_ends_it(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.search.step(1)
    qtbot.waitUntil(lambda: bool(marked_words(workspace)))
    workspace.search.close()
    assert workspace.middle.bar.isHidden()
    assert marked_words(workspace) == []


def test_sorting_the_results_goes_on_following(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.search.step(1)
    view = workspace.search.view
    with qtbot.waitSignal(view.result_shown):
        view.head._orders.actions()[1].trigger()
    assert workspace.middle.bar.isVisible()


def test_the_lines_of_a_concordance_are_followed_one_by_one(workspace: Workspace, qtbot: QtBot) -> None:
    view = workspace.search.view
    view.show_lines(True)
    qtbot.waitUntil(lambda: view.results.lines.lines.rowCount() > 0)
    count = view.results.lines.lines.rowCount()
    workspace.search.step(1)
    workspace.search.step(1)
    assert workspace.middle.bar.place.text() == f"2 of {count}"
    view.show_lines(False)
    assert view.result is not None
    assert workspace.middle.bar.place.text() == f"{view.result.total} results"


def test_the_bar_counts_the_lines_once_the_concordance_is_there(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.search.step(1)
    view = workspace.search.view
    view.show_lines(True)
    qtbot.waitUntil(lambda: view.results.lines.lines.rowCount() > 0)
    assert workspace.middle.bar.place.text() == f"{view.results.lines.lines.rowCount()} results"


def test_what_the_search_leaves_out_is_not_marked(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    source_id, text_id = desk.latin.source.id, desk.latin.text.id
    every = request("Kalemegdan")
    assert len(find_places(desk.archive, every, source_id, text_id).spans) == 3
    for facet, value in ((Facet.KIND, "photo"), (Facet.SOURCE, desk.cyrillic.source.id)):
        other = request("Kalemegdan", narrowed={facet: frozenset({value})})
        assert find_places(desk.archive, other, source_id, text_id).spans == ()
