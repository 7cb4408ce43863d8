"""The icons: lines of one width on a grid of 24 by 24, drawn for this program, in the colour that is asked for."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from archive_app.ui import theme

_SHAPES = {
    "archive": '<path d="M3.5 4.5h17v4h-17zM5 8.5v11h14v-11M10 12.5h4"/>',
    "authority": '<path d="M3.5 5.5h17v13h-17zM13.5 10h4M13.5 14h4"/><circle cx="8.5" cy="9.7" r="1.8"/>'
    '<path d="M5.5 15.5c.4-2 1.5-3 3-3s2.6 1 3 3"/>',
    "back": '<path d="M14.5 6l-6 6 6 6"/>',
    "book": '<path d="M12 6.5c-2-1.6-4.8-2-8-2v13.5c3.2 0 6 .4 8 2 2-1.6 4.8-2 8-2V4.5c-3.2 0-6 .4-8 2zM12 6.5V20"/>',
    "check": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
    "close": '<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>',
    "collection": '<path d="M4 9.5h16v10H4zM6 6.5h12M8 3.5h8"/>',
    "conflict": '<path d="M4.5 9h15M4.5 15h15M16 4.5l-8 15"/>',
    "copy": '<path d="M9 9h11v11H9zM5.5 15H4V4h11v1.5"/>',
    "down": '<path d="M6 9.5l6 6 6-6"/>',
    "edit": '<path d="M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5"/>',
    "event": '<path d="M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8"/><path d="M8.5 15h3"/>',
    "export": '<path d="M13.5 3.5H6v17h12V8zM13.5 3.5V8H18M12 11v6M9.5 14.5L12 17l2.5-2.5"/>',
    "find": '<path d="M13.5 3.5H6v17h5M13.5 3.5V8H18v2M13.5 3.5L18 8"/><circle cx="15" cy="15" r="3.5"/>'
    '<path d="M17.5 17.5l3 3"/>',
    "folder": '<path d="M3.5 19V5.5h6l2 2.5h9v11z"/>',
    "filter": '<path d="M4 6.5h16M7 12h10M10 17.5h4"/>',
    "forward": '<path d="M9.5 6l6 6-6 6"/>',
    "full_screen": '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>',
    "help": '<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7'
    'M12 16.5v.1"/>',
    "highlight": '<path d="M5 20h14M8 16.5l-1.5-4L14 4.5l4.5 4.5-7.5 7.5zM11 7.5l4.5 4.5M8 16.5h3"/>',
    "import": '<path d="M12 3.5v11M7.5 10L12 14.5 16.5 10M4 15.5v5h16v-5"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5v.1"/>',
    "inspector": '<path d="M3.5 5h17v14h-17zM14.5 5v14M17.3 9h.5M17.3 12h.5M17.3 15h.5"/>',
    "keyboard": '<path d="M3 7h18v11H3zM6.5 10.5v.1M10 10.5v.1M14 10.5v.1M17.5 10.5v.1M7 14.5h10"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7.1'
    'M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3"/>',
    "larger": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5M8 10.5h5M10.5 8v5"/>',
    "lines": '<path d="M3 7h5M16 7h5M3 12h5M16 12h5M3 17h5M16 17h5M10.5 7h3M10.5 12h3M10.5 17h3"/>',
    "list": '<path d="M8.5 6.5h12M8.5 12h12M8.5 17.5h12M4 6.5v.1M4 12v.1M4 17.5v.1"/>',
    "look": '<path d="M2.5 18.5L7.8 5h.4l5.3 13.5M4.5 14h7M20.5 11.5v7M20.5 13.6a2.9 3.4 0 1 0 0 2.8"/>',
    "merge": '<path d="M5 4.5V8l7 5.5L19 8V4.5M12 13.5v6M9 17l3 2.5 3-2.5"/>',
    "moon": '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>',
    "more": '<path d="M5.5 12v.1M12 12v.1M18.5 12v.1"/>',
    "new": '<path d="M3.5 19V5.5h6l2 2.5h9v11zM12 11v5M9.5 13.5h5"/>',
    "none": '<circle cx="12" cy="12" r="8"/><path d="M6.5 17.5l11-11"/>',
    "note": '<path d="M4.5 4.5h15v10l-5 5h-10zM19.5 14.5h-5v5M8 9h8M8 12.5h4"/>',
    "open": '<path d="M3.5 18.5v-13h6l2 2.5h7v2.5M3.5 18.5l3-8H21l-3 8z"/>',
    "panes": '<path d="M3.5 5h17v14h-17zM9 5v14M15 5v14"/>',
    "palette": '<path d="M3.5 5h17v14h-17zM7 9.5l2.5 2.5L7 14.5M12.5 15H17"/>',
    "person": '<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.5-4 3-6 7-6s6.5 2 7 6"/>',
    "photo": '<path d="M3.5 5h17v14h-17zM3.5 16l5-5 4.5 4.5 2.5-2.5 5 4.5"/><circle cx="15.5" cy="9" r="1.4"/>',
    "photo_missing": '<path d="M3.5 9V5h4M11 5h2.5M17 5h3.5v4M20.5 13v2M20.5 18.5v.5H17M13.5 19H11M7.5 19h-4v-4"/>'
    '<path d="M9.5 9.5l5 5M14.5 9.5l-5 5"/>',
    "place": '<path d="M12 21c4.5-4.8 6.5-8.2 6.5-11a6.5 6.5 0 0 0-13 0c0 2.8 2 6.2 6.5 11z"/>'
    '<circle cx="12" cy="10" r="2.3"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "quote": '<path d="M10 7c-3 .8-4.5 2.8-4.5 6v4H10v-4.5H7.5M18.5 7c-3 .8-4.5 2.8-4.5 6v4h4.5v-4.5H16"/>',
    "redo": '<path d="M15.5 5.5L20 10l-4.5 4.5M20 10H9.5a5 5 0 0 0 0 10H13"/>',
    "scan": '<path d="M12 5H3.5v14h17v-7M3.5 16l5-5 4.5 4.5 2.5-2.5 5 4.5M18 3v6M15 6h6"/>',
    "script": '<path d="M4 8.5h15.5M15.5 4.5l4 4-4 4M20 15.5H4.5M8.5 11.5l-4 4 4 4"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>',
    "smaller": '<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5M8 10.5h5"/>',
    "sort": '<path d="M7.5 5v14M4 15.5L7.5 19l3.5-3.5M13.5 6.5h7M13.5 12h5M13.5 17.5h3"/>',
    "source": '<path d="M13.5 3.5H6v17h12V8zM13.5 3.5V8H18M9 12.5h6M9 16h6"/>',
    "star": '<path d="M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z"/>',
    "sun": '<circle cx="12" cy="12" r="3.8"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.7 5.7l1.4 1.4M16.9 16.9l1.4 1.4'
    'M18.3 5.7l-1.4 1.4M7.1 16.9l-1.4 1.4"/>',
    "system": '<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17M12 8h6.5M12 12h8.5M12 16h6.5"/>',
    "table": '<path d="M3.5 5h17v14h-17zM3.5 9.7h17M3.5 14.3h17M9.5 9.7V19"/>',
    "tag": '<path d="M3.5 4h8l9 9-7.5 7.5-9-9z"/><circle cx="8" cy="8.5" r="1.3"/>',
    "timeline": '<path d="M3 20.5h18M6.5 18v2.5M12 18v2.5M17.5 18v2.5M4 6h8M9 10h11M6 14h6"/>',
    "together": '<path d="M3.5 4.5h7v15h-7zM13.5 4.5h7v15h-7zM7 8v8M5.5 14.5L7 16l1.5-1.5"/>'
    '<path d="M17 8v8M15.5 14.5L17 16l1.5-1.5"/>',
    "beside": '<path d="M3.5 4.5h7v15h-7zM13.5 4.5h7v15h-7zM6 8.5h2M6 12h2M16 8.5h2M16 12h2"/>',
    "trash": '<path d="M4.5 6.5h15M9 6.5v-3h6v3M6.5 6.5l1 14h9l1-14M10 10.5v6M14 10.5v6"/>',
    "tree": '<path d="M4 5.5h9M10 12h10M10 18.5h10M6.5 5.5v13h3.5M6.5 12H10"/>',
    "undo": '<path d="M8.5 5.5L4 10l4.5 4.5M4 10h10.5a5 5 0 0 1 0 10H11"/>',
    "unit": '<circle cx="8" cy="8.5" r="2.8"/><circle cx="16.5" cy="9" r="2.3"/><path d="M2.5 19c.4-3.4 2.4-5 5.5-5'
    's5.1 1.6 5.5 5M14.5 14c3.7-.4 6.3 1.3 7 4.5"/>',
    "up": '<path d="M6 14.5l6-6 6 6"/>',
    "warning": '<path d="M12 4L2.8 20h18.4zM12 10v4.5M12 17v.1"/>',
}  # fmt: skip
NAMES = frozenset(_SHAPES)
"""The names of all icons."""

_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" '
    'stroke-opacity="{opacity}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">{shape}</svg>'
)
_SIZES = (16, 20)
"""The sizes of menus and lists, and of toolbars, in device-independent pixels."""
_DISABLED_SIZES = (20,)
_FAINT = 0.3
"""How much of its colour a dot keeps that cannot be chosen now."""
_NAME = "icon_name"


class HasIcon(Protocol):
    """An action or a button."""

    def icon(self) -> QIcon: ...
    def setIcon(self, icon: QIcon) -> None: ...
    def property(self, name: str) -> object: ...
    def setProperty(self, name: str, value: object) -> bool: ...


def icon(name: str, colour: QColor | str | None = None) -> QIcon:
    """The icon of this name in a colour, by default the text's. Raises KeyError for an unknown name."""
    return _icon(name, QColor(colour or theme.colours().text).name(), theme.colours().muted, _ratios())


