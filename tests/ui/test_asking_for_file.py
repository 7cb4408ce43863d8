"""Asking into which file something is to be written."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from archive_app.ui.asking_for_file import ask_for_file
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("sve.csv", "sve.csv"),
        ("sve.CSV", "sve.CSV"),
        ("sve", "sve.csv"),
        ("20.10.1944", "20.10.1944.csv"),
        ("", ""),
    ],
)
def test_what_is_typed_gets_the_ending_that_it_lacks(
    session: Session,
    settings: Settings,
    host: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    taken: str,
) -> None:
    chosen = str(tmp_path / typed) if typed else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen, ""))
    path = ask_for_file(host, session, settings, "Export", "tabela.csv", "Tables (*.csv)")
    assert path == (tmp_path / taken if taken else None)
    assert not taken or settings.folder("export") == tmp_path


def test_a_file_that_nobody_was_asked_about_is_not_replaced(
    session: Session,
    settings: Settings,
    host: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    (tmp_path / "sve.csv").write_text("staro", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "sve"), ""))
    with qtbot.waitSignal(session.refused) as refused:
        assert ask_for_file(host, session, settings, "Export", "tabela.csv", "Tables (*.csv)") is None
    assert "sve.csv" in refused.args[0]


def test_the_kind_that_is_chosen_gives_the_ending(
    session: Session, settings: Settings, host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = ("Pictures (*.svg)", "PDF files (*.pdf)")
    for typed, kind, taken in (
        ("vreme", "PDF files (*.pdf)", "vreme.pdf"),
        ("vreme.svg", "PDF files (*.pdf)", "vreme.svg"),
        ("vreme", "", "vreme.svg"),
    ):
        chosen = str(tmp_path / typed)
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_, chosen=chosen, kind=kind: (chosen, kind)
        )
        path = ask_for_file(host, session, settings, "Draw", "vreme.svg", *kinds)
        assert path == tmp_path / taken
