"""Following a search through the texts: from result to result, with all that it found in the text that is read."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from archive_app.core.hits import Facet, Order, RecordKind, SearchRequest
from archive_app.core.translation import _
from archive_app.services import searching
from archive_app.services.archives import Archive
from archive_app.ui.reading_desk import ReadingDesk
from archive_app.ui.search_asking import Asker
from archive_app.ui.search_view import SearchView
from archive_app.ui.session import Session

_MOST_PASSAGES = 2_000
"""In one text so many passages are marked at most, the first ones."""


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """Where a search found words in one text: `[start, end)` in code points, by their beginnings."""

    text_id: str
    spans: tuple[tuple[int, int], ...]


def find_places(archive: Archive, request: SearchRequest, source_id: str, text_id: str) -> FoundPlaces:
    """Find all places of a text that a search finds. Runs in the lane for searches; raises as searching does."""
    narrowed = dict(request.narrowed)
    for facet, value in ((Facet.SOURCE, source_id), (Facet.KIND, RecordKind.PASSAGE.value)):
        if value not in narrowed.get(facet, {value}):
            return FoundPlaces(text_id, ())
        narrowed[facet] = frozenset({value})
    wanted = replace(request, narrowed=narrowed, order=Order.SOURCE, limit=_MOST_PASSAGES)
    spans = [
        (hit.start + start, hit.start + end)
        for hit in searching.search(archive, wanted).hits
        if hit.record_id == text_id
        for start, end in hit.highlights
    ]
    return FoundPlaces(text_id, tuple(sorted(spans)))


class FollowedSearch(QObject):
    """Begins when a result is opened; ends when another search is asked, the results are closed, or the person says
    so. `changed` tells that it began, went on or ended."""

    changed = Signal()

    def __init__(self, session: Session, view: SearchView, desk: ReadingDesk) -> None:
        super().__init__(desk)
        self._view = view
        self._desk = desk
        self._asker = Asker(session, _("Marking what was found"), find_places, self)
        self._asker.answered.connect(self._on_found)
        self._request: SearchRequest | None = None
        self._marked: str | None = None
        """The text whose places are marked, or looked for."""
        view.hit_activated.connect(self._on_opened)
        view.line_activated.connect(self._on_opened)
        view.result_shown.connect(self._on_asked)
        view.refused.connect(self._on_asked)
        view.emptied.connect(self._on_asked)
        view.wide_wanted.connect(self._on_view_chosen)
        view.lines_shown.connect(self._on_view_chosen)
        desk.source_shown.connect(self._on_source_shown)

    def is_followed(self) -> bool:
        """Whether a search is followed."""
        return self._request is not None

    @property
    def query(self) -> str:
        """What is looked for."""
        return self._request.query if self._request else ""

    def place(self) -> tuple[int, int]:
        """The number of the result that was gone to, from 1, 0 for none; and how many results there are."""
        results = self._view.results
        if results.in_lines:
            return results.lines.currentIndex().row() + 1, len(results.lines.lines.lines)
        total = self._view.result.total if self._view.result else 0
        return results.list.currentIndex().row() + 1, total

    def step(self, step: int) -> None:
        """Open the next (1) or the previous (-1) result."""
        self._view.results.step(step)
        self._view.results.activate()

    def stop(self) -> None:
        """Follow it no longer: nothing is marked any more."""
        if self._end():
            for reader in self._desk.readers:
                reader.clear_found()

    def _end(self) -> bool:
        if self._request is None:
            return False
        self._request = None
        self._marked = None
        self._asker.forget()
        for reader in self._desk.readers:
            reader.show_found(())
        self.changed.emit()
        return True

    def _on_opened(self, _result: object) -> None:
        request = self._asked()
        if request != self._request:
            self._request = request
            self._marked = None
        self._mark()
        self.changed.emit()

    def _asked(self) -> SearchRequest | None:
        """What the results answer; how they are sorted makes no other search of it."""
        asked = self._view.asked()
        return replace(asked, order=Order.RELEVANCE) if asked else None

    def _on_asked(self, _answer: object = None) -> None:
        """The same search may find more than before; another one is not followed yet."""
        if self._request is None:
            return
        if self._asked() != self._request:
            self._end()
            return
        self._marked = None
        self._mark()
        self.changed.emit()

    def _on_view_chosen(self, _in_lines: bool = True) -> None:
        if self._request is not None:
            self.changed.emit()

    def _on_source_shown(self, _source_id: str) -> None:
        self._marked = None
        self._mark()

    def _mark(self) -> None:
        reader = self._desk.active
        source_id, text_id = reader.source_id, reader.text_id
        if self._request is not None and source_id and text_id and text_id != self._marked:
            self._marked = text_id
            self._asker.ask(self._request, source_id, text_id)

    def _on_found(self, found: FoundPlaces) -> None:
        for reader in self._desk.readers if self._request is not None else ():
            if found.text_id == reader.text_id:
                reader.show_found(found.spans)
