"""The trash: what was deleted and can be brought back. It is read from the history, so it needs no emptying."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.core.errors import NotFound, UserError
from archive_app.core.translation import N_, _, ngettext
from archive_app.services.annotating import short
from archive_app.services.archives import Archive
from archive_app.services.record_labels import record_count, record_label
from archive_app.services.reviewing import let_strays_wait
from archive_app.store import past, trash
from archive_app.store.trash import Deleted


@dataclass(frozen=True, slots=True)
class Trashed:
    """A deleted record: `table` and `id` as they were, `action` the title of what deleted it; `at` is UTC, ISO 8601."""

    id: str
    table: str
    kind: str
    title: str
    at: str
    author: str
    action: str
    operation: int


@dataclass(frozen=True, slots=True)
class Inside:
    """What went with a deleted record: how many records of each table; `stood_on` names what must come back with it."""

    counts: dict[str, int]
    stood_on: tuple[str, ...]

    def words(self) -> str:
        """The counts for reading: "12 annotations, 3 photos"; "" where nothing went with it."""
        said = (record_count(table, count) for table, count in self.counts.items())
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: ids of the records of the trash, also those that had to come with what was asked for."""

    ids: tuple[str, ...]
    operation: int


def list_trash(archive: Archive) -> list[Trashed]:
    """All that was deleted and is not there now, deleted last first."""
    return [_trashed(one) for one in trash.listed(archive.store)]


def _trashed(one: Deleted) -> Trashed:
    return Trashed(
        id=one.id,
        table=one.table,
        kind=record_label(one.table),
        title=_title(one),
        at=one.at,
        author=one.author,
        action=one.action,
        operation=one.operation,
    )


def _title(one: Deleted) -> str:
    words = (one.fields.get(name) for name in ("title", "caption", "name", "quote", "note"))
    return short(next((str(word) for word in words if word), ""), 200)


def inside(archive: Archive, item: Trashed) -> Inside:
    """What hung on a deleted record."""
    return insides(archive, [item])[0]


def insides(archive: Archive, items: Sequence[Trashed]) -> list[Inside]:
    """What hung on each of some deleted records; what one action deleted is read once."""
    went: dict[int, trash.Going] = {}
    found = []
    for item in items:
        if item.operation not in went:
            went[item.operation] = trash.deleted_by(archive.store, item.operation)
        found.append(_inside(archive, went[item.operation], (item.table, item.id)))
    return found


def _inside(archive: Archive, going: trash.Going, key: trash.Key) -> Inside:
    if key not in going.records:
        return Inside({}, ())
    missing = trash.parents_gone(archive.store, key[0], going.records[key])
    counted = sorted(trash.hanging(going, key).items())
    return Inside(dict(counted), tuple(_name(archive, *parent) for parent in missing))


def _name(archive: Archive, table: str, record_id: str) -> str:
    fields = past.record(archive.store, table, record_id) or {}
    if table in ("texts", "regions"):
        parent = ("sources", "source_id") if table == "texts" else ("photos", "photo_id")
        fields = past.record(archive.store, parent[0], str(fields.get(parent[1]))) or {}
    return short(str(fields.get("title") or fields.get("caption") or record_label(table)))


def restore(archive: Archive, ids: Sequence[str]) -> Restored:
    """Bring back records of the trash with all that went with them, as one action that can be undone.

    What a record stood on comes back with it where that is in the trash too. Raises NotFound where an id is not in the
    trash, UserError where what it stood on is gone for good or its name is taken; nothing is changed then.
    """
    listed = trash.listed(archive.store)
    by_id = {one.id: one for one in listed}
    wanted = [_find(by_id, record_id) for record_id in dict.fromkeys(ids)]
    if not wanted:
        raise UserError(_("Nothing is chosen; choose what to restore."))
    restoring = trash.Restoring(archive.store, listed)
    with archive.operation(N_("Restore “{subject}”"), subject=_subject(wanted)) as opened:
        for one in sorted(wanted, key=lambda one: trash.KINDS.index(one.table)):
            restoring.restore((one.table, one.id))
        let_strays_wait(archive)
    return Restored(tuple(record_id for _table, record_id in restoring.restored), opened.number)


def _find(by_id: dict[str, Deleted], record_id: str) -> Deleted:
    if record_id not in by_id:
        raise NotFound(_("There is nothing with the id {id} in the trash.").format(id=record_id))
    return by_id[record_id]


def _subject(wanted: Sequence[Deleted]) -> str:
    first, more = short(_title(wanted[0])), len(wanted) - 1
    if not more:
        return first
    return ngettext("{first} and {count} more", "{first} and {count} more", more).format(
        first=first, count=more
    )
