"""Where words begin and end, to select by them. A compound, a number with its ending and a name with one are a word
here, as they are for the eye: Čukarica-Topčider, 14-og, NATO-a."""

import re
from collections.abc import Iterator

from archive_app.language.folding import INVISIBLE

_MARKS = "\u0300-\u036f\u0483-\u0487"
_WORD = re.compile(rf"[^\W_](?:[\w{_MARKS}{INVISIBLE}]|[-\u2010\u2011'’](?=[^\W_])|(?<=\d)[.,:](?=\d))*+")
_ROOM = 400
"""So many letters on each side of a place are looked through first."""


def word_at(text: str, place: int) -> tuple[int, int] | None:
    """The word that a place is in, at the beginning or at the end of; else the next one; else the one before."""
    start, end = _around(text, place)
    before: tuple[int, int] | None = None
    for word in _words(text, start, end):
        if word[1] >= place:
            return word if word[0] <= place or before is None or before[1] < place else before
        before = word
    return before


def next_start(text: str, place: int) -> int | None:
    """Where the first word behind a place begins."""
    return next((start for start, _end in _onward(text, place) if start > place), None)


def next_end(text: str, place: int) -> int | None:
    """Where the first word ends that ends behind a place."""
    return next((end for _start, end in _onward(text, place) if end > place), None)


def previous_start(text: str, place: int) -> int | None:
    """Where the last word begins that begins before a place."""
    return max((start for start, _end in _backward(text, place) if start < place), default=None)


def previous_end(text: str, place: int) -> int | None:
    """Where the last word ends that ends before a place."""
    return max((end for _start, end in _backward(text, place) if end < place), default=None)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _WORD.finditer(text, start, end))


def _onward(text: str, place: int) -> Iterator[tuple[int, int]]:
    start, _end = _around(text, place)
    return _words(text, start, len(text))


def _backward(text: str, place: int) -> Iterator[tuple[int, int]]:
    """The words near a place, or all before it where there are none near it."""
    start, end = _around(text, place)
    near = list(_words(text, start, end))
    if not start or any(word[1] < place for word in near):
        return iter(near)
    return _words(text, 0, end)


def _around(text: str, place: int) -> tuple[int, int]:
    """A stretch around a place that cuts no word."""
    start, end = max(0, place - _ROOM), min(len(text), place + _ROOM)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
