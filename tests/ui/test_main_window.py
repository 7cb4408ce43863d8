"""The window as a person uses it: real archives on disk, real keys."""

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.errors import UserError
from archive_app.core.records import Colour
from archive_app.services import annotating, archives, collections, events, history, sources
from archive_app.services.importing import import_files
from archive_app.ui import theme
from archive_app.ui.import_dialog import ImportDialog
from archive_app.ui.library_rows import RowKind, Section
from archive_app.ui.main_window import MainWindow
from archive_app.ui.message_bar import Kind
from archive_app.ui.new_archive_dialog import NewArchiveDialog
from archive_app.ui.reporting import Reporter
from archive_app.ui.search_memory import SearchMemory
from archive_app.ui.settings import Settings
from archive_app.ui.trail import Stop
from archive_app.ui.workspace import Workspace
from helpers.windows import event_page

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path, cyrillic_article: Path) -> Path:
    """A closed archive with two articles, and an event that both tell of."""
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [latin_article, cyrillic_article])
        event = events.add_event(archive, "Zauzimanje stanice", when="15.10.1944/20.10.1944")
        for title, quote in (("Grad", "u zoru 20. oktobra"), ("Дани", "заузели 15. октобра")):
            text, span = annotating.find_quote(archive, sources.find_source(archive, title).id, quote)
            marked = annotating.annotate(archive, text.id, span, tags=["stanica"])
            events.link(archive, marked.id, event.id)
    return made


def opened(window: MainWindow, folder: Path) -> Workspace:
    assert window.open_archive(folder), window.message_bar.text
    assert window.workspace is not None
    return window.workspace


def select(workspace: Workspace, words: str) -> None:
    pane = workspace.reader.pane
    cursor = pane.textCursor()
    start = pane.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def marks(workspace: Workspace) -> list[annotating.Annotated]:
    return annotating.annotations_of_text(workspace.session.archive, workspace.reader.text_id or "")


