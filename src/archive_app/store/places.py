"""Where the letters of a text stand among its bytes, so that a passage can be read without the rest of its book.

SQLite keeps texts in UTF-8, where a letter is one to four bytes: from a place in code points alone, the bytes
could only be found by reading the text from its beginning.
"""

import struct

STEP = 1024
"""The place of every code point whose number is a multiple of this is known."""
ENTRY = 4
"""Bytes of one place: an unsigned number, the lowest byte first."""


def byte_places(letters: str) -> bytes:
    """The byte at which each 1,024th code point of `letters` begins, and at the end how many bytes there are."""
    places, total = [0], 0
    for first in range(0, len(letters), STEP):
        total += len(letters[first : first + STEP].encode())
        places.append(total)
    return struct.pack(f"<{len(places)}I", *places)


def place(entry: bytes) -> int:
    """One place, as a number."""
    return int.from_bytes(entry, "little")
