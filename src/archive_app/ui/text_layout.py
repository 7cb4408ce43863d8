"""How a text is set: a column of a readable width, in which passages look like what they are.

`QPlainTextEdit` asks its document's layout for a block only when the block comes into view. This layout answers with
lines of its own: further apart than the font says, in a column in the middle, in the style of the block's passage.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QWidget

from archive_app.core.records import Passage, PassageKind
from archive_app.ui import theme
from archive_app.ui.positions import Positions

GUTTER = 64
"""Room on each side of the column, for numbers at the left and signs of notes at the right."""
_MEASURE = 72
"""Letters in a full line; 45 to 75 are comfortable (Bringhurst, The Elements of Typographic Style, 2.1.2)."""
_SAMPLE = "да се виде на обали реке старе куће и вртови око њих"
_LINE_SPACING = 1.12
"""Beyond the font's own, which for Noto Serif is 1.36 of its size."""
_BOTTOM = 56
_CARD = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a passage that stands in one block, that is in one line of the original text."""

    passage: Passage
    is_first: bool
    is_last: bool


class Outline:
    """The passages of a text, found by UTF-16 units."""

    def __init__(self, passages: Sequence[Passage], positions: Positions) -> None:
        self.passages = passages
        self.starts = [positions.to_units(passage.start) for passage in passages]
        self.ends = [positions.to_units(passage.end) for passage in passages]

    def piece(self, start: int, end: int) -> Piece | None:
        """What stands in the block `[start, end)`; None for a blank one."""
        index = bisect_right(self.starts, end) - 1
        if index < 0 or self.ends[index] <= start:
            return None
        return Piece(self.passages[index], self.starts[index] >= start, self.ends[index] <= end)

    def index_at(self, unit: int) -> int:
        """The index of the passage that holds or precedes a unit, -1 before the first one."""
        return bisect_right(self.starts, unit) - 1


@dataclass(frozen=True, slots=True)
class Style:
    """How the passages of one kind are set; distances in pixels."""

    format: QTextCharFormat
    pitch: float
    indent: float = 0
    before: float = 0
    after: float = 0


@dataclass(frozen=True, slots=True)
class Column:
    """Where the letters stand in the widget."""

    left: float
    width: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width


class TextLayout(QPlainTextDocumentLayout):
    """Lays out the blocks of a text when they are asked for."""

    def __init__(self, document: QTextDocument, viewport: QWidget) -> None:
        super().__init__(document)
        self._viewport = viewport
        self.outline = Outline((), Positions(""))
        self._rects: dict[int, QRectF] = {}
        self._column: Column | None = None
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.points = 12.5
        self._styles = _styles(self.points)
        self._measure = _measure(self.points)

    def set_outline(self, outline: Outline) -> None:
        """Set another text's passages, or the same ones after their kinds have changed."""
        self.outline = outline
        self._rects.clear()

    def set_points(self, points: float) -> None:
        """Set the size of letters, or take up the colours of the look again; what was laid out is void."""
        self.points = points
        self._styles = _styles(points)
        self._measure = _measure(points)
        self.forget()

    def forget(self) -> None:
        """The column may be another one now."""
        self._column = None
        self._rects.clear()

    @property
    def column(self) -> Column:
        """Where the letters stand: in the middle, never wider than the measure."""
        if self._column is None:
            room = self._viewport.width()
            side = GUTTER if room > 3.2 * self._measure / 4 else GUTTER * 0.7
            width = max(120.0, min(self._measure, room - 2 * side))
            self._column = Column(max(side, round((room - width) / 2)), width)
        return self._column

    def piece_of(self, block: QTextBlock) -> Piece | None:
        """What stands in a block; None for a blank one."""
        start = block.position()
        return self.outline.piece(start, start + block.length() - 1)

    def style_of(self, piece: Piece | None) -> Style:
        """How a block is set."""
        return self._styles[piece.passage.kind if piece else PassageKind.PARAGRAPH]

    def characters_per_line(self) -> float:
        """About how many letters go into a line, to guess how long a text is that was never laid out."""
        return max(10.0, self.column.width / self._measure * _MEASURE * 0.97)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The place that a block takes; lays it out the first time, and hides it if it is blank."""
        if not block.isValid() or not block.isVisible():
            return QRectF()
        layout = block.layout()
        known = self._rects.get(block.blockNumber())
        if known is not None and layout.lineCount():
            return known
        piece = self.piece_of(block)
        if piece is None and block.length() == 1 and block.document().blockCount() > 1:
            self._hide(block)
            return QRectF()
        rect = self._lay_out(block, layout, piece)
        self._rects[block.blockNumber()] = rect
        return rect

    def _hide(self, block: QTextBlock) -> None:
        """The distance between paragraphs is their own; a blank line adds nothing to it."""
        block.setVisible(False)
        block.setLineCount(0)

    def _lay_out(self, block: QTextBlock, layout: QTextLayout, piece: Piece | None) -> QRectF:
        style, column = self.style_of(piece), self.column
        whole = QTextLayout.FormatRange()
        whole.start, whole.length, whole.format = 0, block.length(), style.format
        layout.setFormats([whole])
        layout.setTextOption(self._option)
        layout.setCacheEnabled(True)
        y = style.before if piece is None or piece.is_first else 0.0
        if not block.blockNumber():
            y = max(y, 24.0)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(column.width - 2 * style.indent)
            pitch = max(style.pitch, line.height())
            line.setPosition(QPointF(column.left + style.indent, y + (pitch - line.height()) / 2))
            y += pitch
        layout.endLayout()
        y += style.after if piece is None or piece.is_last else 0.0
        before = block.lineCount()
        if before != layout.lineCount():
            block.setLineCount(layout.lineCount())
            self.documentSizeChanged.emit(self.documentSize())
        y = round(y + (_BOTTOM if not block.next().isValid() else 0))
        return QRectF(0, 0, self._viewport.width(), y)


def _format(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    return made


def _pitch(font: QFont) -> float:
    return float(round(QFontMetricsF(font).height() * _LINE_SPACING))


def _measure(points: float) -> float:
    metrics = QFontMetricsF(theme.reading_font(points))
    return float(round(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _MEASURE))


def _styles(points: float) -> dict[PassageKind, Style]:
    plain = theme.reading_font(points)
    heading = theme.reading_font(points * 1.28, weight=650)
    quotation = theme.reading_font(points, italic=True)
    caption = theme.interface_font(points * 0.84 - theme.interface_font().pointSizeF())
    step = _pitch(plain)
    return {
        PassageKind.PARAGRAPH: Style(_format(plain), step, before=round(step * 0.5)),
        PassageKind.HEADING: Style(
            _format(heading), _pitch(heading), before=round(step * 1.3), after=round(step * 0.1)
        ),
        PassageKind.QUOTATION: Style(
            _format(quotation), step, indent=round(points * 2.4), before=round(step * 0.5)
        ),
        PassageKind.CAPTION: Style(
            _format(caption),
            _pitch(caption),
            indent=round(points * 4),
            before=round(step * 0.6) + _CARD,
            after=_CARD + round(step * 0.1),
        ),
    }
