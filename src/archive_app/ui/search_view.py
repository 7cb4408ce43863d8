"""Searching as a person types: what is asked, in which order the answers are shown, and what is opened."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from archive_app.core.hits import Hit, SearchRequest, SearchResult, Tier
from archive_app.core.translation import _
from archive_app.ui.concordance_view import Lines, find_lines
from archive_app.ui.search_asking import Answer, Asker, answer
from archive_app.ui.search_panel import PORTION, SearchPanel
from archive_app.ui.search_steering import Steering
from archive_app.ui.session import Session


class SearchView(SearchPanel):
    """Asks, and shows the newest answer; a hit is opened by click or Enter, a line by double click or Enter."""

    hit_activated = Signal(object)
    line_activated = Signal(object)
    left = Signal()
    """The person opened a result with Enter in the search box, and wants to go on in what it shows."""
    closed = Signal()
    result_shown = Signal(object)
    refused = Signal(object)
    """The query cannot be answered; carries the error."""
    lines_shown = Signal()
    """The lines of a concordance are there."""
    emptied = Signal()
    """Nothing is asked any more."""
    wide_wanted = Signal(bool)
    """The concordance needs more room than the list, or no longer."""
    query_taken = Signal(str)
    """The person took another query than the one that was typed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asker = Asker(session, _("Searching"), answer, self)
        self._lines_asker = Asker(session, _("Reading the concordance"), find_lines, self)
        self._steering: Steering | None = None
        self._opens_first = False
        self.query = ""
        self.answer: Answer | None = None
        """What is shown; None while nothing is asked, and where a query could not be answered."""
        self._connect()
        self.show_nothing()
        self._show_waiting()

    def _connect(self) -> None:
        self._asker.answered.connect(self._on_answered)
        self._asker.refused.connect(self._on_refused)
        self._lines_asker.answered.connect(self._on_lines)
        self._lines_asker.refused.connect(self._on_refused)
        self.results.hit_activated.connect(self.hit_activated)
        self.results.line_activated.connect(self.line_activated)
        self.results.list.escaped.connect(self.closed)
        self.results.lines.escaped.connect(self.closed)
        self.results.list.end_neared.connect(self._on_end_neared)
        self.results.lines.sorted.connect(self._ask_lines)
        self.head.lines_wanted.connect(self.show_lines)
        self.head.closed.connect(self.closed)
        self.changed.connect(self.ask)
        self.notes.suggested.connect(self.take)
        self._session.indexed.connect(self._on_indexed)
        self._session.index.progressed.connect(self._show_waiting)

    # Asking

    @property
    def result(self) -> SearchResult | None:
        """What was found, with all hits that are listed; None where nothing was asked or answered."""
        return self.answer.result if self.answer else None

    def asked(self) -> SearchRequest | None:
        """What the shown results answer, for doing something with all of them."""
        return replace(self.answer.asked, offset=0, limit=None, with_facets=False) if self.answer else None

    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._asker.is_waiting()

    def chosen_hits(self) -> list[Hit]:
        """The hits that are selected in the list."""
        return [] if self.results.in_lines else self.results.list.chosen_hits()

    def search(self, query: str) -> None:
        """Show what a query finds; what was shown before stays until then."""
        self.query = query.strip()
        self._opens_first = False
        self.ask()

    def take(self, query: str) -> None:
        """Search for another query than the one that was typed."""
        self.query_taken.emit(query)
        self.search(query)

    def take_up(self, request: SearchRequest) -> None:
        """Ask what was asked before: the query, and everything that was chosen with it."""
        self.choose(request)
        self.take(request.query)

    def reset(self) -> None:
        """Begin anew: nothing asked, nothing left out."""
        self.choose(SearchRequest(query="", tiers=frozenset(Tier), order=self.head.order))
        self.search("")

    def ask(self) -> None:
        """Ask again, with what is chosen now."""
        if not self.query:
            self._asker.forget()
            self._lines_asker.forget()
            self.answer = None
            self.show_nothing()
            self.emptied.emit()
            return
        again = self.answer is not None and self.answer.wanted.query == self.query
        shown = len(self.answer.result.hits) if self.answer and again else 0
        self.results.await_answer()
        self._asker.ask(self.request(self.query, max(shown, PORTION)))

    def _ask_lines(self) -> None:
        request = self.asked()
        if request is not None and self.results.in_lines:
            self.results.await_answer()
            self._lines_asker.ask(request, self.results.lines.order)

    def _on_end_neared(self) -> None:
        """Fetch further hits, if there are any."""
        if self.answer is None or self._asker.is_waiting():
            return
        shown = len(self.answer.result.hits)
        if 0 < shown < self.answer.result.total:
            self._asker.ask(replace(self.answer.asked, offset=shown, limit=PORTION, with_facets=False))

    # Answers

    def _on_answered(self, found: Answer) -> None:
        if found.asked.offset and self.answer is not None:
            self._extend(self.answer, found.result)
            return
        stay = self.answer is not None and self.answer.wanted.query == found.wanted.query
        self.answer = found
        self.show_answer(found, stay=stay)
        self._show_waiting()
        self._ask_lines()
        self.result_shown.emit(found.result)
        self.results.list.look_at_end()
        if self._opens_first and not self.results.in_lines:
            self.open_first()

    def _extend(self, shown: Answer, more: SearchResult) -> None:
        known = {hit.id for hit in shown.result.hits}
        added = tuple(hit for hit in more.hits if hit.id not in known)
        total = more.total if added else len(known)  # where nothing new comes, nothing more is asked for
        self.answer = replace(
            shown, result=replace(shown.result, hits=shown.result.hits + added, total=total)
        )
        self.results.list.extend(added)
        self.results.list.look_at_end()

    def _on_lines(self, lines: Lines) -> None:
        if self.answer is None:
            return
        self.results.lines.show_lines(lines)
        if lines.found.lines:
            self.results.show_found()
        self.show_summary(self.answer, lines)
        self.lines_shown.emit()
        if self._opens_first:
            self.open_first()

    def _on_refused(self, error: Exception) -> None:
        self.answer = None
        self._opens_first = False
        self._lines_asker.forget()
        self.show_problem(self.query, error)
        self._session.index.look_again()
        self.refused.emit(error)

    def _show_waiting(self) -> None:
        self.notes.show_index_state(self._session.index.progress.state)

    def _on_indexed(self) -> None:
        """What was found before may not be all."""
        if self.isVisible() and self.query:
            self.ask()
        self._show_waiting()

    # What the person does

    def show_lines(self, in_lines: bool) -> None:
        """Show the concordance in the place of the list, or the other way round."""
        self.head.show_lines(in_lines)
        self.results.set_in_lines(in_lines)
        self.setFocusProxy(self.results.lines if in_lines else self.results.list)
        self.wide_wanted.emit(in_lines)
        if in_lines:
            self._ask_lines()
        elif self.answer is not None:
            self.show_summary(self.answer, None)

    def step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) result."""
        self.results.step(step)

    def activate(self) -> bool:
        """Open the result that was gone to, or the first one; False where there is none."""
        opened = self.answer is not None and self.results.activate()
        if opened:
            self.left.emit()
        return opened

    def open_first(self) -> None:
        """Open the first result, now or when it is there."""
        for_lines = self.results.in_lines and self._lines_asker.is_waiting()
        self._opens_first = self.is_asking() or for_lines
        if not self._opens_first:
            self.activate()

    def follow(self, box: QLineEdit) -> None:
        """Let the arrow keys and Enter in a search box work on the results."""
        self._steering = Steering(self, box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
