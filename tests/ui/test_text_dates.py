"""The dates of a text are marked where the person wants that, and told when the pointer is on one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from archive_app.services import correcting, mentions, sources
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.reading_look import ReadingLook, read_look
from archive_app.ui.session import Session
from helpers.desk import Desk, reading_of
from helpers.reading import words_at


@pytest.fixture
def reader(desk: Desk, session: Session, qtbot: QtBot) -> ReaderView:
    """The Latin article, with its dates marked."""
    made = ReaderView(session)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.set_look(ReadingLook(dates=True))
    made.show_source(desk.latin.source.id)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.pane.shown.dates))
    return made


def marked(reader: ReaderView) -> list[str]:
    """The words that are marked as dates, as they are shown."""
    return [words_at(reader, span) for span in reader.pane.shown.dates]


def told(reader: ReaderView, words: str) -> str:
    """What the tooltip on some words says."""
    unit = reader.pane.toPlainText().index(words) + 1
    reader.pane.go_to(unit, unit)
    area = reader.pane.places.rect_of(unit, unit + 1)
    assert area is not None
    at = area.center().toPoint()
    where = reader.pane.viewport().mapToGlobal(at)
    QApplication.sendEvent(reader.pane.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    return QToolTip.text()


def test_at_first_no_date_is_marked(desk: Desk, session: Session, qtbot: QtBot) -> None:
    made = ReaderView(session)
    qtbot.addWidget(made)
    assert not made.look.dates
    made.show_source(desk.latin.source.id)
    qtbot.waitUntil(lambda: not session.runner.is_busy() and not made.dates._later.isActive())
    assert made.pane.shown.dates == []


def test_the_dates_of_the_text_are_marked_and_told(reader: ReaderView, qtbot: QtBot) -> None:
    assert marked(reader) == [
        "U jutro 12. oktobra 1944. godine",
        "tog dana",
        "oktobar 1944",
        "u zoru 20. oktobra",
    ]
    assert told(reader, "12. oktobra") == "12 October 1944"
    assert told(reader, "20. oktobra") == "20 October 1944; year of “oktobar 1944” before it"
    assert told(reader, "tog dana") == "12 October 1944; counted from “U jutro 12. oktobra 1944. godine”"
    told(reader, "Posle podne su se prozori")
    qtbot.waitUntil(lambda: QToolTip.text() == "")


def test_they_are_marked_in_the_other_script_too(reader: ReaderView, qtbot: QtBot) -> None:
    reader.read_in_other_script(True)
    qtbot.waitUntil(lambda: bool(reader.pane.shown.dates))
    assert marked(reader)[-1] == "у зору 20. октобра"
    assert told(reader, "20. октобра").startswith("20 October 1944")


def test_they_are_marked_no_more_when_the_person_wants_that(reader: ReaderView, qtbot: QtBot) -> None:
    reader.set_look(ReadingLook(dates=False))
    qtbot.waitUntil(lambda: reader.pane.shown.dates == [])
    told(reader, "12. oktobra")
    qtbot.waitUntil(lambda: QToolTip.text() == "")


def test_they_follow_a_correction_and_another_text(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    correcting.correct_quote(desk.archive, desk.latin.source.id, "20. oktobra", "21. oktobra")
    qtbot.waitUntil(lambda: "u zoru 21. oktobra" in marked(reader))
    reader.show_source(desk.cyrillic.source.id)
    qtbot.waitUntil(lambda: "Ујутру 12. октобра 1944. године" in marked(reader))


def test_another_date_of_the_source_gives_another_year(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "pismo.txt"
    path.write_text("Draga Jelena, 14. oktobra smo stigli u selo i čekamo da prođe kiša.")
    source = reading_of(desk.archive, path).source
    reader.show_source(source.id)
    qtbot.waitUntil(lambda: marked(reader) == ["14. oktobra"])
    assert told(reader, "14. oktobra") == "14 October, year unknown"
    sources.edit_source(desk.archive, source.id, date="1944")
    qtbot.waitUntil(lambda: told(reader, "14. oktobra").startswith("14 October 1944; year of the source"))


def test_a_long_text_is_marked_once_it_was_read_for_dates(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dnevnik.txt"
    path.write_text(
        "Dnevnik iz sela\n\nStigli 3. maja 1943.\n\n" + "Kiša pada i pada, a konji čekaju. " * 1000
    )
    reading = reading_of(desk.archive, path)
    assert mentions.mentions_at_once(desk.archive, reading) is None
    reader.show_source(reading.source.id)
    qtbot.waitUntil(lambda: marked(reader) == ["3. maja 1943"])


def test_the_choice_stays_from_one_time_to_the_next() -> None:
    look = ReadingLook(dates=True)
    assert read_look(look.as_text()) == look
    assert not read_look("{}").dates


def test_a_tooltip_beside_the_text_says_nothing(reader: ReaderView, qtbot: QtBot) -> None:
    corner = QPoint(2, 2)
    event = QHelpEvent(QEvent.Type.ToolTip, corner, reader.pane.viewport().mapToGlobal(corner))
    QApplication.sendEvent(reader.pane.viewport(), event)
    qtbot.waitUntil(lambda: QToolTip.text() == "")
