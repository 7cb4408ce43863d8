"""Names in running text: where what is known by name stands in it, in either script and in all forms.

A name is found by one word of it, the rarest that must have a capital; then the words around it are compared. So a
text is read once, however many names there are, and nearly all of its words are passed over unseen.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from archive_app.language.folding import bare, fold
from archive_app.language.name_words import (
    ALIKE,
    NameWord,
    Nearness,
    is_common,
    tens_of,
    value_of,
    words_of_name,
)
from archive_app.language.terms import plain, terms
from archive_app.language.tokens import Token, pieces, single_words, tokenize

__all__ = ["NameFinder", "NameMention", "Names", "Nearness", "finder_of"]

Names = tuple[tuple[str, tuple[str, ...]], ...]
"""The ids of people, units and places, each with all its names."""
_MOST_PIECES = 1 << 17
"""So many pieces of texts are remembered: about those of ten novels, in some dozen megabytes."""


class NameMention(NamedTuple):
    """A name at `[start, end)` of a text, in code points; `text` is what stands there.

    `ids` are those that have this name, `name` is it as it was given. `is_doubtful`: its capital may only begin a
    sentence, or it has none, and its words are common ones (vuk, stari grad).
    """

    start: int
    end: int
    text: str
    ids: tuple[str, ...]
    name: str
    nearness: Nearness
    is_doubtful: bool = False


@dataclass(slots=True)
class _Name:
    """A name in its words; `must_have` are those that a capital must be on, `anchor` is the one that it is sought by.

    `is_free`: it begins with a number, so that no capital is asked for (1. Proleterska, prva proleterska).
    """

    name: str
    words: tuple[NameWord, ...]
    ids: list[str] = field(default_factory=list)
    is_free: bool = False
    must_have: frozenset[int] = frozenset()
    anchor: int = 0


@dataclass(slots=True)
class _Group:
    """The names that are sought by one word: those without a number, and the others by how far behind the word the
    number stands (-1 where it is the word before) and by its value. There may be hundreds of divisions."""

    names: list[_Name] = field(default_factory=list)
    numbered: dict[int, dict[int, list[_Name]]] = field(default_factory=dict)

    def add(self, name: _Name) -> None:
        """Let a name be sought by the word."""
        places = [n for n, word in enumerate(name.words) if word.number and n != name.anchor]
        if not places:
            self.names.append(name)
            return
        by_value = self.numbered.setdefault(places[0] - name.anchor, {})
        by_value.setdefault(name.words[places[0]].number, []).append(name)

    def at(self, words: Sequence[str], place: int) -> Iterator[_Name]:
        """Yield the names that may stand around the word at a place of a text."""
        yield from self.names
        for offset, by_value in self.numbered.items():
            n = place + offset
            value = value_of(words[n]) if 0 <= n < len(words) else 0
            if value:
                yield from by_value.get(value, ())
                tens = tens_of(words[n - 1]) if n else 0
                yield from by_value.get(value + tens, ()) if tens else ()


class _Anchor(NamedTuple):
    """A word of a piece that names can be sought by: its number among the words of the piece."""

    place: int
    group: _Group
    nearness: Nearness


class _Piece(NamedTuple):
    """What is known of a piece of text without spaces: its words, and what can be sought by them."""

    words: tuple[str, ...]
    anchors: tuple[_Anchor, ...]


class _Reading:
    """A text that is read: its words in their order, and by which of them names can be sought."""

    def __init__(self, text: str, known: Mapping[str, _Piece]) -> None:
        self.text = text
        self.words: list[str] = []
        self.anchors: list[tuple[int, tuple[_Anchor, ...]]] = []
        """The first word of each piece that has any, with them."""
        self._pieces = pieces(text)
        self._firsts: list[int] = []
        """Which word is the first one of each piece."""
        words, firsts = self.words, self._firsts
        for piece in self._pieces:
            first = len(words)
            firsts.append(first)
            own, anchors = known[piece]
            words += own
            if anchors:
                self.anchors.append((first, anchors))

    @cached_property
    def _starts(self) -> list[int]:
        """Where each piece begins in the text."""
        starts = []
        place = 0
        for piece in self._pieces:
            start = self.text.index(piece, place)
            starts.append(start)
            place = start + len(piece)
        return starts

    def span(self, word: int) -> tuple[int, int]:
        """Where a word stands in the text."""
        n = bisect_right(self._firsts, word) - 1
        token = _words_in(self._pieces[n])[word - self._firsts[n]]
        return self._starts[n] + token.start, self._starts[n] + token.end


_QUOTES = "\"'„“”‟‚‘’«»‹›()"
_GAP = re.compile(rf"(?P<stop>\.?)[{_QUOTES},]?[^\S\n]*\n?[^\S\n]*[-\u2010\u2011]?[{_QUOTES}]*")
"""What may stand between two words of a name."""
_BEGINS = re.compile(rf"(?:^|[.!?…:;\n]|\n\s*)[\s{_QUOTES}\u2010-\u2015*-]*$")
_LOOK_BACK = 12
_AROUND = f" .,;:!?…[]–—*/{_QUOTES}"
_BEGINNINGS = (1, 2, 3, 4)
"""By so many letters words are told apart at first; of a shorter one by all that it has."""
_LONGEST_ENDING = 6
"""More letters than this no form has beyond the name: Tito, Titovima."""


class NameFinder:
    """Finds many names in texts."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names` are all names of each thing, by its id."""
        self._anchored: defaultdict[NameWord, _Group] = defaultdict(_Group)
        self._by_beginning: defaultdict[str, set[NameWord]] = defaultdict(set)
        self._small_by_beginning: defaultdict[str, set[NameWord]] = defaultdict(set)
        self._pieces = _Pieces(self)
        every = list(_read(names))
        counts = Counter(word for name in every for word in {*name.words})
        for name in every:
            self._anchor(name, counts)

    def _anchor(self, name: _Name, counts: Counter[NameWord]) -> None:
        """Choose the word by which a name is sought."""
        every = range(len(name.words))
        wanted = name.must_have or [n for n in every if not name.words[n].number] or every
        name.anchor = min(wanted, key=lambda n: (counts[name.words[n]], -len(name.words[n].folded), n))
        word = name.words[name.anchor]
        self._anchored[word].add(name)
        beginning = word.beginning[: _BEGINNINGS[-1]]
        self._by_beginning[beginning].add(word)
        if name.anchor not in name.must_have:
            self._small_by_beginning[beginning].add(word)

    def find(self, text: str) -> list[NameMention]:
        """Return the names that stand in `text`, by their place. Of names that overlap the longest counts, then the
        nearest; all things that have it are named together."""
        reading = _Reading(text, self._pieces)
        found: defaultdict[tuple[int, int], list[tuple[Nearness, _Name]]] = defaultdict(list)
        for first, anchors in reading.anchors:
            for place, group, near in anchors:
                for name in group.at(reading.words, first + place):
                    match = self._match(reading, first + place, name, near)
                    if match is not None:
                        start, end, nearness = match
                        found[start, end].append((nearness, name))
        return [self._mention(text, span, found[span]) for span in _longest(found)]

    def look_at(self, piece: str) -> _Piece:
        """Return what can be sought by a piece of text without spaces."""
        tokens = _words_in(piece)
        anchors: list[_Anchor] = []
        for place, token in enumerate(tokens):
            for word, nearness in self._words_like(token.text):
                anchors.append(_Anchor(place, self._anchored[word], nearness))
        return _Piece(tuple(token.text for token in tokens), tuple(anchors))

    def _words_like(self, token: str) -> Iterator[tuple[NameWord, Nearness]]:
        """The words of names that a word of a text may be a form of. Most words of a text are passed over here."""
        folded = (fold(token) if token.isalpha() else bare(plain(terms(token)[0]))).translate(ALIKE)
        known = self._by_beginning if _has_capital(token) else self._small_by_beginning
        for word in (word for length in _BEGINNINGS for word in known.get(folded[:length], ())):
            is_like = folded.startswith(word.beginning) and len(folded) <= len(word.folded) + _LONGEST_ENDING
            if is_like and (nearness := word.nearness(token)):
                yield word, nearness

    # Around an anchor

    def _match(
        self, reading: _Reading, word: int, name: _Name, nearness: Nearness
    ) -> tuple[int, int, Nearness] | None:
        """Where a name stands around the word that it is sought by, and how near it is to what stands there."""
        first = word - name.anchor
        if first < 0 or first + len(name.words) > len(reading.words):
            return None
        if len(name.words) > 1:
            compared = self._compared(reading, name, first)
            if compared is None:
                return None
            nearness = compared
        elif name.must_have and not _has_capital(reading.words[word]):
            return None
        if nearness is not Nearness.SAME and _is_of_two(name.words[0], reading.words, first):
            first -= 1
        return reading.span(first)[0], reading.span(word - name.anchor + len(name.words) - 1)[1], nearness

    def _compared(self, reading: _Reading, name: _Name, first: int) -> Nearness | None:
        """How near the words from `first` on come to those of a name, None where one is another word."""
        worst, last = Nearness.SAME, len(name.words) - 1
        for n, word in enumerate(name.words):
            nearness = self._near(word, reading.words, first + n)
            # Only the last word of a name can be a possessive.
            if nearness is None or (nearness is Nearness.POSSESSIVE and n < last):
                return None
            if n in name.must_have and not _has_capital(reading.words[first + n]):
                return None
            if nearness > worst:
                worst = nearness
        stand_together = all(_may_follow(reading, word, first + n) for n, word in enumerate(name.words[:-1]))
        return worst if stand_together else None

    def _near(self, word: NameWord, written: Sequence[str], n: int) -> Nearness | None:
        """How near the n-th word of a text comes to one of a name."""
        if not word.number:
            return word.nearness(written[n])
        value = value_of(written[n])
        if value and value != word.number and n and value == word.number % 10:
            value += tens_of(written[n - 1])
        if value == word.number and not (value < 10 and n and tens_of(written[n - 1])):
            return Nearness.SAME if written[n] == word.token else Nearness.FORM
        return word.nearness(written[n]) if word.has_capital and not value else None

    # What was found

    def _mention(
        self, text: str, span: tuple[int, int], found: Sequence[tuple[Nearness, _Name]]
    ) -> NameMention:
        start, end = span
        nearest = min(nearness for nearness, _name in found)
        names = [name for nearness, name in found if nearness is nearest]
        ids = tuple(dict.fromkeys(id_ for name in names for id_ in name.ids))
        doubtful = all(_is_doubtful(text, start, end, name) for name in names)
        return NameMention(start, end, text[start:end], ids, names[0].name, nearest, doubtful)


