"""Opening and closing the database file: one writing connection, one plain file when closed.

Settings follow SQLite's documentation of WAL, `synchronous` and `locking_mode`: with exclusive locking no second
program can open the file, with FULL a commit that returned survives a power cut, and switching the journal
back at close leaves a single file that opens on read-only media.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from archive_app.core.errors import NotFound, UserError
from archive_app.core.translation import _
from archive_app.store import tables

log = logging.getLogger(__name__)

DATABASE = "archive.db"
BACKUPS = "backups"
_NOT_OURS = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_CACHE_KIB = 16_000
"""Memory for pages of the database: SQLite's own 2 MB hold less than the passages of one page of results."""
_HEADER = b"SQLite format 3\0"
_SETTINGS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "locking_mode": "exclusive"}


def create(folder: Path) -> None:
    """Make an empty archive in `folder`, which is made if need be. Raises UserError if it holds anything."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / DATABASE).exists():
            raise UserError(
                _("There is already an archive in {folder}; open it instead.").format(folder=folder)
            )
        if any(folder.iterdir()):
            raise UserError(not_empty(folder))
        (folder / "media").mkdir()
    except OSError as error:
        raise UserError(
            _("No archive can be made in {folder}: {reason}.").format(folder=folder, reason=error.strerror)
        ) from error
    connection = sqlite3.connect(folder / DATABASE)
    try:
        connection.execute(f"PRAGMA application_id = {tables.APPLICATION_ID}")
    except sqlite3.OperationalError as error:
        connection.close()
        for path in ((folder / DATABASE), (folder / f"{DATABASE}-journal")):
            path.unlink(missing_ok=True)
        (folder / "media").rmdir()
        raise _explained(error, folder / DATABASE) from error
    connection.close()


def not_empty(folder: Path) -> str:
    """The sentence for a folder that cannot become an archive because it holds something else."""
    return _("The folder {folder} is not empty; choose a new or an empty one.").format(folder=folder)


def connect(folder: Path, read_only: bool = False) -> tuple[sqlite3.Connection, bool]:
    """Open the database of the archive in `folder`; return it and whether it can only be read.

    Where the folder or its medium does not allow writing, it is opened read-only. Raises NotFound where there is
    no archive, UserError where it is damaged, of a newer schema, or open in another program.
    """
    path = folder / DATABASE
    if not path.is_file():
        raise NotFound(
            _("There is no archive in {folder}: it has no file {name}.").format(folder=folder, name=DATABASE)
        )
    _check_file(path)
    if not any(Path(f"{path}{ending}").exists() for ending in ("-wal", "-journal")):
        _look_inside(path)
    connection = None if read_only else _writable(path)
    if connection is not None:
        return _prepare(connection, folder), False
    return _read_only(path), True


def close(connection: sqlite3.Connection, read_only: bool) -> None:
    """Close the database; a writable one is brought back to one plain file first.

    Where the disk has no room for that, the file and its `-wal` stay beside each other until the next opening.
    """
    try:
        if not read_only:
            connection.execute("PRAGMA optimize")
            connection.execute("PRAGMA journal_mode = delete")
    except sqlite3.DatabaseError as error:
        log.warning("the archive was closed, but is not one plain file: %s", error)
    finally:
        connection.close()


def _check_file(path: Path) -> None:
    """Refuse a file whose header says that it is no database, another program's, or cut short."""
    size = path.stat().st_size
    with path.open("rb") as file:
        header = file.read(100)
    if size == 0 or len(header) < 100 or not header.startswith(_HEADER):
        raise _damaged(path)
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    complete = Path(f"{path}-wal").exists() or size >= pages * page_size
    if not complete:
        raise _damaged(path)
    if int.from_bytes(header[68:72], "big") != tables.APPLICATION_ID:
        raise UserError(_("{path} is a database of another program, not an archive.").format(path=path))


def _look_inside(path: Path) -> None:
    """Refuse a closed file of a newer schema, or one whose schema cannot be read, before anything writes to it:
    opening for writing changes the header."""
    try:
        connection = _immutable(path)
        try:
            _refuse_newer(int(connection.execute("PRAGMA user_version").fetchone()[0]), path)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise _explained(error, path) from error


