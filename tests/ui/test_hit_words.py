"""A hit in words: what is shown of it, and why it was found."""

import pytest

from archive_app.core.hits import Hit, MatchedForm, RecordKind, Tier
from archive_app.core.records import Script
from archive_app.ui.hit_words import Reason, heading, reasons, snippet


def hit(text: str, *spans: tuple[int, int], forms: tuple[MatchedForm, ...] = (), title: str = "Извор") -> Hit:
    return Hit(
        kind=RecordKind.PASSAGE,
        id="t:1",
        record_id="t",
        ordinal=1,
        source_id="s",
        source_title=title,
        source_script=Script.CYRILLIC,
        start=0,
        end=len(text),
        text=text,
        highlights=spans,
        matched=forms,
        score=1.0,
    )


def test_a_snippet_shows_the_words_around_what_was_found() -> None:
    text = "реч " * 100 + "кула" + " реч" * 100
    shown = snippet(hit(text, (400, 404)))
    ((start, end),) = shown.marks
    assert shown.text[start:end] == "кула"
    assert shown.text.startswith("… ")
    assert shown.text.endswith("…")
    assert len(shown.text) < 350


def test_a_short_text_is_shown_whole_and_marks_count_as_qt_does() -> None:
    shown = snippet(hit("😀 кула", (2, 6)))
    assert shown.text == "😀 кула"
    assert shown.marks == ((3, 7),)


@pytest.mark.parametrize(
    ("query", "form", "why"),
    [
        ("kula", MatchedForm("kula", Tier.EXACT), Reason("as typed", Tier.EXACT)),
        ("kula", MatchedForm("кула", Tier.EXACT), Reason("other script", None)),
        ("cuprija", MatchedForm("ćuprija", Tier.FOLDED), Reason("without diacritics", Tier.FOLDED)),
        ("kula", MatchedForm("куле", Tier.WORD), Reason("other form", Tier.WORD)),
        ("Beograd", MatchedForm("beogradski", Tier.RELATED), Reason("related word", Tier.RELATED)),
        ("reka", MatchedForm("ријека", Tier.SPELLING), Reason("other spelling", Tier.SPELLING)),
    ],
)
def test_a_hit_says_why_it_was_found(query: str, form: MatchedForm, why: Reason) -> None:
    assert reasons(hit(form.form, (0, 4), forms=(form,)), query) == [why]


def test_another_name_is_said_whole() -> None:
    forms = (
        MatchedForm("писмо", Tier.EXACT),
        MatchedForm("Јосипа", Tier.NAME),
        MatchedForm("Броза", Tier.NAME),
    )
    found = hit("Ту је писмо: Јосипа\nБроза", (6, 11), (13, 19), (20, 25), forms=forms)
    assert [one.words for one in reasons(found, "писмо Тита")] == ["as typed", "other name: Јосипа Броза"]
    assert reasons(found, "писмо Тита")[1].tier is Tier.NAME


def test_each_reason_is_said_once_the_nearest_first() -> None:
    forms = (MatchedForm("куле", Tier.WORD), MatchedForm("кула", Tier.EXACT), MatchedForm("кули", Tier.WORD))
    assert [one.words for one in reasons(hit("куле кула кули", forms=forms), "кула")] == [
        "as typed",
        "other form",
    ]


def test_a_hit_without_a_source_is_headed_by_what_it_is() -> None:
    assert heading(hit("кула")) == "Извор"
    assert heading(hit("кула", title="")) == "Passage"
