"""The left of the window: the library, or in its place the results of a search."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from archive_app.core.hits import Line, SearchRequest

if TYPE_CHECKING:  # the search is loaded when it is first wanted
    from archive_app.ui.followed_search import FollowedSearch
    from archive_app.ui.search_view import SearchView
    from archive_app.ui.workspace import Workspace


class SearchPlace(QObject):
    """Asks for results, gives them the place of the library, and follows them through the texts. `turned` tells that
    the results are shown, or the library again."""

    turned = Signal()

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._left = workspace.left
        self._library = workspace.library
        self._panes = workspace.panes
        self.query = ""
        """What was searched for last."""
        self.followed: FollowedSearch | None = None

    @cached_property
    def view(self) -> "SearchView":
        """The results of searches, and the search that is followed; made when they are first wanted."""
        from archive_app.ui.followed_search import FollowedSearch
        from archive_app.ui.search_view import SearchView

        workspace = self._workspace
        made = SearchView(workspace.session)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left.addWidget(made)
        made.hit_activated.connect(workspace.showing.show_hit)
        made.line_activated.connect(self._on_line_activated)
        made.wide_wanted.connect(self._share_room)
        made.left.connect(workspace.keyboard.to_page)
        made.closed.connect(self.close)
        self.followed = FollowedSearch(workspace.session, made, workspace.desk)
        workspace.middle.follow(self.followed)
        return made

    def is_open(self) -> bool:
        """Whether results are shown."""
        return self._left.currentWidget() is not self._library

    def ask(self, query: str) -> None:
        """Show what a query finds."""
        self._open(query)
        self.view.search(query)

    def take_up(self, request: SearchRequest) -> None:
        """Search as a saved search says."""
        self._open(request.query)
        self.view.take_up(request)

    def _open(self, query: str) -> None:
        self.query = query
        if not self.is_open():
            self._panes.make_room_for_results()
            self._left.setCurrentWidget(self.view)
            self._share_room()
            self.turned.emit()

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) result."""
        if self.is_open() and self.followed is not None:
            self.followed.step(step)

    def leave(self) -> None:
        """Show the library again and forget what was searched for."""
        if self.is_open():
            self.query = ""
            self.view.reset()
            self._left.setCurrentWidget(self._library)
            self._share_room()
            self._panes.give_room_back()
            self.turned.emit()

    def close(self) -> None:
        """Show the library again, and put the keyboard into it."""
        self.leave()
        self._library.list.setFocus()

    def toggle_lines(self) -> None:
        """Show the results as a concordance, or as a list again."""
        self.view.show_lines(not self.view.results.in_lines)

    def _on_line_activated(self, line: Line) -> None:
        self._workspace.showing.show_hit(line.hit, line)

    def _share_room(self) -> None:
        """Give a concordance the room that it needs."""
        self._panes.set_wide(self.is_open() and self.view.results.in_lines)
