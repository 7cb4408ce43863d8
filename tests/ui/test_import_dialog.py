"""Importing in the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from archive_app.services import history, photos, sources
from archive_app.services.importing import ImportReport, Outcome, Status
from archive_app.ui.import_dialog import ImportDialog
from archive_app.ui.import_result import ImportResult, summary
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings

Opener = Callable[..., ImportDialog]


@pytest.fixture
def opened(session: Session, settings: Settings, host: QWidget) -> Opener:
    """Opens the dialog with some files in it."""

    def show(*paths: Path) -> ImportDialog:
        dialog = ImportDialog(session, settings, paths, host)
        dialog.show()
        return dialog

    return show


def rows(page: ImportResult) -> list[str]:
    groups = [page.tree.topLevelItem(number) for number in range(page.tree.topLevelItemCount())]
    return [group.child(number).text(0) for group in groups for number in range(group.childCount())]


def run(dialog: ImportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.imported):
        dialog.start_button.click()


def test_files_come_in_with_what_is_known_of_them(
    opened: Opener, session: Session, latin_article: Path, picture: Path, qtbot: QtBot
) -> None:
    dialog = opened(latin_article, picture)
    dialog.details_button.click()
    dialog.form.set_values({"creator": "Савић, Ђорђе", "date": "oktobar 1944", "kind": "report"})
    run(dialog, qtbot)
    (source,) = [found.source for found in sources.list_sources(session.archive)]
    assert (source.creator, source.date, source.kind) == ("Савић, Ђорђе", "1944-10", "report")
    assert len(photos.list_photos(session.archive)) == 2
    assert len(history.history(session.archive)) == 1
    assert dialog.outcome_page.summary.text() == "2 files imported"
    dialog.close()


def test_files_are_chosen_and_imported_with_three_strokes_of_enter(
    opened: Opener,
    session: Session,
    latin_article: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(latin_article)], ""))
    dialog = opened()
    dialog.activateWindow()
    add_files = next(button for button in dialog.findChildren(QPushButton) if "files" in button.text())
    qtbot.waitUntil(add_files.hasFocus)
    QTest.keyClick(add_files, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.start_button.hasFocus)
    with qtbot.waitSignal(dialog.imported):
        QTest.keyClick(dialog.start_button, Qt.Key.Key_Return)
    assert len(sources.list_sources(session.archive)) == 1
    qtbot.waitUntil(dialog.close_button.hasFocus)
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_enter_in_a_field_begins_the_import(opened: Opener, latin_article: Path, qtbot: QtBot) -> None:
    dialog = opened(latin_article)
    dialog.details_button.click()
    field = dialog.form.inputs["title"]
    field.setFocus()
    with qtbot.waitSignal(dialog.imported):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_what_was_skipped_or_refused_is_listed_with_its_reason(
    opened: Opener, session: Session, latin_article: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    empty, missing = tmp_path / "prazna.txt", tmp_path / "nema.txt"
    empty.write_bytes(b"")
    dialog = opened(latin_article, empty, missing)
    run(dialog, qtbot)
    again = opened(latin_article)
    run(again, qtbot)
    assert dialog.outcome_page.summary.text() == "1 file imported, 2 refused"
    assert "empty" in rows(dialog.outcome_page)[0]
    assert "There is no file" in rows(dialog.outcome_page)[1]
    assert "is in the archive already" in rows(again.outcome_page)[0]
    dialog.close()
    again.close()


def test_guessed_letters_are_pointed_out(
    opened: Opener, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "pismo.txt"
    path.write_bytes(
        ("Pismo iz Niša\n\n" + "Žena i deca su u kući kod česme, čekaju đaka. " * 6).encode("cp1250")
    )
    dialog = opened(path)
    run(dialog, qtbot)
    assert "guessed to be Windows-1250" in rows(dialog.outcome_page)[0]
    assert "choose the encoding yourself" in dialog.outcome_page.hint.text()
    dialog.close()


def test_the_record_can_be_shown_from_the_list(
    opened: Opener, session: Session, latin_article: Path, qtbot: QtBot
) -> None:
    dialog = opened(latin_article)
    run(dialog, qtbot)
    group = dialog.outcome_page.tree.topLevelItem(0)
    assert isinstance(group, QTreeWidgetItem)
    with qtbot.waitSignal(dialog.source_chosen) as chosen:
        dialog.outcome_page.tree.itemActivated.emit(group.child(0), 0)
    assert chosen.args == [sources.list_sources(session.archive)[0].source.id]


def test_a_title_is_asked_for_one_file_only(
    opened: Opener, session: Session, latin_article: Path, cyrillic_article: Path, qtbot: QtBot
) -> None:
    dialog = opened(latin_article)
    dialog.details_button.click()
    assert dialog.form.inputs["title"].isVisible()
    dialog.form.set_values({"title": "Moj naslov"})
    dialog.add_paths([cyrillic_article])
    assert not dialog.form.inputs["title"].isVisible()
    run(dialog, qtbot)
    titles = [found.source.title for found in sources.list_sources(session.archive)]
    assert titles == ["Grad pod tvrđavom", "Дани под бедемом"]
    dialog.close()


def test_a_wrong_date_is_said_before_anything_is_imported(
    opened: Opener, session: Session, latin_article: Path, qtbot: QtBot
) -> None:
    dialog = opened(latin_article)
    dialog.form.set_values({"date": "ko zna kad"})
    dialog.start()
    assert "ko zna kad" in dialog.error.text()
    assert sources.list_sources(session.archive) == []
    dialog.form.set_values({"date": ""})
    dialog.close()


def test_a_file_is_taken_off_the_list_by_delete_and_counts_once(
    opened: Opener, session: Session, latin_article: Path, cyrillic_article: Path, qtbot: QtBot
) -> None:
    dialog = opened(latin_article, cyrillic_article, latin_article)
    dialog.files.list.setCurrentRow(0)
    QTest.keyClick(dialog.files.list, Qt.Key.Key_Delete)
    assert dialog.files.paths() == [cyrillic_article]
    QTest.keyClick(dialog.files.list, Qt.Key.Key_Delete)
    assert not dialog.start_button.isEnabled()
    dialog.close()


def outcomes(statuses: Sequence[Status]) -> tuple[Outcome, ...]:
    return tuple(Outcome(path=Path("a"), status=status) for status in statuses)


@pytest.mark.parametrize(
    ("statuses", "cancelled", "said"),
    [
        ([Status.IMPORTED], False, "1 file imported"),
        ([Status.SKIPPED], False, "0 files imported, 1 skipped"),
        ([Status.IMPORTED, Status.REFUSED], True, "Stopped: 1 file imported, 1 refused"),
    ],
)
def test_an_import_in_one_sentence(statuses: list[Status], cancelled: bool, said: str) -> None:
    assert summary(ImportReport(outcomes(statuses), cancelled)) == said


def test_a_stopped_import_shows_what_came_in_and_can_be_closed(
    opened: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(60):
        (tmp_path / f"pismo {number:02}.txt").write_text(f"Pismo broj {number} je stiglo jutros poštom.\n")
    dialog = opened(tmp_path)
    with qtbot.waitSignal(dialog.imported):
        dialog.start_button.click()
        dialog.close_button.click()
    assert dialog.close_button.isEnabled()
    dialog.close_button.click()
    assert not dialog.isVisible()
