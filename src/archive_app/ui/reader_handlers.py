"""What the actions for reading do: contents, finding in the text, two sources side by side."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.core.translation import _

if TYPE_CHECKING:  # loaded with the first archive, so that the window is there at once
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.palette_entries import Entry
    from archive_app.ui.workspace import Workspace


class ReaderHandlers(QObject):
    """Lists to choose from are made when they are first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {
            "show_contents": self.show_contents,
            "find_in_text": self.find_in_text,
            "set_look": self.set_look,
            "toggle_dates": self.toggle_dates,
            "read_beside": self.read_beside,
            "scroll_together": self.scroll_together,
        }

    @property
    def _workspace(self) -> "Workspace | None":
        return self._window.workspace

    def show_contents(self) -> None:
        """Let the person go to a heading of the text, or to a passage by its number."""
        from archive_app.ui.chooser import Chooser
        from archive_app.ui.contents import contents_of, passage_called

        workspace = self._workspace
        if workspace is None or workspace.reader.text_id is None:
            return
        pane = workspace.reader.pane
        chooser = Chooser(workspace.reader, _("Contents"), _("A heading, or the number of a paragraph"))
        chooser.more = partial(passage_called, pane)
        chooser.taken.connect(self._on_heading_taken)
        chooser.open(*contents_of(pane))

    def _on_heading_taken(self, ordinal: str) -> None:
        workspace = self._workspace
        if workspace is not None and workspace.reader.text_id is not None:
            workspace.showing.show_passage(int(ordinal))

    def find_in_text(self) -> None:
        """Open the bar that finds words in the text that is read."""
        if self._workspace is not None:
            self._workspace.reader.finder.open()

    def set_look(self) -> None:
        """Open the panel in which fonts and sizes are set."""
        if self._workspace is not None:
            self._workspace.reader.open_panel()

    def toggle_dates(self) -> None:
        """Mark the dates that the texts mention, or mark them no more."""
        if self._workspace is not None:
            reader = self._workspace.reader
            reader.set_look(replace(reader.look, dates=not reader.look.dates))

    def read_beside(self) -> None:
        """Let the person choose a source to be read beside the one that is shown."""
        from archive_app.ui.chooser import Chooser

        workspace = self._workspace
        if workspace is None:
            return
        entries = _sources_beside(workspace)
        if not entries:
            workspace.session.refused.emit(_("There is no other source with a text to read beside this one."))
            return
        chooser = Chooser(
            workspace.desk, _("Read beside"), _("Which source do you want to read beside this one?")
        )
        chooser.taken.connect(workspace.showing.show_beside)
        chooser.open(entries)

    def scroll_together(self) -> None:
        """Let two texts scroll as one, or each by itself again."""
        workspace = self._workspace
        if workspace is None:
            return
        if workspace.desk.is_divided:
            workspace.desk.scroll_together(not workspace.desk.together.is_on)
        else:
            workspace.session.refused.emit(
                _("Only two texts can scroll together; open another source beside this one (Ctrl+Shift+2).")
            )


def _sources_beside(workspace: "Workspace") -> "list[Entry]":
    from archive_app.services import sources
    from archive_app.ui.palette_entries import Entry

    shown = {reader.source_id for reader in workspace.desk.readers}
    return [
        Entry(each.source.id, each.source.title, each.source.creator, "source")
        for each in sources.list_sources(workspace.session.archive)
        if each.has_text and each.source.id not in shown
    ]
