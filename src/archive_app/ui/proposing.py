"""Going through the proposals of the text that is read: which one is looked at, what was decided, what comes next.

Nothing waits for the archive: the next proposal is shown at once, with the events that were looked for before, and
what the decision changed comes after it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject

from archive_app.core.changes import Changes
from archive_app.core.dates import format_date
from archive_app.core.errors import UserError
from archive_app.core.kinds import PassageKind
from archive_app.core.translation import _, ngettext
from archive_app.services import dating, events, proposal_labels, proposals, proposing
from archive_app.services.annotating import short
from archive_app.services.dating import Confidence
from archive_app.services.proposal_labels import Shown
from archive_app.services.proposals import Proposal, Proposals
from archive_app.services.proposing import NewEvent
from archive_app.services.sources import Reading
from archive_app.ui.jobs import Lane
from archive_app.ui.proposal_drafts import Drafts
from archive_app.ui.proposal_end import ProposalEnd
from archive_app.ui.proposal_view import ProposalView
from archive_app.ui.proposal_walk import Walk
from archive_app.ui.session import Session

if TYPE_CHECKING:
    from archive_app.ui.workspace import Workspace

_GLANCE_MS = 300
"""So long a person looks before they decide, at least."""
_AHEAD = 30
"""For so many proposals events are looked for at once."""
_TOUCHING = ("annotations", "links", "events", "refusals", "texts", "sources")


class Proposing(QObject):
    """Leads through the proposals of the text that is read, and of the one that is read after it."""

    def __init__(self, workspace: "Workspace", view: ProposalView) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._session: Session = workspace.session
        self.view = view
        self._walk = Walk()
        self._drafts = Drafts(view.new, view.says)
        self._is_on = False
        self._is_asking = self._ask_again = False
        self._writing = 0
        self._looking = QElapsedTimer()
        """Since when the proposal is looked at."""
        self._asked_at = -1
        """The number of the decision before which it was asked, where nothing was being written; else -1."""
        self._end = ProposalEnd(workspace, view)
        view.link_wanted.connect(self.link)
        view.new_wanted.connect(self.link_to_new)
        view.aside_wanted.connect(self.set_aside)
        view.refusal_wanted.connect(self.refuse)
        view.step_wanted.connect(self.step)
        view.also_wanted.connect(self.link_also)
        view.cards.picker_entered.connect(self._offer_events)
        workspace.desk.source_shown.connect(self._on_source_shown)
        self._session.changed.connect(self._on_changed)

    # What is open

    def turn_on(self, on: bool) -> None:
        """Follow the text that is read, or rest while nobody looks."""
        self._is_on = on
        if on:
            self._take_up_text()

    def _reading(self) -> Reading | None:
        return self._workspace.reader.reading

    def _take_up_text(self) -> None:
        reading = self._reading()
        if reading is None:
            self._walk = Walk()
            self.view.show_count(_("Proposals"), "")
            self.view.show_done("", can_link_also=False)
            self.view.show_empty(
                _("No text is open"), _("Open a source with a text to go through the dates in it.")
            )
            return
        if self._walk.text_id != reading.text.id:
            self._walk = Walk(reading.text.id)
            self.view.show_count(_("Proposals"), "")
            self.view.show_done("", can_link_also=False)
            self.view.show_empty(_("Looking for dates…"), "")
        self._ask()

    def _ask(self) -> None:
        """Work out anew what is open, beside the window."""
        if self._is_asking:
            self._ask_again = True
            return
        if not self._walk.text_id:
            return
        self._is_asking, self._ask_again = True, False
        self._asked_at = -1 if self._writing else self._walk.decisions
        self._session.runner.start(
            Lane.SEARCH,
            _("Looking for proposals"),
            proposals.find_proposals,
            self._session.archive,
            self._walk.text_id,
            first=self._walk.place,
            most=_AHEAD,
            done=self._on_found,
            failed=self._on_not_found,
        )

    def _on_not_found(self, error: Exception) -> None:
        self._is_asking = False
        if isinstance(error, UserError) and self._is_on:
            self._take_up_text()  # the text was corrected or deleted meanwhile

    def _on_found(self, found: Proposals) -> None:
        self._is_asking = False
        if found.text_id == self._walk.text_id:
            before = self._walk.current
            # Who came to this text by another way and is busy elsewhere stays at their place in it.
            stays = self._walk.found is None and not self.view.has_keyboard()
            if self._walk.take_up(found, is_newest=self._asked_at == self._walk.decisions):
                self.view.show_done("", can_link_also=False)  # it was taken back
            self._show(again=before is not None and self._walk.is_at(before), stays=stays)
        if self._ask_again and self._is_on:
            self._ask()

    def _on_source_shown(self, _source_id: str) -> None:
        if self._is_on:
            self._take_up_text()

    def _on_changed(self, changes: Changes) -> None:
        if self._is_on and changes.touches(*_TOUCHING):
            self._take_up_text()

    # What is shown

    def _show(self, *, again: bool = False, stays: bool = False) -> None:
        """Show the proposal that is looked at; `again` where only more is known about it. With `stays` the text is not
        turned to it."""
        self._show_counts()
        current, reading = self._walk.current, self._reading()
        if current is None or reading is None:
            self._show_end()
            return
        if not again or not self.view.is_deciding():
            self._show_passage(current, reading)
            if not stays:
                self._turn_to(current, reading)
        self.view.show_candidates(self._shown(current), reading.source.id, is_ranked=current.is_ranked)
        if not current.is_ranked:
            self._ask()

    def _show_passage(self, current: Proposal, reading: Reading) -> None:
        first, last = current.sentence.start, current.sentence.end
        start, end = current.span.start - first, current.span.end - first
        self.view.show_passage(
            reading.letters[first:last],
            start,
            end,
            is_date=current.mention is not None,
            is_caption=_is_in_caption(reading, first),
        )
        self._show_date(current, reading)
        archive = self._session.archive
        new = proposing.suggested_event(archive, reading.text.id, current)
        self._looking.start()
        says = proposing.suggested_statement(archive, current)
        self._drafts.show(reading.text.id, current.span, new, says)

    def _turn_to(self, current: Proposal, reading: Reading) -> None:
        """Show the place in the text."""
        marked = ((current.span.start, current.span.end),)
        sentence = current.sentence
        self._workspace.showing.show_place(reading.text.id, sentence.start, sentence.end, marked)

    def _show_date(self, current: Proposal, reading: Reading) -> None:
        mention = current.mention
        titles = proposal_labels.titles(self._session.archive, current.linked)
        if mention is None:
            why = _("This passage has no date of its own; its words are those of an event.")
            self.view.show_date(_("No date"), why, unsure=False, linked=titles)
            return
        words = None if mention.origin is None else " ".join(reading.letters[slice(*mention.origin)].split())
        self.view.show_date(
            format_date(mention.edtf),
            dating.explanation(mention, words),
            unsure=mention.confidence is Confidence.POSSIBLE,
            linked=titles,
        )

    def _shown(self, current: Proposal) -> list[Shown]:
        """Its candidates. What comes while the person hardly looked yet may come first; later on keys stay."""
        keeps = self._looking.isValid() and self._looking.elapsed() > _GLANCE_MS
        return proposal_labels.shown(self._session.archive, self._walk.candidates(current, keeps_order=keeps))

    def _show_counts(self) -> None:
        found = self._walk.found
        if found is None:
            return
        left, undated = self._walk.left, self._walk.left_undated
        count = ngettext("{count} proposal left", "{count} proposals left", left).format(count=f"{left:,}")
        if undated:
            count = _("{proposals}, {count} without a date").format(proposals=count, count=f"{undated:,}")
        tally = ngettext(
            "{dates} date: {linked} linked, {aside} set aside",
            "{dates} dates: {linked} linked, {aside} set aside",
            found.dates,
        ).format(dates=f"{found.dates:,}", linked=f"{found.linked:,}", aside=f"{found.set_aside:,}")
        self.view.show_count(count, tally)

    def _show_end(self) -> None:
        found = self._walk.found
        if found is not None and not (self._is_asking and self._walk.left):
            self._end.show(self._walk.text_id, found)

    # What the person decides

    def step(self, step: int) -> None:
        """Leave the proposal for later and go to the next one (1), or go back to the one before (-1)."""
        self._walk.step(step)
        self.view.show_done("", can_link_also=False)
        self._show()

    def link(self, event_id: str) -> None:
        """Link the passage to an event."""
        says = self.view.says.statement()
        title = next(iter(proposal_labels.titles(self._session.archive, [event_id])), "")
        self._decide(_("Linking"), proposing.link, event_id, says, said=title, linked_to=event_id)

    def _offer_events(self) -> None:
        """Let the person find any event of the archive."""
        archive = self._session.archive
        every = [row.event for row in events.list_events(archive)]
        self.view.cards.picker.set_events(every, events.recent_events(archive))

    def link_to_new(self, new: NewEvent) -> None:
        """Make an event of the passage."""
        says = self.view.says.statement()
        self._decide(_("Adding an event"), proposing.link_to_new, new, says, said=new.title)

    def _decide(
        self, task: str, service: Callable[..., object], *args: object, said: str, linked_to: str = ""
    ) -> None:
        current = self._walk.current
        if current is None or self._session.archive.read_only:
            return
        self._write(task, service, self._walk.text_id, current, *args)
        self._walk.link(linked_to)
        self.view.show_done(_("✓ Linked to “{title}”").format(title=short(said, 40)), can_link_also=True)
        self._show()

    def set_aside(self) -> None:
        """Remember that the passage is nothing to link."""
        current = self._walk.current
        if current is None or self._session.archive.read_only:
            return
        self._write(_("Setting aside"), proposing.refuse, self._walk.text_id, current.span)
        words = self._workspace.reader.letters[current.span.start : current.span.end]
        self._walk.set_aside()
        self.view.show_done(_("Set aside: “{words}”").format(words=short(words, 40)), can_link_also=False)
        self._show()

    def refuse(self, event_id: str) -> None:
        """Remember that the passage speaks of another event than this one."""
        current = self._walk.current
        if current is None or self._session.archive.read_only:
            return
        self._write(_("Setting aside"), proposing.refuse, self._walk.text_id, current.span, event_id)
        self._walk.refuse(event_id)
        self._show(again=True)

    def link_also(self) -> None:
        """Show again what was linked last, to link it to another event too."""
        if self._walk.go_to_linked() and self._walk.current is not None:
            self._drafts.forget(self._walk.text_id, self._walk.current.span)
            self.view.show_done(_("The same passage once more"), can_link_also=False)
            self._show()

    def _write(self, task: str, service: Callable[..., object], *args: object) -> None:
        self._writing += 1
        self._session.write(task, service, *args, done=self._on_written, failed=self._on_refused)

    def _on_written(self, _made: object) -> None:
        self._writing -= 1
        if not self._writing:
            self._ask()

    def _on_refused(self, error: Exception) -> None:
        self._writing -= 1
        self.view.show_done("", can_link_also=False)
        self._session.refused.emit(str(error))
        self._walk.reopen()
        self._show()
        self._ask()


def _is_in_caption(reading: Reading, place: int) -> bool:
    """Whether a place of a text is in the caption of a photo."""
    return any(
        passage.kind is PassageKind.CAPTION and passage.start <= place < passage.end
        for passage in reading.passages
    )
