"""How fast the reading desk is: the first paint of a long text and a step of scrolling, in CPU milliseconds.

Usage: python benchmarks/reader.py

Each figure is the least of three fresh processes (offscreen). `bare` is a QPlainTextEdit that shows the same text
without anything; `desk` is the pane of the reading desk with its column, numbers, captions and highlights that overlap.

Below that, how long a new highlight takes in the whole workspace on a real archive, from the key to the paint that
shows it, and to its being saved: CPU and wall milliseconds, the median of nine. Then how long it takes there to turn to
such a text from a short one, to its first paint with all highlights, to mark a word in it, and to show it in the other
script and in its own again: the median of five. `late` is the longest that one turn of the event loop computes after
that paint, while what the annotations say is fetched and their cards are placed.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = ((200_000, 2_000), (1_000_000, 10_000))
"""Letters of the text, and highlights in it."""
_RUNS = 3
_STEPS = 60
_MARKED = 9
_TURNED = 5
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


def marking(count: int, highlights: int) -> dict[str, float]:
    """Highlight words in a long text of a real archive; return medians in milliseconds."""
    from PySide6.QtWidgets import QApplication

    from archive_app.services.archives import create_archive
    from archive_app.ui import theme
    from archive_app.ui.jobs import Runner
    from archive_app.ui.session import Session
    from archive_app.ui.settings import Settings
    from archive_app.ui.workspace import Workspace

    app = QApplication([])
    theme.set_up(app, theme.Mode.LIGHT)
    painted = _watch_painting()
    with tempfile.TemporaryDirectory() as temporary, create_archive(Path(temporary) / "archive") as archive:
        source_id = _filled(archive, Path(temporary) / "text.txt", count, highlights)
        runner = Runner()
        session = Session(archive, runner)
        session.index.close()  # it works in a process of its own, which would be measured with this one
        session.mentions.close()
        workspace = Workspace(session, Settings(Path(temporary) / "window.ini"))
        workspace.resize(1280, 800)
        workspace.show()
        workspace.showing.show_source(source_id)
        until = time.monotonic() + 20
        while time.monotonic() < until and len(workspace.reader.annotations.all) < highlights:
            app.processEvents()
        bar = workspace.reader.pane.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        app.processEvents()
        steps = [_marked(app, workspace, painted, step) for step in range(_MARKED)]
        workspace.hide()
        runner.close()
        session.close()
    return {name: statistics.median(step[name] for step in steps) for name in steps[0]}


def turning(count: int, highlights: int) -> dict[str, float]:
    """Turn from a short text of a real archive to a long one, and find words in it; medians in CPU milliseconds."""
    from PySide6.QtWidgets import QApplication

    from archive_app.services import sources
    from archive_app.services.archives import create_archive
    from archive_app.services.importing import import_files
    from archive_app.ui import theme
    from archive_app.ui.jobs import Runner
    from archive_app.ui.session import Session
    from archive_app.ui.settings import Settings
    from archive_app.ui.workspace import Workspace

    app = QApplication([])
    theme.set_up(app, theme.Mode.LIGHT)
    with tempfile.TemporaryDirectory() as temporary, create_archive(Path(temporary) / "archive") as archive:
        long = _filled(archive, Path(temporary) / "text.txt", count, highlights)
        (Path(temporary) / "short.txt").write_text(letters_of(900)[::-1], encoding="utf-8")
        import_files(archive, [Path(temporary) / "short.txt"])
        (short,) = {row.source.id for row in sources.list_sources(archive)} - {long}
        runner = Runner()
        session = Session(archive, runner)
        session.index.close()
        session.mentions.close()
        workspace = Workspace(session, Settings(Path(temporary) / "window.ini"))
        workspace.resize(1280, 800)
        workspace.show()
        steps = [_turned(app, workspace, short, long, highlights) for _turn in range(_TURNED)]
        workspace.hide()
        runner.close()
        session.close()
    return {name: statistics.median(step[name] for step in steps) for name in steps[0]}


def _turned(app, workspace, short: str, long: str, highlights: int) -> dict[str, float]:  # type: ignore[no-untyped-def]
    workspace.showing.show_source(short)
    _live(app, 0.2)
    pane = workspace.reader.pane
    start = time.process_time()
    workspace.showing.show_source(long)
    pane.viewport().repaint()
    shown = time.process_time()
    assert len(pane.shown.marks.all) == highlights
    late = _longest_turn(app, lambda: workspace.inspector.list.cards.rowCount() >= highlights)
    assert len(workspace.reader.annotations.all) == highlights
    workspace.reader.finder.open()
    begun = time.process_time()
    workspace.reader.find_bar.line.setText("beograd")
    workspace.reader.find_bar.asked.emit()
    pane.viewport().repaint()
    found = time.process_time()
    assert pane.shown.places
    workspace.reader.find_bar.close_bar()
    _live(app, 0.1)
    return {
        "shown": 1000 * (shown - start),
        "late": late,
        "found": 1000 * (found - begun),
        "other": _switched(app, workspace.reader, True),
        "own": _switched(app, workspace.reader, False),
    }


def _longest_turn(app, is_done) -> float:  # type: ignore[no-untyped-def]
    """The longest that one turn of the event loop computes until all is there, and a while after that."""
    longest, until = 0.0, 0.0
    while not until or time.monotonic() < until:
        start = time.thread_time()
        app.processEvents()
        longest = max(longest, 1000 * (time.thread_time() - start))
        if not until and is_done():
            until = time.monotonic() + 0.5
    return longest


def _switched(app, reader, other: bool) -> float:  # type: ignore[no-untyped-def]
    start = time.process_time()
    reader.read_in_other_script(other)
    reader.pane.viewport().repaint()
    taken = 1000 * (time.process_time() - start)
    _live(app, 0.2)
    return taken


def _live(app, seconds: float) -> None:  # type: ignore[no-untyped-def]
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()


def _watch_painting() -> list[tuple[int, float, float]]:
    """Note at the end of each paint of a text: how many marks it has, and wall and CPU time."""
    from archive_app.ui.text_pane import TextPane

    painted: list[tuple[int, float, float]] = []
    paint = TextPane.paintEvent

    def watched(pane, event) -> None:  # type: ignore[no-untyped-def]
        paint(pane, event)
        painted.append((len(pane.shown.marks.all), time.perf_counter(), time.process_time()))

    TextPane.paintEvent = watched  # type: ignore[method-assign]
    return painted


def _filled(archive, path: Path, count: int, highlights: int) -> str:  # type: ignore[no-untyped-def]
    """Import a text and put highlights on it, each with a tag and every fifth with a note; the source's id."""
    from archive_app.core.ids import new_id
    from archive_app.core.records import Annotation, Colour
    from archive_app.core.spans import Span, anchor
    from archive_app.services import sources
    from archive_app.services.importing import import_files
    from archive_app.store import annotations

    path.write_text(letters_of(count), encoding="utf-8")
    import_files(archive, [path])
    (row,) = sources.list_sources(archive)
    reading = sources.read_source(archive, row.source.id)
    assert reading is not None
    random.seed(2)
    colours, made = list(Colour), []
    for number in range(highlights):
        start = random.randrange(len(reading.letters) - 400)
        span = Span(start, start + random.randint(10, 300))
        around = anchor(reading.letters, span)
        made.append(
            Annotation(
                id=new_id(),
                text_id=reading.text.id,
                start=span.start,
                end=span.end,
                quote=around.quote,
                prefix=around.prefix,
                suffix=around.suffix,
                colour=colours[number % len(colours)],
                note="" if number % 5 else "beleška",
            )
        )
    with archive.operation("Annotate"):
        annotations.add_many(archive.store, made, ["Rat / Glad"])
    return row.source.id


