"""What an index has seen, kept beside it, and whether its files are still those that were written.

Whoosh neither syncs nor checks its files. A small JSON file, written after each commit and synced, names the
last operation seen, the files and their sizes, and the SHA-256 of the table of contents. A file that is
missing or cut short, or a table of contents that changed, is found before Whoosh unpickles anything. Of a later
one, whose commit was not remembered any more, nothing but our segments is unpickled (`contents`).
"""

import hashlib
import json
import os
import pickle
import shutil
import struct
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path

from whoosh.filedb.filetables import FileFormatError
from whoosh.index import EmptyIndexError, IndexVersionError
from whoosh.index import IndexError as WhooshIndexError

VERSION = 3
"""Raised whenever the terms of a text or the fields of the index change: older indexes are then made anew."""

STATE_NAME = "seen.json"

READING_DAMAGE = (
    EOFError,
    FileFormatError,
    OSError,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
)
"""What Whoosh raises while it reads files that are not as it wrote them."""

DAMAGE = (
    *READING_DAMAGE,
    EmptyIndexError,
    IndexVersionError,
    WhooshIndexError,
    AssertionError,
    AttributeError,
    ImportError,
    LookupError,
    MemoryError,
    OverflowError,
    TypeError,
    ValueError,
)
"""What it raises while it opens such files: a damaged pickle may ask for anything."""


@dataclass(frozen=True, slots=True)
class State:
    """The last operation that the index has seen, at which generation of its files.

    `mark` is the id of that operation, which tells the log of one archive from that of another.
    """

    seen: int
    generation: int
    contents: str
    files: dict[str, int]
    mark: str = ""
    version: int = VERSION

    @classmethod
    def of(cls, directory: Path, seen: int, generation: int, mark: str = "") -> "State":
        """Return the state of the index as its files are now."""
        sizes = {path.name: path.stat().st_size for path in directory.iterdir() if _belongs(path)}
        return cls(seen, generation, _digest(directory, generation), sizes, mark)

    @classmethod
    def read(cls, directory: Path) -> "State | None":
        """Return what was remembered, None where it is missing, unreadable or of another version."""
        try:
            state = cls(**json.loads((directory / STATE_NAME).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        numbers = isinstance(state.seen, int) and isinstance(state.generation, int)
        whole = (
            numbers
            and isinstance(state.mark, str)
            and isinstance(state.files, dict)
            and state.version == VERSION
        )
        return state if whole else None

    def write(self, directory: Path) -> None:
        """Replace the remembered state at once, so that it survives a power cut."""
        temporary = directory / f"{STATE_NAME}.new"
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(directory / STATE_NAME)

    def fits(self, directory: Path, generation: int) -> bool:
        """Whether the files are those remembered. A later generation fits: its commit was not remembered any
        more, and what it holds will be replaced by the same again."""
        if generation != self.generation:
            return generation > self.generation
        if _digest(directory, generation) != self.contents:
            return False
        return all(_size(directory / name) == size for name, size in self.files.items())


def clear(directory: Path) -> None:
    """Remove the files of an index from `directory`, and nothing else."""
    for path in directory.iterdir():
        if not path.name.startswith(("MAIN", "_MAIN_", STATE_NAME)):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _belongs(path: Path) -> bool:
    return path.is_file() and path.name.startswith("MAIN_") and not path.name.endswith("LOCK")


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _digest(directory: Path, generation: int) -> str:
    path = directory / f"_MAIN_{generation}.toc"
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
