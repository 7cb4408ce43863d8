"""The fonts of printed reports: Noto Serif and Noto Sans, installed as packages, never the system's."""

import struct
from functools import cache
from importlib import resources
from pathlib import Path

FONT_PACKAGES = ("fontpkg_noto_serif", "fontpkg_noto_sans")
FAMILIES = ("Noto Serif", "Noto Sans")
"""The families by name, in the order in which a letter is looked for."""


def font_folders() -> tuple[Path, ...]:
    """Return the folders with the font files of `FAMILIES`, in the same order."""
    return tuple(Path(str(resources.files(package) / "files")) for package in FONT_PACKAGES)


@cache
def printable_letters() -> frozenset[int]:
    """Return the code points that every style of at least one of the families can draw."""
    letters: set[int] = set()
    for folder in font_folders():
        styles = [_covered(path.read_bytes()) for path in sorted(folder.glob("*.ttf"))]
        if styles:
            letters |= set.intersection(*styles)
    return frozenset(letters)


def _covered(font: bytes) -> set[int]:
    """The code points of a font's full Unicode table.

    OpenType 1.9, "cmap": platform 3, encoding 10, in format 12 (groups of first, last, first glyph).
    """
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {
        tag: offset for tag, _sum, offset, _length in struct.iter_unpack(">4sIII", font[12 : 12 + 16 * count])
    }
    cmap = tables[b"cmap"]
    (records,) = struct.unpack_from(">H", font, cmap + 2)
    covered: set[int] = set()
    for platform, encoding, offset in struct.iter_unpack(">HHI", font[cmap + 4 : cmap + 4 + 8 * records]):
        if (platform, encoding) == (3, 10):
            (groups,) = struct.unpack_from(">I", font, cmap + offset + 12)
            table = font[cmap + offset + 16 : cmap + offset + 16 + 12 * groups]
            for first, last, _glyph in struct.iter_unpack(">III", table):
                covered.update(range(first, last + 1))
    return covered
