"""What one operation changed: the one message from which every view refreshes."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The records that one operation touched: record type (table name) → ids."""

    operation: int
    name: str
    records: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def touches(self, *record_types: str) -> bool:
        """Whether any record of one of these types was made, changed or deleted."""
        return any(self.records.get(record_type) for record_type in record_types)

    def ids(self, record_type: str) -> frozenset[str]:
        """The ids of the touched records of one type."""
        return self.records.get(record_type, frozenset())

    def __bool__(self) -> bool:
        return bool(self.records)
