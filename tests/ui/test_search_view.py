"""A word typed in one script finds both sources, and each hit says why and leads to its place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from archive_app.core.hits import Facet, Hit, Order, RecordKind, SearchRequest, Tier
from archive_app.services import indexing
from archive_app.ui.concordance_view import Column
from archive_app.ui.facet_view import FacetRow
from archive_app.ui.search_panel import PORTION
from archive_app.ui.search_view import SearchView
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def view(desk: Desk, session: Session, qtbot: QtBot) -> SearchView:
    """The results, over an index that knows both articles."""
    indexing.catch_up(desk.archive)
    made = SearchView(session)
    qtbot.addWidget(made)
    made.resize(384, 640)
    made.show()
    return made


@pytest.fixture
def box(view: SearchView, qtbot: QtBot) -> QLineEdit:
    """A search box that works on the results."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    view.follow(made)
    return made


def search(view: SearchView, query: str, qtbot: QtBot) -> tuple[Hit, ...]:
    with qtbot.waitSignal(view.result_shown):
        view.search(query)
    return view.results.list.hits.hits


def texts(view: SearchView) -> list[str]:
    return [hit.text for hit in view.results.list.hits.hits]


def choose(view: SearchView, facet: Facet, value: str, qtbot: QtBot) -> None:
    rows = view.results.facets.facets.rows
    number = next(n for n, row in enumerate(rows) if (row.facet, row.value) == (facet, value))
    with qtbot.waitSignal(view.result_shown):
        view.results.facets.turn(view.results.facets.facets.index(number))


def test_both_sources_are_found_in_either_script(view: SearchView, desk: Desk, qtbot: QtBot) -> None:
    sources = {desk.latin.source.id, desk.cyrillic.source.id}
    for query in ("kalemegdan", "Калемегдан", "kalemegdanu"):
        assert {hit.source_id for hit in search(view, query, qtbot)} == sources
    total = view.result.total if view.result else 0
    assert view.head.summary.text() == f"{total} results for “kalemegdanu”"


def test_a_switch_leaves_out_what_was_found_in_one_way(view: SearchView, qtbot: QtBot) -> None:
    every = search(view, "kalemegdan", qtbot)
    with qtbot.waitSignal(view.result_shown):
        view.chips.chips[Tier.WORD].click()
    exact = view.results.list.hits.hits
    assert 0 < len(exact) < len(every)
    assert {form.tier for hit in exact for form in hit.matched} == {Tier.EXACT}
    with qtbot.waitSignal(view.result_shown):
        view.chips.chips[Tier.WORD].click()
    assert texts(view) == [hit.text for hit in every]


def test_a_reason_in_a_row_switches_it_off(view: SearchView, qtbot: QtBot) -> None:
    search(view, "kalemegdan", qtbot)
    listed = view.results.list
    row = next(n for n, hit in enumerate(listed.hits.hits) if hit.matched[0].tier is Tier.WORD)
    area = listed.visualRect(listed.hits.index(row))
    spots = [area.topLeft() + QPoint(x, y) for y in range(4, area.height(), 4) for x in range(4, 200, 8)]
    spot = next(at for at in spots if (found := listed.reason_at(at)) and found.tier is Tier.WORD)
    with qtbot.waitSignal(view.result_shown), qtbot.assertNotEmitted(view.hit_activated):
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not view.chips.chips[Tier.WORD].isChecked()


