"""Reading a source in the other script: only what is shown changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archive_app.core.records import Colour, PassageKind
from archive_app.services import annotating, photos
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.script_memory import ScriptMemory
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from helpers.desk import Desk, reading_of
from helpers.reading import select, wait_for_lines, words_at


def counts(reader: ReaderView) -> str:
    """What is said of the text, with plain spaces in it."""
    return reader.header.counts.text().replace("\u00a0", " ")


@pytest.fixture
def reader(reader: ReaderView) -> ReaderView:
    """The reading desk with the Cyrillic article on it, shown in Latin."""
    reader.read_in_other_script(True)
    return reader


def marked(reader: ReaderView) -> list[str]:
    """The words under the marks, as they are shown."""
    return [words_at(reader, (mark.start, mark.end)) for mark in reader.pane.shown.marks.all]


def test_the_text_is_shown_in_the_other_script_and_in_its_own_again(reader: ReaderView, desk: Desk) -> None:
    shown = reader.pane.toPlainText()
    assert shown.startswith("Dani pod bedemom\n\nUjutru 12. oktobra 1944. godine čuli su se motori")
    assert "Učiteljica Jelena vodila je dnevnik u đačkoj svesci" in shown
    assert reader.is_in_other_script()
    reader.read_in_other_script(False)
    assert reader.pane.toPlainText() == desk.cyrillic.letters
    assert not reader.is_in_other_script()


def test_a_latin_source_is_shown_in_cyrillic(reader: ReaderView, desk: Desk) -> None:
    reader.show_source(desk.latin.source.id)
    assert not reader.is_in_other_script()
    reader.read_in_other_script(True)
    assert "стражари на Калемегдану" in reader.pane.toPlainText()


def test_marks_stand_under_the_same_words(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    desk.mark(desk.cyrillic, "Учитељица Јелена")
    desk.mark(desk.cyrillic, "Железничку станицу")
    qtbot.waitUntil(lambda: len(reader.pane.shown.marks.all) == 2)
    assert marked(reader) == ["Učiteljica Jelena", "Železničku stanicu"]
    reader.read_in_other_script(False)
    assert marked(reader) == ["Учитељица Јелена", "Железничку станицу"]
    reader.read_in_other_script(True)
    assert marked(reader) == ["Učiteljica Jelena", "Železničku stanicu"]


def test_what_is_marked_here_is_marked_in_the_stored_letters(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    select(reader, "Učiteljica Jelena vodila")
    with qtbot.waitSignal(reader.annotation_clicked):
        reader.marking.annotate_selection(Colour.GREEN)
    (made,) = annotating.annotations_of_source(desk.archive, desk.cyrillic.source.id)
    assert made.annotation.quote == "Учитељица Јелена водила"
    assert marked(reader) == ["Učiteljica Jelena vodila"]


def test_half_of_a_pair_stands_for_the_whole_letter(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    select(reader, "jica Jelena")
    assert reader.pane.caret.letters() == "jica Jelena"
    with qtbot.waitSignal(reader.annotation_clicked):
        reader.marking.annotate_selection(Colour.BLUE)
    (made,) = annotating.annotations_of_source(desk.archive, desk.cyrillic.source.id)
    assert made.annotation.quote == "љица Јелена"
    assert marked(reader) == ["ljica Jelena"]


def test_words_that_a_search_found_are_marked_and_stay_marked(reader: ReaderView, desk: Desk) -> None:
    letters, text_id = desk.cyrillic.letters, desk.cyrillic.text.id
    found = [(at, at + 11) for at in (letters.index("Калемегдан "), letters.index("Калемегдану"))]
    reader.show_found(found)
    passage = next(p for p in desk.cyrillic.passages if p.start <= found[1][0] < p.end)
    reader.show_place(text_id, passage.start, passage.end, [found[1]])
    for in_other, words in ((True, "Kalemegdanu"), (False, "Калемегдану"), (True, "Kalemegdanu")):
        reader.read_in_other_script(in_other)
        shown = reader.pane.shown
        assert [words_at(reader, span) for span in shown.found] == [words]
        assert words_at(reader, shown.also_found[1]) == words
        assert shown.target is not None
        start, end = reader.pane.positions.units_of(passage.start, passage.end)
        assert shown.target == (start, end)


def test_what_is_selected_stays_selected_in_its_direction(reader: ReaderView) -> None:
    reader.read_in_other_script(False)
    select(reader, "стајала два празна чамца", backwards=True)
    before = reader.selection()
    reader.read_in_other_script(True)
    assert reader.pane.caret.letters() == "stajala dva prazna čamca"
    assert reader.selection() == before
    cursor = reader.pane.textCursor()
    assert cursor.position() < cursor.anchor()


def test_the_chosen_annotation_stays_chosen(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    made = desk.mark(desk.cyrillic, "ватра")
    qtbot.waitUntil(lambda: bool(reader.pane.shown.marks.all))
    reader.choose(made.id)
    reader.read_in_other_script(False)
    assert reader.chosen == made.id


def test_copying_takes_what_is_seen_and_citing_takes_what_is_stored(reader: ReaderView) -> None:
    select(reader, "Učiteljica Jelena")
    reader.pane.copy()
    assert QApplication.clipboard().text() == "Učiteljica Jelena"
    reader.copy_with_citation()
    assert QApplication.clipboard().text().startswith("“Учитељица Јелена”\n")


def test_captions_still_lead_to_their_photos(reader: ReaderView, desk: Desk, qtbot: QtBot) -> None:
    (photo,) = photos.photos_of_source(desk.archive, desk.cyrillic.source.id)
    caption = reader.pane.toPlainText().index("Čamci na Savi")
    piece = reader.pane.text_layout.piece_at(caption + 3)
    assert piece is not None
    assert piece.passage.kind is PassageKind.CAPTION
    with qtbot.waitSignal(reader.photo_requested) as wanted:
        reader.open_photo(piece.passage.ordinal)
    assert wanted.args == [photo.id]


def test_the_header_says_which_script_is_shown_and_switches_it(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    button = reader.header.script
    assert (button.text(), button.isChecked()) == ("Latin", True)
    assert "Cyrillic script" in counts(reader)
    with qtbot.waitSignal(reader.script_shown):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.text(), button.isChecked()) == ("Cyrillic", False)
    assert reader.pane.toPlainText() == desk.cyrillic.letters


def test_the_place_that_is_read_stays_in_view(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "dugo.txt"
    path.write_text("\n\n".join(f"Пасус {n}. Љубичаста њива поред обале. " * 25 for n in range(90)), "utf-8")
    long = reading_of(desk.archive, path)
    reader.show_source(long.source.id)
    wait_for_lines(qtbot, reader.pane)
    start = long.passages[60].start
    reader.show_place(long.text.id, start + 300, start + 320)
    bar = reader.pane.verticalScrollBar()
    bar.setValue(bar.value() + 3)
    before = reader.whereabouts.place()
    for in_other in (True, False, True):
        reader.read_in_other_script(in_other)
        wait_for_lines(qtbot, reader.pane)
        assert (
            abs(reader.whereabouts.place().top - before.top) < 90
        )  # the other script breaks lines elsewhere
        assert reader.whereabouts.place().caret == before.caret


def test_each_source_is_remembered_also_the_next_time(
    reader: ReaderView, desk: Desk, settings: Settings, session: Session, qtbot: QtBot
) -> None:
    reader.scripts = ScriptMemory(settings)
    reader.read_in_other_script(False)
    reader.read_in_other_script(True)
    reader.show_source(desk.latin.source.id)
    assert reader.pane.toPlainText() == desk.latin.letters
    reader.show_source(desk.cyrillic.source.id)
    assert reader.pane.toPlainText().startswith("Dani pod bedemom")
    again = ReaderView(session)
    qtbot.addWidget(again)
    again.scripts = ScriptMemory(settings)
    again.show_source(desk.cyrillic.source.id)
    assert again.is_in_other_script()
    assert again.header.script.isChecked()


def test_going_back_leads_to_the_place_although_the_script_was_switched(
    reader: ReaderView, desk: Desk, qtbot: QtBot
) -> None:
    reader.resize(800, 320)
    start = desk.cyrillic.letters.index("Сутрадан")
    reader.show_place(desk.cyrillic.text.id, start, start + 8)
    place = reader.whereabouts.place()
    reader.show_source(desk.latin.source.id)
    reader.scripts.keep(desk.cyrillic.source.id, other=False)
    reader.show_source(desk.cyrillic.source.id)
    assert reader.whereabouts.place().caret == place.caret
    assert reader.pane.viewport().rect().contains(reader.pane.cursorRect().center() + QPoint(0, 0))


def test_words_that_are_looked_for_in_the_text_stay_marked(reader: ReaderView, qtbot: QtBot) -> None:
    reader.find_bar.open("Kalemegdan")
    qtbot.waitUntil(lambda: len(reader.pane.shown.places) == 3)
    for in_other, words in ((False, "Калемегдан"), (True, "Kalemegdan")):
        reader.read_in_other_script(in_other)
        assert [words_at(reader, place) for place in reader.pane.shown.places] == [words] * 3


def test_hostile_texts_are_marked_where_they_are_seen(
    reader: ReaderView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "neprijatno.txt"
    letters = "\n\n".join(
        [
            "Мост \u202eтекст\u202c и \u2067мост\u2069 код\u200fњега, десно\u200e од љубави.",
            "љ\u200bубав н\u200bј д\u200dж \ufeffкоњ \u2060њива",
            "𝔄лфа 😀њ 🂡 љ𝔅н 👩‍👩‍👧 џеп",
            "а\u0301\u0302\u0303\u0304њ\u0301\u0301\u0301 ж\u0323\u0307 уважени",
            "љ" * 100_000 + "њива",
            "\n" * 10_000 + "Последња љутња",
        ]
    )
    path.write_text(letters, encoding="utf-8")
    reading = reading_of(desk.archive, path)
    reader.show_source(reading.source.id)
    reader.read_in_other_script(True)
    for seen, stored in (
        ("ljubavi", "љубави"),
        ("njiva", "њива"),
        ("😀nj 🂡 lj𝔅n", "😀њ 🂡 љ𝔅н"),
        ("uvaženi", "уважени"),
        ("ljnjiva", "љњива"),
        ("Poslednja ljutnja", "Последња љутња"),
    ):
        select(reader, seen)
        with qtbot.waitSignal(reader.annotation_clicked):
            reader.marking.annotate_selection(Colour.PINK)
        made = annotating.get_annotation(desk.archive, reader.chosen or "").annotation
        assert made.quote == stored
        assert reading.letters[made.start : made.end] == stored
        mark = reader.pane.shown.marks.get(made.id)
        assert mark is not None
        assert words_at(reader, (mark.start, mark.end)) == seen
