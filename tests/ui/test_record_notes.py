"""Notes on whole sources, photos and events: written, opened, edited and deleted where they are shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.core.records import Annotation
from archive_app.services import annotating, events, history, sources
from archive_app.ui.record_notes import RecordNotes
from archive_app.ui.session import Session
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk
from helpers.windows import event_page, type_text


@pytest.fixture
def notes(desk: Desk, session: Session, qtbot: QtBot) -> RecordNotes:
    """The notes on the Latin article, of which there is one."""
    annotating.annotate_record(desk.archive, desk.latin.source, note="ko je pisao?")
    made = RecordNotes(session)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show_record(desk.latin.source)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def written(desk: Desk) -> list[tuple[str, list[str]]]:
    found = annotating.annotations_of_record(desk.archive, desk.latin.source.id)
    return [(one.annotation.note, one.tag_names) for one in found]


def test_a_note_is_written_and_stands_below_the_others(
    notes: RecordNotes, session: Session, qtbot: QtBot
) -> None:
    notes.focus_line()
    type_text(notes.line, "Чува се у Београду.")
    QTest.keyClick(notes.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(notes.cards) == 2)
    assert [card.note.text() for card in notes.cards] == ["ko je pisao?", "Чува се у Београду."]
    qtbot.waitUntil(lambda: not session.runner.is_busy())
    for before in (notes.cards[1].delete_button, notes.cards[1]):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert QApplication.focusWidget() is before
    assert notes.line.text() == ""


def test_what_stands_in_the_line_is_there_again_with_its_record(notes: RecordNotes, desk: Desk) -> None:
    type_text(notes.line, "Чува се")
    notes.show_record(desk.cyrillic.source)
    assert notes.line.text() == ""
    notes.show_record(desk.latin.source)
    assert notes.line.text() == "Чува се"


def test_a_note_that_cannot_be_saved_stands_in_the_line_again(
    notes: RecordNotes, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    type_text(notes.line, "Чува се")
    sources.remove_source(desk.archive, desk.latin.source.id)
    with qtbot.waitSignal(session.refused):
        QTest.keyClick(notes.line, Qt.Key.Key_Return)
    assert notes.line.text() == "Чува се"


def test_what_stands_in_the_line_is_a_note_when_the_archive_is_closed(
    notes: RecordNotes, desk: Desk, qtbot: QtBot
) -> None:
    type_text(notes.line, "Чува се")
    notes.show_record(desk.cyrillic.source)
    type_text(notes.line, "Преписано")
    notes.finish()
    qtbot.waitUntil(lambda: ("Чува се", []) in written(desk))
    on_other = annotating.annotations_of_record
    qtbot.waitUntil(lambda: len(on_other(desk.archive, desk.cyrillic.source.id)) == 1)
    assert notes.line.text() == ""


def test_a_note_is_opened_by_key_edited_and_left(notes: RecordNotes, desk: Desk, qtbot: QtBot) -> None:
    (card,) = notes.cards
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert notes.editor is not None
    assert card.isHidden()
    type_text(notes.editor.note, " Mita")
    type_text(notes.editor.tags.line, "Pisci/Mita")
    QTest.keyClick(notes.editor.tags.line, Qt.Key.Key_Return)
    notes.flush()
    qtbot.waitUntil(lambda: written(desk) == [("ko je pisao? Mita", ["Pisci / Mita"])])
    assert notes.opened is not None
    qtbot.waitUntil(lambda: notes.editor is not None and notes.editor.tags.names == ["Pisci / Mita"])
    QTest.keyClick(notes.editor.note, Qt.Key.Key_Escape)
    assert notes.opened is None
    qtbot.waitUntil(lambda: notes.cards[0].note.text() == "ko je pisao? Mita")
    qtbot.waitUntil(lambda: notes.cards[0].isVisible())


def test_writing_goes_on_while_another_note_comes(notes: RecordNotes, desk: Desk, qtbot: QtBot) -> None:
    notes.open(annotating.annotations_of_record(desk.archive, desk.latin.source.id)[0].annotation.id)
    assert notes.editor is not None
    type_text(notes.editor.note, " Ana")
    annotating.annotate_record(desk.archive, desk.latin.source, note="druga")
    qtbot.waitUntil(lambda: len(notes.cards) == 2)
    assert notes.editor.note.toPlainText() == "ko je pisao? Ana"
    assert notes.editor.isVisible()
    notes.show_record(desk.cyrillic.source)
    qtbot.waitUntil(lambda: ("ko je pisao? Ana", []) in written(desk))


def test_a_note_is_deleted_and_comes_back(notes: RecordNotes, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(notes.cards[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: notes.cards == [])
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: len(notes.cards) == 1)


def test_an_open_note_that_is_deleted_elsewhere_closes(notes: RecordNotes, desk: Desk, qtbot: QtBot) -> None:
    notes.open(annotating.annotations_of_record(desk.archive, desk.latin.source.id)[0].annotation.id)
    history.undo(desk.archive)
    qtbot.waitUntil(lambda: notes.opened is None)
    assert notes.editor is not None
    assert notes.editor.isHidden()


def made_on(desk: Desk, kind: str) -> Annotation:
    record = {
        "source": desk.latin.source,
        "event": events.add_event(desk.archive, "Zapis"),
    }[kind]
    return annotating.annotate_record(desk.archive, record, note=f"na celom: {kind}")


def test_a_note_is_found_again_on_its_page(workspace: Workspace, desk: Desk) -> None:
    on_event, on_source = made_on(desk, "event"), made_on(desk, "source")
    workspace.showing.show_annotation(on_event.id)
    assert event_page(workspace).event_id == on_event.event_id
    assert event_page(workspace).notes.opened == on_event.id
    workspace.showing.show_annotation(on_source.id)
    assert workspace.reader.source_id == desk.latin.source.id
    assert workspace.inspector.tabs.currentWidget() is workspace.inspector.source
    assert workspace.inspector.notes.opened == on_source.id


def test_one_key_leads_to_a_new_note_on_what_is_shown(workspace: Workspace, desk: Desk) -> None:
    workspace.showing.show_source(desk.cyrillic.source.id)
    workspace.write_note()
    assert workspace.inspector.notes.line.hasFocus()
    workspace.showing.show_event(events.add_event(desk.archive, "Zapis").id)
    workspace.write_note()
    assert event_page(workspace).notes.line.hasFocus()


def test_describing_an_event_anew_disturbs_nobody_who_writes(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    event = events.add_event(desk.archive, "Zapis")
    workspace.showing.show_event(event.id)
    workspace.write_note()
    line = event_page(workspace).notes.line
    type_text(line, "pola rečenice")
    events.edit_event(desk.archive, event.id, place="Zemun")
    sources.edit_source(desk.archive, desk.latin.source.id, place="Zemun")
    qtbot.wait(50)
    assert line.text() == "pola rečenice"
    assert line.hasFocus()
