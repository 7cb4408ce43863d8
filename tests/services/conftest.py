import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.services.archives import create_archive, open_archive
from helpers.articles import write_cyrillic, write_latin
from helpers.desk import Desk, reading_called, reading_of


@pytest.fixture(scope="session")
def two_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed archive with the Latin article and the Cyrillic one, for tests to copy."""
    folder = tmp_path_factory.mktemp("articles")
    with create_archive(folder / "archive") as archive:
        for write in (write_latin, write_cyrillic):
            reading_of(archive, write(folder))
    return folder / "archive"


@pytest.fixture
def desk(two_articles: Path, tmp_path: Path) -> Iterator[Desk]:
    """An archive with the Latin article and the Cyrillic one, closed after the test."""
    with open_archive(Path(shutil.copytree(two_articles, tmp_path / "archive"))) as archive:
        yield Desk(archive, reading_called(archive, "Grad"), reading_called(archive, "Дани"))
