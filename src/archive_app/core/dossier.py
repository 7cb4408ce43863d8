"""The plain data of an export: everything that is printed, in order, with nothing left to look up."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archive_app.core.records import Colour, Script

if TYPE_CHECKING:  # what is told of events is made of excerpts
    from archive_app.core.event_dossier import EventChapter


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of running text in one style."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation. `colours` are its highlights, from the outermost to the innermost; `notes`
    are the numbers of the notes that are called after it."""

    text: str
    colours: tuple[Colour, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierNote:
    """A numbered note; numbers run through the whole dossier. `tags` are the annotation's tags."""

    number: int
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierPhoto:
    """A photo to print; `path` None where only the caption is known. `date` is written out for reading."""

    caption: str
    path: Path | None = None
    date: str = ""
    place: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class DossierEvent:
    """An event that the excerpt is linked to, and what the source states; dates are written for reading."""

    title: str
    date: str = ""
    place: str = ""
    says_when: str = ""
    says_where: str = ""
    says_who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """One quoted stretch of one source: paragraphs of pieces, with all that belongs to it."""

    title: str
    script: Script
    paragraphs: tuple[tuple[Piece, ...], ...]
    citation: tuple[Run, ...]
    notes: tuple[DossierNote, ...] = ()
    events: tuple[DossierEvent, ...] = ()
    tags: tuple[str, ...] = ()
    photos: tuple[DossierPhoto, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """An export, of excerpts or of events. `date` is the ISO day it is dated with; the same dossier gives the same
    bytes.

    `chapters` are the events in the order of print, each behind the one that it is a part of. `bibliography` holds one
    entry for each source, in Serbian alphabetical order across both scripts.
    """

    title: str
    subtitle: str = ""
    author: str = ""
    date: str
    excerpts: tuple[Excerpt, ...]
    bibliography: tuple[tuple[Run, ...], ...]
    chapters: tuple["EventChapter", ...] = ()

    def every_excerpt(self) -> Iterator[Excerpt]:
        """The excerpts, and the quotations of the claims on the events."""
        yield from self.excerpts
        for chapter in self.chapters:
            for claim in chapter.claims:
                yield claim.excerpt
