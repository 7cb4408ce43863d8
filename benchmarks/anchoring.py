#!/usr/bin/env python3
"""Place annotations again after random corrections: how many surely, how many wrongly, how many need a look.

    python benchmarks/anchoring.py SEEDS_FOLDER ARCHIVE_OF_NOVELS.tar.xz [--corrections 10000] [--seed 1944] [--show 5]

Each correction is made of a piece of a text, in Cyrillic or Latin, with a dozen annotations: words, parts of
sentences, sentences, paragraphs, several paragraphs, and half of them at what is changed. A placement is wrong where
it leaves out one letter that survived from the annotated ones, holds one that stood outside, holds a word that
was put in beside an end which survived, or where no letter survived at all. White space is not counted.
"""

import argparse
import random
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from _corpus import _TO_LATIN, read_novels
from _corrections import ALL, IN_PLACE, Correction, correct
from archive_app.core.alignment import align
from archive_app.core.anchoring import Placement, place
from archive_app.core.records import AnchoringState
from archive_app.core.spans import Span

_SPANS = 12
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")


def pieces(seeds: Path, novels: Path) -> list[list[str]]:
    """The paragraphs of every text, every second one in Latin."""
    texts = [path.read_text(encoding="utf-8").split("\n") for path in sorted(seeds.glob("*.txt"))]
    texts += [list(novel.paragraphs) for novel in read_novels(novels)]
    for number, text in enumerate(texts):
        if number % 2:
            texts[number] = [line.translate(_TO_LATIN) for line in text]
    return texts


def some_piece(texts: list[list[str]], draw: random.Random) -> str:
    """A seed as a whole, or some paragraphs of a novel."""
    if draw.random() < 0.15:
        return "\n".join(draw.choice(texts[:2])).strip("\n")
    text = draw.choice(texts[2:])
    count = draw.randint(5, 60)
    first = draw.randrange(max(1, len(text) - count))
    chosen: list[str] = []
    for line in text[first : first + count]:
        chosen.append(line)
        if sum(map(len, chosen)) > 9000:
            break
    return "\n".join(chosen)


def some_spans(correction: Correction, draw: random.Random) -> list[Span]:
    """Where somebody may have annotated, half of it at what was changed."""
    old = correction.old
    changed = _changed_places(correction)
    spans = []
    for number in range(_SPANS):
        place = draw.choice(changed) if changed and number % 2 else draw.randrange(len(old))
        place = max(0, min(len(old) - 1, place + draw.randint(-30, 30) * (draw.random() < 0.5)))
        how = draw.randrange(6)
        if how == 0:
            span = _around(_WORD, old, place)
        elif how == 1:
            first, last = (
                _around(_WORD, old, place),
                _around(_WORD, old, min(len(old) - 1, place + draw.randint(5, 80))),
            )
            span = (first[0], max(first[1], last[1])) if first and last else None
        elif how == 2:
            span = _around(_SENTENCE, old, place)
        elif how == 3:
            span = _lines(old, place, place)
        elif how == 4:
            span = _lines(old, place, min(len(old) - 1, place + draw.randint(0, 800)))
        else:
            span = (place, min(len(old), place + draw.randint(1, 200)))
        if span and old[span[0] : span[1]].strip():
            spans.append(Span(*span))
    return spans


def _changed_places(correction: Correction) -> list[int]:
    """Places in the old text beside which something changed."""
    places = set()
    before = -1
    for origin in correction.origins:
        if origin >= 0:
            if origin != before + 1 and not correction.old[before + 1 : origin].isspace():
                places |= {max(0, before), origin}
            before = origin
    return sorted(places)


def _around(pattern: re.Pattern[str], text: str, place: int) -> tuple[int, int] | None:
    start = text.rfind("\n", 0, place) + 1
    for match in pattern.finditer(text, start):
        if match.end() > place:
            first, last = match.span()
            return first + len(match[0]) - len(match[0].lstrip()), last
    return None


def _lines(text: str, first: int, last: int) -> tuple[int, int]:
    end = text.find("\n", last)
    return text.rfind("\n", 0, first) + 1, end if end >= 0 else len(text)


def fault(correction: Correction, span: Span, placed: Span) -> str:
    """What is wrong with a placement; nothing where it is right."""
    new, origins = correction.new, correction.origins
    counted = [not letter.isspace() for letter in new]
    own = [n for n, origin in enumerate(origins) if span.start <= origin < span.end and counted[n]]
    if not own:
        return "nothing survived"
    if own[0] < placed.start or own[-1] >= placed.end:
        return "leaves out what survived"
    if any(
        counted[n] and origins[n] >= 0 and not span.start <= origins[n] < span.end
        for n in range(placed.start, placed.end)
    ):
        return "holds what stood outside"
    survivors = {origins[n] for n in own}
    inside = [n for n in range(span.start, span.end) if not correction.old[n].isspace()]
    if inside[0] in survivors and not _is_one_word(new[placed.start : own[0] + 1]):
        return "holds what was put in before"
    if inside[-1] in survivors and not _is_one_word(new[own[-1] : placed.end]):
        return "holds what was put in behind"
    return ""


def _is_one_word(letters: str) -> bool:
    return len(letters.strip()) <= 1 or letters.strip().isalnum()


def is_edited(correction: Correction, span: Span, survived: list[int]) -> bool:
    """Whether anything changed within the span or right beside it."""
    start, end = max(0, span.start - 1), min(len(correction.old), span.end + 1)
    return any(
        two - one != 1 for one, two in zip(survived[start:end], survived[start + 1 : end], strict=False)
    ) or any(place < 0 for place in survived[start:end])


