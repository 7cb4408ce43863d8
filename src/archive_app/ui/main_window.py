"""The window: opens and closes archives, and says what happens. The rest is done by its parts."""

import logging
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from archive_app.core.errors import UserError
from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.actions import make_actions, refresh_icons
from archive_app.ui.dropping import DropArea
from archive_app.ui.message_bar import Kind, MessageBar
from archive_app.ui.mouse_buttons import SideButtons
from archive_app.ui.outside_handlers import OutsideHandlers
from archive_app.ui.reporting import Reporter
from archive_app.ui.settings import Settings
from archive_app.ui.status_view import StatusView
from archive_app.ui.tool_bar import ToolBar
from archive_app.ui.waiting_page import WaitingPage
from archive_app.ui.window_handlers import WindowHandlers
from archive_app.ui.window_state import WindowState

if TYPE_CHECKING:  # loaded with the first archive, so that the window is there at once
    from archive_app.services.archives import Archive
    from archive_app.ui.commands import Commands
    from archive_app.ui.found_commands import FoundCommands
    from archive_app.ui.start_view import StartView
    from archive_app.ui.workspace import Workspace

log = logging.getLogger(__name__)
_CLOSE_POLL_MS = 30
_SOON_MS = 40

_TITLE_BAR = 40
"""Pixels that the system's own frame takes at most, so that a first window fits on a small screen."""


