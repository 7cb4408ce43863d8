"""Excerpts are printed as a PDF that holds every word of both scripts."""

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from archive_app.core.errors import UserError
from archive_app.core.progress import Cancelled, Progress
from archive_app.services import annotating, events, photos
from archive_app.services.archives import open_archive
from archive_app.services.exporting import export_pdf
from archive_app.services.work import ProcessWork
from helpers.desk import Desk


@pytest.fixture
def event_id(desk: Desk, picture: Path) -> str:
    """An event on which the two articles disagree, beside a photo."""
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10")
    late = desk.mark(desk.latin, "u zoru 20. oktobra", note="po Vuku", tags=["datum"])
    early = desk.mark(desk.cyrillic, "15. октобра пред вече", note="по Јелени")
    events.link(desk.archive, late.id, event.id, says_when="1944-10-20")
    events.link(desk.archive, early.id, event.id, says_when="1944-10-15")
    (caption,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    photos.attach_scan(desk.archive, caption.id, picture)
    return event.id


def test_a_pdf_is_written_and_its_words_can_be_read_back(desk: Desk, event_id: str, tmp_path: Path) -> None:
    target = tmp_path / "stanica.pdf"
    report = export_pdf(desk.archive, target, event_id=event_id, day="2026-01-02", author="J. Ćirić")
    assert (report.excerpts, report.dropped) == (2, ())
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == report.pages
        assert sum(len(page.get_images()) for page in pdf.pages) == 1
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run(
        ["pdftotext", target, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    text = text.replace("\u00ad\n", "")
    words = set(text.split())
    for expected in ("Pismonoša", "Јелена,", "tvrđavom", "бедемом", "Vuku", "Јелени", "J.", "Ćirić"):
        assert expected in words
    assert "20 October 1944" in " ".join(text.split())
    assert "15 October 1944" in " ".join(text.split())


def test_the_same_choice_gives_the_same_bytes_here_and_in_another_process(
    desk: Desk, event_id: str, tmp_path: Path
) -> None:
    export_pdf(desk.archive, tmp_path / "1.pdf", event_id=event_id, day="2026-01-02", author="J. Ćirić")
    desk.archive.close()
    with open_archive(desk.archive.folder, work=ProcessWork()) as again:
        export_pdf(again, tmp_path / "2.pdf", event_id=event_id, day="2026-01-02", author="J. Ćirić")
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_a_target_that_cannot_be_written_is_told_and_nothing_is_left(
    desk: Desk, event_id: str, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*"))
    for target in (tmp_path / "nema" / "x.pdf", tmp_path):
        with pytest.raises(UserError):
            export_pdf(desk.archive, target, event_id=event_id)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_cancelled_export_leaves_the_file_that_was_there(desk: Desk, event_id: str, tmp_path: Path) -> None:
    class Impatient(Progress):
        def is_cancelled(self) -> bool:
            return True

    (tmp_path / "stanica.pdf").write_text("ranije")
    with pytest.raises(Cancelled):
        export_pdf(desk.archive, tmp_path / "stanica.pdf", event_id=event_id, progress=Impatient())
    assert (tmp_path / "stanica.pdf").read_text() == "ranije"


def test_a_note_on_an_event_is_printed_with_it(desk: Desk, tmp_path: Path) -> None:
    event = events.add_event(desk.archive, "Paljenje skladišta", when="1944-10-12")
    annotating.annotate_record(desk.archive, event, note="Zapisnik o štetama nije sačuvan.")
    report = export_pdf(desk.archive, tmp_path / "out.pdf", event_id=event.id)
    assert report.excerpts == 1
