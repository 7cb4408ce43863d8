"""The people, units and places that a passage names, as keys of its words: however they are called, they are one."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from archive_app.core.proposals import Word
from archive_app.language.names import NameMention, Names, finder_of

Place = tuple[int, int]
"""`[start, end)` in code points."""

_LONG = 4_000
_KEPT, _KEPT_LONG = 1 << 16, 8
"""So many texts are remembered with the names in them, and so many of those with more than `_LONG` code points."""


def key_of(name_id: str) -> str:
    """The key of a word that names this person, unit or place."""
    return f"@{name_id}"


class NamesTold:
    """Finds names in texts; what was found is kept as long as the names stay the same."""

    def __init__(self, names: Names) -> None:
        self._finder = finder_of(names) if names else None
        self._short: OrderedDict[str, list[NameMention]] = OrderedDict()
        self._long: OrderedDict[str, list[NameMention]] = OrderedDict()

    def find(self, text: str) -> list[NameMention]:
        """The names in a text, without those that may be common words."""
        if self._finder is None or not text:
            return []
        kept, most = (self._long, _KEPT_LONG) if len(text) > _LONG else (self._short, _KEPT)
        known = kept.pop(text, None)
        if known is None:
            known = [one for one in self._finder.find(text) if not one.is_doubtful]
        kept[text] = known  # last, so that it is forgotten last
        if len(kept) > most:
            kept.popitem(last=False)
        return known

    def _within(self, letters: str, place: Place) -> list[NameMention]:
        every = self.find(letters)
        first = bisect_left(every, place[0], key=_start)
        return [one for one in every[first : bisect_left(every, place[1], key=_start)] if one.end <= place[1]]

    def ids_in(self, letters: str, place: Place) -> tuple[str, ...]:
        """Whom and what a stretch of a text names, where that is certain, in the order of the text."""
        return tuple(dict.fromkeys(one.ids[0] for one in self._within(letters, place) if len(one.ids) == 1))

    def added(
        self, words: tuple[Word, ...], letters: str, place: Place, origin: int, *, adds_words: bool = True
    ) -> tuple[Word, ...]:
        """Words of a text, whose places are counted from `origin`, with the keys of the names that begin with them.

        A name of the stretch none of whose words is among them becomes a word, with `adds_words`.
        """
        return _added(words, self._within(letters, place), origin, adds_words=adds_words)

    def added_to(self, words: tuple[Word, ...], text: str) -> tuple[Word, ...]:
        """Some words of a text with the keys of the names that begin with them."""
        return _added(words, self.find(text), 0, adds_words=False)


def _start(mention: NameMention) -> int:
    return mention.start


def _added(
    words: tuple[Word, ...], mentions: Iterable[NameMention], origin: int, *, adds_words: bool
) -> tuple[Word, ...]:
    found = list(words)
    for one in mentions:
        start, end = one.start - origin, one.end - origin
        keys = frozenset(map(key_of, one.ids))
        place = next((number for number, word in enumerate(found) if start <= word.start < end), None)
        if place is not None:
            found[place] = replace(found[place], keys=found[place].keys | keys, is_name=True)
        elif adds_words:
            found.append(Word(one.text, start, keys, is_name=True))
    return tuple(found)


@lru_cache(maxsize=1)
def named(names: Names) -> NamesTold:
    """Ready to find these names; those that were asked for last are kept ready."""
    return NamesTold(names)
