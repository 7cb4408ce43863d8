"""Events as they stand on an axis of time, each with what the sources say of its date, and the lanes they stand in."""

from dataclasses import dataclass

from archive_app.core.timespans import Extent, order_in_time

OPEN = 44.0
"""How many pixels an end that is open is drawn beyond what is known."""
SMALLEST = 7.0
"""The width of what is shorter than can be seen."""
LETTER = 6.7
"""The width of a letter of a title, on the average."""


@dataclass(frozen=True, slots=True)
class Said:
    """One date that sources give for an event; `differs` where it is in conflict with the event's own date, or where
    two sources are in conflict although the event's own date leaves room for both.

    `is_settled` says that it computes as a contradiction and is none: by a person's word, or as one source gives both.
    """

    when: str
    extent: Extent
    sources: tuple[str, ...]
    differs: bool = False
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the axis. `extent` is its own date, None where only the sources date it; `is_decided` says that a
    person gave a verdict on it. `parent_id` is the event that it is a part of, `folded` how many of its parts are not
    shown, and `folded_disputed` on how many of these the sources differ."""

    id: str
    title: str
    when: str
    extent: Extent | None
    said: tuple[Said, ...] = ()
    place: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    parent_id: str | None = None
    is_decided: bool = False
    folded: int = 0
    folded_disputed: int = 0

    @property
    def label(self) -> str:
        """Its title, and how many parts are not shown and disputed."""
        if not self.folded:
            return self.title
        disputed = f", \u2260 {self.folded_disputed}" if self.folded_disputed else ""
        return f"{self.title}  (+{self.folded}{disputed})"

    @property
    def extents(self) -> list[Extent]:
        """Its own date and those of the sources."""
        said = [one.extent for one in self.said]
        return said if self.extent is None else [self.extent, *said]

    @property
    def order(self) -> tuple[float, float, str]:
        """What events are sorted by in time: by their own date, or else by the earliest one of the sources."""
        if self.extent is not None:
            return order_in_time(self.extent, self.when)
        return min(order_in_time(one.extent, one.when) for one in self.said)

    @property
    def is_disputed(self) -> bool:
        """Whether a source gives another date."""
        return any(one.differs for one in self.said)


@dataclass(frozen=True, slots=True)
class Lane:
    """A part of the timeline that stands for itself. Entries are in the order of time; `counted` says whether their
    number is told beside the title."""

    title: str
    entries: tuple[Entry, ...]
    counted: bool = True
