"""How well a term of the index matches a sought word: the judge between the keys of both."""

from dataclasses import dataclass, field

from archive_app.core.hits import Tier
from archive_app.language.folding import bare
from archive_app.language.terms import CAPITAL, ORDINAL, plain

Keys = frozenset[str]
NONE: Keys = frozenset()

_FOLDED = 0.9
_FOLDED_AGAINST_MARKS = 0.66
"""The sought word is a word as it was typed, and the term is another one (šuma, suma; car, čar)."""
_OWN_LEMMA_AND_STEM = 0.85
_LEMMA_AND_STEM = 0.8
_OWN_LEMMA = 0.78
_VERB = 0.72
_STEM = 0.7
_NAME = 0.65
_LEMMA = 0.58
_STEM_AGAINST_LEMMA = 0.5
_VERB_AGAINST_LEMMA = 0.45
_DERIVED = 0.35
_RELATED = 0.25
_SPELLING = 0.3
"""What each kind of evidence counts. The order was measured on a treebank (benchmarks/treebank.py): what the
dictionary and the endings both say is surest, and endings alone are worth more than a dictionary entry for another word
of the same form."""

_OTHER_MARKS = 0.03
"""Less for a form whose stem has other diacritics; more less where the sought word is right as it was typed."""
_OTHER_MARKS_OF_KNOWN = 0.2
_NO_NAME = 0.4
"""Less for a term without a capital, where the sought word has one: it asks for a name."""
_NAME_NOT_ASKED = 0.01
"""Less for a term with a capital that the sought word has not; it may only begin a sentence."""
_LEAST = 0.05
"""What is left in any case."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a term matches a sought word: why, and how well (0 to 1, of all tiers)."""

    tier: Tier
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SoughtWord:
    """One word of a query, worked out: its own term and the keys by which the terms that match it are found.

    Every term that `form` accepts has one of the `keys`. The other sets are the keys that a term may share with the
    word, by what that means: the same number, stem, dictionary form (`own_lemmas`: the word as typed), another verb of
    its pair, a form of the verb, of a foreign name, a possessive of a name, another spelling, a derived word.
    `is_known`: it is right as it was typed, with or without diacritics. `is_noun`: the dictionary knows it as a noun,
    though it looks like an infinitive (vesti).
    """

    token: str
    term: str
    folded: str
    number: str = ""
    stems: Keys = NONE
    is_known: bool = False
    is_noun: bool = False
    own_lemmas: Keys = NONE
    lemmas: Keys = NONE
    kindred: Keys = NONE
    verbs: Keys = NONE
    names: Keys = NONE
    possessives: Keys = NONE
    spellings: Keys = NONE
    related: Keys = NONE
    word: str = field(init=False)
    keys: Keys = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "word", plain(self.term))
        single = frozenset(key for key in (self.folded, self.number) if key)
        by_word = (self.stems, self.own_lemmas, self.lemmas, self.verbs, self.names)
        object.__setattr__(self, "keys", single.union(*by_word, self.kindred, self.spellings, self.related))

    def form(self, term: str, keys: Keys) -> Form | None:
        """Return how a `term` of the index with all its `keys` matches this word, None where it does not."""
        word = plain(term)
        less = 0.0
        if (term != word) != (self.term != self.word):
            less = _NO_NAME if term == word else _NAME_NOT_ASKED
        if word == self.word:
            return Form(Tier.EXACT, 1.0 - less)
        if self.folded in keys:
            return Form(Tier.FOLDED, (_FOLDED_AGAINST_MARKS if self.is_known else _FOLDED) - less)
        if self.number:
            return self._as_number(term, keys)
        if found := self._as_word(term, word, keys):
            return Form(found.tier, max(_LEAST, found.weight - less)) if found.tier is Tier.WORD else found
        return self._as_kin(keys)

    def _as_number(self, term: str, keys: Keys) -> Form | None:
        if self.number not in keys:
            return None
        is_number = term[0].isdigit() or term[0] == ORDINAL
        return Form(Tier.WORD, _STEM) if is_number else Form(Tier.RELATED, _RELATED)

    def _as_word(self, term: str, word: str, keys: Keys) -> Form | None:
        """As another form of the same word: by dictionary, stem, paradigm of the verb or of foreign names."""
        stem = not keys.isdisjoint(self.stems)
        own = not keys.isdisjoint(self.own_lemmas)
        verb = not keys.isdisjoint(self.verbs)
        if own or not keys.isdisjoint(self.lemmas):
            weight = _OWN_LEMMA if own else _LEMMA
            if stem:
                weight = _OWN_LEMMA_AND_STEM if own else _LEMMA_AND_STEM
            return Form(Tier.WORD, self._marked(word, weight))
        known = _has_lemma(keys)
        weight = 0.0
        if verb and not (known and self.is_noun):
            weight = _VERB_AGAINST_LEMMA if known else _VERB
        if stem:
            if term[-1] == CAPITAL and not keys.isdisjoint(self.possessives):
                return Form(Tier.RELATED, _DERIVED)
            is_name = self.term[-1] == CAPITAL
            against = known and (bool(self.lemmas) or (is_name and term[-1] != CAPITAL))
            if against and not verb and self._is_another(word):
                return None
            # The dictionary knows few names, and takes a name for a word that looks like it (Marka of Marko).
            is_against = against and not (is_name and term[-1] == CAPITAL)
            weight = max(weight, _STEM_AGAINST_LEMMA if is_against else _STEM)
        elif not known and term[-1] == CAPITAL and not keys.isdisjoint(self.names):
            weight = max(weight, _NAME)
        return Form(Tier.WORD, self._marked(word, weight)) if weight else None

    def _as_kin(self, keys: Keys) -> Form | None:
        if not keys.isdisjoint(self.kindred):
            return Form(Tier.RELATED, _DERIVED)
        if not keys.isdisjoint(self.related):
            return Form(Tier.RELATED, _RELATED)
        return None if keys.isdisjoint(self.spellings) else Form(Tier.SPELLING, _SPELLING)

    def _marked(self, word: str, weight: float) -> float:
        if not self._has_other_marks(word):
            return weight
        return weight - (_OTHER_MARKS_OF_KNOWN if self.is_known else _OTHER_MARKS)

    def _has_other_marks(self, word: str) -> bool:
        """Whether the first letters in which the words differ are the same but for diacritics (čar, car)."""
        one, other = self._difference(word)
        return one != other and bare(one) == bare(other)

    def _is_another(self, word: str) -> bool:
        """Whether the words differ as no two forms of one word do: by diacritics, or by a change of sound that folding
        confuses with the one before i (reka, reci; not reči)."""
        one, other = self._difference(word)
        return one != other and (bare(one) == bare(other) or (one in "kgh" and other in "čćžš"))

    def _difference(self, word: str) -> tuple[str, str]:
        """Return the first letters in which the words differ, twice the same where they do not before one ends."""
        if word.isascii() and self.word.isascii():
            return "", ""
        pairs = zip(self.word, word, strict=False)
        return next(((one, other) for one, other in pairs if one != other), ("", ""))


def _has_lemma(keys: Keys) -> bool:
    for key in keys:  # noqa: SIM110 (half the time of any)
        if key[0] == "l":
            return True
    return False
