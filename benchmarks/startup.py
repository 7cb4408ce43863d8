#!/usr/bin/env python3
"""From starting the program to a painted window, against a bare PySide6 window in the same run.

    python benchmarks/startup.py [ARCHIVE] [--runs N]
    python benchmarks/startup.py FOLDER --novels ARCHIVE_OF_NOVELS.tar.xz [--annotations 50000]

Without ARCHIVE a working copy of the sample is used. With --novels an archive of all these novels with so many
annotations is made in FOLDER by the services, unless it is there from an earlier run. Each run is a process of its
own; both kinds take turns. Two clocks run from the beginning of the process: wall time, and the processor time of the
process, which tells the same on a busy machine. They are read at the first paint of the window, and at the first paint
of the opened archive: library, text and annotations, whatever of it is painted by then. A run counts only if the text
and at least one row of the library are there then.
"""

import argparse
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
            print("window", time.time() - float(os.environ["STARTED"]), time.process_time(), flush=True)
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
parts = {}
def mark(name):
    print(name, time.time() - float(os.environ["STARTED"]), time.process_time(), flush=True)
class Watch(QObject):
    def __init__(self, name, parent, done):
        super().__init__(parent)
        self.name, self.done = name, done
        parent.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.name:
            name, self.name = self.name, ""
            self.done(name)
        return False
def painted(window):
    def done(name):
        parts[name] = True
        if parts.keys() >= {"library", "text"}:
            workspace = window.workspace
            if workspace.library.model.rowCount() and workspace.reader.pane.document().characterCount() > 100:
                mark("archive")
            os._exit(0)
    return done
made, showed = MainWindow.__init__, MainWindow._show_archive
def make(self, *args, **options):
    made(self, *args, **options)
    Watch("window", self, mark)
def show(self, archive, soon):
    showed(self, archive, soon)
    Watch("library", self.workspace.library.list.viewport(), painted(self))
    Watch("text", self.workspace.reader.pane.viewport(), painted(self))
MainWindow.__init__, MainWindow._show_archive = make, show
program.run(Path(sys.argv[1]))
"""

Marks = dict[str, tuple[float, float]]
"""Wall and processor milliseconds at each mark."""


def started(code: str, *arguments: str) -> Marks:
    """Run a program until it has painted; return its marks."""
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
    return {row[0]: (float(row[1]) * 1000, float(row[2]) * 1000) for row in rows if len(row) == 3}


def report(bare: list[Marks], program: list[Marks]) -> None:
    """Print the medians, of both clocks."""
    base = [statistics.median(run["window"][clock] for run in bare) for clock in (0, 1)]
    least = [min(run["window"][clock] for run in bare) for clock in (0, 1)]
    print(f"bare PySide6 window       {base[0]:5.0f} ms wall, {base[1]:5.0f} ms processor")
    for mark, words in (("window", "program, window painted"), ("archive", "program, archive painted")):
        took = [run[mark] for run in program if mark in run]
        if not took:
            print(f"{words}: never")
            continue
        middle = [statistics.median(one[clock] for one in took) for clock in (0, 1)]
        fastest = [min(one[clock] for one in took) for clock in (0, 1)]
        print(
            f"{words:25} {middle[0]:5.0f} ms wall, {middle[1]:5.0f} ms processor: "
            f"{middle[0] / base[0]:.2f}x and {middle[1] / base[1]:.2f}x "
            f"(the fastest runs {fastest[0] / least[0]:.2f}x and {fastest[1] / least[1]:.2f}x)"
        )


def main() -> None:
    """Take turns and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", help="folder of an archive")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--novels", type=Path, help="tar archive of plain text novels")
    parser.add_argument("--annotations", type=int, default=50_000)
    options = parser.parse_args()
    if options.novels is not None:
        import _archives

        _archives.annotated_archive(options.novels, options.annotations, options.archive)
    with tempfile.TemporaryDirectory() as name:
        os.environ.update({"XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name, "XDG_STATE_HOME": name})
        folder = options.archive
        if folder is None:
            from archive_app.services.archives import copy_sample

            folder = copy_sample(Path(name) / "sample")
        started(BARE), started(PROGRAM, str(folder))
        bare, program = [], []
        for _run in range(options.runs):
            bare.append(started(BARE))
            program.append(started(PROGRAM, str(folder)))
    report(bare, program)


if __name__ == "__main__":
    main()
