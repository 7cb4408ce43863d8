"""Reading a file of any known format. What it is follows from its content; its name is only a promise."""

import stat
from collections.abc import Callable
from pathlib import Path

from archive_app.core.errors import NotFound, UserError
from archive_app.core.imported import Imported
from archive_app.core.translation import _
from archive_app.importers.from_text import read_text
from archive_app.importers.naming import shown_name
from archive_app.importers.signatures import SNIFFED, foreign_format, image_type, promises_image

Reader = Callable[[Path, str | None], Imported]


def _read_image(path: Path, encoding: str | None) -> Imported:
    # Pillow is loaded with the first image.
    from archive_app.importers.from_image import read_image

    if encoding is not None:
        message = _("“{name}” is an image, which has no text encoding. Import it without one.")
        raise UserError(message.format(name=shown_name(path)))
    return read_image(path)


READERS: dict[str, Reader] = {
    "text/plain": read_text,
    "image/jpeg": _read_image,
    "image/png": _read_image,
    "image/tiff": _read_image,
    "image/webp": _read_image,
}
"""The readers by the media type of what they read."""


def read(path: Path, *, encoding: str | None = None) -> Imported:
    """Return what a file holds: a text with its passages, or a photo with what the file says of it.

    `encoding` is one that the person chose for a text; None to find it out. Raises UserError (NotFound where
    there is no such file) with what is wrong and what to do; the error can be pickled.
    """
    try:
        head = _head(path)
        return READERS[_media_type(head, path)](path, encoding)
    except FileNotFoundError as error:
        message = _("“{name}” does not exist. Check its name and folder.")
        raise NotFound(message.format(name=shown_name(path))) from error
    except PermissionError as error:
        message = _(
            "“{name}” may not be read. Ask its owner for permission, or copy it to a folder of yours."
        )
        raise UserError(message.format(name=shown_name(path))) from error
    except OSError as error:
        message = _("“{name}” cannot be read ({reason}). Check the disk that it is on and try again.")
        raise UserError(message.format(name=shown_name(path), reason=error.strerror or error)) from error


def _head(path: Path) -> bytes:
    """Return the first bytes of a file. Raises UserError for what is no file or is empty."""
    if "\0" in str(path):
        raise FileNotFoundError(str(path))
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        message = _("“{name}” is a folder. Choose the files in it.")
    elif not stat.S_ISREG(mode):
        message = _("“{name}” is not a file but a device. Choose a file.")
    else:
        with path.open("rb") as file:
            head = file.read(SNIFFED)
        if head:
            return head
        message = _("“{name}” is empty: it holds no bytes. Import an undamaged copy of it.")
    raise UserError(message.format(name=shown_name(path)))


def _media_type(head: bytes, path: Path) -> str:
    """Return the media type of what begins with `head`, one of `READERS`. Raises UserError for all else."""
    image = image_type(head)
    if image is not None:
        return image
    foreign = foreign_format(head)
    if foreign is not None:
        message = _(
            "“{name}” holds {format}, which cannot be imported. Plain text and images (JPEG, PNG, TIFF, WebP) can: "
            "save it as one of these."
        )
        raise UserError(message.format(name=shown_name(path), format=foreign))
    if promises_image(path):
        message = _(
            "“{name}” has the name of an image, but holds none. Import an undamaged copy; if it is a text, "
            "give it a name that ends in .txt."
        )
        raise UserError(message.format(name=shown_name(path)))
    return "text/plain"
