"""The dossiers of events: what each source claims of them, weighed and quoted, as plain data for an export."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from archive_app.core.citations import citation
from archive_app.core.dates import format_date
from archive_app.core.dossier import Dossier, Excerpt
from archive_app.core.errors import UserError
from archive_app.core.event_dossier import EventChapter, NamedAuthority, StatedClaim
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Event, Source, Text
from archive_app.core.translation import _, ngettext
from archive_app.language.collation import azbuka_key
from archive_app.services.annotating import Annotated, annotations_called, annotations_of_record
from archive_app.services.archives import Archive
from archive_app.services.authorities import Named
from archive_app.services.claims import EventPage, WeighedClaim, cited, event_page
from archive_app.services.conflicts import find_conflicts
from archive_app.services.dossiers import Choice, ExcerptMaker
from archive_app.services.events import in_time, list_events
from archive_app.services.phases import events_above
from archive_app.store import texts
from archive_app.store.store import author as account


class Which(StrEnum):
    """Events that are chosen by what they have in common."""

    ALL = "all"
    CONFLICTS = "conflicts"


def chosen_events(archive: Archive, which: Which) -> list[str]:
    """The ids of all events, or of those on which the sources disagree."""
    if which is Which.ALL:
        return [row.event.id for row in list_events(archive)]
    return list(dict.fromkeys(conflict.event.id for conflict in find_conflicts(archive)))


def make_event_dossier(
    archive: Archive,
    event_ids: Iterable[str],
    *,
    with_parts: bool = True,
    title: str = "",
    author: str = "",
    day: str = "",
    progress: Progress = SILENT,
) -> Dossier:
    """Collect all that is told of some events, in the order of time.

    With `with_parts` the parts of an event follow it, and theirs follow them; each event comes once. `title` is that of
    the event, or says that there are several. Raises NotFound, UserError where no event is given, Cancelled.
    """
    ids = list(dict.fromkeys(event_ids))
    if not ids:
        raise UserError(_("There is nothing to export: no event is among what was chosen."))
    chosen = sorted((archive.store.get(Event, event_id) for event_id in ids), key=in_time)
    if with_parts:
        chosen = [event for event in chosen if not _above(archive, event) & set(ids)]
    maker = _ChapterMaker(archive, with_parts=with_parts)
    chapters: list[EventChapter] = []
    for number, event in enumerate(chosen):
        progress.step(number, len(chosen), _("Collecting what the sources say"))
        chapters += maker.chapters(event)
    first = chosen[0]
    about = ", ".join(part for part in (format_date(first.when), first.place) if part)
    events = ngettext("{count} event", "{count} events", len(chapters)).format(count=len(chapters))
    alone = len(chosen) == 1
    return Dossier(
        title=title or (first.title if alone else _("Events")),
        subtitle=about if alone else events,
        author=author or account(),
        date=day or datetime.now().astimezone().date().isoformat(),
        excerpts=(),
        bibliography=tuple(citation(source) for source in maker.sources()),
        chapters=tuple(chapters),
    )


def _above(archive: Archive, event: Event) -> set[str]:
    return {above.id for above in events_above(archive, event)}


class _ChapterMaker:
    """Makes the chapters of one dossier and numbers their claims and notes."""

    def __init__(self, archive: Archive, *, with_parts: bool) -> None:
        self._archive = archive
        self._with_parts = with_parts
        self._excerpts = ExcerptMaker(archive)
        self._claims = 0
        self._cited: dict[str, Source] = {}
        self._texts: dict[str, Text] = {}

    def sources(self) -> list[Source]:
        """The sources of all claims, in the order of the azbuka."""
        return sorted(
            self._cited.values(),
            key=lambda source: azbuka_key(f"{source.creator or source.title} {source.title}"),
        )

    def chapters(self, event: Event, depth: int = 0) -> list[EventChapter]:
        """The chapter of an event, and those of its parts behind it."""
        page = event_page(self._archive, event.id)
        made = [self._chapter(page, depth)]
        if self._with_parts:
            for part in page.phases:
                made += self.chapters(part.event, depth + 1)
        return made

    def _chapter(self, page: EventPage, depth: int) -> EventChapter:
        event = page.event
        on_itself = self._excerpts.of_event(event, annotations_of_record(self._archive, event.id))
        return EventChapter(
            event=event,
            depth=depth,
            above=page.above,
            parts=tuple(part.event for part in page.phases),
            held=page.held,
            claims=tuple(self._stated(page.claims)),
            names=tuple(_named(page.names)),
            notes=on_itself.notes,
            tags=on_itself.tags,
        )

    def _stated(self, claims: Sequence[WeighedClaim]) -> list[StatedClaim]:
        ids = [one.claim.annotation.id for one in claims]
        annotated = {found.annotation.id: found for found in annotations_called(self._archive, ids)}
        citations = cited(self._archive, claims)
        return [
            self._claim(one, annotated[one.claim.annotation.id], words)
            for one, words in zip(claims, citations, strict=True)
            if one.claim.annotation.id in annotated  # else it was deleted meanwhile
        ]

    def _claim(self, one: WeighedClaim, annotated: Annotated, citation_words: str) -> StatedClaim:
        self._claims += 1
        annotation, source = annotated.annotation, one.claim.source
        if source is not None:
            self._cited[source.id] = source
        text = self._text(annotation.text_id)
        passages = None
        if text is not None and annotation.span is not None:
            first, last = texts.ordinals_of(self._archive.store, text.id, annotation.span)
            passages = first + 1, last + 1
        return StatedClaim(
            number=self._claims,
            link=one.link,
            annotation=annotation,
            source=source,
            text=text,
            photo=one.photo,
            quote=one.quote,
            passages=passages,
            standing=one.standing,
            citation=citation_words,
            excerpt=_without_repeats(self._excerpt(one, annotated, text)),
            names=tuple(_named(one.names)),
            unlike=one.unlike,
            tags=annotated.tag_paths,
        )

    def _text(self, text_id: str | None) -> Text | None:
        if text_id is not None and text_id not in self._texts:
            self._texts[text_id] = self._archive.store.get(Text, text_id)
        return self._texts.get(text_id or "")

    def _excerpt(self, one: WeighedClaim, annotated: Annotated, text: Text | None) -> Excerpt:
        """The quotation of a claim: the whole passages that it stands in, or the photo."""
        maker = self._excerpts
        if text is not None:
            (excerpt,) = maker.of_text(text, Choice([annotated]))
            return excerpt
        if one.photo is not None:
            return maker.of_photo(one.photo, [annotated])
        if one.claim.source is not None:
            return maker.of_record(one.claim.source, [annotated])
        event_id = annotated.annotation.event_id or one.link.event_id
        return maker.of_event(self._archive.store.get(Event, event_id), [annotated])


def _without_repeats(excerpt: Excerpt) -> Excerpt:
    """Without what stands beside it in a dossier: the event, and the tags where they stand with the note."""
    return replace(excerpt, events=(), tags=() if excerpt.notes else excerpt.tags)


def _named(found: Iterable[Named]) -> list[NamedAuthority]:
    return [
        NamedAuthority(named.authority, tuple(variant.name for variant in named.variants)) for named in found
    ]
