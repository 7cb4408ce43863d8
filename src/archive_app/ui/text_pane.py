"""The page: a text to be read, with its highlights. Positions here are UTF-16 units, as Qt counts."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QToolTip, QWidget

from archive_app.core.records import Passage, PassageKind
from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.highlights import Marks
from archive_app.ui.positions import Positions
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.text_geometry import LineEstimate, TextGeometry
from archive_app.ui.text_layout import Outline, Piece, TextLayout
from archive_app.ui.text_painting import Shown, TextPainter

_ESTIMATE_AFTER_MS = 60
_MOST_CUT_OFF = 3
"""Lines."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_MOVE = QTextCursor.MoveMode.MoveAnchor


class TextPane(QPlainTextEdit):
    """Shows a text, formatting only the paragraphs in view."""

    mark_clicked = Signal(str)
    plain_clicked = Signal()
    photo_clicked = Signal(int)
    """The ordinal of the caption."""
    settled = Signal()
    """The person has finished selecting, by mouse or by key."""
    zoomed = Signal(int)
    text_shown = Signal()
    """Another text is shown, or the same one with other passages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self.notes: dict[str, str] = {}
        self._outline = Outline((), Positions(""))
        self._pressed_at: QPointF | None = None
        self._double_clicked_at = -1_000_000
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self.text_layout = TextLayout(document, self.viewport())
        document.setDocumentLayout(self.text_layout)
        self.places = TextGeometry(self, self.text_layout)
        self.setDocument(document)
        self.setWordWrapMode(
            QTextOption.WrapMode.WrapAnywhere
        )  # so that it takes no time over long words there
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(_("Text of the source"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._estimate = LineEstimate(self, self.text_layout)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.take_up_look()

    def take_up_look(self) -> None:
        """Use the colours of the look that is shown."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.colour("paper"))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # under a style sheet it does not take the new one over by itself
        self.set_look(self.text_layout.look)

    def set_look(self, look: ReadingLook) -> None:
        """Set how the text looks; the place in view stays."""
        self._estimate.hold()
        self.document().setDefaultFont(look.font())
        self.text_layout.set_look(look)
        self._relayout()

    def keep_top(self) -> None:
        """Keep what is at the top of the view there while the lines above it are counted."""
        self._estimate.hold()

    def set_pictures(self, sizes: dict[int, QSizeF]) -> None:
        """Leave room for pictures in captions, by the ordinals of these."""
        self._estimate.hold()
        self.text_layout.set_pictures(sizes)
        self._relayout()

    def show_text(self, letters: str, passages: Sequence[Passage], positions: Positions) -> None:
        """Show a text from its beginning."""
        self._estimate.let_go()
        self.shown = Shown()
        self.notes = {}
        # Only a line feed may end a line, or positions would not count alike here and in the archive.
        one_to_one = letters.replace("\r", " ")
        self._outline = Outline(passages, positions)
        self.text_layout.set_outline(self._outline)
        self.setPlainText(one_to_one)
        self.text_layout.start_anew()
        self._estimate.start(0)
        self.text_shown.emit()

    def set_passages(self, passages: Sequence[Passage], positions: Positions) -> None:
        """Show the same text with passages of other kinds."""
        self._outline = Outline(passages, positions)
        self.text_layout.set_outline(self._outline)
        self._relayout()
        self.text_shown.emit()

    def set_marks(self, marks: Marks, notes: dict[str, str]) -> None:
        """Show these annotations; `notes` are for those that have one."""
        self.shown.marks = marks
        self.notes = notes
        self.viewport().update()

    def _relayout(self) -> None:
        self.document().markContentsDirty(0, self.document().characterCount())
        self._estimate.start(0)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines; what is read stays in view."""
        if event.oldSize().width() not in (-1, event.size().width()):
            self._estimate.hold()
        self.text_layout.forget()
        super().resizeEvent(event)
        self._estimate.go_back()
        self._estimate.start(_ESTIMATE_AFTER_MS)

    def piece_at(self, unit: int) -> Piece | None:
        """The passage at a unit."""
        return self.text_layout.piece_of(self.document().findBlock(unit))

    def selected(self) -> tuple[int, int] | None:
        """What is selected."""
        cursor = self.textCursor()
        return (cursor.selectionStart(), cursor.selectionEnd()) if cursor.hasSelection() else None

    def go_to(self, start: int, end: int, *, select: bool = False) -> None:
        """Bring a place into view, in the middle unless it is in view already, and put the caret there."""
        self._estimate.let_go()
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        if select:
            cursor.setPosition(min(end, last), _KEEP)
        self.setTextCursor(cursor)
        inner = self.viewport().rect().adjusted(0, 24, 0, -48)
        if not inner.contains(self.cursorRect()):
            self.centerCursor()
        self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        placed = list(self.places.placed_blocks(area))
        selected = self.selected()
        colour = self._selection_colour()
        with QPainter(self.viewport()) as painter:
            page = TextPainter(painter, self.text_layout, self.shown)
            for block in placed:
                page.under(block, selected, colour)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            page = TextPainter(painter, self.text_layout, self.shown)
            for block in placed:
                page.over(block)

    def _selection_colour(self) -> QColor:
        colour = theme.colour("accent")
        colour.setAlphaF(0.30 if self.hasFocus() else 0.20)
        return colour

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        caption = self.places.caption_at(event.position())
        if caption is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self.photo_clicked.emit(caption)
            return
        super().mousePressEvent(self.places.on_line(event))
        interval = QApplication.doubleClickInterval()
        if (
            event.button() == Qt.MouseButton.LeftButton
            and event.timestamp() - self._double_clicked_at < interval
        ):
            self.select_passage(self.textCursor().selectionStart())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._double_clicked_at = event.timestamp()
        self._pressed_at = event.position()
        super().mouseDoubleClickEvent(self.places.on_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self.places.on_line(event))
        if not event.buttons():
            marks = self.places.marks_at(self.shown.marks, event.position())
            self._point_at(marks[0].id if marks else self._at_caret())
            on_sign = self.places.caption_at(event.position()) is not None or (
                bool(marks) and self.places.is_beside_text(event.position())
            )
            shape = Qt.CursorShape.PointingHandCursor if on_sign else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(self._at_caret())

    def _on_caret_moved(self) -> None:
        self._point_at(self._at_caret())

    def _at_caret(self) -> str | None:
        """The shortest mark at the caret, while the person uses the keyboard here."""
        if not self.hasFocus() or self.textCursor().hasSelection():
            return None
        marks = self.shown.marks.at(self.textCursor().position())
        return marks[0].id if marks else None

    def _point_at(self, mark_id: str | None) -> None:
        """Show how far a mark goes, and that it is told from those it overlaps."""
        if mark_id != self.shown.pointed:
            self.shown.pointed = mark_id
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self.places.on_line(event))
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        moved = (event.position() - pressed).manhattanLength() >= QApplication.startDragDistance()
        if not moved and not self.textCursor().hasSelection():
            self._click(event.position())
        self.settled.emit()

    def _click(self, point: QPointF) -> None:
        """Choose the mark under a point; a further click on overlapping ones takes the next."""
        marks = self.places.marks_at(self.shown.marks, point)
        if not marks:
            self.plain_clicked.emit()
            return
        ids = [mark.id for mark in marks]
        place = ids.index(self.shown.chosen) + 1 if self.shown.chosen in ids else 0
        self.mark_clicked.emit(ids[place % len(ids)])

    def select_passage(self, unit: int) -> None:
        """Select the whole passage at a unit."""
        index = self._outline.index_at(unit)
        if index < 0:
            return
        cursor = self.textCursor()
        cursor.setPosition(self._outline.starts[index])
        cursor.setPosition(self._outline.ends[index], _KEEP)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor().position()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open_at_caret(before)
            return
        super().keyPressEvent(event)
        cursor = self.textCursor()
        if not cursor.block().isVisible():
            self._leave_blank(cursor, forward=cursor.position() >= before)
        if self.textCursor().position() != before:
            self._show_caret()

    def _show_caret(self) -> None:
        """Scroll on where the caret is cut off at the bottom: Qt does not know how far apart the lines are."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        for _line in range(_MOST_CUT_OFF):
            if room <= self.cursorRect().bottom() < room + _MOST_CUT_OFF * self.cursorRect().height():
                bar.setValue(bar.value() + 1)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.settled.emit()

    def _leave_blank(self, cursor: QTextCursor, forward: bool) -> None:
        """The caret never stays in a blank line, which is not shown; at the ends of the text it turns round."""
        for onward in (forward, not forward):
            block = cursor.block()
            while block.isValid() and not block.isVisible():
                block = block.next() if onward else block.previous()
            if block.isValid():
                mode = _KEEP if cursor.anchor() != cursor.position() else _MOVE
                cursor.setPosition(block.position() + (0 if onward else block.length() - 1), mode)
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
                return

    def _open_at_caret(self, unit: int) -> None:
        """What a click does, by key: choose the annotation at the caret, or open the photo of a caption."""
        marks = self.shown.marks.at(unit)
        piece = self.piece_at(unit)
        if marks:
            ids = [mark.id for mark in marks]
            place = ids.index(self.shown.chosen) + 1 if self.shown.chosen in ids else 0
            self.mark_clicked.emit(ids[place % len(ids)])
        elif piece and piece.passage.kind is PassageKind.CAPTION:
            self.photo_clicked.emit(piece.passage.ordinal)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._point_at(self._at_caret())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _show_tip(self, at: QPoint, where: QPoint) -> None:
        point = QPointF(at)
        if self.places.caption_at(point) is not None:
            QToolTip.showText(where, _("Open the photo"), self.viewport())
            return
        notes = [
            self.notes[mark.id]
            for mark in self.places.marks_at(self.shown.marks, point)
            if self.notes.get(mark.id)
        ]
        if notes:
            lines = [escape(note).replace("\n", "<br>") for note in notes]
            QToolTip.showText(where, "".join(f"<p>{line}</p>" for line in lines), self.viewport())
        else:
            QToolTip.hideText()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The letters as they stand in the archive: Qt would turn no-break spaces into plain ones."""
        data = super().createMimeDataFromSelection()  # one made here would outlive Python and crash it
        data.text()  # Qt fills it only when it is asked, over whatever was put there before
        data.clear()
        data.setText(self.selected_letters())
        return data

    def selected_letters(self) -> str:
        """The letters that are selected."""
        return self.textCursor().selectedText().replace("\u2029", "\n")
