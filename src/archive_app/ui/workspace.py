"""An opened archive in the window: the library, the page in the middle, and the inspector, working together."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from archive_app.core.translation import _
from archive_app.services import sources
from archive_app.ui.follow_bar import FollowFrame
from archive_app.ui.inspector_view import InspectorView
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.library_view import LibraryView
from archive_app.ui.page_makers import MAKERS
from archive_app.ui.pages import Pages
from archive_app.ui.pane_keyboard import PaneKeyboard
from archive_app.ui.panes import Panes
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.reading_desk import ReadingDesk
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.reading_places import ReadingPlaces
from archive_app.ui.record_links import RecordLinks
from archive_app.ui.script_memory import ScriptMemory
from archive_app.ui.search_place import SearchPlace
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.showing import Showing
from archive_app.ui.typed_corrections import typed_corrections

_PANES = "workspace"


class Workspace(QWidget):
    """Keeps the parts in step. `showing` shows records, `search` asks for them, `links` leads to them, `keyboard` goes
    round the panes; what is done to records is in `commands`, and which pages there are in `page_makers`."""

    shown = Signal()
    """Another page or record is shown."""
    import_requested = Signal()
    export_requested = Signal(object)
    edit_photo_wanted = Signal(str)
    scan_wanted = Signal(str)
    no_caption_wanted = Signal(str)
    edit_event_wanted = Signal(str)
    edit_authority_wanted = Signal(str)
    merge_authority_wanted = Signal(str)
    told = Signal(str)
    """Something that is good to know and needs no answer."""
    done = Signal(str)
    """What was done on a page and can be undone, as a sentence."""
    written = Signal(object, str)
    """The file that a page has written, and a sentence."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.settings = settings
        self.library = LibraryView(session)
        ReadingPlaces(session, settings.beside("places.json"))
        self.desk = ReadingDesk(session, ScriptMemory(settings))
        self.inspector = InspectorView(session)
        self.inspector.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left = QStackedWidget()
        self.left.addWidget(self.library)
        self.pages = Pages(self.desk)
        self.middle = FollowFrame(self.pages)
        self.panes = Panes(self.left, self.middle, self.inspector)
        self.showing = Showing(session, self.pages, self.desk, self.inspector, self.panes)
        self.search = SearchPlace(self)
        self.links = RecordLinks(session, self.showing, self.desk)
        self.keyboard = PaneKeyboard(self)
        for kind, make in MAKERS.items():
            self.pages.offer(kind, partial(make, self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self.panes.restore(settings.state(_PANES))
        self.desk.set_look(settings.reading_look)
        typed_corrections(session).read(settings)
        self._connect()

    def _connect(self) -> None:
        showing, desk, inspector = self.showing, self.desk, self.inspector
        showing.arrived.connect(self._on_arrived)
        self.search.turned.connect(self.shown)
        self.links.followed.connect(self.keyboard.to_page)
        self.library.opened.connect(self.open_row)
        desk.source_shown.connect(self._on_source_shown)
        desk.import_requested.connect(self.import_requested)
        desk.annotation_clicked.connect(inspector.select_annotation)
        desk.edit_requested.connect(self._on_edit_requested)
        desk.photo_requested.connect(showing.show_photo)
        desk.event_requested.connect(showing.show_event)
        desk.look_changed.connect(self._on_look_changed)
        desk.script_shown.connect(self.shown)
        inspector.annotation_chosen.connect(desk.choose)
        inspector.place_requested.connect(showing.show_place)
        inspector.event_requested.connect(showing.show_event)
        inspector.left.connect(self.keyboard.to_page)

    @property
    def reader(self) -> ReaderView:
        """The reader that has the keyboard, or had it last."""
        return self.desk.active

    # What the person wants to see

    def open_row(self, row: Row) -> None:
        """Show the record of a row, or what a tag or a collection holds."""
        if row.kind is RowKind.ANNOTATION:
            self.showing.show_annotation(row.id)
        elif self.pages.is_offered(row.kind):
            self.showing.show(row.kind, row.id)
        else:
            self.library.enter(row)

    def focus_filter(self) -> None:
        """Show the library and let the person type into its filter."""
        self.search.leave()
        self.library.focus_filter()

    def write_note(self) -> None:
        """Let the person write a note on the whole record that is shown."""
        page = self.pages.shown
        if page is not None and page.notes is not None:
            page.notes.focus_line()
        elif self.reader.source_id:
            self.open_inspector()
            self.inspector.write_note()

    def filter_annotations(self) -> None:
        """Let the person type into the filter of the annotations."""
        self.open_inspector()
        self.inspector.focus_filter()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector; pages of photos and events have none."""
        self.panes.toggle_right()

    def open_inspector(self) -> None:
        """Show the inspector."""
        if self.inspector.isHidden():
            self.toggle_inspector()

    def show_first(self) -> None:
        """Show the source that was read last, or the first one."""
        found = [source.id for source in sources.sources_alone(self.session.archive)]
        last = self.settings.last_source
        first = last if last in found else sources.first_with_text(self.session.archive)
        if first:
            self.showing.show_source(first)
            self.desk.restore(self.settings, found)
        elif not found:
            self.reader.empty.show_hint(
                _("This archive is empty"),
                _("Bring in texts and photos to begin, or drop them on this window."),
                _("Import files…") if not self.session.archive.read_only else "",
            )

    # Keeping the parts in step

    def _on_arrived(self, record_id: str) -> None:
        self.library.select(record_id)
        self.shown.emit()

    def _on_source_shown(self, source_id: str) -> None:
        self.inspector.show_source(source_id)
        self.shown.emit()

    def _on_edit_requested(self, annotation_id: str, part: str) -> None:
        self.open_inspector()
        self.inspector.edit(annotation_id, part)

    def _on_look_changed(self, look: ReadingLook) -> None:
        self.settings.reading_look = look

    def remember(self) -> None:
        """Save what is being typed, and keep the widths of the panes and the place for the next time."""
        self.inspector.flush()
        for notes in (self.inspector.notes, *(page.notes for page in self.pages.made())):
            if notes is not None:
                notes.finish()
        self.search.leave()
        if not self.inspector.isHidden():
            self.settings.keep_state(_PANES, self.panes.saveState())
        self.settings.last_source = self.desk.readers[0].source_id or ""
        self.desk.remember(self.settings)
