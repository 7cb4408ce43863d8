"""The log file, and what happens when something unexpected does: it is logged and one dialog offers a report."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QStandardPaths,
    QSysInfo,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from archive_app import __version__
from archive_app.core.translation import _
from archive_app.ui import theme

log = logging.getLogger("archive_app")
_PYTHON = sys.version.partition(" ")[0]
_FILE = "archive.log"
_BYTES = 1_000_000
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_file() -> Path:
    """Where the log is: ~/.local/state on Linux, ~/Library/Logs on macOS, the local application data on Windows."""
    name = QGuiApplication.applicationName() or "archive-app"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / name / _FILE
    location = QStandardPaths.StandardLocation.GenericStateLocation
    return Path(QStandardPaths.writableLocation(location)) / name / _FILE


def set_up_log(path: Path | None = None) -> Path | None:
    """Log to one file that is kept short; returns it, or None where it cannot be written."""
    path = path or log_file()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _BYTES:
            path.replace(path.with_name(f"{path.name}.1"))
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        log.warning("no log file: %s", error)
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    qInstallMessageHandler(_on_qt_message)
    log.info("archive-app %s, Python %s, Qt %s", __version__, _PYTHON, qVersion())
    return path


def _on_qt_message(level: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = getattr(context, "category", None) or "default"
    logging.getLogger(f"qt.{category}").log(_LEVELS.get(level, logging.WARNING), message)


class Reporter(QObject):
    """Logs unexpected errors, from any thread, and shows one dialog for as many as come."""

    _came = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.dialog: ReportDialog | None = None
        self._came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every exception that nobody catches."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def report(self, error: BaseException) -> None:
        """Show an error that was logged already."""
        self._came.emit(_report(error))

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        self._came.emit(_report(error))

    def _show(self, report: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.add(report)
            return
        self.dialog = ReportDialog(report, self._path)
        self.dialog.show()


def _report(error: BaseException) -> str:
    lines = [
        f"archive-app {__version__}, Python {_PYTHON}, Qt {qVersion()}",
        QSysInfo.prettyProductName(),
        "",
        "".join(traceback.format_exception(error)).rstrip(),
    ]
    return "\n".join(lines)


class ReportDialog(QDialog):
    """Says what happened in plain words and has the report ready to copy."""

    def __init__(self, report: str, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something unexpected happened"))
        self.resize(640, 420)
        self._path = path
        title = QLabel(_("This program met an error that it did not expect"))
        title.setFont(theme.interface_font(2, weight=600))
        text = QLabel(
            _(
                "What you did last may not have been done; everything before it is saved, and the archive is in "
                "order. You can go on working. If it happens again, please send this report to whoever looks after "
                "the program; look through it first, as it may name files or words of your sources."
            )
        )
        text.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setObjectName("field")
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("Report"))
        copy = QPushButton(_("&Copy the report"))
        copy.clicked.connect(self._copy)
        show = QPushButton(_("Show the &log"))
        show.setVisible(path is not None)
        show.clicked.connect(self._show_log)
        close = QPushButton(_("Go on"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(show)
        buttons.addStretch()
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        for part in (title, text):
            layout.addWidget(part)
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)

    def add(self, report: str) -> None:
        """A further error came while the dialog is open."""
        self.report.appendPlainText("\n" + report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def _show_log(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
