"""The table of annotations itself: its columns, its keys, and which rows are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from archive_app.core.records import Colour
from archive_app.core.translation import _
from archive_app.services.annotation_table import Column
from archive_app.ui.annotation_table_model import COLUMNS, AnnotationTableModel

_HEIGHT = 30
_WIDTHS = {
    Column.QUOTE: 300,
    Column.NOTE: 200,
    Column.TAGS: 130,
    Column.COLOUR: 96,
    Column.EVENTS: 140,
    Column.SOURCE: 170,
    Column.PLACE: 78,
    Column.AUTHOR: 90,
    Column.MADE: 140,
}
_COLOUR_KEYS = dict(
    zip(
        (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6),
        Colour,
        strict=True,
    )
)
_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


class AnnotationTable(QTableView):
    """Rows of one height, chosen whole. The signals say what the person wants."""

    jump_wanted = Signal()
    order_wanted = Signal(object)
    """By this column."""
    colour_wanted = Signal(object)
    tags_wanted = Signal()
    link_wanted = Signal()
    typed = Signal(str)
    """A letter, which begins a filter."""
    menu_wanted = Signal(QPoint)
    chosen_changed = Signal()

    def __init__(self, model: AnnotationTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.setModel(model)
        self.setAccessibleName(_("All annotations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, _WIDTHS[column])
        header.sectionClicked.connect(self._on_header_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    # What is chosen

    def chosen_rows(self) -> list[range]:
        """The chosen rows, as stretches from top to bottom."""
        stretches = sorted(
            {(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()}
        )
        return [range(top, bottom + 1) for top, bottom in stretches]

    def chosen(self) -> list[int]:
        """The numbers of the chosen annotations, in the order shown."""
        numbers = self.rows.numbers
        return [number for part in self.chosen_rows() for number in numbers[part.start : part.stop]]

    def count_chosen(self) -> int:
        """How many rows are chosen."""
        return sum(map(len, self.chosen_rows()))

    def current_number(self) -> int | None:
        """The number of the annotation that the keyboard is on."""
        row = self.currentIndex().row()
        return self.rows.numbers[row] if 0 <= row < len(self.rows.numbers) else None

    # Showing others

    def show_numbers(self, numbers: Sequence[int], *, same_place: bool) -> None:
        """Show these annotations; those that were chosen stay chosen. `same_place` keeps what is at the top there."""
        if numbers == self.rows.numbers:
            self.rows.read_again()
            return
        chosen, current = self.chosen(), self.current_number()
        top = self.rowAt(0)
        top_number = self.rows.numbers[top] if same_place and top > 0 else None
        self.rows.show_numbers(numbers)
        wanted = {*chosen, current, top_number} - {None}
        places = {number: row for row, number in enumerate(numbers) if number in wanted} if wanted else {}
        self._choose(sorted(places[number] for number in chosen if number in places))
        row = places.get(current, 0) if current is not None else 0
        if numbers:
            index = self.rows.index(row, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if top_number in places:
                self.verticalScrollBar().setValue(places[top_number])
            elif row:
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.chosen_changed.emit()

    def _choose(self, rows: Sequence[int]) -> None:
        selection, last = QItemSelection(), len(COLUMNS) - 1
        first = before = -2
        for row in [*rows, -9]:
            if row != before + 1:
                if before >= 0:
                    selection.select(self.rows.index(first, 0), self.rows.index(before, last))
                first = row
            before = row
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def columns_state(self) -> QByteArray:
        """The widths and the order of the columns."""
        return self.horizontalHeader().saveState()

    def restore_columns(self, state: QByteArray | None) -> None:
        """Take up widths and order of the columns."""
        if state is not None:
            self.horizontalHeader().restoreState(state)
            self.horizontalHeader().setSortIndicatorShown(False)

    # What the person does

    def _on_header_clicked(self, section: int) -> None:
        self.order_wanted.emit(COLUMNS[section])

    def _on_double_clicked(self) -> None:
        self.jump_wanted.emit()

    def _on_selection_changed(self) -> None:
        self.chosen_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Also by the key for menus."""
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter jumps, the keys of annotating do to the chosen rows what they do to a selection, letters filter."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == _NONE:
            self.jump_wanted.emit()
        elif held == _CTRL and key in _COLOUR_KEYS:
            self.colour_wanted.emit(_COLOUR_KEYS[key])
        elif held == _CTRL and key == Qt.Key.Key_T:
            self.tags_wanted.emit()
        elif held == _CTRL and key == Qt.Key.Key_E:
            self.link_wanted.emit()
        elif (
            event.text().strip()
            and event.text().isprintable()
            and held in (_NONE, Qt.KeyboardModifier.ShiftModifier)
        ):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
