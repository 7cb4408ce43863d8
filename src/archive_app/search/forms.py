"""The terms of the index that a sought word stands for: its forms, or all that begin or look like it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from archive_app.core.hits import SearchRequest, Tier, WordCount
from archive_app.language import words
from archive_app.language.folding import bare
from archive_app.language.name_words import NameWord
from archive_app.language.words import Form, SoughtWord, plain, sought, terms
from archive_app.search import dictionary
from archive_app.search.arrays import Array
from archive_app.search.lexicon import FOLDED, expression
from archive_app.search.plans import Fuzzy, Prefix, Sought, Wildcard, Word
from archive_app.search.segments import TEXT_FIELD
from archive_app.search.snapshot import Leaf, Snapshot

_MOST_SHOWN = 20
_LEAST_WEIGHT = 0.01
"""However little a form is like the word, it is found: what scores nothing is not."""
_SIMILAR = Form(Tier.SPELLING, 0.5)
_OTHER_NAME = 0.2
"""What another name counts, of what the name itself would."""
_LETTERS = frozenset({Tier.EXACT})
_NEAREST = frozenset({Tier.EXACT, Tier.FOLDED})
_SAME = Form(Tier.EXACT, 1.0)


@dataclass(frozen=True, slots=True)
class WordForms:
    """The terms that one sought word stands for: in each segment their numbers and weights.

    `tiers` says why a term matches; where it is None `expression` decides, over folded terms or as they are
    (`is_folded`), and all that fit are what was asked for.
    """

    word: Sought
    numbers: Mapping[str, tuple[Array, Array]]
    tiers: Mapping[str, Tier] | None = None
    expression: re.Pattern[str] | None = None
    is_folded: bool = True

    def tier(self, term: str) -> Tier | None:
        """Return why a term of the index matches, None where it does not."""
        if self.tiers is not None:
            return self.tiers.get(term)
        form = bare(plain(term)) if self.is_folded else plain(term)
        return Tier.EXACT if self.expression is not None and self.expression.fullmatch(form) else None


class FormFinder:
    """Finds the forms of sought words in one state of the index, each word once."""

    def __init__(self, request: SearchRequest, snapshot: Snapshot) -> None:
        self._request = request
        self._snapshot = snapshot
        self._found: dict[Sought, WordForms] = {}

    def find(self, word: Sought) -> WordForms:
        """Return the forms of a word by the tiers that are allowed."""
        if word not in self._found:
            self._found[word] = self._look_up(word)
        return self._found[word]

    def _look_up(self, word: Sought) -> WordForms:
        match word:
            case Word():
                return self._forms_of(word)
            case Prefix():
                return self._alike(word, f"{word.start}*")
            case Wildcard():
                return self._alike(word, word.pattern)
            case Fuzzy():
                return self._similar(word)

    def _alike(self, word: Prefix | Wildcard, pattern: str) -> WordForms:
        wanted = re.compile(expression(pattern), re.DOTALL)
        found = {}
        for leaf in self._snapshot.leaves:
            numbers = np.sort(leaf.data.lexicon.like(bare(pattern)))
            if word.exact:
                terms = leaf.data.terms
                numbers = numbers[[wanted.fullmatch(plain(terms[n].decode())) is not None for n in numbers]]
            found[leaf.name] = numbers, np.ones(len(numbers))
        return WordForms(word, found, expression=wanted, is_folded=not word.exact)

    def _similar(self, word: Fuzzy) -> WordForms:
        tiers = self._request.tiers | {Tier.SPELLING}
        chosen: dict[str, dict[int, Form]] = {}
        for leaf in self._snapshot.leaves:
            forms = chosen[leaf.name] = {}
            for folded, numbers in leaf.data.lexicon.similar(word.word, word.distance).items():
                form = _SAME if folded == word.word else _SIMILAR
                forms.update(dict.fromkeys(numbers, form))
        return self._chosen(word, chosen, tiers)

    def _forms_of(self, word: Word) -> WordForms:
        if word.of_name:
            return self._forms_of_name(word)
        tiers = (
            _LETTERS if word.exact else self._request.tiers & _NEAREST if word.fixed else self._request.tiers
        )
        known: dict[str, Form | None] = {}
        chosen: dict[str, dict[int, Form]] = {}
        if tiers <= _NEAREST:
            term = terms(word.text)[0]
            written = SoughtWord(token=word.text, term=term, folded=FOLDED + bare(plain(term)))
            for leaf in self._snapshot.leaves:
                chosen[leaf.name] = _same_letters(leaf, written, known)
        else:
            wanted = self._sought(word.text)
            for leaf in self._snapshot.leaves:
                chosen[leaf.name] = _matching(leaf, wanted, known) if wanted else {}
        return self._chosen(word, chosen, tiers)

    def _forms_of_name(self, word: Word) -> WordForms:
        """The forms of a word of another name: as those of the word itself, but with its capital, and of what is made
        of it only possessives."""
        own = NameWord(word.text)
        wanted = self._sought(word.text)
        known: dict[str, Form | None] = {}
        chosen = {}
        for leaf in self._snapshot.leaves:
            found = _matching(leaf, wanted, known) if wanted else {}
            chosen[leaf.name] = {
                number: Form(Tier.NAME, form.weight * _OTHER_NAME)
                for number, form in found.items()
                if _is_of_name(own, word, leaf.data.terms[number].decode(), form.tier)
            }
        return self._chosen(word, chosen, self._request.tiers)

    def _sought(self, token: str) -> SoughtWord | None:
        options = self._request
        return sought(token, ijekavian=options.ijekavian, foreign=options.foreign, keys_of=self._keys_of)

    def _chosen(
        self, word: Sought, chosen: Mapping[str, Mapping[int, Form]], allowed: frozenset[Tier]
    ) -> WordForms:
        tiers: dict[str, Tier] = {}
        found = {}
        for leaf in self._snapshot.leaves:
            every = chosen[leaf.name].items()
            kept = sorted(((n, form) for n, form in every if form.tier in allowed), key=itemgetter(0))
            tiers |= {leaf.data.terms[n].decode(): form.tier for n, form in kept}
            numbers = np.array([n for n, _form in kept], np.int64)
            found[leaf.name] = numbers, np.array([max(_LEAST_WEIGHT, form.weight) for _n, form in kept])
        return WordForms(word, found, tiers)

    def _keys_of(self, term: str) -> frozenset[str]:
        for leaf in self._snapshot.leaves:
            number = leaf.data.terms.find(term.encode())
            if number >= 0:
                return leaf.data.lexicon.keys_of(number)
        # A person who types does not wait until the whole list of words is read.
        return words.keys(term) if dictionary.attach() else frozenset()

    def count(self, word: Sought, documents: int) -> WordCount:
        """Return in which forms and how often a word stands in the texts; `documents` is how many have it."""
        found = self.find(word)
        forms: dict[str, tuple[Tier, int]] = {}
        for leaf in self._snapshot.leaves:
            held = leaf.data.words.get(TEXT_FIELD)
            numbers = found.numbers[leaf.name][0]
            if held is None or not len(numbers):
                continue
            rows, _kept = held.rows(numbers)
            frequencies = held.frequencies(rows)
            for n in np.argsort(-frequencies, kind="stable")[:_MOST_SHOWN].tolist():
                term = leaf.data.term_at(TEXT_FIELD, int(rows[n]))
                tier, before = forms.get(plain(term), (Tier.NAME, 0))
                forms[plain(term)] = min(tier, found.tier(term) or tier), before + int(frequencies[n])
        shown = sorted(((form, *rest) for form, rest in forms.items()), key=lambda row: (-row[2], row[0]))
        is_name = isinstance(word, Word) and word.of_name
        return WordCount(_written(word), documents, tuple(shown[:_MOST_SHOWN]), is_name)


def _is_of_name(own: NameWord, word: Word, term: str, tier: Tier) -> bool:
    if tier >= Tier.SPELLING or (word.fixed and tier > Tier.FOLDED):
        return False
    if own.number:
        return True
    if own.has_capital and term[-1] != words.CAPITAL:
        return False
    return tier is not Tier.RELATED or own.has_possessive(term)


def _same_letters(leaf: Leaf, wanted: SoughtWord, known: dict[str, Form | None]) -> dict[int, Form]:
    """As `_matching`, where only the letters of the word count: one key finds all that there is."""
    found: dict[int, Form] = {}
    for number in leaf.data.lexicon.terms_with(wanted.folded):
        term = leaf.data.terms[number].decode()
        if term not in known:
            known[term] = wanted.form(term, frozenset((wanted.folded,)))
        if form := known[term]:
            found[number] = form
    return found


def _matching(leaf: Leaf, wanted: SoughtWord, known: dict[str, Form | None]) -> dict[int, Form]:
    """The terms of one segment that are forms of a word; `known` keeps what was judged before."""
    lexicon = leaf.data.lexicon
    found: dict[int, Form] = {}
    for number in {number for key in wanted.keys for number in lexicon.terms_with(key)}:
        term = leaf.data.terms[number].decode()
        if term not in known:
            known[term] = wanted.form(term, lexicon.keys_of(number))
        if form := known[term]:
            found[number] = form
    return found


def _written(word: Sought) -> str:
    match word:
        case Word():
            return word.text
        case Prefix():
            return f"{word.start}*"
        case Wildcard():
            return word.pattern
        case Fuzzy():
            return f"{word.word}~"
