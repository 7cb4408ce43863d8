"""How a Source or a Passage is cited: author, title, place and publisher, date, call number, paragraph.

The order is that of archival citation in ISO 690:2021 (7.2, creator and title before publication and location);
what is not known leaves no trace.
"""

from archive_app.core.dates import format_date
from archive_app.core.dossier import Run
from archive_app.core.records import Photo, Source
from archive_app.core.translation import _


def citation(source: Source, first: int | None = None, last: int | None = None) -> tuple[Run, ...]:
    """Cite a source, or its passages from number `first` to number `last` (counted from 1, both included)."""
    before = f"{source.creator}, " if source.creator else ""
    after = [
        ": ".join(part for part in (source.place, source.publisher) if part),
        format_date(source.date),
        source.call_number,
        _paragraphs(first, last or first),
    ]
    rest = "".join(f", {part}" for part in after if part)
    runs = (Run(before), Run(source.title, italic=True), Run(f"{rest}."))
    return tuple(run for run in runs if run.text)


def _paragraphs(first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    if first == last:
        return _("¶ {number}").format(number=first)
    return _("¶¶ {first}–{last}").format(first=first, last=last)


def citation_text(source: Source, first: int | None = None, last: int | None = None) -> str:
    """The same as plain text, for the clipboard and lists."""
    return "".join(run.text for run in citation(source, first, last))


def photo_citation(photo: Photo, source: Source | None) -> tuple[Run, ...]:
    """Cite a photo by its caption, and the source whose text carries the caption, if any."""
    after = [format_date(photo.date), photo.place, photo.credit, photo.call_number]
    rest = "".join(f", {part}" for part in after if part)
    runs = (Run(photo.caption.rstrip(". "), italic=True), Run(f"{rest}."))
    if source is None:
        return runs
    return (*runs, Run(" "), *citation(source, photo.ordinal + 1 if photo.ordinal is not None else None))
