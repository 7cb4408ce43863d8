"""“Did you mean”: whole queries that would find more, and why a query found nothing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple

from archive_app.core.hits import Field, WordCount
from archive_app.core.translation import _
from archive_app.language.folding import bare, fold, latin
from archive_app.language.scripts import in_script_of
from archive_app.language.tokens import tokenize
from archive_app.search.plans import Phrase, Plan, Word, wanted

MOST = 3
"""How many queries are suggested at most."""

_SHORTEST = 3
"""Shorter words are near to too many others (letters)."""
_SHORTEST_FOR_TWO = 5
"""Two letters may differ from here on."""
_RARE = 2
"""A word that stands in no more documents may be a slip of the pen,"""
_TIMES = 20
"""where a near one stands in so many times more."""

_LIKELY: Mapping[frozenset[str], float] = {
    frozenset(pair): cost
    for *pair, cost in (
        # Folded: dž is dz and đ is dj, so that z stands for j; ije, je and e; i and ij.
        ("z", "j", 0.4),
        ("c", "dj", 0.5),
        ("c", "dz", 0.5),
        ("", "j", 0.4),
        ("", "ij", 0.4),
        ("", "i", 0.8),
        ("", "h", 0.6),
        ("h", "v", 0.7),
        ("s", "z", 0.7),
        ("b", "p", 0.8),
        ("d", "t", 0.8),
        ("g", "k", 0.8),
        ("e", "i", 0.8),
        ("a", "o", 0.8),
        ("o", "u", 0.8),
        ("", "dj", 1.5),
    )
}
"""What the difference of two words costs where people often confuse the two; else a letter costs 1."""
_SWAPPED = 0.6
_DOUBLED = 0.5
_FIRST_LETTER = 0.5
_FREQUENCY = 0.1
"""What each doubling of the number of documents takes off the cost."""

_TWO_LETTERS = re.compile(r"\A(?:od|pod|nad|pred)j|\Adj(?=e[vcldt])")
_NAMES = frozenset((*Field, "kind", "script", "date"))
_OPERATORS = frozenset(("AND", "OR", "NOT"))


class _Change(NamedTuple):
    """Another word for one of the query, and what it costs: the less the better."""

    cost: float
    typed: str
    instead: str


def suggest(
    plan: Plan,
    words: Sequence[WordCount],
    similar: Callable[[str, int], Mapping[str, int]],
    spelt: Callable[[str], str | None] | None = None,
) -> tuple[str, ...]:
    """Return up to three queries like that of `plan`, best first, in which words that stand nowhere (or in very
    few documents, where a near one stands in many) are replaced by words of the archive.

    `similar` gives the folded words of the archive within so many letters of a folded one, with the number of
    their documents; `spelt` how the archive writes a folded word, in small Latin letters. The words suggested have
    the script and the capitals of those typed; all else stays as it was typed.
    """
    counts = {count.word: count for count in words if not count.is_name}
    changes = [
        nearest
        for word in _words_of(plan)
        if word in counts and (nearest := _nearest(counts[word], similar, spelt))
    ]
    if not changes:
        return ()
    best = [nearest[0] for nearest in changes]
    variants = [
        (other.cost - best[n].cost, [*best[:n], other, *best[n + 1 :]])
        for n, nearest in enumerate(changes)
        for other in nearest[1:]
    ]
    variants.sort(key=lambda variant: variant[0])
    queries = (_changed(plan.query, variant) for variant in (best, *(v for _cost, v in variants)))
    return tuple(dict.fromkeys(query for query in queries if query != plan.query))[:MOST]


def notices_for(words: Sequence[WordCount], total: int) -> tuple[str, ...]:
    """Return sentences on why a query with these `words` found nothing; none where it found something."""
    if total:
        return ()
    words = [count for count in words if not count.is_name]
    typed = {count.word for count in words}
    # A compound that is nowhere written whole says nothing: its parts are looked for, too.
    counted = [count for count in words if not (parts := _parts(count.word)) or not parts <= typed]
    missing = [count.word for count in counted if not count.documents]
    if len(missing) == 1:
        return (_("“{word}” stands nowhere in the archive.").format(word=missing[0]),)
    if missing:
        return (_("These stand nowhere in the archive: {words}.").format(words=", ".join(missing)),)
    if len(counted) == 1:
        sentence = _("“{word}” stands in the archive, but not where this search looks.")
        return (sentence.format(word=counted[0].word),)
    if counted:
        return (_("Each word stands in the archive, but nowhere as this search wants them together."),)
    return ()


def _words_of(plan: Plan) -> Iterator[str]:
    """The words wanted, as typed, each once; a compound is its parts."""
    nodes = (
        word for node in wanted(plan.root) for word in (node.words if isinstance(node, Phrase) else (node,))
    )
    typed = (node for node in nodes if isinstance(node, Word) and not node.of_name)
    words = (node.text for node in typed if node.text not in _OPERATORS)
    yield from dict.fromkeys(word for word in words if not _parts(word))


def _parts(word: str) -> frozenset[str]:
    """The parts of a compound, none of a single word."""
    return frozenset(token.text for token in tokenize(word) if token.part)


def _nearest(
    count: WordCount,
    similar: Callable[[str, int], Mapping[str, int]],
    spelt: Callable[[str], str | None] | None,
) -> list[_Change]:
    """What a word may have been meant to be, best first; nothing for a word that stands in enough documents."""
    typed = latin(count.word)
    folded = bare(typed)
    if count.documents > _RARE or len(folded) < _SHORTEST or not folded.isalpha():
        return []
    at_least = max(1, count.documents * _TIMES)
    known = {bare(form) for form, _tier, _documents in count.forms} | {folded}
    found: dict[str, _Change] = {}
    for distance in (1, 2) if len(folded) >= _SHORTEST_FOR_TWO else (1,):
        for word, documents in similar(folded, distance).items():
            if documents < at_least or word in known or not word.isalpha():
                continue
            cost = _cost(folded, word, distance) - _FREQUENCY * log2(documents)
            written = (spelt and spelt(word)) or _respelt(word, typed)
            found[word] = _Change(cost, count.word, in_script_of(written, count.word))
        if found:
            break
    return sorted(found.values())[:MOST]


def _cost(one: str, other: str, distance: int) -> float:
    """What it costs to take `other` for `one`, both folded and `distance` letters apart."""
    start, end = _common(one, other)
    own, others = one[start : len(one) - end], other[start : len(other) - end]
    cost = _LIKELY.get(frozenset((own, others)), float(distance))
    if sorted(own) == sorted(others):
        cost = _SWAPPED * distance
    elif "" in (own, others) and own + others in (one[start - 1 : start], other[len(other) - end :][:1]):
        cost = _DOUBLED
    return cost + _FIRST_LETTER * (start == 0)


def _common(one: str, other: str) -> tuple[int, int]:
    """How many letters at the beginning and at the end two words share."""
    most = min(len(one), len(other))
    start = next((n for n in range(most) if one[n] != other[n]), most)
    most -= start
    end = next((n for n in range(most) if one[-1 - n] != other[-1 - n]), most)
    return start, end


def _respelt(folded: str, typed: str) -> str:
    """Return a folded word with the diacritics of what was typed, where they share letters."""
    start, end = _common(bare(typed), folded)
    head, tail = "", ""
    for letter in typed:
        if len(fold(head + letter)) > start:
            break
        head += letter
    for letter in reversed(typed[len(head) :]):
        if len(fold(letter + tail)) > end:
            break
        tail = letter + tail
    middle = folded[len(fold(head)) : len(folded) - len(fold(tail))]
    if _TWO_LETTERS.match(folded):
        return head + middle + tail
    # What was not typed is most likely dž and đ; it can begin or end with a letter that was.
    seam = (head[-1:] + middle + tail[:1]).replace("dz", "dž").replace("dj", "đ") if middle else ""
    return head[:-1] + seam + tail[1:] if middle else head + tail


def _changed(query: str, changes: Sequence[_Change]) -> str:
    """The query with other words; names of fields and operators stay."""
    instead = {change.typed: change.instead for change in changes}
    pieces: list[str] = []
    end = 0
    for token in tokenize(query):
        named = query[token.end : token.end + 1] == ":" and token.text.lower() in _NAMES
        if token.start < end or named or token.text not in instead:
            continue
        pieces += query[end : token.start], instead[token.text]
        end = token.end
    return "".join(pieces) + query[end:]
