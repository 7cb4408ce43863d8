"""What an export is of, as menus and dialogs hand it on."""

from dataclasses import dataclass
from enum import IntEnum


class What(IntEnum):
    """What chooses the excerpts or events, in the order of the form."""

    SOURCE = 0
    EVENT = 1
    EVENTS = 2
    TAG = 3
    QUERY = 4


ALL, CONFLICTS, GIVEN = "all", "conflicts", "given"
"""Several events: all, those on which the sources disagree, or those that are given by their ids."""
_OPTIONS = {What.SOURCE: "source_id", What.EVENT: "event_id", What.TAG: "tag", What.QUERY: "query"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be exported: the id of a source or event, the name of a tag, a query, or which events.

    Events that are given have their `ids`, and a `title` for all of them.
    """

    what: What
    value: str = ""
    ids: tuple[str, ...] = ()
    title: str = ""

    @property
    def is_of_events(self) -> bool:
        """Whether a dossier of events is made of it, and no excerpts."""
        return self.what in (What.EVENT, What.EVENTS)

    def options(self) -> dict[str, str]:
        """As the export service takes it; several events are for another one."""
        return {_OPTIONS[self.what]: self.value}
