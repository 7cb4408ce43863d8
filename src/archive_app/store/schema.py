"""The tables, as migrations. A migration that was released never changes; add a new one below it.

Logged tables hold what people make and are recorded field by field in `changes`. Tables that can be computed
from something else, or never change, are not logged: `letters` (the letters of texts under their SHA-256),
`letter_places` and `passages` (computed from the letters), so that undo and redo of an import move a handful of
rows. `tables` lists both, and counts the migrations.
"""

from typing import Any

import sqlite_utils
from sqlite_utils import Migrations
from sqlite_utils.db import ForeignKey

from archive_app.store.places import byte_places

migrations = Migrations("archive")


def _cascade(table: str, column: str, other: str) -> ForeignKey:
    return ForeignKey(table, column, other, "id", on_delete="CASCADE")


def _set_null(table: str, column: str, other: str) -> ForeignKey:
    return ForeignKey(table, column, other, "id", on_delete="SET NULL")


def _table(
    db: sqlite_utils.Database,
    name: str,
    columns: dict[str, Any],
    foreign_keys: tuple[ForeignKey, ...] = (),
    optional: tuple[str, ...] = (),
    pk: str | tuple[str, ...] = "id",
) -> None:
    """Make a strict table whose columns are all NOT NULL but for the `optional` ones."""
    db.create_table(
        name,
        columns,
        pk=pk,
        foreign_keys=list(foreign_keys),
        not_null=[column for column in columns if column not in optional],
        strict=True,
    )


@migrations()
def initial(db: sqlite_utils.Database) -> None:
    """Everything of the first release."""
    _operations(db)
    _sources(db)
    _photos(db)
    _events(db)
    _annotations(db)
    _collections(db)


def _operations(db: sqlite_utils.Database) -> None:
    _table(
        db,
        "operations",
        {
            "number": int,
            "id": str,
            "name": str,
            "subject": str,
            "author": str,
            "at": str,
            "batch": int,
            "undoes": int,
            "redoes": int,
            "undone": int,
        },
        optional=("batch", "undoes", "redoes"),
        pk="number",
    )
    _table(
        db,
        "changes",
        {
            "number": int,
            "operation": int,
            "record_type": str,
            "record_id": str,
            "field": str,
            "before": sqlite_utils.ANY,
            "after": sqlite_utils.ANY,
        },
        (ForeignKey("changes", "operation", "operations", "number"),),
        optional=("before", "after"),
        pk="number",
    )
    db.table("changes").create_index(["operation"])
    db.table("operations").create_index(["batch"])
    _table(db, "open_operation", {"id": int, "number": int}, optional=("number",))
    db.table("open_operation").insert({"id": 1, "number": None})


def _sources(db: sqlite_utils.Database) -> None:
    words = (
        "title kind creator publisher date first_day last_day place language script call_number level extent"
    )
    _table(
        db,
        "sources",
        dict.fromkeys(["id", *words.split(), "rights", "url", "note", "made_at"], str),
        optional=("first_day", "last_day"),
    )
    _table(
        db,
        "files",
        {
            "id": str,
            "sha256": str,
            "size": int,
            "media_type": str,
            "name": str,
            "source_id": str,
            "made_at": str,
        },
        (_cascade("files", "source_id", "sources"),),
        optional=("source_id",),
    )
    db.table("files").create_index(["sha256"])
    db.table("files").create_index(["source_id"])
    _table(
        db,
        "texts",
        {
            "id": str,
            "source_id": str,
            "letters_sha256": str,
            "length": int,
            "file_id": str,
            "encoding": str,
            "encoding_basis": str,
            "made_at": str,
        },
        (_cascade("texts", "source_id", "sources"), _set_null("texts", "file_id", "files")),
        optional=("file_id",),
    )
    db.table("texts").create_index(["source_id"])
    _table(db, "letters", {"sha256": str, "letters": str}, pk="sha256")
    _table(
        db,
        "passages",
        {"text_id": str, "ordinal": int, "kind": str, "start": int, "end": int},
        pk=("text_id", "ordinal"),
    )
    _table(
        db,
        "passage_kinds",
        {"id": str, "text_id": str, "ordinal": int, "kind": str},
        (_cascade("passage_kinds", "text_id", "texts"),),
    )
    db.table("passage_kinds").create_index(["text_id", "ordinal"], unique=True)


