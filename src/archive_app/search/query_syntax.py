"""The signs of the query language: Whoosh's parser with the taggers and filters that fit what people type.

`parse` gives Whoosh's syntax tree. Its leaves are `WordNode` (what was typed without a space), `QuotedNode` and
`FilterNode`; its groups are those of Whoosh, `Words` for what stands side by side, and `Marked` for what a field or
an equals sign stands before. All know their places in what was typed.
"""

# mypy: allow-untyped-calls, disable-error-code="misc"
# Whoosh has no types.

import re
from functools import lru_cache
from typing import Any

from whoosh.qparser import GroupPlugin, OperatorsPlugin, QueryParser
from whoosh.qparser.plugins import Plugin
from whoosh.qparser.syntax import (
    GroupNode,
    MarkerNode,
    NotGroup,
    Operator,
    PrefixOperator,
    SyntaxNode,
    WordNode,
)
from whoosh.qparser.taggers import FnTagger, RegexTagger

from archive_app.core.hits import Field

QUOTES = '"„“”‟«»'
"""Any of these begins or ends a phrase."""

DEEPEST = 20
"""Brackets in brackets beyond this are pasted text; the parser and what follows it call themselves once a level."""

_QUOTED = (
    r'"[^"]*"|"[^"“”]*[“”]|„[^„“”"]*[“”"]|[“‟][^“”„‟]*[”“]|”[^“”]*”|«[^«»]*»|»[^«»]*«'  # „…“ “…” ”…” «…» »…«
)
_CHUNK = re.compile(
    rf"(?P<text>(?:[^\s(){QUOTES}]"
    # Numbers are written with these spaces in them; words are divided at line ends.
    r"|(?<=\d)[\u00a0\u202f](?=\d)|(?<=[-\u2010\u2011\u00ac\u00ad])[ \t]*[\r\n]+[ \t]*(?=[^\W\d_]))+)"
)
FILTERS = ("kind", "script", "date")
"""What narrows by itself instead of by words."""

_FIELD = rf"(?P<name>{'|'.join((*Field, *FILTERS))}):"
_FILTER = rf"(?P<name>{'|'.join(FILTERS)}):(?P<value>(?:{_QUOTED}|\([^()]*\)|[^\s(){QUOTES}])+)"
_BEGINS = rf"(?:^|(?<=[\s(){QUOTES}]))"
_ENDS = rf"(?=[\s(){QUOTES}]|$)"


class Words(GroupNode):
    """What stands side by side: the whole query, or what stands in brackets."""

    merging = False


class QuotedNode(SyntaxNode):
    """A phrase. `slop` is what stands after its "~", None where there is none."""

    def __init__(self, text: str, slop: str | None) -> None:
        self.text = text
        self.slop = slop


class FilterNode(SyntaxNode):
    """kind:, script: or date: with its value, as typed, which ends where the node ends."""

    def __init__(self, name: str, value: str) -> None:
        self.name = name.lower()
        self.value = value


class Mark(MarkerNode):
    """A field, a filter without its value or an equals sign (`name` is None), before it is known whether
    something to search for stands after it."""

    def __init__(self, name: str | None = None) -> None:
        self.name = name and name.lower()

    @property
    def field(self) -> Field | None:
        """The field, None for an equals sign."""
        return Field(self.name) if self.name else None


class Marked(GroupNode):
    """One node and the mark before it."""

    merging = False

    @property
    def mark(self) -> Mark:
        """The field or equals sign."""
        mark: Mark = self.kwargs["mark"]
        return mark


class Dangling(MarkerNode):
    """An operator that has nothing to join."""


class _QuotedTagger(RegexTagger):
    def create(self, _whoosh: QueryParser, match: re.Match[str]) -> QuotedNode:
        return QuotedNode(match["quoted"][1:-1], match["slop"])


