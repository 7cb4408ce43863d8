"""The hits of a search as rows, best first or as the person wants them sorted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from archive_app.core.hits import Hit
from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.hit_delegate import HIT, QUERY, HitDelegate
from archive_app.ui.hit_words import Reason, heading, reasons, snippet
from archive_app.ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """The hits in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()
        self.query = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role == QUERY:
            return self.query
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("{source}: {text}").format(source=heading(hit), text=snippet(hit).text)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(reason.words for reason in reasons(hit, self.query))
        if role == Qt.ItemDataRole.ToolTipRole:
            forms = ", ".join(dict.fromkeys(one.form for one in hit.matched))
            found = _("{source}\nFound: {forms}").format(source=heading(hit), forms=forms)
            return tip(found if forms else heading(hit))
        return None

    def show(self, hits: Sequence[Hit], query: str) -> None:
        """Show these hits."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.query = query
        self.endResetModel()

    def extend(self, hits: Sequence[Hit]) -> None:
        """Show these hits too, after the others."""
        if hits:
            self.beginInsertRows(QModelIndex(), len(self.hits), len(self.hits) + len(hits) - 1)
            self.hits += tuple(hits)
            self.endInsertRows()


class HitList(QListView):
    """A list of hits. `escaped` tells that the person wants to leave it, `end_neared` that more could be wanted soon,
    and `reason_refused` that hits found in one way (a Tier) should be left out."""

    hit_activated = Signal(object)
    reason_refused = Signal(object)
    end_neared = Signal()
    escaped = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self._delegate = HitDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Results of the search"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setWordWrap(True)  # rows are laid out again whenever the width changes
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.clicked.connect(self._on_clicked)
        theme.state.changed.connect(self._take_up_look)

    def show_hits(self, hits: Sequence[Hit], query: str, *, stay: bool = False) -> None:
        """Show these hits; with `stay` the list stays scrolled, and the hit gone to stays if it is still there."""
        before = self.current_hit() if stay else None
        scrolled = self.verticalScrollBar().value() if stay else 0
        self._delegate.forget()
        self._delegate.is_stale = False
        self.hits.show(hits, query)
        row = next((row for row, hit in enumerate(hits) if before and hit.id == before.id), -1)
        if row >= 0:
            self.setCurrentIndex(self.hits.index(row))
        self.verticalScrollBar().setValue(scrolled)

    def extend(self, hits: Sequence[Hit]) -> None:
        """Show these hits too, after the others."""
        self.hits.extend(hits)

    def set_stale(self, stale: bool) -> None:
        """Show whether the hits answer an older question."""
        self._delegate.is_stale = stale
        self.viewport().update()

    def current_hit(self) -> Hit | None:
        """The hit that was gone to."""
        index = self.currentIndex()
        return self.hits.hits[index.row()] if index.isValid() else None

    def chosen_hits(self) -> list[Hit]:
        """The hits that are selected, in their order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.hits.hits[row] for row in rows]

    def step(self, step: int) -> None:
        """Go to another hit."""
        index = self.currentIndex()
        gone_to = self.selectionModel().isSelected(index)  # a list that gets the keyboard has a current row
        row = max(0, min(len(self.hits.hits) - 1, index.row() + step if gone_to else index.row()))
        if self.hits.hits:
            self.setCurrentIndex(self.hits.index(row))

    def look_at_end(self) -> None:
        """Say again that the end is near, where somebody scrolled to it while nothing more could be asked for."""
        if self.verticalScrollBar().value() > 0:
            self._on_scrolled(self.verticalScrollBar().value())

    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value >= bar.maximum() - 2 * self.viewport().height() and self.hits.hits:
            self.end_neared.emit()

    def _take_up_look(self) -> None:
        self._delegate.forget()
        self.viewport().update()

    # Mouse and keyboard

    def reason_at(self, place: QPoint) -> Reason | None:
        """The reason that is drawn there and can be switched off."""
        index = self.indexAt(place)
        if not index.isValid():
            return None
        row = QRectF(self.visualRect(index))
        for chip, reason in self._delegate.chips(self.hits.hits[index.row()], self.hits.query, row):
            if chip.contains(place) and reason.tier is not None:
                return reason
        return None

    def _on_clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) <= 1:  # several are chosen to do something with all of them
            self.hit_activated.emit(self.hits.hits[index.row()])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.reason_at(event.position().toPoint()) is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        reason = self.reason_at(event.position().toPoint())
        if reason is None:
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.reason_refused.emit(reason.tier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.reason_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        if not index.isValid():
            return
        hit = self.hits.hits[index.row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), partial(self.hit_activated.emit, hit))
        for reason in reasons(hit, self.hits.query):
            if reason.tier is not None:
                said = _("Leave out “{reason}”").format(reason=reason.words)
                menu.addAction(said, partial(self.reason_refused.emit, reason.tier))
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hit = self.current_hit()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and hit is not None:
            self.hit_activated.emit(hit)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
