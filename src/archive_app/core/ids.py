"""Record ids: UUID version 7 (RFC 9562, section 5.7), so that ids sort by the time of their making."""

import os
import threading
import time

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a new UUIDv7 string; ids made later in this process sort after earlier ones.

    The 12 bits after the version count within the millisecond (RFC 9562, section 6.2, method 1).
    """
    global _last
    with _lock:
        stamp = max(time.time_ns() // 1_000_000 << 12, _last + 1)
        _last = stamp
    milliseconds, sequence = stamp >> 12, stamp & 0xFFF
    chance = int.from_bytes(os.urandom(8), "big") >> 2
    value = milliseconds << 80 | 0x7 << 76 | sequence << 64 | 0b10 << 62 | chance
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def go_on_after(known: str) -> None:
    """Let ids that are made from now on sort after a known one, also where the clock has been set back since."""
    global _last
    value = int(known.replace("-", ""), 16)
    with _lock:
        _last = max(_last, value >> 80 << 12 | value >> 64 & 0xFFF)
