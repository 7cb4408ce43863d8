"""Between code points, in which the archive counts, and UTF-16 units, in which Qt does."""

import re
from bisect import bisect_left, bisect_right

from archive_app.core.spans import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """The two counts of one text. They differ only behind letters outside the basic plane, which are rare."""

    def __init__(self, letters: str) -> None:
        self._points: list[int] = []
        """The places of the letters that take two units, in code points."""
        self.units = len(letters.encode("utf-16-le", "surrogatepass")) // 2
        """The length of the text in units."""
        if self.units != len(letters):
            self._points = [found.start() for found in _ASTRAL.finditer(letters)]
        self._middles = [point + before + 1 for before, point in enumerate(self._points)]

    def to_units(self, point: int) -> int:
        """The place of a code point, in units."""
        return point + bisect_left(self._points, point) if self._points else point

    def to_point(self, unit: int) -> int:
        """The place of a unit, in code points; the second half of a letter counts as the letter."""
        return unit - bisect_right(self._middles, unit) if self._points else unit

    def span(self, first_unit: int, last_unit: int) -> Span:
        """The span between two units, whichever comes first."""
        start, end = sorted((first_unit, last_unit))
        return Span(self.to_point(start), self.to_point(end))
