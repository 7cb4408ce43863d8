#!/usr/bin/env python3
"""How fast search is, beside SQLite FTS5 and tantivy on the same words in the same run.

    python benchmarks/search.py NOVELS.tar.xz [SIZE ...] [--engines ours,fts5,tantivy] [--keep DIR] [--json FILE]

NOVELS is a tar archive of plain text novels (see _corpus.py for how passages and queries are made of them); a size is a
number of passages. Each engine is built in one process and asked in another, so that its memory is its own. Every
query asks for the total and the best 50 passages with the ids of their source and record; each kind has 25
queries, all of which are asked one after the other, three times over. This search is asked twice: with its tiers off,
when its totals must be those of the others, and for all forms of each word. So is tantivy (see _peers.py).

Folding the words for the peers is not counted in their speed of indexing, nor is reading the passages in anybody's.
With --keep the passages and the peers' indexes are taken from DIR where they are there from the last time.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import _corpus
from _corpus import KINDS, Query
from _measures import Stopwatch, memory, peak_memory, percentile, size_of

_SIZES = (10_000, 100_000)
_ROUNDS = 3
_CHANGES = 20
_BUILT = {
    "ours": "ours",
    "ours in all forms": "ours",
    "fts5": "fts5",
    "tantivy": "tantivy",
    "tantivy by columns": "tantivy",
}
"""Who is asked, and whose index that is."""
_UNEQUAL = ("fuzzy",)
"""Kinds whose totals may differ: engines mean different things by them."""
_UNBOUND = ("facets", "by date")
"""Kinds without a target; this search counts six facets where the others count two."""
_BOUNDS = {"tantivy": 2, "fts5": 1}
_TIERS_MS = {100_000: 20, 1_000_000: 100}

Figures = dict[str, Any]


def _engine(name: str) -> Any:
    """The class of an engine; its libraries are loaded only in the process that measures it."""
    if name.startswith("ours"):
        from _ours import Ours, OursInAllForms

        return Ours if name == "ours" else OursInAllForms
    from _peers import Fts5, Tantivy, TantivyColumns

    return {"fts5": Fts5, "tantivy": Tantivy}.get(name, TantivyColumns)


# In a process of its own


def build(name: str, folder: Path) -> Figures:
    """Make an engine's index of the passages in `folder`."""
    engine = _engine(name)
    passages = folder / "passages.tsv"
    watch = Stopwatch()
    count = sum(1 for _passage in _corpus.read_passages(passages))
    reading = watch.read()
    target = folder / name
    target.mkdir()
    watch = Stopwatch()
    engine.build(target, _corpus.read_passages(passages))
    wall, cpu = (took - read for took, read in zip(watch.read(), reading, strict=True))
    watch = Stopwatch()
    engine.merge(target)
    return {
        "merge s": round(watch.read().wall, 2),
        "a second (wall)": round(count / wall),
        "a second (cpu)": round(count / cpu),
        "peak MB": peak_memory(),
        "disk MB": size_of(target),
    }


def ask(name: str, folder: Path) -> Figures:
    """Open an engine's index and ask it all queries."""
    engine = _engine(name)
    queries = _corpus.read_queries(folder / "queries.json")
    before = memory()
    start = time.perf_counter()
    opened = engine(folder / _BUILT[name])
    open_ms = (time.perf_counter() - start) * 1000
    after_opening = memory()
    start = time.perf_counter()
    opened.search(Query("frequent word", ("rat",), ("rat",)))
    figures: Figures = {
        "open ms": open_ms,
        "first query ms": (time.perf_counter() - start) * 1000,
        "MB before": before,
        "MB opened": after_opening,
    }
    figures["kinds"] = {
        kind: _ask_kind(opened, [query for query in queries if query.kind == kind]) for kind in KINDS
    }
    figures["MB after all queries"] = memory()
    return figures


def _ask_kind(opened: Any, queries: list[Query]) -> Figures:
    rounds: list[list[float]] = []
    answers: list[Any] = []
    for _round in range(_ROUNDS):
        took, answers = [], []
        for query in queries:
            start = time.perf_counter()
            answer = opened.search(query)
            took.append((time.perf_counter() - start) * 1000)
            answers.append(answer)
        rounds.append(took)
    flat = [took for one in rounds for took in one]
    return {
        "p50": round(percentile(flat, 50), 3),
        "p95": round(percentile(flat, 95), 3),
        "first time p95": round(percentile(rounds[0], 95), 3),
        "best of each p95": round(percentile(map(min, *rounds), 95), 3),
        "totals": [_outcome(answer) for answer in answers],
    }


