"""Writing what was found to a file: annotated excerpts, chosen by tag, query or source, and dossiers of events."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from archive_app import exporters
from archive_app.core.citations import citation
from archive_app.core.dossier import Dossier, Excerpt
from archive_app.core.errors import UserError
from archive_app.core.hits import Facet, RecordKind, SearchRequest
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import Event, Photo, Source, Text
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.language.collation import azbuka_key
from archive_app.services.annotating import (
    Annotated,
    annotations_of_record,
    annotations_of_source,
    get_annotation,
)
from archive_app.services.archives import Archive
from archive_app.services.dossiers import Choice, ExcerptMaker, Mark, annotations_in, by_text
from archive_app.services.event_dossiers import Which, chosen_events, make_event_dossier
from archive_app.services.searching import search
from archive_app.services.tagging import annotations_with_tag, find_tag, tag_paths
from archive_app.store.store import author as account

ExportReport = exporters.ExportReport
ENDINGS = tuple(exporters.FORMATS)
"""The endings of names of files, without the dot; all but that of a PDF are for events only."""


def export_pdf(
    archive: Archive,
    target: Path,
    *,
    event_id: str | None = None,
    tag: str | None = None,
    query: str | None = None,
    source_id: str | None = None,
    title: str = "",
    author: str = "",
    day: str = "",
    progress: Progress = SILENT,
) -> ExportReport:
    """Print the dossier of an event, or annotated excerpts: exactly one of event, tag (its name), query and source.

    What is written is a PDF, or what else the ending of `target` says (`exporters.FORMATS`). `title` and `author` stand
    on the title page; `day` is the ISO day it is dated with, today if empty. Raises NotFound, UserError where nothing
    was chosen or `target` cannot be written, Cancelled; then nothing is left.
    """
    _check_ending(target)
    progress.step(0, 0, _("Collecting excerpts"))
    dossier = make_dossier(
        archive,
        event_id=event_id,
        tag=tag,
        query=query,
        source_id=source_id,
        title=title,
        author=author,
        day=day,
    )
    return archive.work.run(_write, dossier, target, progress=progress)


def export_events(
    archive: Archive,
    target: Path,
    events: Iterable[str] | Which,
    *,
    with_parts: bool = True,
    title: str = "",
    author: str = "",
    day: str = "",
    progress: Progress = SILENT,
) -> ExportReport:
    """Write the dossier of some events, given by their ids or by what they have in common, as the ending of `target`
    says; with their parts or without.

    Raises NotFound, UserError where no event is given or `target` cannot be written, Cancelled; then nothing is left.
    """
    _check_ending(target)
    progress.step(0, 0, _("Collecting what the sources say"))
    dossier = make_event_dossier(
        archive,
        chosen_events(archive, events) if isinstance(events, Which) else events,
        with_parts=with_parts,
        title=title,
        author=author,
        day=day,
        progress=progress,
    )
    return archive.work.run(_write, dossier, target, progress=progress)


def _check_ending(target: Path) -> None:
    """Raise UserError for a name whose ending is none of those that are known."""
    if target.suffix[1:].lower() not in exporters.FORMATS:
        raise UserError(
            _("{name} has no ending that says what to make of it; end it in .{formats}.").format(
                name=target.name, formats=", .".join(exporters.FORMATS)
            )
        )


def _write(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    return exporters.FORMATS[target.suffix[1:].lower()](dossier, target, progress)


def make_dossier(
    archive: Archive,
    *,
    event_id: str | None = None,
    tag: str | None = None,
    query: str | None = None,
    source_id: str | None = None,
    title: str = "",
    author: str = "",
    day: str = "",
) -> Dossier:
    """Collect what `export_pdf` prints; see there."""
    if sum(chosen is not None for chosen in (event_id, tag, query, source_id)) != 1:
        raise UserError(_("Choose one thing to print: an event, a tag, a search or a source."))
    if event_id is not None:
        return make_event_dossier(archive, [event_id], title=title, author=author, day=day)
    if tag is not None:
        found = find_tag(archive, tag)
        heading, subtitle = tag_paths(archive, [found.id])[found.id], _("Excerpts with this tag")
        excerpts, sources = _of_annotations(archive, annotations_with_tag(archive, found.id))
    elif source_id is not None:
        source = archive.store.get(Source, source_id)
        heading, subtitle = source.title, _("Annotated excerpts")
        excerpts, sources = _of_annotations(archive, annotations_of_source(archive, source_id))
    else:
        heading, subtitle = query or "", _("Passages found")
        excerpts, sources = _of_query(archive, query or "")
    if not excerpts:
        if query is not None:
            message = _("There is nothing to print: no passage, note or photo was found for “{title}”.")
        else:
            message = _("There is nothing to print: “{title}” has no annotations yet.")
        raise UserError(message.format(title=heading))
    bibliography = sorted(
        sources, key=lambda source: azbuka_key(f"{source.creator or source.title} {source.title}")
    )
    return Dossier(
        title=title or heading,
        subtitle=subtitle,
        author=author or account(),
        date=day or datetime.now().astimezone().date().isoformat(),
        excerpts=tuple(excerpts),
        bibliography=tuple(citation(source) for source in bibliography),
    )


def _of_annotations(archive: Archive, annotated: Sequence[Annotated]) -> tuple[list[Excerpt], list[Source]]:
    choices = {text_id: Choice(found) for text_id, found in by_text(annotated).items()}
    return _collected(archive, choices, [found for found in annotated if found.annotation.text_id is None])


def _of_query(archive: Archive, query: str) -> tuple[list[Excerpt], list[Source]]:
    choices: dict[str, Choice] = {}
    others: list[Annotated] = []
    photos: list[Photo] = []
    kinds = frozenset({RecordKind.PASSAGE, RecordKind.ANNOTATION, RecordKind.PHOTO})
    request = SearchRequest(query=query, narrowed={Facet.KIND: kinds}, limit=None)
    for hit in search(archive, request).hits:
        if hit.kind is RecordKind.PHOTO:
            photos.append(archive.store.get(Photo, hit.record_id))
            continue
        if hit.kind is RecordKind.PASSAGE:
            choice = choices.setdefault(hit.record_id, Choice())
            choice.ordinals.add(hit.ordinal)
            choice.marks += [Mark(Span(hit.start + start, hit.start + end)) for start, end in hit.highlights]
            continue
        found = get_annotation(archive, hit.record_id)
        if found.annotation.text_id is None:
            others.append(found)
        else:
            choices.setdefault(found.annotation.text_id, Choice()).annotations.append(found)
    for text_id, choice in choices.items():
        known = {found.annotation.id for found in choice.annotations}
        more = annotations_in(archive, text_id, choice.ordinals)
        choice.annotations += [found for found in more if found.annotation.id not in known]
        choice.annotations.sort(key=lambda found: (found.annotation.start or 0, -(found.annotation.end or 0)))
    # A photo whose caption stands in a text is printed beside the passage that was found with it.
    return _collected(archive, choices, others, [photo for photo in photos if photo.text_id not in choices])


def _collected(
    archive: Archive,
    choices: dict[str, Choice],
    others: Iterable[Annotated],
    found_photos: Iterable[Photo] = (),
) -> tuple[list[Excerpt], list[Source]]:
    """The excerpts in the order of their sources' titles, and the sources."""
    maker = ExcerptMaker(archive)
    texts = archive.store.get_many(Text, choices)
    sources = archive.store.get_many(Source, (text.source_id for text in texts.values()))
    excerpts: list[Excerpt] = []
    for text in sorted(texts.values(), key=lambda text: azbuka_key(sources[text.source_id].title)):
        excerpts += maker.of_text(text, choices[text.id])
    photos: dict[str, list[Annotated]] = {
        photo.id: annotations_of_record(archive, photo.id) for photo in found_photos
    }
    for found in others:
        annotation = found.annotation
        if found.source_id is not None and found.source_id not in sources:
            sources[found.source_id] = archive.store.get(Source, found.source_id)
        if annotation.source_id is not None:
            excerpts.append(maker.of_record(sources[annotation.source_id], [found]))
        elif annotation.event_id is not None:
            excerpts.append(maker.of_event(archive.store.get(Event, annotation.event_id), [found]))
        elif annotation.photo_id is not None and found not in photos.setdefault(annotation.photo_id, []):
            photos[annotation.photo_id].append(found)
    for photo_id, on_it in photos.items():
        excerpts.append(maker.of_photo(archive.store.get(Photo, photo_id), on_it))
    return excerpts, list(sources.values())
