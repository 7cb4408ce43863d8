"""Keeping the search index up with the archive, from the operations log.

The index is derived: whatever happened to it, or to the archive behind its back, catching up makes it right. It
remembers the last operation that it has seen by number and by id, so that a restored copy of the archive, whose
log goes another way, is noticed and the index made anew.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from archive_app.core.errors import UserError
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.store import documents, operations
from archive_app.store.documents import Replacement

if TYPE_CHECKING:
    from archive_app.search.index import SearchIndex

_PORTION = 32_000
"""How many documents go into one portion, so that other work gets its turn between two portions."""
_opening = Lock()
"""Two threads that need the index first must not both make it anew."""


def index_of(archive: Archive) -> "SearchIndex":
    """The index for searching, opened when first needed."""
    from archive_app.search.index import SearchIndex

    with _opening:
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
    _have_dictionary(archive, progress)
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
        size = sum(len(found) for _record, found in portion)
        inner = _Portion(progress, done, size, total)
        folder = archive.index_folder
        if not archive.work.run(_write, folder, portion, index.seen, seen, mark, progress=inner):
            return _start_again(archive, index.seen, progress)
        done += size
    index.refresh()
    return True


def _start_again(archive: Archive, seen: int, progress: Progress) -> bool:
    """Catch up once more, where the index was damaged after it was opened and is empty now."""
    index = index_of(archive)
    index.refresh()
    if index.seen == seen:
        raise UserError(
            _(
                "The search index in {folder} cannot be read. Delete that folder: it will be made anew."
            ).format(folder=archive.index_folder)
        )
    return catch_up(archive, progress)


def _have_dictionary(archive: Archive, progress: Progress) -> None:
    """See that words can be looked up here and where the index is written, without reading the whole list."""
    from archive_app.search import dictionary

    if not dictionary.attach():
        archive.work.run(_make_dictionary, progress=progress)
        dictionary.attach()


def tidy(archive: Archive, progress: Progress = SILENT) -> bool:
    """Join the parts of the index, so that searching is as quick as it can be; return whether that was done.

    Meant for when nothing else is to be done: what is indexed meanwhile waits. Raises Cancelled, UserError where
    the disk is full.
    """
    index = index_of(archive)
    index.refresh()
    if not index.is_in_parts:
        return False
    archive.work.run(_merge, archive.index_folder, progress=progress)
    index.refresh()
    return True


def verify(archive: Archive, progress: Progress = SILENT) -> bool:
    """Look at every byte of the index; return False where it was damaged: it is empty then, and `catch_up` makes it
    anew. Raises Cancelled."""
    index = index_of(archive)
    seen = index.seen
    is_whole = archive.work.run(_verify, archive.index_folder, progress=progress)
    index.refresh()
    # Where the damage shows already when it is opened, it was made anew before anything could be compared.
    return is_whole and index.seen == seen


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


class _Portion(Progress):
    """The steps of one portion as a part of the whole, in documents."""

    def __init__(self, whole: Progress, before: int, size: int, total: int) -> None:
        self._whole = whole
        self._before = before
        self._size = size
        self._total = total

    def report(self, done: int, total: int, text: str) -> None:
        share = self._size * done // total if total else 0
        self._whole.report(self._before + share, self._total, text)

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()


def _write(
    folder: Path,
    portion: Sequence[Replacement],
    before: int,
    seen: int,
    mark: str,
    progress: Progress = SILENT,
) -> bool:
    """Write one portion into the index; runs where heavy work runs. False where this index is not the one that had
    seen operation `before`: nothing was written then."""
    _make_dictionary()
    with _opened(folder) as index:
        if index.seen != before:
            return False
        index.catch_up(portion, seen, mark, progress)
        return True


def _make_dictionary(progress: Progress = SILENT) -> None:
    from archive_app.search import dictionary

    progress.step(0, 0)
    dictionary.make()


def _merge(folder: Path, progress: Progress = SILENT) -> None:
    with _opened(folder) as index:
        index.merge(progress)


def _verify(folder: Path, progress: Progress = SILENT) -> bool:
    with _opened(folder) as index:
        return index.verify(progress)


def _empty(folder: Path, progress: Progress = SILENT) -> None:
    """Make the index anew, without any document."""
    progress.step(0, 0)
    with _opened(folder) as index:
        index.empty()


@contextmanager
def _opened(folder: Path) -> "Iterator[SearchIndex]":
    """The index of a folder, kept open from one call to the next: a large one takes a moment to open."""
    try:
        index = _kept(folder)
        index.refresh()
        yield index
    except OSError as error:
        raise UserError(
            _(
                "The search index in {folder} cannot be written: {reason}. Searching finds what it held before."
            ).format(folder=folder, reason=error.strerror)
        ) from error


@lru_cache(maxsize=1)
def _kept(folder: Path) -> "SearchIndex":
    from archive_app.search.index import SearchIndex

    return SearchIndex(folder)
