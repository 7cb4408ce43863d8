"""The reading desk: a source's text with its description above it and its annotations in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from archive_app.core.changes import Changes
from archive_app.core.citations import citation_text
from archive_app.core.errors import NotFound
from archive_app.core.records import Colour, Passage, PassageKind
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.services import annotating, photos, sources
from archive_app.services.annotating import Annotated
from archive_app.services.sources import Reading
from archive_app.ui import theme
from archive_app.ui.annotation_bar import AnnotationBar
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.highlights import Mark, Marks
from archive_app.ui.positions import Positions
from archive_app.ui.reader_header import ReaderHeader
from archive_app.ui.reader_menu import reader_menu
from archive_app.ui.session import Session
from archive_app.ui.text_annotations import text_annotations
from archive_app.ui.text_pane import TextPane

_SIZES = (9, 10, 11, 12, 12.5, 13, 14, 15, 16, 18, 20, 22, 24, 28)


class ReaderView(QWidget):
    """Shows a source and lets the person mark passages.

    `annotation_clicked` carries the id of the annotation that was chosen in the text, or "" where none is any more;
    `edit_requested` the id of an annotation and what to edit: "note", "tags" or "event".
    """

    source_shown = Signal(str)
    annotation_clicked = Signal(str)
    edit_requested = Signal(str, str)
    selection_changed = Signal()
    photo_requested = Signal(str)
    event_requested = Signal(str)
    edit_source_requested = Signal(str)
    reading_size_changed = Signal(float)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Reading | None = None
        self._positions = Positions("")
        self._annotations = text_annotations(session)
        self._places: dict[str, int] = {}
        self.header = ReaderHeader()
        self.pane = TextPane()
        self.bar = AnnotationBar(self.pane.viewport())
        self.empty = EmptyState("book")
        self._stack = QStackedWidget()
        page = QFrame()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(_line())
        column.addWidget(self.pane, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.pane)
        self._connect()
        self._show_nothing()

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._annotations.changed.connect(self._show_annotations)
        theme.state.changed.connect(self.pane.take_up_look)
        self.header.edit_wanted.connect(self._on_edit_wanted)
        self.pane.mark_clicked.connect(self._on_mark_clicked)
        self.pane.plain_clicked.connect(self._on_plain_clicked)
        self.pane.photo_clicked.connect(self.open_photo)
        self.pane.selectionChanged.connect(self._on_selection_changed)
        self.pane.settled.connect(self._place_bar)
        self.pane.zoomed.connect(self.zoom)
        self.pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.pane.customContextMenuRequested.connect(self._on_menu_wanted)
        self.bar.colour_chosen.connect(self.annotate_selection)
        self.bar.note_wanted.connect(lambda: self.annotate_selection(None, open_note=True))
        self.bar.tags_wanted.connect(self.tag_selection)
        self.bar.event_wanted.connect(self.link_selection)

    # What is shown

    @property
    def source_id(self) -> str | None:
        """The source that is shown."""
        return self._reading.source.id if self._reading else None

    @property
    def text_id(self) -> str | None:
        """The text that is shown."""
        return self._reading.text.id if self._reading else None

    @property
    def chosen(self) -> str | None:
        """The annotation that is chosen."""
        return self.pane.shown.chosen

    def show_source(self, source_id: str) -> None:
        """Show a source, where the person left off reading it."""
        if source_id == self.source_id:
            return
        self._remember_place()
        try:
            reading = sources.read_source(self._session.archive, source_id)
        except NotFound:
            self._show_nothing()
            return
        self._reading = reading
        if reading is None:
            self._show_no_text()
        else:
            self._show_reading(reading)
        self.source_shown.emit(source_id)

    def show_place(
        self, text_id: str, start: int, end: int, highlights: Sequence[tuple[int, int]] = ()
    ) -> None:
        """Show a place of a text, in code points; `highlights` are the words that a search found, in the same."""
        if text_id != self.text_id:
            try:
                source_id = sources.source_of_text(self._session.archive, text_id).id
            except NotFound as error:
                self._session.refused.emit(str(error))
                return
            self.show_source(source_id)
        if text_id != self.text_id:
            self._session.refused.emit(_("This place is in an earlier reading of the source."))
            return
        units = self._positions.to_units
        first = highlights[0] if highlights else (start, end)
        self.pane.shown.found = [(units(a), units(z)) for a, z in highlights]
        self.pane.shown.target = (units(start), units(end))
        known = None if highlights else self._at(Span(start, end))
        if known is not None and self._annotations.get(self.chosen) != known:
            self.pane.shown.chosen = known.annotation.id
        self.pane.go_to(units(first[0]), units(first[1]))

    def _show_nothing(self) -> None:
        self._reading = None
        self.bar.hide()
        self._stack.setCurrentWidget(self.empty)
        self.empty.show_hint(
            _("Nothing is open"),
            _("Choose a source in the library, or import texts and photos (Ctrl+I)."),
        )

    def _show_no_text(self) -> None:
        self._show_nothing()
        self.empty.show_hint(
            _("This source has no text"), _("It was described, but no text was brought in for it yet.")
        )

    def _show_reading(self, reading: Reading) -> None:
        self.bar.hide()
        self._positions = Positions(reading.letters)
        self.header.show_source(reading.source)
        self.pane.show_text(reading.letters, reading.passages, self._positions)
        self.pane.shown.scanned = self._scanned()
        self._annotations.load(reading.text.id, reading.source.id)
        self._show_annotations()
        self._stack.setCurrentIndex(1)
        place = self._places.get(reading.source.id)
        if place:
            cursor = self.pane.textCursor()
            cursor.setPosition(min(place, self.pane.document().characterCount() - 1))
            self.pane.setTextCursor(cursor)
            self.pane.verticalScrollBar().setValue(cursor.block().firstLineNumber())

    def _remember_place(self) -> None:
        if self._reading is not None:
            top = self.pane.firstVisibleBlock().position()
            self._places[self._reading.source.id] = top

    def _scanned(self) -> frozenset[int]:
        """The ordinals of captions whose photo has its scan."""
        return frozenset(
            photo.ordinal
            for photo in photos.photos_of_source(self._session.archive, self.source_id or "")
            if photo.file_id is not None and photo.ordinal is not None
        )

    # Annotations in the text

    def _show_annotations(self) -> None:
        every = self._annotations.all
        self.pane.set_marks(
            Marks(self._mark(one) for one in every.values() if one.annotation.span is not None),
            {key: one.annotation.note for key, one in every.items() if one.annotation.note},
        )
        if self.chosen and self.chosen not in every:
            self.choose(None)
            self.annotation_clicked.emit("")
        self._show_counts()

    def _show_counts(self) -> None:
        if self._reading is not None:
            reading = self._reading
            self.header.show_counts(
                reading.source,
                len(reading.passages),
                reading.text.length,
                len(self._annotations.all),
                len(self._annotations.events_of_text()),
            )

    def _mark(self, annotated: Annotated) -> Mark:
        one = annotated.annotation
        return Mark(
            one.id,
            self._positions.to_units(one.start or 0),
            self._positions.to_units(one.end or 0),
            one.colour,
            bool(one.note),
        )

    def _on_changed(self, changes: Changes) -> None:
        if self._reading is None:
            return
        if changes.touches("sources", "texts", "passage_kinds"):
            self._read_again()
        if self._reading is not None and changes.touches("photos", "files"):
            self.pane.shown.scanned = self._scanned()
            self.pane.viewport().update()

    def _read_again(self) -> None:
        """The source may be described anew, be gone, or have passages of other kinds."""
        before = self._reading
        if before is None:
            return
        try:
            self._reading = sources.read_source(self._session.archive, before.source.id)
        except NotFound:
            self._reading = None
        if self._reading is None:
            self._show_nothing()
            self.source_shown.emit("")
            return
        if self._reading.text.id != before.text.id:
            self._show_reading(self._reading)
            return
        self.header.show_source(self._reading.source)
        self._show_counts()
        if self._reading.passages != before.passages:
            self.pane.set_passages(self._reading.passages, self._positions)

    def choose(self, annotation_id: str | None, *, scroll: bool = False) -> None:
        """Show which annotation is chosen, and bring it into view if wanted."""
        self.pane.shown.chosen = annotation_id
        found = self._annotations.get(annotation_id)
        if scroll and found is not None and found.annotation.span is not None:
            span = found.annotation.span
            self.pane.go_to(self._positions.to_units(span.start), self._positions.to_units(span.end))
        self.pane.viewport().update()

    # What a person does

    def selection(self) -> Span | None:
        """What is selected, in code points."""
        selected = self.pane.selected()
        return self._positions.span(*selected) if selected and self._reading else None

    def annotate_selection(self, colour: Colour | None = None, open_note: bool = False) -> None:
        """Highlight the selection, or give the chosen annotation another colour; then write a note if wanted."""
        self._annotate(colour, "note" if open_note else "")

    def tag_selection(self) -> None:
        """Highlight the selection, or take the chosen annotation, and edit its tags."""
        self._annotate(None, "tags")

    def link_selection(self) -> None:
        """Highlight the selection, or take the chosen annotation, and tie it to an event."""
        self._annotate(None, "event")

    def _annotate(self, colour: Colour | None, part: str) -> None:
        span = self.selection()
        known = self._at(span) if span else self._annotations.get(self.chosen)
        if known is not None:
            self._recolour(known, colour, part)
        elif span is None or self._reading is None:
            self._session.refused.emit(_("Select some words of the text first, or click an annotation."))
        else:
            self.bar.hide()
            self._session.write(
                _("Annotating"),
                annotating.annotate,
                self._reading.text.id,
                span,
                colour=colour or Colour.YELLOW,
                done=lambda made: self._on_annotated(made.id, part),
            )

    def _at(self, span: Span) -> Annotated | None:
        """The annotation on exactly this span."""
        return next((one for one in self._annotations.all.values() if one.annotation.span == span), None)

    def _recolour(self, known: Annotated, colour: Colour | None, part: str) -> None:
        key = known.annotation.id
        if colour is not None and colour is not known.annotation.colour:
            self._session.write(_("Changing the colour"), annotating.edit_annotation, key, colour=colour)
        self._on_annotated(key, part)

    def _on_annotated(self, annotation_id: str, part: str) -> None:
        self.bar.hide()
        cursor = self.pane.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.pane.setTextCursor(cursor)
        self.choose(annotation_id)
        self.annotation_clicked.emit(annotation_id)
        if part:
            self.edit_requested.emit(annotation_id, part)

    def delete_chosen(self) -> None:
        """Delete the chosen annotation; undo brings it back."""
        if self.chosen:
            self._session.write(_("Deleting an annotation"), annotating.remove_annotation, self.chosen)

    def step_annotation(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) annotation in the text."""
        marks = self.pane.shown.marks.all
        if not marks:
            return
        ids = [mark.id for mark in marks]
        caret = self.pane.textCursor().position()
        if self.chosen in ids:
            index = ids.index(self.chosen) + step
        else:
            behind = [index for index, mark in enumerate(marks) if mark.start >= caret]
            index = (behind[0] if behind else len(marks)) + min(step, 0)
        if 0 <= index < len(ids):
            self.choose(ids[index], scroll=True)
            self.annotation_clicked.emit(ids[index])

    def copy_with_citation(self) -> None:
        """Put the selected words and how to cite them on the clipboard."""
        span = self.selection()
        if span is None or self._reading is None:
            self._session.refused.emit(_("Select the words that you want to copy first."))
            return
        passages = [one for one in self._reading.passages if one.span.overlaps(span)]
        numbers = [passages[0].ordinal + 1, passages[-1].ordinal + 1] if passages else []
        text = _("“{quote}”\n{citation}").format(
            quote=self.pane.selected_letters().strip(), citation=citation_text(self._reading.source, *numbers)
        )
        QApplication.clipboard().setText(text)

    def is_read_only(self) -> bool:
        """Whether nothing can be marked."""
        return self._session.archive.read_only

    def select_passage(self, passage: Passage) -> None:
        """Select a whole passage."""
        self.pane.select_passage(self._positions.to_units(passage.start))
        self._place_bar()

    def set_passage_kind(self, ordinal: int, kind: PassageKind) -> None:
        """Say what a passage is."""
        if self._reading is not None:
            self._session.write(
                _("Changing the kind of a passage"),
                sources.set_passage_kind,
                self._reading.text.id,
                ordinal,
                kind,
            )

    # Size of letters

    @property
    def reading_size(self) -> float:
        """The size of letters in points."""
        return self.pane.text_layout.points

    def set_reading_size(self, points: float) -> None:
        """Set the size of letters, within what can be read."""
        points = max(_SIZES[0], min(_SIZES[-1], points))
        if points != self.reading_size:
            self.pane.set_points(points)
            self.reading_size_changed.emit(points)

    def zoom(self, step: int) -> None:
        """Make letters larger (1) or smaller (-1)."""
        others = [
            size for size in _SIZES if (size > self.reading_size if step > 0 else size < self.reading_size)
        ]
        if others:
            self.set_reading_size(others[0] if step > 0 else others[-1])

    # Answers to the pane

    def _on_edit_wanted(self) -> None:
        if self.source_id:
            self.edit_source_requested.emit(self.source_id)

    def _on_mark_clicked(self, annotation_id: str) -> None:
        self.choose(annotation_id)
        self.annotation_clicked.emit(annotation_id)

    def _on_plain_clicked(self) -> None:
        self.pane.shown.found = []
        self.pane.shown.target = None
        if self.chosen:
            self.choose(None)
            self.annotation_clicked.emit("")
        self.pane.viewport().update()

    def open_photo(self, ordinal: int) -> None:
        """Ask for the photo whose caption is the passage with this ordinal."""
        for photo in photos.photos_of_source(self._session.archive, self.source_id or ""):
            if photo.ordinal == ordinal:
                self.photo_requested.emit(photo.id)
                return

    def _on_selection_changed(self) -> None:
        if self.pane.selected() is None:
            self.bar.hide()
        self.selection_changed.emit()

    def _on_scrolled(self) -> None:
        if self.bar.isVisible():
            self._place_bar()

    def _place_bar(self) -> None:
        area = self.pane.selection_rect()
        if area is None or self._session.archive.read_only:
            self.bar.hide()
        else:
            self.bar.show_beside(area)

    def _on_menu_wanted(self, at: QPoint) -> None:
        marks = self.pane.marks_at(QPointF(at))
        if marks and self.chosen not in [mark.id for mark in marks]:
            self._on_mark_clicked(marks[0].id)
        unit = self.pane.cursorForPosition(self.pane.snapped(QPointF(at)).toPoint()).position()
        menu = reader_menu(self, self.pane.piece_at(unit))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.pane.viewport().mapToGlobal(at))


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line
