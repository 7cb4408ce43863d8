"""Annotations: highlights and notes on passages and on whole records, with tags."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Colour, Event, Link, Photo, Source, Tag, Text
from archive_app.core.spans import Span, anchor
from archive_app.core.tags import join_path, split_path
from archive_app.core.translation import N_, _
from archive_app.services.archives import Archive
from archive_app.store import annotations, texts
from archive_app.store import tags as store_tags
from archive_app.store.store import author, now

_KEEP: Any = object()
"""Stands for "leave as it is" where None has a meaning."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation with what hangs on it; `source_id` is None on an event or on a photo without source.

    `tag_paths` are the names of its tags, each behind those of the tags that it stands under.
    """

    annotation: Annotation
    tags: tuple[Tag, ...]
    links: tuple[Link, ...]
    source_id: str | None
    tag_paths: tuple[str, ...] = ()

    @property
    def tag_names(self) -> list[str]:
        """Its tags as a person writes them."""
        return list(self.tag_paths)


def annotate(
    archive: Archive,
    text_id: str,
    span: Span,
    *,
    colour: Colour | None = Colour.YELLOW,
    note: str = "",
    tags: Sequence[str] = (),
) -> Annotation:
    """Mark a span of a text, in code points; it may overlap others and cross paragraphs.

    White space at the ends of the span is left out. Raises NotFound, Conflict where the text was corrected since,
    UserError where nothing is marked.
    """
    text = archive.store.get(Text, text_id)
    texts.refuse_outdated(archive.store, text)
    letters = archive.letters(text)
    span = trimmed(letters, span)
    refuse_empty(colour, note, tags)
    anchored = anchor(letters, span)
    annotation = Annotation(
        id=new_id(),
        text_id=text_id,
        start=span.start,
        end=span.end,
        quote=anchored.quote,
        prefix=anchored.prefix,
        suffix=anchored.suffix,
        colour=colour,
        note=note.strip(),
        author=author(),
        made_at=now(),
    )
    with archive.operation(N_("Annotate “{subject}”"), subject=short(anchored.quote)):
        archive.store.insert(annotation)
        annotations.set_tags(archive.store, annotation.id, clean_tags(tags))
    return annotation


def refuse_empty(
    colour: Colour | None, note: str, tags: Sequence[object], links: Sequence[object] = ()
) -> None:
    """Raise UserError for an annotation that would say nothing at all."""
    if colour is None and not note.strip() and not tags and not links:
        raise UserError(_("The note is empty; write at least one word, or delete the annotation."))


def trimmed(letters: str, span: Span) -> Span:
    """A span without the white space at its ends. Raises UserError where nothing is left, or it lies outside."""
    if span.end > len(letters):
        raise UserError(_("The marked place lies outside the text."))
    marked = letters[span.start : span.end]
    start = span.start + len(marked) - len(marked.lstrip())
    end = span.end - len(marked) + len(marked.rstrip())
    if start >= end:
        raise UserError(_("Nothing is marked; select at least one letter."))
    return Span(start, end)


def find_quote(archive: Archive, source_id: str, quote: str) -> tuple[Text, Span]:
    """Where `quote` stands in a source's text; white space in it matches any white space.

    Raises NotFound where it does not stand there or the source has no text, UserError where it stands there
    more than once.
    """
    text = texts.current_text(archive.store, source_id)
    if text is None:
        raise NotFound(_("This source has no text."))
    words = [re.escape(word) for word in unicodedata.normalize("NFC", quote).split()]
    if not words:
        raise UserError(_("The quotation is empty; give the words to mark."))
    found = [match.span() for match in re.finditer(r"\s+".join(words), archive.letters(text))]
    if not found:
        raise NotFound(_("The words “{quote}” do not stand in this source.").format(quote=short(quote)))
    if len(found) > 1:
        raise UserError(
            _("The words “{quote}” stand in this source {count} times; give more of them.").format(
                quote=short(quote), count=len(found)
            )
        )
    return text, Span(*found[0])


def annotate_record(
    archive: Archive, record: Source | Photo | Event, *, note: str, tags: Sequence[str] = ()
) -> Annotation:
    """Put a note on a whole source, photo or event. Raises UserError where the note is empty."""
    if not note.strip():
        raise UserError(_("The note is empty; write at least one word."))
    subject = record.caption if isinstance(record, Photo) else record.title
    annotation = Annotation(
        id=new_id(),
        source_id=record.id if isinstance(record, Source) else None,
        photo_id=record.id if isinstance(record, Photo) else None,
        event_id=record.id if isinstance(record, Event) else None,
        colour=None,
        note=note.strip(),
        author=author(),
        made_at=now(),
    )
    with archive.operation(N_("Add note to “{subject}”"), subject=short(subject)):
        archive.store.insert(annotation)
        annotations.set_tags(archive.store, annotation.id, clean_tags(tags))
    return annotation


def get_annotation(archive: Archive, annotation_id: str) -> Annotated:
    """One annotation. Raises NotFound."""
    found = annotations.one(archive.store, annotation_id)
    if found is None:
        raise NotFound(_("There is no annotation {id}.").format(id=annotation_id))
    return annotated_with(archive, [found])[0]


def places_of_text(archive: Archive, text_id: str) -> list[annotations.Place]:
    """Where the annotations of a text stand, in any order: what a page needs at once, before all that they say."""
    return annotations.places_of_text(archive.store, text_id)


def annotations_called(archive: Archive, annotation_ids: Iterable[str]) -> list[Annotated]:
    """The annotations with these ids; those that do not exist are left out."""
    return annotated_with(archive, annotations.many(archive.store, annotation_ids))


def touched_annotations(archive: Archive, changes: Changes) -> set[str]:
    """The ids of the annotations that look different after an operation: they themselves, their tags or their links
    were made, changed or deleted."""
    return annotations.touched(archive.store, changes)


def annotations_of_text(archive: Archive, text_id: str) -> list[Annotated]:
    """The annotations of a text, by their place."""
    return annotated_with(archive, annotations.of_text(archive.store, text_id))


def annotations_of_source(archive: Archive, source_id: str) -> list[Annotated]:
    """All annotations in a source: on its texts by place, then on its photos and on itself."""
    return annotated_with(archive, annotations.of_source(archive.store, source_id))


def annotations_of_record(archive: Archive, record_id: str) -> list[Annotated]:
    """The notes on a whole source, photo or event, oldest first."""
    return annotated_with(archive, annotations.of_record(archive.store, record_id))


def annotations_of_event(archive: Archive, event_id: str) -> list[Annotated]:
    """The annotations that are linked to an event, by source and place."""
    return annotated_with(archive, annotations.of_event(archive.store, event_id))


def annotated_with(archive: Archive, found: Sequence[annotations.Annotated]) -> list[Annotated]:
    """Annotations of the store with what hangs on them, in their order."""
    ids = [annotation.id for annotation, _source in found]
    tags, links = annotations.tags_of(archive.store, ids), annotations.links_of(archive.store, ids)
    lines = store_tags.lines(archive.store, (tag for carried in tags.values() for tag in carried))
    paths = {tag_id: join_path([tag.name for tag in line]) for tag_id, line in lines.items()}
    return [
        Annotated(
            annotation,
            carried := tuple(tags.get(annotation.id, ())),
            tuple(links.get(annotation.id, ())),
            source_id,
            tuple(paths[tag.id] for tag in carried),
        )
        for annotation, source_id in found
    ]


def edit_annotation(
    archive: Archive,
    annotation_id: str,
    *,
    note: str = _KEEP,
    colour: Colour | None = _KEEP,
    tags: Sequence[str] = _KEEP,
) -> Annotated:
    """Change what is given and leave the rest; `tags` are all its tags from now on. Raises NotFound."""
    before = get_annotation(archive, annotation_id)
    values: dict[str, Any] = {
        name: value
        for name, value in (("note", note if note is _KEEP else note.strip()), ("colour", colour))
        if value is not _KEEP
    }
    now_is = replace(before.annotation, **values)
    refuse_empty(now_is.colour, now_is.note, before.tags if tags is _KEEP else tags, before.links)
    subject = short(before.annotation.quote or before.annotation.note)
    with archive.operation(N_("Edit annotation “{subject}”"), subject=subject):
        archive.store.update(Annotation, annotation_id, **values)
        if tags is not _KEEP:
            annotations.set_tags(archive.store, annotation_id, clean_tags(tags))
    return get_annotation(archive, annotation_id)


def remove_annotation(archive: Archive, annotation_id: str) -> None:
    """Delete an annotation with its links; undo brings it back. Raises NotFound."""
    before = get_annotation(archive, annotation_id).annotation
    with archive.operation(N_("Delete annotation “{subject}”"), subject=short(before.quote or before.note)):
        archive.store.delete(Annotation, annotation_id)


def clean_tags(names: Iterable[str]) -> list[str]:
    """Paths of tags without needless white space, empty ones and doubles (in any case).

    Strokes stay as they are written: they may belong to a name from before there was a hierarchy.
    """
    found: dict[str, str] = {}
    for name in (name.replace("\0", "") for name in names):
        if split_path(name):
            cleaned = " ".join(name.split())
            found.setdefault(cleaned.casefold(), cleaned)
    return list(found.values())


def short(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for titles of actions and messages."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
