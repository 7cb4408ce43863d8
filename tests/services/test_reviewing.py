"""A person decides about annotations that a correction left in doubt or moved."""

from pathlib import Path

import pytest

from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import AnchoringState, Annotation
from archive_app.core.spans import Span
from archive_app.services import annotating, history, reviewing, sources, trash
from archive_app.services.correcting import correct_quote, replace_text
from helpers.articles import LATIN
from helpers.desk import Desk


@pytest.fixture
def lost(desk: Desk, tmp_path: Path) -> Annotation:
    """An annotation whose passage stands twice, and whose own place was left out."""
    made = desk.mark(desk.latin, "Pekar Ilija zapisao")
    path = tmp_path / "bolje.txt"
    lines = LATIN.split("\n\n")
    path.write_text(
        "\n\n".join(
            [*lines[:2], *lines[3:], "Kasnije je pekar Ilija zapisao. Pekar Ilija zapisao je kraće."]
        ),
        encoding="utf-8",
    )
    replace_text(desk.archive, desk.latin.source.id, path)
    return made


def now(desk: Desk, annotation: Annotation) -> Annotation:
    return annotating.get_annotation(desk.archive, annotation.id).annotation


def letters(desk: Desk) -> str:
    reading = sources.read_source(desk.archive, desk.latin.source.id)
    assert reading is not None
    return reading.letters


def test_a_review_shows_the_old_place_and_the_suggestion_in_their_surroundings(
    desk: Desk, lost: Annotation
) -> None:
    (review,) = reviewing.list_reviews(desk.archive)
    assert (review.annotation, review.source.id, review.state) == (
        lost,
        desk.latin.source.id,
        AnchoringState.NEEDS_LOOK,
    )
    assert (review.before.quote, review.before.text_id) == ("Pekar Ilija zapisao", desk.latin.text.id)
    assert review.before.behind.startswith(" je u svesku da je kod Kalemegdana")
    assert review.after is not None
    assert review.after.quote == "Pekar Ilija zapisao"
    assert review.after.before.endswith("zapisao. ")


def test_accepting_moves_it_to_the_suggestion_and_undo_back(desk: Desk, lost: Annotation) -> None:
    after = reviewing.accept(desk.archive, lost.id)
    assert after.span is not None
    assert letters(desk)[after.span.start : after.span.end] == after.quote == lost.quote
    assert reviewing.list_reviews(desk.archive) == []
    history.undo(desk.archive)
    assert now(desk, lost) == lost
    assert len(reviewing.list_reviews(desk.archive)) == 1


def test_placing_it_on_other_words(desk: Desk, lost: Annotation) -> None:
    start = (
        letters(desk).index(" Kasnije je pekar")
        if " Kasnije je pekar" in letters(desk)
        else letters(desk).index("Kasnije")
    )
    after = reviewing.place_on(desk.archive, lost.id, Span(start, letters(desk).index("Ilija", start) + 5))
    assert after.quote == "Kasnije je pekar Ilija"
    assert reviewing.waiting(desk.archive, desk.latin.source.id) == reviewing.Waiting(0, 0)


def test_detaching_leaves_it_with_the_old_reading(desk: Desk, lost: Annotation) -> None:
    assert reviewing.detach(desk.archive, lost.id) == lost
    assert reviewing.list_reviews(desk.archive) == []
    correct_quote(desk.archive, desk.latin.source.id, "Mornari na kaldrmi", "Mornari na kamenu")
    assert now(desk, lost) == lost
    assert reviewing.list_reviews(desk.archive) == []


def test_what_is_decided_cannot_be_decided_again(desk: Desk, lost: Annotation) -> None:
    reviewing.detach(desk.archive, lost.id)
    for decide in (reviewing.accept, reviewing.detach):
        with pytest.raises(NotFound, match="is decided"):
            decide(desk.archive, lost.id)


def test_where_nothing_is_suggested_nothing_can_be_accepted(desk: Desk) -> None:
    made = desk.mark(desk.latin, "harmoniku")
    correct_quote(desk.archive, desk.latin.source.id, "neko svirao harmoniku", "bilo tiho")
    with pytest.raises(UserError, match="No place is suggested"):
        reviewing.accept(desk.archive, made.id)


def test_a_moved_one_that_is_detached_goes_back(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija zapisao je u svesku")
    correct_quote(desk.archive, desk.latin.source.id, "zapisao je u", "zabeležio je u")
    assert now(desk, made).quote == "Pekar Ilija zabeležio je u svesku"
    reviewing.detach(desk.archive, made.id)
    assert now(desk, made) == made


def test_everything_that_was_moved_is_accepted_at_once(desk: Desk, lost: Annotation) -> None:
    for quote in ("Mornari na kaldrmi", "Posle podne su se prozori"):
        text, span = annotating.find_quote(desk.archive, desk.latin.source.id, quote)
        annotating.annotate(desk.archive, text.id, span)
    correct_quote(desk.archive, desk.latin.source.id, "Mornari na", "Mornari, na")
    correct_quote(desk.archive, desk.latin.source.id, "podne su se", "podneva su se")
    assert reviewing.waiting(desk.archive, desk.latin.source.id) == reviewing.Waiting(1, 2)
    assert reviewing.waiting(desk.archive) == reviewing.Waiting(1, 2)
    assert reviewing.waiting(desk.archive, desk.cyrillic.source.id) == reviewing.Waiting(0, 0)
    every = reviewing.list_reviews(desk.archive)
    assert reviewing.list_reviews(desk.archive, limit=2) == every[:2]
    assert reviewing.accept_moved(desk.archive) == 2
    assert reviewing.waiting(desk.archive, desk.latin.source.id) == reviewing.Waiting(1, 0)
    with pytest.raises(UserError, match="nobody has looked at"):
        reviewing.accept_moved(desk.archive)
    history.undo(desk.archive)
    assert reviewing.waiting(desk.archive, desk.latin.source.id) == reviewing.Waiting(1, 2)


def test_what_comes_back_from_the_trash_to_an_old_reading_waits_for_a_look(desk: Desk) -> None:
    made = desk.mark(desk.latin, "harmoniku do mraka", note="ko svira?")
    annotating.remove_annotation(desk.archive, made.id)
    correct_quote(desk.archive, desk.latin.source.id, "Mornari na kaldrmi", "Mornari na kamenu")
    trash.restore(desk.archive, [made.id])
    (review,) = reviewing.list_reviews(desk.archive)
    assert (review.annotation, review.state) == (made, AnchoringState.NEEDS_LOOK)
    assert review.after is not None
    assert review.after.quote == "harmoniku do mraka"
    after = reviewing.accept(desk.archive, made.id)
    assert after.note == "ko svira?"
    assert letters(desk)[after.start : after.end] == "harmoniku do mraka"
    history.undo(desk.archive)
    history.undo(desk.archive)
    assert reviewing.list_reviews(desk.archive) == []


def test_what_waited_when_it_was_deleted_waits_again_once_it_is_restored(
    desk: Desk, lost: Annotation
) -> None:
    annotating.remove_annotation(desk.archive, lost.id)
    assert reviewing.list_reviews(desk.archive) == []
    trash.restore(desk.archive, [lost.id])
    assert [review.annotation for review in reviewing.list_reviews(desk.archive)] == [lost]
