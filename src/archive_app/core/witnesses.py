"""What speaks for and against two words of two readings being the same word.

For it: most of what stands around is the same in both texts, and words in a row close by stand there only once, or
the lines before and behind are where they should be. Against it: much the same words stand also among those that found
no match.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from archive_app.core.alignment import Alignment
from archive_app.core.wording import Wording, is_word

AROUND = 12
"""So many words on each side are looked at."""
_LEAST_LETTERS = 12
_ENOUGH = 0.6
_TELLING_WORDS = 3
_ROW = 4
_SENTENCE_ENDS = frozenset(".!?…")
_MUCH = 4
_PART, _LONG = 3, 6
_STRAYING = 4
"""So many words may have been put in or left out among those around."""


class Witnesses:
    """Hears the witnesses for the words of an alignment. Words are meant by their numbers."""

    def __init__(self, alignment: Alignment) -> None:
        """Hear what `alignment` says."""
        self.alignment = alignment
        self.old, self.new = alignment.old, alignment.new
        self._run_starts = [run.old for run in alignment.runs]
        self._twins: dict[int, bool] = {}
        self._rows_once: dict[tuple[int, int], bool] = {}

    def has_twin(self, word: int) -> bool:
        """Whether words of its line stand in a row also among those that have no match in the other text."""
        place = bisect_right(self.old.lines, word) - 1
        if place not in self._twins:
            first, last = self.old.lines[place], self.old.lines[place + 1]
            self._twins[place] = self._is_left_over_alike(first, last) or self._is_one_of_several(first, last)
        return self._twins[place]

    def _is_left_over_alike(self, first: int, last: int) -> bool:
        if _shares(self.old.keys[first:last], self._new_triples):
            return True
        twins = [twin for twin in self.alignment.to_new[first:last] if twin >= 0]
        if not twins:
            return False
        end = min(max(twins), min(twins) + 2 * (last - first)) + 1
        return _shares(self.new.keys[min(twins) : end], self._old_triples)

    def _is_one_of_several(self, first: int, last: int) -> bool:
        """Whether the line stood several times, not all of these stayed, and its neighbours do not tell which it is."""
        line = tuple(self.old.keys[first:last])
        if self._old_lines[line] < 2 or self._old_lines[line] == self._new_lines[line]:
            return False
        to_new, telling = self.alignment.to_new, self.alignment.telling
        if first == 0 or last == len(self.old) or telling[first - 1] != 1 or telling[last] != 1:
            return True
        return not 0 < to_new[last] - to_new[first - 1] <= 2 * (last - first) + AROUND

    @cached_property
    def _old_lines(self) -> Counter[tuple[str, ...]]:
        return Counter(self.old.line(number) for number in range(len(self.old.lines) - 1))

    @cached_property
    def _new_lines(self) -> Counter[tuple[str, ...]]:
        return Counter(self.new.line(number) for number in range(len(self.new.lines) - 1))

    @cached_property
    def _old_triples(self) -> set[tuple[str, ...]]:
        return _unmatched_triples(self.old.keys, self.alignment.to_new)

    @cached_property
    def _new_triples(self) -> set[tuple[str, ...]]:
        return _unmatched_triples(self.new.keys, self.alignment.to_old)

    def is_certain(self, word: int, twin: int) -> bool:
        """Whether most of what follows or comes before is the same, and the place is no other with the same words."""
        if not (self._support(word, twin, -1) or self._support(word, twin, 1)):
            return False
        place = bisect_right(self.old.lines, word) - 1
        first, last = self.old.lines[place], self.old.lines[place + 1]
        if self._is_known_by_row(word, first, last):
            return True
        row = self.old.keys[max(first, word - 1) : min(last, word + 2)]
        is_repeated = _in_a_row(self.old.keys[first:last]).count(_in_a_row(row)) > 1
        return not is_repeated and self._fits_between(twin, first, last)

    def _is_known_by_row(self, word: int, first: int, last: int) -> bool:
        """Whether words in a row close by, in the same line, stand once only in each text."""
        index = max(0, bisect_right(self._run_starts, max(first, word - AROUND)) - 1)
        while index < len(self.alignment.runs):
            run = self.alignment.runs[index]
            if run.old >= min(last, word + AROUND):
                return False
            start, end = max(run.old, first, word - AROUND), min(run.old_end, last, word + AROUND)
            if end - start >= _TELLING_WORDS and self._stands_once(start, end):
                return True
            index += 1
        return False

    def _stands_once(self, first: int, last: int) -> bool:
        row = self.old.keys[first:last]
        if sum(map(len, row)) < _LEAST_LETTERS:
            return False
        if (first, last) not in self._rows_once:
            text = _in_a_row(row)
            self._rows_once[first, last] = _is_once(text, self._old_rows) and _is_once(text, self._new_rows)
        return self._rows_once[first, last]

    def _fits_between(self, twin: int, first: int, last: int) -> bool:
        """Whether both the line before and the line behind are where they should be."""
        to_new = self.alignment.to_new
        before = to_new[first - 1] if first else -1
        behind = to_new[last] if last < len(self.old) else len(self.new)
        if (
            not (before < twin < behind)
            or (first and before < 0)
            or behind - before > 2 * (last - first) + AROUND
        ):
            return False
        return (not first or self._support(first - 1, before, -1)) and (
            last == len(self.old) or self._support(last, behind, 1)
        )

    def _support(self, word: int, twin: int, step: int) -> bool:
        """Whether most of what follows in one direction is the same in both texts."""
        ours = self._common(self.old.keys, self.alignment.to_new, word, twin, step)
        theirs = self._common(self.new.keys, self.alignment.to_old, twin, word, step)
        is_all = ours[2] and theirs[2]
        return all(
            common >= _ENOUGH * total and common >= (min(total, _LEAST_LETTERS) if is_all else _LEAST_LETTERS)
            for common, total, _is_end in (ours, theirs)
        )

    def _common(
        self, keys: Sequence[str], matches: Sequence[int], word: int, twin: int, step: int
    ) -> tuple[int, int, bool]:
        """How many letters of the next words match close by, how many they have, and whether the text ends there."""
        common = total = 0
        for place in range(word, word + step * AROUND, step):
            if not 0 <= place < len(keys):
                return common, total, True
            total += len(keys[place])
            if matches[place] >= 0 and 0 <= step * (matches[place] - twin) <= AROUND + _STRAYING:
                common += len(keys[place])
        return common, total, False

    def is_elsewhere(self, text: Wording, first: int, last: int, matches: Sequence[int]) -> bool:
        """Whether words without a match stand at another place of the other text, or are lines that came or went."""
        if first > 0 and last < len(text) and matches[last] == matches[first - 1] + 1:
            place = bisect_right(text.lines, first) - 1
            if text.lines[place] == first and last in text.lines:
                return True
        row = text.keys[first:last]
        words = [key for key in row if is_word(key)]
        is_line = first in text.lines and last in text.lines
        is_sentence = is_line or any(key[0] in _SENTENCE_ENDS for key in row)
        if is_sentence and words and first > 0 and last < len(text):
            instead = matches[last] - matches[first - 1] - 1
            if 0 <= instead <= last - first - 2:
                return True  # a sentence, or the end of one, came or went
        few = [words] if len(words) == 1 else [words[place : place + 2] for place in range(len(words) - 1)]
        for some in few:
            says_much = is_sentence or sum(map(len, some)) >= _MUCH
            if says_much and _in_a_row(some) in self._unmatched_words(text):
                return True
        rows = self._new_rows if text is self.old else self._old_rows
        if words and _SENTENCE_ENDS.intersection((row[0][0], row[-1][0])) and _in_a_row(row) in rows:
            return True
        if self._is_cut_up(text, first, last, matches):
            return True
        return any(
            _in_a_row(text.keys[place : place + _ROW]) in rows for place in range(first, last - _ROW + 1)
        )

    def is_left_over(self, word: str) -> bool:
        """Whether an old word that has no match is this one."""
        return _in_a_row([word]) in self._old_unmatched

    @cached_property
    def _old_rows(self) -> str:
        return _in_a_row(self.old.keys)

    @cached_property
    def _new_rows(self) -> str:
        return _in_a_row(self.new.keys)

    def _is_cut_up(self, text: Wording, first: int, last: int, matches: Sequence[int]) -> bool:
        """Whether a long word that came or went, or half of one that was divided, found no match in the other text."""
        if first == 0 or last == len(text):
            return False
        other, parts = (self.new, self._new_parts) if text is self.old else (self.old, self._old_parts)
        if matches[last] - matches[first - 1] == last - first + 1:
            parts = set(other.keys[matches[first - 1] + 1 : matches[last]])
        words = text.keys[first:last]
        return any(word in parts for word in words if len(word) >= _LONG) or any(
            word[:cut] in parts or word[cut:] in parts
            for word in words
            for cut in range(_PART, len(word) - _PART + 1)
        )

    @cached_property
    def _old_parts(self) -> set[str]:
        return {key for key in _unmatched(self.old.keys, self.alignment.to_new) if len(key) >= _PART}

    @cached_property
    def _new_parts(self) -> set[str]:
        return {key for key in _unmatched(self.new.keys, self.alignment.to_old) if len(key) >= _PART}

    def _unmatched_words(self, text: Wording) -> str:
        """The words without a match of the other text, without signs."""
        return self._new_unmatched if text is self.old else self._old_unmatched

    @cached_property
    def _old_unmatched(self) -> str:
        return _in_a_row(_unmatched(self.old.keys, self.alignment.to_new))

    @cached_property
    def _new_unmatched(self) -> str:
        return _in_a_row(_unmatched(self.new.keys, self.alignment.to_old))


def _is_once(text: str, rows: str) -> bool:
    place = rows.find(text)
    return place >= 0 and rows.find(text, place + 1) < 0


def _unmatched(keys: Sequence[str], matches: Sequence[int]) -> list[str]:
    """The words without a match and without the signs, with an empty one where matched words stood between them."""
    found: list[str] = []
    for key, match in zip(keys, matches, strict=True):
        if match < 0:
            if is_word(key):
                found.append(key)
        elif found and found[-1]:
            found.append("")
    return found


def _unmatched_triples(keys: Sequence[str], matches: Sequence[int]) -> set[tuple[str, ...]]:
    """Three words in a row of which none has a match."""
    return {
        tuple(keys[place : place + 3])
        for place in range(len(keys) - 2)
        if matches[place] < 0 and matches[place + 1] < 0 and matches[place + 2] < 0
    }


def _shares(keys: Sequence[str], triples: set[tuple[str, ...]]) -> bool:
    """Whether a fifth of the words stand, in threes, among others."""
    if not triples:
        return False
    count = sum(tuple(keys[place : place + 3]) in triples for place in range(len(keys) - 2))
    return count >= 2 and 5 * count >= len(keys)


def _in_a_row(keys: Sequence[str]) -> str:
    return "\0" + "\0".join(keys) + "\0"
