"""The stored original bytes: files in `media/`, named by the SHA-256 of what they hold, never changed.

A file is complete before any row names it: temporary file, fsync, hash, rename, then the row.
"""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.errors import NotFound, UserError
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import File
from archive_app.core.translation import _
from archive_app.store import opening
from archive_app.store.store import Store

MEDIA = "media"
_UNFINISHED = ".unfinished-"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """What was put into media: SHA-256 in hexadecimal and size in bytes; `is_new` unless it was there already."""

    sha256: str
    size: int
    is_new: bool = False


def path_of(store: Store, sha256: str) -> Path:
    """Where the bytes with this hash are kept; two letters of the hash make the folder."""
    return store.folder / MEDIA / sha256[:2] / sha256


def hash_of(path: Path) -> Stored:
    """The SHA-256 and size of any file. Raises NotFound or UserError in plain words."""
    digest, size = hashlib.sha256(), 0
    for block in _blocks(path):
        digest.update(block)
        size += len(block)
    return Stored(digest.hexdigest(), size)


def _blocks(path: Path) -> Iterator[bytes]:
    if path.exists() and not path.is_file():
        raise UserError(_("{path} is not a file; choose a file with a text or an image.").format(path=path))
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block
    except FileNotFoundError as error:
        raise NotFound(_("There is no file {path}.").format(path=path)) from error
    except OSError as error:
        raise UserError(
            _("{path} cannot be read: {reason}.").format(path=path, reason=error.strerror)
        ) from error


def keep(store: Store, path: Path) -> Stored:
    """Copy the bytes of `path` into media, durably; bytes that are there already are left alone.

    Raises NotFound or UserError in plain words; nothing is left behind then.
    """
    if store.read_only:
        raise opening.only_readable(store.folder)
    folder = store.folder / MEDIA
    unfinished = folder / f"{_UNFINISHED}{os.getpid()}-{secrets.token_hex(4)}"
    digest, size = hashlib.sha256(), 0
    blocks = _blocks(path)
    try:
        folder.mkdir(exist_ok=True)
        with unfinished.open("wb") as copy:
            for block in blocks:
                copy.write(block)
                digest.update(block)
                size += len(block)
            copy.flush()
            os.fsync(copy.fileno())
        target = path_of(store, digest.hexdigest())
        stored = Stored(digest.hexdigest(), size, is_new=not target.exists())
        if stored.is_new:
            target.parent.mkdir(exist_ok=True)
            unfinished.replace(target)
            _sync_folder(target.parent)
    except OSError as error:
        raise _not_kept(store, error) from error
    finally:
        blocks.close()  # type: ignore[attr-defined]
        unfinished.unlink(missing_ok=True)
    return stored


def _not_kept(store: Store, error: OSError) -> UserError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return opening.disk_full(store.folder)
    return UserError(
        _("Nothing can be written to {folder}: {reason}.").format(
            folder=store.folder / MEDIA, reason=error.strerror
        )
    )


@contextmanager
def kept(store: Store, path: Path) -> Iterator[Stored]:
    """Keep the bytes of `path` for an operation within; where it fails, bytes that are new are removed again."""
    stored = keep(store, path)
    try:
        yield stored
    except BaseException:
        # What fails after the commit must not take the bytes of a stored record away.
        if stored.is_new and not store.value("SELECT count(*) FROM files WHERE sha256 = ?", [stored.sha256]):
            path_of(store, stored.sha256).unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make a rename durable, where the system lets a folder be opened for that (not on Windows)."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(store: Store) -> None:
    """Remove what an interrupted copy left behind."""
    for leftover in (store.folder / MEDIA).glob(f"{_UNFINISHED}*"):
        leftover.unlink(missing_ok=True)


def faults(store: Store, progress: Progress = SILENT) -> list[tuple[File, str]]:
    """Compare every stored file with its hash; return those that are "missing" or "changed"."""
    files = store.select(File, "ORDER BY id")
    found = []
    for done, file in enumerate(files):
        progress.step(done, len(files), file.name)
        path = path_of(store, file.sha256)
        if not path.is_file():
            found.append((file, "missing"))
        elif hash_of(path).sha256 != file.sha256:
            found.append((file, "changed"))
    progress.step(len(files), len(files))
    return found
