"""Stable links to records, such as `archive:annotation/01890a5d-…`: to be written down anywhere and followed later.

They hold the record's id, which never changes, and say nothing of the folder that the archive is in.
"""

import re
from typing import NamedTuple

from archive_app.core.hits import RecordKind

SCHEME = "archive:"
KINDS = (
    RecordKind.ANNOTATION,
    RecordKind.SOURCE,
    RecordKind.PHOTO,
    RecordKind.EVENT,
    RecordKind.AUTHORITY,
)
"""The kinds of records that have links."""
_LINK = re.compile(
    rf"<?{SCHEME}(?P<kind>{'|'.join(KINDS)})/(?P<id>[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})>?",
    re.IGNORECASE,
)


class RecordLink(NamedTuple):
    """A link to one record."""

    kind: RecordKind
    id: str

    def __str__(self) -> str:
        return f"{SCHEME}{self.kind}/{self.id}"


def read_link(text: str) -> RecordLink | None:
    """The link that a text is, also between angle brackets and with white space around it; None for anything else."""
    match = _LINK.fullmatch(text.strip())
    return RecordLink(RecordKind(match["kind"].lower()), match["id"].lower()) if match else None


def is_begun(text: str) -> bool:
    """Whether a text begins like a link, whole or not."""
    return text.strip().lstrip("<").lower().startswith(SCHEME)