class MainWindow(QMainWindow):
    """Shows the start screen, or the workspace of the opened archive."""

    closed = Signal()
    archive_shown = Signal()

    def __init__(
        self,
        settings: Settings,
        reporter: Reporter | None = None,
        log_path: Path | None = None,
        *,
        shows_start: bool = True,
    ) -> None:
        """Without `shows_start` an archive is to be opened before the window is shown."""
        super().__init__()
        self.settings = settings
        self.log_path = log_path
        self._reporter = reporter
        self._closing = False
        self.workspace: Workspace | None = None
        self.commands: Commands | None = None
        self.found_commands: FoundCommands | None = None
        self.message_bar = MessageBar()
        self.status_view = StatusView()
        self.handlers = WindowHandlers(self)
        self.outside = OutsideHandlers(self)
        self.acts = make_actions(self, self.handlers.table(), self.handlers.highlight, self.handlers.set_mode)
        self.tool_bar = ToolBar(self.acts)
        self._stack = QStackedWidget()
        self._state = WindowState(self)
        self._build()
        self._connect()
        self._restore()
        if shows_start:
            self.show_start()

    def _build(self) -> None:
        self.setMinimumSize(900, 600)
        self.addToolBar(self.tool_bar)
        self.setStatusBar(self.status_view)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message_bar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self._drops = DropArea(self, "")
        self._drops.dropped.connect(self.outside.take_dropped)

    def _connect(self) -> None:
        handlers = self.handlers
        self.tool_bar.searched.connect(self.outside.search)
        self.tool_bar.entered.connect(self.outside.enter)
        self.tool_bar.search_left.connect(handlers.close_search)
        self.tool_bar.search_box.help_wanted.connect(handlers.help.show_help)
        SideButtons(self).pressed.connect(handlers.go_about)
        theme.state.changed.connect(self._on_look_changed)
        assert self.acts.recent is not None
        self.acts.recent.aboutToShow.connect(handlers.fill_recent)

    @cached_property
    def start_view(self) -> "StartView":
        """The start screen, made when it is first shown."""
        from archive_app.ui.start_view import StartView

        made, handlers = StartView(), self.handlers
        made.new_requested.connect(handlers.new_archive)
        made.open_requested.connect(handlers.choose_archive)
        made.sample_requested.connect(handlers.open_sample)
        made.archive_chosen.connect(self.open_archive)
        made.archive_forgotten.connect(handlers.forget_archive)
        return made

    # Archives

    def open_archive(self, folder: Path, *, soon: bool = False) -> bool:
        """Open the archive in `folder` in the place of the one that is open; say why where that is not possible.

        With `soon` it is shown as soon as may be, and what it holds is counted right after that.
        """
        from archive_app.services import archives
        from archive_app.services.work import ProcessWork

        return self._take(lambda: archives.open_archive(folder, work=ProcessWork()), soon)

    def open_after_painting(self, folder: Path, link: str = "") -> None:
        """Open the archive in `folder`, at what a link leads to, as soon as the window can be seen."""

        def open_there() -> None:
            if self.open_archive(folder, soon=True) and link:
                self.outside.follow_link(link)

        page = WaitingPage(folder)
        page.painted.connect(open_there)
        page.painted.connect(page.deleteLater)
        self._show_nothing(page)
        self.tool_bar.show()

    def create_archive(self, folder: Path) -> bool:
        """Make an archive in `folder` and open it."""
        from archive_app.services import archives
        from archive_app.services.work import ProcessWork

        return self._take(lambda: archives.create_archive(folder, work=ProcessWork()))

    def _take(self, opening: Callable[[], "Archive"], soon: bool = False) -> bool:
        self.close_archive()
        try:
            archive = opening()
        except UserError as error:
            self.show_start()
            self.show_message(str(error), Kind.ERROR)
            return False
        self.message_bar.hide()
        try:
            self._show_archive(archive, soon)
        except BaseException:
            archive.close()
            raise
        self.settings.archives.remember(archive.folder)
        if archive.read_only:
            self.show_message(_("This archive can only be read here; nothing in it can be changed."))
        return True

    def _show_archive(self, archive: "Archive", soon: bool) -> None:
        from archive_app.ui.commands import Commands
        from archive_app.ui.jobs import Runner
        from archive_app.ui.library_menu import LibraryMenu
        from archive_app.ui.recent_tags import RecentTagActions
        from archive_app.ui.session import Session
        from archive_app.ui.workspace import Workspace

        runner = Runner(self)
        runner.started.connect(self.status_view.progress.watch)
        runner.broken.connect(self._on_broken)
        session = Session(archive, runner, self)
        session.changed.connect(self.message_bar.take_offer_back)
        session.refused.connect(self._on_refused)
        self.workspace = workspace = Workspace(session, self.settings)
        self._state.follow(session, workspace)
        workspace.told.connect(self.status_view.tell)
        workspace.desk.contents_requested.connect(self.handlers.reading.show_contents)
        workspace.desk.review_requested.connect(self.handlers.correcting.review)
        self.commands = Commands(workspace, self.settings, self.show_message, self)
        self._library_menu = LibraryMenu(workspace, self.commands)
        RecentTagActions(self.acts, workspace.reader.marking.recent)
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        if soon:
            workspace.library.stock.load_soon()
            QTimer.singleShot(_SOON_MS, workspace, self._add_search)
        else:
            workspace.library.stock.reload()
            self._add_search()
        workspace.show_first()
        workspace.library.list.setFocus()
        self.setWindowTitle(archive.name)
        self.setWindowFilePath(str(archive.folder))
        self.tool_bar.show()
        self._drops.hint = _("Let go to import these files")
        self._state.show_state()
        self.archive_shown.emit()

    def _add_search(self) -> None:
        """Make what searching needs, unless the archive was closed meanwhile."""
        from archive_app.ui.found_commands import FoundCommands
        from archive_app.ui.saved_searches import SavedSearches

        workspace = self.workspace
        if workspace is None or self.found_commands is not None:
            return
        self.found_commands = FoundCommands(workspace, self.settings, self.show_message, self)
        for name in ("annotate_found", "export_found"):
            workspace.search.view.head.actions_menu.addAction(self.acts[name])
        workspace.search.view.help_wanted.connect(self.handlers.help.show_help)
        workspace.search.view.follow(self.tool_bar.search_box)
        SavedSearches(workspace, self.settings, self.show_message, self.tool_bar.search_box, self)

    def close_archive(self) -> None:
        """Close the opened archive, if any, once the writes that were asked for are done."""
        workspace = self.workspace
        if workspace is None:
            return
        workspace.remember()
        session = workspace.session
        session.runner.close()
        session.close()
        session.archive.close()
        self.workspace = self.commands = self.found_commands = None
        self.status_view.progress.clear()
        self._stack.removeWidget(workspace)
        for dialog in self.findChildren(QDialog):
            dialog.deleteLater()
        for part in (workspace, session, session.runner):
            part.deleteLater()
        self.tool_bar.search_box.clear()
        self.show_start()

    def show_start(self) -> None:
        """Show the start screen."""
        self.start_view.show_recent(self.settings.archives.recent())
        self._show_nothing(self.start_view)
        self.tool_bar.hide()

    def _show_nothing(self, page: QWidget) -> None:
        """No archive is open; this page stands in the place of one."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.status_view.clear_all()
        self.setWindowTitle(_("Archive"))
        self.setWindowFilePath("")
        self._drops.hint = _("Let go to open this archive")
        self._state.show_state()

    # What is said

    def show_message(
        self, text: str, kind: Kind = Kind.INFO, actions: dict[str, Callable[[], object]] | None = None
    ) -> None:
        """Say something at the top of the window, without stopping anything."""
        self.message_bar.show_message(text, kind, actions)

    def _on_refused(self, text: str) -> None:
        self._closing = False
        self.show_message(text, Kind.ERROR)

    def _on_broken(self, error: Exception) -> None:
        self._closing = False
        if self._reporter is not None:
            self._reporter.report(error)

    def _on_look_changed(self) -> None:
        refresh_icons(self, self.acts)
        self.handlers.show_mode()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as in dialogs."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.animateClick()
        else:
            super().keyPressEvent(event)

    # Closing

    def _restore(self) -> None:
        geometry = self.settings.state("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
            self.resize(QSize(1280, 800).boundedTo(room))
        self.handlers.show_mode()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once every write that was asked for is done; stay open where one of them failed."""
        from archive_app.ui.jobs import Lane

        if self.workspace is not None:
            self.workspace.remember()
        if self.workspace is not None and self.workspace.session.runner.is_busy(Lane.WRITE):
            event.ignore()
            if not self._closing:
                self._closing = True
                QTimer.singleShot(_CLOSE_POLL_MS, self._close_again)
            return
        self.settings.keep_state("geometry", self.saveGeometry())
        if self.workspace is None:
            self.settings.archives.forget_last()
        self.close_archive()
        self.settings.sync()
        super().closeEvent(event)
        self.closed.emit()

    def _close_again(self) -> None:
        if self._closing:
            self._closing = False
            self.close()
