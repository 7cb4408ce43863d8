"""File names as a person reads them."""

import re
import unicodedata
from pathlib import Path

MAX_TITLE = 200
"""The longest title that is made for a source, in code points."""


FIRST_WORDS = 60
_WORD = re.compile(r"[^\W\d_]{3,}", re.UNICODE)
_CODES = frozenset({"doc", "document", "dsc", "file", "img", "image", "scan", "text", "txt", "untitled"})


def shown_name(path: Path) -> str:
    """Return the file's name for a message; bytes that are no UTF-8 become question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def readable_stem(path: Path) -> str:
    """Return the file's name without its extension, underscores as spaces, at most `MAX_TITLE` code points."""
    stem = path.stem.encode("utf-8", "replace").decode("utf-8").replace("_", " ")
    return shortened(stem) or shown_name(path)


def tells_something(path: Path) -> bool:
    """Whether the file's name has a word in it, and is not only a number or a code (IMG_2041, 01_9f3c2ab1)."""
    return any(_WORD.fullmatch(word) and word.lower() not in _CODES for word in readable_stem(path).split())


def is_in_words(text: str) -> bool:
    """Whether a text has at least two words, and is not only the number of a part (I., 1.)."""
    return len(_WORD.findall(text)) > 1


def first_words(text: str) -> str:
    """The beginning of a text as a title of about `FIRST_WORDS` code points, cut between words."""
    line = " ".join(text.split())
    if len(line) <= FIRST_WORDS:
        return shortened(line)
    return shortened(line[:FIRST_WORDS].rsplit(" ", 1)[0].rstrip(" ,.;:–—-") + "…")


def shortened(text: str) -> str:
    """Return `text` in NFC on one line, cut to at most `MAX_TITLE` code points."""
    title = " ".join(unicodedata.normalize("NFC", text).split())
    return title if len(title) <= MAX_TITLE else title[: MAX_TITLE - 1].rstrip() + "…"