def _marked(app, workspace, painted, step: int) -> dict[str, float]:  # type: ignore[no-untyped-def]
    from archive_app.core.records import Colour
    from archive_app.ui.jobs import Lane

    pane, runner = workspace.reader.pane, workspace.session.runner
    cursor = pane.textCursor()
    cursor.setPosition(pane.firstVisibleBlock().position() + 5 + 11 * step)
    cursor.setPosition(cursor.position() + 20, cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    app.processEvents()
    before = len(pane.shown.marks.all)
    saved: list[tuple[float, float]] = []
    workspace.session.archive.subscribe(
        lambda _changes: saved.append((time.perf_counter(), time.process_time()))
    )
    painted.clear()
    wall, cpu = time.perf_counter(), time.process_time()
    workspace.reader.marking.annotate_selection(Colour.GREEN)
    while not any(marks > before for marks, *_times in painted) or runner.is_busy(Lane.WRITE):
        app.processEvents()
    _marks, seen_wall, seen_cpu = next(one for one in painted if one[0] > before)
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        app.processEvents()
    return {
        "seen": 1000 * (seen_cpu - cpu),
        "seen wall": 1000 * (seen_wall - wall),
        "saved": 1000 * (saved[0][1] - cpu),
        "saved wall": 1000 * (saved[0][0] - wall),
    }


def main() -> None:
    """Measure all cases in processes of their own and print a table."""
    if len(sys.argv) == 4 and sys.argv[1] == "marking":
        print(json.dumps(marking(int(sys.argv[2]), int(sys.argv[3]))))
        return
    if len(sys.argv) == 4 and sys.argv[1] == "turning":
        print(json.dumps(turning(int(sys.argv[2]), int(sys.argv[3]))))
        return
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
    print(
        f"\n{'letters':>10} {'highlights':>11} {'seen':>8} {'seen wall':>10} {'saved':>8} {'saved wall':>11}"
        "  of a new highlight"
    )
    for count, highlights in SIZES:
        found = _run("marking", count, highlights)
        print(
            f"{count:>10,} {highlights:>11,} {found['seen']:8.1f} {found['seen wall']:10.1f} "
            f"{found['saved']:8.1f} {found['saved wall']:11.1f}"
        )
    print(
        f"\n{'letters':>10} {'highlights':>11} {'shown':>8} {'late':>8} {'found':>8} {'other':>8} {'own':>8}"
    )
    for count, highlights in SIZES:
        found = _run("turning", count, highlights)
        print(
            f"{count:>10,} {highlights:>11,} {found['shown']:8.1f} {found['late']:8.1f} {found['found']:8.1f} "
            f"{found['other']:8.1f} {found['own']:8.1f}"
        )


def _run(kind: str, count: int, highlights: int) -> dict[str, float]:
    command = [sys.executable, __file__, kind, str(count), str(highlights)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


if __name__ == "__main__":
    main()
