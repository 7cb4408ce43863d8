"""The palette: typing a few letters does what the menus do, and goes to records."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from archive_app.services import annotating, archives, collections, events, sources
from archive_app.services.importing import import_files
from archive_app.ui.command_palette import CommandPalette
from archive_app.ui.library_rows import RowKind
from archive_app.ui.main_window import MainWindow
from archive_app.ui.palette_entries import MOST_RECORDS
from helpers.windows import opened, type_text

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path, cyrillic_article: Path) -> Path:
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [latin_article, cyrillic_article])
        events.add_event(archive, "Zauzimanje stanice", when="20.10.1944")
        text, span = annotating.find_quote(archive, sources.find_source(archive, "Grad").id, "u zoru")
        annotating.annotate(archive, text.id, span, tags=["svitanje"])
        collections.add_collection(archive, "Za izložbu")
    return made


def palette_of(window: MainWindow) -> CommandPalette:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL_SHIFT)
    (palette,) = window.findChildren(CommandPalette)
    assert palette.isVisible()
    return palette


def titles(palette: CommandPalette) -> list[str]:
    model = palette.model
    found = (model.entry(model.index(row)) for row in range(model.rowCount()))
    return [entry.title for entry in found if entry is not None]


def test_it_offers_every_action_but_itself(window: MainWindow) -> None:
    palette = palette_of(window)
    names = {*window.acts.by_name} - {"show_palette"}
    assert len(titles(palette)) == len(names) + len(window.acts.colours) + len(window.acts.modes)
    palette.grab()


def test_a_few_letters_and_enter_do_it(window: MainWindow, folder: Path) -> None:
    workspace = opened(window, folder)
    assert workspace.inspector.isVisible()
    palette = palette_of(window)
    type_text(palette.line, "insp")
    assert titles(palette)[0] == "Inspector"
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert not workspace.inspector.isVisible()


def test_what_was_used_last_stands_first_the_next_time(window: MainWindow, folder: Path) -> None:
    opened(window, folder)
    palette = palette_of(window)
    type_text(palette.line, "usual size")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert titles(palette_of(window))[0] == "Usual size of text"


def test_what_cannot_be_done_says_why_and_is_not_done(window: MainWindow) -> None:
    palette = palette_of(window)
    type_text(palette.line, "import")
    entry = palette.current()
    assert entry is not None
    assert entry.reason == "no archive is open"
    assert "no archive is open" in palette.foot.text()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_reasons_name_the_first_thing_that_is_missing(window: MainWindow, folder: Path) -> None:
    opened(window, folder)
    acts = window.acts
    assert acts.reason(acts["redo"]) == "there is nothing to do again"
    assert acts.reason(acts["go_forward"]) == "you did not go back"
    assert acts.reason(acts["next_hit"]) == "nothing was searched for"
    assert acts.reason(acts["note"]) == ""


@pytest.mark.parametrize("words", ["dani pod", "дани под", "bedemom"])
def test_records_are_found_in_either_script(window: MainWindow, folder: Path, words: str) -> None:
    workspace = opened(window, folder)
    palette = palette_of(window)
    type_text(palette.line, words)
    assert "Дани под бедемом" in titles(palette)
    while (entry := palette.current()) is not None and entry.row is None:
        QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert workspace.reader.header.title.text() == "Дани под бедемом"
    assert workspace.reader.pane.hasFocus()


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("#svi", RowKind.TAG),
        ("+izl", RowKind.COLLECTION),
        ("@stanic", RowKind.EVENT),
        ("/grad", RowKind.SOURCE),
    ],
)
def test_a_sign_asks_for_one_kind_of_record(
    window: MainWindow, folder: Path, typed: str, kind: RowKind
) -> None:
    workspace = opened(window, folder)
    palette = palette_of(window)
    type_text(palette.line, typed)
    entry = palette.current()
    assert entry is not None
    assert entry.row is not None
    assert entry.row.kind is kind
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    if kind in (RowKind.TAG, RowKind.COLLECTION):
        assert workspace.library.inside == entry.row
    else:
        assert workspace.showing.current() is not None
        assert workspace.showing.current().id == entry.row.id  # type: ignore[union-attr]


def test_escape_closes_it_and_gives_the_keyboard_back(window: MainWindow, folder: Path) -> None:
    workspace = opened(window, folder)
    workspace.reader.pane.setFocus()
    palette = palette_of(window)
    assert palette.line.hasFocus()
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert workspace.reader.pane.hasFocus()


def test_the_arrows_pass_headings_over_and_go_round(window: MainWindow) -> None:
    palette = palette_of(window)
    first = palette.current()
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    last = palette.current()
    assert (first, last) == (
        palette.model.entry(palette.model.index(1)),
        palette.model.entry(palette.model.index(palette.model.rowCount() - 1)),
    )
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.current() == first
    QTest.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert palette.current() not in (first, None)


def test_of_many_records_only_as_many_are_shown_as_a_person_looks_at(
    window: MainWindow, folder: Path
) -> None:
    with archives.open_archive(folder) as archive:
        for number in range(MOST_RECORDS + 50):
            events.add_event(archive, f"Prelaz preko reke {number}")
    opened(window, folder)
    palette = palette_of(window)
    type_text(palette.line, "@reke")
    assert len(titles(palette)) == MOST_RECORDS


def test_nothing_that_fits_is_said(window: MainWindow) -> None:
    palette = palette_of(window)
    type_text(palette.line, "qqqq")
    assert palette.current() is None
    assert palette.foot.text().startswith("Nothing fits")
