"""Several records at once, and the order of collections, with the keys and drags of a person."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from archive_app.services import archives, collections, events, history, photos, sources
from archive_app.services.archives import Archive
from archive_app.services.importing import import_files
from archive_app.ui.batch_dialog import BatchDialog
from archive_app.ui.library_rows import Section
from archive_app.ui.main_window import MainWindow
from archive_app.ui.record_drag import dragged_records
from archive_app.ui.workspace import Workspace
from helpers.windows import opened, type_text

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | SHIFT
COPY = Qt.DropAction.CopyAction
LEFT, NOTHING = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def folder(tmp_path: Path, latin_article: Path, cyrillic_article: Path) -> Path:
    """Two sources with a photo each, and a collection of four events."""
    made = tmp_path / "Oktobar"
    with archives.create_archive(made) as archive:
        import_files(archive, [latin_article, cyrillic_article])
        days = [events.add_event(archive, f"Dan {number}") for number in range(4)]
        collections.add_collection(archive, "Dani", records=days)
    return made


@pytest.fixture
def workspace(window: MainWindow, folder: Path) -> Workspace:
    return opened(window, folder)


@pytest.fixture
def archive(workspace: Workspace) -> Archive:
    return workspace.session.archive


def order(archive: Archive) -> list[str]:
    (collection,) = collections.list_collections(archive)
    return [collections.title_of(record) for record in collections.members(archive, collection.id)]


def shown(workspace: Workspace) -> list[str]:
    model = workspace.library.model
    return [model.index(row).data() for row in range(model.rowCount())]


def said(workspace: Workspace) -> str:
    window = workspace.window()
    assert isinstance(window, MainWindow)
    return window.message_bar.text


def enter_collection(workspace: Workspace) -> None:
    library = workspace.library
    library.show_section(Section.COLLECTIONS)
    row = library.model.row_at(library.model.index(0))
    assert row is not None
    library.enter(row)
    library.list.setFocus()


def middle_of(workspace: Workspace, row: int) -> QPoint:
    view = workspace.library.list
    return view.visualRect(workspace.library.model.index(row)).center()


def drag_onto(widget: QWidget, at: QPoint, data: QMimeData) -> bool:
    """Let go of something over a widget, as the system tells it; whether the widget took it."""
    enter = QDragEnterEvent(at, COPY, data, LEFT, NOTHING)
    QApplication.sendEvent(widget, enter)
    move = QDragMoveEvent(at, COPY, data, LEFT, NOTHING)
    QApplication.sendEvent(widget, move)
    drop = QDropEvent(QPointF(at), COPY, data, LEFT, NOTHING)
    if move.isAccepted():
        QApplication.sendEvent(widget, drop)
    return move.isAccepted() and drop.isAccepted()


def rows_dragged(workspace: Workspace, *rows: int) -> QMimeData:
    model = workspace.library.model
    return model.mimeData([model.index(row) for row in rows])


def test_keys_put_the_records_of_a_collection_in_order(
    workspace: Workspace, archive: Archive, qtbot: QtBot
) -> None:
    enter_collection(workspace)
    view = workspace.library.list
    QTest.keyClick(view, Qt.Key.Key_Down, ALT_SHIFT)
    qtbot.waitUntil(lambda: shown(workspace) == ["Dan 1", "Dan 0", "Dan 2", "Dan 3"])
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert [row.title for row in workspace.library.chosen()] == ["Dan 0", "Dan 2"]
    QTest.keyClick(view, Qt.Key.Key_Up, ALT_SHIFT)
    qtbot.waitUntil(lambda: shown(workspace) == ["Dan 0", "Dan 2", "Dan 1", "Dan 3"])
    assert [row.title for row in workspace.library.chosen()] == ["Dan 0", "Dan 2"]
    QTest.keyClick(view, Qt.Key.Key_Up, ALT_SHIFT)  # they stand at the top already
    assert history.history(archive)[0].name == "Reorder collection “Dani”"
    history.undo(archive)
    history.undo(archive)
    qtbot.waitUntil(lambda: shown(workspace) == [f"Dan {number}" for number in range(4)])


def test_a_drag_within_a_collection_puts_records_in_order(
    workspace: Workspace, archive: Archive, qtbot: QtBot
) -> None:
    enter_collection(workspace)
    view = workspace.library.list
    below_second = view.visualRect(workspace.library.model.index(1)).bottomLeft() + QPoint(40, 0)
    assert drag_onto(view.viewport(), below_second, rows_dragged(workspace, 3))
    qtbot.waitUntil(lambda: order(archive) == ["Dan 0", "Dan 1", "Dan 3", "Dan 2"])
    empty_room = QPoint(40, view.viewport().height() - 10)
    assert drag_onto(view.viewport(), empty_room, rows_dragged(workspace, 0, 1))
    qtbot.waitUntil(lambda: order(archive) == ["Dan 3", "Dan 2", "Dan 0", "Dan 1"])


def test_while_a_filter_hides_records_nothing_is_put_in_order(workspace: Workspace, archive: Archive) -> None:
    enter_collection(workspace)
    workspace.library.filter_box.setText("dan")
    view = workspace.library.list
    assert not drag_onto(view.viewport(), QPoint(40, 2), rows_dragged(workspace, 3))
    QTest.keyClick(view, Qt.Key.Key_Down, ALT_SHIFT)
    assert order(archive) == [f"Dan {number}" for number in range(4)]


def test_records_are_dragged_onto_a_collection(workspace: Workspace, archive: Archive, qtbot: QtBot) -> None:
    dragged = rows_dragged(workspace, 0, 1)
    assert dragged.text().splitlines() == ["Grad pod tvrđavom", "Дани под бедемом"]
    workspace.library.show_section(Section.COLLECTIONS)
    assert drag_onto(workspace.library.list.viewport(), middle_of(workspace, 0), dragged)
    qtbot.waitUntil(lambda: order(archive)[-2:] == ["Grad pod tvrđavom", "Дани под бедемом"])
    qtbot.waitUntil(lambda: said(workspace) == "2 records are in “Dani” now.")
    history.undo(archive)
    assert len(order(archive)) == 4


def test_dragged_records_that_rest_on_the_section_open_it(workspace: Workspace, qtbot: QtBot) -> None:
    library = workspace.library
    sections, data = library.sections, rows_dragged(workspace, 0)
    at = sections.visualItemRect(sections.item(list(Section).index(Section.COLLECTIONS))).center()
    QApplication.sendEvent(sections.viewport(), QDragEnterEvent(at, COPY, data, LEFT, NOTHING))
    move = QDragMoveEvent(at, COPY, data, LEFT, NOTHING)
    QApplication.sendEvent(sections.viewport(), move)
    assert move.isAccepted()
    qtbot.waitUntil(lambda: library.section is Section.COLLECTIONS)


def test_records_let_go_on_the_section_ask_which_collection(
    workspace: Workspace, archive: Archive, qtbot: QtBot
) -> None:
    sections = workspace.library.sections
    at = sections.visualItemRect(sections.item(list(Section).index(Section.COLLECTIONS))).center()
    assert drag_onto(sections.viewport(), at, rows_dragged(workspace, 1))
    (menu,) = (menu for menu in workspace.window().findChildren(QMenu) if menu.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: order(archive)[-1] == "Дани под бедемом")


def test_files_and_rows_that_are_no_records_are_not_taken(workspace: Workspace) -> None:
    library = workspace.library
    library.show_section(Section.COLLECTIONS)
    other = QMimeData()
    other.setText("Dan 1")
    assert dragged_records(other) == []
    assert not drag_onto(library.list.viewport(), middle_of(workspace, 0), other)
    index = library.model.index(0)
    assert not library.model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled


def test_delete_takes_out_of_a_collection_and_leaves_the_records(
    workspace: Workspace, archive: Archive, qtbot: QtBot
) -> None:
    enter_collection(workspace)
    QTest.keyClick(workspace.library.list, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(workspace.library.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: order(archive) == ["Dan 2", "Dan 3"])
    assert len(events.list_events(archive)) == 4
    qtbot.waitUntil(
        lambda: said(workspace) == "2 records were taken out of “Dani”; they stay in the archive."
    )


def test_several_records_are_deleted_in_one_step(
    workspace: Workspace, archive: Archive, qtbot: QtBot
) -> None:
    library = workspace.library
    library.list.setFocus()
    QTest.keyClick(library.list, Qt.Key.Key_A, CTRL)
    QTest.keyClick(library.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: sources.list_sources(archive) == [])
    history.undo(archive)
    qtbot.waitUntil(lambda: len(shown(workspace)) == 2)


def test_a_click_with_ctrl_chooses_and_opens_nothing(workspace: Workspace) -> None:
    viewport = workspace.library.list.viewport()
    QTest.mouseClick(viewport, LEFT, NOTHING, middle_of(workspace, 0))
    assert workspace.reader.header.title.text() == "Grad pod tvrđavom"
    QTest.mouseClick(viewport, LEFT, CTRL, middle_of(workspace, 1))
    assert workspace.reader.header.title.text() == "Grad pod tvrđavom"
    assert len(workspace.library.chosen()) == 2


def batch_dialog(workspace: Workspace) -> BatchDialog:
    library = workspace.library
    library.list.setFocus()
    QTest.keyClick(library.list, Qt.Key.Key_A, CTRL)
    QTest.keyClick(library.list, Qt.Key.Key_F2)
    (dialog,) = workspace.window().findChildren(BatchDialog)
    return dialog


def test_only_the_fields_that_are_typed_in_change(
    workspace: Workspace, archive: Archive, qtbot: QtBot
) -> None:
    first, second = (row.source.id for row in sources.list_sources(archive))
    sources.edit_source(archive, first, place="Zemun", publisher="Glas")
    sources.edit_source(archive, second, publisher="Glas")
    dialog = batch_dialog(workspace)
    assert dialog.windowTitle() == "Describe 2 sources"
    assert dialog.form.inputs["place"].placeholderText() == "several values"  # type: ignore[attr-defined]
    assert dialog.form.values()["publisher"] == "Glas"
    assert dialog.changed_values() == {}
    type_text(dialog.form.inputs["creator"], "Савић")
    dialog.form.boxes["publisher"].setChecked(True)  # type: ignore[attr-defined]
    dialog.form.set_values({"publisher": ""})
    assert dialog.changed_values() == {"creator": "Савић", "publisher": ""}
    dialog.grab()
    dialog.save_button.click()
    qtbot.waitUntil(lambda: sources.get_source(archive, second).creator == "Савић")
    found = [sources.get_source(archive, one) for one in (first, second)]
    assert [(one.creator, one.place, one.publisher) for one in found] == [
        ("Савић", "Zemun", ""),
        ("Савић", "", ""),
    ]
    history.undo(archive)
    assert sources.get_source(archive, first).publisher == "Glas"


def test_a_date_that_cannot_be_read_is_said_and_nothing_changes(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = batch_dialog(workspace)
    date = dialog.form.inputs["date"]
    type_text(date.focusProxy(), "pre podne")
    dialog.save_button.click()
    assert dialog.error.isVisible()
    assert dialog.isVisible()
    dialog.reject()


def test_photos_are_described_together(workspace: Workspace, archive: Archive, qtbot: QtBot) -> None:
    workspace.library.show_section(Section.PHOTOS)
    dialog = batch_dialog(workspace)
    assert "caption" not in dialog.form.inputs
    type_text(dialog.form.inputs["credit"], "Foto-arhiv")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: {found.photo.credit for found in photos.list_photos(archive)} == {"Foto-arhiv"})


def test_events_are_not_described_together(workspace: Workspace) -> None:
    enter_collection(workspace)
    QTest.keyClick(workspace.library.list, Qt.Key.Key_A, CTRL)
    QTest.keyClick(workspace.library.list, Qt.Key.Key_F2)
    assert said(workspace).startswith("Choose only sources, or only photos")


def test_a_collection_is_renamed_with_the_key_for_describing(workspace: Workspace, archive: Archive) -> None:
    from PySide6.QtWidgets import QInputDialog

    workspace.library.show_section(Section.COLLECTIONS)
    workspace.library.list.setFocus()
    workspace.library.list.setCurrentIndex(workspace.library.model.index(0))
    QTest.keyClick(workspace.library.list, Qt.Key.Key_F2)
    (dialog,) = workspace.window().findChildren(QInputDialog)
    assert dialog.textValue() == "Dani"
    dialog.reject()
