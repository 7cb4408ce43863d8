"""Printing annotated excerpts as a PDF: choose, wait, open the file."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _, ngettext
from archive_app.services import exporting
from archive_app.services.exporting import ExportReport
from archive_app.ui import icons, theme
from archive_app.ui.export_form import Choice, ExportForm
from archive_app.ui.jobs import Task
from archive_app.ui.naming import is_taken
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings


class ExportDialog(QDialog):
    """The archive stays usable while the PDF is made; closing the dialog lets it be made in the background."""

    exported = Signal(object, object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        choice: Choice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export as PDF"))
        self.resize(640, 400)
        self._session = session
        self._settings = settings
        self._task: Task | None = None
        self.path: Path | None = None
        self.form = ExportForm(session.archive, settings)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.form)
        self._pages.addWidget(self._waiting_page())
        self._pages.addWidget(self._done_page())
        self.error = plain_label(wrap=True)
        self.error.setObjectName("wrong")
        self.error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.error)
        layout.addLayout(self._buttons())
        self.form.changed.connect(self._on_form_changed)
        if choice is not None:
            self.form.choose(choice)
        self._on_form_changed()

    def _waiting_page(self) -> QWidget:
        self._step = QLabel(_("Making the PDF"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("Progress"))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(12)
        layout.addStretch()
        layout.addWidget(self._step)
        layout.addWidget(self._bar)
        layout.addStretch()
        return page

    def _done_page(self) -> QWidget:
        self._done_icon = QLabel()
        self._done_icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.report = QLabel()
        self.report.setFont(theme.interface_font(2, weight=600))
        self.report.setWordWrap(True)
        self.report.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._where = plain_label(wrap=True)
        self._where.setObjectName("muted")
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dropped = plain_label(wrap=True)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(12)
        layout.addStretch()
        for part in (self._done_icon, self.report, self._where, self._dropped):
            layout.addWidget(part)
        layout.addStretch()
        return page

    def _buttons(self) -> QHBoxLayout:
        self.show_button = QPushButton(_("&Show in folder"))
        self.show_button.clicked.connect(self._show_in_folder)
        self.open_button = QPushButton(_("&Open PDF"))
        self.open_button.clicked.connect(self._open)
        for button in (self.show_button, self.open_button):
            button.hide()
        self.close_button = QPushButton(_("Cancel"))
        self.close_button.clicked.connect(self._on_close_clicked)
        self.export_button = QPushButton(_("&Export"))
        self.export_button.setDefault(True)
        icons.put(self.export_button, "export")
        self.export_button.setIcon(icons.icon("export", theme.colours().on_accent))
        self.export_button.setIconSize(QSize(16, 16))
        self.export_button.clicked.connect(self.start)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addStretch()
        for button in (self.open_button, self.show_button, self.export_button, self.close_button):
            row.addWidget(button)
        return row

    def start(self) -> None:
        """Make the PDF; a file that is there already is only replaced when the person says so."""
        path = self.form.path()
        if path is None or not self._may_replace(path):
            return
        self.path = path
        self._settings.author = self.form.author.text().strip()
        self._settings.remember_folder("export", path.parent)
        self.error.hide()
        self._pages.setCurrentIndex(1)
        self.export_button.hide()
        self.close_button.setText(_("Stop"))
        self._task = self._session.job(
            _("Exporting"),
            exporting.export_pdf,
            path,
            title=self.form.title.text().strip(),
            author=self.form.author.text().strip(),
            done=self._on_done,
            failed=self._on_failed,
            **self.form.choice().options(),
        )
        self._task.progressed.connect(self._on_progressed)
        self._task.cancelled.connect(self._on_cancelled)

    def _may_replace(self, path: Path) -> bool:
        if not is_taken(path):
            return True
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.NoIcon)
        question.setWindowTitle(self.windowTitle())
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setText(_("There is already a file “{name}” in this folder.").format(name=path.name))
        question.setInformativeText(_("Replace it?"))
        replace = question.addButton(_("&Replace"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        question.exec()
        return question.clickedButton() is replace

    def _on_progressed(self, done: int, total: int, text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if text:
            self._step.setText(text)

    def _on_done(self, report: ExportReport) -> None:
        self._task = None
        self.report.setText(_sentence(report))
        self._where.setText(str(self.path))
        self._dropped.setText("\n".join(report.dropped))
        self._dropped.setVisible(bool(report.dropped))
        colour = theme.colours().done
        self._done_icon.setPixmap(icons.pixmap("check", 40, colour, self.devicePixelRatioF()))
        self._pages.setCurrentIndex(2)
        self.close_button.setText(_("Close"))
        self.close_button.setEnabled(True)
        self.show_button.show()
        self.open_button.show()
        self.open_button.setDefault(True)
        self.open_button.setFocus()
        self.exported.emit(self.path, _sentence(report))
        if not self.isVisible():
            self.close()

    def _on_failed(self, error: Exception) -> None:
        self._back_to_form()
        self.error.setText(str(error))
        self.error.show()
        if not self.isVisible():
            self.show()

    def _on_cancelled(self) -> None:
        self._back_to_form()
        if not self.isVisible():
            self.close()

    def _back_to_form(self) -> None:
        self._task = None
        self._pages.setCurrentIndex(0)
        self.export_button.show()
        self.close_button.setText(_("Cancel"))
        self.close_button.setEnabled(True)

    def _on_form_changed(self) -> None:
        self.export_button.setEnabled(bool(self.form.choice().value) and self.form.path() is not None)
        self.error.hide()

    def _on_close_clicked(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.close_button.setEnabled(False)
        else:
            self.close()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

    def _show_in_folder(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """While the PDF is being made, only hide: the message bar will tell when it is there."""
        if self._task is not None:
            event.ignore()
            self.hide()
        else:
            super().closeEvent(event)


def _sentence(report: ExportReport) -> str:
    pages = ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages)
    excerpts = ngettext("{count} excerpt", "{count} excerpts", report.excerpts).format(count=report.excerpts)
    return _("The PDF is ready: {excerpts} on {pages}.").format(excerpts=excerpts, pages=pages)
