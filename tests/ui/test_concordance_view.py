"""Lines of a concordance: aligned at the keyword, sorted by a click on the head, opened with Enter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.hits import Concordance, Hit, Line, LineOrder, RecordKind
from archive_app.core.records import Script
from archive_app.services import indexing, sources
from archive_app.ui.concordance_view import Column, ConcordanceView, Lines, find_lines
from helpers.desk import Desk, request


def line(number: int, keyword: str = "кула") -> Line:
    text = f"Стара {keyword} број {number} стоји"
    hit = Hit(
        kind=RecordKind.PASSAGE,
        id=f"t:{number}",
        record_id="t",
        ordinal=number,
        source_id="s",
        source_title="Извор",
        source_script=Script.CYRILLIC,
        start=0,
        end=len(text),
        text=text,
        highlights=((6, 6 + len(keyword)),),
        matched=(),
        score=1.0,
    )
    return Line(hit, "Стара ", keyword, f" број {number} стоји", 6, 6 + len(keyword))


def lines(count: int) -> Lines:
    made = tuple(line(number) for number in range(count))
    return Lines(Concordance("kula", count, count, made), {one.hit.id: "1944" for one in made})


@pytest.fixture
def view(qtbot: QtBot) -> ConcordanceView:
    made = ConcordanceView()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.show_lines(lines(40))
    return made


def test_a_line_has_the_keyword_between_its_words(view: ConcordanceView) -> None:
    cells = [str(view.lines.index(3, column).data()) for column in Column]
    assert cells == ["Стара ", "кула", " број 3 стоји", "Извор", "1944"]


def test_the_keyword_is_always_seen_and_context_has_the_rest_in_halves(view: ConcordanceView) -> None:
    for size in (QSize(1400, 400), QSize(560, 400), QSize(420, 400)):
        view.resize(size)
        widths = {column: view.columnWidth(column) for column in Column if not view.isColumnHidden(column)}
        assert sum(widths.values()) == view.viewport().width()
        assert abs(widths[Column.LEFT] - widths[Column.RIGHT]) <= 1
        assert (Column.DATE in widths) == (size.width() == 1400)


def test_a_click_on_the_head_asks_for_another_order(view: ConcordanceView, qtbot: QtBot) -> None:
    for column, order in ((Column.LEFT, LineOrder.LEFT), (Column.DATE, LineOrder.DATE)):
        with qtbot.waitSignal(view.sorted) as asked:
            view.horizontalHeader().sectionClicked.emit(column)
        assert asked.args == [order]
        assert view.horizontalHeader().sortIndicatorSection() == column


def test_enter_and_double_click_open_a_line(view: ConcordanceView, qtbot: QtBot) -> None:
    view.step(1)
    view.step(1)
    with qtbot.waitSignal(view.line_activated) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [view.lines.lines[1]]
    place = view.visualRect(view.lines.index(4, Column.RIGHT)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(view.line_activated) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [view.lines.lines[4]]


def test_the_line_that_was_gone_to_stays_when_the_order_changes(view: ConcordanceView) -> None:
    view.setCurrentIndex(view.lines.index(7, Column.KEYWORD))
    backwards = lines(40)
    found = Concordance("kula", 40, 40, backwards.found.lines[::-1])
    view.show_lines(Lines(found, backwards.dates))
    assert view.current_line() == line(7)
    assert view.currentIndex().row() == 32


def test_another_query_begins_at_the_top(view: ConcordanceView) -> None:
    view.setCurrentIndex(view.lines.index(30, Column.KEYWORD))
    view.scrollToBottom()
    same = lines(40)
    view.show_lines(Lines(replace(same.found, query="kulu"), same.dates))
    assert view.verticalScrollBar().value() == 0
    assert view.current_line() is None


def test_dates_take_no_room_where_there_are_none(view: ConcordanceView) -> None:
    view.resize(1400, 300)
    found = lines(3)
    view.show_lines(found)
    assert not view.isColumnHidden(Column.DATE)
    view.show_lines(Lines(found.found))
    assert view.isColumnHidden(Column.DATE)


def test_thousands_of_lines_are_shown_and_none(view: ConcordanceView) -> None:
    view.show_lines(lines(5_000))
    view.scrollToBottom()
    assert view.indexAt(view.viewport().rect().bottomLeft()).row() == 4_999
    view.show_lines(None)
    assert view.lines.rowCount() == 0
    assert view.current_line() is None
    assert not view.grab().isNull()


def test_the_keyboard_leaves_upwards_and_with_escape(view: ConcordanceView, qtbot: QtBot) -> None:
    view.step(1)
    with qtbot.waitSignal(view.left_upwards):
        QTest.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.escaped):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_lines_are_dated_by_their_records_or_their_sources(desk: Desk) -> None:
    sources.edit_source(desk.archive, desk.latin.source.id, date="1951")
    indexing.catch_up(desk.archive)
    found = find_lines(desk.archive, request("kalemegdan"), LineOrder.RIGHT)
    of_latin = {one.hit.id for one in found.found.lines if one.hit.source_id == desk.latin.source.id}
    assert of_latin
    assert {found.dates[id_] for id_ in of_latin} == {"1951"}
