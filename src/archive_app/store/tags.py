"""Tags: how they stand under each other, finding and making them, and what carries them."""

from collections.abc import Iterable

from archive_app.core.ids import new_id
from archive_app.core.records import Tag
from archive_app.core.tags import TagTree, split_path
from archive_app.store.rows import to_value
from archive_app.store.store import Store

_BELOW = "WITH RECURSIVE below(id) AS (VALUES (?) UNION SELECT t.id FROM tags t JOIN below b ON t.parent_id = b.id) "
CARRYING = _BELOW + "SELECT annotation_id FROM annotation_tags WHERE tag_id IN below"
"""SQL for the annotations that carry a tag, whose id is the one parameter, or a tag under it."""
_USES = 1000


def tree(store: Store) -> TagTree:
    """All tags."""
    return TagTree(store.list(Tag))


def lines(store: Store, tags: Iterable[Tag]) -> dict[str, list[Tag]]:
    """Each of these tags with all that it stands under, from the top, by its id.

    The other tags are read only where one of these stands under another.
    """
    every = {tag.id: tag for tag in tags}
    if all(tag.parent_id is None for tag in every.values()):
        return {tag.id: [tag] for tag in every.values()}
    whole = tree(store)
    return {tag_id: whole.line(tag_id) or [tag] for tag_id, tag in every.items()}


def find_tag(store: Store, path: str) -> Tag | None:
    """The tag with this path, whatever its case; see `TagTree.find`."""
    return tree(store).find(str(to_value(path)))


def tags_called(store: Store, names: Iterable[str]) -> list[Tag]:
    """The tags with these paths, made inside the open operation where they do not exist yet, with those above."""
    found: dict[str, Tag] = {}
    for path in names:
        tag = find_tag(store, path) or _make(store, path)
        found[tag.id] = tag
    return list(found.values())


def _make(store: Store, path: str) -> Tag:
    whole = tree(store)
    tag: Tag | None = None
    for name in split_path(str(to_value(path))):
        parent_id = tag.id if tag else None
        tag = whole.child(parent_id, name)
        if tag is None:
            tag = Tag(id=new_id(), name=name, parent_id=parent_id)
            store.insert(tag)
    if tag is None:
        raise ValueError(f"not the path of a tag: {path!r}")
    return tag


def annotations_carrying(store: Store, tag_ids: Iterable[str]) -> set[str]:
    """The annotations that carry one of these tags or a tag under one of them."""
    return {row[0] for tag_id in tag_ids for row in store.rows(CARRYING, [tag_id])}


def recent_uses(store: Store) -> list[str]:
    """The ids of the tags that annotations were given lately, the newest use last."""
    rows = store.rows("SELECT tag_id FROM annotation_tags ORDER BY id DESC LIMIT ?", [_USES])
    return [tag_id for (tag_id,) in reversed(rows)]


def hand_over(store: Store, tag_id: str, into_id: str) -> None:
    """Give what carries one tag the other one instead, inside the open operation; nothing carries a tag twice."""
    store.execute(
        "DELETE FROM annotation_tags WHERE tag_id = ? AND annotation_id IN "
        "(SELECT annotation_id FROM annotation_tags WHERE tag_id = ?)",
        [tag_id, into_id],
    )
    store.execute("UPDATE annotation_tags SET tag_id = ? WHERE tag_id = ?", [into_id, tag_id])
