"""What goes into the search index and what comes out of it."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from archive_app.core.records import Script


class RecordKind(StrEnum):
    """The kinds of records that search finds."""

    PASSAGE = "passage"
    ANNOTATION = "annotation"
    PHOTO = "photo"
    EVENT = "event"
    SOURCE = "source"


class Tier(IntEnum):
    """Why a word was found, nearest first. Each further tier weighs less in the ranking.

    EXACT: the same letters, in either script and case. FOLDED: the same but for diacritics (Cukarica,
    Čukarica). WORD: another form of the same word. RELATED: a word derived from it.
    """

    EXACT = 1
    FOLDED = 2
    WORD = 3
    RELATED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One findable piece of text. `record_id` is the text's id for a passage, else the record's own id.

    `ordinal` is the passage's place in its text; 0 for everything else.
    """

    kind: RecordKind
    record_id: str
    ordinal: int = 0
    source_id: str | None = None
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A document that the query found, before its text is fetched."""

    kind: RecordKind
    record_id: str
    ordinal: int
    source_id: str | None
    score: float


@dataclass(frozen=True, slots=True)
class MatchedForm:
    """A form that stands in the text, and why it was found."""

    form: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class Highlights:
    """Where a query's words stand in a text: `[start, end)` in its code points, and which forms they are."""

    spans: tuple[tuple[int, int], ...] = ()
    matched: tuple[MatchedForm, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A search result as a person reads it.

    `id` is the record's id (for a passage `<text id>:<ordinal>`); `start` and `end` are the passage's place
    in its Text (0 and the length for other kinds); `highlights` are code points of `text`.
    """

    kind: RecordKind
    id: str
    record_id: str
    ordinal: int
    source_id: str | None
    source_title: str
    source_script: Script
    start: int
    end: int
    text: str
    highlights: tuple[tuple[int, int], ...]
    matched: tuple[MatchedForm, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The hits of a query; `total` counts all of them, `hits` holds the first ones, best first."""

    query: str
    total: int
    hits: tuple[Hit, ...] = field(default_factory=tuple)
