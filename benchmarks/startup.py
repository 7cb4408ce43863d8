#!/usr/bin/env python3
"""From starting the program to a painted window, against a bare PySide6 window in the same run.

    python benchmarks/startup.py [ARCHIVE] [RUNS]

Without ARCHIVE a working copy of the sample is used. Each run is a process of its own; both kinds take turns. The
clock starts before the process does and stops at the first paint of the window, and once more, for the program,
at the first paint of the opened archive.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("window", time.time() - float(os.environ["STARTED"]), flush=True)
            os._exit(0)
        return False
app = QApplication(sys.argv)
window = QMainWindow()
label = QLabel("bare")
window.setCentralWidget(label)
watch = Watch()
label.installEventFilter(watch)
window.resize(1280, 800)
window.show()
app.exec()
"""

PROGRAM = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from archive_app.ui import app as program
from archive_app.ui.main_window import MainWindow
class Watch(QObject):
    def __init__(self, mark, parent):
        super().__init__(parent)
        self.mark = mark
        parent.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.mark:
            print(self.mark, time.time() - float(os.environ["STARTED"]), flush=True)
            if self.mark == "archive":
                os._exit(0)
            self.mark = ""
        return False
made, showed = MainWindow.__init__, MainWindow._show_archive
def make(self, *args):
    made(self, *args)
    Watch("window", self)
def show(self, archive):
    showed(self, archive)
    Watch("archive", self.workspace.library)
MainWindow.__init__, MainWindow._show_archive = make, show
program.run(Path(sys.argv[1]))
"""


def started(code: str, *arguments: str) -> dict[str, float]:
    """Run a program until it has painted; return its marks in milliseconds."""
    env = {**os.environ, "STARTED": repr(time.time())}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    output = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=env,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    rows = (line.split() for line in output.splitlines())
    return {row[0]: float(row[1]) * 1000 for row in rows if len(row) == 2}


def main() -> None:
    """Take turns and print the medians."""
    from archive_app.services.archives import copy_sample

    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as name:
        os.environ.update({"XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name, "XDG_STATE_HOME": name})
        folder = sys.argv[1] if len(sys.argv) > 1 else str(copy_sample(Path(name) / "sample"))
        started(BARE), started(PROGRAM, folder)
        bare, program = [], []
        for _run in range(runs):
            bare.append(started(BARE)["window"])
            program.append(started(PROGRAM, folder))
    base = statistics.median(bare)
    print(f"bare PySide6 window       {base:6.0f} ms (from {min(bare):.0f} to {max(bare):.0f})")
    for mark, words in (("window", "program, window painted"), ("archive", "program, archive painted")):
        took = [times[mark] for times in program if mark in times]
        if took:
            middle = statistics.median(took)
            print(
                f"{words:25} {middle:6.0f} ms (from {min(took):.0f} to {max(took):.0f}), {middle / base:.2f}x"
            )


if __name__ == "__main__":
    main()