def test_an_archive_is_made_and_the_window_says_what_to_do_next(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.start_view.isVisible()
    assert window.create_archive(tmp_path / "Nova")
    assert window.workspace is not None
    assert not window.start_view.isVisible()
    assert "Nova" in window.windowTitle()
    assert window.status_view.counts.text().startswith("0 sources")
    assert window.workspace.library.empty.button.isVisible()
    window.workspace.reader.empty.button.click()
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.isVisible()
    dialog.close()
    window.acts["close_archive"].trigger()
    assert window.start_view.isVisible()
    assert window.settings.archives.recent()[0].folder == tmp_path / "Nova"
    assert (tmp_path / "Nova" / "archive.db").is_file()
    assert not (tmp_path / "Nova" / "archive.db-wal").exists()


class Shows(QObject):
    """Hears of every window that is shown, be it for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_nothing_flashes_up_while_an_archive_is_opened(
    window: MainWindow, folder: Path, qapp: QApplication
) -> None:
    shows = Shows()
    qapp.installEventFilter(shows)
    workspace = opened(window, folder)
    workspace.library.show_section(Section.PHOTOS)
    workspace.showing.show_event(events.list_events(workspace.session.archive)[0].event.id)
    qapp.removeEventFilter(shows)
    assert shows.seen == []
    assert window.isActiveWindow()


def test_a_passage_is_marked_by_keyboard_and_the_mark_taken_back(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    assert workspace.reader.header.isVisible()
    before = len(marks(workspace))
    select(workspace, "Pekar Ilija")
    QTest.keyClick(workspace.reader.pane, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: len(marks(workspace)) == before + 1)
    assert Colour.GREEN in {found.annotation.colour for found in marks(workspace)}
    qtbot.waitUntil(lambda: window.acts["undo"].text() == "&Undo Annotate “Pekar Ilija”")
    assert window.acts["undo"].toolTip() == "Undo Annotate “Pekar Ilija” (Ctrl+Z)"
    QTest.keyClick(workspace.reader.pane, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(marks(workspace)) == before)
    qtbot.waitUntil(lambda: window.acts["redo"].isEnabled())
    told = window.status_view.currentMessage
    qtbot.waitUntil(lambda: told() == "Undone: Annotate “Pekar Ilija”")
    QTest.keyClick(workspace.reader.pane, Qt.Key.Key_Z, CTRL_SHIFT)
    qtbot.waitUntil(lambda: len(marks(workspace)) == before + 1)
    qtbot.waitUntil(lambda: told() == "Done again: Annotate “Pekar Ilija”")


def test_a_note_that_is_being_typed_survives_closing(
    window: MainWindow, folder: Path, settings: Settings, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    select(workspace, "Pismonoša Vuk")
    QTest.keyClick(workspace.reader.pane, Qt.Key.Key_M, CTRL)
    editor = workspace.inspector.list.editor
    qtbot.waitUntil(lambda: editor.note.isVisible() and editor.note.hasFocus())
    editor.note.setPlainText("Проверити у књизи поште")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with archives.open_archive(folder) as archive:
        source = sources.find_source(archive, "Grad")
        notes = [found.annotation.note for found in annotating.annotations_of_source(archive, source.id)]
    assert "Проверити у књизи поште" in notes


def test_a_search_leads_to_the_place_in_both_scripts_and_back(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    qtbot.waitUntil(lambda: window.status_view.search_state.text() == "Search is up to date", timeout=20_000)
    first = workspace.reader.source_id
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    box = window.tool_bar.search_box
    assert box.hasFocus()
    box.setText("stanica")
    with qtbot.waitSignal(workspace.search.view.result_shown, timeout=20_000) as shown:
        QTest.keyClick(box, Qt.Key.Key_Return)
    hits = [hit for hit in shown.args[0].hits if hit.kind == "passage"]
    assert {hit.source_title for hit in hits} == {"Grad pod tvrđavom", "Дани под бедемом"}
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert workspace.reader.pane.hasFocus()
    workspace.showing.show_source(first or "")
    workspace.showing.show_hit(next(hit for hit in hits if hit.source_id != first))
    assert workspace.reader.source_id != first
    assert workspace.showing.can_go(-1)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workspace.reader.source_id == first
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not workspace.search.is_open()
    assert box.text() == ""


def test_results_appear_while_typing_and_the_library_comes_back(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    qtbot.waitUntil(lambda: window.status_view.search_state.text() == "Search is up to date", timeout=20_000)
    box = window.tool_bar.search_box
    with qtbot.waitSignal(workspace.search.view.result_shown, timeout=20_000) as shown:
        QTest.keyClicks(box, "stanica")
    assert shown.args[0].query == "stanica"
    assert workspace.search.is_open()
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert workspace.search.view.results.in_lines
    assert not workspace.inspector.isVisible()
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert workspace.inspector.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not workspace.search.is_open()
    QTest.keyClick(window, Qt.Key.Key_R, CTRL)
    assert window.findChildren(SearchMemory)[-1].isVisible()
    QTest.keyClick(window.findChildren(SearchMemory)[-1], Qt.Key.Key_Escape)


def test_an_event_shows_what_each_source_says_and_leads_to_the_words(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    workspace.library.show_section(Section.EVENTS)
    workspace.library.list.setCurrentIndex(workspace.library.model.index(0))
    QTest.keyClick(workspace.library.list, Qt.Key.Key_Return)
    assert event_page(workspace).isVisible()
    assert not workspace.inspector.isVisible()
    assert len(event_page(workspace).cards) == 2
    window.grab()
    (marked,) = [
        found
        for found in annotating.annotations_of_event(
            workspace.session.archive, event_page(workspace).event_id or ""
        )
        if "октобра" in found.annotation.quote
    ]
    workspace.showing.show_annotation(marked.annotation.id)
    assert workspace.reader.isVisible()
    assert workspace.reader.chosen == marked.annotation.id


def test_deleting_in_the_library_and_deleting_in_the_text_are_the_same_key(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    chosen = marks(workspace)[0].annotation.id
    workspace.showing.show_annotation(chosen)
    workspace.reader.pane.setFocus()
    QTest.keyClick(workspace.reader.pane, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: marks(workspace) == [])
    workspace.library.list.setFocus()
    workspace.library.list.setCurrentIndex(workspace.library.model.index(1))
    QTest.keyClick(workspace.library.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "was deleted" in window.message_bar.text)
    assert len(sources.list_sources(workspace.session.archive)) == 1
    window.message_bar.button("Undo").click()
    qtbot.waitUntil(lambda: len(sources.list_sources(workspace.session.archive)) == 2)


def test_what_cannot_be_done_is_said_in_the_window(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    workspace = opened(window, folder)
    made = collections.add_collection(workspace.session.archive, "Izložba")
    workspace.session.write("Deleting", collections.remove_collection, made.id)
    workspace.session.write("Deleting", collections.remove_collection, made.id)
    qtbot.waitUntil(lambda: window.message_bar.kind is Kind.ERROR)
    assert "There is no record" in window.message_bar.text


def test_an_archive_that_is_open_elsewhere_is_refused_in_plain_words(
    window: MainWindow, folder: Path, settings: Settings
) -> None:
    with archives.open_archive(folder):
        assert not window.open_archive(folder)
    assert "open in another window" in window.message_bar.text
    assert window.message_bar.kind is Kind.ERROR
    assert window.start_view.isVisible()


@pytest.mark.parametrize("what", ["no archive", "damaged"])
def test_a_folder_without_a_sound_archive_is_refused(window: MainWindow, folder: Path, what: str) -> None:
    if what == "damaged":
        (folder / "archive.db").write_bytes(b"SQLite format 3\0" + b"\0" * 50)
    else:
        (folder / "archive.db").unlink()
    assert not window.open_archive(folder)
    said = {"damaged": "is damaged", "no archive": "There is no archive in"}[what]
    assert said in window.message_bar.text


def test_opening_another_archive_closes_the_first(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    opened(window, folder)
    other = tmp_path / "Drugi"
    assert window.create_archive(other)
    with archives.open_archive(folder) as archive:
        assert len(sources.list_sources(archive)) == 2
    assert [entry.folder for entry in window.settings.archives.recent()] == [other, folder]


def test_menus_stay_and_dialogs_go_when_an_archive_is_closed(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    opened(window, folder)
    window.acts["show_history"].trigger()
    window.acts["close_archive"].trigger()
    qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])
    assert [action.text() for action in window.menuBar().actions()] == [
        "&File",
        "&Edit",
        "&Annotate",
        "Se&lection",
        "&Search",
        "&View",
        "&Help",
    ]
    assert window.menuBar().actions()[0].menu() is not None


def test_widths_place_and_reading_size_are_remembered(settings: Settings, folder: Path, qtbot: QtBot) -> None:
    first = MainWindow(settings)
    first.resize(1280, 800)
    first.show()
    workspace = opened(first, folder)
    other = sources.find_source(workspace.session.archive, "Дани").id
    workspace.showing.show_source(other)
    workspace.panes.setSizes([300, 500, 400])
    sizes = workspace.panes.sizes()
    first.acts["zoom_in"].trigger()
    points = workspace.reader.reading_size
    first.close()
    assert settings.archives.last() == folder

    second = MainWindow(settings)
    second.resize(1280, 800)  # the screen of the tests is smaller
    second.show()
    workspace = opened(second, folder)
    assert workspace.reader.source_id == other
    assert workspace.panes.sizes() == sizes
    assert workspace.reader.reading_size == points
    second.close()
    first.deleteLater()
    second.deleteLater()


def test_files_dropped_on_the_window_are_offered_for_import(
    window: MainWindow, folder: Path, picture: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    window.outside.take_dropped([picture])
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.files.paths() == [picture]
    dialog.start_button.click()
    qtbot.waitUntil(lambda: dialog.outcome_page.isVisible(), timeout=20_000)
    assert workspace.library.sections.count_of(1) == 3
    dialog.close()


def test_dropping_on_the_start_screen_opens_archives_only(
    window: MainWindow, folder: Path, picture: Path
) -> None:
    window.outside.take_dropped([picture])
    assert "is not an archive" in window.message_bar.text
    window.outside.take_dropped([folder])
    assert window.workspace is not None


def test_an_archive_that_can_only_be_read_says_so_and_offers_no_changes(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    real = archives.open_archive
    monkeypatch.setattr(archives, "open_archive", lambda path, work: real(path, read_only=True, work=work))
    workspace = opened(window, folder)
    assert "can only be read" in window.message_bar.text
    assert window.status_view.counts.text().startswith("open for reading only")
    assert not window.acts["import_files"].isEnabled()
    assert not window.acts["note"].isEnabled()
    assert window.acts["export"].isEnabled()
    window.outside.take_dropped([folder / "archive.db"])
    assert "nothing can be imported" in window.message_bar.text
    workspace.showing.show_photo(workspace.library.model.index(0).data())
    window.grab()


def test_the_keyboard_goes_round_the_panes(window: MainWindow, folder: Path) -> None:
    workspace = opened(window, folder)
    window.activateWindow()
    workspace.library.list.setFocus()
    visited = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        visited.append(
            next(
                pane
                for pane in (workspace.left, workspace.pages, workspace.inspector)
                if pane.isAncestorOf(focused)
            )
        )
    assert visited == [workspace.pages, workspace.inspector, workspace.left]


def test_the_look_is_switched_and_remembered(window: MainWindow, folder: Path) -> None:
    opened(window, folder)
    light = window.grab().toImage().pixelColor(QPoint(640, 400))
    QTest.keyClick(window, Qt.Key.Key_L, CTRL_SHIFT)
    assert theme.is_dark()
    assert window.settings.mode is theme.Mode.DARK
    assert window.acts.modes[theme.Mode.DARK].isChecked()
    assert window.grab().toImage().pixelColor(QPoint(640, 400)) != light
    QTest.keyClick(window, Qt.Key.Key_L, CTRL_SHIFT)
    assert not theme.is_dark()


def test_going_back_passes_over_what_was_deleted(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    workspace = opened(window, folder)
    archive = workspace.session.archive
    reading = Stop(RowKind.SOURCE, workspace.reader.source_id or "")
    gone = events.add_event(archive, "Kratko")
    kept = events.list_events(archive)[0].event
    workspace.showing.show_event(gone.id)
    workspace.showing.show_event(kept.id)
    events.remove_event(archive, gone.id)
    qtbot.waitUntil(lambda: not workspace.session.runner.is_busy())
    workspace.showing.go_back()
    assert workspace.showing.current() == reading


def test_two_titles_that_only_differ_in_case_do_not_disturb_the_title_of_the_window(
    window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    long = tmp_path / ("Veoma dugačko ime arhive " * 8).strip()
    shutil.copytree(folder, long)
    opened(window, long)
    assert window.windowTitle() == long.name
    window.grab()


def test_help_and_about_open_beside_the_work(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    opened(window, folder)
    for name in ("show_about", "show_shortcuts", "show_history"):
        window.acts[name].trigger()
    dialogs = window.findChildren(QDialog)
    assert len(dialogs) == 3
    assert all(not dialog.isModal() for dialog in dialogs)
    assert history.next_undo(window.workspace.session.archive) is not None if window.workspace else False


def test_the_window_closes_only_when_what_was_asked_for_is_written(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    go_on = threading.Event()

    def slowly(archive: archives.Archive) -> None:
        go_on.wait(10)
        events.add_event(archive, "Zapisano na kraju")

    workspace.session.write("Writing", slowly)
    window.close()
    assert window.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    with archives.open_archive(folder) as archive:
        assert "Zapisano na kraju" in [found.event.title for found in events.list_events(archive)]


def test_the_window_stays_open_where_the_last_write_was_refused(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, folder)
    go_on = threading.Event()

    def refused(_archive: archives.Archive) -> None:
        go_on.wait(10)
        raise UserError("The disk is full.")

    workspace.session.write("Writing", refused)
    window.close()
    go_on.set()
    qtbot.waitUntil(lambda: window.message_bar.text == "The disk is full.")
    qtbot.wait(100)
    assert window.isVisible()


def test_a_fault_of_the_program_is_reported_and_the_window_lives_on(
    settings: Settings, folder: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    reporter = Reporter()
    window = MainWindow(settings, reporter)
    qtbot.addWidget(window)
    workspace = opened(window, folder)

    def broken(_archive: archives.Archive) -> None:
        raise RuntimeError("a fault")

    workspace.session.write("Writing", broken)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert "RuntimeError: a fault" in reporter.dialog.report.toPlainText()
    reporter.dialog.close()
    events.add_event(workspace.session.archive, "Život ide dalje")
    qtbot.waitUntil(lambda: workspace.library.sections.count_of(2) == 2)


def test_the_sample_is_opened_as_a_copy(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    if archives.sample_folder() is None:
        pytest.skip("no sample archive beside the program")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "data"))
    window.start_view.sample_button.click()
    assert window.workspace is not None
    assert window.workspace.session.archive.folder == tmp_path / "data" / "sample"
    assert window.workspace.reader.source_id is not None


def test_an_archive_is_chosen_and_another_made_by_their_dialogs(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.start_view.open_button.click()
    assert window.windowTitle() == "Oktobar"
    assert window.settings.folder("archives") == tmp_path

    def fill_in() -> None:
        (dialog,) = window.findChildren(NewArchiveDialog)
        dialog.name.setText("Novembar")
        dialog.make_button.click()

    QTimer.singleShot(0, fill_in)
    window.acts["new_archive"].trigger()
    assert window.windowTitle() == "Novembar"
    assert archives.is_archive(tmp_path / "Novembar")


def test_enter_presses_the_button_that_has_the_keyboard(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: asked.append(given) or "")
    window.start_view.open_button.setFocus()
    QTest.keyClick(window.start_view.open_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_recent_archives_are_in_the_menu_and_can_be_forgotten(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    opened(window, folder)
    menu = window.acts.recent
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Oktobar"]
    menu.actions()[0].trigger()
    assert window.windowTitle() == "Oktobar"
    window.acts["close_archive"].trigger()
    QTest.keyClick(window.start_view.recent_list, Qt.Key.Key_Delete)
    assert window.settings.archives.recent() == []


class _Windows(QObject):
    """Hears of every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_part_of_an_archive_flashes_up_as_a_window_of_its_own(window: MainWindow, folder: Path) -> None:
    windows = _Windows()
    QApplication.instance().installEventFilter(windows)  # type: ignore[union-attr]
    opened(window, folder)
    QApplication.instance().removeEventFilter(windows)  # type: ignore[union-attr]
    assert windows.shown == []
