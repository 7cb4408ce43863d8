"""Files come in, whatever they are; those that cannot are refused with a reason and never stop the others."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.core.progress import Progress
from archive_app.core.records import File, PassageKind, Photo, Script, SourceKind
from archive_app.services import annotating, history, photos, sources
from archive_app.services.archives import Archive, create_archive, open_archive
from archive_app.services.checking import check
from archive_app.services.importing import Details, Status, import_files
from helpers.articles import CYRILLIC, LATIN
from helpers.disks import fill_up, mounted


class StopAfter(Progress):
    """A person who presses cancel after some files."""

    def __init__(self, files: int) -> None:
        self._left = files

    def report(self, done: int, total: int, text: str) -> None:
        self._left = self._left - 1 if total > 1 else self._left

    def is_cancelled(self) -> bool:
        return self._left < 0


def media_files(archive: Archive) -> list[Path]:
    return [path for path in (archive.folder / "media").rglob("*") if path.is_file()]


def test_a_text_comes_in_with_its_letters_passages_and_caption(archive: Archive, latin_article: Path) -> None:
    (outcome,) = import_files(archive, [latin_article]).outcomes
    assert (outcome.status, outcome.title, outcome.captions) == (Status.IMPORTED, "Grad pod tvrđavom", 1)
    assert (outcome.encoding, outcome.encoding_basis) == ("utf-8", "certain")
    assert outcome.source_id is not None
    reading = sources.read_source(archive, outcome.source_id)
    assert reading is not None
    assert reading.letters == LATIN
    assert reading.source.script is Script.LATIN
    assert [passage.kind for passage in reading.passages] == [
        PassageKind.HEADING,
        PassageKind.PARAGRAPH,
        PassageKind.PARAGRAPH,
        PassageKind.CAPTION,
        PassageKind.PARAGRAPH,
        PassageKind.PARAGRAPH,
    ]
    (kept,) = media_files(archive)
    assert kept.read_bytes() == latin_article.read_bytes()


def test_the_original_bytes_are_kept_and_the_encoding_written_down(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "staro.txt"
    path.write_bytes(LATIN.replace("\n", "\r\n").encode("cp1250"))
    (outcome,) = import_files(archive, [path]).outcomes
    assert outcome.source_id is not None
    reading = sources.read_source(archive, outcome.source_id)
    assert reading is not None
    assert reading.letters == LATIN
    assert (reading.text.encoding, reading.text.encoding_basis) == (outcome.encoding, outcome.encoding_basis)
    assert reading.text.encoding == "cp1250"
    (kept,) = media_files(archive)
    assert kept.read_bytes() == path.read_bytes()


def test_a_person_may_say_how_the_bytes_are_to_be_read(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "dani.txt"
    path.write_bytes(CYRILLIC.encode("cp1251"))
    (outcome,) = import_files(archive, [path], Details(encoding="windows-1251")).outcomes
    assert outcome.encoding_basis == "chosen"
    assert outcome.title == "Дани под бедемом"


def test_an_image_comes_in_with_caption_size_and_thumbnail(archive: Archive, picture: Path) -> None:
    details = Details(caption="Бедем с реке", date="oko 1944", place="Beograd", credit="J. Ćirić")
    (outcome,) = import_files(archive, [picture], details).outcomes
    assert outcome.photo_id is not None
    photo = photos.get_photo(archive, outcome.photo_id)
    assert (photo.caption, photo.date, photo.first_day, photo.place, photo.credit) == (
        "Бедем с реке",
        "1944~",
        "1944-01-01",
        "Beograd",
        "J. Ćirić",
    )
    assert (photo.width, photo.height) == (320, 200)
    kept = photos.file_of(archive, photo)
    thumbnail = photos.thumbnail_of(archive, photo)
    assert kept is not None
    assert thumbnail is not None
    assert kept.read_bytes() == picture.read_bytes()
    assert thumbnail.read_bytes().startswith(b"\xff\xd8")


def test_what_a_person_says_describes_the_source(archive: Archive, latin_article: Path) -> None:
    details = Details(
        title="Naslov po želji",
        kind="letter",
        creator="J. Ćirić",
        publisher="Glasnik",
        date="20. oktobar 1944",
        place="Beograd",
        call_number="F-3/7",
        rights="javno dobro",
        url="https://example.org",
    )
    (outcome,) = import_files(archive, [latin_article], details).outcomes
    assert outcome.source_id is not None
    source = sources.get_source(archive, outcome.source_id)
    assert (source.title, source.kind, source.creator) == ("Naslov po želji", SourceKind.LETTER, "J. Ćirić")
    assert (source.date, source.first_day, source.last_day) == ("1944-10-20", "1944-10-20", "1944-10-20")
    assert (source.call_number, source.publisher, source.place) == ("F-3/7", "Glasnik", "Beograd")
    assert (source.rights, source.url) == ("javno dobro", "https://example.org")


def test_the_same_bytes_are_reported_and_not_doubled(
    archive: Archive, latin_article: Path, picture: Path, tmp_path: Path
) -> None:
    copies = [tmp_path / "prepis.txt", tmp_path / "slika.jpg"]
    for original, copy in zip((latin_article, picture), copies, strict=True):
        shutil.copy(original, copy)
    first = import_files(archive, [latin_article, picture])
    again = import_files(archive, [*copies, latin_article])
    assert [outcome.status for outcome in again.outcomes] == [Status.SKIPPED] * 3
    assert [outcome.reason for outcome in again.outcomes] == [
        "prepis.txt is in the archive already, as “Grad pod tvrđavom”.",
        "slika.jpg is in the archive already, as “bedem”.",
        "grad.txt is in the archive already, as “Grad pod tvrđavom”.",
    ]
    assert again.outcomes[0].source_id == first.outcomes[0].source_id
    assert again.outcomes[1].photo_id == first.outcomes[1].photo_id
    assert len(sources.list_sources(archive)) == 1
    assert len(media_files(archive)) == 2
    assert [action.name for action in history.history(archive)] == ["Import “Grad pod tvrđavom” and 1 more"]


def test_the_same_file_twice_in_one_call_comes_in_once(archive: Archive, latin_article: Path) -> None:
    report = import_files(archive, [latin_article, latin_article])
    assert [outcome.status for outcome in report.outcomes] == [Status.IMPORTED, Status.SKIPPED]


def test_what_was_undone_can_be_imported_again(archive: Archive, latin_article: Path) -> None:
    import_files(archive, [latin_article])
    history.undo(archive)
    (outcome,) = import_files(archive, [latin_article]).outcomes
    assert outcome.status is Status.IMPORTED
    assert len(sources.list_sources(archive)) == 1


def test_a_deleted_source_can_be_imported_again(archive: Archive, latin_article: Path, picture: Path) -> None:
    text, image = import_files(archive, [latin_article, picture]).outcomes
    assert text.source_id is not None
    assert image.photo_id is not None
    sources.remove_source(archive, text.source_id)
    photos.remove_photo(archive, image.photo_id)
    report = import_files(archive, [latin_article, picture])
    assert [outcome.status for outcome in report.outcomes] == [Status.IMPORTED, Status.IMPORTED]


def test_files_that_cannot_come_in_never_stop_the_others(
    archive: Archive, latin_article: Path, cyrillic_article: Path, picture: Path, tmp_path: Path
) -> None:
    spoiled = {
        "prazno.txt": b"",
        "program.txt": bytes(range(256)) * 40,
        "nule.txt": b"Ovo je pismo\0sa nulom\0" * 20,
        "slika.jpg": picture.read_bytes()[:700],
        "nije-slika.png": b"Ovo je pismo, a ne slika.",
    }
    for name, content in spoiled.items():
        (tmp_path / name).write_bytes(content)
    files = [latin_article, *(tmp_path / name for name in spoiled), tmp_path / "nema.txt", cyrillic_article]
    report = import_files(archive, files)
    assert [outcome.path for outcome in report.of(Status.IMPORTED)] == [latin_article, cyrillic_article]
    refused = report.of(Status.REFUSED)
    assert [outcome.path.name for outcome in refused] == [*spoiled, "nema.txt"]
    for outcome in refused:
        assert outcome.path.name in outcome.reason
        assert "fault of this program" not in outcome.reason
    assert len(media_files(archive)) == 2
    assert check(archive).is_sound


def test_an_image_with_a_wrong_extension_is_taken_for_what_it_is(
    archive: Archive, picture: Path, tmp_path: Path
) -> None:
    disguised = tmp_path / "beleške.txt"
    shutil.copy(picture, disguised)
    (outcome,) = import_files(archive, [disguised]).outcomes
    assert outcome.photo_id is not None
    assert photos.get_photo(archive, outcome.photo_id).width == 320


def test_cancelling_keeps_what_was_done(archive: Archive, tmp_path: Path) -> None:
    files = []
    for number in range(5):
        files.append(tmp_path / f"list {number}.txt")
        files[-1].write_text(f"Ovo je {number}. list iz jedne stare sveske, a ostali su izgubljeni.")
    report = import_files(archive, files, progress=StopAfter(2))
    assert report.cancelled
    assert [outcome.path for outcome in report.outcomes] == files[: len(report.outcomes)]
    assert 1 <= len(report.outcomes) < 5
    assert len(sources.list_sources(archive)) == len(report.outcomes)
    rest = import_files(archive, files)
    assert len(rest.of(Status.SKIPPED)) == len(report.outcomes)
    assert len(sources.list_sources(archive)) == 5


def test_a_folder_stands_for_the_files_in_it_without_hidden_ones(
    archive: Archive, latin_article: Path, cyrillic_article: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "fascikla"
    for path in ("b/grad.txt", "a.txt", ".skriveno.txt", ".git/config.txt"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{path}: pismo iz fascikle, kratko, ali ipak pismo.")
    report = import_files(archive, [cyrillic_article, folder])
    assert [outcome.path for outcome in report.of(Status.IMPORTED)] == [
        cyrillic_article,
        folder / "a.txt",
        folder / "b" / "grad.txt",
    ]


def test_the_files_of_one_import_are_undone_and_redone_as_one(
    archive: Archive, latin_article: Path, cyrillic_article: Path, picture: Path
) -> None:
    import_files(archive, [latin_article, cyrillic_article, picture])
    before = [row.source for row in sources.list_sources(archive)]
    action = history.next_undo(archive)
    assert action is not None
    assert action.name == "Import “Grad pod tvrđavom” and 2 more"
    history.undo(archive)
    assert sources.list_sources(archive) == []
    assert photos.list_photos(archive) == []
    assert history.next_undo(archive) is None
    history.redo(archive)
    assert [row.source for row in sources.list_sources(archive)] == before
    assert len(photos.list_photos(archive)) == 3
    reading = sources.read_source(archive, before[0].id)
    assert reading is not None
    assert reading.letters in (LATIN, CYRILLIC)
    assert len(reading.passages) == 6
    assert check(archive).is_sound


@pytest.mark.parametrize(
    ("details", "words"),
    [
        (Details(date="juče"), "is not a date"),
        (Details(date="1944-10-32"), "1944-10-32"),
        (Details(title="Jedan"), "for one file only"),
        (Details(caption="Jedan"), "for one file only"),
    ],
)
def test_details_that_cannot_be_meant_are_refused_before_anything_comes_in(
    archive: Archive, latin_article: Path, cyrillic_article: Path, details: Details, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        import_files(archive, [latin_article, cyrillic_article], details)
    assert sources.list_sources(archive) == []
    assert media_files(archive) == []


def test_a_kind_that_does_not_exist_refuses_the_file_and_leaves_nothing(
    archive: Archive, latin_article: Path
) -> None:
    with pytest.raises(UserError, match="no kind of source called “roman”"):
        import_files(archive, [latin_article], Details(kind="roman"))
    assert media_files(archive) == []


def test_nothing_comes_into_an_archive_that_is_read_only(archive: Archive, latin_article: Path) -> None:
    archive.close()
    with open_archive(archive.folder, read_only=True) as reader:
        (outcome,) = import_files(reader, [latin_article]).outcomes
        assert outcome.status is Status.REFUSED
        assert "open for reading only" in outcome.reason
        assert media_files(reader) == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems have only Unicode names")
def test_a_name_that_is_no_unicode_does_no_harm(
    archive: Archive, tmp_path: Path, latin_article: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\x9alanak.txt"))
    path.write_bytes(b"Ovo je pismo iz stare kutije, bez naslova i bez potpisa na kraju.")
    first, second = import_files(archive, [path, latin_article]).outcomes
    assert (first.status, second.status) == (Status.IMPORTED, Status.IMPORTED)
    (file,) = [name for (name,) in archive.store.rows("SELECT name FROM files WHERE name LIKE '%lanak.txt'")]
    assert file.isprintable()


def test_a_full_disk_refuses_the_file_and_leaves_the_archive_as_it_was(
    tmp_path: Path, latin_article: Path
) -> None:
    with mounted(tmp_path / "disk", 3) as disk, create_archive(disk / "archive") as archive:
        import_files(archive, [latin_article])
        book = tmp_path / "knjiga.txt"
        book.write_text(
            "".join(
                f"Pasus {number} kaže da je grad spavao, a da je voda tekla. " * 10 + "\n\n"
                for number in range(1600)
            )
        )
        filler = fill_up(disk, leave=1_400_000)
        (outcome,) = import_files(archive, [book]).outcomes
        assert outcome.status is Status.REFUSED
        assert "is full; nothing was changed" in outcome.reason
        assert len(media_files(archive)) == 1
        assert len(sources.list_sources(archive)) == 1
        filler.unlink()
        assert check(archive).is_sound


def test_a_caption_becomes_a_photo_whose_scan_is_missing(archive: Archive, cyrillic_article: Path) -> None:
    (outcome,) = import_files(archive, [cyrillic_article]).outcomes
    assert outcome.source_id is not None
    (photo,) = photos.photos_of_source(archive, outcome.source_id)
    assert photo.caption == "Чамци на Сави код моста. Октобар 1944, Ђорђе Савић"
    assert (photo.date, photo.first_day, photo.last_day) == ("1944-10", "1944-10-01", "1944-10-31")
    assert (photo.credit, photo.ordinal, photo.file_id) == ("Ђорђе Савић", 3, None)
    assert archive.store.list(Photo) == [photo]


def test_a_lost_stored_file_is_put_back_by_importing_its_bytes_again(
    archive: Archive, latin_article: Path
) -> None:
    import_files(archive, [latin_article])
    stored = (
        archive.folder / "media" / archive.store.list(File)[0].sha256[:2] / archive.store.list(File)[0].sha256
    )
    stored.unlink()
    (outcome,) = import_files(archive, [latin_article]).outcomes
    assert outcome.status is Status.SKIPPED
    assert "put back" in outcome.reason
    assert stored.read_bytes() == latin_article.read_bytes()


class ActAfter(Progress):
    """Something that happens while a long import runs, after some files."""

    def __init__(self, files: int, act: Callable[[], object]) -> None:
        self._left, self._act = files, act

    def report(self, done: int, total: int, text: str) -> None:
        if total > 1 and done == self._left:
            self._left = -1
            self._act()


def four_files(folder: Path) -> list[Path]:
    for number in range(4):
        (folder / f"pismo {number}.txt").write_text(f"Pismo broj {number} je stiglo jutros poštom.\n")
    return sorted(folder.glob("pismo*.txt"))


def test_undo_while_an_import_runs_takes_back_what_came_in_and_can_go_on(
    archive: Archive, tmp_path: Path
) -> None:
    import_files(archive, four_files(tmp_path), progress=ActAfter(2, lambda: history.undo(archive)))
    assert len(sources.list_sources(archive)) == 2
    history.undo(archive)
    assert sources.list_sources(archive) == []
    history.redo(archive)
    assert len(sources.list_sources(archive)) == 2


def test_a_note_written_while_an_import_runs_is_undone_before_the_import(
    archive: Archive, tmp_path: Path
) -> None:
    def write_a_note() -> None:
        annotating.annotate_record(archive, sources.list_sources(archive)[0].source, note="Proveriti datum.")

    import_files(archive, four_files(tmp_path), progress=ActAfter(2, write_a_note))
    assert history.next_undo(archive).name.startswith("Add note")
    history.undo(archive)
    history.undo(archive)
    assert sources.list_sources(archive) == []
    assert history.next_undo(archive) is None


def test_an_image_whose_name_says_otherwise_is_remarked(
    archive: Archive, picture: Path, tmp_path: Path
) -> None:
    misnamed = tmp_path / "misnamed.webp"
    shutil.copy2(picture, misnamed)
    (outcome,) = import_files(archive, [misnamed]).outcomes
    assert outcome.status is Status.IMPORTED
    assert "in truth" in outcome.remark
