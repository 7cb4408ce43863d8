"""The readings of a source: the newest, and those before it, which are kept and can be compared."""

from dataclasses import dataclass

from archive_app.core.differences import Kind, Piece, differences
from archive_app.core.errors import NotFound, UserError
from archive_app.core.progress import SILENT, Progress
from archive_app.core.records import File, Text
from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.services.sources import get_source
from archive_app.store import annotations, readings


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """A reading as lists show it; `number` counts from 1, the oldest. `file_name` is "" for a correction by hand."""

    number: int
    text: Text
    file_name: str
    annotations: int
    is_current: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings, the letters of both, and their differences word by word."""

    old: ReadingSummary
    new: ReadingSummary
    old_letters: str
    new_letters: str
    pieces: tuple[Piece, ...]

    @property
    def changes(self) -> list[Piece]:
        """The pieces in which they differ."""
        return [piece for piece in self.pieces if piece.kind is not Kind.KEPT]


def list_readings(archive: Archive, source_id: str) -> list[ReadingSummary]:
    """All readings of a source, the newest first. Raises NotFound for an unknown source."""
    get_source(archive, source_id)
    found = readings.readings_of(archive.store, source_id)
    files = archive.store.get_many(File, (text.file_id for text in found if text.file_id))
    before = [text.file_id for text in found[1:]] + [None]
    return [
        ReadingSummary(
            number=len(found) - place,
            text=text,
            file_name=files[text.file_id].name
            if text.file_id in files and text.file_id != before[place]
            else "",
            annotations=len(annotations.places_of_text(archive.store, text.id)),
            is_current=place == 0,
        )
        for place, text in enumerate(found)
    ]


def compare_readings(
    archive: Archive,
    source_id: str,
    old: int | None = None,
    new: int | None = None,
    progress: Progress = SILENT,
) -> Comparison:
    """Compare two readings by their numbers; the newest with the one before it by default.

    Raises NotFound where there is no such reading, UserError where there is only one, Cancelled.
    """
    found = {reading.number: reading for reading in list_readings(archive, source_id)}
    if len(found) < 2:
        raise UserError(_("This source has only one reading; there is nothing to compare."))
    new = len(found) if new is None else new
    old = (new - 1 or len(found)) if old is None else old
    for number in (old, new):
        if number not in found:
            raise NotFound(_("This source has no reading number {number}.").format(number=number))
    before, after = archive.letters(found[old].text), archive.letters(found[new].text)
    pieces = archive.work.run(differences, before, after, progress=progress)
    return Comparison(found[old], found[new], before, after, tuple(pieces))
