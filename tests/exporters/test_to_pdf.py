"""What a printed report holds, and what it never does."""

import difflib
import logging
import os
import pickle
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from archive_app.core.dossier import Dossier, DossierPhoto, Piece
from archive_app.core.errors import UserError
from archive_app.core.progress import Cancelled, Progress
from archive_app.exporters import FORMATS
from archive_app.exporters.to_pdf import write_pdf

from .dossiers import bilingual_dossier, cyrillic_excerpt, dossier_of, latin_excerpt

REFERENCE = Path(__file__).parent.parent / "reference"
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")

HOSTILE = {
    "markup": '#import "x.typ": * $ x^2 $ `raw` *b* _i_ <end> @ref // /* \\ ]',
    "html": "</script><!-- &amp;",
    "control characters": "a\x00b\x01c\x1fd\x7f\x9f",
    "a very long word": "ж" * 100_000,
    "no place to break": "a\xa0" * 20_000,
    "right to left": "\u202eשלום\u202c عربى \u2067x\u2069",
    "emoji": "👩‍👩‍👧 😀",
    "nothing": "",
    "only spaces": " \n\t ",
    "nothing visible": "\u200b\u200d\ufeff\u00ad",
    "stacked marks": "a" + "\u0301" * 500,
    "marks without a letter": "\u0301\u0489",
    "lone surrogates": "\ud800x\udfff",
    "private and non-characters": "\ue000\uf8ff\ufffe\uffff",
    "line ends": "a\r\nb\u2028c\x0bd\x85e",
}


