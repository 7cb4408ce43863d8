"""The library: what is in the archive, and finding one's way in it by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archive_app.services import collections, events, history, photos, sources, tagging
from archive_app.services.importing import import_files
from archive_app.ui.library_rows import RowKind, Section
from archive_app.ui.library_view import LibraryView
from archive_app.ui.session import Session
from helpers.desk import Desk


@pytest.fixture
def library(desk: Desk, session: Session, qtbot: QtBot) -> LibraryView:
    """The library of an archive with two articles, an event, a tag and a collection."""
    mark = desk.mark(desk.latin, "prve motore", tags=["svedok"])
    event = events.add_event(desk.archive, "Zauzimanje stanice", when="20.10.1944", place="Beograd")
    events.link(desk.archive, mark.id, event.id)
    made = collections.add_collection(desk.archive, "Za izložbu")
    collections.add_to_collection(desk.archive, made.id, desk.latin.source)
    view = LibraryView(session)
    qtbot.addWidget(view)
    view.resize(300, 700)
    view.stock.reload()
    with qtbot.waitExposed(view):
        view.show()
    return view


def titles(view: LibraryView) -> list[str]:
    return [view.model.index(row).data() for row in range(view.model.rowCount())]


def counts(view: LibraryView) -> list[int]:
    return [view.sections.count_of(number) for number in range(len(Section))]


def test_each_section_says_how_much_is_in_it_and_lists_it(library: LibraryView) -> None:
    assert counts(library) == [2, 2, 1, 0, 1, 1]
    assert titles(library) == ["Grad pod tvrđavom", "Дани под бедемом"]  # г stands before д
    for section, first in (
        (Section.PHOTOS, "Mornari na kaldrmi ispod bedema, oktobar 1944. Foto: Đorđe Savić"),
        (Section.EVENTS, "Zauzimanje stanice"),
        (Section.TAGS, "svedok"),
        (Section.COLLECTIONS, "Za izložbu"),
    ):
        library.show_section(section)
        assert titles(library)[0].startswith(first[:20])
        library.grab()


def test_what_is_done_elsewhere_is_seen_at_once(library: LibraryView, session: Session, qtbot: QtBot) -> None:
    events.add_event(session.archive, "Oslobođenje")
    qtbot.waitUntil(lambda: counts(library)[2] == 2)
    history.undo(session.archive)
    qtbot.waitUntil(lambda: counts(library)[2] == 1)


def test_the_filter_finds_titles_in_both_scripts(library: LibraryView) -> None:
    library.focus_filter()
    library.filter_box.setText("dani")
    assert titles(library) == ["Дани под бедемом"]
    library.filter_box.setText("нигде")
    assert library.model.rowCount() == 0
    QTest.keyClick(library.filter_box, Qt.Key.Key_Escape)
    assert len(titles(library)) == 2


def test_from_the_filter_the_arrow_goes_to_the_list_and_enter_opens(
    library: LibraryView, qtbot: QtBot
) -> None:
    library.focus_filter()
    QTest.keyClick(library.filter_box, Qt.Key.Key_Down)
    QTest.keyClick(library.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(library.opened) as opened:
        QTest.keyClick(library.list, Qt.Key.Key_Return)
    assert opened.args[0].title == "Дани под бедемом"


def test_a_tag_opens_into_its_passages_and_backspace_leads_out(library: LibraryView, qtbot: QtBot) -> None:
    library.show_section(Section.TAGS)
    library.list.setCurrentIndex(library.model.index(0))
    QTest.keyClick(library.list, Qt.Key.Key_Return)
    assert titles(library) == ["prve motore"]
    with qtbot.waitSignal(library.opened) as opened:
        QTest.keyClick(library.list, Qt.Key.Key_Return)
    assert opened.args[0].kind is RowKind.ANNOTATION
    QTest.keyClick(library.list, Qt.Key.Key_Backspace)
    assert titles(library) == ["svedok"]


def test_a_collection_opens_into_its_records_and_closes_when_it_is_deleted(
    library: LibraryView, session: Session, qtbot: QtBot
) -> None:
    library.show_section(Section.COLLECTIONS)
    row = library.model.row_at(library.model.index(0))
    assert row is not None
    library.enter(row)
    assert titles(library) == ["Grad pod tvrđavom"]
    collections.remove_collection(session.archive, row.id)
    qtbot.waitUntil(lambda: library.inside is None)
    assert titles(library) == []


def test_the_current_row_stays_when_other_records_come(
    library: LibraryView, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    library.list.setCurrentIndex(library.model.index(1))
    path = tmp_path / "a.txt"
    path.write_text("Album\n\nNa Savi je bila magla, a čamci su stajali.", encoding="utf-8")
    import_files(session.archive, [path])
    qtbot.waitUntil(lambda: len(titles(library)) == 3)
    current = library.current()
    assert current is not None
    assert current.title == "Дани под бедемом"


def test_the_record_that_is_shown_beside_it_is_marked_when_its_section_is_chosen(
    library: LibraryView, desk: Desk
) -> None:
    library.show_section(Section.TAGS)
    library.list.setCurrentIndex(library.model.index(0))
    library.select(desk.cyrillic.source.id)
    library.show_section(Section.SOURCES)
    current = library.current()
    assert current is not None
    assert current.id == desk.cyrillic.source.id


def test_long_titles_are_cut_and_told_in_full_by_the_tooltip(
    library: LibraryView, desk: Desk, qtbot: QtBot
) -> None:
    title = "Izveštaj o pregledu mosta " * 12
    sources.edit_source(desk.archive, desk.latin.source.id, title=title)
    qtbot.waitUntil(lambda: title.strip() in titles(library))
    row = titles(library).index(title.strip())
    assert title.strip() in library.model.index(row).data(Qt.ItemDataRole.ToolTipRole)
    library.grab()


def test_pictures_come_when_they_are_ready(
    library: LibraryView, session: Session, picture: Path, qtbot: QtBot
) -> None:
    (outcome,) = import_files(session.archive, [picture]).outcomes
    assert outcome.photo_id is not None
    library.show_section(Section.PHOTOS)
    qtbot.waitUntil(lambda: library.model.index_of(outcome.photo_id).isValid())
    with qtbot.waitSignal(library.thumbnails.ready):
        library.grab()
    picture_of = library.thumbnails.picture(photos.get_photo(session.archive, outcome.photo_id), 104, 1.0)
    assert picture_of is not None
    assert (picture_of.width(), picture_of.height()) == (104, 65)


def test_an_empty_section_says_what_to_do_next(session: Session, qtbot: QtBot) -> None:
    view = LibraryView(session)
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(view.add_requested) as asked:
        view.empty.button.click()
    assert asked.args == [Section.SOURCES]
    view.show_section(Section.TAGS)
    assert "Ctrl+T" in view.empty.text.text()
    assert tagging.list_tags(session.archive) == []


def test_what_a_filter_hides_is_shown_again_with_one_click(library: LibraryView) -> None:
    library.filter_box.setText("nigde")
    library.empty.button.click()
    assert len(titles(library)) == 2


def test_an_empty_collection_says_how_records_come_into_it(library: LibraryView, session: Session) -> None:
    made = collections.add_collection(session.archive, "Prazna")
    library.stock.reload()
    library.show_section(Section.COLLECTIONS)
    row = library.model.row_at(library.model.index_of(made.id))
    assert row is not None
    library.enter(row)
    assert library.empty.title.text() == "Nothing is in “Prazna”"
    assert "Drag" in library.empty.text.text()


def test_all_sections_are_in_view_whichever_is_chosen(library: LibraryView) -> None:
    sections = library.sections
    for section in Section:
        library.show_section(section)
        inside = sections.viewport().rect()
        assert all(
            inside.contains(sections.visualItemRect(sections.item(row))) for row in range(sections.count())
        )


@pytest.fixture
def battle(library: LibraryView, session: Session, qtbot: QtBot) -> LibraryView:
    """The section of events, with a battle, a phase of it and a part of that phase before the other event."""
    whole = events.add_event(session.archive, "Bitka za grad", when="1944-10-14/1944-10-20")
    phase = events.add_event(session.archive, "Opšti napad", when="1944-10-14", under=whole.id)
    events.add_event(session.archive, "Proboj", when="1944-10-15", under=phase.id)
    library.show_section(Section.EVENTS)
    qtbot.waitUntil(lambda: len(titles(library)) == 4)
    library.list.setCurrentIndex(library.model.index(0))
    library.list.setFocus()
    return library


def here(view: LibraryView) -> str:
    row = view.current()
    return row.title if row else ""


def test_parts_stand_under_their_event_and_are_folded_by_keys(battle: LibraryView) -> None:
    assert titles(battle) == ["Bitka za grad", "Opšti napad", "Proboj", "Zauzimanje stanice"]
    rows = [battle.model.row_at(battle.model.index(place)) for place in range(4)]
    assert [(row.depth, row.parts) for row in rows if row] == [(0, 1), (1, 1), (2, 0), (0, 0)]
    for _step in range(2):
        QTest.keyClick(battle.list, Qt.Key.Key_Down)
    QTest.keyClick(battle.list, Qt.Key.Key_Left)
    assert here(battle) == "Opšti napad"
    QTest.keyClick(battle.list, Qt.Key.Key_Left)
    assert titles(battle) == ["Bitka za grad", "Opšti napad", "Zauzimanje stanice"]
    for _step in range(2):
        QTest.keyClick(battle.list, Qt.Key.Key_Left)
    assert (titles(battle), here(battle)) == (["Bitka za grad", "Zauzimanje stanice"], "Bitka za grad")
    battle.grab()
    QTest.keyClick(battle.list, Qt.Key.Key_Right)
    assert titles(battle) == ["Bitka za grad", "Opšti napad", "Zauzimanje stanice"]


def test_a_click_on_the_arrow_folds_and_opens_nothing(battle: LibraryView, qtbot: QtBot) -> None:
    battle.list.setCurrentIndex(battle.model.index(2))
    place = battle.list.visualRect(battle.model.index(0)).center()
    place.setX(8)
    with qtbot.assertNotEmitted(battle.opened):
        QTest.mouseClick(battle.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (titles(battle), here(battle)) == (["Bitka za grad", "Zauzimanje stanice"], "Bitka za grad")
    QTest.mouseClick(battle.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(titles(battle)) == 4


def test_what_is_folded_stays_so_and_is_shown_where_it_is_wanted(
    battle: LibraryView, session: Session, qtbot: QtBot
) -> None:
    part = battle.model.row_at(battle.model.index(2))
    assert part is not None
    QTest.keyClick(battle.list, Qt.Key.Key_Left)
    events.add_event(session.archive, "Povlačenje", when="1944-10-21")
    qtbot.waitUntil(lambda: titles(battle) == ["Bitka za grad", "Zauzimanje stanice", "Povlačenje"])
    battle.filter_box.setText("proboj")
    assert titles(battle) == ["Proboj"]
    battle.filter_box.clear()
    battle.list.setCurrentIndex(battle.model.index(1))
    battle.select(part.id)
    assert here(battle) == "Proboj"
    assert len(titles(battle)) == 5


def test_parts_stay_where_their_event_is_deleted(battle: LibraryView, session: Session, qtbot: QtBot) -> None:
    QTest.keyClick(battle.list, Qt.Key.Key_Left)
    events.remove_event(session.archive, events.find_event(session.archive, "Bitka").id)
    qtbot.waitUntil(lambda: titles(battle) == ["Opšti napad", "Proboj", "Zauzimanje stanice"])
    history.undo(session.archive)
    qtbot.waitUntil(lambda: "Bitka za grad" in titles(battle))
