"""The plain shapes of which a timeline is drawn, for the window and for SVG alike.

Places are in pixels from the upper left corner of what is seen. Colours are named by what they mean.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from archive_app.core.timescale import Scale


class Ink(StrEnum):
    """What a colour is for."""

    TEXT = "text"
    MUTED = "muted"
    GRID = "grid"
    GRID_STRONG = "grid_strong"
    LANE = "lane"
    PAPER = "paper"
    CERTAIN = "certain"
    POSSIBLE = "possible"
    CLAIM = "claim"
    CONFLICT = "conflict"
    CHOSEN = "chosen"
    FAMILY = "family"


class Size(StrEnum):
    """The size and weight of words."""

    TITLE = "title"
    SMALL = "small"
    STRONG = "strong"


class Box(NamedTuple):
    """A filled rectangle; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    radius: float = 0.0


class Fade(NamedTuple):
    """A rectangle whose colour vanishes towards its left (-1) or its right side (1)."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    towards: int


class Line(NamedTuple):
    """A straight line, one pixel thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    dashed: bool = False


class Diamond(NamedTuple):
    """A square that stands on a corner; `x` and `y` are its middle. A hollow one is paper inside."""

    x: float
    y: float
    radius: float
    ink: Ink
    hollow: bool = False


class Cross(NamedTuple):
    """Two strokes that cross; `x` and `y` are their middle."""

    x: float
    y: float
    radius: float
    ink: Ink


class Check(NamedTuple):
    """A check mark; `x` and `y` are its middle."""

    x: float
    y: float
    radius: float
    ink: Ink


class Words(NamedTuple):
    """A line of words that begins at `x`, on the baseline `y`, and has this much room."""

    x: float
    y: float
    text: str
    ink: Ink
    size: Size
    room: float


Shape = Box | Fade | Line | Diamond | Cross | Check | Words
Measure = Callable[[str, Size], float]
"""The width of words in pixels."""


class View(NamedTuple):
    """What is seen: `top` is how far the lanes are scrolled up."""

    scale: Scale
    width: float
    height: float
    top: float = 0.0


def strokes_of(sign: Cross | Check) -> list[list[tuple[float, float]]]:
    """The lines of a sign that is made of strokes, from corner to corner."""
    x, y, r = sign.x, sign.y, sign.radius
    if isinstance(sign, Check):
        return [[(x - r, y), (x - r / 4, y + r * 0.75), (x + r, y - r * 0.75)]]
    return [[(x - r, y - r), (x + r, y + r)], [(x - r, y + r), (x + r, y - r)]]


def elided(text: str, room: float, size: Size, measure: Measure) -> str:
    """The text, or as much of its beginning as there is room for with three dots after it."""
    if measure(text, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(f"{text[:middle].rstrip()}…", size) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…" if low else ""
