"""The page of a photo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.services import annotating, photos
from archive_app.services.importing import import_files
from archive_app.ui.photo_view import PhotoView
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> PhotoView:
    made = PhotoView(session)
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show()
    return made


def imported(session: Session, path: Path) -> str:
    (outcome,) = import_files(session.archive, [path]).outcomes
    assert outcome.photo_id is not None
    return outcome.photo_id


def test_an_image_is_shown_in_its_own_colours_and_fits(
    view: PhotoView, session: Session, picture: Path
) -> None:
    view.show_photo(imported(session, picture))
    image = view.image.grab().toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert abs(middle.red() - 96) < 12
    assert not view.scan_button.isVisible()


def test_a_caption_without_scan_says_so_and_offers_what_can_be_done(
    view: PhotoView, desk: Desk, qtbot: QtBot
) -> None:
    photo = photos.list_photos(desk.archive)[0].photo
    view.show_photo(photo.id)
    view.grab()
    for button, signal in (
        (view.scan_button, view.scan_requested),
        (view.source_button, view.source_requested),
        (view.no_caption_button, view.no_caption_requested),
        (view.edit_button, view.edit_requested),
    ):
        assert button.isVisible()
        with qtbot.waitSignal(signal) as asked:
            button.click()
        assert asked.args == [photo.id]


def test_a_note_is_written_by_enter_and_deleted_again(view: PhotoView, desk: Desk, qtbot: QtBot) -> None:
    photo = photos.list_photos(desk.archive)[0].photo
    view.show_photo(photo.id)
    view.notes.line.setText("Леви човек је Вук.")
    QTest.keyClick(view.notes.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(view.notes.cards) == 1)
    (found,) = annotating.annotations_of_record(desk.archive, photo.id)
    assert found.annotation.note == "Леви човек је Вук."
    view.notes.cards[0].delete_button.click()
    qtbot.waitUntil(lambda: annotating.annotations_of_record(desk.archive, photo.id) == [])


def test_the_page_closes_when_its_photo_is_deleted(view: PhotoView, desk: Desk, qtbot: QtBot) -> None:
    photo = photos.list_photos(desk.archive)[0].photo
    view.show_photo(photo.id)
    with qtbot.waitSignal(view.closed):
        photos.remove_photo(desk.archive, photo.id)
    assert view.photo_id is None


def test_an_image_that_cannot_be_read_is_said_to_be_so(
    view: PhotoView, session: Session, picture: Path
) -> None:
    photo_id = imported(session, picture)
    path = photos.file_of(session.archive, photos.get_photo(session.archive, photo_id))
    assert path is not None
    path.chmod(0o644)
    path.write_bytes(b"not an image")
    view.show_photo(photo_id)
    view.grab()
    assert view.image.is_unreadable()
