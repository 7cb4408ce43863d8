from pathlib import Path

import pytest

from archive_app.services.archives import Archive
from helpers.desk import Desk, reading_of


@pytest.fixture
def desk(archive: Archive, latin_article: Path, cyrillic_article: Path) -> Desk:
    """The Latin article and the Cyrillic one, imported."""
    return Desk(archive, reading_of(archive, latin_article), reading_of(archive, cyrillic_article))
