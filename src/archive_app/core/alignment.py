"""How the wordings of two readings of a source lie to each other.

Two witnesses are heard. Order: lines, then words between them, are matched as far as they follow each other in both
texts. Content: a line whose words stand once in both texts is the same line, also where it stands elsewhere now. A
line that has a near twin about is doubtful, because one of them may have been corrected into the other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from archive_app.core.sequences import gap_of, matched, once_in_both, rising
from archive_app.core.wording import Wording, wording

_TELLING = 24
"""So many letters must a line have to be known by its words alone."""
_SHINGLE = 4
_LEAST_WORDS = 8
"""A line of fewer words is not looked for elsewhere once it has been changed."""
_TWIN, _LAPSE = 3, 6
"""Words in a row that make a twin of what stands beside, and how many words may differ between such rows."""
_NEAREST = 40
"""So many lines around a line are looked at for a twin of it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words in a row: their first numbers in both texts, and how many."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """One more than the number of the last word in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """One more than the number of the last word in the new text."""
        return self.new + self.length


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which word of an old text is which of a new one; numbers of words, -1 for none.

    `telling` marks the old words of lines that are known by their content (1 unchanged, 2 changed and moved),
    `doubtful` those with a near twin, `moved` those that no longer stand in their order.
    """

    old: Wording
    new: Wording
    to_new: list[int]
    to_old: list[int]
    telling: bytearray
    doubtful: bytearray
    moved: bytearray
    runs: list[Run]


class _Aligner:
    def __init__(self, old: Wording, new: Wording) -> None:
        self.old, self.new = old, new
        self.old_lines = [old.line(number) for number in range(len(old.lines) - 1)]
        self.new_lines = [new.line(number) for number in range(len(new.lines) - 1)]
        self.to_new = [-1] * len(old)
        self.telling, self.doubtful, self.moved = (bytearray(len(old)) for _ in range(3))
        self.taken_old = bytearray(len(old))
        self.taken_new = bytearray(len(new))
        self.in_order: list[tuple[int, int]] = []
        self.out_of_order: list[tuple[int, int]] = []
        self.lost: list[int] = []
        self.made: list[int] = []

    def align(self) -> Alignment:
        self._match_lines()
        self._find_changed_lines_elsewhere()
        self._doubt_lines_with_twins()
        self._match_words()
        to_old = [-1] * len(self.new)
        for place, twin in enumerate(self.to_new):
            if twin >= 0:
                to_old[twin] = place
        self._doubt_words_with_twins(to_old)
        return Alignment(
            self.old,
            self.new,
            self.to_new,
            to_old,
            self.telling,
            self.doubtful,
            self.moved,
            _runs(self.to_new),
        )

    # Whole lines

    def _match_lines(self) -> None:
        pairs = once_in_both(self.old_lines, self.new_lines)
        self.in_order = rising(pairs)
        kept = set(self.in_order)
        for pair in pairs:
            is_telling = sum(map(len, self.old_lines[pair[0]])) >= _TELLING
            if pair not in kept and not is_telling:
                continue
            if pair not in kept:
                self.out_of_order.append(pair)
            first, last = self._old_words(pair[0])
            if is_telling:
                _mark(self.telling, first, last)
            start = self.new.lines[pair[1]]
            self.to_new[first:last] = range(start, start + last - first)
        for place, _twin in self.out_of_order:
            _mark(self.moved, *self._old_words(place))
        matched_old = kept | set(self.out_of_order)
        old_done = {place for place, _twin in matched_old}
        new_done = {twin for _place, twin in matched_old}
        self.lost = [number for number in range(len(self.old_lines)) if number not in old_done]
        self.made = [number for number in range(len(self.new_lines)) if number not in new_done]

    def _old_words(self, line: int) -> tuple[int, int]:
        return self.old.lines[line], self.old.lines[line + 1]

    def _new_words(self, line: int) -> tuple[int, int]:
        return self.new.lines[line], self.new.lines[line + 1]

    # Lines that were changed and moved

    def _find_changed_lines_elsewhere(self) -> None:
        """Match, each for itself, the words of lines that are most like a line at another place."""
        olds, news = [place for place, _ in self.in_order], [twin for _, twin in self.in_order]
        here = self._changed_in_place(olds, news)
        lost = [place for place in self.lost if place not in here]
        taken = set(here.values())
        made = [twin for twin in self.made if twin not in taken]
        alike = self._alike(lost, made) if lost and made else []
        by_gap: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        elsewhere = []
        for place, twin in alike:
            gap = gap_of(olds, place)
            if gap == gap_of(news, twin):
                by_gap[gap].append((place, twin))
            else:
                elsewhere.append((place, twin))
        for pairs in by_gap.values():
            elsewhere += set(pairs) - set(rising(pairs))
        for place, twin in sorted(elsewhere):
            self._match_moved(place, twin)

    def _changed_in_place(self, olds: Sequence[int], news: Sequence[int]) -> dict[int, int]:
        """Lost lines that stand, one by one, where as many lines much like them were made."""
        lost, made = defaultdict(list), defaultdict(list)
        for place in self.lost:
            lost[gap_of(olds, place)].append(place)
        for twin in self.made:
            made[gap_of(news, twin)].append(twin)
        found = {}
        for gap, places in lost.items():
            if len(places) == len(made[gap]):
                for place, twin in zip(places, made[gap], strict=True):
                    if _is_twin(_said(self.old_lines[place]), self.new_lines[twin]):
                        found[place] = twin
        return found

    def _match_moved(self, place: int, twin: int) -> None:
        (first, last), (start, end) = self._old_words(place), self._new_words(twin)
        pairs = list(matched(self.old.keys[first:last], self.new.keys[start:end]))
        if 10 * len(pairs) < 6 * max(last - first, end - start):
            return
        for left, right in pairs:
            self.to_new[first + left] = start + right
        _mark(self.telling, first, last, 2)
        _mark(self.moved, first, last)
        self.out_of_order.append((place, twin))

    def _alike(self, lost: Sequence[int], made: Sequence[int]) -> list[tuple[int, int]]:
        """Lost and made lines that have most of their words in a row in common with each other and with no other."""
        olds, news = _shingles_of(lost, self.old_lines), _shingles_of(made, self.new_lines)
        common = olds.keys() & news.keys()
        once = {shingle for shingle in common if olds[shingle] >= 0 and news[shingle] >= 0}
        if not once:
            return []
        once &= _standing_once(self.old.keys, once) & _standing_once(self.new.keys, once)
        votes = Counter((olds[shingle], news[shingle]) for shingle in once)
        best_old, best_new = _best(votes, 0), _best(votes, 1)
        found = []
        for (place, twin), count in votes.items():
            least = 0.4 * (max(len(self.old_lines[place]), len(self.new_lines[twin])) - _SHINGLE + 1)
            if count >= least and best_old[place] == count and best_new[twin] == count:
                found.append((place, twin))
        return sorted(found)

    # Twins

    def _doubt_lines_with_twins(self) -> None:
        """Doubt matched lines where a line much like them was lost or made at the old or the new place."""
        if not self.lost and not self.made:
            return
        by_old, by_new = sorted(self.in_order), sorted(self.in_order, key=lambda pair: pair[1])
        olds, news = [place for place, _ in by_old], [twin for _, twin in by_new]
        done_old = {place for place, _twin in self.out_of_order}
        done_new = {twin for _place, twin in self.out_of_order}
        lost, made = defaultdict(list), defaultdict(list)
        for place in self.lost:
            if place not in done_old:
                lost[gap_of(olds, place)].append(place)
        for twin in self.made:
            if twin not in done_new:
                made[gap_of(news, twin)].append(twin)
        for place, twin in [*self.in_order, *self.out_of_order]:
            gaps = (gap_of(olds, place), gap_of(news, twin))
            near = {gap - step for gap in gaps for step in (0, 1)}
            others = [self.old_lines[n] for gap in near for n in lost[gap] if abs(n - place) <= _NEAREST]
            others += [self.new_lines[n] for gap in near for n in made[gap]]
            if not others:
                continue
            words = _said(self.old_lines[place])
            if any(_is_twin(words, other) for other in others[: 4 * _NEAREST]):
                _mark(self.telling, *self._old_words(place), 0)
                _mark(self.doubtful, *self._old_words(place))

    # Words

    def _match_words(self) -> None:
        """Match, between the matched lines, words in their order."""
        for place, twin in self.out_of_order:
            _mark(self.taken_old, *self._old_words(place))
            _mark(self.taken_new, *self._new_words(twin))
        before = (-1, -1)
        for place, twin in [*self.in_order, (len(self.old_lines), len(self.new_lines))]:
            olds = _free(self.old, before[0] + 1, place, self.taken_old)
            news = _free(self.new, before[1] + 1, twin, self.taken_new) if olds else []
            left, right = [self.old.keys[n] for n in olds], [self.new.keys[n] for n in news]
            for one, other in matched(left, right):
                self.to_new[olds[one]] = news[other]
            before = (place, twin)

    def _doubt_words_with_twins(self, to_old: Sequence[int]) -> None:
        """Doubt words beside lost or made ones, as far as the same words in a row stand among these."""
        for first, last in _gaps(self.to_new):
            for place in _repeated_beside(self.old.keys, first, last):
                self.doubtful[place] = 1
        for first, last in _gaps(to_old):
            for twin in _repeated_beside(self.new.keys, first, last):
                if to_old[twin] >= 0:
                    self.doubtful[to_old[twin]] = 1


def align(old: str, new: str) -> Alignment:
    """Align the wordings of two readings."""
    return _Aligner(wording(old), wording(new)).align()


def _mark(flags: bytearray, first: int, last: int, value: int = 1) -> None:
    flags[first:last] = bytes([value]) * (last - first)


def _free(text: Wording, first: int, last: int, taken: bytearray) -> list[int]:
    """The numbers of the words of some lines that are not taken yet."""
    if first >= last:
        return []
    return [number for number in range(text.lines[first], text.lines[last]) if not taken[number]]


def _gaps(matches: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The ranges of words without a match that are long enough to hold a twin of something."""
    first = None
    for place, match in enumerate(chain(matches, (0,))):
        if match >= 0:
            if first is not None and place - first >= _SHINGLE:
                yield first, place
            first = None
        elif first is None:
            first = place


