"""Changing where a highlight stands: moving its ends, splitting it, joining it with another one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from archive_app.core.errors import UserError
from archive_app.core.ids import new_id
from archive_app.core.kinds import Sameness
from archive_app.core.records import Annotation, Link, Text
from archive_app.core.spans import Span, anchor
from archive_app.core.translation import N_, _
from archive_app.services.annotating import Annotated, get_annotation, short, trimmed
from archive_app.services.archives import Archive
from archive_app.store import annotations, texts
from archive_app.store.store import author, now


def adjust(archive: Archive, annotation_id: str, span: Span, *, text_id: str = "") -> Annotated:
    """Let a highlight stand on another span of its text; white space at its ends is left out.

    `text_id` says to which text the span belongs, where that may have been corrected since. Raises NotFound, Conflict
    where it was, UserError where the highlight is on a whole record or nothing would be marked.
    """
    before = get_annotation(archive, annotation_id).annotation
    letters = _newest_letters(archive, before, text_id)
    span = trimmed(letters, span)
    with archive.operation(N_("Move the ends of “{subject}”"), subject=short(before.quote)):
        archive.store.update(Annotation, annotation_id, **_standing(letters, span))
    return get_annotation(archive, annotation_id)


def split(archive: Archive, annotation_id: str, at: int, *, text_id: str = "") -> tuple[Annotated, Annotated]:
    """Make two highlights of one at a place inside it, in code points of its text; for `text_id` see `adjust`.

    The first keeps the note; both have the tags and the links. Raises NotFound, Conflict, UserError where nothing would
    be left on one side.
    """
    before = get_annotation(archive, annotation_id)
    letters = _newest_letters(archive, before.annotation, text_id)
    span = before.annotation.span
    assert span is not None
    if not span.start < at < span.end:
        raise UserError(_("Put the caret inside the highlight, where it is to be split."))
    first, second = trimmed(letters, Span(span.start, at)), trimmed(letters, Span(at, span.end))
    rest = replace(
        before.annotation,
        id=new_id(),
        note="",
        author=author(),
        made_at=now(),
        **_standing(letters, second),
    )
    with archive.operation(N_("Split “{subject}”"), subject=short(before.annotation.quote)):
        archive.store.update(Annotation, annotation_id, **_standing(letters, first))
        archive.store.insert(rest)
        annotations.set_tag_ids(archive.store, rest.id, [tag.id for tag in before.tags])
        for link in before.links:
            archive.store.insert(replace(link, id=new_id(), annotation_id=rest.id))
    return get_annotation(archive, annotation_id), get_annotation(archive, rest.id)


def join(archive: Archive, annotation_id: str, other_id: str) -> Annotated:
    """Make one highlight of two in the same text, from where the first begins to where the last ends.

    The one that is named first stays, with its colour; notes stand one after the other in the order of the text, tags
    and links are united, and nothing that was stated is lost. Raises NotFound, UserError.
    """
    kept, other = get_annotation(archive, annotation_id), get_annotation(archive, other_id)
    letters = _letters_under(archive, kept.annotation)
    one, two = kept.annotation.span, other.annotation.span
    if kept.annotation.id == other.annotation.id or kept.annotation.text_id != other.annotation.text_id:
        raise UserError(_("Only two highlights of the same text can be joined."))
    assert one is not None
    assert two is not None
    span = Span(min(one.start, two.start), max(one.end, two.end))
    in_order = sorted(
        (kept, other), key=lambda found: (found.annotation.start or 0, found.annotation.end or 0)
    )
    with archive.operation(N_("Join “{subject}” with another one"), subject=short(kept.annotation.quote)):
        archive.store.update(
            Annotation,
            annotation_id,
            **_standing(letters, span),
            colour=kept.annotation.colour or other.annotation.colour,
            note=_one_after_the_other((found.annotation.note for found in in_order), "\n\n"),
        )
        tag_ids = [tag.id for tag in (*kept.tags, *other.tags)]
        annotations.set_tag_ids(archive.store, annotation_id, list(dict.fromkeys(tag_ids)))
        _unite_links(archive, kept, other)
        archive.store.delete(Annotation, other_id)
    return get_annotation(archive, annotation_id)


def join_next(archive: Archive, annotation_id: str) -> Annotated:
    """Join a highlight with the one that `joinable` names. Raises NotFound, UserError."""
    return join(archive, annotation_id, joinable(archive, annotation_id).annotation.id)


def joinable(archive: Archive, annotation_id: str) -> Annotated:
    """The highlight that one is to be joined with: one that overlaps or touches it, else the next one in the same
    passage or in the one after it.

    Raises NotFound for an unknown annotation, UserError where there is none to join.
    """
    found = get_annotation(archive, annotation_id)
    text = archive.store.get(Text, found.annotation.text_id) if found.annotation.text_id else None
    span = found.annotation.span
    if text is None or span is None:
        raise _no_highlight()
    letters = archive.letters(text)
    others = [one for one, _source in annotations.of_text(archive.store, text.id) if one.id != annotation_id]
    touching = [one for one in others if one.span and _touch(letters, span, one.span)]
    if touching:
        nearest = min(touching, key=lambda one: (abs((one.start or 0) - span.start), one.start or 0))
        return get_annotation(archive, nearest.id)
    following = next((one for one in others if one.span and one.span.start >= span.end), None)
    if following is None or following.span is None or _apart(archive, text, span, following.span) > 1:
        raise UserError(
            _(
                "There is no highlight to join this one with: none touches it, and none follows in this passage "
                "or the next one."
            )
        )
    return get_annotation(archive, following.id)


def _newest_letters(archive: Archive, annotation: Annotation, text_id: str) -> str:
    letters = _letters_under(archive, annotation)
    if text_id and annotation.text_id != text_id:
        raise texts.outdated()
    texts.refuse_outdated(archive.store, archive.store.get(Text, str(annotation.text_id)))
    return letters


def _letters_under(archive: Archive, annotation: Annotation) -> str:
    if annotation.text_id is None or annotation.span is None:
        raise _no_highlight()
    return archive.letters(archive.store.get(Text, annotation.text_id))


def _no_highlight() -> UserError:
    return UserError(_("This note is on a whole record, not on words of a text."))


def _standing(letters: str, span: Span) -> dict[str, Any]:
    """The fields that say where an annotation stands."""
    anchored = anchor(letters, span)
    return {
        "start": span.start,
        "end": span.end,
        "quote": anchored.quote,
        "prefix": anchored.prefix,
        "suffix": anchored.suffix,
    }


def _touch(letters: str, one: Span, other: Span) -> bool:
    """Whether two spans overlap or have nothing but white space between them."""
    first, second = sorted((one, other))
    return first.overlaps(second) or not letters[first.end : second.start].strip()


def _apart(archive: Archive, text: Text, one: Span, other: Span) -> int:
    """How many passages further on the second span begins."""
    ends = [passage.end for passage in texts.passages_of(archive.store, text.id)]
    return sum(one.end <= end <= other.start for end in ends)


def _one_after_the_other(words: Iterable[str], between: str) -> str:
    """Texts in their order, each once, without empty ones."""
    return between.join(dict.fromkeys(part for part in words if part))


def _unite_links(archive: Archive, kept: Annotated, other: Annotated) -> None:
    """Give the links of the other annotation to the one that is kept; two links to one event become one."""
    existing = {link.event_id: link for link in kept.links}
    for link in other.links:
        same = existing.get(link.event_id)
        if same is None:
            archive.store.update(Link, link.id, annotation_id=kept.annotation.id)
        else:
            archive.store.update(Link, same.id, **_united(same, link))


def _mark_of_both(one: tuple[str, Sameness], other: tuple[str, Sameness]) -> Sameness:
    """The mark on what two links say: it holds where it was given to all that is said then."""
    marks = {mark for said, mark in (one, other) if said}
    if one[0] == other[0]:
        marks.discard(Sameness.UNMARKED)
    return marks.pop() if len(marks) == 1 else Sameness.UNMARKED


def _united(one: Link, other: Link) -> dict[str, object]:
    """What two links to one event state, in one. A second date has no place of its own: the remark keeps it."""
    values: dict[str, object] = {}
    remarks: Sequence[str] = (one.note, other.note)
    if one.says_when and other.says_when and one.says_when != other.says_when:
        remarks = (*remarks, other.says_when)
    elif other.says_when:
        values = {name: getattr(other, name) for name in ("says_when", "first_day", "last_day")}
    for part in ("where", "who"):
        values[f"says_{part}"] = _one_after_the_other(
            (getattr(one, f"says_{part}"), getattr(other, f"says_{part}")), "; "
        )
        values[f"{part}_mark"] = _mark_of_both(
            *((getattr(link, f"says_{part}"), getattr(link, f"{part}_mark")) for link in (one, other))
        )
    return {**values, "note": _one_after_the_other(remarks, "; ")}
