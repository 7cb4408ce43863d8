"""Paints the shapes of a timeline in the colours of the look that is shown."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)

from archive_app.core.timeline_shapes import (
    Box,
    Check,
    Cross,
    Diamond,
    Fade,
    Ink,
    Line,
    Shape,
    Size,
    Words,
    strokes_of,
)
from archive_app.ui import theme

_NAMES = {
    Ink.TEXT: "text",
    Ink.MUTED: "muted",
    Ink.GRID: "line",
    Ink.GRID_STRONG: "edge",
    Ink.LANE: "side",
    Ink.PAPER: "paper",
    Ink.CERTAIN: "accent",
    Ink.POSSIBLE: "accent",
    Ink.CLAIM: "text",
    Ink.CONFLICT: "danger",
    Ink.CHOSEN: "chosen",
    Ink.FAMILY: "side",
}
_TILE = 6
_ROUNDED = 10
_FAINT, _HATCHED = 60, 170
"""How much colour is behind and in the hatching of what is only possible, of 255."""


@lru_cache
def font(size: Size) -> QFont:
    """The font of words of this size."""
    return {
        Size.TITLE: theme.interface_font(-0.5),
        Size.SMALL: theme.interface_font(-1.5),
        Size.STRONG: theme.interface_font(-0.5, weight=600),
    }[size]


@lru_cache
def _metrics(size: Size) -> QFontMetricsF:
    return QFontMetricsF(font(size))


def measure(text: str, size: Size) -> float:
    """The width of words in pixels."""
    return _metrics(size).horizontalAdvance(text)


class TimelinePainter:
    """Paints with a painter, for one look and one pixel ratio."""

    def __init__(self, painter: QPainter, ratio: float) -> None:
        self._painter = painter
        self._colours = {ink: theme.colour(name) for ink, name in _NAMES.items()}
        self._brushes = {ink: QBrush(colour) for ink, colour in self._colours.items()}
        self._brushes[Ink.POSSIBLE] = _hatching(self._colours[Ink.POSSIBLE].name(), ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, shapes: Iterable[Shape], *, ring: bool = False) -> None:
        """Paint shapes, one over the other; `ring` draws a line around what is chosen."""
        calls: dict[type, Callable[..., None]] = {
            Box: self._box,
            Fade: self._fade,
            Line: self._line,
            Diamond: self._diamond,
            Cross: lambda *values: self._strokes(Cross(*values)),
            Check: lambda *values: self._strokes(Check(*values)),
            Words: self._words,
        }
        for shape in shapes:
            calls[type(shape)](*shape)
            if ring and type(shape) is Box and shape.ink is Ink.CHOSEN:
                self._ring(shape)

    def _box(self, x: float, y: float, width: float, height: float, ink: Ink, radius: float) -> None:
        if not radius or width < _ROUNDED:  # round corners take long, and cannot be seen on so little
            self._painter.fillRect(QRectF(x, y, width, height), self._brushes[ink])
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._brushes[ink])
        self._painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)

    def _fade(self, x: float, y: float, width: float, height: float, ink: Ink, towards: int) -> None:
        near, far = (x + width, x) if towards < 0 else (x, x + width)
        gradient = QLinearGradient(near, 0, far, 0)
        full = QColor(self._colours[ink])
        if ink is Ink.POSSIBLE:
            full.setAlpha(_HATCHED // 2)
        gone = QColor(full)
        gone.setAlpha(0)
        gradient.setColorAt(0, full)
        gradient.setColorAt(1, gone)
        self._painter.fillRect(QRectF(x, y, width, height), QBrush(gradient))

    def _line(self, x1: float, y1: float, x2: float, y2: float, ink: Ink, dashed: bool) -> None:
        pen = QPen(self._colours[ink], 1.2 if dashed else 1.0)
        if dashed:
            pen.setDashPattern([3, 3])
        else:  # in the middle of a pixel, so that it is sharp
            x1, y1, x2, y2 = round(x1) + 0.5, round(y1) + 0.5, round(x2) + 0.5, round(y2) + 0.5
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def _diamond(self, x: float, y: float, radius: float, ink: Ink, hollow: bool) -> None:
        corners = [
            QPointF(x, y - radius),
            QPointF(x + radius, y),
            QPointF(x, y + radius),
            QPointF(x - radius, y),
        ]
        around, inside = (ink, Ink.PAPER) if hollow else (Ink.PAPER, ink)
        self._painter.setPen(QPen(self._colours[around], 1.5))
        self._painter.setBrush(self._brushes[inside])
        self._painter.drawPolygon(QPolygonF(corners))

    def _strokes(self, sign: Cross | Check) -> None:
        """The strokes of a sign, on a ground of paper so that it can be seen on a bar."""
        for ink, width in ((Ink.PAPER, 4.5), (sign.ink, 2.0)):
            self._painter.setPen(QPen(self._colours[ink], width))
            for line in strokes_of(sign):
                self._painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))

    def _words(self, x: float, y: float, text: str, ink: Ink, size: Size, room: float) -> None:
        self._painter.setFont(font(size))
        self._painter.setPen(self._colours[ink])
        shown = _metrics(size).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(QPointF(x, y), shown)

    def _ring(self, box: Box) -> None:
        self._painter.setPen(QPen(self._colours[Ink.CERTAIN], 1.6))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(box.x, box.y, box.width, box.height).adjusted(0.8, 0.8, -0.8, -0.8)
        self._painter.drawRoundedRect(area, box.radius, box.radius)


@lru_cache(8)
def _hatching(colour: str, ratio: float) -> QBrush:
    """Slanting lines over a faint ground, sharp on this screen."""
    tile = QPixmap(round(_TILE * ratio), round(_TILE * ratio))
    ground = QColor(colour)
    ground.setAlpha(_FAINT)
    tile.fill(ground)
    tile.setDevicePixelRatio(ratio)
    line = QColor(colour)
    line.setAlpha(_HATCHED)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1.3))
        for shift in (-_TILE, 0, _TILE):
            painter.drawLine(QPointF(shift - 1, _TILE + 1), QPointF(shift + _TILE + 1, -1))
    return QBrush(tile)
