"""The list of annotations, in which the chosen one is opened for editing where it stands."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, QTimerEvent, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from archive_app.core.translation import _
from archive_app.services.annotating import Annotated
from archive_app.ui import theme
from archive_app.ui.annotation_cards import AnnotationModel, CardDelegate
from archive_app.ui.annotation_editor import AnnotationEditor
from archive_app.ui.card_measuring import CardMeasuring
from archive_app.ui.session import Session
from archive_app.ui.text_annotations import text_annotations

_MARGIN = 8
_MANY = 1_000
"""So many new cards are placed in portions."""
_PORTION = 300


@dataclass(frozen=True, slots=True)
class _Awaited:
    """An annotation that is to be opened as soon as its card is there, and the part that is to be edited."""

    id: str
    scroll: bool
    part: str = ""


class AnnotationList(QListView):
    """Cards; there is one editor, which lies over the row of the chosen one and moves with it."""

    chosen = Signal(str)
    """The person has chosen an annotation here, or none any more ("")."""
    left = Signal()
    """The person has pressed Escape and wants to go on reading."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._annotations = text_annotations(session)
        self.cards = AnnotationModel(self)
        self._delegate = CardDelegate(
            self, self.cards, lambda event_id: self._annotations.events.get(event_id)
        )
        self._measuring = CardMeasuring(self._delegate, self)
        self._measuring.measured.connect(self._take_rows)
        self._awaited: _Awaited | None = None
        """What was chosen before its card was there."""
        self._current: str | None = None
        self._scrolls = False
        """Whether the chosen card is to be brought into view."""
        self._came_by_list = False
        """Whether the person went into the editor from this list, and goes back to it."""
        self._fitted: tuple[str | None, int, int] = (None, 0, 0)
        self.setAccessibleName(_("Annotations of the text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setBatchSize(_PORTION)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.editor = AnnotationEditor(session, self.viewport())
        self.editor.hide()
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        self.editor.resized.connect(self._fitting.start)
        self.editor.left.connect(self._on_editor_left)
        self.clicked.connect(self._on_clicked)
        self._annotations.events_changed.connect(self._delegate.forget)
        theme.state.changed.connect(self.viewport().update)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def current(self) -> str | None:
        """The annotation that is opened."""
        return self._current

    @property
    def wanted(self) -> str | None:
        """The annotation that is opened, or will be as soon as its card is there."""
        return self._awaited.id if self._awaited is not None else self._current

    def show_rows(self, rows: list[Annotated]) -> None:
        """Show these annotations; the chosen one stays chosen if it is among them.

        Of thousands that are new the heights are worked out first, in portions, so that the window goes on.
        """
        self._delegate.set_width(self.viewport().width())
        self._measuring.begin(rows)

    def _take_rows(self, rows: list[Annotated]) -> None:
        if abs(len(rows) - len(self.cards.rows)) > _MANY:
            self.setLayoutMode(QListView.LayoutMode.Batched)
        self.cards.show(rows)
        awaited = self._awaited
        if awaited is not None and self.cards.row_of(awaited.id) >= 0:
            self.choose(awaited.id, scroll=awaited.scroll)
            if awaited.part:
                self.go_into(awaited.part)
            return
        row = self.cards.row_of(self._current)
        if row < 0:
            self._open(None)
        else:
            self.editor.take_up(self.cards.rows[row])
            self.setCurrentIndex(self.cards.index(row))
            self._fitting.start()

    def choose(self, annotation_id: str | None, *, scroll: bool = True) -> None:
        """Open an annotation, without telling anybody."""
        row = self.cards.row_of(annotation_id)
        self._awaited = _Awaited(annotation_id, scroll) if annotation_id and row < 0 else None
        if annotation_id == self._current and row >= 0:
            return
        self._scrolls = scroll
        self._open(self.cards.rows[row] if row >= 0 else None)

    def go_into(self, part: str) -> None:
        """Put the caret into a part of the editor."""
        self._came_by_list = False
        if self._awaited is not None:
            self._awaited = replace(self._awaited, part=part)
            return
        if self._fitting.isActive():
            self._fit()
        self.editor.edit(part)

    def _is_writing(self) -> bool:
        """Whether the keyboard is in the editor."""
        focused = QApplication.focusWidget()
        return focused is not None and self.editor.isAncestorOf(focused)

    def _on_editor_left(self) -> None:
        if self._came_by_list:
            self._came_by_list = False
            self.setFocus()
        else:
            self.left.emit()

    def _open(self, annotated: Annotated | None) -> None:
        self.editor.show_annotation(annotated)
        self._current = annotated.annotation.id if annotated else None
        self._delegate.edited = self._current
        if annotated is None or not self._is_writing():
            self.editor.hide()  # until it has its place
        # Laying out thousands of cards takes a while: the text shows first what was done to it.
        self._fitting.start()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose_row(index.row())

    def _choose_row(self, row: int) -> None:
        annotated = self.cards.rows[row]
        self.choose(annotated.annotation.id)
        self.chosen.emit(annotated.annotation.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_writing():
            event.ignore()  # what a field of the editor leaves over is not meant for the list
            return
        row = self.cards.row_of(self._current)
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.cards.rows:
            step = 1 if key == Qt.Key.Key_Down else -1
            target = max(0, min(len(self.cards.rows) - 1, row + step))
            self._choose_row(target)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.go_into("note")
            self._came_by_list = True
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Delete and row >= 0:
            self.editor.delete()
        else:
            super().keyPressEvent(event)

    # The editor lies over its row

    def _fit(self) -> None:
        """Give the row of the editor the room that the editor needs, and put the editor there."""
        self._fitting.stop()
        self._delegate.set_width(self.viewport().width())
        height = self.editor.height_for(self._editor_width()) if self._current else 0
        if self._fitted != (self._current, height, self.viewport().width()):
            self._fitted = (self._current, height, self.viewport().width())
            self._delegate.edited_height = height
            if self._current:
                self.setLayoutMode(QListView.LayoutMode.SinglePass)  # its place must be known now
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
        row = self.cards.row_of(self._current)
        index = self.cards.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if self._scrolls and index.isValid():
            self.scrollTo(index)
        self._scrolls = False
        self._place()
        self.editor.setVisible(index.isValid())
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring the field that has the keyboard into view."""
        if new is None or not self.editor.isAncestorOf(new):
            return
        top = new.mapTo(self.viewport(), QPoint()).y()
        below = top + new.height() + _MARGIN - self.viewport().height()
        step = min(top, max(0, below)) if top >= 0 else top - _MARGIN
        if step:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)

    def _editor_width(self) -> int:
        return max(120, self.viewport().width() - 2 * _MARGIN)

    def _place(self) -> None:
        row = self.cards.row_of(self._current)
        if row < 0:
            return
        area = self.visualRect(self.cards.index(row))
        self.editor.setGeometry(
            QRect(_MARGIN, area.top(), self._editor_width(), self._delegate.edited_height)
        )

    def timerEvent(self, event: QTimerEvent) -> None:
        """Once thousands of cards have their places, all are placed at once again: they keep their places meanwhile."""
        super().timerEvent(event)
        if self.layoutMode() is QListView.LayoutMode.Batched:
            last = self.cards.index(len(self.cards.rows) - 1)
            if not last.isValid() or self.visualRect(last).isValid():
                self.setLayoutMode(QListView.LayoutMode.SinglePass)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.set_width(self.viewport().width())
        super().resizeEvent(event)
        self._fitting.start()
