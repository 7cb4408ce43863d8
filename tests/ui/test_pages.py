"""The pages of the window: a page that is offered for a kind of record is reached like all others."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.errors import NotFound
from archive_app.services.archives import Archive
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.page_makers import MAKERS
from archive_app.ui.pages import Page, Pages
from archive_app.ui.photo_view import PhotoView
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk


def find(_archive: Archive, record_id: str) -> str:
    if record_id != "Beograd":
        raise NotFound(f"“{record_id}” is no place.")
    return record_id


def test_a_new_kind_of_page_is_opened_left_and_gone_back_to(
    desk: Desk, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    line = QLineEdit()
    workspace = Workspace(session, settings)
    qtbot.addWidget(workspace)
    workspace.pages.offer(
        RowKind.COLLECTION,
        lambda: Page(widget=line, show=lambda name: line.setText(find(session.archive, name)), find=find),
    )
    workspace.showing.show_source(desk.latin.source.id)
    workspace.open_row(Row(kind=RowKind.COLLECTION, id="Beograd", title="Beograd"))
    assert workspace.pages.currentWidget() is line
    assert line.text() == "Beograd"
    stop = workspace.showing.current()
    assert stop is not None
    assert (stop.kind, stop.id) == (RowKind.COLLECTION, "Beograd")
    workspace.showing.go_back()
    assert workspace.showing.is_reading()
    workspace.showing.go_forward()
    assert workspace.pages.currentWidget() is line

    with qtbot.waitSignal(session.refused) as refused:
        workspace.showing.show(RowKind.COLLECTION, "Zemun")
    assert refused.args == ["“Zemun” is no place."]
    assert line.text() == "Beograd"


def test_a_page_is_made_when_it_is_first_wanted(qtbot: QtBot) -> None:
    pages = Pages(first := QWidget())
    qtbot.addWidget(pages)
    pages.offer(RowKind.TAG, lambda: Page(widget=QLineEdit()))
    assert pages.is_offered(RowKind.TAG)
    assert not pages.is_offered(RowKind.COLLECTION)
    assert pages.of_class(QLineEdit) is None
    made = pages.page(RowKind.TAG)
    assert pages.page(RowKind.TAG) is made
    assert pages.of_class(QLineEdit) is made.widget
    assert pages.of_class(PhotoView) is None
    assert pages.currentWidget() is first
    pages.setCurrentWidget(made.widget)
    assert pages.shown is made


def test_each_page_is_offered(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    workspace = Workspace(session, Settings(tmp_path / "window.ini"))
    qtbot.addWidget(workspace)
    for kind in MAKERS:
        widget = workspace.pages.page(kind).widget
        assert workspace.pages.indexOf(widget) >= 0
