"""Annotating everything that a search found, after a look at what would be done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.changes import Changes
from archive_app.core.errors import UserError
from archive_app.core.hits import Hit, SearchRequest
from archive_app.core.records import Event
from archive_app.core.translation import _, ngettext
from archive_app.services import searching
from archive_app.services.archives import Archive
from archive_app.services.searching import AnnotationPlan
from archive_app.ui import theme
from archive_app.ui.empty_state import EmptyState
from archive_app.ui.event_dialog import EventDialog
from archive_app.ui.found_marking_form import FoundMarkingForm, Marking
from archive_app.ui.jobs import Task
from archive_app.ui.labels import short
from archive_app.ui.plain_text import plain_label
from archive_app.ui.planned_list import PlannedList
from archive_app.ui.search_asking import Asker
from archive_app.ui.session import Session
from archive_app.ui.wrapped_label import WrappedLabel

MOST = 2_000
"""So many results are annotated at a time at most."""
_REST_MS = 300


@dataclass(frozen=True, slots=True)
class Preview:
    """The hits, and what would become of them; why nothing would where `plan` is None."""

    hits: tuple[Hit, ...]
    plan: AnnotationPlan | None
    refusal: str = ""


def preview(archive: Archive, what: SearchRequest | tuple[Hit, ...], marking: Marking) -> Preview:
    """Find the hits of a request, unless they are given, and say what would be done with them.

    Runs in the lane for searches; raises UserError as searching does.
    """
    hits = searching.search(archive, what).hits if isinstance(what, SearchRequest) else what
    try:
        return Preview(hits, searching.plan_annotations(archive, hits, **marking.options()))
    except UserError as error:
        return Preview(hits, None, str(error))


class AnnotateFoundDialog(QDialog):
    """Asks what to put on the hits, shows what would be done, and does it. `annotated` carries how many were made.

    Not modal: the archive can be read and searched meanwhile.
    """

    annotated = Signal(int)

    def __init__(
        self,
        session: Session,
        request: SearchRequest,
        total: int,
        chosen: Sequence[Hit] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`request` is what was searched for, with `total` results; `chosen` are those that the person selected."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Annotate what was found"))
        self.resize(940, 620)
        self._session = session
        self._request = replace(request, limit=MOST, offset=0, with_facets=False)
        self._total = total
        self._chosen = tuple(chosen)
        self._found: tuple[Hit, ...] | None = None
        self._preview: Preview | None = None
        self._task: Task | None = None
        self.chosen_only = QRadioButton()
        self.all_found = QRadioButton()
        self.form = FoundMarkingForm(session.archive)
        self.list = PlannedList()
        self.summary = WrappedLabel()
        self.reasons = WrappedLabel(muted=True)
        self.error = WrappedLabel()
        self.error.setObjectName("wrong")
        self.error.hide()
        self.empty = EmptyState("highlight")
        self.tick_all = QPushButton(_("Tick a&ll"))
        self.tick_none = QPushButton(_("Tick n&one"))
        self.start_button = QPushButton()
        self.close_button = QPushButton(_("Cancel"))
        self._asker = Asker(session, _("Looking at what would be annotated"), preview, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._build()
        self._connect()
        self._show_scope()
        self._ask()

    # Layout

    def _build(self) -> None:
        left = QFrame()
        left.setFixedWidth(312)
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 20, 8)
        column.setSpacing(6)
        query = plain_label(
            _("Results for “{query}”").format(query=short(self._request.query, 80)), wrap=True
        )
        query.setFont(theme.interface_font(weight=600))
        column.addWidget(query)
        column.addWidget(self.chosen_only)
        column.addWidget(self.all_found)
        column.addSpacing(theme.SPACE)
        column.addWidget(self.form, 1)
        right = QFrame()
        right.setObjectName("pane")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(self._head())
        beside.addWidget(_line())
        beside.addWidget(self.list, 1)
        beside.addWidget(self.empty, 1)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(left)
        halves.addWidget(_line(upright=True))
        halves.addWidget(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(halves, 1)
        layout.addWidget(_line())
        layout.addLayout(self._foot())
        self.empty.hide()

    def _head(self) -> QVBoxLayout:
        self.summary.setFont(theme.interface_font(weight=600))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.summary, 1)
        for button in (self.tick_all, self.tick_none):
            button.setFlat(True)
            button.setAutoDefault(False)
            row.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(14, 8, 8, 8)
        head.setSpacing(2)
        head.addLayout(row)
        head.addWidget(self.reasons)
        return head

    def _foot(self) -> QHBoxLayout:
        self.start_button.setDefault(True)
        self.close_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 14)
        row.setSpacing(theme.SPACE)
        row.addWidget(self.error, 1)
        row.addStretch()
        row.addWidget(self.start_button)
        row.addWidget(self.close_button)
        return row

    def _connect(self) -> None:
        self._asker.answered.connect(self._on_planned)
        self._asker.refused.connect(self._on_refused)
        self._rest.timeout.connect(self._ask)
        self.form.changed.connect(self._ask)
        self.form.typed.connect(self._rest.start)
        self.form.new_event_wanted.connect(self._on_new_event_wanted)
        self.all_found.toggled.connect(self._on_scope_chosen)
        self.list.planned.ticked.connect(self._show_state)
        self.tick_all.clicked.connect(self._on_tick_all)
        self.tick_none.clicked.connect(self._on_tick_none)
        self.start_button.clicked.connect(self.start)
        self.close_button.clicked.connect(self.reject)
        self._session.changed.connect(self._on_changed)

    def _show_scope(self) -> None:
        """Offer the chosen hits where there are several, else all."""
        count = len(self._chosen)
        said = ngettext("The {count} &chosen result", "The {count} &chosen results", count)
        self.chosen_only.setText(said.format(count=f"{count:,}"))
        if self._total > MOST:
            said = _("The first {most} of {total} &results")
        else:
            said = ngettext("{total} &result", "All {total} &results", self._total)
        self.all_found.setText(said.format(most=f"{MOST:,}", total=f"{self._total:,}"))
        (self.chosen_only if count > 1 else self.all_found).setChecked(True)
        self.chosen_only.setVisible(count > 1)
        self.all_found.setVisible(count > 1 or self._total > MOST)

    # The preview

    def _ask(self) -> None:
        self._rest.stop()
        every: SearchRequest | tuple[Hit, ...] = self._request if self._found is None else self._found
        self._asker.ask(self._chosen if self.chosen_only.isChecked() else every, self.form.marking())
        self._show_state()

    def _on_scope_chosen(self, _checked: bool) -> None:
        self._ask()

    def _on_planned(self, shown: Preview) -> None:
        if self.all_found.isChecked():
            self._found = shown.hits
        self._preview = shown
        if shown.plan is not None:
            self.list.show_planned(shown.plan.planned, self.form.marking().colour)
        self._show_state()

    def _on_refused(self, error: Exception) -> None:
        self._preview = Preview((), None, str(error))
        self._show_state()

    def _on_changed(self, changes: Changes) -> None:
        if self._task is None and changes.touches(
            "annotations", "tags", "events", "texts", "sources", "photos"
        ):
            self.form.take_up_known()
            self._ask()

    def _show_state(self) -> None:
        """Say what would be done, and let the person do it if there is anything to do."""
        plan = self._preview.plan if self._preview else None
        count = len(self.list.planned.wanted()) if plan else 0
        is_settled = self._task is None and not self._asker.is_waiting()
        self.start_button.setEnabled(bool(count) and is_settled)
        for button in (self.tick_all, self.tick_none):
            button.setVisible(plan is not None)
        self.list.setVisible(plan is not None)
        self.empty.setVisible(plan is None)
        if plan is None:
            refusal = self._preview.refusal if self._preview else ""
            title = _("Nothing to annotate yet") if refusal else _("Looking…")
            self.empty.show_hint(title, refusal)
        self.start_button.setText(
            ngettext("&Annotate {count} result", "&Annotate {count} results", count).format(
                count=f"{count:,}"
            )
            if count
            else _("&Annotate")
        )
        self.summary.setText(_summary(count, plan))
        self.reasons.setText(_reasons(plan))
        self.reasons.setVisible(bool(self.reasons.text()))

    # What the person does

    def _on_tick_all(self) -> None:
        self.list.planned.want(True)

    def _on_tick_none(self) -> None:
        self.list.planned.want(False)

    def _on_new_event_wanted(self, title: str) -> None:
        dialog = EventDialog(self._session, None, self, title=title)
        dialog.saved.connect(self._on_event_made)
        dialog.show()

    def _on_event_made(self, event: Event) -> None:
        self.form.take_up_known()
        self.form.choose_event(event.id)

    def start(self) -> None:
        """Annotate what is ticked, in one operation."""
        if self.form.tags.line.text().strip():
            self.form.tags.commit()
        hits = [one.hit for one in self.list.planned.wanted()]
        self.error.hide()
        self._task = self._session.write(
            _("Annotating what was found"),
            searching.annotate_hits,
            hits,
            done=self._on_done,
            failed=self._on_failed,
            with_progress=True,
            **self.form.marking().options(),
        )
        self._task.cancelled.connect(self._on_cancelled)
        self._show_state()

    def _on_done(self, made: list[str]) -> None:
        self._task = None
        self.annotated.emit(len(made))
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self.error.setText(short(str(error), 200))
        self.error.show()
        self._show_state()
        self.show()

    def _on_cancelled(self) -> None:
        self._task = None
        self._show_state()

    def reject(self) -> None:
        """Close; while annotating, only hide: what was done is still to be said."""
        if self._task is not None:
            self.hide()
        else:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line of tags or events ends what is typed there."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (is_enter and self.form.writes_in_line(self.focusWidget())):
            super().keyPressEvent(event)


def _summary(count: int, plan: AnnotationPlan | None) -> str:
    if plan is None:
        return ""
    said = ngettext("{count} of {total} will be annotated", "{count} of {total} will be annotated", count)
    return said.format(count=f"{count:,}", total=f"{len(plan.planned):,}")


def _reasons(plan: AnnotationPlan | None) -> str:
    """Why some are left out, and how many for each reason."""
    if plan is None:
        return ""
    reasons = Counter(one.skipped for one in plan.skipped)
    return "\n".join(
        ngettext("{count} left out: {reason}", "{count} left out: {reason}", count).format(
            count=f"{count:,}", reason=reason
        )
        for reason, count in reasons.most_common()
    )


def _line(*, upright: bool = False) -> QFrame:
    line = QFrame()
    line.setObjectName("upright" if upright else "line")
    return line
