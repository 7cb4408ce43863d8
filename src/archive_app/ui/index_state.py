"""How far the search index is."""

from dataclasses import dataclass
from enum import StrEnum


class IndexState(StrEnum):
    """What can be found: READY, everything; BEHIND, all but new changes; NEW, what is indexed so far; DAMAGED, the
    same, in the place of an index that was damaged; STOPPED, all but what came after the indexing was stopped."""

    READY = "ready"
    BEHIND = "behind"
    NEW = "new"
    DAMAGED = "damaged"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How many documents are indexed, of how many; `total` is 0 where nobody has counted them."""

    state: IndexState
    done: int = 0
    total: int = 0
