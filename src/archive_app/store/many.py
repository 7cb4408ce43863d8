"""Writing the same to many annotations, inside the open operation."""

from collections.abc import Sequence

from archive_app.core.ids import new_id
from archive_app.core.records import Colour
from archive_app.store.rows import to_value
from archive_app.store.store import Store, in_chunks


def set_colour(store: Store, ids: Sequence[str], colour: Colour | None) -> None:
    """Give annotations this colour."""
    store.execute_many(
        "UPDATE annotations SET colour = ? WHERE id = ?", [(to_value(colour), id_) for id_ in ids]
    )


def add_tags(store: Store, ids: Sequence[str], tag_ids: Sequence[str]) -> int:
    """Put tags on annotations; return how many of these lacked one."""
    lacking: set[str] = set()
    for tag_id in tag_ids:
        have = _with(store, "annotation_tags", "tag_id", ids, tag_id)
        new = [id_ for id_ in ids if id_ not in have]
        store.execute_many(
            "INSERT INTO annotation_tags(id, annotation_id, tag_id) VALUES (?, ?, ?)",
            [(new_id(), id_, tag_id) for id_ in new],
        )
        lacking.update(new)
    return len(lacking)


def take_off_tag(store: Store, ids: Sequence[str], tag_id: str) -> int:
    """Take a tag off annotations; return how many carried it."""
    have = _with(store, "annotation_tags", "tag_id", ids, tag_id)
    store.execute_many(
        "DELETE FROM annotation_tags WHERE annotation_id = ? AND tag_id = ?", [(id_, tag_id) for id_ in have]
    )
    return len(have)


def tied(store: Store, ids: Sequence[str], event_id: str) -> set[str]:
    """Those of the annotations that are linked to an event."""
    return _with(store, "links", "event_id", ids, event_id)


def delete(store: Store, ids: Sequence[str]) -> None:
    """Delete annotations with their tags and links."""
    store.execute_many("DELETE FROM annotations WHERE id = ?", [(id_,) for id_ in ids])


def _with(store: Store, table: str, column: str, ids: Sequence[str], value: str) -> set[str]:
    found: set[str] = set()
    for some in in_chunks(ids):
        marks = ", ".join("?" * len(some))
        sql = f"SELECT annotation_id FROM {table} WHERE {column} = ? AND annotation_id IN ({marks})"
        found |= {id_ for (id_,) in store.rows(sql, [value, *some])}
    return found
