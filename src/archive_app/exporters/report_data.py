"""Turns a Dossier into the plain data that the report's template sets: its title page, parts, sources and index."""

from datetime import date

from archive_app.core.dossier import Dossier
from archive_app.core.records import Colour
from archive_app.exporters import labels
from archive_app.exporters.chapter_data import ChapterBuilder
from archive_app.exporters.cleaning import CYRILLIC, LATIN, Cleaner, Language, phrase, shortened
from archive_app.exporters.part_data import (
    LONGEST_RUNNING_HEAD,
    LONGEST_TITLE,
    Data,
    PartBuilder,
    language_of,
    said,
    seen,
)
from archive_app.exporters.photos import PhotoFolder


def report_data(dossier: Dossier, cleaner: Cleaner, folder: PhotoFolder) -> Data:
    """Return everything that the template prints. `folder` receives the photos."""
    base = _base_language(dossier)
    builder = PartBuilder(cleaner, folder, base, dossier)
    title = builder.title(dossier.title)
    author = cleaner.line(dossier.author, LONGEST_TITLE)
    excerpts = [builder.excerpt(number, excerpt) for number, excerpt in enumerate(dossier.excerpts)]
    chapters = ChapterBuilder(builder, cleaner, folder, dossier.chapters)
    return {
        "title": title,
        "author": author,
        "base": base,
        "labels": {name: said(text) for name, text in labels.labels().items() if name != "see_photo"},
        "heading": {
            "title": phrase(title, base),
            "subtitle": seen(builder.phrase(dossier.subtitle)),
            "author": seen(phrase(author, base)),
            "date": said(labels.day_in_words(date.fromisoformat(dossier.date))),
            "extent": said(_extent(dossier)),
            "size": _title_size(title),
        },
        "running": phrase(shortened(title, LONGEST_RUNNING_HEAD), base),
        "colours": [[colour, said(name)] for colour, name in _used_colours(dossier)],
        "contents": len(dossier.excerpts) + len(dossier.chapters) != 1 or bool(dossier.excerpts),
        "excerpts": excerpts,
        "overview": chapters.overview(),
        "undated": chapters.undated(),
        "chapters": chapters.chapters(),
        "bibliography": [builder.runs(entry, base) for entry in dossier.bibliography],
        "index": {
            "events": builder.event_index(),
            "names": builder.name_index(),
            "tags": builder.tag_index(),
        },
    }


def _title_size(title: str) -> float:
    """The size of the title in points: the longer, the smaller."""
    for longest, size in ((40, 30.0), (90, 25.0), (180, 19.0)):
        if len(title) <= longest:
            return size
    return 14.0


def _used_colours(dossier: Dossier) -> list[tuple[Colour, str]]:
    used = {
        colour
        for excerpt in dossier.every_excerpt()
        for paragraph in excerpt.paragraphs
        for piece in paragraph
        for colour in piece.colours
    }
    return [(colour, name) for colour, name in labels.colour_names().items() if colour in used]


def _base_language(dossier: Dossier) -> Language:
    """The language of the report as a whole: that of most of its excerpts, or without any of its events."""
    languages = [language_of(excerpt, LATIN) for excerpt in dossier.every_excerpt()]
    languages = languages or [phrase(f"{chapter.event.title} ")[0][0] for chapter in dossier.chapters]
    return CYRILLIC if 2 * languages.count(CYRILLIC) > len(languages) else LATIN


def _extent(dossier: Dossier) -> str:
    sources = len(dossier.bibliography)
    if not dossier.chapters:
        return labels.extent(len(dossier.excerpts), sources)
    claims = sum(len(chapter.claims) for chapter in dossier.chapters)
    return labels.extent_of_events(len(dossier.chapters), claims, sources)
