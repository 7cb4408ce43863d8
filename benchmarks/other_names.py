"""What people, units and places cost a search: each query with 0 authority records and with many, in CPU time.

    python benchmarks/other_names.py NOVELS.tar.xz [PASSAGES] [RECORDS] [--keep DIR]

Makes an archive of PASSAGES passages (20,000 by default) by the services, or takes that of the last time from DIR, and
asks for words letter by letter, as a person types them, and for names of the records. RECORDS authority records (5,000
by default) have two names each, drawn from the novels (see names.py). Printed are the median and the 95th percentile,
and how long the first search takes after a name has changed.
"""

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

from _archives import archive_of
from _corpus import read_novels
from archive_app.core.hits import SearchRequest
from archive_app.core.kinds import AuthorityKind
from archive_app.services import authorities, indexing, searching
from archive_app.services.archives import Archive, open_archive
from keystrokes import words_to_type
from names import draw_names

_ROUNDS = 5
_WORDS = 12
_SEED = 1944


def ask(archive: Archive, queries: list[str]) -> list[float]:
    """Milliseconds of CPU time for each query, at the median of some rounds."""
    took: list[list[float]] = [[] for _query in queries]
    for _round in range(_ROUNDS):
        for n, query in enumerate(queries):
            start = time.process_time()
            searching.search(archive, SearchRequest(query=query))
            took[n].append((time.process_time() - start) * 1e3)
    return [statistics.median(times) for times in took]


def report(name: str, times: list[float]) -> None:
    """Print the figures of some queries."""
    ninety_fifth = statistics.quantiles(times, n=20)[-1]
    print(f"  {name:34} median {statistics.median(times):7.2f} ms, p95 {ninety_fifth:7.2f} ms")


def add_records(archive: Archive, names: dict[str, list[str]]) -> None:
    """Make an authority record of each name, with another one as its variant."""
    every = [own[0] for own in names.values()]
    with archive.operation("Many"):
        for name, other in zip(every, [*every[1:], every[0]], strict=True):
            authorities.add_authority(archive, AuthorityKind.PERSON, name, variants=[other])


def measure(novels: Path, folder: Path, passages: int, records: int) -> None:
    """Print the figures without records and with them."""
    archive_of(novels, passages, folder)
    typed = [word[:n] for word in words_to_type(novels, _WORDS) for n in range(2, len(word) + 1)]
    names = draw_names(read_novels(novels), records)
    sought = random.Random(_SEED).sample([own[0] for own in names.values()], _WORDS)
    with open_archive(folder) as archive:
        indexing.catch_up(archive)
        for known in (0, records):
            if known and not archive.store.value("SELECT count(*) FROM authorities"):
                add_records(archive, names)
                indexing.catch_up(archive)
            print(f"{known} records")
            start = time.process_time()
            searching.search(archive, SearchRequest(query="reka"))
            print(f"  {'first search after a change':34} {(time.process_time() - start) * 1e3:7.2f} ms")
            report("words, letter by letter", ask(archive, typed))
            report("names", ask(archive, sought))


def main() -> None:
    """Measure in a temporary folder, or in one that is kept."""
    parser = argparse.ArgumentParser()
    parser.add_argument("novels", type=Path)
    parser.add_argument("passages", type=int, nargs="?", default=20_000)
    parser.add_argument("records", type=int, nargs="?", default=5_000)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked.keep or Path(temporary)) / "archive"
        measure(asked.novels, folder, asked.passages, asked.records)


if __name__ == "__main__":
    main()
