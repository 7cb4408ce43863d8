"""Back and forward in the window: each page where one was on it, by key and by mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from archive_app.services import archives, events, sources
from archive_app.services.importing import import_files
from archive_app.ui.main_window import MainWindow
from archive_app.ui.workspace import Workspace
from helpers.windows import opened

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def folder(tmp_path: Path, cyrillic_article: Path) -> Path:
    """An archive with a long text, a short one, and an event."""
    long = tmp_path / "dnevnik.txt"
    days = (f"Dan {day}. Kiša je padala, a mi smo čekali skelu kod Zemuna." for day in range(600))
    long.write_text("Dnevnik\n\n" + "\n\n".join(days), encoding="utf-8")
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [long, cyrillic_article])
        events.add_event(archive, "Zauzimanje stanice", when="20.10.1944")
    return made


@pytest.fixture
def workspace(window: MainWindow, folder: Path) -> Workspace:
    return opened(window, folder)


def ids(workspace: Workspace) -> tuple[str, str]:
    found = {row.source.title: row.source.id for row in sources.list_sources(workspace.session.archive)}
    return found["Dnevnik"], found["Дани под бедемом"]


def go_to_day(workspace: Workspace, day: int) -> None:
    """As a search or the inspector leads to a place."""
    text_id = workspace.reader.text_id
    assert text_id is not None
    start = workspace.reader.pane.toPlainText().index(f"Dan {day}.")
    workspace.showing.show_place(text_id, start, start + 6)


def day_at_caret(workspace: Workspace) -> str:
    return workspace.reader.pane.textCursor().block().text().partition(".")[0]


def test_back_and_forward_by_keys_lead_to_the_place_in_the_text(workspace: Workspace) -> None:
    window = workspace.window()
    diary, article = ids(workspace)
    workspace.showing.show_source(diary)
    go_to_day(workspace, 400)
    before = workspace.reader.whereabouts.place()
    workspace.showing.show_source(article)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert workspace.reader.source_id == diary
    assert day_at_caret(workspace) == "Dan 400"
    assert abs(workspace.reader.whereabouts.place().top - before.top) < 120  # a line or two
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert workspace.reader.source_id == article


def test_a_jump_far_within_a_text_is_a_stop_of_its_own(workspace: Workspace) -> None:
    window = workspace.window()
    diary, _article = ids(workspace)
    workspace.showing.show_source(diary)
    go_to_day(workspace, 100)
    go_to_day(workspace, 500)
    go_to_day(workspace, 501)  # in view already
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert day_at_caret(workspace) == "Dan 100"
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert day_at_caret(workspace) == "Dan 501"


def test_the_mouse_buttons_at_the_side_go_back_and_forward_over_any_part(workspace: Workspace) -> None:
    diary, article = ids(workspace)
    (event,) = (row.event for row in events.list_events(workspace.session.archive))
    workspace.showing.show_source(diary)
    workspace.showing.show_source(article)
    workspace.showing.show_event(event.id)
    handle = workspace.window().windowHandle()
    over_text, over_library = QPoint(600, 400), QPoint(60, 500)
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, over_text)
    assert workspace.reader.source_id == article
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, over_text)
    assert workspace.reader.source_id == diary
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, over_library)
    assert workspace.reader.source_id == article


def test_forward_can_be_had_only_after_going_back(workspace: Workspace) -> None:
    window = workspace.window()
    assert isinstance(window, MainWindow)
    diary, article = ids(workspace)
    workspace.showing.show_source(diary)
    workspace.showing.show_source(article)
    assert not window.acts["go_forward"].isEnabled()
    workspace.showing.go_back()
    assert window.acts["go_forward"].isEnabled()
    sources.remove_source(workspace.session.archive, article)
    workspace.showing.go_forward()
    assert workspace.reader.source_id == diary
