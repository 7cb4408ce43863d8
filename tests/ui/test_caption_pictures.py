"""Photos in the place where their captions stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.records import PassageKind, Photo
from archive_app.services import history, photos
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def photo(desk: Desk) -> Photo:
    (found,) = photos.photos_of_source(desk.archive, desk.cyrillic.source.id)
    return found


@pytest.fixture
def reader(reader: ReaderView) -> ReaderView:
    """The Cyrillic article with room for its pictures."""
    reader.resize(900, 1400)
    return reader


def caption_height(reader: ReaderView, desk: Desk) -> float:
    caption = next(p for p in desk.cyrillic.passages if p.kind is PassageKind.CAPTION)
    block = reader.pane.document().findBlock(caption.start)
    return reader.pane.text_layout.blockBoundingRect(block).height()


def test_a_scan_appears_beside_its_caption_once_it_is_added(
    reader: ReaderView, desk: Desk, photo: Photo, picture: Path, session: Session, qtbot: QtBot
) -> None:
    before = caption_height(reader, desk)
    session.write("Scan", photos.attach_scan, photo.id, picture)
    qtbot.waitUntil(lambda: caption_height(reader, desk) > before + 60)
    piece = reader.pane.text_layout.piece_at(desk.cyrillic.passages[photo.ordinal or 0].start)
    size = reader.pane.text_layout.picture_of(piece)
    assert size is not None
    assert size.width() / size.height() == pytest.approx(320 / 200, rel=0.02)
    assert size.width() <= 0.42 * reader.pane.text_layout.column.width + 1
    wall = (96, 88, 74)

    def is_painted() -> bool:
        shot: QImage = reader.pane.viewport().grab().toImage()
        return any(
            max(abs(a - b) for a, b in zip(shot.pixelColor(x, y).getRgb()[:3], wall, strict=True)) < 8  # type: ignore[arg-type]
            for x in range(100, 400, 10)
            for y in range(0, shot.height(), 10)
        )

    qtbot.waitUntil(is_painted)


def test_the_words_of_a_caption_stand_beside_its_picture_and_never_under_it(
    reader: ReaderView, desk: Desk, photo: Photo, picture: Path, qtbot: QtBot
) -> None:
    photos.attach_scan(desk.archive, photo.id, picture)
    passage = desk.cyrillic.passages[photo.ordinal or 0]
    qtbot.waitUntil(
        lambda: (
            reader.pane.text_layout.picture_of(reader.pane.text_layout.piece_at(passage.start)) is not None
        )
    )
    size = reader.pane.text_layout.picture_of(reader.pane.text_layout.piece_at(passage.start))
    block = reader.pane.document().findBlock(passage.start)
    reader.pane.text_layout.blockBoundingRect(block)
    assert size is not None
    column = reader.pane.text_layout.column
    for number in range(block.layout().lineCount()):
        assert block.layout().lineAt(number).x() >= column.left + size.width()


def test_a_click_on_the_picture_or_enter_on_its_caption_opens_the_photo(
    reader: ReaderView, desk: Desk, photo: Photo, picture: Path, qtbot: QtBot
) -> None:
    photos.attach_scan(desk.archive, photo.id, picture)
    passage = desk.cyrillic.passages[photo.ordinal or 0]
    qtbot.waitUntil(
        lambda: (
            reader.pane.text_layout.picture_of(reader.pane.text_layout.piece_at(passage.start)) is not None
        )
    )
    reader.pane.viewport().repaint()
    left = reader.pane.text_layout.column.left
    at = next(
        QPointF(left + 60, y)
        for y in range(0, reader.pane.viewport().height(), 6)
        if reader.pane.places.caption_at(QPointF(left + 60, y)) is not None
    )
    with qtbot.waitSignal(reader.photo_requested) as wanted:
        QTest.mouseClick(reader.pane.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert wanted.args == [photo.id]
    reader.pane.go_to(passage.start, passage.start)
    with qtbot.waitSignal(reader.photo_requested) as wanted:
        QTest.keyClick(reader.pane, Qt.Key.Key_Return)
    assert wanted.args == [photo.id]


def test_undo_of_the_scan_leaves_the_quiet_card(
    reader: ReaderView, desk: Desk, photo: Photo, picture: Path, session: Session, qtbot: QtBot
) -> None:
    before = caption_height(reader, desk)
    photos.attach_scan(desk.archive, photo.id, picture)
    qtbot.waitUntil(lambda: caption_height(reader, desk) > before)
    session.write("Undo", history.undo)
    qtbot.waitUntil(lambda: caption_height(reader, desk) == before)
