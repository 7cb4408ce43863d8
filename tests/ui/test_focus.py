"""Going from the text to the note beside it and back, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.services import annotating, archives, sources
from archive_app.services.importing import import_files
from archive_app.ui.main_window import MainWindow
from archive_app.ui.workspace import Workspace
from helpers.reading import place, put_caret
from helpers.windows import opened, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(window: MainWindow, tmp_path: Path, cyrillic_article: Path) -> Workspace:
    with archives.create_archive(tmp_path / "Oktobar") as archive:
        import_files(archive, [cyrillic_article])
    made = opened(window, tmp_path / "Oktobar")
    made.reader.pane.setFocus()
    return made


def notes(workspace: Workspace) -> dict[str, str]:
    archive = workspace.session.archive
    (row,) = sources.list_sources(archive)
    found = annotating.annotations_of_source(archive, row.source.id)
    return {one.annotation.quote: one.annotation.note for one in found}


def key(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def annotate_word(workspace: Workspace, words: str, note: str, qtbot: QtBot) -> None:
    put_caret(workspace.reader, words, 2)
    key(Qt.Key.Key_Space, CTRL)
    key(Qt.Key.Key_M, CTRL)
    editor = workspace.inspector.list.editor
    qtbot.waitUntil(editor.note.hasFocus)
    type_text(editor.note, note)


def test_escape_leads_from_the_note_back_to_the_caret(workspace: Workspace, qtbot: QtBot) -> None:
    annotate_word(workspace, "Учитељица", "ко је?", qtbot)
    key(Qt.Key.Key_Escape)
    pane = workspace.reader.pane
    assert pane.hasFocus()
    assert pane.textCursor().position() == place(workspace.reader, "Учитељица") + len("Учитељица")
    qtbot.waitUntil(lambda: notes(workspace) == {"Учитељица": "ко је?"})


def test_who_came_from_the_list_goes_back_to_it_first(workspace: Workspace, qtbot: QtBot) -> None:
    annotate_word(workspace, "Учитељица", "ко је?", qtbot)
    key(Qt.Key.Key_Escape)
    workspace.inspector.list.setFocus()
    key(Qt.Key.Key_Return)
    assert workspace.inspector.list.editor.note.hasFocus()
    key(Qt.Key.Key_Escape)
    assert workspace.inspector.list.hasFocus()
    key(Qt.Key.Key_Escape)
    assert workspace.reader.pane.hasFocus()


def test_nothing_is_lost_in_writing_one_note_right_after_the_other(
    workspace: Workspace, qtbot: QtBot
) -> None:
    for word in ("Учитељица", "Јелена", "празна"):
        annotate_word(workspace, word, f"белешка: {word}", qtbot)
        key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(notes(workspace)) == 3)
    qtbot.waitUntil(lambda: all(note == f"белешка: {word}" for word, note in notes(workspace).items()))


def test_a_note_is_saved_by_closing_the_window_right_after_the_last_letter(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    annotate_word(workspace, "Учитељица", "последње слово", qtbot)
    folder = workspace.session.archive.folder
    window.close()
    qtbot.waitUntil(lambda: window.workspace is None)
    with archives.open_archive(folder) as archive:
        (row,) = sources.list_sources(archive)
        (one,) = annotating.annotations_of_source(archive, row.source.id)
        assert one.annotation.note == "последње слово"


def test_enter_in_the_tags_stays_there_for_the_next_one(workspace: Workspace, qtbot: QtBot) -> None:
    annotate_word(workspace, "Учитељица", "ко је?", qtbot)
    key(Qt.Key.Key_T, CTRL)
    tags = workspace.inspector.list.editor.tags
    for name in ("први", "други"):
        assert tags.line.hasFocus()
        type_text(tags.line, name)
        key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tags.names == ["други", "први"])
    key(Qt.Key.Key_Down)
    assert tags.line.hasFocus()
    key(Qt.Key.Key_Escape)
    assert workspace.reader.pane.hasFocus()


def test_the_editor_quotes_what_is_marked_now(workspace: Workspace, qtbot: QtBot) -> None:
    annotate_word(workspace, "Учитељица", "", qtbot)
    key(Qt.Key.Key_Escape)
    workspace.reader.reshaping.move_end(1)
    qtbot.waitUntil(lambda: workspace.inspector.list.editor.quote.text() == "„Учитељица Јелена“")
