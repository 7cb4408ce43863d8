"""Photos for print: every one is drawn anew as a small RGB JPEG, so that no file can break the export."""

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from archive_app.core.dossier import DossierPhoto
from archive_app.core.imported import MAX_PIXELS
from archive_app.core.translation import _

LONGEST_SIDE = 1600
"""Pixels; at the full width of the page's text this is 270 points an inch."""

_QUALITY = 85
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")


@dataclass(frozen=True, slots=True)
class PrintedPhoto:
    """A photo as it goes into the PDF: the name of its JPEG in the export's folder and its size in pixels."""

    name: str
    width: int
    height: int


class PhotoFolder:
    """Re-encodes photos into one folder, each file once, and remembers which could not be read."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self._printed: dict[Path, PrintedPhoto | None] = {}
        self._dropped: list[str] = []

    def add(self, photo: DossierPhoto) -> PrintedPhoto | None:
        """Return the printable form of `photo`, or None where it has no scan or the scan cannot be read."""
        if photo.path is None:
            return None
        if photo.path not in self._printed:
            self._printed[photo.path] = self._encode(photo.path, photo.caption)
        return self._printed[photo.path]

    def dropped(self) -> tuple[str, ...]:
        """Return one plain sentence for each scan that could not be read."""
        return tuple(self._dropped)

    def _encode(self, path: Path, caption: str) -> PrintedPhoto | None:
        name = f"photo{len(self._printed)}.jpg"
        try:
            width, height, content = encoded(path)
        except FileNotFoundError:
            reason = _(
                "The file of the photo “{caption}” is missing ({file}); its caption was printed without it."
            )
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
            # Pillow's decoders report damage with any of these.
            reason = _("The photo “{caption}” cannot be read ({file}); its caption was printed without it.")
        else:
            (self.path / name).write_bytes(content)
            return PrintedPhoto(name, width, height)
        self._dropped.append(reason.format(caption=caption, file=path.name))
        return None


def encoded(path: Path) -> tuple[int, int, bytes]:
    """Return width and height in pixels and the JPEG bytes of the image at `path`, upright and in RGB.

    Transparent parts become white. Raises what Pillow raises where the image cannot be read (OSError,
    ValueError, SyntaxError, EOFError, DecompressionBombError).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(path, formats=_FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise Image.DecompressionBombError(f"{image.width} x {image.height} pixels")
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=3)
            flat = _opaque(upright)
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=_QUALITY)
    return flat.width, flat.height, out.getvalue()


def _opaque(image: Image.Image) -> Image.Image:
    """Return `image` in RGB on white."""
    if image.mode.startswith("I;16"):
        # Pillow clips 16-bit greys instead of scaling them.
        image = image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        solid = image.convert("RGBA")
        flat = Image.new("RGB", solid.size, "white")
        flat.paste(solid, mask=solid.getchannel("A"))
        return flat
    return image.convert("RGB")
