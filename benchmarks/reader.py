"""How fast the reading desk is: the first paint of a long text and a step of scrolling, in CPU milliseconds.

Usage: python benchmarks/reader.py

Each figure is the least of three fresh processes (offscreen). `bare` is a QPlainTextEdit that shows the same text
without anything; `desk` is the pane of the reading desk with its column, numbers, captions and highlights that overlap.
"""

import json
import os
import random
import subprocess
import sys
import time

SIZES = ((200_000, 2_000), (1_000_000, 10_000))
"""Letters of the text, and highlights in it."""
_RUNS = 3
_STEPS = 60
_WORDS = (
    "Београд река мост улица архива писмо војска зима кућа стари брод човек жена град у и на је да се који "
    "станица ноћ коњ пут село вода ветар прозор kuća reka most ulica pismo grad stanica put selo voda prozor"
).split()


def letters_of(count: int) -> str:
    """A text of about `count` letters in paragraphs with blank lines between them, the same each time."""
    random.seed(1)
    paragraphs: list[str] = []
    length = 0
    while length < count:
        paragraph = " ".join(random.choices(_WORDS, k=random.randint(20, 110))).capitalize() + "."
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)[:count]


def measure(kind: str, count: int, highlights: int) -> dict[str, float]:
    """Show the text once; return CPU milliseconds."""
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from archive_app.ui import (
        icons,  # noqa: F401  (what is loaded once for the whole program is no part of showing a text)
        text_pane,  # noqa: F401
        theme,
    )

    app = QApplication([])
    theme.set_up(app, theme.Mode.LIGHT)
    letters = letters_of(count)
    random.seed(2)
    places = [random.randrange(len(letters) - 400) for _ in range(highlights)]
    spans = [(place, place + random.randint(10, 300)) for place in places]
    passages = _passages(letters)
    warm = QPlainTextEdit("а")
    warm.setFont(theme.reading_font(12.5))
    warm.show()
    app.processEvents()
    warm.hide()
    start = time.process_time()
    if kind == "bare":
        view = QPlainTextEdit()
        view.setReadOnly(True)
        view.setFont(theme.reading_font(12.5))
        view.setPlainText(letters)
    else:
        view = _desk(letters, passages, spans)
    view.resize(800, 900)
    view.show()
    app.processEvents()
    view.viewport().repaint()
    first = time.process_time() - start
    return {"first": 1000 * first, **_scrolled(app, view)}


def _passages(letters: str) -> list[object]:
    from archive_app.core.records import Passage, PassageKind

    kinds = [PassageKind.PARAGRAPH] * 12 + [PassageKind.HEADING, PassageKind.QUOTATION, PassageKind.CAPTION]
    passages, start = [], 0
    for ordinal, paragraph in enumerate(letters.split("\n\n")):
        kind = kinds[ordinal % len(kinds)]
        end = start + len(paragraph)
        passages.append(Passage(text_id="t", ordinal=ordinal, kind=kind, start=start, end=end))
        start = end + 2
    return passages


def _desk(letters: str, passages: list, spans: list[tuple[int, int]]):  # type: ignore[no-untyped-def, type-arg]
    from archive_app.core.records import Colour
    from archive_app.ui.highlights import Mark, Marks
    from archive_app.ui.positions import Positions
    from archive_app.ui.text_pane import TextPane

    colours = list(Colour)
    view = TextPane()
    view.show_text(letters, passages, Positions(letters))
    marks = [
        Mark(str(number), start, end, colours[number % len(colours)], number % 5 == 0)
        for number, (start, end) in enumerate(spans)
    ]
    view.set_marks(Marks(marks), {})
    return view


def _scrolled(app, view) -> dict[str, float]:  # type: ignore[no-untyped-def]
    for _turn in range(20):
        app.processEvents()
        time.sleep(0.01)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.viewport().repaint()
    steps = []
    for _step in range(_STEPS):
        start = time.process_time()
        bar.setValue(bar.value() + 8)
        view.viewport().repaint()
        steps.append(time.process_time() - start)
    start = time.process_time()
    view.resize(700, 900)
    app.processEvents()
    view.viewport().repaint()
    narrower = time.process_time() - start
    steps.sort()
    return {
        "step": 1000 * steps[_STEPS // 2],
        "step p95": 1000 * steps[int(_STEPS * 0.95)],
        "narrower": 1000 * narrower,
    }


def main() -> None:
    """Measure all cases in processes of their own and print a table."""
    if len(sys.argv) == 4:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
        return
    print(
        f"{'letters':>10} {'highlights':>11} {'view':>5} {'first':>8} {'step':>7} {'step p95':>9} {'narrower':>9}"
    )
    for count, highlights in SIZES:
        for kind, marks in (("bare", 0), ("desk", highlights)):
            runs = [_run(kind, count, marks) for _run_number in range(_RUNS)]
            least = {name: min(run[name] for run in runs) for name in runs[0]}
            print(
                f"{count:>10,} {marks:>11,} {kind:>5} {least['first']:8.1f} {least['step']:7.2f} "
                f"{least['step p95']:9.2f} {least['narrower']:9.1f}"
            )


def _run(kind: str, count: int, highlights: int) -> dict[str, float]:
    command = [sys.executable, __file__, kind, str(count), str(highlights)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    main()
