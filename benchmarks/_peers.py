"""Two other engines that search the same words: SQLite FTS5 and tantivy.

Both get the words folded and with spaces between them, and are set up and asked in the way that was fastest of
those that were tried. FTS5: without the texts, with an index of beginnings, merged to one segment, the source as one
more word of its passages. tantivy: one thread, beginnings as a fuzzy word without a change, the ids kept in one stored
field. As a second way, tantivy makes the ids of what was found from columns of numbers, which is faster and asks for
a list of sources beside its index; ids that are no numbers, as those of an archive, could not be had like this.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import tantivy

from _corpus import Passage, Query, record_of

MOST = 50
"""How many passages are fetched."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Found = tuple[str, str, int, str]
"""Kind, record, ordinal and source of a passage."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: how many passages, the first ones, and how many by source and by kind where asked."""

    total: int
    found: list[Found]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Engine(Protocol):
    """A search engine whose index is in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`."""

    @classmethod
    def build(cls, folder: Path, passages: Iterable[Passage]) -> None:
        """Make the index in an empty folder."""

    @classmethod
    def merge(cls, folder: Path) -> None:
        """Make a new index quicker, as is done afterwards when there is time."""

    def search(self, query: Query) -> Answer:
        """The best passages, or the oldest for the kind "by date"; with counts for the kind "facets"."""


