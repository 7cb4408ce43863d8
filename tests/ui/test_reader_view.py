"""Reading a source and marking passages in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour, PassageKind
from archive_app.core.spans import Span
from archive_app.services import annotating, events, history, photos, sources
from archive_app.ui.reader_menu import reader_menu
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.session import Session
from helpers.desk import Desk, reading_of
from helpers.reading import select, wait_for_lines, words_at

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def counts(reader: ReaderView) -> str:
    """What is said of the text, with plain spaces in it."""
    return reader.header.counts.text().replace("\u00a0", " ")


def middle_of(reader: ReaderView, words: str) -> QPoint:
    """A point on the first letters of some words."""
    letters = reader.pane.toPlainText()
    cursor = reader.pane.textCursor()
    cursor.setPosition(letters.index(words) + 1)
    return reader.pane.cursorRect(cursor).center() + QPoint(2, 0)


def quotes(desk: Desk, source_id: str) -> list[str]:
    return [one.annotation.quote for one in annotating.annotations_of_source(desk.archive, source_id)]


def test_a_source_is_shown_with_its_description_and_counts(reader: ReaderView, desk: Desk) -> None:
    assert reader.source_id == desk.cyrillic.source.id
    assert reader.header.title.text() == desk.cyrillic.source.title
    assert "0 annotations" in counts(reader)
    assert reader.pane.toPlainText() == desk.cyrillic.letters


def test_nothing_is_open_at_first(session: Session, qtbot: QtBot) -> None:
    reader = ReaderView(session)
    qtbot.addWidget(reader)
    assert reader.source_id is None
    assert reader.selection() is None
    assert reader.empty.isVisibleTo(reader)


def test_selected_words_are_highlighted(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    select(reader, "два празна чамца")
    with qtbot.waitSignal(reader.annotation_clicked) as chosen:
        reader.marking.annotate_selection(Colour.GREEN)
    (made,) = reader.pane.shown.marks.all
    assert chosen.args == [made.id]
    assert (made.colour, reader.chosen) == (Colour.GREEN, made.id)
    assert quotes(desk, desk.cyrillic.source.id) == ["два празна чамца"]
    assert reader.selection() is None
    assert "1 annotation" in counts(reader)


def test_a_note_is_asked_for_together_with_the_highlight(reader: ReaderView, qtbot: QtBot) -> None:
    select(reader, "Учитељица Јелена")
    with qtbot.waitSignal(reader.edit_requested) as wanted:
        reader.marking.annotate_selection(None, open_note=True)
    assert wanted.args == [reader.chosen, "note"]
    assert reader.pane.shown.marks.all[0].colour is Colour.YELLOW


@pytest.mark.parametrize(("method", "part"), [("tag_selection", "tags"), ("link_selection", "event")])
def test_tags_and_events_highlight_as_well(reader: ReaderView, qtbot: QtBot, method: str, part: str) -> None:
    select(reader, "вода је била висока")
    with qtbot.waitSignal(reader.edit_requested) as wanted:
        getattr(reader.marking, method)()
    assert wanted.args == [reader.chosen, part]


def test_without_a_selection_the_chosen_annotation_changes_its_colour(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    made = desk.mark(desk.cyrillic, "ценом хлеба")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    reader.choose(made.id)
    reader.marking.annotate_selection(Colour.PURPLE)
    qtbot.waitUntil(lambda: reader.pane.shown.marks.all[0].colour is Colour.PURPLE)
    assert len(quotes(desk, desk.cyrillic.source.id)) == 1


def test_marking_the_same_words_again_changes_their_colour(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.cyrillic, "ценом хлеба")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    select(reader, "ценом хлеба")
    reader.marking.annotate_selection(Colour.BLUE)
    qtbot.waitUntil(lambda: reader.pane.shown.marks.all[0].colour is Colour.BLUE)
    assert len(quotes(desk, desk.cyrillic.source.id)) == 1


def test_a_person_who_selected_nothing_is_told_so(reader: ReaderView, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refused) as said:
        reader.marking.annotate_selection(Colour.PINK)
    assert "Select" in said.args[0]


def test_a_selection_over_paragraphs_is_one_annotation(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    letters = desk.cyrillic.letters
    start, end = letters.index("ценом хлеба"), letters.index("Код Калемегдана") + len("Код Калемегдана")
    select(reader, letters[start:end])
    with qtbot.waitSignal(reader.annotation_clicked):
        reader.marking.annotate_selection(Colour.ORANGE)
    assert quotes(desk, desk.cyrillic.source.id) == [letters[start:end]]


def test_highlights_stand_right_behind_letters_outside_the_basic_plane(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "znaci.txt"
    path.write_text("Знак 🂡 на 😀 првој страни 𝔄 писма.\n\nДруга страна 🂢 је празна.\n", encoding="utf-8")
    reading = reading_of(desk.archive, path)
    reader.show_source(reading.source.id)
    select(reader, "страна 🂢 је")
    with qtbot.waitSignal(reader.annotation_clicked):
        reader.marking.annotate_selection(Colour.GREEN)
    (made,) = annotating.annotations_of_text(desk.archive, reading.text.id)
    assert made.annotation.quote == "страна 🂢 је"
    reader.choose(made.annotation.id, scroll=True)
    (mark,) = reader.pane.shown.marks.all
    assert words_at(reader, (mark.start, mark.end)) == "страна 🂢 је"


def test_a_click_on_a_highlight_chooses_it_and_a_click_beside_it_lets_go(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    made = desk.mark(desk.cyrillic, "два празна чамца")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(
        reader.pane.viewport(), left, Qt.KeyboardModifier.NoModifier, middle_of(reader, "празна")
    )
    assert reader.chosen == made.id
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    QTest.mouseClick(
        reader.pane.viewport(), left, Qt.KeyboardModifier.NoModifier, middle_of(reader, "Учитељица")
    )
    assert reader.chosen is None


def test_clicks_on_overlapping_highlights_take_one_after_the_other(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    long = desk.mark(desk.cyrillic, "стајала два празна чамца")
    short = desk.mark(desk.cyrillic, "празна")
    qtbot.waitUntil(lambda: len(reader.pane.shown.marks.all) == 2)
    point = middle_of(reader, "празна")
    for expected in (short.id, long.id, short.id):
        QTest.mouseClick(reader.pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert reader.chosen == expected


def test_the_keyboard_walks_through_annotations(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    first = desk.mark(desk.cyrillic, "остао без стражара")
    second = desk.mark(desk.cyrillic, "ватра")
    qtbot.waitUntil(lambda: len(reader.pane.shown.marks.all) == 2)
    reader.step_annotation(1)
    assert reader.chosen == first.id
    reader.step_annotation(1)
    assert reader.chosen == second.id
    reader.step_annotation(-1)
    assert reader.chosen == first.id


def test_enter_chooses_the_annotation_at_the_caret(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    made = desk.mark(desk.cyrillic, "остао без стражара")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    reader.pane.go_to(made.start or 0, made.start or 0)
    QTest.keyClick(reader.pane, Qt.Key.Key_Return)
    assert reader.chosen == made.id


def test_words_are_selected_with_the_keyboard(reader: ReaderView, desk: Desk) -> None:
    reader.pane.go_to(desk.cyrillic.letters.index("мотори"), 0)
    QTest.keyClick(reader.pane, Qt.Key.Key_Right, CTRL | SHIFT)
    assert reader.pane.caret.letters().strip(", ") == "мотори"


def test_the_caret_passes_over_the_blank_line_between_paragraphs(reader: ReaderView, desk: Desk) -> None:
    first, second = desk.cyrillic.passages[0], desk.cyrillic.passages[1]
    reader.pane.go_to(first.end, first.end)
    QTest.keyClick(reader.pane, Qt.Key.Key_Right)
    assert reader.pane.textCursor().position() == second.start
    QTest.keyClick(reader.pane, Qt.Key.Key_Left)
    assert reader.pane.textCursor().position() == first.end
    QTest.keyClick(reader.pane, Qt.Key.Key_Down)
    assert second.start <= reader.pane.textCursor().position() <= second.end


def test_the_keyboard_reaches_the_end_and_the_beginning(reader: ReaderView, desk: Desk) -> None:
    reader.resize(800, 300)
    QTest.keyClick(reader.pane, Qt.Key.Key_End, CTRL)
    assert reader.pane.textCursor().position() == desk.cyrillic.passages[-1].end
    assert reader.pane.viewport().rect().contains(reader.pane.cursorRect().center())
    QTest.keyClick(reader.pane, Qt.Key.Key_Home, CTRL)
    assert reader.pane.textCursor().position() == 0
    assert reader.pane.viewport().rect().contains(reader.pane.cursorRect().center())


@pytest.mark.parametrize("height", range(280, 340, 7))
def test_the_last_line_can_be_seen_in_a_window_of_any_height(reader: ReaderView, height: int) -> None:
    reader.resize(800, height)
    QTest.keyClick(reader.pane, Qt.Key.Key_End, CTRL)
    assert reader.pane.viewport().rect().contains(reader.pane.cursorRect())


def test_a_deleted_annotation_disappears_and_undo_brings_it_back(
    reader: ReaderView, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    made = desk.mark(desk.cyrillic, "ватра")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    reader.choose(made.id)
    reader.marking.delete_chosen()
    qtbot.waitUntil(lambda: not reader.pane.shown.marks.all)
    assert reader.chosen is None
    session.write("Undo", history.undo)
    qtbot.waitUntil(lambda: [mark.id for mark in reader.pane.shown.marks.all] == [made.id])


def test_copying_with_the_citation_says_where_the_words_stand(reader: ReaderView, desk: Desk) -> None:
    sources.edit_source(desk.archive, desk.cyrillic.source.id, creator="Ј. Марић", call_number="Ф 3/12")
    reader.show_source(desk.latin.source.id)
    reader.show_source(desk.cyrillic.source.id)
    select(reader, "пише она")
    number = next(p.ordinal + 1 for p in desk.cyrillic.passages if p.span.overlaps(_span(desk, "пише она")))
    reader.copy_with_citation()
    copied = QApplication.clipboard().text()
    assert copied.startswith("“пише она”\n")
    assert "Ј. Марић" in copied
    assert "Ф 3/12" in copied
    assert f"¶ {number}" in copied


def _span(desk: Desk, words: str) -> Span:
    start = desk.cyrillic.letters.index(words)
    return Span(start, start + len(words))


def test_copied_letters_are_those_of_the_archive(reader: ReaderView, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "razmak.txt"
    path.write_text("Број 12\u00a0345 у\u00a0књизи.\n\nКрај.\n", encoding="utf-8")
    reading = reading_of(desk.archive, path)
    reader.show_source(reading.source.id)
    reader.pane.selectAll()
    reader.pane.copy()
    assert "12\u00a0345" in reading.letters
    assert QApplication.clipboard().text() == reading.letters


def test_a_search_hit_is_marked_and_brought_into_view(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    letters = desk.latin.letters
    start = letters.rindex("Kalemegdanu")
    passage = next(p for p in desk.latin.passages if p.start <= start < p.end)
    with qtbot.waitSignal(reader.source_shown) as shown:
        reader.show_place(desk.latin.text.id, passage.start, passage.end, [(start, start + 11)])
    assert shown.args == [desk.latin.source.id]
    assert reader.pane.shown.found == [(start, start + 11)]
    assert reader.pane.textCursor().position() == start
    assert reader.pane.viewport().rect().contains(reader.pane.cursorRect())


def test_going_back_to_a_source_finds_the_place_that_was_read(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dugo.txt"
    path.write_text("\n\n".join(f"Пасус {n} о обали. " * 12 for n in range(80)), encoding="utf-8")
    long = reading_of(desk.archive, path)
    reader.show_source(long.source.id)
    reader.show_place(long.text.id, long.passages[60].start, long.passages[60].end)
    before = reader.pane.firstVisibleBlock().blockNumber()
    assert before > 60
    reader.show_source(desk.latin.source.id)
    reader.show_source(long.source.id)
    assert reader.pane.firstVisibleBlock().blockNumber() == before


def test_what_is_no_caption_becomes_a_paragraph(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    caption = next(p for p in desk.cyrillic.passages if p.kind is PassageKind.CAPTION)
    assert photos.photos_of_source(desk.archive, desk.cyrillic.source.id)
    piece = reader.pane.text_layout.piece_at(caption.start)
    menu = reader_menu(reader, piece, on_annotation=False)
    action = next(action for action in menu.actions() if action.text() == "This is not a caption")
    action.trigger()

    def is_paragraph() -> bool:
        shown = reader.pane.text_layout.piece_at(caption.start)
        return shown is not None and shown.passage.kind is PassageKind.PARAGRAPH

    qtbot.waitUntil(is_paragraph)
    assert not photos.photos_of_source(desk.archive, desk.cyrillic.source.id)


def test_the_menu_offers_what_fits_the_place(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    made = desk.mark(desk.cyrillic, "ватра")
    event = events.add_event(desk.archive, "Славље на бедему")
    events.link(desk.archive, made.id, event.id)
    qtbot.waitUntil(lambda: len(reader.annotations.events_of_text()) == 1)
    reader.choose(made.id)
    piece = reader.pane.text_layout.piece_at(made.start or 0)
    on_it = reader_menu(reader, piece, on_annotation=True)
    beside_it = reader_menu(reader, piece, on_annotation=False)
    assert "Delete the annotation" in [action.text() for action in on_it.actions()]
    assert "Delete the annotation" not in [action.text() for action in beside_it.actions()]
    with qtbot.waitSignal(reader.event_requested) as wanted:
        next(action for action in on_it.actions() if event.title in action.text()).trigger()
    assert wanted.args == [event.id]


def test_a_note_is_read_where_the_pointer_rests(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    desk.mark(desk.cyrillic, "два празна чамца", note="Чији су <били>?")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    at = middle_of(reader, "празна")
    where = reader.pane.viewport().mapToGlobal(at)
    QApplication.sendEvent(reader.pane.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    assert "Чији су &lt;били&gt;?" in QToolTip.text()
    QToolTip.hideText()


def test_a_passage_can_be_called_a_heading(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    passage = desk.cyrillic.passages[1]
    block = reader.pane.document().findBlock(passage.start)
    before = reader.pane.text_layout.blockBoundingRect(block).height()
    reader.set_passage_kind(passage.ordinal, PassageKind.HEADING)
    qtbot.waitUntil(lambda: reader.pane.text_layout.blockBoundingRect(block).height() > before)


def test_a_click_on_the_sign_of_a_caption_asks_for_the_photo(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    (photo,) = photos.photos_of_source(desk.archive, desk.cyrillic.source.id)
    sign = next(
        QPoint(x, y)
        for y in range(0, reader.pane.viewport().height(), 4)
        for x in range(40, 200, 8)
        if reader.pane.places.caption_at(QPointF(x, y)) is not None
    )
    with qtbot.waitSignal(reader.photo_requested) as wanted:
        QTest.mouseClick(reader.pane.viewport(), Qt.MouseButton.LeftButton, pos=sign)
    assert wanted.args == [photo.id]


def test_a_triple_click_selects_the_whole_paragraph(reader: ReaderView, desk: Desk) -> None:
    point = middle_of(reader, "Учитељица")
    viewport = reader.pane.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert reader.pane.caret.letters() == "Учитељица"
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    passage = next(p for p in desk.cyrillic.passages if p.kind is PassageKind.PARAGRAPH)
    assert reader.selection() == passage.span


def test_a_double_click_selects_a_word_and_offers_the_bar(reader: ReaderView) -> None:
    point = middle_of(reader, "Учитељица")
    viewport = reader.pane.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert reader.pane.caret.letters() == "Учитељица"
    assert reader.bar.isVisible()


def test_the_bar_appears_beside_a_selection_and_leaves_the_keyboard_to_the_text(
    reader: ReaderView, qtbot: QtBot
) -> None:
    reader.pane.setFocus()
    select(reader, "мотори")
    assert not reader.bar.isVisible()
    QTest.keyRelease(reader.pane, Qt.Key.Key_Shift)
    assert reader.bar.isVisible()
    assert not reader.bar.geometry().intersects(reader.pane.cursorRect())
    button = reader.bar.colour_buttons[Colour.PINK]
    with qtbot.waitSignal(reader.annotation_clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() in (reader.pane, None)
    assert reader.pane.shown.marks.all[0].colour is Colour.PINK
    assert not reader.bar.isVisible()


def test_letters_grow_and_shrink_within_limits(reader: ReaderView, qtbot: QtBot) -> None:
    before = reader.reading_size
    with qtbot.waitSignal(reader.look_changed):
        reader.zoom(1)
    assert reader.reading_size > before
    for _step in range(40):
        reader.zoom(-1)
    assert reader.reading_size == 9


def test_lines_are_never_longer_than_can_be_read(reader: ReaderView, qtbot: QtBot) -> None:
    reader.resize(2400, 700)
    block = reader.pane.document().findBlock(reader.pane.toPlainText().index("Ујутру"))
    reader.pane.text_layout.blockBoundingRect(block)
    longest = max(block.layout().lineAt(n).textLength() for n in range(block.layout().lineCount()))
    assert 50 <= longest <= 85
    column = reader.pane.text_layout.column
    assert abs(column.left + column.width / 2 - reader.pane.viewport().width() / 2) <= 1


def test_a_source_deleted_elsewhere_leaves_an_empty_desk(
    reader: ReaderView, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    session.write("Delete", sources.remove_source, desk.cyrillic.source.id)
    qtbot.waitUntil(lambda: reader.source_id is None)
    assert reader.empty.isVisible()
    session.write("Undo", history.undo)
    qtbot.waitUntil(lambda: reader.source_id == desk.cyrillic.source.id)
    assert not reader.empty.isVisible()


def test_the_counts_follow_links_to_events(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    made = desk.mark(desk.cyrillic, "Железничку станицу")
    event = events.add_event(desk.archive, "Заузимање станице", when="20.10.1944")
    events.link(desk.archive, made.id, event.id, says_when="15.10.1944")
    qtbot.waitUntil(lambda: "1 event" in counts(reader))


def test_the_place_that_is_read_stays_when_the_page_becomes_wider(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dnevnik.txt"
    days = (f"Dan {number}. " + "Kiša pada na bedem i niko ne izlazi iz kuće. " * 6 for number in range(400))
    path.write_text("Dnevnik\n\n" + "\n\n".join(days), encoding="utf-8")
    reading = reading_of(desk.archive, path)
    reader.show_source(reading.source.id)
    reader.resize(640, 600)
    wait_for_lines(qtbot, reader.pane)
    start = reading.letters.index("Dan 300.")
    reader.show_place(reading.text.id, start, start + 7)
    top = reader.pane.firstVisibleBlock().blockNumber()
    for width in (1100, 500, 800):
        reader.resize(width, 600)
        wait_for_lines(qtbot, reader.pane)
        assert reader.pane.firstVisibleBlock().blockNumber() == top


def test_of_very_many_annotations_the_places_are_drawn_at_once_and_the_notes_follow(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    text, letters = desk.latin.text, desk.latin.letters
    places = [start for start in range(len(letters) - 1) if not letters[start].isspace()][:700]
    with desk.archive.operation("Annotate"):
        for start in places:
            annotating.annotate(desk.archive, text.id, Span(start, start + 1), note="Слово")
    reader.show_source(desk.latin.source.id)
    marks = reader.pane.shown.marks.all
    assert [mark.start for mark in marks] == places
    assert all(mark.has_note for mark in marks)
    assert not reader.pane.notes
    qtbot.waitUntil(lambda: len(reader.pane.notes) == len(places))
    assert reader.pane.shown.marks.all == marks
    assert f"{len(places)} annotations" in counts(reader)
    reader.show_source(desk.cyrillic.source.id)
    assert not reader.pane.shown.marks.all


def test_a_citation_of_several_passages_names_the_first_and_the_last(reader: ReaderView, desk: Desk) -> None:
    first, last = desk.cyrillic.passages[1], desk.cyrillic.passages[3]
    cursor = reader.pane.textCursor()
    cursor.setPosition(reader.pane.positions.to_units(last.end))
    cursor.setPosition(reader.pane.positions.to_units(first.start), QTextCursor.MoveMode.KeepAnchor)
    reader.pane.setTextCursor(cursor)
    reader.copy_with_citation()
    copied = QApplication.clipboard().text()
    assert desk.cyrillic.letters[first.start : last.end].strip() in copied
    assert f"¶¶ {first.ordinal + 1}–{last.ordinal + 1}" in copied


def test_a_caption_is_cited_by_its_passage(reader: ReaderView, desk: Desk) -> None:
    caption = next(p for p in desk.cyrillic.passages if p.kind is PassageKind.CAPTION)
    reader.select_passage(caption)
    reader.copy_with_citation()
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"“{desk.cyrillic.letters[caption.start : caption.end].strip()}”\n")
    assert f"¶ {caption.ordinal + 1}" in copied


def test_a_blank_line_selected_with_a_passage_is_not_cited(reader: ReaderView, desk: Desk) -> None:
    first, second = desk.cyrillic.passages[1], desk.cyrillic.passages[2]
    cursor = reader.pane.textCursor()
    cursor.setPosition(reader.pane.positions.to_units(first.start))
    cursor.setPosition(reader.pane.positions.to_units(second.start), QTextCursor.MoveMode.KeepAnchor)
    reader.pane.setTextCursor(cursor)
    reader.copy_with_citation()
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"“{desk.cyrillic.letters[first.start : first.end].strip()}”\n")
    assert f"¶ {first.ordinal + 1}" in copied
    assert f"–{second.ordinal + 1}" not in copied
