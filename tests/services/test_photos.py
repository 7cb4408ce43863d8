"""Photos: captions whose scan is missing, scans that come later, and captions that are none."""

from pathlib import Path

import pytest
from PIL import Image

from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import File, PassageKind, Photo
from archive_app.services import annotating, history, photos, sources
from archive_app.services.archives import Archive, open_archive
from archive_app.services.checking import check
from archive_app.services.importing import Status, import_files


@pytest.fixture
def caption(archive: Archive, cyrillic_article: Path) -> Photo:
    """The photo of which only the caption is known."""
    (outcome,) = import_files(archive, [cyrillic_article]).outcomes
    assert outcome.source_id is not None
    (photo,) = photos.photos_of_source(archive, outcome.source_id)
    return photo


def kind_of(archive: Archive, photo: Photo) -> PassageKind:
    assert photo.source_id is not None
    assert photo.ordinal is not None
    reading = sources.read_source(archive, photo.source_id)
    assert reading is not None
    return reading.passages[photo.ordinal].kind


def test_a_caption_gets_its_scan(archive: Archive, caption: Photo, picture: Path) -> None:
    assert photos.file_of(archive, caption) is None
    assert photos.thumbnail_of(archive, caption) is None
    photo = photos.attach_scan(archive, caption.id, picture)
    kept = photos.file_of(archive, photo)
    assert kept is not None
    assert kept.read_bytes() == picture.read_bytes()
    assert (photo.caption, photo.ordinal, photo.width) == (caption.caption, caption.ordinal, 320)
    history.undo(archive)
    assert photos.get_photo(archive, caption.id) == caption
    history.redo(archive)
    assert photos.get_photo(archive, caption.id) == photo
    assert check(archive).is_sound


def test_a_scan_must_be_an_image(archive: Archive, caption: Photo, latin_article: Path) -> None:
    with pytest.raises(UserError, match="is not an image"):
        photos.attach_scan(archive, caption.id, latin_article)
    with pytest.raises(NotFound):
        photos.attach_scan(archive, caption.id, latin_article.with_name("nema.jpg"))
    assert photos.get_photo(archive, caption.id) == caption
    assert len(archive.store.list(File)) == 1


def test_a_person_can_say_that_it_is_no_caption(archive: Archive, caption: Photo) -> None:
    photos.not_a_caption(archive, caption.id)
    assert kind_of(archive, caption) is PassageKind.PARAGRAPH
    assert photos.list_photos(archive) == []
    history.undo(archive)
    assert kind_of(archive, caption) is PassageKind.CAPTION
    assert [row.photo for row in photos.list_photos(archive)] == [caption]


def test_a_scan_is_never_lost_by_saying_that_its_text_is_no_caption(
    archive: Archive, caption: Photo, picture: Path
) -> None:
    photo = photos.attach_scan(archive, caption.id, picture)
    photos.not_a_caption(archive, photo.id)
    assert kind_of(archive, photo) is PassageKind.PARAGRAPH
    assert photos.get_photo(archive, photo.id) == photo


def test_a_photo_with_a_file_of_its_own_has_no_caption_in_a_text(archive: Archive, picture: Path) -> None:
    (outcome,) = import_files(archive, [picture]).outcomes
    assert outcome.photo_id is not None
    with pytest.raises(UserError, match="file of its own"):
        photos.not_a_caption(archive, outcome.photo_id)


def test_a_paragraph_can_be_made_a_caption_and_then_has_a_photo(archive: Archive, caption: Photo) -> None:
    assert caption.text_id is not None
    sources.set_passage_kind(archive, caption.text_id, 1, PassageKind.CAPTION)
    made, _old = [row.photo for row in photos.list_photos(archive)]
    assert made.caption.startswith("Ујутру 12. октобра 1944.")
    assert (made.text_id, made.ordinal, made.file_id) == (caption.text_id, 1, None)


def test_a_photo_is_described_with_dates_as_people_write_them(archive: Archive, caption: Photo) -> None:
    photo = photos.edit_photo(archive, caption.id, date="18–19. oktobar 1944", place=" Sava ")
    assert (photo.date, photo.first_day, photo.last_day, photo.place) == (
        "1944-10-18/1944-10-19",
        "1944-10-18",
        "1944-10-19",
        "Sava",
    )
    with pytest.raises(UserError, match="is not a date"):
        photos.edit_photo(archive, caption.id, date="kad je pao mrak")
    with pytest.raises(KeyError):
        photos.edit_photo(archive, caption.id, file_id="x")


def test_a_deleted_photo_comes_back_with_its_scan_and_notes(
    archive: Archive, caption: Photo, picture: Path
) -> None:
    photo = photos.attach_scan(archive, caption.id, picture)
    note = annotating.annotate_record(archive, photo, note="Levi čamac je isti kao na slici 4.")
    photos.remove_photo(archive, photo.id)
    assert photos.list_photos(archive) == []
    (again,) = import_files(archive, [picture]).outcomes
    assert again.status is Status.IMPORTED
    history.undo(archive)
    history.undo(archive)
    assert photos.get_photo(archive, photo.id) == photo
    assert annotating.get_annotation(archive, note.id).annotation == note
    assert photos.file_of(archive, photo) is not None


def test_a_lost_thumbnail_is_made_again_also_where_nothing_can_be_written(
    archive: Archive, caption: Photo, picture: Path
) -> None:
    photo = photos.attach_scan(archive, caption.id, picture)
    first = photos.thumbnail_of(archive, photo)
    assert first is not None
    first.unlink()
    assert photos.thumbnail_of(archive, photo) == first
    assert first.exists()
    first.unlink()
    archive.close()
    with open_archive(archive.folder, read_only=True) as reader:
        thumbnail = photos.thumbnail_of(reader, photo)
        assert thumbnail is not None
        assert thumbnail.exists()
        assert archive.folder not in thumbnail.parents
    assert not first.exists()


def test_photos_of_one_source_stand_together(archive: Archive, caption: Photo, picture: Path) -> None:
    import_files(archive, [picture])
    listed = photos.list_photos(archive)
    assert [(row.photo.caption, row.source is not None) for row in listed] == [
        ("bedem", False),
        (caption.caption, True),
    ]


def test_a_better_scan_takes_the_place_of_the_first(
    archive: Archive, caption: Photo, picture: Path, tmp_path: Path
) -> None:
    photos.attach_scan(archive, caption.id, picture)
    better = tmp_path / "better.png"
    Image.new("RGB", (40, 30), "navy").save(better)
    photos.attach_scan(archive, caption.id, better)
    kept = [file.name for file in archive.store.list(File) if file.media_type.startswith("image/")]
    assert kept == ["better.png"]
    history.undo(archive)
    stored = photos.file_of(archive, photos.get_photo(archive, caption.id))
    assert stored is not None
    assert stored.read_bytes() == picture.read_bytes()
