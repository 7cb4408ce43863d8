"""Finding: a query against everything in the archive, answered with the text as its source wrote it."""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from archive_app.core.hits import (
    Facet,
    FacetCount,
    RecordKind,
    SearchRequest,
    SearchResult,
)
from archive_app.core.records import Event, Script, Source
from archive_app.services.annotating_hits import (
    AnnotationPlan,
    PlannedAnnotation,
    annotate_hits,
    plan_annotations,
)
from archive_app.services.archives import Archive
from archive_app.services.concordances import concordance
from archive_app.services.exporting_hits import export_concordance, export_hits
from archive_app.services.fetching import ask, hits_of
from archive_app.services.indexing import index_of
from archive_app.services.labels import kind_label, script_label
from archive_app.services.tagging import tag_paths

if TYPE_CHECKING:
    from archive_app.search.index import Matches

__all__ = [
    "AnnotationPlan",
    "PlannedAnnotation",
    "annotate_hits",
    "concordance",
    "export_concordance",
    "export_hits",
    "plan_annotations",
    "search",
]

MOST_VALUES = 50
"""How many values of a facet are counted out to the person: the most frequent ones."""
_FEW = 3
"""A query that finds fewer records than this may be a slip of the pen: other spellings are looked up."""


def search(archive: Archive, request: SearchRequest) -> SearchResult:
    """Find records by their words, as the request says; see `core.hits.SearchRequest` for what it can ask.

    The index answers with what it has seen; `indexing.catch_up` brings it up to date. Raises QueryError for a query
    that cannot be understood, UserError for one without words and where the index must be made anew.
    """
    found = ask(archive, request)
    return SearchResult(
        query=request.query,
        total=found.total,
        hits=tuple(hits_of(archive, found)),
        facets=_labelled(archive, found.facets),
        words=found.words,
        suggestions=_suggestions(archive, found) if found.total < _FEW else (),
        notices=_notices(found),
    )


def _suggestions(archive: Archive, found: "Matches") -> tuple[str, ...]:
    from archive_app.search.suggestions import suggest

    index = index_of(archive)
    return suggest(found.plan, found.words, index.similar, index.spelt)


def _notices(found: "Matches") -> tuple[str, ...]:
    from archive_app.search.suggestions import notices_for

    return (*found.plan.notices, *notices_for(found.words, found.total))


def _labelled(
    archive: Archive, facets: Mapping[Facet, Mapping[str, int]]
) -> dict[Facet, tuple[FacetCount, ...]]:
    """The counts of each facet with words for its values, most frequent first."""
    labelled = {}
    for facet, counted in facets.items():
        first = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES]
        labels = _LABELS[facet](archive, [value for value, _count in first])
        labelled[facet] = tuple(
            FacetCount(value, labels[value], count) for value, count in first if value in labels
        )
    return labelled


def _titles(archive: Archive, ids: Collection[str]) -> dict[str, str]:
    return {id_: source.title for id_, source in archive.store.get_many(Source, ids).items()}


def _events(archive: Archive, ids: Collection[str]) -> dict[str, str]:
    return {id_: event.title for id_, event in archive.store.get_many(Event, ids).items()}


def _tags(archive: Archive, ids: Collection[str]) -> dict[str, str]:
    return tag_paths(archive, ids)


_LABELS: dict[Facet, Callable[[Archive, Collection[str]], dict[str, str]]] = {
    Facet.SOURCE: _titles,
    Facet.EVENT: _events,
    Facet.TAG: _tags,
    Facet.KIND: lambda _archive, values: {value: kind_label(RecordKind(value)) for value in values},
    Facet.SCRIPT: lambda _archive, values: {value: script_label(Script(value)) for value in values},
    Facet.YEAR: lambda _archive, values: {value: value for value in values},
}