def _ratios() -> tuple[float, ...]:
    """How many pixels the screens have for one that is independent of the device; always also one for one."""
    return tuple(sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


def pixmap(name: str, size: int, colour: QColor | str | None = None, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels, for a screen with this pixel ratio."""
    drawing = _drawing(name, QColor(colour or theme.colours().text).name())
    made = _drawn(round(size * ratio), drawing.render)
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, faint: str, ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for mode, ink, opacity, sizes in (
        (QIcon.Mode.Normal, colour, 1.0, _SIZES),
        (QIcon.Mode.Disabled, faint, 0.45, _DISABLED_SIZES),
    ):
        drawing = _drawing(name, ink, opacity)
        for size in sorted({round(size * ratio) for size in sizes for ratio in ratios}):
            made.addPixmap(_drawn(size, drawing.render), mode)
    return made


def _drawing(name: str, colour: str, opacity: float = 1.0) -> QSvgRenderer:
    svg = _FRAME.format(colour=colour, opacity=opacity, shape=_SHAPES[name])
    return QSvgRenderer(QByteArray(svg.encode()))


def dot(colour: QColor, size: int = 16) -> QIcon:
    """A filled circle, for colours of highlights and tags."""
    return _dot(colour.name(), size)


@lru_cache(maxsize=64)
def _dot(colour: str, size: int) -> QIcon:
    made = QIcon()
    for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, _FAINT)):

        def draw(painter: QPainter, area: QRectF, opacity: float = opacity) -> None:
            painter.setOpacity(opacity)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            rim = area.width() / 8
            painter.drawEllipse(area.adjusted(rim, rim, -rim, -rim))

        for pixels in (size, 2 * size):
            made.addPixmap(_drawn(pixels, draw), mode)
    return made


def _drawn(size: int, draw: "_Draw") -> QPixmap:
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QRectF(0, 0, size, size))
    return drawn


class _Draw(Protocol):
    def __call__(self, painter: QPainter, area: QRectF, /) -> None: ...


def put(target: HasIcon, name: str) -> None:
    """Give an action or a button an icon that `refresh` draws again when the look changes."""
    name_only(target, name)
    target.setIcon(icon(name))


def name_only(target: HasIcon, name: str) -> None:
    """Say which icon an action or a button has; `draw_missing` draws it once it is to be seen."""
    target.setProperty(_NAME, name)


def name_of(target: HasIcon) -> str:
    """The name of the icon that was put on an action or a button, drawn or not; "" where there is none."""
    return str(target.property(_NAME) or "")


def draw_missing(targets: Iterable[HasIcon]) -> None:
    """Draw the icons that were only named so far."""
    for target in targets:
        name = name_of(target)
        if name and target.icon().isNull():
            target.setIcon(icon(name))


def refresh(root: QObject) -> None:
    """Draw the icons of `root`'s children again that are drawn already, in the colours of the look that is shown."""
    for child in root.findChildren(QObject):
        name = child.property(_NAME)
        if name and not child.icon().isNull():  # type: ignore[attr-defined]
            child.setIcon(icon(name))  # type: ignore[attr-defined]
