"""The status bar: what is in the archive, whether search is up to date, and what is being done right now."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QStatusBar, QToolButton, QWidget

from archive_app.core.translation import N_, _, ngettext
from archive_app.ui import icons, theme
from archive_app.ui.index_state import IndexState
from archive_app.ui.plain_text import plain_label, tip

if TYPE_CHECKING:
    from archive_app.ui.jobs import Task

_SHOW_AFTER_MS = 500
_TOLD_FOR_MS = 8000
_SEARCH_STATES = {
    IndexState.READY: (N_("Search is up to date"), N_("Everything in the archive can be found.")),
    IndexState.BEHIND: (N_("Search is catching up…"), N_("New changes will be found in a moment.")),
    IndexState.NEW: (
        N_("Search is not complete yet"),
        N_("The search index is being made; what is not in it yet cannot be found."),
    ),
    IndexState.DAMAGED: (
        N_("Search is being repaired"),
        N_("The search index was damaged and is being made anew; your archive is whole."),
    ),
    IndexState.STOPPED: (
        N_("Search is not up to date"),
        N_("Indexing was stopped. It goes on with the next change, or when the archive is opened again."),
    ),
}


class StatusView(QStatusBar):
    """Shows counts on the left, the state of search and running work on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setMinimumHeight(30)
        self.counts = QLabel()
        self.counts.setObjectName("muted")
        self.counts.setContentsMargins(12, 0, 0, 0)
        self.search_state = QLabel()
        self.search_state.setObjectName("muted")
        self.search_state.setContentsMargins(0, 0, 12, 0)
        self.progress = ProgressView()
        self.addWidget(self.counts)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.search_state)

    def show_counts(self, counts: dict[str, int], *, read_only: bool = False) -> None:
        """Say how many records of each type there are."""
        parts = [
            ngettext("{count} source", "{count} sources", counts["sources"]).format(count=counts["sources"]),
            ngettext("{count} photo", "{count} photos", counts["photos"]).format(count=counts["photos"]),
            ngettext("{count} annotation", "{count} annotations", counts["annotations"]).format(
                count=counts["annotations"]
            ),
            ngettext("{count} event", "{count} events", counts["events"]).format(count=counts["events"]),
        ]
        if read_only:
            parts.insert(0, _("open for reading only"))
        self.counts.setText("  ·  ".join(parts))

    def tell(self, words: str) -> None:
        """Say something in the place of the counts, for a while."""
        self.showMessage(words, _TOLD_FOR_MS)

    def show_search_state(self, state: IndexState) -> None:
        """Say whether everything can be found."""
        said, explained = _SEARCH_STATES[state]
        self.search_state.setText(_(said))
        self.search_state.setToolTip(_(explained))

    def clear_all(self) -> None:
        """No archive is open."""
        self.counts.clear()
        self.search_state.clear()


class ProgressView(QWidget):
    """The task that runs longest: its title, how far it is, and a button to stop it. Appears after half a second.

    Where several run at once, a button tells how many more and shows all of them; each can be stopped there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self._steps: dict[Task, tuple[int, int, str]] = {}
        """How far each task is, also while it is not shown."""
        self._label = plain_label()
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more_button = QToolButton()
        self.more_button.setObjectName("quiet")
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setToolTip(_("Show everything that is running"))
        self._menu = QMenu(self.more_button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more_button.setMenu(self._menu)
        self.more_button.hide()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(_("Progress"))
        self.stop_button = QToolButton()
        self.stop_button.setIconSize(QSize(14, 14))
        self.stop_button.setToolTip(_("Stop (Ctrl+.)"))
        self.stop_button.setAccessibleName(_("Stop"))
        icons.put(self.stop_button, "close")
        self.stop_button.clicked.connect(self._on_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.SPACE, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._label)
        layout.addWidget(self.more_button)
        layout.addWidget(self._bar)
        layout.addWidget(self.stop_button)
        self.hide()

    def watch(self, task: "Task") -> None:
        """Show this task if it takes longer than half a second."""
        timer = QTimer(task)
        timer.setSingleShot(True)
        timer.setInterval(_SHOW_AFTER_MS)
        timer.timeout.connect(partial(self._begin, task))
        task.progressed.connect(partial(self._on_progressed, task))
        task.finished.connect(partial(self._end, task))
        timer.start()

    @property
    def task(self) -> "Task | None":
        """The task that is shown."""
        return self._tasks[0] if self._tasks else None

    def text(self) -> str:
        """What is said beside the bar."""
        return self._label.text()

    def clear(self) -> None:
        """Show nothing; the tasks belong to an archive that is closed."""
        self._tasks.clear()
        self._steps.clear()
        self.hide()

    def _begin(self, task: "Task") -> None:
        self._tasks.append(task)
        self._show()

    def _end(self, task: "Task") -> None:
        self._steps.pop(task, None)
        if task in self._tasks:
            self._tasks.remove(task)
            self._show()

    def _on_progressed(self, task: "Task", done: int, total: int, text: str) -> None:
        self._steps[task] = (done, total, text)
        if task is self.task:
            self._show()

    def _show(self) -> None:
        task = self.task
        self.setVisible(task is not None)
        if task is None:
            return
        done, total, text = self._steps.get(task, (0, 0, ""))
        said = _said(task.title, done, total, text)
        more = len(self._tasks) - 1
        self.more_button.setVisible(more > 0)
        self.more_button.setText(ngettext("and {count} more", "and {count} more", more).format(count=more))
        self._label.setText(self._label.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, 360))
        self._label.setToolTip(tip(said))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.stop_button.setVisible(task.can_cancel)
        self.stop_button.setEnabled(not task.progress.is_cancelled())

    def stop(self) -> bool:
        """Stop the task that is shown, or the first of the others that can be stopped; whether there was one."""
        for task in self._tasks:
            if task.can_cancel and not task.progress.is_cancelled():
                self._stop(task)
                return True
        return False

    def _on_stop(self) -> None:
        if self.task is not None:
            self._stop(self.task)

    def _stop(self, task: "Task") -> None:
        task.cancel()
        self._show()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for task in self._tasks:
            said = _said(task.title, *self._steps.get(task, (0, 0, "")))
            words = _("Stop: {task}").format(task=said) if task.can_cancel else said
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setEnabled(task.can_cancel and not task.progress.is_cancelled())
            action.triggered.connect(partial(self._on_chosen, task))

    def _on_chosen(self, task: "Task", _checked: bool = False) -> None:
        if task in self._tasks:
            self._stop(task)


def _said(title: str, done: int, total: int, text: str) -> str:
    if text:
        return _("{title}: {step}").format(title=title, step=text)
    if total:
        return _("{title} {done} of {total}…").format(title=title, done=f"{done:,}", total=f"{total:,}")
    return title
