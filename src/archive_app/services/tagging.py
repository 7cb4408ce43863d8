"""Tags: how they stand under each other, and what a person does with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive_app.core.errors import NotFound, UserError
from archive_app.core.records import Colour, Tag
from archive_app.core.tags import TagTree, join_path, split_path
from archive_app.core.translation import N_, _
from archive_app.language.collation import azbuka_key
from archive_app.services.annotating import (
    Annotated,
    annotated_with,
    get_annotation,
    refuse_empty,
    short,
)
from archive_app.services.archives import Archive
from archive_app.store import annotations, counts, tags

RECENT = 9
"""How many tags that were used lately have a number."""


@dataclass(frozen=True, slots=True)
class TagSummary:
    """A tag as lists show it. `path` is its name behind those that it stands under, of which there are `depth`;
    `annotations` counts what carries it or a tag under it, `own` what carries the tag itself."""

    tag: Tag
    annotations: int
    own: int
    path: str
    depth: int


@dataclass(frozen=True, slots=True)
class NumberedTag:
    """A tag that was used lately, with its path."""

    tag: Tag
    path: str


def list_tags(archive: Archive) -> list[TagSummary]:
    """All tags by name, each followed by those that stand under it."""
    tree, own = tags.tree(archive.store), counts.annotations_by_tag(archive.store)
    has_levels = any(tag.parent_id for tag in tree.tags.values())
    total = counts.annotations_below_tag(archive.store) if has_levels else own
    return [
        TagSummary(tag, total.get(tag.id, 0), own.get(tag.id, 0), path, depth)
        for tag, path, depth in _in_order(tree, None, "", 0)
    ]


def known_paths(archive: Archive) -> list[str]:
    """The paths of all tags, in the order of `list_tags`, which counts besides."""
    return [path for _tag, path, _depth in _in_order(tags.tree(archive.store), None, "", 0)]


def _in_order(tree: TagTree, parent_id: str | None, above: str, depth: int) -> Iterator[tuple[Tag, str, int]]:
    for tag in sorted(tree.children(parent_id), key=lambda tag: azbuka_key(tag.name)):
        path = join_path([above, tag.name]) if above else tag.name
        yield tag, path, depth
        yield from _in_order(tree, tag.id, path, depth + 1)


def find_tag(archive: Archive, path: str) -> Tag:
    """The tag with this path in any case, or the only one with this name. Raises NotFound."""
    tag = tags.find_tag(archive.store, path)
    if tag is None:
        raise NotFound(_("There is no tag called “{name}”.").format(name=path))
    return tag


def tag_paths(archive: Archive, tag_ids: Iterable[str]) -> dict[str, str]:
    """The paths of these tags, by id; ids of tags that do not exist are left out."""
    known = archive.store.get_many(Tag, tag_ids)
    lines = tags.lines(archive.store, known.values())
    return {tag_id: join_path([tag.name for tag in line]) for tag_id, line in lines.items()}


def annotations_with_tag(archive: Archive, tag_id: str) -> list[Annotated]:
    """The annotations that carry a tag or one under it, by source and place."""
    return annotated_with(archive, annotations.with_tag(archive.store, tag_id))


# What a person does with tags


def add_tag(archive: Archive, path: str, colour: Colour | None = None) -> Tag:
    """Make a tag, and those above it in its path that do not exist yet; one that exists stays as it is.

    Raises UserError where the path is empty.
    """
    if not split_path(path):
        raise UserError(_("The name is empty; write at least one word."))
    with archive.operation(N_("Add tag “{subject}”"), subject=short(path)):
        (tag,) = tags.tags_called(archive.store, [path])
        if colour is not None:
            archive.store.update(Tag, tag.id, colour=colour)
    return archive.store.get(Tag, tag.id)


def rename_tag(archive: Archive, tag_id: str, name: str) -> Tag:
    """Give a tag another name; it stays where it stands. Raises NotFound, UserError where the name is empty, taken
    or a path."""
    tag = archive.store.get(Tag, tag_id)
    names = split_path(name)
    if not names:
        raise UserError(_("The name is empty; write at least one word."))
    if len(names) > 1:
        raise UserError(_("A name has no “/” in it; move the tag under another one instead."))
    _refuse_taken(tags.tree(archive.store), tag, tag.parent_id, names[0])
    with archive.operation(N_("Rename tag “{subject}”"), subject=tag.name):
        archive.store.update(Tag, tag_id, name=names[0])
    return archive.store.get(Tag, tag_id)


def _refuse_taken(tree: TagTree, tag: Tag, parent_id: str | None, name: str) -> None:
    taken = tree.child(parent_id, name)
    if taken is not None and taken.id != tag.id:
        raise UserError(
            _("There is another tag called “{name}” already; merge the two instead.").format(
                name=tree.path(taken.id)
            )
        )


def move_tag(archive: Archive, tag_id: str, under_id: str | None) -> Tag:
    """Put a tag, with all under it, under another one, or to the top (None).

    Raises NotFound, UserError where it would stand under itself or beside one of the same name.
    """
    tag = archive.store.get(Tag, tag_id)
    tree = tags.tree(archive.store)
    if under_id is not None:
        under = archive.store.get(Tag, under_id)
        if under in tree.with_below(tag_id):
            raise UserError(
                _("“{name}” cannot stand under “{under}”, which is itself or stands under it.").format(
                    name=tag.name, under=tree.path(under_id)
                )
            )
    _refuse_taken(tree, tag, under_id, tag.name)
    with archive.operation(N_("Move tag “{subject}”"), subject=tag.name):
        archive.store.update(Tag, tag_id, parent_id=under_id)
    return archive.store.get(Tag, tag_id)


def merge_tags(archive: Archive, tag_id: str, into_id: str) -> Tag:
    """Make one tag of two: what carries the first, and what stands under it, goes to the other, which stays.

    One operation, undone in one step. Tags of the same name that come to stand side by side are merged as well, and
    nothing carries a tag twice. Raises NotFound, UserError where both are the same or the other stands under the first.
    """
    tag, into = archive.store.get(Tag, tag_id), archive.store.get(Tag, into_id)
    tree = tags.tree(archive.store)
    if tag == into:
        raise UserError(_("These are one and the same tag."))
    if into in tree.with_below(tag_id):
        raise UserError(
            _("“{into}” stands under “{name}”; merge the other way round, or move it first.").format(
                into=tree.path(into_id), name=tag.name
            )
        )
    with archive.operation(N_("Merge tag “{subject}”"), subject=tag.name):
        _merge(archive, tree, tag, into)
    return archive.store.get(Tag, into_id)


def _merge(archive: Archive, tree: TagTree, tag: Tag, into: Tag) -> None:
    tags.hand_over(archive.store, tag.id, into.id)
    for child in tree.children(tag.id):
        same = tree.child(into.id, child.name)
        if same is None:
            archive.store.update(Tag, child.id, parent_id=into.id)
        elif same.id != child.id:
            _merge(archive, tree, child, same)
    archive.store.delete(Tag, tag.id)


def colour_tag(archive: Archive, tag_id: str, colour: Colour | None) -> Tag:
    """Give a tag a colour, or none. Raises NotFound."""
    tag = archive.store.get(Tag, tag_id)
    with archive.operation(N_("Colour tag “{subject}”"), subject=tag.name):
        archive.store.update(Tag, tag_id, colour=colour)
    return archive.store.get(Tag, tag_id)


def remove_tag(archive: Archive, tag_id: str) -> None:
    """Delete a tag with those under it and take them off all annotations; undo brings all back. Raises NotFound."""
    tag = archive.store.get(Tag, tag_id)
    with archive.operation(N_("Delete tag “{subject}”"), subject=tag.name):
        archive.store.delete(Tag, tag_id)


# One tag on one annotation


def toggle_tag(archive: Archive, annotation_id: str, tag_id: str) -> Annotated:
    """Put a tag on an annotation, or take it off where it is on it. Raises NotFound, UserError where nothing of the
    annotation would be left."""
    before = get_annotation(archive, annotation_id)
    tag = archive.store.get(Tag, tag_id)
    have = [one.id for one in before.tags]
    wanted = [one for one in have if one != tag_id] if tag_id in have else [*have, tag_id]
    refuse_empty(before.annotation.colour, before.annotation.note, wanted, before.links)
    name = N_("Take off tag “{subject}”") if tag_id in have else N_("Put on tag “{subject}”")
    with archive.operation(name, subject=tag.name):
        annotations.set_tag_ids(archive.store, annotation_id, wanted)
    return get_annotation(archive, annotation_id)


def recent_tags(archive: Archive, before: Sequence[NumberedTag | None] = ()) -> list[NumberedTag | None]:
    """The tags that were used lately, each at the place of its number; an empty place is None.

    A tag keeps the place that it had `before`. One that is new gets an empty place, else that of the tag which was not
    used for the longest time; so the numbers of the tags in use stay the same while a person works.
    """
    known = {tag.id: tag for tag in archive.store.list(Tag)}
    latest = [
        tag_id for tag_id in dict.fromkeys(reversed(tags.recent_uses(archive.store))) if tag_id in known
    ]
    places = [one.tag.id if one and one.tag.id in known else None for one in before]
    wanted = latest[:RECENT]
    for tag_id in sorted(wanted) if not before else reversed(wanted):
        if tag_id in places:
            continue
        if None in places:
            places[places.index(None)] = tag_id
        elif len(places) < RECENT:
            places.append(tag_id)
        else:
            oldest = max(places, key=lambda one: latest.index(one) if one in latest else len(latest))
            places[places.index(oldest)] = tag_id
    paths = tag_paths(archive, [tag_id for tag_id in places if tag_id])
    return [NumberedTag(known[tag_id], paths[tag_id]) if tag_id else None for tag_id in places]
