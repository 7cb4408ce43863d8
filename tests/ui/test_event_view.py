"""An event's page puts side by side what the sources say, and shows where they differ."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.dates import parse_date
from archive_app.core.records import Event, Link
from archive_app.services import events
from archive_app.ui.claim_card import differs, disagree
from archive_app.ui.event_view import EventView
from archive_app.ui.session import Session
from helpers.desk import Desk


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.fixture
def station(desk: Desk) -> Event:
    """The station was taken on one day by the one source, and on another by the other."""
    event = events.add_event(desk.archive, "Заузимање станице", when="20.10.1944", place="Београд")
    for reading, quote, when, who in (
        (desk.latin, "Železničku stanicu zauzeli su borci", "20.10.1944", "borci"),
        (desk.cyrillic, "Железничку станицу су борци заузели", "15.10.1944", ""),
    ):
        made = desk.mark(reading, quote)
        events.link(desk.archive, made.id, event.id, says_when=when, says_who=who)
    return event


@pytest.fixture
def view(session: Session, station: Event, qtbot: QtBot) -> EventView:
    """The page of the event."""
    made = EventView(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_event(station.id)
    made.show()
    return made


def test_the_page_says_when_and_where_it_was(view: EventView) -> None:
    said = texts(view)
    assert "Заузимање станице" in said
    assert "20 October 1944" in said
    assert "Београд" in said
    assert "2 passages in 2 sources; 1 gives a different date" in said


def test_each_source_speaks_in_its_own_script_with_its_own_date(view: EventView, desk: Desk) -> None:
    by_source = {card.claim.source.id: texts(card) for card in view.cards if card.claim.source}
    latin, cyrillic = by_source[desk.latin.source.id], by_source[desk.cyrillic.source.id]
    assert "Železničku stanicu" in latin
    assert "differs" not in latin
    assert "Железничку станицу" in cyrillic
    assert "15 October 1944 (differs)" in cyrillic


def test_a_claim_leads_to_its_place(view: EventView, qtbot: QtBot) -> None:
    card = view.cards[0]
    with qtbot.waitSignal(view.place_requested) as wanted:
        QTest.mouseClick(card.jump, Qt.MouseButton.LeftButton)
    one = card.claim.annotation
    assert wanted.args == [one.text_id, one.start, one.end]


def test_the_page_follows_changes(view: EventView, desk: Desk, station: Event, qtbot: QtBot) -> None:
    link = next(card.claim.link for card in view.cards if card.claim.link.says_when == "1944-10-15")
    events.edit_link(desk.archive, link.id, says_when="20.10.1944")
    qtbot.waitUntil(lambda: "differ" not in texts(view))
    events.edit_event(desk.archive, station.id, title="Пад станице")
    qtbot.waitUntil(lambda: "Пад станице" in texts(view))


def test_an_event_can_be_edited_and_deleted(
    view: EventView, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    edit, delete = (
        next(button for button in view.findChildren(QPushButton) if button.text() == text)
        for text in ("Edit", "Delete")
    )
    with qtbot.waitSignal(view.edit) as wanted:
        edit.click()
    assert wanted.args == [station.id]
    delete.click()
    qtbot.waitUntil(lambda: view.event_id is None)
    assert events.list_events(desk.archive) == []


def test_an_event_without_claims_says_what_to_do(session: Session, desk: Desk, qtbot: QtBot) -> None:
    event = events.add_event(desk.archive, "Тишина")
    view = EventView(session)
    qtbot.addWidget(view)
    view.show_event(event.id)
    assert "Ctrl+E" in texts(view)
    assert "Date unknown" in texts(view)


def claimed(when: str) -> Link:
    date = parse_date(when)
    return Link(
        id="l", annotation_id="a", event_id="e", says_when=date.text, first_day=date.first, last_day=date.last
    )


def dated(when: str) -> Event:
    date = parse_date(when)
    return Event(id="e", title="t", when=date.text, first_day=date.first, last_day=date.last)


@pytest.mark.parametrize(
    ("said", "known", "different"),
    [
        ("15.10.1944", "20.10.1944", True),
        ("октобар 1944", "20.10.1944", False),
        ("1943", "октобар 1944", True),
        ("od 1941", "1944", False),
        ("", "1944", False),
        ("1944", "", False),
    ],
)
def test_a_date_differs_where_it_has_no_day_in_common(said: str, known: str, different: bool) -> None:
    assert differs(claimed(said), dated(known)) is different


def test_sources_disagree_where_two_of_them_do() -> None:
    assert disagree([claimed("15.10.1944"), claimed(""), claimed("20.10.1944")])
    assert not disagree([claimed("oktobar 1944"), claimed("20.10.1944")])
