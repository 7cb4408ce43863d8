"""Counts that lists show beside their records, each from one query."""

from archive_app.core.translation import _
from archive_app.store.annotations import JOINS, SOURCE
from archive_app.store.store import Store


def annotations_by_source(store: Store) -> dict[str, int]:
    """Source id → how many annotations stand in its texts, on its photos and on itself."""
    return dict(
        store.rows(
            f"SELECT {SOURCE} AS source, count(*) FROM annotations a {JOINS} WHERE source IS NOT NULL GROUP BY 1"
        )
    )


def annotations_by_tag(store: Store) -> dict[str, int]:
    """Tag id → how many annotations carry it."""
    return dict(store.rows("SELECT tag_id, count(*) FROM annotation_tags GROUP BY 1"))


def annotations_below_tag(store: Store) -> dict[str, int]:
    """Tag id → how many annotations carry it or a tag that stands under it, each counted once."""
    found = annotations_by_tag(store)
    # Only of tags that others stand under the annotations need be told apart.
    found |= store.rows(
        "WITH RECURSIVE above(tag_id, id) AS (SELECT parent_id, parent_id FROM tags WHERE parent_id NOTNULL "
        "UNION SELECT id, parent_id FROM tags WHERE parent_id NOTNULL "
        "UNION SELECT a.tag_id, t.parent_id FROM above a JOIN tags t ON t.id = a.id WHERE t.parent_id NOTNULL) "
        "SELECT a.id, count(DISTINCT c.annotation_id) FROM above a JOIN annotation_tags c USING (tag_id) GROUP BY 1"
    )
    return found


def links_by_event(store: Store, text_id: str | None = None) -> dict[str, int]:
    """Event id → how many links tie annotations to it, of all texts or of one."""
    if text_id is None:
        return dict(store.rows("SELECT event_id, count(*) FROM links GROUP BY 1"))
    return dict(
        store.rows(
            "SELECT l.event_id, count(*) FROM links l JOIN annotations a ON a.id = l.annotation_id "
            "WHERE a.text_id = ? GROUP BY 1",
            [text_id],
        )
    )


def sources_with_text(store: Store) -> set[str]:
    """The ids of the sources that have a text."""
    return {source_id for (source_id,) in store.rows("SELECT DISTINCT source_id FROM texts")}


def of_tables(store: Store, *tables: str) -> dict[str, int]:
    """Table → how many rows it has."""
    return {table: int(store.value(f'SELECT count(*) FROM "{table}"')) for table in tables}


def quick_check(store: Store) -> list[str]:
    """What SQLite finds wrong in the file or else in its foreign keys, a line each; empty where all is well."""
    faults = [line for (line,) in store.rows("PRAGMA integrity_check(20)") if line != "ok"]
    if faults:
        return faults
    for table, row, parent, _key in store.rows("PRAGMA foreign_key_check"):
        faults.append(
            _("{table} {row} names a record that is not among the {parent}").format(
                table=table, row=row, parent=parent
            )
        )
    return faults
