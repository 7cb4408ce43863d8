"""File names as a person reads them."""

import unicodedata
from pathlib import Path

MAX_TITLE = 200
"""The longest title that is made for a source, in code points."""


def shown_name(path: Path) -> str:
    """Return the file's name for a message; bytes that are no UTF-8 become question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def readable_stem(path: Path) -> str:
    """Return the file's name without its extension, underscores as spaces, at most `MAX_TITLE` code points."""
    stem = path.stem.encode("utf-8", "replace").decode("utf-8").replace("_", " ")
    return shortened(stem) or shown_name(path)


def shortened(text: str) -> str:
    """Return `text` in NFC on one line, cut to at most `MAX_TITLE` code points."""
    title = " ".join(unicodedata.normalize("NFC", text).split())
    return title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 1].rstrip() + "…"
