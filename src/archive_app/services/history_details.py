"""What one action did, record by record and field by field, in plain words."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from archive_app.core.errors import NotFound
from archive_app.core.kind_labels import sameness_label
from archive_app.core.kinds import Sameness
from archive_app.core.phrases import format_date
from archive_app.core.records import Change, Colour, Operation, SourceKind
from archive_app.core.translation import N_, _
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.record_labels import (
    colour_label,
    field_label,
    record_label,
    source_kind_label,
)
from archive_app.store import history_list, operations, past

MOST = 200
"""So many records of one action are told."""
_HIDDEN = frozenset(
    "id first_day last_day prefix suffix letters_sha256 sha256 made_at record_type position options".split()
)
"""Fields that say nothing to a person, or nothing that another field does not say."""
_DATES = frozenset({"date", "when", "says_when"})
_NAMED_BY = {
    "sources": ("title",),
    "files": ("name",),
    "photos": ("caption",),
    "annotations": ("quote", "note"),
    "tags": ("name",),
    "events": ("title",),
    "collections": ("name",),
    "searches": ("name",),
    "authorities": ("name",),
    "variant_names": ("name",),
    "refusals": ("quote",),
}
_STANDS_FOR = {
    "texts": ("source_id",),
    "passage_kinds": ("text_id",),
    "regions": ("photo_id",),
    "annotation_tags": ("tag_id", "annotation_id"),
    "links": ("event_id", "annotation_id"),
    "collection_items": ("collection_id", "record_id"),
    "access_points": ("authority_id", "event_id", "link_id"),
    "distinctions": ("one_id", "other_id"),
}
"""Records without a name of their own, and the fields that say whose they are."""
_REFERS_TO = {
    "source_id": "sources",
    "file_id": "files",
    "text_id": "texts",
    "photo_id": "photos",
    "region_id": "regions",
    "event_id": "events",
    "annotation_id": "annotations",
    "tag_id": "tags",
    "collection_id": "collections",
    "authority_id": "authorities",
    "one_id": "authorities",
    "other_id": "authorities",
    "link_id": "links",
}


class How(StrEnum):
    """What happened to a record."""

    MADE = "made"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as a person reads it; "" is empty."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What an action did to a record; `kind` is the word for its type."""

    record_type: str
    record_id: str
    kind: str
    title: str
    how: How
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """An action with all that it touched; `total` counts the records, of which `records` are the first."""

    action: Operation
    records: tuple[RecordChange, ...]
    total: int


def details(archive: Archive, number: int, most: int = MOST) -> Details:
    """What an action did. Raises NotFound."""
    action = operations.action(archive.store, number)
    if action is None:
        raise NotFound(_("There is no action number {number} in the history.").format(number=number))
    folded = _folded(archive, action.number)
    words = _Words(archive)
    told = tuple(words.told(one) for one in folded[:most])
    return Details(action, told, len(folded))


@dataclass
class _Touched:
    """A record before and after an action; None where it was not there."""

    table: str
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def take(self, change: Change) -> None:
        if change.field:
            if self.before is not None:
                self.before.setdefault(change.field, change.before)
            self.after = {**(self.after or {}), change.field: change.after}
        elif change.after is None:
            self.before = self.before and {**json.loads(str(change.before)), **self.before}
            self.after = None
        else:
            self.after = json.loads(str(change.after))

    def names_changed(self) -> list[str]:
        before, after = self.before or {}, self.after or {}
        return [name for name in {**before, **after} if before.get(name) != after.get(name)]


def _folded(archive: Archive, first: int) -> list[_Touched]:
    """The records of an action, each once; one that was made and deleted in it is left out."""
    found: dict[tuple[str, str], _Touched] = {}
    for number in history_list.members(archive.store, first):
        for change in operations.changes_of(archive.store, number):
            key = change.record_type, change.record_id
            if key not in found:
                found[key] = _Touched(*key, before=_before(change), after={})
            found[key].take(change)
    return [
        one
        for one in found.values()
        if (one.before is not None or one.after is not None) and one.names_changed()
    ]


def _before(change: Change) -> dict[str, Any] | None:
    if change.field:
        return {change.field: change.before}
    return None if change.before is None else dict(json.loads(str(change.before)))


class _Words:
    """Finds names for records, each once."""

    def __init__(self, archive: Archive) -> None:
        self._store = archive.store
        self._titles: dict[tuple[str, str], str] = {}

    def told(self, one: _Touched) -> RecordChange:
        how = How.MADE if one.before is None else How.DELETED if one.after is None else How.CHANGED
        before, after = one.before or {}, one.after or {}
        fields = tuple(
            FieldChange(
                name,
                field_label(name),
                self._value(one.table, name, before.get(name)),
                self._value(one.table, name, after.get(name)),
            )
            for name in one.names_changed()
            if name not in _HIDDEN
        )
        whole = {**(past.record(self._store, one.table, one.id) or {}), **before, **after}
        shown = tuple(field for field in fields if field.before != field.after)
        return RecordChange(
            one.table, one.id, record_label(one.table), self._title_of(one.table, whole), how, shown
        )

    def _title_of(self, table: str, fields: dict[str, Any]) -> str:
        own = next((str(fields[name]) for name in _NAMED_BY.get(table, ()) if fields.get(name)), "")
        if own or table not in _STANDS_FOR:
            return short(own)
        names = (self._named(fields, name) for name in _STANDS_FOR[table])
        return " · ".join(_present(names))

    def _named(self, fields: dict[str, Any], name: str) -> str:
        table = str(fields.get("record_type")) if name == "record_id" else _REFERS_TO[name]
        return self._title(table, fields.get(name))

    def _title(self, table: str, record_id: object) -> str:
        if not record_id:
            return ""
        key = table, str(record_id)
        if key not in self._titles:
            self._titles[key] = self._title_of(table, past.record(self._store, *key) or {})
        return self._titles[key]

    def _value(self, table: str, name: str, value: object) -> str:
        if value is None or value == "":
            return ""
        if name == "parent_id":
            return self._title(table, value)
        if name in _REFERS_TO:
            return self._title(_REFERS_TO[name], value)
        if name in _DATES:
            return format_date(str(value))
        if name == "ordinal" and isinstance(value, int):
            return str(value + 1)
        words: dict[str, Callable[[str], str]] = {
            "colour": _colour,
            "kind": _kind,
            "where_mark": _sameness,
            "who_mark": _sameness,
        }
        return words.get(name, str)(str(value))


def _colour(value: str) -> str:
    return colour_label(Colour(value)) if value in set(Colour) else value


def _kind(value: str) -> str:
    return source_kind_label(SourceKind(value)) if value in set(SourceKind) else value


def _sameness(value: str) -> str:
    return sameness_label(Sameness(value)) if value in set(Sameness) else value


def _present(names: Iterable[str]) -> list[str]:
    return [name for name in names if name]


HOW_LABELS = {How.MADE: N_("made"), How.CHANGED: N_("changed"), How.DELETED: N_("deleted")}


def how_label(how: How) -> str:
    """What happened to a record, as a word: "changed"."""
    return _(HOW_LABELS[how])
