"""How fast date expressions are found in novels, and which: one core, in CPU time.

    python benchmarks/date_mentions.py NOVELS.tar.xz [HOW_MANY...]

Each novel is one text, as it is after an import. The last line is a text full of dates, as a chronicle has them.

Then an archive of all these novels and of some chronicles: how long it takes until all its mentions are kept, beside
the import and the making of the index (`again` where nothing is to be found), the room that they take on the disk and
in memory, and how long the archive takes to list and to count them.
"""

import re
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from _corpus import read_novels
from archive_app.language.dates import DateMention, find_dates
from archive_app.services import importing, indexing, mentions
from archive_app.services.archives import Archive, create_archive

_ROUNDS = 3
_KINDS = (
    ("one of or several days", r"[\[{].*"),
    ("days", r"[\dX]{4}-\d\d-\d\d[~?]?/[\dX]{4}-\d\d-\d\d[~?]?"),
    ("day", r"[\dX]{4}-\d\d-\d\d[~?]?"),
    ("season", r"[\dX]{4}-2[1-4][~?]?"),
    ("month", r"[\dX]{4}-\d\d[~?]?"),
    ("year", r"-?\d{4}[~?]?"),
    ("months or years", r".*/.*"),
    ("decade", r"\d{3}X[~?]?"),
    ("century", r"-?\d\dXX[~?]?"),
)


def kind_of(edtf: str) -> str:
    """What an EDTF text is, as a word."""
    return next((kind for kind, pattern in _KINDS if re.fullmatch(pattern, edtf)), "other")


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


def seconds(function: Callable[[], object], rounds: int = 1) -> float:
    """CPU seconds at the median of some rounds."""
    took = []
    for _round in range(rounds):
        start = time.process_time()
        function()
        took.append(time.process_time() - start)
    return statistics.median(took)


def report_archive(texts: list[str], chronicles: list[str]) -> None:
    """Print the figures of an archive of these texts, and then of one that has chronicles, too."""
    with tempfile.TemporaryDirectory() as temporary, create_archive(Path(temporary) / "archive") as archive:
        for name, some in (("novels", texts), ("chronicles", chronicles)):
            folder = Path(temporary) / name
            folder.mkdir()
            for number, text in enumerate(some):
                (folder / f"{name} {number}.txt").write_text(text, encoding="utf-8")
            imported = seconds(lambda folder=folder: importing.import_files(archive, [folder]))
            indexed = seconds(lambda: indexing.catch_up(archive))
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            kept = seconds(lambda: mentions.catch_up(archive))
            memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
            again = seconds(lambda: mentions.catch_up(archive), 9)
            print(f"\nan archive with {len(some)} {name}")
            print(f"  {'import, index, mentions':28} {imported:.1f} s, {indexed:.1f} s, {kept:.1f} s CPU")
            print(f"  {'again':28} {1000 * again:.1f} ms")
            size = sum(path.stat().st_size for path in (archive.folder / "index").glob(f"{mentions.FILE}*"))
            print(f"  {'on the disk':28} {size / 1e6:.1f} MB, {memory:.0f} MB more memory")
            report_lists(archive)


def report_lists(archive: Archive) -> None:
    """Print how long lists over the archive take."""
    every = mentions.mentions_between(archive, None, None)
    days = Counter(one.mention.first for one in every if one.mention.first == one.mention.last)
    day = days.most_common(1)[0][0]
    for name, first, last in (("all of", None, None), ("the fullest day of", day, day)):
        listed = seconds(lambda first=first, last=last: mentions.mentions_between(archive, first, last), 5)
        found = mentions.mentions_between(archive, first, last)
        worded = seconds(lambda found=found[:200]: mentions.with_words(archive, found), 5)
        print(
            f"  {f'{name} {len(every)}':28} {len(found)} in {1000 * listed:.1f} ms, "
            f"the words of {min(200, len(found))} in {1000 * worded:.1f} ms"
        )
    print(f"  {'counted by month':28} {1000 * seconds(lambda: mentions.counts_by_month(archive), 5):.1f} ms")


def main() -> None:
    """Print each size."""
    novels = read_novels(Path(sys.argv[1]))
    texts: list[str] = []
    for how_many in map(int, sys.argv[2:] or ["25", "100"]):
        texts = ["\n\n".join(novel.paragraphs) for novel in novels[:how_many]]
        report(f"{how_many} novels", texts)
    report("a chronicle", [chronicle(10_000)])
    report_archive(texts, [chronicle(days) for days in (4_000, 4_001, 4_002, 4_003, 4_004)])


if __name__ == "__main__":
    main()
