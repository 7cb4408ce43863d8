"""An opened archive in the window: the library, the page in the middle, and the inspector, working together."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from archive_app.core.errors import NotFound, UserError
from archive_app.core.hits import Hit, Line, RecordKind, SearchRequest
from archive_app.core.links import RecordLink
from archive_app.core.translation import _
from archive_app.services import annotating, linking, photos, sources
from archive_app.ui.event_view import EventView
from archive_app.ui.follow_bar import FollowFrame
from archive_app.ui.going_about import GoingAbout
from archive_app.ui.inspector_view import InspectorView
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.library_view import LibraryView
from archive_app.ui.panes import Panes
from archive_app.ui.photo_view import PhotoView
from archive_app.ui.reader_view import ReaderView
from archive_app.ui.reading_desk import ReadingDesk
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.reading_places import ReadingPlaces
from archive_app.ui.script_memory import ScriptMemory
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings
from archive_app.ui.trail import Stop
from archive_app.ui.typed_corrections import typed_corrections

if TYPE_CHECKING:  # loaded when the table is first wanted
    from archive_app.ui.annotation_table_view import AnnotationTableView
    from archive_app.ui.timeline_page import TimelinePage

if TYPE_CHECKING:  # loaded with the first search
    from archive_app.ui.followed_search import FollowedSearch
    from archive_app.ui.search_view import SearchView

_PANES = "workspace"


class Workspace(QWidget):
    """Shows records and keeps the parts in step. What is done to records is in `commands`."""

    shown = Signal()
    """Another page or record is shown."""
    import_requested = Signal()
    link_copied = Signal(str)
    told = Signal(str)
    """Something that is good to know and needs no answer."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._settings = settings
        self.query = ""
        """What was searched for last."""
        self.library = LibraryView(session)
        ReadingPlaces(session, settings.beside("places.json"))
        self.desk = ReadingDesk(session, ScriptMemory(settings))
        self.photo_view = PhotoView(session)
        self.event_view = EventView(session)
        self.inspector = InspectorView(session)
        self.annotations: AnnotationTableView | None = None
        """The table of all annotations, once it was wanted."""
        self.timeline: TimelinePage | None = None
        """The timeline, once it was wanted."""
        self._about = GoingAbout(
            session.archive,
            self.desk,
            {
                RowKind.SOURCE: self.show_source,
                RowKind.PHOTO: self.show_photo,
                RowKind.EVENT: self.show_event,
                RowKind.ANNOTATION: self.show_annotations,
                RowKind.TIMELINE: self.show_timeline,
            },
        )
        self.left = QStackedWidget()
        self.pages = QStackedWidget()
        self.pages.setObjectName("page")
        for painted in (self.pages, self.inspector):
            painted.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left.addWidget(self.library)
        for page in (self.desk, self.photo_view, self.event_view):
            self.pages.addWidget(page)
        self.followed: FollowedSearch | None = None
        self.middle = FollowFrame(self.pages)
        self.panes = Panes(self.left, self.middle, self.inspector)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self.panes.restore(settings.state(_PANES))
        self.desk.set_look(settings.reading_look)
        typed_corrections(session).read(settings)
        self._connect()

    def _connect(self) -> None:
        self.library.opened.connect(self.open_row)
        self.desk.source_shown.connect(self._on_source_shown)
        self.desk.import_requested.connect(self.import_requested)
        self.desk.annotation_clicked.connect(self.inspector.select_annotation)
        self.desk.edit_requested.connect(self._on_edit_requested)
        self.desk.photo_requested.connect(self.show_photo)
        self.desk.event_requested.connect(self.show_event)
        self.desk.look_changed.connect(self._on_look_changed)
        self.desk.script_shown.connect(self.shown)
        self.inspector.annotation_chosen.connect(self.desk.choose)
        self.inspector.place_requested.connect(self.show_place)
        self.inspector.event_requested.connect(self.show_event)
        self.inspector.left.connect(self.focus_page)
        self.photo_view.source_requested.connect(self.show_photo_in_text)
        self.photo_view.closed.connect(self.go_back)
        for notes in (self.photo_view.notes, self.event_view.notes):
            notes.event_requested.connect(self.show_event)
        self.event_view.place_requested.connect(self.show_place)
        self.event_view.source_requested.connect(self.show_source)
        self.event_view.photo_requested.connect(self.show_photo)
        self.event_view.event_requested.connect(self.show_event)

    @cached_property
    def search_view(self) -> "SearchView":
        """The results of searches, and the search that is followed; made when they are first wanted."""
        from archive_app.ui.followed_search import FollowedSearch
        from archive_app.ui.search_view import SearchView

        made = SearchView(self.session)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left.addWidget(made)
        made.hit_activated.connect(self.show_hit)
        made.line_activated.connect(self._on_line_activated)
        made.wide_wanted.connect(self._share_room)
        made.left.connect(self.focus_page)
        made.closed.connect(self.close_search)
        self.followed = FollowedSearch(self.session, made, self.desk)
        self.middle.follow(self.followed)
        return made

    @property
    def reader(self) -> ReaderView:
        """The reader that has the keyboard, or had it last."""
        return self.desk.active

    # Showing records

    def show_source(self, source_id: str) -> None:
        """Show a source in the reader."""
        self._about.leave()
        self.desk.turn_to(source_id=source_id)
        self.reader.show_source(source_id)
        self._show_page(self.desk, Stop(RowKind.SOURCE, source_id))

    def can_read_beside(self, source_id: str) -> bool:
        """Whether a source is another one than those that are shown, and one of them has a text."""
        shown = [reader.source_id for reader in self.desk.readers]
        return self.reader.text_id is not None and source_id not in shown

    def read_beside(self, source_id: str) -> None:
        """Show a source beside the one that is read."""
        self._about.leave()
        self.pages.setCurrentWidget(self.desk)
        self.desk.open_beside(source_id)
        self._show_page(self.desk, Stop(RowKind.SOURCE, source_id))

    def show_photo(self, photo_id: str) -> None:
        """Show the page of a photo."""
        self._about.leave()
        try:
            self.photo_view.show_photo(photo_id)
        except NotFound as error:
            self.session.refused.emit(str(error))
        else:
            self._show_page(self.photo_view, Stop(RowKind.PHOTO, photo_id))

    def show_event(self, event_id: str) -> None:
        """Show the page of an event."""
        self._about.leave()
        self.event_view.show_event(event_id)
        if self.event_view.event_id is None:
            self.session.refused.emit(_("This event was deleted."))
        else:
            self._show_page(self.event_view, Stop(RowKind.EVENT, event_id))

    def show_place(
        self, text_id: str, start: int, end: int, highlights: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Show a place in a text, in code points; `highlights` are words that a search found there."""
        self._about.leave()
        self.desk.turn_to(text_id=text_id)
        self._make_room_for_desk()
        self.reader.show_place(text_id, start, end, highlights)
        if self.reader.source_id:
            self._show_page(self.desk, Stop(RowKind.SOURCE, self.reader.source_id))

    def _make_room_for_desk(self) -> None:
        """Give the desk the width that it will have, so that a place is not brought into view for another one."""
        self.pages.setCurrentWidget(self.desk)
        self.panes.allow_right(True)
        self.panes.refresh()

    def go_to_passage(self, ordinal: int) -> None:
        """Show the beginning of a passage of the text that is read."""
        self._about.leave()
        self.reader.go_to_passage(ordinal)
        self._show_page(self.desk, Stop(RowKind.SOURCE, self.reader.source_id or ""))

    def show_annotation(self, annotation_id: str) -> None:
        """Show an annotation where it stands: in a text, or on a whole record."""
        try:
            annotation = annotating.get_annotation(self.session.archive, annotation_id).annotation
        except NotFound as error:
            self.session.refused.emit(str(error))
            return
        if annotation.text_id is not None and annotation.span is not None:
            self.show_place(annotation.text_id, annotation.span.start, annotation.span.end)
            self.reader.choose(annotation_id)
            self.inspector.select_annotation(annotation_id)
        elif annotation.photo_id:
            self.show_photo(annotation.photo_id)
            self.photo_view.notes.open(annotation_id)
        elif annotation.event_id:
            self.show_event(annotation.event_id)
            self.event_view.notes.open(annotation_id)
        elif annotation.source_id:
            self.show_source(annotation.source_id)
            self.inspector.open_note(annotation_id)

    def take_annotations(self, page: "AnnotationTableView") -> None:
        """Have the table of all annotations among the pages."""
        self.annotations = page
        self.pages.addWidget(page)
        page.annotation_requested.connect(self.show_annotation)

    def show_annotations(self, _id: str = "") -> None:
        """Show the table of all annotations."""
        if self.annotations is not None:
            self._about.leave()
            self._show_page(self.annotations, Stop(RowKind.ANNOTATION, ""))

    def take_timeline(self, page: "TimelinePage") -> None:
        """Have the timeline among the pages."""
        self.timeline = page
        self.pages.addWidget(page)
        page.event_requested.connect(self.show_event)

    def show_timeline(self, _id: str = "") -> None:
        """Show all events on an axis of time."""
        if self.timeline is not None:
            self._about.leave()
            self._show_page(self.timeline, Stop(RowKind.TIMELINE, ""))

    def follow_link(self, text: str) -> None:
        """Show the record that a stable link leads to."""
        try:
            link = linking.follow(self.session.archive, text)
        except UserError as error:
            self.session.refused.emit(str(error))
            return
        show = {
            RecordKind.ANNOTATION: self.show_annotation,
            RecordKind.PHOTO: self.show_photo,
            RecordKind.EVENT: self.show_event,
        }
        show.get(link.kind, self.show_source)(link.id)
        self.focus_page()

    def copy_link(self) -> None:
        """Put the link to the chosen annotation, or else to the page that is shown, on the clipboard."""
        stop, chosen = self.current(), self.reader.chosen
        if self.is_reading() and chosen:
            self.copy_link_to(RecordLink(RecordKind.ANNOTATION, chosen))
        elif self.annotations is not None and self.is_in_table() and self.annotations.current_id:
            self.copy_link_to(RecordLink(RecordKind.ANNOTATION, self.annotations.current_id))
        elif stop is not None and stop.id:
            self.copy_link_to(RecordLink(RecordKind(stop.kind.value), stop.id))
        else:
            self.session.refused.emit(_("Nothing is open that a link could lead to."))

    def copy_link_to(self, link: RecordLink) -> None:
        """Put a link on the clipboard."""
        QApplication.clipboard().setText(str(link))
        self.link_copied.emit(str(link))

    def show_photo_in_text(self, photo_id: str) -> None:
        """Show where a photo's caption stands."""
        photo = photos.get_photo(self.session.archive, photo_id)
        reading = sources.read_source(self.session.archive, photo.source_id) if photo.source_id else None
        if reading is None or reading.text.id != photo.text_id or photo.ordinal is None:
            self.session.refused.emit(_("The caption of this photo does not stand in the newest text."))
            return
        passage = reading.passages[photo.ordinal]
        self.show_place(reading.text.id, passage.start, passage.end)

    def show_hit(self, hit: Hit, line: Line | None = None) -> None:
        """Show what a search found, at the keyword of one line of its concordance if that is given."""
        if hit.kind is RecordKind.PASSAGE:
            found = tuple((hit.start + start, hit.start + end) for start, end in hit.highlights)
            start, end = (line.start, line.end) if line else (0, hit.end - hit.start)
            self.show_place(hit.record_id, hit.start + start, hit.start + end, found)
        elif hit.kind is RecordKind.PHOTO:
            self.show_photo(hit.record_id)
        elif hit.kind is RecordKind.EVENT:
            self.show_event(hit.record_id)
        elif hit.kind is RecordKind.ANNOTATION:
            self.show_annotation(hit.record_id)
        else:
            self.show_source(hit.record_id)

    def _show_page(self, page: QWidget, stop: Stop) -> None:
        self._about.arrive(stop)
        self.pages.setCurrentWidget(page)
        self.panes.allow_right(page is self.desk)
        self.library.select(stop.id)
        self.shown.emit()

    # Going about

    def can_go(self, step: int) -> bool:
        """Whether another page was looked at before (-1), or was left by going back (1)."""
        return self._about.can_go(step)

    def go_back(self) -> None:
        """Show the page that was looked at before; records that were deleted since are passed over."""
        if not self._about.go(-1):
            self.pages.setCurrentWidget(self.desk)
            self.shown.emit()

    def go_forward(self) -> None:
        """Show the page that was left by going back."""
        self._about.go(1)

    def current(self) -> Stop | None:
        """What is shown in the middle."""
        if self.pages.currentWidget() is self.desk:
            return Stop(RowKind.SOURCE, self.reader.source_id) if self.reader.source_id else None
        if self.timeline is not None and self.pages.currentWidget() is self.timeline:
            return Stop(RowKind.EVENT, self.timeline.chosen) if self.timeline.chosen else None
        return None if self.is_in_table() else self._about.here

    def is_in_table(self) -> bool:
        """Whether the table of all annotations is shown."""
        return self.annotations is not None and self.pages.currentWidget() is self.annotations

    def is_reading(self) -> bool:
        """Whether a text is shown."""
        return self.pages.currentWidget() is self.desk and self.reader.text_id is not None

    def search(self, query: str) -> None:
        """Show what a query finds, in the place of the library."""
        self._show_results(query)
        self.search_view.search(query)

    def take_up_search(self, request: SearchRequest) -> None:
        """Search as a saved search says."""
        self._show_results(request.query)
        self.search_view.take_up(request)

    def _show_results(self, query: str) -> None:
        self.query = query
        if not self.is_searching():
            self.panes.make_room_for_results()
            self.left.setCurrentWidget(self.search_view)
            self._share_room()
            self.shown.emit()

    def step_hit(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) result."""
        if self.is_searching() and self.followed is not None:
            self.followed.step(step)

    def close_search(self) -> None:
        """Show the library again."""
        self._leave_search()
        self.library.list.setFocus()

    def _leave_search(self) -> None:
        if self.is_searching():
            self.query = ""
            self.search_view.reset()
            self.left.setCurrentWidget(self.library)
            self._share_room()
            self.panes.give_room_back()
            self.shown.emit()

    def is_searching(self) -> bool:
        """Whether results are shown."""
        return self.left.currentWidget() is not self.library

    def focus_filter(self) -> None:
        """Show the library and let the person type into its filter."""
        self._leave_search()
        self.library.focus_filter()

    def write_note(self) -> None:
        """Let the person write a note on the whole record that is shown."""
        page = self.pages.currentWidget()
        if isinstance(page, PhotoView | EventView):
            page.notes.focus_line()
        elif self.reader.source_id:
            if self.inspector.isHidden():
                self.toggle_inspector()
            self.inspector.write_note()

    def filter_annotations(self) -> None:
        """Let the person type into the filter of the annotations."""
        if self.inspector.isHidden():
            self.toggle_inspector()
        self.inspector.focus_filter()

    def toggle_inspector(self) -> None:
        """Show or hide the inspector; pages of photos and events have none."""
        self.panes.toggle_right()

    def _share_room(self) -> None:
        """Give a concordance the room that it needs."""
        self.panes.set_wide(self.is_searching() and self.search_view.results.in_lines)

    def focus_next_pane(self) -> None:
        """Put the keyboard into the next of library or results, page or each of two readers, inspector."""
        left: QWidget = self.search_view if self.is_searching() else self.library
        page = self.pages.currentWidget() or self.desk
        pages = self.desk.readers if page is self.desk else (page,)
        panes = [pane for pane in (left, *pages, self.inspector) if pane.isVisible()]
        focused = QApplication.focusWidget()
        inside = [number for number, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)]
        following = panes[(inside[0] + 1) % len(panes)] if inside else panes[0]
        target = self.library.list if following is self.library else _takes_keyboard(following)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_page(self) -> None:
        """Put the keyboard into the page that is shown."""
        _takes_keyboard(self.pages.currentWidget() or self.desk).setFocus(Qt.FocusReason.OtherFocusReason)

    # Keeping the parts in step

    def open_row(self, row: Row) -> None:
        """Show the record of a row, or what a tag or a collection holds."""
        if row.kind is RowKind.SOURCE:
            self.show_source(row.id)
        elif row.kind is RowKind.PHOTO:
            self.show_photo(row.id)
        elif row.kind is RowKind.EVENT:
            self.show_event(row.id)
        elif row.kind is RowKind.ANNOTATION:
            self.show_annotation(row.id)
        else:
            self.library.enter(row)

    def _on_line_activated(self, line: Line) -> None:
        self.show_hit(line.hit, line)

    def _on_source_shown(self, source_id: str) -> None:
        self.inspector.show_source(source_id)
        self.shown.emit()

    def _on_edit_requested(self, annotation_id: str, part: str) -> None:
        if self.inspector.isHidden():
            self.toggle_inspector()
        self.inspector.edit(annotation_id, part)

    def _on_look_changed(self, look: ReadingLook) -> None:
        self._settings.reading_look = look

    def show_first(self) -> None:
        """Show the source that was read last, or the first one."""
        found = [source.id for source in sources.sources_alone(self.session.archive)]
        last = self._settings.last_source
        first = last if last in found else sources.first_with_text(self.session.archive)
        if first:
            self.show_source(first)
            self.desk.restore(self._settings, found)
        elif not found:
            self.reader.empty.show_hint(
                _("This archive is empty"),
                _("Bring in texts and photos to begin, or drop them on this window."),
                _("Import files…") if not self.session.archive.read_only else "",
            )

    def remember(self) -> None:
        """Save what is being typed, and keep the widths of the panes and the place for the next time."""
        self.inspector.flush()
        for notes in (self.inspector.notes, self.photo_view.notes, self.event_view.notes):
            notes.finish()
        self._leave_search()
        if not self.inspector.isHidden():
            self._settings.keep_state(_PANES, self.panes.saveState())
        self._settings.last_source = self.desk.readers[0].source_id or ""
        self.desk.remember(self._settings)


def _takes_keyboard(widget: QWidget) -> QWidget:
    """The widget itself, the one it passes the keyboard on to, or else the first one inside that takes it."""
    if widget.focusProxy() is not None or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return widget
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(widget) and child.isEnabled():
            return child
    return widget
