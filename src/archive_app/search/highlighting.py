"""Where the words of a query stand in a text, by the same rules by which the index finds them."""

import unicodedata
from collections.abc import Iterator

from archive_app.core.hits import Highlights, MatchedForm, Tier
from archive_app.language.folding import INVISIBLE
from archive_app.language.tokens import Token, tokenize
from archive_app.language.words import terms
from archive_app.search.queries import All, AnyOf, Node, Not, Phrase, Plan, Sought

_VISIBLE = str.maketrans("", "", INVISIBLE)


def highlight(plan: Plan, text: str) -> Highlights:
    """Return the places of the plan's words in `text`, in its own code points, and the forms found.

    Words of a phrase count only where the phrase stands; words under NOT never do. Places do not overlap;
    forms come nearest tier first, then as they stand in the text.
    """
    tokens = list(tokenize(text))
    tiers: dict[Token, Tier] = {}
    for node in _wanted(plan.root):
        for token, tier in _found(node, tokens, plan.tiers):
            tiers[token] = min(tier, tiers.get(token, tier))
    found = sorted(tiers.items(), key=lambda item: item[0].start)
    forms: dict[str, Tier] = {}
    for token, tier in found:
        form = unicodedata.normalize("NFC", token.text.translate(_VISIBLE))
        forms[form] = min(tier, forms.get(form, tier))
    matched = sorted(forms.items(), key=lambda item: item[1])
    spans = _merged(sorted((token.start, token.end) for token in tiers))
    return Highlights(spans, tuple(MatchedForm(form, tier) for form, tier in matched))


def _wanted(node: Node) -> Iterator[Phrase | Sought]:
    match node:
        case All() | AnyOf():
            for part in node.parts:
                yield from _wanted(part)
        case Not():
            return
        case _:
            yield node


class _Tiers(dict[str, Tier | None]):
    """The tier in which a token's text matches a sought word, worked out once for each text."""

    def __init__(self, sought: Sought, allowed: frozenset[Tier]) -> None:
        self._sought = sought
        self._allowed = allowed

    def __missing__(self, token: str) -> Tier | None:
        found = (self._sought.tier(term) for term in terms(token))
        self[token] = tier = min((t for t in found if t in self._allowed), default=None)
        return tier


def _found(
    node: Phrase | Sought, tokens: list[Token], allowed: frozenset[Tier]
) -> Iterator[tuple[Token, Tier]]:
    if not isinstance(node, Phrase):
        tiers = _Tiers(node, allowed)
        for token in tokens:
            tier = tiers[token.text]
            if tier is not None:
                yield token, tier
        return
    at = _by_position(tokens)
    rows = [_Tiers(word, allowed) for word in node.words]
    for first in range(len(at) - len(rows) + 1):
        places = [_nearest(at[first + offset], row) for offset, row in enumerate(rows)]
        if all(places):
            yield from (place for place in places if place)


def _by_position(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens at each position: one, or at the first word of a compound the whole as well."""
    at: list[list[Token]] = []
    for token in tokens:
        if token.position == len(at):
            at.append([])
        at[token.position].append(token)
    return at


def _nearest(tokens: list[Token], tiers: _Tiers) -> tuple[Token, Tier] | None:
    found = [(token, tier) for token in tokens if (tier := tiers[token.text]) is not None]
    return min(found, key=lambda item: item[1], default=None)


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join sorted places that overlap: a compound and its parts."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
