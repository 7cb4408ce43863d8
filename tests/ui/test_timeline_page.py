"""The timeline in the window: by key there, narrowed, in lanes, to an event and back, and out as a picture."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from archive_app.core.records import Sameness
from archive_app.services import annotating, archives, claims, events, phases, sources, verdicts
from archive_app.services.importing import import_files
from archive_app.services.timelines import Lanes
from archive_app.ui.export_dialog import ExportDialog
from archive_app.ui.main_window import MainWindow
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.timeline_page import TimelinePage
from helpers.windows import event_page

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path, cyrillic_article: Path) -> Path:
    """A closed archive with a disputed event, one more, and one without a date."""
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [latin_article, cyrillic_article])
        station = events.add_event(archive, "Zauzimanje stanice", when="1944-10-20", place="Beograd")
        for title, quote, when in (
            ("Grad", "Železničku stanicu", "1944-10-20"),
            ("Дани", "Железничку станицу", "1944-10-15"),
        ):
            text, span = annotating.find_quote(archive, sources.find_source(archive, title).id, quote)
            note = annotating.annotate(archive, text.id, span)
            events.link(archive, note.id, station.id, says_when=when)
        events.add_event(archive, "Odlazak", when="1941-04", place="Niš")
        events.add_event(archive, "Glasina")
    return made


@pytest.fixture
def window(window: MainWindow, folder: Path) -> MainWindow:
    assert window.open_archive(folder)
    return window


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> TimelinePage:
    """The timeline, opened by its key."""
    QTest.keyClick(window, Qt.Key.Key_T, CTRL_SHIFT)
    assert window.workspace is not None
    found = window.workspace.pages.of_class(TimelinePage)
    assert found is not None
    qtbot.waitUntil(lambda: not found.reading.is_waiting())
    assert found.view.hasFocus()
    return found


def titles(page: TimelinePage) -> list[str]:
    return [entry.title for entry in page.view.entries()]


def test_all_events_are_told_of_and_those_without_a_date_stand_at_the_side(page: TimelinePage) -> None:
    assert titles(page) == ["Odlazak", "Zauzimanje stanice"]
    assert page.count.text() == "2 events; the sources differ on 1"
    assert page.undated.title.text() == "1 event has no date"
    assert page.undated.list.item(0).text() == "Glasina"
    page.grab()


def test_the_chosen_event_is_told_of_with_what_its_sources_say(page: TimelinePage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_End)
    assert page.details.title.text() == "Zauzimanje stanice   ·   20 October 1944   ·   Beograd"
    assert page.details.claims == [
        "Grad pod tvrđavom: 20 October 1944",
        "Дани под бедемом: 15 October 1944 (differs)",
    ]
    assert page.details.said.text().startswith(page.details.claims[0])
    page.grab()


def test_enter_opens_the_event_and_back_comes_to_the_same_place(
    page: TimelinePage, window: MainWindow
) -> None:
    assert window.workspace is not None
    QTest.keyClick(page.view, Qt.Key.Key_End)
    QTest.keyClick(page.view, Qt.Key.Key_Plus)
    scale = page.view.scale
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert event_page(window.workspace).event_id == page.chosen
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.workspace.pages.currentWidget() is page
    assert page.view.scale == scale


def test_the_event_whose_page_was_shown_is_chosen_on_the_timeline(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    station = events.find_event(workspace.session.archive, "Zauzimanje stanice")
    workspace.showing.show_event(station.id)
    QTest.keyClick(window, Qt.Key.Key_T, CTRL_SHIFT)
    page = workspace.pages.of_class(TimelinePage)
    assert page is not None
    qtbot.waitUntil(lambda: page.chosen == station.id)
    departure = events.find_event(workspace.session.archive, "Odlazak")
    workspace.showing.show_event(departure.id)
    QTest.keyClick(window, Qt.Key.Key_T, CTRL_SHIFT)
    assert page.chosen == departure.id


def test_letters_filter_in_either_script_and_words_that_fit_nothing_are_told(
    page: TimelinePage, qtbot: QtBot
) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_S)
    assert page.line.hasFocus()
    page.line.setText("станиц")
    assert titles(page) == ["Zauzimanje stanice"]
    assert page.count.text() == "1 of 2 events; the sources differ on 1"
    assert not page.undated.isVisible()
    page.line.setText("nema toga")
    assert page.empty.isVisible()
    page.empty.button.click()
    assert titles(page) == ["Odlazak", "Zauzimanje stanice"]


def test_what_fits_the_filter_comes_into_view(page: TimelinePage) -> None:
    (departure, _station) = page.view.entries()
    extent = departure.extents[0]
    page.view.show_time(extent.begins, extent.ends)
    page.line.setText("станиц")
    assert page.view.sees_any()
    seen = page.view.seen()
    page.line.setText("станица")
    assert page.view.seen() == seen


def test_lanes_are_chosen_by_the_person(page: TimelinePage) -> None:
    page.lanes.setCurrentIndex(page.lanes.findData(Lanes.PLACE))
    assert [lane.title for lane in page.view.layout_now().lanes] == ["Beograd", "Niš"]
    page.lanes.setCurrentIndex(page.lanes.findData(Lanes.SOURCE))
    assert [lane.title for lane in page.view.layout_now().lanes] == [
        "Grad pod tvrđavom",
        "Дани под бедемом",
        "No source",
    ]
    page.grab()


def test_parts_are_hidden_and_shown_by_key_and_by_button(
    page: TimelinePage, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    archive = window.workspace.session.archive
    assert not page.buttons["parts"].isVisible()
    whole = events.add_event(archive, "Bitka", when="1944-10-14/1944-10-20")
    station = events.find_event(archive, "Zauzimanje")
    phases.put_under(archive, station.id, whole.id)
    qtbot.waitUntil(page.buttons["parts"].isVisible)
    page.choose(station.id)
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert (titles(page), page.chosen) == (["Odlazak", "Bitka"], whole.id)
    assert page.details.title.text().endswith("1 part is not shown (Space)")
    assert page.count.text() == "3 events; the sources differ on 1"
    page.grab()
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert titles(page) == ["Odlazak", "Bitka", "Zauzimanje stanice"]
    page.buttons["parts"].click()
    assert titles(page) == ["Odlazak", "Bitka"]
    page.buttons["parts"].click()
    assert titles(page) == ["Odlazak", "Bitka", "Zauzimanje stanice"]
    page.view.choose("")
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert len(titles(page)) == 3


def test_a_verdict_and_what_is_no_contradiction_are_told_of(
    page: TimelinePage, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    archive = window.workspace.session.archive
    station = events.find_event(archive, "Zauzimanje")
    (early,) = [one.link for one in events.claims(archive, station.id) if one.link.says_when[-2:] == "15"]
    verdicts.give_verdict(archive, station.id, reason="dnevnik")
    claims.mark_claim(archive, early.id, when=Sameness.SAME)
    qtbot.waitUntil(lambda: page.count.text() == "2 events")
    page.choose(station.id)
    assert "held right by a verdict" in page.details.title.text()
    assert page.details.claims[1] == "Дани под бедемом: 15 October 1944 (another date, no contradiction)"
    page.grab()


def test_one_goes_to_a_date_and_is_told_what_is_no_date(page: TimelinePage, qtbot: QtBot) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_F8)
    assert page.jump_line.hasFocus()
    page.jump_line.setText("20. oktobar 1944")
    QTest.keyClick(page.jump_line, Qt.Key.Key_Return)
    begins, ends = page.view.seen()
    extent = page.view.entries()[1].extents[0]
    assert (begins + ends) / 2 == pytest.approx((extent.begins + extent.ends) / 2)
    assert page.view.hasFocus()
    page.jump_line.clear()
    page.jump()
    assert page.view.seen() == (begins, ends)
    page.jump_line.setText("davno")
    with qtbot.waitSignal(page._session.refused):
        page.jump()


def test_a_new_event_appears_and_an_undo_takes_it_away(
    page: TimelinePage, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    archive = window.workspace.session.archive
    events.add_event(archive, "Povratak", when="1945-03")
    qtbot.waitUntil(lambda: titles(page) == ["Odlazak", "Zauzimanje stanice", "Povratak"])
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: titles(page) == ["Odlazak", "Zauzimanje stanice"])


def test_an_event_without_a_date_is_opened_from_the_side(page: TimelinePage, window: MainWindow) -> None:
    page.undated.list.setCurrentRow(0)
    page.undated.list.itemActivated.emit(page.undated.list.item(0))
    assert window.workspace is not None
    assert event_page(window.workspace).event_id is not None


def test_the_list_at_the_side_can_be_put_away(page: TimelinePage) -> None:
    assert page.undated.isVisible()
    page.buttons["undated"].click()
    assert not page.undated.isVisible()


def test_what_is_in_view_is_drawn_to_a_picture(
    page: TimelinePage, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "vreme.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target.with_suffix("")), ""))
    extent = page.view.entries()[1].extents[0]
    page.view.show_time(extent.begins - 10, extent.ends + 10)
    with qtbot.waitSignal(page.exporting.written):
        page.exporting.draw()
    text = target.read_text(encoding="utf-8")
    assert "Zauzimanje stanice" in text
    assert "Odlazak" not in text
    assert "1 event was drawn to vreme.svg." in window.message_bar.text


def test_the_timeline_is_printed_to_pages(
    page: TimelinePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "vreme.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    with qtbot.waitSignal(page.exporting.written, timeout=20_000):
        page.exporting.draw()
    assert target.read_bytes().startswith(b"%PDF")


def test_the_events_in_view_are_offered_for_export(
    page: TimelinePage, window: MainWindow, qtbot: QtBot
) -> None:
    station, departure = (
        next(entry for entry in page.view.entries() if entry.title == title)
        for title in ("Zauzimanje stanice", "Odlazak")
    )
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.form.title.text() == "Events on the timeline"
    assert set(dialog.form.choice().ids) > {station.id, departure.id}
    assert len(dialog.form.choice().ids) == 3
    dialog.close()
    page.view.show_time(station.extents[0].begins - 10, station.extents[0].ends + 10)
    with qtbot.waitSignal(page.exporting.requested) as asked:
        page.buttons["dossier"].click()
    assert asked.args[0].ids == (station.id,)
    for made in window.findChildren(ExportDialog):
        made.close()


def test_a_picture_that_is_there_is_not_replaced_by_a_half_typed_name(
    page: TimelinePage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "vreme.svg"
    target.write_text("stara slika", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target.with_suffix("")), ""))
    page.exporting.draw()
    assert "There is already a file “vreme.svg”" in window.message_bar.text
    assert target.read_text(encoding="utf-8") == "stara slika"


def test_the_window_describes_and_links_the_chosen_event(page: TimelinePage, window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    assert workspace.showing.current() is None
    QTest.keyClick(page.view, Qt.Key.Key_End)
    stop = workspace.showing.current()
    assert stop is not None
    assert stop.id == page.chosen


def test_an_archive_without_events_says_what_to_do(
    session: Session, settings: Settings, qtbot: QtBot
) -> None:
    made = TimelinePage(session, settings)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitUntil(lambda: not made.reading.is_waiting())
    assert made.empty.isVisible()
    assert made.empty.title.text() == "There are no events yet"
    assert not made.buttons["export"].isEnabled()
    assert not made.buttons["dossier"].isEnabled()
    assert made.exporting.choice() is None


def test_where_no_event_has_a_date_it_is_said_beside_the_list(
    session: Session, settings: Settings, qtbot: QtBot
) -> None:
    events.add_event(session.archive, "Glasina")
    made = TimelinePage(session, settings)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitUntil(lambda: not made.reading.is_waiting())
    assert made.empty.title.text() == "No event has a date yet"
    assert made.undated.isVisible()
    made.grab()
