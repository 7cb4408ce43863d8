"""Keeping the search index up with the archive, from the operations log.

The index is derived: whatever happened to it, or to the archive behind its back, catching up makes it right. It
remembers the last operation that it has seen by number and by id, so that a restored copy of the archive, whose
log goes another way, is noticed and the index made anew.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archive_app.core.errors import UserError
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.store import documents, operations
from archive_app.store.documents import Replacement

if TYPE_CHECKING:
    from archive_app.search.index import SearchIndex

_PORTION = 12_000
"""How many documents go into one portion, so that other work gets its turn between two portions."""


def index_of(archive: Archive) -> "SearchIndex":
    """The index for searching, opened when first needed."""
    from archive_app.search.index import SearchIndex

    if archive.index is None:
        archive.index = SearchIndex(archive.index_folder)
    return archive.index  # type: ignore[no-any-return]


def is_behind(archive: Archive) -> bool:
    """Whether the archive has changed since the index last caught up."""
    index = index_of(archive)
    return index.seen != operations.last_number(archive.store) or not _follows(archive, index)


def _follows(archive: Archive, index: "SearchIndex") -> bool:
    """Whether the operation that the index saw last is one of this archive's log."""
    return index.seen == 0 or index.mark == operations.mark(archive.store, index.seen)


def catch_up(archive: Archive, progress: Progress = SILENT) -> bool:
    """Bring the index up to the newest operation; return whether there was anything to do.

    When cancelled, or killed, the next call does what is missing. Raises Cancelled, UserError where the disk is full.
    """
    index = index_of(archive)
    index.refresh()
    last = operations.last_number(archive.store)
    is_half_made = index.seen == 0 and index.document_count > 0
    if is_half_made or not _follows(archive, index):
        archive.work.run(_empty, archive.index_folder, progress=progress)
        index.refresh()
    if index.seen == last:
        return False
    if index.seen == 0:
        replacements, total = documents.everything(archive.store), documents.count(archive.store)
    else:
        changed = operations.touched_since(archive.store, index.seen)
        replacements, total = documents.touched(archive.store, changed), 0
    seen, mark = index.seen, index.mark
    done = 0
    for portion, is_last in _portions(replacements):
        progress.step(done, total)
        if is_last:
            seen, mark = last, operations.mark(archive.store, last)
        archive.work.run(_write, archive.index_folder, portion, seen, mark, progress=progress)
        done += sum(len(found) for _record, found in portion)
    index.refresh()
    return True


def warm_up(archive: Archive, progress: Progress = SILENT) -> None:
    """Read the index's vocabulary, so that the first search is as quick as the next. Raises Cancelled."""
    progress.step(0, 0)
    index_of(archive).warm_up()


def _portions(replacements: Iterator[Replacement]) -> Iterator[tuple[list[Replacement], bool]]:
    """Group replacements by their number of documents; the last group, which may be empty, is marked."""
    portion: list[Replacement] = []
    size = 0
    for replacement in replacements:
        if portion and size + len(replacement[1]) > _PORTION:
            yield portion, False
            portion, size = [], 0
        portion.append(replacement)
        size += len(replacement[1])
    yield portion, True


def _write(
    folder: Path, portion: Sequence[Replacement], seen: int, mark: str, progress: Progress = SILENT
) -> None:
    """Write one portion into the index; runs where heavy work runs."""
    from archive_app.search.index import SearchIndex

    index = SearchIndex(folder)
    try:
        index.catch_up(portion, seen, mark, progress)
    except OSError as error:
        raise UserError(
            _(
                "The search index in {folder} cannot be written: {reason}. Searching finds what it held before."
            ).format(folder=folder, reason=error.strerror)
        ) from error
    finally:
        index.close()


def _empty(folder: Path, progress: Progress = SILENT) -> None:
    """Make the index anew, without any document."""
    from archive_app.search.index import SearchIndex

    progress.step(0, 0)
    index = SearchIndex(folder)
    index.empty()
    index.close()
