#!/usr/bin/env python3
"""How many dates a second are read and written out, in processor time; the least busy of five rounds.

    python benchmarks/dates.py

"read" is EDTF text with its first and last day, "typed" what people write, "written" the way back into words.
"""

import time
from collections.abc import Callable

from archive_app.core.chronology import order_of
from archive_app.core.dates import format_date, parse_date, parse_edtf

EDTF = {
    "days": ["1944-10-20", "1914-06-28", "1900-02-28"],
    "months and years": ["1944-10", "1944", "0878"],
    "intervals": ["1944-10-18/1944-10-19", "1941/1945", "1944-10-20/..", "../1944-10"],
    "level 1": ["1943~", "1944?", "194X", "1944-10-XX", "1944-23", "-0043", "Y170000002"],
    "level 2": ["2004-06-~11", "1944-10-2X", "156X-02-29", "1950S2", "[1667,1668,1670..1672]"],
    "times and parts of days": ["1985-04-12T23:20:30Z", "1944-10-15 evening", "1944-10-18/1944-10-19 night"],
}
TYPED = {
    "days": ["20. oktobar 1944", "20.10.1944", "20. X 1944", "20 October 1944", "двадесетог октобра 1944."],
    "others": ["oko 1943", "u noći 18/19. oktobra 1944", "krajem XIX veka", "7/20. oktobra 1914", "pre 1941"],
}
_ROUNDS, _SECONDS = 5, 0.3


def a_second(work: Callable[[str], object], texts: list[str]) -> float:
    """How many of the texts are done in a second of processor time."""
    best = 0.0
    for _round in range(_ROUNDS):
        done, started = 0, time.process_time()
        while time.process_time() - started < _SECONDS:
            for _time in range(20):
                for text in texts:
                    work(text)
            done += 20 * len(texts)
        best = max(best, done / (time.process_time() - started))
    return best


def main() -> None:
    """Print one line for each kind of date."""
    for kind, texts in EDTF.items():
        print(f"read     {kind:24} {a_second(parse_edtf, texts):10,.0f} a second")
    every = [text for texts in EDTF.values() for text in texts]
    print(f"read     {'all of these':24} {a_second(parse_edtf, every):10,.0f} a second")
    print(f"written  {'all of these':24} {a_second(format_date, every):10,.0f} a second")
    dates = {text: parse_edtf(text) for text in every}
    print(
        f"ordered  {'all of these':24} {a_second(lambda text: order_of(dates[text]), every):10,.0f} a second"
    )
    for kind, texts in TYPED.items():
        print(f"typed    {kind:24} {a_second(parse_date, texts):10,.0f} a second")


if __name__ == "__main__":
    main()
