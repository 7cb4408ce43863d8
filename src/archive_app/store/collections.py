"""The records of collections, in their order."""

from archive_app.core.ids import new_id
from archive_app.store.store import Store


def items_of(store: Store, collection_id: str) -> list[tuple[str, str]]:
    """Table and id of each record of a collection."""
    return [
        (str(table), str(record_id))
        for table, record_id in store.rows(
            "SELECT record_type, record_id FROM collection_items WHERE collection_id = ? ORDER BY position",
            [collection_id],
        )
    ]


def append_item(store: Store, collection_id: str, table: str, record_id: str) -> None:
    """Put a record at the end of a collection, inside the open operation."""
    store.execute(
        "INSERT INTO collection_items(id, collection_id, record_type, record_id, position) VALUES (?, ?, ?, ?, "
        "(SELECT coalesce(max(position), 0) + 1 FROM collection_items WHERE collection_id = ?))",
        [new_id(), collection_id, table, record_id, collection_id],
    )