def _repeated_beside(keys: Sequence[str], first: int, last: int) -> list[int]:
    """The places before and behind a range whose words stand in a row within it, nearly without interruption."""
    within = {tuple(keys[place : place + _TWIN]) for place in range(first, last - _TWIN + 1)}
    found: list[int] = []
    most = last - first + _LAPSE
    end = first
    for place in range(first - 1, max(-1, first - most - 1), -1):
        if end - place > _LAPSE:
            break
        if tuple(keys[place : place + _TWIN]) in within and place + _TWIN <= first:
            found += range(place, first)
            end = place
    end = last
    for place in range(last, min(len(keys) - _TWIN + 1, last + most)):
        if place - end > _LAPSE:
            break
        if tuple(keys[place : place + _TWIN]) in within:
            found += range(last, place + _TWIN)
            end = place + _TWIN
    return found


def _runs(to_new: Sequence[int]) -> list[Run]:
    """The runs of equal words, in the order of the old text."""
    runs: list[Run] = []
    start = length = 0
    for place, twin in enumerate(chain(to_new, (-1,))):
        if length and (twin < 0 or twin != to_new[place - 1] + 1):
            runs.append(Run(start, to_new[start], length))
            length = 0
        if twin >= 0:
            start = start if length else place
            length += 1
    return runs


