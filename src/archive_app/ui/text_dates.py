"""The dates that a text mentions, marked in it where the person wants that, and what each of them means."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from archive_app.core.dates import format_date
from archive_app.core.translation import N_, _
from archive_app.services.archives import Archive
from archive_app.services.sources import Reading
from archive_app.ui.jobs import Lane
from archive_app.ui.reader_page import ReaderPage
from archive_app.ui.session import Session

if TYPE_CHECKING:  # its rules take a moment to load
    from archive_app.services.dating import DateMention

_AFTER_PAINTING_MS = 30
_EXPLAINED = N_("{date}; {why}")


def _read(archive: Archive, reading: Reading) -> "tuple[Reading, list[DateMention] | None]":
    from archive_app.services import mentions

    return reading, mentions.mentions_at_once(archive, reading)


class TextDates(QObject):
    """Marks the dates of the text that a reader shows, once it is painted. Those of a long text that was never read for
    dates come when that is done."""

    def __init__(self, reader: ReaderPage, session: Session) -> None:
        super().__init__(reader)
        self._reader = reader
        self._session = session
        self._mentions: list[DateMention] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_PAINTING_MS)
        self._later.timeout.connect(self._look)
        reader.pane.text_shown.connect(self._later.start)
        reader.look_changed.connect(self._later.start)
        session.mentions.caught_up.connect(self._later.start)

    def _look(self) -> None:
        reading = self._reader.reading
        if reading is None or not self._reader.look.dates:
            self._mark([])
            return
        self._session.runner.start(
            Lane.SEARCH, _("Looking for dates"), _read, self._session.archive, reading, done=self._on_read
        )

    def _on_read(self, found: "tuple[Reading, list[DateMention] | None]") -> None:
        reading, mentions = found
        here = self._reader.reading
        if here is not None and here.text.id == reading.text.id and self._reader.look.dates:
            self._mark(mentions or [])

    def _mark(self, mentions: "list[DateMention]") -> None:
        shown = self._reader.pane.shown
        if not mentions and not shown.dates:
            return
        self._mentions = mentions
        shown.dates = [self._reader.pane.positions.units_of(one.start, one.end) for one in mentions]
        shown.date_words = self.words_at
        self._reader.pane.viewport().update()

    def words_at(self, unit: int) -> str:
        """What the date at a unit of the text means and what that rests on; "" where none is."""
        dates = self._reader.pane.shown.dates
        place = bisect_right(dates, unit, key=lambda span: span[0]) - 1
        return self._words(self._mentions[place]) if place >= 0 and unit < dates[place][1] else ""

    def _words(self, mention: "DateMention") -> str:
        from archive_app.services import dating

        date = format_date(mention.edtf)
        origin = next((one for one in self._mentions if (one.start, one.end) == mention.origin), None)
        words = None if origin is None else " ".join(origin.text.split())
        why = dating.explanation(mention, words)
        says_all = not why or mention.basis == "unknown"  # the date itself says that its year is not known
        return date if says_all else _(_EXPLAINED).format(date=date, why=why)
