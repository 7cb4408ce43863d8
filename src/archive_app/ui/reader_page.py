"""A source on the reading desk: its text, the description above it, and its annotations as they are drawn."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.services import scripts, sources
from archive_app.services.sources import Reading
from archive_app.ui.caption_pictures import CaptionPictures
from archive_app.ui.drawn_annotations import DrawnAnnotations
from archive_app.ui.positions import Positions
from archive_app.ui.reader_frame import ReaderFrame
from archive_app.ui.reading_place import Whereabouts
from archive_app.ui.reading_places import reading_places
from archive_app.ui.script_memory import ScriptMemory
from archive_app.ui.script_switch import Belongings
from archive_app.ui.session import Session
from archive_app.ui.text_annotations import TextAnnotations
from archive_app.ui.text_geometry import scroll_to_unit


class ReaderPage(ReaderFrame):
    """Shows one source and keeps up with its changes; what a person does with it is in `ReaderView`.

    `source_shown` carries the source's id, "" where it was deleted; `annotation_clicked` the id of the annotation that
    was chosen in the text, "" where none is any more.
    """

    source_shown = Signal(str)
    annotation_clicked = Signal(str)
    edit_source_requested = Signal(str)
    script_switching = Signal()
    script_shown = Signal()
    """The text is shown in another script than before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header.edit.setEnabled(not session.archive.read_only)
        self._session = session
        self._reading: Reading | None = None
        self._gone: str | None = None
        """The source that was shown when it was deleted."""
        self.annotations = TextAnnotations(session, self)
        self.drawn = DrawnAnnotations(session, self.annotations, self.pane)
        self.whereabouts = Whereabouts(self.pane, reading_places(session))
        self.scripts = ScriptMemory()
        self._in_other_script = False
        self._pictures = CaptionPictures(session, self)
        self._session.changed.connect(self._on_changed)
        self.drawn.drawn.connect(self._on_drawn)
        self.header.edit_wanted.connect(self._on_edit_wanted)
        self._pictures.ready.connect(self.pane.viewport().update)
        self.header.script.toggled.connect(self.read_in_other_script)
        self._show_nothing()

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
    def reading(self) -> Reading | None:
        """The text that is shown with its passages."""
        return self._reading

    @property
    def letters(self) -> str:
        """The letters of the text that is shown, as they are kept."""
        return self._reading.letters if self._reading else ""

    @property
    def chosen(self) -> str | None:
        """The annotation that is chosen."""
        return self.pane.shown.chosen

    def show_source(self, source_id: str) -> None:
        """Show a source, where the person left off reading it."""
        if source_id == self.source_id:
            return
        self.whereabouts.keep(self._reading)
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
            said = _(
                "This place is in an earlier reading of the source. What waits for a look is under "
                "Review annotations (Ctrl+Shift+R); Compare the readings shows what changed."
            )
            self._session.refused.emit(said)
            return
        units = self.pane.positions.units_of
        first = highlights[0] if highlights else (start, end)
        self.pane.shown.found = [units(*span) for span in highlights]
        self.pane.shown.target = units(start, end)
        known = None if highlights else self.drawn.at(Span(start, end))
        if known is not None and self.annotations.get(self.chosen) != known:
            self.pane.shown.chosen = known.annotation.id
        self.pane.go_to(*units(*first))

    def go_to_passage(self, ordinal: int) -> None:
        """Bring the beginning of a passage to the top, and put the keyboard there."""
        unit = self.pane.text_layout.outline.starts[ordinal]
        self.pane.go_to(unit, unit)
        scroll_to_unit(self.pane, unit)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark all that a search found in the text, quietly; spans in code points, by their beginnings."""
        self.pane.shown.also_found = [self.pane.positions.units_of(*span) for span in spans]
        self.pane.viewport().update()

    def clear_found(self) -> None:
        """Mark nothing that a search found any more."""
        self.pane.shown.found = []
        self.pane.shown.target = None
        self.show_found(())

    def leave(self) -> None:
        """Remember where the person is, and show nothing any more."""
        self.whereabouts.keep(self._reading)
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._reading = self._gone = None
        self.drawn.clear()
        self._stack.setCurrentWidget(self.empty)
        self.empty.show_hint(
            _("Nothing is open"),
            _("Choose a source in the library, or import texts and photos (Ctrl+I)."),
        )

    def _show_no_text(self) -> None:
        self._show_nothing()
        self.empty.show_hint(
            _("This source has no text"),
            _(
                "It was described only. Import its text as a source of its own (Ctrl+I), or describe it further (F2)."
            ),
        )

    def _show_reading(self, reading: Reading) -> None:
        self.header.show_source(reading.source)
        self._in_other_script = self.scripts.is_other(reading.source.id)
        self.pane.text_layout.set_pictures(self._pictures.load(reading.source.id, reading.text.id))
        self._show_letters(reading)
        self.pane.shown.picture = self._pictures.picture
        self._stack.setCurrentIndex(1)
        self.drawn.load(reading)
        self.whereabouts.return_to(reading)

    def _show_letters(self, reading: Reading) -> None:
        own = reading.source.script
        wanted = scripts.other_script(own) if self._in_other_script else own
        shown = scripts.display(reading, wanted)
        self.header.show_script(own, wanted)
        self.pane.show_text(shown.letters, reading.passages, Positions(shown.letters, shown.offsets))

    def is_in_other_script(self) -> bool:
        """Whether the text is shown in the other script than it is stored in."""
        return self._reading is not None and self._in_other_script

    def read_in_other_script(self, other: bool) -> None:
        """Show the text in the other script, or in its own; where the person is reading stays where it is."""
        reading = self._reading
        if reading is None or other == self.is_in_other_script():
            return
        self.script_switching.emit()
        self._in_other_script = other
        self.scripts.keep(reading.source.id, other=other)
        belongings = Belongings(self.pane)
        self._show_letters(reading)
        belongings.put_back()
        self.drawn.move(reading, belongings)
        self.script_shown.emit()

    # What changes

    def _on_drawn(self) -> None:
        if self.chosen and self.chosen not in self.annotations.all:
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
                len(self.annotations.all),
                len(self.annotations.events_of_text()),
            )

    def _on_changed(self, changes: Changes) -> None:
        if self._reading is None:
            if self._gone is not None and self._gone in changes.ids("sources"):
                self.show_source(self._gone)  # this change has brought it back
            return
        if changes.touches("sources", "texts", "passage_kinds"):
            self._read_again()
        if self._reading is not None and changes.touches("photos", "files"):
            self.pane.set_pictures(self._pictures.load(self._reading.source.id, self._reading.text.id))

    def _read_again(self) -> None:
        """The source may be described anew, be gone, or have passages of other kinds."""
        before = self._reading
        if before is None:
            return
        try:
            reading = sources.read_source(self._session.archive, before.source.id)
        except NotFound:
            reading = None
        if reading is not None and reading.text.id != before.text.id:
            self.whereabouts.keep(self._reading)
        self._reading = reading
        if self._reading is None:
            self._show_nothing()
            self._gone = before.source.id
            self.source_shown.emit("")
            return
        if self._reading.text.id != before.text.id:
            self._show_reading(self._reading)
            return
        self.header.show_source(self._reading.source)
        self._show_counts()
        if self._reading.passages != before.passages:
            self.pane.set_passages(self._reading.passages)

    def choose(self, annotation_id: str | None, *, scroll: bool = False) -> None:
        """Show which annotation is chosen, and bring it into view if wanted."""
        self.pane.shown.chosen = annotation_id
        found = self.annotations.get(annotation_id)
        if scroll and found is not None and found.annotation.span is not None:
            span = found.annotation.span
            self.pane.go_to(*self.pane.positions.units_of(span.start, span.end))
        self.pane.viewport().update()

    def _on_edit_wanted(self) -> None:
        if self.source_id:
            self.edit_source_requested.emit(self.source_id)
