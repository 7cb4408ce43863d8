"""The reading desk: a source's text, in which a person marks passages."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from archive_app.core.citations import citation_text
from archive_app.core.records import Event, Passage, PassageKind
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.services import sources
from archive_app.services.annotating import Annotated
from archive_app.ui.annotation_bar import AnnotationBar
from archive_app.ui.correcting import Correcting
from archive_app.ui.find_bar import FindBar
from archive_app.ui.marking import Marking
from archive_app.ui.reader_menu import reader_menu
from archive_app.ui.reader_page import ReaderPage
from archive_app.ui.reshaping import Reshaping
from archive_app.ui.selecting import Selecting
from archive_app.ui.session import Session
from archive_app.ui.text_dates import TextDates
from archive_app.ui.text_finder import TextFinder


class ReaderView(ReaderPage):
    """Shows a source and lets the person mark passages, by mouse and by the methods that actions call.

    `edit_requested` carries the id of an annotation and what to edit: "note", "tags" or "event".
    """

    edit_requested = Signal(str, str)
    selection_changed = Signal()
    photo_requested = Signal(str)
    event_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.selecting = Selecting(self)
        self.reshaping = Reshaping(self, session)
        self.marking = Marking(self, session)
        self.bar = AnnotationBar(self.pane.viewport(), self.marking.recent)
        self.find_bar = FindBar()
        self._bars.addWidget(self.find_bar)
        self.finder = TextFinder(session, self, self.find_bar)
        self.dates = TextDates(self, session)
        self.correcting = Correcting(self, session, self._bars)
        self.source_shown.connect(self.bar.hide)
        self.pane.mark_clicked.connect(self._on_mark_clicked)
        self.pane.plain_clicked.connect(self._on_plain_clicked)
        self.pane.photo_clicked.connect(self.open_photo)
        self.pane.selectionChanged.connect(self._on_selection_changed)
        self.pane.settled.connect(self._place_bar)
        self.pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.pane.customContextMenuRequested.connect(self._on_menu_wanted)
        self.bar.colour_chosen.connect(self.marking.annotate_selection)
        self.bar.note_wanted.connect(lambda: self.marking.annotate_selection(None, open_note=True))
        self.bar.tags_wanted.connect(self.marking.tag_selection)
        self.bar.event_wanted.connect(self.marking.link_selection)
        self.bar.tags_row.pressed.connect(self.marking.put_recent_tag)

    # What a person does

    def selection(self) -> Span | None:
        """What is selected, in code points."""
        selected = self.pane.caret.selected()
        return self.pane.positions.span(*selected) if selected and self._reading else None

    def after_marking(self, annotation_id: str, part: str = "") -> None:
        """Choose an annotation that was just made or changed, and let the person edit a part of it."""
        self.bar.hide()
        cursor = self.pane.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.pane.setTextCursor(cursor)
        self.choose(annotation_id)
        self.annotation_clicked.emit(annotation_id)
        if part:
            self.edit_requested.emit(annotation_id, part)

    def chosen_or_at_caret(self) -> Annotated | None:
        """The chosen annotation where the caret touches it or none at all, else the shortest one at the caret."""
        caret, marks = self.pane.textCursor().position(), self.pane.shown.marks
        chosen, at = marks.get(self.chosen), marks.at(caret)
        if at and (chosen is None or not chosen.start <= caret <= chosen.end):
            return self.annotations.get(at[0].id)
        return self.annotations.get(self.chosen)

    def go_to_point(self, point: int) -> None:
        """Put the caret to a place of the text, in code points, and bring it into view."""
        self.pane.go_to(self.pane.positions.to_units(point), self.pane.positions.to_units(point))

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
            quote=self._reading.letters[span.start : span.end].strip(),
            citation=citation_text(self._reading.source, *numbers),
        )
        QApplication.clipboard().setText(text)

    def is_read_only(self) -> bool:
        """Whether nothing can be marked."""
        return self._session.archive.read_only

    def select_passage(self, passage: Passage) -> None:
        """Select a whole passage."""
        self.pane.caret.select_passage(self.pane.positions.to_units(passage.start))
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

    def events_of_chosen(self) -> list[Event]:
        """The events that the chosen annotation is tied to."""
        found = self.annotations.get(self.chosen)
        known = self.annotations.events
        return [known[link.event_id] for link in found.links if link.event_id in known] if found else []

    # Answers to the pane

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
        photo = self._pictures.photo(ordinal)
        if photo is not None:
            self.photo_requested.emit(photo.id)

    def _on_selection_changed(self) -> None:
        if self.pane.caret.selected() is None:
            self.bar.hide()
        self.selection_changed.emit()

    def _on_scrolled(self) -> None:
        if self.bar.isVisible():
            self._place_bar()

    def _selection_rect(self) -> QRectF | None:
        selected = self.pane.caret.selected()
        return self.pane.places.rect_of(*selected) if selected else None

    def _place_bar(self) -> None:
        area = self._selection_rect()
        if area is None or self._session.archive.read_only:
            self.bar.hide()
        else:
            self.bar.show_beside(area)

    def _on_menu_wanted(self, at: QPoint) -> None:
        marks = self.pane.places.marks_at(self.pane.shown.marks, QPointF(at))
        if marks and self.chosen not in [mark.id for mark in marks]:
            self._on_mark_clicked(marks[0].id)
        unit = self.pane.places.unit_near(QPointF(at))
        menu = reader_menu(self, self.pane.text_layout.piece_at(unit), on_annotation=bool(marks))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.pane.viewport().mapToGlobal(at))
