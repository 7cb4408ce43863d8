"""Turns the parts of a Dossier into the plain data that the report's templates set: cleaned, split by script, laid out.

Texts become phrases (see `cleaning.phrase`); names of places in the document (`x3`, `n12`) are made here and
never hold a person's words.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from archive_app.core.dossier import Dossier, DossierEvent, DossierNote, DossierPhoto, Excerpt, Piece, Run
from archive_app.core.records import Script
from archive_app.core.translation import language
from archive_app.exporters import labels
from archive_app.exporters.cleaning import (
    CYRILLIC,
    LATIN,
    Cleaner,
    Language,
    Phrase,
    is_blank,
    phrase,
    shortened,
)
from archive_app.exporters.photos import PhotoFolder, PrintedPhoto
from archive_app.language.collation import azbuka_key

Data = dict[str, Any]

# A PDF string holds at most 32,767 bytes (ISO 19005-2, 6.1.13), and nobody reads a title of a page's length.
LONGEST_TITLE = 400
LONGEST_ALTERNATIVE = 1000
LONGEST_RUNNING_HEAD = 64
_LONGEST_CHIP = 40
_OPENING = 56

# Millimetres: the largest a photo is printed alone or in a pair, and the coarsest pixel that is acceptable.
_ALONE = (122.0, 88.0)
_PAIRED = (72.0, 76.0)
_PIXEL = 0.254
_PANORAMA = 1.9


class PartBuilder:
    """Builds the data of one report; keeps what must be known across excerpts."""

    def __init__(self, cleaner: Cleaner, folder: PhotoFolder, base: Language, dossier: Dossier) -> None:
        self._cleaner = cleaner
        self._folder = folder
        self._base = base
        every = list(dossier.every_excerpt())
        self._titles = [excerpt.title.strip() for excerpt in dossier.excerpts]
        self._called = {
            number
            for excerpt in every
            for paragraph in excerpt.paragraphs
            for piece in paragraph
            for number in piece.notes
        }
        self._explained = {note.number for excerpt in every for note in excerpt.notes}
        self._anchored: set[int] = set()
        self._noted: set[int] = set()
        self._photos: dict[DossierPhoto, int] = {}
        self._events: dict[tuple[str, str], list[str]] = {}
        self._tags: dict[str, list[str]] = {}
        self._names: dict[tuple[str, str], list[str]] = {}

    @property
    def base(self) -> Language:
        """The language of the report as a whole."""
        return self._base

    def phrase(self, text: str, fallback: Language | None = None) -> Phrase:
        """Return `text` on one line, cleaned and split."""
        return phrase(self._cleaner.line(text), fallback or self._base)

    def title(self, text: str) -> str:
        """Return `text` as a title, never blank."""
        line = self._cleaner.line(text, LONGEST_TITLE)
        return labels.untitled() if is_blank(line) else line

    def runs(self, runs: Iterable[Run], fallback: Language) -> list[Data]:
        """Return running text with its italics; spaces at the ends of runs stay."""
        cleaned = [(self._cleaner.text(run.text).replace("\n", " "), run.italic) for run in runs]
        return [{"words": phrase(text, fallback), "italic": italic} for text, italic in cleaned if text]

    def excerpt(self, place: int | str, excerpt: Excerpt) -> Data:
        """Return the excerpt at `place`: its number from 0, or another name that is made by the program."""
        base = language_of(excerpt, self._base)
        title = self.title(excerpt.title)
        paragraphs = [
            [self._piece(piece, base) for piece in paragraph]
            for paragraph in excerpt.paragraphs
            if not is_blank("".join(piece.text for piece in paragraph))
            or any(piece.notes for piece in paragraph)
        ]
        return {
            "id": f"x{place}",
            "language": base,
            "title": phrase(title, base),
            "running": phrase(shortened(title, LONGEST_RUNNING_HEAD), base),
            "opening": self._opening(excerpt, base),
            "paragraphs": paragraphs,
            "citation": self.runs(excerpt.citation, base),
            "notes": self.notes(excerpt.notes, base),
            "events": [self._event(f"e{place}-{n}", event) for n, event in enumerate(excerpt.events)],
            "tags": self.chips(excerpt.tags, f"t{place}"),
            "photos": self._photo_rows(excerpt.photos),
        }

    def paragraphs(self, text: str) -> list[Phrase]:
        """Return the lines of `text` that are not blank."""
        return [phrase(line, self._base) for line in self._cleaner.paragraphs(text)]

    def list_event(self, title: str, when: str, place: str) -> None:
        """Have an event listed in the index with a place where it stands."""
        self._events.setdefault((self.title(title), self._cleaner.line(when)), []).append(place)

    def list_name(self, name: str, detail: str, place: str) -> None:
        """Have a person, unit or place listed in the index with a place where it stands."""
        self._names.setdefault((self.title(name), self._cleaner.line(detail)), []).append(place)

    def event_index(self) -> list[Data]:
        """Return the printed events in the order of the azbuka, each with its places."""
        return self._index(self._events)

    def name_index(self) -> list[Data]:
        """Return the people, units and places in the order of the azbuka, each with its places."""
        return self._index(self._names)

    def _index(self, listed: dict[tuple[str, str], list[str]]) -> list[Data]:
        return [
            {"words": self.phrase(name), "detail": seen(self.phrase(detail)), "places": places}
            for (name, detail), places in sorted(
                listed.items(), key=lambda item: (azbuka_key(item[0][0]), item[0][1])
            )
        ]

    def tag_index(self) -> list[Data]:
        """Return the printed tags in the order of the azbuka, each with its places."""
        return [
            {"words": self.phrase(tag), "detail": None, "places": places}
            for tag, places in sorted(self._tags.items(), key=lambda item: azbuka_key(item[0]))
        ]

    def _opening(self, excerpt: Excerpt, base: Language) -> Phrase | None:
        """The first words of the quotation, where the title alone does not tell excerpts apart."""
        if self._titles.count(excerpt.title.strip()) < 2 or not excerpt.paragraphs:
            return None
        words = "".join(piece.text for piece in excerpt.paragraphs[0])[: 2 * _OPENING]
        return seen(phrase(shortened(Cleaner().line(words), _OPENING), base))

    def _piece(self, piece: Piece, base: Language) -> Data:
        lines = self._cleaner.text(piece.text).split("\n")
        return {
            "lines": [phrase(line, base) for line in lines],
            "colours": list(dict.fromkeys(piece.colours)),
            "notes": [self._call(number) for number in piece.notes],
        }

    def _call(self, number: int) -> Data:
        """A note's number in the text; only the first call of a note is what its link leads back to."""
        first = number not in self._anchored
        self._anchored.add(number)
        return {"number": number, "anchor": first, "linked": number in self._explained}

    def notes(self, notes: Iterable[DossierNote], base: Language) -> list[Data]:
        """Return numbered notes."""
        return [self._note(note, base) for note in notes]

    def _note(self, note: DossierNote, base: Language) -> Data:
        first = note.number not in self._noted
        self._noted.add(note.number)
        return {
            "number": note.number,
            "anchor": first,
            "linked": note.number in self._called,
            "paragraphs": [phrase(text, base) for text in self._cleaner.paragraphs(note.text)],
            "tags": self.chips(note.tags, f"n{note.number}"),
        }

    def _event(self, place: str, event: DossierEvent) -> Data:
        title = self.title(event.title)
        when = self._cleaner.line(event.date)
        self._events.setdefault((title, when), []).append(place)
        stated = (event.says_when, event.says_where, event.says_who)
        return {
            "id": place,
            "title": phrase(title, self._base),
            "date": seen(phrase(when, self._base)),
            "place": seen(self.phrase(event.place)),
            "states": [words for words in map(self.phrase, stated) if words],
            "note": [phrase(text, self._base) for text in self._cleaner.paragraphs(event.note)],
        }

    def chips(self, tags: Sequence[str], place: str) -> list[Data]:
        """The tags as they are printed; a short one is framed, a long one must be able to break."""
        chips = []
        for tag in tags:
            line = self._cleaner.line(tag)
            if not is_blank(line):
                self._tags.setdefault(line, []).append(place)
                chips.append({"words": phrase(line, self._base), "framed": len(line) <= _LONGEST_CHIP})
        return chips

    def _photo_rows(self, photos: Sequence[DossierPhoto]) -> list[list[Data]]:
        """The photos in rows of one or two; a panorama has a row of its own."""
        rows: list[list[Data]] = []
        printed = [(photo, self._folder.add(photo)) for photo in dict.fromkeys(photos)]
        alone = len(printed) == 1
        for photo, scan in printed:
            wide = alone or (scan is not None and scan.width > _PANORAMA * scan.height)
            data = self._photo(photo, scan, _ALONE if wide else _PAIRED)
            if not wide and rows and len(rows[-1]) == 1 and not rows[-1][0]["wide"]:
                rows[-1].append(data)
            else:
                rows.append([data | {"wide": wide}])
        return rows

    def _photo(self, photo: DossierPhoto, scan: PrintedPhoto | None, most: tuple[float, float]) -> Data:
        seen_before = self._photos.get(photo)
        number = self._photos.setdefault(photo, len(self._photos) + 1)
        if seen_before is not None:
            return {
                "again": said(labels.labels()["see_photo"].replace("{number}", str(number))),
                "id": f"p{number}",
            }
        caption = self._cleaner.line(photo.caption)
        details = ", ".join(filter(None, (self._cleaner.line(text) for text in (photo.date, photo.place))))
        return {
            "again": None,
            "id": f"p{number}",
            "number": number,
            "file": scan.name if scan else None,
            "width": _printed_width(scan, most) if scan else most[0],
            "alternative": shortened(caption, LONGEST_ALTERNATIVE) or labels.untitled(),
            "caption": seen(phrase(caption, self._base)),
            "details": seen(phrase(details, self._base)),
            "credit": seen(self.phrase(photo.credit)),
        }


def _printed_width(scan: PrintedPhoto, most: tuple[float, float]) -> float:
    """The width in millimetres at which a photo fits into `most` without showing its pixels."""
    width, height = most
    return round(min(width, height * scan.width / scan.height, scan.width * _PIXEL), 1)


def said(text: str) -> Phrase:
    """The program's own words, in the language that the person has chosen."""
    spoken = language().replace("-", "_").split("_")[0]
    return phrase(text) if spoken in ("sr", "hr", "sh") else [(spoken, text)]


def seen(words: Phrase) -> Phrase | None:
    """The phrase, or None where nothing of it would be seen."""
    return None if is_blank("".join(text for _language, text in words)) else words


def language_of(excerpt: Excerpt, fallback: Language) -> Language:
    if excerpt.script is Script.UNKNOWN:
        text = "".join(piece.text for paragraph in excerpt.paragraphs for piece in paragraph)
        return phrase(text, fallback)[0][0] if text else fallback
    return CYRILLIC if excerpt.script is Script.CYRILLIC else LATIN
