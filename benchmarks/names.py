"""How fast names are found in novels: one core, in CPU time.

    python benchmarks/names.py NOVELS.tar.xz [HOW_MANY_NAMES...]

The names are drawn from words with a capital in the novels themselves, so that nearly every one of them is met: single
names, names of two words and units. Each novel is read once by a finder that has read none before.
"""

import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from _corpus import Novel, read_novels
from archive_app.language.name_words import is_common
from archive_app.language.names import NameFinder
from archive_app.search import dictionary

_SEED = 1944
_READ = 12


def draw_names(novels: list[Novel], count: int) -> dict[str, list[str]]:
    """So many names, the same ones each time."""
    draw = random.Random(_SEED)
    words: Counter[str] = Counter()
    for novel in novels:
        for paragraph in novel.paragraphs[::7]:
            words.update(word for word in paragraph.split() if word.isalpha() and word != word.lower())
    pool = [word for word, _count in words.most_common(3 * count) if len(word) > 2 and not is_common(word)]
    names = {}
    for number in range(count):
        one, other = draw.choice(pool), draw.choice(pool)
        unit = f"{draw.randint(1, 60)}. {other.lower()} {draw.choice(('divizija', 'brigada', 'korpus'))}"
        names[str(number)] = [draw.choice((one, one, f"{one} {other}", f"{one} {other}", unit))]
    return names


def main() -> None:
    """Print the figures for each number of names."""
    dictionary.make()
    novels = read_novels(Path(sys.argv[1]))
    for count in map(int, sys.argv[2:] or ["50", "500", "5000"]):
        names = draw_names(novels, count)
        start = time.process_time()
        NameFinder(names)
        built = time.process_time() - start
        took, found = [], 0
        for novel in novels[:_READ]:
            text = "\n\n".join(novel.paragraphs)
            finder = NameFinder(names)
            start = time.process_time()
            found += len(finder.find(text))
            took.append((time.process_time() - start) / len(text) * 1e6)
        print(
            f"{count:>6} names: made in {built:.2f} s; {found} found, {statistics.median(took):.2f} s a million"
        )


if __name__ == "__main__":
    main()
