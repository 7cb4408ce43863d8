"""Plain text files."""

import re
import unicodedata
from pathlib import Path

from archive_app.core.errors import UserError
from archive_app.core.imported import ImportedText
from archive_app.core.records import PassageKind
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.importers.captions import described
from archive_app.importers.encodings import decode
from archive_app.importers.kinds import is_bare_number, is_part_name, kinds
from archive_app.importers.naming import (
    first_words,
    is_in_words,
    readable_stem,
    shortened,
    shown_name,
    tells_something,
)
from archive_app.importers.passages import paragraph_spans
from archive_app.language.scripts import script_of

MAX_TEXT_BYTES = 32 * 1024 * 1024
MAX_PARAGRAPH = 1_000_000
"""The longest paragraph, in code points; what is longer is no text that a person could read."""

_TITLE_AMONG = 5
_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read_text(path: Path, encoding: str | None) -> ImportedText:
    """Return the text of a file; `encoding` is one that a person chose, None to find it out.

    Raises UserError where the file is too large, is no plain text or cannot be decoded.
    """
    size = path.stat().st_size
    if size > MAX_TEXT_BYTES:
        message = _("“{name}” is too large for a text: {size} MB, at most {limit} MB. Divide it into parts.")
        megabytes = 1024 * 1024
        raise UserError(
            message.format(name=shown_name(path), size=size // megabytes, limit=MAX_TEXT_BYTES // megabytes)
        )
    decoded, name, basis = decode(path.read_bytes(), path, encoding)
    letters = normalized(decoded)
    _check(letters, path)
    spans = paragraph_spans(letters)
    texts = [letters[span.start : span.end] for span in spans]
    _check_lengths(spans, path)
    passages = tuple(zip(kinds(texts), spans, strict=True))
    return ImportedText(
        title=_title(passages, texts) or _other_title(path, texts),
        letters=letters,
        passages=passages,
        captions=tuple(
            described(ordinal, texts[ordinal])
            for ordinal, (kind, _span) in enumerate(passages)
            if kind is PassageKind.CAPTION
        ),
        script=script_of(letters),
        encoding=name,
        encoding_basis=basis,
    )


def normalized(text: str) -> str:
    """Return `text` in NFC, lines ending in `\\n`, a form feed as an empty line, without byte order marks.

    The end-of-file mark of CP/M and DOS (U+001A) at the end goes as well. All else stays letter for letter, also
    soft hyphens, no-break spaces and the odd control character.
    """
    text = text.rstrip("\x1a").replace("\ufeff", "").replace("\f", "\n\n")
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))


def _check(letters: str, path: Path) -> None:
    """Raise UserError where the letters are none that a person could read."""
    if not letters or letters.isspace():
        message = _("“{name}” holds no text, only empty space. There is nothing to import.")
    elif "\0" in letters:
        message = _(
            "“{name}” contains NUL bytes, it is not plain text. Save it as plain text and import that."
        )
    elif len(_CONTROLS.findall(letters)) > max(1, len(letters) // 200):
        message = _("“{name}” is not plain text. Save it as plain text or as an image and import that.")
    else:
        return
    raise UserError(message.format(name=shown_name(path)))


def _check_lengths(spans: list[Span], path: Path) -> None:
    longest = max(map(len, spans), default=0)
    if longest > MAX_PARAGRAPH:
        message = _(
            "“{name}” has a paragraph of {length} characters, at most {limit} can be read. "
            "Divide it into lines and import it again."
        )
        raise UserError(message.format(name=shown_name(path), length=longest, limit=MAX_PARAGRAPH))


def _other_title(path: Path, texts: list[str]) -> str:
    """The title of a text without a heading: the file's name, or its first words where the name tells nothing."""
    if tells_something(path) or not texts:
        return readable_stem(path)
    return first_words(next(filter(is_in_words, texts), texts[0]))


def _title(passages: tuple[tuple[PassageKind, Span], ...], texts: list[str]) -> str:
    """Return the first heading at the start of the text, or an empty string.

    A number alone is no title; the name of a part (Глава прва) only where there is nothing better.
    """
    headings = [
        text
        for (kind, _span), text in zip(passages[:_TITLE_AMONG], texts, strict=False)
        if kind is PassageKind.HEADING and not is_bare_number(text)
    ]
    if not headings:
        return ""
    title = shortened(next((text for text in headings if not is_part_name(text)), headings[0]))
    return title if title.endswith("..") else title.rstrip(".,;:")
