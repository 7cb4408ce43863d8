"""The first bytes tell what a file holds."""

from pathlib import Path

import pytest

from archive_app.importers.signatures import foreign_format, image_type, promises_image


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
        (b"II*\0\x08\0\0\0", "image/tiff"),
        (b"MM\0*\0\0\0\x08", "image/tiff"),
        (b"RIFF\x0a\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\x0a\0\0\0WAVEfmt ", None),
        (b"Pismo", None),
    ],
)
def test_images_are_known_by_their_first_bytes(head: bytes, media_type: str | None) -> None:
    assert image_type(head) == media_type


@pytest.mark.parametrize("letters", ["BMW je marka.", "MZ je skraćenica.", "PK i dalje", "ID3", "Rar", ""])
def test_a_text_that_begins_like_a_format_stays_a_text(letters: str) -> None:
    assert foreign_format(letters.encode()) is None


def test_a_text_in_utf_16_is_no_mp3() -> None:
    assert foreign_format("Дан".encode("utf-16")) is None


def test_names_promise_images() -> None:
    assert promises_image(Path("A.JPEG"))
    assert not promises_image(Path("jpg.txt"))
