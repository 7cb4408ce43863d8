"""What the commands share: the folder argument, the JSON option, and an opened archive."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from archive_app.cli.output import TerminalProgress
from archive_app.services.archives import Archive, open_archive

FOLDER = click.Path(path_type=Path, file_okay=False)
folder_argument = click.argument("folder", metavar="DIR", type=FOLDER)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Archive, TerminalProgress]]:
    """The archive in `folder`, closed at the end, and a progress line."""
    progress = TerminalProgress()
    with open_archive(folder) as archive:
        try:
            yield archive, progress
        finally:
            progress.close()
