"""Correcting the text of one reader: the panel for a passage, and the bar that tells what waits for a look."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from archive_app.core.changes import Changes
from archive_app.core.records import Passage
from archive_app.core.translation import _
from archive_app.services import correcting, reviewing
from archive_app.ui.correction_panel import CorrectionPanel
from archive_app.ui.review_bar import ReviewBar
from archive_app.ui.session import Session

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
        self._typed: dict[tuple[str, str], str] = {}
        """What was typed and not saved, by source and by what the passage says, so that another reading has it too."""
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
        self._keep_typed()
        self._place, self._source_id = (reading.text.id, passage.ordinal), reading.source.id
        title = _("Correct paragraph {number}").format(number=passage.ordinal + 1)
        letters = reading.letters[passage.start : passage.end]
        at = self._reader.point_of(self._reader.pane.textCursor().position()) - passage.start
        self.panel.open(
            title,
            letters,
            self._typed.pop((self._source_id, letters), None),
            at if 0 < at < len(letters) else 0,
        )
        begins = self._reader.unit_of(passage.start)
        self._reader.pane.go_to(begins, begins)

    def _passage_at_caret(self) -> Passage | None:
        reading = self._reader.reading
        if reading is None or not reading.passages:
            return None
        at = self._reader.point_of(self._reader.pane.textCursor().position())
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
            unit = self._reader.unit_of(passage.start)
            self._reader.pane.go_to(unit, unit)

    def _on_failed(self, error: Exception) -> None:
        if self._place is not None and self._place == self._saving:
            self.panel.refuse(str(error))
        else:
            self._session.refused.emit(str(error))

    def _on_closed(self) -> None:
        self._place = None
        self._reader.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_typed(self) -> None:
        """What was typed for another passage is there again when that one is corrected."""
        if self._place is not None and self.panel.is_changed():
            self._typed[self._source_id, self.panel.before] = self.panel.typed

    def _on_source_shown(self, _source_id: str) -> None:
        if self._place is not None and self._place[0] != self._reader.text_id:
            self._keep_typed()
            self._place = None
            self.panel.hide()
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
