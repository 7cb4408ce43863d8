"""This search, as the other engines are asked: an index of passages in a folder, written in portions as the
services write it, and queries as a person types them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from _corpus import Passage, Query
from _peers import MOST, Answer
from archive_app.core.hits import Document, Facet, Order, RecordKind, SearchRequest, Tier
from archive_app.core.records import Script
from archive_app.search import dictionary
from archive_app.search.index import SearchIndex

_PORTION = 32_000
"""Documents of one commit, as many as the services write at once."""

Replacement = tuple[str, list[Document]]


class Ours:
    """Words only as they were typed but for script, case and diacritics, which is what the peers find."""

    tiers = frozenset({Tier.EXACT, Tier.FOLDED})

    def __init__(self, folder: Path) -> None:
        dictionary.make()
        self.index = SearchIndex(folder / "words")

    @classmethod
    def build(cls, folder: Path, passages: Iterable[Passage]) -> None:
        """See `Engine.build`."""
        index = SearchIndex(folder / "words")
        for portion, is_last in _portions(passages):
            index.catch_up(portion, int(is_last), "first" if is_last else "")
        index.close()

    @classmethod
    def merge(cls, folder: Path) -> None:
        """See `Engine.merge`."""
        index = SearchIndex(folder / "words")
        index.merge()
        index.close()

    def search(self, query: Query) -> Answer:
        """See `Engine.search`."""
        narrowed = {Facet.SOURCE: frozenset({query.source})} if query.source else {}
        found = self.index.search(
            SearchRequest(
                query=self.written(query),
                tiers=self.tiers,
                narrowed=narrowed,
                order=Order.DATE if query.kind == "by date" else Order.RELEVANCE,
                limit=MOST,
                with_facets=query.kind == "facets",
            )
        )
        counts = {facet.value: dict(values) for facet, values in found.facets.items()}
        return Answer(
            found.total,
            [
                (match.kind.value, match.record_id, match.ordinal, match.source_id or "")
                for match in found.matches
            ],
            {name: counts[name] for name in ("source", "kind") if name in counts},
        )

    def written(self, query: Query) -> str:
        """The query as a person types it."""
        return _written(query.kind, query.words)


class OursInAllForms(Ours):
    """Words in all forms, sought as they are written in texts: in some case or other, with their diacritics."""

    tiers = frozenset(Tier)

    def written(self, query: Query) -> str:
        return _written(query.kind, query.typed)


def _written(kind: str, words: tuple[str, ...]) -> str:
    match kind:
        case "phrase" | "frequent phrase":
            return f'"{" ".join(words)}"'
        case "prefix" | "word + prefix":
            return " ".join(words) + "*"
        case "five words OR":
            return " OR ".join(words)
        case "fuzzy":
            return f"{words[0]}~"
    return " ".join(words)


def document(passage: Passage, text: str = "") -> Document:
    """What the index gets of a passage, or of one with another text."""
    return Document(
        kind=RecordKind(passage.kind),
        record_id=passage.record,
        ordinal=passage.ordinal,
        source_id=passage.source,
        text=text or passage.text,
        script=Script(passage.script),
        first_day=passage.day,
        last_day=passage.day,
    )


def _replacements(passages: Iterable[Passage]) -> Iterator[Replacement]:
    """Each source's text, then its annotations."""
    for _source, group in groupby(passages, key=lambda passage: passage.source):
        records: dict[str, list[Document]] = {}
        for passage in group:
            records.setdefault(passage.record, []).append(document(passage))
        yield from records.items()


def _portions(passages: Iterable[Passage]) -> Iterator[tuple[list[Replacement], bool]]:
    """Groups of records, the last one marked."""
    portion: list[Replacement] = []
    size = 0
    for record_id, documents in _replacements(passages):
        if portion and size + len(documents) > _PORTION:
            yield portion, False
            portion, size = [], 0
        portion.append((record_id, documents))
        size += len(documents)
    yield portion, True


def change_one(index: SearchIndex, passage: Passage, seen: int) -> bool:
    """Write another text of an annotation, and look whether it is found."""
    word = "izmena" + "".join(chr(ord("a") + int(digit)) for digit in str(seen))
    index.catch_up([(passage.record, [document(passage, f"{word} {passage.text}")])], seen, str(seen))
    found = index.search(SearchRequest(query=word, limit=MOST))
    return any(match.record_id == passage.record for match in found.matches)
