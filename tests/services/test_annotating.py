"""People mark passages, write notes and give tags; highlights stay where they were put."""

import unicodedata
from pathlib import Path

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import Colour
from archive_app.core.spans import CONTEXT, Span
from archive_app.services import annotating, events, history, photos, sources, tagging
from archive_app.services.importing import import_files
from helpers.desk import Desk


def names(desk: Desk) -> dict[str, int]:
    return {row.tag.name: row.annotations for row in tagging.list_tags(desk.archive)}


# Spans


def test_a_mark_keeps_its_place_its_words_and_what_stands_around(desk: Desk) -> None:
    made = desk.mark(desk.cyrillic, "Код Калемегдана су", note=" проверити \n", colour=Colour.BLUE)
    letters = desk.cyrillic.letters
    assert made.span is not None
    assert letters[made.span.start : made.span.end] == made.quote == "Код Калемегдана су"
    assert letters[: made.span.start].endswith(made.prefix)
    assert letters[made.span.end :].startswith(made.suffix)
    assert (len(made.prefix), len(made.suffix)) == (CONTEXT, CONTEXT)
    assert (made.note, made.colour) == ("проверити", Colour.BLUE)
    assert annotating.get_annotation(desk.archive, made.id).annotation == made


def test_white_space_at_the_ends_is_left_out(desk: Desk) -> None:
    start = desk.latin.letters.index("\n\nU jutro")
    made = annotating.annotate(desk.archive, desk.latin.text.id, Span(start, start + len("\n\nU jutro ")))
    assert made.quote == "U jutro"
    assert made.start == start + 2


def test_marks_may_overlap_and_cross_paragraphs(desk: Desk) -> None:
    letters = desk.latin.letters
    across = Span(letters.index("sa Avale"), letters.index("Pekar") + len("Pekar"))
    first = annotating.annotate(desk.archive, desk.latin.text.id, across)
    second = annotating.annotate(desk.archive, desk.latin.text.id, across, colour=Colour.PINK)
    inner = desk.mark(desk.latin, "Avale")
    assert "\n\n" in first.quote
    found = annotating.annotations_of_text(desk.archive, desk.latin.text.id)
    assert [row.annotation for row in found] == [first, second, inner]


@pytest.mark.parametrize(
    ("start", "length", "words"),
    [(0, 0, "Nothing is marked"), (17, 2, "Nothing is marked"), (0, 100_000, "outside the text")],
)
def test_a_mark_of_nothing_is_refused(desk: Desk, start: int, length: int, words: str) -> None:
    with pytest.raises(UserError, match=words):
        annotating.annotate(desk.archive, desk.latin.text.id, Span(start, start + length))
    assert annotating.annotations_of_text(desk.archive, desk.latin.text.id) == []


def test_a_text_that_is_not_there_cannot_be_marked(desk: Desk) -> None:
    with pytest.raises(NotFound):
        annotating.annotate(desk.archive, "nowhere", Span(0, 1))


# Quotes


def test_a_quotation_is_found_whatever_its_white_space_and_composition(desk: Desk) -> None:
    for quote in (
        "čuli  su\nprve motore",
        unicodedata.normalize("NFD", "čuli su prve motore"),
        " čuli su prve motore ",
    ):
        text, span = annotating.find_quote(desk.archive, desk.latin.source.id, quote)
        assert text == desk.latin.text
        assert desk.latin.letters[span.start : span.end] == "čuli su prve motore"


def test_a_quotation_may_hold_marks_that_mean_something_elsewhere(desk: Desk) -> None:
    _text, span = annotating.find_quote(desk.archive, desk.latin.source.id, "„Ćutimo i čekamo“, stoji")
    assert desk.latin.letters[span.start : span.end] == "„Ćutimo i čekamo“, stoji"
    with pytest.raises(NotFound):
        annotating.find_quote(desk.archive, desk.latin.source.id, "oktobra.*godine")


def test_a_quotation_must_stand_in_the_source_exactly_once(desk: Desk) -> None:
    with pytest.raises(NotFound, match="“Калемегдан” do not stand in this source"):
        annotating.find_quote(desk.archive, desk.latin.source.id, "Калемегдан")
    with pytest.raises(UserError, match="stand in this source 3 times"):
        annotating.find_quote(desk.archive, desk.latin.source.id, "Kalemegdan")
    with pytest.raises(UserError, match="is empty"):
        annotating.find_quote(desk.archive, desk.latin.source.id, "  ")


