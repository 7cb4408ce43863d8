#!/usr/bin/env python3
"""Import a shelf of novels, index them and search them: time, memory, size, and how all of it grows.

    python benchmarks/novels.py ARCHIVE_OF_NOVELS.tar.xz [HOW_MANY ...]

The novels are the plain text files in a tar archive. Each size runs in a process of its own, so that its peak
memory is its own. Beside the import stands a bare baseline of the same run: reading the same files and writing
their letters to one SQLite table in one transaction.
"""

import json
import random
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

from archive_app.core.hits import SearchRequest
from archive_app.services import indexing
from archive_app.services.archives import create_archive
from archive_app.services.importing import Status, import_files
from archive_app.services.searching import search

QUERIES = 200


def unpack(archive: Path, folder: Path, how_many: int) -> list[Path]:
    """The first novels of the archive, in the order of their names."""
    with tarfile.open(archive) as tar:
        members = sorted((m for m in tar if m.isfile() and m.name.endswith(".txt")), key=lambda m: m.name)
        paths = []
        for member in members[:how_many]:
            path = folder / Path(member.name).name
            data = tar.extractfile(member)
            path.write_bytes(data.read() if data else b"")
            paths.append(path)
    return paths


def clocked(function):
    """Wall and CPU seconds of a call, and its result."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = function()
    return time.perf_counter() - wall, time.process_time() - cpu, result


def baseline(paths: list[Path], folder: Path) -> None:
    """The least that an import must do: read the files and keep their letters."""
    connection = sqlite3.connect(folder / "bare.db")
    connection.execute("create table letters(name text, letters text)")
    rows = ((path.name, path.read_text(encoding="utf-8")) for path in paths)
    connection.executemany("insert into letters values (?, ?)", rows)
    connection.commit()
    connection.close()


def sample_queries(paths: list[Path]) -> dict[str, list[str]]:
    """Words and phrases that stand in the novels, drawn with a fixed seed."""
    draw = random.Random(1944)
    words, pairs = [], []
    for path in draw.sample(paths, min(10, len(paths))):
        found = re.findall(r"\w{3,}", path.read_text(encoding="utf-8"))
        places = draw.sample(range(len(found) - 1), QUERIES // 10)
        words += [found[place] for place in places]
        pairs += [f"{found[place]} {found[place + 1]}" for place in places]
    return {
        "word": words,
        "two words": pairs,
        "phrase": [f'"{pair}"' for pair in pairs],
        "prefix": [f"{word[:5]}*" for word in words if len(word) > 5],
        "exact word": [f"={word}" for word in words],
    }


def size_of(folder: Path) -> float:
    """Megabytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def run(archive_path: Path, how_many: int) -> dict[str, object]:
    """One size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "novels").mkdir()
        paths = unpack(archive_path, folder / "novels", how_many)
        bare_wall, _cpu, _none = clocked(lambda: baseline(paths, folder))
        with create_archive(folder / "archive") as archive:
            wall, cpu, report = clocked(lambda: import_files(archive, paths))
            index_wall, index_cpu, _done = clocked(lambda: indexing.catch_up(archive))
            documents = indexing.index_of(archive).document_count
            times = {kind: timed(archive, queries) for kind, queries in sample_queries(paths).items()}
        return {
            "novels": len(report.of(Status.IMPORTED)),
            "passages": documents - len(paths),
            "import s (wall, cpu)": [round(wall, 1), round(cpu, 1)],
            "times the bare baseline": round(wall / bare_wall, 1),
            "index s (wall, cpu)": [round(index_wall, 1), round(index_cpu, 1)],
            "passages indexed a second": round(documents / index_cpu),
            "peak memory MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            "texts MB": round(sum(path.stat().st_size for path in paths) / 1e6, 1),
            "archive.db MB": round((folder / "archive" / "archive.db").stat().st_size / 1e6, 1),
            "media MB": round(size_of(folder / "archive" / "media"), 1),
            "index MB": round(size_of(folder / "archive" / "index"), 1),
            "search ms (p50, p95)": times,
        }


def timed(archive, queries: list[str]) -> list[float]:
    """Milliseconds at the median and the 95th percentile, fetching and marking 50 hits included."""
    took = []
    for query in queries:
        start = time.perf_counter()
        search(archive, SearchRequest(query=query))
        took.append((time.perf_counter() - start) * 1000)
    return [round(statistics.median(took), 1), round(statistics.quantiles(took, n=20)[-1], 1)]


def main() -> None:
    """Run each size in its own process and print the figures."""
    if sys.argv[1] == "--one":
        print(json.dumps(run(Path(sys.argv[2]), int(sys.argv[3]))))
        return
    for how_many in sys.argv[2:] or ["25", "100"]:
        command = [sys.executable, __file__, "--one", sys.argv[1], how_many]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"\n{how_many} novels")
        for what, value in figures.items():
            print(f"  {what:28} {value}")


if __name__ == "__main__":
    main()
