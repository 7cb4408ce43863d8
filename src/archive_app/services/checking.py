"""Checking an archive: the database, the stored files against their hashes, the index, and the date mentions."""

from dataclasses import dataclass

from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import File, Source, Text
from archive_app.core.translation import _
from archive_app.services import indexing, mentions
from archive_app.services.archives import Archive
from archive_app.store import counts, documents, media, texts


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at, and what is wrong, a plain sentence for each fault; `dated` are the different texts whose
    date mentions are known."""

    faults: tuple[str, ...]
    files: int
    documents: int
    records: dict[str, int]
    dated: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def check(archive: Archive, progress: Progress = SILENT) -> CheckReport:
    """Look whether everything is there and as it was stored; change nothing but the index and the date
    mentions, which catch up.

    Where the database is damaged, nothing else is looked at: what it says of the rest cannot be trusted.
    Raises Cancelled.
    """
    progress.step(0, 0, _("Checking the database"))
    faults = [
        _("The database is damaged: {fault}").format(fault=fault)
        for fault in counts.quick_check(archive.store)
    ]
    if faults:
        return CheckReport(tuple(faults), 0, 0, {})
    for text_id in texts.damaged(archive.store, progress):
        source = archive.store.get(Source, archive.store.get(Text, text_id).source_id)
        faults.append(_("The text of “{title}” is no longer as it was stored.").format(title=source.title))
    for file, fault in media.faults(archive.store, progress):
        faults.append(_file_fault(file, fault))
    progress.step(0, 0, _("Checking the index"))
    indexing.catch_up(archive, progress)
    expected, found = documents.count(archive.store), indexing.index_of(archive).document_count
    if found != expected:
        faults.append(
            _(
                "The index has {found} entries, but should have {expected}; delete the folder {folder}."
            ).format(found=found, expected=expected, folder=archive.index_folder)
        )
    progress.step(0, 0, _("Checking the date mentions"))
    dated = mentions.check(archive, progress)
    numbers = counts.of_tables(archive.store, "sources", "photos", "annotations", "events", "files")
    return CheckReport(tuple(faults), numbers["files"], found, numbers, dated.known)


def _file_fault(file: File, fault: str) -> str:
    if fault == "missing":
        return _("The stored file of {name} is missing (media {sha256}).").format(
            name=file.name, sha256=file.sha256
        )
    return _("The stored file of {name} is no longer as it was stored (media {sha256}).").format(
        name=file.name, sha256=file.sha256
    )
