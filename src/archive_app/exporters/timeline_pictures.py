"""Pictures of events in time for print: drawn as SVG into the folder of an export, as many sheets as they take."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from archive_app.core.dates import format_date
from archive_app.core.event_dossier import EventChapter
from archive_app.core.timeline import Entry, Lane
from archive_app.core.translation import _, ngettext
from archive_app.exporters.cleaning import Cleaner, shortened
from archive_app.exporters.part_data import LONGEST_ALTERNATIVE, Data
from archive_app.exporters.to_svg import Heading, Sheet, sheets_of


def overview_of(chapters: Iterable[EventChapter]) -> tuple[Lane, ...]:
    """All events of a report in one lane."""
    entries = [entry for chapter in chapters if (entry := chapter.entry()) is not None]
    entries.sort(key=lambda entry: entry.order)
    return (Lane("", tuple(entries)),) if entries else ()


class PictureFolder:
    """Draws pictures into one folder, with names that no other picture has."""

    def __init__(self, folder: Path, cleaner: Cleaner) -> None:
        self._folder = folder
        self._cleaner = cleaner
        self._drawn = 0

    def add(
        self,
        lanes: Sequence[Lane],
        heading: Heading,
        sheet: Sheet,
        *,
        headed: bool = False,
        begins: float | None = None,
        ends: float | None = None,
    ) -> list[Data]:
        """Draw lanes on as many sheets as they take; return the file and the alternative text of each."""
        if not lanes:
            return []
        lanes = [cleaned(lane, self._cleaner) for lane in lanes]
        heading = heading._replace(title=_plain(heading.title))
        drawn = sheets_of(lanes, heading, sheet, headed=headed, begins=begins, ends=ends)
        found = []
        for number, picture in enumerate(drawn, 1):
            self._drawn += 1
            name = f"timeline{self._drawn}.svg"
            (self._folder / name).write_bytes(picture)
            told = alternative(lanes, heading.title, number, len(drawn))
            found.append({"file": name, "alternative": self._cleaner.line(told)})
        return found


def cleaned(lane: Lane, cleaner: Cleaner) -> Lane:
    """A lane that holds only what can be drawn: in pictures the typesetter has no place for accents that are letters
    of their own."""
    entries = tuple(replace(entry, title=_plain(cleaner.line(entry.title))) for entry in lane.entries)
    return replace(lane, title=_plain(cleaner.line(lane.title)), entries=entries)


def _plain(line: str) -> str:
    return "".join(letter for letter in line if unicodedata.category(letter)[0] != "M")


def alternative(lanes: Sequence[Lane], title: str, number: int, count: int) -> str:
    """What a picture shows, in words for those who cannot see it."""
    entries = [entry for lane in lanes for entry in lane.entries]
    shown = "; ".join(_told(entry) for entry in entries)
    shape = ngettext("{title}: {shown}", "{title}, sheet {number} of {count}: {shown}", count)
    told = shape.format(title=title, number=number, count=count, shown=shown)
    return shortened(told, LONGEST_ALTERNATIVE)


def _told(entry: Entry) -> str:
    dates = [format_date(entry.when)] if entry.when else []
    dates += [format_date(one.when) for one in entry.said if one.when != entry.when]
    return _("{title} ({dates})").format(title=entry.title, dates=", ".join(dates)) if dates else entry.title
