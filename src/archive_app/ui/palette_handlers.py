"""Opening the palette, and doing what was chosen in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from archive_app.ui.command_palette import CommandPalette
    from archive_app.ui.library_rows import Row
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.palette_entries import Entry

_REMEMBERED = "palette/recent"
_MOST = 20
_SHOWS_ITSELF = "show_palette"


class PaletteHandlers(QObject):
    """The palette is made when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._palette: CommandPalette | None = None

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {_SHOWS_ITSELF: self.show_palette}

    def show_palette(self) -> None:
        """Open the palette on the actions as they are now and on all records of the library."""
        from archive_app.ui.command_palette import CommandPalette
        from archive_app.ui.library_rows import Section
        from archive_app.ui.palette_entries import action_entries

        if self._palette is None:
            self._palette = CommandPalette(self._window)
            self._palette.taken.connect(self._on_taken)
        workspace = self._window.workspace
        rows = workspace.library.stock.rows if workspace is not None else {section: [] for section in Section}
        entries = [entry for entry in action_entries(self._window.acts) if entry.key != _SHOWS_ITSELF]
        self._palette.open(entries, rows, self._window.settings.words(_REMEMBERED))

    def _on_taken(self, entry: "Entry") -> None:
        if entry.action is not None:
            self._remember(entry.key)
            entry.action.trigger()
        elif entry.row is not None:
            self._go_to(entry.row)

    def _remember(self, key: str) -> None:
        others = [known for known in self._window.settings.words(_REMEMBERED) if known != key]
        self._window.settings.keep_words(_REMEMBERED, [key, *others][:_MOST])

    def _go_to(self, row: "Row") -> None:
        from archive_app.ui.library_rows import RowKind

        workspace = self._window.workspace
        if workspace is None:
            return
        if row.kind in (RowKind.TAG, RowKind.COLLECTION):
            workspace.search.close()
            workspace.library.show_inside(row)
        else:
            workspace.open_row(row)
            workspace.keyboard.to_page()
