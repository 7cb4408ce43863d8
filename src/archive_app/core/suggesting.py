"""Where a span may stand in another reading, for a person to decide."""

from collections import Counter

from archive_app.core.alignment import Alignment
from archive_app.core.spans import CONTEXT, Span

_MOST = 3
_OCCURRENCES = 50


class Suggester:
    """Suggests places in the new text of an alignment."""

    def __init__(self, alignment: Alignment) -> None:
        """Suggest by what `alignment` says of the words within a span and around it."""
        self.alignment = alignment
        self.old, self.new = alignment.old, alignment.new

    def suggest(self, span: Span) -> tuple[Span, ...]:
        """The likeliest places of a span, best first, at most three."""
        found = []
        by_words = self._by_words(span)
        if by_words is not None:
            found.append(by_words)
        found += self._by_quote(span)
        return tuple(dict.fromkeys(found))[:_MOST]

    def _by_words(self, span: Span) -> Span | None:
        """From the first to the last word that was matched from the span, where most of them lie together."""
        first, last = self.old.first_from(span.start), self.old.after_last_before(span.end)
        twins = [twin for twin in self.alignment.to_new[first:last] if twin >= 0]
        if not twins:
            return None
        length = last - first
        middle = sorted(twins)[len(twins) // 2]
        near = [twin for twin in twins if abs(twin - middle) <= length + 8]
        if 3 * len(near) < length:
            return None
        return Span(self.new.starts[min(near)], self.new.ends[max(near)])

    def _by_quote(self, span: Span) -> list[Span]:
        """The places of the very same quote, those first whose surroundings are most alike."""
        quote = self.old.letters[span.start : span.end]
        if not quote.strip():
            return []
        found: Counter[Span] = Counter()
        place = self.new.letters.find(quote)
        while place >= 0 and len(found) < _OCCURRENCES:
            there = Span(place, place + len(quote))
            found[there] = self._alike(span, there)
            place = self.new.letters.find(quote, place + 1)
        return [there for there, _likeness in found.most_common(_MOST)]

    def _alike(self, span: Span, there: Span) -> int:
        """How many letters are the same before and behind."""
        old, new = self.old.letters, self.new.letters
        before = zip(
            reversed(old[max(0, span.start - CONTEXT) : span.start]),
            reversed(new[max(0, there.start - CONTEXT) : there.start]),
            strict=False,
        )
        behind = zip(old[span.end : span.end + CONTEXT], new[there.end : there.end + CONTEXT], strict=False)
        return sum(one == other for one, other in before) + sum(one == other for one, other in behind)
