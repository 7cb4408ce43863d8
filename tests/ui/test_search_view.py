"""A word typed in one script finds both sources, and each hit says why and leads to its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from archive_app.core.hits import Hit, MatchedForm, RecordKind, Tier
from archive_app.core.records import Script
from archive_app.services import indexing
from archive_app.ui.hit_list import reasons, snippet
from archive_app.ui.search_view import SearchView
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def view(desk: Desk, session: Session, qtbot: QtBot) -> SearchView:
    """The results, over an index that knows both articles."""
    indexing.catch_up(desk.archive)
    made = SearchView(session)
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    return made


def search(view: SearchView, query: str, qtbot: QtBot) -> tuple[Hit, ...]:
    with qtbot.waitSignal(view.result_shown):
        view.search(query)
    return view.list.hits.hits


def test_both_sources_are_found_in_either_script(view: SearchView, desk: Desk, qtbot: QtBot) -> None:
    sources = {desk.latin.source.id, desk.cyrillic.source.id}
    for query in ("kalemegdan", "Калемегдан", "kalemegdanu"):
        assert {hit.source_id for hit in search(view, query, qtbot)} == sources
    total = view.result.total if view.result else 0
    assert view.summary.text() == f"{total} results for “kalemegdanu”"


def test_only_the_chosen_kinds_are_listed(view: SearchView, qtbot: QtBot) -> None:
    assert {hit.kind for hit in search(view, "oktobar", qtbot)} > {RecordKind.PHOTO}
    with qtbot.waitSignal(view.result_shown):
        view.kinds[RecordKind.PHOTO].click()
    assert {hit.kind for hit in view.list.hits.hits} == {RecordKind.PHOTO}
    assert view.chosen_kinds() == [RecordKind.PHOTO]
    with qtbot.waitSignal(view.result_shown):
        view.kinds[None].click()
    assert view.chosen_kinds() is None


def test_exact_letters_leave_other_forms_out(view: SearchView, qtbot: QtBot) -> None:
    every = len(search(view, "kalemegdan", qtbot))
    with qtbot.waitSignal(view.result_shown):
        view.exact.click()
    assert 0 < len(view.list.hits.hits) < every


def test_a_hit_is_opened_from_the_search_box(view: SearchView, qtbot: QtBot) -> None:
    box = QLineEdit("kalemegdan")
    qtbot.addWidget(box)
    view.follow(box)
    hits = search(view, "kalemegdan", qtbot)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.hit_activated) as opened:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened.args == [hits[1]]


def test_enter_searches_again_after_the_words_were_changed(view: SearchView, qtbot: QtBot) -> None:
    box = QLineEdit("kalemegdan")
    qtbot.addWidget(box)
    view.follow(box)
    search(view, "kalemegdan", qtbot)
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.setText("golubovi")
    with qtbot.waitSignal(box.returnPressed), qtbot.assertNotEmitted(view.hit_activated):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_a_click_opens_a_hit_and_escape_closes_the_results(view: SearchView, qtbot: QtBot) -> None:
    hits = search(view, "kalemegdan", qtbot)
    point = view.list.visualRect(view.list.hits.index(0)).center()
    with qtbot.waitSignal(view.hit_activated) as opened:
        QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened.args == [hits[0]]
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view.list, Qt.Key.Key_Escape)


def test_nothing_found_says_what_to_try(view: SearchView, qtbot: QtBot) -> None:
    assert search(view, "krokodil", qtbot) == ()
    assert view.empty.isVisible()
    assert view.empty.title.text() == "Nothing found"


def test_a_query_without_words_is_explained(view: SearchView, qtbot: QtBot) -> None:
    view.search("„“")
    qtbot.waitUntil(lambda: view.empty.title.text() == "Please write it differently")
    assert "word" in view.empty.text.text()


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
    qtbot.waitUntil(lambda: view.waiting.isVisible())
    qtbot.waitUntil(lambda: len(view.list.hits.hits) == 1, timeout=5000)
    qtbot.waitUntil(lambda: not view.waiting.isVisible(), timeout=5000)


def hit(text: str, *spans: tuple[int, int], forms: tuple[MatchedForm, ...] = ()) -> Hit:
    return Hit(
        kind=RecordKind.PASSAGE,
        id="t:1",
        record_id="t",
        ordinal=1,
        source_id="s",
        source_title="Извор",
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
    assert len(shown.text) < 300


def test_a_short_text_is_shown_whole_and_marks_count_as_qt_does() -> None:
    shown = snippet(hit("😀 кула", (2, 6)))
    assert shown.text == "😀 кула"
    assert shown.marks == ((3, 7),)


@pytest.mark.parametrize(
    ("query", "form", "why"),
    [
        ("kula", MatchedForm("kula", Tier.EXACT), "as typed"),
        ("kula", MatchedForm("кула", Tier.EXACT), "other script"),
        ("cuprija", MatchedForm("ćuprija", Tier.FOLDED), "other spelling"),
        ("kula", MatchedForm("куле", Tier.WORD), "other form"),
        ("Beograd", MatchedForm("beogradski", Tier.RELATED), "related word"),
    ],
)
def test_a_hit_says_why_it_was_found(query: str, form: MatchedForm, why: str) -> None:
    assert reasons(hit(form.form, (0, 4), forms=(form,)), query) == [why]
