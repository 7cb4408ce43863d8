"""Reading a source in the other script: only what is shown changes, never the stored text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive_app.core.offsets import SAME, Offsets
from archive_app.core.records import Script
from archive_app.core.spans import Span, anchor
from archive_app.services.annotating import Annotated
from archive_app.services.sources import Reading


@dataclass(frozen=True, slots=True)
class Display:
    """What is shown of a text: its letters in a script, and where the stored ones stand among them."""

    script: Script
    letters: str
    offsets: Offsets


def other_script(script: Script) -> Script:
    """The script that a text can be read in beside its own."""
    return Script.CYRILLIC if script is Script.LATIN else Script.LATIN


def display(reading: Reading, script: Script | None = None) -> Display:
    """Return what is shown of a text in a script; in its own, or in none, it is as it is stored.

    Roman numerals, foreign names and the like keep their letters (see `language.keeping`).
    """
    own = reading.source.script
    if script is None or script is own or script is Script.UNKNOWN:
        return Display(own, reading.letters, SAME)
    # Its rules take a while to compile; most texts are read in their own script.
    from archive_app.language.transliteration import transliterate

    written = transliterate(reading.letters, script)
    return Display(script, written.letters, written.offsets)


def reading_in(shown: Display, reading: Reading) -> Reading:
    """The same reading with the letters that are shown, and with its passages in code points of these."""
    spans = ((one, shown.offsets.shown_span(one.start, one.end)) for one in reading.passages)
    passages = tuple(replace(one, start=start, end=end) for one, (start, end) in spans)
    return replace(reading, letters=shown.letters, passages=passages)


def annotations_in(shown: Display, text_id: str, annotated: Iterable[Annotated]) -> list[Annotated]:
    """The same annotations; those on this text in code points of what is shown, with the words that are shown there.

    Notes stay as they were written.
    """
    return [_annotation_in(shown, one) if one.annotation.text_id == text_id else one for one in annotated]


def _annotation_in(shown: Display, annotated: Annotated) -> Annotated:
    one = annotated.annotation
    if one.start is None or one.end is None:
        return annotated
    span = Span(*shown.offsets.shown_span(one.start, one.end))
    words = anchor(shown.letters, span)
    moved = replace(
        one, start=span.start, end=span.end, quote=words.quote, prefix=words.prefix, suffix=words.suffix
    )
    return replace(annotated, annotation=moved)
