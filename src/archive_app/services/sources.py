"""Sources: the described things, their texts, and what a person says about them."""

from collections.abc import Callable, Iterable
from collections.abc import Collection as AnyOf
from dataclasses import dataclass, fields
from typing import Protocol, TypeVar

from archive_app.core.dates import parse_date
from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.links import read_link
from archive_app.core.records import Passage, PassageKind, Photo, Source, SourceKind, Text
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_text
from archive_app.services.archives import Archive
from archive_app.store import counts, texts
from archive_app.store.store import now

_ID_BEGINNING = 6
"""Letters of an id that may stand for the whole."""

EDITABLE = tuple(
    field.name
    for field in fields(Source)
    if field.name not in ("id", "first_day", "last_day", "script", "made_at")
)
"""The fields of a Source that a person describes it with."""


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A source as lists show it."""

    source: Source
    annotations: int
    has_text: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is needed to show a source's text: letters in NFC, passages in order of their place."""

    source: Source
    text: Text
    letters: str
    passages: tuple[Passage, ...]


def list_sources(archive: Archive) -> list[SourceSummary]:
    """All sources, by title."""
    annotations = counts.annotations_by_source(archive.store)
    with_text = counts.sources_with_text(archive.store)
    return [
        SourceSummary(source, annotations.get(source.id, 0), source.id in with_text)
        for source in sources_alone(archive)
    ]


def sources_alone(archive: Archive) -> list[Source]:
    """All sources, by title, without counting anything: quick also where there are very many annotations."""
    return sorted(archive.store.list(Source), key=_in_order)


def _in_order(source: Source) -> tuple[str, str]:
    return azbuka_text(source.title, len(source.title)), source.title


def first_with_text(archive: Archive) -> str | None:
    """The id of the first source by title that has a text, None where none has."""
    known = counts.sources_with_text(archive.store)
    return next((source.id for source in sources_alone(archive) if source.id in known), None)


def get_source(archive: Archive, source_id: str) -> Source:
    """One source. Raises NotFound."""
    return archive.store.get(Source, source_id)


def find_source(archive: Archive, words: str) -> Source:
    """The one source whose id is or begins with `words`, or whose title is, begins with or contains them.

    Raises NotFound where there is none, UserError where there are several.
    """
    found = called(archive.store.list(Source), words, lambda source: source.title)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(_("There is no source called “{words}” in this archive.").format(words=words))
    titles = "; ".join(source.title for source in found[:5])
    raise UserError(
        _("Several sources are called “{words}”: {titles}. Give more of the title, or the id.").format(
            words=words, titles=titles
        )
    )


class Called(Protocol):
    """A record with an id; what it is called is told apart."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Called)


def called(records: Iterable[R], words: str, name: Callable[[R], str]) -> list[R]:
    """The records that `words` name best: by link or id, by the whole name, by its beginning, by any part of it."""
    link = read_link(words)
    words = link.id if link is not None else words
    records, wanted = list(records), words.casefold()
    ways: tuple[Callable[[R], bool], ...] = (
        lambda record: record.id == words,
        lambda record: name(record).casefold() == wanted,
        lambda record: len(words) >= _ID_BEGINNING and record.id.startswith(words),
        lambda record: name(record).casefold().startswith(wanted),
        lambda record: wanted in name(record).casefold(),
    )
    matches = ([record for record in records if way(record)] for way in ways) if wanted else iter(())
    return next((found for found in matches if found), [])


def read_source(archive: Archive, source_id: str) -> Reading | None:
    """The newest text of a source, None where it has none. Raises NotFound for an unknown source."""
    source = get_source(archive, source_id)
    text = texts.current_text(archive.store, source_id)
    if text is None:
        return None
    return Reading(source, text, archive.letters(text), tuple(texts.passages_of(archive.store, text.id)))


def source_of_text(archive: Archive, text_id: str) -> Source:
    """The source that a text is a reading of. Raises NotFound."""
    return get_source(archive, archive.store.get(Text, text_id).source_id)


def edit_source(archive: Archive, source_id: str, **values: str) -> Source:
    """Set some of the `EDITABLE` fields; `date` is EDTF or as a person writes it. Returns the source as it is now.

    Raises NotFound, UserError for a date that cannot be read or an empty title.
    """
    source = get_source(archive, source_id)
    changed = described(values, EDITABLE)
    with archive.operation(N_("Edit “{subject}”"), subject=source.title):
        archive.store.update(Source, source_id, **changed)
    return get_source(archive, source_id)


def described(values: dict[str, str], allowed: AnyOf[str]) -> dict[str, object]:
    """Check a person's description: known fields, a title that is not empty, a kind that exists, a date with its days.

    Raises UserError in plain words, KeyError for a field that is not one of `allowed`.
    """
    unknown = values.keys() - set(allowed)
    if unknown:
        raise KeyError(f"no such fields: {sorted(unknown)}")
    changed: dict[str, object] = {name: value.replace("\0", "").strip() for name, value in values.items()}
    if changed.get("title") == "":
        raise UserError(_("The title is empty; write at least one word."))
    if changed.get("caption") == "":
        raise UserError(_("The caption is empty; write at least one word."))
    if "kind" in changed:
        changed["kind"] = _kind(str(changed["kind"]))
    for name in ("date", "when"):
        if name in changed:
            date = parse_date(str(changed[name]))
            changed |= {name: date.text, "first_day": date.first, "last_day": date.last}
    return changed


def _kind(value: str) -> SourceKind:
    try:
        return SourceKind(value)
    except ValueError as error:
        raise UserError(
            _("There is no kind of source called “{kind}”; the kinds are: {kinds}.").format(
                kind=value, kinds=", ".join(SourceKind)
            )
        ) from error


def remove_source(archive: Archive, source_id: str) -> None:
    """Delete a source with its texts, photos and annotations; undo brings all of it back. Raises NotFound."""
    source = get_source(archive, source_id)
    with archive.operation(N_("Delete “{subject}”"), subject=source.title):
        archive.store.delete(Source, source_id)


def set_passage_kind(archive: Archive, text_id: str, ordinal: int, kind: PassageKind) -> None:
    """Say what a passage is. Where it is no caption any more, the caption-only photo made from it goes.

    A photo whose scan is known stays. Raises NotFound.
    """
    store = archive.store
    text = store.get(Text, text_id)
    before = texts.passage(store, text_id, ordinal)
    title = get_source(archive, text.source_id).title
    photos = store.list(Photo, text_id=text_id, ordinal=ordinal)
    with archive.operation(N_("Change the kind of a passage in “{subject}”"), subject=title):
        texts.set_kind(store, text_id, ordinal, kind)
        if kind is not PassageKind.CAPTION:
            for photo in photos:
                if photo.file_id is None:
                    store.delete(Photo, photo.id)
        elif before.kind is not PassageKind.CAPTION and not photos:
            _add_caption_photo(archive, text, before)


def _add_caption_photo(archive: Archive, text: Text, passage: Passage) -> None:
    caption = archive.letters(text)[passage.start : passage.end]
    archive.store.insert(
        Photo(
            id=new_id(),
            caption=caption,
            source_id=text.source_id,
            text_id=text.id,
            ordinal=passage.ordinal,
            made_at=now(),
        )
    )
