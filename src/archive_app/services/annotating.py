"""Annotations: highlights and notes on passages and on whole records, with tags."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Colour, Event, Link, Photo, Source, Tag, Text
from archive_app.core.spans import Span, anchor
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_key
from archive_app.services.archives import Archive
from archive_app.store import annotations, counts, texts
from archive_app.store.store import author, now

_KEEP: Any = object()
"""Stands for "leave as it is" where None has a meaning."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation with what hangs on it; `source_id` is None on an event or on a photo without source."""

    annotation: Annotation
    tags: tuple[Tag, ...]
    links: tuple[Link, ...]
    source_id: str | None

    @property
    def tag_names(self) -> list[str]:
        """The names of its tags."""
        return [tag.name for tag in self.tags]


@dataclass(frozen=True, slots=True)
class TagSummary:
    """A tag as lists show it."""

    tag: Tag
    annotations: int


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

    White space at the ends of the span is left out. Raises NotFound, UserError where nothing is marked.
    """
    text = archive.store.get(Text, text_id)
    letters = archive.letters(text)
    span = _trimmed(letters, span)
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


def _trimmed(letters: str, span: Span) -> Span:
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
    return _annotated(archive, [found])[0]


def annotations_of_text(archive: Archive, text_id: str) -> list[Annotated]:
    """The annotations of a text, by their place."""
    return _annotated(archive, annotations.of_text(archive.store, text_id))


def annotations_of_source(archive: Archive, source_id: str) -> list[Annotated]:
    """All annotations in a source: on its texts by place, then on its photos and on itself."""
    return _annotated(archive, annotations.of_source(archive.store, source_id))


def annotations_of_record(archive: Archive, record_id: str) -> list[Annotated]:
    """The notes on a whole source, photo or event, oldest first."""
    return _annotated(archive, annotations.of_record(archive.store, record_id))


def annotations_with_tag(archive: Archive, tag_id: str) -> list[Annotated]:
    """The annotations that carry a tag, by source and place."""
    return _annotated(archive, annotations.with_tag(archive.store, tag_id))


def annotations_of_event(archive: Archive, event_id: str) -> list[Annotated]:
    """The annotations that are linked to an event, by source and place."""
    return _annotated(archive, annotations.of_event(archive.store, event_id))


def _annotated(archive: Archive, found: Sequence[annotations.Annotated]) -> list[Annotated]:
    ids = [annotation.id for annotation, _source in found]
    tags, links = annotations.tags_of(archive.store, ids), annotations.links_of(archive.store, ids)
    return [
        Annotated(
            annotation, tuple(tags.get(annotation.id, ())), tuple(links.get(annotation.id, ())), source_id
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


def list_tags(archive: Archive) -> list[TagSummary]:
    """All tags by name, with how many annotations carry them."""
    number = counts.annotations_by_tag(archive.store)
    tags = sorted(archive.store.list(Tag), key=lambda tag: azbuka_key(tag.name))
    return [TagSummary(tag, number.get(tag.id, 0)) for tag in tags]


def find_tag(archive: Archive, name: str) -> Tag:
    """The tag with this name in any case. Raises NotFound."""
    tag = annotations.find_tag(archive.store, name)
    if tag is None:
        raise NotFound(_("There is no tag called “{name}”.").format(name=name))
    return tag


def rename_tag(archive: Archive, tag_id: str, name: str) -> Tag:
    """Give a tag another name. Raises NotFound, UserError where the name is empty or taken."""
    tag = archive.store.get(Tag, tag_id)
    new_name = " ".join(name.split())
    taken = annotations.find_tag(archive.store, new_name)
    if not new_name:
        raise UserError(_("The name is empty; write at least one word."))
    if taken is not None and taken.id != tag_id:
        raise UserError(_("There is another tag called “{name}” already.").format(name=taken.name))
    with archive.operation(N_("Rename tag “{subject}”"), subject=tag.name):
        archive.store.update(Tag, tag_id, name=new_name)
    return archive.store.get(Tag, tag_id)


def colour_tag(archive: Archive, tag_id: str, colour: Colour | None) -> Tag:
    """Give a tag a colour, or none. Raises NotFound."""
    tag = archive.store.get(Tag, tag_id)
    with archive.operation(N_("Colour tag “{subject}”"), subject=tag.name):
        archive.store.update(Tag, tag_id, colour=colour)
    return archive.store.get(Tag, tag_id)


def remove_tag(archive: Archive, tag_id: str) -> None:
    """Delete a tag and take it off all annotations; undo brings it back. Raises NotFound."""
    tag = archive.store.get(Tag, tag_id)
    with archive.operation(N_("Delete tag “{subject}”"), subject=tag.name):
        archive.store.delete(Tag, tag_id)


def clean_tags(names: Iterable[str]) -> list[str]:
    """Names of tags without needless white space, empty ones and doubles (in any case)."""
    found: dict[str, str] = {}
    for name in names:
        cleaned = " ".join(name.split())
        if cleaned:
            found.setdefault(cleaned.casefold(), cleaned)
    return list(found.values())


def short(text: str, length: int = 60) -> str:
    """The beginning of a text on one line, for titles of actions and messages."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
