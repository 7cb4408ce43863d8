"""Correcting a text: a new reading is made, the old one kept, and every annotation is placed again or waits for a look.

What was prepared (see `drafting`) is written as one action, which undo takes back as a whole.
"""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from archive_app.core.anchoring import Placement
from archive_app.core.dates import parse_date
from archive_app.core.errors import Conflict
from archive_app.core.ids import new_id
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import (
    Anchoring,
    AnchoringState,
    Annotation,
    File,
    PassageKind,
    Photo,
    Refusal,
    Source,
    Text,
)
from archive_app.core.spans import Span, anchor
from archive_app.core.translation import N_, _
from archive_app.language.scripts import script_of
from archive_app.services.annotating import find_quote
from archive_app.services.archives import Archive
from archive_app.services.drafting import Draft, prepare_replacement, prepare_span
from archive_app.store import media, readings, texts
from archive_app.store.store import now


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A correction that was written: the new text, and how many annotations were found in which way."""

    text: Text
    exact: int
    moved: int
    needs_look: int


# The whole way at once


def correct_passage(
    archive: Archive, text_id: str, ordinal: int, letters: str, progress: Progress = SILENT
) -> Corrected:
    """Let a passage of the current reading say something else; empty letters leave it out.

    Raises NotFound, Conflict where the text was corrected since, UserError where nothing would change.
    """
    passage = texts.passage(archive.store, text_id, ordinal)
    return apply(archive, prepare_span(archive, text_id, passage.span, letters.strip(), progress))


def correct_quote(
    archive: Archive, source_id: str, quote: str, by: str, progress: Progress = SILENT
) -> Corrected:
    """Let words, which stand in a source once, be others. Raises NotFound, UserError."""
    text, span = find_quote(archive, source_id, quote)
    return apply(archive, prepare_span(archive, text.id, span, by, progress))


def replace_text(
    archive: Archive, source_id: str, path: Path, progress: Progress = SILENT, *, encoding: str = ""
) -> Corrected:
    """Take the text of a file, a better transcription, as the new reading of a source.

    The file is kept as any that was brought in. Raises NotFound, UserError, Cancelled.
    """
    return apply(archive, prepare_replacement(archive, source_id, path, progress, encoding=encoding))


# Writing


def apply(archive: Archive, draft: Draft) -> Corrected:
    """Write what was prepared, as one action. Raises Conflict where text or annotations changed meanwhile."""
    texts.refuse_outdated(archive.store, draft.text)
    following = readings.following(archive.store, draft.source.id, draft.text)
    if {_where(one) for some in following.values() for one in some} != {
        _where(one) for one, _placement in draft.placed
    }:
        raise Conflict(_("The annotations of this text changed meanwhile; please correct it once more."))
    if {one.id for one in archive.store.list(Refusal, text_id=draft.text.id)} != {
        one.id for one, _placement in draft.refused
    }:
        raise Conflict(_("What was set aside in this text changed meanwhile; please correct it once more."))
    name = N_("Replace the text of “{subject}”") if draft.path else N_("Correct “{subject}”")
    with ExitStack() as stack:
        stored = stack.enter_context(media.kept(archive.store, draft.path)) if draft.path else None
        stack.enter_context(archive.operation(name, subject=draft.source.title))
        file = _file_of(archive, draft, stored) if stored else None
        text = _new_text(archive, draft, file)
        _follow_photos(archive, draft, text)
        _follow_annotations(archive, draft, text)
        _follow_refusals(archive, draft, text)
    return Corrected(
        text=text,
        exact=draft.count(AnchoringState.EXACT),
        moved=draft.count(AnchoringState.MOVED),
        needs_look=draft.count(AnchoringState.NEEDS_LOOK),
    )


def _where(annotation: Annotation) -> tuple[str, str | None, Span | None]:
    return annotation.id, annotation.text_id, annotation.span


def _file_of(archive: Archive, draft: Draft, stored: media.Stored) -> File:
    file = File(
        id=new_id(),
        sha256=stored.sha256,
        size=stored.size,
        media_type=draft.imported.media_type if draft.imported else "text/plain",
        name=draft.path.name if draft.path else "",
        source_id=draft.source.id,
        made_at=now(),
    )
    archive.store.insert(file)
    return file


def _new_text(archive: Archive, draft: Draft, file: File | None) -> Text:
    store = archive.store
    about = draft.imported or draft.text
    text = Text(
        id=new_id(),
        source_id=draft.source.id,
        letters_sha256=texts.keep_letters(store, draft.letters),
        length=len(draft.letters),
        file_id=file.id if file else draft.text.file_id,
        encoding=about.encoding,
        encoding_basis=about.encoding_basis,
        made_at=now(),
    )
    store.insert(text)
    texts.keep_passages(store, text.id, draft.passages)
    readings.copy_kinds(store, draft.text.id, text.id, draft.ordinals)
    script = script_of(draft.letters)
    if script is not draft.source.script:
        store.update(Source, draft.source.id, script=script)
    return text


def _follow_photos(archive: Archive, draft: Draft, text: Text) -> None:
    """Let photos whose captions are still there follow; new captions of a new transcription make photos."""
    store, old = archive.store, archive.letters(draft.text)
    before = {
        passage.ordinal: old[passage.start : passage.end]
        for passage in texts.passages_of(store, draft.text.id)
    }
    taken = set()
    for photo in store.list(Photo, text_id=draft.text.id):
        ordinal = draft.ordinals.get(photo.ordinal) if photo.ordinal is not None else None
        if photo.ordinal is None or ordinal is None:
            continue
        taken.add(ordinal)
        kind, span = draft.passages[ordinal]
        caption = " ".join(draft.letters[span.start : span.end].split())
        was = " ".join(before[photo.ordinal].split())
        said = {"caption": caption} if " ".join(photo.caption.split()) == was and caption != was else {}
        store.update(Photo, photo.id, text_id=text.id, ordinal=ordinal, **said)
        if kind is not PassageKind.CAPTION:
            texts.set_kind(store, text.id, ordinal, PassageKind.CAPTION)
    for found in draft.imported.captions if draft.imported else ():
        if found.ordinal not in taken:
            date = parse_date(found.date)
            store.insert(
                Photo(
                    id=new_id(),
                    caption=found.caption,
                    source_id=draft.source.id,
                    text_id=text.id,
                    ordinal=found.ordinal,
                    date=date.text,
                    first_day=date.first,
                    last_day=date.last,
                    credit=found.credit,
                    made_at=now(),
                )
            )


def _follow_annotations(archive: Archive, draft: Draft, text: Text) -> None:
    """Set annotations that were found on their new places, and keep for a person what was not or was changed."""
    store = archive.store
    known = {found.annotation_id: found for found in readings.undecided(store, draft.source.id)}
    moves, made = [], []
    for annotation, placement in draft.placed:
        span = placement.span or next(iter(placement.suggestions), None)
        if placement.span is not None:
            moves.append((annotation.id, text.id, placement.span, anchor(draft.letters, placement.span)))
        before = known.get(annotation.id)
        if before is not None:
            _go_on(archive, before, annotation, placement, text, span)
        elif placement.state is not AnchoringState.EXACT:
            made.append(_anchoring(annotation, placement.state, text, span))
    readings.move_annotations(store, moves)
    store.insert_many(made)


def _follow_refusals(archive: Archive, draft: Draft, text: Text) -> None:
    """Let refusals follow whose words are still there; where they changed, it is asked again in the new reading."""
    for refusal, placement in draft.refused:
        if placement.span is None:
            continue
        words = anchor(draft.letters, placement.span)
        if words.quote == refusal.quote:
            archive.store.update(
                Refusal,
                refusal.id,
                text_id=text.id,
                start=placement.span.start,
                end=placement.span.end,
                prefix=words.prefix,
                suffix=words.suffix,
            )


def _anchoring(annotation: Annotation, state: AnchoringState, text: Text, span: Span | None) -> Anchoring:
    return Anchoring(
        id=new_id(),
        annotation_id=annotation.id,
        from_text_id=str(annotation.text_id),
        from_start=annotation.start or 0,
        from_end=annotation.end or 0,
        to_text_id=text.id,
        state=state,
        start=span.start if span else None,
        end=span.end if span else None,
        made_at=now(),
    )


def _go_on(
    archive: Archive,
    before: Anchoring,
    annotation: Annotation,
    placement: Placement,
    text: Text,
    span: Span | None,
) -> None:
    """Lead on what nobody has decided about yet: a person sees the first place and the newest one."""
    if before.state is AnchoringState.NEEDS_LOOK and placement.state is AnchoringState.EXACT:
        archive.store.delete(Anchoring, before.id)
        return
    is_lost = before.state is AnchoringState.MOVED and placement.span is None
    after = _anchoring(annotation, placement.state, text, span)
    if not is_lost:
        state = before.state if placement.state is AnchoringState.EXACT else placement.state
        after = replace(
            after,
            state=state,
            from_text_id=before.from_text_id,
            from_start=before.from_start,
            from_end=before.from_end,
        )
    fields = ("from_text_id", "from_start", "from_end", "to_text_id", "state", "start", "end")
    archive.store.update(Anchoring, before.id, **{name: getattr(after, name) for name in fields})
