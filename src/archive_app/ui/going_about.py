"""Going back and forward through the pages that were looked at, each at the place where one was on it."""

from collections.abc import Callable

from archive_app.core.errors import NotFound
from archive_app.services.archives import Archive
from archive_app.ui.library_rows import RowKind
from archive_app.ui.pages import Pages
from archive_app.ui.reader_page import ReaderPage
from archive_app.ui.reading_desk import ReadingDesk
from archive_app.ui.trail import Stop, Trail


class GoingAbout:
    """Keeps the trail; `show` shows a record of a kind on its page."""

    def __init__(
        self, archive: Archive, desk: ReadingDesk, pages: Pages, show: Callable[[RowKind, str], object]
    ) -> None:
        self._archive = archive
        self._desk = desk
        self._pages = pages
        self._show = show
        self._trail = Trail()

    @property
    def _reader(self) -> ReaderPage:
        return self._desk.active

    @property
    def here(self) -> Stop | None:
        """The page that was come to last."""
        return self._trail.last

    def leave(self) -> None:
        """The person is going elsewhere: remember where they are in the text."""
        here = self._trail.last
        if here is not None and here.kind is RowKind.SOURCE and here.id == self._reader.source_id:
            self._trail.keep_place(self._reader.whereabouts.place())

    def arrive(self, stop: Stop) -> None:
        """The person has come to a page, or, in the text they were in, to a place that could not be seen before."""
        here = self._trail.last
        before = here.place if here is not None else None
        jumped = stop.is_same_page(here) and before is not None and not self._is_seen(before.top)
        self._trail.add(stop, jumped=jumped)

    def _is_seen(self, point: int) -> bool:
        return self._reader.whereabouts.is_in_view(point)

    def can_go(self, step: int) -> bool:
        """Whether there is a page before this one (-1), or one that was left by going back (1)."""
        return self._trail.can_go(step)

    def go(self, step: int) -> bool:
        """Go one page back (-1) or forward (1); records that were deleted since are passed over."""
        self.leave()
        stop = self._trail.go(step, self._is_there)
        if stop is None:
            return False
        self._show(stop.kind, stop.id)
        if stop.place is not None and stop.kind is RowKind.SOURCE and self._reader.text_id is not None:
            self._reader.whereabouts.go_to(stop.place)
        return True

    def _is_there(self, stop: Stop) -> bool:
        try:
            self._pages.page(stop.kind).find(self._archive, stop.id)
        except NotFound:
            return False
        return True
