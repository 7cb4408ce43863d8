"""A note is saved while it is written, however fast."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from archive_app.ui import note_edit
from archive_app.ui.note_edit import NoteEdit

_LETTERS = 100


def test_who_writes_without_a_pause_is_saved_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_edit, "SAVE_AFTER_MS", 60_000)
    monkeypatch.setattr(note_edit, "SAVE_AT_LATEST_MS", 50)
    edit = NoteEdit()
    qtbot.addWidget(edit)
    saved: list[str] = []
    edit.wanted.connect(saved.append)
    for _letter in range(_LETTERS):
        edit.insertPlainText("ш")
        qtbot.wait(5)
    assert len(saved) > 1
    assert all(later.startswith(earlier) for earlier, later in pairwise(saved))


def test_a_note_that_was_shown_is_not_saved_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_edit, "SAVE_AT_LATEST_MS", 0)
    edit = NoteEdit()
    qtbot.addWidget(edit)
    saved: list[str] = []
    edit.wanted.connect(saved.append)
    edit.insertPlainText("Сава")
    edit.show_note("Дунав")
    qtbot.wait(20)
    assert saved == []


def test_a_no_break_space_in_a_note_stays_one(qtbot: QtBot) -> None:
    edit = NoteEdit()
    qtbot.addWidget(edit)
    edit.show_note("20.\N{NO-BREAK SPACE}oktobar\nBeograd")
    assert not edit.is_changed()
    edit.insertPlainText("Dan: ")
    with qtbot.waitSignal(edit.wanted) as saved:
        edit.flush()
    assert saved.args == ["Dan: 20.\N{NO-BREAK SPACE}oktobar\nBeograd"]
