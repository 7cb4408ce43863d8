"""What a person wrote about proposals, kept while they look at others."""

from archive_app.core.spans import Span
from archive_app.services.proposing import NewEvent, Statement
from archive_app.ui.proposal_forms import NewEventForm, StatementForm

_Place = tuple[str, Span]


class Drafts:
    """Fills the forms: with what the person wrote there when they saw the same proposal before, else as proposed."""

    def __init__(self, new: NewEventForm, says: StatementForm) -> None:
        self._new, self._says = new, says
        self._written: dict[_Place, tuple[NewEvent, Statement]] = {}
        self._at: _Place | None = None
        self._proposed = self._now()

    def show(self, text_id: str, span: Span, new: NewEvent, says: Statement) -> None:
        """Show the forms of the proposal at a place of a text."""
        self._keep()
        self._at = text_id, span
        self._new.show_event(new)
        self._says.show_statement(says)
        self._proposed = self._now()
        if self._at in self._written:
            new, says = self._written[self._at]
            self._new.show_event(new)
            self._says.show_statement(says)

    def forget(self, text_id: str, span: Span) -> None:
        """Propose anew what was written of a proposal: it served already."""
        self._written.pop((text_id, span), None)

    def _keep(self) -> None:
        if self._at is None:
            return
        if self._now() == self._proposed:
            self._written.pop(self._at, None)
        else:
            self._written[self._at] = self._now()

    def _now(self) -> tuple[NewEvent, Statement]:
        return self._new.event_wanted(), self._says.statement()
