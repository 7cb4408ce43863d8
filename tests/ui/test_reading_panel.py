"""Setting how texts look, in a panel beside them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.ui.reader_view import ReaderView
from archive_app.ui.reading_look import SIZES, ReadingLook
from archive_app.ui.reading_panel import ReadingPanel
from helpers.desk import Desk, reading_of
from helpers.reading import wait_for_lines


@pytest.fixture
def panel(reader: ReaderView) -> ReadingPanel:
    reader.header.look.setFocus()
    QTest.keyClick(reader.header.look, Qt.Key.Key_Space)
    (made,) = reader.findChildren(ReadingPanel)
    assert made.isVisible()
    return made


def width_of_column(reader: ReaderView) -> float:
    return reader.pane.text_layout.column.width


def pitch(reader: ReaderView) -> float:
    return reader.pane.text_layout.style_of(
        reader.pane.text_layout.piece_at(reader.pane.toPlainText().index("Ујутру"))
    ).pitch


def test_the_panel_shows_the_look_as_it_is(reader: ReaderView, panel: ReadingPanel) -> None:
    look = reader.look
    assert panel.family.currentData() == look.family
    assert SIZES[panel.points.value()] == look.points
    assert (panel.measure.value(), panel.spacing.value()) == (look.measure, look.spacing)
    assert panel.numbers.isChecked()
    assert not panel.reset.isEnabled()


def test_the_text_follows_at_once_and_the_reset_takes_all_back(
    reader: ReaderView, panel: ReadingPanel
) -> None:
    before = width_of_column(reader), pitch(reader)
    panel.measure.setValue(50)
    assert width_of_column(reader) == pytest.approx(before[0] * 50 / 72, abs=2)
    panel.spacing.setValue(150)
    assert pitch(reader) > before[1] * 1.25
    panel.numbers.click()
    panel.points.setValue(len(SIZES) - 1)
    panel.family.setCurrentIndex(1)
    assert reader.look == ReadingLook("Noto Sans", 28.0, 50, 150, False)
    style = reader.pane.text_layout.style_of(reader.pane.text_layout.piece_at(0))
    assert style.format.font().family() == "Noto Sans"
    panel.reset.click()
    assert reader.look == ReadingLook()
    assert (width_of_column(reader), pitch(reader)) == before
    assert panel.measure.value() == 72


def test_the_panel_is_gone_through_by_keys(panel: ReadingPanel, reader: ReaderView) -> None:
    assert panel.points.hasFocus()
    QTest.keyClick(panel.points, Qt.Key.Key_Right)
    assert reader.reading_size == SIZES[SIZES.index(13) + 1]
    QTest.keyClick(panel.points, Qt.Key.Key_Tab)
    assert panel.measure.hasFocus()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_is_read_stays_in_view_while_the_look_changes(
    reader: ReaderView, panel: ReadingPanel, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dnevnik.txt"
    path.write_text(
        "\n\n".join(f"Дан {n}. " + "Киша пада на бедем. " * 9 for n in range(300)), encoding="utf-8"
    )
    reading = reading_of(desk.archive, path)
    reader.show_source(reading.source.id)
    wait_for_lines(qtbot, reader.pane)
    start = reading.letters.index("Дан 200.")
    reader.show_place(reading.text.id, start, start)
    top = reader.pane.firstVisibleBlock().blockNumber()
    assert top > 300
    for measure in (44, 90, 60):
        panel.measure.setValue(measure)
        wait_for_lines(qtbot, reader.pane)
        assert reader.pane.firstVisibleBlock().blockNumber() == top
