"""By what the results can be narrowed: sources, kinds, scripts, tags, events and years, each with its count."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive_app.core.hits import Facet, FacetCount
from archive_app.core.translation import N_, _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.plain_text import tip
from archive_app.ui.row_fonts import interface_font, interface_metrics

Index = QModelIndex | QPersistentModelIndex
Narrowed = dict[Facet, frozenset[str]]
_HEADINGS = {
    Facet.KIND: N_("Kind"),
    Facet.SCRIPT: N_("Script"),
    Facet.SOURCE: N_("Source"),
    Facet.YEAR: N_("Year"),
    Facet.TAG: N_("Tag"),
    Facet.EVENT: N_("Event"),
}
"""The facets in the order in which they are shown."""
_FIRST = 8
_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 26
_SIDE = 12


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A row: the heading of a facet (no value), one of its values, or, with `more`, so many values not shown yet."""

    facet: Facet
    value: str = ""
    label: str = ""
    count: int = 0
    chosen: bool = False
    more: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether this is the name of a facet."""
        return not self.value and not self.more


class FacetModel(QAbstractListModel):
    """The values of all facets, one under the other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[FacetRow] = []
        self.narrowed: Narrowed = {}
        self.labels: dict[tuple[Facet, str], str] = {}
        """How a person reads the values that were ever shown."""
        self._counts: Mapping[Facet, tuple[FacetCount, ...]] = {}
        self._open: set[Facet] = set()
        self._folded: set[Facet] = set()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.value:
            return tip(_("{value}: {count}").format(value=row.label, count=f"{row.count:,}"))
        if role == Qt.ItemDataRole.CheckStateRole and row.value:
            return Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
        return None

    def _text(self, row: FacetRow) -> str:
        if row.more:
            return ngettext("{count} more…", "{count} more…", row.more).format(count=f"{row.more:,}")
        if row.is_heading:
            return _(_HEADINGS[row.facet])
        return _("{value}: {count}").format(value=row.label, count=f"{row.count:,}")

    def show(self, counts: Mapping[Facet, tuple[FacetCount, ...]]) -> None:
        """Show these counts."""
        self._counts = counts
        for facet, found in counts.items():
            self.labels.update({(facet, one.value): one.label for one in found})
        self._fill()

    def narrow(self, narrowed: Mapping[Facet, frozenset[str]]) -> None:
        """Show these values as chosen."""
        self.narrowed = {facet: frozenset(values) for facet, values in narrowed.items() if values}
        self._fill()

    def turn(self, row: FacetRow) -> bool:
        """Choose a value, or no longer; unfold what a row without value stands for. Return whether values changed."""
        if row.more:
            self._open.add(row.facet)
        elif row.is_heading:
            self._folded ^= {row.facet}
        else:
            chosen = self.narrowed.get(row.facet, frozenset()) ^ {row.value}
            self.narrow({**self.narrowed, row.facet: chosen})
            return True
        self._fill()
        return False

    def is_folded(self, facet: Facet) -> bool:
        """Whether only the heading of a facet is shown."""
        return facet in self._folded

    def _fill(self) -> None:
        rows: list[FacetRow] = []
        for facet in _HEADINGS:
            values = self._values(facet)
            if not values:
                continue
            rows.append(FacetRow(facet))
            if facet in self._folded:
                continue
            shown = values if facet in self._open else values[:_FIRST]
            shown += [row for row in values[len(shown) :] if row.chosen]
            rows += shown
            if len(shown) < len(values):
                rows.append(FacetRow(facet, more=len(values) - len(shown)))
        if len(rows) == len(self.rows):
            self.rows = rows  # the rows stay where they are: nothing flickers while a person types
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def _values(self, facet: Facet) -> list[FacetRow]:
        chosen = self.narrowed.get(facet, frozenset())
        found = self._counts.get(facet, ())
        rows = [FacetRow(facet, one.value, one.label, one.count, one.value in chosen) for one in found]
        missing = sorted(chosen - {one.value for one in found})
        rows += [FacetRow(facet, value, self.labels.get((facet, value), value), 0, True) for value in missing]
        return rows


