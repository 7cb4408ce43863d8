"""Time and memory of this process."""

import resource
import statistics
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Seconds(NamedTuple):
    """How long something took, and how much of it the processor worked (all threads)."""

    wall: float
    cpu: float


class Stopwatch:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> Seconds:
        """The seconds so far."""
        return Seconds(time.perf_counter() - self._wall, time.process_time() - self._cpu)


def memory() -> dict[str, float]:
    """Megabytes of this process now: resident, its share of what several use (PSS), and its alone.

    Files that are mapped into memory are resident, and the system may take them out at any time; `anonymous` is what
    is not such a file. All are 0 where the system does not tell (proc(5), smaps_rollup).
    """
    names = {"Rss": "resident", "Pss": "share", "Private_Clean": "private", "Private_Dirty": "private"}
    found = dict.fromkeys(["resident", "share", "private", "anonymous"], 0.0)
    path = Path("/proc/self/smaps_rollup")
    for line in path.read_text().splitlines()[1:] if path.is_file() else ():
        name, value = line.split()[:2]
        key = {**names, "Anonymous": "anonymous"}.get(name.rstrip(":"))
        if key is not None:
            found[key] += int(value) / 1024
    return {key: round(value, 1) for key, value in found.items()}


def peak_memory() -> float:
    """The most megabytes that were resident at once.

    Linux counts in ru_maxrss also the parent before this program was started in its place; VmHWM does not.
    """
    status = Path("/proc/self/status")
    for line in status.read_text().splitlines() if status.is_file() else ():
        if line.startswith("VmHWM"):
            return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def size_of(folder: Path) -> float:
    """Megabytes of all files in a folder."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6, 1)


def percentile(values: Iterable[float], percent: int) -> float:
    """The value that so many of 100 do not exceed."""
    ordered = sorted(values)
    if len(ordered) < 2:
        return ordered[0] if ordered else 0.0
    return statistics.quantiles(ordered, n=100, method="inclusive")[percent - 1]
