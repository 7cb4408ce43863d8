"""What searching prints: documents for scripts, lines for people."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archive_app.cli.output import marked, plain
from archive_app.core.hits import Concordance, Facet, Hit, SearchResult, WordCount
from archive_app.core.records import SavedSearch
from archive_app.core.translation import N_, _, ngettext
from archive_app.services.labels import kind_name
from archive_app.services.searching import AnnotationPlan, PlannedAnnotation

_FACETS = {
    Facet.SOURCE: N_("By source:"),
    Facet.KIND: N_("By kind:"),
    Facet.SCRIPT: N_("By script:"),
    Facet.TAG: N_("By tag:"),
    Facet.EVENT: N_("By event:"),
    Facet.YEAR: N_("By year:"),
}
WIDTH = 40
"""Columns of a terminal for what stands on each side of a keyword."""


def result_document(result: SearchResult) -> dict[str, Any]:
    """A search result in JSON, as scripts know it."""
    return {
        "query": result.query,
        "total": result.total,
        "hits": [hit_document(hit) for hit in result.hits],
        "facets": {facet.value: plain(counts) for facet, counts in result.facets.items()},
        "words": [_word_document(word) for word in result.words],
        "suggestions": list(result.suggestions),
        "notices": list(result.notices),
    }


def hit_document(hit: Hit) -> dict[str, Any]:
    """A hit in JSON."""
    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "source": _source(hit),
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "highlights": plain(hit.highlights),
        "matched": plain(hit.matched),
        "score": hit.score,
    }


def _source(hit: Hit) -> dict[str, Any] | None:
    if not hit.source_id:
        return None
    return {"id": hit.source_id, "title": hit.source_title, "script": hit.source_script.value}


def _word_document(word: WordCount) -> dict[str, Any]:
    forms = [{"form": form, "tier": plain(tier), "documents": count} for form, tier, count in word.forms]
    return {"word": word.word, "documents": word.documents, "forms": forms, "other_name": word.is_name}


def result_lines(result: SearchResult) -> list[str]:
    """A search result for people."""
    suggested = [
        _("Did you mean: {queries}").format(queries="; ".join(result.suggestions))
        for _some in result.suggestions[:1]
    ]
    if not result.total:
        return [_("Nothing was found for “{query}”.").format(query=result.query), *suggested]
    lines = []
    for hit in result.hits:
        lines += [_heading(hit), f"    {marked(hit.text, hit.highlights)}"]
    lines.append(ngettext("{count} hit", "{count} hits", result.total).format(count=result.total))
    lines += suggested
    for facet, counts in result.facets.items():
        if counts:
            lines += ["", _(_FACETS[facet]), *(f"{count.count:>8}  {count.label}" for count in counts)]
    return lines


def _heading(hit: Hit) -> str:
    return f"{hit.source_title} · {kind_name(hit.kind)}" if hit.source_title else kind_name(hit.kind)


def concordance_document(found: Concordance) -> dict[str, Any]:
    """A concordance in JSON; `start` and `end` of a line are the keyword's place in the text of its hit."""
    lines = [
        {
            "left": line.left,
            "keyword": line.keyword,
            "right": line.right,
            "start": line.start,
            "end": line.end,
            "hit": {"kind": line.hit.kind.value, "id": line.hit.id, "source": _source(line.hit)},
        }
        for line in found.lines
    ]
    return {"query": found.query, "total": found.total, "read": found.read, "lines": lines}


def concordance_lines(found: Concordance) -> list[str]:
    """A concordance for people, the keywords below each other."""
    if not found.lines:
        return [_("Nothing was found for “{query}”.").format(query=found.query)]
    lines = [
        f"{line.left:>{WIDTH}}«{line.keyword}»{line.right}  [{_heading(line.hit)}]" for line in found.lines
    ]
    if found.read < found.total:
        lines.append(
            _("These are the keywords of the first {read} of {total} hits.").format(
                read=found.read, total=found.total
            )
        )
    return lines


def rows_written(table: Path, rows: int) -> str:
    """What was written, in a sentence."""
    return ngettext("Wrote {count} row to {file}.", "Wrote {count} rows to {file}.", rows).format(
        count=rows, file=table
    )


def plan_document(query: str, plan: AnnotationPlan, made: Sequence[str] | None) -> dict[str, Any]:
    """What was annotated in JSON; `made` are the new ids, None where it was only looked at."""
    ids: Sequence[str | None] = made if made is not None else [None] * len(plan.wanted)
    annotated = [
        {"id": id_, "quote": one.quote, **_where(one)} for id_, one in zip(ids, plan.wanted, strict=True)
    ]
    skipped = [{"reason": one.skipped, "quote": one.quote, **_where(one)} for one in plan.skipped]
    return {"query": query, "dry_run": made is None, "annotated": annotated, "skipped": skipped}


def _where(one: PlannedAnnotation) -> dict[str, Any]:
    start, end = (one.span.start, one.span.end) if one.span else (None, None)
    return {
        "start": start,
        "end": end,
        "hit": {"kind": one.hit.kind.value, "id": one.hit.id, "source": _source(one.hit)},
    }


def plan_lines(plan: AnnotationPlan, made: Sequence[str] | None) -> list[str]:
    """What was annotated, or would be, for people."""
    lines = [f"{_heading(one.hit)}: {' '.join(one.quote.split())}" for one in plan.wanted]
    lines += [
        _("Left out: {place}. {reason}").format(place=_heading(one.hit), reason=one.skipped)
        for one in plan.skipped
    ]
    count = len(plan.wanted)
    if made is None:
        words = ngettext("{count} place would be annotated.", "{count} places would be annotated.", count)
    else:
        words = ngettext("Annotated {count} place.", "Annotated {count} places.", count)
    return [*lines, words.format(count=count)]


def saved_document(saved: SavedSearch) -> dict[str, Any]:
    """A saved search in JSON."""
    return {**plain(saved), "options": json.loads(saved.options)}
