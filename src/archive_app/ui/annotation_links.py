"""The links of the annotation that is edited: the fields of each, and the picker that makes one more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archive_app.core.records import Link
from archive_app.services import events
from archive_app.services.annotating import Annotated
from archive_app.ui.annotation_writer import AnnotationWriter
from archive_app.ui.event_picker import EventPicker
from archive_app.ui.session import Session
from archive_app.ui.text_annotations import text_annotations

if TYPE_CHECKING:  # loaded with the first link that is shown
    from archive_app.ui.link_editor import LinkEditor


class AnnotationLinks(QObject):
    """Keeps one `LinkEditor` for each link, by its id, one below the other in `layout`, and ties the annotation to the
    event that is picked."""

    event_requested = Signal(str)

    def __init__(self, session: Session, writer: AnnotationWriter, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._writer = writer
        self._widget = parent
        self._annotations = text_annotations(session)
        self._shown: Annotated | None = None
        self._drafts: dict[str, dict[str, str]] = {}
        self.editors: dict[str, LinkEditor] = {}
        self.picker = EventPicker()
        self.layout = QVBoxLayout()
        self.layout.setSpacing(8)
        writer.linked.connect(self._on_linked)
        self.picker.chosen.connect(self._link)
        self.picker.new_wanted.connect(self._new_event)
        self._annotations.events_changed.connect(self._on_events_changed)
        self._on_events_changed()

    def show(self, annotated: Annotated | None) -> None:
        """Show the links of an annotation; what is being typed into their fields stays."""
        from archive_app.ui.link_editor import LinkEditor

        self._shown = annotated
        wanted = {link.id: link for link in annotated.links} if annotated else {}
        for link_id in self.editors.keys() - wanted.keys():
            gone = self.editors.pop(link_id)
            self.layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for link_id, link in wanted.items():
            event = self._annotations.events.get(link.event_id)
            if link_id in self.editors:
                self.editors[link_id].show_link(link, event)
                continue
            made = LinkEditor(self._session, link, event)
            made.show_drafts(self._drafts.pop(link_id, {}))
            made.edited.connect(self._writer.save_link)
            made.removed.connect(self._writer.unlink)
            made.event_requested.connect(self.event_requested)
            self.editors[link_id] = made
            self.layout.addWidget(made)

    def offer(self) -> None:
        """Let the person pick an event to tie the annotation to."""
        self._offer_events()
        self.picker.offer()

    def flush(self) -> None:
        """Save now what was typed, and keep what cannot be saved for the next time that the link is shown."""
        for link_id, editor in self.editors.items():
            editor.flush()
            drafts = editor.drafts()
            if drafts:
                self._drafts[link_id] = drafts

    def _on_events_changed(self) -> None:
        self._offer_events()
        if self._shown is not None:
            self.show(self._shown)

    def _offer_events(self) -> None:
        """Offer the events that it is not linked to, the one that was linked last before all others."""
        linked = {link.event_id for link in self._shown.links} if self._shown else set()
        recent = [key for key in events.recent_events(self._session.archive) if key not in linked]
        free = [event for key, event in self._annotations.events.items() if key not in linked]
        self.picker.set_events(free, recent[:1])

    def _link(self, event_id: str) -> None:
        if self._shown is not None:
            self._writer.link(self._shown.annotation.id, event_id)

    def _new_event(self, title: str) -> None:
        """Make an event and tie it to the annotation that is shown now, whatever is chosen later."""
        from archive_app.ui.event_dialog import EventDialog

        if self._shown is not None:
            key = self._shown.annotation.id
            dialog = EventDialog(self._session, None, self._widget.window(), title=title)
            dialog.saved.connect(lambda event: self._writer.link(key, event.id))
            dialog.show()

    def _on_linked(self, link: Link) -> None:
        """What the source says is likely to be written next."""
        if link.id in self.editors:
            self.editors[link.id].when.setFocus(Qt.FocusReason.OtherFocusReason)
