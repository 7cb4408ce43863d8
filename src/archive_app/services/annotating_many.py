"""Doing the same to many annotations: each time one operation, undone in one step."""

from collections.abc import Sequence

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Annotation, Colour, Event, Link, Tag
from archive_app.core.tags import split_path
from archive_app.core.translation import N_, _, ngettext
from archive_app.language.collation import azbuka_key
from archive_app.services.annotating import clean_tags, short
from archive_app.services.archives import Archive
from archive_app.services.record_labels import colour_label, record_count
from archive_app.store import annotations, many, tags
from archive_app.store.store import now


def colour_many(archive: Archive, ids: Sequence[str], colour: Colour | None) -> int:
    """Give annotations a colour, or none; return how many had another one. Raises NotFound, UserError where an
    annotation would say nothing without its colour."""
    found = _found(archive, ids)
    changed = [one.id for one in found if one.colour != colour]
    if colour is None:
        _refuse_empty(archive, [one for one in found if one.colour and not one.note.strip()])
    name = N_("Colour {subject}") if colour else N_("Take the colour off {subject}")
    with archive.operation(name, subject=_subject(changed, colour)):
        many.set_colour(archive.store, changed, colour)
    return len(changed)


def _subject(ids: Sequence[str], colour: Colour | None = None) -> str:
    counted = record_count("annotations", len(ids))
    if colour is None:
        return counted
    return _("{annotations} in {colour}").format(annotations=counted, colour=colour_label(colour).lower())


def tag_many(archive: Archive, ids: Sequence[str], paths: Sequence[str]) -> int:
    """Put tags on annotations, made where they do not exist yet; return how many of the annotations lacked one.

    Raises NotFound, UserError where no tag has a name.
    """
    found = _found(archive, ids)
    names = clean_tags(paths)
    if not any(split_path(name) for name in names):
        raise UserError(_("The name is empty; write at least one word."))
    with archive.operation(N_("Tag {subject}"), subject=_tagged(ids, names)):
        made = tags.tags_called(archive.store, names)
        return many.add_tags(archive.store, [one.id for one in found], [tag.id for tag in made])


def _tagged(ids: Sequence[str], names: Sequence[str]) -> str:
    return _("{annotations} with “{tags}”").format(
        annotations=record_count("annotations", len(ids)), tags=", ".join(names)
    )


def tags_of_many(archive: Archive, ids: Sequence[str]) -> list[tuple[str, str]]:
    """Id and path of the tags that any of these annotations carry, by path."""
    found = {tag.id for carried in annotations.tags_of(archive.store, ids).values() for tag in carried}
    tree = tags.tree(archive.store)
    return sorted(((tag_id, tree.path(tag_id)) for tag_id in found), key=lambda one: azbuka_key(one[1]))


def untag_many(archive: Archive, ids: Sequence[str], tag_id: str) -> int:
    """Take a tag off annotations; return how many carried it. Raises NotFound, UserError where nothing of an annotation
    would be left."""
    found = _found(archive, ids)
    tag = archive.store.get(Tag, tag_id)
    bare = [one for one in found if one.colour is None and not one.note.strip()]
    _refuse_empty(archive, bare, without=tag_id)
    with archive.operation(N_("Take off tag “{subject}”"), subject=tag.name):
        return many.take_off_tag(archive.store, [one.id for one in found], tag_id)


def link_many(archive: Archive, ids: Sequence[str], event_id: str) -> int:
    """Tie annotations to an event; return how many were not tied to it yet. Raises NotFound."""
    found = _found(archive, ids)
    event = archive.store.get(Event, event_id)
    tied = many.tied(archive.store, [one.id for one in found], event_id)
    made = [
        Link(id=new_id(), annotation_id=one.id, event_id=event_id, made_at=now())
        for one in found
        if one.id not in tied
    ]
    with archive.operation(N_("Link to event “{subject}”"), subject=short(event.title)):
        archive.store.insert_many(made)
    return len(made)


def remove_many(archive: Archive, ids: Sequence[str]) -> int:
    """Delete annotations with what hangs on them; return how many. Raises NotFound."""
    found = _found(archive, ids)
    with archive.operation(N_("Delete {subject}"), subject=_subject(ids)):
        many.delete(archive.store, [one.id for one in found])
    return len(found)


def _found(archive: Archive, ids: Sequence[str]) -> list[Annotation]:
    found = archive.store.get_many(Annotation, ids)
    if not ids:
        raise UserError(_("Nothing is chosen; choose some annotations first."))
    if len(found) < len(set(ids)):
        raise NotFound(_("Some of the annotations were deleted meanwhile; choose again."))
    return list(found.values())


def _refuse_empty(archive: Archive, bare: Sequence[Annotation], *, without: str = "") -> None:
    """Raise UserError for annotations of which neither tags (but the one that goes) nor links would be left."""
    ids = [one.id for one in bare]
    tagged = {
        id_
        for id_, carried in annotations.tags_of(archive.store, ids).items()
        if any(tag.id != without for tag in carried)
    }
    linked = annotations.links_of(archive.store, ids)
    empty = [id_ for id_ in ids if id_ not in tagged and id_ not in linked]
    if empty:
        raise UserError(
            ngettext(
                "{count} of the annotations would say nothing at all then; delete it, or write a note first.",
                "{count} of the annotations would say nothing at all then; delete them, or write notes first.",
                len(empty),
            ).format(count=len(empty))
        )
