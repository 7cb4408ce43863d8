"""What is done with everything that a search found, from the window."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from archive_app.services import annotating, archives
from archive_app.services.importing import import_files
from archive_app.ui.annotate_found_dialog import AnnotateFoundDialog
from archive_app.ui.help_dialog import HelpDialog
from archive_app.ui.main_window import MainWindow
from archive_app.ui.message_bar import Kind
from archive_app.ui.workspace import Workspace
from helpers.windows import opened


@pytest.fixture
def window(
    window: MainWindow, tmp_path: Path, latin_article: Path, cyrillic_article: Path, qtbot: QtBot
) -> MainWindow:
    """The window on an archive with two articles, and the results of a search in it."""
    folder = tmp_path / "Oktobar"
    with archives.create_archive(folder) as archive:
        import_files(archive, [latin_article, cyrillic_article])
    shown = opened(window, folder)
    qtbot.waitUntil(lambda: not shown.session.is_index_behind(), timeout=10_000)
    with qtbot.waitSignal(shown.search.view.result_shown):
        shown.search.ask("Kalemegdan")
    return window


def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def total(window: MainWindow) -> int:
    result = workspace(window).search.view.result
    return result.total if result else 0


def test_the_results_are_annotated_and_the_message_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    count = total(window)
    window.acts["annotate_found"].trigger()
    dialog = window.findChild(AnnotateFoundDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.start_button.isEnabled)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: window.message_bar.text == f"Annotated {count} results.")
    archive = workspace(window).session.archive
    text_id = workspace(window).reader.text_id or ""
    assert annotating.annotations_of_text(archive, text_id)
    window.message_bar.button("Undo").click()
    qtbot.waitUntil(lambda: not annotating.annotations_of_text(archive, text_id))


def test_the_message_offers_undo_only_until_the_next_change(window: MainWindow, qtbot: QtBot) -> None:
    total(window)
    window.acts["annotate_found"].trigger()
    dialog = window.findChild(AnnotateFoundDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.start_button.isEnabled)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: window.message_bar.text.startswith("Annotated"))
    assert window.message_bar.button("Undo").isVisibleTo(window)
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: window.message_bar.isHidden())


def test_the_results_are_written_as_a_table(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "izvoz" / "tvrđava"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window.acts["export_found"].trigger()
    count = total(window)
    said = f"{count} rows were written to tvrđava.csv."
    qtbot.waitUntil(lambda: window.message_bar.text == said)
    with target.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == count + 1
    window.message_bar.button("Open folder").click()
    assert opened == [str(target.parent)]
    window.acts["export_found"].trigger()  # the name without ending is taken by another file now
    assert window.message_bar.kind is Kind.ERROR
    assert "already a file “tvrđava.csv”" in window.message_bar.text


def test_a_concordance_is_written_in_its_order(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "red.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    view = workspace(window).search.view
    window.acts["toggle_lines"].trigger()
    qtbot.waitUntil(lambda: view.results.lines.lines.rowCount() > 0)
    window.acts["export_found"].trigger()
    qtbot.waitUntil(lambda: window.message_bar.text.endswith("red.csv."))
    with target.open(encoding="utf-8-sig", newline="") as file:
        keywords = [row[1] for row in list(csv.reader(file))[1:]]
    assert keywords == [line.keyword for line in view.results.lines.lines.lines]


def test_what_can_be_done_with_results_needs_results(window: MainWindow, qtbot: QtBot) -> None:
    names = ("annotate_found", "export_found")
    menu = workspace(window).search.view.head.actions_menu
    assert [action.isEnabled() for action in menu.actions()[:2]] == [True, True]
    with qtbot.waitSignal(workspace(window).search.view.result_shown):
        workspace(window).search.ask("krokodil")
    for name in names:
        window.acts[name].trigger()
        assert "no results" in window.message_bar.text
    workspace(window).search.close()
    assert not any(window.acts[name].isEnabled() for name in names)


def test_help_is_reached_from_the_box_and_from_empty_results(window: MainWindow, qtbot: QtBot) -> None:
    box = window.tool_bar.search_box
    box.help_action.trigger()
    page = window.findChild(HelpDialog)
    assert page is not None
    assert page.isVisible()
    with qtbot.waitSignal(workspace(window).search.view.result_shown):
        page.query_taken.emit("golubovi")
    assert box.text() == "golubovi"
    assert total(window) == 1
    page.close()
    with qtbot.waitSignal(workspace(window).search.view.result_shown):
        workspace(window).search.ask("krokodil")
    QTest.mouseClick(
        workspace(window).search.view.results.empty.link, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)
    )
    assert window.findChildren(HelpDialog) == [page]
    assert page.isVisible()
