"""Whatever an image file is, print gets a small RGB JPEG or hears that there is none."""

import io
from pathlib import Path

import pytest
from PIL import Image

from archive_app.core.dossier import DossierPhoto
from archive_app.exporters.photos import LONGEST_SIDE, PhotoFolder, encoded


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "RGBA", "LA", "1", "I;16", "YCbCr"])
def test_every_kind_of_colour_becomes_rgb(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "photo.tif"
    Image.new(mode, (60, 40)).save(path)
    width, height, content = encoded(path)
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (width, height))


def test_a_cmyk_jpeg_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "cmyk.jpg"
    Image.new("CMYK", (60, 40), (0, 200, 200, 0)).save(path)
    (tmp_path / "work").mkdir()
    folder = PhotoFolder(tmp_path / "work")
    assert folder.add(DossierPhoto("Crveno", path)) is not None
    assert folder.dropped() == ()


def test_large_photos_become_smaller_and_stay_upright(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (4000, 1000)).save(path, exif=exif)
    width, height, _content = encoded(path)
    assert (width, height) == (LONGEST_SIDE // 4, LONGEST_SIDE)


def test_sixteen_bit_greys_are_scaled(tmp_path: Path) -> None:
    path = tmp_path / "grey.tif"
    Image.new("I;16", (8, 8), 0x8000).save(path)
    with Image.open(io.BytesIO(encoded(path)[2])) as image:
        assert image.getpixel((4, 4)) == pytest.approx((128, 128, 128), abs=2)


def test_a_damaged_photo_is_said_once(tmp_path: Path, photo: Path) -> None:
    photo.write_bytes(photo.read_bytes()[:400])
    folder = PhotoFolder(tmp_path)
    assert folder.add(DossierPhoto("Brdo", photo)) is None
    assert folder.add(DossierPhoto("Isto brdo", photo)) is None
    assert folder.dropped() == (
        "The photo “Brdo” cannot be read (hill.jpg); its caption was printed without it.",
    )


def test_a_file_that_is_no_image_is_said(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    folder = PhotoFolder(tmp_path)
    assert folder.add(DossierPhoto("Slika", path)) is None
    assert len(folder.dropped()) == 1
