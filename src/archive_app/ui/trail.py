"""The pages that were looked at, so that one can go back."""

from collections.abc import Callable
from dataclasses import dataclass

from archive_app.ui.library_rows import RowKind

_MOST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A page that was looked at: its kind and its record."""

    kind: RowKind
    id: str


class Trail:
    """The stops in their order, the one that is looked at now last."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []

    @property
    def last(self) -> Stop | None:
        """Where the person is."""
        return self._stops[-1] if self._stops else None

    def can_go_back(self) -> bool:
        """Whether there was a stop before this one."""
        return len(self._stops) > 1

    def add(self, stop: Stop) -> None:
        """The person has come to this stop."""
        if stop != self.last:
            self._stops = [*self._stops[-_MOST:], stop]

    def go_back(self, is_there: Callable[[Stop], bool]) -> Stop | None:
        """Leave the last stop and return the one before it; what is not there any more is passed over."""
        self._stops = self._stops[:-1]
        while self._stops and not is_there(self._stops[-1]):
            self._stops.pop()
        return self.last
