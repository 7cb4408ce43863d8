"""What the printed dossier of an event holds."""

import shutil
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest

from archive_app.core.dossier import Dossier, DossierNote, Piece
from archive_app.core.errors import UserError
from archive_app.core.event_dossier import EventChapter
from archive_app.exporters.cleaning import Cleaner
from archive_app.exporters.photos import PhotoFolder
from archive_app.exporters.report_data import report_data
from archive_app.exporters.to_pdf import MOST_IN_ONE, write_pdf

from .event_dossiers import STATION, VUK, claim, event_dossier, many_claims, station, storm
from .test_to_pdf import HOSTILE, differences, failures, internal_links, structure, text_of

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def words_of(pdf: Path) -> str:
    return " ".join(text_of(pdf).split())


def tags_of(pdf: Path) -> list[str]:
    with pikepdf.open(pdf) as document:
        return [line.split()[0] for line in structure(document)]


def alternatives(pdf: Path) -> list[str]:
    with pikepdf.open(pdf) as document:
        return [
            str(item.Alt)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and "/Alt" in item
        ]


@needs_pdftotext
def test_the_dossier_reads_as_the_reference_does(tmp_path: Path, photo: Path) -> None:
    target = tmp_path / "dossier.pdf"
    write_pdf(event_dossier(photo), target)
    assert differences(target, "event_dossier.txt") == ""


@needs_pdftotext
def test_the_dossier_tells_the_dating_the_claims_and_their_agreement(tmp_path: Path, photo: Path) -> None:
    target = tmp_path / "dossier.pdf"
    report = write_pdf(event_dossier(photo), target)
    assert (report.events, report.claims, report.excerpts, report.dropped) == (2, 3, 4, ())
    told = words_of(target)
    for expected in (
        "20 October 1944, Beograd",
        "dnevnik bataljona",
        "October 1944, until 2 March 2026, changed by Ana Ilić",
        "Вук Марић (1901–1977), also Vuk Marić, Wuk",
        "Avala; 44°41′24″ N",
        "They disagree on the date: 15 October 1944; 20 October 1944.",
        "same date",
        "in conflict",
        "against: 20",
        "The source states no date, place or people.",
        "Проверити у архиву.",
        "No passage is tied to this event yet.",
        "Part of Zauzimanje stanice",
        "2 events: 3 claims from 1 source",
    ):
        assert expected in told, expected


