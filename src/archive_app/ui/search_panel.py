"""The parts of a search one under the other: what is asked and how, what is to be known of it, and the results."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from archive_app.core.errors import UserError
from archive_app.core.hits import SearchRequest, Tier
from archive_app.core.translation import _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.concordance_view import Lines
from archive_app.ui.labels import short
from archive_app.ui.results_view import ResultsView
from archive_app.ui.search_asking import Answer
from archive_app.ui.search_chips import NarrowedChips, TierChips
from archive_app.ui.search_head import SearchHead
from archive_app.ui.search_notes import SearchNotes

PORTION = 60
"""So many hits are fetched at a time; more come as the person scrolls."""


class SearchPanel(QWidget):
    """Lays the parts out and shows in them what it is given; `changed` tells that the person wants something else."""

    changed = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.head = SearchHead()
        self.chips = TierChips()
        self.narrowed = NarrowedChips()
        self.notes = SearchNotes()
        self.results = ResultsView()
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 8, 8)
        head.setSpacing(6)
        for part in (self.head, self.chips, self.narrowed, self.notes):
            head.addWidget(part)
        line = QFrame()
        line.setObjectName("line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(line)
        layout.addWidget(self.results, 1)
        self.setFocusProxy(self.results.list)
        for signal in (self.chips.changed, self.results.facets.narrowed, self.head.order_changed):
            signal.connect(self.changed)
        self.head.filters_wanted.connect(self._on_filters_wanted)
        self.narrowed.removed.connect(self.results.facets.take_off)
        self.narrowed.cleared.connect(self._on_cleared)
        self.results.empty.pressed.connect(self.widen)
        self.results.empty.set_link(_("How to search"))
        self.results.empty.link_pressed.connect(self.help_wanted)
        self.results.list.reason_refused.connect(self.chips.switch_off)
        theme.state.changed.connect(self._take_up_look)

    def _take_up_look(self) -> None:
        icons.refresh(self)

    # What is chosen

    def request(self, query: str, limit: int = PORTION) -> SearchRequest:
        """What is asked for a query with all that is chosen here."""
        narrowed = self.results.facets.facets.narrowed
        return SearchRequest(
            query=query,
            tiers=self.chips.tiers(),
            ijekavian=self.chips.ijekavian.isChecked(),
            foreign=self.chips.foreign.isChecked(),
            narrowed=narrowed,
            order=self.head.order,
            limit=limit,
            with_facets=self.head.filter_button.isChecked() or bool(narrowed),
        )

    def choose(self, request: SearchRequest) -> None:
        """Choose what was chosen with this request, without telling anybody."""
        self.chips.allow(request.tiers, ijekavian=request.ijekavian, foreign=request.foreign)
        self.results.facets.narrow(request.narrowed)
        self.head.show_order(request.order)

    def is_narrowed(self) -> bool:
        """Whether something is left out that could be found."""
        return self.chips.is_narrowed() or bool(self.results.facets.facets.narrowed)

    def widen(self) -> None:
        """Leave nothing out any more."""
        also = self.chips.ijekavian.isChecked(), self.chips.foreign.isChecked()
        self.chips.allow(Tier, ijekavian=also[0], foreign=also[1])
        self.results.facets.narrow({})
        self.changed.emit()

    def _on_cleared(self) -> None:
        self.results.facets.narrow({})
        self.changed.emit()

    def _on_filters_wanted(self, wanted: bool) -> None:
        self.results.show_filters(wanted)
        if wanted:
            self.changed.emit()  # the values were not counted before

    # What is shown

    def show_nothing(self) -> None:
        """Nothing is asked."""
        self.notes.clear()
        self.chips.show_words((), 0)
        self._show_chosen()
        self.head.show_state(_("Search"), "", has_query=False)
        hint = _("Words are found in both scripts and in every form. “Quotation marks” keep words together.")
        self.results.show_hint(_("What are you looking for?"), hint)

    def show_answer(self, answer: Answer, *, stay: bool) -> None:
        """Show what was found; with `stay` the list stays where it is scrolled."""
        result = answer.result
        self.results.list.show_hits(result.hits, answer.asked.query, stay=stay)
        self.chips.show_words(result.words, result.total)
        if answer.asked.with_facets:
            self.results.facets.show_counts(result.facets)
        self._show_chosen()
        self.show_summary(answer, None)
        if result.total:
            self.results.show_found()
        else:
            self._show_nothing_found()

    def show_summary(self, answer: Answer, lines: Lines | None) -> None:
        """Say how much was found, and what is to be known of it; `lines` where they are shown."""
        result = answer.result
        found = ngettext("{count} result for “{query}”", "{count} results for “{query}”", result.total)
        said = found.format(count=f"{result.total:,}", query=short(result.query, 50))
        if lines is not None and self.results.in_lines:
            count = len(lines.found.lines)
            found = ngettext("{count} line for “{query}”", "{count} lines for “{query}”", count)
            said = found.format(count=f"{count:,}", query=short(result.query, 50))
        self.head.show_state(said, result.query, has_query=True)
        self.notes.show_found(self._notices(answer, lines), result.suggestions)

    def _notices(self, answer: Answer, lines: Lines | None) -> list[str]:
        notices = list(answer.result.notices)
        if answer.is_begun:
            said = _("Nothing holds “{query}” as it stands; these begin with its last word.")
            notices.insert(0, said.format(query=short(answer.wanted.query, 40)))
        if self.results.in_lines and lines is not None and lines.found.read < lines.found.total:
            said = _(
                "These are the lines of the first {read} of {total} results. Narrow the search to see the others."
            )
            notices.append(said.format(read=f"{lines.found.read:,}", total=f"{lines.found.total:,}"))
        return notices

    def show_problem(self, query: str, error: Exception) -> None:
        """Say why a query could not be answered; older results stay, marked as such."""
        self.head.show_state(_("This could not be searched for"), query, has_query=False)
        if not isinstance(error, UserError):
            self.notes.clear()
            self.results.show_hint(_("Something went wrong"), _("Please try again."))
        elif self.results.has_rows():
            self.notes.show_problem(query, error)
            self.results.mark_stale()
        else:
            self.notes.show_problem(query, error, place_only=True)
            self.results.show_hint(_("Please write it differently"), str(error))

    def _show_chosen(self) -> None:
        facets = self.results.facets.facets
        self.head.show_chosen(sum(len(values) for values in facets.narrowed.values()))
        self.narrowed.show_narrowed(facets.narrowed, facets.labels)

    def _show_nothing_found(self) -> None:
        narrowed = self.is_narrowed()
        hint = (
            _("Nothing like this among what you chose above.")
            if narrowed
            else _(
                "No text, note, photo, event or source holds these words. Try fewer words, or a beginning: Kalem*."
            )
        )
        title = _("Nothing found yet") if self.notes.is_incomplete() else _("Nothing found")
        self.results.show_hint(title, hint, _("Search everything") if narrowed else "")
