"""Which dating of an event was held right, and when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """A dating that was held right from `since` on, and by whom; `until` and `changed_by` are empty for the present
    one. Times are UTC, ISO 8601; `when` is EDTF, "" for an open question."""

    when: str
    reason: str
    since: str
    author: str
    until: str = ""
    changed_by: str = ""
