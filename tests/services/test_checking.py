"""A check looks at the database, the stored files and the index, and tells what is wrong."""

import shutil
import sqlite3
from pathlib import Path

from archive_app.core.hits import Document, RecordKind
from archive_app.services import events, indexing, mentions
from archive_app.services.archives import Archive, open_archive
from archive_app.services.checking import check
from archive_app.services.importing import import_files
from helpers.desk import Desk


def test_a_sound_archive_is_told_with_what_it_holds(desk: Desk, picture: Path) -> None:
    import_files(desk.archive, [picture])
    desk.mark(desk.latin, "Pekar Ilija")
    desk.mark(desk.latin, "Pismonoša Vuk", note="ko je?")
    events.add_event(desk.archive, "Povratak")
    report = check(desk.archive)
    assert report.is_sound
    assert report.files == 3
    assert report.records == {"sources": 2, "photos": 3, "annotations": 2, "events": 1, "files": 3}
    # 12 passages, 2 sources, 3 photos, 1 event and the one annotation that has words.
    assert report.documents == 19
    assert report.dated == 2


def test_every_fault_is_told_in_plain_words(desk: Desk, picture: Path) -> None:
    import_files(desk.archive, [picture])
    files = [path for path in (desk.archive.folder / "media").rglob("*") if path.is_file()]
    image = next(path for path in files if path.stat().st_size == picture.stat().st_size)
    image.write_bytes(bytes(100))
    next(path for path in files if path != image).unlink()
    report = check(desk.archive)
    assert not report.is_sound
    assert len(report.faults) == 2
    assert sum("is missing" in fault for fault in report.faults) == 1
    (changed,) = [fault for fault in report.faults if "no longer as it was stored" in fault]
    assert "bedem.jpg" in changed
    assert image.name in changed


def test_a_check_brings_the_index_up_to_date(desk: Desk) -> None:
    shutil.rmtree(desk.archive.folder / "index", ignore_errors=True)
    report = check(desk.archive)
    assert report.is_sound
    assert report.documents == indexing.index_of(desk.archive).document_count == 16


def test_a_check_finds_the_dates_of_texts_that_nobody_came_to(desk: Desk) -> None:
    assert mentions.state(desk.archive).known == 0
    assert check(desk.archive).dated == 2
    assert mentions.state(desk.archive).is_complete


def test_an_index_that_holds_what_the_archive_does_not_is_a_fault(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    index = indexing.index_of(desk.archive)
    stray = Document(kind=RecordKind.EVENT, record_id="stray", text="Niotkuda")
    index.catch_up([("stray", [stray])], index.seen, index.mark)
    (fault,) = check(desk.archive).faults
    assert "The index has 17 entries, but should have 16" in fault
    desk.archive.close()
    shutil.rmtree(desk.archive.folder / "index" / "words")
    with open_archive(desk.archive.folder) as again:
        assert check(again).is_sound


def test_letters_that_were_changed_behind_the_archive_are_a_fault(
    archive: Archive, latin_article: Path
) -> None:
    import_files(archive, [latin_article])
    folder = archive.folder
    archive.close()
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute("DROP TRIGGER letters_never_change")
    connection.execute("DROP TRIGGER letters_update_guarded")
    connection.execute("UPDATE letters SET letters = replace(letters, 'Grad', 'Selo')")
    connection.commit()
    connection.close()
    with open_archive(folder) as reopened:
        assert [fault for fault in check(reopened).faults if "no longer as it was stored" in fault]
