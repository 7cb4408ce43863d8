"""One word of a name, and how near a word that stands in a text comes to it.

The forms of a name are those that search knows (`words`), but more strictly: a name has its capital, adjectives of
places (savski) are no names, and an ordinal is the same in digits, Roman numerals and words.
"""

import re
from enum import IntEnum
from functools import lru_cache

from archive_app.core.hits import Tier
from archive_app.core.records import Script
from archive_app.language.folding import bare, fold, latin
from archive_app.language.lemmas import lemmas
from archive_app.language.numbers import number, ordinal, roman
from archive_app.language.scripts import script_of
from archive_app.language.stems import FUNCTION_WORDS
from archive_app.language.terms import CAPITAL, plain, terms
from archive_app.language.tokens import single_words
from archive_app.language.words import SoughtWord, keys, sought


class Nearness(IntEnum):
    """How near what stands in a text comes to a name, nearest first: the same letters in either script, the same but
    for diacritics, another form of it or the same number written otherwise, a possessive made of it."""

    SAME = 1
    FOLDED = 2
    FORM = 3
    POSSESSIVE = 4


_NEARNESS = {Tier.EXACT: Nearness.SAME, Tier.FOLDED: Nearness.FOLDED, Tier.WORD: Nearness.FORM}
_POSSESSIVE = re.compile("..(?:ov|ev|in)(?:a|e|i|o|u|og|oga|om|ome|oj|ih|im|ima)?$")
ALIKE = str.maketrans("bdzgkh", "ptsccs")
"""Letters of folded words that may change for each other where an ending begins (Šabac, Šapca)."""
_GOES_WITH_ENDINGS = re.compile(r"(?:[aei]o|[aeiou]|in|a(?:lj|nj|[^aeiou]))$")
"""What other forms of a word may not have: Sava, Save; deo, dela; Beograđanin, Beograđani; Šabac, Šapca."""
_ADJECTIVES = ("ska", "ski", "ška", "čka", "čki", "ćki")
"""Names that are adjectives themselves: what looks made of them is of another word (Bugarska, Bugarin)."""
_ENDINGS_OF_ADJECTIVES = {"a": "a|e|oj|u|om", "i": "i|og|oga|om|ome|omu|im", "o": "o|og|oga|om|ome|omu|im"}
_SOFTENED = {"c": "č", "z": "ž", "k": "č"}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "dvadeset trideset cetrdeset pedeset sezdeset sedamdeset osamdeset devedeset sto".split(), start=2
    )
}
_LONGEST_NUMBER = 18
"""What has more digits numbers nothing that has a name."""
_ONE = frozenset("IІ")
"""A capital I by itself: in a name it is the first of its kind."""


