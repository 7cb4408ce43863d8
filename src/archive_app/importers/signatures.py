"""What a file holds, told by its first bytes."""

import re
from pathlib import Path

SNIFFED = 4096
"""How many bytes from the start are enough."""

IMAGE_SUFFIXES = frozenset(".jpg .jpeg .jpe .jfif .png .tif .tiff .webp".split())

_IMAGES = (
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), "image/tiff"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
)
# The names are those of the formats themselves and the same in every language.
_OTHERS = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE), name)
    for pattern, name in (
        (rb"%PDF-", "PDF"),
        (rb"\{\\rtf", "RTF"),
        (rb"%!PS", "PostScript"),
        (rb"PK\x03\x04.{26}mimetypeapplication/epub", "EPUB"),
        (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", "OpenDocument"),
        (rb"PK\x03\x04.*(?:word/|\[Content_Types\]\.xml|_rels/)", "Microsoft Office"),
        (rb"PK[\x03\x05]", "ZIP"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
        (rb"\x1f\x8b", "gzip"),
        (rb"7z\xbc\xaf\x27\x1c", "7z"),
        (rb"Rar!\x1a\x07", "RAR"),
        (rb"BZh\d", "bzip2"),
        (rb"\xfd7zXZ\0", "xz"),
        (rb"GIF8[79]a", "GIF"),
        (rb"BM.{4}\0\0\0\0", "BMP"),
        (rb"\0\0\0\x0cjP  ", "JPEG 2000"),
        (rb"8BPS\0", "Photoshop"),
        (rb"AT&TFORM", "DjVu"),
        (rb".{4}ftyp(?:heic|heix|mif1|msf1)", "HEIC"),
        (rb".{4}ftypavif", "AVIF"),
        (rb".{4}ftyp", "MP4"),
        (rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2][\x10-\xef]", "MP3"),
        (rb"RIFF.{4}WAVE", "WAV"),
        (rb"RIFF.{4}AVI ", "AVI"),
        (rb"OggS\0", "Ogg"),
        (rb"fLaC\0", "FLAC"),
        (rb"\x1aE\xdf\xa3", "Matroska"),
        (rb"SQLite format 3\0", "SQLite"),
        (rb"\x7fELF", "ELF"),
        (rb"MZ.{0,200}\0\0\0", "EXE"),
        (rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html[\s>])", "HTML"),
        (rb"(?:\xef\xbb\xbf)?\s*<svg[\s>]", "SVG"),
        (rb"(?:\xef\xbb\xbf)?<\?xml\s", "XML"),
    )
)


def image_type(head: bytes) -> str | None:
    """Return the media type of an image that can be imported, None for anything else."""
    return next((media_type for pattern, media_type in _IMAGES if pattern.match(head)), None)


def foreign_format(head: bytes) -> str | None:
    """Return the name of a known format that cannot be imported, None for anything else."""
    if head[257:262] == b"ustar":
        return "tar"
    return next((name for pattern, name in _OTHERS if pattern.match(head)), None)


def promises_image(path: Path) -> bool:
    """Whether the file's name says that it is an image."""
    return path.suffix.lower() in IMAGE_SUFFIXES
