"""What is drawn around and under the letters of a text: highlights, captions, numbers and signs of notes."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QTextBlock

from archive_app.core.records import PassageKind
from archive_app.ui import icons, theme
from archive_app.ui.highlights import Drawn, HighlightPainter, Mark, Marks
from archive_app.ui.text_layout import Column, Piece, TextLayout
from archive_app.ui.text_styles import CARD

_ICON = 22
_SIGN = 15
_SIGNS_IN_ROW = 2


@dataclass(slots=True)
class Shown:
    """What a text is shown with; positions in UTF-16 units.

    `dates` are the dates that the text mentions, by their beginnings; `date_words` says what that at a unit means, ""
    where none is.

    `pointed` is the annotation under the pointer or at the caret. `found` are the words of a search at the place that
    was jumped to, `also_found` those everywhere, by their beginnings; `places` are those of words that the person looks
    for in this text; `target` is the passage that was jumped to; `picture` gives the scan of the photo whose caption
    has an ordinal, at most so large, once it is there.
    """

    marks: Marks = field(default_factory=Marks)
    chosen: str | None = None
    pointed: str | None = None
    found: list[tuple[int, int]] = field(default_factory=list)
    also_found: list[tuple[int, int]] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    target: tuple[int, int] | None = None
    dates: list[tuple[int, int]] = field(default_factory=list)
    date_words: Callable[[int], str] = lambda _unit: ""
    picture: Callable[[int, QSizeF, float], QPixmap | None] = lambda _ordinal, _size, _ratio: None

    def is_place(self, span: tuple[int, int]) -> bool:
        """Whether these are words that are looked for: the person has gone to them."""
        found = bisect_left(self.places, span)
        return found < len(self.places) and self.places[found] == span

    def quiet_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words to be marked quietly between two units: those that are looked for here, or those of a search but
        for the ones at the place that was jumped to."""
        if self.places:
            return _within(self.places, start, end)
        here = set(self.found)
        return [span for span in _within(self.also_found, start, end) if span not in here]


