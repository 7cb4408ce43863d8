"""Texts that are hard to set: they are shown, and what is marked in them stands where it was marked."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.core.spans import Span
from archive_app.services import annotating
from archive_app.services.sources import Reading
from archive_app.ui import theme
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.text_directions import stretches
from helpers.desk import Desk, reading_of

TEXTS = {
    "bidi": "Почетак \u202eобрнуто\u202c даље.\n\n\u2067עברית ומספר 1944\u2069 и \u200fкрај\u202d речи.\n\nПоследње.",
    "zero width": "Ре\u200bка и мо\u200dст, \u2060под\ufeff водом\u00ad.\n\n\u200b\u200b\u200b\n\nКрај\u200c.",
    "astral": "𝔄𝔅 🂡 река 😀😀 мост.\n\n👨\u200d👩\u200d👧 и 🏳\ufe0f\u200d🌈 𐍈.\n\nКрај 🂢.",
    "stacks": "р"
    + "\u0301\u0302\u0308\u0331" * 300
    + "ека и м\u0301о\u0300ст.\n\n"
    + "\u0301" * 50
    + "крај.",
    "separators": "Један\u2028два\u2029три\x0bчетири\x0cпет\x85шест\tседам\u00a0осам.\n\nКрај.",
    "blank lines": "Почетак." + "\n" * 10_000 + "Средина." + "\n" * 10_000 + "Крај.",
    "only signs": "\u202e\u202e\u202e\n\n\u0301\n\n😀\n\n\u200d",
}


def shown(reader: ReaderView, desk: Desk, tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "tekst.txt"
    path.write_text(text, encoding="utf-8", newline="")
    reading = reading_of(desk.archive, path)
    reader.show_source(reading.source.id)
    reader.pane.viewport().repaint()
    return reading


def select(reader: ReaderView, start: int, end: int) -> None:
    first, last = reader.pane.positions.units_of(start, end)
    cursor = reader.pane.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    reader.pane.setTextCursor(cursor)


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_selected_is_what_the_archive_means(
    reader: ReaderView, desk: Desk, tmp_path: Path, name: str
) -> None:
    reading = shown(reader, desk, tmp_path, TEXTS[name])
    chance = random.Random(4)
    length = len(reading.letters)
    assert reader.pane.document().characterCount() - 1 == len(reading.letters.encode("utf-16-le")) // 2
    for _time in range(200):
        start, end = sorted(chance.sample(range(length + 1), 2))
        select(reader, start, end)
        assert reader.selection() == Span(start, end)


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "only signs"])
def test_marks_are_drawn_where_they_were_made(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    reading = shown(reader, desk, tmp_path, TEXTS[name])
    letters = reading.letters
    places = [
        place
        for place in range(len(letters) - 3)
        if letters[place : place + 3].strip() == letters[place : place + 3]
    ]
    for place in random.Random(7).sample(places, min(6, len(places))):
        select(reader, place, place + 3)
        with qtbot.waitSignal(reader.annotation_clicked):
            reader.marking.annotate_selection(Colour.BLUE)
        made = annotating.get_annotation(desk.archive, reader.chosen or "").annotation
        assert (made.quote, made.span) == (letters[place : place + 3], Span(place, place + 3))
        mark = reader.pane.shown.marks.get(made.id)
        assert mark is not None
        assert (mark.start, mark.end) == reader.pane.positions.units_of(place, place + 3)
        reader.choose(made.id, scroll=True)
        reader.pane.viewport().repaint()


@pytest.mark.parametrize("name", ["bidi", "zero width", "astral"])
def test_a_click_on_a_letter_finds_its_mark(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    reading = shown(reader, desk, tmp_path, TEXTS[name])
    word = next(word for word in ("даље", "река", "под", "мост") if word in reading.letters)
    start = reading.letters.index(word)
    made = annotating.annotate(desk.archive, reading.text.id, Span(start, start + len(word)))
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    cursor = reader.pane.textCursor()
    cursor.setPosition(reader.pane.positions.to_units(start + 1))
    point = QPointF(reader.pane.cursorRect(cursor).center()) + QPointF(2, 0)
    assert [mark.id for mark in reader.pane.places.marks_at(reader.pane.shown.marks, point)] == [made.id]
    QTest.mouseClick(reader.pane.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert reader.chosen == made.id


def test_letters_that_run_from_right_to_left_are_marked_where_they_stand(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    reading = shown(reader, desk, tmp_path, "Пре \u2067עברית ומספר 1944\u2069 и после.")
    block = reader.pane.document().firstBlock()
    line = block.layout().lineAt(0)
    places = {}
    for word in ("Пре", "עברית", "ומספר", "1944", "после"):
        start = reading.letters.index(word)
        ((left, right),) = stretches(line, start, start + len(word))
        places[word] = left
        made = annotating.annotate(desk.archive, reading.text.id, Span(start, start + len(word)))
        qtbot.waitUntil(lambda key=made.id: reader.pane.shown.marks.get(key) is not None)
        for x in (left + 2, (left + right) / 2, right - 2):
            point = QPointF(x, reader.pane.cursorRect().center().y())
            assert [mark.id for mark in reader.pane.places.marks_at(reader.pane.shown.marks, point)] == [
                made.id
            ]
    assert sorted(places, key=lambda word: places[word]) == ["Пре", "1944", "ומספר", "עברית", "после"]


def width_of(word: str) -> float:
    return QFontMetricsF(ReadingLook().font()).horizontalAdvance(word)


def test_the_shade_is_under_the_word_itself(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    reading = shown(reader, desk, tmp_path, "Пре \u2067עברית ומספר 1944\u2069 и после.")
    start = reading.letters.index("עברית")
    annotating.annotate(desk.archive, reading.text.id, Span(start, start + 5), colour=Colour.GREEN)
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    ((left, right),) = stretches(reader.pane.document().firstBlock().layout().lineAt(0), start, start + 5)
    picture = reader.pane.viewport().grab().toImage()
    top = reader.pane.cursorRect().top()
    green = theme.highlight(Colour.GREEN)
    columns = [x for x in range(picture.width()) if picture.pixelColor(x, top) == green]
    assert columns
    assert left - 2 <= min(columns)
    assert max(columns) <= right + 2
    assert len(columns) > (right - left) * 0.9
    assert right - left == pytest.approx(width_of("עברית"), abs=1)


def test_a_mark_over_both_directions_stands_in_two_places(
    reader: ReaderView, desk: Desk, tmp_path: Path
) -> None:
    reading = shown(reader, desk, tmp_path, "Пре \u2067עברית ומספר 1944\u2069 и после.")
    line = reader.pane.document().firstBlock().layout().lineAt(0)
    first, second = stretches(line, 0, reading.letters.index(" ומספר"))
    assert first[0] == line.x()
    assert first[1] < second[0]


def test_a_text_of_one_line_stands_in_the_column(reader: ReaderView, desk: Desk, tmp_path: Path) -> None:
    shown(reader, desk, tmp_path, "Цео текст је један једини ред, без иједног прелома, " * 9)
    layout = reader.pane.document().firstBlock().layout()
    column = reader.pane.text_layout.column
    assert layout.lineCount() > 4
    assert all(layout.lineAt(number).x() == column.left for number in range(layout.lineCount()))
    assert all(layout.lineAt(number).width() == column.width for number in range(layout.lineCount()))


def test_ten_thousand_blank_lines_are_passed_over(reader: ReaderView, desk: Desk, tmp_path: Path) -> None:
    reading = shown(reader, desk, tmp_path, TEXTS["blank lines"])
    reader.pane.go_to(0, 0)
    QTest.keyClick(reader.pane, Qt.Key.Key_Down)
    assert reader.pane.positions.to_point(reader.pane.textCursor().position()) >= reading.letters.index(
        "Средина"
    )
    QTest.keyClick(reader.pane, Qt.Key.Key_Down)
    assert reader.pane.positions.to_point(reader.pane.textCursor().position()) >= reading.letters.index(
        "Крај"
    )
    assert reader.pane.viewport().rect().contains(reader.pane.cursorRect())


def test_a_word_of_a_megabyte_is_broken_into_lines_and_can_be_annotated(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    reading = shown(reader, desk, tmp_path, "Пре. " + "a" * 999_900 + " После.")
    end = len(reading.letters.rstrip())
    first, last = reader.pane.positions.units_of(end - 9, end)
    reader.pane.go_to(first, last, select=True)
    reader.pane.viewport().repaint()
    assert reader.pane.document().findBlock(first).layout().lineCount() > 5_000
    assert reader.pane.viewport().rect().contains(reader.pane.cursorRect())
    with qtbot.waitSignal(reader.annotation_clicked):
        reader.marking.annotate_selection(Colour.PINK)
    (made,) = annotating.annotations_of_text(desk.archive, reading.text.id)
    assert made.annotation.quote == "aa После."
