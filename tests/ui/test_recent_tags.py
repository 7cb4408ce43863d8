"""One key for each tag that was used lately."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import annotating, history, tagging
from archive_app.ui.inspector_view import InspectorView
from archive_app.ui.main_window import MainWindow
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.recent_tags import RecentTagActions
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from helpers.desk import Desk
from helpers.reading import select


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Two tags were used, of which one has a colour."""
    desk.mark(desk.latin, "Pekar Ilija", tags=["ljudi", "Rat / Glad"])
    tagging.colour_tag(desk.archive, tagging.find_tag(desk.archive, "Glad").id, Colour.PURPLE)
    return desk


def number_of(reader: ReaderView, path: str) -> int:
    return next(number for number, one in reader.marking.recent.numbered if one.path == path)


def tagged(desk: Desk) -> list[tuple[str, list[str], Colour | None]]:
    found = annotating.annotations_of_source(desk.archive, desk.cyrillic.source.id)
    return [(one.annotation.quote, one.tag_names, one.annotation.colour) for one in found]


def test_a_number_highlights_the_selection_in_the_colour_of_its_tag(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    select(reader, "два празна чамца")
    with qtbot.waitSignal(reader.annotation_clicked):
        reader.marking.put_recent_tag(number_of(reader, "Rat / Glad"))
    assert tagged(desk) == [("два празна чамца", ["Rat / Glad"], Colour.PURPLE)]
    history.undo(desk.archive)
    assert tagged(desk) == []


def test_the_same_number_takes_the_tag_off_the_chosen_annotation(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    made = desk.mark(desk.cyrillic, "два празна чамца")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    reader.choose(made.id)
    reader.marking.put_recent_tag(number_of(reader, "ljudi"))
    qtbot.waitUntil(lambda: tagged(desk)[0][1] == ["ljudi"])
    reader.marking.put_recent_tag(number_of(reader, "ljudi"))
    qtbot.waitUntil(lambda: tagged(desk)[0][1] == [])
    assert tagged(desk)[0][2] is Colour.YELLOW


def test_a_number_without_a_tag_is_answered(reader: ReaderView, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refused) as said:
        reader.marking.put_recent_tag(9)
    assert "number 9" in said.args[0]


def test_the_tags_are_seen_with_their_numbers_beside_a_selection(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    select(reader, "два празна чамца")
    reader.pane.settled.emit()
    assert reader.bar.isVisible()
    buttons = reader.bar.tags_row.buttons
    number = number_of(reader, "ljudi")
    assert buttons[number].text() == f"{number}  ljudi"
    assert f"(Alt+{number})" in buttons[number].toolTip()
    before = dict(buttons)
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["treća"])
    qtbot.waitUntil(lambda: len(reader.bar.tags_row.buttons) == len(before) + 1)
    with qtbot.waitSignal(reader.annotation_clicked):
        QTest.mouseClick(reader.bar.tags_row.buttons[number], Qt.MouseButton.LeftButton)
    assert tagged(desk) == [("два празна чамца", ["ljudi"], Colour.YELLOW)]


def test_tags_of_one_name_are_told_apart_by_those_above_them(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "Pismonoša Vuk", tags=["Stari/Most", "Novi/Most"])
    select(reader, "два празна чамца")
    reader.pane.settled.emit()

    def names() -> set[str]:
        return {button.text().split("  ")[1] for button in reader.bar.tags_row.buttons.values()}

    qtbot.waitUntil(lambda: {"Stari / Most", "Novi / Most", "ljudi"} <= names())


def test_the_editor_shows_which_of_them_an_annotation_carries(
    reader: ReaderView, session: Session, desk: Desk, qtbot: QtBot
) -> None:
    made = desk.mark(desk.cyrillic, "два празна чамца", tags=["ljudi"])
    inspector = InspectorView(session)
    qtbot.addWidget(inspector)
    inspector.show_source(desk.cyrillic.source.id)
    inspector.show()
    inspector.select_annotation(made.id)
    row, number = inspector.list.editor.recent, number_of(reader, "Rat / Glad")
    qtbot.waitUntil(lambda: len(row.buttons) == len(reader.marking.recent.numbered))
    assert {key: button.isChecked() for key, button in row.buttons.items()} == {
        number_of(reader, "ljudi"): True,
        number: False,
    }
    QTest.mouseClick(row.buttons[number], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.buttons[number].isChecked())
    assert tagged(desk)[0][1] == ["Rat / Glad", "ljudi"]


def test_the_menu_names_the_tags(reader: ReaderView, settings: Settings, qtbot: QtBot) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    RecentTagActions(window.acts, reader.marking.recent)
    number = number_of(reader, "Rat / Glad")
    assert window.acts[f"tag_{number}"].text() == f"Tag &{number}: Rat / Glad"
    assert window.acts["tag_9"].text() == "Tag &9"
