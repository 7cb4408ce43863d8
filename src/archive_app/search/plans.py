"""A query, understood: plain values that say what to look for, whatever holds the words."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive_app.core.hits import Field, RecordKind
from archive_app.core.records import Script


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was typed; `exact` asks for its letters only, whatever tiers are allowed. A `fixed` word is found
    with or without diacritics, but in no other form. A word `of_name` was not typed: it belongs to another name of what
    was, and is found as that."""

    text: str
    exact: bool = False
    fixed: bool = False
    of_name: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of words to look for, folded; with `exact` in Latin letters with their diacritics."""

    start: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A folded pattern of a whole word: ? is any one letter, * any letters, none too. With `exact` in Latin letters
    with their diacritics."""

    pattern: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A folded word that may differ by up to `distance` letters (1 or 2) changed, added, left out or swapped."""

    word: str
    distance: int = 1


Sought = Word | Prefix | Wildcard | Fuzzy


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other; with `slop` in any order, with at most so many other words
    between the first and the last of them."""

    words: tuple[Sought, ...]
    slop: int | None = None


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


@dataclass(frozen=True, slots=True)
class InField:
    """Looks only among the words of one field; see `Field` for what that finds."""

    field: Field
    part: "Node"


@dataclass(frozen=True, slots=True)
class OfKind:
    """Documents of one kind."""

    kind: RecordKind


@dataclass(frozen=True, slots=True)
class InScript:
    """Documents in one script."""

    script: Script


@dataclass(frozen=True, slots=True)
class Dated:
    """Documents whose date may fall between two ISO days, both included; None leaves that end open."""

    first: str | None
    last: str | None


Node = Sought | Phrase | All | AnyOf | Not | InField | OfKind | InScript | Dated


@dataclass(frozen=True, slots=True)
class Plan:
    """What a query means, and what the person should know of how it was read."""

    query: str
    root: Node
    notices: tuple[str, ...] = ()


def wanted(node: Node) -> Iterator[Phrase | Sought]:
    """Yield the words and phrases to be marked in a text: not those under Not, nor those of a field."""
    match node:
        case All() | AnyOf():
            for part in node.parts:
                yield from wanted(part)
        case Phrase() | Word() | Prefix() | Wildcard() | Fuzzy():
            yield node
