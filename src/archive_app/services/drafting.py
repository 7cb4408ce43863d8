"""Preparing a correction: what the text will say, and what becomes of its annotations. Nothing is written."""

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archive_app.core.anchoring import Placement, place
from archive_app.core.errors import NotFound, UserError
from archive_app.core.imported import ImportedText
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import (
    AnchoringState,
    Annotation,
    Passage,
    PassageKind,
    Photo,
    Refusal,
    Source,
    Text,
)
from archive_app.core.spans import Span
from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.services.reading import read_file
from archive_app.services.splicing import Splice, splice
from archive_app.store import readings, texts

Placed = tuple[Annotation, Placement]
_AROUND = 1000
"""So many code points around a corrected passage are looked at too."""
_SHORT = 50_000
"""So many code points are compared where they stand: nobody waits for other work that is under way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A correction that was prepared and not yet written.

    `placed` are the annotations that go along, each with what was found of its place in the new letters, `refused` what
    was refused among the proposals for the text. `ordinals` lead from passages of the old text to those of the new one
    that they became, as far as they are needed.
    """

    source: Source
    text: Text
    letters: str
    passages: tuple[tuple[PassageKind, Span], ...]
    placed: tuple[Placed, ...]
    ordinals: dict[int, int]
    imported: ImportedText | None = None
    path: Path | None = None
    refused: tuple[tuple[Refusal, Placement], ...] = ()

    def count(self, state: AnchoringState) -> int:
        """How many annotations were found again in this way."""
        return Counter(placement.state for _annotation, placement in self.placed)[state]


def prepare_span(
    archive: Archive, text_id: str, span: Span, letters: str, progress: Progress = SILENT
) -> Draft:
    """Prepare that other letters stand in a span of the current reading. Raises NotFound, Conflict, UserError."""
    text = archive.store.get(Text, text_id)
    texts.refuse_outdated(archive.store, text)
    old = archive.letters(text)
    letters = unicodedata.normalize("NFC", letters.replace("\0", "").replace("\r\n", "\n"))
    passages = texts.passages_of(archive.store, text_id)
    spliced = splice(old, passages, span, letters)
    _refuse_same(old, spliced.letters)
    following = readings.following(archive.store, text.source_id, text)
    here = following.pop(text_id, [])
    waiting = {
        found.annotation_id: found.span
        for found in readings.undecided(archive.store, text.source_id)
        if found.state is AnchoringState.NEEDS_LOOK
    }
    elsewhere = [annotation for others in following.values() for annotation in others]
    suggestions = [waiting.get(annotation.id) for annotation in elsewhere]
    spans = [annotation.span for annotation in here] + suggestions
    refusals = archive.store.list(Refusal, text_id=text_id)
    every = [*(span for span in spans if span is not None), *(refusal.span for refusal in refusals)]
    placements = iter(_place_around(archive, old, spliced, every, progress))
    placed = [(annotation, next(placements)) for annotation in here]
    for annotation, suggestion in zip(elsewhere, suggestions, strict=True):
        placement = next(placements) if suggestion is not None else Placement(AnchoringState.NEEDS_LOOK)
        likely = (placement.span,) if placement.span else placement.suggestions
        placed.append((annotation, Placement(AnchoringState.NEEDS_LOOK, None, likely)))
    return Draft(
        source=archive.store.get(Source, text.source_id),
        text=text,
        letters=spliced.letters,
        passages=spliced.passages,
        placed=tuple(placed),
        ordinals=spliced.ordinals,
        refused=tuple(zip(refusals, placements, strict=True)),
    )


def prepare_replacement(
    archive: Archive, source_id: str, path: Path, progress: Progress = SILENT, *, encoding: str = ""
) -> Draft:
    """Prepare that the text of a file becomes the new reading of a source. Raises NotFound, UserError, Cancelled."""
    source = archive.store.get(Source, source_id)
    text = texts.current_text(archive.store, source_id)
    if text is None:
        raise NotFound(_("This source has no text."))
    imported = read_file(archive, path, encoding, progress)
    if not isinstance(imported, ImportedText):
        raise UserError(_("{name} is an image; choose a file with the text.").format(name=path.name))
    old = archive.letters(text)
    _refuse_same(old, imported.letters)
    following = readings.following(archive.store, source_id, text)
    kept = _passages_to_follow(archive, text)
    jobs = [
        (archive.letters(archive.store.get(Text, text_id)), [found.span for found in some if found.span])
        for text_id, some in following.items()
    ]
    refusals = archive.store.list(Refusal, text_id=text.id)
    jobs.append((old, [refusal.span for refusal in refusals]))
    jobs.append((old, [passage.span for passage in kept]))
    results = archive.work.run(_place_all, jobs, imported.letters, progress=progress)
    placed = [
        pair
        for some, found in zip(following.values(), results[:-2], strict=True)
        for pair in zip(some, found, strict=True)
    ]
    return Draft(
        source=source,
        text=text,
        letters=imported.letters,
        passages=imported.passages,
        placed=tuple(placed),
        ordinals=_ordinals(old, kept, results[-1], imported),
        imported=imported,
        path=path,
        refused=tuple(zip(refusals, results[-2], strict=True)),
    )


