"""Kills a writer 50 times (-9) at random moments and looks each time what is left.

Usage: python benchmarks/kills.py [KILLS]. Prints kills, acknowledged writes, how many of these were lost, how many
documents the index was missing or had too many or wrong after one catch-up, and faults of the database.
"""

import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from helpers.kills import kill_often


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        verdict = kill_often(Path(folder), kills, random.Random())
    print(f"kills                      {verdict.kills}")
    print(f"acknowledged writes        {verdict.acknowledged}")
    print(f"lost                       {verdict.lost}")
    print(f"missing or wrong in index  {verdict.missing}")
    print(f"extra in index             {verdict.extra}")
    print(f"faults of the database     {verdict.corrupt}")
    return 0 if verdict.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
