"""Showing records: on the page of their kind, or at a place in a text."""

from PySide6.QtCore import QObject, Signal

from archive_app.core.errors import NotFound
from archive_app.core.hits import Hit, Line, RecordKind
from archive_app.core.translation import _
from archive_app.services import annotating, photos, sources
from archive_app.ui.going_about import GoingAbout
from archive_app.ui.inspector_view import InspectorView
from archive_app.ui.library_rows import RowKind
from archive_app.ui.pages import Pages
from archive_app.ui.panes import Panes
from archive_app.ui.reading_desk import ReadingDesk
from archive_app.ui.session import Session
from archive_app.ui.trail import Stop


class Showing(QObject):
    """Leads to records and places, whoever asks, and back and forward through what was shown. `arrived` carries
    the record that is shown now."""

    arrived = Signal(str)

    def __init__(
        self, session: Session, pages: Pages, desk: ReadingDesk, inspector: InspectorView, panes: Panes
    ) -> None:
        super().__init__(panes)
        self._session = session
        self._pages = pages
        self._desk = desk
        self._inspector = inspector
        self._panes = panes
        self._about = GoingAbout(session.archive, desk, pages, self.show)

    # Records

    def show(self, kind: RowKind, record_id: str = "") -> None:
        """Show a record on the page of its kind, or a page that is of no single record."""
        self._about.leave()
        page = self._pages.page(kind)
        try:
            page.show(record_id)
        except NotFound as error:
            self._session.refused.emit(str(error))
        else:
            self._arrive(Stop(kind, record_id))

    def show_source(self, source_id: str) -> None:
        """Show a source in the reader."""
        self.show(RowKind.SOURCE, source_id)

    def show_photo(self, photo_id: str) -> None:
        """Show the page of a photo."""
        self.show(RowKind.PHOTO, photo_id)

    def show_event(self, event_id: str) -> None:
        """Show the page of an event."""
        self.show(RowKind.EVENT, event_id)

    def show_annotation(self, annotation_id: str) -> None:
        """Show an annotation where it stands: in a text, or on a whole record."""
        try:
            annotation = annotating.get_annotation(self._session.archive, annotation_id).annotation
        except NotFound as error:
            self._session.refused.emit(str(error))
            return
        if annotation.text_id is not None and annotation.span is not None:
            self.show_place(annotation.text_id, annotation.span.start, annotation.span.end)
            self._desk.choose(annotation_id)
            self._inspector.select_annotation(annotation_id)
        elif annotation.photo_id:
            self._show_note(RowKind.PHOTO, annotation.photo_id, annotation_id)
        elif annotation.event_id:
            self._show_note(RowKind.EVENT, annotation.event_id, annotation_id)
        elif annotation.source_id:
            self.show_source(annotation.source_id)
            self._inspector.open_note(annotation_id)

    def _show_note(self, kind: RowKind, record_id: str, annotation_id: str) -> None:
        self.show(kind, record_id)
        notes = self._pages.page(kind).notes
        if notes is not None:
            notes.open(annotation_id)

    def show_record(self, kind: RecordKind, record_id: str) -> None:
        """Show any record that has a page or stands in a text."""
        if kind is RecordKind.ANNOTATION:
            self.show_annotation(record_id)
            return
        row = next((row for row in RowKind if row.value == kind.value), None)
        if row is not None and self._pages.is_offered(row):
            self.show(row, record_id)

    # Places in texts

    def show_place(
        self, text_id: str, start: int, end: int, highlights: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Show a place in a text, in code points; `highlights` are words that a search found there."""
        self._about.leave()
        self._desk.turn_to(text_id=text_id)
        self._make_room_for_desk()
        self._desk.active.show_place(text_id, start, end, highlights)
        if self._desk.active.source_id:
            self._arrive(Stop(RowKind.SOURCE, self._desk.active.source_id))

    def _make_room_for_desk(self) -> None:
        """Give the desk the width that it will have, so that a place is not brought into view for another one."""
        self._pages.setCurrentWidget(self._desk)
        self._panes.allow_right(True)
        self._panes.refresh()

    def show_passage(self, ordinal: int) -> None:
        """Show the beginning of a passage of the text that is read."""
        self._about.leave()
        self._desk.active.go_to_passage(ordinal)
        self._arrive(Stop(RowKind.SOURCE, self._desk.active.source_id or ""))

    def show_beside(self, source_id: str) -> None:
        """Show a source beside the one that is read."""
        self._about.leave()
        self._pages.setCurrentWidget(self._desk)
        self._desk.open_beside(source_id)
        self._arrive(Stop(RowKind.SOURCE, source_id))

    def show_photo_in_text(self, photo_id: str) -> None:
        """Show where a photo's caption stands."""
        photo = photos.get_photo(self._session.archive, photo_id)
        reading = sources.read_source(self._session.archive, photo.source_id) if photo.source_id else None
        if reading is None or reading.text.id != photo.text_id or photo.ordinal is None:
            self._session.refused.emit(_("The caption of this photo does not stand in the newest text."))
            return
        passage = reading.passages[photo.ordinal]
        self.show_place(reading.text.id, passage.start, passage.end)

    def show_hit(self, hit: Hit, line: Line | None = None) -> None:
        """Show what a search found, at the keyword of one line of its concordance if that is given."""
        if hit.kind is not RecordKind.PASSAGE:
            self.show_record(hit.kind, hit.record_id)
            return
        found = tuple((hit.start + start, hit.start + end) for start, end in hit.highlights)
        start, end = (line.start, line.end) if line else (0, hit.end - hit.start)
        self.show_place(hit.record_id, hit.start + start, hit.start + end, found)

    # Going about

    def _arrive(self, stop: Stop) -> None:
        self._about.arrive(stop)
        page = self._pages.page(stop.kind).widget
        self._pages.setCurrentWidget(page)
        self._panes.allow_right(page is self._desk)
        self.arrived.emit(stop.id)

    def can_go(self, step: int) -> bool:
        """Whether another page was looked at before (-1), or was left by going back (1)."""
        return self._about.can_go(step)

    def go_back(self) -> None:
        """Show the page that was looked at before; records that were deleted since are passed over."""
        if not self._about.go(-1):
            self._pages.setCurrentWidget(self._desk)
            self.arrived.emit(self._desk.active.source_id or "")

    def go_forward(self) -> None:
        """Show the page that was left by going back."""
        self._about.go(1)

    def current(self) -> Stop | None:
        """The record that is meant by "this one": the one that is shown, or that is chosen on the page."""
        page = self._pages.shown
        return page.chosen() if page is not None and page.chosen is not None else self._about.here

    def is_reading(self) -> bool:
        """Whether a text is shown."""
        return self._pages.currentWidget() is self._desk and self._desk.active.text_id is not None
