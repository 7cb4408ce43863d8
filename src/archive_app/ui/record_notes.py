"""The notes on a whole source, photo or event: cards, of which one is opened for editing where it stands."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from archive_app.core.changes import Changes
from archive_app.core.records import Event, Photo, Source
from archive_app.core.translation import _
from archive_app.services import annotating
from archive_app.services.annotating import Annotated
from archive_app.ui import icons
from archive_app.ui.annotation_editor import AnnotationEditor
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session

Record = Source | Photo | Event
_TOUCHED = ("annotations", "annotation_tags", "tags", "links", "events")


class RecordNotes(QWidget):
    """Keeps up with every change; what is being written stays. `event_requested` carries the id of an event."""

    event_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: Record | None = None
        self._rows: list[Annotated] = []
        self._cards: dict[str, NoteCard] = {}
        self._typed: dict[str, tuple[Record, str]] = {}
        """What stands in the line for a new note on records that were left, by their ids."""
        self.editor: AnnotationEditor | None = None
        """Made when it is first needed."""
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Add a note and press Enter"))
        self.line.returnPressed.connect(self._add)
        if session.archive.read_only:
            self.line.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._column)
        layout.addWidget(self.line)
        session.changed.connect(self._on_changed)

    @property
    def cards(self) -> list["NoteCard"]:
        """The notes that are shown, in their order."""
        return [self._cards[row.annotation.id] for row in self._rows]

    @property
    def opened(self) -> str | None:
        """The annotation that is opened for editing."""
        return self.editor.annotation_id if self.editor is not None else None

    def show_record(self, record: Record | None) -> None:
        """Show the notes on a record, or none.

        What was typed in a note on the one before is saved; what stands in the line is there again with that record.
        """
        if record is not None and self._record is not None and record.id == self._record.id:
            self._record = record
            self._load()
            return
        self.close_editor()
        if self._record is not None:
            self._typed[self._record.id] = self._record, self.line.text()
        kept = self._typed.pop(record.id, None) if record is not None else None
        self.line.setText(kept[1] if kept else "")
        self._record = record
        self._load()

    def _load(self) -> None:
        found = (
            annotating.annotations_of_record(self._session.archive, self._record.id) if self._record else []
        )
        if found == self._rows and len(self._cards) == len(found):
            return
        self._rows = found
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = {}
        for place, row in enumerate(found):
            card = NoteCard(row, read_only=self._session.archive.read_only)
            card.opened.connect(self.open)
            card.deleted.connect(self._delete)
            self._cards[row.annotation.id] = card
            self._column.insertWidget(place, card)
        self._order_tabs()
        opened = next((row for row in found if row.annotation.id == self.opened), None)
        if opened is not None and self.editor is not None:
            self.editor.take_up(opened)
            self._put_editor(opened.annotation.id)
        else:
            self.close_editor()

    def _order_tabs(self) -> None:
        """The keyboard goes from note to note, and then to the line for a new one."""
        chain = [part for card in self.cards for part in (card, card.delete_button)]
        for one, other in pairwise([*chain, self.line]):
            QWidget.setTabOrder(one, other)

    def open(self, annotation_id: str) -> None:
        """Open a note for editing and put the caret into it."""
        row = next((row for row in self._rows if row.annotation.id == annotation_id), None)
        if row is None:
            return
        if self.editor is None:
            self.editor = AnnotationEditor(self._session, self)
            self.editor.left.connect(self._on_left)
            self.editor.event_requested.connect(self.event_requested)
        if self.opened in self._cards:
            self._cards[self.opened or ""].show()
        self.editor.show_annotation(row)
        self._put_editor(annotation_id)
        self.editor.edit("note")

    def _put_editor(self, annotation_id: str) -> None:
        """Show the editor in the place of a card."""
        assert self.editor is not None
        card = self._cards[annotation_id]
        card.hide()
        place = self._column.indexOf(card)
        if self._column.indexOf(self.editor) != place + 1:
            self._column.removeWidget(self.editor)
            self._column.insertWidget(self._column.indexOf(card) + 1, self.editor)
        self.editor.show()

    def close_editor(self) -> None:
        """Save what was typed and show the card again."""
        if self.editor is None:
            return
        key = self.opened
        self.editor.show_annotation(None)
        self.editor.hide()
        if key in self._cards:
            self._cards[key].show()

    def flush(self) -> None:
        """Save now what was typed."""
        if self.editor is not None:
            self.editor.flush()

    def finish(self) -> None:
        """Save all that was typed, also new notes that Enter was not pressed behind: the archive is being closed."""
        self.flush()
        self._add()
        for record, note in self._typed.values():
            self._write(record, note.strip())
        self._typed.clear()

    def focus_line(self) -> None:
        """Let the person write a new note."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_left(self) -> None:
        card = self._cards.get(self.opened or "")
        self.close_editor()
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if self._record is not None:
            self._write(self._record, self.line.text().strip())
            self.line.clear()

    def _write(self, record: Record, note: str) -> None:
        if note and not self._session.archive.read_only:
            self._session.write(
                _("Adding a note"),
                annotating.annotate_record,
                record,
                note=note,
                failed=partial(self._on_not_added, record, note),
                owner=self,
            )

    def _on_not_added(self, record: Record, note: str, error: Exception) -> None:
        """Give back what could not be saved, unless something else was typed since."""
        if self._record is None or self._record.id != record.id:
            if not self._typed.get(record.id, (record, ""))[1]:
                self._typed[record.id] = record, note
        elif not self.line.text():
            self.line.setText(note)
        self._session.refused.emit(str(error))

    def _delete(self, annotation_id: str) -> None:
        self._session.write(_("Deleting a note"), annotating.remove_annotation, annotation_id)

    def _on_changed(self, changes: Changes) -> None:
        if self._record is not None and changes.touches(*_TOUCHED):
            self._load()


class NoteCard(QFrame):
    """A note with its tags; Enter or a click opens it, Delete deletes it."""

    opened = Signal(str)
    deleted = Signal(str)

    def __init__(self, row: Annotated, *, read_only: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self._id = row.annotation.id
        self._read_only = read_only
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(row.annotation.note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.note = plain_label(row.annotation.note, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.note)
        if row.tag_paths:
            tags = plain_label("  ·  ".join(row.tag_paths), wrap=True)
            tags.setObjectName("muted")
            words.addWidget(tags)
        self.delete_button = QToolButton()
        icons.put(self.delete_button, "trash")
        self.delete_button.setIconSize(QSize(16, 16))
        self.delete_button.setToolTip(_("Delete this note"))
        self.delete_button.setAccessibleName(_("Delete this note"))
        if read_only:
            self.delete_button.hide()
        self.delete_button.clicked.connect(lambda: self.deleted.emit(self._id))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.addLayout(words, 1)
        layout.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self._read_only:
            self.opened.emit(self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._read_only:
            self.opened.emit(self._id)
        elif event.key() == Qt.Key.Key_Delete and not self._read_only:
            self.deleted.emit(self._id)
        else:
            super().keyPressEvent(event)
