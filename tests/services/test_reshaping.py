"""Moving the ends of highlights, splitting and joining them."""

import pytest

from archive_app.core.errors import Conflict, NotFound, UserError
from archive_app.core.kinds import Sameness
from archive_app.core.records import Colour
from archive_app.core.spans import Span
from archive_app.services import annotating, claims, events, history
from archive_app.services.annotating import Annotated
from archive_app.services.correcting import correct_passage, correct_quote
from archive_app.services.reshaping import adjust, join, joinable, split
from helpers.desk import Desk


def all_of(desk: Desk) -> list[Annotated]:
    return annotating.annotations_of_text(desk.archive, desk.latin.text.id)


def span_of(desk: Desk, words: str) -> Span:
    start = desk.latin.letters.index(words)
    return Span(start, start + len(words))


def test_the_ends_of_a_highlight_are_moved_and_undone_in_one_step(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi"])
    before = annotating.get_annotation(desk.archive, made.id)
    span = Span((made.start or 0), (made.end or 0) + 5)
    after = adjust(desk.archive, made.id, span)
    one = after.annotation
    assert (
        one.quote
        == desk.latin.letters[one.start : one.end]
        == desk.latin.letters[slice(*_ends(span))].rstrip()
    )
    assert desk.latin.letters[: one.start].endswith(one.prefix)
    assert desk.latin.letters[one.end or 0 :].startswith(one.suffix)
    assert (one.note, after.tag_names) == ("ko je?", ["ljudi"])
    history.undo(desk.archive)
    assert annotating.get_annotation(desk.archive, made.id) == before


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def test_a_highlight_never_stands_on_nothing(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    at = desk.latin.letters.index(" Ilija")
    with pytest.raises(UserError, match="Nothing is marked"):
        adjust(desk.archive, made.id, Span(at, at + 1))
    with pytest.raises(UserError, match="outside the text"):
        adjust(desk.archive, made.id, Span(at, 10**6))
    note = annotating.annotate_record(desk.archive, desk.latin.source, note="na celom izvoru")
    with pytest.raises(UserError, match="whole record"):
        adjust(desk.archive, note.id, Span(0, 1))
    with pytest.raises(NotFound):
        adjust(desk.archive, "nema", Span(0, 1))


def test_places_of_an_earlier_reading_change_nothing(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    old, at = desk.latin.text.id, desk.latin.letters.index(" Ilija")
    correct_quote(desk.archive, desk.latin.source.id, "12. oktobra", "12. oktobra (četvrtak)")
    before = annotating.get_annotation(desk.archive, made.id)
    assert before.annotation.text_id != old
    for change in (
        lambda: adjust(desk.archive, made.id, Span(at, at + 6), text_id=old),
        lambda: split(desk.archive, made.id, at, text_id=old),
        lambda: annotating.annotate(desk.archive, old, Span(at, at + 6)),
    ):
        with pytest.raises(Conflict, match="corrected meanwhile"):
            change()
    assert [
        one.annotation.id for one in annotating.annotations_of_source(desk.archive, desk.latin.source.id)
    ] == [made.id]
    assert annotating.get_annotation(desk.archive, made.id) == before


def test_what_waits_on_an_earlier_reading_is_not_split(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    ordinal = next(p.ordinal for p in desk.latin.passages if made.span and p.span.overlaps(made.span))
    correct_passage(desk.archive, desk.latin.text.id, ordinal, "")
    with pytest.raises(Conflict, match="corrected meanwhile"):
        split(desk.archive, made.id, (made.start or 0) + 5)
    assert annotating.get_annotation(desk.archive, made.id).annotation == made


def test_what_was_split_can_be_joined_again(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija", note="ko je?", tags=["ljudi", "hleb"], colour=Colour.GREEN)
    event = events.add_event(desk.archive, "Zapis")
    events.link(desk.archive, made.id, event.id, says_who="Ilija", says_when="1944")
    before = annotating.get_annotation(desk.archive, made.id)
    first, second = split(desk.archive, made.id, desk.latin.letters.index(" Ilija"))
    assert (first.annotation.id, first.annotation.quote, first.annotation.note) == (
        made.id,
        "Pekar",
        "ko je?",
    )
    assert (second.annotation.quote, second.annotation.note) == ("Ilija", "")
    assert second.annotation.colour is Colour.GREEN
    assert second.tag_names == first.tag_names == ["hleb", "ljudi"]
    assert [link.says_who for link in second.links] == ["Ilija"]
    assert joinable(desk.archive, made.id).annotation.id == second.annotation.id
    assert join(desk.archive, made.id, second.annotation.id) == before
    history.undo(desk.archive)
    history.undo(desk.archive)
    assert all_of(desk) == [before]


def test_a_highlight_is_split_only_inside(desk: Desk) -> None:
    made = desk.mark(desk.latin, "Pekar Ilija")
    for at in (made.start, made.end, 0):
        with pytest.raises(UserError, match="caret inside"):
            split(desk.archive, made.id, at or 0)


def test_joining_unites_notes_tags_and_links(desk: Desk) -> None:
    later = desk.mark(desk.latin, "Ilija", note="ime", tags=["ljudi"], colour=None)
    first = desk.mark(desk.latin, "Pekar", note="zanat", tags=["hleb"], colour=Colour.BLUE)
    shared, own = events.add_event(desk.archive, "Zajednički"), events.add_event(desk.archive, "Svoj")
    events.link(desk.archive, later.id, shared.id, says_when="1944-10-20", says_who="Mita")
    events.link(
        desk.archive, first.id, shared.id, says_when="1944-10-21", says_who="Vuk", says_where="pekara"
    )
    events.link(desk.archive, first.id, own.id, note="vidi")
    joined = join(desk.archive, later.id, first.id)
    assert (joined.annotation.id, joined.annotation.quote) == (later.id, "Pekar Ilija")
    assert (joined.annotation.note, joined.annotation.colour) == ("zanat\n\nime", Colour.BLUE)
    assert joined.tag_names == ["hleb", "ljudi"]
    stated = {link.event_id: link for link in joined.links}
    both = stated[shared.id]
    assert (both.says_when, both.says_who, both.says_where) == ("1944-10-20", "Mita; Vuk", "pekara")
    assert both.note == "1944-10-21"
    assert stated[own.id].note == "vidi"
    assert [one.annotation.id for one in all_of(desk)] == [later.id]
    history.undo(desk.archive)
    assert {one.annotation.id for one in all_of(desk)} == {later.id, first.id}


def test_marks_on_what_is_stated_stay_where_they_hold_for_all_that_is_said(desk: Desk) -> None:
    one, two = desk.mark(desk.latin, "Pekar"), desk.mark(desk.latin, "Ilija")
    event = events.add_event(desk.archive, "Zapis")
    first = events.link(desk.archive, one.id, event.id, says_who="Vuk")
    second = events.link(desk.archive, two.id, event.id, says_where="pekara", says_who="Mita")
    claims.mark_claim(desk.archive, first.id, who=Sameness.SAME)
    claims.mark_claim(desk.archive, second.id, where=Sameness.DIFFERS)
    (link,) = join(desk.archive, one.id, two.id).links
    assert (link.says_where, link.where_mark) == ("pekara", Sameness.DIFFERS)
    assert (link.says_who, link.who_mark) == ("Vuk; Mita", Sameness.UNMARKED)


def test_the_next_highlight_is_offered_where_none_touches(desk: Desk) -> None:
    passages = [passage for passage in desk.latin.passages if len(passage.span) > 40]
    one, near, far = (
        annotating.annotate(desk.archive, desk.latin.text.id, Span(start, start + 5))
        for start in (passages[0].start, passages[1].start, passages[-1].start)
    )
    assert joinable(desk.archive, one.id).annotation.id == near.id
    with pytest.raises(UserError, match="no highlight to join"):
        joinable(desk.archive, far.id)
    annotating.remove_annotation(desk.archive, near.id)
    with pytest.raises(UserError, match="no highlight to join"):
        joinable(desk.archive, one.id)


def test_highlights_of_two_texts_are_not_joined(desk: Desk) -> None:
    one, other = desk.mark(desk.latin, "Pekar Ilija"), desk.mark(desk.cyrillic, "Учитељица Јелена")
    with pytest.raises(UserError, match="same text"):
        join(desk.archive, one.id, other.id)
    with pytest.raises(UserError, match="same text"):
        join(desk.archive, one.id, one.id)
