"""Photos for the tests of the exporters."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A drawn JPEG of 640 x 480 pixels."""
    path = tmp_path / "hill.jpg"
    image = Image.new("RGB", (640, 480), (210, 205, 190))
    ImageDraw.Draw(image).polygon([(0, 480), (300, 180), (640, 480)], fill=(90, 95, 80))
    image.save(path)
    return path
