"""What comes to the window from outside: files dropped on it, links to follow, words typed into the search box."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.core.translation import _
from archive_app.ui.message_bar import Kind

if TYPE_CHECKING:  # whose guests they are
    from archive_app.ui.main_window import MainWindow


class OutsideHandlers(QObject):
    """Finds out what is meant, and has it shown, opened or imported."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def take_dropped(self, paths: list[Path]) -> None:
        """Open an archive that was dropped, offer other files for import."""
        from archive_app.services import archives

        window = self._window
        if len(paths) == 1 and archives.is_archive(paths[0]):
            window.open_archive(paths[0])
        elif window.commands is not None and not window.acts["import_files"].isEnabled():
            window.show_message(
                _("This archive can only be read here; nothing can be imported."), Kind.WARNING
            )
        elif window.commands is not None:
            window.commands.files.import_files(paths)
        else:
            window.show_message(
                _(
                    "“{name}” is not an archive. Open or make an archive first, then drop files to import them."
                ).format(name=paths[0].name),
                Kind.WARNING,
            )

    def follow_link(self, text: str) -> None:
        """Show what a link leads to, or say why it cannot be shown."""
        if self._window.workspace is not None:
            self._window.tool_bar.search_box.clear()
            self._window.workspace.links.follow(text)

    def search(self, query: str) -> None:
        """Something is being typed into the search box."""
        from archive_app.core import links

        workspace = self._window.workspace
        if links.is_begun(query):
            if links.read_link(query):  # one that is still being typed waits for Enter
                self.follow_link(query)
        elif workspace is not None and (query or workspace.search.is_open()):
            workspace.search.ask(query)

    def enter(self, query: str) -> None:
        """Enter was pressed in the search box: the first result is opened."""
        from archive_app.core import links

        workspace = self._window.workspace
        if links.is_begun(query):
            self.follow_link(query)
        elif workspace is not None:
            workspace.search.ask(query)
            workspace.search.view.open_first()
