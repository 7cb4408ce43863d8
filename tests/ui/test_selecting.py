"""Selecting in the text by key."""

from itertools import pairwise
from pathlib import Path

from pytestqt.qtbot import QtBot

from archive_app.ui.reader_view import ReaderView
from archive_app.ui.session import Session
from helpers.desk import Desk, reading_of
from helpers.reading import put_caret, select


def words(reader: ReaderView) -> str:
    return reader.pane.caret.letters()


def test_a_selection_grows_and_shrinks_back_to_the_caret(reader: ReaderView) -> None:
    put_caret(reader, "празна чамца", 3)
    said = []
    for _step in range(4):
        reader.selecting.grow()
        said.append(words(reader))
    assert said[0] == "празна"
    assert all(small in large and small != large for small, large in pairwise(said))
    for before in reversed(said[:-1]):
        reader.selecting.shrink()
        assert words(reader) == before
    reader.selecting.shrink()
    assert reader.selection() is None
    assert reader.bar.isHidden()


def test_the_bar_stands_beside_what_was_selected_by_key(reader: ReaderView) -> None:
    put_caret(reader, "празна чамца", 3)
    reader.selecting.grow()
    assert reader.bar.isVisible()


def test_growing_begins_anew_where_the_person_has_moved(reader: ReaderView) -> None:
    put_caret(reader, "празна чамца", 3)
    reader.selecting.grow()
    put_caret(reader, "Учитељица", 2)
    reader.selecting.grow()
    assert words(reader) == "Учитељица"
    select(reader, "Учитељица Јел")
    reader.selecting.grow()
    assert words(reader) == "Учитељица Јелена"


def test_a_selection_is_extended_by_sentences_and_passages(reader: ReaderView) -> None:
    put_caret(reader, "Учитељица Јелена")
    reader.selecting.extend_by_sentence(1)
    first = words(reader)
    assert first.startswith("Учитељица Јелена")
    assert first.endswith(".")
    reader.selecting.extend_by_sentence(1)
    assert words(reader).startswith(first)
    reader.selecting.extend_by_passage(1)
    assert len(words(reader)) > len(first)
    reader.selecting.extend_by_passage(-1)
    reader.selecting.extend_by_passage(-1)
    assert words(reader)
    assert not words(reader).startswith(first)


def test_selecting_keeps_the_page_where_it_is(reader: ReaderView) -> None:
    reader.resize(800, 260)
    put_caret(reader, "празна чамца", 3)
    bar = reader.pane.verticalScrollBar()
    before = bar.value()
    for _step in range(6):
        reader.selecting.grow()
    assert bar.value() == before
    assert words(reader)


def test_letters_of_two_units_are_selected_whole(reader: ReaderView, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "znaci.txt"
    path.write_text(
        "Знак 🂡 на 𝔄𝔅 првој страни.\n\n\u202e\u200bДруга 😀 страна.\n" + "\n" * 300, encoding="utf-8"
    )
    reader.show_source(reading_of(desk.archive, path).source.id)
    put_caret(reader, "𝔅")
    reader.selecting.grow()
    assert words(reader) == "𝔄𝔅"
    reader.selecting.grow()
    assert words(reader) == "Знак 🂡 на 𝔄𝔅 првој страни."
    reader.selecting.grow()
    assert words(reader).endswith("😀 страна.")


def test_nothing_happens_where_nothing_is_open(session: Session, qtbot: QtBot) -> None:
    reader = ReaderView(session)
    qtbot.addWidget(reader)
    reader.selecting.grow()
    reader.selecting.shrink()
    reader.selecting.extend_by_sentence(1)
    assert reader.selection() is None
