"""Keywords in context: each word that was found in its own line, between the words before and after it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from math import ceil

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from archive_app.core.dates import format_date
from archive_app.core.errors import NotFound
from archive_app.core.hits import Concordance, Line, LineOrder, RecordKind, SearchRequest
from archive_app.core.translation import N_, _
from archive_app.services import events, photos, searching, sources
from archive_app.services.archives import Archive
from archive_app.ui import theme
from archive_app.ui.hit_words import heading
from archive_app.ui.labels import short
from archive_app.ui.plain_text import tip
from archive_app.ui.row_fonts import interface_font, reading_font, reading_metrics

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_HEIGHT = 26
_READING = 10.5
"""The size of the words, in points."""
_GAP = 8
_KEYWORD = (70, 200)
_SOURCE = (110, 240)
_DATE = 116
_LEAST_CONTEXT = 215
"""Widths in pixels. Source and date give way where the context would have less than that on either side."""
_MEASURED = 400
"""So many lines decide how wide the keywords are."""
_CONTEXT = 120
"""Letters on either side of the keyword, enough for a wide window."""


class Column(IntEnum):
    """What stands in a line."""

    LEFT = 0
    KEYWORD = 1
    RIGHT = 2
    SOURCE = 3
    DATE = 4


_HEADINGS = {
    Column.LEFT: (N_("Before"), LineOrder.LEFT),
    Column.KEYWORD: (N_("Found"), LineOrder.KEYWORD),
    Column.RIGHT: (N_("After"), LineOrder.RIGHT),
    Column.SOURCE: (N_("Source"), LineOrder.SOURCE),
    Column.DATE: (N_("Date"), LineOrder.DATE),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """A concordance, and the dates of its hits by their ids, as a person reads them."""

    found: Concordance
    dates: Mapping[str, str] = field(default_factory=dict)


def find_lines(archive: Archive, request: SearchRequest, order: LineOrder) -> Lines:
    """Find the lines of a concordance. Runs in the lane for searches; raises UserError as searching does."""
    found = searching.concordance(archive, request, order, width=_CONTEXT)
    dates: dict[str, str] = {}
    of_sources: dict[str, str] = {}
    for hit in {line.hit.id: line.hit for line in found.lines}.values():
        own = ""
        if hit.kind in (RecordKind.EVENT, RecordKind.PHOTO):
            own = _own_date(archive, hit.kind, hit.record_id)
        if not own and hit.source_id:
            if hit.source_id not in of_sources:
                of_sources[hit.source_id] = _own_date(archive, RecordKind.SOURCE, hit.source_id)
            own = of_sources[hit.source_id]
        dates[hit.id] = own
    return Lines(found, dates)


def _own_date(archive: Archive, kind: RecordKind, record_id: str) -> str:
    """When a record is from; "" where it does not say or was deleted meanwhile."""
    try:
        if kind is RecordKind.EVENT:
            return format_date(events.get_event(archive, record_id).when)
        if kind is RecordKind.PHOTO:
            return format_date(photos.get_photo(archive, record_id).date)
        return format_date(sources.get_source(archive, record_id).date)
    except NotFound:
        return ""


class LineModel(QAbstractTableModel):
    """The lines in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.dates: Mapping[str, str] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(line, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == Column.KEYWORD:
                return _("{line} — {source}").format(
                    line=f"{line.left} {line.keyword} {line.right}", source=heading(line.hit)
                )
            return self.text(line, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            text = heading(line.hit) if index.column() >= Column.SOURCE else short(line.hit.text, 600)
            return tip(text)
        return None

    def text(self, line: Line, column: Column) -> str:
        """What a line says in one column."""
        return {
            Column.LEFT: line.left,
            Column.KEYWORD: line.keyword,
            Column.RIGHT: line.right,
            Column.SOURCE: heading(line.hit),
            Column.DATE: self.dates.get(line.hit.id, ""),
        }[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADINGS[Column(section)][0])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            aligned = {
                Column.LEFT: Qt.AlignmentFlag.AlignRight,
                Column.KEYWORD: Qt.AlignmentFlag.AlignHCenter,
            }.get(Column(section), Qt.AlignmentFlag.AlignLeft)
            return aligned | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("Sort by this column")
        return None

    def show(self, lines: tuple[Line, ...], dates: Mapping[str, str]) -> None:
        """Show these lines; `dates` are those of their hits."""
        self.beginResetModel()
        self.lines = lines
        self.dates = dates
        self.endResetModel()


class ConcordanceView(QTableView):
    """The lines as a table, aligned at the keyword. `sorted` carries the order that the person asked for."""

    line_activated = Signal(object)
    sorted = Signal(object)
    escaped = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self.order = LineOrder.RIGHT
        self._query = ""
        self.setModel(self.lines)
        self._delegate = _LineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Concordance: each word that was found, in its line"))
        self._set_up()
        self._set_up_head()
        self.doubleClicked.connect(self._on_activated)
        theme.state.changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(_HEIGHT)
        rows.setDefaultSectionSize(_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(_HEIGHT)

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(40)
        head.setHighlightSections(False)
        head.setObjectName("concordance")
        head.setSortIndicatorShown(True)
        head.setFixedHeight(_HEIGHT + 4)
        head.sectionClicked.connect(self._on_head_clicked)
        self._show_order()

    def show_lines(self, lines: Lines | None) -> None:
        """Show the lines of a concordance; where the query is the same, the line that was gone to stays."""
        query = lines.found.query if lines else ""
        before = self.current_line() if query == self._query else None
        self._query = query
        scrolled = self.verticalScrollBar().value()
        self._delegate.is_stale = False
        self.lines.show(lines.found.lines if lines else (), lines.dates if lines else {})
        self._fit()
        if before is None:
            self.scrollToTop()
            return
        places = {(line.hit.id, line.start): row for row, line in enumerate(self.lines.lines)}
        row = places.get((before.hit.id, before.start))
        if row is not None:
            self.setCurrentIndex(self.lines.index(row, Column.KEYWORD))
            self.verticalScrollBar().setValue(scrolled)
            self.scrollTo(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def set_stale(self, stale: bool) -> None:
        """Show whether the lines answer an older question."""
        self._delegate.is_stale = stale
        self.viewport().update()

    def current_line(self) -> Line | None:
        """The line that was gone to."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def step(self, step: int) -> None:
        """Go to another line."""
        index = self.currentIndex()
        gone_to = self.selectionModel().isSelected(index)  # a table that gets the keyboard has a current row
        row = max(0, min(len(self.lines.lines) - 1, index.row() + step if gone_to else index.row()))
        if self.lines.lines:
            self.setCurrentIndex(self.lines.index(row, Column.KEYWORD))

    def set_order(self, order: LineOrder) -> None:
        """Show how the lines are sorted, without telling anybody."""
        self.order = order
        self._show_order()

    def _show_order(self) -> None:
        section = next(column for column, (_name, order) in _HEADINGS.items() if order is self.order)
        self.horizontalHeader().setSortIndicator(section, Qt.SortOrder.AscendingOrder)

    def _on_head_clicked(self, section: int) -> None:
        self.set_order(_HEADINGS[Column(section)][1])
        self.sorted.emit(self.order)

    def _on_activated(self, index: QModelIndex) -> None:
        self.line_activated.emit(self.lines.lines[index.row()])

    # Widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width: the keyword as wide as its words, the rest of it for what stands around."""
        room = self.viewport().width()
        metrics = reading_metrics(_READING, 600)
        words = {line.keyword for line in self.lines.lines[:_MEASURED]}
        widest = ceil(max((metrics.horizontalAdvance(word) for word in words), default=0)) + 2 * _GAP
        keyword = min(max(widest, _KEYWORD[0]), _KEYWORD[1])
        source = min(max(room // 6, _SOURCE[0]), _SOURCE[1])
        has_dates = any(self.lines.dates.values())
        with_date = has_dates and room - keyword - source - _DATE >= 2 * _LEAST_CONTEXT
        with_source = room - keyword - source >= 2 * _LEAST_CONTEXT
        self.setColumnHidden(Column.DATE, not with_date)
        self.setColumnHidden(Column.SOURCE, not with_source)
        rest = room - keyword - (source if with_source else 0) - (_DATE if with_date else 0)
        widths = {
            Column.LEFT: rest // 2,
            Column.KEYWORD: keyword,
            Column.RIGHT: rest - rest // 2,
            Column.SOURCE: source,
            Column.DATE: _DATE,
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_line()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self.line_activated.emit(line)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)


class _LineDelegate(QStyledItemDelegate):
    """Draws one cell; what is too long loses the end that is farther from the keyword."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_stale = False
        self.hovered = -1
        """The row under the mouse: all of its cells are one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(80, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("chosen"))
        elif index.row() == self.hovered:
            painter.fillRect(area, theme.colour("hover"))
        if self.is_stale:
            painter.setOpacity(0.5)
        column = Column(index.column())
        text = " ".join(str(index.data()).split())
        if column is Column.KEYWORD:
            _paint_keyword(painter, area, text)
        elif column in (Column.SOURCE, Column.DATE):
            painter.setFont(interface_font(-1))
            painter.setPen(theme.colour("muted"))
            _paint_text(painter, area.adjusted(_GAP, 0, -4, 0), text, Qt.AlignmentFlag.AlignLeft)
        else:
            painter.setFont(reading_font(_READING))
            painter.setPen(theme.colour("text"))
            side = Qt.AlignmentFlag.AlignRight if column is Column.LEFT else Qt.AlignmentFlag.AlignLeft
            _paint_text(painter, area.adjusted(4, 0, -4, 0), text, side)
        painter.restore()


def _paint_text(painter: QPainter, area: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    cut = Qt.TextElideMode.ElideLeft if side == Qt.AlignmentFlag.AlignRight else Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, cut, area.width())
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _paint_keyword(painter: QPainter, area: QRect, text: str) -> None:
    painter.setFont(reading_font(_READING, 600))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 4)
    width = min(metrics.horizontalAdvance(shown) + 6, area.width())
    mark = QRect(area.center().x() - width // 2, area.top() + 3, width, area.height() - 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mark())
    painter.drawRoundedRect(mark, 3, 3)
    painter.setPen(theme.colour("text"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
