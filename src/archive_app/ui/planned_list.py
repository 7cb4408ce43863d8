"""What annotating everything that was found would do, row by row, with a box to leave single ones out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive_app.core.hits import Hit
from archive_app.core.records import Colour
from archive_app.core.translation import _
from archive_app.services.searching import PlannedAnnotation
from archive_app.ui import theme
from archive_app.ui.hit_delegate import laid_out, paint_title
from archive_app.ui.hit_words import heading, snippet
from archive_app.ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
_PLANNED = Qt.ItemDataRole.UserRole
_SIDE, _PADDING, _BOX = 14, 9, 14
_LINES = 2
_FAINT = 0.6


class PlannedModel(QAbstractListModel):
    """The planned annotations in the order of their hits; `ticked` tells that one was left out or taken in again."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[PlannedAnnotation, ...] = ()
        self._left_out: set[str] = set()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.rows[index.row()].skipped else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.rows[index.row()]
        if role == _PLANNED:
            return one
        if role == Qt.ItemDataRole.CheckStateRole and not one.skipped:
            return Qt.CheckState.Checked if self.is_wanted(one) else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("{source}: {text}").format(source=heading(one.hit), text=one.quote)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return one.skipped
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(one.skipped or heading(one.hit))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        one = self.rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or one.skipped:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(one.hit.id)
        else:
            self._left_out.add(one.hit.id)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def show(self, rows: Iterable[PlannedAnnotation]) -> None:
        """Show these; what was left out stays left out."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def is_wanted(self, one: PlannedAnnotation) -> bool:
        """Whether it is to be made."""
        return not one.skipped and one.hit.id not in self._left_out

    def wanted(self) -> list[PlannedAnnotation]:
        """Those that are to be made."""
        return [one for one in self.rows if self.is_wanted(one)]

    def want(self, all_of_them: bool) -> None:
        """Take all in, or leave all out."""
        self._left_out = set() if all_of_them else {one.hit.id for one in self.rows}
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.ticked.emit()


class PlannedList(QListView):
    """The rows; a click or Space ticks one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planned = PlannedModel(self)
        self.setModel(self.planned)
        self._delegate = _PlannedDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("What would be annotated"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        theme.state.changed.connect(self._take_up_look)

    def show_planned(self, rows: Sequence[PlannedAnnotation], colour: Colour | None) -> None:
        """Show these; they would be marked in this colour. The list stays where it is scrolled."""
        scrolled, row = self.verticalScrollBar().value(), self.currentIndex().row()
        self._delegate.show_colour(colour)
        self.planned.show(rows)
        if 0 <= row < len(rows):
            self.setCurrentIndex(self.planned.index(row))
        self.verticalScrollBar().setValue(scrolled)

    def _take_up_look(self) -> None:
        self._delegate.forget()
        self.viewport().update()


class _PlannedDelegate(QStyledItemDelegate):
    """Draws a box, the source, and the words with what would be marked in them, or why nothing would be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour: Colour | None = Colour.YELLOW
        self._layouts: dict[tuple[str, float], QTextLayout] = {}

    def forget(self) -> None:
        """Other rows or other colours will come."""
        self._layouts.clear()

    def show_colour(self, colour: Colour | None) -> None:
        """Draw other rows from now on, marked in this colour."""
        self._colour = colour
        self.forget()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, round(_title_height() + _LINES * _line_height()) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: PlannedAnnotation = index.data(_PLANNED)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("chosen"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        inner = area.adjusted(2 * _SIDE + _BOX, _PADDING, -_SIDE, -_PADDING)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            _paint_box(painter, QPointF(area.left() + _SIDE, inner.top() + 2), state)
        if state != Qt.CheckState.Checked:
            painter.setOpacity(_FAINT)
        paint_title(painter, inner, one.hit)
        below = QPointF(inner.left(), inner.top() + _title_height())
        painter.setPen(theme.colour("text"))
        self._layout(one, inner.width()).draw(painter, below)
        painter.setOpacity(1.0)
        if one.skipped:
            painter.setFont(theme.interface_font(-0.5))
            painter.setPen(theme.colour("warning"))
            room = QRectF(below.x(), below.y() + _line_height(), inner.width(), _line_height())
            said = painter.fontMetrics().elidedText(
                one.skipped, Qt.TextElideMode.ElideRight, round(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def _layout(self, one: PlannedAnnotation, width: float) -> QTextLayout:
        key = (one.hit.id, width)
        if key not in self._layouts:
            shown = snippet(_marked(one))
            count = 1 if one.skipped else _LINES
            self._layouts[key] = laid_out(shown, width, count, self._look(one))
        return self._layouts[key]

    def _look(self, one: PlannedAnnotation) -> QTextCharFormat:
        look = QTextCharFormat()
        if one.skipped:
            return look
        if self._colour is not None:
            look.setBackground(theme.highlight(self._colour))
        else:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(theme.colour("muted"))
        return look

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole row is the box."""
        del option
        by_mouse = event.type() == QEvent.Type.MouseButtonRelease
        by_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not by_mouse and not (by_key and event.type() == QEvent.Type.KeyPress):
            return False
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
        return bool(model.setData(index, state, Qt.ItemDataRole.CheckStateRole))


def _marked(one: PlannedAnnotation) -> Hit:
    """The hit with the words marked that would be annotated."""
    if one.span is None:
        return replace(one.hit, highlights=())
    span = (one.span.start - one.hit.start, one.span.end - one.hit.start)
    return replace(one.hit, highlights=(span,))


def _paint_box(painter: QPainter, corner: QPointF, state: Qt.CheckState) -> None:
    is_on = state == Qt.CheckState.Checked
    box = QRectF(corner.x() + 0.5, corner.y() + 0.5, _BOX, _BOX)
    painter.setPen(QPen(theme.colour("accent" if is_on else "edge"), 1))
    painter.setBrush(theme.colour("accent" if is_on else "field"))
    painter.drawRoundedRect(box, 4, 4)
    if is_on:
        tick = QPainterPath(box.topLeft() + QPointF(3.2, 7.2))
        tick.lineTo(box.topLeft() + QPointF(6, 10))
        tick.lineTo(box.topLeft() + QPointF(10.8, 4.4))
        pen = QPen(theme.colour("on_accent"), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick)


def _title_height() -> float:
    return QFontMetricsF(theme.interface_font(-0.5, weight=600)).height() + 4


def _line_height() -> float:
    return QFontMetricsF(theme.reading_font(10.5)).height()
