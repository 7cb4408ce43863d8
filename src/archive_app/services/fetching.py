"""Turning what the index found into hits: the records' texts as they are now, in few queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from archive_app.core.hits import Highlights, Hit, Match, RecordKind, SearchRequest
from archive_app.core.records import Annotation, Authority, Event, Photo, Source
from archive_app.language.scripts import script_of
from archive_app.services.archives import Archive
from archive_app.services.indexing import index_of
from archive_app.services.known_names import known_names
from archive_app.store import documents, texts

if TYPE_CHECKING:
    from archive_app.search.index import Matches

Place = tuple[str, int]
"""The text of a match, and where it begins in its Text."""


def ask(archive: Archive, request: SearchRequest) -> "Matches":
    """The documents that the index finds. Raises UserError, QueryError among them."""
    known = known_names(archive)
    others = known.others if known.by_id else None
    if not request.offset:
        return index_of(archive).search(request, others)
    end = None if request.limit is None else request.offset + request.limit
    found = index_of(archive).search(replace(request, limit=end, offset=0), others)
    return replace(found, matches=found.matches[request.offset :])


def hits_of(archive: Archive, matches: "Matches") -> list[Hit]:
    """The hits of the matches, in their order; records that were deleted since the index was written are left out."""
    return Fetched(archive, matches.matches).hits(matches)


@dataclass
class Fetched:
    """The texts and the sources of some matches, each table read once."""

    archive: Archive
    matches: Sequence[Match]

    def hits(self, found: "Matches") -> list[Hit]:
        """The hits, with the words of the query marked in them."""
        from archive_app.search.highlighting import Highlighter

        highlighter = Highlighter(found.found)
        hits = []
        for match in self.matches:
            place = self.place_of(match)
            if place is not None:
                hits.append(self._hit(match, place, highlighter.mark(place[0])))
        return hits

    def _hit(self, match: Match, place: Place, highlights: Highlights) -> Hit:
        text, start = place
        source = self.sources.get(match.source_id or "")
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

    def place_of(self, match: Match) -> Place | None:
        """The match's text and where it begins, None where it is gone."""
        if match.kind is RecordKind.PASSAGE:
            return self._passages.get((match.record_id, match.ordinal))
        words = self._words.get(match.record_id)
        return None if words is None else (words, 0)

    def _ids(self, kind: RecordKind) -> list[str]:
        return [match.record_id for match in self.matches if match.kind is kind]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources of the matches, by id."""
        wanted = (match.source_id for match in self.matches if match.source_id)
        return self.archive.store.get_many(Source, wanted)

    @cached_property
    def photos(self) -> dict[str, Photo]:
        """The photos among the matches, by id."""
        return self.archive.store.get_many(Photo, self._ids(RecordKind.PHOTO))

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events among the matches, by id."""
        return self.archive.store.get_many(Event, self._ids(RecordKind.EVENT))

    @cached_property
    def _passages(self) -> dict[tuple[str, int], Place]:
        wanted = [
            (match.record_id, match.ordinal) for match in self.matches if match.kind is RecordKind.PASSAGE
        ]
        return texts.pieces(self.archive.store, wanted)

    @cached_property
    def _words(self) -> dict[str, str]:
        """The words of all matches that are no passages, by the record's id."""
        store, found = self.archive.store, {}
        for match in self.matches:
            if match.kind is RecordKind.SOURCE and match.record_id in self.sources:
                found[match.record_id] = documents.words_of(self.sources[match.record_id])
        authorities = store.get_many(Authority, self._ids(RecordKind.AUTHORITY))
        for records in (self.photos, self.events, authorities):
            found |= documents.words_of_all(store, records)
        notes = store.get_many(Annotation, self._ids(RecordKind.ANNOTATION))
        hanging = documents.Hanging(store, notes.values())
        return found | {annotation.id: hanging.words_of(annotation) for annotation in notes.values()}
