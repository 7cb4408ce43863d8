"""How a line of the palette is drawn: icon, title, where it belongs, and at the right its keys."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archive_app.ui import icons, theme
from archive_app.ui.palette_entries import Entry

_HEIGHT, _HEADING = 32, 26
_SIDE, _ICON, _GAP = 10, 16, 10
_FAINT = 0.55
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class PaletteDelegate(QStyledItemDelegate):
    """Entries that cannot be had now are faint, with the reason in the place of where they belong."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_entry = index.data(Qt.ItemDataRole.UserRole) is not None
        return QSize(200, _HEIGHT if is_entry else _HEADING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            painter.setFont(theme.interface_font(-1, weight=600))
            painter.setPen(theme.colour("muted"))
            painter.drawText(area.adjusted(_SIDE, 4, 0, 0), _LEFT, str(index.data()))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("chosen"))
                painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
            _paint(painter, area.adjusted(_SIDE, 0, -_SIDE, 0), entry)
        painter.restore()


def _paint(painter: QPainter, area: QRect, entry: Entry) -> None:
    painter.setOpacity(1.0 if entry.is_possible else _FAINT)
    spot = QRect(area.left(), area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
    if entry.icon:
        icons.icon(entry.icon, theme.colours().muted).paint(painter, spot)
    elif entry.action is not None:  # the dots of colours
        entry.action.icon().paint(painter, spot)
    small, usual = theme.interface_font(-1), theme.interface_font()
    words = area.adjusted(_ICON + _GAP, 0, 0, 0)
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    if entry.keys:
        painter.drawText(words, _RIGHT, entry.keys)
        words.setRight(words.right() - QFontMetrics(small).horizontalAdvance(entry.keys) - 2 * _GAP)
    detail = entry.reason or entry.detail
    metrics = QFontMetrics(usual)
    title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, words.width())
    rest = words.adjusted(metrics.horizontalAdvance(title) + _GAP, 0, 0, 0)
    painter.setOpacity(1.0)
    shown = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, max(rest.width(), 0))
    painter.drawText(rest, _LEFT, shown)
    painter.setOpacity(1.0 if entry.is_possible else _FAINT)
    painter.setFont(usual)
    painter.setPen(theme.colour("text"))
    painter.drawText(words, _LEFT, title)
    painter.setOpacity(1.0)