class FacetView(QListView):
    """`narrowed` tells that the person chose other values; `escaped` that the keyboard should go back."""

    narrowed = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facets = FacetModel(self)
        self.setModel(self.facets)
        self.setItemDelegate(_FacetDelegate(self))
        self.setAccessibleName(_("Narrow the results"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_HEIGHT)
        self.clicked.connect(self.turn)
        self.setMinimumHeight(3 * _HEIGHT)
        self.setMinimumWidth(150)
        theme.state.changed.connect(self.viewport().update)

    def show_counts(self, counts: Mapping[Facet, tuple[FacetCount, ...]]) -> None:
        """Show these counts; the keyboard and the scroll bar stay where they are."""
        self._keep(lambda: self.facets.show(counts))

    def narrow(self, narrowed: Mapping[Facet, frozenset[str]]) -> None:
        """Show these values as chosen, without telling anybody."""
        self._keep(lambda: self.facets.narrow(narrowed))

    def take_off(self, facet: Facet, value: str) -> None:
        """No longer choose a value."""
        chosen = self.facets.narrowed.get(facet, frozenset()) - {value}
        self.narrow({**self.facets.narrowed, facet: chosen})
        self.narrowed.emit()

    def turn(self, index: QModelIndex) -> None:
        """Do what a click on this row does."""
        row = self.facets.rows[index.row()]
        changed = False

        def change() -> None:
            nonlocal changed
            changed = self.facets.turn(row)

        self._keep(change)
        if changed:
            self.narrowed.emit()

    def _keep(self, change: Callable[[], None]) -> None:
        scrolled = self.verticalScrollBar().value()
        row = self.facets.rows[self.currentIndex().row()] if self.currentIndex().isValid() else None
        change()
        same = [
            number
            for number, one in enumerate(self.facets.rows)
            if row is not None and (one.facet, one.value) == (row.facet, row.value)
        ]
        if same:
            self.selectionModel().setCurrentIndex(
                self.facets.index(same[0]), self.selectionModel().SelectionFlag.ClearAndSelect
            )
        self.verticalScrollBar().setValue(scrolled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.turn(index)
        else:
            super().keyPressEvent(event)


class _FacetDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FacetRow = index.data(_ROW)
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, theme.colour("chosen"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))
        inner = area.adjusted(_SIDE, 0, -_SIDE, 0)
        if row.is_heading:
            model = index.model()
            assert isinstance(model, FacetModel)
            _paint_heading(painter, inner, str(index.data()), folded=model.is_folded(row.facet))
        elif row.more:
            painter.setPen(theme.colour("link"))
            painter.drawText(inner.adjusted(24, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            _paint_value(painter, inner, row)
        painter.restore()


def _paint_heading(painter: QPainter, area: QRect, text: str, *, folded: bool) -> None:
    muted = theme.colours().muted
    painter.setFont(interface_font(-1, 600))
    painter.setPen(theme.colour("muted"))
    painter.drawText(area.adjusted(0, 4, -20, 0), Qt.AlignmentFlag.AlignVCenter, text)
    spot = QRect(area.right() - 12, area.center().y() - 4, 12, 12)
    icons.icon("forward" if folded else "down", muted).paint(painter, spot)


def _paint_value(painter: QPainter, area: QRect, row: FacetRow) -> None:
    box = QRect(area.left(), area.center().y() - 7, 14, 14)
    painter.setPen(theme.colour("accent" if row.chosen else "edge"))
    painter.setBrush(theme.colour("accent" if row.chosen else "field"))
    painter.drawRoundedRect(box, 4, 4)
    if row.chosen:
        icons.icon("check", theme.colours().on_accent).paint(painter, box.adjusted(1, 1, -1, -1))
    count = f"{row.count:,}"
    width = ceil(interface_metrics(-1).horizontalAdvance(count))
    painter.setFont(interface_font(-1))
    painter.setPen(theme.colour("muted"))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
    weight = 600 if row.chosen else 400
    words = area.adjusted(24, 0, -width - 10, 0)
    painter.setFont(interface_font(-0.5, weight))
    painter.setPen(theme.colour("text" if row.count or row.chosen else "muted"))
    label = interface_metrics(-0.5, weight).elidedText(row.label, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
