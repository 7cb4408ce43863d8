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
from archive_app.core.progress import SILENT, Progress, taking_turns
from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.store import documents, operations
from archive_app.store.documents import Replacement

if TYPE_CHECKING:
    from archive_app.search.index import SearchIndex

_PORTION = 32_000
"""How many documents go into one portion, so that other work gets its turn between two portions."""
_ATTEMPTS = 2
"""An index that turns out to be damaged while it is written is made anew once."""
Seen = tuple[int, str]
"""The number and the id of an operation."""
_working = Lock()
"""Held by whoever works on the index: another one would take what is half made for a rest of a crash."""
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

    When cancelled, or killed, the next call does what is missing. Raises Cancelled, UserError where the index cannot
    be written.
    """
    with taking_turns(_working, progress):
        have_dictionary(archive, progress)
        for attempt in range(_ATTEMPTS):
            index = _refreshed(archive, progress)
            last = operations.last_number(archive.store)
            if index.seen == last:
                return attempt > 0
            if _bring_up(archive, index, last, progress):
                return True
    raise UserError(
        _("The search index in {folder} cannot be read. Delete that folder: it will be made anew.").format(
            folder=archive.index_folder
        )
    )


def _refreshed(archive: Archive, progress: Progress) -> "SearchIndex":
    """The index as it is now, made anew where it is half made or that of another archive."""
    if archive.index is not None and archive.index.is_in_memory:
        archive.index = None  # the folder may be writable by now
    index = index_of(archive)
    index.refresh()
    is_half_made = index.seen == 0 and bool(index.mark or index.document_count)
    if is_half_made or not _follows(archive, index):
        archive.work.run(_empty, archive.index_folder, progress=progress)
        index.refresh()
    return index


def _bring_up(archive: Archive, index: "SearchIndex", last: int, progress: Progress) -> bool:
    """Write what the index has not seen. False where the index was made anew meanwhile, so that it lacks something."""
    seen, mark = index.seen, index.mark
    if seen == 0:
        replacements, total = documents.everything(archive.store), documents.count(archive.store)
    else:
        changed = operations.touched_since(archive.store, seen)
        replacements, total = documents.touched(archive.store, changed), 0
    before, done = (seen, mark), 0
    for portion, is_last in _portions(replacements):
        progress.step(done, total)
        size = sum(len(found) for _record, found in portion)
        inner = _Portion(progress, done, size, total)
        done += size
        # A first making has no mark yet: how far it came tells it from an index that was made anew meanwhile.
        after = (last, operations.mark(archive.store, last)) if is_last else (seen, mark or str(done))
        if not archive.work.run(_write, archive.index_folder, portion, before, after, progress=inner):
            break
        before = after
    if done > _PORTION:
        archive.work.run(_forget, progress=progress)
    index.refresh()
    return index.seen == last


def have_dictionary(archive: Archive, progress: Progress) -> None:
    """See that words can be looked up here and where heavy work runs, without reading the whole list.

    Raises Cancelled.
    """
    from archive_app.search import dictionary

    if not dictionary.attach():
        archive.work.run(_make_dictionary, progress=progress)
        dictionary.attach()


def tidy(archive: Archive, progress: Progress = SILENT) -> bool:
    """Join the parts of the index, so that searching is as quick as it can be; return whether that was done.

    Meant for when nothing else is to be done: what is indexed meanwhile waits. Raises Cancelled, UserError where
    the disk is full.
    """
    with taking_turns(_working, progress):
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
    with taking_turns(_working, progress):
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
    before: Seen,
    after: Seen,
    progress: Progress = SILENT,
) -> bool:
    """Write one portion into the index; runs where heavy work runs. False where this index is not the one that had
    seen `before`: nothing was written then."""
    _make_dictionary()
    with _opened(folder) as index:
        if (index.seen, index.mark) != before:
            return False
        index.catch_up(portion, *after, progress)
        return True


def _forget(progress: Progress = SILENT) -> None:
    """Give back the memory that making a large index took."""
    from archive_app.search.gathering import forget

    progress.step(0, 0)
    forget()


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
        if index.is_in_memory:
            _kept.cache_clear()
            raise UserError(
                _(
                    "The search index in {folder} cannot be written. Make room on the disk, and see that this folder "
                    "may be written."
                ).format(folder=folder)
            )
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
