"""Annotating what a search found: all chosen hits at once, after a look at what would be done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from archive_app.core.hits import Hit, RecordKind
from archive_app.core.ids import new_id
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Annotation, Colour, Event, Link, Photo, Source, Text
from archive_app.core.spans import CONTEXT, Span
from archive_app.core.translation import N_, _
from archive_app.services.annotating import clean_tags, refuse_empty, short
from archive_app.services.archives import Archive
from archive_app.services.concordances import keywords
from archive_app.store import annotations, texts
from archive_app.store.rows import to_value
from archive_app.store.store import author, now
from archive_app.store.tags import find_tag

_RECORDS: dict[RecordKind, tuple[type[Source] | type[Photo] | type[Event], str]] = {
    RecordKind.SOURCE: (Source, "source_id"),
    RecordKind.PHOTO: (Photo, "photo_id"),
    RecordKind.EVENT: (Event, "event_id"),
}
_STEP = 200
_Place = tuple[str, Span | None]


@dataclass(frozen=True, slots=True)
class PlannedAnnotation:
    """What would become of one hit. `span` is the place in its Text, None for a note on a whole record; `quote` the
    words there, or the record's own. `skipped` says in a sentence why nothing is done, empty where an annotation
    is made."""

    hit: Hit
    span: Span | None
    quote: str
    skipped: str = ""

    @property
    def place(self) -> tuple[str, Span | None]:
        """The record, and the span of a text."""
        return self.hit.record_id, self.span


@dataclass(frozen=True, slots=True)
class AnnotationPlan:
    """What annotating some hits would do, hit by hit in their order."""

    planned: tuple[PlannedAnnotation, ...]

    @property
    def wanted(self) -> tuple[PlannedAnnotation, ...]:
        """Those that would be made."""
        return tuple(one for one in self.planned if not one.skipped)

    @property
    def skipped(self) -> tuple[PlannedAnnotation, ...]:
        """Those that would not."""
        return tuple(one for one in self.planned if one.skipped)


def plan_annotations(
    archive: Archive,
    hits: Iterable[Hit],
    *,
    colour: Colour | None = Colour.YELLOW,
    note: str = "",
    tags: Sequence[str] = (),
    event_id: str | None = None,
    whole: bool = False,
) -> AnnotationPlan:
    """Say what `annotate_hits` would do with the same values, changing nothing.

    A passage is marked on the first words that were found in it, or as a `whole`; a source, photo or event gets a
    note on itself; annotations are left alone, and so is what carries an identical annotation already. Raises NotFound
    for an unknown event, UserError where neither colour, note, tag nor event is given.
    """
    note, tags = _kept(note), clean_tags(map(_kept, tags))
    refuse_empty(colour, note, tags, [event_id] if event_id else [])
    if event_id is not None:
        archive.store.get(Event, event_id)
    every = list(hits)
    there = _existing(archive, every)
    says_something = bool(note or tags or event_id)
    planned: list[PlannedAnnotation] = []
    for hit in every:
        one = _place(hit, whole)
        if hit.kind is RecordKind.ANNOTATION:
            reason = _("It is an annotation already.")
        elif hit.kind is RecordKind.AUTHORITY:
            reason = _("A person, unit or place has its note in its own record.")
        elif hit.record_id not in there:
            reason = _("It is no longer in the archive.")
        elif one.span is None and not says_something:
            reason = _("A highlight alone needs words to stand on; write a note, or give a tag or an event.")
        elif hit.record_id == event_id:
            reason = _("It is the event itself.")
        else:
            reason = ""
        planned.append(PlannedAnnotation(hit, one.span, one.quote, reason))
    alike = _alike(archive, planned, colour, note, tags, event_id)
    for number, one in enumerate(planned):
        if not one.skipped and one.place in alike:
            reason = _("It carries the same annotation already.")
            planned[number] = PlannedAnnotation(one.hit, one.span, one.quote, reason)
        alike.add(one.place)
    return AnnotationPlan(tuple(planned))


def _kept(words: str) -> str:
    """Words as the store keeps them, to compare them with what is there."""
    return str(to_value(words)).strip()


def _existing(archive: Archive, hits: Sequence[Hit]) -> set[str]:
    """The ids of the hits' records that are still there."""
    found: set[str] = set()
    for kind in {hit.kind for hit in hits} - {RecordKind.ANNOTATION, RecordKind.AUTHORITY}:
        cls: type = Text if kind is RecordKind.PASSAGE else _RECORDS[kind][0]
        ids = {hit.record_id for hit in hits if hit.kind is kind}
        found |= archive.store.get_many(cls, ids).keys()
    return found


