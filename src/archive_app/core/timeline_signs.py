"""The signs of a timeline: bars of dates, marks of what the sources say, and what all of them mean."""

from collections.abc import Iterator
from typing import NamedTuple

from archive_app.core.timeline_entries import OPEN, SMALLEST, Entry, Said
from archive_app.core.timeline_shapes import (
    Box,
    Check,
    Cross,
    Diamond,
    Fade,
    Ink,
    Line,
    Measure,
    Shape,
    Size,
    Words,
)
from archive_app.core.timescale import Scale
from archive_app.core.timespans import Extent, Piece
from archive_app.core.translation import N_, _

BAR = 9.0
_ABOUT = 8.0
_DIAMOND, _CROSS, _CHECK = 4.5, 4.0, 4.5
_SHORTEST_GAP = 8.0
_PIECES, _BREAK, _QUESTION = (8.0, 5.0, 3.0), 3.0, 8.0
"""The pieces of an unknown end, what is left between them, and the width of the question mark."""
CHECKED = 14.0
"""How much room the sign of a verdict takes before a title."""


def bar(extent: Extent, middle: float, scale: Scale) -> list[Shape]:
    """The bar of a date around the height `middle`, with what its ends say of open, unknown and approximate ones."""
    top, x = middle - BAR / 2, scale.x
    first = extent.pieces[0]
    left, right = x(extent.begins), x(extent.ends)
    shapes: list[Shape]
    if len(extent.pieces) == 1 or right - left < SMALLEST:
        right = max(right, left + SMALLEST)
        shapes = [Box(left, top, right - left, BAR, _ink(first), 2)]
    else:
        shapes = [
            Box(x(piece.begins), top, max(x(piece.ends) - x(piece.begins), 1.0), BAR, _ink(piece), 2)
            for piece in extent.pieces
        ]
    if extent.unknown_start:
        shapes += _unknown(left, middle, _ink(first), -1)
    elif extent.open_start or extent.about:
        length = OPEN if extent.open_start else _ABOUT
        shapes.append(Fade(left - length, top, length, BAR, _ink(first), -1))
    if extent.unknown_end:
        shapes += _unknown(right, middle, _ink(extent.pieces[-1]), 1)
    elif extent.open_end or extent.about:
        length = OPEN if extent.open_end else _ABOUT
        shapes.append(Fade(right, top, length, BAR, _ink(extent.pieces[-1]), 1))
    return shapes


def _unknown(edge: float, middle: float, ink: Ink, towards: int) -> list[Shape]:
    """Pieces that grow smaller, and a question mark: there is an end, and nobody knows where."""
    shapes: list[Shape] = []
    at = edge
    for width in _PIECES:
        at += towards * _BREAK
        shapes.append(Box(min(at, at + towards * width), middle - BAR / 2, width, BAR, ink))
        at += towards * width
    left = at + _BREAK if towards > 0 else at - _BREAK - _QUESTION
    return [*shapes, Words(left, middle + 4, "?", Ink.TEXT, Size.SMALL, _QUESTION + 4)]


def _ink(piece: Piece) -> Ink:
    return Ink.CERTAIN if piece.certain else Ink.POSSIBLE


def marks(entry: Entry, middle: float, scale: Scale) -> Iterator[Shape]:
    """The bar, what the sources say on it, and lines over the gaps to what lies elsewhere."""
    # What differs is drawn last, above what agrees.
    every = sorted(entry.said, key=lambda one: (one.differs, one.is_settled))
    said = [(one, *_middle_and_sides(one.extent, scale)) for one in every]
    own = entry.extent
    if own is not None:
        left, right = scale.x(own.begins), max(scale.x(own.ends), scale.x(own.begins) + SMALLEST)
    elif said:
        left = right = said[0][1]
    if own is not None:
        yield from bar(own, middle, scale)
    below = middle + BAR / 2 + 2
    for one, at, _begins, _ends in said:
        ink = Ink.CONFLICT if one.differs else Ink.CLAIM
        if at > right + _SHORTEST_GAP:
            yield Line(right, below, at, below, ink, True)
        elif at < left - _SHORTEST_GAP:
            yield Line(at, below, left, below, ink, True)
    for one, at, begins, ends in said:
        yield from _mark(one, at, begins, ends, below, with_span=one.when != entry.when)