class _Pieces(dict[str, _Piece]):
    """What is known of pieces of text, worked out once for each as long as there are not too many."""

    def __init__(self, finder: NameFinder) -> None:
        self._finder = finder

    def __missing__(self, piece: str) -> _Piece:
        if len(self) >= _MOST_PIECES:
            self.clear()
        self[piece] = found = self._finder.look_at(piece)
        return found


@lru_cache(maxsize=2)
def finder_of(names: Names) -> NameFinder:
    """The finder of these names; those that were asked for last are kept ready."""
    return NameFinder(dict(names))


# Names


def _read(names: Mapping[str, Iterable[str]]) -> Iterator[_Name]:
    """The names, each once, with the ids of all that have it."""
    known: dict[tuple[NameWord, ...], _Name] = {}
    for id_, own in names.items():
        for name in own:
            words = words_of_name(name)
            if not words:
                continue
            if words not in known:
                known[words] = _described(name, words)
            if id_ not in known[words].ids:
                known[words].ids.append(id_)
    return iter(known.values())


def _described(name: str, words: tuple[NameWord, ...]) -> _Name:
    if len(words) > 1 and words[0].number:
        return _Name(name, words, is_free=True)
    capitals = [n for n, word in enumerate(words) if word.has_capital and (n == 0 or not word.number)]
    # The first word of a name that is a common one may have its capital only as a heading has it.
    is_heading = len(words) > 1 and capitals[:1] == [0] and is_common(words[0].token)
    return _Name(name, words, must_have=frozenset(capitals[1:] if is_heading else capitals))