def _shingles_of(numbers: Iterable[int], lines: Sequence[Sequence[str]]) -> dict[tuple[str, ...], int]:
    """The words in a row of some long enough lines, and the one line in which they stand, -1 for several."""
    found: dict[tuple[str, ...], int] = {}
    for number in numbers:
        line = lines[number]
        if len(line) >= _LEAST_WORDS:
            for place in range(len(line) - _SHINGLE + 1):
                shingle = tuple(line[place : place + _SHINGLE])
                found[shingle] = number if found.get(shingle, number) == number else -1
    return found


def _standing_once(keys: Sequence[str], wanted: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Those of the wanted words in a row that stand exactly once in a text."""
    rows = zip(*(keys[step:] for step in range(_SHINGLE)), strict=False)
    found = Counter(row for row in rows if row in wanted)
    return {row for row, count in found.items() if count == 1}


def _best(votes: Mapping[tuple[int, int], int], side: int) -> dict[int, int]:
    """The most votes that each line of one side has with a line of the other."""
    found: dict[int, int] = {}
    for pair, count in votes.items():
        found[pair[side]] = max(count, found.get(pair[side], 0))
    return found


def _said(line: Iterable[str]) -> Counter[str]:
    """The words of a line without its signs."""
    return Counter(word for word in line if word[0].isalnum())


def _is_twin(words: Counter[str], other: Sequence[str]) -> bool:
    """Whether half of the words are the same."""
    others = _said(other)
    common = sum((words & others).values())
    return common > 0 and 2 * common >= max(words.total(), others.total())