def test_a_source_without_a_text_has_no_quotations(desk: Desk) -> None:
    with pytest.raises(NotFound):
        annotating.find_quote(desk.archive, "nowhere", "reči")


# Notes on whole records


def test_notes_stand_on_sources_photos_and_events(desk: Desk, picture: Path) -> None:
    (outcome,) = import_files(desk.archive, [picture]).outcomes
    assert outcome.photo_id is not None
    records = (
        desk.latin.source,
        photos.get_photo(desk.archive, outcome.photo_id),
        events.add_event(desk.archive, "Povratak"),
    )
    for record in records:
        made = annotating.annotate_record(desk.archive, record, note="videti prepisku", tags=["za proveru"])
        (row,) = annotating.annotations_of_record(desk.archive, record.id)
        assert row.annotation == made
        assert row.tag_names == ["za proveru"]
        assert made.colour is None
        with pytest.raises(UserError, match="note is empty"):
            annotating.annotate_record(desk.archive, record, note="  ")
    in_source = annotating.annotations_of_source(desk.archive, desk.latin.source.id)
    assert [row.annotation.source_id for row in in_source] == [desk.latin.source.id]


def test_the_count_beside_a_source_is_that_of_what_is_listed(desk: Desk) -> None:
    (caption,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    desk.mark(desk.latin, "Pekar Ilija")
    annotating.annotate_record(desk.archive, desk.latin.source, note="prepis")
    annotating.annotate_record(desk.archive, caption, note="ko je levo?")
    listed = annotating.annotations_of_source(desk.archive, desk.latin.source.id)
    counted = {row.source.id: row.annotations for row in sources.list_sources(desk.archive)}
    assert counted == {desk.latin.source.id: len(listed), desk.cyrillic.source.id: 0}
    assert len(listed) == 3


# Changing


def test_only_what_is_given_is_changed(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    row = annotating.edit_annotation(desk.archive, made.id, note=" pekar sa ugla ")
    assert (row.annotation.note, row.annotation.colour, row.tag_names) == (
        "pekar sa ugla",
        Colour.YELLOW,
        ["ljudi"],
    )
    row = annotating.edit_annotation(desk.archive, made.id, colour=None, tags=[])
    assert (row.annotation.note, row.annotation.colour, row.tag_names) == ("pekar sa ugla", None, [])
    history.undo(desk.archive)
    assert annotating.get_annotation(desk.archive, made.id).tag_names == ["ljudi"]
    history.undo(desk.archive)
    assert annotating.get_annotation(desk.archive, made.id).annotation == made


def test_saving_a_note_as_it_was_leaves_no_trace(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    before = history.history(desk.archive)
    annotating.edit_annotation(desk.archive, made.id, note="ko je?", colour=Colour.YELLOW, tags=["Ljudi"])
    assert history.history(desk.archive) == before


def test_a_removed_annotation_comes_back_with_tags_and_links(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi", "sveske"])
    event = events.add_event(desk.archive, "Zapis u svesci")
    events.link(desk.archive, made.id, event.id, says_who="Ilija")
    before = annotating.get_annotation(desk.archive, made.id)
    annotating.remove_annotation(desk.archive, made.id)
    assert events.claims(desk.archive, event.id) == []
    assert names(desk) == {"ljudi": 0, "sveske": 0}
    with pytest.raises(NotFound):
        annotating.remove_annotation(desk.archive, made.id)
    history.undo(desk.archive)
    assert annotating.get_annotation(desk.archive, made.id) == before


def test_a_long_quotation_is_shortened_for_titles() -> None:
    assert annotating.short("kratko\n i\tjasno") == "kratko i jasno"
    assert annotating.short("reč " * 40, length=10) == "reč reč r…"


def test_a_tag_of_which_nothing_can_be_kept_is_none(desk: Desk) -> None:
    made = desk.mark(desk.latin, "golubovi", tags=["\0", "pti\0ce", " "])
    (tag,) = tagging.list_tags(desk.archive)
    assert tag.tag.name == "ptice"
    assert annotating.get_annotation(desk.archive, made.id).tags == (tag.tag,)