def test_results_are_narrowed_and_widened_again(view: SearchView, desk: Desk, qtbot: QtBot) -> None:
    every = search(view, "oktobar", qtbot)
    with qtbot.waitSignal(view.result_shown):
        view.head.filter_button.click()
    assert view.results.facets.isVisible()
    choose(view, Facet.KIND, RecordKind.PHOTO.value, qtbot)
    assert {hit.kind for hit in view.results.list.hits.hits} == {RecordKind.PHOTO}
    choose(view, Facet.SOURCE, desk.latin.source.id, qtbot)
    assert {hit.source_id for hit in view.results.list.hits.hits} == {desk.latin.source.id}
    assert [chip.text() for chip in view.narrowed.chips] == ["Photos", desk.latin.source.title, "clear all"]
    assert view.head.filter_button.text() == "Filter (2)"
    with qtbot.waitSignal(view.result_shown):
        view.narrowed.chips[0].click()
    assert {hit.kind for hit in view.results.list.hits.hits} > {RecordKind.PHOTO}
    view.narrowed.removed.emit(Facet.SOURCE, desk.latin.source.id)
    qtbot.waitUntil(lambda: len(view.results.list.hits.hits) == len(every))
    assert not view.narrowed.isVisible()


def test_filters_are_shown_where_there_is_something_to_narrow(view: SearchView, qtbot: QtBot) -> None:
    view.head.filter_button.click()
    assert not view.results.facets.isVisible()
    search(view, "oktobar", qtbot)
    assert view.results.facets.isVisible()
    search(view, "krokodil", qtbot)
    assert not view.results.facets.isVisible()


def test_more_than_one_value_of_a_facet_can_be_chosen(view: SearchView, qtbot: QtBot) -> None:
    search(view, "oktobar", qtbot)
    with qtbot.waitSignal(view.result_shown):
        view.head.filter_button.click()
    choose(view, Facet.KIND, RecordKind.PHOTO.value, qtbot)
    assert FacetRow(Facet.KIND, "photo", "Photos", 2, True) in view.results.facets.facets.rows
    choose(view, Facet.KIND, RecordKind.PASSAGE.value, qtbot)
    assert {hit.kind for hit in view.results.list.hits.hits} == {RecordKind.PHOTO, RecordKind.PASSAGE}


def test_hits_are_sorted_by_source(view: SearchView, qtbot: QtBot) -> None:
    search(view, "kalemegdan", qtbot)
    with qtbot.waitSignal(view.result_shown):
        view.head.show_order(Order.SOURCE)
        view.head.order_changed.emit()
    places = [(hit.source_id, hit.start) for hit in view.results.list.hits.hits if hit.kind == "passage"]
    assert places == sorted(places, key=lambda place: ([p[0] for p in places].index(place[0]), place[1]))
    assert view.head.sort_button.text() == "By source"


def test_the_concordance_shows_each_word_in_its_line(view: SearchView, qtbot: QtBot) -> None:
    search(view, "kalemegdan", qtbot)
    with qtbot.waitSignal(view.wide_wanted) as wide:
        view.head.lines_button.click()
    assert wide.args == [True]
    lines = view.results.lines
    qtbot.waitUntil(lambda: bool(lines.lines.lines))
    assert lines.isVisible()
    assert {line.keyword for line in lines.lines.lines} >= {"Kalemegdanu", "Калемегдан", "Калемегдану"}
    assert "lines for “kalemegdan”" in view.head.summary.text()
    with qtbot.waitSignal(view.line_activated) as opened:
        lines.setCurrentIndex(lines.lines.index(1, Column.KEYWORD))
        QTest.keyClick(lines, Qt.Key.Key_Return)
    assert opened.args == [lines.lines.lines[1]]
    with qtbot.waitSignal(view.wide_wanted):
        view.head.list_button.click()
    assert view.results.list.isVisible()
    assert "results for" in view.head.summary.text()


def test_a_click_on_a_heading_sorts_the_lines(view: SearchView, qtbot: QtBot) -> None:
    search(view, "kalemegdan", qtbot)
    view.show_lines(True)
    lines = view.results.lines
    qtbot.waitUntil(lambda: bool(lines.lines.lines))

    def words() -> list[str]:
        return [line.keyword for line in lines.lines.lines]

    before = words()
    lines.horizontalHeader().sectionClicked.emit(Column.KEYWORD)
    qtbot.waitUntil(lambda: words() != before)
    folded = [{"а": "a", "у": "u"}.get(word[-1], word[-1]) for word in words()]
    assert folded == sorted(folded, key=["n", "н", "a", "u"].index)


