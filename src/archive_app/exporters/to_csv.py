"""A table as CSV for spreadsheet programs: RFC 4180, UTF-8 with a byte order mark, without which Excel takes Serbian
letters for those of an old code page."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive_app.exporters.saving import save

_BYTE_ORDER_MARK = "\ufeff"
_PIECE = 1 << 20
"""So much is kept in memory (characters): all results of a large archive may be half a gigabyte."""
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str | int | None]], target: Path) -> int:
    """Write a header and rows to `target`; return how many rows. None is an empty cell.

    A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises against "CSV
    injection". Raises UserError where `target` cannot be written; it is then as it was.
    """
    count = 0

    def pieces() -> Iterator[bytes]:
        nonlocal count
        lines = io.StringIO(_BYTE_ORDER_MARK, newline="")
        lines.seek(0, io.SEEK_END)
        writer = csv.writer(lines, lineterminator="\r\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([_harmless(cell) for cell in row])
            count += 1
            if lines.tell() > _PIECE:
                yield lines.getvalue().encode(errors="replace")
                lines.seek(0)
                lines.truncate()
        yield lines.getvalue().encode(errors="replace")

    save(pieces(), target)
    return count


def _harmless(cell: str | int | None) -> str | int | None:
    if isinstance(cell, str) and cell.startswith(_BEGINS_A_FORMULA):
        return f"'{cell}"
    return cell
