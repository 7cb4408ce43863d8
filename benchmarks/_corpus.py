"""Passages and queries to measure search with, made from a tar archive of plain text novels.

The novels are in Cyrillic, one paragraph to a line; the year stands in the name of the file (SRP18910.txt). About
half of the passages are set in Latin, novel by novel. Where more passages are wanted than the novels have, they are
gone through again as further editions: the paragraphs of each novel in another order, each cut at another word and its
two parts swapped. So no passage comes twice, but the vocabulary grows no more, and phrases are as frequent as
before.
"""

import json
import random
import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from archive_app.language.folding import fold
from archive_app.language.tokens import pieces, tokenize

_SEED = 1944
_QUERIES = 25

_LATIN_OF = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
        strict=True,
    )
)
_TO_LATIN = str.maketrans(
    _LATIN_OF | {cyrillic.upper(): latin.capitalize() for cyrillic, latin in _LATIN_OF.items()}
)


@dataclass(frozen=True, slots=True)
class Novel:
    """A novel, or another edition of it; `script` is "Cyrl" or "Latn"."""

    name: str
    year: int
    paragraphs: tuple[str, ...]
    script: str = "Cyrl"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage to be found. `day` is an ISO day, `words` its folded words with spaces between them.

    One in 50 is called an annotation, so that there are two kinds to count.
    """

    source: str
    ordinal: int
    kind: str
    script: str
    day: str
    text: str
    words: str

    @property
    def record(self) -> str:
        """The id of the record that it belongs to."""
        return record_of(self.source, self.kind, self.ordinal)


def record_of(source: str, kind: str, ordinal: int) -> str:
    """The id of the record that a passage belongs to: the text of its source, or the annotation itself."""
    return f"{source}-{ordinal}" if kind == "annotation" else f"{source}-text"


@dataclass(frozen=True, slots=True)
class Query:
    """What is sought: folded `words`, and the same as they are most often written, in Latin.

    The words of the kind "prefix" are beginnings, and so is the last one of "word + prefix".
    """

    kind: str
    words: tuple[str, ...]
    typed: tuple[str, ...]
    source: str = ""


KINDS = (
    "rare word",
    "frequent word",
    "two words",
    "five words OR",
    "phrase",
    "frequent phrase",
    "prefix",
    "word + prefix",
    "fuzzy",
    "one source",
    "facets",
    "by date",
)
"""The kinds of queries. The last two are words again, with counts by source and kind, and sorted by date."""


def read_novels(archive: Path) -> list[Novel]:
    """The novels of the archive in the order of their names."""
    novels = []
    with tarfile.open(archive) as tar:
        for member in tar:
            data = tar.extractfile(member) if member.isfile() and member.name.endswith(".txt") else None
            if data is not None:
                lines = data.read().decode("utf-8").replace("\t", " ").splitlines()
                name = Path(member.name).stem.lower()
                paragraphs = tuple(line.strip() for line in lines if line.strip())
                novels.append(Novel(name, int(name[3:7]), paragraphs))
    return sorted(novels, key=lambda novel: novel.name)


def editions(novels: list[Novel], count: int) -> Iterator[Novel]:
    """Novels of `count` paragraphs together, about half of them in Latin, the same ones each time."""
    draw = random.Random(_SEED)
    available = sum(len(novel.paragraphs) for novel in novels)
    cyrillic = latin = 0
    for number in range(-(-count // available)):
        chosen = set(draw.sample(range(available), min(available, count - number * available)))
        place = 0
        for novel in novels:
            size = len(novel.paragraphs)
            paragraphs = [novel.paragraphs[index] for index in range(size) if place + index in chosen]
            place += size
            if number:
                draw.shuffle(paragraphs)
                paragraphs = [_cut(paragraph, draw) for paragraph in paragraphs]
            script = "Latn" if latin < cyrillic else "Cyrl"
            if script == "Latn":
                latin += len(paragraphs)
                paragraphs = [paragraph.translate(_TO_LATIN) for paragraph in paragraphs]
            else:
                cyrillic += len(paragraphs)
            yield Novel(f"{novel.name}-{number}", novel.year, tuple(paragraphs), script)


def _cut(paragraph: str, draw: random.Random) -> str:
    words = paragraph.split()
    cut = draw.randrange(len(words))
    return " ".join(words[cut:] + words[:cut])


@cache
def _words_of_piece(piece: str) -> tuple[tuple[str, str], ...]:
    tokens = list(tokenize(piece))
    return tuple(
        # Other engines split at anything else; a sign of which nothing is left still is a word of the text.
        (token.text, re.sub(r"[^\w.-]|_", "-", fold(token.text)) or "-")
        for token, after in pairwise([*tokens, None])
        if token is not None and (token.part or after is None or not after.part)
    )


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text as (what stands there, folded), compounds in their parts only."""
    for piece in pieces(text):
        yield from _words_of_piece(piece)


def passages(novels: list[Novel], count: int) -> Iterator[Passage]:
    """`count` passages, source by source."""
    draw = random.Random(_SEED)
    number = 0
    for novel in editions(novels, count):
        for ordinal, text in enumerate(novel.paragraphs):
            day = f"{novel.year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            kind = "annotation" if number % 50 == 49 else "passage"
            words = " ".join(folded for _written, folded in words_of(text))
            yield Passage(novel.name, ordinal, kind, novel.script, day, text, words)
            number += 1


def write_passages(path: Path, made: Iterable[Passage]) -> None:
    """Keep passages in a file, one to a line."""
    with path.open("w", encoding="utf-8") as file:
        for passage in made:
            file.write("\t".join(map(str, asdict(passage).values())) + "\n")


