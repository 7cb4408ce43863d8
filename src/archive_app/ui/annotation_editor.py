"""The chosen annotation, opened for editing: colour, note, tags and links to events. Everything saves itself."""

from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archive_app.core.records import Colour
from archive_app.core.translation import _
from archive_app.services import tagging
from archive_app.services.annotating import Annotated
from archive_app.ui import icons, theme
from archive_app.ui.annotation_cards import paint_card
from archive_app.ui.annotation_links import AnnotationLinks
from archive_app.ui.annotation_writer import AnnotationWriter
from archive_app.ui.labels import colour_label, short
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
        self._links = AnnotationLinks(session, self._writer, self)
        self.links = self._links.editors
        self.picker = self._links.picker
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
        self.colours: dict[Colour, QToolButton] = {}
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
        layout.addLayout(self._links.layout)
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
            button.setIcon(icons.dot(theme.dot(colour), 16))
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
        self.tags.edited.connect(self._save_tags)
        self.recent.pressed.connect(self._toggle)
        self.recent.resized.connect(self.resized)
        self._links.event_requested.connect(self.event_requested)
        theme.state.changed.connect(self._take_up_look)

    def _take_up_look(self) -> None:
        for colour, button in self.colours.items():
            button.setIcon(icons.dot(theme.dot(colour), 16))
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
        self._links.show(annotated)
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
        self._links.show(annotated)
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

    def edit(self, part: str) -> None:
        """Put the caret into "note", "tags" or "event"."""
        fields: dict[str, QWidget] = {"note": self.note, "tags": self.tags.line, "event": self.picker}
        field = fields[part]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if part == "note":
            self.note.moveCursor(QTextCursor.MoveOperation.End)
        elif part == "event":
            self._links.offer()

    def flush(self) -> None:
        """Save now what was typed and is not saved."""
        if self._shown is None:
            return
        self.note.flush()
        if self.tags.line.text().strip():
            self.tags.commit()
        self._links.flush()

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
