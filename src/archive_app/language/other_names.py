"""Other names: from words that are a name, in any form, to all other names of who or what has it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from archive_app.language.folding import fold
from archive_app.language.name_words import (
    ALIKE,
    NameWord,
    Nearness,
    beginning_of,
    is_common,
    value_of,
    words_of_name,
)

_MOST = 40
"""So many other names are given at most."""
_FIRST_WORD = re.compile(r"[^\W_]+")
_NUMBER = "#"
_LONGEST_KEY = 5


class OtherNames:
    """All names of many things, by how they begin."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names` are all names of each thing, by its id. What has one name only has no other."""
        self._names = {id_: tuple(own) for id_, own in names.items()}
        self._by_beginning: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for id_, own in self._names.items():
            for name in own if len(own) > 1 else ():
                self._by_beginning[_key(name)].append((id_, name))

    def find(self, words: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """Return how many of the first of some words are a name, and all other names of those who have it; the longest
        name counts. 0 where no name begins with the first word.

        The words are tokens of `tokenize`. Whether they have capitals is not looked at, as people leave them out; but a
        common word without one (ruže) is a name only as the name itself is written.
        """
        longest = 0
        whose: list[tuple[str, str]] = []
        for id_, name in self._beginning_like(words[0]) if words else ():
            own = words_of_name(name)
            if longest <= len(own) <= len(words) and _are_name(words[: len(own)], own):
                whose = [*(whose if len(own) == longest else ()), (id_, name)]
                longest = len(own)
        return longest, self._others(whose)

    def _beginning_like(self, word: str) -> Iterator[tuple[str, str]]:
        """The names whose first word may be this one."""
        folded = fold(word).translate(ALIKE)
        for length in range(1, _LONGEST_KEY + 1):
            yield from self._by_beginning.get(folded[:length], ()) if length <= len(folded) else ()
        if value_of(word):
            yield from self._by_beginning.get(_NUMBER, ())

    def _others(self, whose: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The names of some things but for those by which they were found, in any letters each once."""
        every = list(whose)
        known = {_letters(name) for _id, name in every}
        found: dict[str, str] = {}
        for id_ in dict.fromkeys(id_ for id_, _name in every):
            for name in self._names[id_]:
                letters = _letters(name)
                if letters and letters not in known:
                    found.setdefault(letters, name)
            if len(found) >= _MOST:
                break
        return tuple(found.values())[:_MOST]


def _key(name: str) -> str:
    """By what a name is looked up: a number, or with what all forms of its first word begin."""
    first = _FIRST_WORD.search(name)
    if first is None:
        return ""
    return _NUMBER if value_of(first[0]) else beginning_of(fold(first[0]))[:_LONGEST_KEY]


def _letters(name: str) -> str:
    return " ".join(word.folded for word in words_of_name(name))


def _are_name(words: Sequence[str], name: Sequence[NameWord]) -> bool:
    if len(name) == 1 and words[0] == words[0].lower() and is_common(words[0]):
        return words[0].isalpha() and (name[0].nearness(words[0]) or Nearness.FORM) < Nearness.FORM
    return all(_is_of_name(word, own) for word, own in zip(words, name, strict=True))


def _is_of_name(word: str, own: NameWord) -> bool:
    if own.number:
        return own.number == value_of(word)
    nearness = own.nearness(word[0].upper() + word[1:] if own.has_capital else word)
    return nearness is not None and nearness <= Nearness.FORM
