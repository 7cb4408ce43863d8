"""Images are measured, made small and described, or refused in plain words."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from archive_app.core.errors import UserError
from archive_app.importers.from_image import THUMBNAIL, read_image

RED, BLUE = (200, 30, 30), (20, 20, 200)


def two_halves(width: int = 800, height: int = 400) -> Image.Image:
    """A red left half and a blue right half."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def thumbnail_of(path: Path) -> Image.Image:
    thumbnail = Image.open(BytesIO(read_image(path).thumbnail))
    assert (thumbnail.format, thumbnail.mode) == ("JPEG", "RGB")
    assert max(thumbnail.size) <= THUMBNAIL
    assert not thumbnail.getexif()
    return thumbnail


def is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 12 for a, b in zip(pixel, colour, strict=True))


def damaged(path: Path) -> None:
    with pytest.raises(UserError, match="damaged or incomplete"):
        read_image(path)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.jpg", "image/jpeg"), ("a.png", "image/png"), ("a.tif", "image/tiff"), ("a.webp", "image/webp")],
)
def test_the_four_formats_are_read(tmp_path: Path, name: str, media_type: str) -> None:
    two_halves().save(tmp_path / name)
    photo = read_image(tmp_path / name)
    assert (photo.media_type, photo.width, photo.height, photo.caption) == (media_type, 800, 400, "a")
    thumbnail = thumbnail_of(tmp_path / name)
    assert thumbnail.size == (512, 256)
    assert is_near(thumbnail.getpixel((5, 5)), RED)
    assert is_near(thumbnail.getpixel((500, 5)), BLUE)


@pytest.mark.parametrize("suffix", ["jpg", "tif", "png", "webp"])
@pytest.mark.parametrize(
    ("orientation", "size", "red_corner"),
    [
        (2, (800, 400), (500, 5)),
        (3, (800, 400), (500, 250)),
        (6, (400, 800), (5, 5)),
        (8, (400, 800), (5, 500)),
    ],
)
def test_a_turned_image_comes_out_upright(
    tmp_path: Path, suffix: str, orientation: int, size: tuple[int, int], red_corner: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    two_halves().save(path, exif=exif)
    photo = read_image(path)
    assert (photo.width, photo.height) == size
    assert is_near(thumbnail_of(path).getpixel(red_corner), RED)


def test_a_small_image_is_not_enlarged(tmp_path: Path) -> None:
    two_halves(40, 20).save(tmp_path / "a.png")
    assert thumbnail_of(tmp_path / "a.png").size == (40, 20)


def test_cmyk_and_palettes_keep_their_colours(tmp_path: Path) -> None:
    two_halves().convert("CMYK").save(tmp_path / "cmyk.jpg")
    two_halves().convert("P").save(tmp_path / "p.png")
    for name in ("cmyk.jpg", "p.png"):
        assert is_near(thumbnail_of(tmp_path / name).getpixel((5, 5)), RED)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    Image.new(mode, (60, 60)).save(tmp_path / "a.png")
    assert is_near(thumbnail_of(tmp_path / "a.png").getpixel((30, 30)), (255, 255, 255))


def test_a_transparent_colour_becomes_white(tmp_path: Path) -> None:
    Image.new("RGB", (60, 60), RED).save(tmp_path / "a.png", transparency=RED)
    assert is_near(thumbnail_of(tmp_path / "a.png").getpixel((30, 30)), (255, 255, 255))


@pytest.mark.parametrize(
    ("mode", "value", "grey"),
    [("I;16", 0x8080, 128), ("I", 0x8080, 128), ("F", 0.5, 127), ("1", 1, 255), ("L", 90, 90)],
)
def test_grey_images_of_any_depth_keep_their_tone(tmp_path: Path, mode: str, value: float, grey: int) -> None:
    Image.new(mode, (60, 60), value).save(tmp_path / "a.tif")
    assert is_near(thumbnail_of(tmp_path / "a.tif").getpixel((30, 30)), (grey,) * 3)


def test_the_first_page_and_the_first_frame_are_taken(tmp_path: Path) -> None:
    rest = [Image.new("RGB", (800, 400), "black")]
    two_halves().save(tmp_path / "a.tif", save_all=True, append_images=rest)
    two_halves().save(tmp_path / "a.webp", save_all=True, append_images=rest)
    for name in ("a.tif", "a.webp"):
        assert is_near(thumbnail_of(tmp_path / name).getpixel((5, 5)), RED)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp"])
@pytest.mark.parametrize("kept", [0.02, 0.5, 0.97])
def test_a_truncated_image_is_refused(tmp_path: Path, suffix: str, kept: float) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.effect_noise((300, 200), 60).convert("RGB").save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    damaged(path)


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    for side in (18_000, 60_000):
        header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
        body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")
        (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + body)
        with pytest.raises(UserError, match=r"“b\.png” has more than 250 million pixels"):
            read_image(tmp_path / "b.png")


def test_other_formats_are_not_opened(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4)).save(tmp_path / "a.bmp")
    damaged(tmp_path / "a.bmp")


def test_the_description_in_the_file_is_the_caption(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Поглед на тврђаву".encode()
    two_halves().save(tmp_path / "img_001.jpg", exif=exif)
    assert read_image(tmp_path / "img_001.jpg").caption == "Поглед на тврђаву"
