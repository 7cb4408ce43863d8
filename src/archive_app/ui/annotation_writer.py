"""Writes what a person changes about annotations, and keeps what could not be written."""

from collections import deque
from typing import Any

from PySide6.QtCore import QObject, Signal

from archive_app.core.records import Colour, Link
from archive_app.core.translation import _
from archive_app.services import annotating, events, tagging
from archive_app.services.annotating import Annotated
from archive_app.ui.session import Session


class AnnotationWriter(QObject):
    """All calls return at once. `note_saved` carries the annotation with its new note, `note_kept` the id of one whose
    note could not be saved and is in `drafts`; `linked` the new link."""

    note_saved = Signal(object)
    note_kept = Signal(str)
    linked = Signal(object)
    tags_settled = Signal(str)
    """All tags of this annotation that were on their way are in the archive, or refused."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.drafts: dict[str, str] = {}
        """Notes that could not be saved, by annotation."""
        self._saving: deque[tuple[str, str]] = deque()
        """Annotations and notes that are on their way, in the order in which the answers come."""
        self._saving_tags: deque[str] = deque()

    def save_note(self, annotation_id: str, note: str) -> None:
        """Write a note."""
        self._saving.append((annotation_id, note))
        self._session.write(
            _("Saving a note"),
            annotating.edit_annotation,
            annotation_id,
            note=note,
            done=self._on_note_saved,
            failed=self._on_note_refused,
        )

    def _on_note_saved(self, found: Annotated) -> None:
        annotation_id, _note = self._saving.popleft()
        self.drafts.pop(annotation_id, None)
        self.note_saved.emit(found)

    def _on_note_refused(self, error: Exception) -> None:
        annotation_id, note = self._saving.popleft()
        self.drafts[annotation_id] = note
        self.note_kept.emit(annotation_id)
        self._session.refused.emit(str(error))

    def save_tags(self, annotation_id: str, names: list[str]) -> None:
        """Write all tags of an annotation."""
        self._saving_tags.append(annotation_id)
        self._session.write(
            _("Saving tags"),
            annotating.edit_annotation,
            annotation_id,
            tags=names,
            done=self._on_tags_saved,
            failed=self._on_tags_refused,
        )

    def toggle(self, annotation_id: str, tag_id: str) -> None:
        """Put a tag on an annotation, or take it off."""
        self._saving_tags.append(annotation_id)
        self._session.write(
            _("Saving tags"),
            tagging.toggle_tag,
            annotation_id,
            tag_id,
            done=self._on_tags_saved,
            failed=self._on_tags_refused,
        )

    def is_saving_tags(self, annotation_id: str) -> bool:
        """Whether tags of this annotation are on their way, so that what the archive has is not the last word."""
        return annotation_id in self._saving_tags

    def _on_tags_saved(self, _found: Annotated) -> None:
        annotation_id = self._saving_tags.popleft()
        if not self.is_saving_tags(annotation_id):
            self.tags_settled.emit(annotation_id)

    def _on_tags_refused(self, error: Exception) -> None:
        self.tags_settled.emit(self._saving_tags.popleft())
        self._session.refused.emit(str(error))

    def recolour(self, annotation_id: str, colour: Colour) -> None:
        """Give an annotation another colour."""
        self._session.write(
            _("Changing the colour"), annotating.edit_annotation, annotation_id, colour=colour
        )

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; undo brings it back."""
        self._session.write(_("Deleting an annotation"), annotating.remove_annotation, annotation_id)

    def link(self, annotation_id: str, event_id: str) -> None:
        """Tie an annotation to an event."""
        self._session.write(
            _("Tying to an event"), events.link, annotation_id, event_id, done=self._on_linked
        )

    def _on_linked(self, link: Link) -> None:
        self.linked.emit(link)

    def save_link(self, link_id: str, values: dict[str, Any]) -> None:
        """Write what the source says about the event."""
        self._session.write(_("Saving what the source says"), events.edit_link, link_id, **values)

    def unlink(self, link_id: str) -> None:
        """Remove a link; annotation and event stay."""
        self._session.write(_("Removing a link"), events.unlink, link_id)
