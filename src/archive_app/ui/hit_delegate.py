"""Drawing a hit as a row of a list: its title, the words with the found ones marked, and why it was found."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive_app.core.hits import Hit, RecordKind
from archive_app.ui import icons, theme
from archive_app.ui.hit_words import Reason, Snippet, heading, reasons, snippet
from archive_app.ui.row_fonts import interface_font, interface_metrics, reading_font, reading_metrics

HIT = Qt.ItemDataRole.UserRole
QUERY = Qt.ItemDataRole.UserRole + 1
_MOST_LINES = 3
_NARROW = 0.7
"""No text is on average narrower than that, in average characters."""
_RAGGED = 1.06
"""How much longer a text is on lines that end between words."""
_SIDE, _PADDING = 12, 9
_READING = 10.5
"""The size of the words, in points."""
_STALE = 0.5
"""How faint answers to an older question are."""
_ICONS = {
    RecordKind.PASSAGE: "source",
    RecordKind.ANNOTATION: "note",
    RecordKind.PHOTO: "photo",
    RecordKind.EVENT: "event",
    RecordKind.SOURCE: "book",
    RecordKind.AUTHORITY: "authority",
}


class HitDelegate(QStyledItemDelegate):
    """Draws rows of one to three lines of text. Only rows that are seen are laid out; the height of the others is
    reckoned from the length of their words, so that a long list is there at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_stale = False
        self._layouts: dict[tuple[str, str, float], QTextLayout] = {}
        self._lines: dict[tuple[str, str, float], int] = {}

    def forget(self) -> None:
        """Other hits or other colours will come."""
        self._layouts.clear()
        self._lines.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = (option.rect.width() or option.widget.width()) - 2 * _SIDE
        height = _title_height() + self._line_count(index.data(HIT), width) * _line_height()
        return QSize(100, round(height + _chip_height()) + 5 + 2 * _PADDING)

    def _line_count(self, hit: Hit, width: float) -> int:
        """On how many lines the words of a hit are shown."""
        key = (hit.kind, hit.id, width)
        if key not in self._lines:
            self._lines[key] = _line_count(snippet(hit).text, width)
        return self._lines[key]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit = index.data(HIT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("chosen"))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        if self.is_stale:
            painter.setOpacity(_STALE)
        inner = area.adjusted(_SIDE, _PADDING, -_SIDE, -_PADDING)
        paint_title(painter, inner, hit)
        painter.setPen(theme.colour("text"))
        self._layout(hit, inner.width()).draw(painter, QPointF(inner.left(), inner.top() + _title_height()))
        for chip, reason in self.chips(hit, str(index.data(QUERY)), area):
            _paint_chip(painter, chip, reason.words)
        painter.restore()

    def _layout(self, hit: Hit, width: float) -> QTextLayout:
        key = (hit.kind, hit.id, width)
        if key not in self._layouts:
            self._layouts[key] = laid_out(snippet(hit), width, self._line_count(hit, width), _mark())
        return self._layouts[key]

    def chips(self, hit: Hit, query: str, area: QRectF) -> list[tuple[QRectF, Reason]]:
        """Where in the row `area` the reasons of a hit are drawn, as many as there is room for."""
        metrics = interface_metrics(-1.5)
        x, y = area.left() + _SIDE, area.bottom() - _PADDING - _chip_height()
        placed = []
        for reason in reasons(hit, query):
            width = metrics.horizontalAdvance(reason.words) + 14
            if x + width > area.right() - _SIDE:
                break
            placed.append((QRectF(x, y, width, _chip_height()), reason))
            x += width + 6
        return placed


def _title_height() -> float:
    return interface_metrics(-0.5, 600).height() + 4


def _line_height() -> float:
    return reading_metrics(_READING).height()


def _line_count(text: str, width: float) -> int:
    metrics = reading_metrics(_READING)
    if len(text) * _NARROW * metrics.averageCharWidth() >= _MOST_LINES * width:
        return _MOST_LINES
    return min(max(ceil(metrics.horizontalAdvance(text) * _RAGGED / width), 1), _MOST_LINES)


def _chip_height() -> float:
    return interface_metrics(-1.5).height() + 4


def paint_title(painter: QPainter, inner: QRectF, hit: Hit) -> None:
    """Draw the first line of a row: where the hit stands."""
    spot = QRect(round(inner.left()), round(inner.top() + 1), 14, 14)
    icons.icon(_ICONS[hit.kind], theme.colours().muted).paint(painter, spot)
    metrics = interface_metrics(-0.5, 600)
    painter.setPen(theme.colour("muted"))
    room = inner.width() - 20
    if hit.kind is RecordKind.PASSAGE:  # its number, as it stands beside the text
        painter.setFont(interface_font(-1))
        number = str(hit.ordinal + 1)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, number)
        room -= interface_metrics(-1).horizontalAdvance(number) + 10
    painter.setFont(interface_font(-0.5, 600))
    title = metrics.elidedText(heading(hit), Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(inner.left() + 20, inner.top() + metrics.ascent()), title)


def _paint_chip(painter: QPainter, chip: QRectF, words: str) -> None:
    painter.setFont(interface_font(-1.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.setPen(theme.colour("text"))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)


def _mark() -> QTextCharFormat:
    """How a word that was found looks."""
    look = QTextCharFormat()
    look.setBackground(theme.mark())
    return look


def laid_out(shown: Snippet, width: float, count: int, look: QTextCharFormat) -> QTextLayout:
    """The words on `count` lines, the marked ones in this `look`; what is left out is shown by an ellipsis."""
    layout, end = _lines(shown, width, count, look)
    while end < len(shown.text) and end > 2:
        cut = shown.text[: end - 2].rstrip(" ,;…")
        layout, reached = _lines(Snippet(f"{cut}…", shown.marks), width, count, look)
        end = end - 2 if reached <= len(cut) else len(shown.text)
    return layout


def _lines(shown: Snippet, width: float, count: int, look: QTextCharFormat) -> tuple[QTextLayout, int]:
    """A layout of the first lines, and where they end, in UTF-16 units."""
    layout = QTextLayout(shown.text, reading_font(_READING))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats = []
    for start, end in shown.marks:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = start, end - start, look
        formats.append(mark)
    layout.setFormats(formats)
    layout.beginLayout()
    y, reached = 0.0, 0
    for _number in range(count):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
        reached = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, reached
