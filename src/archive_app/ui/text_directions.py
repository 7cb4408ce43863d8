"""Where letters stand in lines that also run from right to left: next to each other in the text is not on the page."""

import re

from PySide6.QtGui import QTextLine

_NOT_LEFT_TO_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters of scripts that run from right to left, and the signs that change the direction (Unicode, Annex 9)."""
_TOUCH = 0.5


def is_mixed(letters: str) -> bool:
    """Whether any of the letters may run from right to left."""
    return _NOT_LEFT_TO_RIGHT.search(letters) is not None


def x_of(line: QTextLine, unit: int) -> float:
    """The left edge of a letter in a line from left to right; `unit` counts from the beginning of the block."""
    return float(line.cursorToX(unit)[0])  # type: ignore[index]


def extent(line: QTextLine, unit: int) -> tuple[float, float]:
    """The left and the right edge of a letter, whichever way it runs."""
    edges = (
        float(line.cursorToX(unit, edge)[0])  # type: ignore[index]
        for edge in (QTextLine.Edge.Leading, QTextLine.Edge.Trailing)
    )
    left, right = sorted(edges)
    # Where the direction changes Qt tells no edge of the first letter: what is drawn does.
    return (left, right) if left < right else _drawn(line, unit) or (left, right)


def _drawn(line: QTextLine, unit: int) -> tuple[float, float] | None:
    """The edges of a letter by the glyphs that stand for it; None for what is not seen."""
    edges = [
        (place.x(), place.x() + advance.x())
        for run in line.glyphRuns(unit, 1)
        for place, advance in zip(
            run.positions(), run.rawFont().advancesForGlyphIndexes(run.glyphIndexes()), strict=True
        )
        if advance.x() > 0
    ]
    return (min(left for left, _right in edges), max(right for _left, right in edges)) if edges else None


def stretches(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Where the letters `[start, end)` of a line stand on the page, from left to right: there may be several places."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(extent(line, unit) for unit in range(start, end)):
        if right <= left:
            continue
        if found and left <= found[-1][1] + _TOUCH:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found
