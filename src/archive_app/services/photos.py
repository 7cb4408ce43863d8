"""Photos: images with captions, and captions whose scan is still missing."""

import logging
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.imported import ImportedPhoto
from archive_app.core.records import File, PassageKind, Photo, Source, Text
from archive_app.core.translation import N_, _
from archive_app.services.archives import Archive
from archive_app.services.reading import read_file
from archive_app.services.sources import called, described, set_passage_kind
from archive_app.store import media
from archive_app.store.store import now

log = logging.getLogger(__name__)
EDITABLE = ("caption", "date", "place", "credit", "call_number", "note")


@dataclass(frozen=True, slots=True)
class PhotoSummary:
    """A photo as lists show it; `source` is where its caption stands, if anywhere."""

    photo: Photo
    source: Source | None


def list_photos(archive: Archive) -> list[PhotoSummary]:
    """All photos, those of one source together in the order of their captions."""
    photos = archive.store.list(Photo, order=("source_id", "ordinal", "id"))
    sources = archive.store.get_many(Source, (photo.source_id for photo in photos if photo.source_id))
    return [PhotoSummary(photo, sources.get(photo.source_id or "")) for photo in photos]


def get_photo(archive: Archive, photo_id: str) -> Photo:
    """One photo. Raises NotFound."""
    return archive.store.get(Photo, photo_id)


def find_photo(archive: Archive, words: str) -> Photo:
    """The one photo whose id is or begins with `words`, or whose caption is, begins with or contains them.

    Raises NotFound where there is none, UserError where there are several.
    """
    found = called(archive.store.list(Photo), words, lambda photo: photo.caption)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(_("There is no photo called “{words}” in this archive.").format(words=words))
    raise UserError(
        _("Several photos are called “{words}”: {captions}. Give more of the caption, or the id.").format(
            words=words, captions="; ".join(photo.caption for photo in found[:5])
        )
    )


def photos_of_source(archive: Archive, source_id: str) -> list[Photo]:
    """The photos whose captions stand in a source, in their order."""
    return archive.store.list(Photo, source_id=source_id, order=("ordinal", "id"))


def edit_photo(archive: Archive, photo_id: str, **values: str) -> Photo:
    """Set some of the `EDITABLE` fields; `date` as a person writes it. Raises NotFound, UserError."""
    photo = get_photo(archive, photo_id)
    changed = described(values, EDITABLE)
    with archive.operation(N_("Edit photo “{subject}”"), subject=photo.caption):
        archive.store.update(Photo, photo_id, **changed)
    return get_photo(archive, photo_id)


def remove_photo(archive: Archive, photo_id: str) -> None:
    """Delete a photo with its annotations; undo brings it back. Raises NotFound."""
    photo = get_photo(archive, photo_id)
    with archive.operation(N_("Delete photo “{subject}”"), subject=photo.caption):
        archive.store.delete(Photo, photo_id)
        if photo.file_id is not None and not _is_used(archive, photo.file_id):
            archive.store.delete(File, photo.file_id)


def _is_used(archive: Archive, file_id: str) -> bool:
    return any(archive.store.list(cls, file_id=file_id) for cls in (Photo, Text))


def not_a_caption(archive: Archive, photo_id: str) -> None:
    """Say that what was taken for a photo's caption is a paragraph of the text. Raises NotFound, UserError."""
    photo = get_photo(archive, photo_id)
    if photo.text_id is None or photo.ordinal is None:
        raise UserError(_("This photo has a file of its own; its caption does not stand in a text."))
    set_passage_kind(archive, photo.text_id, photo.ordinal, PassageKind.PARAGRAPH)


def attach_scan(archive: Archive, photo_id: str, path: Path) -> Photo:
    """Give a caption its scan. Raises NotFound, UserError where the file is no image that can be read."""
    photo = get_photo(archive, photo_id)
    imported = read_file(archive, path)
    if not isinstance(imported, ImportedPhoto):
        raise UserError(
            _("{name} is not an image; choose a JPEG, PNG, TIFF or WebP file.").format(name=path.name)
        )
    with media.kept(archive.store, path) as stored:
        file = File(
            id=new_id(),
            sha256=stored.sha256,
            size=stored.size,
            media_type=imported.media_type,
            name=path.name,
            source_id=photo.source_id,
            made_at=now(),
        )
        size = {"width": imported.width, "height": imported.height}
        with archive.operation(N_("Add scan of “{subject}”"), subject=photo.caption):
            archive.store.insert(file)
            archive.store.update(Photo, photo_id, file_id=file.id, **size)
            if photo.file_id is not None and not _is_used(archive, photo.file_id):
                archive.store.delete(File, photo.file_id)
    keep_thumbnail(archive, stored.sha256, imported.thumbnail)
    return get_photo(archive, photo_id)


def file_of(archive: Archive, photo: Photo) -> Path | None:
    """Where the photo's stored bytes are, None where its scan is missing."""
    file = archive.store.find(File, photo.file_id) if photo.file_id else None
    return media.path_of(archive.store, file.sha256) if file else None


def thumbnail_of(archive: Archive, photo: Photo) -> Path | None:
    """A JPEG of at most 512 pixels a side, made if need be; None where the scan is missing or there is no room.

    Raises UserError where the stored image cannot be read.
    """
    path = file_of(archive, photo)
    if path is None:
        return None
    thumbnail = _thumbnail_path(archive, path.name)
    if not thumbnail.exists():
        imported = read_file(archive, path)
        if isinstance(imported, ImportedPhoto):
            keep_thumbnail(archive, path.name, imported.thumbnail)
    return thumbnail if thumbnail.exists() else None


def keep_thumbnail(archive: Archive, sha256: str, jpeg: bytes) -> None:
    """Put a thumbnail beside the index: like it, it can be made again, so that a full disk is no error."""
    target = _thumbnail_path(archive, sha256)
    unfinished = target.with_suffix(".unfinished")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(jpeg)
        unfinished.replace(target)
    except OSError as error:
        log.warning("no thumbnail %s: %s", target, error)


def _thumbnail_path(archive: Archive, sha256: str) -> Path:
    return archive.thumbnail_folder / f"{sha256}.jpg"
