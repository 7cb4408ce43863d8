#!/usr/bin/env python3
"""How late the window is while a person types into the search box, and how soon results and changes are there.

    python benchmarks/keystrokes.py NOVELS.tar.xz [PASSAGES] [--words N] [--keep DIR] [--json FILE]

Makes an archive of PASSAGES passages (100,000 by default; see _corpus.py) by the services, or takes that of the last
time from DIR, and shows it in the real window: on the display, or without one offscreen. Then it types words of ten
letters that stand in the novels, letter by letter, 80 to 150 ms apart, in one script and the other. Meanwhile a timer
that is due every millisecond tells how late the event loop comes to it: over all ticks; and, since one long wait hides
among thousands of short ticks, also the longest wait after each key. Afterwards an annotation is changed again and
again, in the window and then by the services alone with the index written in its process, as the window has it.
"""

import argparse
import json
import os
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

import _corpus
from _archives import annotated, archive_of, word_of
from _desk import Desk, Ticks, print_heading, print_spread, spread_of, wait, wait_until
from _measures import memory
from archive_app.core.hits import SearchRequest
from archive_app.services import annotating, indexing, searching
from archive_app.services.archives import open_archive
from archive_app.services.work import ProcessWork

_LETTERS = 10
_PAUSE_MS = (80, 150)
_CHANGES = 10
_LATE_MS, _FOUND_MS = 50, 100
_ANSWER_S = 10.0

Figures = dict[str, Any]


