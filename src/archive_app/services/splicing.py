"""Putting other letters into a text whose passages are known: all that stands around stays letter for letter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.core.records import Passage, PassageKind
from archive_app.core.spans import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Splice:
    """A text with other letters in one place.

    `old` is what was replaced, widened to whole passages, and `new` where it stands now. `ordinals` lead from each
    passage that is still there to what it became.
    """

    letters: str
    passages: tuple[tuple[PassageKind, Span], ...]
    ordinals: dict[int, int]
    old: Span
    new: Span

    @property
    def shift(self) -> int:
        """How many code points what stands behind goes on."""
        return self.new.end - self.old.end


def splice(letters: str, passages: Sequence[Passage], span: Span, by: str) -> Splice:
    """Put `by` in the place of a span; a blank line in it begins another passage of the same kind.

    A passage of which nothing is left goes, with the white space behind it.
    """
    touched = [passage for passage in passages if passage.span.overlaps(span)]
    start = min([span.start, *(passage.start for passage in touched)])
    end = max([span.end, *(passage.end for passage in touched)])
    inside = (letters[start : span.start] + by + letters[span.end : end]).strip()
    if not inside:
        end = next((passage.start for passage in passages if passage.start >= end), len(letters))
        if end == len(letters):
            start = len(letters[:start].rstrip())
    old, new = Span(start, end), Span(start, start + len(inside))
    shift = new.end - old.end
    before = [passage for passage in passages if passage.end <= start]
    behind = [passage for passage in passages if passage.start >= end]
    pieces = _cut(inside, start, several=len(touched) > 1)
    kind = touched[0].kind if touched else PassageKind.PARAGRAPH
    ordinals = {passage.ordinal: number for number, passage in enumerate(before)}
    ordinals |= {passage.ordinal: len(before) + n for n, passage in enumerate(touched) if n < len(pieces)}
    ordinals |= {passage.ordinal: len(before) + len(pieces) + n for n, passage in enumerate(behind)}
    kinds = [passage.kind for passage in touched]
    made = [(passage.kind, passage.span) for passage in before]
    made += [(kinds[n] if n < len(kinds) else kind, piece) for n, piece in enumerate(pieces)]
    made += [(passage.kind, Span(passage.start + shift, passage.end + shift)) for passage in behind]
    return Splice(letters[:start] + inside + letters[end:], tuple(made), ordinals, old, new)


def _cut(inside: str, start: int, *, several: bool) -> list[Span]:
    """The passages of what was put in: cut at blank lines, or at every line where several passages are replaced."""
    pieces = []
    begin = 0
    for gap in (_LINE if several else _BLANK_LINE).finditer(inside):
        pieces.append(Span(start + begin, start + gap.start()))
        begin = gap.end()
    return [*pieces, Span(start + begin, start + len(inside))] if inside else []
