"""A dialog around one long job: say what is wanted, wait, see the result."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _
from archive_app.ui import theme
from archive_app.ui.jobs import Task
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session


class JobDialog(QDialog):
    """Three pages in one window. The archive stays usable meanwhile: closing hides the dialog until the job ends."""

    def __init__(self, session: Session, title: str, size: QSize, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(size)
        self._session = session
        self._task: Task | None = None
        self._pages = QStackedWidget()
        self._step = plain_label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("Progress"))
        self.error = plain_label(wrap=True)
        self.error.setObjectName("wrong")
        self.error.hide()
        # With its window, or it could not be the default one there.
        self.start_button = QPushButton(self)
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self.start)
        self.close_button = QPushButton(_("Cancel"))
        self.close_button.clicked.connect(self._on_close_clicked)
        self._button_row = QHBoxLayout()
        self._button_row.setSpacing(theme.SPACE)
        self._button_row.addStretch()
        self._button_row.addWidget(self.start_button)
        self._button_row.addWidget(self.close_button)

    def _lay_out(self, asking: QWidget, done: QWidget, hint: str = "") -> None:
        """Put the pages together; `hint` stands under the progress."""
        for page in (asking, self._waiting_page(hint), done):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.error)
        layout.addLayout(self._button_row)

    def _waiting_page(self, hint: str) -> QWidget:
        words = QLabel(hint)
        words.setObjectName("muted")
        words.setWordWrap(True)
        words.setVisible(bool(hint))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(12)
        layout.addStretch()
        for part in (self._step, self._bar, words):
            layout.addWidget(part)
        layout.addStretch()
        return page

    def start(self) -> None:
        """Do what the person asked for; each dialog says how."""
        raise NotImplementedError

    def _run(self, title: str, service: Callable[..., Any], /, *args: Any, **options: Any) -> None:
        """Start the job and show how far it is."""
        self.error.hide()
        self._step.setText(title)
        self._pages.setCurrentIndex(1)
        self.start_button.hide()
        self.close_button.setText(_("Stop"))
        self._task = self._session.job(
            title, service, *args, done=self._on_ended, failed=self._on_failed, **options
        )
        self._task.progressed.connect(self._on_progressed)
        self._task.cancelled.connect(self._on_cancelled)

    def _on_progressed(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if text:
            self._step.setText(self._step_text(done, total, text))

    def _step_text(self, done: int, total: int, text: str) -> str:  # noqa: ARG002 - for dialogs that count
        """What is said of a step."""
        return text

    def _on_ended(self, result: object) -> None:
        self._task = None
        self._pages.setCurrentIndex(2)
        self.close_button.setText(_("Close"))
        self.close_button.setEnabled(True)
        self._show_result(result)

    def _show_result(self, result: Any) -> None:
        """Show what came of the job; each dialog says how."""
        raise NotImplementedError

    def _on_failed(self, error: Exception) -> None:
        self._back_to_asking()
        self._say(str(error))
        if not self.isVisible():
            self.show()

    def _on_cancelled(self) -> None:
        self._back_to_asking()
        if not self.isVisible():
            self.close()

    def _back_to_asking(self) -> None:
        self._task = None
        self._pages.setCurrentIndex(0)
        self.start_button.show()
        self.close_button.setText(_("Cancel"))
        self.close_button.setEnabled(True)

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()

    def _on_close_clicked(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.close_button.setEnabled(False)
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """While the job runs, only hide: its result is still to come."""
        if self._task is not None:
            event.ignore()
            self.hide()
        else:
            super().closeEvent(event)
