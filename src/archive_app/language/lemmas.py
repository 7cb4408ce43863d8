"""Dictionary forms of words, from the Serbo-Croatian word list of simplemma (A. Barbaresi, simplemma, 2023).

The list knows one dictionary form for each written form, and not always the one that is meant. So it only adds to what
the endings of a word say. It has nearly all words in both scripts; its Latin half is read.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Protocol

from archive_app.language.folding import bare, latin

_OPEN = re.compile("dj|[csz]")
_MARKED = {"c": "cčć", "s": "sš", "z": "zž", "dj": ("dj", "đ")}
_MOST_OPEN = 2
"""In how many places of a word diacritics are tried."""

_PLURALS = {
    "ljudi": "covek",
    "braca": "brat",
    "deca": "dete",
    "djeca": "dijete",
    "gospoda": "gospodin",
    "vlastela": "vlastelin",
}
"""Collective plurals, which the list keeps apart from their singular."""


class Dictionary(Protocol):
    """Written forms with their dictionary forms."""

    def get(self, word: str) -> str | None:
        """Return the dictionary form of a written form, None where it is not known."""

    def __contains__(self, word: object) -> bool: ...


_used: Dictionary | None = None


def use(dictionary: Dictionary) -> None:
    """Look words up in `dictionary`, which holds what `whole_list` gives, from now on."""
    global _used
    _used = dictionary


def is_ready() -> bool:
    """Whether words can be looked up without reading the whole list first."""
    return _used is not None


def whole_list() -> Mapping[str, str]:
    """Read the list: a second and 60 MB."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary("hbs")


def _dictionary() -> Dictionary:
    if _used is None:
        use(whole_list())
    assert _used is not None
    return _used


def lemmas(word: str, *, capital: bool = False) -> tuple[str, ...]:
    """Return the dictionary forms, folded, that `word` belongs to as it is written; empty where it is not known.

    `word` is as `latin` gives it. `capital`: it was written with a capital.
    """
    found = _known(word, capital)
    if found in _PLURALS:
        return (found, _PLURALS[found])
    return (found,) if found else ()


def meant_lemmas(word: str) -> tuple[str, ...]:
    """Return the dictionary forms that `word` may belong to where its diacritics were left out (covek).

    Ask it only for words without a capital: a name is hardly meant for a word (Kosta, košta).
    """
    if not word.isascii() or not 0 < len(_OPEN.findall(word)) <= _MOST_OPEN:
        return ()
    spellings = islice(_spellings(word), 1, None)
    return tuple({lemma for spelling in spellings for lemma in lemmas(spelling)})


def _known(word: str, capital: bool) -> str:
    get = _dictionary().get
    found = get(word.capitalize()) or get(word) if capital else get(word)
    return bare(latin(found)) if found else ""


def _spellings(word: str) -> Iterator[str]:
    """Yield `word` as it may be meant where its diacritics were left out, first as it is."""
    fixed = _OPEN.split(word)
    for letters in product(*(_MARKED[letter] for letter in _OPEN.findall(word))):
        yield "".join(part for pair in zip(fixed, (*letters, ""), strict=True) for part in pair)
