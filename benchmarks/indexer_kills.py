#!/usr/bin/env python3
"""Kills the process that indexes (-9) at random moments and compares each time what can be found with the archive.

    python benchmarks/indexer_kills.py [KILLS] [SEED]

Before each of the KILLS (50 by default) some things in the archive change: a text comes, annotations come, change and
go, a source goes, something is undone; every seventh time the index is deleted, so that all of it is made anew. Then
a process catches the index up and merges it. It is killed in one of the two, at a moment drawn from as long as that
takes; one that was done before does not count. After it the index is opened and caught up once, and every document of
the archive is looked for by a word of its own and by words that many have: each must be found exactly once where it
should be, and nothing else. Prints how many were missing, double or wrong; exit code 1 where there are any.
"""

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from archive_app.core.hits import SearchRequest, Tier
from archive_app.core.records import Annotation, Source
from archive_app.services import annotating, history, indexing, sources
from archive_app.services.archives import Archive, create_archive, open_archive
from archive_app.services.importing import import_files
from archive_app.store import documents
from helpers.kills import word

_STAGES = ("catching up", "merging")
_FIRST_TEXTS, _PASSAGES, _ANNOTATIONS = 20, 60, 8
_PORTIONS = 3
_COMMON = "voda most lampa"
_WORDS = re.compile(r"\w+")

Key = tuple[str, int]
"""A document: its record and ordinal."""