def _photos(db: sqlite_utils.Database) -> None:
    _table(
        db,
        "photos",
        {
            "id": str,
            "caption": str,
            "source_id": str,
            "text_id": str,
            "ordinal": int,
            "file_id": str,
            **dict.fromkeys("date first_day last_day place credit call_number note".split(), str),
            "width": int,
            "height": int,
            "made_at": str,
        },
        (
            _cascade("photos", "source_id", "sources"),
            _cascade("photos", "text_id", "texts"),
            _set_null("photos", "file_id", "files"),
        ),
        optional=("source_id", "text_id", "ordinal", "file_id", "first_day", "last_day", "width", "height"),
    )
    db.table("photos").create_index(["source_id"])
    db.table("photos").create_index(["text_id", "ordinal"])
    _table(
        db,
        "regions",
        {"id": str, "photo_id": str, "left": float, "top": float, "width": float, "height": float},
        (_cascade("regions", "photo_id", "photos"),),
    )
    db.table("regions").create_index(["photo_id"])


def _events(db: sqlite_utils.Database) -> None:
    _table(
        db,
        "events",
        dict.fromkeys("id title when first_day last_day place note made_at".split(), str),
        optional=("first_day", "last_day"),
    )
    db.table("events").create_index(["first_day"])


def _annotations(db: sqlite_utils.Database) -> None:
    targets = {"text_id": "texts", "region_id": "regions", "source_id": "sources", "photo_id": "photos"}
    targets["event_id"] = "events"
    _table(
        db,
        "annotations",
        {
            "id": str,
            "text_id": str,
            "start": int,
            "end": int,
            **dict.fromkeys("quote prefix suffix region_id source_id photo_id event_id".split(), str),
            **dict.fromkeys("colour note author made_at".split(), str),
        },
        tuple(_cascade("annotations", column, table) for column, table in targets.items()),
        optional=(*targets, "start", "end", "colour"),
    )
    db.table("annotations").create_index(["text_id", "start"])
    for column in ("region_id", "source_id", "photo_id", "event_id"):
        db.table("annotations").create_index([column])
    _table(db, "tags", {"id": str, "name": str, "colour": str}, optional=("colour",))
    db.table("tags").create_index(["name"], unique=True)
    _table(
        db,
        "annotation_tags",
        {"id": str, "annotation_id": str, "tag_id": str},
        (
            _cascade("annotation_tags", "annotation_id", "annotations"),
            _cascade("annotation_tags", "tag_id", "tags"),
        ),
    )
    db.table("annotation_tags").create_index(["annotation_id", "tag_id"], unique=True)
    db.table("annotation_tags").create_index(["tag_id"])
    _table(
        db,
        "links",
        dict.fromkeys(
            "id annotation_id event_id says_when first_day last_day says_where says_who note made_at".split(),
            str,
        ),
        (_cascade("links", "annotation_id", "annotations"), _cascade("links", "event_id", "events")),
        optional=("first_day", "last_day"),
    )
    db.table("links").create_index(["annotation_id", "event_id"], unique=True)
    db.table("links").create_index(["event_id"])


def _collections(db: sqlite_utils.Database) -> None:
    _table(db, "collections", dict.fromkeys("id name note made_at".split(), str))
    _table(
        db,
        "collection_items",
        {"id": str, "collection_id": str, "record_type": str, "record_id": str, "position": int},
        (_cascade("collection_items", "collection_id", "collections"),),
    )
    db.table("collection_items").create_index(["collection_id", "position"])


@migrations()
def search(db: sqlite_utils.Database) -> None:
    """Saved searches, and where the letters of texts stand in their bytes."""
    _table(db, "searches", dict.fromkeys("id name query options made_at".split(), str))
    _table(db, "letter_places", {"sha256": str, "places": bytes}, pk="sha256")
    for (sha256,) in db.execute("SELECT sha256 FROM letters").fetchall():
        letters = db.execute("SELECT letters FROM letters WHERE sha256 = ?", [sha256]).fetchone()[0]
        db.execute("INSERT INTO letter_places VALUES (?, ?)", [sha256, byte_places(letters)])


