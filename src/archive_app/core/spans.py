"""Spans: places in a Text, counted in Unicode code points, with what surrounds them."""

from dataclasses import dataclass

CONTEXT = 32
"""How many code points of context an anchor keeps on each side."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of a Text in NFC."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """What lets a Span be found again in another reading: its quote and the context on each side."""

    quote: str
    prefix: str
    suffix: str


def anchor(letters: str, span: Span) -> Anchor:
    """Return the anchor of `span` in `letters`. Raises ValueError where the span lies outside."""
    if span.end > len(letters):
        raise ValueError(f"span {span.start}..{span.end} lies outside a text of {len(letters)}")
    return Anchor(
        quote=letters[span.start : span.end],
        prefix=letters[max(0, span.start - CONTEXT) : span.start],
        suffix=letters[span.end : span.end + CONTEXT],
    )
