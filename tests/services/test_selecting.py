"""Selecting by word, sentence and passage."""

from pathlib import Path

import pytest

from archive_app.core.spans import Span
from archive_app.services.archives import Archive
from archive_app.services.selecting import Unit, edge, grown, moved, shrunk
from archive_app.services.sources import Reading
from helpers.desk import reading_of

TEXT = """Прелаз преко реке

Учитељица Јелена пише 14. октобра. Код моста стоје два чамца. Магла је.

„Voda je mirna“, rekao je. – Da, odgovorio je Ilija.
"""
SENTENCE = "Код моста стоје два чамца."


@pytest.fixture
def reading(archive: Archive, tmp_path: Path) -> Reading:
    path = tmp_path / "pismo.txt"
    path.write_text(TEXT, encoding="utf-8")
    return reading_of(archive, path)


def words(reading: Reading, span: Span) -> str:
    return reading.letters[span.start : span.end]


def test_a_selection_grows_from_word_to_sentence_to_passages_and_back(reading: Reading) -> None:
    at = reading.letters.index("стоје") + 2
    steps = [Span(at, at)]
    while (larger := grown(reading, steps[-1])) != steps[-1]:
        steps.append(larger)
    said = [words(reading, step) for step in steps[1:]]
    assert said[:2] == ["стоје", SENTENCE]
    assert said[2].startswith("Учитељица")
    assert said[2].endswith("Магла је.")
    assert said[3].endswith("Ilija.")
    assert said[4] == reading.letters.strip()
    assert len(said) == 5
    for smaller, larger in zip(reversed(steps[:-1]), reversed(steps), strict=False):
        assert shrunk(reading, larger, at) == smaller


def test_a_selection_of_any_letters_grows_to_whole_words_first(reading: Reading) -> None:
    start = reading.letters.index("оста стоје дв")
    span = grown(reading, Span(start, start + len("оста стоје дв")))
    assert words(reading, span) == "моста стоје два"
    assert words(reading, grown(reading, span)) == SENTENCE


def test_what_covers_two_sentences_grows_to_both(reading: Reading) -> None:
    start, end = reading.letters.index("октобра"), reading.letters.index(" стоје")
    span = grown(reading, Span(start, end))
    assert words(reading, span) == f"Учитељица Јелена пише 14. октобра. {SENTENCE}"


def test_a_caret_beside_all_words_grows_to_its_sentence(reading: Reading) -> None:
    at = reading.letters.index("– Da")
    assert words(reading, grown(reading, Span(at, at))) == "– Da, odgovorio je Ilija."


def test_shrinking_begins_at_the_start_where_nobody_knows_the_origin(reading: Reading) -> None:
    whole = Span(0, len(reading.letters))
    assert words(reading, shrunk(reading, Span(0, 17), 10_000)) == "Прелаз"
    assert len(shrunk(reading, whole, 3)) < len(whole)
    assert shrunk(reading, Span(0, 6), 2) == Span(2, 2)


def test_an_end_goes_on_by_sentence_and_by_passage(reading: Reading) -> None:
    letters = reading.letters
    at = letters.index("моста")
    ends = [at]
    for _step in range(3):
        ends.append(edge(reading, ends[-1], Unit.SENTENCE, 1))
    assert [letters[:end].split()[-1] for end in ends[1:]] == ["чамца.", "је.", "je."]
    assert edge(reading, at, Unit.SENTENCE, -1) == letters.index("Код")
    assert edge(reading, letters.index("Код"), Unit.SENTENCE, -1) == letters.index("Учитељица")
    assert edge(reading, at, Unit.PASSAGE, 1) == letters.index("\n\n„")
    assert edge(reading, letters.index("Учитељица"), Unit.PASSAGE, -1) == 0
    assert edge(reading, len(letters), Unit.PASSAGE, 1) == len(letters)


def test_the_ends_of_a_span_move_by_words_and_never_cross(reading: Reading) -> None:
    start = reading.letters.index("моста стоје")
    span = Span(start, start + len("моста стоје"))
    assert words(reading, moved(reading, span, end=1)) == "моста стоје два"
    assert words(reading, moved(reading, span, end=-1)) == "моста"
    assert words(reading, moved(reading, span, start=-1)) == "Код моста стоје"
    one = moved(reading, span, start=1)
    assert words(reading, one) == "стоје"
    assert moved(reading, one, start=1) == moved(reading, one, end=-1) == one


def test_a_text_of_one_endless_word_is_selected_whole(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "reč.txt"
    path.write_text("а" * 200_000, encoding="utf-8")
    reading = reading_of(archive, path)
    span = grown(reading, Span(100_000, 100_000))
    assert span == Span(0, 200_000)
    assert grown(reading, span) == span
    assert moved(reading, span, end=1, start=-1) == span


def test_letters_beyond_the_basic_plane_count_as_one(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "znaci.txt"
    path.write_text("Знак 🂡 на 𝔄𝔅 страни. 😀😀 Друга страна.", encoding="utf-8")
    reading = reading_of(archive, path)
    at = reading.letters.index("𝔅")
    span = grown(reading, Span(at, at))
    assert words(reading, span) == "𝔄𝔅"
    assert words(reading, grown(reading, span)).startswith("Знак 🂡 на 𝔄𝔅 страни.")
