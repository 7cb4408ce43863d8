"""How fast date expressions are found in novels, and which: one core, in CPU time.

    python benchmarks/date_mentions.py NOVELS.tar.xz [HOW_MANY...]

Each novel is one text, as it is after an import. The last line is a text full of dates, as a chronicle has them.
"""

import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from _corpus import read_novels
from archive_app.language.dates import DateMention, find_dates

_ROUNDS = 3
_KINDS = (
    ("one of or several days", r"[\[{].*"),
    ("days", r"[\dX]{4}-\d\d-\d\d[~?]?/[\dX]{4}-\d\d-\d\d[~?]?"),
    ("day", r"[\dX]{4}-\d\d-\d\d[~?]?"),
    ("season", r"[\dX]{4}-2[1-4][~?]?"),
    ("month", r"[\dX]{4}-\d\d[~?]?"),
    ("year", r"\d{4}[~?]?"),
    ("months or years", r".*/.*"),
    ("decade", r"\d{3}X"),
)


def kind_of(edtf: str) -> str:
    """What an EDTF text is, as a word."""
    return next(kind for kind, pattern in _KINDS if re.fullmatch(pattern, edtf))


def found_in(texts: Iterable[str]) -> tuple[float, list[DateMention]]:
    """CPU seconds at the median of some rounds, and what was found."""
    took = []
    found: list[DateMention] = []
    for _round in range(_ROUNDS):
        start = time.process_time()
        found = [mention for text in texts for mention in find_dates(text)]
        took.append(time.process_time() - start)
    return statistics.median(took), found


def report(name: str, texts: list[str]) -> None:
    """Print the figures of some texts."""
    size = sum(map(len, texts))
    seconds, found = found_in(texts)
    print(f"\n{name}: {size / 1e6:.1f} million characters, {seconds:.1f} s CPU")
    print(f"  {'characters a second':28} {size / seconds / 1e6:.1f} million")
    print(f"  {'mentions':28} {len(found)}")
    for what, counts in (
        ("kinds", Counter(kind_of(mention.edtf) for mention in found)),
        ("how", Counter(mention.how.value for mention in found)),
        ("confidence", Counter(mention.confidence.name.lower() for mention in found)),
    ):
        told = ", ".join(f"{name} {count}" for name, count in counts.most_common())
        print(f"  {what:28} {told}")


def chronicle(days: int) -> str:
    """A text with a date in every sentence, and one that counts from it in every other."""
    months = (
        "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra".split()
    )
    return "\n".join(
        f"Četa je {day % 28 + 1}. {months[day // 28 % 12]} {1900 + day // 336} godine prešla reku i stala pod šumom, "
        "a sutradan je otišla dalje u selo na brdu, gde je ostala i čekala vesti."
        for day in range(days)
    )


def main() -> None:
    """Print each size."""
    novels = read_novels(Path(sys.argv[1]))
    for how_many in map(int, sys.argv[2:] or ["25", "100"]):
        report(f"{how_many} novels", ["\n\n".join(novel.paragraphs) for novel in novels[:how_many]])
    report("a chronicle", [chronicle(10_000)])


if __name__ == "__main__":
    main()
