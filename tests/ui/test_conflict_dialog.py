"""The list of all conflicts of an archive."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.kinds import Sameness
from archive_app.core.records import Event
from archive_app.services import claims, events, verdicts
from archive_app.ui.conflict_dialog import ConflictDialog
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def station(desk: Desk) -> Event:
    """Two sources date one event differently."""
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="1944-10-20")
    for reading, quote, when in (
        (desk.latin, "u zoru 20. oktobra", "1944-10-20"),
        (desk.cyrillic, "15. октобра пред вече", "1944-10-15"),
    ):
        events.link(desk.archive, desk.mark(reading, quote).id, event.id, says_when=when)
    return event


@pytest.fixture
def dialog(session: Session, station: Event, host: QWidget, qtbot: QtBot) -> ConflictDialog:
    """The list, filled."""
    made = ConflictDialog(session, host)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.tree.topLevelItemCount() > 0)
    return made


def lines(item: QTreeWidgetItem) -> list[tuple[str, str]]:
    return [(item.child(row).text(0), item.child(row).text(1)) for row in range(item.childCount())]


def top(dialog: ConflictDialog) -> QTreeWidgetItem:
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    return item


def test_an_event_stands_with_all_that_is_said_of_it(dialog: ConflictDialog) -> None:
    assert top(dialog).text(0) == "Zauzimanje stanice"
    assert lines(top(dialog)) == [
        ("20 October 1944", "This archive, without a verdict"),
        ("20 October 1944", "Grad pod tvrđavom"),
        ("15 October 1944", "Дани под бедемом"),
    ]
    assert dialog.count.text() == "1 conflict"


def test_enter_leads_to_the_event_or_to_the_place(
    dialog: ConflictDialog, station: Event, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.event_requested) as wanted:
        QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert wanted.args == [station.id]
    assert dialog.isVisible()
    for _step in range(3):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.annotation_requested) as wanted:
        QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert wanted.args == [top(dialog).child(2).data(0, Qt.ItemDataRole.UserRole + 1)]


def test_what_is_decided_can_be_left_out(
    dialog: ConflictDialog, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    assert not dialog.decided.isVisible()
    verdicts.give_verdict(desk.archive, station.id, reason="izveštaj")
    qtbot.waitUntil(lambda: top(dialog).text(1) == "Date, decided")
    assert lines(top(dialog))[0] == ("20 October 1944", "This archive: izveštaj")
    dialog.decided.setChecked(False)
    assert dialog.pages.currentWidget() is dialog.empty
    assert dialog.empty.title.text() == "Nothing is left open"
    dialog.decided.setChecked(True)
    assert dialog.pages.currentWidget() is dialog.tree


def test_an_archive_without_conflicts_says_so(
    dialog: ConflictDialog, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    events.remove_event(desk.archive, station.id)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.empty)
    assert dialog.empty.title.text() == "No conflicts"
    assert dialog.count.text() == ""


def test_what_a_person_marked_says_so(
    dialog: ConflictDialog, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    first = claims.event_page(desk.archive, station.id).claims[0]
    claims.mark_claim(desk.archive, first.link.id, where=Sameness.DIFFERS)
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 2)
    place = dialog.tree.topLevelItem(1)
    assert place is not None
    assert (place.text(1), lines(place)) == (
        "Place",
        [("nothing stated (differs)", first.claim.source.title if first.claim.source else "")],
    )
