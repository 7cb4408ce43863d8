"""An archive that holds the two invented articles, for the stories of the services."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.hits import Facet, Hit, RecordKind, SearchRequest, Tier
from archive_app.core.records import Annotation
from archive_app.services import annotating, indexing
from archive_app.services.archives import Archive
from archive_app.services.importing import Status, import_files
from archive_app.services.searching import search
from archive_app.services.sources import Reading, find_source, read_source


@dataclass
class Desk:
    """An archive with two articles, and what the tests do with it again and again."""

    archive: Archive
    latin: Reading
    cyrillic: Reading

    def mark(self, reading: Reading, quote: str, **options: object) -> Annotation:
        """Annotate the one place where `quote` stands."""
        text, span = annotating.find_quote(self.archive, reading.source.id, quote)
        return annotating.annotate(self.archive, text.id, span, **options)  # type: ignore[arg-type]

    def hits(self, query: str, **options: object) -> tuple[Hit, ...]:
        """All hits of a query, after catching up; `options` are those of a SearchRequest."""
        indexing.catch_up(self.archive)
        return search(self.archive, request(query, **options)).hits

    def found(self, query: str, **options: object) -> list[str]:
        """The texts of the hits, after catching up."""
        return [hit.text for hit in self.hits(query, **options)]


def request(
    query: str,
    *,
    exact: bool = False,
    kinds: Iterable[RecordKind] = (),
    source_id: str | None = None,
    **options: object,
) -> SearchRequest:
    """A request for all that a query finds, in the words that tests use again and again."""
    narrowed: dict[Facet, frozenset[str]] = {}
    if chosen := frozenset(kind.value for kind in kinds):
        narrowed[Facet.KIND] = chosen
    if source_id is not None:
        narrowed[Facet.SOURCE] = frozenset({source_id})
    tiers = frozenset({Tier.EXACT}) if exact else frozenset(Tier)
    known = {"limit": None, "tiers": tiers, "narrowed": narrowed, **options}
    return SearchRequest(query=query, **known)  # type: ignore[arg-type]


def reading_of(archive: Archive, path: Path) -> Reading:
    """Import one text and read it."""
    (outcome,) = import_files(archive, [path]).outcomes
    assert outcome.status is Status.IMPORTED
    assert outcome.source_id is not None
    reading = read_source(archive, outcome.source_id)
    assert reading is not None
    return reading


def reading_called(archive: Archive, title: str) -> Reading:
    """Read the source with this title, or the beginning of it."""
    reading = read_source(archive, find_source(archive, title).id)
    assert reading is not None
    return reading
