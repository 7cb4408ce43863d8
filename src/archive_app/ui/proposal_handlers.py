"""What the action for proposals does: it opens the panel, which is made when it is first wanted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from archive_app.core.translation import _, ngettext
from archive_app.ui.jobs import Lane

if TYPE_CHECKING:  # loaded with the first archive, so that the window is there at once
    from archive_app.services.proposals import OpenSource
    from archive_app.ui.main_window import MainWindow
    from archive_app.ui.workspace import Workspace


class ProposalHandlers(QObject):
    """The panel is a tab beside the text, one in each workspace."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def table(self) -> dict[str, Callable[[], object]]:
        """A function for each action, by the names in `action_list.MENUS`."""
        return {"show_proposals": self.show_proposals}

    def show_proposals(self) -> None:
        """Show the panel and put the keyboard into it."""
        workspace = self._window.workspace
        if workspace is None:
            return
        tab = next(iter(workspace.inspector.findChildren(ProposalTab)), None) or ProposalTab(workspace)
        tab.open()


class ProposalTab(QObject):
    """The panel among the tabs beside the text: it works only while it can be seen."""

    def __init__(self, workspace: "Workspace") -> None:
        from archive_app.ui.proposal_view import ProposalView
        from archive_app.ui.proposing import Proposing

        super().__init__(workspace.inspector)
        self._workspace = workspace
        self._tabs = workspace.inspector.tabs
        self.view: ProposalView = ProposalView(read_only=workspace.session.archive.read_only)
        self.proposing: Proposing = Proposing(workspace, self.view)
        self._tabs.addTab(self.view, _("Proposals"))
        self.view.installEventFilter(self)
        self.view.left.connect(workspace.keyboard.to_page)
        self.view.sources_wanted.connect(self._count_sources)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel comes into view, or leaves it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.proposing.turn_on(event.type() == QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def open(self) -> None:
        """Show it, with the keyboard in it."""
        self._workspace.open_inspector()
        self._tabs.setCurrentWidget(self.view)
        self.view.setFocus()

    def _count_sources(self) -> None:
        from archive_app.services import proposals

        session = self._workspace.session
        session.runner.start(
            Lane.SEARCH,
            _("Counting open dates"),
            proposals.open_by_source,
            session.archive,
            done=self._show_sources,
        )

    def _show_sources(self, found: "Sequence[OpenSource]") -> None:
        """Let the person choose a source to go on with."""
        from archive_app.ui.chooser import Chooser
        from archive_app.ui.palette_entries import Entry

        if not found:
            self._workspace.session.refused.emit(_("No date of any source waits to be looked at."))
            return
        chooser = Chooser(
            self._workspace.desk, _("Sources with open dates"), _("Which source do you want to go on with?")
        )
        chooser.taken.connect(self._on_source_taken)
        chooser.open(
            [Entry(one.source.id, one.source.title, _open_words(one.open_dates), "source") for one in found]
        )

    def _on_source_taken(self, source_id: str) -> None:
        self._workspace.showing.show_source(source_id)
        self.open()


def _open_words(count: int) -> str:
    return ngettext("{count} date is open", "{count} dates are open", count).format(count=f"{count:,}")
