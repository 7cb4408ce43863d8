"""A text is corrected in the window, and its annotations are reviewed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.spans import Span
from archive_app.services import annotating, history, readings, reviewing, sources
from archive_app.services.correcting import correct_quote
from archive_app.ui import review_dialog
from archive_app.ui.comparison_dialog import ComparisonDialog
from archive_app.ui.replace_dialog import ReplaceDialog
from archive_app.ui.review_dialog import ReviewDialog
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.articles import LATIN
from helpers.desk import Desk


@pytest.fixture
def workspace(workspace: Workspace, desk: Desk) -> Workspace:
    """The Latin article is read."""
    workspace.showing.show_source(desk.latin.source.id)
    return workspace


def letters(desk: Desk) -> str:
    reading = sources.read_source(desk.archive, desk.latin.source.id)
    assert reading is not None
    return reading.letters


def put_caret(workspace: Workspace, words: str) -> None:
    unit = workspace.reader.letters.index(words)
    cursor = workspace.reader.pane.textCursor()
    cursor.setPosition(unit)
    workspace.reader.pane.setTextCursor(cursor)


# A passage


def test_a_slip_is_corrected_by_keyboard(workspace: Workspace, desk: Desk, qtbot: QtBot) -> None:
    made = desk.mark(desk.latin, "golubovi se ne vraćaju")
    put_caret(workspace, "Pekar Ilija")
    panel = workspace.reader.correcting.panel
    workspace.reader.correcting.open()
    assert panel.title.text() == "Correct paragraph 3"
    assert panel.edit.hasFocus()
    assert not panel.save_button.isEnabled()
    assert not panel.preview.isVisible()
    QTest.keyClicks(panel.edit, "Stari ")
    qtbot.waitUntil(panel.preview.isVisible)
    assert "Stari Pekar Ilija" in panel.preview.toPlainText()
    QTest.keyClick(panel.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert letters(desk) == LATIN.replace("Pekar", "Stari Pekar")
    qtbot.waitUntil(lambda: workspace.reader.letters == letters(desk))
    assert workspace.reader.pane.hasFocus()
    after = annotating.get_annotation(desk.archive, made.id).annotation
    assert made.id in workspace.reader.annotations.all
    assert after.start == (made.start or 0) + len("Stari ")
    assert not workspace.reader.correcting.bar.isVisible()


def test_escape_asks_before_it_discards(workspace: Workspace) -> None:
    put_caret(workspace, "Pekar Ilija")
    panel = workspace.reader.correcting.panel
    workspace.reader.correcting.open()
    QTest.keyClick(panel.edit, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    workspace.reader.correcting.open()
    QTest.keyClicks(panel.edit, "x")
    QTest.keyClick(panel.edit, Qt.Key.Key_Escape)
    assert panel.isVisible()
    assert panel.hint.text() == "Press Esc once more to discard what you typed."
    QTest.keyClick(panel.edit, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert workspace.reader.letters == LATIN


def test_what_was_typed_is_there_again_after_another_source(workspace: Workspace, desk: Desk) -> None:
    put_caret(workspace, "Pekar Ilija")
    panel = workspace.reader.correcting.panel
    workspace.reader.correcting.open()
    QTest.keyClicks(panel.edit, "Stari ")
    workspace.showing.show_source(desk.cyrillic.source.id)
    assert not panel.isVisible()
    workspace.showing.show_source(desk.latin.source.id)
    assert panel.isVisible()
    assert panel.typed.startswith("Stari Pekar")
    assert not panel.edit.hasFocus()


def test_what_was_typed_is_there_again_the_next_time(
    workspace: Workspace, desk: Desk, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    put_caret(workspace, "Pekar Ilija")
    workspace.reader.correcting.open()
    QTest.keyClicks(workspace.reader.correcting.panel.edit, "Stari ")
    workspace.remember()
    later = Workspace(Session(desk.archive, session.runner, workspace), settings)
    qtbot.addWidget(later)
    later.showing.show_source(desk.latin.source.id)
    assert later.reader.correcting.panel.typed.startswith("Stari Pekar")
    later.reader.correcting.panel.close_panel()
    later.remember()
    assert settings.words("correcting/typed") == []


def test_a_passage_with_a_no_break_space_is_as_it_was_until_something_is_typed(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Pekar\N{NO-BREAK SPACE}Ilija")
    workspace.showing.show_source(desk.latin.source.id)
    put_caret(workspace, "Pekar")
    panel = workspace.reader.correcting.panel
    workspace.reader.correcting.open()
    assert not panel.is_changed()
    QTest.keyClicks(panel.edit, "Stari ")
    panel.save()
    qtbot.waitUntil(lambda: "Stari Pekar\N{NO-BREAK SPACE}Ilija" in letters(desk))


def test_what_was_typed_for_one_passage_outlives_the_correction_of_another(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    correcting, panel = workspace.reader.correcting, workspace.reader.correcting.panel
    put_caret(workspace, "Pekar Ilija")
    correcting.open()
    QTest.keyClicks(panel.edit, "Stari ")
    put_caret(workspace, "Mornari")
    correcting.open()
    assert panel.typed.startswith("Mornari")
    QTest.keyClicks(panel.edit, "Neki ")
    panel.save()
    qtbot.waitUntil(lambda: panel.isVisible() and panel.typed.startswith("Stari Pekar"))
    assert "Neki Mornari" in letters(desk)


def test_a_correction_that_is_being_written_leaves_the_next_one_open(
    workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    correcting, panel = workspace.reader.correcting, workspace.reader.correcting.panel
    put_caret(workspace, "Pekar Ilija")
    correcting.open()
    QTest.keyClicks(panel.edit, "Stari ")
    panel.save()
    put_caret(workspace, "Mornari")
    correcting.open()
    QTest.keyClicks(panel.edit, "Neki ")
    qtbot.waitUntil(lambda: not session.runner.is_busy())
    assert panel.isVisible()
    assert panel.typed.startswith("Neki Mornari")


def test_a_conflict_is_said_and_nothing_typed_is_lost(workspace: Workspace, desk: Desk, qtbot: QtBot) -> None:
    put_caret(workspace, "Pekar Ilija")
    panel = workspace.reader.correcting.panel
    workspace.reader.correcting.open()
    QTest.keyClicks(panel.edit, "Stari ")
    correct_quote(desk.archive, desk.latin.source.id, "Mornari", "Lađari")
    panel.save()
    qtbot.waitUntil(lambda: "corrected meanwhile" in panel.hint.text())
    assert panel.typed.startswith("Stari Pekar")


# What waits


def test_the_bar_tells_what_waits_and_accepts_what_was_moved(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "Pekar Ilija zapisao")
    bar = workspace.reader.correcting.bar
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija zapisao", "Pekar Ilija je zapisao")
    qtbot.waitUntil(bar.isVisible)
    assert bar.words.text() == "1 annotation was changed or moved with the text."
    bar.accept_button.click()
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert reviewing.list_reviews(desk.archive) == []


@pytest.fixture
def in_doubt(workspace: Workspace, desk: Desk) -> str:
    """An annotation whose words were left out, while they stand twice elsewhere."""
    made = desk.mark(desk.latin, "Pekar Ilija zapisao")
    quote = LATIN[LATIN.index("Pekar Ilija") : LATIN.index("Mornari") - 2]
    by = "Kasnije je zapisano. Pekar Ilija zapisao je kraće. Pekar Ilija zapisao je duže."
    correct_quote(desk.archive, desk.latin.source.id, quote, by)
    (review,) = reviewing.list_reviews(desk.archive)
    assert review.annotation.id == made.id
    return made.id


def test_of_very_many_that_wait_the_first_are_listed(
    workspace: Workspace,
    desk: Desk,
    session: Session,
    host: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(review_dialog, "_MOST", 2)
    for words in ("Pekar Ilija", "Ilija zapisao", "Pekar Ilija zapisao"):
        desk.mark(desk.latin, words)
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija zapisao", "Pekar Ilinka zapisala")
    made = ReviewDialog(session, lambda: None, host)
    assert made.list.count() == 2
    assert made.count.text() == "0 need a look, 3 moved; the first 2 are listed"
    made.accept()
    qtbot.waitUntil(lambda: made.count.text() == "0 need a look, 2 moved")
    assert made.list.count() == 2


@pytest.fixture
def dialog(
    workspace: Workspace, in_doubt: str, session: Session, host: QWidget, qtbot: QtBot
) -> ReviewDialog:
    """The list of what waits."""

    def selected() -> tuple[str, Span] | None:
        span = workspace.reader.selection()
        return (str(workspace.reader.text_id), span) if span else None

    made = ReviewDialog(session, selected, host)
    made.place_requested.connect(workspace.showing.show_place)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_before_and_after_are_shown_and_accepted_by_key(
    dialog: ReviewDialog, in_doubt: str, desk: Desk, qtbot: QtBot
) -> None:
    assert dialog.list.count() == 1
    assert "Pekar Ilija zapisao je u svesku" in dialog.before.toPlainText()
    assert "Pekar Ilija zapisao je kraće" in dialog.after.toPlainText()
    QTest.keyClick(dialog.list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert dialog.pages.currentWidget() is dialog.empty
    after = annotating.get_annotation(desk.archive, in_doubt).annotation
    assert letters(desk)[after.start : after.end] == "Pekar Ilija zapisao"
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)


def test_a_long_title_leaves_room_for_the_words(
    workspace: Workspace, desk: Desk, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    sources.edit_source(desk.archive, desk.latin.source.id, title="Pismo " * 60)
    desk.mark(desk.latin, "Pekar Ilija zapisao")
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija zapisao", "Pekar Ilija je zapisao")
    dialog = ReviewDialog(session, lambda: None, host)
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 1
    assert len(dialog.list.item(0).text()) < 100


def test_detaching_by_key(dialog: ReviewDialog, in_doubt: str, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert annotating.get_annotation(desk.archive, in_doubt).annotation.text_id == desk.latin.text.id


def test_placing_on_the_selection_by_key(
    dialog: ReviewDialog, workspace: Workspace, in_doubt: str, desk: Desk, qtbot: QtBot
) -> None:
    cursor = workspace.reader.pane.textCursor()
    cursor.clearSelection()
    workspace.reader.pane.setTextCursor(cursor)
    QTest.keyClick(dialog.list, Qt.Key.Key_P)
    assert dialog.message.text().startswith("Select the right words")
    start = workspace.reader.letters.index("Kasnije je zapisano")
    workspace.reader.pane.go_to(start, start + len("Kasnije"), select=True)
    QTest.keyClick(dialog.list, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert annotating.get_annotation(desk.archive, in_doubt).annotation.quote == "Kasnije"


# Another transcription


def test_what_becomes_of_annotations_is_shown_before_the_text_is_replaced(
    workspace: Workspace, desk: Desk, session: Session, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "golubovi se ne vraćaju")
    desk.mark(desk.latin, "harmoniku do mraka")
    path = tmp_path / "bolje.txt"
    path.write_text(LATIN.replace("neko svirao harmoniku do mraka", "bilo sasvim tiho"), encoding="utf-8")
    dialog = ReplaceDialog(session, desk.latin.source, path, host)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.counts.text() != "")
    assert dialog.counts.text().splitlines() == [
        "• 1 annotation stays as it is.",
        "• 1 annotation will need a look; it stays with the earlier reading until then.",
    ]
    assert letters(desk) == LATIN
    dialog.start_button.click()
    qtbot.waitUntil(lambda: "bilo sasvim tiho" in letters(desk))
    qtbot.waitUntil(lambda: "bilo sasvim tiho" in workspace.reader.letters)
    assert workspace.reader.correcting.bar.words.text() == "1 annotation needs a look."


def test_a_file_that_says_the_same_is_refused_in_the_dialog(
    desk: Desk, session: Session, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "isto.txt"
    path.write_text(LATIN, encoding="utf-8")
    dialog = ReplaceDialog(session, desk.latin.source, path, host)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "says just that already" in dialog.error.text())
    assert len(readings.list_readings(desk.archive, desk.latin.source.id)) == 1


def test_two_readings_are_compared(desk: Desk, session: Session, host: QWidget, qtbot: QtBot) -> None:
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Kovač Ilija")
    correct_quote(desk.archive, desk.latin.source.id, "Mornari na kaldrmi", "Mornari na kamenu")
    dialog = ComparisonDialog(session, desk.latin.source, host)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.count.text() == "1 difference")
    assert "kaldrmi kamenu" in dialog.view.toPlainText()
    dialog.old.setCurrentIndex(2)
    qtbot.waitUntil(lambda: dialog.count.text() == "2 differences")
    dialog.step(1)
    assert dialog.count.text() == "1 of 2"
    dialog.step(1)
    dialog.step(1)
    assert dialog.count.text() == "2 of 2"
    cursor = dialog.view.textCursor()
    assert dialog.view.toPlainText()[cursor.position() :].startswith("kaldrmi")


def test_left_out_and_put_in_differ_by_more_than_colour(
    desk: Desk, session: Session, host: QWidget, qtbot: QtBot
) -> None:
    correct_quote(desk.archive, desk.latin.source.id, "Pekar Ilija", "Kovač Ilija")
    dialog = ComparisonDialog(session, desk.latin.source, host)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.count.text() == "1 difference")
    shown = dialog.view.toPlainText()
    cursor = dialog.view.textCursor()
    cursor.setPosition(shown.index("Pekar") + 1)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(shown.index("Kovač") + 1)
    assert cursor.charFormat().fontUnderline()
    assert not cursor.charFormat().fontStrikeOut()