@migrations()
def tags_in_a_hierarchy(db: sqlite_utils.Database) -> None:
    """A tag may stand under another one; names differ among the tags that stand under the same."""
    db.execute("ALTER TABLE tags ADD COLUMN parent_id TEXT REFERENCES tags(id) ON DELETE CASCADE")
    db.execute("DROP INDEX idx_tags_name")
    db.execute("CREATE UNIQUE INDEX idx_tags_parent_id_name ON tags(coalesce(parent_id, ''), name)")
    db.table("tags").create_index(["parent_id"])


@migrations()
def going_back(db: sqlite_utils.Database) -> None:
    """To which point an operation went back, and the deletions of the log, from which the trash is made."""
    db.table("operations").add_column("back_to", int)
    db.execute(
        "CREATE INDEX changes_deleted ON changes(record_type, record_id) WHERE field = '' AND after IS NULL"
    )


@migrations()
def anchorings(db: sqlite_utils.Database) -> None:
    """How annotations came from one reading of a source to another, or wait for a person's look."""
    _table(
        db,
        "anchorings",
        {
            "id": str,
            "annotation_id": str,
            "from_text_id": str,
            "from_start": int,
            "from_end": int,
            "to_text_id": str,
            "state": str,
            "start": int,
            "end": int,
            "made_at": str,
        },
        (
            _cascade("anchorings", "annotation_id", "annotations"),
            _cascade("anchorings", "from_text_id", "texts"),
            _cascade("anchorings", "to_text_id", "texts"),
        ),
        optional=("start", "end"),
    )
    db.table("anchorings").create_index(["annotation_id"])
    db.table("anchorings").create_index(["to_text_id", "state"])
    db.table("anchorings").create_index(["from_text_id"])


@migrations()
def verdicts_and_phases(db: sqlite_utils.Database) -> None:
    """Why a dating is held right, marks on what sources state, events that are parts of others.

    How an event was dated before is read from the log, which is searched by the event.
    """
    db.execute("ALTER TABLE events ADD COLUMN reason TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE events ADD COLUMN parent_id TEXT REFERENCES events(id) ON DELETE SET NULL")
    db.table("events").create_index(["parent_id"])
    for column in ("where_mark", "who_mark"):
        db.execute(f"ALTER TABLE links ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX changes_of_events ON changes(record_id) WHERE record_type = 'events'")


@migrations()
def names_and_refusals(db: sqlite_utils.Database) -> None:
    """People, units and places with their names, what has to do with them, and what was refused among proposals."""
    _table(
        db,
        "authorities",
        {
            **dict.fromkeys("id kind name when first_day last_day note url".split(), str),
            "latitude": float,
            "longitude": float,
            "made_at": str,
        },
        optional=("first_day", "last_day", "latitude", "longitude"),
    )
    _table(
        db,
        "variant_names",
        dict.fromkeys("id authority_id name".split(), str),
        (_cascade("variant_names", "authority_id", "authorities"),),
    )
    db.table("variant_names").create_index(["authority_id"])
    _access_points(db)
    _distinctions(db)
    _table(
        db,
        "refusals",
        {
            "id": str,
            "text_id": str,
            "start": int,
            "end": int,
            **dict.fromkeys("quote prefix suffix event_id made_at".split(), str),
        },
        (_cascade("refusals", "text_id", "texts"), _cascade("refusals", "event_id", "events")),
        optional=("event_id",),
    )
    db.table("refusals").create_index(["text_id", "start"])
    db.table("refusals").create_index(["event_id"])
    db.execute("ALTER TABLE links ADD COLUMN when_mark TEXT NOT NULL DEFAULT ''")


def _access_points(db: sqlite_utils.Database) -> None:
    _table(
        db,
        "access_points",
        dict.fromkeys("id authority_id event_id link_id".split(), str),
        (
            _cascade("access_points", "authority_id", "authorities"),
            _cascade("access_points", "event_id", "events"),
            _cascade("access_points", "link_id", "links"),
        ),
        optional=("event_id", "link_id"),
    )
    for column in ("event_id", "link_id"):
        db.table("access_points").create_index(["authority_id", column], unique=True)
        db.table("access_points").create_index([column])


def _distinctions(db: sqlite_utils.Database) -> None:
    _table(
        db,
        "distinctions",
        dict.fromkeys("id one_id other_id made_at".split(), str),
        tuple(_cascade("distinctions", column, "authorities") for column in ("one_id", "other_id")),
    )
    db.table("distinctions").create_index(["one_id", "other_id"], unique=True)
    db.table("distinctions").create_index(["other_id"])
