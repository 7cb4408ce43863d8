"""What the actions for people, units and places do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from archive_app.ui.authority_commands import AuthorityCommands
    from archive_app.ui.main_window import MainWindow


class AuthorityHandlers(QObject):
    """Hands them on to the commands of the opened archive."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {
            "show_authorities": self._command(lambda it: it.show_list()),
            "new_authority": self._command(lambda it: it.new()),
            "merge_authority": self._command(lambda it: it.merge_shown()),
            "show_duplicates": self._command(lambda it: it.show_duplicates()),
            "show_stated_names": self._command(lambda it: it.show_stated()),
        }

    def _command(self, function: "Callable[[AuthorityCommands], object]") -> Callable[[], None]:
        def call() -> None:
            if self._window.commands is not None:
                function(self._window.commands.authorities)

        return call
