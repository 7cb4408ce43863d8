"""While a person types only the newest question is answered, and a word may still be unfinished."""

import pytest
from pytestqt.qtbot import QtBot

from archive_app.services.archives import Archive
from archive_app.ui.jobs import Lane
from archive_app.ui.search_asking import Asker, answer, is_unfinished
from archive_app.ui.session import Session
from helpers.desk import Desk, request


@pytest.mark.parametrize("query", ["kalem", "stara kul", "Калем", "title:kul AND gra"])
def test_a_plain_word_at_the_end_may_be_unfinished(query: str) -> None:
    assert is_unfinished(query)


@pytest.mark.parametrize(
    "query", ["k", "kalem*", '"stara kul', "kula AND", "kula)", "grad~", "„стара кул", ""]
)
def test_anything_else_is_taken_as_it_stands(query: str) -> None:
    assert not is_unfinished(query)


def test_an_unfinished_word_is_looked_for_as_a_beginning(desk: Desk) -> None:
    desk.found("kalemegdan")
    begun = answer(desk.archive, request("kalemeg"))
    assert begun.is_begun
    assert begun.asked.query == "kalemeg*"
    assert begun.result.total > 0
    whole = answer(desk.archive, request("kalemegdan"))
    assert not whole.is_begun
    nothing = answer(desk.archive, request("krokod"))
    assert not nothing.is_begun
    assert nothing.result.total == 0


def test_only_the_newest_question_is_answered(session: Session, qtbot: QtBot) -> None:
    asked: list[int] = []

    def square(_archive: Archive, number: int) -> int:
        asked.append(number)
        return number * number

    asker = Asker(session, "Counting", square, session)
    heard: list[int] = []
    asker.answered.connect(heard.append)
    for number in range(1, 8):
        asker.ask(number)
    assert asker.is_waiting()
    qtbot.waitUntil(lambda: not asker.is_waiting())
    assert heard == [49]
    assert asked == [1, 7]


def test_a_question_that_was_given_up_is_not_answered(session: Session, qtbot: QtBot) -> None:
    asker = Asker(session, "Counting", lambda _archive, number: number, session)
    heard: list[int] = []
    asker.answered.connect(heard.append)
    asker.ask(1)
    asker.forget()
    assert not asker.is_waiting()
    qtbot.waitUntil(lambda: not session.runner.is_busy(Lane.SEARCH))
    assert heard == []
    with qtbot.waitSignal(asker.answered) as answered:
        asker.ask(2)
    assert answered.args == [2]
