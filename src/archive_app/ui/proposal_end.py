"""What comes once all proposals of a text are settled: what was set aside once more, or the next source."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archive_app.core.translation import _
from archive_app.services import proposals, proposing
from archive_app.services.annotating import short
from archive_app.services.proposals import OpenSource, Proposals
from archive_app.ui.jobs import Lane
from archive_app.ui.proposal_view import ProposalView

if TYPE_CHECKING:
    from archive_app.ui.workspace import Workspace


class ProposalEnd(QObject):
    """Says that nothing is left in a text, and leads on."""

    def __init__(self, workspace: "Workspace", view: ProposalView) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._session = workspace.session
        self._view = view
        self._text_id = ""
        self._words = ""
        self._next_source: OpenSource | None = None
        view.empty.pressed.connect(self._go_on)
        view.empty.link_pressed.connect(self._propose_again)

    def show(self, text_id: str, found: Proposals) -> None:
        """Say that this text is done, and count what is open elsewhere."""
        self._text_id = text_id
        self._next_source = None
        again = _("Propose again what was set aside")
        can_propose_again = found.set_aside and not self._session.archive.read_only
        title, self._words = _("All done"), _("Every date of this text is linked to an event or set aside.")
        if not found.dates:
            title = _("No dates were found")
            self._words = _(
                "This text names no day, month or year. Select words that tell of an event and tie them to it (Ctrl+E)."
            )
        self._view.show_empty(title, self._words, "", again if can_propose_again else "")
        self._session.runner.start(
            Lane.SEARCH,
            _("Counting open dates"),
            proposals.open_by_source,
            self._session.archive,
            done=self._on_sources_counted,
        )

    def _on_sources_counted(self, found: Sequence[OpenSource]) -> None:
        """Offer the next source that has open dates, or say where the whole can be seen."""
        reader = self._workspace.reader
        if self._view.is_deciding() or reader.text_id != self._text_id:
            return
        others = [one for one in found if one.source.id != reader.source_id]
        if not others:
            more = _("No other source waits. Where the sources disagree is under Conflicts (Ctrl+Shift+X).")
            self._view.empty.text.setText(f"{self._words} {more}")
            return
        self._next_source = others[0]
        words = _("Go on with “{title}” ({count})").format(
            title=short(others[0].source.title, 24), count=f"{others[0].open_dates:,}"
        )
        self._view.empty.button.setText(words)
        self._view.empty.button.show()

    def _go_on(self) -> None:
        if self._next_source is not None:
            self._workspace.showing.show_source(self._next_source.source.id)
            self._view.setFocus()

    def _propose_again(self) -> None:
        if self._text_id:
            self._session.write(_("Proposing again"), proposing.take_back_all, self._text_id)
