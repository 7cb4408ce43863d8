"""A text is corrected: the old reading is kept, annotations stay where their letters went or wait for a look."""

import time
from pathlib import Path

import pytest

from archive_app.core import ids
from archive_app.core.errors import Conflict, NotFound, UserError
from archive_app.core.hits import RecordKind
from archive_app.core.records import AnchoringState, Annotation, PassageKind, Photo, Script
from archive_app.core.spans import Span
from archive_app.services import annotating, drafting, events, history, photos, readings, reviewing, sources
from archive_app.services.archives import open_archive
from archive_app.services.correcting import Corrected, apply, correct_passage, correct_quote, replace_text
from archive_app.services.exporting import make_dossier
from helpers.articles import LATIN
from helpers.desk import Desk


def replaced(desk: Desk, letters: str, folder: Path, name: str = "bolje.txt") -> Corrected:
    path = folder / name
    path.write_text(letters, encoding="utf-8")
    return replace_text(desk.archive, desk.latin.source.id, path)


def now(desk: Desk, annotation: Annotation) -> Annotation:
    return annotating.get_annotation(desk.archive, annotation.id).annotation


def current(desk: Desk) -> sources.Reading:
    found = sources.read_source(desk.archive, desk.latin.source.id)
    assert found is not None
    return found


# A passage


def test_a_slip_before_a_highlight_shifts_it(desk: Desk) -> None:
    made = desk.mark(desk.latin, "golubovi se ne vraćaju", note="važno", tags=["ptice"])
    corrected = correct_quote(desk.archive, desk.latin.source.id, "12. oktobra", "12. oktobra (četvrtak)")
    after = now(desk, made)
    assert (corrected.exact, corrected.moved, corrected.needs_look) == (1, 0, 0)
    assert (after.text_id, after.start) == (corrected.text.id, (made.start or 0) + len(" (četvrtak)"))
    assert (after.quote, after.note) == (made.quote, "važno")
    assert current(desk).letters == LATIN.replace("12. oktobra", "12. oktobra (četvrtak)")
    assert reviewing.list_reviews(desk.archive) == []


def test_a_correction_is_the_newest_reading_also_where_the_clock_was_set_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, folder = current(desk).text, desk.archive.folder
    desk.archive.close()
    monkeypatch.setattr(ids, "_last", 0)  # as a program that has just been started
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    with open_archive(folder) as archive:
        corrected = correct_quote(archive, desk.latin.source.id, "12. oktobra", "13. oktobra")
        newest = sources.read_source(archive, desk.latin.source.id)
    assert newest is not None
    assert newest.text == corrected.text
    assert newest.text != before


