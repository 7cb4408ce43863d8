"""From the tree of a query with signs and operators to the nodes of a plan."""

# mypy: allow-untyped-calls
# Whoosh has no types.

import re

from whoosh.qparser.syntax import GroupNode, NotGroup, OrGroup, SyntaxNode, WordNode

from archive_app.core.errors import QueryError
from archive_app.core.hits import Field
from archive_app.core.translation import _
from archive_app.search.plans import All, AnyOf, InField, Node, Not, Word
from archive_app.search.query_filters import read_filter
from archive_app.search.query_syntax import (
    DEEPEST,
    FILTERS,
    Dangling,
    FilterNode,
    Mark,
    Marked,
    QuotedNode,
    depth,
    parse,
)
from archive_app.search.query_words import all_of, chunk, phrase

_MOST_BETWEEN = 100
"""Words farther apart are no phrase."""
_NO_BRACKETS = str.maketrans("()", "  ")
_UNKNOWN_FIELD = re.compile(r"(?P<name>[^\W\d_]{2,}):(?!//)(?P<rest>\S?)")
_ASKED = re.compile(r"[^\W_]+\?+")


def read(query: str) -> tuple[Node | None, tuple[str, ...]]:
    """Return what `query` means, None where no word is in it, and sentences on how it was read.

    Raises QueryError for what cannot be meant.
    """
    reader = _Reader(query)
    return reader.read(), tuple(dict.fromkeys(reader.notices))


class _Reader:
    """Reads one query."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.notices: list[str] = []
        self._left_out: list[SyntaxNode] = []

    def read(self) -> Node | None:
        text = self.query
        if depth(text) > DEEPEST:
            text = text.translate(_NO_BRACKETS)
            self.notices.append(_("There are too many brackets in one another: none of them was heeded."))
        root = self._node(parse(text), None, exact=False)
        if root is None:
            # AND alone is a word.
            return all_of([word for node in self._left_out if (word := chunk(self._typed(node)))])
        self._say_what_was_left_out()
        if all(isinstance(part, Not) for part in (root.parts if isinstance(root, All) else (root,))):
            sentence = _("Only what must not be there was named, so everything else is found.")
            self.notices.append(sentence)
        return root

    def _typed(self, node: SyntaxNode) -> str:
        return self.query[node.startchar : node.endchar]

    def _say_what_was_left_out(self) -> None:
        for node in self._left_out:
            typed = self._typed(node)
            if isinstance(node, Dangling) and typed != "-":
                self.notices.append(
                    _("“{sign}” was left out: there is nothing for it to join.").format(sign=typed)
                )

    def _node(self, node: SyntaxNode, field: Field | None, *, exact: bool) -> Node | None:
        """Turn a node of the tree into one of ours; None where no word is in it."""
        match node:
            case WordNode():
                return self._chunk(node, exact=exact)
            case QuotedNode():
                return phrase(node.text, slop=self._slop(node), exact=exact, notify=self.notices.append)
            case FilterNode():
                if field is not None:
                    raise self._inner_field(node)
                return read_filter(node.name, node.value, node.endchar)
            case Marked():
                return self._marked(node, field, exact=exact)
            case Mark():
                return self._lonely(node)
            case Dangling():
                self._left_out.append(node)
            case GroupNode():
                return self._group(node, field, exact=exact)
        return None

    def _group(self, group: GroupNode, field: Field | None, *, exact: bool) -> Node | None:
        parts = [part for node in group if (part := self._node(node, field, exact=exact))]
        match group:
            case NotGroup():
                return Not(parts[0]) if parts else None
            case OrGroup():
                return AnyOf(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
        return all_of(parts)

    def _marked(self, node: Marked, field: Field | None, *, exact: bool) -> Node | None:
        own = node.mark.field
        if own is None:
            return self._node(node[0], field, exact=True)
        if field is not None:
            raise self._inner_field(node.mark)
        part = self._node(node[0], own, exact=exact)
        if part is None:
            self.notices.append(
                _("“{field}” was left out: no word stands after it.").format(field=self._typed(node.mark))
            )
        return part and InField(own, part)

    def _inner_field(self, node: SyntaxNode) -> QueryError:
        message = _("“{field}” cannot stand inside another field. Put it outside the brackets.")
        name = self._typed(node).partition(":")[0] + ":"
        return QueryError(message.format(field=name), node.startchar, node.endchar)

    def _lonely(self, mark: Mark) -> Node | None:
        """A field with a space after it is text, at the end of the query one that is still being typed."""
        if mark.name is None:
            return None
        typed = self._typed(mark)
        if not self.query[mark.endchar :].strip():
            self._left_out.append(mark)
            return None
        self.notices.append(
            _(
                "“{field}” was searched as a word: for a field, write what you look for right after it."
            ).format(field=typed)
        )
        return chunk(typed)

    def _chunk(self, node: WordNode, *, exact: bool) -> Node | None:
        text: str = node.text
        found = chunk(text, exact=exact, notify=self.notices.append)
        if found is None and "*" in text:
            sentence = _("“{sign}” was left out: a * needs at least one letter beside it.")
            self.notices.append(sentence.format(sign=text))
        elif isinstance(found, Word) and _ASKED.fullmatch(self.query.strip()):
            sentence = _("A question mark at the end of a word is punctuation. Write * for any letters.")
            self.notices.append(sentence)
        elif unknown := _UNKNOWN_FIELD.match(text):
            self._say_unknown(unknown, node)
        return found

    def _say_unknown(self, unknown: re.Match[str], node: WordNode) -> None:
        """Say that there is no such field, where one seems to be meant: no space after the colon."""
        if unknown["rest"] or self.query[node.endchar : node.endchar + 1].strip():
            fields = ", ".join(f"{name}:" for name in (*Field, *FILTERS))
            self.notices.append(
                _("“{name}:” is no field: it was searched as a word. The fields are {fields}.").format(
                    name=unknown["name"], fields=fields
                )
            )

    def _slop(self, node: QuotedNode) -> int | None:
        if node.slop is None:
            return None
        if node.slop.isdecimal() and len(node.slop) < 4 and int(node.slop) <= _MOST_BETWEEN:
            return int(node.slop)
        start = node.endchar - len(node.slop) - 1
        message = _("After a phrase, ~ wants a number up to {most}: how many other words may stand between.")
        raise QueryError(message.format(most=_MOST_BETWEEN), start, node.endchar)