class Painted(QObject):
    """When a widget inside the results was painted last."""

    def __init__(self, results: QWidget) -> None:
        super().__init__(results)
        self.at = 0.0
        for view in results.findChildren(QAbstractItemView):
            view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def words_to_type(novels: Path, count: int) -> list[str]:
    """Words of ten letters from the novels, one in Cyrillic, one in Latin and so on, the same ones each time."""
    draw = random.Random(_LETTERS)
    words: list[str] = []
    editions = list(_corpus.editions(_corpus.read_novels(novels), 1000))
    draw.shuffle(editions)
    for script in ("Cyrl", "Latn"):
        found = {
            word
            for edition in editions
            if edition.script == script
            for paragraph in edition.paragraphs
            for word in paragraph.split()
            if len(word) == _LETTERS and word.isalpha()
        }
        words += draw.sample(sorted(found), -(-count // 2))
    return [
        word for pair in zip(words[: len(words) // 2], words[len(words) // 2 :], strict=True) for word in pair
    ]


class SearchDesk(Desk):
    """The window, ready to type into its search box."""

    def __init__(self, folder: Path, settings: Path) -> None:
        super().__init__(folder, settings)
        self.results = self.window.workspace.search.view
        self.box = self.window.tool_bar.search_box

    def press(self, key: int, text: str = "") -> None:
        """Press and release a key in the search box."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.postEvent(self.box, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def has_answered(self, word: str) -> bool:
        """Whether results of this word are shown."""
        result = self.results.result
        return result is not None and result.query.rstrip("*") == word


def type_words(desk: SearchDesk, words: list[str]) -> Figures:
    """Type each word, wait for its results, and empty the box again."""
    draw = random.Random(1944)
    ticks, painted = Ticks(), Painted(desk.results)
    worst: list[float] = []
    shown: list[float] = []
    desk.box.setFocus()
    ticks.start()
    for word in words:
        for letter in word:
            first = len(ticks.late)
            pressed = time.perf_counter()
            desk.press(0, letter)
            wait(draw.randint(*_PAUSE_MS) if letter is not word[-1] else 1)
            worst.append(max(ticks.late[first:], default=0.0))
        wait_until(lambda word=word: desk.has_answered(word), f"the results of “{word}”", _ANSWER_S, every=1)
        answered = time.perf_counter()
        wait(60)
        worst[-1] = max(ticks.late[first:], default=0.0)
        shown.append((max(answered, painted.at) - pressed) * 1000)
        desk.press(Qt.Key.Key_Escape)
        wait(300)
    ticks.stop()
    return {"ticks": spread_of(ticks.late), "keys": spread_of(worst), "last key to results": spread_of(shown)}


def change_in_window(desk: Desk, annotation_id: str) -> Figures:
    """Change an annotation as the inspector does, until the window says that the index has caught up."""
    took, searched = [], []
    for number in range(_CHANGES + 1):
        caught_up: list[float] = []
        connection = desk.session.indexed.connect(
            lambda caught_up=caught_up: caught_up.append(time.perf_counter())
        )
        word = word_of(number)
        start = time.perf_counter()
        desk.session.write("Edit", annotating.edit_annotation, annotation_id, note=word)
        wait_until(lambda caught_up=caught_up: bool(caught_up), "the index", 60, every=1)
        took.append((caught_up[0] - start) * 1000)
        start = time.perf_counter()
        found = searching.search(desk.session.archive, SearchRequest(query=word))
        searched.append((time.perf_counter() - start) * 1000)
        desk.session.indexed.disconnect(connection)
        if annotation_id not in {hit.record_id for hit in found.hits}:
            raise SystemExit("A changed annotation was not found.")
        desk.await_rest()
    # The first time the process for heavy work is started.
    return {
        "changed to caught up": spread_of(took[1:]),
        "finding it": spread_of(searched[1:]),
        "the first time": took[0],
    }


def change_by_services(folder: Path, annotation_id: str) -> Figures:
    """Change an annotation, catch up in the process for heavy work, and find it."""
    took = []
    with open_archive(folder, work=ProcessWork()) as archive:
        for number in range(_CHANGES + 1):
            word = word_of(100 + number)
            start = time.perf_counter()
            annotating.edit_annotation(archive, annotation_id, note=word)
            indexing.catch_up(archive)
            found = searching.search(archive, SearchRequest(query=word))
            took.append((time.perf_counter() - start) * 1000)
            if annotation_id not in {hit.record_id for hit in found.hits}:
                raise SystemExit("A changed annotation was not found.")
    # The first time the process is started and the index read.
    return {"changed to found": spread_of(took[1:]), "the first time": took[0]}


def report(figures: Figures) -> None:
    """Print everything."""
    typing, window, services = figures["typing"], figures["window"], figures["services"]
    print(f"{figures['documents']:,} documents")
    if figures["made in s"]:
        print("made in " + ", ".join(f"{what} {took:.0f} s" for what, took in figures["made in s"].items()))
    print(f"archive shown after {figures['open ms']:.0f} ms, at rest after {figures['ready ms']:.0f} ms")
    resident, private = figures["memory"]["resident"], figures["memory"]["private"]
    print(f"memory of the window after typing: {resident:.0f} MB resident, {private:.0f} MB its own")
    print_heading()
    late = typing["keys"]["p99"]
    print_spread("event loop late, all ticks", typing["ticks"])
    print_spread(
        "event loop late, longest after each key",
        typing["keys"],
        f"  p99 ≤ {_LATE_MS}: {'met' if late <= _LATE_MS else 'MISSED'}",
    )
    print_spread("last key to results painted", typing["last key to results"])
    print_spread("window: change to index caught up", window["changed to caught up"], _found_in_time(window))
    print_spread("window: finding the change then", window["finding it"])
    print_spread("services: change to found", services["changed to found"], _found_in_time(services))
    print(
        f"the first change after opening: {window['the first time']:.0f} ms in the window, "
        f"{services['the first time']:.0f} ms by the services"
    )


def _found_in_time(figures: Figures) -> str:
    spread = figures.get("changed to caught up") or figures["changed to found"]
    return f"  max ≤ {_FOUND_MS}: {'met' if spread['max'] <= _FOUND_MS else 'MISSED'}"


def measure(novels: Path, passages: int, words: int, folder: Path, temporary: Path) -> Figures:
    """Make the archive where it is not there, and measure."""
    made = archive_of(novels, passages, folder)
    with open_archive(folder) as archive:
        annotation_id = annotated(archive)
        indexing.catch_up(archive)
        documents = indexing.index_of(archive).document_count
    desk = SearchDesk(folder, temporary / "window.ini")
    typing = type_words(desk, words_to_type(novels, words))
    used = memory()
    window = change_in_window(desk, annotation_id)
    desk.close()
    return {
        "documents": documents,
        "made in s": made,
        "open ms": desk.open_ms,
        "ready ms": desk.ready_ms,
        "memory": used,
        "typing": typing,
        "window": window,
        "services": change_by_services(folder, annotation_id),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("novels", type=Path, help="tar archive of plain text novels")
    parser.add_argument("passages", type=int, nargs="?", default=100_000)
    parser.add_argument("--words", type=int, default=20, help="how many words are typed")
    parser.add_argument("--keep", type=Path, help="folder for the archive, to be used again")
    parser.add_argument("--json", type=Path, help="file for all figures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ.update({"XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name, "XDG_STATE_HOME": name})
        base = options.keep or Path(name)
        base.mkdir(parents=True, exist_ok=True)
        folder = base / f"archive-{options.passages}"
        figures = measure(options.novels, options.passages, options.words, folder, Path(name))
    report(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