def test_a_hit_is_opened_from_the_search_box(view: SearchView, box: QLineEdit, qtbot: QtBot) -> None:
    box.setText("kalemegdan")
    hits = search(view, "kalemegdan", qtbot)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert view.results.list.current_hit() == hits[0]
    QTest.keyClick(view.results.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.hit_activated) as opened:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened.args == [hits[1]]


def test_enter_opens_the_first_hit_as_soon_as_it_is_there(
    view: SearchView, box: QLineEdit, qtbot: QtBot
) -> None:
    box.setText("kalemegdan")
    view.search("kalemegdan")
    with qtbot.waitSignals([view.hit_activated, view.left]):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert view.results.list.current_hit() == view.results.list.hits.hits[0]


def test_enter_opens_nothing_that_answers_an_older_query(
    view: SearchView, box: QLineEdit, qtbot: QtBot
) -> None:
    search(view, "kalemegdan", qtbot)
    box.setText("golubovi")
    with qtbot.waitSignal(box.returnPressed), qtbot.assertNotEmitted(view.hit_activated):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_up_from_the_first_hit_goes_back_to_the_box(view: SearchView, box: QLineEdit, qtbot: QtBot) -> None:
    box.setText("kalemegdan")
    search(view, "kalemegdan", qtbot)
    QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.results.list.left_upwards):
        QTest.keyClick(view.results.list, Qt.Key.Key_Up)


def test_what_was_shown_stays_until_the_answer_is_there(view: SearchView, qtbot: QtBot) -> None:
    search(view, "kalemegdan", qtbot)
    before = texts(view)
    with qtbot.waitSignal(view.result_shown):
        view.search("golubovi")
        assert texts(view) == before
        assert view.results.list.isVisible()
    assert len(texts(view)) == 1


def test_a_word_that_is_not_finished_finds_what_begins_with_it(view: SearchView, qtbot: QtBot) -> None:
    hits = search(view, "kalemeg", qtbot)
    assert hits
    assert "begin" in view.notes.notices.text()
    assert search(view, "kalemegdan", qtbot)
    assert "begin" not in view.notes.notices.text()


def test_the_same_search_leaves_the_list_where_it_is(view: SearchView, qtbot: QtBot) -> None:
    search(view, "kalemegdan", qtbot)
    view.step(1)
    view.step(1)
    gone_to = view.results.list.current_hit()
    search(view, "kalemegdan", qtbot)
    assert view.results.list.current_hit() == gone_to
    search(view, "oktobar", qtbot)
    assert view.results.list.current_hit() is None


