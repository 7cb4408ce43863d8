"""Which encoding the bytes of a Serbian text are in, and its letters.

A byte order mark decides at once, then valid UTF-8, then UTF-16 by its zero bytes. What remains is one of the
eight-bit encodings that Serbian texts are kept in; each is tried, and the reading whose letter pairs are the
most Serbian is taken. Pure ASCII may be YUSCII (JUS I.B1.002), which puts Ž Š Đ Ć Č in the place of @ [ \\ ] ^.
"""

import codecs
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from archive_app.core.errors import UserError
from archive_app.core.translation import _
from archive_app.importers.bigrams import LATIN, LETTERS, PAIRS
from archive_app.importers.naming import shown_name

DECLARED, CERTAIN, GUESSED, CHOSEN = "declared", "certain", "guessed", "chosen"

YUSCII = "yuscii"

EIGHT_BIT = ("cp1250", "cp1251", "iso-8859-2", "iso-8859-5")
"""The eight-bit encodings that are tried; the first of equal readings is taken."""

# The longer marks stand first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_MIN_SCORE = -1.0
_CONTROLS = bytes(code for code in range(1, 32) if code not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_YUSCII_LETTERS = str.maketrans("@[\\]^`{|}~", "ŽŠĐĆČžšđćč")
_YUSCII_SIGN = re.compile(r"[@\[\\\]^`{|}~]")
_YUSCII_LOWER = frozenset("`{|}~")
_USUAL_SIGNS = frozenset("„“”‚‘’«»‹›–—…§°·•\u00a0\u00ad")


def decode(data: bytes, path: Path, encoding: str | None = None) -> tuple[str, str, str]:
    """Return the letters of `data`, the encoding's name and the basis of the decision.

    `encoding` is one that a person chose. The basis is "declared", "certain", "guessed" or "chosen", as in
    `ImportedText`. Raises UserError, naming `path`, where `data` is no text or cannot be read as asked.
    """
    if encoding is not None:
        return _decode_chosen(data, encoding, path)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_declared(data[len(mark) :], name, path), name, DECLARED
    if b"\0" in data or _is_full_of_controls(data):
        wide = _wide_encoding(data)
        if wide is None:
            raise _no_text(data, path)
        return data.decode(wide), wide, CERTAIN
    return _decode_narrow(data, path)


def guess(data: bytes) -> str:
    """Return the letters of a short text inside another file (a caption in a photo); never fails."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        name = _likeliest(data)[0] or EIGHT_BIT[0]
        return data.decode(name, "replace")


def _decode_declared(data: bytes, name: str, path: Path) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _damaged(path, name, error.start) from error


def _decode_chosen(data: bytes, encoding: str, path: Path) -> tuple[str, str, str]:
    try:
        if encoding.strip().lower() == YUSCII:
            return data.decode("ascii").translate(_YUSCII_LETTERS), YUSCII, CHOSEN
        name = codecs.lookup(encoding).name
        letters = data.decode(name)
        letters.encode("utf-8")
    except UnicodeError as error:
        message = _("“{name}” cannot be read as {encoding}. Choose another encoding.")
        raise UserError(message.format(name=shown_name(path), encoding=encoding)) from error
    except (LookupError, ValueError) as error:
        message = _("“{encoding}” is not a known encoding. Choose one such as utf-8, cp1250 or cp1251.")
        raise UserError(message.format(encoding=encoding.replace("\0", ""))) from error
    return letters, name, CHOSEN


def _decode_narrow(data: bytes, path: Path) -> tuple[str, str, str]:
    """Decode what has no byte order mark and is not UTF-16."""
    if data.isascii():
        letters = data.decode("ascii")
        if _is_yuscii(letters):
            return letters.translate(_YUSCII_LETTERS), YUSCII, GUESSED
        return letters, "ascii", CERTAIN
    try:
        return data.decode("utf-8"), "utf-8", CERTAIN
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            raise _damaged(path, "utf-8", error.start) from error
    name, score = _likeliest(data)
    if name is None or score < _MIN_SCORE:
        message = _(
            "“{name}” is not plain text, or its encoding is not known. Choose the encoding to import it."
        )
        raise UserError(message.format(name=shown_name(path)))
    return data.decode(name), name, GUESSED


def _is_full_of_controls(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > max(1, len(sample) // 200)


def _no_text(data: bytes, path: Path) -> UserError:
    if b"\0" in data and not _is_full_of_controls(data.replace(b"\0", b"")):
        message = _(
            "“{name}” contains NUL bytes, it is not plain text. Save it as plain text and import that."
        )
    else:
        message = _("“{name}” is not plain text. Save it as plain text or as an image and import that.")
    return UserError(message.format(name=shown_name(path)))


def _damaged(path: Path, encoding: str, byte: int) -> UserError:
    message = _(
        "“{name}” is {encoding} text, damaged after {byte} bytes. Import an undamaged copy, or choose the encoding."
    )
    return UserError(message.format(name=shown_name(path), encoding=encoding.upper(), byte=byte))


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether all but a few of the bytes beyond ASCII form UTF-8 sequences: a damaged file, not another encoding."""
    letters = data[:_SAMPLE].decode("utf-8", "replace")
    wrong = letters.count("\ufffd")
    return sum(character > "\x7f" for character in letters) - wrong > 10 * wrong


# UTF-16 without a mark


def _wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 in which `data` is an ordinary European text, or None."""
    if len(data) % 2:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        try:
            letters = data.decode(name)
        except UnicodeDecodeError:
            continue
        sample = letters[:_SAMPLE]
        usual = sum(map(_is_usual, sample))
        if usual >= 0.9 * len(sample) and "\0" not in letters:
            return name
    return None


def _is_usual(character: str) -> bool:
    """Whether a Serbian text may well hold it: Latin, Cyrillic, general punctuation, signs of currency."""
    code = ord(character)
    return (
        0x20 <= code < 0x7F
        or character in "\t\n\r\f\ufeff"
        or 0xA0 <= code < 0x250
        or 0x400 <= code < 0x530
        or (0x2000 <= code < 0x2150)
    )


# Eight bits


def _likeliest(data: bytes) -> tuple[str | None, float]:
    """Return the eight-bit encoding whose reading is the most Serbian, and its score per pair of bytes.

    Only pairs with a byte beyond ASCII count: the others read the same in each.
    """
    sample = data[:_SAMPLE] if len(data) <= _SAMPLE or not data[:_SAMPLE].isascii() else data
    counts = Counter(zip(b" " + sample, sample + b" ", strict=True))
    pairs = [(pair, count) for pair, count in counts.items() if max(pair) > 0x7F]
    total = sum(count for _pair, count in pairs)
    best: tuple[str | None, float] = (None, float("-inf"))
    for name in EIGHT_BIT:
        table = _table(name)
        try:
            letters = data.decode(name)
        except UnicodeDecodeError:
            continue
        if re.search("[\x80-\x84\x86-\x9f]", letters):
            continue
        score = sum(_pair_score(table[a], table[b]) * count for (a, b), count in pairs) / max(total, 1)
        if score > best[1]:
            best = name, score
    return best


@lru_cache(maxsize=len(EIGHT_BIT))
def _table(name: str) -> str:
    return bytes(range(256)).decode(name, "replace")


@lru_cache(maxsize=8192)
def _pair_score(first: str, second: str) -> float:
    """Return how Serbian two neighbouring characters are: 0 to 9 for letters as in `PAIRS`, else less."""
    if first.isalpha() and second.isalpha():
        if (first >= "\u0400") != (second >= "\u0400"):
            return -8
        if first.islower() and second.isupper():
            return -6
    rows = _place(first), _place(second)
    if min(rows) < 0:
        return min(rows)
    if rows == (0, 0):
        return 3
    score = int(PAIRS[rows[0]][rows[1]])
    # A capital alone between spaces is rarer than a sign; a sign is told from it by this.
    alone = first.isupper() and not second.isalpha()
    return score - 4 if alone else score


def _place(character: str) -> int:
    """Return the row in `PAIRS`; below zero: how unlikely a character is that Serbian does not use."""
    lower = character.lower()
    place = LETTERS.find(LATIN.get(lower, lower))
    if place >= 0:
        return place
    if character.isascii() or character in _USUAL_SIGNS:
        # The letters that only foreign names have (q, w, x, y) count as ordinary: they read the same in each.
        return 0
    if character.isalpha():
        return -3
    return -1 if character.isprintable() else -12


# YUSCII


def _is_yuscii(letters: str) -> bool:
    """Whether an ASCII text is Serbian with YUSCII's letters. Where it is not clear, it is not.

    The signs must stand at words and often within them, be of at least two kinds, make up a share of the
    letters that is usual for ž š đ ć č (about 5 %), and form usual Serbian pairs with their neighbours.
    """
    sample = letters[:_SAMPLE]
    signs = [match.start() for match in _YUSCII_SIGN.finditer(sample)]
    at_words = [at for at in signs if sample[at - 1 : at].isalpha() or sample[at + 1 : at + 2].isalpha()]
    within = sum(sample[at - 1 : at].isalpha() and sample[at + 1 : at + 2].isalpha() for at in at_words)
    kinds = {sample[at] for at in at_words}
    count = len(at_words)
    if count < 4 or len(kinds) < 2 or count < 0.9 * len(signs) or within < 0.4 * count:
        return False
    if not 0.01 <= count / (count + sum(map(str.isalpha, sample))) <= 0.15:
        return False
    if sum(sample[at] in _YUSCII_LOWER for at in at_words) < count / 2 and not sample.isupper():
        return False
    read = f" {sample} ".translate(_YUSCII_LETTERS)
    scores = [_pair_score(read[at + side], read[at + side + 1]) for at in at_words for side in (0, 1)]
    return sum(scores) / len(scores) >= 4.5