def _mark(
    one: Said, at: float, begins: float, ends: float, middle: float, *, with_span: bool
) -> Iterator[Shape]:
    """The sign of how a date stands, and its whole stretch where the bar does not show it already."""
    ink = Ink.CONFLICT if one.differs else Ink.CLAIM
    if with_span and ends - begins > 5 * _DIAMOND:
        yield Box(begins, middle - 1, ends - begins, 2, ink)
        yield Box(begins, middle - 4, 1.5, 8, ink)
        yield Box(ends - 1.5, middle - 4, 1.5, 8, ink)
    yield sign_of(one, at, middle)


def sign_of(one: Said, x: float, y: float) -> Shape:
    """A cross for what contradicts, a diamond for what does not: a hollow one where it would by computation."""
    if one.differs:
        return Cross(x, y, _CROSS, Ink.CONFLICT)
    return Diamond(x, y, _DIAMOND, Ink.CLAIM, one.is_settled)


def _middle_and_sides(extent: Extent, scale: Scale) -> tuple[float, float, float]:
    begins, ends = scale.x(extent.begins), scale.x(extent.ends)
    ends = max(ends, begins + SMALLEST)
    at = begins if extent.open_end else ends if extent.open_start else (begins + ends) / 2
    return at, begins, ends


def verdict_sign(x: float, y: float) -> Check:
    """The sign of a verdict on the date, in the room of `CHECKED` pixels from `x` on."""
    return Check(x + _CHECK, y, _CHECK, Ink.CERTAIN)


# What the signs mean

_SIGN_ROOM, _BETWEEN, LEGEND_LINE = 34.0, 22.0, 18.0


class _Meaning(NamedTuple):
    """Signs around the place (13, 0) of a line, and what they mean."""

    signs: tuple[Shape, ...]
    said: str


_MEANINGS = (
    _Meaning((Box(0, -BAR / 2, 26, BAR, Ink.CERTAIN, 2),), N_("certain")),
    _Meaning((Box(0, -BAR / 2, 26, BAR, Ink.POSSIBLE, 2),), N_("possible")),
    _Meaning(
        (Box(0, -BAR / 2, 10, BAR, Ink.CERTAIN), Fade(10, -BAR / 2, 18, BAR, Ink.CERTAIN, 1)), N_("open end")
    ),
    _Meaning(
        (
            Box(0, -BAR / 2, 8, BAR, Ink.CERTAIN),
            Box(11, -BAR / 2, 5, BAR, Ink.CERTAIN),
            Words(19, 4, "?", Ink.TEXT, Size.SMALL, _QUESTION + 4),
        ),
        N_("unknown end"),
    ),
    _Meaning((verdict_sign(13 - _CHECK, 0),), N_("held right by a verdict")),
    _Meaning((Diamond(13, 0, _DIAMOND, Ink.CLAIM),), N_("a source that agrees")),
    _Meaning((Cross(13, 0, _CROSS, Ink.CONFLICT),), N_("a source that gives another date")),
    _Meaning((Diamond(13, 0, _DIAMOND, Ink.CLAIM, hollow=True),), N_("another date, no contradiction")),
)


def legend_lines(width: float, measure: Measure) -> int:
    """How many lines the meanings of the signs take in so many pixels."""
    return len(_lines(width, measure))


def draw_legend(x: float, y: float, width: float, measure: Measure) -> Iterator[Shape]:
    """What the signs mean, in as many lines as that takes; `y` is the baseline of the words in the first one."""
    for number, line in enumerate(_lines(width, measure)):
        at, base = x, y + number * LEGEND_LINE
        for meaning in line:
            for sign in meaning.signs:
                yield sign._replace(x=sign.x + at, y=sign.y + base - 4.5)  # type: ignore[union-attr, call-arg]
            room = measure(_(meaning.said), Size.SMALL)
            yield Words(at + _SIGN_ROOM, base, _(meaning.said), Ink.MUTED, Size.SMALL, room + 4)
            at += _SIGN_ROOM + room + _BETWEEN


def _lines(width: float, measure: Measure) -> list[list[_Meaning]]:
    lines: list[list[_Meaning]] = []
    left = 0.0
    for meaning in _MEANINGS:
        needed = _SIGN_ROOM + measure(_(meaning.said), Size.SMALL)
        if not lines or needed > left:
            lines.append([])
            left = width
        lines[-1].append(meaning)
        left -= needed + _BETWEEN
    return lines
