"""Where the annotations of a text stand in another reading of it.

A span is placed only where independent witnesses agree on both of its ends: the order of the words, what stands
around, and the words themselves. Repetitions, near twins and rewritten stretches leave doubt, and what is in doubt
needs a person's look. Likeness alone never places anything; it only suggests.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive_app.core.alignment import Alignment, align
from archive_app.core.fates import Fate, letters_apart
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import AnchoringState
from archive_app.core.spans import CONTEXT, Span
from archive_app.core.suggesting import Suggester
from archive_app.core.tracing import Tracer
from archive_app.core.witnesses import Witnesses
from archive_app.core.wording import is_word, offset_in_key, offset_in_text

_FEW_LETTERS = 40
_OPENING = frozenset("„“»«‘\"'([—–-")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a span stands in the new reading.

    EXACT has the same letters in the same order of things, MOVED was edited or stands elsewhere; both are certain.
    NEEDS_LOOK has no span, but `suggestions`, the likeliest first.
    """

    state: AnchoringState
    span: Span | None = None
    suggestions: tuple[Span, ...] = ()


def place(old: str, new: str, spans: Sequence[Span], progress: Progress = SILENT) -> list[Placement]:
    """Place spans of an old reading in a new one, in the order in which they come."""
    if old == new:
        return [Placement(AnchoringState.EXACT, span) for span in spans]
    progress.step(0, len(spans))
    placer = _Placer(align(old, new))
    found = []
    for done, span in enumerate(spans):
        if done % 100 == 0:
            progress.step(done, len(spans))
        found.append(placer.place(span))
    return found


