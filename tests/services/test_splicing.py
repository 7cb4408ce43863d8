"""Other letters are put into a text whose passages are known."""

from archive_app.core.records import Passage, PassageKind
from archive_app.core.spans import Span
from archive_app.services.splicing import Splice, splice

TEXT = "Naslov\n\nPrvi pasus.\n\nDrugi pasus.\n"
PASSAGES = [
    Passage(text_id="t", ordinal=0, kind=PassageKind.HEADING, start=0, end=6),
    Passage(text_id="t", ordinal=1, kind=PassageKind.QUOTATION, start=8, end=19),
    Passage(text_id="t", ordinal=2, kind=PassageKind.PARAGRAPH, start=21, end=33),
]


def said(spliced: Splice) -> list[tuple[str, str]]:
    return [(kind.value, spliced.letters[span.start : span.end]) for kind, span in spliced.passages]


def test_a_longer_passage_shifts_what_stands_behind() -> None:
    spliced = splice(TEXT, PASSAGES, Span(8, 12), "Prvi i najduži")
    assert spliced.letters == TEXT.replace("Prvi", "Prvi i najduži")
    assert said(spliced) == [
        ("heading", "Naslov"),
        ("quotation", "Prvi i najduži pasus."),
        ("paragraph", "Drugi pasus."),
    ]
    assert (spliced.old, spliced.new, spliced.shift) == (Span(8, 19), Span(8, 29), 10)
    assert spliced.ordinals == {0: 0, 1: 1, 2: 2}


def test_a_blank_line_divides_a_passage() -> None:
    spliced = splice(TEXT, PASSAGES, Span(8, 19), "Prvi.\n\nUmetnuti.\nistog reda")
    assert said(spliced)[1:3] == [("quotation", "Prvi."), ("quotation", "Umetnuti.\nistog reda")]
    assert spliced.ordinals == {0: 0, 1: 1, 2: 3}


def test_a_passage_of_which_nothing_is_left_goes() -> None:
    spliced = splice(TEXT, PASSAGES, Span(8, 19), " ")
    assert spliced.letters == "Naslov\n\nDrugi pasus.\n"
    assert said(spliced) == [("heading", "Naslov"), ("paragraph", "Drugi pasus.")]
    assert spliced.ordinals == {0: 0, 2: 1}


def test_the_last_passage_goes_with_the_white_space_before_it() -> None:
    assert splice(TEXT, PASSAGES, Span(21, 33), "").letters == "Naslov\n\nPrvi pasus."


def test_words_across_two_passages() -> None:
    start, end = TEXT.index("pasus."), TEXT.index("Drugi") + 5
    spliced = splice(TEXT, PASSAGES, Span(start, end), "deo. Još jedan")
    assert said(spliced)[1:] == [("quotation", "Prvi deo. Još jedan pasus.")]
    apart = splice(TEXT, PASSAGES, Span(start, end), "deo.\n\nJoš jedan")
    assert said(apart)[1:] == [("quotation", "Prvi deo."), ("paragraph", "Još jedan pasus.")]
