"""Changing where the chosen highlight stands: by key, and by its knobs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.services import reshaping
from archive_app.services.annotating import Annotated
from archive_app.services.selecting import moved
from archive_app.ui.mark_handles import MarkHandles
from archive_app.ui.session import Session

if TYPE_CHECKING:
    from archive_app.ui.reader_view import ReaderView


class Reshaping(QObject):
    """What the keys for the ends of a highlight do in one reader."""

    def __init__(self, reader: "ReaderView", session: Session) -> None:
        super().__init__(reader)
        self._reader = reader
        self._session = session
        self._wanted: dict[str, Span] = {}
        """Where highlights are to stand whose change is on its way."""
        self._on_way = 0
        self.handles: MarkHandles | None = None
        if not session.archive.read_only:
            self.handles = MarkHandles(reader.pane)
            self.handles.moved.connect(self._on_moved)

    def move_start(self, step: int) -> None:
        """Move the beginning of the chosen highlight by a word, forward (1) or back (-1)."""
        self._move(start=step)

    def move_end(self, step: int) -> None:
        """Move its end by a word."""
        self._move(end=step)

    def split(self) -> None:
        """Make two of the highlight at the caret."""
        at = self._reader.pane.positions.to_point(self._reader.pane.textCursor().position())
        found = self._target()
        if found is not None:
            self._session.write(
                _("Splitting a highlight"),
                reshaping.split,
                found.annotation.id,
                at,
                text_id=self._reader.text_id,
            )

    def join(self) -> None:
        """Join the chosen highlight with the one that touches it, or with the next one."""
        found = self._target()
        if found is not None:
            self._session.write(_("Joining highlights"), reshaping.join_next, found.annotation.id)

    def _move(self, *, start: int = 0, end: int = 0) -> None:
        found, reading = self._target(), self._reader.reading
        if found is None or found.annotation.span is None or reading is None:
            return
        before = self._wanted.get(found.annotation.id, found.annotation.span)
        after = moved(reading, before, start=start, end=end)
        if after != before:
            self._adjust(found.annotation.id, after)
            self._reader.go_to_point(after.start if start else after.end)

    def _on_moved(self, annotation_id: str, first: int, last: int) -> None:
        self._adjust(annotation_id, self._reader.pane.positions.span(first, last))

    def _adjust(self, annotation_id: str, span: Span) -> None:
        self._wanted[annotation_id] = span
        self._on_way += 1
        self._session.write(
            _("Moving the ends of a highlight"),
            reshaping.adjust,
            annotation_id,
            span,
            text_id=self._reader.text_id,
            done=self._on_adjusted,
            failed=self._on_refused,
        )

    def _on_adjusted(self, _found: Annotated) -> None:
        self._on_way -= 1
        if not self._on_way:
            self._wanted.clear()

    def _on_refused(self, error: Exception) -> None:
        self._on_way -= 1
        self._wanted.clear()
        self._session.refused.emit(str(error))

    def _target(self) -> Annotated | None:
        """The chosen annotation, else the shortest one at the caret; the person is told where there is none."""
        found = self._reader.chosen_or_at_caret()
        if found is None:
            self._session.refused.emit(_("Click a highlight first, or put the caret into one."))
        return found
