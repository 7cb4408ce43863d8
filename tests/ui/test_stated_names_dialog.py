"""Names that events only state become records, one by one or all that is ticked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.kinds import AuthorityKind
from archive_app.services import authorities, events, history
from archive_app.ui.session import Session
from archive_app.ui.stated_names_dialog import StatedNamesDialog
from helpers.desk import Desk
from helpers.windows import type_text


@pytest.fixture
def dialog(desk: Desk, session: Session, host: QWidget, qtbot: QtBot) -> StatedNamesDialog:
    for number, place in enumerate(("Beograd", "Београд", "Beograd", "Avala", "Авала")):
        events.add_event(desk.archive, f"Događaj {number}", place=place)
    event = events.add_event(desk.archive, "Proboj")
    for quote in ("u zoru 20. oktobra", "Pismonoša Vuk"):
        events.link(desk.archive, desk.mark(desk.latin, quote).id, event.id, says_who="Princ Eugen")
    made = StatedNamesDialog(session, host)
    made.show()
    qtbot.waitUntil(lambda: made.tree.topLevelItemCount() == 3)
    return made


def _rows(dialog: StatedNamesDialog) -> list[tuple[str, str]]:
    items = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def test_all_that_is_ticked_gets_records_in_one_step(
    dialog: StatedNamesDialog, session: Session, qtbot: QtBot
) -> None:
    assert _rows(dialog) == [("Beograd", "place"), ("Avala", "place"), ("Princ Eugen", "person")]
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_K)
    assert _rows(dialog)[2] == ("Princ Eugen", "unit")
    with qtbot.waitSignal(dialog.accepted_names):
        dialog.accept_button.click()
    made = authorities.list_authorities(session.archive)
    assert [(named.authority.name, named.authority.kind) for named in made] == [
        ("Beograd", AuthorityKind.PLACE),
        ("Princ Eugen", AuthorityKind.UNIT),
    ]
    qtbot.waitUntil(lambda: _rows(dialog) == [("Avala", "place")])
    assert not dialog.accept_button.isEnabled()
    history.undo(session.archive)
    qtbot.waitUntil(lambda: len(_rows(dialog)) == 3)


def test_one_is_accepted_by_enter(dialog: StatedNamesDialog, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted_names):
        dialog.tree.itemActivated.emit(dialog.tree.currentItem(), 0)
    assert [named.authority.name for named in authorities.list_authorities(session.archive)] == ["Beograd"]
    qtbot.waitUntil(lambda: len(_rows(dialog)) == 2)
    dialog.accept_ticked()
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.empty)


def test_enter_pressed_twice_makes_one_record_of_each(
    dialog: StatedNamesDialog, session: Session, qtbot: QtBot
) -> None:
    for _press in range(2):
        dialog.accept_current()
    qtbot.waitUntil(lambda: len(authorities.list_authorities(session.archive)) == 2)
    names = [named.authority.name for named in authorities.list_authorities(session.archive)]
    assert names == ["Avala", "Beograd"]
    qtbot.waitUntil(lambda: _rows(dialog) == [("Princ Eugen", "person")])
    type_text(dialog.tree, "к")
    assert _rows(dialog) == [("Princ Eugen", "unit")]
