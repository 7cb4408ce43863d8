"""Placing annotations in another reading."""

import random
import sys
from pathlib import Path

import pytest

from archive_app.core.anchoring import Placement, place
from archive_app.core.progress import Cancelled, Progress
from archive_app.core.records import AnchoringState
from archive_app.core.spans import Span

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from _corrections import ALL, correct

FIRST = "U zoru 20. oktobra jedinice su ušle u Beograd sa južne strane."
SECOND = "Borbe na Kalemegdanu trajale su do večeri, a most na Savi ostao je ceo."
THIRD = "Građani su izašli na ulice i dočekali oslobodioce cvećem."
FOURTH = "Sutradan su počeli da raščišćavaju ruševine oko Terazija."
TEXT = "\n".join([FIRST, SECOND, THIRD, FOURTH])


def placed(old: str, quote: str, new: str, nth: int = 0) -> Placement:
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    (placement,) = place(old, new, [Span(start, start + len(quote))])
    return placement


def quoted(new: str, placement: Placement) -> str:
    assert placement.span is not None
    return new[placement.span.start : placement.span.end]


def test_an_unchanged_text_keeps_everything() -> None:
    assert placed(TEXT, "Beograd", TEXT) == Placement(AnchoringState.EXACT, Span(38, 45))


def test_a_slip_before_a_highlight_shifts_it() -> None:
    new = TEXT.replace("20. oktobra", "20.  oktobra 1944.")
    placement = placed(TEXT, "Borbe na Kalemegdanu", new)
    assert (placement.state, quoted(new, placement)) == (AnchoringState.EXACT, "Borbe na Kalemegdanu")


@pytest.mark.parametrize(
    ("before", "after", "quote", "now"),
    [
        ("Kalemegdanu", "Kalemegdanu gradu", "na Kalemegdanu trajale", "na Kalemegdanu gradu trajale"),
        ("trajale", "trjale", "Kalemegdanu trajale su", "Kalemegdanu trjale su"),
        ("Borbe", "Borba", "Borbe na Kalemegdanu", "Borba na Kalemegdanu"),
        ("večeri", "noći", "trajale su do večeri", "trajale su do noći"),
        ("na Savi", "naSavi", "most na Savi ostao", "most naSavi ostao"),
        ("Kalemegdanu", "Kaleme-\ngdanu", "Kalemegdanu trajale", "Kaleme-\ngdanu trajale"),
    ],
)
def test_an_edit_within_a_highlight_keeps_it_in_place(before: str, after: str, quote: str, now: str) -> None:
    new = TEXT.replace(before, after)
    placement = placed(TEXT, quote, new)
    assert (placement.state, quoted(new, placement)) == (AnchoringState.MOVED, now)


def test_what_is_put_in_at_an_end_stays_outside() -> None:
    new = TEXT.replace("most na Savi", "veliki most na Savi tada")
    assert quoted(new, placed(TEXT, "most na Savi", new)) == "most na Savi"


def test_a_moved_paragraph_is_known_by_its_words() -> None:
    new = "\n".join([FOURTH, FIRST, THIRD, SECOND])
    placement = placed(TEXT, "Kalemegdanu", new)
    assert quoted(new, placement) == "Kalemegdanu"
    assert placed(TEXT, "Terazija", new).state in (AnchoringState.MOVED, AnchoringState.EXACT)


def test_a_passage_that_was_left_out_needs_a_look() -> None:
    new = "\n".join([FIRST, THIRD, FOURTH])
    assert placed(TEXT, "Kalemegdanu", new) == Placement(AnchoringState.NEEDS_LOOK)


def test_of_two_equal_passages_the_one_left_out_is_not_taken_for_the_other() -> None:
    old = "\n".join([FIRST, SECOND, THIRD, SECOND, FOURTH])
    new = "\n".join([FIRST, THIRD, SECOND, FOURTH])
    gone, kept = placed(old, "Kalemegdanu", new), placed(old, "Kalemegdanu", new, nth=1)
    assert gone.state is AnchoringState.NEEDS_LOOK
    assert [new[span.start : span.end] for span in gone.suggestions] == ["Kalemegdanu"]
    assert kept.span in (None, gone.suggestions[0])