def _outcome(answer: Any) -> list[int]:
    """What must be equal: the total, how many were fetched, and the sums of the counts, of sources and of kinds."""
    by_source, by_kind = answer.counts.get("source", {}), answer.counts.get("kind", {})
    return [
        answer.total,
        len(set(answer.found)),
        sum(by_source.values()),
        sum(count > 0 for count in by_source.values()),
        by_kind.get("annotation", 0),
    ]


def change(name: str, folder: Path) -> Figures:
    """Change annotations, in a copy of an index; milliseconds until each is found."""
    from _ours import change_one

    annotations = (
        passage for passage in _corpus.read_passages(folder / "passages.tsv") if passage.kind == "annotation"
    )
    took = []
    with tempfile.TemporaryDirectory(dir=folder) as copy:
        shutil.copytree(folder / name, copy, dirs_exist_ok=True)
        opened = _engine(name)(Path(copy))
        for number, passage in zip(range(_CHANGES), annotations, strict=False):
            start = time.perf_counter()
            found = change_one(opened.index, passage, opened.index.seen + 1)
            took.append((time.perf_counter() - start) * 1000)
            if not found:
                raise SystemExit(f"Change {number} was not found.")
    return {"ms": took}


_STEPS = {"build": build, "ask": ask, "change": change}


# One size


def _call(step: str, name: str, folder: Path) -> Figures:
    """Run a step in a process of its own."""
    command = [sys.executable, __file__, "--step", step, name, str(folder)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output.splitlines()[-1])  # type: ignore[no-any-return]


def prepare(novels: Path, size: int, folder: Path) -> None:
    """Write the passages and queries of one size, unless they are there."""
    if (folder / "queries.json").is_file():
        return
    folder.mkdir(parents=True, exist_ok=True)
    passages = folder / "passages.tsv"
    _corpus.write_passages(passages, _corpus.passages(_corpus.read_novels(novels), size))
    _corpus.write_queries(folder / "queries.json", _corpus.draw_queries(passages))


def measure(size: int, folder: Path, engines: list[str], reuse: bool) -> Figures:
    """Build and ask each engine. Only the peers' indexes are ever used again, unless `reuse`."""
    figures: Figures = {"passages": size, "load before": os.getloadavg()[0], "engines": {}}
    for name in engines:
        built = folder / f"{name}.json"
        if not built.is_file() or (name == "ours" and not reuse):
            shutil.rmtree(folder / name, ignore_errors=True)
            built.unlink(missing_ok=True)
            built.write_text(json.dumps(_call("build", name, folder)), encoding="utf-8")
        for asked, owner in _BUILT.items():
            if owner == name:
                figures["engines"][asked] = {
                    "build": json.loads(built.read_text(encoding="utf-8")),
                    **_call("ask", asked, folder),
                }
        if name == "ours":
            figures["change ms"] = _call("change", name, folder)["ms"]
    return figures


# What is printed


def _verdict(is_met: bool) -> str:
    return "met" if is_met else "MISSED"


def report(figures: Figures) -> None:
    """Print one size as tables."""
    engines = figures["engines"]
    print(f"\n{figures['passages']:,} passages; load of the machine before: {figures['load before']:.1f}")
    print("\nmilliseconds, p50 / p95".ljust(24) + "".join(f"{name:>20}" for name in engines))
    for kind in KINDS:
        cells = [engine["kinds"][kind] for engine in engines.values()]
        print(f"{kind:22}" + "".join(f"{cell['p50']:>11.2f} /{cell['p95']:7.2f}" for cell in cells))
    if "ours" in engines:
        _report_targets(figures)
    _report_totals(engines)
    _report_building(engines)
    if "ours" in engines:
        _report_upkeep(engines["ours"], figures["change ms"])