def _refuse_same(old: str, new: str) -> None:
    if new == old:
        raise UserError(_("The text says just that already; nothing was changed."))
    if not new.strip():
        raise UserError(_("Nothing would be left of the text; delete the source instead."))


def _place_around(
    archive: Archive, old: str, spliced: Splice, spans: Sequence[Span], progress: Progress
) -> list[Placement]:
    """Place spans where all but one stretch is known to be the same: only what touches that one is compared."""
    near = [span for span in spans if span.overlaps(spliced.old)]
    start = min([spliced.old.start, *(span.start for span in near)])
    end = max([spliced.old.end, *(span.end for span in near)])
    start = old.rfind("\n", 0, max(0, start - _AROUND)) + 1
    end = min(len(old), end + _AROUND)
    local = [Span(span.start - start, span.end - start) for span in near]
    new = spliced.letters[start : end + spliced.shift]
    jobs = [(old[start:end], local)] if near else []
    if len(new) > _SHORT:
        found = archive.work.run(_place_all, jobs, new, progress=progress)
    else:
        found = _place_all(jobs, new, progress)
    placements = iter(found[0] if found else [])
    return [
        _shifted(next(placements), start) if span.overlaps(spliced.old) else _kept(span, spliced)
        for span in spans
    ]


def _kept(span: Span, spliced: Splice) -> Placement:
    shift = spliced.shift if span.start >= spliced.old.end else 0
    return Placement(AnchoringState.EXACT, Span(span.start + shift, span.end + shift))


def _shifted(placement: Placement, by: int) -> Placement:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return Placement(
        placement.state,
        moved(placement.span) if placement.span else None,
        tuple(moved(span) for span in placement.suggestions),
    )


def _place_all(
    jobs: list[tuple[str, list[Span]]], new: str, progress: Progress = SILENT
) -> list[list[Placement]]:
    """Place the spans of several old readings in a new one: the heavy part, on plain data."""
    return [place(old, new, spans, progress) if spans else [] for old, spans in jobs]


def _passages_to_follow(archive: Archive, text: Text) -> list[Passage]:
    """The passages that carry a photo, or of which a person said what they are."""
    ordinals = readings.kept_kinds(archive.store, text.id)
    ordinals |= {
        photo.ordinal for photo in archive.store.list(Photo, text_id=text.id) if photo.ordinal is not None
    }
    found = texts.passages_at(archive.store, text.id, sorted(ordinals))
    return [found[ordinal] for ordinal in sorted(found)]


def _ordinals(
    old: str, kept: Sequence[Passage], placements: Sequence[Placement], imported: ImportedText
) -> dict[int, int]:
    """Where passages of the old text stand among those of the new one, each in another.

    One whose place is not certain is known by its letters, where they are those of one passage only.
    """
    found: dict[int, int] = {}
    starts = [span.start for _kind, span in imported.passages]
    for passage, placement in zip(kept, placements, strict=True):
        place = placement.span
        ordinal = bisect_right(starts, place.start) - 1 if place else -1
        is_within = place and ordinal >= 0 and place.end <= imported.passages[ordinal][1].end
        if is_within and ordinal not in found.values():
            found[passage.ordinal] = ordinal
    by_letters: dict[str, list[int]] = {}
    for ordinal, (_kind, span) in enumerate(imported.passages):
        by_letters.setdefault(imported.letters[span.start : span.end], []).append(ordinal)
    for passage in kept:
        alike = by_letters.get(old[passage.start : passage.end], [])
        if passage.ordinal not in found and len(alike) == 1 and alike[0] not in found.values():
            found[passage.ordinal] = alike[0]
    return found
