"""Finding: a query against everything in the archive, answered with the text as its source wrote it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from archive_app.core.hits import Highlights, Hit, Match, RecordKind, SearchResult, Tier
from archive_app.core.records import Annotation, Event, Passage, Photo, Source, Text
from archive_app.language.scripts import script_of
from archive_app.services.annotating import get_annotation
from archive_app.services.archives import Archive
from archive_app.services.indexing import index_of
from archive_app.store import documents, texts

_EXACT = (Tier.EXACT,)


def search(
    archive: Archive,
    query: str,
    *,
    exact: bool = False,
    kinds: Sequence[RecordKind] | None = None,
    source_id: str | None = None,
    limit: int | None = 50,
) -> SearchResult:
    """Find records by their words: all words, "phrases", prefix*, AND, OR, NOT and brackets.

    Words are found in both scripts and in all their forms; `exact` finds only the letters as typed (in either
    script and case). The index answers with what it has seen; `indexing.catch_up` brings it up to date.
    Raises UserError for a query without words.
    """
    from archive_app.search.highlighting import highlight

    tiers = _EXACT if exact else tuple(Tier)
    found = index_of(archive).search(query, tiers=tiers, kinds=kinds, source_id=source_id, limit=limit)
    read = _Reader(archive, found.matches)
    hits = []
    for match in found.matches:
        place = read.place_of(match)
        if place is not None:
            text, start = place
            hits.append(_hit(match, text, start, read.source(match.source_id), highlight(found.plan, text)))
    return SearchResult(query=query, total=found.total, hits=tuple(hits))


def _hit(match: Match, text: str, start: int, source: Source | None, highlights: Highlights) -> Hit:
    is_passage = match.kind is RecordKind.PASSAGE
    return Hit(
        kind=match.kind,
        id=f"{match.record_id}:{match.ordinal}" if is_passage else match.record_id,
        record_id=match.record_id,
        ordinal=match.ordinal,
        source_id=match.source_id,
        source_title=source.title if source else "",
        source_script=source.script if source else script_of(text),
        start=start,
        end=start + len(text),
        text=text,
        highlights=highlights.spans,
        matched=highlights.matched,
        score=match.score,
    )


class _Reader:
    """Fetches the texts of matches; records that were deleted since the index was written give None."""

    def __init__(self, archive: Archive, matches: Sequence[Match]) -> None:
        self._archive = archive
        ordinals: defaultdict[str, list[int]] = defaultdict(list)
        for match in matches:
            if match.kind is RecordKind.PASSAGE:
                ordinals[match.record_id].append(match.ordinal)
        self._texts = archive.store.get_many(Text, ordinals)
        self._passages: dict[str, dict[int, Passage]] = {
            text_id: texts.passages_at(archive.store, text_id, wanted) for text_id, wanted in ordinals.items()
        }
        self._sources = archive.store.get_many(Source, (m.source_id for m in matches if m.source_id))

    def source(self, source_id: str | None) -> Source | None:
        return self._sources.get(source_id or "")

    def place_of(self, match: Match) -> tuple[str, int] | None:
        """The match's text and where it begins in its Text."""
        if match.kind is RecordKind.PASSAGE:
            return self._passage(match)
        if match.kind is RecordKind.ANNOTATION:
            if self._archive.store.find(Annotation, match.record_id) is None:
                return None
            found = get_annotation(self._archive, match.record_id)
            return documents.annotation_words(found.annotation, found.tags, found.links), 0
        cls: type[Any] = {RecordKind.PHOTO: Photo, RecordKind.EVENT: Event, RecordKind.SOURCE: Source}[
            match.kind
        ]
        record = self._archive.store.find(cls, match.record_id)
        return None if record is None else (documents.words_of(record), 0)

    def _passage(self, match: Match) -> tuple[str, int] | None:
        text = self._texts.get(match.record_id)
        passage = self._passages[match.record_id].get(match.ordinal)
        if text is None or passage is None:
            return None
        return self._archive.letters(text)[passage.start : passage.end], passage.start
