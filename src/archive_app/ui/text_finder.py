"""Finding words in the text that a reader shows: all places are marked, and one goes from one to the next."""

from bisect import bisect_left

from PySide6.QtCore import QObject

from archive_app.core.translation import _
from archive_app.services.archives import Archive
from archive_app.services.finding import Place, find_in_letters
from archive_app.ui.find_bar import FindBar
from archive_app.ui.reader_page import ReaderPage
from archive_app.ui.search_asking import Asker
from archive_app.ui.session import Session

_AT_ONCE = 1_000_000
"""Texts with more letters are looked through beside the window."""
_MOST_WORDS = 80


def _find(_archive: Archive, letters: str, typed: str, exactly: bool, whole_words: bool) -> list[Place]:
    return find_in_letters(letters, typed, exactly=exactly, whole_words=whole_words)


class TextFinder(QObject):
    """Joins the bar and the text of one reader."""

    def __init__(self, session: Session, reader: ReaderPage, bar: FindBar) -> None:
        super().__init__(reader)
        self._reader = reader
        self._bar = bar
        self._asker = Asker(session, _("Finding in the text"), _find, self)
        self._asker.answered.connect(self._on_found)
        self._from = 0
        """Where the search began, in units: the first place after it is gone to."""
        self._at = -1
        self._goes = True
        """Whether the first place is gone to; not where another text has just been shown."""
        bar.asked.connect(self._on_asked)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._on_closed)
        reader.pane.text_shown.connect(self._on_text_shown)

    def open(self) -> None:
        """Show the bar, with the words that are selected."""
        if self._reader.text_id is None:
            return
        words = self._reader.pane.caret.letters()
        is_short = 0 < len(words) <= _MOST_WORDS and "\n" not in words
        self._from = self._reader.pane.textCursor().selectionStart()
        self._bar.open(words if is_short else "")

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) place, from the last one to the first and the other way."""
        places = self._reader.pane.shown.places
        if places and self._at < 0:
            following = bisect_left(places, (self._reader.pane.textCursor().position(), 0))
            self._go_to((following if step > 0 else following - 1) % len(places))
        elif places:
            self._go_to((self._at + step) % len(places))

    def _on_asked(self) -> None:
        self._goes = True
        self._find()

    def _find(self) -> None:
        letters, bar = self._reader.letters, self._bar
        if not bar.typed.strip() or not letters:
            self._asker.forget()
            self._on_found([])
        elif len(letters) > _AT_ONCE:
            self._asker.ask(letters, bar.typed, bar.exact.isChecked(), bar.whole.isChecked())
        else:
            self._asker.forget()
            self._on_found(
                find_in_letters(
                    letters, bar.typed, exactly=bar.exact.isChecked(), whole_words=bar.whole.isChecked()
                )
            )

    def _on_found(self, found: list[Place]) -> None:
        if self._bar.isHidden():
            return
        places = [self._reader.pane.positions.units_of(start, end) for start, end in found]
        self._reader.pane.shown.places = places
        self._at = -1
        if places and self._goes:
            following = bisect_left(places, (self._from, 0))
            self._go_to(following % len(places))
        else:
            self._bar.show_places(0, len(places))
            self._reader.pane.viewport().update()

    def _go_to(self, number: int) -> None:
        places = self._reader.pane.shown.places
        self._at = number
        start, end = places[number]
        self._from = start
        self._reader.pane.go_to(start, end, select=True)
        self._bar.show_places(number + 1, len(places))

    def _on_text_shown(self) -> None:
        if not self._bar.isHidden():
            self._goes = False
            self._from = 0
            self._find()

    def _on_closed(self) -> None:
        self._asker.forget()
        self._reader.pane.shown.places = []
        self._reader.pane.viewport().update()
        self._reader.pane.setFocus()