def _within(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    first = bisect_left(spans, (start, start))
    while first > 0 and spans[first - 1][1] > start:
        first -= 1
    return spans[first : bisect_left(spans, (end, end))]


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in view: its upper left corner and its height in the viewport."""

    block: QTextBlock
    top: float
    height: float

    @property
    def origin(self) -> QPointF:
        """Where the positions of its lines count from."""
        return QPointF(0, self.top)

    @property
    def start(self) -> int:
        """Its first unit."""
        return self.block.position()

    @property
    def length(self) -> int:
        """Its letters, in units."""
        return self.block.length() - 1


class TextPainter:
    """Draws the blocks in view, before (`under`) and after (`over`) Qt draws the letters."""

    def __init__(self, painter: QPainter, layout: TextLayout, shown: Shown) -> None:
        self._painter = painter
        self._layout = layout
        self._shown = shown
        pointed = shown.marks.pointed(shown.pointed)
        self._drawn = Drawn(shown.marks.levels, shown.chosen, pointed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def under(self, placed: Placed, selected: tuple[int, int] | None, selection: QColor) -> None:
        """Draw what lies under the letters of a block."""
        piece = self._layout.piece_of(placed.block)
        style = self._layout.style_of(piece)
        if piece is not None:
            if piece.passage.kind is PassageKind.CAPTION:
                self._card(placed, piece)
            elif piece.passage.kind is PassageKind.QUOTATION:
                self._bar(placed, piece)
        start, end = placed.start, placed.start + placed.length
        highlights = HighlightPainter(
            self._painter, placed.block.layout(), placed.origin, style.pitch, placed.block.text
        )
        self._marks(highlights, start, end)
        if selected and selected[0] < end and selected[1] > start:
            first, last = max(selected[0] - start, 0), min(selected[1] - start, placed.length)
            if self._shown.is_place(selected):
                highlights.found(first, last)
            else:
                highlights.selection(first, last, selection)

    def _marks(self, highlights: HighlightPainter, start: int, end: int) -> None:
        """Draw annotations, dates and found words between two units of a block that begins at the first."""
        marks = self._shown.marks.within(start, end)
        if marks:
            highlights.marks(marks, self._drawn, start, end - start)
        for first, last in _within(self._shown.dates, start, end):
            highlights.date(max(first, start) - start, min(last, end) - start)
        for first, last in self._shown.quiet_within(start, end):
            highlights.found(max(first, start) - start, min(last, end) - start, faint=True)
        for first, last in self._shown.found:
            if first < end and last > start:
                highlights.found(max(first, start) - start, min(last, end) - start)

    def over(self, placed: Placed) -> None:
        """Draw what stands beside the letters of a block."""
        piece = self._layout.piece_of(placed.block)
        if piece is not None and piece.is_first and self._layout.look.numbers:
            self._number(placed, piece)
        for area, mark in note_signs(self._layout, self._shown.marks, placed):
            colour = theme.dot(mark.colour) if mark.colour else theme.colour("muted")
            ratio = self._painter.device().devicePixelRatioF()
            sign = icons.pixmap("note", _SIGN, colour, ratio)
            self._painter.drawPixmap(area.topLeft(), sign)

    def _number(self, placed: Placed, piece: Piece) -> None:
        line = placed.block.layout().lineAt(0)
        column = self._layout.column
        baseline = placed.top + line.y() + line.ascent()
        target = self._shown.target
        colour = theme.colour("muted")
        if target and target[0] <= placed.start + placed.length and target[1] > placed.start:
            colour = theme.colour("accent")
        else:
            colour.setAlphaF(0.75)
        self._painter.setPen(colour)
        self._painter.setFont(theme.interface_font(-1.5))
        room = QRectF(0, baseline - 20, column.left - 20, 24)
        text = str(piece.passage.ordinal + 1)
        drop = QFontMetricsF(self._painter.font()).descent()
        room.setBottom(baseline + drop)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, text)

    def _card(self, placed: Placed, piece: Piece) -> None:
        area = card_area(self._layout, placed, piece)
        self._painter.setPen(QPen(theme.colour("line"), 1))
        self._painter.setBrush(theme.colour("side"))
        self._painter.drawRoundedRect(area, 6, 6)
        if piece.is_first:
            self._photo(sign_area(self._layout, placed, piece), piece)

    def _photo(self, area: QRectF, piece: Piece) -> None:
        """The picture itself, an empty frame until it is there, or the sign that its scan is missing."""
        ratio = self._painter.device().devicePixelRatioF()
        if self._layout.picture_of(piece) is None:
            sign = icons.pixmap("photo_missing", _ICON, theme.colour("muted"), ratio)
            self._painter.drawPixmap(area.topLeft(), sign)
            return
        picture = self._shown.picture(piece.passage.ordinal, area.size(), ratio)
        if picture is None:
            self._painter.fillRect(area, theme.colour("hover"))
            return
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawPixmap(area, picture, QRectF(picture.rect()))

    def _bar(self, placed: Placed, piece: Piece) -> None:
        style, column = self._layout.style_of(piece), self._layout.column
        top = placed.top + (style.before if piece.is_first else 0)
        height = placed.height - (style.before if piece.is_first else 0)
        self._painter.fillRect(QRectF(column.left + style.left / 2 - 2, top, 2, height), theme.colour("edge"))


def selection_colour(*, has_focus: bool) -> QColor:
    """What is selected is seen better where the keyboard is."""
    colour = theme.colour("accent")
    colour.setAlphaF(0.30 if has_focus else 0.20)
    return colour


def card_area(layout: TextLayout, placed: Placed, piece: Piece) -> QRectF:
    """The frame around a caption."""
    column: Column = layout.column
    text, picture = placed.block.layout().boundingRect(), layout.picture_of(piece)
    height = max(text.height(), picture.height() if picture is not None else 0.0)
    top = placed.top + text.top() - CARD
    return QRectF(column.left - 0.5, top, column.width + 1, height + 2 * CARD)


def sign_area(layout: TextLayout, placed: Placed, piece: Piece) -> QRectF:
    """The picture in a caption's frame, or the sign that it is missing."""
    card, picture = card_area(layout, placed, piece), layout.picture_of(piece)
    if picture is not None:
        return QRectF(round(card.left() + CARD), round(card.top() + CARD), picture.width(), picture.height())
    return QRectF(round(card.left() + 16), round(card.center().y() - _ICON / 2), _ICON, _ICON)


def note_signs(layout: TextLayout, marks: Marks, placed: Placed) -> Iterator[tuple[QRectF, Mark]]:
    """The signs in the right margin, beside the lines in which annotations with notes begin."""
    on_line: dict[int, int] = {}
    lines = placed.block.layout()
    for mark in marks.within(placed.start, placed.start + placed.length):
        if not mark.has_note or not placed.start <= mark.start <= placed.start + placed.length:
            continue
        line = lines.lineForTextPosition(mark.start - placed.start)
        if not line.isValid():
            continue
        place = on_line.get(line.lineNumber(), 0)
        on_line[line.lineNumber()] = place + 1
        if place < _SIGNS_IN_ROW:
            x = layout.column.right + 12 + place * (_SIGN + 5)
            y = placed.top + line.y() + (line.height() - _SIGN) / 2
            yield QRectF(round(x), round(y), _SIGN, _SIGN), mark