def test_a_slip_within_a_highlight_keeps_it_and_says_so(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pismonoša Vuk tvrdio")
    correct_quote(desk.archive, desk.latin.source.id, "Pismonoša Vuk", "Pismonoša Vuk Perić")
    after = now(desk, made)
    assert after.quote == "Pismonoša Vuk Perić tvrdio"
    (review,) = reviewing.list_reviews(desk.archive)
    assert (review.state, review.before.quote) == (AnchoringState.MOVED, "Pismonoša Vuk tvrdio")
    assert review.after is not None
    assert review.after.quote == "Pismonoša Vuk Perić tvrdio"
    reviewing.accept(desk.archive, made.id)
    assert reviewing.waiting(desk.archive, desk.latin.source.id) == reviewing.Waiting(0, 0)
    assert now(desk, made) == after


def test_a_passage_left_out_leaves_its_annotation_with_the_old_reading(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je on?")
    ordinal = next(p.ordinal for p in desk.latin.passages if made.span and p.span.overlaps(made.span))
    correct_passage(desk.archive, desk.latin.text.id, ordinal, "")
    assert "Pekar" not in current(desk).letters
    assert now(desk, made) == made
    (review,) = reviewing.list_reviews(desk.archive, desk.latin.source.id)
    assert (review.state, review.before.quote, review.after) == (
        AnchoringState.NEEDS_LOOK,
        "Pekar Ilija",
        None,
    )
    assert desk.found("ko je on", kinds=[RecordKind.ANNOTATION]) == ["ko je on?"]


def test_undo_brings_back_the_old_reading_and_every_annotation(desk: Desk) -> None:
    before = [desk.mark(desk.latin, quote) for quote in ("Pekar Ilija", "harmoniku do mraka", "U jutro")]
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija zapisao je", "Stolar beleži")
    assert {now(desk, one).text_id for one in before} != {desk.latin.text.id}
    history.undo(desk.archive)
    assert current(desk).text == desk.latin.text
    assert [now(desk, one) for one in before] == before
    assert reviewing.list_reviews(desk.archive) == []
    history.redo(desk.archive)
    assert "Stolar beleži" in current(desk).letters


def test_the_index_holds_the_newest_reading_only(desk: Desk) -> None:
    assert len(desk.found("pekar")) == 1
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Kovač Ilija")
    assert desk.found("pekar") == []
    assert len(desk.found("kovač")) == 1
    assert len(desk.found("harmoniku")) == 1
    history.undo(desk.archive)
    assert (len(desk.found("pekar")), desk.found("kovač")) == (1, [])


def test_a_text_corrected_meanwhile_is_a_conflict(desk: Desk) -> None:
    draft = drafting.prepare_span(desk.archive, desk.latin.text.id, Span(0, 4), "Varoš")
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Kovač Ilija")
    with pytest.raises(Conflict, match="corrected meanwhile"):
        apply(desk.archive, draft)
    with pytest.raises(Conflict, match="corrected meanwhile"):
        correct_passage(desk.archive, desk.latin.text.id, 0, "Varoš")


def test_an_annotation_made_meanwhile_is_a_conflict(desk: Desk) -> None:
    draft = drafting.prepare_span(desk.archive, desk.latin.text.id, Span(0, 4), "Varoš")
    desk.mark(desk.latin, "Pekar Ilija")
    with pytest.raises(Conflict, match="annotations of this text changed"):
        apply(desk.archive, draft)
    assert current(desk).text == desk.latin.text


def test_a_correction_that_changes_nothing_or_leaves_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="says just that already"):
        correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Pekar Ilija")
    with pytest.raises(NotFound):
        correct_quote(desk.archive, desk.latin.source.id, "Pekar Marko", "Pekar")
    with pytest.raises(UserError, match="Nothing would be left"):
        apply(desk.archive, drafting.prepare_span(desk.archive, desk.latin.text.id, Span(0, len(LATIN)), ""))


def test_a_caption_that_is_corrected_corrects_its_photo(desk: Desk) -> None:
    (photo,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    correct_quote(desk.archive, desk.latin.source.id, "Mornari na kaldrmi", "Mornari na kamenu")
    (after,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    assert after.id == photo.id
    assert (after.caption, after.text_id) == (
        photo.caption.replace("kaldrmi", "kamenu"),
        current(desk).text.id,
    )


# Another transcription


def test_a_better_transcription_takes_annotations_kinds_and_photos_along(desk: Desk, tmp_path: Path) -> None:
    (photo,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    photos.edit_photo(desk.archive, photo.id, place="Beograd")
    sources.set_passage_kind(desk.archive, desk.latin.text.id, 1, PassageKind.QUOTATION)
    kept = desk.mark(desk.latin, "golubovi se ne vraćaju")
    edited = desk.mark(desk.latin, "u zoru 20. oktobra, kada je magla")
    gone = desk.mark(desk.latin, "Posle podne su se prozori otvorili")
    lines = LATIN.replace("20. oktobra, kada", "20. oktobra kada").split("\n\n")
    better = "\n\n".join(
        ["Dodatak na početku.", lines[0], lines[2], lines[1], *lines[3:5], "Umesto kraja drugi kraj."]
    )
    corrected = replaced(desk, better, tmp_path)
    assert (corrected.exact + corrected.moved, corrected.needs_look) == (2, 1)
    reading = current(desk)
    assert reading.letters == better
    for one in (kept, edited):
        after = now(desk, one)
        assert after.span is not None
        assert reading.letters[after.span.start : after.span.end] == after.quote
    assert now(desk, edited).quote == "u zoru 20. oktobra kada je magla"
    assert now(desk, gone) == gone
    (after,) = photos.photos_of_source(desk.archive, desk.latin.source.id)
    assert (after.id, after.place, after.text_id) == (photo.id, "Beograd", reading.text.id)
    assert after.ordinal is not None
    caption = reading.passages[after.ordinal]
    assert caption.kind is PassageKind.CAPTION
    assert reading.letters[caption.start : caption.end] == photo.caption
    quotation = next(p for p in reading.passages if reading.letters[p.start : p.end].startswith("U jutro"))
    assert quotation.kind is PassageKind.QUOTATION


def test_a_caption_that_is_new_makes_a_photo(desk: Desk, tmp_path: Path) -> None:
    caption = "Most u dimu, novembar 1944. Foto: Mara Ilić"
    lines = LATIN.split("\n\n")
    replaced(desk, "\n\n".join([*lines[:2], caption, *lines[2:]]), tmp_path)
    captions = [photo.caption for photo in photos.photos_of_source(desk.archive, desk.latin.source.id)]
    assert caption in captions
    assert len(captions) == 2
    history.undo(desk.archive)
    assert len(desk.archive.store.list(Photo, source_id=desk.latin.source.id)) == 1


def test_the_other_script_is_noticed_and_needs_looks(desk: Desk, tmp_path: Path) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    replaced(desk, "Град под тврђавом\n\nПекар Илија записао је у свеску да је било тише.\n", tmp_path)
    assert sources.get_source(desk.archive, desk.latin.source.id).script is Script.CYRILLIC
    assert now(desk, made) == made


def test_what_is_no_text_or_the_same_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="says just that already"):
        replaced(desk, LATIN, tmp_path)
    with pytest.raises(NotFound):
        replace_text(desk.archive, desk.latin.source.id, tmp_path / "nema.txt")
    assert len(readings.list_readings(desk.archive, desk.latin.source.id)) == 1


def test_one_that_waits_is_placed_when_its_words_come_back(desk: Desk, tmp_path: Path) -> None:
    made = desk.mark(desk.latin, "harmoniku do mraka")
    lines = LATIN.split("\n\n")
    replaced(desk, "\n\n".join(lines[:-1]), tmp_path)
    assert reviewing.waiting(desk.archive, desk.latin.source.id).needs_look == 1
    replaced(desk, LATIN.replace("Pekar", "Kovač"), tmp_path, "opet.txt")
    assert reviewing.waiting(desk.archive, desk.latin.source.id).needs_look == 0
    assert now(desk, made).text_id == current(desk).text.id
    assert now(desk, made).quote == "harmoniku do mraka"


def test_one_that_waits_still_waits_after_a_slip_is_corrected(desk: Desk, tmp_path: Path) -> None:
    made = desk.mark(desk.latin, "harmoniku do mraka")
    replaced(desk, "\n\n".join(LATIN.split("\n\n")[:-1]), tmp_path)
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Kovač Ilija")
    (review,) = reviewing.list_reviews(desk.archive)
    assert (review.annotation, review.state) == (made, AnchoringState.NEEDS_LOOK)
    history.undo(desk.archive)
    assert len(reviewing.list_reviews(desk.archive)) == 1


def test_annotations_on_an_old_reading_are_still_exported(desk: Desk, tmp_path: Path) -> None:
    made = desk.mark(desk.latin, "harmoniku do mraka", note="ko svira?")
    event = events.add_event(desk.archive, "Svirka", when="1944-10")
    events.link(desk.archive, made.id, event.id)
    replaced(desk, "\n\n".join(LATIN.split("\n\n")[:-1]), tmp_path)
    dossier = make_dossier(desk.archive, event_id=event.id)
    (excerpt,) = dossier.every_excerpt()
    assert [note.text for note in excerpt.notes] == ["ko svira?"]
    assert "harmoniku do mraka" in "".join(piece.text for line in excerpt.paragraphs for piece in line)
