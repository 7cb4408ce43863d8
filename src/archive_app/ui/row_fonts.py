"""The fonts of rows that are drawn again and again, made once. Whoever takes one must not change it."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from archive_app.ui import theme


@lru_cache(maxsize=32)
def interface_font(points: float = 0.0, weight: int = 400) -> QFont:
    """As `theme.interface_font`."""
    return theme.interface_font(points, weight=weight)


@lru_cache(maxsize=32)
def interface_metrics(points: float = 0.0, weight: int = 400) -> QFontMetricsF:
    """The measures of `interface_font`."""
    return QFontMetricsF(interface_font(points, weight))


@lru_cache(maxsize=32)
def reading_font(points: float, weight: int = 400) -> QFont:
    """As `theme.reading_font`."""
    return theme.reading_font(points, weight=weight)


@lru_cache(maxsize=32)
def reading_metrics(points: float, weight: int = 400) -> QFontMetricsF:
    """The measures of `reading_font`."""
    return QFontMetricsF(reading_font(points, weight))
