"""What tests share: a new archive, two invented articles and a drawn picture."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from archive_app.services.archives import Archive, create_archive
from helpers.articles import CYRILLIC, LATIN

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """A new, empty archive."""
    with create_archive(tmp_path / "archive") as made:
        yield made


@pytest.fixture
def latin_article(tmp_path: Path) -> Path:
    """An article in Latin script, with one caption."""
    path = tmp_path / "grad.txt"
    path.write_text(LATIN, encoding="utf-8")
    return path


@pytest.fixture
def cyrillic_article(tmp_path: Path) -> Path:
    """An article in Cyrillic on the same days, with one caption and another date for the station."""
    path = tmp_path / "dani.txt"
    path.write_text(CYRILLIC, encoding="utf-8")
    return path


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
