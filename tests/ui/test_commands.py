"""What a person does to records: dialogs, writes, and what is said afterwards."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.hits import Hit, RecordKind
from archive_app.core.records import Script
from archive_app.services import annotating, collections, events, photos, sources, tagging
from archive_app.services.checking import CheckReport
from archive_app.ui.commands import Commands
from archive_app.ui.event_dialog import EventDialog
from archive_app.ui.export_choice import Choice, What
from archive_app.ui.export_dialog import ExportDialog
from archive_app.ui.import_dialog import ImportDialog
from archive_app.ui.library_rows import Row, RowKind, Section, rows_of
from archive_app.ui.message_bar import Kind
from archive_app.ui.photo_dialog import PhotoDialog
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.source_dialog import SourceDialog
from archive_app.ui.trail import Stop
from archive_app.ui.workspace import Workspace
from helpers.desk import Desk
from helpers.windows import event_page


@dataclass
class Said:
    """What was said, the last one last."""

    words: list[tuple[str, Kind]] = field(default_factory=list)

    def __call__(self, text: str, kind: Kind = Kind.INFO, _actions: object = None) -> None:
        self.words.append((text, kind))


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def workspace(desk: Desk, session: Session, settings: Settings, host: QWidget) -> Workspace:
    """The workspace with both articles, the Latin one being read."""
    made = Workspace(session, settings, host)
    made.library.stock.reload()
    made.showing.show_source(desk.latin.source.id)
    host.resize(1200, 800)
    host.show()
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def commands(workspace: Workspace, settings: Settings, said: Said, host: QWidget) -> Commands:
    return Commands(workspace, settings, said, host)


def row(workspace: Workspace, section: Section, number: int = 0) -> Row:
    return rows_of(workspace.session.archive, section)[number]


def only(host: QWidget, kind: type[QDialog]) -> QDialog:
    (found,) = host.findChildren(kind)
    return found


def test_describing_opens_what_is_shown_or_what_the_keyboard_is_on(
    commands: Commands, workspace: Workspace, host: QWidget, desk: Desk
) -> None:
    commands.describe()
    source_dialog = only(host, SourceDialog)
    assert isinstance(source_dialog, SourceDialog)
    assert source_dialog.form.values()["title"] == "Grad pod tvrđavom"
    source_dialog.close()
    workspace.showing.show_photo(photos.list_photos(desk.archive)[0].photo.id)
    commands.describe()
    assert only(host, PhotoDialog).windowTitle() == "Describe photo"
    event = events.add_event(desk.archive, "Napad")
    workspace.showing.show_event(event.id)
    commands.describe()
    assert only(host, EventDialog).windowTitle() == "Edit event"


def test_a_record_that_is_gone_is_said_to_be_so(commands: Commands, said: Said, desk: Desk) -> None:
    sources.remove_source(desk.archive, desk.cyrillic.source.id)
    commands.describe_source(desk.cyrillic.source.id)
    assert said.words[-1][1] is Kind.ERROR
    assert "no record" in said.words[-1][0]


def test_each_kind_of_record_is_deleted(
    commands: Commands, workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "prve motore", tags=["svedok"])
    events.add_event(desk.archive, "Napad")
    collections.add_collection(desk.archive, "Izložba")
    for section in (Section.COLLECTIONS, Section.TAGS, Section.EVENTS, Section.PHOTOS, Section.SOURCES):
        before = len(rows_of(desk.archive, section))
        commands.delete_row(row(workspace, section))
        qtbot.waitUntil(lambda s=section, b=before: len(rows_of(desk.archive, s)) == b - 1)


def test_a_new_event_is_made_in_the_dialog_and_shown(
    commands: Commands, workspace: Workspace, host: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    commands.new_event()
    dialog = only(host, EventDialog)
    assert isinstance(dialog, EventDialog)
    dialog.form.set_values({"title": "Proboj preko mosta", "when": "20.10.1944"})
    dialog.save()
    qtbot.waitUntil(lambda: event_page(workspace).event_id is not None)
    assert workspace.pages.currentWidget() is event_page(workspace)
    assert workspace.window().focusWidget() is event_page(workspace)


def answer(host: QWidget, words: str) -> None:
    dialog = only(host, QInputDialog)
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue(words)
    dialog.accept()


def test_a_tag_gets_another_name(
    commands: Commands, workspace: Workspace, host: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "prve motore", tags=["svedok"])
    commands.edit_row(row(workspace, Section.TAGS))
    answer(host, "очевидац")
    qtbot.waitUntil(lambda: tagging.list_tags(desk.archive)[0].tag.name == "очевидац")


def test_a_collection_is_made_with_a_record_in_it(
    commands: Commands, host: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    commands.records.new_collection([desk.latin.source])
    answer(host, "Za izložbu")
    qtbot.waitUntil(lambda: collections.list_collections(desk.archive) != [])
    (made,) = collections.list_collections(desk.archive)
    qtbot.waitUntil(lambda: collections.members(desk.archive, made.id) == [desk.latin.source])


def test_a_scan_is_added_to_a_caption(
    commands: Commands, desk: Desk, picture: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    photo = photos.list_photos(desk.archive)[0].photo
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    commands.add_scan(photo.id)
    qtbot.waitUntil(lambda: photos.get_photo(desk.archive, photo.id).width == 320)


def test_export_begins_with_what_is_looked_at(
    commands: Commands, workspace: Workspace, host: QWidget, desk: Desk
) -> None:
    def offered() -> Choice:
        commands.files.export()
        dialog = host.findChildren(ExportDialog)[-1]
        choice = dialog.form.choice()
        dialog.close()
        return choice

    desk.mark(desk.latin, "prve motore", tags=["svedok"])
    event = events.add_event(desk.archive, "Napad")
    assert offered() == Choice(What.SOURCE, desk.latin.source.id)
    workspace.library.show_section(Section.TAGS)
    workspace.library.enter(row(workspace, Section.TAGS))
    assert offered() == Choice(What.TAG, "svedok")
    workspace.showing.show_event(event.id)
    assert offered() == Choice(What.EVENT, event.id)
    workspace.search.ask("most")
    assert offered() == Choice(What.QUERY, "most")


def test_a_pdf_that_is_ready_after_its_dialog_was_closed_is_announced(
    commands: Commands, host: QWidget, said: Said, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.mark(desk.latin, "prve motore")
    commands.files.export(Choice(What.SOURCE, desk.latin.source.id))
    dialog = only(host, ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.form.target.setText(str(tmp_path / "izvod.pdf"))
    dialog.start()
    dialog.close()
    qtbot.waitUntil(lambda: said.words != [], timeout=20_000)
    assert said.words == [("The PDF is ready: 1 excerpt on 4 pages.", Kind.DONE)]


def test_an_import_whose_dialog_was_closed_is_announced_and_the_first_text_opened(
    session: Session, settings: Settings, host: QWidget, said: Said, latin_article: Path, qtbot: QtBot
) -> None:
    workspace = Workspace(session, settings, host)
    commands = Commands(workspace, settings, said, host)
    commands.files.import_files([latin_article])
    dialog = only(host, ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.start()
    dialog.close()
    qtbot.waitUntil(lambda: said.words == [("1 file imported", Kind.DONE)])
    assert workspace.reader.source_id is not None


def test_checking_says_whether_all_is_well(commands: Commands, said: Said, desk: Desk, qtbot: QtBot) -> None:
    commands.files.check()
    qtbot.waitUntil(lambda: said.words[-1][1] is Kind.DONE, timeout=20_000)
    assert said.words[-1][0] == "The archive is in order (2 files compared)."
    commands.files.show_check(CheckReport(("media/ab is missing.",), 2, 10, {}))
    assert said.words[-1] == ("1 fault was found: media/ab is missing.", Kind.ERROR)


def hit(kind: RecordKind, record_id: str, start: int = 0, end: int = 0) -> Hit:
    return Hit(
        kind=kind,
        id=record_id,
        record_id=record_id,
        ordinal=0,
        source_id=None,
        source_title="",
        source_script=Script.LATIN,
        start=start,
        end=end,
        text="",
        highlights=((0, 3),),
        matched=(),
        score=1.0,
    )


def test_every_kind_of_hit_leads_somewhere(workspace: Workspace, desk: Desk, qtbot: QtBot) -> None:
    photo = photos.list_photos(desk.archive)[0].photo
    event = events.add_event(desk.archive, "Napad")
    mark = desk.mark(desk.cyrillic, "два празна чамца")
    on_photo = annotating.annotate_record(desk.archive, photo, note="Ko su ovi ljudi?")
    on_event = annotating.annotate_record(desk.archive, event, note="Proveriti.")
    on_source = annotating.annotate_record(desk.archive, desk.latin.source, note="Prepis.")
    source = Stop(RowKind.SOURCE, desk.cyrillic.source.id)
    for found, shown in (
        (hit(RecordKind.PASSAGE, desk.cyrillic.text.id, 20, 40), source),
        (hit(RecordKind.PHOTO, photo.id), Stop(RowKind.PHOTO, photo.id)),
        (hit(RecordKind.EVENT, event.id), Stop(RowKind.EVENT, event.id)),
        (hit(RecordKind.ANNOTATION, mark.id), source),
        (hit(RecordKind.ANNOTATION, on_photo.id), Stop(RowKind.PHOTO, photo.id)),
        (hit(RecordKind.ANNOTATION, on_event.id), Stop(RowKind.EVENT, event.id)),
        (hit(RecordKind.ANNOTATION, on_source.id), Stop(RowKind.SOURCE, desk.latin.source.id)),
        (hit(RecordKind.SOURCE, desk.cyrillic.source.id), source),
    ):
        workspace.showing.show_hit(found)
        assert workspace.showing.current() == shown


def test_records_that_are_gone_are_said_to_be_so(
    workspace: Workspace, session: Session, qtbot: QtBot
) -> None:
    for show in (
        workspace.showing.show_annotation,
        workspace.showing.show_photo,
        workspace.showing.show_event,
    ):
        with qtbot.waitSignal(session.refused):
            show("01900000-0000-7000-8000-000000000000")
    assert workspace.showing.is_reading()


def test_a_photo_is_found_in_its_text(workspace: Workspace, desk: Desk) -> None:
    photo = photos.photos_of_source(desk.archive, desk.cyrillic.source.id)[0]
    workspace.showing.show_photo_in_text(photo.id)
    assert workspace.reader.source_id == desk.cyrillic.source.id


def test_results_take_the_room_that_they_need_and_give_it_back(workspace: Workspace, qtbot: QtBot) -> None:
    before = workspace.panes.sizes()
    workspace.search.ask("Kalemegdan")
    assert workspace.left.width() >= 320
    QTest.keyClick(workspace.search.view, Qt.Key.Key_Escape)
    assert not workspace.search.is_open()
    assert workspace.panes.sizes() == before
    workspace.search.ask("Kalemegdan")
    workspace.focus_filter()
    assert not workspace.search.is_open()


def test_the_inspector_can_be_hidden_and_comes_back_to_edit(workspace: Workspace, desk: Desk) -> None:
    mark = desk.mark(desk.latin, "prve motore")
    workspace.toggle_inspector()
    assert not workspace.inspector.isVisible()
    workspace.reader.edit_requested.emit(mark.id, "note")
    assert workspace.inspector.isVisible()
