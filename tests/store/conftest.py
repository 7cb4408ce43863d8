import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.store.store import Store


@pytest.fixture
def store(blank: Path, tmp_path: Path) -> Iterator[Store]:
    """The store of an empty archive, closed after the test."""
    made = Store(Path(shutil.copytree(blank, tmp_path / "archive")))
    yield made
    made.close()
