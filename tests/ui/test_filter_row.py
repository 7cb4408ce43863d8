"""Narrowing the annotations beside a text by colour, tag, person and event."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import annotating, events, history
from archive_app.ui.inspector_view import InspectorView
from helpers.desk import Desk


@pytest.fixture
def inspector(inspector: InspectorView, desk: Desk, qtbot: QtBot) -> InspectorView:
    """Three annotations beside the Cyrillic article: two tagged under one tag, one of them linked."""
    desk.mark(desk.cyrillic, "два празна чамца", tags=["Вода / Сава"], colour=Colour.BLUE)
    linked = desk.mark(desk.cyrillic, "Учитељица Јелена", tags=["Вода"], colour=Colour.GREEN, note="ко је?")
    desk.mark(desk.cyrillic, "ценом хлеба", colour=Colour.GREEN)
    events.link(desk.archive, linked.id, events.add_event(desk.archive, "Поплава").id)
    qtbot.waitUntil(lambda: len(inspector.list.cards.rows) == 3)
    return inspector


def shown(inspector: InspectorView) -> list[str]:
    return sorted(one.annotation.quote for one in inspector.list.cards.rows)


def entries(inspector: InspectorView, kind: str) -> list[str]:
    return [action.text() for action in inspector.filter_row.fill(kind).actions() if action.text()]


def test_a_colour_narrows_and_the_number_is_said(inspector: InspectorView) -> None:
    row = inspector.filter_row
    assert row.shown.isHidden()
    assert entries(inspector, "colour") == ["All", "Blue  (1)", "Green  (2)"]
    row.fill("colour").actions()[-1].trigger()
    assert shown(inspector) == ["Учитељица Јелена", "ценом хлеба"]
    assert row.shown.text() == "2 of 3 shown"
    assert row.buttons["colour"].text() == "Green ▾"
    assert row.buttons["colour"].isChecked()


def test_a_tag_lets_through_what_stands_under_it(inspector: InspectorView) -> None:
    assert entries(inspector, "tag") == ["All", "Вода  (2)", "Вода / Сава  (1)"]
    inspector.filter_row.choose("tag", "Вода")
    assert shown(inspector) == ["Учитељица Јелена", "два празна чамца"]
    inspector.filter_row.choose("event", inspector._annotations.events_of_text()[0][0].id)
    assert shown(inspector) == ["Учитељица Јелена"]
    inspector.filter_row.choose("tag", None)
    inspector.filter_row.choose("event", None)
    assert len(shown(inspector)) == 3


def test_only_what_tells_annotations_apart_is_offered(inspector: InspectorView) -> None:
    buttons = inspector.filter_row.buttons
    assert {kind for kind, button in buttons.items() if button.isVisible()} == {"colour", "tag", "event"}
    assert all(button.accessibleName() for button in buttons.values())


def test_escape_shows_all_again_and_then_leaves(inspector: InspectorView, qtbot: QtBot) -> None:
    inspector.filter_row.choose("colour", "green")
    inspector.filter.setText("хлеба")
    inspector._show_annotations()
    assert shown(inspector) == ["ценом хлеба"]
    QTest.keyClick(inspector.filter, Qt.Key.Key_Escape)
    assert len(shown(inspector)) == 3
    assert inspector.filter.text() == ""
    assert inspector.filter_row.shown.isHidden()
    with qtbot.waitSignal(inspector.left):
        QTest.keyClick(inspector.filter, Qt.Key.Key_Escape)


def test_the_filter_is_given_up_for_an_annotation_that_it_hides(inspector: InspectorView, desk: Desk) -> None:
    inspector.filter_row.choose("colour", "blue")
    hidden = next(
        one.annotation.id
        for one in annotating.annotations_of_text(desk.archive, desk.cyrillic.text.id)
        if one.annotation.colour is Colour.GREEN
    )
    inspector.select_annotation(hidden)
    assert inspector.list.current == hidden
    assert not inspector.filtering.is_set()


def test_what_changes_is_narrowed_at_once(inspector: InspectorView, desk: Desk, qtbot: QtBot) -> None:
    inspector.filter_row.choose("colour", "green")
    desk.mark(desk.cyrillic, "вода је била висока", colour=Colour.GREEN)
    qtbot.waitUntil(lambda: len(shown(inspector)) == 3)
    assert inspector.filter_row.shown.text() == "3 of 4 shown"
    assert entries(inspector, "colour")[-1] == "Green  (3)"
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: len(shown(inspector)) == 2)
    assert entries(inspector, "colour") == ["All", "Blue  (1)", "Green  (2)"]