def _report_targets(figures: Figures) -> None:
    engines, most = figures["engines"], _TIERS_MS.get(figures["passages"])
    peers = [name for name in ("tantivy", "fts5") if name in engines]
    head = "".join(f"{f'tiers off, to {name}':>28}" for name in peers)
    print(f"\n{'p95 against':22}{head}{'in all forms, ms':>28}")
    for kind in KINDS:
        p95 = {name: engine["kinds"][kind]["p95"] for name, engine in engines.items()}
        row = f"{kind:22}"
        for name in peers:
            ratio = p95["ours"] / p95[name]
            bound = _BOUNDS[name]
            if kind in _UNBOUND or (name, kind) == ("fts5", "rare word"):
                row += f"{ratio:>15.2f} (no target)"
            else:
                row += f"{ratio:>13.2f} (≤ {bound}) {_verdict(ratio <= bound):>6}"
        forms = p95["ours in all forms"]
        row += f"{forms:>15.2f}" + (f" (≤ {most}) {_verdict(forms <= most):>6}" if most else "")
        print(row)


def _report_totals(engines: Figures) -> None:
    """Where engines that look for the same words found another number of passages."""
    same = {name: engine for name, engine in engines.items() if name != "ours in all forms"}
    if len(same) < 2:
        return
    print(f"\nqueries with the same totals in {', '.join(same)}")
    for kind in KINDS:
        rows = list(zip(*(engine["kinds"][kind]["totals"] for engine in same.values()), strict=True))
        unequal = [(number, row) for number, row in enumerate(rows) if any(one != row[0] for one in row)]
        note = " (engines may differ here)" if kind in _UNEQUAL and unequal else ""
        print(f"{kind:22}{len(rows) - len(unequal):3} of {len(rows)}{note}")
        for number, row in unequal[:5]:
            print(f"    query {number}: " + ", ".join(f"{n} {r}" for n, r in zip(same, row, strict=True)))


def _report_building(engines: Figures) -> None:
    row: Callable[[str, Callable[[Figures], str]], None] = lambda title, cell: print(  # noqa: E731
        f"{title:34}" + "".join(f"{cell(engine):>20}" for engine in engines.values())
    )
    print("\n" + " " * 34 + "".join(f"{name:>20}" for name in engines))
    for what in ("a second (wall)", "a second (cpu)"):
        row(f"passages indexed {what}", lambda engine, what=what: f"{engine['build'][what]:,}")
    row("seconds of merging afterwards", lambda engine: f"{engine['build']['merge s']:.1f}")
    row("peak MB of indexing", lambda engine: f"{engine['build']['peak MB']:,.0f}")
    row("MB on disk", lambda engine: f"{engine['build']['disk MB']:,.1f}")
    row("ms to open", lambda engine: f"{engine['open ms']:.1f}")
    row("ms of the first query", lambda engine: f"{engine['first query ms']:.1f}")
    for what in ("MB before", "MB opened", "MB after all queries"):
        for part in ("resident", "share", "private", "anonymous"):
            row(f"{what}, {part}", lambda engine, what=what, part=part: f"{engine[what][part]:,.0f}")


def _report_upkeep(ours: Figures, changes: list[float]) -> None:
    speed, resident, worst = ours["build"]["a second (wall)"], ours["MB opened"]["resident"], max(changes)
    print()
    print(f"indexing          {speed:,} passages a second (≥ 5,000) {_verdict(speed >= 5000)}")
    print(f"opening           {ours['open ms']:.0f} ms (< 1000) {_verdict(ours['open ms'] < 1000)}")
    print(f"opened            {resident:.0f} MB resident (< 300) {_verdict(resident < 300)}")
    print(
        f"changed and found {percentile(changes, 50):.0f} ms at the median, {worst:.0f} ms at most "
        f"(≤ 100) {_verdict(worst <= 100)}"
    )


def main() -> None:
    """Measure the sizes that were asked for."""
    if sys.argv[1:2] == ["--step"]:
        step, name, folder = sys.argv[2:]
        print(json.dumps(_STEPS[step](name, Path(folder))))
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("novels", type=Path, help="tar archive of plain text novels")
    parser.add_argument("sizes", type=int, nargs="*", default=_SIZES, help="numbers of passages")
    parser.add_argument("--engines", default="ours,fts5,tantivy", help="which, with commas between them")
    parser.add_argument("--keep", type=Path, help="folder for passages and indexes, to be used again")
    parser.add_argument("--reuse", action="store_true", help="use also this search's index again")
    parser.add_argument("--json", type=Path, help="file for all figures")
    options = parser.parse_args()
    everything = []
    with tempfile.TemporaryDirectory() as temporary:
        for size in options.sizes or _SIZES:
            folder = (options.keep or Path(temporary)) / str(size)
            prepare(options.novels, size, folder)
            everything.append(measure(size, folder, options.engines.split(","), options.reuse))
            report(everything[-1])
    if options.json:
        options.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
