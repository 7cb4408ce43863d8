"""Other names: from words that are a name, in any form, to all other names of who or what has it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from archive_app.language.folding import fold
from archive_app.language.name_words import NameWord, Nearness, is_common, value_of, words_of_name

_MOST = 40
"""So many other names are given at most."""
_AROUND = " .,;:()\"'„“”‟‚‘’«»‹›"
_NUMBER = "#"
_BEGINNING = 2


class OtherNames:
    """All names of many things, by how they begin."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names` are all names of each thing, by its id. What has one name only has no other."""
        self._names = {id_: tuple(own) for id_, own in names.items()}
        self._by_beginning: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for id_, own in self._names.items():
            for name in own if len(own) > 1 else ():
                self._by_beginning[_beginning(name)].append((id_, name))

    def find(self, words: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """Return how many of the first of some words are a name, and all other names of those who have it; the longest
        name counts. 0 where no name begins with the first word.

        The words are tokens of `tokenize`. Whether they have capitals is not looked at, as people leave them out; but a
        common word without one (ruže) is a name only as the name itself is written.
        """
        longest = 0
        whose: list[tuple[str, str]] = []
        for id_, name in self._by_beginning.get(_beginning(words[0]), ()) if words else ():
            own = words_of_name(name)
            if longest <= len(own) <= len(words) and _are_name(words[: len(own)], own):
                whose = [*(whose if len(own) == longest else ()), (id_, name)]
                longest = len(own)
        return longest, self._others(whose)

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
        return tuple(found.values())[:_MOST]


def _beginning(name: str) -> str:
    """By what a name is looked up: a number, or its first letters."""
    first = name.split(maxsplit=1)[0].strip(_AROUND) if name.strip() else ""
    digits = first.partition(".")[0]
    if not digits:
        return ""
    return _NUMBER if value_of(digits) else fold(digits)[:_BEGINNING]


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
