"""Queries: from what a person types to a plan, a plain value that says what to look for.

Words (all of them are wanted), "phrases", prefix*, AND, OR, NOT and brackets. Anything else is text: pasted
colons, slashes and unbalanced quotes never fail.
"""

# mypy: allow-untyped-calls
# Whoosh has no types.

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from whoosh import query as whoosh_query
from whoosh.qparser import GroupPlugin, OperatorsPlugin, PhrasePlugin, PrefixPlugin, QueryParser

from archive_app.core.errors import UserError
from archive_app.core.hits import Tier
from archive_app.core.translation import _
from archive_app.language.folding import bare, latin
from archive_app.language.tokens import Token, tokenize
from archive_app.language.words import SoughtWord, sought

LONGEST_QUERY = 5_000
"""Longer queries are refused (characters): a whole page was pasted."""

_DEEPEST = 40
_QUOTES = str.maketrans(dict.fromkeys("„“”‟«»", '"'))


@dataclass(frozen=True, slots=True)
class SoughtPrefix:
    """The beginning of words to look for."""

    start: str
    folded: str

    def tier(self, term: str) -> Tier | None:
        """Return EXACT or FOLDED for a term with this beginning, None for others."""
        if term.startswith(self.start):
            return Tier.EXACT
        return Tier.FOLDED if bare(term).startswith(self.folded) else None

    def prefixes(self) -> Iterator[tuple[str, int | None]]:
        """Yield the one range of folded terms to look through, of any length."""
        yield self.folded, None


Sought = SoughtWord | SoughtPrefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other."""

    words: tuple[Sought, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part is wanted."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part is wanted."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    part: "Node"


Node = SoughtWord | SoughtPrefix | Phrase | All | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Plan:
    """A query, understood: what to look for, and by which tiers a word may be found."""

    query: str
    root: Node
    tiers: frozenset[Tier]


def understand(query: str, tiers: Collection[Tier] = tuple(Tier)) -> Plan:
    """Return the plan for what a person typed. Raises UserError where it has no word, or is far too long."""
    if len(query) > LONGEST_QUERY:
        message = _("The search text is too long ({count} characters). Search for a few words of it.")
        raise UserError(message.format(count=len(query)))
    root = _read(query)
    if root is None:
        raise UserError(_("There is no word to search for. Type at least one word or number."))
    return Plan(query, root, frozenset(tiers))


def _read(query: str) -> Node | None:
    text = query.translate(_QUOTES)
    if max(text.count(sign) for sign in ("(", "NOT", "OR")) > _DEEPEST:
        # Pasted text; Whoosh would nest it deeper than Python goes.
        return _chunks(text)
    try:
        parsed = _parser().parse(text)
    except LookupError:
        # Whoosh fails on an operator with nothing after it.
        return _chunks(text)
    return _node(parsed) or _chunks(text)


def _parser() -> QueryParser:
    operators = OperatorsPlugin(AndNot=None, AndMaybe=None, Require=None)
    prefix = PrefixPlugin(r'(?P<text>[^\s*()"]+)[*](?=\s|$|\))')
    return QueryParser("", None, plugins=[GroupPlugin(), PhrasePlugin(), prefix, operators])


def _node(parsed: whoosh_query.Query) -> Node | None:
    """Turn Whoosh's tree of raw text into ours of sought words; None where no word is in it."""
    match parsed:
        case whoosh_query.Term():
            return _chunks(parsed.text)
        case whoosh_query.Prefix():
            return _chunks(parsed.text + "*")
        case whoosh_query.Phrase():
            return _phrase(" ".join(parsed.words))
        case whoosh_query.Not():
            part = _node(parsed.query)
            return part and Not(part)
        case whoosh_query.And() | whoosh_query.Or():
            parts = [part for part in map(_node, parsed.subqueries) if part]
            return _join(All if isinstance(parsed, whoosh_query.And) else AnyOf, parts)
    return None


def _join(join: Callable[[tuple[Node, ...]], Node], parts: list[Node]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return join(tuple(parts))


def _chunks(text: str) -> Node | None:
    """Return the words of running text, all wanted; what was typed without a space is a phrase (14.oktobra)."""
    return _join(All, [part for part in map(_phrase, text.split()) if part])


def _phrase(text: str) -> Node | None:
    """Return the words of `text` as a phrase. A lone compound is also sought whole."""
    tokens = list(tokenize(text))
    wholes = [token for token, after in pairwise(tokens) if after.part and not token.part]
    words = [word for token in tokens if token not in wholes and (word := _word(token, text))]
    if not words:
        return None
    phrase: Node = words[0] if len(words) == 1 else Phrase(tuple(words))
    if wholes and wholes[0].start == tokens[0].start and wholes[0].end == tokens[-1].end:
        whole = _word(wholes[0], text)
        return AnyOf((whole, phrase)) if whole else phrase
    return phrase


def _word(token: Token, text: str) -> Sought | None:
    if text[token.end : token.end + 1] == "*":
        start = latin(token.text)
        return SoughtPrefix(start, bare(start)) if start else None
    return sought(token.text)
