"""What the action for the timeline does."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from archive_app.core.translation import _
from archive_app.ui.message_bar import Kind

if TYPE_CHECKING:  # loaded when they are first wanted
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.timeline_page import TimelinePage
    from archive_app.ui.workspace import Workspace


class TimelineHandlers(QObject):
    """The page is made when it is first wanted, one for each opened archive."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {"show_timeline": self.show_timeline}

    def show_timeline(self) -> None:
        """Show all events of the archive on an axis of time; the one whose page was shown is chosen there."""
        workspace = self._window.workspace
        if workspace is None:
            return
        from archive_app.ui.library_rows import RowKind

        stop = workspace.current()
        page = workspace.timeline or self._make_page(workspace)
        workspace.show_timeline()
        if stop is not None and stop.kind is RowKind.EVENT:
            page.choose(stop.id)
        workspace.focus_page()

    def _make_page(self, workspace: "Workspace") -> "TimelinePage":
        from archive_app.ui.timeline_page import TimelinePage

        page = TimelinePage(workspace.session, self._window.settings)
        page.written.connect(self._on_written)
        workspace.take_timeline(page)
        return page

    def _on_written(self, path: Path, said: str) -> None:
        actions: dict[str, Callable[[], object]] = {
            _("Open"): partial(_open, path),
            _("Open folder"): partial(_open, path.parent),
        }
        self._window.show_message(said, Kind.DONE, actions)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
