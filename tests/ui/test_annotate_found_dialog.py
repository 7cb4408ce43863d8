"""Annotating all results of a search at once, after a look at what would be done."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour
from archive_app.services import annotating, events, history, indexing
from archive_app.services.annotating import Annotated
from archive_app.ui.annotate_found_dialog import AnnotateFoundDialog
from archive_app.ui.session import Session
from helpers.desk import Desk, request

Make = Callable[..., AnnotateFoundDialog]


@pytest.fixture
def make(desk: Desk, session: Session, qtbot: QtBot) -> Iterator[Make]:
    """Opens the dialog on the results of a search for the fortress, ready."""
    indexing.catch_up(desk.archive)
    dialogs = []

    def build(chosen: int = 0) -> AnnotateFoundDialog:
        hits = desk.hits("Kalemegdan")
        dialog = AnnotateFoundDialog(session, request("Kalemegdan"), len(hits), hits[:chosen])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.start_button.isEnabled)
        dialogs.append(dialog)
        return dialog

    yield build
    qtbot.waitUntil(lambda: not session.runner.is_busy())


def in_texts(desk: Desk) -> list[Annotated]:
    texts = (desk.latin.text.id, desk.cyrillic.text.id)
    return [one for text_id in texts for one in annotating.annotations_of_text(desk.archive, text_id)]


def annotate(dialog: AnnotateFoundDialog, qtbot: QtBot) -> int:
    with qtbot.waitSignal(dialog.annotated) as done:
        dialog.start_button.click()
    assert done.args is not None
    return int(done.args[0])


def test_all_results_are_annotated_in_one_step_and_taken_back_in_one(
    make: Make, desk: Desk, qtbot: QtBot
) -> None:
    event = events.add_event(desk.archive, "Opsada", when="1944-10")
    before = history.next_undo(desk.archive)
    dialog = make()
    dialog.form.colours[Colour.GREEN].click()
    dialog.form.note.setPlainText("Помен тврђаве")
    dialog.form.tags.line.setText("tvrđava")
    QTest.keyClick(dialog.form.tags.line, Qt.Key.Key_Return)
    assert dialog.isVisible()  # Enter has ended the tag, nothing else
    dialog.form.choose_event(event.id)
    qtbot.waitUntil(dialog.start_button.isEnabled)
    count = len(dialog.list.planned.rows)
    assert dialog.start_button.text() == f"&Annotate {count} results"
    assert annotate(dialog, qtbot) == count
    made = in_texts(desk)
    assert {one.annotation.quote for one in made} >= {"Kalemegdana", "Калемегдан", "Калемегдану"}
    assert {one.annotation.colour for one in made} == {Colour.GREEN}
    assert {one.annotation.note for one in made} == {"Помен тврђаве"}
    assert {tuple(one.tag_names) for one in made} == {("tvrđava",)}
    assert all(one.links[0].event_id == event.id for one in made)
    history.undo(desk.archive)
    assert in_texts(desk) == []
    assert history.next_undo(desk.archive) == before


def test_single_results_are_left_out_by_their_boxes(make: Make, desk: Desk, qtbot: QtBot) -> None:
    dialog = make()
    planned = dialog.list.planned
    count = len(planned.rows)
    dialog.list.setFocus()
    dialog.list.setCurrentIndex(planned.index(1))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    place = dialog.list.visualRect(planned.index(0)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.summary.text() == f"{count - 2} of {count} will be annotated"
    dialog.form.whole.click()  # the preview is made anew; what was left out stays left out
    qtbot.waitUntil(dialog.start_button.isEnabled)
    assert dialog.summary.text() == f"{count - 2} of {count} will be annotated"
    left_out = {planned.rows[0].span, planned.rows[1].span}
    assert annotate(dialog, qtbot) == count - 2
    assert not left_out & {one.annotation.span for one in in_texts(desk)}


def test_nothing_is_ticked_and_all_again(make: Make) -> None:
    dialog = make()
    dialog.tick_none.click()
    assert not dialog.start_button.isEnabled()
    dialog.tick_all.click()
    assert dialog.start_button.isEnabled()


def test_the_preview_says_what_is_left_out_and_why(make: Make, desk: Desk, qtbot: QtBot) -> None:
    dialog = make()
    count = annotate(dialog, qtbot)
    again = AnnotateFoundDialog(dialog._session, request("Kalemegdan"), count)
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: bool(again.reasons.text()))
    assert f"{count} left out: It carries the same annotation already." in again.reasons.text()
    assert not again.start_button.isEnabled()
    again.form.note.setPlainText("Još nešto")
    qtbot.waitUntil(again.start_button.isEnabled)


def test_an_annotation_that_says_nothing_is_refused_in_the_preview(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    dialog.form.colours[None].click()
    qtbot.waitUntil(dialog.empty.isVisible)
    assert not dialog.start_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.empty.title.text() == "Nothing to annotate yet")
    dialog.form.colours[Colour.BLUE].click()
    qtbot.waitUntil(dialog.start_button.isEnabled)
    assert dialog.list.isVisible()


def test_only_the_chosen_results_where_several_are_chosen(make: Make, desk: Desk, qtbot: QtBot) -> None:
    dialog = make(chosen=2)
    assert dialog.chosen_only.isChecked()
    assert dialog.chosen_only.text() == "The 2 &chosen results"
    assert len(dialog.list.planned.rows) == 2
    dialog.all_found.click()
    qtbot.waitUntil(lambda: len(dialog.list.planned.rows) > 2)
    dialog.chosen_only.click()
    qtbot.waitUntil(lambda: len(dialog.list.planned.rows) == 2 and dialog.start_button.isEnabled())
    assert annotate(dialog, qtbot) == 2
    assert len(in_texts(desk)) == 2


def test_an_event_can_be_made_on_the_way(make: Make, desk: Desk, qtbot: QtBot) -> None:
    dialog = make()
    event = events.add_event(desk.archive, "Harmonika na bedemu")
    dialog._on_event_made(event)
    assert dialog.form.event_chip.event_id == event.id
    assert dialog.form.picker.isHidden()
    dialog.form.event_chip.button.click()
    assert dialog.form.marking().event_id is None
    assert dialog.form.picker.isVisible()


def test_what_is_taken_away_meanwhile_is_left_out(make: Make, desk: Desk, qtbot: QtBot) -> None:
    from archive_app.services import sources

    dialog = make()
    sources.remove_source(desk.archive, desk.latin.source.id)
    qtbot.waitUntil(lambda: "It is no longer in the archive." in dialog.reasons.text())
    assert annotate(dialog, qtbot) == len(in_texts(desk))
