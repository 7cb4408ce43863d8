#!/usr/bin/env python3
"""How late the window is while novels are imported and indexed, and a person goes on reading.

    python benchmarks/importing.py NOVELS.tar.xz [COUNT] [--json FILE]

Opens the real window on an archive with one novel in it, imports COUNT further ones (10 by default) through the import
dialog, and turns the pages of the first meanwhile, until all are imported and found by search. A timer that is due
every millisecond tells how late the event loop comes to it: over all ticks; and, since one long wait hides among
thousands of short ticks, also the longest wait in each tenth of a second. The same for a window where nothing is
imported and the pages are turned: what reading itself costs.
"""

import argparse
import json
import os
import tarfile
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollBar

from _desk import LONGEST_S, Desk, Ticks, print_heading, print_spread, spread_of, wait, wait_until
from archive_app.services import indexing
from archive_app.services.archives import create_archive
from archive_app.services.importing import ImportReport, Status, import_files
from archive_app.services.work import ProcessWork
from archive_app.ui.import_dialog import ImportDialog

_PAGE_EVERY_MS = 250
_READING_MS = 10_000
_SLICE_MS = 100
_LATE_MS = 50


def unpacked(novels: Path, count: int, folder: Path) -> list[Path]:
    """The first novels of the archive, as files."""
    found: list[Path] = []
    with tarfile.open(novels) as archive:
        for member in sorted(archive.getmembers(), key=lambda one: one.name):
            if member.isfile() and member.name.endswith(".txt") and len(found) < count:
                data = archive.extractfile(member)
                assert data is not None
                found.append(folder / Path(member.name).name)
                found[-1].write_bytes(data.read())
    return found


class Reading:
    """Somebody who turns the pages of the text that is shown, while ticks are counted."""

    def __init__(self, desk: Desk) -> None:
        self._bar: QScrollBar = desk.window.workspace.reader.pane.verticalScrollBar()
        self._ticks = Ticks()
        self._timer = QTimer(desk.window)
        self._timer.timeout.connect(self._turn)

    def __enter__(self) -> "Reading":
        self._timer.start(_PAGE_EVERY_MS)
        self._ticks.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ticks.stop()
        self._timer.stop()

    def _turn(self) -> None:
        at_end = self._bar.value() >= self._bar.maximum()
        self._bar.setValue(0 if at_end else self._bar.value() + self._bar.pageStep())

    def figures(self) -> dict[str, Any]:
        """How late the ticks came, and the longest wait in each tenth of a second."""
        longest, passed = [0.0], 0.0
        for late in self._ticks.late:
            passed += late + 1
            longest[-1] = max(longest[-1], late)
            if passed >= _SLICE_MS:
                passed = 0.0
                longest.append(0.0)
        return {"ticks": spread_of(self._ticks.late), "slices": spread_of(longest)}


def importing(desk: Desk, paths: list[Path]) -> dict[str, Any]:
    """Import files through the dialog and read meanwhile."""
    reports: list[ImportReport] = []
    dialog = ImportDialog(desk.session, desk.window.settings, paths, desk.window)
    dialog.imported.connect(reports.append)
    dialog.show()
    start = time.perf_counter()
    with Reading(desk) as reading:
        dialog.start()
        wait_until(lambda: bool(reports), "the import", LONGEST_S, every=50)
        imported = time.perf_counter() - start
        desk.await_rest()
    failed = [outcome.reason for outcome in reports[0].outcomes if outcome.status is not Status.IMPORTED]
    if failed:
        raise SystemExit(f"Not imported: {failed[0]}")
    dialog.close()
    return {"import s": imported, "findable s": time.perf_counter() - start, **reading.figures()}


def measure(novels: Path, count: int, temporary: Path) -> dict[str, Any]:
    """Make the archive, read in it, and read in it while novels are imported."""
    first, *others = unpacked(novels, count + 1, temporary)
    with create_archive(temporary / "archive", work=ProcessWork()) as archive:
        import_files(archive, [first])
        indexing.catch_up(archive)
    desk = Desk(temporary / "archive", temporary / "window.ini")
    with Reading(desk) as reading:
        wait(_READING_MS)
    figures = {"reading": reading.figures(), "importing": importing(desk, others)}
    desk.close()
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("novels", type=Path, help="tar archive of plain text novels")
    parser.add_argument("count", type=int, nargs="?", default=10)
    parser.add_argument("--json", type=Path, help="file for all figures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ.update({"XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name, "XDG_STATE_HOME": name})
        figures = measure(options.novels, options.count, Path(name))
    took = figures["importing"]
    print(
        f"{options.count} novels imported in {took['import s']:.1f} s, findable after {took['findable s']:.1f} s"
    )
    print_heading()
    for name in ("reading", "importing"):
        print_spread(f"{name}: event loop late, all ticks", figures[name]["ticks"])
        late = figures[name]["slices"]["p99"]
        met = f"  p99 ≤ {_LATE_MS}: {'met' if late <= _LATE_MS else 'MISSED'}" if name == "importing" else ""
        print_spread(f"{name}: longest wait in 0.1 s", figures[name]["slices"], met)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
