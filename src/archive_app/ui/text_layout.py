"""How a text is set: a column of a readable width, in which passages look like what they are.

`QPlainTextEdit` asks its document's layout for a block only when the block comes into view. This layout answers with
lines of its own: further apart than the font says, in a column in the middle, in the style of the block's passage.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout, QWidget

from archive_app.core.records import Passage, PassageKind
from archive_app.ui.positions import Positions
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.text_styles import Style, measure_of, styles_of

GUTTER = 64
"""Room on each side of the column, for numbers at the left and signs of notes at the right."""
_NARROW_GUTTER = 40
_BOTTOM = 56
_PICTURE = (240.0, 180.0)
"""How wide and how high the picture in a caption is at most."""
_SHARE = 0.42
"""How much of the column it takes at most."""
_GAP = 14
_LONG = 2000
_LONG_WORD = re.compile(r"\S{2000}")
"""Qt looks for the end of a word from each of its lines: with a word of a megabyte it would do so for minutes."""


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
        if positions.is_same:
            self.starts = [passage.start for passage in passages]
            self.ends = [passage.end for passage in passages]
        else:
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
        self._anywhere = QTextOption(self._option)
        self._anywhere.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._pictures: dict[int, QSizeF] = {}
        self.look = ReadingLook()
        self._styles = styles_of(self.look)
        self._measure = measure_of(self.look)

    def set_outline(self, outline: Outline) -> None:
        """Set another text's passages, or the same ones after their kinds have changed."""
        self.outline = outline
        self._rects.clear()

    def set_look(self, look: ReadingLook) -> None:
        """Set font, size and distances, or take up the colours again; what was laid out is void."""
        self.look = look
        self._styles = styles_of(look)
        self._measure = measure_of(look)
        self.forget()

    def set_pictures(self, sizes: dict[int, QSizeF]) -> None:
        """Leave room in captions for pictures of these sizes, by the ordinals of the captions."""
        self._pictures = sizes
        self.forget()

    def forget(self) -> None:
        """The column may be another one now."""
        self._column = None
        self._rects.clear()

    def start_anew(self) -> None:
        """Another text is there; one of a single line Qt has laid out by itself, in its own way."""
        self.forget()
        self.documentSizeChanged.emit(self.documentSize())

    @property
    def column(self) -> Column:
        """Where the letters stand: in the middle, never wider than the measure."""
        if self._column is None:
            room = self._viewport.width()
            side = GUTTER if room > 0.8 * self._measure else _NARROW_GUTTER
            width = max(120.0, min(self._measure, room - 2 * side))
            self._column = Column(max(side, round((room - width) / 2)), width)
        return self._column

    def piece_of(self, block: QTextBlock) -> Piece | None:
        """What stands in a block; None for a blank one."""
        start = block.position()
        return self.outline.piece(start, start + block.length() - 1)

    def piece_at(self, unit: int) -> Piece | None:
        """What stands at a unit."""
        return self.piece_of(self.document().findBlock(unit))

    def style_of(self, piece: Piece | None) -> Style:
        """How a block is set."""
        return self._styles[piece.passage.kind if piece else PassageKind.PARAGRAPH]

    def picture_of(self, piece: Piece | None) -> QSizeF | None:
        """How large the picture beside a piece is; None where there is none."""
        if piece is None or not piece.is_first:
            return None
        whole = self._pictures.get(piece.passage.ordinal)
        if whole is None or piece.passage.kind is not PassageKind.CAPTION:
            return None
        room = QSizeF(min(_PICTURE[0], self.column.width * _SHARE), _PICTURE[1])
        return whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSizeF(24, 24))

    def _left_of(self, piece: Piece | None, style: Style) -> float:
        """Where lines begin; beside the picture of their caption also where they stand below it."""
        if piece is None or piece.passage.ordinal not in self._pictures:
            return style.left
        picture = self.picture_of(Piece(piece.passage, is_first=True, is_last=True))
        return picture.width() + 2 * _GAP if picture is not None else style.left

    def characters_per_line(self) -> float:
        """About how many letters go into a line, to guess how long a text is that was never laid out."""
        return max(10.0, self.column.width / self._measure * self.look.measure * 0.97)

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

    def _is_end(self, block: QTextBlock, piece: Piece | None) -> bool:
        """Whether nothing but blank lines follows."""
        if piece is not None and piece.is_last and piece.passage.ordinal == len(self.outline.passages) - 1:
            return True
        return not block.next().isValid()

    def _lay_out(self, block: QTextBlock, layout: QTextLayout, piece: Piece | None) -> QRectF:
        style, column = self.style_of(piece), self.column
        whole = QTextLayout.FormatRange()
        whole.start, whole.length, whole.format = 0, block.length(), style.format
        layout.setFormats([whole])
        is_long = block.length() > _LONG and _LONG_WORD.search(block.text()) is not None
        layout.setTextOption(self._anywhere if is_long else self._option)
        layout.setCacheEnabled(True)
        left, picture = self._left_of(piece, style), self.picture_of(piece)
        y = style.before if piece is None or piece.is_first else 0.0
        if not block.blockNumber():
            y = max(y, 24.0)
        least = y + picture.height() if picture is not None else y
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(column.width - left - style.right, 40.0))
            pitch = max(style.pitch, line.height())
            line.setPosition(QPointF(column.left + left, y + (pitch - line.height()) / 2))
            y += pitch
        layout.endLayout()
        y = max(y, least) + (style.after if piece is None or piece.is_last else 0.0)
        before = block.lineCount()
        if before != layout.lineCount():
            block.setLineCount(layout.lineCount())
            self.documentSizeChanged.emit(self.documentSize())
        y = round(y + (_BOTTOM if self._is_end(block, piece) else 0))
        return QRectF(0, 0, self._viewport.width(), y)
