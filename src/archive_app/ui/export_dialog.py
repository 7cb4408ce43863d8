"""Writing annotated excerpts or dossiers of events to a file: choose, wait, open the file."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archive_app.core.translation import _, ngettext
from archive_app.services import exporting
from archive_app.services.event_dossiers import Which
from archive_app.services.exporting import ExportReport
from archive_app.ui import icons, theme
from archive_app.ui.export_choice import GIVEN, Choice, What
from archive_app.ui.export_form import ExportForm
from archive_app.ui.job_dialog import JobDialog
from archive_app.ui.naming import is_taken
from archive_app.ui.plain_text import plain_label
from archive_app.ui.session import Session
from archive_app.ui.settings import Settings


class ExportDialog(JobDialog):
    """The archive stays usable while the file is made; closing the dialog lets it be made in the background."""

    exported = Signal(object, object)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        choice: Choice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, _("Export"), QSize(640, 440), parent)
        self._settings = settings
        self.path: Path | None = None
        self.form = ExportForm(session.archive, settings)
        self._make_buttons()
        self._lay_out(self.form, self._done_page())
        self.form.changed.connect(self._on_form_changed)
        if choice is not None:
            self.form.choose(choice)
        self._on_form_changed()

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

    def _make_buttons(self) -> None:
        self.start_button.setText(_("&Export"))
        icons.put(self.start_button, "export")
        self.start_button.setIcon(icons.icon("export", theme.colours().on_accent))
        self.start_button.setIconSize(QSize(16, 16))
        self.show_button = QPushButton(_("&Show in folder"))
        self.show_button.clicked.connect(self._show_in_folder)
        self.open_button = QPushButton(_("&Open file"))
        self.open_button.clicked.connect(self._open)
        for button in (self.show_button, self.open_button):
            button.hide()
            self._button_row.insertWidget(1, button)

    def start(self) -> None:
        """Make the file; a file that is there already is only replaced when the person says so."""
        path = self.form.path()
        if path is None or not self._may_replace(path):
            return
        self.path = path
        self._settings.author = self.form.author.text().strip()
        self._settings.remember_folder("export", path.parent)
        choice = self.form.choice()
        about = {"title": self.form.title.text().strip(), "author": self.form.author.text().strip()}
        if choice.what is What.EVENTS:
            some = choice.ids if choice.value == GIVEN else Which(choice.value)
            self._run(_("Exporting"), exporting.export_events, path, some, with_parts=False, **about)
        else:
            self._run(_("Exporting"), exporting.export_pdf, path, **choice.options(), **about)

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

    def _show_result(self, report: ExportReport) -> None:
        self.report.setText(_sentence(report))
        self._where.setText(str(self.path))
        self._dropped.setText("\n".join(report.dropped))
        self._dropped.setVisible(bool(report.dropped))
        colour = theme.colours().done
        self._done_icon.setPixmap(icons.pixmap("check", 40, colour, self.devicePixelRatioF()))
        self.show_button.show()
        self.open_button.show()
        self.open_button.setDefault(True)
        self.open_button.setFocus()
        self.exported.emit(self.path, _sentence(report))
        if not self.isVisible():
            self.close()

    def _on_form_changed(self) -> None:
        self.start_button.setEnabled(bool(self.form.choice().value) and self.form.path() is not None)
        self.error.hide()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

    def _show_in_folder(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))


def _sentence(report: ExportReport) -> str:
    pages = ngettext("{count} page", "{count} pages", report.pages).format(count=report.pages)
    if not report.events:
        excerpts = ngettext("{count} excerpt", "{count} excerpts", report.excerpts)
        return _("The PDF is ready: {excerpts} on {pages}.").format(
            excerpts=excerpts.format(count=report.excerpts), pages=pages
        )
    told = {
        "events": ngettext("{count} event", "{count} events", report.events).format(count=report.events),
        "claims": ngettext("{count} claim", "{count} claims", report.claims).format(count=report.claims),
    }
    if report.pages:
        return _("The PDF is ready: {events} with {claims} on {pages}.").format(pages=pages, **told)
    return _("The file is ready: {events} with {claims}.").format(**told)