def measure(arguments: argparse.Namespace) -> int:
    """Run all corrections and print the figures; returns how many placements were wrong."""
    draw = random.Random(arguments.seed)
    texts = pieces(arguments.seeds, arguments.novels)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seconds: Counter[str] = Counter()
    shown = 0
    for number in range(arguments.corrections):
        kind = ALL[number % len(ALL)]
        if arguments.kind and kind != arguments.kind:
            continue
        draw = random.Random(f"{arguments.seed}/{number}")
        others = draw.choice(texts[2:])
        correction = correct(some_piece(texts, draw), kind, draw, [line for line in others if line.strip()])
        spans = some_spans(correction, draw)
        start = time.process_time()
        placements = place(correction.old, correction.new, spans)
        seconds[kind] += time.process_time() - start
        survived = [-1] * len(correction.old)
        for twin, origin in enumerate(correction.origins):
            if origin >= 0:
                survived[origin] = twin
        for span, placement in zip(spans, placements, strict=True):
            what = fault(correction, span, placement.span) if placement.span else ""
            count(counts[kind], correction, span, placement, what, survived)
            if (what or (arguments.looks and placement.span is None)) and shown < arguments.show:
                shown += 1
                show(number, correction, span, placement, what)
    report(counts, seconds)
    return sum(count["WRONG"] for count in counts.values())


def count(
    into: Counter[str],
    correction: Correction,
    span: Span,
    placement: Placement,
    what: str,
    survived: list[int],
) -> None:
    """Count one placement."""
    into["all"] += 1
    into["WRONG" if what else placement.state] += 1
    if any(
        survived[place] >= 0 and not correction.old[place].isspace() for place in range(span.start, span.end)
    ):
        into["alive"] += 1
        into["alive, look"] += placement.span is None
        if is_edited(correction, span, survived):
            into["edited"] += 1
            into["edited, look"] += placement.span is None


def show(number: int, correction: Correction, span: Span, placement: Placement, what: str) -> None:
    """Print one case."""
    print(f"\n#{number} {correction.kind}: {what or 'needs a look'}", file=sys.stderr)
    _show_in(" old", correction.old, span)
    if placement.span:
        _show_in(" new", correction.new, placement.span)
    own = [n for n, origin in enumerate(correction.origins) if span.start <= origin < span.end]
    if own:
        _show_in("gold", correction.new, Span(own[0], own[-1] + 1))


def _show_in(name: str, letters: str, span: Span) -> None:
    before, behind = letters[max(0, span.start - 60) : span.start], letters[span.end : span.end + 60]
    print(f"  {name} {before!r}[{letters[span.start : span.end]!r}]{behind!r}", file=sys.stderr)


def report(counts: dict[str, Counter[str]], seconds: Counter[str]) -> None:
    """Print the figures of every kind and of all."""
    columns = zip(
        ("", "annotations", "exact", "moved", "look", "WRONG", "sure of alive", "of edited", "ms"),
        (-26, 12, 8, 8, 7, 7, 15, 11, 7),
        strict=True,
    )
    print("".join(f"{name:{'<' if width < 0 else '>'}{abs(width)}}" for name, width in columns))
    total: Counter[str] = Counter()
    in_place: Counter[str] = Counter()
    for kind in ALL:
        if kind in counts:
            total += counts[kind]
            if kind in IN_PLACE:
                in_place += counts[kind]
            print(row(kind, counts[kind], 1000 * seconds[kind] * _SPANS / counts[kind]["all"]))
    print(row("edits in place", in_place, 0))
    print(row("all", total, 1000 * sum(seconds.values()) * _SPANS / total["all"]))


def row(name: str, count: Counter[str], milliseconds: float) -> str:
    """One line of figures."""
    alive = 100 * (1 - count["alive, look"] / max(1, count["alive"]))
    edited = 100 * (1 - count["edited, look"] / max(1, count["edited"]))
    states = [
        count[AnchoringState.EXACT],
        count[AnchoringState.MOVED],
        count[AnchoringState.NEEDS_LOOK],
        count["WRONG"],
    ]
    figures = "".join(f"{value:>{width}}" for value, width in zip(states, (8, 8, 7, 7), strict=True))
    return f"{name:26}{count['all']:>12}{figures}{alive:>13.1f} %{edited:>9.1f} %{milliseconds:>7.1f}"


def speed(texts: list[list[str]]) -> None:
    """Print how long the alignment of a million letters takes."""
    lines = [line for text in texts[2:] for line in text]
    letters = "\n".join(lines)[:1_000_000]
    other = "\n".join(reversed(lines))[:1_000_000]
    draw = random.Random(1)
    scattered = list(letters)
    for _ in range(2000):
        scattered[draw.randrange(len(scattered))] = draw.choice("абвгд")
    shuffled = letters.split("\n")
    draw.shuffle(shuffled)
    for name, new in (
        ("2,000 letters changed", "".join(scattered)),
        ("all paragraphs shuffled", "\n".join(shuffled)),
        ("another text altogether", other),
    ):
        took = []
        for _ in range(3):
            start = time.process_time()
            align(letters, new)
            took.append(time.process_time() - start)
        print(f"1 million letters, {name}: {statistics.median(took):.2f} s of CPU")


def main() -> None:
    """Read the arguments and print the figures; the exit code is 1 where a placement was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("seeds", type=Path)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--corrections", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1944)
    parser.add_argument("--kind", default="", help="only corrections of this kind")
    parser.add_argument("--show", type=int, default=5, help="print so many wrong placements")
    parser.add_argument("--looks", action="store_true", help="print those that need a look too")
    arguments = parser.parse_args()
    wrong = measure(arguments)
    if not arguments.kind:
        speed(pieces(arguments.seeds, arguments.novels))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
