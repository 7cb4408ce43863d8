"""Which operations counted at which time: those that were written and not taken back then.

The flag `undone` of the log tells it for now. For another time the log is walked from its beginning, where each undo,
redo and going back says what it took back and what it did again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from archive_app.store.store import Store


class Step(NamedTuple):
    """An operation as far as it matters here; `action` is the number of the first one of its user action."""

    number: int
    action: int
    undoes: int | None
    redoes: int | None
    back_to: int | None


class Swap(NamedTuple):
    """The operations that a going back took back, and those that it did again."""

    taken: frozenset[int]
    again: frozenset[int]


@dataclass
class _Walk:
    """The log from its beginning; `then` keeps what counted at the end of the actions `stops`."""

    stops: set[int]
    members: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    counting: set[int] = field(default_factory=set)
    then: dict[int, frozenset[int]] = field(default_factory=lambda: {0: frozenset()})
    swaps: dict[int, Swap] = field(default_factory=dict)

    def go(self, steps: Iterable[Step]) -> None:
        for step in steps:
            if step.undoes is not None:
                self._take_back(step.undoes)
            elif step.redoes is not None:
                self._do_again(step.redoes)
            elif step.back_to is not None:
                self._go_back(step.number, step.back_to)
            else:
                self._add(step.number, step.action)
            if step.action in self.stops:
                self.then[step.action] = frozenset(self.counting)

    def after(self, action: int) -> frozenset[int]:
        """What counted at the end of an action, without what was begun while it ran: an action is as old as its
        beginning."""
        later = {number for one, those in self.members.items() if one > action for number in those}
        return self.then[action] - later

    def _add(self, number: int, action: int) -> None:
        self.members[action].add(number)
        self.counting.add(number)

    def _take_back(self, action: int) -> None:
        self.counting -= self.members[action]
        if action in self.swaps:
            self.counting = (self.counting - self.swaps[action].again) | self.swaps[action].taken

    def _do_again(self, action: int) -> None:
        self.counting |= self.members[action]
        if action in self.swaps:
            self.counting = (self.counting - self.swaps[action].taken) | self.swaps[action].again

    def _go_back(self, number: int, to: int) -> None:
        then = self.after(to)
        self.swaps[number] = Swap(frozenset(self.counting - then), then - self.counting)
        self.counting = set(then)
        self._add(number, number)


def after(store: Store, action: int) -> frozenset[int]:
    """The operations that counted when a user action was done; 0 is the beginning, when none did."""
    return _walked(store, action).after(action)


def swapped(store: Store, number: int) -> Swap:
    """What the going back with this number took back and did again; nothing where it is something else."""
    return _walked(store, 0).swaps.get(number, Swap(frozenset(), frozenset()))


def now(store: Store) -> frozenset[int]:
    """The operations that count now."""
    rows = store.rows("SELECT number FROM operations WHERE undoes IS NULL AND redoes IS NULL AND undone = 0")
    return frozenset(number for (number,) in rows)


def _walked(store: Store, stop: int) -> _Walk:
    rows = store.rows(
        "SELECT number, coalesce(batch, number), undoes, redoes, back_to FROM operations ORDER BY number"
    )
    steps = [Step(*row) for row in rows]
    walk = _Walk({stop, *(step.back_to for step in steps if step.back_to is not None)})
    walk.go(steps)
    return walk
