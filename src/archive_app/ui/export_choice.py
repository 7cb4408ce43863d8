"""What an export is of, as menus and dialogs hand it on."""

from dataclasses import dataclass
from enum import IntEnum


class What(IntEnum):
    """What chooses the excerpts."""

    SOURCE = 0
    EVENT = 1
    TAG = 2
    QUERY = 3


_OPTIONS = {What.SOURCE: "source_id", What.EVENT: "event_id", What.TAG: "tag", What.QUERY: "query"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be exported: the id of a source or event, the name of a tag, or a query."""

    what: What
    value: str = ""

    def options(self) -> dict[str, str]:
        """As the export service takes it."""
        return {_OPTIONS[self.what]: self.value}
