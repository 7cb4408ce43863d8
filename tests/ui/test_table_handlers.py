"""The table of all annotations in the window: by key there, to the place, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.core.records import Annotation
from archive_app.services import annotating, archives, sources
from archive_app.services.importing import import_files
from archive_app.ui.annotation_table_view import AnnotationTableView
from archive_app.ui.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path, cyrillic_article: Path) -> Path:
    """A closed archive with two articles, each annotated once, and a note on one of them."""
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [latin_article, cyrillic_article])
        for title, quote in (("Grad", "Pekar Ilija"), ("Дани", "заузели 15. октобра")):
            source = sources.find_source(archive, title)
            text, span = annotating.find_quote(archive, source.id, quote)
            annotating.annotate(archive, text.id, span)
        annotating.annotate_record(archive, sources.find_source(archive, "Grad"), note="za izložbu")
    return made


@pytest.fixture
def window(window: MainWindow, folder: Path) -> MainWindow:
    assert window.open_archive(folder)
    return window


def opened(window: MainWindow, qtbot: QtBot) -> AnnotationTableView:
    """The table, opened by its key."""
    QTest.keyClick(window, Qt.Key.Key_A, CTRL_SHIFT)
    assert window.workspace is not None
    page = window.workspace.pages.of_class(AnnotationTableView)
    assert page is not None
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert page.table.hasFocus()
    return page


def test_the_table_opens_by_key_leads_to_the_place_and_back_keeps_the_row(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, qtbot)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    workspace = window.workspace
    assert workspace is not None
    assert workspace.showing.is_reading()
    chosen = workspace.reader.chosen
    assert chosen is not None
    assert (
        annotating.get_annotation(workspace.session.archive, chosen).annotation.quote == "заузели 15. октобра"
    )

    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workspace.pages.currentWidget() is page
    assert page.current_id == chosen
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert workspace.showing.is_reading()


def test_a_note_on_a_whole_source_leads_to_the_source(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    workspace = window.workspace
    assert workspace is not None
    assert workspace.reader.source_id == sources.find_source(workspace.session.archive, "Grad").id


def test_the_delete_key_deletes_the_chosen_rows_and_the_message_takes_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened(window, qtbot)
    archive = page._session.archive
    QTest.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    qtbot.waitUntil(lambda: "3 annotations were deleted" in window.message_bar.text)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert len(archive.store.list(Annotation)) == 3


def test_the_link_of_the_row_is_copied(window: MainWindow, qtbot: QtBot) -> None:
    page = opened(window, qtbot)
    assert window.workspace is not None
    window.workspace.links.copy()
    assert (page.current_id or "") in QApplication.clipboard().text()
    stop = window.workspace.showing.current()
    assert stop is not None
    assert stop.id == page.current_id
