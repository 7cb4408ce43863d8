"""Reading a file with the importers, where heavy work runs."""

from pathlib import Path

from archive_app.core.imported import Imported
from archive_app.core.progress import SILENT, OnlyCancel, Progress
from archive_app.services.archives import Archive


def read_file(archive: Archive, path: Path, encoding: str = "", progress: Progress = SILENT) -> Imported:
    """What a file holds; `encoding` is empty where it is to be found out.

    Raises NotFound, UserError where it cannot be imported, Cancelled.
    """
    return archive.work.run(_read, path, encoding, progress=OnlyCancel(progress))


def _read(path: Path, encoding: str, progress: Progress = SILENT) -> Imported:
    from archive_app.importers.reading import read

    progress.step(0, 1, path.name)
    return read(path, encoding=encoding or None)
