"""Record ids: UUID version 7 (RFC 9562, section 5.7), so that ids sort by the time of their making."""

import secrets
import threading
import time
import uuid

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
    value = milliseconds << 80 | 0x7 << 76 | sequence << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))