@dataclass
class Verdict:
    """What came of the kills; `missing`, `double` and `wrong` count documents, and must be 0."""

    kills: Counter[str] = field(default_factory=Counter)
    done_before: int = 0
    compared: int = 0
    missing: int = 0
    double: int = 0
    wrong: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether everything was found as it should be."""
        return not (self.missing or self.double or self.wrong)


# In the process that is killed


def index(folder: Path) -> None:
    """Catch up and merge all segments into one, saying so before each and at the end."""
    with open_archive(folder) as archive:
        _say(_STAGES[0])
        indexing.catch_up(archive)
        _say(_STAGES[1])
        indexing.index_of(archive).merge()
        _say("done")


def _say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


# In the process that kills


class Person:
    """Changes an archive. Every passage and note has a word of its own; `used` are all words there ever were."""

    def __init__(self, folder: Path, draw: random.Random) -> None:
        self._folder, self._draw = folder, draw
        self.used: set[str] = set()

    def begin(self) -> None:
        """Make the archive."""
        with create_archive(self._folder) as archive:
            for _text in range(_FIRST_TEXTS):
                self._import(archive)

    def work(self) -> None:
        """Change some things, and have some of them indexed, so that there are segments to merge."""
        draw = self._draw
        with open_archive(self._folder) as archive:
            for _portion in range(_PORTIONS):
                self._annotate(archive)
                indexing.catch_up(archive)
            self._import(archive)
            for _note in range(_ANNOTATIONS):
                self._annotate(archive)
            notes = archive.store.list(Annotation)
            for annotation in draw.sample(notes, _ANNOTATIONS // 2):
                annotating.edit_annotation(archive, annotation.id, note=self._new())
            if draw.random() < 0.5:
                annotating.remove_annotation(archive, draw.choice(notes).id)
            if draw.random() < 0.4:
                sources.remove_source(archive, draw.choice(archive.store.list(Source)).id)
            if draw.random() < 0.4:
                history.undo(archive)

    def _new(self) -> str:
        made = word(10_000 + len(self.used))
        self.used.add(made)
        return made

    def _import(self, archive: Archive) -> None:
        paragraphs = [f"Tu je {self._new()}, a uz to {_COMMON}." for _passage in range(_PASSAGES)]
        path = self._folder.with_name(f"{self._new()}.txt")
        path.write_text("\n\n".join(paragraphs), encoding="utf-8")
        import_files(archive, [path])
        path.unlink()

    def _annotate(self, archive: Archive) -> None:
        source = self._draw.choice(archive.store.list(Source))
        reading = sources.read_source(archive, source.id)
        assert reading is not None
        passage = self._draw.choice(reading.passages)
        annotating.annotate(archive, reading.text.id, passage.span, note=f"{self._new()} {_COMMON}")


def run_and_kill(folder: Path, stage: str, seconds: float) -> bool:
    """Let a process index and kill it so many seconds after a stage began; return whether it was not done yet."""
    indexer = subprocess.Popen(
        [sys.executable, __file__, "--index", str(folder)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert indexer.stdout is not None
    with indexer.stdout as said:
        while (line := said.readline().strip()) != stage:
            if not line:
                raise SystemExit(f"The indexer ended before {stage}: exit code {indexer.wait()}.")
        try:
            indexer.wait(seconds)
        except subprocess.TimeoutExpired:
            indexer.kill()
        return "done\n" not in said.readlines()


def measure_stages(folder: Path) -> dict[str, float]:
    """How many seconds each stage takes when nobody disturbs it."""
    indexer = subprocess.Popen(
        [sys.executable, __file__, "--index", str(folder)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert indexer.stdout is not None
    with indexer.stdout as said:
        at = [time.monotonic() for _line in said]
    if indexer.wait():
        raise SystemExit(f"The indexer ended with exit code {indexer.returncode}.")
    return {stage: after - before for stage, before, after in zip(_STAGES, at, at[1:], strict=False)}


def judge(folder: Path, used: set[str], verdict: Verdict) -> None:
    """Catch the index up once and compare all that it finds with the archive."""
    with open_archive(folder) as archive:
        indexing.catch_up(archive)
        holders: defaultdict[str, list[Key]] = defaultdict(list)
        count = 0
        for _record, found in documents.everything(archive.store):
            for document in found:
                count += 1
                for term in set(_WORDS.findall(document.text.lower())):
                    holders[term].append((document.record_id, document.ordinal))
        verdict.compared += count
        verdict.wrong += abs(indexing.index_of(archive).document_count - count)
        for term in used.union(_COMMON.split()):
            _compare(Counter(holders.get(term, ())), Counter(_found(archive, term)), verdict)


def _found(archive: Archive, term: str) -> list[Key]:
    asked = SearchRequest(query=f"={term}", tiers=frozenset({Tier.EXACT}), limit=None)
    return [(match.record_id, match.ordinal) for match in indexing.index_of(archive).search(asked).matches]


def _compare(wanted: Counter[Key], found: Counter[Key], verdict: Verdict) -> None:
    verdict.missing += len(wanted.keys() - found.keys())
    verdict.wrong += len(found.keys() - wanted.keys())
    verdict.double += sum(number > 1 for number in found.values())


def kill_often(folder: Path, kills: int, draw: random.Random) -> Verdict:
    """Kill so many times, about as often in the one stage as in the other."""
    verdict = Verdict()
    archive = folder / "archive"
    person = Person(archive, draw)
    person.begin()
    anew = measure_stages(archive)
    person.work()
    longest = {False: measure_stages(archive), True: anew}
    turn = 0
    while verdict.kills.total() < kills:
        turn += 1
        person.work()
        is_anew = turn % 7 == 0
        if is_anew:
            shutil.rmtree(archive / "index")
        stage = _STAGES[turn % 2]
        if run_and_kill(archive, stage, draw.uniform(0, longest[is_anew][stage])):
            verdict.kills[stage] += 1
        else:
            verdict.done_before += 1
        judge(archive, person.used, verdict)
    return verdict


def main() -> int:
    """Kill, and print what came of it."""
    if sys.argv[1:2] == ["--index"]:
        index(Path(sys.argv[2]))
        return 0
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10_000)
    with tempfile.TemporaryDirectory() as name:
        verdict = kill_often(Path(name), kills, random.Random(seed))
    for stage in _STAGES:
        print(f"killed while {stage:15} {verdict.kills[stage]}")
    print(f"done before the kill         {verdict.done_before}")
    print(f"documents compared           {verdict.compared}")
    print(f"missing                      {verdict.missing}")
    print(f"double                       {verdict.double}")
    print(f"wrong                        {verdict.wrong}")
    print(f"seed                         {seed}")
    return 0 if verdict.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
