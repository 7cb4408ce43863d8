"""A timeline on printed pages."""

import shutil
from pathlib import Path

import page
import pikepdf
import pytest

from archive_app.core.errors import UserError
from archive_app.core.timeline import Lane
from archive_app.exporters.pictures import Drawing
from archive_app.exporters.timeline_to_pdf import write_timeline
from archive_app.exporters.to_svg import Heading

from .test_to_pdf import HOSTILE, failures, text_of
from .test_to_svg import entry, october

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def drawing(*lanes: Lane, title: str = "Хронологија октобра") -> Drawing:
    return Drawing(lanes or tuple(october()), Heading(title, 2), headed=True, day="2026-01-02")


@needs_pdftotext
def test_the_page_shows_titles_of_both_scripts_as_words(tmp_path: Path) -> None:
    target = tmp_path / "vreme.pdf"
    assert write_timeline(drawing(), target) == 1
    told = " ".join(text_of(target).split())
    for expected in ("Хронологија октобра", "Zauzimanje stanice", "Почетак напада", "2 events have no date"):
        assert expected in told
    with pikepdf.open(target) as document:
        assert str(document.docinfo.Title) == "Хронологија октобра"
        (left, bottom, right, top) = (float(side) for side in document.pages[0].mediabox)
        assert (round((right - left) / 72 * 25.4), round((top - bottom) / 72 * 25.4)) == (297, 210)


def test_many_events_take_several_pages_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    every = tuple(entry(f"Događaj {number}", "1944-10-20") for number in range(50))
    for name in ("first.pdf", "second.pdf"):
        assert write_timeline(drawing(Lane("Beograd", every)), tmp_path / name) == 3
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_title_breaks_the_standards(tmp_path: Path, text: str) -> None:
    target = tmp_path / "vreme.pdf"
    text = text[:1000]
    write_timeline(drawing(Lane(text, (entry(text, "1944-10-20"),)), title=text), target)
    assert failures(target, page.ValidationProfile.PDF_A_2A) == []
    assert failures(target, page.ValidationProfile.PDF_UA_1) == []


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Choose"):
        write_timeline(drawing(), tmp_path / "nema" / "vreme.pdf")
    assert list(tmp_path.iterdir()) == []
