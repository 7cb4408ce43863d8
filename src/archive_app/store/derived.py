"""Databases that can be worked out anew at any time: one that is of no use is thrown away, never mended."""

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

log = logging.getLogger(__name__)
C = TypeVar("C")


def opened(path: Path | None, connect: Callable[[Path | None], C]) -> tuple[C, Path | None]:
    """What `connect` opens at `path`, and that path. A file that is of no use is begun anew; where none can be written,
    all is kept in memory only, and the path is None."""
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        return connect(path), path
    except (OSError, sqlite3.DatabaseError) as error:
        log.warning("%s is made anew: %s", path, error)
    try:
        remove(path)
        return connect(path), path
    except (OSError, sqlite3.DatabaseError) as error:
        log.warning("what belongs in %s is kept in memory only: %s", path, error)
        return connect(None), None


def remove(path: Path | None) -> None:
    """Delete a database with the files beside it."""
    if path is not None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{path}{ending}").unlink(missing_ok=True)


def is_disk_at_fault(error: sqlite3.DatabaseError) -> bool:
    """Whether a new file would fare no better: the disk is full, or fails."""
    return "full" in str(error) or "I/O" in str(error)