def _is_doubtful(text: str, start: int, end: int, name: _Name) -> bool:
    if name.is_free:
        return False
    if not any(_has_capital(token.text) for token in tokenize(text[start:end])):
        return any(word.has_capital for word in name.words)
    if len(name.words) > 1:
        return False
    return is_common(text[start:end]) and bool(_BEGINS.search(text[max(0, start - _LOOK_BACK) : start]))


# Texts


@lru_cache(maxsize=1 << 15)
def _words_in(piece: str) -> tuple[Token, ...]:
    """The single words of a piece, those of compounds too."""
    word = piece.strip(_AROUND)
    if word.isalpha():
        start = piece.index(word)
        return (Token(word, start, start + len(word), 0),)
    return tuple(single_words(piece))


def _has_capital(word: str) -> bool:
    return word[0] != word[0].lower()


def _may_follow(reading: _Reading, word: NameWord, n: int) -> bool:
    """Whether the n-th word of a text, which is `word` of a name, stands together with the next one: no sentence ends
    between them."""
    gap = _GAP.fullmatch(reading.text, reading.span(n)[1], reading.span(n + 1)[0])
    if gap is None:
        return False
    return not gap["stop"] or word.has_stop or word.number > 0 or len(reading.words[n]) == 1


def _is_of_two(word: NameWord, written: Sequence[str], n: int) -> bool:
    """Whether the n-th word of a text is the second one of an ordinal in two words (dvadeset prva)."""
    if not word.number or not n:
        return False
    value = value_of(written[n])
    return value < word.number and value + tens_of(written[n - 1]) == word.number


def _longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of spans that overlap the longest ones, by their place."""
    chosen: list[tuple[int, int]] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        start, end = span
        if start not in taken and end - 1 not in taken:
            taken.update(range(start, end))
            chosen.append(span)
    return sorted(chosen)