class _TextPlugin(Plugin):
    """What is typed without a space, phrases, fields, filters and the equals sign."""

    def taggers(self, _whoosh: QueryParser) -> list[tuple[Any, int]]:
        insensitive = re.IGNORECASE
        return [
            (_QuotedTagger(re.compile(rf"(?P<quoted>{_QUOTED})(?:~(?P<slop>\w*))?")), 10),
            (FnTagger(re.compile(_FILTER, insensitive), FilterNode), 20),
            (FnTagger(re.compile(_FIELD, insensitive), Mark), 30),
            (FnTagger(re.compile(r"=(?=[^\s=])"), Mark), 20),
            (FnTagger(_CHUNK, WordNode), 50),
        ]

    def filters(self, _whoosh: QueryParser) -> list[tuple[Any, int]]:
        return [(self.bind, 100)]

    def bind(self, parser: QueryParser, group: GroupNode) -> GroupNode:
        """Put each mark and what stands right after it together; a mark before a space stays alone."""
        bound: GroupNode = group.empty_copy()
        for node in reversed(group.nodes):
            if isinstance(node, GroupNode):
                node = self.bind(parser, node)
            if isinstance(node, Mark) and bound.nodes and _binds(node, bound.nodes[-1]):
                bound.nodes[-1] = Marked([bound.nodes[-1]], mark=node)
            else:
                bound.append(node)
        bound.reverse()
        return bound


def _binds(mark: Mark, after: SyntaxNode) -> bool:
    if mark.name in FILTERS:
        return False
    if isinstance(after, Marked):
        return (mark.name is None) != (after.mark.name is None)
    return isinstance(after, WordNode | QuotedNode | Words)


class _JoiningPlugin(OperatorsPlugin):
    """AND, OR, NOT and the minus sign before a word; those that join nothing are set aside."""

    def __init__(self) -> None:
        minus = self.OpTagger(r"(?<![^\s(])-(?=[^\s-])", NotGroup, PrefixOperator, memo="minus")
        super().__init__(
            ops=[(minus, 0)],
            And=rf"{_BEGINS}AND{_ENDS}",
            Or=rf"{_BEGINS}OR{_ENDS}",
            Not=rf"{_BEGINS}NOT{_ENDS}",
            AndNot=None,
            AndMaybe=None,
            Require=None,
        )

    def filters(self, parser: QueryParser) -> list[tuple[Any, int]]:
        return [(self.set_aside, 590), *super().filters(parser)]

    def set_aside(self, parser: QueryParser, group: GroupNode) -> GroupNode:
        """Replace operators that have nothing before or after them; Whoosh would fail on them or join wrongly."""
        kept: list[SyntaxNode] = []
        dangling: list[SyntaxNode] = []
        operands = sum(not isinstance(node, Operator) for node in group.nodes)
        for node in reversed(group.nodes):
            if isinstance(node, Operator):
                prefix = isinstance(node, PrefixOperator)
                joins = kept and _is_operand(kept[-1], prefixed=not prefix) and (prefix or operands)
                if not joins:
                    dangling.append(Dangling().set_range(node.startchar, node.endchar))
                    continue
            else:
                operands -= 1
                if isinstance(node, GroupNode):
                    node = self.set_aside(parser, node)
            kept.append(node)
        joined: GroupNode = group.empty_copy()
        joined.extend(kept[::-1] + dangling[::-1])
        return joined


def _is_operand(node: SyntaxNode, *, prefixed: bool) -> bool:
    return not isinstance(node, Operator) or (prefixed and isinstance(node, PrefixOperator))


class _Parser(QueryParser):
    """Whoosh's parser, which sorts its taggers and filters once."""

    def __init__(self) -> None:
        super().__init__("", None, plugins=[GroupPlugin, _TextPlugin, _JoiningPlugin], group=Words)
        ordered = super()._priorized
        self._sorted: dict[str, list[Any]] = {name: ordered(name) for name in ("taggers", "filters")}

    def _priorized(self, name: str) -> list[Any]:
        return self._sorted[name]


@lru_cache(maxsize=1)
def _parser() -> _Parser:
    return _Parser()


def parse(text: str) -> GroupNode:
    """Return the tree of what was typed. Never fails; brackets that are too deep must have been taken out."""
    tree: GroupNode = _parser().process(text)
    return tree


def depth(text: str) -> int:
    """Return how deep brackets stand in brackets, closed or not."""
    deepest = level = 0
    for sign in text:
        if sign == "(":
            level += 1
            deepest = max(deepest, level)
        elif sign == ")" and level:
            level -= 1
    return deepest
