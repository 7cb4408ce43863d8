"""The names of all people, units and places of an archive, kept until one of them changes."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from archive_app.services.archives import Archive
from archive_app.store import authorities, operations

if TYPE_CHECKING:  # loaded when a name is first looked for: an archive may have none
    from archive_app.language.names import NameMention
    from archive_app.language.other_names import OtherNames


@dataclass
class KnownNames:
    """The names of all authority records, as they were after operation `seen`.

    What was found in the texts that were asked for last is kept with them, by the SHA-256 of their letters.
    """

    seen: int
    by_id: Mapping[str, tuple[str, ...]]
    found: OrderedDict[str, tuple["NameMention", ...]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    @cached_property
    def others(self) -> "OtherNames":
        """From each name to the others of the same."""
        from archive_app.language.other_names import OtherNames

        return OtherNames(self.by_id)


def known_names(archive: Archive) -> KnownNames:
    """The names of all authority records; they are read anew only when one of them has changed."""
    known: KnownNames | None = archive.names
    last = operations.last_number(archive.store)
    if known is not None and known.seen == last:
        return known
    if known is not None and not authorities.names_changed_since(archive.store, known.seen):
        known.seen = last
        return known
    archive.names = known = KnownNames(last, authorities.names(archive.store))
    return known
