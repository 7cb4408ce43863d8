"""The differences of two readings of a source, word by word, for reading."""

from dataclasses import dataclass
from enum import StrEnum

from archive_app.core.alignment import Run, align
from archive_app.core.progress import SILENT, Progress
from archive_app.core.sequences import rising
from archive_app.core.spans import Span
from archive_app.core.wording import Wording


class Kind(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    LEFT_OUT = "left out"
    PUT_IN = "put in"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of both readings, in code points of each; what was left out or put in is empty on the other side.

    The pieces of two readings follow each other and cover both to the last letter. White space belongs to the word
    before it, and is no difference.
    """

    kind: Kind
    old: Span
    new: Span


def differences(old: str, new: str, progress: Progress = SILENT) -> list[Piece]:
    """The pieces of two readings in their order. A passage that moved is left out here and put in there."""
    progress.step(0, 0)
    alignment = align(old, new)
    runs = _in_order([run for run in alignment.runs if not alignment.moved[run.old]])
    pieces: list[Piece] = []
    end = (0, 0)
    for run in [*runs, Run(len(alignment.old), len(alignment.new), 0)]:
        start = _place(alignment.old, run.old), _place(alignment.new, run.new)
        pieces += _changed(Span(end[0], start[0]), Span(end[1], start[1]))
        end = _place(alignment.old, run.old_end), _place(alignment.new, run.new_end)
        if run.length:
            pieces.append(Piece(Kind.KEPT, Span(start[0], end[0]), Span(start[1], end[1])))
    return pieces


def _in_order(runs: list[Run]) -> list[Run]:
    kept = set(rising([(run.old, run.new) for run in runs]))
    return [run for run in runs if (run.old, run.new) in kept]


def _place(text: Wording, word: int) -> int:
    """Where a word begins; the first one at the very start of the text, the one after the last at its very end."""
    if word == len(text):
        return len(text.letters)
    return text.starts[word] if word else 0


def _changed(old: Span, new: Span) -> list[Piece]:
    if len(old) and len(new):
        return [Piece(Kind.REPLACED, old, new)]
    if len(old):
        return [Piece(Kind.LEFT_OUT, old, new)]
    return [Piece(Kind.PUT_IN, old, new)] if len(new) else []
