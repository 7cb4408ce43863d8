"""Notes, tags and links beside the text: everything saves itself, and nothing that was typed is lost."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Colour
from archive_app.services import annotating, events, history, sources
from archive_app.ui.event_dialog import EventDialog
from archive_app.ui.inspector_view import InspectorView
from archive_app.ui.link_editor import LinkEditor
from archive_app.ui.session import Session
from helpers.desk import Desk


def shown(inspector: InspectorView) -> list[str]:
    return [one.annotation.quote for one in inspector.list.cards.rows]


def type_into(widget: QWidget, text: str) -> None:
    """As a keyboard does; QTest's own keys stop at ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def note_of(desk: Desk, annotation: Annotation) -> str:
    return annotating.get_annotation(desk.archive, annotation.id).annotation.note


def tags_of(desk: Desk, annotation: Annotation) -> list[str]:
    return annotating.get_annotation(desk.archive, annotation.id).tag_names


@pytest.fixture
def boats(desk: Desk, inspector: InspectorView, qtbot: QtBot) -> Annotation:
    """An annotation that is open in the inspector."""
    made = desk.mark(desk.cyrillic, "два празна чамца", tags=["река"])
    qtbot.waitUntil(lambda: bool(inspector.list.cards.rows))
    inspector.select_annotation(made.id)
    return made


def test_annotations_stand_in_the_order_of_the_text(
    inspector: InspectorView, desk: Desk, qtbot: QtBot
) -> None:
    for words in ("ватра", "остао без стражара", "Учитељица Јелена"):
        desk.mark(desk.cyrillic, words)
    expected = ["остао без стражара", "Учитељица Јелена", "ватра"]
    qtbot.waitUntil(lambda: shown(inspector) == expected)
    assert "(3)" in inspector.tabs.tabText(0)


def test_without_annotations_the_pane_says_what_to_do(inspector: InspectorView) -> None:
    assert inspector.empty.isVisible()
    assert "Ctrl+1" in inspector.empty.text.text()


