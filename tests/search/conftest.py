from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archive_app.core.hits import Document, RecordKind
from archive_app.search.index import SearchIndex


@pytest.fixture
def make_index(tmp_path: Path) -> Iterator[Callable[..., SearchIndex]]:
    """Make an index with one passage for each text; their record ids are "0", "1" and so on."""
    made: list[SearchIndex] = []

    def make(*texts: str) -> SearchIndex:
        index = SearchIndex(tmp_path / f"index{len(made)}")
        made.append(index)
        documents = [Document(kind=RecordKind.PASSAGE, record_id=str(n), text=t) for n, t in enumerate(texts)]
        index.catch_up([(document.record_id, [document]) for document in documents], seen=1)
        return index

    yield make
    for index in made:
        index.close()
