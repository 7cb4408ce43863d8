"""What goes into the search index, what is asked of it, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from archive_app.core.records import Script


class RecordKind(StrEnum):
    """The kinds of records that search finds."""

    PASSAGE = "passage"
    ANNOTATION = "annotation"
    PHOTO = "photo"
    EVENT = "event"
    SOURCE = "source"
    AUTHORITY = "authority"


class Tier(IntEnum):
    """Why a word was found, nearest first. Each further tier weighs less in the ranking.

    EXACT: the same letters, in either script and case. FOLDED: the same but for diacritics (Cukarica,
    Čukarica). WORD: another form of the same word. RELATED: a word derived from it, or its ordinal in words.
    SPELLING: the same word spelt otherwise (Ekavian and Ijekavian, a foreign name, a letter changed). NAME: another
    name of the person, unit or place that the word is a name of, as the archive's authority records have it.
    """

    EXACT = 1
    FOLDED = 2
    WORD = 3
    RELATED = 4
    SPELLING = 5
    NAME = 6


class Field(StrEnum):
    """What can be searched by itself, as `author:Petrović`.

    TITLE and AUTHOR are those of a source and find all that belongs to it; TAG, EVENT and NOTE are those of an
    annotation and find also the passage or photo that it stands on. CAPTION is that of a photo. An event is found by
    its title in TITLE and EVENT; a source, photo or event by a note of its own in NOTE.
    """

    TITLE = "title"
    AUTHOR = "author"
    TAG = "tag"
    EVENT = "event"
    CAPTION = "caption"
    NOTE = "note"


class Facet(StrEnum):
    """By what results can be counted and narrowed.

    The values are: ids of sources, tags and events; a RecordKind; a Script; the year ("1944") in which a date begins.
    """

    SOURCE = "source"
    KIND = "kind"
    SCRIPT = "script"
    TAG = "tag"
    EVENT = "event"
    YEAR = "year"


class Order(StrEnum):
    """How results are sorted: best first; by source, in each as it reads; oldest first, undated last."""

    RELEVANCE = "relevance"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One findable piece of text. `record_id` is the text's id for a passage, else the record's own id.

    `ordinal` is the passage's place in its text; 0 for everything else. `fields` are words that can be searched
    by themselves; they are found in `text` only where they stand there too. `first_day` and `last_day` bound
    the record's own date (ISO days); what has none is dated by its source. `stands_on` is where an annotation is:
    the id of a text, photo, source or event, and of a text the ordinals of the first and the last passage.
    """

    kind: RecordKind
    record_id: str
    ordinal: int = 0
    source_id: str | None = None
    text: str
    script: Script | None = None
    fields: Mapping[Field, str] = field(default_factory=dict)
    tag_ids: tuple[str, ...] = ()
    event_ids: tuple[str, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    stands_on: tuple[str, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """All that is asked of a search. `query` is what the person typed.

    A word may be found by the `tiers` named; `ijekavian` and `foreign` let it also be found in the other of
    Ekavian and Ijekavian, and in other spellings of foreign names. `narrowed` keeps only documents that have one of
    the values of each facet named. `limit` bounds the results, never the total; None is no bound; of the results
    in their order the first `offset` are passed over.
    """

    query: str
    tiers: frozenset[Tier] = frozenset(Tier)
    ijekavian: bool = False
    foreign: bool = False
    narrowed: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    limit: int | None = 50
    offset: int = 0
    with_facets: bool = False


class Match(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value of a facet, how a person reads it, and how many results have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many documents hold one word of the query in any form that was allowed, and which forms those are,
    the most frequent first (written in Latin as the index keeps them).

    `is_name`: it was not typed, but is a word of another name of what was.
    """

    word: str
    documents: int
    forms: tuple[tuple[str, Tier, int], ...] = ()
    is_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The hits of a query; `total` counts all of them, `hits` holds the first ones in their order.

    `facets` holds the counts of each facet, most frequent first, where they were asked for; each facet is counted
    without its own narrowing. `suggestions` are whole queries that would find more, where little was found.
    `notices` are sentences on what the person should know: a word that stands nowhere, a sign taken as text.
    """

    query: str
    total: int
    hits: tuple[Hit, ...] = field(default_factory=tuple)
    facets: Mapping[Facet, tuple[FacetCount, ...]] = field(default_factory=dict)
    words: tuple[WordCount, ...] = ()
    suggestions: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


class LineOrder(StrEnum):
    """How the lines of a concordance are sorted: by the words after, by the words before (nearest first), by
    the keyword, by source or by date."""

    RIGHT = "right"
    LEFT = "left"
    KEYWORD = "keyword"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance: a keyword that was found, with what stands before and after it in its hit.

    `start` and `end` are the keyword's place in the hit's text, in code points.
    """

    hit: Hit
    left: str
    keyword: str
    right: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """The keywords that a query found, in their context. `total` counts the documents found, `read` those whose
    lines are here: the first ones, where there are very many."""

    query: str
    total: int
    read: int
    lines: tuple[Line, ...]
