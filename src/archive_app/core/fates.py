"""What became of each word of a short changed stretch, and whether that is certain.

All ways to turn the old words into the new ones are weighed in letters. A word's fate is certain where it is the same
in every way that costs no more than a trifle above the least.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_SLACK = 1.0
_LONGEST = 40
_NEVER = float("inf")
_GROUPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""How many old words became how many new ones: written apart or together, or divided by a hyphen."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The old words `[old, old_end)` became the new words `[new, new_end)`; without new ones they were left out."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def is_kept(self) -> bool:
        """Whether something became of them."""
        return self.new < self.new_end


def fates(old: Sequence[str], new: Sequence[str]) -> list[set[Fate]]:
    """The possible fates of each old word; a word that was left out has one with no new words at all."""
    forward = _costs(old, new)
    backward = _costs_to_the_end(old, new)
    height, width = len(old), len(new)
    most = forward[height][width] + _SLACK
    found: list[set[Fate]] = [set() for _ in old]
    for row in range(height):
        for column in range(width + 1):
            so_far = forward[row][column]
            if so_far + backward[row][column] > most:
                continue
            if so_far + _left_out(old[row]) + backward[row + 1][column] <= most:
                found[row].add(Fate(row, row + 1, 0, 0))
            for olds, news in _GROUPS:
                if row + olds > height or column + news > width:
                    continue
                rest = backward[row + olds][column + news]
                if so_far + rest > most:
                    continue
                cost = _became(tuple(old[row : row + olds]), tuple(new[column : column + news]))
                if so_far + cost + rest <= most:
                    fate = Fate(row, row + olds, column, column + news)
                    for place in range(row, row + olds):
                        found[place].add(fate)
    return found


def _costs(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    """The least cost to turn the first so many old words into the first so many new ones."""
    table = [[_NEVER] * (len(new) + 1) for _ in range(len(old) + 1)]
    table[0][0] = 0
    for row in range(len(old) + 1):
        for column in range(len(new) + 1):
            best = table[row][column]
            if row:
                best = min(best, table[row - 1][column] + _left_out(old[row - 1]))
            if column:
                best = min(best, table[row][column - 1] + _left_out(new[column - 1]))
            for olds, news in _GROUPS:
                if row >= olds and column >= news and table[row - olds][column - news] < best:
                    cost = _became(tuple(old[row - olds : row]), tuple(new[column - news : column]))
                    best = min(best, table[row - olds][column - news] + cost)
            table[row][column] = best
    return table


def _costs_to_the_end(old: Sequence[str], new: Sequence[str]) -> list[list[float]]:
    """The least cost to turn the old words from one on into the new words from one on."""
    height, width = len(old), len(new)
    table = [[_NEVER] * (width + 1) for _ in range(height + 1)]
    table[height][width] = 0
    for row in range(height, -1, -1):
        for column in range(width, -1, -1):
            best = table[row][column]
            if row < height:
                best = min(best, table[row + 1][column] + _left_out(old[row]))
            if column < width:
                best = min(best, table[row][column + 1] + _left_out(new[column]))
            for olds, news in _GROUPS:
                if (
                    row + olds <= height
                    and column + news <= width
                    and table[row + olds][column + news] < best
                ):
                    cost = _became(tuple(old[row : row + olds]), tuple(new[column : column + news]))
                    best = min(best, table[row + olds][column + news] + cost)
            table[row][column] = best
    return table


def _left_out(word: str) -> int:
    return min(len(word), 12) + 1 if word[0].isalnum() else 1


@lru_cache(maxsize=20_000)
def _became(olds: tuple[str, ...], news: tuple[str, ...]) -> float:
    """What it costs that some words became others; more than anything where they are not alike."""
    if olds == news:
        return 0
    together = len(olds) + len(news) > 2
    if together and not all(words[place][0].isalnum() for words in (olds, news) for place in (0, -1)):
        return _NEVER
    old = "".join(word for word in olds if word[0].isalnum() or not together)
    new = "".join(word for word in news if word[0].isalnum() or not together)
    if old[0].isalnum() != new[0].isalnum():
        return _NEVER
    if not old[0].isalnum():
        return 1
    distance = letters_apart(old, new)
    if distance > (0.25 if together else 0.5) * max(len(old), len(new)):
        return _NEVER
    return 1.5 * distance + (len(olds) + len(news) - 2)


def letters_apart(old: str, new: str) -> int:
    """How many letters must be changed, left out or put in; for long words no fewer than that."""
    first = 0
    most = min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    if not old or not new or max(len(old), len(new)) > _LONGEST:
        return max(len(old), len(new))
    before = list(range(len(new) + 1))
    for row, letter in enumerate(old, start=1):
        now = [row]
        for column, other in enumerate(new, start=1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != other)))
        before = now
    return before[-1]
