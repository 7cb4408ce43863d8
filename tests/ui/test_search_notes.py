"""What is said between the switches and the results."""

import pytest
from pytestqt.qtbot import QtBot

from archive_app.core.errors import QueryError, UserError
from archive_app.ui.index_state import IndexState
from archive_app.ui.search_notes import SearchNotes, marked


@pytest.fixture
def notes(qtbot: QtBot) -> SearchNotes:
    made = SearchNotes()
    qtbot.addWidget(made)
    made.resize(360, 200)
    made.show_index_state(IndexState.READY)
    return made


def test_the_wrong_part_of_a_query_is_marked_letter_by_letter() -> None:
    shown = marked("<b> (kula", 4, 5)
    assert "&lt;b&gt; " in shown
    assert ">(</span>" in shown
    assert shown.endswith("kula</span>")


def test_a_long_query_is_shown_around_its_wrong_part() -> None:
    query = "kula " * 30 + "(" + " grad" * 30
    shown = marked(query, 150, 151)
    assert shown.count("…") == 2
    assert len(shown) < 400


def test_a_problem_is_said_with_its_place(notes: SearchNotes) -> None:
    notes.show_problem("(kula", QueryError("This bracket is not closed.", 0, 1))
    assert notes.problem.text() == "This bracket is not closed."
    assert not notes.place.isHidden()
    assert notes.place.accessibleName() == "Wrong here: ("
    notes.show_problem("„“", UserError("Write at least one word."))
    assert notes.place.isHidden()


def test_nothing_to_say_takes_no_room(notes: SearchNotes) -> None:
    assert notes.isHidden()
    notes.show_found(["“krokodil” stands nowhere in the archive."], [])
    assert not notes.isHidden()
    notes.clear()
    assert notes.isHidden()
    for state in set(IndexState) - {IndexState.READY}:
        notes.show_index_state(state)
        assert not notes.isHidden()
        assert "index" in notes.waiting.text().lower()


def test_a_suggestion_is_taken_by_a_click(notes: SearchNotes, qtbot: QtBot) -> None:
    notes.show_found([], ["Kalemegdan", "Kalemegdanska & terasa"])
    assert [link.text() for link in notes.suggestions.links] == ["Kalemegdan", "Kalemegdanska && terasa"]
    with qtbot.waitSignal(notes.suggested) as taken:
        notes.suggestions.links[1].click()
    assert taken.args == ["Kalemegdanska & terasa"]
    notes.show_found([], [])
    assert notes.suggestions.isHidden()
