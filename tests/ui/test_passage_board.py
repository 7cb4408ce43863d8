"""On the page of an event the other passages on its time come after it is painted, and are linked with one key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.records import Event
from archive_app.services import events, history
from archive_app.services.archives import open_archive
from archive_app.ui.event_view import EventView
from archive_app.ui.jobs import Runner
from archive_app.ui.passage_board import PassageBoard
from archive_app.ui.session import Session
from helpers.desk import Desk, reading_of


@pytest.fixture
def station(desk: Desk) -> Event:
    """The taking of the station, which no passage is tied to yet."""
    return events.add_event(desk.archive, "Заузимање железничке станице", when="20.10.1944", place="Београд")


@pytest.fixture
def view(session: Session, station: Event, qtbot: QtBot) -> EventView:
    """The page of the event, with the passages found."""
    made = EventView(session)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_event(station.id)
    made.show()
    qtbot.waitUntil(lambda: bool(made.others.cards) and not session.mentions.is_behind())
    qtbot.waitUntil(lambda: "not linked" in made.others.hint.text())
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def dates(board: PassageBoard) -> list[str]:
    """The dates of the cards, EDTF."""
    return [card.passage.mention.edtf for card in board.cards]


def claims(view: EventView) -> list[str]:
    """What the sources are said to state by now."""
    return [card.claim.link.says_when for card in view.cards]


def press(widget: QWidget, letter: str) -> None:
    """Type a letter of any script."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_the_likeliest_passages_stand_first_and_more_are_wanted(view: EventView, qtbot: QtBot) -> None:
    board = view.others
    assert dates(board)[:2] == ["1944-10-20", "1944-10-15"]
    assert len(board.cards) == 4
    assert board.more.isVisible()
    board.more.click()
    assert len(board.cards) > 4
    assert not board.more.isVisible()
    qtbot.waitUntil(board.cards[4].hasFocus)


def test_enter_leads_to_the_place_and_arrows_to_the_next_card(
    view: EventView, desk: Desk, qtbot: QtBot
) -> None:
    first, second = view.others.cards[:2]
    first.setFocus()
    with qtbot.waitSignal(view.place_requested) as asked:
        QTest.keyClick(first, Qt.Key.Key_Return)
    text_id, start, end = asked.args
    assert text_id == desk.latin.text.id
    assert "20. oktobra" in desk.latin.letters[start:end]
    QTest.keyClick(first, Qt.Key.Key_Down)
    qtbot.waitUntil(second.hasFocus)
    QTest.keyClick(second, Qt.Key.Key_Up)
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(view.source_requested):
        first.tab_order()[1].clicked.emit()  # type: ignore[attr-defined]


@pytest.mark.parametrize("letter", ["l", "л"])
def test_one_key_links_a_passage_and_the_next_one_has_the_keyboard(
    letter: str, view: EventView, desk: Desk, qtbot: QtBot
) -> None:
    first, second = view.others.cards[:2]
    first.setFocus()
    press(first, letter)
    qtbot.waitUntil(lambda: claims(view) == ["1944-10-20"])
    qtbot.waitUntil(lambda: dates(view.others)[0] == "1944-10-15")
    assert view.others.cards[0] is second
    qtbot.waitUntil(second.hasFocus)
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: dates(view.others)[:2] == ["1944-10-20", "1944-10-15"])
    assert claims(view) == []


def test_a_passage_that_speaks_of_something_else_is_set_aside(
    view: EventView, desk: Desk, qtbot: QtBot
) -> None:
    board = view.others
    before = dates(board)
    QTest.keyClick(board.cards[1], Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: dates(board)[:1] == before[:1] and "1944-10-15" not in dates(board))
    assert claims(view) == []
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: dates(board) == before)


def test_the_buttons_do_what_the_keys_do(view: EventView, qtbot: QtBot) -> None:
    view.others.cards[0].link.click()
    qtbot.waitUntil(lambda: claims(view) == ["1944-10-20"])
    qtbot.waitUntil(lambda: dates(view.others)[0] == "1944-10-15")
    view.others.cards[0].aside.click()
    qtbot.waitUntil(lambda: "1944-10-15" not in dates(view.others))


def test_the_tab_key_comes_to_them_between_claims_and_notes(view: EventView, qtbot: QtBot) -> None:
    view.others.cards[0].link.click()
    qtbot.waitUntil(lambda: bool(view.cards) and dates(view.others)[0] == "1944-10-15")
    view.cards[-1].jump.setFocus()
    QTest.keyClick(view.cards[-1].jump, Qt.Key.Key_Tab)
    qtbot.waitUntil(view.others.cards[0].hasFocus)


def test_new_passages_come_with_a_new_text(view: EventView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "voz.txt"
    path.write_text("Voz\n\nŽelezničku stanicu u Beogradu videli smo 20. oktobra 1944. godine u dimu.")
    source = reading_of(desk.archive, path).source
    qtbot.waitUntil(lambda: view.others.cards[0].passage.source.id == source.id)
    assert "<b>20. oktobra 1944. godine</b>" in str(
        [label.text() for label in view.others.cards[0].findChildren(type(view.others.hint))]
    )


def test_an_event_without_a_date_has_no_such_list(view: EventView, desk: Desk, qtbot: QtBot) -> None:
    assert view.others.isVisible()
    other = events.add_event(desk.archive, "Ko zna kada")
    view.show_event(other.id)
    assert not view.others.isVisible()
    events.edit_event(desk.archive, other.id, when="1912")
    qtbot.waitUntil(view.others.isVisible)
    assert view.others.cards == []
    assert "No other passage" in view.others.hint.text()


@pytest.fixture
def locked(desk: Desk, station: Event) -> Iterator[Session]:
    """The archive open for reading only."""
    desk.archive.close()
    with open_archive(desk.archive.folder, read_only=True) as archive:
        runner = Runner()
        session = Session(archive, runner)
        yield session
        session.close()
        runner.close()


def test_where_nothing_can_be_written_they_are_only_read(
    locked: Session, station: Event, qtbot: QtBot
) -> None:
    view = EventView(locked)
    qtbot.addWidget(view)
    view.show_event(station.id)
    view.show()
    qtbot.waitUntil(lambda: bool(view.others.cards))
    card = view.others.cards[0]
    assert card.jump.isVisible()
    assert not card.link.isVisible()
    press(card, "l")
    qtbot.wait(30)
    assert not locked.runner.is_busy() or claims(view) == []


def test_the_card_that_has_the_keyboard_stays_in_view(view: EventView, qtbot: QtBot) -> None:
    second = view.others.cards[1]
    view.others.cards[0].setFocus()
    press(view.others.cards[0], "l")
    qtbot.waitUntil(second.hasFocus)
    room = view.viewport().rect()
    qtbot.waitUntil(lambda: room.contains(second.mapTo(view.viewport(), second.rect().center())))
