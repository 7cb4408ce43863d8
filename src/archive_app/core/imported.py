"""What an importer makes of a file: plain data, before anything is stored."""

from dataclasses import dataclass

from archive_app.core.records import PassageKind, Script
from archive_app.core.spans import Span

MAX_PIXELS = 250_000_000
"""The largest image that is imported, and so the largest that is ever printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedCaption:
    """What a caption passage tells of its photo; `date` is EDTF text or empty."""

    ordinal: int
    caption: str
    date: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedText:
    """A text file as read: letters in NFC with `\\n` line ends, and its passages in order.

    `encoding_basis`: "declared" (byte order mark), "certain" (only one reading is possible), "guessed" (the
    likeliest of several) or "chosen" (by the person).
    """

    title: str
    letters: str
    passages: tuple[tuple[PassageKind, Span], ...]
    captions: tuple[ImportedCaption, ...]
    script: Script
    encoding: str
    encoding_basis: str
    media_type: str = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPhoto:
    """An image file as read; `width` and `height` in pixels as a person sees it (EXIF orientation applied).

    `date` is EDTF text or empty; `thumbnail` is a JPEG of at most 512 pixels a side.
    """

    caption: str
    media_type: str
    width: int
    height: int
    thumbnail: bytes
    date: str = ""
    place: str = ""
    credit: str = ""


Imported = ImportedText | ImportedPhoto
