"""What the action for the timeline does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:  # loaded when they are first wanted
    from archive_app.ui.main_window import MainWindow


class TimelineHandlers(QObject):
    """Shows the page of the timeline."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {"show_timeline": self.show_timeline}

    def show_timeline(self) -> None:
        """Show all events of the archive on an axis of time; the one whose page was shown is chosen there."""
        from archive_app.ui.library_rows import RowKind
        from archive_app.ui.timeline_page import TimelinePage

        workspace = self._window.workspace
        if workspace is None:
            return
        stop = workspace.showing.current()
        workspace.showing.show(RowKind.TIMELINE)
        page = workspace.pages.of_class(TimelinePage)
        if page is not None and stop is not None and stop.kind is RowKind.EVENT:
            page.choose(stop.id)
        workspace.keyboard.to_page()