def test_a_note_saves_itself_after_a_pause(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    inspector.edit(boats.id, "note")
    assert inspector.list.editor.note.hasFocus() or QApplication.focusWidget() is None
    type_into(inspector.list.editor.note, "чији су били?")
    assert note_of(desk, boats) == ""
    qtbot.waitUntil(lambda: note_of(desk, boats) == "чији су били?", timeout=3000)


def test_writing_goes_on_behind_what_was_written_before(
    inspector: InspectorView, desk: Desk, qtbot: QtBot
) -> None:
    made = desk.mark(desk.cyrillic, "ватра", note="Прво.")
    qtbot.waitUntil(lambda: bool(inspector.list.cards.rows))
    inspector.edit(made.id, "note")
    type_into(inspector.list.editor.note, " Друго.")
    qtbot.waitUntil(lambda: note_of(desk, made) == "Прво. Друго.", timeout=3000)


def test_a_note_is_saved_when_another_annotation_is_chosen(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    other = desk.mark(desk.cyrillic, "ватра")
    qtbot.waitUntil(lambda: len(inspector.list.cards.rows) == 2)
    type_into(inspector.list.editor.note, "брзо")
    inspector.select_annotation(other.id)
    assert inspector.list.editor.note.toPlainText() == ""
    qtbot.waitUntil(lambda: note_of(desk, boats) == "брзо")
    assert note_of(desk, other) == ""


def test_a_note_is_saved_when_another_source_is_opened(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    type_into(inspector.list.editor.note, "пре одласка")
    inspector.show_source(desk.latin.source.id)
    qtbot.waitUntil(lambda: note_of(desk, boats) == "пре одласка")


def test_a_note_is_saved_before_the_window_closes(
    inspector: InspectorView, boats: Annotation, desk: Desk, session: Session
) -> None:
    type_into(inspector.list.editor.note, "последња реч")
    inspector.flush()
    session.runner.close()
    session.close()  # as the window does at once, or indexing would be begun anew
    assert note_of(desk, boats) == "последња реч"


def test_writing_goes_on_while_the_archive_changes(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    note = inspector.list.editor.note
    type_into(note, "прва")
    annotating.edit_annotation(desk.archive, boats.id, colour=Colour.PINK)
    qtbot.waitUntil(lambda: inspector.list.editor.colours[Colour.PINK].isChecked())
    type_into(note, " друга")
    assert note.toPlainText() == "прва друга"
    qtbot.waitUntil(lambda: note_of(desk, boats) == "прва друга", timeout=3000)
    assert note.toPlainText() == "прва друга"


def test_undo_takes_a_note_back_in_the_editor_too(
    inspector: InspectorView, boats: Annotation, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    note = inspector.list.editor.note
    type_into(note, "погрешно")
    note.flush()
    qtbot.waitUntil(lambda: note_of(desk, boats) == "погрешно" and not session.runner.is_busy())
    session.write("Undo", history.undo)
    qtbot.waitUntil(lambda: note.toPlainText() == "")


def test_a_note_that_cannot_be_saved_is_kept_and_the_person_is_told(
    inspector: InspectorView, boats: Annotation, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    type_into(inspector.list.editor.note, "важно")
    said: list[str] = []
    session.refused.connect(said.append)
    annotating.remove_annotation(desk.archive, boats.id)
    inspector.flush()
    qtbot.waitUntil(lambda: bool(said))
    session.write("Undo", history.undo)
    qtbot.waitUntil(lambda: bool(inspector.list.cards.rows))
    inspector.select_annotation(boats.id)
    assert inspector.list.editor.note.toPlainText() == "важно"


def test_a_colour_is_chosen_by_its_dot(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    QTest.mouseClick(inspector.list.editor.colours[Colour.BLUE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: annotating.get_annotation(desk.archive, boats.id).annotation.colour is Colour.BLUE
    )


def test_tags_are_added_and_taken_off(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    tags = inspector.list.editor.tags
    assert tags.names == ["река"]
    type_into(tags.line, "чамци, Сава")
    QTest.keyClick(tags.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sorted(tags_of(desk, boats)) == ["Сава", "река", "чамци"])
    assert tags.line.text() == ""
    chip = next(chip for chip in tags._chips if chip.name == "река")
    QTest.mouseClick(chip.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sorted(tags_of(desk, boats)) == ["Сава", "чамци"])
    QTest.keyClick(tags.line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(tags_of(desk, boats)) == 1)


def test_existing_tags_are_offered_in_either_script(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "golubovi", tags=["Љубав према граду"])
    inspector.select_annotation("")
    inspector.select_annotation(boats.id)
    tags = inspector.list.editor.tags
    inspector.activateWindow()
    tags.line.setFocus()
    type_into(tags.line, "ljub")
    assert tags.offers.completionModel().rowCount() == 1
    tags.offers.go_to_first()
    QTest.keyClick(tags.offers.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Љубав према граду" in tags_of(desk, boats))


def test_half_a_tag_is_not_lost_when_the_person_moves_on(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    type_into(inspector.list.editor.tags.line, "вода")
    inspector.select_annotation("")
    qtbot.waitUntil(lambda: "вода" in tags_of(desk, boats))


def linked(inspector: InspectorView, desk: Desk, annotation: Annotation, qtbot: QtBot) -> LinkEditor:
    """Choose an event by a part of its title, in the other script."""
    event = events.add_event(desk.archive, "Заузимање станице", when="1944-10-20", place="Београд")
    picker = inspector.list.editor.picker
    qtbot.waitUntil(lambda: picker.offers.completionModel().rowCount() >= 1)
    inspector.edit(annotation.id, "event")
    type_into(picker, "stanic")
    QTest.keyClick(picker.offers.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(inspector.list.editor.links))
    (editor,) = inspector.list.editor.links.values()
    assert editor.event_id == event.id
    return editor


def test_a_passage_is_tied_to_an_event_and_says_another_date(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    editor = linked(inspector, desk, boats, qtbot)
    type_into(editor.when.line, "15. октобра 1944.")
    assert "15 October 1944" in editor.when.hint.text()
    type_into(editor.lines["says_where"], "главна станица")
    qtbot.waitUntil(
        lambda: (
            [
                (link.says_when, link.says_where)
                for link in annotating.get_annotation(desk.archive, boats.id).links
            ]
            == [("1944-10-15", "главна станица")]
        ),
        timeout=3000,
    )
    assert "(1)" in inspector.tabs.tabText(1)


def test_a_date_that_cannot_be_read_is_kept_as_typed(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    editor = linked(inspector, desk, boats, qtbot)
    type_into(editor.when.line, "око Митровдана")
    inspector.select_annotation("")
    inspector.select_annotation(boats.id)
    (again,) = inspector.list.editor.links.values()
    assert again.when.line.text() == "око Митровдана"
    assert again.when.error()
    assert annotating.get_annotation(desk.archive, boats.id).links[0].says_when == ""


def test_a_new_event_is_made_without_stopping_the_reading(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    picker = inspector.list.editor.picker
    inspector.edit(boats.id, "event")
    type_into(picker, "Прелаз преко реке")
    QTest.keyClick(picker.offers.list, Qt.Key.Key_Return)
    dialog = next(child for child in inspector.findChildren(EventDialog) if child.isVisible())
    assert not dialog.isModal()
    values = dialog.form.values()
    assert values["title"] == "Прелаз преко реке"
    dialog.form.set_values({"when": "октобар 1944"})
    dialog.save()
    qtbot.waitUntil(lambda: bool(inspector.list.editor.links))
    (summary,) = events.list_events(desk.archive)
    assert (summary.event.title, summary.event.when, summary.links) == ("Прелаз преко реке", "1944-10", 1)


def test_a_link_is_removed_and_the_event_stays(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    editor = linked(inspector, desk, boats, qtbot)
    editor.removed.emit(editor.link_id)
    qtbot.waitUntil(lambda: not inspector.list.editor.links)
    assert len(events.list_events(desk.archive)) == 1


def test_cards_are_filtered_by_words_in_either_script(
    inspector: InspectorView, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.cyrillic, "два празна чамца", note="Ko ih je ostavio?")
    desk.mark(desk.cyrillic, "ватра", tags=["ноћ"])
    qtbot.waitUntil(lambda: len(shown(inspector)) == 2)
    for words, expected in (
        ("camca", ["два празна чамца"]),
        ("ко их", ["два празна чамца"]),
        ("noć", ["ватра"]),
        ("ničega", []),
    ):
        inspector.filter.setText(words)
        qtbot.waitUntil(lambda expected=expected: shown(inspector) == expected)
    assert inspector.empty.isVisible()


def test_choosing_an_annotation_gives_up_a_filter_that_hides_it(
    inspector: InspectorView, boats: Annotation, qtbot: QtBot
) -> None:
    inspector.filter.setText("нечег другог")
    qtbot.waitUntil(lambda: not shown(inspector))
    inspector.select_annotation(boats.id)
    assert inspector.list.current == boats.id


def test_a_click_on_a_card_shows_its_place(inspector: InspectorView, desk: Desk, qtbot: QtBot) -> None:
    made = desk.mark(desk.cyrillic, "ватра")
    qtbot.waitUntil(lambda: bool(inspector.list.cards.rows))
    point = inspector.list.visualRect(inspector.list.cards.index(0)).center()
    chosen: list[str] = []
    inspector.annotation_chosen.connect(chosen.append)
    with qtbot.waitSignal(inspector.place_requested) as wanted:
        QTest.mouseClick(inspector.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert wanted.args == [desk.cyrillic.text.id, made.start, made.end]
    assert chosen == [made.id]
    assert inspector.list.current == made.id


def test_the_editor_lies_over_its_card(inspector: InspectorView, desk: Desk, qtbot: QtBot) -> None:
    for words in ("остао без стражара", "Учитељица Јелена", "ватра"):
        made = desk.mark(desk.cyrillic, words)
    qtbot.waitUntil(lambda: len(shown(inspector)) == 3)
    inspector.select_annotation(made.id)
    qtbot.waitUntil(lambda: inspector.list.editor.isVisible())
    area = inspector.list.visualRect(inspector.list.cards.index(2))
    editor = inspector.list.editor.geometry()
    assert editor.top() == area.top()
    assert editor.height() <= area.height()


def test_the_keyboard_goes_through_the_cards(inspector: InspectorView, desk: Desk, qtbot: QtBot) -> None:
    first = desk.mark(desk.cyrillic, "остао без стражара")
    second = desk.mark(desk.cyrillic, "ватра")
    qtbot.waitUntil(lambda: len(shown(inspector)) == 2)
    QTest.keyClick(inspector.list, Qt.Key.Key_Down)
    assert inspector.list.current == first.id
    QTest.keyClick(inspector.list, Qt.Key.Key_Down)
    assert inspector.list.current == second.id
    QTest.keyClick(inspector.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(inspector) == ["остао без стражара"])


def test_the_description_of_the_source_follows_its_changes(
    inspector: InspectorView, desk: Desk, qtbot: QtBot
) -> None:
    sources.edit_source(desk.archive, desk.cyrillic.source.id, call_number="Ф 44/7")
    qtbot.waitUntil(lambda: "Ф 44/7" in _texts(inspector.source))


def _texts(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_events_of_the_text_are_listed_in_time(
    inspector: InspectorView, desk: Desk, qtbot: QtBot
) -> None:
    made = desk.mark(desk.cyrillic, "ватра")
    late = events.add_event(desk.archive, "Касније", when="1944-10-31")
    early = events.add_event(desk.archive, "Раније", when="1944-10-12")
    for event in (late, early):
        events.link(desk.archive, made.id, event.id)
    rows = inspector.events.list
    qtbot.waitUntil(lambda: [rows.item(n).text() for n in range(rows.count())] == ["Раније", "Касније"])
    with qtbot.waitSignal(inspector.event_requested) as wanted:
        rows.itemActivated.emit(rows.item(0))
    assert wanted.args == [early.id]


def test_every_field_has_a_name_for_those_who_cannot_see_it(
    inspector: InspectorView, boats: Annotation
) -> None:
    for kind in (QLineEdit, QPlainTextEdit):
        for field in inspector.findChildren(kind):
            if field.isVisible():
                assert field.accessibleName(), field


def test_enter_alone_links_to_the_event_that_was_linked_last(
    inspector: InspectorView, boats: Annotation, desk: Desk, qtbot: QtBot
) -> None:
    first, last = (
        events.add_event(desk.archive, "Zapis", when="1944"),
        events.add_event(desk.archive, "Пожар"),
    )
    other = desk.mark(desk.latin, "golubovi")
    for event in (first, last):
        events.link(desk.archive, other.id, event.id)
    picker = inspector.list.editor.picker
    qtbot.waitUntil(lambda: picker.offers.completionModel().rowCount() >= 2)
    inspector.activateWindow()
    inspector.edit(boats.id, "event")
    offered = picker.offers.list.currentIndex()
    assert (offered.data(), offered.data(Qt.ItemDataRole.UserRole)) == ("Пожар", last.id)
    assert "Linked last" in offered.data(Qt.ItemDataRole.UserRole + 1)
    QTest.keyClick(picker.offers.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [link.event_id for link in inspector.list.editor._shown.links] == [last.id])
    inspector.edit(boats.id, "event")  # it has this one already: the one before is offered
    assert picker.offers.list.currentIndex().data() == "Zapis"


def test_a_field_below_the_edge_comes_into_view_with_the_keyboard(
    inspector: InspectorView, boats: Annotation, qtbot: QtBot
) -> None:
    inspector.resize(360, 330)
    inspector.activateWindow()
    editor, port = inspector.list.editor, inspector.list.viewport()
    qtbot.waitUntil(lambda: editor.isVisible() and editor.geometry().bottom() > port.height())

    def is_in_view(field: QWidget) -> bool:
        top = field.mapTo(port, QPoint()).y()
        return top >= 0 and top + field.height() <= port.height()

    inspector.edit(boats.id, "event")
    qtbot.waitUntil(lambda: is_in_view(editor.picker))
    inspector.edit(boats.id, "tags")
    qtbot.waitUntil(lambda: is_in_view(editor.tags.line))
    inspector.edit(boats.id, "note")
    qtbot.waitUntil(lambda: is_in_view(editor.note))


@pytest.fixture
def many(desk: Desk) -> list[Annotation]:
    """2,500 annotations of one text, with notes of one line to four."""
    made = [
        Annotation(
            id=new_id(),
            text_id=desk.latin.text.id,
            start=number // 10,
            end=number // 10 + 1 + number % 10,
            quote=f"Mesto {number}",
            note=" ".join(["beleška"] * (number % 23)),
        )
        for number in range(2500)
    ]
    with desk.archive.operation("Fill"):
        desk.archive.store.insert_many(made)
    return sorted(made, key=lambda one: (one.start, -(one.end or 0), one.id))


def test_thousands_of_cards_come_in_portions_and_what_was_chosen_meanwhile_is_opened(
    inspector: InspectorView, desk: Desk, many: list[Annotation], qtbot: QtBot
) -> None:
    inspector.show_source(desk.latin.source.id)
    cards = inspector.list
    assert not cards.cards.rows  # their heights are being worked out
    assert not cards.isHidden()
    wanted = many[2_400]
    inspector.edit(wanted.id, "note")
    qtbot.waitUntil(lambda: len(cards.cards.rows) == len(many))
    assert [one.annotation.id for one in cards.cards.rows] == [one.id for one in many]
    qtbot.waitUntil(cards.editor.isVisible)
    assert cards.current == wanted.id
    assert inspector.focusWidget() is cards.editor.note
    area = cards.visualRect(cards.cards.index(2_400))
    assert area.top() == cards.editor.y()
    assert cards.viewport().rect().intersects(area)


def test_thousands_of_cards_are_placed_one_below_the_other(
    inspector: InspectorView, desk: Desk, many: list[Annotation], qtbot: QtBot
) -> None:
    inspector.show_source(desk.latin.source.id)
    cards = inspector.list
    qtbot.waitUntil(lambda: len(cards.cards.rows) == len(many))
    qtbot.waitUntil(lambda: cards.visualRect(cards.cards.index(len(many) - 1)).isValid())
    bar = cards.verticalScrollBar()
    bar.setValue(bar.maximum())
    rows = [cards.visualRect(cards.cards.index(number)) for number in range(len(many))]
    assert all(one.bottom() + 1 == other.top() for one, other in pairwise(rows))
    assert rows[-1].bottom() < cards.viewport().height() + 8
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert cards.current == many[0].id
    qtbot.waitUntil(lambda: cards.visualRect(cards.cards.index(0)).top() >= 0)
