"""The chosen annotation, opened for editing: colour, note, tags and links to events. Everything saves itself."""

from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archive_app.core.records import Colour, Link
from archive_app.core.translation import _
from archive_app.services import events, tagging
from archive_app.services.annotating import Annotated
from archive_app.ui import icons, theme
from archive_app.ui.annotation_cards import paint_card
from archive_app.ui.annotation_writer import AnnotationWriter
from archive_app.ui.event_dialog import EventDialog
from archive_app.ui.event_picker import EventPicker
from archive_app.ui.labels import colour_label, short
from archive_app.ui.link_editor import LinkEditor
from archive_app.ui.note_edit import NoteEdit
from archive_app.ui.recent_tags import RecentTagRow, recent_tags
from archive_app.ui.session import Session
from archive_app.ui.tag_edit import TagEdit
from archive_app.ui.text_annotations import text_annotations

_QUOTE = 400


class AnnotationEditor(QFrame):
    """Edits one annotation at a time and writes through the session."""

    resized = Signal()
    place_requested = Signal()
    event_requested = Signal(str)
    left = Signal()
    """The person has pressed Escape."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._annotations = text_annotations(session)
        self._shown: Annotated | None = None
        self._writer = AnnotationWriter(session, self)
        self._link_drafts: dict[str, dict[str, str]] = {}
        self.links: dict[str, LinkEditor] = {}
        self.quote = QLabel()
        self.quote.setTextFormat(Qt.TextFormat.PlainText)
        self.quote.setWordWrap(True)
        self.quote.setFont(theme.reading_font(10.5))
        self.quote.setCursor(Qt.CursorShape.PointingHandCursor)
        self.quote.setToolTip(_("Show it in the text"))
        self.quote.installEventFilter(self)
        self.note = NoteEdit()
        self.note.setPlaceholderText(_("Write a note…"))
        self.note.setAccessibleName(_("Note"))
        self.tags = TagEdit()
        self._recent_tags = recent_tags(session)
        self.recent = RecentTagRow(self._recent_tags)
        self.picker = EventPicker()
        self.colours: dict[Colour, QToolButton] = {}
        self._links = QVBoxLayout()
        self._links.setSpacing(8)
        self._build()
        self._connect()
        self.setEnabled(not session.archive.read_only)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 12, 14)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self.quote)
        layout.addWidget(self.note)
        layout.addWidget(self.tags)
        layout.addWidget(self.recent)
        layout.addLayout(self._links)
        layout.addWidget(self.picker)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for number, colour in enumerate(Colour, start=1):
            button = QToolButton()
            button.setCheckable(True)
            button.setIconSize(QSize(16, 16))
            button.setAccessibleName(colour_label(colour))
            button.setToolTip(
                _("{colour} (Ctrl+{number})").format(colour=colour_label(colour), number=number)
            )
            button.clicked.connect(lambda _checked=False, chosen=colour: self._recolour(chosen))
            self.colours[colour] = button
            row.addWidget(button)
        row.addStretch(1)
        delete = QToolButton()
        delete.setIconSize(QSize(16, 16))
        icons.put(delete, "trash")
        delete.setToolTip(_("Delete this annotation (Delete)"))
        delete.setAccessibleName(_("Delete this annotation"))
        delete.clicked.connect(self.delete)
        row.addWidget(delete)
        return row

    def _connect(self) -> None:
        self.note.wanted.connect(self._save_note)
        self.note.resized.connect(self.resized)
        self._writer.note_saved.connect(self._on_note_saved)
        self._writer.note_kept.connect(self._on_note_kept)
        self._writer.tags_settled.connect(self._on_tags_settled)
        self._writer.linked.connect(self._on_linked)
        self.tags.edited.connect(self._save_tags)
        self.recent.pressed.connect(self._toggle)
        self.recent.resized.connect(self.resized)
        self.picker.chosen.connect(self._link)
        self.picker.new_wanted.connect(self._new_event)
        self._annotations.events_changed.connect(self._on_events_changed)
        theme.state.changed.connect(self._take_up_look)
        self._colour_dots()
        self._on_events_changed()

    def _colour_dots(self) -> None:
        for colour, button in self.colours.items():
            button.setIcon(icons.dot(theme.dot(colour), 16))

    def _take_up_look(self) -> None:
        self._colour_dots()
        icons.refresh(self)
        self.update()

    # What is shown

    @property
    def annotation_id(self) -> str | None:
        """The annotation that is edited."""
        return self._shown.annotation.id if self._shown else None

    def show_annotation(self, annotated: Annotated | None) -> None:
        """Edit another annotation, or none; what was typed is saved first."""
        if annotated is not None and annotated.annotation.id == self.annotation_id:
            self.take_up(annotated)
            return
        self.flush()
        self._shown = annotated
        self._show_links()
        if annotated is None:
            return
        one = annotated.annotation
        self.note.show_note(one.note, self._writer.drafts.get(one.id))
        self.tags.line.clear()
        self.picker.clear()
        self._show_rest(annotated)

    def take_up(self, annotated: Annotated) -> None:
        """The annotation was changed: show what is new without disturbing the person who writes."""
        self._shown = annotated
        self.note.take_up(annotated.annotation.note)
        self._show_links()
        self._show_rest(annotated)

    def _show_rest(self, annotated: Annotated) -> None:
        quote = annotated.annotation.quote
        self.quote.setText(f"„{short(quote, _QUOTE)}“" if quote else "")
        self.quote.setVisible(bool(quote))
        for colour, button in self.colours.items():
            button.setChecked(annotated.annotation.colour is colour)
        self.tags.set_known(tagging.known_paths(self._session.archive))
        self.recent.show_carried(frozenset(tag.id for tag in annotated.tags))
        if not self._writer.is_saving_tags(annotated.annotation.id):
            self.tags.set_names(annotated.tag_names)
        self.update()
        self.resized.emit()

    def _show_links(self) -> None:
        wanted = {link.id: link for link in self._shown.links} if self._shown else {}
        for link_id in self.links.keys() - wanted.keys():
            gone = self.links.pop(link_id)
            self._links.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for link_id, link in wanted.items():
            event = self._annotations.events.get(link.event_id)
            if link_id in self.links:
                self.links[link_id].show_link(link, event)
                continue
            made = LinkEditor(self._session, link, event)
            made.show_drafts(self._link_drafts.pop(link_id, {}))
            made.edited.connect(self._writer.save_link)
            made.removed.connect(self._writer.unlink)
            made.event_requested.connect(self.event_requested)
            self.links[link_id] = made
            self._links.addWidget(made)

    def _on_events_changed(self) -> None:
        self._offer_events()
        if self._shown is not None:
            self._show_links()

    def _offer_events(self) -> None:
        """Offer the events that it is not linked to, the one that was linked last before all others."""
        linked = {link.event_id for link in self._shown.links} if self._shown else set()
        recent = [key for key in events.recent_events(self._session.archive) if key not in linked]
        free = [event for key, event in self._annotations.events.items() if key not in linked]
        self.picker.set_events(free, recent[:1])

    def edit(self, part: str) -> None:
        """Put the caret into "note", "tags" or "event"."""
        fields: dict[str, QWidget] = {"note": self.note, "tags": self.tags.line, "event": self.picker}
        field = fields[part]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if part == "note":
            self.note.moveCursor(QTextCursor.MoveOperation.End)
        elif part == "event":
            self._offer_events()
            self.picker.offer()

    def flush(self) -> None:
        """Save now what was typed and is not saved."""
        if self._shown is None:
            return
        self.note.flush()
        if self.tags.line.text().strip():
            self.tags.commit()
        for link_id, editor in self.links.items():
            editor.flush()
            drafts = editor.drafts()
            if drafts:
                self._link_drafts[link_id] = drafts

    # Saving

    def _save_note(self, note: str) -> None:
        if self.annotation_id:
            self._writer.save_note(self.annotation_id, note)

    def _on_note_saved(self, found: Annotated) -> None:
        if found.annotation.id == self.annotation_id:
            self.note.saved()
            self.note.take_up(found.annotation.note)

    def _on_note_kept(self, annotation_id: str) -> None:
        if annotation_id == self.annotation_id:
            self.note.saved()

    def _save_tags(self, names: list[str]) -> None:
        if self.annotation_id:
            self._writer.save_tags(self.annotation_id, names)

    def _toggle(self, number: int) -> None:
        one = self._recent_tags.get(number)
        if one is not None and self.annotation_id:
            self._writer.toggle(self.annotation_id, one.tag.id)

    def _on_tags_settled(self, annotation_id: str) -> None:
        found = self._annotations.get(annotation_id) or self._shown
        if found is not None and annotation_id == self.annotation_id:
            self.tags.set_names(found.tag_names)

    def _recolour(self, colour: Colour) -> None:
        for other, button in self.colours.items():
            button.setChecked(other is colour)
        if self.annotation_id:
            self._writer.recolour(self.annotation_id, colour)

    def delete(self) -> None:
        """Delete the annotation; undo brings it back."""
        if self.annotation_id:
            self.flush()
            self._writer.delete(self.annotation_id)

    def _link(self, event_id: str) -> None:
        if self.annotation_id:
            self._writer.link(self.annotation_id, event_id)

    def _new_event(self, title: str) -> None:
        """Make an event and tie it to the annotation that is shown now, whatever is chosen later."""
        key = self.annotation_id
        if key is not None:
            dialog = EventDialog(self._session, None, self.window(), title=title)
            dialog.saved.connect(lambda event: self._writer.link(key, event.id))
            dialog.show()

    def _on_linked(self, link: Link) -> None:
        """What the source says is likely to be written next."""
        if link.id in self.links:
            self.links[link.id].when.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys and size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.tags.line.clear()
            self.picker.clear()
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if watched is self.quote and event.type() == QEvent.Type.MouseButtonRelease:
            self.place_requested.emit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                paint_card(painter, card, self._shown, theme.colour("field"), theme.colour("accent"))

    def height_for(self, width: int) -> int:
        """How high it has to be at a width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return max(layout.heightForWidth(width), layout.minimumSize().height())
