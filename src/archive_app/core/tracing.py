"""What became of each word of a text in another reading of it, where that is certain."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.core.alignment import Alignment
from archive_app.core.fates import Fate, fates
from archive_app.core.witnesses import AROUND, Witnesses
from archive_app.core.wording import is_word

_MOST_PAIRS = 900
"""A changed stretch is weighed word by word where it has no more pairs of words than this."""


@dataclass(frozen=True, slots=True)
class _Window:
    """A changed stretch with equal words on both sides, and what may have become of each of its words."""

    old: int
    new: int
    fates: list[set[Fate]] | None


class Tracer:
    """Tells the fates of words. Words are meant by their numbers, as in `Alignment`."""

    def __init__(self, alignment: Alignment, witnesses: Witnesses) -> None:
        """Trace the words of `alignment`, as `witnesses` allow it."""
        self.alignment, self.witnesses = alignment, witnesses
        self.old, self.new = alignment.old, alignment.new
        self._run_starts = [run.old for run in alignment.runs]
        self._windows: dict[int, _Window | None] = {}

    def fates(self, word: int) -> set[Fate]:
        """What may have become of an old word; empty where nothing can be said."""
        alignment = self.alignment
        if alignment.doubtful[word] or self.witnesses.has_twin(word):
            return set()
        twin = alignment.to_new[word]
        certain = {Fate(word, word + 1, twin, twin + 1)}
        if twin >= 0 and alignment.telling[word] == 1:
            return certain
        index = bisect_right(self._run_starts, word) - 1
        run = alignment.runs[index] if index >= 0 else None
        is_told = bool(alignment.telling[word])
        if twin >= 0 and run is not None:
            if run.old_end - word > self._margin(index, 1) and word - run.old >= self._margin(index, -1):
                return certain if is_told or self.witnesses.is_certain(word, twin) else set()
            index -= word - run.old < self._margin(index, -1)
        window = self._window(index)
        if window is None or window.fates is None or not 0 <= word - window.old < len(window.fates):
            return set()
        return window.fates[word - window.old]

    def kept(self, word: int, step: int, limit: int | None) -> Fate | None:
        """The certain fate of the nearest word in a direction that was kept, None where doubt comes first."""
        while word != limit:
            word += step
            if not 0 <= word < len(self.old):
                return None
            options = self.fates(word)
            if len(options) != 1:
                return None
            (fate,) = options
            if fate.is_kept:
                return fate
        return None

    def _margin(self, index: int, step: int) -> int:
        """How many words at the end (`step` 1) or the start (-1) of a run may as well be others close by."""
        run = self.alignment.runs[index]
        beside = self._words_beside(index if step > 0 else index - 1)
        word = run.old_end - 1 if step > 0 else run.old
        count = 0
        while count < run.length and self.old.keys[word] in beside:
            count += 1
            word -= step
        return count

    def _words_beside(self, index: int) -> set[str]:
        """The words without a match between a run and the next one, in either text."""
        runs = self.alignment.runs
        first = runs[index].old_end if index >= 0 else 0
        last = runs[index + 1].old if index + 1 < len(runs) else len(self.old)
        beside = set(self.old.keys[first:last])
        for place in self._new_beside(index):
            beside.add(self.new.keys[place])
        return beside

    def _new_beside(self, index: int) -> list[int]:
        """The new words without a match behind a run and before the next one."""
        runs, to_old = self.alignment.runs, self.alignment.to_old
        found = []
        place = runs[index].new_end if index >= 0 else 0
        while place < len(to_old) and to_old[place] < 0:
            found.append(place)
            place += 1
        place = runs[index + 1].new - 1 if index + 1 < len(runs) else len(to_old) - 1
        while place >= 0 and to_old[place] < 0:
            found.append(place)
            place -= 1
        return found

    # Changed stretches

    def _window(self, index: int) -> _Window | None:
        """The changed stretch behind a run (-1: before the first), None where it is long or the order is broken."""
        if index not in self._windows:
            self._windows[index] = self._make_window(index)
        return self._windows[index]

    def _make_window(self, index: int) -> _Window | None:
        bounds = self._bounds(index)
        if bounds is None:
            return None
        first, last, twin, twin_last = bounds
        if not self._is_window_supported(*bounds):
            return _Window(first, twin, None)
        old, new = self.old.keys[first:last], self.new.keys[twin:twin_last]
        options = fates(old, new)
        if _are_transposed(old, new, options):
            return _Window(first, twin, None)
        placed = [
            {
                Fate(fate.old + first, fate.old_end + first, fate.new + twin, fate.new_end + twin)
                if fate.is_kept
                else Fate(fate.old + first, fate.old_end + first, 0, 0)
                for fate in some
            }
            for some in options
        ]
        return _Window(first, twin, placed)

    def _bounds(self, index: int) -> tuple[int, int, int, int] | None:
        """First and last words of a stretch, in both texts, with one word more on each side than may be meant."""
        runs = self.alignment.runs
        if not self._is_joined(index):
            return None
        beside = self._words_beside(index)
        known = -1
        left = right = None
        while len(beside) > known:
            known = len(beside)
            left, right = self._reach(index, -1, beside), self._reach(index + 1, 1, beside)
            if left is None or right is None:
                return None
        if left is None or right is None:
            return None
        (number, before), (other, after) = left, right
        first, twin, last, twin_last = 0, 0, len(self.old), len(self.new)
        if number >= 0:
            first, twin = runs[number].old_end - before - 1, runs[number].new_end - before - 1
        if other < len(runs):
            last, twin_last = runs[other].old + after + 1, runs[other].new + after + 1
        return (first, last, twin, twin_last) if (last - first) * (twin_last - twin) <= _MOST_PAIRS else None

    def _reach(self, number: int, step: int, beside: set[str]) -> tuple[int, int] | None:
        """The run, from one on in a direction, and how many of its words may as well be others close by.

        `beside` are the words close by; those beside each run that is passed as a whole are added to it.
        """
        runs, start, count = self.alignment.runs, number, 0
        while 0 <= number < len(runs):
            run = runs[number]
            if count == run.length:
                joint = number if step > 0 else number - 1
                if abs(number - start) == AROUND or not self._is_joined(joint):
                    return None
                beside |= self._words_beside(joint)
                number, count = number + step, 0
            elif self.old.keys[run.old + count if step > 0 else run.old_end - 1 - count] in beside:
                count += 1
            else:
                break
        return number, count

    def _is_joined(self, index: int) -> bool:
        """Whether a run and the next one follow each other in both texts."""
        runs, to_old = self.alignment.runs, self.alignment.to_old
        start = runs[index].new_end if index >= 0 else 0
        end = runs[index + 1].new if index + 1 < len(runs) else len(to_old)
        return 0 <= end - start <= _MOST_PAIRS and all(place < 0 for place in to_old[start:end])

    def _is_window_supported(self, first: int, last: int, twin: int, twin_last: int) -> bool:
        to_new = self.alignment.to_new
        if to_new[first] == twin and (
            self.alignment.telling[first] or self.witnesses.is_certain(first, twin)
        ):
            return True
        if to_new[last - 1] != twin_last - 1:
            return False
        return bool(self.alignment.telling[last - 1]) or self.witnesses.is_certain(last - 1, twin_last - 1)


def _are_transposed(old: Sequence[str], new: Sequence[str], options: Sequence[set[Fate]]) -> bool:
    """Whether a word that was left out was put in again close by, or may be part of another one now."""
    kept = {place for some in options for fate in some for place in range(fate.new, fate.new_end)}
    lost = {
        key
        for key, some in zip(old, options, strict=True)
        if is_word(key) and any(not fate.is_kept for fate in some)
    }
    come = {key for place, key in enumerate(new) if is_word(key) and place not in kept}
    changed = {
        ("".join(old[fate.old : fate.old_end]), "".join(new[fate.new : fate.new_end]))
        for some in options
        for fate in some
        if fate.is_kept
    }
    return any(_are_parts(word, other) for word in lost for other in come) or any(
        any(word in now and word not in was for word in lost)
        or any(word in was and word not in now for word in come)
        for was, now in changed
        if was != now
    )


def _are_parts(word: str, other: str) -> bool:
    """Whether one is the other, its beginning or its end; a single letter is none."""
    shorter, longer = sorted((word, other), key=len)
    return word == other or (len(shorter) > 1 and (longer.startswith(shorter) or longer.endswith(shorter)))
