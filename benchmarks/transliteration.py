"""How exactly and how fast texts are shown in the other script.

Usage: python benchmarks/transliteration.py TEXT_OR_TAR_OF_TEXTS ... [--digraphs WORDS.json] [--all]

Each text is shown in the other script than most of its letters are in, and looked at in three ways:

* places: every word of the text leads to what is shown of it and back to itself, and nothing is shown that no stored
  letter leads to. So the stored text can be found again from any place that is shown: exactly, always;
* letters: what is shown is written back by the same rules, without any places. Words that come back as others are
  listed with their counts (all of them with --all): Latin does not tell them apart, or they stay as they are in one
  script but not in the other;
* words with letters of the other script (a letter in Latin in a Cyrillic novel) cannot come back by letters; they are
  counted and not listed.

The words of the dictionary that the program uses are looked at in the same ways. With --digraphs, also a list of
beginnings of words whose nj or dž are two letters: {"prefixes": [[beginning, [places]], ...]}. Time is processor time,
the median of five.
"""

import argparse
import json
import random
import re
import statistics
import tarfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from archive_app.core.records import Script
from archive_app.language.digraphs import apart
from archive_app.language.lemmas import whole_list
from archive_app.language.scripts import script_of
from archive_app.language.transliteration import transliterate

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_LISTED = 60
_SIZES = (250_000, 1_000_000)


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a file, or of all files in a tar archive, with their names."""
    if not tarfile.is_tarfile(path):
        yield path.name, path.read_text(encoding="utf-8")
        return
    with tarfile.open(path) as tar:
        for member in sorted(tar, key=lambda member: member.name):
            data = tar.extractfile(member) if member.name.endswith(".txt") else None
            if data is not None:
                yield Path(member.name).name, data.read().decode("utf-8")


def misled(letters: str, script: Script) -> tuple[int, int]:
    """How many words a text has, and how many do not lead to what is shown of them and back."""
    shown = transliterate(letters, script)
    offsets, wrong, count, last = shown.offsets, 0, 0, (0, 0)
    for word in _WORD.finditer(letters):
        count += 1
        place = offsets.shown_span(*word.span())
        back = offsets.stored_span(*place)
        between = letters[last[0] : word.start()]
        wrong += back != word.span() or shown.letters[last[1] : place[0]] != between
        wrong += len(_WORD.findall(shown.letters, *place)) != 1
        last = word.end(), place[1]
    wrong += (offsets.to_shown(len(letters)), last[1]) > (len(shown.letters), len(shown.letters))
    return count, wrong


def written_back(letters: str, own: Script) -> tuple[Counter[tuple[str, str]], int]:
    """Words that come back by their letters alone as others, and how many words are of the other script."""
    other = _other(own)
    shown = transliterate(letters, other)
    back = transliterate(shown.letters, own)
    changed: Counter[tuple[str, str]] = Counter()
    foreign = 0
    for word in _WORD.finditer(letters):
        if any(script_of(letter) is other for letter in word[0]):
            foreign += 1
            continue
        start, end = back.offsets.shown_span(*shown.offsets.shown_span(*word.span()))
        came = unicodedata.normalize("NFC", back.letters[start:end])
        if came != word[0]:
            changed[word[0], came] += 1
    return changed, foreign


def _other(script: Script) -> Script:
    return Script.CYRILLIC if script is Script.LATIN else Script.LATIN


def report_texts(paths: list[Path], listed: int | None) -> list[str]:
    """Print what comes back; return all texts."""
    found = [one for path in paths for one in texts(path)]
    changed: Counter[tuple[str, str]] = Counter()
    words = wrong = foreign = exact = length = 0
    for name, letters in found:
        own = script_of(letters)
        for script in (own, _other(own)):
            count, misplaced = misled(letters, script)
            wrong += misplaced
        words += count
        length += len(letters)
        back, others = written_back(letters, own)
        changed += back
        foreign += others
        exact += not back
        if len(found) < 5:
            print(
                f"{name}: {own.value}, {len(letters):,} letters, {sum(back.values())} words come back otherwise"
            )
    print(f"{len(found)} texts, {length:,} letters, {words:,} words")
    print(f"places: {wrong} words that do not lead there and back, into either script")
    print(f"letters alone: {exact} texts come back whole; in the others {sum(changed.values())} words do not")
    print(f"               {foreign:,} words were of the other script from the beginning")
    for (before, after), number in changed.most_common(listed):
        print(f"  {number:5}  {before} → {after}")
    return [letters for _name, letters in found]


def report_dictionary(listed: int | None) -> None:
    """Print which words of the dictionary do not come back."""
    forms = sorted(set(whole_list()) | set(whole_list().values()))
    for own in (Script.CYRILLIC, Script.LATIN):
        of_script = [form for form in forms if script_of(form) is own]
        changed, foreign = written_back("\n".join(of_script), own)
        print(
            f"dictionary, {own.value}: {len(of_script):,} forms, {foreign} with letters of the other script; "
            f"{sum(changed.values())} of the others do not come back by letters:"
        )
        print("  " + ", ".join(f"{before} → {after}" for before, after in list(changed)[:listed]))


def report_digraphs(path: Path) -> None:
    """Print how many beginnings of words with two letters are right."""
    beginnings = json.loads(path.read_text(encoding="utf-8"))["prefixes"]
    missed = [word for word, places in beginnings if not set(places) <= set(apart(f" {word} "[1:]))]
    right = len(beginnings) - len(missed)
    print(f"digraphs: {right} of {len(beginnings)} beginnings are told apart; not: {', '.join(missed)}")


def report_times(found: list[str]) -> None:
    """Print milliseconds into each script, for two lengths of text."""
    random.Random(1944).shuffle(found)
    for script in (Script.CYRILLIC, Script.LATIN):
        whole = "\n".join(letters for letters in found if script_of(letters) is script)
        if len(whole) < _SIZES[-1]:
            whole += transliterate("\n".join(found)[: _SIZES[-1]], script).letters
        for size in _SIZES:
            taken = []
            for _turn in range(5):
                start = time.process_time()
                transliterate(whole[:size], _other(script))
                taken.append(1000 * (time.process_time() - start))
            print(
                f"{len(whole[:size]):>10,} letters to {_other(script).value}: {statistics.median(taken):6.1f} ms, "
                f"{statistics.median(taken) * 1e6 / len(whole[:size]):6.1f} ms a million"
            )


def main() -> None:
    """Look at all texts, then at the list of words, then at the time."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--digraphs", type=Path)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    found = report_texts(asked.texts, None if asked.all else _LISTED)
    report_dictionary(None if asked.all else _LISTED)
    if asked.digraphs:
        report_digraphs(asked.digraphs)
    report_times(found)


if __name__ == "__main__":
    main()
