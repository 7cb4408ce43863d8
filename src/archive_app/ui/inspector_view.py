"""The right pane: the annotations of the text as cards, its events, and the description of its source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound
from archive_app.core.translation import _
from archive_app.services import sources
from archive_app.ui import theme
from archive_app.ui.annotation_list import AnnotationList
from archive_app.ui.card_filter import CardFilter
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.event_list import EventList
from archive_app.ui.record_notes import RecordNotes
from archive_app.ui.session import Session
from archive_app.ui.source_card import SourceCard
from archive_app.ui.text_annotations import text_annotations


class InspectorView(QWidget):
    """Shows what was done with the source that is read.

    `annotation_chosen` carries the annotation that the person chose here, or "".
    """

    place_requested = Signal(str, int, int)
    annotation_chosen = Signal(str)
    event_requested = Signal(str)
    edit_source_requested = Signal(str)
    left = Signal()
    """The person has pressed Escape and wants to go on reading."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._session = session
        self._source_id: str | None = None
        self._annotations = text_annotations(session)
        self.filtering = CardFilter(self._annotations)
        self.filter = self.filtering.line
        self.filter_row = self.filtering.row
        self.list = AnnotationList(session)
        self.events = EventList()
        self.notes = RecordNotes(session)
        self.notes.line.setAccessibleName(_("New note on the whole source"))
        self.source = SourceCard(self.notes, read_only=session.archive.read_only)
        self.empty = EmptyState("note")
        self.empty.pressed.connect(self.filtering.show_all)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(_("About the source"))
        self.tabs.setDocumentMode(True)
        self._build()
        self._connect()
        self.show_source(None)

    def _build(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filtering)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self.tabs.addTab(page, _("Annotations"))
        self.tabs.addTab(self.events, _("Events"))
        self.tabs.addTab(self.source, _("Source"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._annotations.loaded.connect(self._show_annotations)
        self._annotations.changed.connect(self._show_annotations)
        self._annotations.events_changed.connect(self._on_events_changed)
        self.filtering.changed.connect(self._show_annotations)
        self.filtering.left.connect(self.left)
        self.filtering.entered.connect(self.list.setFocus)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(self.left)
        self.list.editor.place_requested.connect(self._request_place)
        self.list.editor.event_requested.connect(self.event_requested)
        self.events.event_requested.connect(self.event_requested)
        self.notes.event_requested.connect(self.event_requested)
        self.source.edit_requested.connect(self._on_edit_requested)
        theme.state.changed.connect(self._show_source_card)

    # What is shown

    def show_source(self, source_id: str | None) -> None:
        """Show what was done with a source; what was typed about the one before is saved."""
        self.flush()
        self._source_id = source_id or None
        self._load()
        self.filtering.forget()
        self.filtering.clear()
        self.list.choose(None)
        self._show_annotations()
        self._show_source_card()

    def _load(self) -> None:
        """Take up the annotations, unless the reader did already."""
        if self._source_id and self._source_id == self._annotations.source_id:
            return
        text_id = None
        if self._source_id:
            try:
                reading = sources.read_source(self._session.archive, self._source_id)
                text_id = reading.text.id if reading else None
            except NotFound:
                self._source_id = None
        self._annotations.load(text_id, self._source_id)

    def select_annotation(self, annotation_id: str) -> None:
        """Open an annotation ("" closes the one that is open); a filter that hides it is given up."""
        if annotation_id and self.list.cards.row_of(annotation_id) < 0 and self.filtering.is_set():
            self.filtering.show_all()
        self.list.choose(annotation_id or None)
        if annotation_id:
            self.tabs.setCurrentIndex(0)

    def edit(self, annotation_id: str, part: str) -> None:
        """Open an annotation and put the caret into its "note", "tags" or "event"."""
        self.select_annotation(annotation_id)
        if self.list.wanted == annotation_id:
            self.list.go_into(part)

    def flush(self) -> None:
        """Save now what was typed; to be called before the window closes."""
        self.list.editor.flush()
        self.notes.flush()

    def open_note(self, annotation_id: str) -> None:
        """Open a note on the whole source."""
        self.tabs.setCurrentWidget(self.source)
        self.notes.open(annotation_id)

    def write_note(self) -> None:
        """Let the person write a note on the whole source."""
        self.tabs.setCurrentWidget(self.source)
        self.notes.focus_line()

    def _show_annotations(self) -> None:
        rows = self.filtering.narrowed(self._annotations.all.values())
        self.list.show_rows(rows)
        self._stack.setCurrentWidget(self.list if rows or not self._annotations.is_loaded else self.empty)
        count = len(self._annotations.all)
        self.filter_row.show_values(self._annotations.all, self._annotations.events)
        self.filter_row.show_number(len(rows), count, by_words=self.filtering.has_words())
        self.tabs.setTabText(0, _("Annotations ({count})").format(count=count) if count else _("Annotations"))
        if not rows and count:
            said = _("No annotation fits the filter. Write fewer words, or show all again (Esc).")
            self.empty.show_hint(_("Nothing fits"), said, _("Show all"))
        elif not rows and self._annotations.text_id is None:
            self.empty.show_hint(
                _("Nothing is open"), _("Annotations of the source that you read appear here.")
            )
        elif not rows:
            self.empty.show_hint(
                _("No annotations yet"),
                _(
                    "Select words in the text and choose a colour (Ctrl+1 to Ctrl+6) or write a note (Ctrl+M)."
                ),
            )
        self._show_events()

    def _show_events(self) -> None:
        found = self._annotations.events_of_text()
        self.events.show_events(found)
        title = _("Events ({count})").format(count=len(found)) if found else _("Events")
        self.tabs.setTabText(1, title)

    def _on_events_changed(self) -> None:
        self.filtering.forget()
        self._show_events()

    def _show_source_card(self) -> None:
        source = None
        if self._source_id:
            try:
                source = sources.get_source(self._session.archive, self._source_id)
            except NotFound:
                self._source_id = None
        self.source.show_source(source)
        self.notes.show_record(source)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("sources"):
            self._show_source_card()

    # What the person does

    def _on_chosen(self, annotation_id: str) -> None:
        self.annotation_chosen.emit(annotation_id)
        self._request_place()

    def _request_place(self) -> None:
        found = self._annotations.get(self.list.current)
        if found is not None and found.annotation.span is not None:
            span = found.annotation.span
            self.place_requested.emit(found.annotation.text_id, span.start, span.end)

    def _on_edit_requested(self) -> None:
        if self._source_id:
            self.edit_source_requested.emit(self._source_id)

    def focus_filter(self) -> None:
        """Put the caret into the filter."""
        self.tabs.setCurrentIndex(0)
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
