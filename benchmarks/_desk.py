"""The window while it is measured: opened as a person opens it, waited for, and asked how late it is.

On the display, or without one offscreen.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer

from _measures import percentile

LONGEST_S = 1200.0
_COLUMNS = ("p50", "p95", "p99", "max")


class Ticks(QObject):
    """A timer of one millisecond in the window's thread; `late` are the milliseconds by which it came late."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._clock = QElapsedTimer()
        self._last = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Measure from now on."""
        self._clock.start()
        self._last = 0
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _on_tick(self) -> None:
        now = self._clock.nsecsElapsed()
        self.late.append(max(0.0, (now - self._last) / 1e6 - 1))
        self._last = now


def wait(milliseconds: int) -> None:
    """Let the window live for a while, without looking again and again."""
    loop = QEventLoop()
    timer = QTimer(loop)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


def wait_until(condition: Callable[[], bool], what: str, seconds: float, every: int = 5) -> None:
    """Let the window live until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"Waited in vain for {what}.")
        wait(every)


class Desk:
    """The window on an archive, at rest."""

    def __init__(self, folder: Path, settings: Path) -> None:
        from archive_app.ui import theme
        from archive_app.ui.app import make_application
        from archive_app.ui.collecting import Collector
        from archive_app.ui.main_window import MainWindow
        from archive_app.ui.settings import Settings

        self.app = make_application(["archive-app"])
        self._collector = Collector(self.app)
        kept = Settings(settings)
        theme.set_up(self.app, kept.mode)
        self.window = MainWindow(kept)
        self.window.resize(1280, 800)
        self.window.open_after_painting(folder)
        start = time.perf_counter()
        self.window.show()
        wait_until(lambda: self.window.workspace is not None, "the archive", 60)
        self.open_ms = (time.perf_counter() - start) * 1000
        self.session = self.window.workspace.session
        self.await_rest()
        self.ready_ms = (time.perf_counter() - start) * 1000

    def await_rest(self) -> None:
        """Wait until the index has caught up and nothing is under way."""
        wait_until(
            lambda: not self.session.is_index_behind() and not self.session.runner.is_busy(),
            "rest",
            LONGEST_S,
        )

    def close(self) -> None:
        """Close the archive."""
        self.window.close_archive()
        self._collector.stop()


def spread_of(values: list[float]) -> dict[str, float]:
    """Percentiles of some milliseconds, and how many there are."""
    return {
        "p50": round(percentile(values, 50), 2),
        "p95": round(percentile(values, 95), 2),
        "p99": round(percentile(values, 99), 2),
        "max": round(max(values, default=0.0), 2),
        "count": len(values),
    }


def print_heading() -> None:
    """Print what the columns of `print_spread` are."""
    print("\n" + "milliseconds".ljust(44) + "".join(f"{name:>9}" for name in _COLUMNS))


def print_spread(title: str, spread: dict[str, float], target: str = "") -> None:
    """Print one row."""
    figures = "".join(f"{spread[name]:9.1f}" for name in _COLUMNS)
    print(f"{title:44}{figures}   ({spread['count']:,.0f}){target}")
