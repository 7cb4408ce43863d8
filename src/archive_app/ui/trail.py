"""The pages that were looked at, so that one can go back, and forward again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from archive_app.ui.library_rows import RowKind
from archive_app.ui.reading_place import Place

_MOST = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """A page that was looked at: its kind and its record, and where in its text the person was."""

    kind: RowKind
    id: str
    place: Place | None = None

    def is_same_page(self, other: "Stop | None") -> bool:
        """Whether both are the page of one record, wherever in it."""
        return other is not None and (self.kind, self.id) == (other.kind, other.id)


class Trail:
    """The stops in their order, and which of them is looked at now."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def last(self) -> Stop | None:
        """Where the person is."""
        return self._stops[self._at] if self._stops else None

    def can_go(self, step: int) -> bool:
        """Whether there is a stop before this one (-1) or one to return to (1)."""
        return 0 <= self._at + step < len(self._stops)

    def add(self, stop: Stop, *, jumped: bool = False) -> None:
        """The person has come to this stop; `jumped` is for another place on the same page."""
        if jumped or not stop.is_same_page(self.last):
            self._stops = [*self._stops[: self._at + 1], stop][-_MOST:]
            self._at = len(self._stops) - 1

    def keep_place(self, place: Place | None) -> None:
        """Remember where on the page the person is."""
        if self._stops:
            self._stops[self._at] = replace(self._stops[self._at], place=place)

    def go(self, step: int, is_there: Callable[[Stop], bool]) -> Stop | None:
        """Go to the stop before (-1) or after (1) this one and return it; what is not there any more is passed over."""
        while self.can_go(step):
            stop = self._stops[self._at + step]
            if is_there(stop):
                self._at += step
                return stop
            del self._stops[self._at + step]
            if step < 0:
                self._at -= 1
        return None
