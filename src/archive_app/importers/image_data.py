"""What an image file says of the photo in it: EXIF 2.32 and IPTC-IIM 4.2 (the record 2 of press agencies)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime

from PIL import ExifTags, ImageFile, IptcImagePlugin

from archive_app.importers.encodings import guess

MAX_FIELD = 10_000
"""The longest description that is kept, in code points."""

_FIRST_YEAR = 1800
_DATE_CREATED, _BY_LINE, _CITY, _SUBLOCATION, _CREDIT, _CAPTION = (
    (2, 55),
    (2, 80),
    (2, 90),
    (2, 92),
    (2, 110),
    (2, 120),
)
_DAY = re.compile(r"(\d{4})\D?(\d\d)\D?(\d\d)(?!\d)")
# Cameras write these in the place of a description.
_NO_DESCRIPTION = frozenset(
    {"olympus digital camera", "sony dsc", "dcim", "default", "minolta digital camera"}
)

IptcFields = dict[tuple[int, int], bytes | list[bytes]]


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a photo; `date` is EDTF text; what is not known is empty."""

    caption: str = ""
    date: str = ""
    place: str = ""
    credit: str = ""


def described(image: ImageFile.ImageFile) -> Description:
    """Return what the file says. IPTC comes first: people write it, EXIF comes from the camera or scanner."""
    iptc, exif = _iptc(image), image.getexif()
    moments = exif.get_ifd(ExifTags.IFD.Exif)
    dates = [*_values(iptc, _DATE_CREATED)]
    dates += [
        _text(moments.get(tag)) for tag in (ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized)
    ]
    caption = _joined(iptc, _CAPTION) or _text(exif.get(ExifTags.Base.ImageDescription))
    return Description(
        caption="" if caption.lower() in _NO_DESCRIPTION else caption,
        date=next(filter(None, map(edtf_day, dates)), ""),
        place=_joined(iptc, _CITY, _SUBLOCATION),
        credit=_joined(iptc, _BY_LINE, _CREDIT) or _text(exif.get(ExifTags.Base.Artist)),
    )


def edtf_day(text: str) -> str:
    """Return the day of an EXIF or IPTC date as EDTF; unknown parts (00) are left out.

    Dates that cannot be (0000:00:00, a 31 February, the future, before photography) give an empty string.
    """
    match = _DAY.match(text)
    if match is None:
        return ""
    year, month, day = map(int, match.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return ""
    if year < _FIRST_YEAR or first > datetime.now(UTC).date():
        return ""
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def _iptc(image: ImageFile.ImageFile) -> IptcFields:
    try:
        return IptcImagePlugin.getiptcinfo(image) or {}
    except (SyntaxError, ValueError, OSError, TypeError, AttributeError):
        # The picture is what matters; a damaged description is as good as none.
        return {}


def _values(fields: IptcFields, key: tuple[int, int]) -> list[str]:
    value = fields.get(key, [])
    return [text for text in map(_text, value if isinstance(value, list) else [value]) if text]


def _joined(fields: IptcFields, *keys: tuple[int, int]) -> str:
    """Return the values of these fields, each once, with commas between."""
    return ", ".join(dict.fromkeys(value for key in keys for value in _values(fields, key)))


def _text(value: object) -> str:
    """Return the letters of a field on one line. Pillow gives EXIF's bytes as if they were ISO-8859-1."""
    data = value if isinstance(value, bytes) else b""
    if isinstance(value, str):
        data = (
            value.encode("latin-1") if max(value, default="") <= "\xff" else value.encode("utf-8", "replace")
        )
    text = unicodedata.normalize("NFC", guess(data.split(b"\0", 1)[0]))
    kept = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(kept.split())[:MAX_FIELD]
