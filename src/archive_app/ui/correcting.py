"""Correcting the text of one reader: the panel for a passage, and the bar that tells what waits for a look."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from archive_app.core.changes import Changes
from archive_app.core.records import Passage
from archive_app.core.translation import _
from archive_app.services import correcting, reviewing
from archive_app.services.sources import Reading
from archive_app.ui.correction_panel import CorrectionPanel
from archive_app.ui.review_bar import ReviewBar
from archive_app.ui.session import Session
from archive_app.ui.typed_corrections import typed_corrections

if TYPE_CHECKING:
    from archive_app.ui.reader_view import ReaderView


class Correcting(QObject):
    """Opens the panel, saves what is typed in it, and keeps it while another source is shown."""

    review_wanted = Signal()

    def __init__(self, reader: "ReaderView", session: Session, bars: QVBoxLayout) -> None:
        super().__init__(reader)
        self._reader = reader
        self._session = session
        self._place: tuple[str, int] | None = None
        """The text and the passage that is being corrected."""
        self._saving: tuple[str, int] | None = None
        """Those of the correction that is on its way."""
        self._source_id = ""
        self._typed = typed_corrections(session)
        self.bar = ReviewBar()
        self.panel = CorrectionPanel()
        bars.addWidget(self.bar)
        bars.addWidget(self.panel)
        self.bar.review_wanted.connect(self.review_wanted)
        self.bar.accept_wanted.connect(self._accept_moved)
        self.panel.save_wanted.connect(self._save)
        self.panel.closed.connect(self._on_closed)
        reader.source_shown.connect(self._on_source_shown)
        session.changed.connect(self._on_changed)

    def open(self, passage: Passage | None = None) -> None:
        """Let the person correct a passage, by default the one with the caret."""
        reading = self._reader.reading
        passage = passage or self._passage_at_caret()
        if reading is None or passage is None or self._session.archive.read_only:
            return
        self.keep_typed()
        at = self._reader.pane.positions.to_point(self._reader.pane.textCursor().position()) - passage.start
        self._show(reading, passage, at if 0 < at < passage.end - passage.start else 0)
        self.panel.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        begins = self._reader.pane.positions.to_units(passage.start)
        self._reader.pane.go_to(begins, begins)

    def _show(self, reading: Reading, passage: Passage, at: int = 0) -> None:
        letters = reading.letters[passage.start : passage.end]
        self._place, self._source_id = (reading.text.id, passage.ordinal), reading.source.id
        title = _("Correct paragraph {number}").format(number=passage.ordinal + 1)
        self.panel.open(title, letters, self._typed.take(self._source_id, letters), at)

    def _passage_at_caret(self) -> Passage | None:
        reading = self._reader.reading
        if reading is None or not reading.passages:
            return None
        at = self._reader.pane.positions.to_point(self._reader.pane.textCursor().position())
        return next((passage for passage in reading.passages if at <= passage.end), reading.passages[-1])

    def _save(self, letters: str) -> None:
        if self._place is not None:
            self._saving = self._place
            self._session.write(
                _("Correcting the text"),
                correcting.correct_passage,
                *self._place,
                letters,
                done=self._on_saved,
                failed=self._on_failed,
            )

    def _on_saved(self, _done: object) -> None:
        if self._place is None or self._place != self._saving:
            return  # the person is elsewhere already
        ordinal = self._place[1]
        self.panel.close_panel()
        reading = self._reader.reading
        if reading is not None and reading.passages:
            passage = reading.passages[min(ordinal, len(reading.passages) - 1)]
            unit = self._reader.pane.positions.to_units(passage.start)
            self._reader.pane.go_to(unit, unit)
        self._take_up_typed()

    def _on_failed(self, error: Exception) -> None:
        if self._place is not None and self._place == self._saving:
            self.panel.refuse(str(error))
        else:
            self._session.refused.emit(str(error))

    def _on_closed(self) -> None:
        self._place = None
        self._typed.take(self._source_id, self.panel.before)
        self._reader.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typed(self) -> None:
        """What was typed for this passage is there again when it is shown or corrected the next time."""
        if self._place is not None and self.panel.is_changed():
            self._typed.keep(self._source_id, self.panel.before, self.panel.typed)

    def _take_up_typed(self) -> None:
        """Show again what was typed and not saved; the keyboard stays where it is."""
        reading = self._reader.reading
        if reading is None or self._place is not None or self._session.archive.read_only:
            return
        kept = self._typed.passages(reading.source.id)
        for passage in reading.passages if kept else ():
            if reading.letters[passage.start : passage.end] in kept:
                self._show(reading, passage)
                return

    def _on_source_shown(self, _source_id: str) -> None:
        if self._place is not None and self._place[0] != self._reader.text_id:
            self.keep_typed()
            self._place = None
            self.panel.hide()
        self._take_up_typed()
        self._show_waiting()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("anchorings", "texts", "annotations"):
            self._show_waiting()

    def _show_waiting(self) -> None:
        source_id = self._reader.source_id
        archive = self._session.archive
        waiting = reviewing.waiting(archive, source_id) if source_id else reviewing.Waiting(0, 0)
        self.bar.show_waiting(waiting, writable=not archive.read_only)

    def _accept_moved(self) -> None:
        source_id = self._reader.source_id
        if source_id:
            self._session.write(_("Accepting what was moved"), reviewing.accept_moved, source_id)
