"""Reviewing what a correction did to annotations: each with its old place and its new or suggested one.

An annotation that needs a look stays on the reading that it was made on until a person accepts the suggestion, places
it elsewhere, or leaves it with the old reading for good.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from archive_app.core.errors import NotFound, UserError
from archive_app.core.ids import new_id
from archive_app.core.records import Anchoring, AnchoringState, Annotation, Source, Text
from archive_app.core.spans import Span, anchor
from archive_app.core.translation import N_, _
from archive_app.services.annotating import short, trimmed
from archive_app.services.archives import Archive
from archive_app.store import readings, texts
from archive_app.store.store import now

_CONTEXT = 90


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a reading with what stands around them, cut at words."""

    text_id: str
    span: Span
    before: str
    quote: str
    behind: str


@dataclass(frozen=True, slots=True)
class Review:
    """An annotation to decide about; `after` is None where no place can be suggested."""

    annotation: Annotation
    source: Source
    state: AnchoringState
    before: Quoted
    after: Quoted | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many annotations of a source need a look, and how many were moved and not looked at yet."""

    needs_look: int
    moved: int


def waiting(archive: Archive, source_id: str | None = None) -> Waiting:
    """What waits for a person, in one source or all."""
    return Waiting(*readings.count_undecided(archive.store, source_id))


def list_reviews(archive: Archive, source_id: str | None = None, *, limit: int | None = None) -> list[Review]:
    """What waits for a person, in one source or all, or the first of it: what needs a look, by source and place, then
    what was moved."""
    store = archive.store
    found = readings.undecided(store, source_id, limit)
    annotated = store.get_many(Annotation, (one.annotation_id for one in found))
    places = [(one.from_text_id, Span(one.from_start, one.from_end)) for one in found]
    places += [(one.to_text_id, one.span) for one in found if one.span is not None]
    quoted = _quoted(archive, places)
    of_text = store.get_many(Text, (one.to_text_id for one in found))
    sources = store.get_many(Source, (text.source_id for text in of_text.values()))
    return [
        Review(
            annotation=annotated[one.annotation_id],
            source=sources[of_text[one.to_text_id].source_id],
            state=one.state,
            before=quoted[one.from_text_id, Span(one.from_start, one.from_end)],
            after=quoted[one.to_text_id, one.span] if one.span else None,
        )
        for one in found
    ]


def _quoted(archive: Archive, places: Sequence[tuple[str, Span]]) -> dict[tuple[str, Span], Quoted]:
    """Words with their surroundings; only these parts of the texts are read."""
    around = {
        place: (place[0], Span(max(0, place[1].start - _CONTEXT), place[1].end + _CONTEXT))
        for place in places
    }
    read = texts.stretches(archive.store, set(around.values()))
    found = {}
    for place, wide in around.items():
        letters, first = read[wide], place[1].start - wide[1].start
        last = first + len(place[1])
        found[place] = Quoted(
            *place,
            _after_space(letters[:first]) if wide[1].start else letters[:first],
            letters[first:last],
            _before_space(letters[last:]),
        )
    return found


def _after_space(letters: str) -> str:
    return letters[letters.find(" ") + 1 :]


def _before_space(letters: str) -> str:
    return letters if len(letters) < _CONTEXT else letters[: letters.rfind(" ") + 1] or letters


def let_strays_wait(archive: Archive) -> None:
    """Let annotations that came back to an earlier reading, such as from the trash, wait for a look.

    Call it within the operation that brought them back.
    """
    for annotation, newest in readings.strays(archive.store):
        letters = archive.letters(archive.store.get(Text, newest))
        place = letters.find(annotation.quote)
        is_only_one = place >= 0 and letters.find(annotation.quote, place + 1) < 0
        archive.store.insert(
            Anchoring(
                id=new_id(),
                annotation_id=annotation.id,
                from_text_id=str(annotation.text_id),
                from_start=annotation.start or 0,
                from_end=annotation.end or 0,
                to_text_id=newest,
                state=AnchoringState.NEEDS_LOOK,
                start=place if is_only_one else None,
                end=place + len(annotation.quote) if is_only_one else None,
                made_at=now(),
            )
        )


# Deciding


def accept(archive: Archive, annotation_id: str) -> Annotation:
    """Say that the new place, or the suggested one, is right. Raises NotFound, UserError where none is suggested."""
    one = _undecided(archive, annotation_id)
    if one.span is None:
        raise UserError(
            _("No place is suggested for this annotation; place it on words that you select, or detach it.")
        )
    with archive.operation(N_("Accept the place of “{subject}”"), subject=_subject(archive, annotation_id)):
        if one.state is AnchoringState.NEEDS_LOOK:
            _move(archive, one, one.to_text_id, one.span)
        archive.store.update(Anchoring, one.id, state=AnchoringState.ACCEPTED)
    return archive.store.get(Annotation, annotation_id)


def accept_moved(archive: Archive, source_id: str | None = None) -> int:
    """Say that everything that was moved stands right, in one source or all; returns how many."""
    moved = [one for one in readings.undecided(archive.store, source_id) if one.state is AnchoringState.MOVED]
    if not moved:
        raise UserError(_("No annotation was moved that nobody has looked at."))
    with archive.operation(N_("Accept the places of moved annotations")):
        for one in moved:
            archive.store.update(Anchoring, one.id, state=AnchoringState.ACCEPTED)
    return len(moved)


def place_on(archive: Archive, annotation_id: str, span: Span, *, text_id: str = "") -> Annotation:
    """Place an annotation on other words of the newest reading; `text_id` says which one that was for the caller.

    Raises NotFound, Conflict where it is another one now, UserError for an empty span.
    """
    one = _undecided(archive, annotation_id)
    if text_id and text_id != one.to_text_id:
        raise texts.outdated()
    letters = archive.letters(archive.store.get(Text, one.to_text_id))
    span = trimmed(letters, span)
    with archive.operation(N_("Place “{subject}” again"), subject=_subject(archive, annotation_id)):
        _move(archive, one, one.to_text_id, span)
        archive.store.update(Anchoring, one.id, state=AnchoringState.PLACED, start=span.start, end=span.end)
    return archive.store.get(Annotation, annotation_id)


def detach(archive: Archive, annotation_id: str) -> Annotation:
    """Leave an annotation with the old reading for good; one that was moved goes back there. Raises NotFound."""
    one = _undecided(archive, annotation_id)
    with archive.operation(
        N_("Leave “{subject}” with the old reading"), subject=_subject(archive, annotation_id)
    ):
        if one.state is AnchoringState.MOVED:
            _move(archive, one, one.from_text_id, Span(one.from_start, one.from_end))
        archive.store.update(Anchoring, one.id, state=AnchoringState.DETACHED)
    return archive.store.get(Annotation, annotation_id)


def _undecided(archive: Archive, annotation_id: str) -> Anchoring:
    archive.store.get(Annotation, annotation_id)
    one = readings.undecided_of(archive.store, annotation_id)
    if one is None:
        raise NotFound(_("This annotation does not wait for a look; its place is decided."))
    return one


def _move(archive: Archive, one: Anchoring, text_id: str, span: Span) -> None:
    letters = archive.letters(archive.store.get(Text, text_id))
    readings.move_annotations(archive.store, [(one.annotation_id, text_id, span, anchor(letters, span))])


def _subject(archive: Archive, annotation_id: str) -> str:
    annotation = archive.store.get(Annotation, annotation_id)
    return short(annotation.quote or annotation.note)