def _immutable(path: Path) -> sqlite3.Connection:
    """A connection to a closed file that neither locks nor writes anything, also on read-only media."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _damaged(path: Path) -> UserError:
    backups = sorted((path.parent / BACKUPS).glob("*.db"))
    if backups:
        message = _(
            "The archive's database {path} is damaged and was left as it is. "
            "Keep a copy of it, then put {backup} in its place."
        )
        return UserError(message.format(path=path, backup=backups[-1]))
    message = _(
        "The archive's database {path} is damaged and was left as it is. Put a copy of your own in its place; "
        "the original files are still in the folder {media}."
    )
    return UserError(message.format(path=path, media=path.parent / "media"))


def _writable(path: Path) -> sqlite3.Connection | None:
    """A connection that holds the file for itself, or None where it cannot be written."""
    # Transactions are begun by name only: a statement that is refused must leave none open.
    connection = sqlite3.connect(path, timeout=0.2, check_same_thread=False, isolation_level=None)
    try:
        for name, value in (("locking_mode", "exclusive"), ("journal_mode", "wal")):
            connection.execute(f"PRAGMA {name} = {value}").fetchone()
        connection.execute("PRAGMA synchronous = full")
        connection.execute("PRAGMA foreign_keys = on")
        connection.execute("PRAGMA recursive_triggers = on")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            return None
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_IOERR and not os.access(path, os.W_OK):
            return None
        raise _explained(error, path) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _explained(error, path) from error
    settings = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _SETTINGS}
    if settings != _SETTINGS:
        connection.close()
        log.error("settings of %s: %s", path, settings)
        raise UserError(
            _(
                "The disk that holds {path} does not allow safe writing; copy the archive to another disk."
            ).format(path=path)
        )
    return connection


def _explained(error: sqlite3.DatabaseError, path: Path) -> UserError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return UserError(
            _("The archive {folder} is open in another window or program; close it there first.").format(
                folder=path.parent
            )
        )
    if code == sqlite3.SQLITE_FULL:
        return disk_full(path.parent)
    if code == sqlite3.SQLITE_IOERR:
        log.error("input or output failed in %s: %s", path, error)
        return disk_fails(path.parent)
    log.error("cannot open %s: %s", path, error)
    return _damaged(path)


@contextmanager
def explaining(folder: Path) -> Iterator[None]:
    """Turn what a damaged file, a full disk or a failing one raises within into UserErrors."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _NOT_OURS:
            raise _explained(error, folder / DATABASE) from error
        raise


def only_readable(folder: Path) -> UserError:
    """The error for writing to an archive that was opened for reading only."""
    return UserError(_("The archive {folder} is open for reading only.").format(folder=folder))


def disk_fails(path: Path) -> UserError:
    """The error for a disk that does not read or write what it should."""
    return UserError(
        _(
            "The disk that holds {path} could not be read or written; nothing was changed. "
            "Look whether it is connected and has room, and try again."
        ).format(path=path)
    )


def disk_full(path: Path) -> UserError:
    """The error for a disk that has no room left for the archive."""
    return UserError(
        _("The disk that holds {path} is full; nothing was changed. Make room and try again.").format(
            path=path
        )
    )


def _read_only(path: Path) -> sqlite3.Connection:
    if Path(f"{path}-wal").exists() and Path(f"{path}-wal").stat().st_size:
        raise UserError(
            _(
                "The archive {folder} cannot be written and was not closed properly the last time; "
                "copy the whole folder to a disk that can be written, and open it there."
            ).format(folder=path.parent)
        )
    try:
        connection = _immutable(path)
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise _explained(error, path) from error
    _refuse_newer(version, path)
    if version < tables.VERSION:
        connection.close()
        raise UserError(
            _(
                "The archive {folder} is of an older version and cannot be written; copy it to a disk first."
            ).format(folder=path.parent)
        )
    return connection


def _refuse_newer(version: int, path: Path) -> None:
    if version > tables.VERSION:
        raise UserError(
            _("The archive {folder} was made by a newer version of this program; update the program.").format(
                folder=path.parent
            )
        )


def _prepare(connection: sqlite3.Connection, folder: Path) -> sqlite3.Connection:
    """Bring the schema up to date, keeping a copy of an older one, and put the triggers back."""
    path = folder / DATABASE
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        _refuse_newer(version, path)
        if version < tables.VERSION:
            if version:
                back_up(connection, folder, f"before-version-{tables.VERSION}")
            _migrate(connection)
        connection.execute("UPDATE open_operation SET number = NULL WHERE number IS NOT NULL")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _explained(error, path) from error
    except UserError:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply the migrations that are missing. They are loaded only here: sqlite-utils is slow to import."""
    import sqlite_utils

    from archive_app.store import schema, triggers

    db = sqlite_utils.Database(connection, execute_plugins=False)
    schema.migrations.apply(db)
    connection.execute(f"PRAGMA user_version = {tables.VERSION}")
    with db.atomic():
        triggers.install(connection)


def back_up(connection: sqlite3.Connection, folder: Path, reason: str) -> Path:
    """Copy the database into `backups/`; a copy that could not be finished leaves nothing behind."""
    target = folder / BACKUPS / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{reason}.db"
    unfinished = target.with_suffix(".unfinished")
    try:
        target.parent.mkdir(exist_ok=True)
        copy = sqlite3.connect(unfinished)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        unfinished.replace(target)
    except (OSError, sqlite3.DatabaseError) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        log.error("no backup of %s: %s", folder, error)
        raise UserError(
            _("No safety copy could be made in {folder}, so the archive was left as it is.").format(
                folder=target.parent
            )
        ) from error
    return target
