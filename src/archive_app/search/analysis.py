"""What the index holds: its fields, and the stream of terms that a text gives it."""

# mypy: allow-untyped-calls
# Whoosh has no types.

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Token as WhooshToken
from whoosh.analysis import Tokenizer
from whoosh.fields import ID, STORED, TEXT, Schema

from archive_app.language.tokens import tokenize
from archive_app.language.words import terms

TEXT_FIELD, KIND_FIELD, RECORD_FIELD, SOURCE_FIELD, STORED_FIELD = "text", "kind", "record", "source", "match"


class TermTokenizer(Tokenizer):
    """Gives Whoosh the terms of a text at their positions. Without `tokenize`, the text is one term as it is."""

    def __call__(
        self, value: str, tokenize: bool = True, start_pos: int = 0, mode: str = "", **_wanted: object
    ) -> Iterator[WhooshToken]:
        token: Any = WhooshToken(positions=True, chars=True, mode=mode, boosts=True)
        token.boost = 1.0
        if not tokenize:
            token.text, token.pos, token.startchar, token.endchar = value, start_pos, 0, len(value)
            yield token
            return
        for term, position in _terms_at(value):
            token.text, token.pos = term, start_pos + position
            yield token


class TermField(TEXT):
    """A text field that goes from tokens to postings directly: Whoosh's own road there takes half the time of
    indexing."""

    def index(self, value: str, **_wanted: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield (term, frequency, weight, encoded positions) for every term of `value`."""
        positions: defaultdict[str, list[int]] = defaultdict(list)
        for term, position in _terms_at(value):
            positions[term].append(position)
        encode: Any = self.format.encode  # type: ignore[union-attr]
        for term, places in positions.items():
            yield term.encode(), len(places), float(len(places)), encode(places)


def _terms_at(text: str) -> Iterator[tuple[str, int]]:
    for token in tokenize(text):
        for term in terms(token.text):
            yield term, token.position


def schema() -> Schema:
    """Return the fields of the index. ID fields hold one term each; what a Match needs is stored as one value."""
    return Schema(
        **{
            TEXT_FIELD: TermField(analyzer=TermTokenizer(), phrase=True, stored=False),
            KIND_FIELD: ID(),
            RECORD_FIELD: ID(),
            SOURCE_FIELD: ID(),
            STORED_FIELD: STORED(),
        }
    )