def read_passages(path: Path) -> Iterator[Passage]:
    """Read what `write_passages` wrote, one after the other."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            source, ordinal, kind, script, day, text, words = line.rstrip("\n").split("\t")
            yield Passage(source, int(ordinal), kind, script, day, text, words)


class _Vocabulary:
    """How many passages hold a word and how many times a pair of words stands in them."""

    def __init__(self, sample: list[Passage], path: Path) -> None:
        self.sample = [passage.words.split() for passage in sample]
        self.frequencies: Counter[str] = Counter()
        self.count = 0
        for passage in read_passages(path):
            self.frequencies.update(set(passage.words.split()))
            self.count += 1
        self.pairs = Counter(
            pair for words in self.sample for pair in pairwise(words) if all(map(_is_word, pair))
        )
        self._written: dict[str, Counter[str]] = {}
        for passage in sample:
            for written, folded in words_of(passage.text):
                self._written.setdefault(folded, Counter())[written.translate(_TO_LATIN)] += 1

    def between(self, least: float, most: float, length: int = 1) -> list[str]:
        """Words of at least so many letters that stand in so many passages, in alphabetical order."""
        return sorted(
            word
            for word, found in self.frequencies.items()
            if least <= found <= most and len(word) >= length and _is_word(word)
        )

    def written(self, folded: str) -> str:
        """How a word is mostly written, in Latin."""
        (word, _count), *_others = self._written.get(folded, Counter([folded])).most_common(1)
        return word.lower() if word.isupper() else word


def _is_word(word: str) -> bool:
    return word.isascii() and word.isalpha()


def draw_queries(path: Path) -> list[Query]:
    """Draw queries of every kind from the passages of a file, the same ones each time."""
    draw = random.Random(_SEED)
    sample = _sample(path, draw)
    known = _Vocabulary(sample, path)
    common = known.between(known.count * 0.002, known.count * 0.05, length=3)
    long = [word for word in common if len(word) >= 5]
    frequent = sorted(filter(_is_word, known.frequencies), key=lambda word: -known.frequencies[word])
    drawn: dict[str, list[tuple[str, ...]]] = {
        "rare word": [(word,) for word in draw.sample(known.between(3, 10, length=5), _QUERIES)],
        "frequent word": [(word,) for word in frequent[:_QUERIES]],
        "two words": [_together(known, draw, 2, 1, known.count * 0.002) for _ in range(_QUERIES)],
        "five words OR": [_together(known, draw, 5, 4, 0) for _ in range(_QUERIES)],
        "phrase": [_in_a_row(known, draw, 2 + number % 2) for number in range(_QUERIES)],
        "frequent phrase": [pair for pair, _count in known.pairs.most_common(_QUERIES)],
        "prefix": [(draw.choice(long)[: 3 + number % 3],) for number in range(_QUERIES)],
        "word + prefix": [(draw.choice(common), draw.choice(common)[:3]) for _ in range(_QUERIES)],
        "fuzzy": [(_mistyped(draw.choice(long), draw),) for _ in range(_QUERIES)],
        "one source": [(draw.choice(common),) for _ in range(_QUERIES)],
        "facets": [(word,) for word in draw.sample(common, _QUERIES - 10) + frequent[:10]],
        "by date": [(word,) for word in draw.sample(common, _QUERIES - 10) + frequent[:10]],
    }
    sources = sorted({passage.source for passage in sample})
    return [
        Query(
            kind,
            words,
            _as_typed(kind, words, known),
            draw.choice(sources) if kind == "one source" else "",
        )
        for kind in KINDS
        for words in drawn[kind]
    ]


def _sample(path: Path, draw: random.Random, most: int = 30_000) -> list[Passage]:
    """Passages drawn from all of a file."""
    chosen: list[Passage] = []
    for number, passage in enumerate(read_passages(path)):
        if number < most:
            chosen.append(passage)
        elif (place := draw.randrange(number + 1)) < most:
            chosen[place] = passage
    return chosen


def _together(
    known: _Vocabulary, draw: random.Random, count: int, length: int, least: float
) -> tuple[str, ...]:
    """So many different words of one passage, each of so many letters and in so many passages."""
    while True:
        words = {word for word in draw.choice(known.sample) if len(word) >= length and _is_word(word)}
        fit = sorted(word for word in words if known.frequencies[word] >= least)
        if len(fit) >= count:
            return tuple(draw.sample(fit, count))


def _in_a_row(known: _Vocabulary, draw: random.Random, count: int) -> tuple[str, ...]:
    while True:
        words = draw.choice(known.sample)
        place = draw.randrange(max(1, len(words) - count))
        row = tuple(words[place : place + count])
        if len(row) == count and all(map(_is_word, row)):
            return row


def _mistyped(word: str, draw: random.Random) -> str:
    """The word with one letter added, left out or changed."""
    place, letter = draw.randrange(1, len(word)), draw.choice("aeionrst")
    return draw.choice(
        [
            word[:place] + letter + word[place:],
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place + 1 :],
        ]
    )


def _as_typed(kind: str, words: tuple[str, ...], known: _Vocabulary) -> tuple[str, ...]:
    """What a person would type: whole words as they are written, beginnings and slips as they are."""
    if kind in ("prefix", "fuzzy"):
        return words
    if kind == "word + prefix":
        return (known.written(words[0]), words[1])
    return tuple(map(known.written, words))


def write_queries(path: Path, queries: list[Query]) -> None:
    """Keep queries in a file."""
    path.write_text(json.dumps([asdict(query) for query in queries], ensure_ascii=False), encoding="utf-8")


def read_queries(path: Path) -> list[Query]:
    """Read what `write_queries` wrote."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Query(row["kind"], tuple(row["words"]), tuple(row["typed"]), row["source"]) for row in rows]
