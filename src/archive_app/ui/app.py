"""Starting the window."""

import logging
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from archive_app import __version__
from archive_app.core.translation import _
from archive_app.ui import icons, theme
from archive_app.ui.collecting import Collector
from archive_app.ui.main_window import MainWindow
from archive_app.ui.recent_archives import is_folder
from archive_app.ui.reporting import Reporter, set_up_log
from archive_app.ui.settings import MOST_HINTS, SEEN_HINTS, Settings

log = logging.getLogger(__name__)
_NAME = "archive-app"
_SIGNALS_MS = 300


def make_application(argv: Sequence[str]) -> QApplication:
    """The application with its name, version and fonts; the look is still to be chosen."""
    app = QApplication(list(argv))
    app.setApplicationName(_NAME)
    app.setApplicationVersion(__version__)
    app.setApplicationDisplayName(_("Archive"))
    app.setDesktopFileName(_NAME)
    return app


def run(folder: Path | None = None, argv: Sequence[str] = (_NAME,), link: str = "") -> int:
    """Show the window on the archive in `folder`, on the last one, or on the start screen; return the exit code.

    In the archive, what `link` leads to is shown.

    The window is painted first, the archive is opened right after that.
    """
    app = make_application(argv)
    collector = Collector(app)
    log_path = set_up_log()
    reporter = Reporter(log_path)
    reporter.install()
    settings = Settings()
    theme.set_up(app, settings.mode)
    app.setWindowIcon(icons.icon("archive", theme.colours().accent))
    chosen = folder or _last(settings)
    window = MainWindow(settings, reporter, log_path, shows_start=chosen is None)
    window.closed.connect(app.quit)
    if chosen is not None:
        window.open_after_painting(chosen, link)
    window.archive_shown.connect(partial(_begin_tour, window, settings))
    window.show()
    _quit_on_signals(app, window)
    code = app.exec()
    collector.stop()
    log.info("closed")
    return code


def _begin_tour(window: MainWindow, settings: Settings) -> None:
    """Show the hints that were not seen yet."""
    if len(settings.words(SEEN_HINTS)) < MOST_HINTS:
        from archive_app.ui.tour import Tour

        (window.findChild(Tour) or Tour(window, settings)).begin()


def _last(settings: Settings) -> Path | None:
    """The archive that was open the last time, if it is still there."""
    last = settings.archives.last()
    return last if last is not None and is_folder(last) else None


def _quit_on_signals(app: QApplication, window: MainWindow) -> None:
    """Let Ctrl+C in a terminal, and the system's wish to end the program, close the window in good order.

    Python handles a signal only when it runs; the timer lets it run now and then.
    """
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: window.close())
    timer = QTimer(app)
    timer.timeout.connect(lambda: None)
    timer.start(_SIGNALS_MS)
