"""Going to a heading, or to a passage by its number."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.records import PassageKind
from archive_app.services import archives, sources
from archive_app.services.importing import import_files
from archive_app.ui.chooser import Chooser
from archive_app.ui.contents import contents_of, passage_called
from archive_app.ui.main_window import MainWindow
from archive_app.ui.workspace import Workspace
from helpers.windows import opened, type_text

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
DAYS = 40


@pytest.fixture
def workspace(window: MainWindow, tmp_path: Path) -> Workspace:
    """A diary whose days are headings, in the whole window."""
    path = tmp_path / "dnevnik.txt"
    path.write_text(
        "\n\n".join(f"Дан {n}\n\n" + "Киша пада на бедем. " * 12 for n in range(1, DAYS + 1)),
        encoding="utf-8",
    )
    folder = tmp_path / "archive"
    with archives.create_archive(folder) as archive:
        (outcome,) = import_files(archive, [path]).outcomes
        reading = sources.read_source(archive, outcome.source_id or "")
        assert reading is not None
        for passage in reading.passages:
            kind = PassageKind.HEADING if passage.end - passage.start < 10 else PassageKind.PARAGRAPH
            if passage.kind is not kind:
                sources.set_passage_kind(archive, reading.text.id, passage.ordinal, kind)
    window.resize(1100, 700)
    return opened(window, folder)


def open_contents(workspace: Workspace) -> Chooser:
    workspace.reader.pane.setFocus()
    QTest.keyClick(workspace.reader.pane, Qt.Key.Key_O, CTRL_SHIFT)
    chooser = workspace.reader.findChild(Chooser)
    assert isinstance(chooser, Chooser)
    assert chooser.isVisible()
    return chooser


def titles(chooser: Chooser) -> list[str]:
    return [str(chooser.model.index(row).data()) for row in range(chooser.model.rowCount())]


def test_headings_are_listed_and_enter_goes_to_one(workspace: Workspace) -> None:
    chooser = open_contents(workspace)
    assert titles(chooser) == [f"Дан {n}" for n in range(1, DAYS + 1)]
    type_text(chooser.line, "dan 27")
    assert titles(chooser) == ["Дан 27"]
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert workspace.reader.pane.firstVisibleBlock().text() == "Дан 27"
    assert workspace.reader.pane.textCursor().block().text() == "Дан 27"
    assert workspace.reader.pane.hasFocus()


def test_the_heading_one_is_under_is_marked(workspace: Workspace) -> None:
    letters = workspace.reader.letters
    start = letters.index("бедем", letters.index("Дан 12"))
    workspace.showing.show_place(workspace.reader.text_id or "", start, start + 5)
    chooser = open_contents(workspace)
    entry = chooser.current()
    assert entry is not None
    assert (entry.title, entry.icon) == ("Дан 12", "place")


def test_where_the_caret_cannot_be_seen_the_top_of_the_view_counts(workspace: Workspace) -> None:
    pane = workspace.reader.pane
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    entries, current = contents_of(pane)
    assert current > DAYS - 10
    assert entries[current].icon == "place"


def test_a_number_goes_to_a_passage(workspace: Workspace) -> None:
    chooser = open_contents(workspace)
    type_text(chooser.line, "30")
    assert titles(chooser)[0].startswith("Киша пада")
    assert "Дан 30" in titles(chooser)
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    pane = workspace.reader.pane
    assert pane.textCursor().position() == pane.text_layout.outline.starts[29]


def test_the_jump_can_be_gone_back_from(workspace: Workspace) -> None:
    chooser = open_contents(workspace)
    type_text(chooser.line, "Дан 30")
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    workspace.showing.go_back()
    assert workspace.reader.pane.firstVisibleBlock().text() == "Дан 1"


def test_without_headings_the_passages_are_listed(workspace: Workspace, qtbot: QtBot) -> None:
    text_id, archive = workspace.reader.text_id or "", workspace.session.archive
    with archive.operation("Kinds"):
        for passage in workspace.reader.pane.text_layout.outline.passages:
            sources.set_passage_kind(archive, text_id, passage.ordinal, PassageKind.PARAGRAPH)
    outline = workspace.reader.pane.text_layout
    qtbot.waitUntil(lambda: all(p.kind is PassageKind.PARAGRAPH for p in outline.outline.passages))
    entries, current = contents_of(workspace.reader.pane)
    assert len(entries) == 2 * DAYS
    assert current == 0
    assert entries[1].title.startswith("Киша пада")
    assert entries[1].title.endswith("…")
    assert entries[1].keys == "¶ 2"


@pytest.mark.parametrize("typed", ["0", "81", "дан", "", "1.5", "٣٤٥٦"])
def test_only_numbers_of_passages_are_offered(workspace: Workspace, typed: str) -> None:
    assert passage_called(workspace.reader.pane, typed) == []
