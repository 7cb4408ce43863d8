"""Bringing files in: texts become Sources with passages, images become Photos."""

import logging
import mimetypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from archive_app.core.dates import parse_date
from archive_app.core.errors import UserError
from archive_app.core.ids import new_id
from archive_app.core.imported import ImportedCaption, ImportedPhoto, ImportedText
from archive_app.core.progress import SILENT, Cancelled, Progress
from archive_app.core.records import File, Photo, Source, Text
from archive_app.core.translation import N_, _
from archive_app.services.archives import Archive
from archive_app.services.photos import keep_thumbnail
from archive_app.services.reading import read_file
from archive_app.services.sources import described
from archive_app.store import media, operations, texts
from archive_app.store.store import now

log = logging.getLogger(__name__)
_IMPORT = N_("Import “{subject}”")


class Status(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    SKIPPED = "skipped"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the person says about the files; empty where the file's own word, if any, is taken.

    `date` is EDTF or as a person writes it. `encoding` is a codec name for texts whose bytes do not tell.
    """

    title: str = ""
    kind: str = ""
    creator: str = ""
    publisher: str = ""
    date: str = ""
    place: str = ""
    call_number: str = ""
    rights: str = ""
    url: str = ""
    caption: str = ""
    credit: str = ""
    encoding: str = ""

    def of_source(self) -> dict[str, str]:
        """What describes a Source, without what was left empty."""
        return {name: getattr(self, name) for name in _SOURCE_DETAILS if getattr(self, name)}


_SOURCE_DETAILS = ("title", "kind", "creator", "publisher", "date", "place", "call_number", "rights", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file; `reason` is a plain sentence unless it was imported, `remark` one to look at if it was.

    `encoding_basis` "guessed" tells that the person should look whether the letters are right.
    """

    path: Path
    status: Status
    title: str = ""
    reason: str = ""
    remark: str = ""
    source_id: str | None = None
    photo_id: str | None = None
    captions: int = 0
    encoding: str = ""
    encoding_basis: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of all files, in their order; `cancelled` says that the files after the last were not reached."""

    outcomes: tuple[Outcome, ...]
    cancelled: bool = False

    def of(self, status: Status) -> list[Outcome]:
        """The outcomes of one status."""
        return [outcome for outcome in self.outcomes if outcome.status is status]


def import_files(
    archive: Archive, paths: Sequence[Path], details: Details | None = None, progress: Progress = SILENT
) -> ImportReport:
    """Bring files and the files in folders in; one that fails never stops the others.

    All files of one call are one action for undo. When cancelled, what was imported stays.
    Raises UserError for details that cannot be meant (a date that cannot be read, one title for many files).
    """
    details = details or Details()
    files = list(_expand(paths))
    if not files:
        raise UserError(_("There is no file to import in what was chosen."))
    if len(files) > 1 and (details.title or details.caption):
        raise UserError(
            _("A title or caption can be given for one file only; leave it out for several files.")
        )
    described(details.of_source(), _SOURCE_DETAILS)
    outcomes: list[Outcome] = []
    batch: int | None = None
    try:
        for done, path in enumerate(files):
            progress.step(done, len(files), path.name)
            outcome, number = _import_guarded(archive, path, details, batch, progress)
            outcomes.append(outcome)
            if number is not None and (batch is None or not operations.counts(archive.store, batch)):
                batch = number  # the first file, or the first after the others were taken back
        progress.step(len(files), len(files))
    except Cancelled:
        return ImportReport(tuple(outcomes), cancelled=True)
    return ImportReport(tuple(outcomes))


def _expand(paths: Iterable[Path]) -> Iterable[Path]:
    """The files, and those in folders, without hidden ones, in the order of their names."""
    for path in paths:
        if path.is_dir():
            inside = (found for found in sorted(path.rglob("*")) if found.is_file())
            yield from (found for found in inside if not _is_hidden(found.relative_to(path)))
        else:
            yield path


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _import_guarded(
    archive: Archive, path: Path, details: Details, batch: int | None, progress: Progress
) -> tuple[Outcome, int | None]:
    try:
        return _import_one(archive, path, details, batch, progress)
    except UserError as error:
        return Outcome(path=path, status=Status.REFUSED, reason=str(error)), None
    except Cancelled:
        raise
    except Exception:  # the per-file import loop: one file must never stop the others
        log.exception("importing %s failed", path)
        reason = _("{name} could not be imported because of a fault of this program; the log tells more.")
        return Outcome(path=path, status=Status.REFUSED, reason=reason.format(name=path.name)), None


def _import_one(
    archive: Archive, path: Path, details: Details, batch: int | None, progress: Progress
) -> tuple[Outcome, int | None]:
    sha256 = media.hash_of(path).sha256
    known = _already_there(archive, sha256)
    if known is not None and not media.path_of(archive.store, sha256).is_file():
        media.keep(archive.store, path)
        reason = _(
            "{name} is in the archive already, as “{title}”; its missing stored file was put back."
        ).format(name=path.name, title=known.title)
        return _skipped(path, known, reason), None
    if known is not None:
        reason = _("{name} is in the archive already, as “{title}”.").format(
            name=path.name, title=known.title
        )
        return _skipped(path, known, reason), None
    imported = read_file(archive, path, details.encoding, progress)
    with media.kept(archive.store, path) as stored:
        file = File(
            id=new_id(),
            sha256=stored.sha256,
            size=stored.size,
            media_type=imported.media_type,
            name=path.name,
            made_at=now(),
        )
        if isinstance(imported, ImportedText):
            return _add_text(archive, path, file, imported, details, batch)
        return _add_photo(archive, path, file, imported, details, batch)


@dataclass(frozen=True, slots=True)
class _Known:
    title: str
    source_id: str | None
    photo_id: str | None


def _already_there(archive: Archive, sha256: str) -> _Known | None:
    for file in archive.store.list(File, sha256=sha256):
        photos = archive.store.list(Photo, file_id=file.id)
        if photos:
            return _Known(photos[0].caption, photos[0].source_id, photos[0].id)
        source = archive.store.find(Source, file.source_id) if file.source_id else None
        if source is not None:
            return _Known(source.title, source.id, None)
    return None


def _skipped(path: Path, known: _Known, reason: str) -> Outcome:
    return Outcome(
        path=path,
        status=Status.SKIPPED,
        title=known.title,
        reason=reason,
        source_id=known.source_id,
        photo_id=known.photo_id,
    )


def _add_text(
    archive: Archive, path: Path, file: File, imported: ImportedText, details: Details, batch: int | None
) -> tuple[Outcome, int]:
    store, source_id, text_id = archive.store, new_id(), new_id()
    given = described(details.of_source(), _SOURCE_DETAILS)
    title = str(given.pop("title", imported.title))
    with archive.operation(_IMPORT, subject=title, batch=batch) as opened:
        source = Source(
            id=source_id,
            title=title,
            script=imported.script,
            made_at=now(),
        )
        store.insert(source)
        store.update(Source, source_id, **given)
        store.insert(replace(file, source_id=source_id))
        store.insert(
            Text(
                id=text_id,
                source_id=source_id,
                letters_sha256=texts.keep_letters(store, imported.letters),
                length=len(imported.letters),
                file_id=file.id,
                encoding=imported.encoding,
                encoding_basis=imported.encoding_basis,
                made_at=now(),
            )
        )
        texts.keep_passages(store, text_id, imported.passages)
        for caption in imported.captions:
            store.insert(_caption_photo(caption, source_id, text_id))
    outcome = Outcome(
        path=path,
        status=Status.IMPORTED,
        title=title,
        source_id=source_id,
        captions=len(imported.captions),
        encoding=imported.encoding,
        encoding_basis=imported.encoding_basis,
    )
    return outcome, opened.number


def _caption_photo(caption: ImportedCaption, source_id: str, text_id: str) -> Photo:
    """The photo of which only the caption is known, anchored where it stands."""
    date = parse_date(caption.date)
    return Photo(
        id=new_id(),
        caption=caption.caption,
        source_id=source_id,
        text_id=text_id,
        ordinal=caption.ordinal,
        date=date.text,
        first_day=date.first,
        last_day=date.last,
        credit=caption.credit,
        made_at=now(),
    )


def _add_photo(
    archive: Archive, path: Path, file: File, imported: ImportedPhoto, details: Details, batch: int | None
) -> tuple[Outcome, int]:
    photo_id = new_id()
    caption = details.caption or details.title or imported.caption
    date = parse_date(details.date or imported.date)
    with archive.operation(_IMPORT, subject=caption, batch=batch) as opened:
        archive.store.insert(file)
        archive.store.insert(
            Photo(
                id=photo_id,
                caption=caption,
                file_id=file.id,
                date=date.text,
                first_day=date.first,
                last_day=date.last,
                place=details.place or imported.place,
                credit=details.credit or details.creator or imported.credit,
                call_number=details.call_number,
                width=imported.width,
                height=imported.height,
                made_at=now(),
            )
        )
    keep_thumbnail(archive, file.sha256, imported.thumbnail)
    outcome = Outcome(
        path=path,
        status=Status.IMPORTED,
        title=caption,
        photo_id=photo_id,
        remark=_remark(path, imported, details),
    )
    return outcome, opened.number


def _remark(path: Path, imported: ImportedPhoto, details: Details) -> str:
    """What the person should know of an image that came in otherwise than its name or its details say."""
    promised = mimetypes.guess_type(path.name, strict=False)[0]  # WebP is only a common one to some
    if promised is not None and promised != imported.media_type:
        return _("{name} is in truth {media_type}, and was imported as that.").format(
            name=path.name, media_type=imported.media_type
        )
    if details.publisher or details.rights or details.url or details.kind:
        return _(
            "Publisher, rights, address and kind describe texts; {name} is a photo and has none of them."
        ).format(name=path.name)
    return ""
