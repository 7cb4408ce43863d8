"""The page: a text to be read, with its highlights. Positions here are UTF-16 units, as Qt counts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from archive_app.core.records import Passage
from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.highlights import Marks
from archive_app.ui.positions import Positions
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.text_caret import TextCaret
from archive_app.ui.text_geometry import LineEstimate, TextGeometry
from archive_app.ui.text_layout import Outline, TextLayout
from archive_app.ui.text_painting import Shown, TextPainter, selection_colour
from archive_app.ui.text_pointing import TextPointing

_ESTIMATE_AFTER_MS = 60


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
        self.positions = Positions("")
        """Between the places of the stored text and those of what is shown."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self.text_layout = TextLayout(document, self.viewport())
        document.setDocumentLayout(self.text_layout)
        self.places = TextGeometry(self, self.text_layout)
        self.caret = TextCaret(self, self.text_layout)
        self._pointing = TextPointing(self)
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
        self.estimate = LineEstimate(self, self.text_layout)
        self.cursorPositionChanged.connect(self._pointing.follow_caret)
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
        self.estimate.hold()
        self.document().setDefaultFont(look.font())
        self.text_layout.set_look(look)
        self._relayout()

    def set_pictures(self, sizes: dict[int, QSizeF]) -> None:
        """Leave room for pictures in captions, by the ordinals of these."""
        self.estimate.hold()
        self.text_layout.set_pictures(sizes)
        self._relayout()

    def show_text(self, letters: str, passages: Sequence[Passage], positions: Positions) -> None:
        """Show a text from its beginning."""
        self.estimate.let_go()
        self.shown = Shown()
        self.notes = {}
        # Only a line feed may end a line, or positions would not count alike here and in the archive.
        one_to_one = letters.replace("\r", " ")
        self.positions = positions
        self.text_layout.set_outline(Outline(passages, positions))
        self.setPlainText(one_to_one)
        self.text_layout.start_anew()
        self.estimate.start(0)
        self.text_shown.emit()

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Show the same text with passages of other kinds."""
        self.text_layout.set_outline(Outline(passages, self.positions))
        self._relayout()
        self.text_shown.emit()

    def set_marks(self, marks: Marks, notes: dict[str, str]) -> None:
        """Show these annotations; `notes` are for those that have one."""
        self.shown.marks = marks
        self.notes = notes
        self.viewport().update()

    def _relayout(self) -> None:
        self.document().markContentsDirty(0, self.document().characterCount())
        self.estimate.start(0)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines; what is read stays in view."""
        if event.oldSize().width() not in (-1, event.size().width()):
            self.estimate.hold()
        self.text_layout.forget()
        super().resizeEvent(event)
        self.estimate.go_back()
        self.estimate.start(_ESTIMATE_AFTER_MS)

    def go_to(self, start: int, end: int, *, select: bool = False) -> None:
        """Bring a place into view, in the middle unless it is in view already, and put the caret there."""
        self.estimate.let_go()
        self.caret.put(start, end if select else None)
        inner = self.viewport().rect().adjusted(0, 24, 0, -48)
        if not inner.contains(self.cursorRect()):
            self.centerCursor()
        self.viewport().update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        placed = list(self.places.placed_blocks(area))
        selected = self.caret.selected()
        colour = selection_colour(has_focus=self.hasFocus())
        with QPainter(self.viewport()) as painter:
            page = TextPainter(painter, self.text_layout, self.shown)
            for block in placed:
                page.under(block, selected, colour)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            page = TextPainter(painter, self.text_layout, self.shown)
            for block in placed:
                page.over(block)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pointing.press(event.position(), event.button()):
            return
        super().mousePressEvent(self.places.on_line(event))
        if self._pointing.is_third(event.button(), event.timestamp()):
            self.caret.select_passage(self.textCursor().selectionStart())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointing.double_click(event.position(), event.timestamp())
        super().mouseDoubleClickEvent(self.places.on_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self.places.on_line(event))
        if not event.buttons():
            self._pointing.hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointing.follow_caret()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self.places.on_line(event))
        if self._pointing.release(event.position(), event.button()):
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor().position()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._pointing.open_at(before)
            return
        super().keyPressEvent(event)
        self.caret.settle(before)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.settled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._pointing.follow_caret()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._pointing.show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The letters as they stand in the archive: Qt would turn no-break spaces into plain ones."""
        data = super().createMimeDataFromSelection()  # one made here would outlive Python and crash it
        data.text()  # Qt fills it only when it is asked, over whatever was put there before
        data.clear()
        data.setText(self.caret.letters())
        return data
