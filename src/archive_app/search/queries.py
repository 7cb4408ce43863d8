"""Queries: from what a person types to a plan, a plain value that says what to look for.

ui/assets/searching.md explains the language to people. What looks like an operator but cannot be one is text, so that
pasted quotes, slashes, colons and brackets still search.
"""

import re

from archive_app.core.errors import QueryError, UserError
from archive_app.core.translation import _
from archive_app.search.plans import Node, Plan
from archive_app.search.query_words import Notify, all_of, chunk

LONGEST_QUERY = 5_000
"""Longer queries are refused (characters): a whole page was pasted."""

_SIGNS = re.compile(r'["„“”‟«»()*~=:?\u00a0\u202f\n\r]|(?<!\S)-|\b(?:AND|OR|NOT)\b')
"""Without one of these a query is only words."""
_SIMPLE = re.compile(r"(?:(?!(?:AND|OR|NOT)\b)[^\W_]+[*~]?(?: +|$))+")
"""Words with a sign at their end, as they are typed most often. Reading them as a tree takes longer than the search."""


def understand(query: str) -> Plan:
    """Return the plan for what a person typed.

    Raises QueryError, with the place, for what cannot be meant (kind:banana) and where there is no word to search
    for, UserError where the query is far too long.
    """
    if len(query) > LONGEST_QUERY:
        message = _("The search text is too long ({count} characters). Search for a few words of it.")
        raise UserError(message.format(count=len(query)))
    if _SIGNS.search(query) and not _SIMPLE.fullmatch(query):
        from archive_app.search.query_reading import read

        root, notices = read(query)
    else:
        said: list[str] = []
        root = words_of(query, said.append)
        notices = tuple(dict.fromkeys(said))
    if root is None:
        raise QueryError(_no_word(query), 0, len(query))
    return Plan(query, root, notices)


def words_of(text: str, notify: Notify | None = None) -> Node | None:
    """Return the words of `text`, all wanted, without any operators; None where it has none."""
    return all_of([part for word in text.split() if (part := chunk(word, notify=notify))])


def _no_word(query: str) -> str:
    if "*" in query:
        return _("There is no word to search for. A * needs at least one letter beside it.")
    return _("There is no word to search for. Type at least one word or number.")
