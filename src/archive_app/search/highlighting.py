"""Where the words of a query stand in a text, by the same terms by which the index found them."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from archive_app.core.hits import Highlights, MatchedForm, Tier
from archive_app.language.folding import INVISIBLE
from archive_app.language.tokens import Token, pieces, tokenize
from archive_app.language.words import analyse, terms
from archive_app.search.expansion import FoundWords
from archive_app.search.forms import WordForms
from archive_app.search.nearness import windows
from archive_app.search.plans import Phrase

Mark = tuple[int, int, str, Tier]
"""Start, end, what stands there, and why it is marked."""

_VISIBLE = str.maketrans("", "", INVISIBLE)


def highlight(found: FoundWords, text: str) -> Highlights:
    """Mark one text; see `Highlighter.mark`."""
    return Highlighter(found).mark(text)


class Highlighter:
    """Marks the words of one search in many texts; what it learns of a word in one text serves the next."""

    def __init__(self, found: FoundWords) -> None:
        self._known = {word: _Tiers(forms) for word, forms in found.forms.items()}
        self._phrases = [node for node in found.nodes if isinstance(node, Phrase)]
        alone = [self._known[node] for node in found.nodes if not isinstance(node, Phrase)]
        self._marks = _Marks(alone)

    def mark(self, text: str) -> Highlights:
        """Return the places of the found words in `text`, in its own code points, and their forms.

        Words of a phrase count only where the phrase stands. Places do not overlap; forms come nearest tier first,
        then as they stand in the text.
        """
        marks = list(self._alone(text))
        if self._phrases:
            at = _by_position(_tokens(text))
            for phrase in self._phrases:
                rows = [self._known[word] for word in phrase.words]
                places = _in_order(at, rows) if phrase.slop is None else _near(at, rows, phrase.slop)
                marks += ((token.start, token.end, token.text, tier) for token, tier in places)
        marks.sort()
        forms: dict[str, Tier] = {}
        for _start, _end, word, tier in marks:
            form = unicodedata.normalize("NFC", word.translate(_VISIBLE))
            forms[form] = min(tier, forms.get(form, tier))
        matched = sorted(forms.items(), key=itemgetter(1))
        spans = _merged([(start, end) for start, end, _word, _tier in marks])
        return Highlights(spans, tuple(MatchedForm(form, tier) for form, tier in matched))

    def _alone(self, text: str) -> Iterator[Mark]:
        """The places of words that are sought by themselves."""
        place = 0
        for piece in pieces(text) if self._marks.words else ():
            place = text.index(piece, place)
            for start, end, word, tier in self._marks[piece]:
                yield place + start, place + end, word, tier
            place += len(piece)


class _Marks(dict[str, tuple[Mark, ...]]):
    """Where a piece of text is marked, worked out once for each piece."""

    def __init__(self, words: Sequence["_Tiers"]) -> None:
        self.words = words

    def __missing__(self, piece: str) -> tuple[Mark, ...]:
        found = []
        # Most pieces hold nothing that is sought; to see that takes a fifth of cutting them in tokens.
        matches = any(word.forms.tier(term) for term, _advance in analyse(piece) for word in self.words)
        for token in tokenize(piece) if matches else ():
            tiers = [tier for word in self.words if (tier := word[token.text]) is not None]
            if tiers:
                found.append((token.start, token.end, token.text, min(tiers)))
        self[piece] = marks = tuple(found)
        return marks


def _tokens(text: str) -> list[Token]:
    """As `tokenize`, from what is known of the pieces: most of them are common words."""
    tokens: list[Token] = []
    place = position = 0
    for piece in pieces(text):
        place = text.index(piece, place)
        for word, start, end, own, part in _tokens_of(piece):
            tokens.append(Token(word, place + start, place + end, position + own, part))
        place += len(piece)
        if tokens:
            position = tokens[-1].position + 1
    return tokens


@lru_cache(maxsize=1 << 15)
def _tokens_of(piece: str) -> tuple[Token, ...]:
    return tuple(tokenize(piece))


class _Tiers(dict[str, Tier | None]):
    """Why a token's text matches a sought word, worked out once for each."""

    def __init__(self, forms: WordForms) -> None:
        self.forms = forms

    def __missing__(self, token: str) -> Tier | None:
        found = [tier for term in terms(token) if (tier := self.forms.tier(term)) is not None]
        self[token] = nearest = min(found, default=None)
        return nearest


def _in_order(at: list[list[Token]], rows: list[_Tiers]) -> Iterator[tuple[Token, Tier]]:
    """Every place where the words stand one after the other."""
    for first in range(len(at) - len(rows) + 1):
        places = []
        for offset, row in enumerate(rows):
            place = _nearest(at[first + offset], row)
            if place is None:
                break
            places.append(place)
        else:
            yield from places


def _near(at: list[list[Token]], rows: list[_Tiers], slop: int) -> Iterator[tuple[Token, Tier]]:
    """Every place of the words in any window that holds all of them."""
    width = len(rows) + slop
    places = [{n: place for n, tokens in enumerate(at) if (place := _nearest(tokens, row))} for row in rows]
    for first in windows([list(row) for row in places], width):
        yield from (row[n] for row in places for n in range(first, first + width) if n in row)


def _by_position(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens at each position: one, or at the first word of a compound the whole as well."""
    at: list[list[Token]] = []
    for token in tokens:
        if token.position == len(at):
            at.append([])
        at[token.position].append(token)
    return at


def _nearest(tokens: list[Token], tiers: _Tiers) -> tuple[Token, Tier] | None:
    best: tuple[Token, Tier] | None = None
    for token in tokens:
        tier = tiers[token.text]
        if tier is not None and (best is None or tier < best[1]):
            best = token, tier
    return best


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join sorted places that overlap: a compound and its parts."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