def text_of(pdf: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", str(pdf), "-"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def failures(pdf: Path, profile: page.ValidationProfile) -> list[str]:
    return [
        f"{failure.rule_id}: {failure.message}"
        for failure in page.validate_pdf(pdf, profile=profile).failures
    ]


def internal_links(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        annotation
        for sheet in document.pages
        for annotation in sheet.obj.get("/Annots", [])
        if annotation.Subtype == "/Link"
    ]


def structure(document: pikepdf.Pdf) -> list[str]:
    """The tags of the document in reading order, indented by depth, without runs of text."""
    lines: list[str] = []

    def walk(item: pikepdf.Object, depth: int) -> None:
        if isinstance(item, pikepdf.Array):
            for child in item:
                walk(child, depth)
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            shown = str(item.S) != "/Span"
            if shown:
                language = f" {item.Lang}" if "/Lang" in item else ""
                lines.append("  " * depth + str(item.S).removeprefix("/") + language)
            if "/K" in item:
                walk(item.K, depth + shown)

    walk(document.Root.StructTreeRoot.K, 0)
    return lines


def differences(pdf: Path, reference: str) -> str:
    """How the text and the structure of a PDF differ from those in a file, "" where they do not."""
    lines = [" ".join(line.split()) for line in text_of(pdf).replace("\f", "\n----\n").splitlines()]
    read = [line for line in lines if line]
    with pikepdf.open(pdf) as document:
        read += ["==== structure", *structure(document)]
    expected = (REFERENCE / reference).read_text(encoding="utf-8").splitlines()
    return "\n".join(difflib.unified_diff(expected, read, "reference", "report", lineterm=""))


@needs_pdftotext
def test_the_report_reads_as_the_reference_does(tmp_path: Path, photo: Path) -> None:
    target = tmp_path / "report.pdf"
    write_pdf(bilingual_dossier(photo), target)
    assert differences(target, "bilingual_report.txt") == ""


def test_the_report_is_pdf_a_2a_and_pdf_ua_1(tmp_path: Path, photo: Path) -> None:
    target = tmp_path / "report.pdf"
    write_pdf(bilingual_dossier(photo), target)
    assert failures(target, page.ValidationProfile.PDF_A_2A) == []
    assert failures(target, page.ValidationProfile.PDF_UA_1) == []


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path, photo: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    write_pdf(bilingual_dossier(photo), first)
    write_pdf(bilingual_dossier(photo), second)
    assert first.read_bytes() == second.read_bytes()


@needs_pdftotext
def test_every_word_of_both_scripts_can_be_found_in_the_pdf(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    dossier = bilingual_dossier()
    write_pdf(dossier, target)
    joined = text_of(target).replace("-\n", "")
    found = {word.strip(".,;„“") for word in joined.split()}
    for excerpt in dossier.excerpts:
        for paragraph in excerpt.paragraphs:
            words = "".join(piece.text for piece in paragraph).split()
            assert {word.strip(".,;„“") for word in words} <= found


def test_both_scripts_are_named_as_serbian(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    write_pdf(
        replace(bilingual_dossier(), excerpts=(cyrillic_excerpt(), cyrillic_excerpt(), latin_excerpt())),
        target,
    )
    with pikepdf.open(target) as document:
        languages = {
            str(item.Lang)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary)
            and not isinstance(item, pikepdf.Stream)
            and "/Lang" in item
        }
        content = b"".join(sheet.obj.Contents.read_bytes() for sheet in document.pages)
        metadata = b"".join(document.Root.Metadata.read_bytes().split())
        assert str(document.Root.Lang) == "sr-Cyrl"
    assert languages <= {"sr-Cyrl", "sr-Latn", "en"}
    assert b"(hr)" not in content
    assert b"(sr)" not in content
    assert b"/Lang(sr-Latn)" in content
    assert b"<rdf:li>sr-Cyrl</rdf:li><rdf:li>sr-Latn</rdf:li>" in metadata


def test_notes_are_linked_both_ways(tmp_path: Path) -> None:
    with_notes, without = tmp_path / "with.pdf", tmp_path / "without.pdf"
    dossier = bilingual_dossier()
    bare = tuple(replace(excerpt, notes=()) for excerpt in dossier.excerpts)
    write_pdf(dossier, with_notes)
    write_pdf(replace(dossier, excerpts=bare), without)
    with pikepdf.open(with_notes) as linked, pikepdf.open(without) as unlinked:
        notes, tags_of_notes = 3, 3
        assert len(internal_links(linked)) - len(internal_links(unlinked)) == 2 * notes + tags_of_notes


def test_a_note_that_is_called_twice_or_never_breaks_nothing(tmp_path: Path) -> None:
    excerpt = latin_excerpt()
    twice = (Piece("prvi", (), (1,)), Piece("drugi", (), (1, 99)))
    write_pdf(
        replace(bilingual_dossier(), excerpts=(replace(excerpt, paragraphs=(twice,)),)), tmp_path / "r.pdf"
    )
    assert (tmp_path / "r.pdf").stat().st_size > 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_breaks_the_report_or_its_standards(tmp_path: Path, text: str) -> None:
    target = tmp_path / "report.pdf"
    excerpt = replace(latin_excerpt(), paragraphs=((Piece(text, (), (1,)),),))
    write_pdf(replace(bilingual_dossier(), excerpts=(excerpt,)), target)
    if len(text) < 1000:
        write_pdf(dossier_of(text), target)
    assert failures(target, page.ValidationProfile.PDF_A_2A) == []
    assert failures(target, page.ValidationProfile.PDF_UA_1) == []


@needs_pdftotext
def test_markup_is_printed_as_it_was_written(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    write_pdf(dossier_of(HOSTILE["markup"]), target)
    assert '#import "x.typ": * $ x^2 $ `raw` *b* _i_ <end> @ref // /* \\ ]' in " ".join(
        text_of(target).split()
    )


def test_what_cannot_be_printed_is_said(tmp_path: Path) -> None:
    excerpt = replace(latin_excerpt(), paragraphs=((Piece("Dim 😀 i\x00 plamen"),),))
    report = write_pdf(replace(bilingual_dossier(), excerpts=(excerpt,)), tmp_path / "report.pdf")
    assert report.dropped == (
        "1 character that the fonts of the report do not have was printed as �: 😀 (U+1F600).",
        "1 control character was left out.",
    )


def test_a_missing_photo_is_said_and_its_caption_stays(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    report = write_pdf(bilingual_dossier(tmp_path / "gone.jpg"), target)
    assert report.dropped == (
        "The file of the photo “Pogled s brda” is missing (gone.jpg); its caption was printed without it.",
    )
    with pikepdf.open(target) as document:
        assert not any(
            item.get("/Subtype") == "/Image" for item in document.objects if isinstance(item, pikepdf.Stream)
        )


def test_a_photo_of_several_excerpts_is_printed_once(tmp_path: Path, photo: Path) -> None:
    target = tmp_path / "report.pdf"
    shared = DossierPhoto("Brdo", photo)
    excerpts = tuple(replace(cyrillic_excerpt(), notes=(), photos=(shared,)) for _ in range(3))
    report = write_pdf(replace(bilingual_dossier(), excerpts=excerpts), target)
    with pikepdf.open(target) as document:
        figures = [line for line in structure(document) if line.split()[0] == "Figure"]
    assert len(figures) == 1
    assert report.dropped == ()


def test_an_empty_dossier_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no excerpt was chosen"):
        write_pdf(replace(bilingual_dossier(), excerpts=()), tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "place",
    [
        lambda folder: folder / "file" / "r.pdf",
        lambda folder: folder / "none" / "r.pdf",
        lambda folder: folder,
    ],
)
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, place: Callable[[Path], Path]) -> None:
    (tmp_path / "file").write_bytes(b"not a folder")
    with pytest.raises(UserError, match="Choose"):
        write_pdf(bilingual_dossier(), place(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    class Impatient(Progress):
        def __init__(self) -> None:
            self.steps = 0

        def is_cancelled(self) -> bool:
            self.steps += 1
            return self.steps > 2

    target = tmp_path / "report.pdf"
    target.write_bytes(b"the old report")
    with pytest.raises(Cancelled):
        write_pdf(bilingual_dossier(), target, Impatient())
    assert target.read_bytes() == b"the old report"
    assert list(tmp_path.iterdir()) == [target]


def test_empty_optional_parts_leave_no_trace(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    bare = replace(latin_excerpt(), citation=(), notes=(), events=(), tags=(), photos=())
    bare = replace(bare, paragraphs=((Piece("Samo jedan red."),),))
    write_pdf(Dossier(title="", date="2026-11-22", excerpts=(bare,), bibliography=()), target)
    with pikepdf.open(target) as document:
        tags = {line.split()[0] for line in structure(document)}
        assert str(document.docinfo.Title) == "Untitled"
    assert tags.isdisjoint({"H2", "Figure", "Table", "L"})


def test_the_typesetter_finishes_without_a_warning(
    tmp_path: Path, photo: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        write_pdf(bilingual_dossier(photo), tmp_path / "report.pdf")
    assert caplog.messages == []


def test_the_export_can_be_handed_to_another_process(tmp_path: Path) -> None:
    report = pickle.loads(pickle.dumps(FORMATS["pdf"]))(bilingual_dossier(), tmp_path / "report.pdf")
    assert pickle.loads(pickle.dumps(report)) == report
    assert report.excerpts == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_the_file_can_be_read_by_others(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    write_pdf(bilingual_dossier(), target)
    umask = os.umask(0)
    os.umask(umask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~umask
