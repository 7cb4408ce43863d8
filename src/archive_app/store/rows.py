"""Records to rows and back. A table is named after its record, its columns after the record's fields."""

import typing
import unicodedata
from collections.abc import Sequence
from dataclasses import fields
from enum import Enum
from types import UnionType
from typing import Any, TypeVar

from archive_app.core.records import (
    AccessPoint,
    Anchoring,
    Annotation,
    Authority,
    Collection,
    Distinction,
    Event,
    File,
    Link,
    Passage,
    Photo,
    Refusal,
    Region,
    SavedSearch,
    Source,
    Tag,
    Text,
    VariantName,
)

R = TypeVar("R")

TABLES: dict[type, str] = {
    Source: "sources",
    File: "files",
    Text: "texts",
    Passage: "passages",
    Photo: "photos",
    Region: "regions",
    Annotation: "annotations",
    Anchoring: "anchorings",
    Tag: "tags",
    Event: "events",
    Link: "links",
    Collection: "collections",
    SavedSearch: "searches",
    Authority: "authorities",
    VariantName: "variant_names",
    AccessPoint: "access_points",
    Distinction: "distinctions",
    Refusal: "refusals",
}


def _find_enums(cls: type) -> tuple[tuple[str, type[Enum]], ...]:
    """The fields of a record that hold an enumeration."""
    found = []
    for name, hint in typing.get_type_hints(cls).items():
        options = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
        found += [
            (name, option) for option in options if isinstance(option, type) and issubclass(option, Enum)
        ]
    return tuple(found)


_COLUMNS = {cls: tuple(field.name for field in fields(cls)) for cls in TABLES}
_ENUMS = {
    cls: tuple((name, enum, {member.value: member for member in enum}) for name, enum in _find_enums(cls))
    for cls in TABLES
}
"""The fields that hold an enumeration, with its members by value: looking them up there is much quicker."""


def columns(cls: type) -> tuple[str, ...]:
    """The columns of a record's table, in the order of the record's fields."""
    return _COLUMNS[cls]


def column_list(cls: type, prefix: str = "") -> str:
    """The quoted columns for a SELECT, each behind `prefix` (such as "s.")."""
    return ", ".join(f'{prefix}"{name}"' for name in columns(cls))


def from_row(cls: type[R], row: Sequence[Any]) -> R:
    """Make a record from the values of `columns(cls)`, in that order."""
    values = dict(zip(_COLUMNS[cls], row, strict=True))
    for name, enum, members in _ENUMS[cls]:
        value = values[name]
        if value is not None:
            values[name] = members.get(value) or enum(value)
    return cls(**values)


def to_value(value: object) -> Any:
    """What SQLite keeps for a field: text in NFC without NUL and without lone surrogates, numbers as they are."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        whole = value.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(value) else value
        return unicodedata.normalize("NFC", whole.replace("\0", ""))
    return value


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def to_row(record: object) -> tuple[Any, ...]:
    """The values of a record in the order of `columns`."""
    return tuple(to_value(getattr(record, name)) for name in columns(type(record)))
