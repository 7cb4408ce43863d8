"""Finding words in the text that is read, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import annotating
from archive_app.ui import text_finder
from archive_app.ui.find_bar import FindBar
from archive_app.ui.reader_view import ReaderView
from helpers.desk import Desk, reading_of
from helpers.windows import type_text

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader(reader: ReaderView) -> ReaderView:
    """The Cyrillic article, with the bar open."""
    reader.finder.open()
    return reader


def look_for(reader: ReaderView, words: str, qtbot: QtBot) -> None:
    reader.find_bar.line.clear()
    with qtbot.waitSignal(reader.find_bar.asked):
        type_text(reader.find_bar.line, words)


def places(reader: ReaderView) -> list[str]:
    text = reader.pane.toPlainText()
    return [text[start:end] for start, end in reader.pane.shown.places]


def test_all_places_are_marked_and_the_first_is_gone_to(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    assert reader.find_bar.line.hasFocus()
    look_for(reader, "kalemegdan", qtbot)
    total = desk.cyrillic.letters.count("Калемегдан")
    assert places(reader) == ["Калемегдан"] * total
    assert reader.find_bar.count.text() == f"1 of {total}"
    assert reader.pane.caret.letters() == "Калемегдан"
    assert reader.pane.textCursor().selectionStart() == desk.cyrillic.letters.index("Калемегдан")
    assert reader.find_bar.line.hasFocus()


def test_enter_and_f3_go_round_in_both_directions(reader: ReaderView, qtbot: QtBot) -> None:
    look_for(reader, "на", qtbot)
    bar, total = reader.find_bar, len(reader.pane.shown.places)
    assert total > 2
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {total}"
    QTest.keyClick(bar.line, Qt.Key.Key_F3)
    assert bar.count.text() == f"3 of {total}"
    for _step in range(3):
        QTest.keyClick(bar.line, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == f"{total} of {total}"
    QTest.keyClick(bar.line, Qt.Key.Key_F3, SHIFT)
    bar.next.click()
    assert bar.count.text() == f"{total} of {total}"


def test_enter_right_after_typing_goes_to_what_was_typed(reader: ReaderView) -> None:
    type_text(reader.find_bar.line, "мотори")
    QTest.keyClick(reader.find_bar.line, Qt.Key.Key_Return)
    assert reader.pane.caret.letters() == "мотори"


def test_typing_on_stays_at_the_place(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    look_for(reader, "ва", qtbot)
    QTest.keyClick(reader.find_bar.line, Qt.Key.Key_Return)
    start = reader.pane.textCursor().selectionStart()
    with qtbot.waitSignal(reader.find_bar.asked):
        type_text(reader.find_bar.line, desk.cyrillic.letters[start + 2 : start + 3])
    assert reader.pane.textCursor().selectionStart() == start


def test_whole_words_and_exactly_narrow_it_down(reader: ReaderView, qtbot: QtBot) -> None:
    look_for(reader, "na", qtbot)
    every = len(reader.pane.shown.places)
    reader.find_bar.whole.click()
    whole = places(reader)
    assert 0 < len(whole) < every
    assert {word.lower() for word in whole} == {"на"}
    reader.find_bar.exact.click()
    assert places(reader) == []
    assert reader.find_bar.count.text() == "Not in this text"
    assert not reader.find_bar.next.isEnabled()


def test_escape_closes_the_bar_and_leaves_the_place_selected(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    look_for(reader, "vatra", qtbot)
    QTest.keyClick(reader.find_bar.line, Qt.Key.Key_Escape)
    assert reader.find_bar.isHidden()
    assert reader.pane.shown.places == []
    assert reader.pane.hasFocus()
    assert reader.pane.caret.letters() == "ватра"
    with qtbot.waitSignal(reader.annotation_clicked):
        reader.marking.annotate_selection(Colour.GREEN)
    (made,) = annotating.annotations_of_text(desk.archive, desk.cyrillic.text.id)
    assert made.annotation.quote == "ватра"


def test_selected_words_are_looked_for(reader: ReaderView, desk: Desk) -> None:
    QTest.keyClick(reader.find_bar.line, Qt.Key.Key_Escape)
    start = desk.cyrillic.letters.index("мотори")
    reader.pane.go_to(start, start + 6, select=True)
    reader.finder.open()
    assert reader.find_bar.typed == "мотори"
    assert reader.find_bar.count.text().startswith("1 of ")
    assert reader.find_bar.line.selectedText() == "мотори"


def test_another_source_is_looked_through_too_without_leaving_its_place(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    look_for(reader, "kalemegdan", qtbot)
    reader.show_source(desk.latin.source.id)
    total = len(reader.pane.shown.places)
    assert total > 0
    assert set(places(reader)) == {"Kalemegdan"}
    assert reader.pane.textCursor().position() == 0
    assert str(total) in reader.find_bar.count.text()
    QTest.keyClick(reader.find_bar.line, Qt.Key.Key_Return)
    assert reader.find_bar.count.text() == f"1 of {total}"


def test_places_stand_right_behind_letters_outside_the_basic_plane(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "znaci.txt"
    path.write_text("Знак 🂡 на 😀 страни.\n\nДруга 🂢 страна.\n", encoding="utf-8")
    reader.show_source(reading_of(desk.archive, path).source.id)
    look_for(reader, "strana", qtbot)
    assert reader.pane.caret.letters() == "страна"
    look_for(reader, "😀 стр", qtbot)
    assert reader.pane.caret.letters() == "😀 стр"


def test_a_very_long_text_is_looked_through_beside_the_window(
    reader: ReaderView, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_finder, "_AT_ONCE", 10)
    look_for(reader, "kalemegdan", qtbot)
    qtbot.waitUntil(lambda: bool(reader.pane.shown.places))
    assert reader.find_bar.count.text().startswith("1 of ")


def test_places_stay_marked_in_the_other_script(reader: ReaderView, qtbot: QtBot) -> None:
    look_for(reader, "ljubav", qtbot)
    look_for(reader, "kalemegdan", qtbot)
    total = len(reader.pane.shown.places)
    reader.header.script.click()
    assert places(reader) == ["Kalemegdan"] * total
    QTest.keyClick(reader.find_bar.line, Qt.Key.Key_Return)
    assert reader.pane.caret.letters() == "Kalemegdan"


def test_where_there_is_little_room_nothing_is_cut_off(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    bar = FindBar(host)
    host.show()
    bar.show()
    bar.show_places(3, 132)
    for width in (320, 900, 320):
        bar.resize(width, 90)
        qtbot.waitUntil(lambda width=width: (bar.whole.y() > bar.line.geometry().bottom()) == (width == 320))
        qtbot.waitUntil(lambda: bar.close_button.geometry().right() <= bar.width())
        assert bar.line.width() >= 110
        for part in (bar.count, bar.whole, bar.exact):
            assert part.width() >= part.sizeHint().width()
            assert not part.geometry().intersects(bar.line.geometry())