class _Placer:
    """Places spans by an alignment; `first` and `last` are the outermost words of a span."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.old, self.new = alignment.old, alignment.new
        self.witnesses = Witnesses(alignment)
        self.tracer = Tracer(alignment, self.witnesses)

    @cached_property
    def suggester(self) -> Suggester:
        return Suggester(self.alignment)

    def place(self, span: Span) -> Placement:
        placed = self._placed(span)
        if placed is None:
            return Placement(AnchoringState.NEEDS_LOOK, None, self.suggester.suggest(span))
        same = self.new.letters[placed.start : placed.end] == self.old.letters[span.start : span.end]
        first = self.old.first_from(span.start)
        state = AnchoringState.EXACT if same and not self.alignment.moved[first] else AnchoringState.MOVED
        return Placement(state, placed)

    def _placed(self, span: Span) -> Span | None:
        first, last = self.old.first_from(span.start), self.old.after_last_before(span.end) - 1
        if first > last:
            return None
        start, end = self._start(span.start, first, last), self._end(span.end, first, last)
        if start is None or end is None or start >= end:
            return None
        placed = Span(start, end)
        words = (self.new.first_from(start), self.new.after_last_before(end) - 1)
        if self._is_another_bit(span, placed) or not self._is_same_place(first, last, *words):
            return None
        return None if self._is_contradicted(span, placed, first, last) else placed

    # The two ends

    def _start(self, position: int, first: int, last: int) -> int | None:
        word = self._edge_word(first, last, step=1)
        if word is None:
            return None
        start = self.new.starts[word]
        before = self.old.starts[first]
        if position <= before:
            lead = self.old.letters[position:before]
            return start - len(lead) if lead and self.new.letters.endswith(lead, 0, start) else start
        text, offset = self.new.letters[start : self.new.ends[word]], position - before
        if text == self.old.letters[before : self.old.ends[first]]:
            return start + offset
        heard = self._heard(first, word, offset)
        return None if heard is None else start + offset_in_text(text, heard)

    def _end(self, position: int, first: int, last: int) -> int | None:
        word = self._edge_word(last, first, step=-1)
        if word is None:
            return None
        end = self.new.ends[word]
        behind = self.old.ends[last]
        if position >= behind:
            tail = self.old.letters[behind:position]
            return end + len(tail) if tail and self.new.letters.startswith(tail, end) else end
        start, before = self.new.starts[word], self.old.starts[last]
        text, offset = self.new.letters[start:end], position - before
        if text == self.old.letters[before:behind]:
            return start + offset
        heard = self._heard(last, word, offset)
        return start + offset_in_text(text, heard - 1) + 1 if heard else None

    def _heard(self, word: int, twin: int, offset: int) -> int | None:
        """How many letters of a new word stand where so many stood in the old one, where that is certain."""
        if self.tracer.fates(word) != {Fate(word, word + 1, twin, twin + 1)}:
            return None
        key, other = self.old.keys[word], self.new.keys[twin]
        text = self.old.letters[self.old.starts[word] : self.old.ends[word]]
        heard = offset_in_key(text, offset)
        if offset and offset_in_key(text, offset - 1) == heard:
            return None
        rest = len(key) - heard
        found = set()
        if key[:heard] == other[:heard]:
            found.add(heard)
        if rest <= len(other) and key[heard:] == other[len(other) - rest :]:
            found.add(len(other) - rest)
        return found.pop() if len(found) == 1 else None

    def _edge_word(self, word: int, inmost: int, step: int) -> int | None:
        """The new word at which a span begins (`step` 1) or ends (-1) whose outermost old word is `word`."""
        found = {self._new_edge(fate, word, inmost, step) for fate in self.tracer.fates(word)}
        return found.pop() if len(found) == 1 else None

    def _new_edge(self, fate: Fate, word: int, inmost: int, step: int) -> int | None:
        if fate.is_kept:
            outermost = fate.old if step > 0 else fate.old_end - 1
            if word != outermost or self._is_divided_otherwise(fate) or self._is_cut(fate, step):
                return None
            if not is_word(self.old.keys[word]) and not self._is_attached(fate):
                return None
            return fate.new if step > 0 else fate.new_end - 1
        inside, outside = self.tracer.kept(word, step, inmost), self.tracer.kept(word, -step, None)
        if inside is None or outside is None:
            return None
        left, right = (outside, inside) if step > 0 else (inside, outside)
        gone, come = right.old - left.old_end, right.new - left.new_end
        straddles = (word != left.old_end) if step > 0 else (word != right.old - 1)
        if come < 0 or come > gone + 1 or (straddles and come != gone):
            return None
        if any(self._is_divided(place) for place in range(left.new_end, right.new)):
            return None
        if self._is_divided_otherwise(left) or self._is_divided_otherwise(right):
            return None
        if step > 0:
            return left.new_end + (word - left.old_end if straddles else 0)
        return right.new - 1 - (right.old - 1 - word if straddles else 0)

    def _is_divided_otherwise(self, fate: Fate) -> bool:
        """Whether a word became another one that runs over a line end, which may be two words as well."""
        old = self.old.letters[self.old.starts[fate.old] : self.old.ends[fate.old_end - 1]]
        new = self.new.letters[self.new.starts[fate.new] : self.new.ends[fate.new_end - 1]]
        return ("\n" in old or "\n" in new) and (
            "".join(self.old.keys[fate.old : fate.old_end]) != "".join(self.new.keys[fate.new : fate.new_end])
        )

    def _is_divided(self, twin: int) -> bool:
        """Whether a new word runs over a line end, and so may be two."""
        return "\n" in self.new.letters[self.new.starts[twin] : self.new.ends[twin]]

    def _is_cut(self, fate: Fate, step: int) -> bool:
        """Whether a word lost letters at its outer end, which may stand elsewhere, or took in another word there."""
        was = "".join(self.old.keys[fate.old : fate.old_end])
        now = "".join(self.new.keys[fate.new : fate.new_end])
        shorter, longer = sorted((was, now), key=len)
        if was == now or not (longer.endswith(shorter) if step > 0 else longer.startswith(shorter)):
            return False
        more = longer[: -len(shorter)] if step > 0 else longer[len(shorter) :]
        return len(more) > 1 if longer is was else self.witnesses.is_left_over(more)

    def _is_attached(self, fate: Fate) -> bool:
        """Whether a punctuation mark stands behind the same word as before, or an opening one before it."""
        beside = (
            [fate.old - 1] if self.old.keys[fate.old][0] not in _OPENING else [fate.old - 1, fate.old_end]
        )
        for word in beside:
            options = self.tracer.fates(word) if 0 <= word < len(self.old) else set()
            if any(other.is_kept and fate.new in (other.new - 1, other.new_end) for other in options):
                return True
        return fate.old == 0 and fate.new == 0

    # What lies between the ends

    def _is_same_place(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether what stands between the ends is what stood there: nothing else came in, most of it stayed."""
        to_new, to_old = self.alignment.to_new, self.alignment.to_old
        if any(twin >= 0 and not start <= twin <= end for twin in to_new[first : last + 1]):
            return False
        if any(word >= 0 and not first <= word <= last for word in to_old[start : end + 1]):
            return False
        total = sum(map(len, self.old.keys[first : last + 1]))
        come = sum(map(len, self.new.keys[start : end + 1]))
        if come > 2 * total + 40:
            return False
        kept = sum(self._letters_kept(word) for word in range(first, last + 1))
        if 2 * kept < total:
            return False
        return not (
            any(self.witnesses.is_elsewhere(self.old, *gap, to_new) for gap in _gaps(to_new, first, last))
            or any(self.witnesses.is_elsewhere(self.new, *gap, to_old) for gap in _gaps(to_old, start, end))
        )

    def _is_another_bit(self, span: Span, placed: Span) -> bool:
        """Whether of a few letters not even half are the same."""
        was = self.old.letters[span.start : span.end].strip()
        now = self.new.letters[placed.start : placed.end].strip()
        return was != now and len(was) <= _FEW_LETTERS and 2 * letters_apart(was, now) >= len(was)

    def _letters_kept(self, word: int) -> int:
        key = self.old.keys[word]
        if self.alignment.to_new[word] >= 0:
            return len(key)
        options = self.tracer.fates(word)
        if len(options) != 1:
            return 0
        (fate,) = options
        if not fate.is_kept:
            return 0
        if (fate.old_end - fate.old, fate.new_end - fate.new) != (1, 1):
            return len(key) - 1
        return len(key) - letters_apart(key, self.new.keys[fate.new])

    def _is_contradicted(self, span: Span, placed: Span, first: int, last: int) -> bool:
        """Whether the span with all that stands around it is found unchanged, but elsewhere."""
        if self.alignment.telling[first] == 1 and self.alignment.telling[last] == 1:
            return False
        start, end = max(0, span.start - CONTEXT), span.end + CONTEXT
        whole = self.old.letters[start:end]
        here = self.new.letters[max(0, placed.start - (span.start - start)) : placed.end + CONTEXT]
        return here != whole and whole in self.new.letters


def _gaps(matches: Sequence[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The ranges of words without a match from one word to another."""
    place = first
    while place <= last:
        end = place
        while end <= last and matches[end] < 0:
            end += 1
        if end > place:
            yield place, end
        place = end + 1