class Fts5:
    """SQLite FTS5 (https://www.sqlite.org/fts5.html)."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "words.db")
        self._database.execute("PRAGMA cache_size = -65536")
        self._database.execute("PRAGMA mmap_size = 4000000000")
        self._vocabulary: set[str] = set()

    @classmethod
    def build(cls, folder: Path, passages: Iterable[Passage]) -> None:
        """See `Engine.build`."""
        database = sqlite3.connect(folder / "words.db")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA cache_size = -65536")
        database.execute(
            "CREATE TABLE passages "
            "(id INTEGER PRIMARY KEY, kind TEXT, record TEXT, ordinal INTEGER, source TEXT, day TEXT)"
        )
        database.execute(
            "CREATE VIRTUAL TABLE words USING fts5(folded, content = '', prefix = '3 4 5', "
            "tokenize = \"unicode61 remove_diacritics 0 tokenchars '-.='\")"
        )
        rows = enumerate(passages, start=1)
        with database:
            while portion := list(islice(rows, 10_000)):
                database.executemany(
                    "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)",
                    ((number, p.kind, p.record, p.ordinal, p.source, p.day) for number, p in portion),
                )
                database.executemany(
                    "INSERT INTO words (rowid, folded) VALUES (?, ?)",
                    ((number, f"{p.words} ={p.source}") for number, p in portion),
                )
        database.close()

    @classmethod
    def merge(cls, folder: Path) -> None:
        """See `Engine.merge`."""
        database = sqlite3.connect(folder / "words.db")
        with database:
            database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()

    def search(self, query: Query) -> Answer:
        """See `Engine.search`."""
        sought = [self._sought(query)]
        ((total,),) = self._database.execute("SELECT count(*) FROM words WHERE words MATCH ?", sought)
        if query.kind == "by date":
            found = self._database.execute(
                "SELECT p.kind, p.record, p.ordinal, p.source FROM words JOIN passages p ON p.id = words.rowid "
                f"WHERE words MATCH ? ORDER BY p.day, p.id LIMIT {MOST}",
                sought,
            )
        else:
            found = self._database.execute(
                "SELECT p.kind, p.record, p.ordinal, p.source FROM "
                f"(SELECT rowid AS id FROM words WHERE words MATCH ? ORDER BY rank LIMIT {MOST}) "
                "JOIN passages p USING (id)",
                sought,
            )
        return Answer(total, found.fetchall(), self._counts(sought) if query.kind == "facets" else {})

    def _sought(self, query: Query) -> str:
        words = [f'"{word}"' for word in query.words]
        match query.kind:
            case "phrase" | "frequent phrase":
                return f'"{" ".join(query.words)}"'
            case "prefix" | "word + prefix":
                return " AND ".join(words) + "*"
            case "five words OR":
                return " OR ".join(words)
            case "fuzzy":
                return " OR ".join(f'"{word}"' for word in self._near(query.words[0])) or '"="'
            case "one source":
                return f'{words[0]} AND "={query.source}"'
        return " AND ".join(words)

    def _near(self, word: str) -> set[str]:
        """The words of the index that are at most one letter off."""
        if not self._vocabulary:
            self._database.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
            self._vocabulary = {term for (term,) in self._database.execute("SELECT term FROM vocabulary")}
        return self._vocabulary.intersection(_one_letter_off(word))

    def _counts(self, sought: list[str]) -> dict[str, Counter[str]]:
        by_source: Counter[str] = Counter()
        by_kind: Counter[str] = Counter()
        for source, kind, count in self._database.execute(
            "SELECT p.source, p.kind, count(*) FROM words JOIN passages p ON p.id = words.rowid "
            "WHERE words MATCH ? GROUP BY p.source, p.kind",
            sought,
        ):
            by_source[source] += count
            by_kind[kind] += count
        return {"source": by_source, "kind": by_kind}


def _one_letter_off(word: str) -> Iterator[str]:
    """The word, and all that come of it by one letter added, left out, changed or swapped with the next."""
    yield word
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]


class Tantivy:
    """tantivy (https://github.com/quickwit-oss/tantivy-py)."""

    _KINDS = ("passage", "annotation")

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder / "words"))
        self._index.register_tokenizer("words", _at_spaces())
        self._schema = self._index.schema
        self._searcher = self._index.searcher()
        self._sources: list[str] = json.loads((folder / "sources.json").read_text(encoding="utf-8"))

    @classmethod
    def build(cls, folder: Path, passages: Iterable[Passage]) -> None:
        """See `Engine.build`."""
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("words", tokenizer_name="words")
        builder.add_text_field("source", tokenizer_name="raw", index_option="basic")
        for name in ("source_number", "kind", "ordinal", "day"):
            builder.add_unsigned_field(name, fast=True)
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        (folder / "words").mkdir()
        index = tantivy.Index(builder.build(), path=str(folder / "words"))
        index.register_tokenizer("words", _at_spaces())
        writer = index.writer(128_000_000, 1)
        sources: dict[str, int] = {}
        for passage in passages:
            document = tantivy.Document()
            document.add_text("words", passage.words)
            document.add_text("source", passage.source)
            document.add_unsigned("source_number", sources.setdefault(passage.source, len(sources)))
            document.add_unsigned("kind", cls._KINDS.index(passage.kind))
            document.add_unsigned("ordinal", passage.ordinal)
            document.add_unsigned("day", int(passage.day.replace("-", "")))
            document.add_text("id", f"{passage.kind}\t{passage.record}\t{passage.ordinal}\t{passage.source}")
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        (folder / "sources.json").write_text(json.dumps(list(sources)), encoding="utf-8")

    @classmethod
    def merge(cls, folder: Path) -> None:
        """It merges by itself."""

    def search(self, query: Query) -> Answer:
        """See `Engine.search`."""
        sought = self._sought(query)
        if query.kind == "by date":
            result = self._searcher.search(sought, MOST, order_by_field="day", order=tantivy.Order.Asc)
        else:
            result = self._searcher.search(sought, MOST)
        return Answer(
            result.count, self._found(result), self._counts(sought) if query.kind == "facets" else {}
        )

    def _sought(self, query: Query) -> Any:
        make, schema = tantivy.Query, self._schema
        words = [make.term_query(schema, "words", word) for word in query.words]
        match query.kind:
            case "phrase" | "frequent phrase":
                return make.phrase_query(schema, "words", list(query.words))
            case "prefix":
                return self._beginning(query.words[0])
            case "word + prefix":
                words[1] = self._beginning(query.words[1])
            case "five words OR":
                return make.boolean_query([(tantivy.Occur.Should, word) for word in words])
            case "fuzzy":
                return make.fuzzy_term_query(schema, "words", query.words[0], 1)
            case "one source":
                words.append(make.const_score_query(make.term_query(schema, "source", query.source), 0.0))
        return (
            words[0]
            if len(words) == 1
            else make.boolean_query([(tantivy.Occur.Must, word) for word in words])
        )

    def _beginning(self, start: str) -> Any:
        # A phrase's open end finds the first 50 words only, a regular expression takes three times as long.
        return tantivy.Query.fuzzy_term_query(self._schema, "words", start, 0, prefix=True)

    def _found(self, result: Any) -> list[Found]:
        found = []
        for _score, place in result.hits:
            kind, record, ordinal, source = self._searcher.doc(place).get_first("id").split("\t")
            found.append((kind, record, int(ordinal), source))
        return found

    def _counts(self, sought: Any) -> dict[str, dict[str, int]]:
        counted = self._searcher.aggregate(
            sought,
            {
                "source": {"terms": {"field": "source_number", "size": len(self._sources)}},
                "kind": {"terms": {"field": "kind"}},
            },
        )
        return {
            name: {values[int(bucket["key"])]: bucket["doc_count"] for bucket in counted[name]["buckets"]}
            for name, values in (("source", self._sources), ("kind", self._KINDS))
        }


class TantivyColumns(Tantivy):
    """tantivy, which fetches no stored fields."""

    def _found(self, result: Any) -> list[Found]:
        places = [place for _score, place in result.hits]
        columns = [
            self._searcher.fast_field_values(name, places) for name in ("kind", "source_number", "ordinal")
        ]
        found = []
        for kind_number, source_number, ordinal in zip(*columns, strict=True):
            kind, source = self._KINDS[kind_number], self._sources[source_number]
            found.append((kind, record_of(source, kind, ordinal), ordinal, source))
        return found


def _at_spaces() -> Any:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
