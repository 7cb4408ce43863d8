"""A writer that is killed in the middle of its work, and what must hold afterwards.

The writer is this file run as a program. It says what it is about to do and, when the service has returned, that it
is done, one JSON line each. What it said was done must be there after a kill at any moment.
"""

import itertools
import json
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from archive_app.core.hits import Facet, RecordKind, SearchRequest, Tier
from archive_app.core.records import Annotation
from archive_app.core.spans import Span
from archive_app.services import annotating, history, indexing, searching, sources
from archive_app.services.archives import create_archive, open_archive
from archive_app.services.importing import import_files
from archive_app.store import counts, documents

_SYLLABLES = [first + second for first in "bdgklmnprstvz" for second in "aeiou"]


@dataclass
class Notes:
    """The notes by annotation, as the writer said; `doubtful` may or may not be as its last word says.

    `past` are the notes that were there once and should be found no more.
    """

    done: dict[str, str] = field(default_factory=dict)
    doubtful: dict[str, object] = field(default_factory=dict)
    past: set[str] = field(default_factory=set)
    acknowledged: int = 0


@dataclass
class Verdict:
    """What was found after kills; all but the first two must be 0."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    missing: int = 0
    extra: int = 0
    corrupt: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, wrong or damaged."""
        return not (self.lost or self.missing or self.extra or self.corrupt)


def word(number: int) -> str:
    """A word for a number, another one for each."""
    syllables = []
    while True:
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
        if not number:
            return "x" + "".join(reversed(syllables))


def make_archive(folder: Path, text: Path) -> None:
    """An archive with one text, for writers to annotate."""
    text.write_text("Voda nosi lišće ka mostu, a na mostu čeka dečak sa fenjerom.\n\n" * 20, encoding="utf-8")
    with create_archive(folder) as archive:
        import_files(archive, [text])
        indexing.catch_up(archive)


def write(folder: Path, first: int) -> None:
    """Write, change, delete, undo and index without end, saying each thing before and after."""
    with open_archive(folder) as archive:
        (row,) = sources.list_sources(archive)
        reading = sources.read_source(archive, row.source.id)
        assert reading is not None
        mine: list[str] = []
        for number in itertools.count(first):
            note = word(number)
            turn = number % 8
            if turn == 5 and mine:
                _say(doing=mine[0], note=note)
                annotating.edit_annotation(archive, mine[0], note=note)
                _say(done=mine[0], note=note)
            elif turn == 6 and len(mine) > 3:
                _say(doing=mine[1], note=None)
                annotating.remove_annotation(archive, mine[1])
                _say(done=mine.pop(1), note=None)
            elif turn == 7:
                indexing.catch_up(archive)
            else:
                place = number % (len(reading.letters) - 10)
                made = annotating.annotate(
                    archive, reading.text.id, Span(place, place + 10), note=note, tags=["jedna", "druga"]
                )
                _say(done=made.id, note=note)
                mine.append(made.id)
                if turn == 3:
                    _say(doing=made.id, note=None)
                    history.undo(archive)
                    _say(done=mine.pop(), note=None)


def _say(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def run_and_kill(folder: Path, first: int, seconds: float, notes: Notes) -> None:
    """Let a writer work for some seconds from its first word on, kill it, and take down what it said."""
    writer = subprocess.Popen(
        [sys.executable, __file__, folder, str(first)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert writer.stdout is not None
    lines = [writer.stdout.readline()]
    assert lines[0], "the writer could not begin"
    reader = threading.Thread(target=lines.extend, args=(writer.stdout,))
    reader.start()
    time.sleep(seconds)
    writer.kill()
    writer.wait()
    reader.join()
    writer.stdout.close()
    for line in lines:
        if line.endswith("\n"):
            _take_down(json.loads(line), notes)


def _take_down(said: dict[str, object], notes: Notes) -> None:
    if "doing" in said:
        notes.doubtful = {str(said["doing"]): said["note"]}
        return
    notes.acknowledged += 1
    notes.doubtful = {}
    if str(said["done"]) in notes.done:
        notes.past.add(notes.done[str(said["done"])])
    if said["note"] is None:
        notes.done.pop(str(said["done"]), None)
    else:
        notes.done[str(said["done"])] = str(said["note"])


def judge(folder: Path, notes: Notes, verdict: Verdict) -> None:
    """Open the archive, catch the index up once, and add to the verdict; `notes` become what is really there.

    A write that was killed before it was said to be done may be there or not.
    """
    with open_archive(folder) as archive:
        there = {annotation.id: annotation.note for annotation in archive.store.list(Annotation)}
        verdict.corrupt += len(counts.quick_check(archive.store))
        for annotation_id, note in notes.done.items():
            doubtful = annotation_id in notes.doubtful
            allowed = {note, notes.doubtful[annotation_id]} if doubtful else {note}
            verdict.lost += there.get(annotation_id) not in allowed
        unsaid = there.keys() - notes.done.keys() - notes.doubtful.keys()
        verdict.lost += max(0, len(unsaid) - 1)
        indexing.catch_up(archive)
        gone = (notes.past | set(notes.done.values())) - set(there.values())
        for annotation_id, note in there.items():
            verdict.missing += _found(archive, note) != {annotation_id}
        verdict.extra += sum(bool(_found(archive, note)) for note in gone)
        verdict.extra += indexing.index_of(archive).document_count != documents.count(archive.store)
    verdict.acknowledged, verdict.kills = notes.acknowledged, verdict.kills + 1
    notes.done, notes.doubtful, notes.past = there, {}, set()


def _found(archive: indexing.Archive, note: str) -> set[str]:
    only = {Facet.KIND: frozenset({RecordKind.ANNOTATION.value})}
    asked = SearchRequest(query=note, tiers=frozenset({Tier.EXACT}), narrowed=only, limit=None)
    result = searching.search(archive, asked)
    return {hit.record_id for hit in result.hits}


def kill_often(folder: Path, kills: int, chance: random.Random, longest: float = 0.6) -> Verdict:
    """Kill a writer at random moments within `longest` seconds, again and again on one archive."""
    make_archive(folder / "archive", folder / "voda.txt")
    notes, verdict = Notes(), Verdict()
    for number in range(kills):
        run_and_kill(folder / "archive", 8 * 10_000 * number, chance.uniform(0, longest), notes)
        judge(folder / "archive", notes, verdict)
    return verdict


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
