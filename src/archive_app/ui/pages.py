"""The pages in the middle of the window: which there are, and what each can do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from archive_app.services.archives import Archive
from archive_app.ui.export_choice import Choice
from archive_app.ui.library_rows import RowKind
from archive_app.ui.record_notes import RecordNotes
from archive_app.ui.trail import Stop

P = TypeVar("P", bound=QWidget)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, for records of one kind or for no single record. `show` shows a record on it, by its id, and raises
    `NotFound`; `find` raises it too, where a page could not be gone back to."""

    widget: QWidget
    show: Callable[[str], object] = lambda _id: None
    find: Callable[[Archive, str], object] = lambda _archive, _id: None
    chosen: Callable[[], Stop | None] | None = None
    """The record that is meant by "this one"; None where it is always the one that the page was opened with."""
    notes: RecordNotes | None = None
    """The notes on the record, where they stand on the page itself."""
    delete: Callable[[], object] | None = None
    """Deletes what is chosen on the page."""
    export: Callable[[], Choice | None] | None = None
    """What of the page is offered for export, where that is not the record that it was opened with."""


class Pages(QStackedWidget):
    """Holds the pages, one for each kind; each is made when it is first wanted. The `first` one comes before the
    inspector when Tab goes through the window; beside the others there is none."""

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._makers: dict[RowKind, Callable[[], Page]] = {}
        self._made: dict[RowKind, Page] = {}
        self.addWidget(first)

    def offer(self, kind: RowKind, make: Callable[[], Page]) -> None:
        """Have a page for this kind of record."""
        self._makers[kind] = make

    def is_offered(self, kind: RowKind) -> bool:
        """Whether there is a page for this kind."""
        return kind in self._makers

    def page(self, kind: RowKind) -> Page:
        """The page for this kind."""
        if kind not in self._made:
            self._made[kind] = page = self._makers[kind]()
            if self.indexOf(page.widget) < 0:
                self.addWidget(page.widget)
        return self._made[kind]

    def made(self) -> Iterator[Page]:
        """The pages that were wanted by now."""
        return iter(self._made.values())

    def of_class(self, kind: type[P]) -> P | None:
        """The widget of this class among the pages that were wanted by now."""
        return next((page.widget for page in self.made() if isinstance(page.widget, kind)), None)

    @property
    def shown(self) -> Page | None:
        """The page that is looked at."""
        return next((page for page in self.made() if page.widget is self.currentWidget()), None)
