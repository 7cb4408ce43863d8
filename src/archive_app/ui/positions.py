"""Between code points of a stored text, in which the archive counts, and UTF-16 units of what is shown of it, in which
Qt does."""

import re
from bisect import bisect_left, bisect_right

from archive_app.core.offsets import SAME, Offsets
from archive_app.core.spans import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """The two counts of one text. They differ behind letters outside the basic plane, which are rare, and where the
    text is shown in the other script than it is stored in."""

    def __init__(self, letters: str, offsets: Offsets = SAME) -> None:
        """`letters` are those that are shown, `offsets` lead to them from the stored ones."""
        self._offsets = offsets
        self._points: list[int] = []
        """The places of the shown letters that take two units, in code points."""
        self.units = len(letters.encode("utf-16-le", "surrogatepass")) // 2
        """The length of what is shown in units."""
        if self.units != len(letters):
            self._points = [found.start() for found in _ASTRAL.finditer(letters)]
        self._middles = [point + before + 1 for before, point in enumerate(self._points)]

    @property
    def is_same(self) -> bool:
        """Whether both counts are the same everywhere."""
        return not self._points and not len(self._offsets)

    def to_units(self, point: int) -> int:
        """The place of a code point, in units."""
        return self._to_units(self._offsets.to_shown(point))

    def to_point(self, unit: int) -> int:
        """The place of a unit, in code points; what is within a letter counts as the letter."""
        return self._offsets.to_stored(self._to_point(unit))

    def units_of(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` is shown, in units; letters that it cuts are taken whole."""
        first, last = self._offsets.shown_span(start, end)
        return self._to_units(first), self._to_units(last)

    def span(self, first_unit: int, last_unit: int) -> Span:
        """The span between two units, whichever comes first; letters that it cuts are taken whole."""
        start, end = sorted((first_unit, last_unit))
        return Span(*self._offsets.stored_span(self._to_point(start), self._to_point(end)))

    def _to_units(self, shown: int) -> int:
        return shown + bisect_left(self._points, shown) if self._points else shown

    def _to_point(self, unit: int) -> int:
        return unit - bisect_right(self._middles, unit) if self._points else unit
