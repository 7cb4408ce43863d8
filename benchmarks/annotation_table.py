#!/usr/bin/env python3
"""How fast the table of all annotations is, in CPU milliseconds of all threads.

    python benchmarks/annotation_table.py [FOLDER]

Makes archives with 10,000 and 100,000 annotations over 100 texts in FOLDER (or a temporary one), and shows each in
fresh processes (offscreen); figures are the medians of several. `bare` is a QTableView over a model of as many rows
that know nothing but their number. `made` is what the window's own process needs while the keys of all annotations are
made, once in the life of an archive, `made beside` what the process for heavy work needs for it, and `late` how long
the window had to wait at most meanwhile (wall). All else is as the person waits for it, until it is painted.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SIZES = (10_000, 100_000)
TEXTS = 100
_RUNS = 5
_REPEATED = 5
_WORDS = (
    "Београд река мост улица архива писмо војска зима кућа стари брод човек жена град у и на је да се који "
    "станица ноћ коњ пут село вода ветар прозор kuća reka most ulica pismo grad stanica put selo voda prozor "
    "Калемегдан Dorćol ђерам ljubav џеп njiva ћошак"
).split()


def words(least: int, most: int) -> str:
    """Some words, as a quotation or a note has them."""
    return " ".join(random.choices(_WORDS, k=random.randint(least, most)))


def archive_of(count: int, folder: Path) -> None:
    """Make an archive with so many annotations, unless it is there."""
    from archive_app.core.ids import new_id
    from archive_app.core.records import Event, Tag
    from archive_app.services.archives import create_archive, is_archive

    if is_archive(folder):
        return
    random.seed(1)
    with create_archive(folder) as archive, archive.operation("Fill"):
        tags = [Tag(id=new_id(), name=f"{words(1, 2)} {number}") for number in range(40)]
        events = [Event(id=new_id(), title=f"{words(1, 4)} {number}") for number in range(60)]
        archive.store.insert_many(tags)
        archive.store.insert_many(events)
        for number in range(TEXTS):
            _add_text(archive.store, number, count // TEXTS, tags, events)


def _add_text(store: Any, number: int, count: int, tags: list[Any], events: list[Any]) -> None:
    from archive_app.core.ids import new_id
    from archive_app.core.records import Link, PassageKind, Source, Text
    from archive_app.core.spans import Span
    from archive_app.store import texts
    from archive_app.store.store import now

    source = Source(id=new_id(), title=f"{words(2, 4)} {number}", made_at=now())
    letters = "\n\n".join(words(20, 60) for _paragraph in range(400))
    spans, place = [], 0
    for paragraph in letters.split("\n\n"):
        spans.append(Span(place, place + len(paragraph)))
        place += len(paragraph) + 2
    sha256 = texts.keep_letters(store, letters)
    text = Text(id=new_id(), source_id=source.id, letters_sha256=sha256, length=len(letters))
    store.insert(source)
    store.insert(text)
    texts.keep_passages(store, text.id, [(PassageKind.PARAGRAPH, span) for span in spans])
    made = [_annotation(text.id, letters) for _annotation_number in range(count)]
    store.insert_many(made)
    store.execute_many(
        "INSERT INTO annotation_tags(id, annotation_id, tag_id) VALUES (?, ?, ?)",
        [(new_id(), one.id, random.choice(tags).id) for one in made if random.random() < 0.7],
    )
    tied = [one for one in made if random.random() < 0.2]
    store.insert_many(
        [Link(id=new_id(), annotation_id=one.id, event_id=random.choice(events).id) for one in tied]
    )


def _annotation(text_id: str, letters: str) -> Any:
    from archive_app.core.ids import new_id
    from archive_app.core.records import Annotation, Colour
    from archive_app.store.store import now

    start = random.randrange(len(letters) - 300)
    end = start + random.randint(8, 200)
    return Annotation(
        id=new_id(),
        text_id=text_id,
        start=start,
        end=end,
        quote=letters[start:end],
        colour=random.choice([*Colour, None]),
        note=words(3, 15) if random.random() < 0.6 else "redkarec" if random.random() < 0.003 else "",
        author=random.choice(["ana", "мира", "jovan"]),
        made_at=now(),
    )


def bare(count: int) -> dict[str, float]:
    """Show a table that knows nothing."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QHeaderView, QTableView

    class Model(QAbstractTableModel):
        def rowCount(self, _parent: object = None) -> int:
            return count

        def columnCount(self, _parent: object = None) -> int:
            return 9

        def data(self, index: Any, role: int = 0) -> Any:
            return f"row {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

    app = _application()
    start = time.process_time()
    view, model = QTableView(), Model()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.setModel(model)
    view.resize(1000, 700)
    view.show()
    app.processEvents()
    view.viewport().repaint()
    return {"open": 1000 * (time.process_time() - start)}


def nothing(progress: object = None) -> None:
    """Let the process for heavy work begin."""
    del progress


