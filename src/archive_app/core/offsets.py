"""Between a text as it is stored and as it is shown, where one letter of either may be two of the other."""

from bisect import bisect_left
from collections.abc import Sequence


class Offsets:
    """The places of a text's letters in what is shown of it, and back, in code points of each.

    Letter stands for letter but at a few places, and only these are kept: where one stored letter is shown as two
    (љ as lj), or two as one (lj as љ).
    """

    def __init__(
        self,
        stored: Sequence[int] = (),
        shown: Sequence[int] = (),
        *,
        lengths: tuple[int, int] = (0, 0),
    ) -> None:
        """`stored` and `shown` say where the letters begin that are one there and two here; `lengths` are those of
        both texts."""
        self._count = len(stored)
        self._stored = [*stored, lengths[0]]
        self._shown = [*shown, lengths[1]]

    def __len__(self) -> int:
        """The number of places where the two texts do not go letter by letter."""
        return self._count

    def to_shown(self, point: int) -> int:
        """Where a stored letter is shown; the second of two that are shown as one stands where that one does."""
        if not self._count:
            return point
        behind = bisect_left(self._stored, point, 0, self._count)
        return point + self._shown[behind] - self._stored[behind]

    def to_stored(self, point: int) -> int:
        """The stored letter that is shown at a place; the second half of a letter counts as the letter."""
        if not self._count:
            return point
        behind = bisect_left(self._shown, point, 0, self._count)
        return point + self._stored[behind] - self._shown[behind]

    def shown_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the stored letters `[start, end)` are shown; what would begin or end within a letter takes it whole."""
        return self.to_shown(start), self._end(self._stored, self._shown, start, end)

    def stored_span(self, start: int, end: int) -> tuple[int, int]:
        """The stored letters of what is shown at `[start, end)`, with the whole of letters that it cuts."""
        return self.to_stored(start), self._end(self._shown, self._stored, start, end)

    def _end(self, ours: list[int], theirs: list[int], start: int, end: int) -> int:
        """Where a span ends in the other text; behind the letter that it would end in."""
        if not self._count:
            return end
        behind = bisect_left(ours, end, 0, self._count)
        there = end + theirs[behind] - ours[behind]
        if start < end and behind and ours[behind - 1] == end - 1:
            is_cut = theirs[behind] - theirs[behind - 1] < ours[behind] - ours[behind - 1]
            return there + is_cut
        return there


SAME = Offsets()
"""Of a text that is shown as it is stored."""
