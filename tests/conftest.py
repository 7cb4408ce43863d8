"""What tests share: a new archive, two invented articles and a drawn picture."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from archive_app.services.archives import Archive, create_archive, open_archive
from helpers.articles import write_cyrillic, write_latin
from helpers.desk import reading_of

# All tests, and the processes that they start, share one list of dictionary forms: setting it takes seconds.
os.environ["XDG_CACHE_HOME"] = str(Path(__file__).parents[1] / ".pytest_cache" / "caches")

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(scope="session", autouse=True)
def _dictionary() -> None:
    from archive_app.search import dictionary

    dictionary.make()


@pytest.fixture(scope="module", autouse=True)
def _forget_words() -> Iterator[None]:
    """Give back what was worked out about words: a heap of it makes each collection of garbage slow."""
    yield
    from archive_app.search.gathering import forget

    forget()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty, closed archive, for tests to copy: making one takes longer."""
    folder = tmp_path_factory.mktemp("blank") / "archive"
    create_archive(folder).close()
    return folder


@pytest.fixture(scope="session")
def two_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed archive with the Latin article and the Cyrillic one, for tests to copy."""
    folder = tmp_path_factory.mktemp("articles")
    with create_archive(folder / "archive") as archive:
        for write in (write_latin, write_cyrillic):
            reading_of(archive, write(folder))
    return folder / "archive"


@pytest.fixture
def archive(blank: Path, tmp_path: Path) -> Iterator[Archive]:
    """An empty archive, closed after the test."""
    with open_archive(Path(shutil.copytree(blank, tmp_path / "archive"))) as opened:
        yield opened


@pytest.fixture
def latin_article(tmp_path: Path) -> Path:
    """An article in Latin script, with one caption."""
    return write_latin(tmp_path)


@pytest.fixture
def cyrillic_article(tmp_path: Path) -> Path:
    """An article in Cyrillic on the same days, with one caption and another date for the station."""
    return write_cyrillic(tmp_path)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A drawn JPEG of 320 x 200 pixels."""
    from PIL import Image, ImageDraw

    path = tmp_path / "bedem.jpg"
    image = Image.new("RGB", (320, 200), (214, 208, 190))
    ImageDraw.Draw(image).rectangle((40, 90, 280, 200), fill=(96, 88, 74))
    image.save(path)
    return path


@pytest.fixture
def seeds() -> list[Path]:
    """The two real articles beside the project, the Latin one first; the test is skipped where they are absent."""
    found = sorted(SEEDS.glob("*.txt"))
    if len(found) != 2:
        pytest.skip("no seeds beside the project")
    return found
