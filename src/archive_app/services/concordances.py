"""The keywords that a query found, each on a line with what stands before and after it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from archive_app.core.hits import Concordance, Hit, Line, LineOrder, Order, SearchRequest
from archive_app.language.collation import azbuka_key
from archive_app.services.archives import Archive
from archive_app.services.fetching import ask, hits_of

MOST = 5_000
"""How many documents are read for one concordance."""
WIDTH = 60
"""Code points of context on each side of a keyword."""

_COMPARED = 6
"""How many words of the context decide the order of lines."""
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")
_READ_IN_ORDER = {LineOrder.SOURCE: Order.SOURCE, LineOrder.DATE: Order.DATE}

_Key = tuple[tuple[int, ...], ...]


def concordance(
    archive: Archive,
    request: SearchRequest,
    order: LineOrder = LineOrder.RIGHT,
    most: int = MOST,
    width: int = WIDTH,
) -> Concordance:
    """Show every keyword that a query finds in its context, in up to `most` documents.

    Words that were found side by side are one keyword. Contexts are `width` code points long at most and begin and
    end with whole words. Words are compared in the order of the azbuka across both scripts, the nearest to the keyword
    first. Raises what `searching.search` raises.
    """
    read_in = _READ_IN_ORDER.get(order, request.order)
    found = ask(archive, replace(request, limit=most, offset=0, order=read_in, with_facets=False))
    hits = hits_of(archive, found)
    lines = [_line(hit, start, end, width) for hit in hits for start, end in keywords(hit)]
    if order in _KEYS:
        lines.sort(key=_KEYS[order])
    return Concordance(request.query, found.total, len(hits), tuple(lines))


def keywords(hit: Hit) -> list[tuple[int, int]]:
    """Where the keywords stand in a hit's text: its highlights, those with only white space between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in hit.highlights:
        if joined and hit.text[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _line(hit: Hit, start: int, end: int, width: int) -> Line:
    text = hit.text
    first, last = max(0, start - width), min(len(text), end + width)
    left, right = text[first:start], text[end:last]
    if first and not text[first - 1].isspace():
        left = _without_first_word(left)
    if last < len(text) and not text[last].isspace():
        right = _without_first_word(right[::-1])[::-1]
    return Line(
        hit=hit,
        left=_SPACES.sub(" ", left).lstrip(),
        keyword=_SPACES.sub(" ", text[start:end]),
        right=_SPACES.sub(" ", right).rstrip(),
        start=start,
        end=end,
    )


def _without_first_word(text: str) -> str:
    """`text` from its first white space on, for a word that was cut in two."""
    space = _SPACES.search(text)
    return text[space.start() :] if space else ""


@lru_cache(maxsize=50_000)
def _letters(word: str) -> tuple[int, ...]:
    return azbuka_key(word)[0]


def _key(words: Sequence[str]) -> _Key:
    return tuple(_letters(word) for word in words[:_COMPARED])


def _by_right(line: Line) -> _Key:
    return _key(_WORD.findall(line.right))


def _by_left(line: Line) -> _Key:
    return _key(_WORD.findall(line.left)[::-1])


def _by_keyword(line: Line) -> tuple[_Key, _Key]:
    return _key(_WORD.findall(line.keyword)), _by_right(line)


_KEYS: dict[LineOrder, Callable[[Line], tuple[object, ...]]] = {
    LineOrder.RIGHT: _by_right,
    LineOrder.LEFT: _by_left,
    LineOrder.KEYWORD: _by_keyword,
}
"""How lines are compared; by source and by date they stand as their hits do."""
