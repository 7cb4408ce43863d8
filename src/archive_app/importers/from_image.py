"""Images: JPEG, PNG, TIFF and WebP, read by Pillow."""

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile

from archive_app.core.errors import UserError
from archive_app.core.imported import MAX_PIXELS, ImportedPhoto
from archive_app.core.translation import _
from archive_app.importers.image_data import described
from archive_app.importers.naming import readable_stem, shown_name

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
THUMBNAIL = 512
"""The longest side of a thumbnail, in pixels."""

# Pillow warns beyond this number; the warning is made an error below.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "TIFF": "image/tiff",
    "WEBP": "image/webp",
}
# What Pillow raises for damaged files, beside its own OSErrors.
_DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, AttributeError, ArithmeticError,
    MemoryError, struct.error, zlib.error,
)  # fmt: skip
_ORIENTATION = 0x0112
# What brings an image upright, by its EXIF orientation; from 5 on, width and height change places.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def read_image(path: Path) -> ImportedPhoto:
    """Return the size, a thumbnail and the description of an image; of several pages or frames the first.

    Raises UserError where it is damaged or has more than `MAX_PIXELS`.
    """
    # Opened here, so that a file that cannot be read is told from one that is damaged.
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(file, formats=FORMATS) as image:
                return _read(image, path)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            message = _("“{name}” has more than {limit} million pixels. Import a smaller copy of it.")
            raise UserError(message.format(name=shown_name(path), limit=MAX_PIXELS // 1_000_000)) from error
        except _DAMAGE as error:
            message = _("“{name}” is a damaged or incomplete image. Import an undamaged copy of it.")
            raise UserError(message.format(name=shown_name(path))) from error


def _read(image: ImageFile.ImageFile, path: Path) -> ImportedPhoto:
    # Pillow turns a TIFF upright itself and gives its size accordingly.
    orientation = 1 if image.format == "TIFF" else image.getexif().get(_ORIENTATION, 1)
    width, height = image.size
    if orientation in (5, 6, 7, 8):
        width, height = height, width
    description = described(image)
    return ImportedPhoto(
        caption=description.caption or readable_stem(path),
        media_type=_MEDIA_TYPES[str(image.format)],
        width=width,
        height=height,
        thumbnail=_thumbnail(image, orientation),
        date=description.date,
        place=description.place,
        credit=description.credit,
    )


def _thumbnail(image: ImageFile.ImageFile, orientation: int) -> bytes:
    """Return a JPEG of the whole image, upright, in RGB on white, without any data about it."""
    if image.format in ("JPEG", "MPO"):
        # The decoder itself scales down by up to 8: a large photo takes a tenth of the time.
        image.draft(None, (2 * THUMBNAIL, 2 * THUMBNAIL))
    image.load()
    small = _scaled(image)
    if orientation in _UPRIGHT:
        small = small.transpose(_UPRIGHT[orientation])
    page = Image.new("RGB", small.size, "white")
    page.paste(small.convert("RGB"), mask=small.getchannel("A") if small.mode == "RGBA" else None)
    buffer = BytesIO()
    page.save(buffer, "JPEG", quality=85, optimize=True)
    return buffer.getvalue()


def _scaled(image: Image.Image) -> Image.Image:
    """Return the image in L, RGB or RGBA, no side longer than `THUMBNAIL`."""
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bit(image)
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        small = image.convert("RGBA")
    elif image.mode == "LAB":
        small = _from_lab(image)
    else:
        small = image.convert("L" if image.mode in ("1", "L") else "RGBA" if image.mode == "RGBA" else "RGB")
    small.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.LANCZOS, reducing_gap=3)
    return small


def _eight_bit(image: Image.Image) -> Image.Image:
    """Return an image of 16 or 32 bits in 8: 65535 is white, or the lightest pixel where it is beyond that."""
    small = image.convert("F")
    small.thumbnail((THUMBNAIL, THUMBNAIL), Image.Resampling.BILINEAR)
    lightest = float(str(small.getextrema()[1]))
    white = 1.0 if image.mode == "F" and lightest <= 1 else max(65535.0, lightest)
    return small.point(lambda value: value * (255 / white) + 0).convert("L")


def _from_lab(image: Image.Image) -> Image.Image:
    from PIL import ImageCms

    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
    )
    converted = ImageCms.applyTransform(image, transform)
    return converted if converted is not None else image.convert("RGB")
