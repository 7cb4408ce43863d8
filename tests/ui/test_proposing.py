"""Going through the proposals of a text in the window, by keys and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.kinds import PassageKind
from archive_app.core.records import Event, Link, Refusal
from archive_app.services import (
    archives,
    correcting,
    events,
    history,
    mentions,
    proposals,
    proposing,
    sources,
)
from archive_app.services.archives import Archive
from archive_app.services.importing import import_files
from archive_app.ui.chooser import Chooser
from archive_app.ui.main_window import MainWindow
from archive_app.ui.proposal_handlers import ProposalTab
from archive_app.ui.proposal_view import ProposalView
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk
from helpers.windows import opened, type_text


@pytest.fixture
def folder(desk: Desk, tmp_path: Path) -> Path:
    """A closed archive with both articles; the Latin one comes first."""
    mentions.catch_up(desk.archive)
    desk.archive.close()
    return desk.archive.folder


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, folder: Path) -> Iterator[MainWindow]:
    made = MainWindow(settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.resize(1280, 800)
    workspace = opened(made, folder)
    workspace.showing.show_source(source_called(workspace, "Grad"))
    yield made
    made.close_archive()


def source_called(workspace: Workspace, words: str) -> str:
    return sources.find_source(workspace.session.archive, words).id


def archive_of(window: MainWindow) -> Archive:
    assert window.workspace is not None
    return window.workspace.session.archive


def panel(window: MainWindow, qtbot: QtBot) -> ProposalView:
    """Open the panel by its action and wait until a proposal or the reason for none is shown."""
    window.acts["show_proposals"].trigger()
    assert window.workspace is not None
    (tab,) = window.workspace.inspector.findChildren(ProposalTab)
    qtbot.waitUntil(lambda: settled(window) and bool(tab.view.count.text()))
    return tab.view


def settled(window: MainWindow) -> bool:
    assert window.workspace is not None
    return not window.workspace.session.runner.is_busy()


def press(view: QWidget, key: Qt.Key | str, window: MainWindow, qtbot: QtBot) -> None:
    """Press a key where the keyboard is, and wait for what it does."""
    target = QApplication.focusWidget() or view
    if isinstance(key, str):
        type_text(target, key)
    else:
        QTest.keyClick(target, key)
    qtbot.waitUntil(lambda: settled(window))


def test_the_panel_shows_the_first_date_and_marks_it_in_the_text(window: MainWindow, qtbot: QtBot) -> None:
    view = panel(window, qtbot)
    assert view.count.text() == "4 proposals left"
    assert view.tally.text() == "4 dates: 0 linked, 0 set aside"
    assert view.quote.accessibleName().startswith("U jutro 12. oktobra 1944. godine stražari")
    assert (view.date.text(), view.new.when.line.text()) == ("12 October 1944", "12 October 1944")
    assert view.cards.cards == []
    assert "X:\N{NO-BREAK SPACE}nothing to link" in view.hint.text()
    assert window.workspace is not None
    (marked,) = window.workspace.reader.pane.shown.found
    shown = window.workspace.reader.pane.toPlainText()
    assert shown[slice(*marked)] == "U jutro 12. oktobra 1944. godine"
    assert view.hasFocus()


def test_a_whole_text_is_gone_through_by_single_keys(window: MainWindow, qtbot: QtBot) -> None:
    view, archive = panel(window, qtbot), archive_of(window)
    press(view, "n", window, qtbot)
    assert view.new.title.hasFocus()
    press(view, Qt.Key.Key_Return, window, qtbot)
    (event,) = archive.store.list(Event)
    assert (event.title, event.when) == (
        "Stražari na Kalemegdanu čuli su prve motore sa druge strane reke",
        "1944-10-12",
    )
    assert view.done.text().startswith("✓ Linked to “Stražari na Kalemegdanu")
    assert view.date.text() == "12 October 1944"
    assert view.why.text() == "counted from “U jutro 12. oktobra 1944. godine”"
    assert view.cards.chosen_id == event.id
    press(view, "1", window, qtbot)
    press(view, "x", window, qtbot)
    assert view.date.text() == "20 October 1944"
    press(view, Qt.Key.Key_Delete, window, qtbot)
    assert view.empty.title.text() == "All done"
    assert view.empty.button.text() == "Go on with “Дани под бедемом” (5)"
    assert [link.says_when for link in archive.store.list(Link)] == ["1944-10-12", "1944-10-12"]
    assert len(archive.store.list(Refusal)) == 2
    press(view, Qt.Key.Key_Return, window, qtbot)
    assert view.quote.accessibleName().startswith("Ујутру 12. октобра")
    assert view.cards.chosen_id == event.id


def test_undo_brings_the_proposal_back(window: MainWindow, qtbot: QtBot) -> None:
    view, archive = panel(window, qtbot), archive_of(window)
    press(view, "x", window, qtbot)
    press(view, "x", window, qtbot)
    assert view.date.text() == "October 1944"
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: settled(window) and view.count.text() == "3 proposals left")
    assert view.why.text() == "counted from “U jutro 12. oktobra 1944. godine”"
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: settled(window) and view.count.text() == "4 proposals left")
    assert view.why.isHidden()
    assert archive.store.list(Refusal) == []


def test_what_was_undone_is_not_said_to_be_done(window: MainWindow, qtbot: QtBot) -> None:
    view = panel(window, qtbot)
    press(view, "x", window, qtbot)
    assert view.done.text() == "Set aside: “U jutro 12. oktobra 1944. godine”"
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: settled(window) and view.count.text() == "4 proposals left")
    assert view.done.text() == ""


def test_what_was_written_is_there_when_one_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    view, archive = panel(window, qtbot), archive_of(window)
    view.new.title.setText("Prvi motori")
    view.says.where.setText("Kalemegdan")
    press(view, "s", window, qtbot)
    assert (view.new.title.text(), view.says.where.text()) != ("Prvi motori", "Kalemegdan")
    press(view, Qt.Key.Key_Left, window, qtbot)
    assert (view.new.title.text(), view.says.where.text()) == ("Prvi motori", "Kalemegdan")
    view.new.button.click()
    qtbot.waitUntil(lambda: settled(window) and len(archive.store.list(Link)) == 1)
    window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: settled(window) and view.count.text() == "4 proposals left")
    assert (view.new.title.text(), view.says.where.text()) == ("Prvi motori", "Kalemegdan")


def test_a_caption_is_called_one(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.workspace.showing.show_source(source_called(window.workspace, "Дани"))
    view = panel(window, qtbot)
    marked = {}
    for _time in range(5):
        marked[view.quote.accessibleName()] = not view.caption.isHidden()
        press(view, "s", window, qtbot)
    reading = window.workspace.reader.reading
    assert reading is not None
    (caption,) = [
        reading.letters[one.start : one.end] for one in reading.passages if one.kind is PassageKind.CAPTION
    ]
    (said,) = [words for words, is_marked in marked.items() if is_marked]
    assert caption.endswith(said)


def test_letters_of_a_cyrillic_keyboard_do_the_same(window: MainWindow, qtbot: QtBot) -> None:
    view = panel(window, qtbot)
    press(view, "џ", window, qtbot)
    assert view.tally.text() == "4 dates: 0 linked, 1 set aside"
    press(view, "с", window, qtbot)
    assert view.date.text() == "October 1944"
    press(view, Qt.Key.Key_Left, window, qtbot)
    assert view.date.text() == "12 October 1944"
    press(view, "н", window, qtbot)
    assert view.new.title.hasFocus()
    press(view, Qt.Key.Key_Escape, window, qtbot)
    assert view.hasFocus()


def test_a_conflict_is_seen_before_the_link_is_made(window: MainWindow, qtbot: QtBot) -> None:
    archive = archive_of(window)
    station = events.add_event(archive, "Pad stanice", when="1944-10-20", place="Beograd")
    assert window.workspace is not None
    text_id = window.workspace.reader.text_id or ""
    latin = proposals.find_proposals(archive, text_id).open[-1]
    proposing.link(archive, text_id, latin, station.id)
    window.workspace.showing.show_source(source_called(window.workspace, "Дани"))
    view = panel(window, qtbot)
    for _date in range(10):
        if not view.quote.accessibleName().startswith("Железничку"):
            press(view, "s", window, qtbot)
    card = view.cards.cards[0]
    assert card.event_id == station.id
    said = card.accessibleName()
    assert "Pad stanice, 20 October 1944" in said
    assert "another date, 5 days off" in said
    words = [label.text() for label in card.findChildren(QLabel)]
    assert "\u2260 20 Oct 1944, 5 days off" in words
    assert "Grad pod tvrđavom: 20 Oct 1944" in words
    assert view.cards.chosen_id == ""
    press(view, Qt.Key.Key_Return, window, qtbot)
    assert view.new.title.hasFocus()
    assert len(archive.store.list(Link)) == 1
    press(view, Qt.Key.Key_Escape, window, qtbot)
    press(view, Qt.Key.Key_Down, window, qtbot)
    assert view.cards.chosen_id == station.id
    press(view, "1", window, qtbot)
    assert {link.says_when for link in archive.store.list(Link)} == {"1944-10-20", "1944-10-15"}


def test_one_passage_may_tell_of_two_events(window: MainWindow, qtbot: QtBot) -> None:
    archive = archive_of(window)
    for title in ("Prvi motori", "Bez sna"):
        events.add_event(archive, title, when="1944-10-12")
    view = panel(window, qtbot)
    first, second = [card.event_id for card in view.cards.cards]
    press(view, "1", window, qtbot)
    press(view, "a", window, qtbot)
    assert view.quote.accessibleName().startswith("U jutro 12. oktobra")
    assert [card.event_id for card in view.cards.cards] == [second]
    press(view, Qt.Key.Key_Return, window, qtbot)
    one, two = archive.store.list(Link)
    assert (one.event_id, two.event_id) == (first, second)
    assert one.annotation_id == two.annotation_id
    assert view.count.text() == "3 proposals left"


def test_arrows_choose_and_minus_refuses_one_event_alone(window: MainWindow, qtbot: QtBot) -> None:
    archive = archive_of(window)
    for title in ("Prvi motori", "Bez sna"):
        events.add_event(archive, title, when="1944-10-12")
    view = panel(window, qtbot)
    first, second = [card.event_id for card in view.cards.cards]
    press(view, Qt.Key.Key_Down, window, qtbot)
    assert view.cards.chosen_id == second
    press(view, "-", window, qtbot)
    assert [card.event_id for card in view.cards.cards] == [first]
    assert [one.event_id for one in archive.store.list(Refusal)] == [second]
    assert view.count.text() == "4 proposals left"


def test_any_event_can_be_found(window: MainWindow, qtbot: QtBot) -> None:
    archive = archive_of(window)
    wanted = events.add_event(archive, "Давно нешто", when="1912")
    view = panel(window, qtbot)
    assert view.cards.cards == []
    press(view, "f", window, qtbot)
    assert view.cards.picker.hasFocus()
    type_text(view.cards.picker, "davno")
    QTest.keyClick(view.cards.picker.offers.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settled(window) and bool(archive.store.list(Link)))
    (link,) = archive.store.list(Link)
    assert link.event_id == wanted.id
    press(view, "f", window, qtbot)
    view.cards.picker.offers.list.hide()
    QTest.keyClick(view.cards.picker, Qt.Key.Key_Escape)
    assert window.focusWidget() is view


def test_what_the_source_says_can_be_changed_before_the_link(window: MainWindow, qtbot: QtBot) -> None:
    archive = archive_of(window)
    events.add_event(archive, "Prvi motori", when="1944-10-12")
    view = panel(window, qtbot)
    press(view, "e", window, qtbot)
    assert view.says.when.line.hasFocus()
    view.says.when.line.setText("kad je pala kiša")
    press(view, Qt.Key.Key_Return, window, qtbot)
    assert archive.store.list(Link) == []
    assert view.says.when.line.hasFocus()
    view.says.when.line.setText("1944-10-12 dawn")
    view.says.where.setText("Kalemegdan")
    press(view, Qt.Key.Key_Return, window, qtbot)
    (link,) = archive.store.list(Link)
    assert (link.says_when, link.says_where) == ("1944-10-12 dawn", "Kalemegdan")
    assert view.says.where.text() == ""
    assert view.hasFocus()


def test_a_new_event_needs_a_title(window: MainWindow, qtbot: QtBot) -> None:
    view, archive = panel(window, qtbot), archive_of(window)
    press(view, Qt.Key.Key_Return, window, qtbot)
    assert view.new.title.hasFocus()
    view.new.title.clear()
    press(view, Qt.Key.Key_Return, window, qtbot)
    assert archive.store.list(Event) == []
    view.new.title.setText("Motori")
    view.new.place.setText("Kalemegdan")
    press(view, Qt.Key.Key_Return, window, qtbot)
    (event,) = archive.store.list(Event)
    assert (event.title, event.place) == ("Motori", "Kalemegdan")


def test_all_is_done_by_mouse_too(window: MainWindow, qtbot: QtBot) -> None:
    archive = archive_of(window)
    for title in ("Prvi motori", "Bez sna"):
        events.add_event(archive, title, when="1944-10-12")
    view = panel(window, qtbot)
    QTest.mouseClick(view.cards.cards[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(window))
    assert len(archive.store.list(Link)) == 1
    view.also_button.click()
    view.new.button.click()
    qtbot.waitUntil(lambda: settled(window))
    assert len(archive.store.list(Event)) == 3
    view.later_button.click()
    view.back_button.click()
    view.aside_button.click()
    qtbot.waitUntil(lambda: settled(window))
    assert view.tally.text() == "4 dates: 1 linked, 1 set aside"


def test_what_was_set_aside_can_be_proposed_again(window: MainWindow, qtbot: QtBot) -> None:
    view = panel(window, qtbot)
    for _time in range(4):
        press(view, "x", window, qtbot)
    assert view.empty.link.text() == "Propose again what was set aside"
    view.empty.link.click()
    qtbot.waitUntil(lambda: settled(window) and view.is_deciding())
    assert view.count.text() == "4 proposals left"
    assert history.next_undo(archive_of(window)) is not None


def test_a_correction_of_the_text_goes_on_in_the_new_reading(window: MainWindow, qtbot: QtBot) -> None:
    view, archive = panel(window, qtbot), archive_of(window)
    press(view, "x", window, qtbot)
    assert window.workspace is not None
    source_id = window.workspace.reader.source_id or ""
    window.workspace.session.write(
        "", correcting.correct_quote, source_id, "Pekar Ilija", "Stari pekar Ilija"
    )
    qtbot.waitUntil(lambda: settled(window) and view.quote.accessibleName().startswith("Stari pekar Ilija"))
    assert view.tally.text() == "4 dates: 0 linked, 1 set aside"
    press(view, "x", window, qtbot)
    assert len(archive.store.list(Refusal)) == 2


def test_the_sources_say_how_much_is_open(window: MainWindow, qtbot: QtBot) -> None:
    view = panel(window, qtbot)
    view.sources_button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(Chooser)))
    (chooser,) = window.findChildren(Chooser)
    chooser.taken.emit(source_called(window.workspace, "Дани"))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: settled(window) and view.quote.accessibleName().startswith("Ујутру"))


def test_who_comes_to_a_text_by_another_way_stays_at_their_place(window: MainWindow, qtbot: QtBot) -> None:
    view = panel(window, qtbot)
    workspace, archive = window.workspace, archive_of(window)
    assert workspace is not None
    reading = sources.read_source(archive, source_called(workspace, "Дани"))
    assert reading is not None
    workspace.reader.setFocus()
    workspace.showing.show_place(reading.text.id, 0, 4, ((0, 4),))
    qtbot.waitUntil(lambda: settled(window) and view.quote.accessibleName().startswith("Ујутру"))
    assert workspace.reader.pane.shown.found == [(0, 4)]


def test_a_panel_that_is_closed_leaves_the_text_alone(window: MainWindow, qtbot: QtBot) -> None:
    view = panel(window, qtbot)
    workspace = window.workspace
    assert workspace is not None
    workspace.toggle_inspector()
    workspace.showing.show_source(source_called(workspace, "Дани"))
    qtbot.waitUntil(lambda: settled(window))
    assert view.quote.accessibleName().startswith("U jutro")
    assert not workspace.reader.pane.shown.found
    panel(window, qtbot)
    qtbot.waitUntil(lambda: settled(window) and view.quote.accessibleName().startswith("Ујутру"))
    assert workspace.reader.pane.shown.found


def test_a_text_without_dates_and_no_text_at_all_say_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view = panel(window, qtbot)
    path = tmp_path / "pesma.txt"
    path.write_text("Pesma o reci\n\nTeče voda niz dolinu, a po vodi lišće plovi.", encoding="utf-8")
    workspace = window.workspace
    assert workspace is not None
    (outcome,) = import_files(workspace.session.archive, [path]).outcomes
    workspace.showing.show_source(outcome.source_id or "")
    qtbot.waitUntil(lambda: settled(window) and view.empty.title.text() == "No dates were found")
    workspace.reader.leave()
    workspace.desk.source_shown.emit("")
    assert view.empty.title.text() == "No text is open"
    press(view, "x", window, qtbot)


def test_an_archive_that_can_only_be_read_is_shown_and_not_changed(
    qtbot: QtBot, settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = archives.open_archive
    with real(folder) as archive:
        events.add_event(archive, "Prvi motori", when="1944-10-12")
    monkeypatch.setattr(archives, "open_archive", lambda path, work: real(path, read_only=True, work=work))
    made = MainWindow(settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert made.open_archive(folder)
    assert made.workspace is not None
    made.workspace.showing.show_source(source_called(made.workspace, "Grad"))
    view = panel(made, qtbot)
    assert len(view.cards.cards) == 1
    assert (view.new.isHidden(), view.says.isHidden(), view.aside_button.isHidden()) == (True, True, True)
    for key in ("1", "x", "n", "e", "-", Qt.Key.Key_Return):
        press(view, key, made, qtbot)
    assert view.count.text() == "4 proposals left"
    press(view, "s", made, qtbot)
    assert view.why.text() == "counted from “U jutro 12. oktobra 1944. godine”"
    made.close_archive()


def test_a_decision_that_cannot_be_written_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    view, archive = panel(window, qtbot), archive_of(window)
    made = events.add_event(archive, "Prvi motori", when="1944-10-12")
    qtbot.waitUntil(lambda: settled(window) and len(view.cards.cards) == 1)
    with archive.store.operation("", subject=""):
        archive.store.delete(Event, made.id)  # as if it went in the same moment
    press(view, "1", window, qtbot)
    assert "There is no record" in window.message_bar.text
    assert view.quote.accessibleName().startswith("U jutro 12. oktobra")
    assert view.count.text() == "4 proposals left"
