"""How rows of the library are drawn: a title, a line of details, a count, a picture or a coloured dot."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive_app.ui import icons, theme
from archive_app.ui.library_model import FOLDED, ROW
from archive_app.ui.library_rows import Row, RowKind
from archive_app.ui.thumbnails import Thumbnails

_PICTURE = 52
_HEIGHTS = {RowKind.PHOTO: 68, RowKind.TAG: 34, RowKind.COLLECTION: 36, RowKind.ANNOTATION: 62}
_HEIGHT = 50
_MARGIN = 14
_INDENT, _DEEPEST = 16, 6
"""How far a tag or event is set in for each one that it stands under, and for how many at most."""
_LEFT = Qt.AlignmentFlag.AlignLeft
_TOP = Qt.AlignmentFlag.AlignTop


def arrow_of(row: Row, area: QRect) -> QRect:
    """Where the arrow of a row stands that folds its parts away; `area` is that of the row."""
    left = area.left() + _INDENT * min(row.depth, _DEEPEST)
    return QRect(left + 2, area.top(), _MARGIN - 2, area.height())


class LibraryDelegate(QStyledItemDelegate):
    """Draws a `Row`; heights depend on the kind of row alone, so that long lists stay fast."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of a row of this kind."""
        row = index.data(ROW)
        return QSize(120, _HEIGHTS.get(row.kind, _HEIGHT) if isinstance(row, Row) else _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        area = QRect(option.rect)
        self._draw_back(painter, option, area)
        if row.parts:
            self._draw_arrow(painter, arrow_of(row, area), folded=bool(index.data(FOLDED)))
        area.adjust(_MARGIN + _INDENT * min(row.depth, _DEEPEST), 0, -12, 0)
        if row.kind is RowKind.PHOTO:
            self._draw_picture(
                painter, QRect(area.left() - 2, area.center().y() - 25, _PICTURE, _PICTURE), row
            )
            area.adjust(_PICTURE + 8, 0, 0, 0)
        elif row.colour is not None or row.kind is RowKind.TAG:
            self._draw_dot(painter, area, row)
            area.adjust(18, 0, 0, 0)
        elif row.icon:
            icon = icons.icon(row.icon, theme.colours().muted)
            icon.paint(painter, QRect(area.left() - 2, area.center().y() - 8, 16, 16))
            area.adjust(22, 0, 0, 0)
        area = self._draw_count(painter, area, row)
        self._draw_words(painter, area, row)
        painter.restore()

    def _draw_back(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("chosen"))
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))

    def _draw_arrow(self, painter: QPainter, area: QRect, *, folded: bool) -> None:
        """Right where parts are folded away, down where they stand below."""
        middle = QPointF(area.center().x() + 1.5, area.top() + 17.5)
        corners = (
            ((-2.5, -4.5), (-2.5, 4.5), (3.0, 0.0)) if folded else ((-4.5, -2.5), (4.5, -2.5), (0.0, 3.0))
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("muted"))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))

    def _draw_picture(self, painter: QPainter, area: QRect, row: Row) -> None:
        ratio = painter.device().devicePixelRatioF()
        assert row.photo is not None
        picture = self._thumbnails.picture(row.photo, 2 * _PICTURE, ratio)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(area), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(shape, theme.colour("line"))
        if picture is None:
            name = "photo_missing" if row.photo.file_id is None else "photo"
            icons.icon(name, theme.colours().muted).paint(painter, area.adjusted(14, 14, -14, -14))
            return
        size = picture.deviceIndependentSize()
        scale = max(area.width() / size.width(), area.height() / size.height())
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        target.moveCenter(QRectF(area).center())
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(target, picture, QRectF(picture.rect()))
        painter.restore()

    def _draw_dot(self, painter: QPainter, area: QRect, row: Row) -> None:
        middle = area.top() + 18 if row.detail else area.center().y() + 1
        if row.colour is None:
            icons.icon("tag", theme.colours().muted).paint(
                painter, QRect(area.left() - 2, middle - 8, 16, 16)
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.dot(row.colour))
        painter.drawEllipse(QRectF(area.left(), middle - 5, 10, 10))

    def _draw_count(self, painter: QPainter, area: QRect, row: Row) -> QRect:
        if not row.count:
            return area
        painter.setFont(theme.interface_font(-1))
        painter.setPen(theme.colour("muted"))
        text = f"{row.count}"
        top = area.adjusted(0, 8, 0, 0) if row.detail else area
        align = Qt.AlignmentFlag.AlignRight | (_TOP if row.detail else Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(top, align, text)
        return area.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - 8, 0)

    def _draw_words(self, painter: QPainter, area: QRect, row: Row) -> None:
        two_lines = row.kind in (RowKind.PHOTO, RowKind.ANNOTATION)
        painter.setFont(theme.interface_font(-0.5 if two_lines else 0))
        painter.setPen(theme.colour("text"))
        metrics = painter.fontMetrics()
        lines = _broken(row.title, metrics, area.width(), 2 if two_lines else 1)
        height = metrics.height() * len(lines)
        if row.detail:
            height += QFontMetrics(theme.interface_font(-1)).height()
        top = area.top() + (area.height() - height) // 2
        for line in lines:
            painter.drawText(QRect(area.left(), top, area.width(), metrics.height()), _LEFT | _TOP, line)
            top += metrics.height()
        if row.detail:
            painter.setFont(theme.interface_font(-1))
            painter.setPen(theme.colour("muted"))
            metrics = painter.fontMetrics()
            detail = metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(
                QRect(area.left(), top + 1, area.width(), metrics.height()), _LEFT | _TOP, detail
            )


def _broken(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """A text on at most `most` lines of `width` pixels, the last one cut with an ellipsis."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words:
        lines.append(" ".join(words))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
