"""Dates, places, names and descriptions inside image files."""

import struct
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from archive_app.importers.image_data import Description, described, edtf_day

EXIF_IFD, ORIGINAL, DIGITIZED, ARTIST, TEXT = 0x8769, 0x9003, 0x9004, 0x013B, 0x010E


def exif_of(day: str = "", digitized: str = "", artist: bytes = b"", text: bytes = b"") -> Image.Exif:
    exif = Image.Exif()
    for tag, value in ((ARTIST, artist), (TEXT, text)):
        if value:
            exif[tag] = value
    for tag, moment in ((ORIGINAL, day), (DIGITIZED, digitized)):
        if moment:
            exif.get_ifd(EXIF_IFD)[tag] = moment
    return exif


def iptc_segment(*fields: tuple[int, bytes]) -> bytes:
    """A JPEG segment APP13 as Photoshop writes it, with fields of IPTC's record 2."""
    data = b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(value)) + value for number, value in fields)
    block = (
        b"Photoshop 3.0\0"
        + b"8BIM"
        + struct.pack(">HHI", 0x0404, 0, len(data))
        + data
        + b"\0" * (len(data) % 2)
    )
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


def description(path: Path) -> Description:
    with Image.open(path) as image:
        assert isinstance(image, ImageFile.ImageFile)
        return described(image)


def jpeg(folder: Path, exif: Image.Exif | None = None, *fields: tuple[int, bytes]) -> Path:
    path = folder / "a.jpg"
    Image.new("RGB", (8, 8)).save(path, exif=Image.Exif() if exif is None else exif)
    if fields:
        data = path.read_bytes()
        path.write_bytes(data[:2] + iptc_segment(*fields) + data[2:])
    return path


def test_exif_tells_day_artist_and_description(tmp_path: Path) -> None:
    exif = exif_of("1938:05:14 10:20:30", "2019:01:02 00:00:00", b"Ana Simic", b"Sajam\non the Sava \0\0")
    assert description(jpeg(tmp_path, exif)) == Description(
        "Sajam on the Sava", "1938-05-14", "", "Ana Simic"
    )


def test_the_day_of_scanning_stands_in_for_a_missing_one(tmp_path: Path) -> None:
    assert (
        description(jpeg(tmp_path, exif_of("0000:00:00 00:00:00", "2019:01:02 00:00:00"))).date
        == "2019-01-02"
    )


def test_iptc_tells_more_and_comes_first(tmp_path: Path) -> None:
    fields = (
        (55, b"19441020"), (80, "Ратко Чолић".encode()), (80, "Ана Симић".encode()), (90, "Београд".encode()),
        (92, "Калемегдан".encode()), (110, "Архив".encode()), (120, "Поглед на ушће".encode()),
    )  # fmt: skip
    assert description(jpeg(tmp_path, exif_of("2019:01:02 00:00:00", text=b"scan"), *fields)) == Description(
        "Поглед на ушће", "1944-10-20", "Београд, Калемегдан", "Ратко Чолић, Ана Симић, Архив"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1250", "iso-8859-2"])
def test_descriptions_in_old_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    letters = "Žene na čišćenju snega u Šapcu, još pre mraza"
    assert description(jpeg(tmp_path, None, (120, letters.encode(encoding)))).caption == letters
    assert description(jpeg(tmp_path, exif_of(text=letters.encode(encoding)))).caption == letters


def test_what_a_camera_writes_is_no_description(tmp_path: Path) -> None:
    assert description(jpeg(tmp_path, exif_of(text=b"OLYMPUS DIGITAL CAMERA         "))).caption == ""


def test_a_damaged_iptc_block_is_as_good_as_none(tmp_path: Path) -> None:
    path = jpeg(tmp_path, exif_of("1938:05:14 10:20:30"), (120, b"a" * 40))
    data = path.read_bytes().replace(b"\x1c\x02\x78\x00\x28", b"\x1c\x02\x78\x8f\xff")
    path.write_bytes(data)
    assert description(path).date == "1938-05-14"


def test_nothing_known_is_empty(tmp_path: Path) -> None:
    assert description(jpeg(tmp_path)) == Description()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1944:10:20 12:00:00", "1944-10-20"),
        ("1944-10-20", "1944-10-20"),
        ("19441020", "1944-10-20"),
        ("19441000", "1944-10"),
        ("19440000", "1944"),
        ("0000:00:00 00:00:00", ""),
        ("1938:02:31 00:00:00", ""),
        ("1938:13:01 00:00:00", ""),
        ("0001:01:01 00:00:00", ""),
        ("9999:01:01 00:00:00", ""),
        ("    :  :     :  :  ", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_days_that_cannot_be_are_dropped(text: str, day: str) -> None:
    assert edtf_day(text) == day