def test_which_of_two_neighbours_was_left_out_cannot_be_known() -> None:
    old = "\n".join([FIRST, SECOND, SECOND, THIRD])
    new = "\n".join([FIRST, SECOND, THIRD])
    states = {placed(old, "Kalemegdanu", new, nth=nth).state for nth in (0, 1)}
    assert states == {AnchoringState.NEEDS_LOOK}


def test_a_word_repeated_at_once_cannot_be_told_apart() -> None:
    old = TEXT.replace("su do večeri", "su su do večeri")
    assert {placed(old, "su", TEXT, nth=nth).state for nth in (1, 2)} == {AnchoringState.NEEDS_LOOK}
    assert placed(old, "su", TEXT, nth=0).state is AnchoringState.EXACT


def test_a_short_word_that_occurs_everywhere_stays_where_it_is() -> None:
    new = TEXT.replace("Borbe", "Bitke").replace("ceo", "čitav")
    placement = placed(TEXT, " na ", new, nth=1)
    assert placement == Placement(AnchoringState.EXACT, Span(TEXT.index(" na Savi"), TEXT.index("Savi")))


def test_another_text_altogether_needs_a_look() -> None:
    new = "Na jednom ćošku stajala je kuća.\nU njoj nije živeo niko.\nPa ipak je svetlo gorelo."
    assert placed(TEXT, "Beograd", new).state is AnchoringState.NEEDS_LOOK


def test_a_sentence_dragged_out_of_a_highlight_needs_a_look() -> None:
    old = "\n".join([FIRST + " Bilo je hladno jutro.", SECOND, THIRD])
    new = "\n".join([FIRST, SECOND, THIRD + " Bilo je hladno jutro."])
    assert placed(old, FIRST + " Bilo je hladno jutro.", new).state is AnchoringState.NEEDS_LOOK


def test_a_span_without_words_needs_a_look() -> None:
    assert place("a  b", "a b", [Span(1, 3)])[0].state is AnchoringState.NEEDS_LOOK


def test_placing_can_be_cancelled() -> None:
    class Impatient(Progress):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        place("a", "b", [Span(0, 1)], Impatient())


def test_random_corrections_never_place_anything_wrongly() -> None:
    from anchoring import fault, some_spans  # the benchmark's own judge

    sure = 0
    for number in range(150):
        draw = random.Random(number)
        correction = correct(_invented(draw), ALL[number % len(ALL)], draw, _invented(draw).split("\n"))
        spans = some_spans(correction, draw)
        for span, placement in zip(spans, place(correction.old, correction.new, spans), strict=True):
            if placement.span is not None:
                sure += 1
                assert fault(correction, span, placement.span) == ""
    assert sure > 1000


def _invented(draw: random.Random) -> str:
    """Paragraphs of invented sentences, in one of both scripts."""
    latin = "vojska grad reka most ulica kuća jutro vatra čovek pismo žena dete vreme put zima".split()
    cyrillic = "војска град река мост улица кућа јутро ватра човек писмо жена дете време пут зима".split()
    words, small = (
        (latin, "je i u na da se od".split())
        if draw.random() < 0.5
        else (cyrillic, "је и у на да се од".split())
    )
    endings = "aeiou" if words is latin else "аеиоу"
    lines = []
    for _ in range(draw.randint(4, 20)):
        sentences = []
        for _ in range(draw.randint(1, 4)):
            chosen = [
                draw.choice(small)
                if draw.random() < 0.4
                else draw.choice(words) + draw.choice(endings) + draw.choice(endings)
                for _ in range(draw.randint(2, 14))
            ]
            sentences.append(" ".join(chosen).capitalize() + draw.choice(".!?…."))
        lines.append(" ".join(sentences))
    return "\n".join(lines)
