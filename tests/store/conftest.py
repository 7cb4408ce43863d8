from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_app.store import opening
from archive_app.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store of a new, empty archive."""
    opening.create(tmp_path / "archive")
    made = Store(tmp_path / "archive")
    yield made
    made.close()
