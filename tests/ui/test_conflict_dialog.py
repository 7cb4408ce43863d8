"""The list of all conflicts of an archive."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.kinds import Sameness
from archive_app.core.records import Event
from archive_app.services import claims, events, verdicts
from archive_app.ui.conflict_dialog import ConflictDialog
from archive_app.ui.conflict_groups import Group
from archive_app.ui.export_choice import What
from archive_app.ui.session import Session
from archive_app.ui.settle_dialog import SettleDialog
from archive_app.ui.verdict_dialog import VerdictDialog
from helpers.desk import Desk
from helpers.windows import type_text


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


def top_at(dialog: ConflictDialog, number: int) -> QTreeWidgetItem:
    item = dialog.tree.topLevelItem(number)
    assert item is not None
    return item


def top(dialog: ConflictDialog) -> QTreeWidgetItem:
    return top_at(dialog, 0)


T = TypeVar("T", bound=QWidget)


def opened(kind: type[T]) -> T:
    """The dialog of this kind that is shown."""
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()
    )


def test_an_event_stands_with_all_that_is_said_of_it(dialog: ConflictDialog) -> None:
    assert top(dialog).text(0) == "Zauzimanje stanice"
    assert lines(top(dialog)) == [
        ("20 October 1944", "This archive, without a verdict"),
        ("20 October 1944", "Grad pod tvrđavom"),
        ("15 October 1944", "Дани под бедемом"),
    ]
    assert dialog.count.text() == "1 conflict"


def claim_of(dialog: ConflictDialog) -> str:
    """The date of the claim that the keyboard is on, "" for none."""
    claim = dialog.tree.claim()
    return claim.link.says_when if claim else ""


def counts(dialog: ConflictDialog) -> dict[Group, int]:
    return {group: int(button.text().split()[-1]) for group, button in dialog.groups.buttons.items()}


def test_enter_leads_to_the_event_or_to_the_place(
    dialog: ConflictDialog, station: Event, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.event_requested) as wanted:
        QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert wanted.args == [station.id]
    assert not dialog.isVisible()
    dialog.show()
    for _step in range(3):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert claim_of(dialog) == "1944-10-15"
    claim = dialog.tree.claim()
    with qtbot.waitSignal(dialog.annotation_requested) as wanted:
        QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert claim is not None
    assert wanted.args == [claim.annotation.id]


def test_it_stays_where_it_covers_nothing(dialog: ConflictDialog, host: QWidget, qtbot: QtBot) -> None:
    host.setGeometry(0, 0, 100, 100)
    dialog.move(400, 400)
    with qtbot.waitSignal(dialog.event_requested):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_verdict_is_given_by_one_key_and_the_list_gets_shorter(
    dialog: ConflictDialog, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    dialog.tree.setFocus()
    for _step in range(3):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_V)
    verdict = opened(VerdictDialog)
    assert verdict.form.values()["when"] == "1944-10-15"
    verdict.form.set_values({"when": "1944-10-15", "reason": "dnevnik"})
    verdict.save()
    qtbot.waitUntil(lambda: counts(dialog)[Group.DECIDED] == 1)
    assert dialog.pages.currentWidget() is dialog.empty
    assert dialog.empty.title.text() == "Nothing is left open"
    QTest.keyClick(dialog, Qt.Key.Key_4)
    assert top(dialog).text(1) == "Date, decided"
    assert lines(top(dialog))[0] == ("15 October 1944", "This archive: dnevnik")
    verdicts.withdraw_verdict(desk.archive, station.id)
    qtbot.waitUntil(lambda: counts(dialog)[Group.OPEN] == 1)
    assert dialog.empty.title.text() == "Nothing is decided yet"


def test_no_contradiction_is_said_by_one_key_of_a_claim_or_of_all(
    dialog: ConflictDialog, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog.tree, Qt.Key.Key_N)
    settle = opened(SettleDialog)
    assert settle.said.text().splitlines() == [
        "20 October 1944: Grad pod tvrđavom",
        "15 October 1944: Дани под бедемом",
    ]
    settle.reject()
    for _step in range(3):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_N)
    settle = opened(SettleDialog)
    assert settle.said.text() == "15 October 1944: Дани под бедемом"
    settle.form.set_values({"reason": "prvi napad"})
    settle.save()
    qtbot.waitUntil(lambda: counts(dialog)[Group.SETTLED] == 1)
    dialog.groups.buttons[Group.SETTLED].click()
    assert top(dialog).text(1) == "Date, no contradiction"
    assert lines(top(dialog))[2] == ("15 October 1944 (no contradiction)", "Дани под бедемом: prvi napad")


def test_letters_go_from_event_to_event_and_what_is_settled_makes_room_for_the_next(
    dialog: ConflictDialog, desk: Desk, qtbot: QtBot
) -> None:
    made = [events.add_event(desk.archive, title, when="1944-10-21") for title in ("Most", "Park")]
    for event in made:
        link = events.link(desk.archive, desk.mark(desk.latin, "u zoru").id, event.id, says_when="1944-10-23")
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 3)
    type_text(dialog.tree, "ј")
    conflict = dialog.tree.conflict()
    assert conflict is not None
    assert (conflict.event.title, claim_of(dialog)) == ("Most", "")
    verdicts.give_verdict(desk.archive, made[0].id, reason="karta")
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 2)
    conflict = dialog.tree.conflict()
    assert conflict is not None
    assert conflict.event.title == "Park"
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert claim_of(dialog) == "1944-10-23"
    events.edit_link(desk.archive, link.id, note="proveriti")
    qtbot.waitUntil(lambda: "proveriti" in lines(top_at(dialog, 1))[1][1])
    assert claim_of(dialog) == "1944-10-23"
    for key in (Qt.Key.Key_K, Qt.Key.Key_K):
        QTest.keyClick(dialog.tree, key)
    conflict = dialog.tree.conflict()
    assert conflict is not None
    assert conflict.event.title == "Zauzimanje stanice"


def test_two_dates_of_one_source_are_a_group_of_their_own(
    dialog: ConflictDialog, desk: Desk, qtbot: QtBot
) -> None:
    event = events.add_event(desk.archive, "Napad")
    for quote, when in (("borci", "1944-10-20"), ("u zoru", "1944-10-14")):
        events.link(desk.archive, desk.mark(desk.latin, quote).id, event.id, says_when=when)
    qtbot.waitUntil(lambda: counts(dialog)[Group.WITHIN] == 1)
    assert counts(dialog)[Group.OPEN] == 1
    QTest.keyClick(dialog.tree, Qt.Key.Key_2)
    assert (top(dialog).text(0), top(dialog).text(1)) == ("Napad", "Date, both from one source")
    assert [said for said, _by in lines(top(dialog))] == ["14 October 1944", "20 October 1944"]


def test_an_archive_without_conflicts_says_so(
    dialog: ConflictDialog, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    events.remove_event(desk.archive, station.id)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.empty)
    assert dialog.empty.title.text() == "No conflicts"
    assert dialog.count.text() == ""
    assert not dialog.verdict_button.isEnabled()


def test_what_a_person_marked_says_so_and_needs_no_verdict(
    dialog: ConflictDialog, desk: Desk, station: Event, qtbot: QtBot
) -> None:
    first = claims.event_page(desk.archive, station.id).claims[0]
    claims.mark_claim(desk.archive, first.link.id, where=Sameness.DIFFERS)
    qtbot.waitUntil(lambda: counts(dialog)[Group.MARKED] == 1)
    dialog.groups.buttons[Group.MARKED].click()
    assert (top(dialog).text(1), lines(top(dialog))) == (
        "Place",
        [("nothing stated (differs)", first.claim.source.title if first.claim.source else "")],
    )
    assert not dialog.verdict_button.isEnabled()
    QTest.keyClick(dialog.tree, Qt.Key.Key_V)
    QTest.keyClick(dialog.tree, Qt.Key.Key_N)
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not dialog]


def test_the_events_that_are_listed_can_be_exported(
    dialog: ConflictDialog, station: Event, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.export_requested) as asked:
        dialog.export_button.click()
    choice = asked.args[0]
    assert (choice.what, choice.ids, choice.title) == (
        What.EVENTS,
        (station.id,),
        "Conflicts between sources",
    )
    verdicts.give_verdict(dialog._session.archive, station.id, reason="dnevnik")
    qtbot.waitUntil(lambda: not dialog.export_button.isEnabled())
