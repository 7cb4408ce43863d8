"""Taking back what was done, doing it again, and the list of it all."""

from PySide6.QtWidgets import QWidget

from archive_app.core.changes import Changes
from archive_app.core.translation import _
from archive_app.services import history
from archive_app.ui.labels import short
from archive_app.ui.workspace import Workspace


class HistoryCommands:
    """Says what was undone or done again: it may be something that cannot be seen here."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        self._workspace = workspace
        self._session = workspace.session
        self._window = window

    def undo(self) -> None:
        """Take back the newest action, and say which: it may be one that cannot be seen here."""
        self._session.write(_("Undo"), history.undo, done=self._tell_undone, owner=self._workspace)

    def _tell_undone(self, _changes: Changes) -> None:
        undone = history.next_redo(self._session.archive)
        if undone is not None:
            self._workspace.told.emit(_("Undone: {action}").format(action=short(undone.name)))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._session.write(_("Redo"), history.redo, done=self._tell_redone, owner=self._workspace)

    def _tell_redone(self, _changes: Changes) -> None:
        done = history.next_undo(self._session.archive)
        if done is not None:
            self._workspace.told.emit(_("Done again: {action}").format(action=short(done.name)))

    def show_history(self) -> None:
        """Open the list of all actions."""
        from archive_app.ui.history_dialog import HistoryDialog

        HistoryDialog(self._session, self._window).show()