def made(folder: Path) -> dict[str, float]:
    """Work out all keys while the window counts how late it is."""
    from PySide6.QtCore import QEventLoop, QTimer

    from archive_app.services import annotation_table
    from archive_app.services.archives import open_archive
    from archive_app.services.work import ProcessWork
    from archive_app.ui.annotation_finder import AnnotationFinder
    from archive_app.ui.collecting import Collector
    from archive_app.ui.jobs import Runner
    from archive_app.ui.session import Session

    app = _application()
    collector = Collector(app)
    (folder / "index" / annotation_table.FILE).unlink(missing_ok=True)
    with open_archive(folder, work=ProcessWork()) as archive:
        archive.work.run(nothing)  # in a window the process is there before the table is wanted
        runner = Runner()
        session = Session(archive, runner)
        finder, loop = AnnotationFinder(session), QEventLoop()
        finder.found.connect(loop.quit)
        late, last = 0.0, time.perf_counter()

        def tick() -> None:
            nonlocal late, last
            late, last = max(late, time.perf_counter() - last - 0.005), time.perf_counter()

        timer = QTimer()
        timer.timeout.connect(tick)
        timer.start(5)
        start = time.process_time()
        finder.ask(annotation_table.Wanted())
        loop.exec()
        took = time.process_time() - start
        timer.stop()
        session.close()
        runner.close()
    collector.stop()
    beside = resource.getrusage(resource.RUSAGE_CHILDREN)  # once the process has ended with the archive
    return {
        "made": 1000 * took,
        "made beside": 1000 * (beside.ru_utime + beside.ru_stime),
        "late": 1000 * late,
    }


def shown(folder: Path) -> dict[str, float]:
    """Open the table, filter it and order it."""
    from PySide6.QtCore import QEventLoop

    from archive_app.services.annotation_table import Column
    from archive_app.services.archives import open_archive
    from archive_app.ui.annotation_table_view import AnnotationTableView
    from archive_app.ui.jobs import Runner
    from archive_app.ui.session import Session
    from archive_app.ui.settings import Settings

    app = _application()
    with open_archive(folder) as archive, tempfile.TemporaryDirectory() as temporary:
        runner = Runner()
        session = Session(archive, runner)
        loop = QEventLoop()

        def waited(call: Callable[[], Any]) -> float:
            start = time.process_time()
            call()
            loop.exec()
            app.processEvents()
            view.table.viewport().repaint()
            return 1000 * (time.process_time() - start)

        def opened() -> None:
            nonlocal view
            view = AnnotationTableView(session, Settings(Path(temporary) / "window.ini"))
            view.finder.found.connect(loop.quit)
            view.resize(1000, 700)
            view.show()

        view: AnnotationTableView
        figures = {"open": waited(opened)}
        for name, words in FILTERS.items():
            times = []
            for _time in range(_REPEATED):
                times.append(waited(lambda words=words: view.filter.line.setText(words)))
                waited(view.filter.clear)
            figures[name] = statistics.median(times)
        orders = [waited(lambda column=column: view.order_by(column)) for column in Column]
        figures["order, slowest"] = max(orders)
        bar = view.table.verticalScrollBar()
        steps = []
        for _step in range(60):
            start = time.process_time()
            bar.setValue(bar.value() + 3)
            view.table.viewport().repaint()
            steps.append(1000 * (time.process_time() - start))
        figures["scroll step"] = statistics.median(steps)
        view.hide()
        session.close()
        runner.close()
    return figures


FILTERS = {
    "filter, rare": "redkarec",
    "filter, one in two": "kalem",
    "filter, two words": "река most",
    "filter, all": "a",
}


def _application() -> Any:
    from PySide6.QtWidgets import QApplication, QLabel

    from archive_app.ui import theme

    app = QApplication([])
    theme.set_up(app, theme.Mode.LIGHT)
    warm = QLabel("а")
    warm.show()
    app.processEvents()
    warm.hide()
    return app


def _run(*arguments: str) -> dict[str, float]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, __file__, *arguments], env=environment, check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _measure(base: Path) -> None:
    columns: dict[str, dict[str, float]] = {}
    for count in SIZES:
        folder = base / f"annotations-{count}"
        archive_of(count, folder)
        figures = _run("made", str(folder))
        figures |= _medians([_run("shown", str(folder)) for _number in range(_RUNS)])
        figures["bare, open"] = _medians([_run("bare", str(count)) for _number in range(_RUNS)])["open"]
        columns[f"{count:,}"] = figures
    print(f"{'CPU ms':20}" + "".join(f"{head:>10}" for head in columns))
    for name in next(iter(columns.values())):
        print(f"{name:20}" + "".join(f"{figures[name]:10.1f}" for figures in columns.values()))


def main() -> None:
    """Measure everything and print a table, a column for each size."""
    if len(sys.argv) == 3:
        kind, value = sys.argv[1:]
        measure = {
            "bare": lambda: bare(int(value)),
            "made": lambda: made(Path(value)),
            "shown": lambda: shown(Path(value)),
        }
        print(json.dumps(measure[kind]()))
    elif len(sys.argv) == 2:
        _measure(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            _measure(Path(temporary))


if __name__ == "__main__":
    main()
