"""Every keyword in its context, in the order of the azbuka across both scripts."""

import pytest

from archive_app.core.errors import QueryError
from archive_app.core.hits import Concordance, LineOrder, RecordKind, SearchRequest
from archive_app.services import indexing, sources
from archive_app.services.concordances import concordance
from helpers.desk import Desk, request


def lines(
    desk: Desk, asked: SearchRequest, order: LineOrder = LineOrder.RIGHT, **options: int
) -> Concordance:
    indexing.catch_up(desk.archive)
    return concordance(desk.archive, asked, order, **options)


def test_each_line_is_one_keyword_with_what_stands_around_it(desk: Desk) -> None:
    found = lines(desk, request("svesci", kinds=[RecordKind.PASSAGE]))
    assert (found.total, found.read) == (2, 2)
    assert {line.keyword for line in found.lines} == {"svesku", "svesci", "свесци"}
    for line in found.lines:
        assert line.hit.text[line.start : line.end] == line.keyword
        around = line.hit.text.replace("\n", " ")
        assert f"{line.left}{line.keyword}{line.right}" in around


def test_contexts_are_cut_between_words(desk: Desk) -> None:
    (line,) = lines(desk, request("harmoniku", exact=True), width=14).lines
    assert (line.left, line.keyword, line.right) == ("neko svirao ", "harmoniku", " do mraka.")
    (line,) = lines(desk, request("harmoniku", exact=True), width=10).lines
    assert (line.left, line.right) == ("svirao ", " do mraka.")
    (line,) = lines(desk, request("harmoniku", exact=True), width=4).lines
    assert (line.left, line.right) == ("", " do")


def test_lines_are_sorted_by_the_words_after_across_scripts(desk: Desk) -> None:
    found = lines(desk, request("oktobar", kinds=[RecordKind.PASSAGE]))
    assert [" ".join(line.right.split()[:2]) for line in found.lines] == [
        "1944. godine",
        "1944. године",
        "1944, Ђорђе",
        "1944. Foto:",
        "горела ватра,",
        ", kada",
        "пред вече,",
    ]


def test_lines_are_sorted_by_the_words_before_the_nearest_first(desk: Desk) -> None:
    found = lines(desk, request("Kalemegdan", kinds=[RecordKind.PASSAGE]), LineOrder.LEFT)
    before = [" ".join(line.left.split()[-2:]) for line in found.lines]
    assert before == ["па је", "Код", "je kod", "На", "a na", "stražari na"]


def test_lines_are_sorted_by_the_keyword_and_then_by_what_follows(desk: Desk) -> None:
    found = lines(desk, request("Kalemegdan", kinds=[RecordKind.PASSAGE]), LineOrder.KEYWORD)
    assert [line.keyword for line in found.lines] == [
        "Калемегдан",
        "Калемегдана",
        "Kalemegdana",
        "Kalemegdanu",
        "Калемегдану",
        "Kalemegdanu",
    ]


def test_lines_by_source_stand_as_they_are_read(desk: Desk) -> None:
    found = lines(desk, request("Kalemegdan", kinds=[RecordKind.PASSAGE]), LineOrder.SOURCE)
    places = [(line.hit.source_title, line.hit.start + line.start) for line in found.lines]
    titles = [title for title, _place in places]
    assert titles == sorted(titles, key=titles.index)
    for title in set(titles):
        of_one = [place for name, place in places if name == title]
        assert of_one == sorted(of_one)


def test_lines_by_date_begin_with_the_oldest_source(desk: Desk) -> None:
    sources.edit_source(desk.archive, desk.latin.source.id, date="1950")
    sources.edit_source(desk.archive, desk.cyrillic.source.id, date="1945")
    found = lines(desk, request("Kalemegdan", kinds=[RecordKind.PASSAGE]), LineOrder.DATE)
    assert [line.hit.source_id for line in found.lines] == [
        *[desk.cyrillic.source.id] * 3,
        *[desk.latin.source.id] * 3,
    ]


def test_a_phrase_is_one_keyword(desk: Desk) -> None:
    found = lines(desk, request('"железничку станицу"'))
    assert {line.keyword for line in found.lines} == {"Železničku stanicu", "Железничку станицу"}
    assert len(found.lines) == 2


def test_a_concordance_reads_so_many_documents_and_says_how_many(desk: Desk) -> None:
    found = lines(desk, request("Kalemegdan"), most=2)
    assert (found.total, found.read, len(found.lines)) == (6, 2, 2)
    nothing = lines(desk, request("dirižabl"))
    assert (nothing.total, nothing.read, nothing.lines) == (0, 0, ())


def test_a_query_that_cannot_be_understood_says_where(desk: Desk) -> None:
    with pytest.raises(QueryError) as caught:
        lines(desk, request("date:lipanj22 most"))
    assert (caught.value.start, caught.value.end) != (0, 0)