@needs_pdftotext
def test_every_word_of_the_quotations_of_both_scripts_can_be_found(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    dossier = event_dossier()
    write_pdf(dossier, target)
    found = {word.strip(".,;„“") for word in text_of(target).replace("-\n", "").split()}
    for excerpt in dossier.every_excerpt():
        for paragraph in excerpt.paragraphs:
            words = "".join(piece.text for piece in paragraph).split()
            assert {word.strip(".,;„“") for word in words} <= found


def test_the_dossier_is_pdf_a_2a_and_pdf_ua_1(tmp_path: Path, photo: Path) -> None:
    target = tmp_path / "dossier.pdf"
    for dossier in (event_dossier(photo), several(photo)):
        write_pdf(dossier, target)
        assert failures(target, page.ValidationProfile.PDF_A_2A) == []
        assert failures(target, page.ValidationProfile.PDF_UA_1) == []


def several(photo: Path | None = None) -> Dossier:
    other = replace(
        station(), event=replace(STATION, id="01900000-0000-7000-8000-000000000009"), claims=(), notes=()
    )
    return replace(event_dossier(photo), chapters=(station(photo), storm(), other))


def test_the_table_has_a_head_for_readers_who_cannot_see_it(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    write_pdf(event_dossier(), target)
    tags = tags_of(target)
    assert tags.count("Table") == 1
    assert tags.count("TH") == 6
    assert tags.count("TR") == 4


def test_columns_that_no_source_fills_are_left_out(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    bare = claim(3)
    write_pdf(replace(event_dossier(), chapters=(replace(station(), claims=(bare,)),)), target)
    assert tags_of(target).count("TH") == 4


@needs_pdftotext
def test_the_head_of_a_long_table_stands_on_every_page(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    report = write_pdf(many_claims(60), target)
    pages = text_of(target).split("\f")
    with_table = [text for text in pages if "With the date" in text]
    assert len(with_table) >= 3
    assert report.claims == 60
    assert tags_of(target).count("Table") == 1


@needs_pdftotext
def test_the_picture_is_read_in_words_and_letters_of_both_scripts(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    dossier = event_dossier()
    write_pdf(dossier, target)
    told = words_of(target)
    assert "What the sources say" in told
    assert "a source that gives another date" in told
    (said,) = alternatives(target)
    assert said.startswith("Timeline of “Zauzimanje stanice”: Zauzimanje stanice (20 October 1944")
    assert "Јуриш (20 October 1944, at dawn)" in said
    assert "Извештај (15 October 1944)" in said


@needs_pdftotext
def test_several_events_have_contents_an_overview_and_an_index(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    write_pdf(several(), target)
    pages = text_of(target).split("\f")
    assert "Contents" in pages[1]
    assert "1 Zauzimanje stanice" in " ".join(pages[1].split())
    assert "Timeline" in pages[2]
    index = " ".join(pages[-2].split())
    assert "Index" in index
    assert VUK.authority.name in index
    assert len(alternatives(target)) == 2


def test_claims_are_linked_from_the_table(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    write_pdf(many_claims(10), target)
    with pikepdf.open(target) as document:
        found = dict.fromkeys(str(link.Dest) for link in internal_links(document) if "/Dest" in link)
    assert [name for name in found if name.startswith("k")] == [f"k{number}" for number in range(1, 11)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_breaks_the_dossier_or_its_standards(tmp_path: Path, text: str) -> None:
    target = tmp_path / "dossier.pdf"
    write_pdf(replace(event_dossier(), title=text, chapters=(hostile(text[:1000]),)), target)
    assert failures(target, page.ValidationProfile.PDF_A_2A) == []
    assert failures(target, page.ValidationProfile.PDF_UA_1) == []


def hostile(text: str) -> EventChapter:
    """A chapter in which every text that a person can write is `text`."""
    one = claim(2)
    assert one.source is not None
    stated = replace(
        one,
        link=replace(one.link, says_where=text, says_who=text, note=text),
        source=replace(one.source, title=text, creator=text, call_number=text),
        excerpt=replace(one.excerpt, title=text, paragraphs=((Piece(text),),)),
        names=(replace(VUK, authority=replace(VUK.authority, name=text), variants=(text,)),),
    )
    return replace(
        station(),
        event=replace(STATION, title=text, place=text, note=text, reason=text),
        claims=(stated,),
        names=stated.names,
        notes=(DossierNote(5, text, (text,)),),
        tags=(text,),
        above=(replace(STATION, id="x", title=text),),
        parts=(replace(STATION, id="y", title=text),),
    )


@needs_pdftotext
def test_markup_is_printed_as_it_was_written(tmp_path: Path) -> None:
    target = tmp_path / "dossier.pdf"
    write_pdf(replace(event_dossier(), chapters=(hostile('#import "x.typ": * $ x^2 $ <end>'),)), target)
    assert '#import "x.typ": * $ x^2 $ <end>' in words_of(target)


def test_more_than_one_pdf_can_hold_is_refused(tmp_path: Path) -> None:
    whole = replace(event_dossier(), chapters=(replace(station(), claims=(claim(1),) * MOST_IN_ONE),))
    with pytest.raises(UserError, match=r"too many for one PDF.*\.csv"):
        write_pdf(whole, tmp_path / "dossier.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_dates_in_dispute_stand_in_the_order_of_time(tmp_path: Path) -> None:
    dossier = event_dossier()
    chapter = dossier.chapters[0]
    before = replace(chapter.claims[1].link, says_when="[..1944-10-15]", first_day=None)
    claims = (chapter.claims[0], replace(chapter.claims[1], link=before))
    data = report_data(
        replace(dossier, chapters=(replace(chapter, claims=claims),)), Cleaner(), PhotoFolder(tmp_path)
    )
    said = "".join(words for _language, words in data["chapters"][0]["standing"])
    assert said.endswith("They disagree on the date: 15 October 1944 or earlier; 20 October 1944.")


def test_a_source_described_at_length_does_not_fill_a_page_of_the_table(tmp_path: Path) -> None:
    dossier = event_dossier()
    chapter = dossier.chapters[0]
    first = chapter.claims[0]
    assert first.source is not None
    many = replace(first, source=replace(first.source, creator="Jovan Marić i drugi, " * 500))
    data = report_data(
        replace(dossier, chapters=(replace(chapter, claims=(many,)),)), Cleaner(), PhotoFolder(tmp_path)
    )
    (row,) = data["chapters"][0]["table"]["rows"]
    said = "".join(words for _language, words in row["source"]["detail"])
    assert said.startswith("Jovan Marić i drugi")
    assert len(said) <= 120