class NameWord:
    """A word of a name. `has_capital`: it is written with one; `number` is its value where it is an ordinal or a
    number, else 0; `has_stop`: a full stop stands behind it."""

    def __init__(self, token: str, *, has_stop: bool = False) -> None:
        self.token = token
        self.term = terms(token)[0]
        self.word = plain(self.term)
        self.folded = bare(self.word)
        self.beginning = beginning_of(self.folded)
        """With this all its forms begin, after letters that are `ALIKE` have been made the same."""
        self.has_capital = self.term[-1] == CAPITAL
        self.number = value_of(token)
        self.has_stop = has_stop
        self._is_fixed = not self.has_capital and self.folded in FUNCTION_WORDS
        self._adjective = _forms_of_adjective(self.folded)
        self._known: dict[str, Nearness | None] = {}

    def nearness(self, token: str) -> Nearness | None:
        """How near a token of a text comes to this word; None where it is another word. What it counts as a number, and
        whether it has a capital, is not looked at."""
        if token not in self._known:
            self._known[token] = self._compared(token)
        return self._known[token]

    def _compared(self, token: str) -> Nearness | None:
        term = terms(token)[0]
        word = plain(term)
        folded = bare(word)
        if self._is_fixed or folded[0] != self.folded[0]:
            near = folded == self.folded or None
            return near and (Nearness.SAME if word == self.word else Nearness.FOLDED)
        wanted = _sought(self.token)
        form = wanted.form(term, _keys(term)) if wanted else None
        if form is None or self._has_other_marks(word, token):
            return None
        if form.tier is Tier.RELATED:
            return Nearness.POSSESSIVE if self.has_possessive(term) else None
        if self._adjective is not None and self._adjective.fullmatch(folded) is None:
            return None
        if self.has_capital and word + "a" == self.word:
            return None  # a plural that no name has (sav of Sava)
        return _NEARNESS.get(form.tier)

    def _has_other_marks(self, word: str, token: str) -> bool:
        """Whether a word has diacritics that this one has not (Raković, Rakovica). It may lack those of this one, but
        not in Cyrillic, which has a letter for each; and c may have become č before an ending in e or i (Sremčev)."""
        lacks = script_of(token) is not Script.CYRILLIC
        sought, standing = self.word.replace("đ", "dj"), word.replace("đ", "dj")
        for n, (own, other) in enumerate(zip(sought, standing, strict=False)):
            if own == other:
                continue
            if bare(own) != bare(other):
                return False  # from here on it is another ending
            softened = (
                _SOFTENED.get(own) == other and n >= len(sought) - 2 and standing[n + 1 : n + 2] in ("e", "i")
            )
            if not softened and not (lacks and other == bare(own)):
                return True
        return False

    def has_possessive(self, term: str) -> bool:
        """Whether a word of the index that is related to this one is its possessive (Titov of Tito), and no other
        adjective (savski of Sava)."""
        both_names = term[-1] == CAPITAL and self.has_capital and not self.word.endswith(_ADJECTIVES)
        return both_names and _POSSESSIVE.search(bare(plain(term))) is not None


@lru_cache(maxsize=1 << 14)
def _name_word(token: str, has_stop: bool) -> NameWord:
    return NameWord(token, has_stop=has_stop)


def words_of_name(name: str) -> tuple[NameWord, ...]:
    """The words of a name, of a compound its parts. The same word of two names is one object."""
    return tuple(
        _name_word(token.text, name[token.end : token.end + 1] == ".") for token in single_words(name)
    )


def _forms_of_adjective(folded: str) -> re.Pattern[str] | None:
    """What the forms of an adjective in -ski are in a name, which has one number and gender: 1. proleterska is not
    1. proleterski; None for other words."""
    endings = _ENDINGS_OF_ADJECTIVES.get(folded[-1]) if folded[-3:-1] in ("sk", "ck") else None
    return re.compile(f"{folded[:-1]}(?:{endings})") if endings and len(folded) > len("ski") else None


def beginning_of(folded: str) -> str:
    """With what all forms of a folded word begin, after letters that are `ALIKE` have been made the same."""
    return (folded[:2] + _GOES_WITH_ENDINGS.sub("", folded[2:])).translate(ALIKE)


@lru_cache(maxsize=1 << 14)
def _sought(token: str) -> SoughtWord | None:
    return sought(token, keys_of=_keys)


@lru_cache(maxsize=1 << 14)
def _keys(term: str) -> frozenset[str]:
    return keys(term)


@lru_cache(maxsize=1 << 14)
def value_of(token: str) -> int:
    """The number that a token stands for in digits, as a Roman numeral or as an ordinal in words, else 0."""
    if token[0].isdecimal():
        written = number(token)
        return int(written) if written.isdecimal() and len(written) <= _LONGEST_NUMBER else 0
    if token in _ONE:
        return 1
    return roman(token) or ordinal(fold(token))


@lru_cache(maxsize=1 << 14)
def tens_of(token: str) -> int:
    """The tens that the first word of an ordinal in two words gives (dvadeset prva), else 0."""
    return _TENS.get(fold(token), 0)


@lru_cache(maxsize=1 << 14)
def is_common(token: str) -> bool:
    """Whether the dictionary knows a word of these letters that is no name (vuk, ruža)."""
    return bool(lemmas(latin(token)))
