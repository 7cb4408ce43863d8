"""What each action of the window does, by the names in `action_list.MENUS`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from archive_app.core.errors import UserError
from archive_app.core.kinds import Colour
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.authority_handlers import AuthorityHandlers
from archive_app.ui.correcting_handlers import CorrectingHandlers
from archive_app.ui.event_handlers import EventHandlers
from archive_app.ui.help_handlers import HelpHandlers
from archive_app.ui.message_bar import Kind
from archive_app.ui.palette_handlers import PaletteHandlers
from archive_app.ui.plain_text import tip
from archive_app.ui.proposal_handlers import ProposalHandlers
from archive_app.ui.reader_handlers import ReaderHandlers
from archive_app.ui.reading_look import ReadingLook
from archive_app.ui.table_handlers import TableHandlers
from archive_app.ui.timeline_handlers import TimelineHandlers

if TYPE_CHECKING:
    from archive_app.ui.commands import Commands
    from archive_app.ui.found_commands import FoundCommands
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.reader_view import ReaderView
    from archive_app.ui.workspace import Workspace

Handler = Callable[[], object]


class WindowHandlers(QObject):
    """Does what concerns the window itself and hands on the rest, which needs an opened archive."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.help = HelpHandlers(window)
        self.reading = ReaderHandlers(window)
        self.finding = PaletteHandlers(window)
        self.listing = TableHandlers(window)
        self.correcting = CorrectingHandlers(window)
        self.timeline = TimelineHandlers(window)
        self.events = EventHandlers(window)
        self.proposals = ProposalHandlers(window)
        self.authorities = AuthorityHandlers(window)

    def table(self) -> dict[str, Handler]:
        """A function for each action."""
        command, workspace, reader = self._command, self._workspace, self._reader
        return {
            "new_archive": self.new_archive,
            "choose_archive": self.choose_archive,
            "open_sample": self.open_sample,
            "close_archive": self._close_archive,
            "close": self._window.close,
            "show_folder": self._show_folder,
            "stop_job": self._stop_job,
            "toggle_dark": self._toggle_dark,
            "toggle_full_screen": self._toggle_full_screen,
            **self.help.table(),
            **self.reading.table(),
            **self.finding.table(),
            **self.listing.table(),
            **self.correcting.table(),
            **self.timeline.table(),
            **self.events.table(),
            **self.proposals.table(),
            **self.authorities.table(),
            "focus_search": self._focus_search,
            "close_search": self.close_search,
            "import_files": command(lambda it: it.files.import_files()),
            "export": command(lambda it: it.files.export()),
            "check": command(lambda it: it.files.check()),
            "undo": command(lambda it: it.history.undo()),
            "redo": command(lambda it: it.history.redo()),
            "describe": command(lambda it: it.describe()),
            "delete": command(lambda it: it.delete()),
            "show_history": command(lambda it: it.history.show_history()),
            "new_event": command(lambda it: it.new_event()),
            "new_collection": command(lambda it: it.records.new_collection()),
            "next_hit": workspace(lambda it: it.search.step(1)),
            "previous_hit": workspace(lambda it: it.search.step(-1)),
            "annotate_found": self._found(lambda it: it.annotate()),
            "export_found": self._found(lambda it: it.export()),
            "focus_filter": workspace(lambda it: it.focus_filter()),
            "toggle_lines": workspace(lambda it: it.search.toggle_lines()),
            "toggle_filters": workspace(lambda it: it.search.view.head.filter_button.toggle()),
            "save_search": workspace(lambda it: it.search.view.head.save_wanted.emit()),
            "show_searches": self._show_searches,
            "go_back": workspace(lambda it: it.showing.go_back()),
            "go_forward": workspace(lambda it: it.showing.go_forward()),
            "focus_next_pane": workspace(lambda it: it.keyboard.to_next_pane()),
            "note_on_whole": workspace(lambda it: it.write_note()),
            "filter_annotations": workspace(lambda it: it.filter_annotations()),
            "toggle_inspector": workspace(lambda it: it.toggle_inspector()),
            "copy_link": workspace(lambda it: it.links.copy()),
            "copy_with_citation": reader(lambda it: it.copy_with_citation()),
            "note": reader(lambda it: it.marking.annotate_selection(None, open_note=True)),
            "tags": reader(lambda it: it.marking.tag_selection()),
            "link": reader(lambda it: it.marking.link_selection()),
            **{f"tag_{number}": reader(_recent_tag(number)) for number in range(1, 10)},
            "grow": reader(lambda it: it.selecting.grow()),
            "shrink": reader(lambda it: it.selecting.shrink()),
            "sentence_on": reader(lambda it: it.selecting.extend_by_sentence(1)),
            "sentence_back": reader(lambda it: it.selecting.extend_by_sentence(-1)),
            "passage_on": reader(lambda it: it.selecting.extend_by_passage(1)),
            "passage_back": reader(lambda it: it.selecting.extend_by_passage(-1)),
            "end_on": reader(lambda it: it.reshaping.move_end(1)),
            "end_back": reader(lambda it: it.reshaping.move_end(-1)),
            "start_on": reader(lambda it: it.reshaping.move_start(1)),
            "start_back": reader(lambda it: it.reshaping.move_start(-1)),
            "split": reader(lambda it: it.reshaping.split()),
            "join": reader(lambda it: it.reshaping.join()),
            "next_annotation": reader(lambda it: it.step_annotation(1)),
            "previous_annotation": reader(lambda it: it.step_annotation(-1)),
            "other_script": reader(lambda it: it.read_in_other_script(not it.is_in_other_script())),
            "zoom_in": reader(lambda it: it.zoom(1)),
            "zoom_out": reader(lambda it: it.zoom(-1)),
            "zoom_reset": reader(lambda it: it.set_reading_size(ReadingLook().points)),
        }

    def _command(self, function: "Callable[[Commands], object]") -> Handler:
        def call() -> None:
            if self._window.commands is not None:
                function(self._window.commands)

        return call

    def _found(self, function: "Callable[[FoundCommands], object]") -> Handler:
        def call() -> None:
            if self._window.found_commands is not None:
                function(self._window.found_commands)

        return call

    def _workspace(self, function: "Callable[[Workspace], object]") -> Handler:
        def call() -> None:
            if self._window.workspace is not None:
                function(self._window.workspace)

        return call

    def _reader(self, function: "Callable[[ReaderView], object]") -> Handler:
        return self._workspace(lambda workspace: function(workspace.reader))

    def highlight(self, colour: Colour) -> None:
        """Highlight the selection in this colour."""
        self._reader(lambda reader: reader.marking.annotate_selection(colour))()

    # Archives

    def new_archive(self) -> None:
        """Ask for a name and a place, and make an archive there."""
        from archive_app.ui.new_archive_dialog import NewArchiveDialog

        dialog = NewArchiveDialog(self._window.settings.folder("archives"), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            folder = dialog.folder
            if self._window.create_archive(folder):
                self._window.settings.remember_folder("archives", folder.parent)
        dialog.deleteLater()

    def choose_archive(self) -> None:
        """Ask for the folder of an archive and open it."""
        start = self._window.settings.folder("archives")
        chosen = QFileDialog.getExistingDirectory(
            self._window, _("Open the folder of an archive"), str(start)
        )
        if chosen:
            self._window.settings.remember_folder("archives", Path(chosen).parent)
            self._window.open_archive(Path(chosen))

    def open_sample(self) -> None:
        """Open the person's own copy of the sample, which is made the first time."""
        from archive_app.services import archives

        location = QStandardPaths.StandardLocation.AppDataLocation
        try:
            folder = archives.copy_sample(Path(QStandardPaths.writableLocation(location)) / "sample")
        except UserError as error:
            self._window.show_message(str(error), Kind.ERROR)
        else:
            self._window.open_archive(folder)

    def forget_archive(self, folder: Path) -> None:
        """Take an archive off the list of recent ones."""
        self._window.settings.archives.forget(folder)
        self._window.start_view.show_recent(self._window.settings.archives.recent())

    def fill_recent(self) -> None:
        """Put the recent archives into their menu."""
        menu = self._window.acts.recent
        if menu is None:
            return
        menu.clear()
        for entry in self._window.settings.archives.recent():
            action = menu.addAction(entry.folder.name.replace("&", "&&"))
            action.setToolTip(tip(str(entry.folder)))
            action.setEnabled(entry.is_there())
            action.triggered.connect(partial(self._on_recent_chosen, entry.folder))
        if menu.isEmpty():
            menu.addAction(_("None yet")).setEnabled(False)

    def _on_recent_chosen(self, folder: Path, _checked: bool = False) -> None:
        self._window.open_archive(folder)

    def _close_archive(self) -> None:
        self._window.settings.archives.forget_last()
        self._window.close_archive()

    def _show_folder(self) -> None:
        if self._window.workspace is not None:
            folder = self._window.workspace.session.archive.folder
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _stop_job(self) -> None:
        if not self._window.status_view.progress.stop():
            self._window.show_message(_("Nothing is running that could be stopped."))

    # Search

    def go_about(self, step: int) -> None:
        """Go one page back (-1) or forward (1), where that is possible."""
        self._window.acts["go_back" if step < 0 else "go_forward"].trigger()

    def _focus_search(self) -> None:
        box = self._window.tool_bar.search_box
        box.setFocus()
        box.selectAll()

    def _show_searches(self) -> None:
        self._window.tool_bar.search_box.memory_wanted.emit()

    def close_search(self) -> None:
        """Show the library again and forget what was searched for."""
        self._window.tool_bar.search_box.clear()
        if self._window.workspace is not None:
            self._window.workspace.search.close()

    # The look

    def set_mode(self, mode: theme.Mode) -> None:
        """Show the window light, dark, or as the system has it, also the next time."""
        self._window.settings.mode = mode
        theme.set_mode(mode)
        self.show_mode()

    def show_mode(self) -> None:
        """Check the right menu entry, and show what the switch would do."""
        self._window.acts.modes[theme.mode()].setChecked(True)
        icons.put(self._window.acts["toggle_dark"], "sun" if theme.is_dark() else "moon")

    def _toggle_dark(self) -> None:
        self.set_mode(theme.Mode.LIGHT if theme.is_dark() else theme.Mode.DARK)

    def _toggle_full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()


def _recent_tag(number: int) -> "Callable[[ReaderView], object]":
    return lambda reader: reader.marking.put_recent_tag(number)
