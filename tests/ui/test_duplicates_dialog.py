"""Records that may be one are merged by one key, or kept as two by another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.kinds import AuthorityKind
from archive_app.core.records import Distinction
from archive_app.services import authorities
from archive_app.services.archives import Archive
from archive_app.ui.duplicates_dialog import DuplicatesDialog
from archive_app.ui.merge_dialog import MergeDialog
from archive_app.ui.session import Session
from helpers.windows import type_text

PERSON = AuthorityKind.PERSON


@pytest.fixture
def dialog(archive: Archive, session: Session, host: QWidget, qtbot: QtBot) -> DuplicatesDialog:
    for name, when in (
        ("J. B. Tito", "1892"),
        ("Josip Broz Tito", "1892/1980"),
        ("Ždanov", ""),
        ("Zhdanov", ""),
    ):
        authorities.add_authority(archive, PERSON, name, when=when)
    made = DuplicatesDialog(session, host)
    made.show()
    qtbot.waitUntil(lambda: made.tree.topLevelItemCount() == 2)
    return made


def _rows(dialog: DuplicatesDialog) -> list[list[str]]:
    items = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def _open(dialog: DuplicatesDialog) -> MergeDialog:
    QTest.keyClick(dialog.tree, Qt.Key.Key_M)
    return dialog.findChildren(MergeDialog)[-1]


def test_the_surest_stand_first_with_the_reason(dialog: DuplicatesDialog) -> None:
    assert _rows(dialog) == [
        ["Ždanov", "Zhdanov", "the same name in another spelling"],
        ["Josip Broz Tito (1892–1980)", "J. B. Tito (1892)", "the same surname, with initials that fit"],
    ]


def test_both_are_seen_side_by_side_and_merged(
    dialog: DuplicatesDialog, archive: Archive, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    merging = _open(dialog)
    assert set(merging.choices) == {"name", "when"}
    merging.choices["when"][1].setChecked(True)
    with qtbot.waitSignal(dialog.merged):
        merging.save_button.click()
    qtbot.waitUntil(lambda: dialog.tree.topLevelItemCount() == 1)
    found = authorities.find_authority(archive, "J. B. Tito")
    assert (found.names, found.authority.when) == (("Josip Broz Tito", "J. B. Tito"), "1892")


def test_two_that_are_two_are_proposed_no_more(
    dialog: DuplicatesDialog, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog.tree, Qt.Key.Key_N)
    assert [row[0] for row in _rows(dialog)] == ["Josip Broz Tito (1892–1980)"]
    qtbot.waitUntil(lambda: len(session.archive.store.list(Distinction)) == 1)
    with qtbot.waitSignal(dialog.authority_requested):
        QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    type_text(dialog.tree, "н")
    assert dialog.pages.currentWidget() is dialog.empty
    qtbot.waitUntil(lambda: len(session.archive.store.list(Distinction)) == 2)
    again = DuplicatesDialog(session, host)
    qtbot.waitUntil(lambda: again.pages.currentWidget() is again.empty)
    assert again.empty.title.text() == "No two records look like one"


def test_what_was_deleted_meanwhile_is_refused(
    dialog: DuplicatesDialog, archive: Archive, qtbot: QtBot
) -> None:
    merging = _open(dialog)
    authorities.remove_authority(archive, authorities.find_authority(archive, "Zhdanov").authority.id)
    merging.save()
    qtbot.waitUntil(lambda: not merging.error.isHidden())
    assert "no record" in merging.error.text()


def test_what_could_not_be_decided_comes_back(
    dialog: DuplicatesDialog, archive: Archive, session: Session, qtbot: QtBot
) -> None:
    session.blockSignals(True)  # the list does not hear of it in time
    authorities.remove_authority(archive, authorities.find_authority(archive, "Zhdanov").authority.id)
    session.blockSignals(False)
    with qtbot.waitSignal(session.refused):
        dialog.keep_two()
    qtbot.waitUntil(lambda: [row[0] for row in _rows(dialog)] == ["Josip Broz Tito (1892–1980)"])
