"""Where the paragraphs of a plain text stand.

Three ways of writing paragraphs are met: blank lines between them, each in one long line; one line each without
blank lines; and lines broken by hand at 50 to 130 characters. The last is known by its lines being full: the
next line's first word would not have fitted.
"""

from dataclasses import dataclass
from itertools import pairwise

from archive_app.core.spans import Span

_NARROWEST, _WIDEST = 50, 130
_LONG_LINE = 120
_STANZA = 20
_SENTENCE_ENDS = tuple('.!?…:“”"«»)*')
_DASHES = ("— ", "– ", "- ")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it; `indent` and the positions in code points."""

    start: int
    end: int
    indent: int

    def __len__(self) -> int:
        return self.end - self.start


def paragraph_spans(letters: str) -> list[Span]:
    """Return the paragraphs of a text whose lines end in `\\n`: in order, disjoint, with no white space around.

    Together they cover every character that is not white space.
    """
    blocks = _blocks(letters)
    width = _wrap_width(letters, blocks)
    spans: list[Span] = []
    for block in blocks:
        if len(block) == 1:
            breaks = []
        elif width:
            breaks = _breaks(letters, block, width)
        elif _holds_whole_lines(letters, block, len(blocks) == 1):
            breaks = list(range(1, len(block)))
        else:
            breaks = []
        firsts = [0, *breaks]
        lasts = [first - 1 for first in firsts[1:]] + [len(block) - 1]
        spans += [Span(block[a].start, block[z].end) for a, z in zip(firsts, lasts, strict=True)]
    return spans


def _blocks(letters: str) -> list[list[_Line]]:
    """Return the runs of lines between blank lines."""
    blocks: list[list[_Line]] = []
    block: list[_Line] = []
    start = 0
    for line in letters.split("\n"):
        stripped = line.strip()
        if stripped:
            indent = line.index(stripped)
            block.append(_Line(start + indent, start + indent + len(stripped), indent))
        elif block:
            blocks.append(block)
            block = []
        start += len(line) + 1
    return [*blocks, block] if block else blocks


def _wrap_width(letters: str, blocks: list[list[_Line]]) -> int:
    """Return the width in code points at which the lines of the whole text were broken, 0 where they were not."""
    inner = [
        (len(line), _needed(letters, line, following))
        for block in blocks
        for line, following in pairwise(block)
    ]
    if len(inner) < 2:
        return 0
    width = sorted(length for length, _needed_width in inner)[int(0.98 * (len(inner) - 1) + 0.5)]
    full = sum(needed >= 0.85 * width for _length, needed in inner)
    return width if _NARROWEST <= width <= _WIDEST and full >= 0.6 * len(inner) else 0


def _needed(letters: str, line: _Line, following: _Line) -> int:
    """Return how long `line` would be with the first word of the next one."""
    end = letters.find(" ", following.start, following.end)
    return len(line) + 1 + (end if end >= 0 else following.end) - following.start


def _breaks(letters: str, block: list[_Line], width: int) -> list[int]:
    """Return which lines of a block, counted from 0, begin a paragraph in a text broken at `width`."""
    deep = min(line.indent for line in block) + 2
    # Where most lines stand further in, the indent means something else.
    indents = sum(line.indent >= deep for line in block) < len(block) / 2
    found = []
    for index, (line, following) in enumerate(pairwise(block), start=1):
        ends = letters.endswith(_SENTENCE_ENDS, line.start, line.end)
        full = _needed(letters, line, following) >= 0.85 * width
        if (
            (indents and following.indent >= deep)
            or (ends and letters.startswith(_DASHES, following.start, following.end))
            or (not full and (ends or letters[line.start : line.end].isupper()))
        ):
            found.append(index)
    return found


def _holds_whole_lines(letters: str, block: list[_Line], only_block: bool) -> bool:
    """Whether each line of a block is a paragraph: not so in a stanza or an address."""
    if only_block or len(block) > _STANZA or any(len(line) > _LONG_LINE for line in block):
        return True
    ended = sum(letters.endswith(_SENTENCE_ENDS, line.start, line.end) for line in block)
    return ended >= len(block) / 2
