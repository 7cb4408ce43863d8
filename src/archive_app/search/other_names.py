"""From a plan to one that also looks for the other names of what was typed.

Where words of a query are a name of a person, unit or place, in whatever form, its other names may stand for them. What
is to be found by its letters only (=word) and what must not be there stays as it was typed.
"""

from collections.abc import Sequence
from dataclasses import replace

from archive_app.language.folding import fold
from archive_app.language.other_names import OtherNames
from archive_app.language.stems import FUNCTION_WORDS
from archive_app.language.tokens import single_words
from archive_app.search.plans import All, AnyOf, InField, Node, Phrase, Plan, Sought, Word

_MOST_WORDS = 30
"""Queries of more words are passages that were pasted: they are left as they are."""


def with_other_names(plan: Plan, others: OtherNames) -> Plan:
    """Return the plan that also finds other names."""
    if len(plan.query.split()) > _MOST_WORDS:
        return plan
    return replace(plan, root=_widened(plan.root, others))


def _widened(node: Node, others: OtherNames) -> Node:
    match node:
        case Word():
            return _all((node,), others)
        case All():
            return _all(node.parts, others)
        case AnyOf():
            return AnyOf(tuple(_widened(part, others) for part in node.parts))
        case Phrase(slop=None):
            return _phrase(node, others)
        case InField():
            return replace(node, part=_widened(node.part, others))
    return node


def _all(parts: Sequence[Node], others: OtherNames) -> Node:
    """All parts are wanted; words side by side may be a name."""
    found: list[Node] = []
    place = 0
    while place < len(parts):
        count, names = others.find(_typed(parts, place))
        own = parts[place : place + count]
        if names:
            together = own[0] if len(own) == 1 else All(tuple(own))
            found.append(AnyOf((together, *(part for name in names if (part := _named(_words(name)))))))
        else:
            own = parts[place : place + 1]
            found.append(own[0] if isinstance(own[0], Word) else _widened(own[0], others))
        place += len(own)
    return found[0] if len(found) == 1 else All(tuple(found))


def _phrase(phrase: Phrase, others: OtherNames) -> Node:
    """A phrase, and the same with other names in the place of each name in it."""
    found: list[Node] = [phrase]
    for place in range(len(phrase.words)):
        count, names = others.find(_typed(phrase.words, place))
        before, after = phrase.words[:place], phrase.words[place + count :]
        found += (part for name in names if (part := _named((*before, *_words(name), *after))))
    return found[0] if len(found) == 1 else AnyOf(tuple(found))


def _typed(parts: Sequence[Node], place: int) -> list[str]:
    """The words from a place on that may be a name."""
    words: list[str] = []
    for part in parts[place:]:
        if not isinstance(part, Word) or part.exact or part.of_name:
            break
        words.append(part.text)
    return words


def _named(words: Sequence[Sought]) -> Node | None:
    if len(words) < 2:
        return words[0] if words else None
    return Phrase(tuple(words))


def _words(name: str) -> tuple[Word, ...]:
    return tuple(
        Word(token.text, fixed=token.text.islower() and fold(token.text) in FUNCTION_WORDS, of_name=True)
        for token in single_words(name)
    )
