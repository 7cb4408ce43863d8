"""Annotations as cards in a list: the words, the note, tags, and what the source says about events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive_app.core.dates import format_date
from archive_app.core.records import Event, Link
from archive_app.core.translation import _
from archive_app.services.annotating import Annotated
from archive_app.ui import icons, theme

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _PADDING, _EDGE, _GAP = 8, 12, 4, 5
_MOST_LINES = 3
_ENOUGH = 320
"""More letters than fit on the lines of a card; the rest need not be measured."""


class AnnotationModel(QAbstractListModel):
    """Some annotations in an order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Annotated] = []
        self._places: dict[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        annotated = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            one = annotated.annotation
            return ". ".join(part for part in (one.quote, one.note, ", ".join(annotated.tag_names)) if part)
        return None

    def row_of(self, annotation_id: str | None) -> int:
        """The row of an annotation, -1 where it is not shown."""
        return self._places.get(annotation_id or "", -1)

    def show(self, rows: Sequence[Annotated]) -> None:
        """Show these. Where one was added or taken away, or some were changed, the others stay as they are."""
        new, old = list(rows), self.rows
        common = _common_start(old, new)
        if len(new) == len(old) and all(_id(a) == _id(b) for a, b in zip(old, new, strict=True)):
            self._take(new)
            for row in range(common, len(new)):
                if new[row] is not old[row] and new[row] != old[row]:
                    self.dataChanged.emit(self.index(row), self.index(row))
        elif len(new) == len(old) + 1 and new[common + 1 :] == old[common:]:
            self.beginInsertRows(QModelIndex(), common, common)
            self._take(new)
            self.endInsertRows()
        elif len(new) == len(old) - 1 and new[common:] == old[common + 1 :]:
            self.beginRemoveRows(QModelIndex(), common, common)
            self._take(new)
            self.endRemoveRows()
        else:
            self.beginResetModel()
            self._take(new)
            self.endResetModel()

    def _take(self, rows: list[Annotated]) -> None:
        self.rows = rows
        self._places = {_id(annotated): row for row, annotated in enumerate(rows)}


def _id(annotated: Annotated) -> str:
    return annotated.annotation.id


def _common_start(old: Sequence[Annotated], new: Sequence[Annotated]) -> int:
    for row, (one, other) in enumerate(zip(old, new, strict=False)):
        if one is not other and one != other:
            return row
    return min(len(old), len(new))


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a card: some lines of words in a font, after an icon if it has one."""

    text: str
    font: QFont
    colour: str
    lines: int
    icon: str = ""


class CardDelegate(QStyledItemDelegate):
    """Draws annotations as cards. The row of the one that is edited is left to the editor.

    Heights are kept by annotation, as the view asks for all of them again and again.
    """

    def __init__(
        self, parent: QWidget, cards: AnnotationModel, event_of: Callable[[str], Event | None]
    ) -> None:
        super().__init__(parent)
        self._cards = cards
        self._event_of = event_of
        self._heights: dict[str, tuple[Annotated, int]] = {}
        self._width = 0
        self.edited: str | None = None
        self.edited_height = 0
        self._quote_font, self._note_font = theme.reading_font(10), theme.interface_font(-0.5)
        self._small_font = theme.interface_font(-1)
        self._metrics = {
            id(font): QFontMetricsF(font) for font in (self._quote_font, self._note_font, self._small_font)
        }
        self._letter = self._metrics[id(self._note_font)].averageCharWidth()

    def forget(self) -> None:
        """Events may have other titles now."""
        self._heights.clear()

    def set_width(self, width: int) -> None:
        """The list is as wide as this."""
        if width != self._width:
            self._width = width
            self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option  # asked for thousands of rows at once: the width is known, and so are the rows
        annotated = self._cards.rows[index.row()]
        key = annotated.annotation.id
        if key == self.edited:
            return QSize(100, self.edited_height + _MARGIN)
        known = self._heights.get(key)
        return QSize(
            100, known[1] if known is not None and known[0] is annotated else self.measure(annotated)
        )

    def is_measured(self, annotated: Annotated) -> bool:
        """Whether the height of a card is known."""
        known = self._heights.get(annotated.annotation.id)
        return known is not None and known[0] is annotated

    def measure(self, annotated: Annotated) -> int:
        """Work out the height of a card, and keep it."""
        height = self._height_of(annotated)
        self._heights[annotated.annotation.id] = annotated, height
        return height

    def _height_of(self, annotated: Annotated) -> int:
        parts = self._parts(annotated, self._width - 2 * _MARGIN - 2 * _PADDING - _EDGE)
        text = sum(part.lines * self._line(part.font) for part in parts)
        return ceil(text + _GAP * (len(parts) - 1)) + 2 * _PADDING - 4 + _MARGIN

    def _line(self, font: QFont) -> float:
        return self._metrics[id(font)].lineSpacing()

    def _count(self, text: str, font: QFont, width: float) -> int:
        """How many lines a text takes; only where its length leaves that open is it laid out."""
        width = max(60.0, width)
        if len(text) * self._letter > _MOST_LINES * width:
            return _MOST_LINES
        advance = self._metrics[id(font)].horizontalAdvance(text) / width
        least, most = ceil(advance), ceil(advance * 1.15)
        if least == most or least >= _MOST_LINES:
            return max(1, min(_MOST_LINES, most))
        return len(broken(text, font, width, _MOST_LINES))

    def _parts(self, annotated: Annotated, width: float) -> list[_Part]:
        one = annotated.annotation
        parts = []
        if one.quote:
            quote = " ".join(one.quote[:_ENOUGH].split())
            lines = self._count(quote, self._quote_font, width)
            parts.append(_Part(quote, self._quote_font, "text", lines))
        if one.note:
            note = " ".join(one.note[:_ENOUGH].split())
            lines = self._count(note, self._note_font, width - 20)
            parts.append(_Part(note, self._note_font, "text", lines, "note"))
        if annotated.tags:
            parts.append(_Part("  ·  ".join(annotated.tag_names), self._small_font, "muted", 1, "tag"))
        for link in annotated.links[:_MOST_LINES]:
            parts.append(_Part(self._says(link), self._small_font, "muted", 1, "event"))
        return parts

    def _says(self, link: Link) -> str:
        event = self._event_of(link.event_id)
        title = event.title if event else ""
        said = ", ".join(
            part for part in (format_date(link.says_when), link.says_where, link.says_who) if part
        )
        return _("{event}: says {said}").format(event=title, said=said) if said else title

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        annotated = self._cards.rows[index.row()]
        if annotated.annotation.id == self.edited:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(_MARGIN + 0.5, 0.5, -_MARGIN - 0.5, -_MARGIN + 0.5)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_card(painter, card, annotated, theme.colour("hover" if hovered else "field"))
        inner = card.adjusted(_EDGE + _PADDING, _PADDING - 2, -_PADDING, -_PADDING + 2)
        top = inner.top()
        for part in self._parts(annotated, inner.width()):
            top = self._paint_part(painter, part, QRectF(inner.left(), top, inner.width(), 0)) + _GAP
        painter.restore()

    def _paint_part(self, painter: QPainter, part: _Part, area: QRectF) -> float:
        """Draw a part from the top of `area` on; return where it ends."""
        painter.setFont(part.font)
        pitch = self._line(part.font)
        if part.icon:
            spot = QRect(round(area.left()), round(area.top() + (pitch - 14) / 2), 14, 14)
            icons.icon(part.icon, theme.colours().muted).paint(painter, spot)
            area = area.adjusted(20, 0, 0, 0)
        painter.setPen(theme.colour(part.colour))
        for number, line in enumerate(broken(part.text, part.font, area.width(), part.lines)):
            base = area.top() + number * pitch + self._metrics[id(part.font)].ascent()
            painter.drawText(QPointF(area.left(), base), line)
        return area.top() + part.lines * pitch


def paint_card(
    painter: QPainter, card: QRectF, annotated: Annotated, back: QColor, frame: QColor | None = None
) -> None:
    """Draw the frame of a card with the annotation's colour along its left edge."""
    colour = annotated.annotation.colour
    shape = QPainterPath()
    shape.addRoundedRect(card, 6, 6)
    painter.fillPath(shape, back)
    painter.save()
    painter.setClipPath(shape)
    edge = theme.dot(colour) if colour else theme.colour("edge")
    painter.fillRect(QRectF(card.left(), card.top(), _EDGE, card.height()), edge)
    painter.restore()
    painter.setPen(QPen(frame or theme.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def broken(text: str, font: QFont, width: float, most: int) -> list[str]:
    """A text on at most `most` lines, the last one cut with an ellipsis."""
    metrics = QFontMetricsF(font)
    if most == 1:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")
    ends = [*starts[1:], len(units) // 2]
    lines = [units[2 * a : 2 * z].decode("utf-16-le") for a, z in zip(starts, ends, strict=True)]
    if lines:
        lines[-1] = metrics.elidedText(lines[-1].rstrip(), Qt.TextElideMode.ElideRight, width)
    return [line.rstrip() for line in lines]
