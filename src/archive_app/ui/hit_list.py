"""The hits of a search as rows: where it stands, the words around, and why it was found."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archive_app.core.hits import Hit, RecordKind, Tier
from archive_app.core.translation import N_, _
from archive_app.ui import icons, theme
from archive_app.ui.positions import Positions

Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_BEFORE, _LENGTH = 60, 260
_MOST_LINES = 4
_SIDE, _PADDING = 12, 9
_ICONS = {
    RecordKind.PASSAGE: "source",
    RecordKind.ANNOTATION: "note",
    RecordKind.PHOTO: "photo",
    RecordKind.EVENT: "event",
    RecordKind.SOURCE: "book",
}
_KINDS = {
    RecordKind.PASSAGE: N_("Passage"),
    RecordKind.ANNOTATION: N_("Annotation"),
    RecordKind.PHOTO: N_("Photo"),
    RecordKind.EVENT: N_("Event"),
    RecordKind.SOURCE: N_("Source"),
}
_WHY = {
    Tier.EXACT: N_("as typed"),
    Tier.FOLDED: N_("other spelling"),
    Tier.WORD: N_("other form"),
    Tier.RELATED: N_("related word"),
}


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a hit's text, with the places of the found words in it, in UTF-16 units."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(hit: Hit) -> Snippet:
    """The words around the first place where something was found."""
    first = hit.highlights[0][0] if hit.highlights else 0
    start = 0 if first <= 2 * _BEFORE else _word_start(hit.text, first - _BEFORE)
    end = min(len(hit.text), start + _LENGTH)
    lead = "… " if start else ""
    text = lead + hit.text[start:end].replace("\n", " ") + ("…" if end < len(hit.text) else "")
    units = Positions(text).to_units
    shift = len(lead) - start
    marks = [(units(a + shift), units(min(z, end) + shift)) for a, z in hit.highlights if start <= a < end]
    return Snippet(text, tuple(marks))


def _word_start(text: str, position: int) -> int:
    space = text.find(" ", position, position + 30)
    return position if space < 0 else space + 1


def reasons(hit: Hit, query: str) -> list[str]:
    """Why a hit was found, in a few words each, nearest first."""
    found: dict[str, None] = {}
    in_cyrillic = _is_cyrillic(query)
    for one in sorted(hit.matched, key=lambda form: form.tier):
        if one.tier is Tier.EXACT and _is_cyrillic(one.form) != in_cyrillic:
            found[_("other script")] = None
        else:
            found[_(_WHY[one.tier])] = None
    return list(found)


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


class HitModel(QAbstractListModel):
    """The hits in their order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()
        self.query = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == _HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("{source}: {text}").format(source=heading(hit), text=snippet(hit).text)
        if role == Qt.ItemDataRole.ToolTipRole:
            forms = ", ".join(dict.fromkeys(one.form for one in hit.matched))
            return (
                _("{source}\nFound: {forms}").format(source=heading(hit), forms=forms)
                if forms
                else heading(hit)
            )
        return None

    def show(self, hits: Sequence[Hit], query: str) -> None:
        """Show these hits."""
        self.beginResetModel()
        self.hits = tuple(hits)
        self.query = query
        self.endResetModel()


def heading(hit: Hit) -> str:
    """Where a hit stands: the source's title, or what kind of record it is."""
    return hit.source_title or _(_KINDS[hit.kind])


class HitList(QListView):
    """A list of hits. `escaped` tells that the person wants to leave it."""

    hit_activated = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self._delegate = HitDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Results of the search"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._on_clicked)
        theme.state.changed.connect(self.viewport().update)

    def show_hits(self, hits: Sequence[Hit], query: str) -> None:
        """Show these hits; the one that was gone to stays if it is still among them."""
        before = self.current_hit()
        self._delegate.forget()
        self.hits.show(hits, query)
        row = next((row for row, hit in enumerate(hits) if before and hit.id == before.id), -1)
        if row >= 0:
            self.setCurrentIndex(self.hits.index(row))

    def current_hit(self) -> Hit | None:
        """The hit that was gone to."""
        index = self.currentIndex()
        return self.hits.hits[index.row()] if index.isValid() else None

    def step(self, step: int) -> None:
        """Go to another hit."""
        row = max(0, min(len(self.hits.hits) - 1, self.currentIndex().row() + step))
        if self.hits.hits:
            self.setCurrentIndex(self.hits.index(row))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.hit_activated.emit(self.hits.hits[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hit = self.current_hit()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and hit is not None:
            self.hit_activated.emit(hit)
        else:
            super().keyPressEvent(event)


class HitDelegate(QStyledItemDelegate):
    """Draws a hit: title, words with the found ones marked, reasons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, int], int] = {}

    def forget(self) -> None:
        """Other hits will come."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit: Hit = index.data(_HIT)
        width = option.rect.width() or option.widget.width()
        key = (hit.id + hit.kind, width)
        if key not in self._heights:
            layout = _laid_out(snippet(hit), width - 2 * _SIDE)
            heights = [self._title_height(), layout.boundingRect().height() + 3]
            if hit.matched:
                heights.append(_chip_height() + 5)
            self._heights[key] = round(sum(heights)) + 2 * _PADDING
        return QSize(100, self._heights[key])

    def _title_height(self) -> float:
        return QFontMetricsF(theme.interface_font(-0.5, weight=600)).height() + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: Hit = index.data(_HIT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("chosen"))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("hover"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.colour("line"))
        inner = area.adjusted(_SIDE, _PADDING, -_SIDE, -_PADDING)
        self._paint_title(painter, inner, hit)
        layout = _laid_out(snippet(hit), inner.width())
        painter.setPen(theme.colour("text"))
        top = inner.top() + self._title_height() + 3
        layout.draw(painter, QPointF(inner.left(), top))
        model = index.model()
        assert isinstance(model, HitModel)
        _paint_chips(
            painter,
            QPointF(inner.left(), top + layout.boundingRect().height() + 5),
            reasons(hit, model.query),
            inner,
        )
        painter.restore()

    def _paint_title(self, painter: QPainter, inner: QRectF, hit: Hit) -> None:
        spot = QRect(round(inner.left()), round(inner.top() + 1), 14, 14)
        icons.icon(_ICONS[hit.kind], theme.colours().muted).paint(painter, spot)
        font = theme.interface_font(-0.5, weight=600)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        title = QFontMetricsF(font).elidedText(heading(hit), Qt.TextElideMode.ElideRight, inner.width() - 20)
        painter.drawText(QPointF(inner.left() + 20, inner.top() + QFontMetricsF(font).ascent()), title)


def _laid_out(shown: Snippet, width: float) -> QTextLayout:
    layout = QTextLayout(shown.text, theme.reading_font(10.5))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats = []
    for start, end in shown.marks:
        mark = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setBackground(theme.mark())
        mark.start, mark.length, mark.format = start, end - start, look
        formats.append(mark)
    layout.setFormats(formats)
    layout.beginLayout()
    y = 0.0
    for _number in range(_MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _chip_height() -> float:
    return QFontMetricsF(theme.interface_font(-1.5)).height() + 4


def _paint_chips(painter: QPainter, at: QPointF, labels: Sequence[str], inner: QRectF) -> None:
    font = theme.interface_font(-1.5)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    x = at.x()
    for label in labels:
        width = metrics.horizontalAdvance(label) + 14
        if x + width > inner.right():
            return
        chip = QRectF(x, at.y(), width, _chip_height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(theme.colour("text"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, label)
        x += width + 6
