"""What stands round a date, and which days a person means."""

from pathlib import Path

import pytest

from archive_app.core.errors import UserError
from archive_app.core.spans import Span
from archive_app.services import mentions, sources
from archive_app.services.dated_passages import DatedPassage, days_between, sentence_at, tell
from helpers.desk import Desk, reading_of


def passages(desk: Desk, first: str, last: str) -> list[DatedPassage]:
    """What is told of all mentions of single days between two."""
    mentions.catch_up(desk.archive)
    return tell(desk.archive, mentions.mentions_between(desk.archive, first, last, longest=1))


def test_a_date_is_told_with_its_sentence(desk: Desk) -> None:
    first, *_others, last = passages(desk, "1944-10-15", "1944-10-20")
    assert first.source == desk.cyrillic.source
    assert first.quote.startswith("Железничку станицу су борци заузели 15. октобра")
    for one, reading in ((first, desk.cyrillic), (last, desk.latin)):
        passage = reading.passages[one.ordinal]
        assert passage.start <= one.sentence.start < one.sentence.end <= passage.end
        assert reading.letters[one.sentence.start : one.sentence.end] == one.quote
        assert one.quote[one.words.start : one.words.end] == one.mention.text


def test_what_was_deleted_meanwhile_is_left_out(desk: Desk) -> None:
    mentions.catch_up(desk.archive)
    found = mentions.mentions_between(desk.archive, "1944-10-15", "1944-10-20", longest=1)
    sources.remove_source(desk.archive, desk.latin.source.id)
    assert {one.source.title for one in tell(desk.archive, found)} == {"Дани под бедемом"}


def test_a_date_that_goes_on_in_the_next_paragraph_is_told_as_far_as_its_own_goes(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "zbor.txt"
    path.write_text("Zbor\n\nOtišli su 3. maja\n\n1943. godine i nikada se nisu vratili kući.")
    reading = reading_of(desk.archive, path)
    mentions.catch_up(desk.archive)
    every = mentions.mentions_between(desk.archive, None, None, source_id=reading.source.id)
    for one in tell(desk.archive, every):
        assert one.quote in reading.letters
        assert one.quote[one.words.start : one.words.end]


def test_of_a_sentence_without_an_end_what_is_near_is_taken() -> None:
    letters = "reč " * 5_000
    found = sentence_at(letters, 100, Span(10_100, 10_103))
    assert found.start < 10_100 < 10_103 < found.end
    assert len(found) < 4_000
    assert sentence_at("Prvo. Drugo je 3. maja. Treće.", 0, Span(15, 22)) == Span(6, 23)


def test_days_are_read_as_people_write_them() -> None:
    assert days_between("oktobar 1944", "20. 11. 1944.") == ("1944-10-01", "1944-11-20")
    assert days_between("", "1944") == (None, "1944-12-31")
    assert days_between(" ", "") == (None, None)
    with pytest.raises(UserError, match="earlier date first"):
        days_between("1944", "1943")
    with pytest.raises(UserError, match="no known day"):
        days_between("", "1944/..")
