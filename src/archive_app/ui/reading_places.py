"""Where a person left off reading each source: kept beside the settings, outside the archive and its history."""

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from archive_app.ui.session import Session

log = logging.getLogger(__name__)
_MOST = 3_000
"""So many places are kept, those that were left last."""
_QUOTES = (60, 24, 12)
"""How many of its letters are looked for: fewer where a correction touched the others."""


@dataclass(frozen=True, slots=True)
class LeftOff:
    """A place in a text, in code points: what stands at the top of the view, and the caret.

    `quote` is what the text says there and `share` how much of it is above, so that the place is found again in another
    reading of the source.
    """

    text_id: str
    top: int
    caret: int
    quote: str
    share: float


def left_off(text_id: str, letters: str, top: int, caret: int) -> LeftOff:
    """The place in a text where a person is."""
    return LeftOff(text_id, top, caret, letters[top : top + _QUOTES[0]], top / max(len(letters), 1))


def place_again(left: LeftOff, text_id: str, letters: str) -> tuple[int, int]:
    """Top and caret in a text: where they were, or in another reading of the source where the same words stand.

    Of several places with the same words it is the nearest one; without any, as far through the text as before.
    """
    if left.text_id == text_id:
        return min(left.top, len(letters)), min(left.caret, len(letters))
    about = round(left.share * len(letters))
    for length in _QUOTES:
        found = _nearest(letters, left.quote[:length], about)
        if found is not None:
            return found, found
    return about, about


def _nearest(letters: str, quote: str, about: int) -> int | None:
    if not quote.strip():
        return None
    after, before = letters.find(quote, about), letters.rfind(quote, 0, about + len(quote))
    found = [place for place in (after, before) if place >= 0]
    return min(found, key=lambda place: abs(place - about)) if found else None


class ReadingPlaces(QObject):
    """The places of one archive, in a file that all archives share; without a file only for this time."""

    def __init__(self, session: Session, path: Path | None = None) -> None:
        super().__init__(session)
        self._folder = str(session.archive.folder.resolve())
        self._path = path
        self._kept = _read(path)
        self._is_saved = True

    def keep(self, source_id: str, place: LeftOff) -> None:
        """Remember where a source was left; `save` writes it down."""
        key = f"{self._folder}|{source_id}"
        if self._kept.get(key) != place:
            self._kept.pop(key, None)
            self._kept[key] = place
            self._is_saved = False

    def find(self, source_id: str) -> LeftOff | None:
        """Where a source was left, also when the archive stood in another folder then."""
        found = self._kept.get(f"{self._folder}|{source_id}")
        if found is not None:
            return found
        ending = f"|{source_id}"
        return next((place for key, place in reversed(self._kept.items()) if key.endswith(ending)), None)

    def save(self) -> None:
        """Write the file, if anything is new; a disk that is full only forgets."""
        if self._path is None or self._is_saved:
            return
        self._is_saved = True
        kept = dict(list(self._kept.items())[-_MOST:])
        unfinished = self._path.with_suffix(".unfinished")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(
                json.dumps({key: asdict(place) for key, place in kept.items()}, ensure_ascii=False),
                encoding="utf-8",
            )
            unfinished.replace(self._path)
        except OSError as error:
            log.warning("reading places were not saved to %s: %s", self._path, error)


def reading_places(session: Session) -> ReadingPlaces:
    """The one that all readers of a session share."""
    found = session.findChild(ReadingPlaces)
    return found if isinstance(found, ReadingPlaces) else ReadingPlaces(session)


def _read(path: Path | None) -> dict[str, LeftOff]:
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    values = found.items() if isinstance(found, dict) else ()
    return {str(key): place for key, value in values if (place := _place(value)) is not None}


def _place(value: Any) -> LeftOff | None:
    try:
        return LeftOff(
            str(value["text_id"]),
            int(value["top"]),
            int(value["caret"]),
            str(value["quote"]),
            float(value["share"]),
        )
    except (TypeError, KeyError, ValueError):
        return None
