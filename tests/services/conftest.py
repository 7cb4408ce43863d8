import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.services.archives import open_archive
from helpers.desk import Desk, reading_called


@pytest.fixture
def desk(two_articles: Path, tmp_path: Path) -> Iterator[Desk]:
    """An archive with the Latin article and the Cyrillic one, closed after the test."""
    with open_archive(Path(shutil.copytree(two_articles, tmp_path / "archive"))) as archive:
        yield Desk(archive, reading_called(archive, "Grad"), reading_called(archive, "Дани"))
