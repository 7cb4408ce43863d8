"""What the index holds, as Whoosh sees it: fields of words and fields of ids, all read by our codec."""

# mypy: allow-untyped-calls
# Whoosh has no types.

from whoosh.analysis import IDTokenizer, SpaceSeparatedTokenizer
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Positions

from archive_app.search.segments import ID_FIELDS, WORD_FIELDS


class WordField(FieldType):
    """Words with positions. Its terms come from `language.words`; Whoosh itself never analyses a text here."""

    indexed, scorable, stored, unique, multitoken_query = True, True, False, False, "default"
    column_type = None
    vector = None
    spelling = False

    def __init__(self) -> None:
        self.analyzer = SpaceSeparatedTokenizer()
        self.format = Positions()


class IdField(FieldType):
    """Ids, each one term."""

    indexed, scorable, stored, unique, multitoken_query = True, False, False, False, "default"
    column_type = None
    vector = None
    spelling = False

    def __init__(self) -> None:
        self.analyzer = IDTokenizer()
        self.format = Existence()


def schema() -> Schema:
    """Return the fields of the index."""
    words = {name: WordField() for name in WORD_FIELDS}
    return Schema(**words, **{name: IdField() for name in ID_FIELDS})
