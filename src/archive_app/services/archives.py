"""Making, opening and closing an archive."""

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from archive_app.core.changes import Changes
from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import Text
from archive_app.core.translation import _
from archive_app.services.work import InlineWork, Work
from archive_app.store import media, opening, texts
from archive_app.store.annotation_keys import AnnotationKeys
from archive_app.store.date_mentions import MentionStore
from archive_app.store.store import OpenOperation, Store

log = logging.getLogger(__name__)

INDEX = "index"
WORDS = "words"
THUMBNAILS = "thumbnails"


class Archive:
    """An opened archive. Services take it as their first argument; front ends keep it and close it."""

    def __init__(self, folder: Path, *, read_only: bool = False, work: Work | None = None) -> None:
        """Open the archive in `folder`; use `open_archive`."""
        self.folder = folder
        self.store = Store(folder, read_only=read_only)
        self.work: Work = work or InlineWork()
        self.index: Any = None
        self.annotation_keys: AnnotationKeys | None = None
        self.mentions: MentionStore | None = None
        self.names: Any = None
        self._listeners: list[Callable[[Changes], None]] = []
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._letters = lru_cache(maxsize=32)(lambda text: texts.letters_of(self.store, text))
        if not self.read_only:
            media.sweep(self.store)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.store.read_only

    @property
    def name(self) -> str:
        """What a person calls it: the name of its folder."""
        return self.folder.resolve().name

    @contextmanager
    def operation(self, name: str, *, subject: str = "", batch: int | None = None) -> Iterator[OpenOperation]:
        """Write inside one recorded, undoable transaction; see `Store.operation`. Listeners hear of it afterwards."""
        with self.store.operation(name, subject=subject, batch=batch) as opened:
            yield opened
        self.announce(opened.changes)

    def subscribe(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after each operation, in the thread that wrote it."""
        self._listeners.append(listener)

    def announce(self, changes: Changes) -> None:
        """Tell all listeners what an operation changed, if anything."""
        if changes:
            for listener in self._listeners:
                listener(changes)

    def letters(self, text: Text) -> str:
        """The letters of a text; the last few are kept in memory."""
        return self._letters(text)

    @cached_property
    def index_folder(self) -> Path:
        """Where the index is; a temporary folder where the archive cannot be written."""
        if not self.read_only:
            return self.folder / INDEX / WORDS
        self._temporary = tempfile.TemporaryDirectory(prefix="archive-index-")
        copy = Path(self._temporary.name) / WORDS
        if (self.folder / INDEX / WORDS).is_dir():
            shutil.copytree(self.folder / INDEX / WORDS, copy)
        return copy

    @property
    def thumbnail_folder(self) -> Path:
        """Where thumbnails are; like the index they can be made again at any time."""
        return (self.index_folder.parent if self.read_only else self.folder / INDEX) / THUMBNAILS

    def close(self) -> None:
        """Close the archive; a second call does nothing."""
        self.work.close()
        if self.index is not None:
            self.index.close()
            self.index = None
        if self.annotation_keys is not None:
            self.annotation_keys.close()
            self.annotation_keys = None
        if self.mentions is not None:
            self.mentions.close()
            self.mentions = None
        self.store.close()
        if self._temporary is not None:
            self._temporary.cleanup()
            self._temporary = None

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create_archive(folder: Path, *, work: Work | None = None) -> Archive:
    """Make an empty archive in a new or empty folder and open it. Raises UserError."""
    opening.create(folder)
    return Archive(folder, work=work)


def open_archive(folder: Path, *, read_only: bool = False, work: Work | None = None) -> Archive:
    """Open the archive in `folder`. Raises NotFound or UserError in plain words."""
    return Archive(folder, read_only=read_only, work=work)


def is_archive(folder: Path) -> bool:
    """Whether `folder` holds an archive's database, sound or not."""
    return (folder / opening.DATABASE).is_file()


def sample_folder() -> Path | None:
    """The sample archive that comes with the program, None where it was installed without."""
    folder = Path(__file__).parents[3]
    return folder if is_archive(folder) else None


def data_folder() -> Path:
    """Where this program keeps what belongs to the person on this computer, by the customs of the system.

    The XDG Base Directory Specification on Linux, LOCALAPPDATA on Windows, Application Support on macOS.
    """
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "archive-app"


def _copy(sample: Path, folder: Path) -> None:
    """Copy an archive's database and files; the copy gets its name only when it is whole."""
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    shutil.copytree(sample / media.MEDIA, unfinished / media.MEDIA)
    shutil.copy2(sample / opening.DATABASE, unfinished / opening.DATABASE)
    if folder.is_dir():
        folder.rmdir()
    unfinished.rename(folder)


def copy_sample(target: Path | None = None) -> Path:
    """Make a working copy of the sample archive unless one is there; return its folder.

    `target` is in the data folder by default. Raises NotFound where the program was installed without the sample,
    UserError where the copy cannot be written.
    """
    sample = sample_folder()
    if sample is None:
        raise NotFound(_("This program was installed without the sample archive."))
    folder = target or data_folder() / "sample"
    if not is_archive(folder):
        if folder.is_dir() and any(folder.iterdir()):
            raise UserError(opening.not_empty(folder))
        try:
            _copy(sample, folder)
        except OSError as error:
            raise UserError(
                _("The sample archive cannot be copied to {folder}: {reason}.").format(
                    folder=folder, reason=error.strerror
                )
            ) from error
    return folder