def _place(hit: Hit, whole: bool) -> PlannedAnnotation:
    """Where the annotation of a hit would stand."""
    if hit.kind is not RecordKind.PASSAGE:
        return PlannedAnnotation(hit, None, short(hit.text))
    found = keywords(hit)
    start, end = found[0] if found and not whole else (0, len(hit.text))
    quote = hit.text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    first = hit.start + start
    return PlannedAnnotation(hit, Span(first, first + len(quote)), quote)


def _alike(
    archive: Archive,
    planned: Sequence[PlannedAnnotation],
    colour: Colour | None,
    note: str,
    tags: Sequence[str],
    event_id: str | None,
) -> set[_Place]:
    """The places that carry an annotation with the same colour, note and tags, linked to the event if one is given."""
    store = archive.store
    spans = [(one.hit.record_id, one.span) for one in planned if one.span is not None]
    records = [one.hit.record_id for one in planned if one.span is None]
    found = annotations.at_spans(store, spans) + annotations.on_records(store, records)
    ids = [annotation.id for annotation in found]
    tagged, linked = annotations.tags_of(store, ids), annotations.links_of(store, ids)
    wanted = {tag.id if (tag := find_tag(store, name)) else name for name in tags}
    alike: set[_Place] = set()
    for annotation in found:
        carried = {tag.id for tag in tagged.get(annotation.id, ())}
        events = {link.event_id for link in linked.get(annotation.id, ())}
        is_alike = annotation.note == note and carried == wanted and (event_id is None or event_id in events)
        if annotation.text_id is not None:
            if is_alike and annotation.colour == colour:
                alike.add((annotation.text_id, annotation.span))
        elif is_alike:
            alike.add((annotation.source_id or annotation.photo_id or annotation.event_id or "", None))
    return alike


def annotate_hits(
    archive: Archive,
    hits: Iterable[Hit],
    *,
    colour: Colour | None = Colour.YELLOW,
    note: str = "",
    tags: Sequence[str] = (),
    event_id: str | None = None,
    whole: bool = False,
    progress: Progress = SILENT,
) -> list[str]:
    """Annotate all these hits in one operation, undone in one step; return the ids of what was made.

    See `plan_annotations` for what is made of each hit and for the errors. Raises Cancelled; nothing is kept then.
    """
    plan = plan_annotations(
        archive, hits, colour=colour, note=note, tags=tags, event_id=event_id, whole=whole
    )
    wanted = plan.wanted
    if not wanted:
        return []
    around = _contexts(archive, wanted)
    with archive.operation(N_("Annotate what was found ({subject})"), subject=str(len(wanted))):
        made: list[Annotation] = []
        for first in range(0, len(wanted), _STEP):
            progress.step(first, len(wanted))
            some = [_made(one, around, colour, _kept(note)) for one in wanted[first : first + _STEP]]
            links = [
                Link(id=new_id(), annotation_id=annotation.id, event_id=event_id, made_at=now())
                for annotation in some
                if event_id is not None
            ]
            annotations.add_many(archive.store, some, clean_tags(tags), links)
            made += some
        progress.step(len(wanted), len(wanted))
    return [annotation.id for annotation in made]


def _contexts(archive: Archive, wanted: Sequence[PlannedAnnotation]) -> dict[tuple[str, Span], str]:
    """The letters of each span with those around it."""
    spans = [(one.hit.record_id, _widened(one.span)) for one in wanted if one.span is not None]
    return texts.stretches(archive.store, spans)


def _widened(span: Span) -> Span:
    return Span(max(0, span.start - CONTEXT), span.end + CONTEXT)


def _made(
    one: PlannedAnnotation, around: dict[tuple[str, Span], str], colour: Colour | None, note: str
) -> Annotation:
    about: dict[str, Any] = {"id": new_id(), "note": note, "author": author(), "made_at": now()}
    if one.span is None:
        about[_RECORDS[one.hit.kind][1]] = one.hit.record_id
        return Annotation(**about, colour=None)
    wide = _widened(one.span)
    letters = around[one.hit.record_id, wide]
    start, end = one.span.start - wide.start, one.span.end - wide.start
    return Annotation(
        **about,
        text_id=one.hit.record_id,
        start=one.span.start,
        end=one.span.end,
        quote=letters[start:end],
        prefix=letters[:start],
        suffix=letters[end:],
        colour=colour,
    )