def test_further_hits_come_with_scrolling(
    view: SearchView, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    for number in range(PORTION + 20):
        desk.mark(desk.latin, "golubovi", note=f"mistral broj {number}")
    indexing.catch_up(desk.archive)
    assert len(search(view, "mistral", qtbot)) == PORTION
    bar = view.results.list.verticalScrollBar()

    def all_there() -> bool:
        # The list may still be laid out: the end is gone to until there is no more.
        bar.setValue(bar.maximum())
        return len(view.results.list.hits.hits) == PORTION + 20

    qtbot.waitUntil(all_there)
    assert len(set(texts(view))) == PORTION + 20
    assert view.result is not None
    assert len(view.result.hits) == PORTION + 20


def test_a_wrong_query_is_shown_with_its_wrong_place(view: SearchView, box: QLineEdit, qtbot: QtBot) -> None:
    search(view, "kalemegdan", qtbot)
    before = texts(view)
    with qtbot.waitSignal(view.refused):
        view.search("kula AND date:nikad")
    assert view.notes.problem.isVisible()
    assert "nikad" in view.notes.place.text()
    assert box.property("wrong")
    assert texts(view) == before
    assert not view.activate()
    search(view, "kalemegdan", qtbot)
    assert not view.notes.problem.isVisible()
    assert not box.property("wrong")


def test_a_slip_of_the_pen_is_answered_with_a_better_word(view: SearchView, qtbot: QtBot) -> None:
    assert search(view, "kalemgedan", qtbot) == ()
    link = view.notes.suggestions.links[0]
    with qtbot.waitSignals([view.result_shown, view.query_taken]):
        link.click()
    assert view.query == link.text()
    assert texts(view)


def test_nothing_among_what_was_chosen_offers_to_search_everything(view: SearchView, qtbot: QtBot) -> None:
    search(view, "kalemegdani", qtbot)
    with qtbot.waitSignal(view.result_shown):
        view.chips.only(Tier.EXACT)
    assert view.results.empty.button.text() == "Search everything"
    with qtbot.waitSignal(view.result_shown):
        view.results.empty.button.click()
    assert texts(view)


def test_a_search_is_taken_up_with_all_that_was_chosen(view: SearchView, desk: Desk, qtbot: QtBot) -> None:
    request = SearchRequest(
        query="oktobar",
        tiers=frozenset(Tier) - {Tier.RELATED},
        narrowed={Facet.SOURCE: frozenset({desk.latin.source.id})},
        order=Order.DATE,
        ijekavian=True,
    )
    with qtbot.waitSignals([view.result_shown, view.query_taken]):
        view.take_up(request)
    asked = view.asked()
    assert asked is not None
    assert (asked.tiers, asked.narrowed, asked.order) == (request.tiers, request.narrowed, request.order)
    assert asked.ijekavian
    assert [chip.text() for chip in view.narrowed.chips] == [desk.latin.source.title]
    view.reset()
    assert view.query == ""
    assert not view.is_narrowed()


def test_several_hits_are_chosen_without_opening_them(view: SearchView, qtbot: QtBot) -> None:
    hits = search(view, "kalemegdan", qtbot)
    listed = view.results.list
    first, second = (listed.visualRect(listed.hits.index(row)).center() for row in (0, 1))
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=first)
    with qtbot.assertNotEmitted(view.hit_activated):
        QTest.mouseClick(
            listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, second
        )
    assert view.chosen_hits() == list(hits[:2])


def test_a_click_opens_a_hit_and_escape_closes_the_results(view: SearchView, qtbot: QtBot) -> None:
    hits = search(view, "kalemegdan", qtbot)
    point = view.results.list.visualRect(view.results.list.hits.index(0)).center()
    with qtbot.waitSignal(view.hit_activated) as opened:
        QTest.mouseClick(view.results.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.args == [hits[0]]
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view.results.list, Qt.Key.Key_Escape)


def test_nothing_found_says_what_to_try(view: SearchView, qtbot: QtBot) -> None:
    assert search(view, "krokodil", qtbot) == ()
    assert view.results.empty.isVisible()
    assert view.results.empty.title.text() == "Nothing found"


def test_a_query_without_words_is_explained(view: SearchView, qtbot: QtBot) -> None:
    view.search("„“")
    qtbot.waitUntil(lambda: view.results.empty.title.text() == "Please write it differently")
    assert "word" in view.results.empty.text.text()


def test_an_answer_that_comes_late_is_dropped(view: SearchView, qtbot: QtBot) -> None:
    view.search("golubovi")
    view.search("kalemegdan")
    qtbot.waitUntil(lambda: view.result is not None and not view._session.runner.is_busy())
    assert view.result is not None
    assert view.result.query == "kalemegdan"


def test_what_was_just_written_is_found_once_the_index_has_caught_up(
    view: SearchView, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    assert search(view, "mistral", qtbot) == ()
    desk.mark(desk.latin, "golubovi", note="Mistral nije ovde")
    qtbot.waitUntil(lambda: view.notes.waiting.isVisible())
    qtbot.waitUntil(lambda: len(view.results.list.hits.hits) == 1, timeout=5000)
    qtbot.waitUntil(lambda: not view.notes.waiting.isVisible(), timeout=5000)
