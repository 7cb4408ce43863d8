"""Keeping searches: saving one under a name, taking it up again, and remembering what was searched for last."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from archive_app.core.changes import Changes
from archive_app.core.records import SavedSearch
from archive_app.core.translation import _
from archive_app.services import history, searches
from archive_app.ui.labels import short
from archive_app.ui.message_bar import Kind
from archive_app.ui.name_dialog import ask_name
from archive_app.ui.search_box import SearchBox
from archive_app.ui.search_memory import Remembered, SearchMemory
from archive_app.ui.settings import Settings
from archive_app.ui.workspace import Workspace

_MOST_REMEMBERED = 50


class SavedSearches(QObject):
    """One for each opened archive; works on the search box, its list, and the results."""

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        say: Callable[..., None],
        box: SearchBox,
        window: QWidget,
    ) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = workspace.session
        self._settings = settings
        self._say = say
        self._box = box
        self._window = window
        self._name = f"searches/{_key(self._session.archive.folder)}"
        self.memory = SearchMemory(box)
        self.memory.list.can_write = not self._session.archive.read_only
        self.destroyed.connect(self.memory.deleteLater)
        box.memory_wanted.connect(self.show)
        self.memory.list.taken.connect(self._on_taken)
        self.memory.list.forgotten.connect(self._on_forgotten)
        self.memory.list.renamed.connect(self._on_renamed)
        view = workspace.search.view
        view.head.can_save = not self._session.archive.read_only
        view.head.save_wanted.connect(self.save)
        view.hit_activated.connect(self._on_opened)
        view.line_activated.connect(self._on_opened)
        view.query_taken.connect(box.set_query)
        self._session.changed.connect(self._on_changed)

    # The list under the box

    def recent(self) -> list[str]:
        """What was searched for, the newest first."""
        return self._settings.words(self._name)

    def remember(self, query: str) -> None:
        """Put a query at the head of the recent ones."""
        kept = [query, *(one for one in self.recent() if one != query)]
        self._settings.keep_words(self._name, kept[:_MOST_REMEMBERED])

    def show(self) -> None:
        """Open the list under the search box."""
        self.memory.open(searches.list_searches(self._session.archive), self.recent())

    def _fill(self) -> None:
        if self.memory.isVisible():
            self.memory.fill(searches.list_searches(self._session.archive), self.recent())

    def _on_taken(self, what: Remembered) -> None:
        self.memory.hide()
        if isinstance(what, SavedSearch):
            self._workspace.search.take_up(searches.request_of(what))
        else:
            self._box.set_query(what)
            self._workspace.search.ask(what)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_forgotten(self, what: Remembered) -> None:
        if isinstance(what, SavedSearch):
            said = _("The saved search “{name}” was deleted.").format(name=short(what.name))
            self._write(_("Deleting"), searches.remove_search, what.id, said=said)
        else:
            self._settings.keep_words(self._name, [one for one in self.recent() if one != what])
            self._fill()

    def _on_opened(self, _result: object) -> None:
        self.remember(self._workspace.search.view.query)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("searches"):
            self._fill()

    # Names

    def save(self) -> None:
        """Ask for a name and keep the search that is shown, with all that is chosen."""
        view = self._workspace.search.view
        if not view.query:
            self._session.refused.emit(_("There is nothing to save yet; write what to look for."))
            return
        request = view.request(view.query)

        def keep(name: str) -> None:
            said = _("The search is saved. The clock in the search box lists it.")
            self._write(_("Saving a search"), searches.save_search, name, request, said=said)

        ask_name(self._window, _("Save this search"), _("Name of the search:"), view.query, keep)

    def _on_renamed(self, saved: SavedSearch) -> None:
        self.memory.hide()

        def rename(name: str) -> None:
            self._session.write(_("Renaming a search"), searches.rename_search, saved.id, name)

        ask_name(self._window, _("Rename the search"), _("Name of the search:"), saved.name, rename)

    def _write(self, title: str, function: Callable[..., Any], *args: Any, said: str) -> None:
        undo = {_("Undo"): lambda: self._session.write(_("Undo"), history.undo)}
        self._session.write(
            title,
            function,
            *args,
            done=lambda _result: self._say(said, Kind.DONE, undo),
            owner=self._window,
        )


def _key(folder: Path) -> str:
    """A short name for the folder of an archive that settings can use."""
    return sha256(str(folder.resolve()).encode()).hexdigest()[:16]
