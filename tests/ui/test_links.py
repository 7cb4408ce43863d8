"""Copying the link to a record, and coming back by it."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.core.hits import RecordKind
from archive_app.core.links import RecordLink
from archive_app.services import annotating, archives, events, sources
from archive_app.services.importing import import_files
from archive_app.ui.main_window import MainWindow
from archive_app.ui.workspace import Workspace
from helpers.windows import event_page, opened


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path, cyrillic_article: Path) -> Path:
    """A closed archive with two articles, an annotation and an event."""
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [latin_article, cyrillic_article])
        text, span = annotating.find_quote(archive, sources.find_source(archive, "Grad").id, "Pekar Ilija")
        annotating.annotate(archive, text.id, span)
        events.add_event(archive, "Zapis")
    return made


@pytest.fixture
def workspace(window: MainWindow, folder: Path) -> Workspace:
    return opened(window, folder)


def annotation_link(workspace: Workspace) -> RecordLink:
    archive = workspace.session.archive
    (one,) = annotating.annotations_of_source(archive, sources.find_source(archive, "Grad").id)
    return RecordLink(RecordKind.ANNOTATION, one.annotation.id)


def test_the_link_to_the_chosen_annotation_is_copied_and_followed(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    link = annotation_link(workspace)
    workspace.links.follow(str(link))
    assert workspace.reader.chosen == link.id
    window.acts["copy_link"].trigger()
    assert QApplication.clipboard().text() == str(link)
    assert str(link) in window.message_bar.text
    workspace.showing.show_source(sources.find_source(workspace.session.archive, "Дани").id)
    box = window.tool_bar.search_box
    box.setFocus()
    box.paste()
    qtbot.waitUntil(lambda: workspace.reader.chosen == link.id)
    assert box.text() == ""
    assert not workspace.search.is_open()
    assert workspace.reader.pane.hasFocus()


def test_the_link_to_a_page_is_copied_where_no_annotation_is_chosen(
    window: MainWindow, workspace: Workspace
) -> None:
    event = events.list_events(workspace.session.archive)[0].event
    workspace.showing.show_event(event.id)
    window.acts["copy_link"].trigger()
    assert QApplication.clipboard().text() == f"archive:event/{event.id}"
    workspace.showing.show_source(sources.find_source(workspace.session.archive, "Grad").id)
    workspace.links.follow(f"archive:event/{event.id}")
    assert event_page(workspace).event_id == event.id


def test_a_link_that_leads_nowhere_is_answered_in_a_sentence(
    window: MainWindow, workspace: Workspace
) -> None:
    link = annotation_link(workspace)
    annotating.remove_annotation(workspace.session.archive, link.id)
    box = window.tool_bar.search_box
    box.setText(str(link))
    box.setFocus()
    QTest.keyClick(box, "\r")
    assert "was deleted" in window.message_bar.text
    box.setText("archive:annot")
    QTest.keyClick(box, "\r")
    assert "is no link" in window.message_bar.text


def test_the_window_opens_at_a_link(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    with archives.open_archive(folder) as archive:
        event = events.list_events(archive)[0].event
    window.open_after_painting(folder, f"archive:event/{event.id}")
    qtbot.waitUntil(
        lambda: window.workspace is not None and event_page(window.workspace).event_id == event.id
    )
