"""What is chosen becomes excerpts: whole paragraphs with marks, numbered notes, events and photos."""

from pathlib import Path

import pytest

from archive_app.core.dossier import Dossier, Excerpt, Piece
from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import Colour, Script
from archive_app.core.spans import Span
from archive_app.services import annotating, indexing, photos, sources
from archive_app.services.dossiers import LONG_PASSAGE
from archive_app.services.exporting import make_dossier
from helpers.desk import Desk, reading_of


def letters_of(excerpt: Excerpt) -> list[str]:
    return ["".join(piece.text for piece in paragraph) for paragraph in excerpt.paragraphs]


def coloured(excerpt: Excerpt) -> list[tuple[str, tuple[Colour, ...]]]:
    return [
        (piece.text, piece.colours)
        for paragraph in excerpt.paragraphs
        for piece in paragraph
        if piece.colours
    ]


def notes_of(dossier: Dossier) -> list[tuple[int, str]]:
    return [(note.number, note.text) for excerpt in dossier.excerpts for note in excerpt.notes]


def test_a_mark_is_printed_with_its_whole_paragraph(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", colour=Colour.GREEN)
    dossier = make_dossier(desk.archive, source_id=desk.latin.source.id)
    (excerpt,) = dossier.excerpts
    paragraph = desk.latin.passages[2]
    assert letters_of(excerpt) == [desk.latin.letters[paragraph.start : paragraph.end]]
    assert coloured(excerpt) == [("Pekar Ilija", (Colour.GREEN,))]
    assert (excerpt.title, excerpt.script) == ("Grad pod tvrđavom", Script.LATIN)
    assert "".join(run.text for run in excerpt.citation) == "Grad pod tvrđavom, ¶ 3."


def test_overlapping_marks_are_cut_where_they_begin_and_end(desk: Desk) -> None:
    desk.mark(desk.latin, "Pismonoša Vuk tvrdio je", colour=Colour.BLUE)
    desk.mark(desk.latin, "Vuk tvrdio je da je sat", colour=Colour.PINK)
    (excerpt,) = make_dossier(desk.archive, source_id=desk.latin.source.id).excerpts
    assert coloured(excerpt) == [
        ("Pismonoša ", (Colour.BLUE,)),
        ("Vuk tvrdio je", (Colour.BLUE, Colour.PINK)),
        (" da je sat", (Colour.PINK,)),
    ]


def test_neighbouring_paragraphs_are_one_excerpt_and_others_another(desk: Desk) -> None:
    for quote in ("stražari na Kalemegdanu", "Pekar Ilija", "harmoniku do mraka"):
        desk.mark(desk.latin, quote)
    first, second = make_dossier(desk.archive, source_id=desk.latin.source.id).excerpts
    assert [len(first.paragraphs), len(second.paragraphs)] == [2, 1]
    assert "".join(run.text for run in first.citation).endswith("¶¶ 2–3.")
    assert "".join(run.text for run in second.citation).endswith("¶ 6.")


def test_a_mark_across_paragraphs_calls_its_note_where_it_ends(desk: Desk) -> None:
    letters = desk.latin.letters
    across = Span(letters.index("sa Avale"), letters.index("Pekar") + len("Pekar"))
    annotating.annotate(desk.archive, desk.latin.text.id, across, note="čuje se dovde")
    (excerpt,) = make_dossier(desk.archive, source_id=desk.latin.source.id).excerpts
    assert [text for text, _colours in coloured(excerpt)] == ["sa Avale.", "Pekar"]
    called = [
        (piece.text, piece.notes) for paragraph in excerpt.paragraphs for piece in paragraph if piece.notes
    ]
    assert called == [("Pekar", (1,))]


def test_notes_are_numbered_through_the_whole_in_the_order_in_which_they_are_called(desk: Desk) -> None:
    for reading, quote, note in (
        (desk.cyrillic, "Учитељица Јелена", "drugo"),
        (desk.latin, "harmoniku", "peto"),
        (desk.latin, "Pekar", "četvrto"),
        (desk.cyrillic, "ценом хлеба", "treće"),
        (desk.cyrillic, "Ујутру", "prvo"),
    ):
        desk.mark(reading, quote, note=note, tags=["izložba"])
    dossier = make_dossier(desk.archive, tag="IZLOŽBA")
    expected = ["četvrto", "peto", "prvo", "drugo", "treće"]
    assert notes_of(dossier) == list(enumerate(expected, start=1))
    called = [
        number
        for excerpt in dossier.excerpts
        for paragraph in excerpt.paragraphs
        for piece in paragraph
        for number in piece.notes
    ]
    assert called == [1, 2, 3, 4, 5]
    assert all(note.tags == ("izložba",) for excerpt in dossier.excerpts for note in excerpt.notes)


def test_what_a_query_finds_is_printed_with_the_marks_that_are_there_too(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", note="ko je?", colour=Colour.GREEN)
    indexing.catch_up(desk.archive)
    dossier = make_dossier(desk.archive, query="kalemegdana")
    found = [(text, colours) for excerpt in dossier.excerpts for text, colours in coloured(excerpt)]
    assert ("Pekar Ilija", (Colour.GREEN,)) in found
    forms = [text for text, colours in found if colours == (Colour.YELLOW,)]
    assert sorted(forms) == sorted(
        ["Kalemegdanu", "Kalemegdana", "Kalemegdanu", "Калемегдан", "Калемегдана", "Калемегдану"]
    )
    assert notes_of(dossier) == [(1, "ko je?")]
    assert len(dossier.bibliography) == 2


def test_a_note_that_a_query_finds_brings_its_passage(desk: Desk) -> None:
    desk.mark(desk.latin, "Pekar Ilija", note="svedok pouzdan")
    indexing.catch_up(desk.archive)
    (excerpt,) = make_dossier(desk.archive, query="svedok").excerpts
    assert [text for text, _colours in coloured(excerpt)] == ["Pekar Ilija"]
    assert [note.text for note in excerpt.notes] == ["svedok pouzdan"]


def test_a_long_paragraph_is_printed_around_its_mark(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "dugo.txt"
    before, after = "Voda je tekla polako i bez glasa. " * 80, "Drveće je stajalo mirno i golo. " * 80
    path.write_text(f"{before}Tada je naišao splavar Mirko. {after}")
    reading = reading_of(desk.archive, path)
    assert len(reading.passages) == 1
    assert len(reading.letters) > 2 * LONG_PASSAGE
    desk.mark(reading, "splavar Mirko", note="ko je?")
    (excerpt,) = make_dossier(desk.archive, source_id=reading.source.id).excerpts
    (text,) = letters_of(excerpt)
    assert len(text) < 1200
    assert text.startswith("[…] ")
    assert text.endswith(" […]")
    assert "Tada je naišao splavar Mirko. Drveće" in text
    assert [piece for piece in excerpt.paragraphs[0] if piece.notes] == [
        Piece("splavar Mirko", (Colour.YELLOW,), (1,))
    ]
    inside = text.removeprefix("[…] ").removesuffix(" […]")
    assert inside in " ".join(reading.letters.split())


def test_photos_whose_captions_stand_near_are_printed_along(desk: Desk, picture: Path) -> None:
    (caption,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    photos.attach_scan(desk.archive, caption.id, picture)
    desk.mark(desk.latin, "Pekar Ilija")
    desk.mark(desk.latin, "stražari na Kalemegdanu")
    desk.mark(desk.latin, "harmoniku")
    near, far = make_dossier(desk.archive, source_id=desk.latin.source.id).excerpts
    (photo,) = near.photos
    assert photo.caption == caption.caption
    assert photo.credit == "Đorđe Savić"
    assert photo.path is not None
    assert photo.path.read_bytes() == picture.read_bytes()
    assert far.photos == ()


def test_a_caption_inside_a_mark_is_printed_as_text_and_as_photo(desk: Desk) -> None:
    letters = desk.latin.letters
    across = Span(letters.index("ni kad im deca"), letters.index("zauzeli su borci"))
    annotating.annotate(desk.archive, desk.latin.text.id, across)
    (excerpt,) = make_dossier(desk.archive, source_id=desk.latin.source.id).excerpts
    caption = desk.latin.passages[3]
    assert letters[caption.start : caption.end] in letters_of(excerpt)
    assert len(excerpt.photos) == 1


def test_a_caption_that_a_query_did_not_find_is_a_photo_and_no_text(desk: Desk) -> None:
    indexing.catch_up(desk.archive)
    desk.mark(desk.latin, "Pekar Ilija", tags=["oba"])
    (excerpt,) = make_dossier(desk.archive, query='"mrvice"').excerpts
    caption = desk.latin.passages[3]
    assert desk.latin.letters[caption.start : caption.end] not in letters_of(excerpt)
    assert [photo.caption for photo in excerpt.photos] == [desk.latin.letters[caption.start : caption.end]]


def test_notes_on_whole_records_are_printed_with_their_source(desk: Desk) -> None:
    (caption,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    annotating.annotate_record(desk.archive, desk.latin.source, note="prepis je nepotpun", tags=["provera"])
    annotating.annotate_record(desk.archive, caption, note="ko je levo?", tags=["provera"])
    dossier = make_dossier(desk.archive, tag="provera")
    assert notes_of(dossier) == [(1, "prepis je nepotpun"), (2, "ko je levo?")]
    assert [excerpt.paragraphs for excerpt in dossier.excerpts] == [(), ()]
    assert [len(excerpt.photos) for excerpt in dossier.excerpts] == [0, 1]
    assert len(dossier.bibliography) == 1


def test_a_note_on_a_photo_brings_its_source_into_the_bibliography(desk: Desk) -> None:
    (caption,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    annotating.annotate_record(desk.archive, caption, note="ko je levo?")
    dossier = make_dossier(desk.archive, source_id=desk.latin.source.id)
    assert ["".join(run.text for run in entry) for entry in dossier.bibliography] == ["Grad pod tvrđavom."]


def test_the_bibliography_is_in_the_order_of_the_azbuka_by_author(desk: Desk) -> None:
    sources.edit_source(desk.archive, desk.latin.source.id, creator="Žika Ž.", call_number="F-1")
    sources.edit_source(desk.archive, desk.cyrillic.source.id, creator="Вера В.")
    for reading in (desk.latin, desk.cyrillic):
        annotating.annotate(desk.archive, reading.text.id, Span(0, 4), tags=["sve"])
    entries = [
        "".join(run.text for run in entry) for entry in make_dossier(desk.archive, tag="sve").bibliography
    ]
    assert entries == ["Вера В., Дани под бедемом.", "Žika Ž., Grad pod tvrđavom, F-1."]


def test_one_thing_is_chosen_and_it_must_hold_something(desk: Desk) -> None:
    for choice in ({}, {"tag": "a", "query": "b"}):
        with pytest.raises(UserError, match="Choose one thing"):
            make_dossier(desk.archive, **choice)  # type: ignore[arg-type]
    with pytest.raises(UserError, match="nothing to print: “Grad pod tvrđavom”"):
        make_dossier(desk.archive, source_id=desk.latin.source.id)
    indexing.catch_up(desk.archive)
    with pytest.raises(UserError, match="no passage, note or photo was found for “dirižabl”"):
        make_dossier(desk.archive, query="dirižabl")
    for nothing in ({"event_id": "x"}, {"source_id": "x"}, {"tag": "x"}):
        with pytest.raises(NotFound):
            make_dossier(desk.archive, **nothing)  # type: ignore[arg-type]
